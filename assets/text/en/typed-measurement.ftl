# A measurement that is typed in, and what an import still lacks.

## The form

typed-begin = Enter a measurement…
typed-title = A measurement of your own
typed-aid = It stands before the estimate of exactly this and pulls those akin; it can be undone.
typed-subject = What was measured
typed-subject-other = Another model and machine
typed-model = Model
typed-hardware = Machine
typed-accelerators = GPUs or processors in all
typed-quantity = Figure
typed-quantity-fixed-batch = Throughput with so many users
typed-input = Tokens of a prompt
typed-output = Tokens of an answer
typed-users = Requests at once
typed-value-speed = Tokens a second
typed-value-time = Milliseconds
typed-date = Day of the measurement
typed-source = Source
typed-source-aid = Who measured it, or where it is written.
typed-note = Note
typed-note-aid = Version, settings and other load, as you like.
typed-estimate = Estimated so far: { $figure }.
typed-change = Estimated { $before } so far; with this measurement { $after }.
typed-add = Add the measurement

## Why it cannot be added yet

typed-lacks-model = Choose the model that was measured.
typed-lacks-hardware = Choose the machine that it ran on.
typed-lacks-weights = Choose the format of the weights.
typed-lacks-engine = Choose the engine that served it.
typed-lacks-source = Say where the figure comes from.
typed-no-number = “{ $text }” is no number.
typed-not-positive = Write a number above 0.
typed-not-whole = Write a whole number from 1 to { $most }.
typed-too-late = That day has not come yet.
typed-unknown-model = Nobody published the shapes of { $model }, so there is no estimate to hold it against.
typed-no-room = A case keeps { $most } measurements at most: remove one first.

## Rows of a file that cannot be used yet

row-lacks-model = the file does not say which model it was: choose it above
row-unknown-model = nothing here is called “{ $name }”: choose above which model that is
row-lacks-hardware = the file does not say what it ran on: choose the machine above
row-unknown-hardware = nothing here is called “{ $name }”: choose above which machine that is
row-lacks-count = the file does not say on how many GPUs or processors it ran: write it above
row-lacks-weights = the file does not say in which format the weights were: choose it above
row-lacks-engine = the file does not say which engine it was: choose it above
row-lacks-load = the file does not say how many requests there were at once: write it above
row-answered = As you said: { $what }
