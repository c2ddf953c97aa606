# Mediciones como evidencia: en el informe, como lo próximo que medir y en una máquina propia.

## El informe

report-section-measured = Lo que se midió
report-column-measured = Medido
report-column-estimated = Estimado
report-column-run = Medición
report-measured-further = { $count ->
        [one] Hay { $count } medición anterior
       *[other] Hay { $count } mediciones anteriores
    } en el caso que no se { $count ->
        [one] imprime
       *[other] imprimen
    } aquí.
report-run-made-up = { $model } con pesos sintéticos (semilla { $seed }), solo para cronometrar
report-run-plan-users = consultas de { $prompts } tokens, respuestas de { $output }, { $users } a la vez; { $repeats ->
        [one] { $repeats } repetición
       *[other] { $repeats } repeticiones
    } tras { $warmup } de calentamiento, { $limit } como máximo
report-run-plan-rate = consultas de { $prompts } tokens, respuestas de { $output }; { $requests } peticiones que llegan al azar, { $rate } por segundo (semilla { $seed }), tras { $warmup } de calentamiento, { $limit } como máximo
report-run-failed = { $count ->
        [one] { $count } petición falló
       *[other] { $count } peticiones fallaron
    }
report-run-quiet = Otros programas usaron el { $share } de los procesadores.
report-definition-throughput = Rendimiento: tokens de salida por segundo de todos los usuarios juntos.
report-definition-spread = Debajo de una cifra: una de cada diez repeticiones quedó por debajo del primer número, y una de cada diez por encima del segundo. Lo estimado es lo que este programa esperaba antes de medir nada para el caso.
report-machine = La máquina: { $name }
report-machine-unnamed = La máquina

## Lo próximo que medir

decision-time-here = Cronometrar aquí «{ $option }»
decision-time-endpoint = Cronometrar el endpoint de «{ $option }»
decision-time-import = Importar una medición para «{ $option }»
decision-time-worth = Se ofrece cuando conocer la velocidad puede valer más de { $least }: media hora de un ingeniero de aprendizaje automático, lo que cuesta más o menos una medición.

## Una opción en esta máquina

take-over = Una opción en esta máquina
take-over-aid = Una opción puede funcionar en máquinas como { $machine }. Entonces su memoria, su ancho de banda y su aritmética son los encontrados y medidos aquí, y lo cronometrado aquí vale para su modelo.
take-over-option = Pasar «{ $option }» a esta máquina
take-over-done = «{ $option }» funciona en esta máquina.
take-over-price = El precio y la vida útil de la máquina quedan como están, y también su consumo, salvo que una prueba del caso haya medido energía en ella; revíselos después.
