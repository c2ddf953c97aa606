# Um modelo numa GPU, num processo próprio.

gpu-none = Não foi encontrado nenhum processador gráfico capaz de executar modelos; o modelo pode ainda assim ser executado no processador.
gpu-not-found = O processador gráfico «{ $wanted }» não foi encontrado; estão disponíveis: { $found }.
gpu-refused = «{ $adapter }» não concedeu aquilo de que o modelo precisa: { $reason }
gpu-model-unusable = Não é possível utilizar este modelo: { $reason }
