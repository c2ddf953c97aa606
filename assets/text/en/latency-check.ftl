# How fast a model writes, measured: why not, how sure, what figures mean, and the command.

## What cannot be timed

latency-plan-prompt = A prompt needs at least one token.
latency-plan-output = An answer needs at least two tokens: the time between them is what is measured.
latency-plan-nobody = Somebody has to ask: users and repetitions must be at least one.
latency-plan-rate = Requests must arrive at a rate above zero.
latency-unknown-shape = No shape is called “{ $name }”; there are { $known }.
latency-unknown-format = No number format is called “{ $name }”; there are { $known }.
latency-no-such-gpu = There is no usable GPU with the number { $number }: { $count ->
        [0] no GPU was found
        [one] one GPU was found, with the number 0
       *[other] { $count } GPUs were found, counted from 0
    }.
latency-model-family = Models of the family “{ $name }” do not run here; those that do are { $known }.
latency-model-unsupported = The model has { $what }, which does not run here; choose a model without it from { $known }.
latency-model-open = “{ $path }” cannot be read: { $reason }
latency-model-rows = { $format } stores numbers in blocks of { $block }, and rows of { $columns } are no whole blocks; choose another format.
latency-model-memory = There is no room for weights: { $gigabytes } GB were asked for at once.
latency-model-no-vocabulary = A made-up model knows no words; give it ids of tokens, or choose a GGUF file.
latency-model-damaged = The model cannot be used: { $reason }
latency-no-memory = Weights and cache need { $needed } GB, and { $free } GB are free; choose a smaller model, fewer users or shorter prompts.
latency-too-busy = Other programs use { $share } of the processors, so a measurement would say nothing; close them, or ask for it all the same.

## Why a model was not timed to the end

latency-failed-token = Token { $token } is beyond the vocabulary of { $vocabulary }.
latency-failed-room = There is room for { $room } tokens, and { $tokens } were wanted.
latency-failed-device = The device failed ({ $reason }).
latency-failed-stopped = It ended with the run, before it was answered.
latency-stopped-cancelled = It was cancelled; what was measured until then stands.
latency-stopped-time-limit = Its time was up; what was measured until then stands.
latency-stopped-cost-ceiling = It had cost what it may; what was measured until then stands.
latency-stopped-failed = It ended early: { $reason }

## Why figures are to be doubted

latency-doubt-busy-before = Other programs used { $share } of the processors before the run; the figures are too low.
latency-doubt-busy-during = Other programs used { $share } of the processors during the run; the figures are too low.
latency-doubt-starved = The run had its processors for { $share } of the time; it waited the rest.
latency-doubt-bandwidth = The bandwidth of memory changed by { $share } between the start and the end of the run.
latency-in-bunches = Several tokens came in one piece; their times are spread evenly over the gap before it, and percentiles between tokens are those of such even times.
latency-pieces = Nobody counted the tokens; every piece that came is taken for one.

## Behind an endpoint

latency-address-not-http = This is no address of an endpoint; it begins with http:// or https:// and names a host.
latency-address-holds-password = The address holds a name or a password, which would be shown wherever the address is; give the key apart.
latency-key-not-there = The environment has no variable { $name }.
latency-key-none = What was given is no key: it is empty or holds spaces.
latency-cost-unsaid = { $requests } requests with up to { $input } prompt tokens and { $output } output tokens would go to { $address }; say what they may cost with --input-usd-per-mtok, --output-usd-per-mtok and --max-cost-usd, or agree with --yes.
latency-cost-above = The plan would cost up to { $cost }, and { $ceiling } are allowed; ask for less, or allow more.
latency-cost-planned = { $requests } requests go to { $address }, with up to { $input } prompt tokens and { $output } output tokens: { $cost } at most.
latency-cost-unknown = { $requests } requests go to { $address }, with up to { $input } prompt tokens and { $output } output tokens; nobody said what they cost.
latency-trouble-status = The server refused with status { $status }: { $said }
latency-trouble-rate-limited = The server asks for fewer requests (status 429).
latency-trouble-rate-limited-for = The server asks for fewer requests (status 429) and to wait { $seconds } s.
latency-trouble-redirected = The server redirects to { $to }, where nothing was sent; if that is right, give that address.
latency-trouble-not-a-stream = The server answered with “{ $type }” and not with a stream of events; perhaps it is no endpoint for models.
latency-trouble-packed = The server packed its answer as “{ $encoding }”, which was not asked for.
latency-trouble-malformed = What came cannot be read; it begins with: { $began }
latency-trouble-too-much = The server sent more than { $megabytes } MB where an answer was due; the rest was not read.
latency-trouble-cut-off = The server ended the connection before the answer was complete.
latency-trouble-said = The server failed in the middle of its answer: { $said }
latency-trouble-empty = The answer held no text.
latency-trouble-no-first-token = No token came within { $seconds } s.
latency-trouble-stalled = The answer stalled: no further token came within { $seconds } s.
latency-trouble-too-long = The answer did not end within { $seconds } s.
latency-trouble-not-sent = { $open } requests were open already, so this one was not sent; the server does not keep up with this rate.
latency-trouble-stopped = It ended with the run.

## A printed run

latency-forecast = This takes { $least } to { $most } s and { $gigabytes } GB of memory.
latency-made-up = synthetic weights: for timing only
latency-bits = { $bits } bits a weight
latency-place-cpu = On this processor, { $threads ->
        [one] one thread
       *[other] { $threads } threads
    }, { $instructions }
latency-place-gpu = On { $name }, through { $backend }
latency-place-software = On { $name }, through { $backend }: a software renderer, not a GPU result
latency-place-endpoint = Behind { $address }, timed at the client
latency-level-users = { $prompt } prompt tokens, { $users ->
        [one] one user
       *[other] { $users } users
    }
latency-level-rate = { $prompt } prompt tokens, { $rate } requests/s
latency-row-answered = Requests answered
latency-row-failed = Requests that failed
latency-row-stopped = Requests cut short by the end of the run
latency-row-first-p50 = Time to first token, ms: median
latency-row-first-p95 = Time to first token, ms: p95
latency-row-first-p99 = Time to first token, ms: p99
latency-row-inter-p50 = Time between tokens, ms: median
latency-row-inter-p95 = Time between tokens, ms: p95
latency-row-inter-p99 = Time between tokens, ms: p99
latency-row-mean-gap = Mean time between tokens, ms: median answer
latency-row-end-to-end = Time to last token, ms: median
latency-row-prompt = Prompt tokens/s: median
latency-row-user = Output tokens/s for one user: median
latency-row-total = Output tokens/s of all users
latency-row-requests = Requests/s
latency-row-load = Making the model ready, s
latency-row-memory = Memory, GB
latency-row-bytes = Weights read for a token, GB
latency-row-energy = Energy of the processors, J
latency-row-bandwidth-before = Memory bandwidth before, GB/s
latency-row-bandwidth-after = Memory bandwidth after, GB/s
latency-row-bandwidth-share = Share of that bandwidth used, one user
latency-row-others-before = Processors used by others before
latency-row-others-during = Processors used by others during
latency-row-own-share = Time that the threads ran
latency-row-spent = Spent
latency-share = { $share }
latency-told-apart = One token, ms
latency-row-read-back = With its logits read back
latency-row-pipelined = Staying on the GPU
latency-row-dispatches = Dispatches, number
latency-row-floor = If its dispatches did nothing
latency-row-submission = One submission, waited for
latency-operating-point = Operating point at { $prompt } prompt tokens: { $users ->
        [one] one user
       *[other] { $users } users
    } at once get { $total } tokens/s together and { $user } each.
latency-no-operating-point = At { $prompt } prompt tokens no load that was tried meets the target.
latency-definitions = What the figures mean

## Definitions

latency-definition-first-token-here = Time to first token: from asking until the first token is chosen; with several users, who all ask at once, it includes the prompts that are read before.
latency-definition-first-token-endpoint = Time to first token: from sending the request (at a rate: from when it was due) until the first piece of text arrives at the client, network and waiting included.
latency-definition-inter-token-here = Time between tokens: every gap between two tokens of an answer; with several users the first gap is left out, since prompts of others are read in it.
latency-definition-inter-token-endpoint = Time between tokens: every gap between arrivals at the client, that of a piece with several tokens shared out evenly among them.
latency-definition-mean-gap = Mean time between tokens: from an answer’s first token to its last, over the tokens after the first (others call it time per output token).
latency-definition-end-to-end = Time to last token: from asking to the last token, of answers that came to their end.
latency-definition-prompt-tokens-here = Prompt tokens a second: the prompt’s tokens over the time of reading it.
latency-definition-prompt-tokens-endpoint = Prompt tokens a second: the prompt’s tokens, as the server counts them, over the time to the first token; reading alone is faster.
latency-definition-user-tokens = Output tokens a second for one user: one over the mean time between tokens of an answer.
latency-definition-total-tokens-here = Output tokens a second of all users: all tokens over the time in which anybody waited for one, reading prompts included.
latency-definition-total-tokens-endpoint = Output tokens a second of all users: all tokens over the time from the first request to the last token.
latency-definition-percentile = Median, p95 and p99: half, nineteen in twenty and ninety-nine in a hundred lie at or below; in between by the straight line. The warm-up does not count.
latency-definition-memory = Memory: what the runtime itself keeps at most, weights, cache and scratch.
latency-definition-energy = Energy: what the processor packages report for the time of the run, everything else that ran included.
