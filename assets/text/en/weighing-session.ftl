# Weighing: steps of undo, states of steps, and fields.

## What undo takes back

edit-answer = answer to a condition
edit-framework = change of the framework
edit-cost-role = change of how cost counts
edit-gate = switching a gate
edit-add-gate = adding a gate
edit-remove-gate = removing a gate
edit-add-criterion = adding a criterion
edit-criterion = change of a criterion
edit-remove-criterion = removing a criterion
edit-data-place = change of where data of “{ $option }” goes
edit-clause = reading a clause of “{ $option }”
edit-reason = reason for a judgement of “{ $option }”
edit-add-participant = adding “{ $participant }”
edit-rename-participant = renaming “{ $participant }”
edit-remove-participant = removing “{ $participant }”
edit-elicitation = how “{ $participant }” weighs
edit-ranks = order of “{ $participant }”
edit-rank-scheme = what the order of “{ $participant }” weighs
edit-comparison = comparison by “{ $participant }”

## Choices, notices and errors

choice-on = Gate
choice-allowed = Where data may go
choice-data-place = Where data goes
choice-answer = Condition
choice-cost-role = How cost counts
notice-gates-removed = { $count ->
        [one] { $count } gate that asked for it was removed with it.
       *[other] { $count } gates that asked for it were removed with it.
    }
error-anchors = The worst and the best of a criterion must be two numbers that differ.
error-comparison = One of two criteria is at most nine times as important as the other.

## Why a step is in its state

reason-starting-weights = Weights of the framework
reason-answered = { $count ->
        [one] { $count } condition answered
       *[other] { $count } conditions answered
    }
reason-weighed = { $count ->
        [one] { $count } person weighed
       *[other] { $count } people weighed
    }
reason-contradict = { $count ->
        [one] { $count } person’s comparisons clash
       *[other] { $count } people’s comparisons clash
    }
reason-all-out = Gates close on every option
reason-chosen = Choose { $option }
reason-chosen-of = { $count ->
        [one] Choose { $option }; { $count } is out
       *[other] Choose { $option }; { $count } are out
    }

## Fields

field-assessment-points = Judgement
    .help = How an option does by a criterion, from 0 to 100.
field-weight-points = Weight
    .help = What the step from worst to best counts, from 0 to 100.
field-gate-points-limit = Least allowed
    .help = What falls short of it is out.
field-gate-fte-limit = Posts on hand
    .help = Full posts of engineers that can be given to this.
field-money-axis-usd-per-point = What a point is worth
    .help = What one point of value of a hundred is worth over the horizon, in today’s money.
field-money-axis-worst-cost-usd = Cost worth nothing
    .help = The cost at which cost as a criterion is worth nothing.
field-money-axis-best-cost-usd = Cost worth everything
    .help = The cost at which cost as a criterion is worth everything.
field-review-after-months = Look again after
    .help = Months after the start at which the choice is looked at again; none means never.
field-review-known-share = Known by then
    .help = Share of today’s uncertainty that is known by then.
