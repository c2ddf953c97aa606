# What a runtime did not run, and memory that it did not get.

## Memory

latency-failed-memory-weights = The model’s weights need { $gigabytes } GB of memory, which were not given.
latency-failed-memory-keys-and-values = What the model keeps of its tokens needs { $gigabytes } GB of memory, which were not given; fewer users or shorter texts need less.
latency-failed-memory-binding = { $gigabytes } GB were wanted in one piece, and this GPU’s kernels see { $most } GB at once.
latency-failed-memory-other = { $gigabytes } GB of memory were wanted and not given ({ $reason }).

## What does not run

latency-unsupported-instructions = This processor lacks the vector instructions that were chosen: { $name }.
latency-unsupported-layers = The model states another count of layers ({ $said }) than it has ({ $is }), so it does not run; perhaps its file is damaged.
latency-unsupported-matrix = A matrix of the model in { $format } is { $is } in size where { $wanted } is expected, so it does not run; perhaps its file is damaged.
latency-unsupported-width = A model of width { $numbers } does not run here; the width must be above zero, and even on a GPU.
latency-unsupported-heads = The model’s attention heads ({ $heads }) cannot share its heads of keys and values ({ $shared }) evenly, so it does not run.
latency-unsupported-head-size = A model with attention heads of size { $numbers } does not run here; the size must be above zero, and on a GPU even and at most 512.
latency-unsupported-positions = The model writes positions into { $numbers } numbers of a head of size { $size }, which does not go, so it does not run; perhaps its file is damaged.
latency-unsupported-window = The model’s window of attention (tokens: { $tokens }, layers: { $layers }) does not fit its layers, so it does not run; perhaps its file is damaged.
latency-unsupported-rows = The model’s rows are too long for this GPU: its kernels do not see even { $rows } rows of { $columns } numbers at once.
latency-unsupported-empty-prompt = A prompt without a single token cannot be timed; give it some text.
latency-unsupported-no-room-made = The model was asked before there was room for its tokens, which is a fault of this program.
