# What the program says without a window.

## A printed evaluation

headless-case = { $title }, { $date }, { $months }
headless-undated-rate = Computed in US dollars, shown in { $currency } at { $rate }, a rate without a date.
headless-lines = Cost over { $months }
headless-instead-of = Instead of { $option }
headless-saved = Net present value saved
headless-payback = Payback
headless-payback-discounted = Discounted payback
headless-all-options = All options
headless-cannot-be-had = It cannot be had as it stands.

## Odds

headless-odds = Odds over { $draws } draws, seed { $seed }
headless-no-ranges = No input that matters here has a range, so there is nothing to draw.
headless-chance-cheapest = Chance to cost least
headless-futures = Futures in which it costs least
headless-npv-p10 = Net present value, one in ten below
headless-npv-p50 = Net present value, half below
headless-npv-p90 = Net present value, nine in ten below
headless-regret = Expected regret
headless-evpi = To know everything beforehand is worth { $value } at most.
headless-worth-finding-out = To know { $quantity } beforehand is worth { $value }.
headless-difference = { $option } less { $other }: { $difference } of net present value of cost
headless-tornado = The difference at both ends of each range; ! marks what alone turns the decision round.
headless-at-p10 = At P10
headless-at-p90 = At P90
headless-switch-points = Turns round at

## A printed explanation

headless-step = Step
headless-left-out = { $count ->
        [one] { $count } more like these; --all shows it.
       *[other] { $count } more like these; --all shows them.
    }
headless-deeper = The steps below are not shown; --depth or --all shows them.
headless-of-month = { $term }, month { $month }

## Checking files

headless-no-faults = No faults found. { $file }

## Errors

error-file-is-folder = This is a folder, not a file. { $path }
error-file-protected = The file is write-protected; nothing was changed. { $path }
error-folder-not-found = There is no such folder; check the path. { $path }
error-folder-not-writable = Nothing can be written into this folder ({ $reason }). { $path }
error-output-kind = The name of the file to write must end in { $allowed }. { $path }
error-output = The output could not be written ({ $reason }).
error-setting-form = “{ $given }” must be written as PATH=VALUE.
error-unknown-option = There is no option “{ $option }”; there are { $allowed }.
error-unknown-result = There is no result “{ $name }”; results are { $allowed }, each as OPTION.NAME.
error-result-absent = The option “{ $option }” has no figure “{ $name }” in this case.
error-result-nought = Nothing adds to “{ $name }” of the option “{ $option }” in this case.
error-unknown-sample = There is no sample “{ $name }”; there are { $allowed }.
error-no-samples = This program holds no samples.
error-catalogue = The presets inside the program could not be read.
error-report = The document could not be made ({ $reason }).
error-chart-empty = There is nothing to draw in the chart “{ $name }” of this case.
error-sensitivity = The difference between these options is not a number somewhere in a range.

## Arguments that are not understood

usage-unknown-command = There is no command “{ $given }”; there are { $allowed }.
usage-no-command = A command is missing; there are { $allowed }.
usage-unknown-argument = “{ $given }” is not understood here; --help lists what is.
usage-missing = This is missing: { $missing }.
usage-twice = { $argument } can stand only once.
usage-conflict = { $argument } cannot stand beside { $other }.
usage-no-value = { $argument } lacks what belongs to it; --help says what that is.
usage-bad-value = { $argument } does not take “{ $given }”.
usage-unknown-value = { $argument } does not take “{ $given }”, only { $allowed }.
usage-other = These arguments are not understood; --help lists what is.
