# Charts and tables of a self-hosted model: memory, roofs, speeds, waits, a busy day, nearest measurements.

## Names

chart-throughput-latency = Caudal frente a latencia
chart-latency-percentiles = Tiempos de espera
chart-memory-fit = Memoria
chart-roofline = Techos de la máquina
chart-replicas-over-day = Réplicas en el día punta

## Source lines

serving-source = { $rows ->
        [one] Estimación aprendida de { $rows } medición publicada, { $date }
       *[other] Estimación aprendida de { $rows } mediciones publicadas, { $date }
    }
serving-novelty-near = hardware, modelo y motor se han medido
serving-novelty-one-step = el hardware, el modelo o el motor no se ha medido nunca
serving-novelty-far = lejos de todo lo medido

## Memory

serving-title-memory-fits = { $option } cabe: sus pesos ocupan el { $share } de la memoria
serving-title-memory-short = { $option } no cabe: faltan { $missing } de memoria
serving-subtitle-memory = Una réplica con { $served } en la hora punta, { $places } como máximo; un gigabyte son 10⁹ bytes
serving-subtitle-memory-short = Una réplica; un gigabyte son 10⁹ bytes
serving-memory-of = { $memory } de memoria, { $machine }
serving-memory-weights = pesos
serving-memory-cache = caché
serving-memory-overhead = reserva del motor
serving-memory-free = libre
serving-column-memory = Memoria
serving-column-size = Tamaño
serving-column-share = Parte

## Roofline

serving-title-roofline-memory = { $option } escribe al { $share } de lo que permite la memoria
serving-title-roofline-arithmetic = { $option } escribe al { $share } de lo que permite el cálculo
serving-subtitle-roofline = Operaciones por segundo frente a operaciones por byte leído, en escala logarítmica; los trazos muestran la distancia al techo
serving-writing = escribir, { $served }
serving-reading = leer un prompt
serving-of-roof = { $share } del techo
serving-roof-memory = memoria, { $bandwidth }
serving-roof-arithmetic = cálculo, { $rate }
serving-axis-intensity = Operaciones por byte
serving-axis-rate = TFLOP/s
serving-column-work = Trabajo
serving-column-intensity = Operaciones por byte
serving-column-rate = Ritmo estimado
serving-column-roof = Techo
serving-column-reached = Alcanzado

## Throughput against latency

serving-at-once = { $count } a la vez
serving-title-throughput = { $option } da { $each } a cada usuario, con { $served }
serving-title-throughput-within = Una réplica de { $option } atiende { $served } dentro de los objetivos
serving-title-throughput-never = { $option } incumple un objetivo incluso con una sola petición
serving-subtitle-throughput = Una réplica en { $machine }; la banda abarca ocho de cada diez mediciones de estas velocidades
serving-busiest-hour = hora punta, { $served }
serving-one-user = un usuario
serving-target-speed = objetivo { $speed }
serving-phrase-stop = { $served }: { $each } cada uno, { $all } en total
serving-axis-each = Tokens por segundo para cada usuario
serving-axis-all = Tokens por segundo en total
serving-column-at-once = A la vez
serving-column-each = Para cada uno
serving-column-each-low = Para cada uno, P10
serving-column-each-high = Para cada uno, P90
serving-column-all = En total
serving-column-between-p95 = Entre tokens, p95
serving-column-first-p95 = Hasta el primer token, p95

## Waiting times

serving-time-first = Hasta el primer token
serving-time-between = Entre tokens
serving-time-end = Hasta el último token
serving-title-times = { $option }: diecinueve de cada veinte ven el primer token en { $first } y el último en { $end }
serving-title-times-met = { $option } cumple sus objetivos en la hora punta: primer token en { $first } para diecinueve de cada veinte
serving-title-times-missed = { $option } incumple un objetivo en la hora punta: primer token en { $first } para diecinueve de cada veinte
serving-subtitle-times = Hora punta, { $served } en una réplica; la mitad, diecinueve de cada veinte y noventa y nueve de cada cien no esperan más
serving-subtitle-times-alone = Un solo usuario; la mitad, diecinueve de cada veinte y noventa y nueve de cada cien no esperan más
serving-target-time = objetivo { $time }
serving-axis-seconds = Segundos, escala logarítmica
serving-column-time = Tiempo
serving-column-target = Objetivo para p95

## The busiest day

serving-title-day = { $count ->
        [one] La hora punta ocupa { $count } réplica de { $option }, { $all } con una de reserva
       *[other] La hora punta ocupa { $count } réplicas de { $option }, { $all } con una de reserva
    }
serving-subtitle-day = Réplicas dentro de los objetivos, cargadas al { $share } como máximo; las demás horas forman una campana en torno a la punta
serving-subtitle-day-load = Réplicas cargadas al { $share } como máximo; las demás horas forman una campana en torno a la punta
serving-requests-a-second = { $rate } peticiones por segundo
serving-hour = { $count ->
        [one] a { $hour } h de la punta: { $rate }, { $count } réplica
       *[other] a { $hour } h de la punta: { $rate }, { $count } réplicas
    }
serving-replicas-needed = trabajando
serving-replica-spare = una de reserva
serving-paid-replicas = { $count ->
        [one] el primer mes se paga { $count }
       *[other] el primer mes se pagan { $count }
    }
serving-axis-hour = Horas antes y después de la punta
serving-axis-replicas = Réplicas
serving-column-hour = Hora
serving-column-load = Carga
serving-column-needed = Necesarias
serving-column-with-spare = Con una de reserva
serving-column-utilisation = Utilización

## Nearest measurements

serving-nearest-title = { $count } de las { $total } mediciones más próximas caen en el rango de su estimación
serving-nearest-aid = Las mediciones publicadas más próximas a este caso y lo que dice de cada una la estimación, que aprendió de ellas
serving-machine = { $count } × { $machine }
serving-machine-unknown = { $count ->
        [one] { $count } GPU
       *[other] { $count } GPUs
    }
serving-column-measured-case = Medido
serving-column-figure = Magnitud
serving-column-source = Fuente
serving-column-value = Valor
serving-column-estimate = Estimación, P10–P90
serving-column-off = Desvío
serving-measured-case = { $model } en { $bits } bits sobre { $count } × { $hardware }, { $engine }
serving-measured-load = { $served }, { $input } tokens de entrada, { $output } de salida
serving-measured-load-full = tantas como caben, { $input } tokens de entrada, { $output } de salida
serving-measured-source = { $source }, { $date }

## The page

serving-sure = Estimaciones aprendidas de { $rows } mediciones publicadas; cada cifra dice su rango y lo cerca que está de algo medido.
serving-sure-none = Lo que funciona en máquina propia se estima a partir de mediciones publicadas.
serving-speed-range = Escribe { $speed } para cada usuario en la hora punta; con ocho posibilidades de diez, entre { $low } y { $high }.
serving-speed-range-alone = Escribe { $speed } para un usuario; con ocho posibilidades de diez, entre { $low } y { $high }.
serving-near = Hardware, modelo y motor se han medido, aunque no juntos.
serving-one-step = El hardware, el modelo o el motor no se ha medido nunca, así que el rango es más ancho.
serving-far = Lejos de todo lo medido: el rango es ancho, y aquí es donde más valdría una medición propia.
serving-impossible = { $option } no puede funcionar tal como se describe
serving-computing = Estimando…
serving-show-option = Opción
