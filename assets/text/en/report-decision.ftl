# The decision in sentences and tables, on paper and without a window.

## What to do

report-basis-decision = Net benefit is what an option’s value is worth ({ $point } a point of a hundred) less the net present value of its cost at { $rate }. The sentence is about the base case, with every input at its base value; the odds are about all ranges together.
report-basis-odds = Compared by the net present value of all cost at { $rate }. The sentence is about the base case, with every input at its base value; the odds are about all ranges together.

## Why, what would turn it round, and what to find out

report-reasons = Why
report-flips = What would turn it round
report-find-out-heading = What to find out first
report-no-flips = Nothing that was looked at turns the choice round by itself.
report-find-out = { $input }: to know it beforehand is worth up to { $value }. { $how }
report-find-out-nothing = No single unknown is worth finding out before choosing.
report-everything-known = To know everything beforehand is worth { $value } at most.
report-how-ask = Ask those who know it, and put their answer in the place of the range.
report-how-measure = Time the model on the machine it would run on.
report-how-pilot = Try it with real tasks in a pilot.
report-how-logs = Take it from the logs of what is in use today.

## Gates

report-section-gates = The gates
report-gates-note = Each gate is judged once, and closes only on what is known. “Not known yet” means that the evidence comes later and the gate stays open. A share says in how many of all futures it would close.
report-verdict-all-passed = In the running
report-verdict-no-cost = Out because its cost cannot be computed.
report-verdict-unknown-gates = Not known yet: { $gates }.
report-verdict-would-close = Would close in { $share } of futures: { $gate }.

## Odds

report-section-odds = How sure that is
report-section-tornado = What moves the lead
report-column-verdict = Verdict
report-column-best-futures = Best in, of { $count } futures
report-column-cheapest-futures = Cheapest in, of { $count } futures
report-column-low = Low
report-column-middle = Middle
report-column-high = High
report-column-regret = Expected regret, { $currency }
report-odds-note = Net benefit in { $currency }, over { $draws } draws from all ranges at once: one in ten below the low figure, half below the middle one, nine in ten below the high one. Expected regret is what choosing the option falls short of the best choice on average.
report-no-odds = The odds could not be computed: { $reason }
report-note-npv-range = Below the present value stands the range in which it lies in eight of ten futures.
report-no-ranges = No input that matters here has a range, so nothing is said about how sure this is.

## Value

report-section-value = What the options are worth
report-column-criterion = Criterion
report-column-weight = Weight
report-column-stable = Stable weight
report-row-value = Value, points of a hundred
report-row-worth = That value in { $currency }
report-row-cost = Less the present value of cost
report-row-net-benefit = Net benefit
report-value-note = Points that each criterion adds to the value of each option; the columns have the options’ numbers. ? marks what nobody knows yet, where the middle of the scale stands in; ‡ marks a figure beyond an anchor, where differences no longer count.
report-stable-note = The last column says between which weights of that criterion alone the same option stays best.

## Participants and other methods

report-section-participants = Who weighs how
report-column-participant = Participant
report-column-elicitation = Asked for
report-column-choice = Would choose
report-column-distance = Distance from the group
report-column-consistency = Consistency
report-elicitation-swings = Swings
report-elicitation-ranks = An order
report-elicitation-pairs = Comparisons in pairs
report-consistency-green = good
report-consistency-amber = look again at { $criteria }
report-consistency-red = too contradictory; begin with { $criteria }
report-agreement = Do other methods agree?
report-agree = { $count ->
        [one] { $methods } puts { $option } first.
       *[other] { $methods } put { $option } first.
    }
report-method-name-weighted-sum = the weighted sum
report-method-name-topsis = TOPSIS
report-method-name-promethee-ii = PROMETHEE II
report-method-name-minimax-regret = the smallest largest regret
report-method-name-cheapest = cost alone
report-caring-mainly = { $option } is first in { $share } of all possible weightings, above all where { $criteria } count for much.
report-never-first = { $count ->
        [one] { $options } is first under no weighting that was tried.
       *[other] { $options } are first under no weighting that was tried.
    }

## What if, and looking again

report-section-what-ifs = What if
report-column-future = Future
report-future-base = As it is
report-what-ifs-note = Regret in { $currency }: what each option falls short of the best one of the same future. The option with the smallest largest regret is { $option }.
report-row-largest = Largest regret
report-review = Start with { $option } and look again after { $months }: the second look is worth { $value } on average.
report-review-nothing = Looking again after { $months } is worth nothing here: no option would be changed for another.
report-review-change = In { $share } of futures { $option } is the better one by then.

## Annex

report-group-assessment = Judgements
report-group-weight = Weights
report-group-gate = Limits of gates
report-group-money-axis = What value is worth
report-group-review = Looking again
report-method-odds = Odds come from { $draws } draws from all ranges at once, by { $method } with the seed { $seed }; the same case, draws, method and seed give the same figures.
report-method-value = Values have fixed ends on every scale, so that a further option changes nobody’s points; cost enters once.
report-method-latin-hypercube = Latin hypercube
report-method-sobol = scrambled Sobol’ sequence
report-framework = The criteria follow the framework “{ $title }” of { $date }.
report-condition-yes = It holds: { $statement }
report-condition-no = It does not hold: { $statement }
report-conditions = What was said about the client
