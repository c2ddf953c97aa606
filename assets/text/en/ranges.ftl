# The editor of ranges.

## The range of an input

ranges-of = Range of { $field }
ranges-kind = One value or a range
ranges-one-value = One value
    .help = The same in every future. Give low and high where you are not sure; the odds then follow.
ranges-low-to-high = Low to high
ranges-low = Low end
ranges-high = High end
ranges-low-above = The low end lies above the value, { $value }.
ranges-high-below = The high end lies below the value, { $value }.
ranges-reading = What the ends mean
ranges-reading-percentiles = P10 and P90
    .help = One time in ten it lies below the low end, one time in ten above the high end.
ranges-reading-bounds = Bounds
    .help = It never lies outside.
ranges-shape = How values spread
ranges-shape-usual = Usual
    .help = Through low, value and high: two halves of normal curves for percentiles, a smooth hump for bounds.
ranges-shape-triangular = Triangle
    .help = A triangle that is highest at the value.
ranges-shape-pert = PERT
    .help = A smooth hump that is highest at the value.
ranges-shape-normal = Normal
    .help = The bell curve with these percentiles; the value only counts where nothing is drawn.
ranges-shape-lognormal = Lognormal
    .help = For what is never negative and sometimes very large; by its percentiles.
ranges-shape-uniform = Flat
    .help = Every value between the ends is equally likely.
ranges-shape-trigen = Trigen
    .help = The triangle that has these percentiles; its corners lie beyond them.
ranges-shape-cases = Cases
    .help = A few values, each with its chance.
ranges-shape-refused = “{ $shape }” does not fit: { $reason } The shape before stands.
ranges-sketch = How { $field } is spread: value { $value }, low { $low }, high { $high }
ranges-remove = Remove the range
ranges-shared = In every future these move with it: { $figures }.

## Cases

ranges-cases = Values and their chances
ranges-case-value = Value of case { $place }
ranges-case-chance = Chance of case { $place }
ranges-case-remove = Remove case { $place }
ranges-case-add = Add a case
ranges-case-scale = Make them add up
ranges-cases-sum = The chances must make one whole, and they make { $sum }.
ranges-chance-outside = A chance lies between nothing and the whole.
ranges-last-stands = The last good list stands.

## What moves together

ranges-together = Moves together with
    .help = With nothing else, as far as anybody has said.
ranges-together-add = Choose what moves with it
ranges-pair = { $first } with { $second }
ranges-rank-of = Rank correlation: { $pair }
ranges-pair-remove = Let { $pair } move freely
ranges-pair-first = Choose the first of a pair
ranges-pair-second = Choose the second of the pair
ranges-pair-begun = { $first } moves together with …
