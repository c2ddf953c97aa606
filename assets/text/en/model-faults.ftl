# What is wrong with a model’s file or with a made-up model: parts of longer sentences, after a colon.

latency-model-vocabulary = The model reads and writes no text here: { $reason }

## Opening the file

model-file-not-found = there is no such file; check the path
model-file-no-permission = your account may not read it
model-file-folder = it is a folder

## Where in the file

gguf-at = { $fault } (byte { $offset })
gguf-at-place = { $fault } (“{ $place }”, byte { $offset })

## What is wrong there

gguf-not-gguf = this is no GGUF file; choose one that ends in .gguf
gguf-big-endian = the file is big-endian; get or make a little-endian one
gguf-version = version { $version } of GGUF is not read, only 2 and 3; make the file anew with a current converter
gguf-ends = the file ends { $missing ->
        [one] one byte
       *[other] { $missing } bytes
    } too early; it was perhaps not copied whole
gguf-count = { $count } entries do not fit into the { $room } bytes that follow; the file is damaged
gguf-text = a text is not UTF-8; the file is damaged or of another kind
gguf-kind = there is no kind { $kind } of values; the file is damaged
gguf-truth = a truth value is { $value }, and may be 0 or 1; the file is damaged
gguf-nested = lists are nested more than { $depth } deep; the file is damaged
gguf-duplicate = the name stands in the file twice; the file is damaged
gguf-alignment = an alignment of { $alignment } is none: it must be a power of two, at most 65,536
gguf-dimensions = a tensor of { $count } dimensions is not read, only of 1 to 4
gguf-empty = a dimension is 0; the file is damaged
gguf-format = numbers are stored in the format { $format }, which is not read; those that are: { $known }
gguf-blocks = rows of { $columns } numbers are no whole blocks of { $format }; the file is damaged
gguf-size = a tensor is larger than any memory; the file is damaged
gguf-misaligned = a tensor starts at { $start }, which is no multiple of { $alignment }; the file is damaged
gguf-overlap = a tensor shares bytes with “{ $other }”; the file is damaged
gguf-missing = the key is missing; get the file again, or make one with llama.cpp’s converter
gguf-value = the value is { $is }, and { $wanted } is expected; get or make the file anew
gguf-other = { $words }
gguf-sort-whole = a whole number
gguf-sort-signed = a whole number with a sign
gguf-sort-float = a floating-point number
gguf-sort-number = a number
gguf-sort-truth = a truth value
gguf-sort-text = a text
gguf-sort-list = a list
gguf-sort-texts = a list of texts
gguf-sort-numbers = a list of numbers

## What does not fit together

model-tensor-missing = the tensor “{ $name }” is missing; the file was perhaps made by another program, or is one part of several
model-tensor-sizes = the tensor “{ $name }” has the sizes { $is }, and { $wanted } are needed; the file is damaged
model-number = “{ $key }” is { $number }, which no model has; the file is damaged
model-shape = no model has this shape

## What a model has that does not run

model-feature-layers = layers of different shapes ({ $key })
model-feature-experts = { $count ->
        [one] one expert
       *[other] { $count } experts
    }
model-feature-values = values of { $values } numbers beside keys of { $keys }
model-feature-positions = positions scaled by “{ $kind }”
model-feature-format = a row “{ $tensor }” in blocks of { $format }
model-feature-tensor = a tensor “{ $name }”

## The vocabulary

model-vocabulary-kind = vocabularies of the kind “{ $name }” are not read; those that are: llama (SentencePiece) and gpt2 (byte pairs)
model-vocabulary-words = it cuts text into words in the way “{ $name }”, which is not known here
model-vocabulary-length = “{ $key }” has { $is } entries for { $tokens } tokens; the file is damaged
