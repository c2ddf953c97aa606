# What the engine noticed: not failures, but worth knowing.

## Fit and speed

finding-memory-short = The model does not fit; it needs { $needed } and has { $available }.
finding-context-too-long = Requests are too long for the model; they have { $needed } and it reads { $available }.
finding-time-to-first-token-missed = The first token takes about { $estimated }; { $target } is asked for.
finding-writing-speed-missed = One user sees about { $estimated }; { $target } is asked for.
finding-throughput-estimated = { $known ->
        [no] Throughput is an estimate, and nobody knows how far it may be off; a measurement of your own replaces it.
       *[yes] Throughput is an estimate, in eight of ten cases within about { $error } of what is measured; a measurement of your own replaces it.
    }
finding-hopeful = { $utilisation } utilisation leaves hardly any room for surprises.
finding-mostly-idle = Only { $utilisation } of what is paid does work; the rest stands idle.

## The market

finding-moves-to-successor = The model is sold until { $date }; from then on { $successor } takes over at its own price.
finding-retires-without-successor = The model is sold until { $date } and no successor is named; its price is assumed to stay.

## Sources

finding-old-presets = { $count ->
        [one] { $count } record is old, read { $oldest }; check it before you rely on it.
       *[other] { $count } records are old, the oldest read { $oldest }; check them before you rely on them.
    }
finding-doubtful-presets = { $count ->
        [one] { $count } record is weak or assumed.
       *[other] { $count } records are weak or assumed.
    }

## Inputs that contradict each other

finding-cascade-missing-part = The cascade has no part “{ $part }”; choose another option for it.
finding-cascade-nested = The part “{ $part }” is itself a cascade; choose a plain option.
finding-shares-exceed-whole = Shares of one whole add up to { $sum }; lower one of them.
finding-measured-while-busy = “{ $source }” was measured while the machine was busy, so it is not used.
finding-measured-long-ago = “{ $source }” was measured more than a year ago ({ $date }); engines have gained since.
finding-measured-far-off = “{ $source }” was measured { $times } times away from the estimate: look again at the conditions.
