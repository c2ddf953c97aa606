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

error-value-out-of-range = { $field } must lie between { $min } and { $max }; { $value } does not. The last good value is kept.
error-value-not-whole = { $field } must be a whole number; { $value } is not.
error-value-not-finite = { $field } must be a finite number.
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
