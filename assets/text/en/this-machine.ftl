# This machine in the window: what was found, a model timed on it, and what that means for the case.

latency-view-options = Options of the case
latency-view-machine = This machine
latency-view-endpoint = An endpoint

## Headline

here-headline-nothing = Nothing was timed on this machine yet
here-headline-measured = A model was timed on this machine
here-headline-comfortable = This machine writes answers of { $model } at a comfortable { $speed } tokens a second
here-headline-usable = This machine writes answers of { $model } at { $speed } tokens a second, about as fast as people read
here-headline-too-slow = At { $speed } tokens a second this machine is too slow for { $model }
here-sure = What is measured here is a measurement, and what follows for other models an estimate from it. Nothing is downloaded, and nothing leaves the machine.

## What was found

here-found = What was found
here-found-aid = Facts about this machine, and how each is known
here-looking = Looking at this machine …
here-column-fact = Fact
here-column-value = Value
here-column-known = How it is known
here-known-operating-system = operating system
here-known-processor = processor
here-known-driver = driver
here-known-measured = measured
here-known-entered = entered by you
here-known-nobody = nobody says
here-gpu-number = GPU { $number }
here-of-gpu = GPU { $number }, { $what }
here-measured-within = measured, ±{ $spread }
here-measure = Measure (about { $time })
here-measure-again = Measure again (about { $time })
here-measure-needs = Needs up to { $memory } of memory for the time being
here-measuring = Measuring memory and arithmetic …
here-measuring-left = Measuring memory and arithmetic, { $left } left
here-cancel = Cancel
here-transcript = Copy transcript
here-show-all = All facts
here-show-less = Fewer facts
here-look-again = Look again
here-correct = Correct “{ $fact }”
here-correct-help = An empty field means that it is not known.
here-correct-bytes = In gigabytes (10⁹ bytes). An empty field means that it is not known.
here-correct-texts = Names with commas between them. An empty field means that nothing is known.
here-correct-range = A number from 0 to a thousand million is needed here.
here-correct-take = Take over

## Timing a model

here-time = Time a model here
here-time-aid = Token by token; a made-up model of the same shape is as fast as a real one
here-where = Where it runs
here-processor = Processor
here-gpu = GPU { $number }: { $name }
here-software = Software: { $name }
here-what = Which model
here-made-up = Made up
here-file = GGUF file
here-path = Path of a GGUF file
here-path-help = The file is read where it lies. Llama, Mistral, Qwen, Gemma and Phi-3 models run.
here-shape = Shape
here-format = Number format
here-prompt-tokens = Prompt
here-output-tokens = Answer
here-sweep = Try { $users } users at once
here-though-busy = Even if other programs keep the machine busy
here-start = Time it
here-running = Running: { $model }
here-stage-preparing = making the model ready
here-stage-warming = warming up
here-stage-timing = timing
here-stage-telling-apart = telling the times of the GPU apart
here-stage-stopping = stopping
here-users = { $users ->
        [one] { $users } user
       *[other] { $users } users
    } at once
here-answered = { $done } of { $all } answered
here-left = { $left } left
here-trace-unit = ms a token
here-trace-summary = { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }, in the middle { $middle } milliseconds each
here-result = Timed: { $model }
here-figure-first = time to first token
here-figure-between = between tokens, p50 / p95
here-figure-speed = tokens a second
here-figure-prompt = prompt tokens a second
here-figure-bandwidth = of measured bandwidth
here-told-apart = A token that stays on the GPU takes { $pipelined } ms; its { $dispatches } dispatches alone would take { $floor } ms.

## What it means for the case

here-meaning = What that means for the case
here-meaning-aid = Models of the case on this machine, estimated from what was measured, with the range of eight in ten; in the format that was timed, or as an option has them here
here-weights-timed = in { $format }, as timed
here-weights-own = in { $format }, as “{ $option }” has them here
here-weights-usual = in { $format }, as such machines mostly run them
here-meaning-no-device = Measure this machine above, so that other models can be estimated from this run.
here-meaning-no-model = No option of the case hosts a model itself.
here-column-model = Model
here-column-speed = Tokens a second
here-column-prompt = Prompt read in
here-column-verdict = Verdict
here-range = { $value } ({ $low } to { $high })
here-verdict-comfortable = comfortable
here-verdict-usable = usable
here-verdict-too-slow = too slow
here-verdict-does-not-run = does not run
here-into-the-case = Into the case
here-in-the-case = In the case: estimates of this machine and its class give way to it.
here-busy-not-used = The machine was busy: the measurement is kept and not used.
here-nothing-for-the-case = This run says nothing about a machine: it was made in software or answered nothing.

## Runs

here-history = Runs
here-history-aid = On this machine, newest first: what one user alone saw, the middle of the repetitions

## The chart of several users

chart-speed-by-users = Speed by users
measured-title-shared = With { $users } users at once each gets { $each } instead of { $alone }
measured-title-enough = More users share the speed; { $users ->
        [one] one still gets
       *[other] { $users } still get
    } { $target }
measured-title-never = Nobody gets { $target } here, even alone
measured-subtitle = { $subject }: speed that each user sees, over users at once
measured-phrase = { $users ->
        [one] one user
       *[other] { $users } users
    }: { $each } each, { $all } together
measured-column-users = Users
measured-column-each = Each
measured-column-all = Together
measured-column-first = First token, p95
measured-axis-users = users at once
measured-axis-each = tokens a second for each
measured-each = each user
measured-target = target
measured-here = { $users ->
        [one] one user
       *[other] { $users } users
    }

## An endpoint

endpoint-headline = { $model } behind this endpoint writes { $speed } tokens a second
endpoint-headline-failed = The endpoint gave no answer that could be timed
endpoint-headline-nothing = No endpoint was timed yet
endpoint-sure = Timed at the client, network and waiting included. Requests go only to the address given here, and only when you press the button.
endpoint-ask = Time an endpoint
endpoint-ask-aid = Any server with OpenAI’s interface: llama.cpp, Ollama, vLLM, or a provider’s
endpoint-url = Address, as http://localhost:8080/v1
endpoint-model = Model’s name there
endpoint-key = Key
endpoint-key-variable = From a variable
endpoint-key-typed = Typed, for one run
endpoint-key-variable-name = Name of the environment variable (empty for none)
endpoint-key-itself = Key (never written anywhere)
endpoint-option = Option of the case that buys there
endpoint-loopback = The address is this machine; nothing is paid.
endpoint-input-price = Price of input
endpoint-output-price = Price of output
endpoint-ceiling = May cost at most
endpoint-agree = I agree to these requests and their cost
endpoint-start = { $count ->
        [one] Send { $count } request
       *[other] Send { $count } requests
    }
endpoint-progress = { $done } of { $all } answered, { $failed } failed, { $limited } of them refused for coming too fast
endpoint-column-first = First token, p50 / p95
endpoint-column-between = Between tokens, p50 / p95
endpoint-column-failed = Failed
endpoint-spent = Spent { $spent }, by the prices given.
endpoint-no-option = Choose the option that buys there before a run, to take its figures into the case.
endpoint-in-the-case = In the case: the option’s waiting times are those measured.
