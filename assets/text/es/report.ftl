# The printed report.

## Title page

report-title = Modelos de lenguaje de pesos abiertos o propietarios
report-of-date = Informe del { $date }
report-case-date = Caso del { $date }
report-made-with = Elaborado con Weighbridge { $version }
report-page = Página { $page } de { $pages }

## Sections

report-section-decision = La decisión
report-section-options = Las opciones
report-section-results = Resultados
report-section-charts = Gráficos
report-section-findings = Lo que conviene saber
report-section-assumptions = Supuestos
report-section-sources = Fuentes
report-section-method = Cómo se ha calculado

## Sentences

report-answer = { $option } es lo más barato, { $cost } en { $months }; le sigue { $second }, { $difference } más caro.
report-answer-only = { $option } es la única opción viable, por { $cost } en { $months }.
report-answer-none = Ninguna opción es viable tal como está.
report-currency-note = Calculado en dólares y mostrado en { $currency } al cambio de { $rate } del { $date }.
report-old-note = Los registros marcados con † se consultaron más de { $days } días antes de la fecha del caso.
report-doubtful-note = Los valores marcados con ? son débiles o supuestos.
report-undated-rate = sin fecha

## The answer and its facts

report-section-answer = La respuesta
report-date = Fecha del informe
report-rate = { $dollar } = { $amount }, { $date }
report-rate-starting = Nadie ha comprobado aún el tipo de cambio; es el valor inicial del propio programa.
report-rate-doubtful = El tipo de cambio es { $quality }; sustitúyalo antes de confiar en los importes.
report-basis = Comparación por el valor actual neto de todo el coste al { $rate }. Es el caso base, con cada dato en su valor central: ordena las opciones solo por su coste y nada dice de lo probables que son otros resultados.
report-grave = Lo que lo impide
report-whole-case = Todo el caso
report-fact-largest = La mayor parte del coste de { $option } es { $line }, con { $amount } o { $share }, sin descontar.
report-fact-close = Como mucho un { $share } más caro que la opción más barata: { $options }.
report-fact-dearest = { $option } es la opción más cara, por { $cost } o { $times } veces el coste de la más barata.
report-fact-month = { $option } cuesta de media { $cost } al mes, o { $price }, sin descontar.

## Options and results

report-column-kind = Tipo
report-column-where = Dónde funciona
report-column-terms = Condiciones
report-useful-life = en uso durante { $months }
report-column-npv = Valor actual, { $currency }
report-column-month = Al mes, { $currency }
report-column-million = Por millón de tokens, { $currency }
report-column-request = Por petición, { $currency }
report-column-solved = Por tarea resuelta, { $currency }
report-column-first-token = Primer token
report-not-computed = Sin calcular
report-note-results = La opción más barata va primero. El valor actual es el valor actual neto de todo el coste; los demás importes son medias del horizonte, sin descontar.
report-note-first-token = El tiempo hasta el primer token es una estimación para el lote previsto, una vez que la petición tiene su plaza; un guion indica que no se sabe nada.
report-note-score = { $score }, en tanto por ciento, tras lo que la precisión y la adaptación hacen a la puntuación publicada; un guion indica que la opción no tiene puntuación en esta tabla.

## How it was computed

report-method-start = Los costes únicos caen al inicio, antes del primer mes; el coste esperado de la salida cae en el último mes.
report-method-average = Las medias por mes, por millón de tokens, por petición y por tarea no se descuentan; dividen todo el coste del horizonte entre sus meses, los tokens pedidos, las peticiones y las tareas.
report-method-whole = Las réplicas y los servidores son enteros; se cuenta uno más en cuanto la hora punta necesita más de los que hay, y ninguno cuando la necesidad se cubre con exactitud. Cuestan lo mismo, ocupados o parados.
report-method-prices = Los precios de los tokens siguen las condiciones de cada opción; ninguno es una previsión.
report-method-speed = La velocidad y la memoria se deducen de los bytes y las operaciones de cada paso, corregidos con lo que enseñan las mediciones publicadas, salvo donde un caudal se ha introducido o medido; las mediciones de este caso sustituyen la estimación del mismo modelo en la misma máquina y desplazan las de casos afines.
report-method-cascade = Una cascada paga sus partes según la parte de las peticiones que responde cada una.
report-method-rounding = Todo se calcula con la precisión completa y se redondea solo al mostrarlo.

## Assumptions and sources

report-column-input = Dato
report-column-options = Opciones
report-column-range = Intervalo
report-column-origin = Origen
report-column-finding = Hallazgo
report-column-read = Consulta
report-column-records = Registros
report-count-inputs = Los resultados se apoyan en { $inputs } datos; de ellos, { $catalogue } vienen del catálogo, { $entered } se introdujeron, { $measured } se midieron y { $estimated } se estimaron, y { $starting } son valores iniciales que nadie ha comprobado. { $doubtful ->
        [one] { $doubtful } dato es débil o supuesto.
       *[other] { $doubtful } datos son débiles o supuestos.
    }
report-options-note = Los números de la columna Opciones son los de la tabla de opciones; los números entre corchetes son los de la lista de fuentes.
report-range-note = Un intervalo contiene lo que se espera nueve veces de cada diez por debajo de su extremo superior y una de cada diez por debajo del inferior; el que va entre corchetes nunca se rebasa.
report-nothing = Contados como cero en todas las opciones: { $inputs }.
report-count-records = { $count ->
        [one] { $count } registro
       *[other] { $count } registros
    }
report-estimate-fewest-gpus = el mínimo en que cabe el modelo
report-estimate-weight-format = por el formato de los pesos
report-estimate-kv-cache-from-size = por el tamaño del modelo
report-estimate-usable-memory = parte habitual de la memoria
report-estimate-same-precision = precisión publicada
report-estimate-server-size = tamaño del servidor
report-estimate-rate-from-bandwidth = por el ancho de banda de la memoria
report-estimate-serving-estimate = por la física y lo que se ha medido
report-estimate-share-of-measured-bandwidth = parte del ancho de banda medido que alcanzaron ejecuciones en equipos medidos
report-estimate-share-of-measured-rate = parte de la velocidad de cálculo medida que alcanzaron ejecuciones en equipos medidos
report-estimate-shapes-from-size = por el tamaño del modelo
report-estimate-host-bus = bus habitual de un equipo
report-estimate-layers-in-turn = como el motor reparte las capas
report-tier = { $field }, tramo { $number }
report-group-score = Puntuaciones, { $score }
report-group-finance = Tasas
report-group-workload = Carga de trabajo
report-group-token-plan = Precios de los tokens
report-group-context-tier = Precios de peticiones largas
report-group-volume-discount = Descuentos por volumen
report-group-successor = Sucesores
report-group-rented = Aceleradores alquilados
report-group-owned = Servidores propios
report-group-device = Dispositivos
report-group-serving = Modelo y máquina
report-group-cascade = Cascadas
report-group-people = Personas
report-group-salaries = Salarios
report-group-maintenance = Mantenimiento
report-group-customisation = Adaptación
report-group-transition = Entrada y salida
report-group-licence = Licencias
report-group-quality = Lo que la precisión y la adaptación hacen a las puntuaciones
