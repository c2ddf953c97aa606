# A model on a GPU, in a process of its own.

gpu-none = No graphics processor was found that can run models; the model can still run on the processor.
gpu-not-found = The graphics processor “{ $wanted }” was not found; these are there: { $found }.
gpu-refused = “{ $adapter }” did not grant what the model needs: { $reason }
gpu-model-unusable = This model cannot be used: { $reason }
