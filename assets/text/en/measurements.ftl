# What was measured for a case: the card, the import, undo, and what it did.

## Fields

field-interface-speed-time-to-first-token-seconds = Time to first token
    .help = From a request to its first token, as measured or promised; 0 where nobody knows.
field-interface-speed-tokens-per-second = Writing speed
    .help = Tokens a second that one user gets, as measured or promised; 0 where nobody knows.
report-group-interface-speed = Speed of the interface

## Undo, and why something was not done

edit-add-measurements = adding { $count ->
        [one] { $count } measurement
       *[other] { $count } measurements
    }
edit-remove-measurement = removing “{ $source }”
edit-use-measurement = using “{ $source }”
edit-leave-measurement = leaving “{ $source }” aside
error-no-such-measurement = There is no measurement “{ $measurement }”.
error-not-measured = A measurement must be a positive number, and { $value } is not.
error-too-many-measurements = A case keeps { $most } measurements at most.

## The card

measurements-title = Measurements
measurements-aid = What was measured stands before what is estimated, and pulls estimates of its class.
measurements-none = Nothing has been measured for this case yet.
measurements-import = Import results…
measurements-import-aid = Files of llama-bench, vLLM, GuideLLM, AIPerf, genai-perf and InferenceX.
measurement-on-machine = { $model } on { $count } × { $hardware } with { $engine }
measurement-at-endpoint = { $model } at { $provider }
measurement-headline = { $quantity }: { $figure }
measurement-kind-this-machine = measured here
measurement-kind-endpoint = measured at the endpoint
measurement-kind-imported = imported
measurement-kind-entered = entered
measurement-estimate = Estimated { $before } before, { $after } now.
measurement-class-faster = Other models with this engine on such hardware are taken to be { $share } faster.
measurement-class-slower = Other models with this engine on such hardware are taken to be { $share } slower.
measurement-option-same = { $option } runs exactly this.
measurement-option-class = { $option } leans on it.
measurement-result = { $result }: { $before } → { $after }
measurement-unknown = not known
measurement-no-option = No option changes by it.
measurement-busy = The machine was busy: shown, and not used.
measurement-left-aside = Left aside.
measurement-nobody-buys = No option buys this model from this provider.
measurement-old = Measured more than a year ago.
measurement-far-off = { $times } times away from the estimate: look again at conditions and units.
measurement-use-name = Use “{ $source }”
measurement-use = Use
measurement-remove = Remove
measurement-remove-name = Remove “{ $source }”
measurements-interfaces = Speed of interfaces
measurements-interfaces-aid = As measured at the endpoint or promised by the provider; targets are judged by it.

## The import

measurements-path-title = Import results
measurements-read-button = Read
measurements-reading = Reading { $file } …
measurements-what-model = What is “{ $name }”?
measurements-what-hardware = What is the machine “{ $name }”?
measurements-which-model = Which model was it?
measurements-which-hardware = On which machine did it run?
measurements-count = GPUs or processors in all
measurements-engine = Engine
measurements-weights = Format of the weights
measurements-at-once = Requests at once
measurements-take-name = Take { $place }
measurements-take = Take
measurements-add = { $count ->
        [0] Nothing to add
        [one] Add { $count } measurement
       *[other] Add { $count } measurements
    }
measurements-room = { $most ->
       *[other] A case keeps { $most } measurements at most: take fewer.
    }

## Without a window

measurements-added = { $count ->
        [one] { $count } measurement was added to “{ $case }”.
       *[other] { $count } measurements were added to “{ $case }”.
    }
measurements-changed = { $what }, { $quantity }: estimated { $before }, measured { $measured }, now { $after }
measurements-nothing = None of the results can be used, so nothing was added.

## Decision

decision-worth-measure = Measure { $input }: to the page “Latency and hardware”
