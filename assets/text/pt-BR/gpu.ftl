# Um modelo em uma GPU, em um processo próprio.

gpu-none = Nenhum processador gráfico capaz de executar modelos foi encontrado; o modelo ainda pode ser executado no processador.
gpu-not-found = O processador gráfico “{ $wanted }” não foi encontrado; estão disponíveis: { $found }.
gpu-refused = “{ $adapter }” não concedeu o que o modelo precisa: { $reason }
gpu-model-unusable = Não é possível usar este modelo: { $reason }
