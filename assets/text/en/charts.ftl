# Charts: names, axes, message titles, source lines.

## Names

chart-cumulative-cost = Cumulative cost
chart-cost-breakdown = Cost breakdown
chart-break-even = Break-even over volume
chart-cost-capability = Cost against capability
chart-cost-against-capability = Cost against capability

## Titles are messages

chart-title-cumulative-cheapest = { $option } costs least after { $months }
chart-title-cumulative-crossing = { $option } becomes cheapest in month { $month }
chart-title-breakdown-largest = { $line } is the largest cost of { $option }, at { $share }
chart-title-break-even-one = { $first } and { $second } cost the same at { $volume }
chart-title-break-even-several = { $count ->
        [one] { $first } and { $second } cost the same at { $count } volume
       *[other] { $first } and { $second } cost the same at { $count } volumes
    }
chart-title-break-even-none = { $option } is cheaper at every volume shown
chart-title-cost-capability = { $option } has the best score, { $score }
chart-title-alone = { $option } costs { $cost } over { $months }
chart-title-same-cost = All options cost the same over { $months }
chart-title-volume-always = { $option } costs least at every volume shown
chart-title-volume-once = { $first } costs least up to { $volume } requests a month, { $second } beyond
chart-title-volume-changes = { $count ->
        [one] The cheapest option changes { $count } time between { $low } and { $high } requests a month
       *[other] The cheapest option changes { $count } times between { $low } and { $high } requests a month
    }
chart-title-capability-alone = { $option } scores { $score } and costs { $cost }
chart-title-capability-both = { $option } scores best, { $score }, and costs least
chart-title-capability-trade = { $best } scores best, { $score }; { $cheapest } costs { $saving } less and scores { $other }
chart-title-no-scores = No option has a score yet

## Subtitles: unit and reading aid

chart-subtitle-cumulative = Cost from the start to the end of each month, { $unit }, undiscounted
chart-subtitle-breakdown = Cost over { $months } by part, { $unit }, undiscounted
chart-subtitle-break-even = Present value of all cost, spread evenly, { $currency } a month; shaded in the colour of the option that costs least
chart-subtitle-capability = Net present value of cost over { $months } against { $score }; an outline marks a score that was not published
chart-this-case = This case, { $value }

## Axes

axis-month = Month
axis-cost = Cost
axis-cumulative-cost = Cumulative cost
axis-monthly-cost = Cost per month
axis-requests-per-month = Requests per month
axis-score = Score
axis-option = Option
axis-in-unit = { $axis }, { $unit }

## Source line and notes

chart-source = Source { $source }
chart-source-case = Case “{ $title }” of { $date }
chart-source-presets = { $count ->
        [one] { $count } record of the catalogue, read { $oldest }
       *[other] { $count } records of the catalogue, read from { $oldest } on
    }
chart-note-undiscounted = Undiscounted
chart-note-estimated = Throughput estimated
chart-note-without-score = Without a score in this group
chart-note-does-not-fit = Does not fit in memory
chart-empty = Nothing to draw yet

## Around a chart

chart-table = Table
chart-summary = Summary
chart-export = Export chart…
chart-copy = Copy chart
chart-copy-table = Copy table
