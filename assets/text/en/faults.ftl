# What is wrong with a file of presets or a scenario.

## The sentence around a fault

fault = { $file }:{ $line }:{ $column }: { $what }
fault-in-record = { $file }:{ $line }:{ $column }: { $record }: { $what }
fault-in-field = { $file }:{ $line }:{ $column }: { $record }, { $field }: { $what }
fault-at-field = { $file }:{ $line }:{ $column }: { $field }: { $what }

## Brackets, text and commas

fault-unclosed = Nothing closes this { $bracket }.
fault-unopened = This { $bracket } closes nothing.
fault-mismatched = This { $found } cannot close { $open }.
fault-unclosed-text = The text has no closing quotation mark.
fault-unclosed-comment = The comment has no end.
fault-missing-comma = A comma is missing before this.
fault-missing-value = A value is missing before this.
fault-empty = The file holds nothing.
fault-too-large = The file is too large.
fault-too-deep = The brackets are nested too deeply.
fault-not-text = This is not UTF-8 text.
fault-syntax = This cannot be read as RON ({ $detail }).
fault-too-many = There are more faults than are listed here; correct these first.

## Records and keys

fault-not-a-list = A preset file is a list of records in square brackets.
fault-unknown-record = There is no kind of record “{ $found }”; there are { $allowed }.
fault-unknown-key = There is no key “{ $found }” here; the keys are { $allowed }.
fault-duplicate-key = The key “{ $key }” stands twice.
fault-missing-key = The key “{ $key }” is missing.
fault-wrong-type = Expected { $expected }, found { $found }.
fault-unknown-name = “{ $found }” is not allowed here, only { $allowed }.
expected-number = a number
expected-whole-number = a whole number that is not negative
expected-text = a text in quotation marks
expected-truth = true or false
expected-list = a list in square brackets
expected-struct = keys and values in round brackets
expected-map = keys and values in braces
expected-other = another value

## Values

fault-not-finite = This must be a finite number.
fault-negative = This cannot be negative, and { $value } is.
fault-out-of-range = This must lie between { $min } and { $max }, and { $value } does not.
fault-empty-text = This text must not be empty.
fault-bad-id = “{ $found }” is no id; use small letters, digits and . - _ / + : @
fault-bad-date = “{ $found }” is not a date; write 2026, 2026-11, 2026-11-24, or “by” before one of these.
fault-future-date = { $date } lies in the future; nothing here may be later than { $latest }.
fault-ends-before-start = This ends at { $until }, which is not after its start at { $from }.
fault-range-order = Low, base and high must ascend, and { $low }, { $base }, { $high } do not.
fault-together = Either all of { $keys } must be there or none.
fault-exclusive = Only one of { $keys } may be there.
fault-tier-order = Tiers must ascend, and the tier above { $above } tokens does not.
fault-shapes = { $larger } must not be larger than { $smaller }.

## References

fault-unknown-reference = There is no { $kind } “{ $id }”.
fault-circular-reference = “{ $id }” leads back to itself.
fault-duplicate-id = The id “{ $id }” stands already at { $first }.
fault-duplicate-name = “{ $name }” is already a name of “{ $other }”.
fault-overlapping-prices = This holds at the same time as “{ $other }” of the same offer.
fault-unknown-field = The record has no field “{ $found }”.
fault-no-date = No file holds the record Catalogue with the date of the presets.

## Doubtful, but used

fault-output-cheaper = Output at { $output } is cheaper than input at { $input }; please look again.
fault-not-yet-in-force = This begins at { $from }, after the date of the case, { $date }.
fault-no-longer-in-force = This ended at { $until }, before the date of the case, { $date }.
fault-after-catalogue = The catalogue ends at { $latest }; prices are the last known.
fault-old = { $days ->
        [one] This is { $days } day old.
       *[other] This is { $days } days old.
    }

## Scenarios

fault-misspelt = There is no key “{ $found }” here; did you mean “{ $nearest }”?
fault-not-whole = This must be a whole number, and { $value } is not.
fault-newer-version = This file is of version { $found }, and this program reads versions up to { $latest }; a newer program wrote it.
fault-bad-option-id = “{ $found }” is no id; use up to 64 small letters, digits and hyphens.
fault-step-order = Limits must rise from step to step, and { $above } does not.
fault-not-in-catalogue = There is no “{ $id }” in the catalogue.
fault-weights-not-open = The weights of “{ $id }” are not open, so it cannot be hosted.
fault-size-unknown = Nobody published how many parameters “{ $id }” has; enter the size yourself.
fault-other-plan = The option “{ $id }” has a plan of another kind.
