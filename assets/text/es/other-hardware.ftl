# Palabras para el hardware que no es una GPU, con las claves de las palabras habituales.

base-gpu-of-processor = { $count ->
        [one] procesador
       *[other] procesadores
    }
    .per = por procesador
serving-machine-unknown-of-processor = { $count ->
        [one] { $count } procesador
       *[other] { $count } procesadores
    }
field-serving-memory-gigabytes-per-gpu-of-processor = Memoria de un procesador
    .help = Memoria con la que calcula un procesador.
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-processor = Ancho de banda de la memoria de un procesador
    .help = Lo que un procesador puede leer de su memoria.
field-serving-teraflops-per-gpu-of-processor = Capacidad de cálculo de un procesador
    .help = Capacidad densa de un procesador con esta precisión.
field-serving-link-gigabytes-per-second-of-processor = Enlace entre los procesadores
    .help = Ancho de banda entre los procesadores de una réplica, en un sentido.
field-serving-gpus-per-replica-of-processor = Procesadores por réplica
    .help = Procesadores en los que funciona una réplica.
field-owned-gpus-per-server-of-processor = Procesadores por servidor
    .help = Procesadores de un servidor.
term-exchange-time-of-processor = Intercambios entre los procesadores
field-serving-unpacking-picoseconds-per-weight-of-processor = Desempaquetado de un peso
    .help = Tiempo que tarda un procesador en desempaquetar un peso antes de usarlo; 0 si no están empaquetados.
field-serving-exchange-microseconds-of-processor = Intercambio más breve
    .help = Tiempo mínimo de un intercambio entre dos procesadores.
field-serving-pipeline-stages-of-processor = Etapas del pipeline
    .help = Grupos de procesadores; cada uno contiene una parte de las capas.
field-serving-expert-groups-of-processor = Grupos de expertos
    .help = Grupos de procesadores de una réplica; cada uno contiene parte de los expertos y todos los demás pesos. 1 si todos comparten cada experto.
field-owned-server-price-usd-of-processor = Precio de un servidor
    .help = Precio de un servidor, con los procesadores.
running-accelerators-of-processor = Procesadores y réplicas
options-serving-machine-of-processor = El procesador

base-gpu-of-accelerator = { $count ->
        [one] acelerador
       *[other] aceleradores
    }
    .per = por acelerador
serving-machine-unknown-of-accelerator = { $count ->
        [one] { $count } acelerador
       *[other] { $count } aceleradores
    }
field-serving-memory-gigabytes-per-gpu-of-accelerator = Memoria de un acelerador
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-accelerator = Ancho de banda de la memoria de un acelerador
field-serving-teraflops-per-gpu-of-accelerator = Capacidad de cálculo de un acelerador
field-serving-link-gigabytes-per-second-of-accelerator = Enlace entre los aceleradores
field-serving-gpus-per-replica-of-accelerator = Aceleradores por réplica
field-owned-gpus-per-server-of-accelerator = Aceleradores por servidor
term-exchange-time-of-accelerator = Intercambios entre los aceleradores
