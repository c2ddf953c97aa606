# Charts and tables of a self-hosted model: memory, roofs, speeds, waits, a busy day, nearest measurements.

## Names

chart-throughput-latency = Taxa de geração contra latência
chart-latency-percentiles = Tempos de espera
chart-memory-fit = Memória
chart-roofline = Tetos da máquina
chart-replicas-over-day = Réplicas no dia de pico

## Source lines

serving-source = { $rows ->
        [one] Estimativa aprendida de { $rows } medição publicada, { $date }
       *[other] Estimativa aprendida de { $rows } medições publicadas, { $date }
    }
serving-novelty-near = hardware, modelo e motor já foram medidos
serving-novelty-one-step = o hardware, o modelo ou o motor nunca foi medido
serving-novelty-far = longe de tudo o que foi medido

## Memory

serving-title-memory-fits = { $option } cabe: os pesos ocupam { $share } da memória
serving-title-memory-short = { $option } não cabe: faltam { $missing } de memória
serving-subtitle-memory = Uma réplica com { $served } na hora de pico, { $places } no máximo; um gigabyte são 10⁹ bytes
serving-subtitle-memory-short = Uma réplica; um gigabyte são 10⁹ bytes
serving-memory-of = { $memory } de memória, { $machine }
serving-memory-weights = pesos
serving-memory-cache = cache
serving-memory-overhead = reserva do motor
serving-memory-free = livre
serving-column-memory = Memória
serving-column-size = Tamanho
serving-column-share = Parcela

## Roofline

serving-title-roofline-memory = { $option } escreve a { $share } do que a memória permite
serving-title-roofline-arithmetic = { $option } escreve a { $share } do que o cálculo permite
serving-subtitle-roofline = Operações por segundo contra operações por byte lido, em escala logarítmica; os tracejados mostram a distância até o teto
serving-writing = escrita, { $served }
serving-reading = leitura de um prompt
serving-of-roof = { $share } do teto
serving-roof-memory = memória, { $bandwidth }
serving-roof-arithmetic = cálculo, { $rate }
serving-axis-intensity = Operações por byte
serving-axis-rate = TFLOP/s
serving-column-work = Trabalho
serving-column-intensity = Operações por byte
serving-column-rate = Ritmo estimado
serving-column-roof = Teto
serving-column-reached = Alcançado

## Throughput against latency

serving-at-once = { $count } por vez
serving-title-throughput = { $option } entrega { $each } a cada usuário, com { $served }
serving-title-throughput-within = Uma réplica de { $option } atende { $served } dentro das metas
serving-title-throughput-never = { $option } não atinge uma meta nem com uma única requisição
serving-subtitle-throughput = Uma réplica em { $machine }; a faixa contém oito em cada dez medições dessas velocidades
serving-busiest-hour = hora de pico, { $served }
serving-one-user = um usuário
serving-target-speed = meta { $speed }
serving-phrase-stop = { $served }: { $each } cada, { $all } no total
serving-axis-each = Tokens por segundo para cada usuário
serving-axis-all = Tokens por segundo no total
serving-column-at-once = Por vez
serving-column-each = Para cada
serving-column-each-low = Para cada, P10
serving-column-each-high = Para cada, P90
serving-column-all = No total
serving-column-between-p95 = Entre tokens, p95
serving-column-first-p95 = Até o primeiro token, p95

## Waiting times

serving-time-first = Até o primeiro token
serving-time-between = Entre tokens
serving-time-end = Até o último token
serving-title-times = { $option }: dezenove em vinte veem o primeiro token em { $first } e o último em { $end }
serving-title-times-met = { $option } atinge as metas na hora de pico: primeiro token em { $first } para dezenove em vinte
serving-title-times-missed = { $option } não atinge uma meta na hora de pico: primeiro token em { $first } para dezenove em vinte
serving-subtitle-times = Hora de pico, { $served } em uma réplica; metade, dezenove em vinte e noventa e nove em cem não esperam mais do que isso
serving-subtitle-times-alone = Um único usuário; metade, dezenove em vinte e noventa e nove em cem não esperam mais do que isso
serving-target-time = meta { $time }
serving-axis-seconds = Segundos, escala logarítmica
serving-column-time = Tempo
serving-column-target = Meta para p95

## The busiest day

serving-title-day = { $count ->
        [one] A hora de pico ocupa { $count } réplica de { $option }, { $all } com uma de reserva
       *[other] A hora de pico ocupa { $count } réplicas de { $option }, { $all } com uma de reserva
    }
serving-subtitle-day = Réplicas dentro das metas, com carga de até { $share }; as demais horas formam um sino em torno do pico
serving-subtitle-day-load = Réplicas com carga de até { $share }; as demais horas formam um sino em torno do pico
serving-requests-a-second = { $rate } requisições por segundo
serving-hour = { $count ->
        [one] a { $hour } h do pico: { $rate }, { $count } réplica
       *[other] a { $hour } h do pico: { $rate }, { $count } réplicas
    }
serving-replicas-needed = em uso
serving-replica-spare = uma de reserva
serving-paid-replicas = { $count ->
        [one] { $count } é paga no primeiro mês
       *[other] { $count } são pagas no primeiro mês
    }
serving-axis-hour = Horas antes e depois do pico
serving-axis-replicas = Réplicas
serving-column-hour = Hora
serving-column-load = Carga
serving-column-needed = Necessárias
serving-column-with-spare = Com uma de reserva
serving-column-utilisation = Utilização

## Nearest measurements

serving-nearest-title = { $count } das { $total } medições mais próximas ficam na faixa de sua estimativa
serving-nearest-aid = As medições publicadas mais próximas deste caso e o que a estimativa, que aprendeu com elas, diz de cada uma
serving-machine = { $count } × { $machine }
serving-machine-unknown = { $count ->
        [one] { $count } GPU
       *[other] { $count } GPUs
    }
serving-column-measured-case = Medido
serving-column-figure = Grandeza
serving-column-source = Fonte
serving-column-value = Valor
serving-column-estimate = Estimativa, P10–P90
serving-column-off = Desvio
serving-measured-case = { $model } em { $bits } bits em { $count } × { $hardware }, { $engine }
serving-measured-load = { $served }, { $input } tokens de entrada, { $output } de saída
serving-measured-load-full = tantas quantas cabem, { $input } tokens de entrada, { $output } de saída
serving-measured-source = { $source }, { $date }

## The page

serving-sure = Estimativas aprendidas de { $rows } medições publicadas; cada valor informa sua faixa e quão perto está de algo já medido.
serving-sure-none = O que roda em máquina própria é estimado a partir de medições publicadas.
serving-speed-range = Escreve { $speed } para cada usuário na hora de pico; com oito chances em dez, entre { $low } e { $high }.
serving-speed-range-alone = Escreve { $speed } para um usuário; com oito chances em dez, entre { $low } e { $high }.
serving-near = Hardware, modelo e motor já foram medidos, ainda que não juntos.
serving-one-step = O hardware, o modelo ou o motor nunca foi medido, por isso a faixa é mais larga.
serving-far = Longe de tudo o que foi medido: a faixa é larga, e é aqui que uma medição própria mais valeria.
serving-impossible = { $option } não pode rodar como descrito
serving-computing = Estimando…
serving-show-option = Opção
