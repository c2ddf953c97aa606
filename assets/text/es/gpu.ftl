# Un modelo en una GPU, en un proceso propio.

gpu-none = No se ha encontrado ningún procesador gráfico que pueda ejecutar modelos; el modelo puede ejecutarse igualmente en el procesador.
gpu-not-found = No se ha encontrado el procesador gráfico «{ $wanted }»; están disponibles: { $found }.
gpu-refused = «{ $adapter }» no ha concedido lo que el modelo necesita: { $reason }
gpu-model-unusable = Este modelo no se puede usar: { $reason }
