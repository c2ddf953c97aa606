# Results of other tools, read into measurements.

## Why a file cannot be read

import-fault = { $file }: { $what }
import-fault-at = { $file }:{ $line }:{ $column }: { $what }
import-fault-empty = The file holds nothing.
import-fault-too-large = The file is too large.
import-fault-too-many-values = The file holds more values than results ever do.
import-fault-too-deep = The brackets are nested too deeply.
import-fault-not-text = This is no text.
import-fault-unknown = These are results of no tool known here; known are { $allowed }.
import-fault-cut-off = The file ends in the middle; it may not have been written to its end.
import-fault-unreadable = What stands here cannot be read.
import-fault-number-too-large = The number is too large for any figure.
import-fault-duplicate-key = The key “{ $key }” stands twice.
import-fault-cells = The row has { $found } cells and its heading { $expected }.
import-fault-no-column = The table has no column “{ $column }”.

## What was left out, and what is worth knowing

import-note = { $count ->
        [0] { $what }
        [one] Result { $first }: { $what }
       *[other] { $count } results, from result { $first } on: { $what }
    }
import-note-unknown-result = Of no tool known here; left out.
import-note-no-figure = No positive figure stands under “{ $key }”; left out.
import-note-no-hardware = It does not say what it ran on.
import-note-no-model = It does not name the model.
import-note-no-load = It does not say how many requests there were at once.
import-note-no-lengths = It does not say how long prompts and answers were; left out.
import-note-unknown-format = How many bits “{ $name }” takes is not known here; left out.
import-note-some-failed = { $share } of the requests failed.
import-note-too-many-failed = { $share } of the requests failed, which is too many; left out.
import-note-cancelled = The run was cancelled; left out.
import-note-speculative = Measured with speculative decoding; left out.
import-note-disaggregated = Prompts were read on other machines than answers were written on; left out.
import-note-mixed = Reading prompts and writing answers are mixed in one figure; left out.
import-note-prompt-at-depth = The prompt was read behind a context that was there already; left out.
import-note-partly-on-processor = A part of the model was computed by the processor; left out.
import-note-mixed-hardware = It ran on accelerators of different kinds; left out.
import-note-remote = It ran on other machines over a network; left out.
import-note-embeddings = Embeddings were measured; left out.
import-note-demand-not-capacity = Throughput under arrivals is what was asked for, not what can be had; left out.
import-note-latency-of-a-flood = Everything was asked for at once; latencies of such a flood are left out.
import-note-more = There is more of this kind than is listed.

## Why a measurement cannot be used

import-unresolved-no-model = nobody says which model it was; --model names it
import-unresolved-model = no model is called “{ $name }”; near are { $near }
import-unresolved-no-hardware = nobody says what it ran on; --hardware names it
import-unresolved-hardware = no hardware is called “{ $name }”; near are { $near }
import-unresolved-no-count = nobody says on how many GPUs or processors it ran; --count does
import-unresolved-no-weights = nobody says in which format the weights were; --weights does
import-unresolved-no-engine = nobody says which engine it was; --engine names it
import-unresolved-no-load = nobody says how many requests there were at once; --concurrency does
import-unresolved-no-lengths = nobody says how long prompts and answers were
import-unresolved-partly-on-processor = only { $layers } of { $of } layers were on the accelerator
import-unresolved-faster-than-memory = it would be faster than the weights can be read from memory
import-unresolved-impossible = { $reason }
import-unresolved-tables = the built-in tables cannot be read
import-nothing-near = none

## What was assumed

import-assumed-weights = Assumed: weights in the format in which the model is published, with { $bits } bits each.
import-assumed-cache = Assumed: { $bits } bits for each element of the cache.
import-assumed-split = Assumed: every layer is split across all { $count } accelerators.

## A printed file

import-head = { $file }: { $rows ->
        [one] { $rows } measurement
       *[other] { $rows } measurements
    } from { $results ->
        [one] { $results } result
       *[other] { $results } results
    } of { $tool }
import-row = { $place }. { $quantity }: { $figure }, { $model } on { $count } × { $hardware }, { $load }
import-row-estimated = { $place }. { $quantity }: { $figure } (estimated { $estimated }), { $model } on { $count } × { $hardware }, { $load }
import-row-unresolved = { $place }. { $quantity }: { $figure }, not used: { $reason }
import-quantity-decode-alone = Speed for one user
import-quantity-prefill = Reading prompts
import-quantity-fixed-batch = Throughput
import-quantity-saturated = Throughput at capacity
import-quantity-inter-token = Time between tokens
import-quantity-time-to-first-token = Time to first token
import-tokens-per-second = { $value } tokens/s
import-milliseconds = { $value } ms
import-load-unknown = load not known
import-load-at-once = requests at once: { $requests }
import-load-as-fits = as many requests as fit
import-load-arrivals = requests a second: { $requests }
