# A run put into a case without a window.

latency-into-measuring = Measuring memory and arithmetic of this machine, which the case is told …
latency-into-no-device = Nobody knows the memory, bandwidth and arithmetic of what the model would run on, so that the run would say nothing to the case.
latency-into-nothing = The case stays as it was: the run says nothing about a machine or an endpoint, as it failed, was made in software or answered nothing.
latency-into-busy = The case stays as it was: other programs kept the machine busy while the model was timed. With --though-busy the run is kept, and estimates do not use it.
latency-into-no-option = Say with --option which option of the case buys at this endpoint.
latency-into-not-bought = “{ $option }” does not buy at an endpoint: it runs its model itself, or asks other options.
