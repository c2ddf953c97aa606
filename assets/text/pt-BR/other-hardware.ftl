# Palavras para o hardware que não é GPU, com as chaves das palavras de costume.

base-gpu-of-processor = { $count ->
        [one] processador
       *[other] processadores
    }
    .per = por processador
serving-machine-unknown-of-processor = { $count ->
        [one] { $count } processador
       *[other] { $count } processadores
    }
field-serving-memory-gigabytes-per-gpu-of-processor = Memória de um processador
    .help = Memória com que um processador calcula.
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-processor = Largura de banda da memória de um processador
    .help = O que um processador consegue ler da sua memória.
field-serving-teraflops-per-gpu-of-processor = Taxa de cálculo de um processador
    .help = Taxa densa de um processador nesta precisão.
field-serving-link-gigabytes-per-second-of-processor = Conexão entre os processadores
    .help = Largura de banda entre os processadores de uma réplica, em um sentido.
field-serving-gpus-per-replica-of-processor = Processadores por réplica
    .help = Processadores em que uma réplica roda.
field-owned-gpus-per-server-of-processor = Processadores por servidor
    .help = Processadores em um servidor.
term-exchange-time-of-processor = Trocas entre os processadores
field-serving-unpacking-picoseconds-per-weight-of-processor = Desempacotamento de um peso
    .help = Tempo que um processador leva para desempacotar um peso antes do uso; 0 se não estão empacotados.
field-serving-exchange-microseconds-of-processor = Troca mais curta
    .help = Menor tempo de uma troca entre dois processadores.
field-serving-pipeline-stages-of-processor = Estágios do pipeline
    .help = Grupos de processadores; cada um guarda uma parte das camadas.
field-serving-expert-groups-of-processor = Grupos de especialistas
    .help = Grupos de processadores de uma réplica; cada um guarda parte dos especialistas e todos os outros pesos. 1 se todos dividem cada especialista.
field-owned-server-price-usd-of-processor = Preço de um servidor
    .help = Preço de um servidor, com os processadores.
running-accelerators-of-processor = Processadores e réplicas
options-serving-machine-of-processor = O processador

base-gpu-of-accelerator = { $count ->
        [one] acelerador
       *[other] aceleradores
    }
    .per = por acelerador
serving-machine-unknown-of-accelerator = { $count ->
        [one] { $count } acelerador
       *[other] { $count } aceleradores
    }
field-serving-memory-gigabytes-per-gpu-of-accelerator = Memória de um acelerador
field-serving-bandwidth-gigabytes-per-second-per-gpu-of-accelerator = Largura de banda da memória de um acelerador
field-serving-teraflops-per-gpu-of-accelerator = Taxa de cálculo de um acelerador
field-serving-link-gigabytes-per-second-of-accelerator = Conexão entre os aceleradores
field-serving-gpus-per-replica-of-accelerator = Aceleradores por réplica
field-owned-gpus-per-server-of-accelerator = Aceleradores por servidor
term-exchange-time-of-accelerator = Trocas entre os aceleradores
