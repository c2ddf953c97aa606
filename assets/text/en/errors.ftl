# What went wrong, then what to do. A path stands last.

## Typed numbers

error-number-empty = No number was given.
error-number-no-digits = “{ $text }” is not a number.
error-number-junk = “{ $part }” in “{ $text }” was not understood.
error-number-two-decimals = “{ $text }” has more than one decimal separator.
error-number-groups = The digits of “{ $text }” are not grouped in threes.
error-number-percent-not-expected = “{ $text }” is a percentage; a plain number is expected here.
error-number-money-not-expected = “{ $text }” is an amount of money; a plain number is expected here.
error-number-other-currency = “{ $text }” is in another currency; type an amount in { $currency }.
error-number-too-large = “{ $text }” is too large.

## Values of a field

fault-value-not-finite = It must be a finite number.
fault-value-not-whole = It must be a whole number, and { $value } is not.
fault-value-out-of-range = It must lie between { $min } and { $max }, and { $value } does not.
error-date = “{ $text }” is not a date; write 2026, 2026-11 or 2026-11-24.
error-unknown-locale = “{ $tag }” is not a language of this program; choose en, pt-BR, pt-PT or es.

## Files

error-file-not-found = There is no such file; check the path. { $path }
error-file-not-readable = The file could not be read ({ $reason }). { $path }
error-file-not-writable = The file could not be written ({ $reason }); nothing was changed. { $path }
error-file-newer = The file was saved by a newer version ({ $version }); update the program to open it. { $path }
error-dialog-unavailable = No file dialog could be opened; type the path instead.

## Graphics

error-graphics = The window could not be drawn. Adapters tried { $adapters }. Start again in safe mode, or use the program without a window.
error-no-display = There is no display; use the program without a window, for example “{ $command }”.

## Setting an input by its path

error-set-unknown-path = There is no input “{ $path }”.
error-set-not-a-number = “{ $path }” takes a number, and “{ $given }” is none.
error-set-unknown-choice = “{ $path }” takes { $allowed }, and “{ $given }” is none of them.
error-set-value = “{ $path }” does not take this value. { $why }
error-option-without-cost = The option “{ $option }” has no cost to compare.

## Inputs that no formula can answer

error-finance-not-finite = { $what } must be a finite number.
error-finance-rate-too-low = { $what } must be above −100%, not { $value }.
error-finance-negative = { $what } must not be negative, not { $value }.
error-finance-not-positive = { $what } must be above zero, not { $value }.
error-finance-not-a-share = { $what } must lie between 0 and 1, not { $value }.
error-finance-part-exceeds-whole = { $part } of { $whole } cannot have passed.
error-finance-empty-range = The range from { $start } to { $end } is empty.
error-finance-too-many-sign-changes = The flows change sign { $found } times; at most { $limit } are followed.
error-finance-too-many-intervals = The answer has more than { $limit } separate intervals.
error-finance-undefined-at = The function has no value at { $at }.

## Making an option from the catalogue

error-unknown-model = There is no model “{ $name }” in the catalogue.
error-unknown-price = There is no price “{ $name }” in the catalogue.
error-unknown-rent = There is no rent “{ $name }” in the catalogue.
error-unknown-hardware = There is no hardware “{ $name }” in the catalogue.
error-weights-not-open = The weights of “{ $name }” are not open, so it cannot be hosted.
error-size-unknown = Nobody published how many parameters “{ $name }” has; enter the size yourself.
error-other-plan = The option “{ $name }” has a plan of another kind.
