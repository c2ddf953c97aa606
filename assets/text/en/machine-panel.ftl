# A model of one’s own on this machine, published measurements beside a run, and other machines.

## A model of one’s own

here-choose-file = Choose…
here-choose-model = Choose a model
here-choose-take = Take
here-prompt = Prompt in words
here-prompt-example = A pair of scales weighs two things against each other. In plain words, it
here-prompt-help = It is read as it stands, without a template of a conversation. Left empty, a made-up prompt of the length below is read.
here-no-text = It is timed with made-up tokens all the same.
here-written = What the model writes
another-choose-file = Choose what a machine said of itself

## Published measurements beside it

beside-title = What others measured
beside-aid = Published figures of one user alone, of this hardware or the nearest, beside the newest run
beside-no-device = Measure this machine above, so that hardware like it can be found among published measurements.
beside-nothing = Nobody published a measurement that could stand beside this run.
beside-same-chip = Others measured { $hardware } too.
beside-same-class = Nobody published a measurement of { $hardware }; these are the nearest of its class.
beside-other-class = Nobody published a measurement of { $hardware } nor of its class; these are the nearest of others.
beside-writing = Writing, tokens a second
beside-reading = Reading the prompt, tokens a second
beside-column-published = Published
beside-column-here = Here
beside-column-ratio = Here ÷ published
beside-times = { $ratio } ×
beside-what = { $model }, { $bits } bits, on { $hardware }
beside-near-same-chip = same chip
beside-near-same-class = same class of hardware
beside-near-other-class = another class of hardware
beside-model-true = same model
beside-model-false = another model
beside-format-true = same bits
beside-format-false = other bits
beside-bandwidth = weights take { $theirs } of its bandwidth by data sheet, and { $own } of the measured one here
beside-caution = A ratio is of chip, model, bits and runtime together; only where all but the runtime agree is it one of runtimes. Shares of bandwidth are comparable across models.
latency-published-heading = Published of the same or the nearest hardware
latency-published = { $quantity }: { $what } ({ $near }): { $published } published, { $own } here, { $ratio } times

## Runs

here-run-plan = prompts of { $prompt }, answers of { $output } tokens, { $users } { $most ->
        [one] user
       *[other] users at once
    }, { $repeats ->
        [one] one repetition
       *[other] { $repeats } repetitions
    }
here-run-speed = { $speed } tokens a second
here-run-prompt = { $speed } prompt tokens a second
here-run-first = first token after { $time }
here-run-nothing = Nothing was answered.
here-run-busy = The machine was busy: the case does not use it.
here-run-use = Use in the case
here-run-use-name = Use { $run } in the case
here-run-remove = Remove
here-run-remove-name = Remove { $run }

## A machine that is not here

another-describe-button = Describe another machine…
another-describe = Describe another machine
another-describe-aid = What is typed counts as entered by you; what follows from it is an estimate
another-path = What the command “weighbridge probe --json” wrote on that machine, or “Copy transcript” there
another-path-help = Fills the fields below; each can be changed.
another-read = Read
another-name = Name of the machine
another-processor = Processor
another-memory = Memory
another-bandwidth = Memory bandwidth
another-arithmetic = 16-bit arithmetic
another-gpu-name = Graphics processor
another-gpu-add = Add a GPU
another-gpu-remove = Remove this GPU
another-fields-help = 0 means that it is not known. Of hardware that was measured and published its name is enough.
another-take = Take over
another-lacks-name = Give the machine a name.
another-lacks-memory = Say how much memory the machine or one of its GPUs has.
another-lacks-gpu-name = Give every GPU its name.
another-not-readable = The file cannot be read: { $reason }
another-too-large = The file is too large to be what a machine says of itself.
another-no-machine = The file tells of no machine; take what “weighbridge probe --json” wrote. ({ $reason })
another-title = Another machine: { $name }
another-aid = Not here: nothing of it was measured by this program today
another-known-there = { $how }, there
another-measured-there = measured, there
another-change = Change…
another-remove = Remove
another-no-bandwidth = Its memory or its bandwidth is not known, so that nothing can be estimated for it; “Change…” lets you enter them.
another-estimates = Estimates only, from what was entered or read: models of the case there, with the range of eight in ten.
another-no-arithmetic = How fast it reads prompts is left open: its arithmetic rate is not known.
another-no-option = No option of the case runs on devices or servers of your own, so none can be put on it.
another-in-use = { $option } runs on it.
another-use = Let { $option } run on it
another-use-help = Model, price and power of the option stay; memory, bandwidth and what follows become those of this machine. It can be taken back.

## Words beside speeds

here-word-comfortable = Comfortable to read along
here-word-usable = Usable: about as fast as people read
here-word-too-slow = Too slow to read along
here-words-by-reading = comfortable from { $comfortable } tokens a second, twice as fast as people read; usable from { $usable }, as fast as they read; too slow below
here-words-by-target = comfortable from { $comfortable } tokens a second, the case’s target; usable from { $usable }, as fast as people read; too slow below
here-words-by-low-target = comfortable from { $comfortable } tokens a second, the case’s target, which is less than the { $usable } at which people read; too slow below
