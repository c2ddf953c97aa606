# Words that every screen shares: buttons, counts, states.

## The program

app-name = Weighbridge
app-tagline = Weigh open-weight and proprietary language models before you decide
start-headline = What would you like to weigh?
start-compare = Compare options
    .help = A typical workload with one API, one hosted and one rented option, computed at once.
start-samples = Sample cases
start-recent = Recent
start-recovered = Unsaved work from { $time } was found.

## Buttons

button-add = Add
button-add-option = Add option…
button-apply = Apply
button-back = Back
button-cancel = Cancel
button-choose = Choose…
button-close = Close
button-copy = Copy
button-delete = Delete
button-discard = Don’t save
button-duplicate = Duplicate
button-edit = Edit…
button-explain = Why this number?
button-export = Export…
button-move-down = Move down
button-move-up = Move up
button-new = New
button-next = Next
button-ok = OK
button-open = Open…
button-redo = Redo
button-remove = Remove
button-rename = Rename…
button-reset = Reset
button-restore = Restore
button-save = Save
button-save-as = Save as…
button-search = Search…
button-try-again = Try again
button-undo = Undo
button-update = Update…

## Menus and settings

menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
settings = Settings
settings-language = Language
settings-theme = Theme
settings-zoom = Zoom
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
theme-system = As the system

## Files

file-unsaved = Unsaved changes
file-saved = Saved
file-untitled = Untitled
file-path = File path
file-save-question = Save the changes to { $name }?
file-overwrite-question = { $name } exists. Replace it?

## Counts

count-options = { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
count-months = { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
count-changes = { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
count-faults = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
count-samples = { $count ->
        [one] { $count } sample
       *[other] { $count } samples
    }

## Values

value-unknown = unknown
value-undisclosed = undisclosed
value-none = none
value-yes = Yes
value-no = No
value-range = { $low } to { $high }
value-default = Default { $value }
value-allowed = Allowed { $low } to { $high }

## Where a figure comes from

origin-default = Starting value
    .help = The program’s own starting value; nobody has looked at it yet.
origin-preset = From the catalogue
    .detail = { $source }, read { $date }
origin-measured = Measured
    .detail = Measured in run { $run }
origin-entered = Entered
    .detail = Entered by { $by } on { $date }
origin-estimated = Estimated
    .detail = Estimated, error about ±{ $error }
quality-published = published
    .help = Read on the publisher’s own page.
quality-secondary = second-hand
    .help = Read in somebody’s copy of the publisher’s page.
quality-derived = derived
    .help = Computed from published figures.
quality-entered = entered
    .help = Typed in by a person.
quality-weak = weak
    .help = Contradictory, old or of unclear origin.
quality-assumed = assumed
    .help = Published by nobody; a judgement.
quality-note = Source quality { $quality }
age-old = Read { $days } days ago; check it before you rely on it.

## Range of an uncertain figure

range-low = Low
range-base = Base
range-high = High
range-low-to-high = Low, base, high

## Tables and explanations

column-option = Option
column-model = Model
column-source = Source
column-date = Date
column-value = Value
column-unit = Unit
column-note = Note
explain-title = Why { $value }?
explain-formula = Formula
explain-inputs = Inputs
explain-go-to-input = Go to this input

## Months of the horizon

month-number = Month { $month }
year-number = Year { $year }
