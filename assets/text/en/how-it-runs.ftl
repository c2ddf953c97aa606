# How a self-hosted option runs its model: engine, precisions, accelerators.

edit-engine = change of engine of “{ $option }”
edit-cache-bits = change of cache precision of “{ $option }”

running-title = How { $option } runs
running-aid = The estimate follows every change at once, and every change can be undone.
running-engine = Serving engine
running-engine-aid = What loads the weights and answers requests.
running-engine-here = Measured on such hardware
running-engine-elsewhere = Measured on other hardware only
running-engine-never = Measured nowhere: an estimate from bytes and operations alone
running-weights = Format of the weights
running-weights-aid = Fewer bits are read faster and lose a little quality.
running-cache = Precision of the cache
running-cache-aid = Half the bits hold twice the conversation, where the engine can.
running-cache-bits = { $bits } bits
running-cache-own = Entered by the byte: { $bytes } for each token.
running-accelerators = Accelerators and replicas
running-nearest = { $quantity }, { $load }: measured { $measured }, estimated { $estimate } ({ $range }), off by { $off }
