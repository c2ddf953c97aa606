# What follows for the choice: the recommendation, how sure it is, why options are out, what would turn it round.

## The recommendation

choice-worth-more = Choose { $option }: over { $months } it is worth { $margin } more than { $second }
choice-cheaper = Choose { $option }: over { $months } it costs { $margin } less than { $second }
choice-even = { $option } and { $second } are worth the same over { $months }
choice-only = Choose { $option }: no other option passes every gate
choice-none = No option passes every gate as it stands

## How sure

choice-odds = Best of all options in { $count } of { $all } futures.
choice-margin-range = In eight of ten futures the lead lies between { $low } and { $high }.
choice-cost-range = In eight of ten futures it costs between { $low } and { $high }.
choice-all-pass = Every option passes all gates.
choice-one-out = One option is out, { $option }: { $gates }.
choice-several-out = { $count ->
        [one] { $count } option is out: { $gates }.
       *[other] { $count } options are out: { $gates }.
    }

## Gates in a few words

choice-gate-data-residency = where data is processed
choice-gate-licence = licence
choice-gate-time-to-first-token = time to first token
choice-gate-writing-speed = writing speed
choice-gate-memory = memory
choice-gate-context = length of requests
choice-gate-minimum-score = score in { $benchmark }
choice-gate-languages = working languages
choice-gate-skills = skills on hand
choice-gate-minimum-judgement = { $criterion }

choice-place-own-premises = the client’s own premises
choice-place-own-tenancy = machines that only the client uses, at somebody else’s
choice-place-provider-in-region = a provider bound to a region
choice-place-provider = a provider, wherever that is

## Why an option is out

choice-out-because = Out because { $reasons }.
choice-closed-data-residency = data goes to { $place }, and nothing farther than { $allowed } is allowed
choice-closed-licence = { $count ->
        [one] nobody has read the clause of its licence, { $licence }, that may forbid this use
       *[other] nobody has read the { $count } clauses of its licence, { $licence }, that may forbid this use
    }
choice-closed-time-to-first-token = the first token takes { $time }, and { $target } is allowed
choice-closed-writing-speed = it writes { $speed } to one user, and { $target } is asked for
choice-closed-memory = the model needs { $need }, and the machine offers { $room }
choice-closed-memory-in-draws = the model does not fit its machine in { $share } of futures
choice-closed-context = a request has { $tokens } tokens, and the model reads { $limit }
choice-closed-minimum-score = it scores { $score } in { $benchmark }, and { $limit } is asked for
choice-closed-languages = its vendor does not support { $languages }
choice-closed-skills = it takes { $fte } full-time engineers, and { $limit } are on hand
choice-closed-minimum-judgement = it is given { $points } points for { $criterion }, and { $limit } are asked for

## Three reasons

choice-reason-costs-less = It costs { $amount } less than { $second } over { $months }.
choice-reason-better = It does better than { $second } in { $criterion }: { $points } points, worth { $amount }.
choice-reason-others-out = { $count ->
        [one] { $options } would be worth more, but a gate keeps it out.
       *[other] { $options } would be worth more, but gates keep them out.
    }
choice-reason-only-one = It is the only option that passes every gate.

## What would turn it round

choice-flip-input-below = { $input } below { $at } (today { $here }): then { $second }
choice-flip-input-above = { $input } above { $at } (today { $here }): then { $second }
choice-flip-weight-below = { $criterion } counting for less than { $at } of all weight (today { $here }): then { $second }
choice-flip-weight-above = { $criterion } counting for more than { $at } of all weight (today { $here }): then { $second }
choice-flip-gate = Another answer at the gate “{ $gate }”: then { $second }

choice-criterion-cost = Cost
choice-input-judgement = { $criterion }
choice-input-weight = Weight of { $criterion }
choice-input-limit = Limit of the gate “{ $gate }”

## How it could be found out

choice-find-ask = ask
choice-find-measure = measure
choice-find-pilot = pilot
choice-find-logs = import logs
