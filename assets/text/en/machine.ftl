# What this computer is, how it is known, and how fast it is.

## A child process that works on a graphics processor

child-not-started = The part of the program that works with the graphics processor could not be started ({ $reason }).
child-cancelled = Cancelled.
child-too-long = The graphics driver did not answer within { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }; the work was stopped.
child-ended = The graphics driver brought the work to an end ({ $ending }); the rest of the program goes on.
child-ended-saying = The graphics driver brought the work to an end ({ $ending }); it said: { $said }
child-garbled = The part of the program that works with the graphics processor gave an unreadable answer ({ $reason }).

## Facts of a computer

machine-fact-system-name = Operating system
machine-fact-system-architecture = Architecture
machine-fact-system-hypervisor = Hypervisor
machine-fact-processor-name = Processor
machine-fact-processor-vendor = Made by
machine-fact-processor-physical-cores = Cores
machine-fact-processor-logical-cores = Threads of all cores
machine-fact-processor-usable-threads = Threads this program may use
machine-fact-processor-instructions = Vector instructions
machine-fact-processor-level-1-cache-bytes = Level 1 data cache of a core
machine-fact-processor-level-2-cache-bytes = Level 2 cache
machine-fact-processor-last-level-cache-bytes = Last-level caches together
machine-fact-memory-total-bytes = Memory
machine-fact-memory-available-bytes = Memory that is free
machine-fact-gpu-name = Graphics processor
machine-fact-gpu-vendor = Made by
machine-fact-gpu-pci-address = Address on the bus
machine-fact-gpu-kind = Kind
machine-fact-gpu-memory-total-bytes = Graphics memory
machine-fact-gpu-memory-free-bytes = Graphics memory that is free
machine-fact-gpu-driver = Driver
machine-fact-gpu-largest-buffer-bytes = Largest buffer
machine-fact-gpu-largest-binding-bytes = Largest piece a kernel sees
machine-fact-gpu-features = Offers
machine-gpu-kind-dedicated = card with memory of its own
machine-gpu-kind-shared = works in the computer’s memory
machine-gpu-kind-virtual = passed on by a hypervisor
machine-gpu-kind-software = software on the processor, no graphics processor
machine-none = none
machine-no-gpu = No graphics processor was found.

## How a fact is known, and how sure

machine-known-operating-system = the operating system says so
machine-known-processor = the processor says so
machine-known-driver = the graphics driver says so
machine-known-measured = measured here
machine-known-entered = entered
machine-known-nobody = nobody says
machine-sureness-unknown = unknown
machine-sureness-doubtful = doubtful
machine-sureness-sure = sure
machine-doubt-shared-memory = all of the computer’s memory; how much of it the driver lends is not known
machine-doubt-cut-off = just under 4 GiB, where old interfaces end; there may be more
machine-doubt-sources-differ = sources differ
machine-doubt-hypervisor = as the hypervisor says, which may not be what the hardware has
machine-doubt-no-driver = no driver was found that could use it
machine-doubt-by-name = by its name only
machine-doubt-one-of-several = of one of them; how many there are is not known

## What could not be read or corrected

machine-part-cards = Graphics cards
machine-part-failed = { $what }: { $reason }
machine-cards-failed = The operating system does not list them ({ $reason }).
machine-correction-no-fact = There is no fact “{ $path }”.
machine-correction-form = “{ $path }” takes another kind of value.

## Measured rates

rates-title = Measured rates
rates-median = Median
rates-middle-half = Middle half
rates-best = Best
rates-kind-copy = Memory, copy
rates-kind-scale = Memory, scale
rates-kind-add = Memory, add
rates-kind-triad = Memory, triad
rates-kind-read = Memory, read
rates-kind-f32 = 32-bit floating point
rates-kind-f16 = 16-bit floating point
rates-kind-int8 = 8-bit integers
rates-of-threads = { $kind }, { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }
rates-with-instructions = { $what }, { $instructions }
rates-bytes = { $value } GB/s
rates-operations = { $value } billion operations/s
rates-arrays = Arrays of { $bytes } each, at least four times the last-level caches.
rates-arrays-small = Arrays of { $bytes } each; whether caches helped is not certain.
rates-of-gpu = { $name } through { $backend }, buffers of { $bytes }
rates-software = This is software on the processor: the figures are those of no graphics processor.
rates-cost = Measuring takes about { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } and up to { $memory } of memory.
rates-progress = { $share }: { $what }
rates-no-memory = Measuring needs { $needed } of memory, and { $free } are free.
rates-wrong-numbers = The memory gave back other numbers than were written; the measurement is void.
rates-gpu-failed = { $name } could not be measured: { $reason }
rates-no-device = The driver opens no device ({ $reason }).
rates-no-adapter = The graphics processor is no longer there. { $name }
rates-gpu-error = The driver reports an error: { $reason }
