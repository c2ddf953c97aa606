# What the user is doing: steps of undo, states of the path, files.

## Undo

undo-named = Undo { $edit }
redo-named = Redo { $edit }
edit-figure = change of “{ $field }”
edit-reset = reset of “{ $field }”
edit-choice = change of “{ $choice }”
edit-title = change of the title
edit-question = change of the question
edit-date = change of the date
edit-currency = change of the currency
edit-fx-date = change of the date of the rate
edit-languages = change of the working languages
edit-notes = change of the notes
edit-add-option = adding “{ $option }”
edit-duplicate-option = duplicating “{ $option }”
edit-rename-option = renaming “{ $option }”
edit-move-option = moving “{ $option }”
edit-remove-option = removing “{ $option }”
edit-price = change of price of “{ $option }”
edit-model = change of model of “{ $option }”
edit-hardware = change of hardware of “{ $option }”
edit-cascade-part = change of cascade “{ $option }”
edit-customisation = change of customisation of “{ $option }”
edit-retirement = change of the end of sale of “{ $option }”
edit-context-tiers = change of context tiers of “{ $option }”
edit-volume-discounts = change of volume discounts of “{ $option }”
edit-scores = change of scores of “{ $option }”
edit-update-presets = update of { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }

## Choices that undo names

choice-horizon-months = Horizon
choice-currency = Currency
choice-date = Date of the case
choice-price-law = Price law
choice-billing = Billing
choice-purchase = Purchase
choice-useful-life-months = Useful life
choice-throughput = Throughput
choice-mode = How the cascade decides
choice-customisation-method = Customisation

## What else happened

notice-cascade-removed = “{ $option }” asked this option first and was removed with it.
notice-cascade-shortened = “{ $option }” now ends without this option.
notice-power-measured = The power of “{ $option }” goes from { $before } W to { $after } W with what the processors took in the runs that are used; screen, memory and disks are not in it.

## Why a step is in its state

reason-no-title = Give the case a title
reason-no-rate-date = The rate has no date
reason-horizon = { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
reason-starting-values = Starting values only
reason-own-figures = { $count ->
        [one] { $count } figure of your own
       *[other] { $count } figures of your own
    }
reason-shares-exceed-whole = Shares exceed the whole
reason-no-options = Add an option
reason-one-option = Add a second option
reason-impossible = { $count ->
        [one] { $count } option is impossible
       *[other] { $count } options are impossible
    }
reason-options = { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
reason-old-records = { $count ->
        [one] { $count } old record
       *[other] { $count } old records
    }
reason-doubtful-records = { $count ->
        [one] { $count } weak or assumed record
       *[other] { $count } weak or assumed records
    }
reason-sourced = Every figure has a source
reason-context-too-long = { $count ->
        [one] Requests too long for { $count } model
       *[other] Requests too long for { $count } models
    }
reason-without-score = { $count ->
        [one] { $count } option without a score
       *[other] { $count } options without a score
    }
reason-nothing-comparable = No table holds two options
reason-comparable = { $count ->
        [one] { $count } option in one table
       *[other] { $count } options in one table
    }
reason-does-not-fit = { $count ->
        [one] { $count } model does not fit
       *[other] { $count } models do not fit
    }
reason-targets-missed = { $count ->
        [one] { $count } option misses a target
       *[other] { $count } options miss a target
    }
reason-estimated = { $count ->
        [one] { $count } estimate
       *[other] { $count } estimates
    }
reason-nothing-hosted = Nothing runs on own machines
reason-measured = Entered or measured
reason-no-successor = { $count ->
        [one] { $count } model ends without a successor
       *[other] { $count } models end without a successor
    }
reason-successors = { $count ->
        [one] { $count } model moves to a successor
       *[other] { $count } models move to a successor
    }
reason-nothing-retires = No model leaves the market
reason-by-cost = Ordered by cost today
reason-nothing-feasible = No option is possible
reason-cheapest = { $option } costs least
reason-ready = Ready to export

## Actions that cannot be done

error-no-such-option = There is no option “{ $option }”.
error-no-such-entry = The list has no entry { $place }.
error-nested-cascade = A cascade cannot ask “{ $option }”, which is a cascade.
error-nothing-asked-first = A cascade must ask an option first; choose one.
error-score = A score must lie between 0 and 100, and { $value } does not.

## Files

error-file-faults = { $count ->
        [one] The file has a fault and was not opened. { $first } { $path }
       *[other] The file has { $count } faults and was not opened; the first is this. { $first } { $path }
    }
cause-not-allowed = this user may not
cause-read-only = it is read-only
cause-no-folder = the folder does not exist
cause-wrong-kind = a folder stands where a file is wanted
cause-disk-full = the disk is full
cause-in-use = another program holds it
cause-system = { $detail }
