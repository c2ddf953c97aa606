# The page of the decision, and the bar that never leaves.

## Odds

decision-futures = { $count } of { $all }
decision-no-ranges = No input that matters here has a range, so there are no odds to tell.
decision-odds-waiting = The odds are being worked out.
decision-odds-first = First odds from { $draws } draws; { $done } of { $all } draws are done.
decision-odds-stale = The odds shown are those of the case before the last change; new ones are on their way.
decision-odds-stopped = Stopped: the odds shown rest on { $draws } draws instead of { $all }.
decision-odds-stop = Stop
decision-odds-go-on = Go on
decision-odds-to-range = Go to the range
decision-odds-broke-off = The odds could not be worked out because of a fault of the program; everything else stands.

## Why, and what would flip it

decision-reasons = Why this one
decision-flips-nothing = Nothing that was looked at turns it round by itself.
decision-flips-inputs = Single inputs, one by one
decision-flips-inputs-aid = Where { $second } becomes the better choice than { $first } if one input alone moves.
decision-flips-inputs-none = No single input of these makes { $second } the better choice.
decision-go-to-input = Go to the input

## Worth finding out

decision-worth = Worth finding out
decision-worth-aid = At most what it is worth to know an input before choosing, with the error of that figure.
decision-worth-up-to = Worth up to
decision-worth-how = How
decision-worth-nothing = No single unknown is worth finding out before choosing.
decision-worth-everything = To know everything beforehand is worth { $value } at most.

## Side by side

decision-value = Value
decision-net-benefit = Net benefit
decision-cheapest-futures = Cheapest in
decision-best-futures = Best in
decision-chosen = the one to choose
decision-behind = worth { $difference } less
decision-dominated = dearer than { $option } at every probability

## Do other methods agree?

decision-agreement = Do other methods agree?
decision-methods-agree = { $option } comes first by { $methods }.
decision-method-weighted-sum = value alone
decision-method-topsis = TOPSIS
decision-method-promethee-ii = PROMETHEE II
decision-method-minimax-regret = the smallest largest regret
decision-method-cheapest = cost alone
decision-participants = { $count } of { $all } participants would choose the same.
decision-participant-prefers = { $participant } would choose { $option }.

## For analysts

decision-analysts = For analysts
decision-analysts-aid = regret, sensitivity, weights, futures, results, sampling
decision-section-odds = Regret and volume
decision-section-sensitivity = Sensitivity
decision-section-weights = Weights
decision-section-futures = What if
decision-section-results = Every result
decision-results = The spread of every result
decision-results-aid = Over all draws, for one option at a time.
decision-results-compute = Work it out
decision-results-low = One in ten below
decision-results-middle = Half below
decision-results-high = Nine in ten below
decision-section-sampling = Sampling
decision-evpi = To know everything beforehand is worth { $value } on average (error ± { $error }): the smallest expected regret.
decision-map-across = Across
decision-map-up = Upwards
decision-indices = Where the spread of the difference in cost comes from
decision-indices-aid = Sobol’ indices from a run of their own: each input alone, and with all it acts together with.
decision-indices-compute = Work them out
decision-indices-done = { $count ->
        [one] { $count } input is done.
       *[other] { $count } inputs are done.
    }
decision-indices-first = Alone
decision-indices-total = Together
decision-indices-none = The difference does not vary, so there is nothing to share out.
decision-no-criteria = This case has no criteria, so cost alone decides; the step of the priorities adds them.
decision-stability = How far each weight may move
decision-stability-aid = Between these weights the same option is chosen, the other criteria keeping their proportions.
decision-criterion = Criterion
decision-weight = Weight
decision-weight-from = From
decision-weight-to = To
decision-weight-below = Below that
decision-weight-above = Above that
decision-people = What each participant would choose
decision-people-aid = By their own weights alone; the distance is how far those are from the weights of the group.
decision-person = Participant
decision-would-choose = Would choose
decision-distance = Distance
decision-what-ifs = Futures as wholes
decision-what-ifs-title = { $option } has the smallest largest regret over these futures
decision-what-ifs-aid = Net benefit in each future, and in small type what the option falls short of the best one there.
decision-what-ifs-none = This case names no futures to look at as wholes.
decision-future = Future
decision-future-as-it-is = As it is
decision-regret = regret { $amount }
decision-regret-none = the best here
decision-regret-largest = Largest regret
decision-review = Looking again later
decision-review-aid = Expected net benefit of starting with an option, with and without changing at the second look.
decision-review-start = Start with { $option } and look again after { $months }: the second look is worth { $value } on average.
decision-review-none = Nobody looks again inside the horizon of this case.
decision-review-start-with = Start with
decision-review-with = With a second look
decision-review-without = Without
decision-review-change = In { $share } of futures { $option } is the better one by then.
decision-sampling-aid = Kept with the case, so that its odds are the same next year.
decision-sampling-draws = Draws
    .help = How many futures are drawn from all ranges at once.
decision-sampling-seed = Seed
    .help = The same seed gives the same draws.
decision-sampling-method = How draws are placed
decision-sampling-latin-hypercube = Latin hypercube
decision-sampling-sobol = Scrambled Sobol’ sequence
decision-sampling-together = { $count ->
        [one] { $count } pair of inputs moves together.
       *[other] { $count } pairs of inputs move together.
    }
decision-sampling-drawn = The odds on this page rest on { $draws } draws.

## The bar that never leaves

window-fact-recommended = Recommended
window-fact-odds = Best in
window-choice-below = Below { $volume }, { $option } is the choice.
window-choice-above = Above { $volume }, { $option } is the choice.
window-choice-none-below = Below { $volume }, no option passes every gate.
window-choice-none-above = Above { $volume }, no option passes every gate.

## Changes

edit-sampling = change of the sampling
