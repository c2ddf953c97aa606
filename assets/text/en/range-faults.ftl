# Why a range cannot be drawn from, and why correlations cannot be.

error-range = The range of { $path } cannot be drawn from. { $why }
error-too-many-quantities = There are more uncertain inputs than a Sobol’ sequence has dimensions here ({ $most }); choose the Latin hypercube.

## At a range

fault-range-not-finite = A range needs finite numbers throughout.
fault-range-high-below-low-percentiles = P90, { $high }, lies below P10, { $low }.
fault-range-high-below-low-bounds = The upper bound, { $high }, lies below the lower one, { $low }.
fault-range-figure-below-low-percentiles = The value, { $middle }, lies below P10, { $low }.
fault-range-figure-below-low-bounds = The value, { $middle }, lies below the lower bound, { $low }.
fault-range-figure-above-high-percentiles = P90, { $high }, lies below the value, { $middle }.
fault-range-figure-above-high-bounds = The upper bound, { $high }, lies below the value, { $middle }.
fault-range-negative-spread = A spread cannot be negative, and { $value } is.
fault-range-not-positive = A lognormal range takes positive numbers only, and { $value } is not one.
fault-range-negative-chance = A chance cannot be negative, and { $value } is.
fault-range-chances-sum = The chances of all cases must make one whole, and these make { $sum }.
fault-range-no-cases = There must be at least one case.
fault-range-cases-ends = Low and high must be the smallest and the largest case, { $low } and { $high }.
fault-range-no-triangle = No triangle passes through these ends.
fault-range-needs-percentiles-normal = A normal range has no bounds: state P10 and P90.
fault-range-needs-percentiles-lognormal = A lognormal range has no bounds: state P10 and P90.
fault-range-needs-percentiles-trigen = A trigen is a triangle by its percentiles: state P10 and P90, or choose the triangle.

## At correlations

fault-correlation-out-of-range = The correlation of { $first } with { $second } must lie between −1 and 1, both left out, and { $rank } does not; what moves in step is one quantity.
fault-correlation-same = { $quantity } is correlated with itself.
fault-correlation-twice = The correlation of { $first } with { $second } stands twice.
fault-correlation-contradiction = These correlations contradict each other; bring some of them nearer to zero: { $pairs }.
fault-correlation-three-pairs = These three correlations contradict each other: { $pairs }. While the other two stay, { $first } with { $second } must lie between { $low } and { $high }.
correlation-pair = { $first } with { $second } at { $rank }
