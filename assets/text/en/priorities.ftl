# The step of priorities: conditions, gates, criteria and weights, people, judgements, money.

## The sentence over the page

priorities-headline-all-weighed = Every option passes every gate; { $counting ->
        [one] { $criteria } counts most
       *[other] { $criteria } count most
    }
priorities-headline-all = Every option passes every gate
priorities-headline-none-weighed = No option passes every gate; { $counting ->
        [one] { $criteria } counts most
       *[other] { $criteria } count most
    }
priorities-headline-none = No option passes every gate
priorities-headline-weighed = { $count ->
        [one] { $count } of { $total } options passes every gate
       *[other] { $count } of { $total } options pass every gate
    }; { $counting ->
        [one] { $criteria } counts most
       *[other] { $criteria } count most
    }
priorities-headline = { $count ->
        [one] { $count } of { $total } options passes every gate
       *[other] { $count } of { $total } options pass every gate
    }
priorities-nobody-weighs = Nobody has weighed yet: the framework’s starting weights count.
priorities-people-weigh = { $count ->
        [one] The weights are those of { $count } person.
       *[other] The weights are the mean of { $count } people’s.
    }
priorities-unknown-judgements = { $count ->
        [one] { $count } judgement is not known; the middle of its scale stands in.
       *[other] { $count } judgements are not known; the middle of their scale stands in.
    }
priorities-assumed-judgements = { $count ->
        [one] { $count } judgement is the framework’s assumption.
       *[other] { $count } judgements are the framework’s assumptions.
    }

## Views

priorities-views = Views of this step
priorities-view-glance = At a glance
priorities-view-gates = Gates
priorities-view-weights = Criteria and weights
priorities-view-judgements = Judgements
priorities-view-money = Money

## Gates

gate-passed = passed
gate-missed = missed
gate-not-known = not known yet
gate-not-asked = nothing asked
priorities-gates = What no option may miss
priorities-gates-aid = Judged once, on today’s figures; what is not known yet closes no gate.
priorities-set-gates = Set the gates
priorities-set-gates-aid = An option that misses one of these is out, however good it is otherwise.
priorities-no-gates = No gate is asked.
priorities-verdict = Verdict
priorities-closes-in = missed in { $share } of futures
priorities-in-the-running = In the running
priorities-no-cost = It cannot be had as it stands, so it has no cost.
priorities-gate-off = Not asked.
priorities-gate-asked = asked
priorities-gate-open = not asked
priorities-gate-closes = { $count ->
        [0] No option misses it.
        [one] { $count } option misses it.
       *[other] { $count } options miss it.
    }
priorities-gate-unknown = { $count ->
        [one] Of { $count } option it is not known yet.
       *[other] Of { $count } options it is not known yet.
    }
priorities-limit-of = Limit: { $gate }
priorities-farthest-place = Farthest place allowed
priorities-set-at = Set at the step “{ $step }”
priorities-places = Where data is processed
priorities-places-aid = What the contract says counts; until somebody says otherwise, the usual place of its kind.
priorities-place-of = Where data is processed: { $option }
priorities-place-usual = As usual for its kind: { $place }
priorities-place-parts = As far away as the farthest of its parts
priorities-clauses = Clauses that may forbid this use
priorities-clauses-aid = A clause closes the gate until somebody has read it and found no hindrance.
priorities-no-clauses = No licence of these options has such a clause.
priorities-clause-of = { $option }: { $clause }
priorities-clause-read = Read, no hindrance

## Statements about the client

priorities-conditions = What is true of the client
priorities-conditions-aid = { $count } of { $total } answered. An answer sets the inputs listed under it, and nothing else.
priorities-answer-yes = Yes
priorities-answer-no = No
priorities-answer-unknown = Nobody has said
priorities-favours-open-weights = Said to favour open weights
priorities-favours-proprietary = Said to favour proprietary models
priorities-follows = { $what }: { $yes } if so, { $no } if not
priorities-follows-also = { $count ->
        [one] { $count } more input follows
       *[other] { $count } more inputs follow
    }
priorities-follows-all = { $count ->
        [one] { $count } input follows
       *[other] { $count } inputs follow
    }
priorities-follows-gate = Gate “{ $gate }”
priorities-follows-kinds = { $input } ({ $kinds })
priorities-closes-for = { $count ->
        [one] As it is answered, a gate closes on { $options }.
       *[other] As it is answered, a gate closes on { $options }.
    }

## Weights

priorities-weights = What counts, and how much
priorities-weights-start = Starting weights of the framework; a weight is worth its swing from worst to best.
priorities-weights-mean = { $count ->
        [one] Weights of { $count } person; a weight is worth its swing from worst to best.
       *[other] Mean of the weights of { $count } people; a weight is worth its swing from worst to best.
    }
priorities-weigh = Weigh
priorities-no-criteria = There are no criteria yet; choose a framework at a glance.
priorities-criterion = Criterion
priorities-group = Group
priorities-start = Starting weights
priorities-start-note = These count for whoever has given no points of their own.
priorities-result-start = What the starting weights come to
priorities-result-of = What { $name }’s weights come to
priorities-result-aid = Share of all weight; the shares make one whole.
priorities-ask-swings = How much is each swing worth?
    .aid = A swing goes from the worst to the best stated; give points for the change, not for the criterion.
priorities-ask-ranks = Which swing matters more?
    .aid = The most important on top; the order alone gives the weights.
priorities-ask-pairs = How much more does one matter than another?
    .aid = Move each slider towards what matters more.
priorities-way = How weights are asked for
priorities-way-swings = Points
priorities-way-ranks = Order
priorities-way-pairs = Pairs
priorities-most-important = Which swing from worst to best matters most to you? That one gets { $points } points; give the others their share of it.
priorities-most-important-name = The swing that matters most
priorities-anchors = Worst: { $worst } · Best: { $best }
priorities-slider = Slider: { $name }
priorities-points-of = Weight of { $criterion }, { $name }
priorities-points-start = Starting weight of { $criterion }
priorities-no-order = Nobody has put them in order yet, so all count alike.
priorities-take-order = Take this order
priorities-rank-up = Move { $criterion } up
priorities-rank-down = Move { $criterion } down
priorities-scheme = How the order becomes weights
priorities-scheme-centroid = Centroid
    .help = The mean of all weights that keep the order.
priorities-scheme-sum = Falling evenly
    .help = Each place weighs the same amount less than the one before.
priorities-scheme-reciprocal = Halves, thirds
    .help = The second weighs half the first, the third a third.
priorities-pair = { $first } against { $second }
priorities-pair-equal = equally important
priorities-pair-times = { $criterion }: { $times } times as important
priorities-pair-equal-short = equal
priorities-pair-times-short = { $times } times
priorities-pairs-too-many = There are too many criteria to say how far comparisons agree; points or an order ask less of you.
priorities-light-green = The comparisons agree with each other (inconsistency { $ratio }).
priorities-light-amber = Some comparisons contradict each other (inconsistency { $ratio }); look at these.
priorities-light-red = The comparisons contradict each other so much that the weights mean little (inconsistency { $ratio }).
priorities-triad = { $first } was said to matter { $said } times as much as { $third }; by way of { $second } it would be { $implied } times.
priorities-go-to-pair = Go to { $first } against { $second }

## People

priorities-people = Who weighs
priorities-people-aid = Each gives weights of their own; the group’s are the mean of all.
priorities-whose = Whose weights are shown
priorities-name = Name or office
priorities-unnamed = without a name
priorities-newcomer = Name of somebody who weighs
priorities-add-person = Add a person
priorities-remove-person = Remove { $name }
priorities-agree = { $count } of { $total } would choose { $option }.
priorities-prefers = { $name } would choose { $option }.
priorities-table = Everybody’s weights, side by side
priorities-table-aid = How far apart: what share of the weight would have to move to make them the group’s.
priorities-apart = How far from the group
priorities-choices = Would choose
priorities-who = Who
priorities-no-choice = none

## Judgements

priorities-judgements = How options do by each criterion
priorities-judgements-aid = Points of a hundred between the stated worst and best. { $assumed } are the framework’s assumptions, { $unknown } are not known.
priorities-judgements-note = Press a criterion to judge options by it below.
priorities-judge = Judge by { $criterion }
priorities-value = Value, weighted
priorities-unknown = not known
priorities-assumed = assumed
priorities-own = judged
priorities-found = computed
priorities-unknown-help = Not known: the middle of the scale stands in, and all of it is thought possible.
priorities-score = Published score
priorities-found-worth = { $what }: { $value }, worth { $points } points.
priorities-found-clipped = { $what }: { $value }, beyond the stated end, worth { $points } points.
priorities-reason = Why: { $judgement }
priorities-back-to-start = Back to the framework’s judgement

## Money

priorities-money = How cost enters, once
priorities-money-aid = Either beside the criteria or among them, never both.
priorities-cost-money-axis = Beside the criteria
    .help = One question says what a point of value is worth; what is left after cost decides.
priorities-cost-criterion = As one criterion more
    .help = Cost is weighed from its worst to its best; what a point is worth follows from its weight.
priorities-review = Looking at the choice again
priorities-review-aid = Start on one option, learn, and change if another has become better; no months means never.
priorities-trade-off = The one trade-off question
priorities-trade-off-question = How much dearer may an option be over { $months } if it is { $points } points better?
priorities-worth-of = Worth of { $points } points
priorities-whole-scale = The whole scale of { $points } points is worth { $worth }.
priorities-between-options = Between the best and the worst option in the running lie { $points } points, worth { $worth }, and { $cost } of cost.
priorities-leads-by = So { $option } leads { $second } by { $margin }.
priorities-worth-nothing = As it stands a point is worth nothing, and cost alone decides.
priorities-cost-ends = What cost is weighed between
priorities-cost-ends-aid = Present value over the horizon; fixed, so that a further option changes nobody’s value.
priorities-cost-ends-turned = The worst cost must be above the best; until then a point is worth nothing.
priorities-implied = With { $weight } of all weight on cost, a point of value is worth { $worth }.
priorities-weigh-cost = Weigh cost

## The framework

priorities-framework = The framework in use
priorities-framework-date = As of { $date }
priorities-framework-own = Criteria and gates of your own.
priorities-framework-choose = Choose another framework
priorities-framework-none = This case has neither criteria nor gates yet; a framework brings both, and you change what does not fit.
priorities-framework-use = Use “{ $framework }”
