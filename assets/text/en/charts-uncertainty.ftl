# Charts of odds, and of what moves them: names, message titles, reading aids, tables.

## Names

chart-futures = Fifty futures
chart-difference-tornado = What moves the difference
chart-spider = Relative moves
chart-regret = Expected regret
chart-exceedance = Chance to exceed a cost
chart-chance-cheapest = Chance to cost least, by volume
chart-loss-over-volume = Expected loss, by volume
chart-break-even-map = Break-even map
chart-rank-shares = Ranks over all weightings
chart-central-weights = Who would choose what

## Titles are messages

chart-title-futures-cost = { $option } costs less than { $other } in { $count } of { $all } futures
chart-title-futures-benefit = { $option } is ahead of { $other } in { $count } of { $all } futures
chart-title-futures-even-cost = { $option } and { $other } each cost less in { $count } of { $all } futures
chart-title-futures-even-benefit = { $option } and { $other } are each ahead in { $count } of { $all } futures
chart-title-futures-same-cost = { $option } and { $other } cost the same in every future
chart-title-futures-same-benefit = { $option } and { $other } are equally good in every future
chart-title-tornado-nothing = No uncertain input moves the difference
chart-title-tornado-steady = No input alone turns the order round; { $input } moves it most
chart-title-tornado-one-cost = { $input } is the only input that can by itself turn round which costs less
chart-title-tornado-one-benefit = { $input } is the only input that can by itself turn round which is better
chart-title-tornado-several-cost = { $count ->
        [one] { $count } input can turn round which costs less: { $input }
       *[other] { $count } inputs can each turn round which costs less, { $input } most of all
    }
chart-title-tornado-several-benefit = { $count ->
        [one] { $count } input can turn round which is better: { $input }
       *[other] { $count } inputs can each turn round which is better, { $input } most of all
    }
chart-title-spider = { $input } moves the difference most, by { $amount } over the moves shown
chart-title-regret = { $option } has the smallest expected regret, { $amount }
chart-title-regret-none = { $option } is the best choice in every future
chart-title-exceedance = { $option } stays below { $amount } in nine of ten futures, the lowest of all
chart-title-exceedance-alone = { $option } stays below { $amount } in nine of ten futures
chart-title-chance-always = { $option } is the likeliest to cost least at every volume shown
chart-title-chance-once = { $first } is the likeliest to cost least up to { $volume } requests a month, { $second } beyond
chart-title-chance-changes = { $count ->
        [one] The option likeliest to cost least changes { $count } time between { $low } and { $high } requests a month
       *[other] The option likeliest to cost least changes { $count } times between { $low } and { $high } requests a month
    }
chart-title-loss-always = { $option } has the smallest expected loss at every volume shown
chart-title-loss-once = { $first } has the smallest expected loss up to { $volume } requests a month, { $second } beyond
chart-title-loss-changes = { $count ->
        [one] The option with the smallest expected loss changes { $count } time between { $low } and { $high } requests a month
       *[other] The option with the smallest expected loss changes { $count } times between { $low } and { $high } requests a month
    }
chart-title-map-always = { $option } is ahead all over the map
chart-title-map-largest = { $option } is ahead on the largest part of the map
chart-title-map-between = { $option } is ahead in this case, as long as { $input } stays between { $low } and { $high }
chart-title-map-above = { $option } is ahead in this case, as long as { $input } stays above { $low }
chart-title-map-below = { $option } is ahead in this case, as long as { $input } stays below { $high }
chart-title-map-across = { $option } is ahead in this case whatever { $input }, and gives way only as { $other } moves
chart-title-ranks = { $option } ranks first for { $share } of all weightings
chart-title-central-weights = You would choose { $option } if you cared mainly about { $criterion }
chart-title-central-weights-alone = Every weighting chooses { $option }

## Subtitles: unit and reading aid

chart-subtitle-cumulative-band = Cost from the start to the end of each month, { $unit }, undiscounted; a band holds eight of ten futures, P10 to P90, and dots follow the median
chart-subtitle-futures-cost = Each dot is one of { $count } equally likely futures, placed by the difference in cost over { $months }, { $unit }
chart-subtitle-futures-benefit = Each dot is one of { $count } equally likely futures, placed by the difference in net benefit over { $months }, { $unit }
chart-subtitle-futures-these-two = { $what }; only these two are compared, and another option may be better still
chart-subtitle-tornado-cost = Difference in cost, { $unit }, with each input alone at its P10 and its P90; striped red lies beyond zero, where the order turns
chart-subtitle-tornado-benefit = Difference in net benefit, { $unit }, with each input alone at its P10 and its P90; striped red lies beyond zero, where the order turns
chart-subtitle-spider-cost = What { $option } saves against { $other }, { $unit }, as one input alone moves from this case
chart-subtitle-spider-benefit = Lead of { $option } over { $other } in net benefit, { $unit }, as one input alone moves from this case
chart-subtitle-regret = What each option falls short of the best choice of the same future, on average, { $unit }
chart-subtitle-exceedance = Share of futures, %, in which net present value of cost over { $months } is above an amount; lower and further left is better
chart-subtitle-chance = Share of futures, %, in which each option costs least
chart-subtitle-loss = What each option costs on average above the cheapest of the same future, { $unit }
chart-subtitle-map-cost = Each area is where one option costs least; on the lines between them two cost the same
chart-subtitle-map-benefit = Each area is where one option has the highest net benefit; on the lines between them two are equal
chart-subtitle-ranks = Share of all weightings of the criteria, %, that put an option at each rank
chart-subtitle-central-weights = Mean weight of each criterion, %, over the weightings that choose the option; all equal would be { $share }

## Marks and axes

chart-side-cost = { $option } costs less
chart-side-benefit = { $option } is better
chart-here = This case
chart-axis-move = Move of the input, %
chart-axis-npv = Net present value of cost, { $unit }
chart-rank = Rank { $rank }

## Summaries, tables and source line

chart-futures-range-cost = { $option } saves { $low } at P10, { $middle } at the median and { $high } at P90
chart-futures-range-benefit = { $option } leads by { $low } at P10, { $middle } at the median and { $high } at P90
chart-range-of = { $option } lies between { $low } and { $high } in eight of ten futures
chart-column-future = Future
chart-column-lead-cost = Saving of { $option }
chart-column-lead-benefit = Lead of { $option }
chart-column-ahead-cost = Costs less
chart-column-ahead-benefit = Is better
chart-column-lead-low-cost = Saving of { $option } at P10
chart-column-lead-high-cost = Saving of { $option } at P90
chart-column-lead-low-benefit = Lead of { $option } at P10
chart-column-lead-high-benefit = Lead of { $option } at P90
chart-column-input = Input
chart-column-criterion = Criterion
chart-column-exceeded-in = Exceeded in
chart-column-low = { $option }, P10
chart-column-middle = { $option }, median
chart-column-high = { $option }, P90
chart-source-draws = { $draws ->
        [one] { $draws } draw from the ranges, seed { $seed }
       *[other] { $draws } draws from the ranges, seed { $seed }
    }
