# Words for hardware that is no GPU, under the keys of the usual words.

base-gpu-of-processor = { $count ->
        [one] processor
       *[other] processors
    }
    .per = per processor
serving-machine-unknown-of-processor = { $count ->
        [one] { $count } processor
       *[other] { $count } processors
    }
field-serving-memory-gigabytes-per-gpu-of-processor = Memory of a processor
    .help = Memory that one processor computes from.
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-processor = Memory bandwidth of a processor
    .help = What one processor can read from its memory.
field-serving-teraflops-per-gpu-of-processor = Arithmetic rate of a processor
    .help = Dense rate of one processor at this precision.
field-serving-link-gigabytes-per-second-of-processor = Link between processors
    .help = Bandwidth between the processors of a replica, one way.
field-serving-gpus-per-replica-of-processor = Processors a replica
    .help = Processors that one replica runs on.
field-owned-gpus-per-server-of-processor = Processors a server
    .help = Processors in one server.
term-exchange-time-of-processor = Exchanges between processors
field-serving-unpacking-picoseconds-per-weight-of-processor = Unpacking of a weight
    .help = Time that one processor takes to unpack a weight before use; 0 where none is packed.
field-serving-exchange-microseconds-of-processor = Shortest exchange
    .help = Shortest time of an exchange between two processors.
field-serving-pipeline-stages-of-processor = Pipeline stages
    .help = Groups of processors, of which each holds a part of the layers.
field-serving-expert-groups-of-processor = Expert groups
    .help = Groups of a replica’s processors, of which each holds some of the experts and all other weights; 1 where all share every expert.
field-owned-server-price-usd-of-processor = Price of a server
    .help = Price of one server, processors included.
running-accelerators-of-processor = Processors and replicas
options-serving-machine-of-processor = The processor

base-gpu-of-accelerator = { $count ->
        [one] accelerator
       *[other] accelerators
    }
    .per = per accelerator
serving-machine-unknown-of-accelerator = { $count ->
        [one] { $count } accelerator
       *[other] { $count } accelerators
    }
field-serving-memory-gigabytes-per-gpu-of-accelerator = Memory of an accelerator
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-accelerator = Memory bandwidth of an accelerator
field-serving-teraflops-per-gpu-of-accelerator = Arithmetic rate of an accelerator
field-serving-link-gigabytes-per-second-of-accelerator = Link between accelerators
field-serving-gpus-per-replica-of-accelerator = Accelerators a replica
field-owned-gpus-per-server-of-accelerator = Accelerators a server
term-exchange-time-of-accelerator = Exchanges between accelerators
