### Páginas de los siete últimos pasos y explicación de una cifra.

## All pages of results

results-how-sure = Valor actual neto en { $months } al { $rate } anual.
results-figure = Cifra
results-no-options = Aún no hay ninguna opción; todo aquí depende de ellas.
results-why-of = ¿Por qué? { $result } de { $option }, { $value }
results-why-hint = Pulse una cifra para ver cómo se obtiene.
results-computing = Calculando…
results-not-computed = No se ha podido calcular; cambie una entrada para volver a intentarlo.
results-as-table = Mostrar como tabla, { $chart }
results-as-chart = Mostrar como gráfico, { $chart }
results-copy-data = Copiar los datos, { $chart }
results-export-chart = Exportar el gráfico, { $chart }…
results-language-stated = indicado por el proveedor
results-language-not-stated = no indicado

## Cost

cost-headline = { $option } cuesta menos, { $difference } por debajo de { $second }
cost-headline-throughout = { $option } cuesta menos, { $difference } por debajo de { $second }, y va por delante desde el principio
cost-headline-from = { $option } cuesta menos, { $difference } por debajo de { $second }, y va por delante desde el mes { $month }
cost-headline-same = { $first } y { $second } cuestan lo mismo en { $months }
cost-inputs = Entradas de una opción
cost-for-all = Para todas las opciones
cost-for-all-aid = Estas cifras valen para todas las opciones a la vez.
cost-group-infrastructure = Plan e infraestructura
cost-group-migration = Entrada
cost-group-exit = Salida
cost-group-salaries = Coste de las personas
cost-group-finance = Descuento
cost-all-of-the-plan = Todas las cifras de este plan
cost-results = Todos los resultados
cost-lines = Coste por partida en el horizonte
cost-idle-title = { $option } paga { $idle } al mes por capacidad en espera
cost-idle-aid = Una máquina parada nunca es gratis. Infraestructura y energía al mes, de media.
cost-paid = Pagada
cost-used = Por trabajo
cost-idle = Parada
cost-pair-first = Comparar
cost-pair-second = con
cost-pair-none = Estas dos no se pueden comparar por volumen.
cost-pair-stretch = { $option } es más barato de { $low } a { $high } peticiones al mes.
cost-pair-more = { $count ->
        [one] Hay { $count } cambio más, debido a máquinas enteras.
       *[other] Hay { $count } cambios más, debidos a máquinas enteras.
    }
cost-instead-saves = { $first } en lugar de { $second } ahorra { $amount } en { $months }
cost-instead-costs = { $first } en lugar de { $second } cuesta { $amount } más en { $months }
cost-instead-aid = La diferencia mes a mes como una inversión, en valor actual neto.
cost-payback = Recuperación
cost-payback-discounted = Recuperación descontada
cost-payback-none-needed = Nunca cuesta más, así que no hay nada que recuperar.
cost-rate-none-one-sided = Una tasa de retorno exige dinero que sale antes y vuelve después; aquí la diferencia tiene un solo signo.
cost-rate-none = Ninguna tasa anula el valor de este flujo, así que no hay tasa interna de retorno.
cost-rate-several = El flujo cambia de signo más de una vez y tiene { $count } tasas de retorno; guíese por el valor actual neto.

## Capability

capability-coverage = { $count ->
        [one] { $score }: { $count } de { $total } opciones tiene puntuación; abiertas { $open }, cerradas { $closed }. Solo se comparan puntuaciones de la misma tabla.
       *[other] { $score }: { $count } de { $total } opciones tienen puntuación; abiertas { $open }, cerradas { $closed }. Solo se comparan puntuaciones de la misma tabla.
    }
capability-column = Prueba comparativa
capability-column-aid = Una cada vez; nunca se mezclan puntuaciones de tablas distintas.
capability-open-closed = { $open } abiertas, { $closed } cerradas
capability-table = De la tabla «{ $table }».
capability-protocol = Cómo se preguntó: { $protocol }
capability-own-pilot = Piloto propio
capability-nothing-drawn = Nadie tiene todavía puntuación en esta columna
capability-enter-first = Introduzca el resultado de su piloto o elija otra prueba.
capability-enter = Puntuaciones en esta columna
capability-enter-aid = Escriba encima para introducir la suya; queda marcada como introducida.
capability-enter-score = Introducir puntuación de { $option }
capability-remove-score = Quitar la puntuación de { $option }
capability-scores = Puntuación publicada y usada
capability-scores-aid = Tras la precisión y la adaptación. Una opción sin puntuación es desconocida, no cero.
capability-published = Conocida
capability-adjusted = Usada
capability-known-from = Cómo se sabe
capability-solved = Cuánto cuesta una tarea resuelta
capability-solved-unknown = Aún no se sabe cuántas de sus tareas resuelve una llamada. Introduzca la parte hallada en un piloto, en precisión y adaptación.
capability-quality = Precisión y adaptación
capability-quality-aid = Qué hacen con las puntuaciones publicadas de una opción.
capability-languages-aid = Si el proveedor dice que su modelo los admite; con qué calidad, aún no se sabe.
capability-no-languages = Aún no se ha indicado ningún idioma de trabajo.

## Latency and hardware

latency-headline-none = Ninguna opción funciona en una máquina propia
latency-headline-too-big = { $count ->
        [one] { $count } de { $total } modelos en máquina propia no cabe en la memoria
       *[other] { $count } de { $total } modelos en máquina propia no caben en la memoria
    }
latency-headline-missed = { $count ->
        [one] { $count } de { $total } opciones en máquina propia incumple un objetivo, según la estimación
       *[other] { $count } de { $total } opciones en máquina propia incumplen un objetivo, según la estimación
    }
latency-headline-met = { $count ->
        [one] La opción en máquina propia cumple los objetivos, según la estimación
       *[other] Las { $count } opciones en máquina propia cumplen los objetivos, según la estimación
    }
latency-headline-fastest = { $option } escribe más rápido, unos { $speed } para cada usuario en la hora punta
latency-machine = { $machine }, { $gpus } por réplica, pesos en { $format }
latency-met = Cumple los objetivos, según la estimación.
latency-no-target = No se ha fijado ningún objetivo, así que no hay nada que incumplir.
latency-entered = El caudal se ha introducido; los tiempos para un usuario siguen siendo estimaciones.
latency-throughput-of = De dónde viene el caudal de { $option }
latency-targets = Objetivos
latency-targets-aid = Valen para todas las opciones; 0 no exige nada.
latency-elsewhere = Operadas por terceros
latency-elsewhere-aid = La velocidad es del proveedor y aquí no se estima; la vista «Un endpoint» cronometra uno.

## Long term

long-term-headline-none = No se sabe de ningún modelo que salga del mercado en { $months }
long-term-headline-moved = { $count ->
        [one] { $count } opción pasa a un sucesor en { $months }
       *[other] { $count } opciones pasan a un sucesor en { $months }
    }
long-term-headline-lost = { $count ->
        [one] { $count } opción pierde su modelo en { $months }, sin sucesor indicado
       *[other] { $count } opciones pierden su modelo en { $months }, sin sucesor indicado
    }
long-term-licence = Licencia, { $licence }
long-term-no-clauses = No se conoce ninguna cláusula que pese en la elección.
long-term-clauses-unknown = Las cláusulas son las del contrato del proveedor; léalo.
long-term-retirement = Fin de la venta
long-term-retires-after = Fin de venta: { $date }, después del horizonte.
long-term-no-retirement = No se ha anunciado el fin de la venta.
long-term-own-weights = Los pesos se quedan con usted; nadie puede retirarlos.
long-term-as-its-parts = Como sus partes.
long-term-price-law = Precio a lo largo de los años: { $law }
long-term-rent-change = En este caso el alquiler cambia un { $change } al año.
long-term-data = Adónde van los datos
long-term-data-elsewhere = A { $provider }. En qué país se guardan no se sabe aquí; pídalo por escrito.
long-term-data-here = Se quedan en sus propias máquinas.
long-term-exit = Salir
long-term-exit-cost = Se cuenta con { $cost } en el horizonte, con una probabilidad del { $chance }.
long-term-why-exit = ¿Por qué esta cifra? Salida de { $option }
long-term-languages-stated = El proveedor indica { $languages }.
long-term-languages-not-stated = El proveedor no indica { $languages }.
long-term-languages-unknown = No se sabe nada de { $languages }.
long-term-change = Cambiar esta opción
long-term-later = Lo que aún no se pesa
long-term-later-body = La regulación, la soberanía de los datos, las competencias en el mercado laboral y el ritmo de los proveedores vendrán más adelante como criterios propios. Hoy nada de esto recibe nota.

## Decision

decision-side-by-side = Las opciones, una junto a otra
decision-side-by-side-aid = Pulse una cifra para ver cómo se obtiene; en gris, lo que no es viable.
decision-npv = VAN, { $months }
decision-per-million = Por millón de tokens
decision-first-token = Primer token
decision-dearer = { $difference } más caro
decision-out = no es viable tal como está
decision-out-because = Fuera. { $reason }
decision-flips = Qué cambiaría la decisión
decision-input = Entrada
decision-today = Hoy
decision-flips-at = Cambia en
decision-change = Variación
decision-standing = Ningún valor del intervalo examinado cambia la decisión para { $inputs }.
decision-about = { $option }: { $sentence }
decision-estimated = El caudal de { $options } es una estimación; una medición propia la sustituiría.
decision-old = Registros antiguos, por comprobar antes de fiarse: { $options }.
decision-doubtful = Registros débiles o supuestos: { $options }.
decision-the-case = todo el caso
decision-no-findings = Nada llama la atención.

## Report

export-report = El informe para el consejo
export-report-aid = Un archivo PDF; el mismo caso y la misma fecha dan los mismos bytes.
export-language = Idioma del informe
export-date = Fecha impresa
export-date-help = Los precios y las edades siguen siendo los de la fecha del caso.
export-report-button = Exportar el informe…
export-charts-aid = Cada uno en su propio archivo: PDF, SVG o PNG.
export-contents = Qué contiene
export-contents-aid = En este orden, primero la respuesta.
export-decision = La pregunta, la respuesta en una frase y su grado de certeza.
export-gates = Qué opciones quedan excluidas y por qué requisito.
export-odds = En cuántos de cincuenta futuros es mejor cada opción y cuánto cuesta equivocarse.
export-tornado = Las entradas inciertas, primero las que más deciden.
export-value = Criterios, pesos y valoraciones, y lo que dicen otros métodos.
export-participants = Los pesos de cada persona y la elección que resulta de ellos.
export-what-ifs = La elección en cada futuro que describe el caso.
export-options = Cada opción con su modelo, su lugar y su precio.
export-results = El coste de cada opción, una junto a otra.
export-charts = Coste en el tiempo, coste por partida y punto de equilibrio, en vectores.
export-findings = Lo que un lector atento debe saber antes de fiarse.
export-assumptions = Cada entrada con su valor y su origen.
export-sources = Los registros del catálogo con sus fechas.
export-method = Convenciones de descuento, moneda y estimaciones.

## Why this number?

why-subject = { $result }, { $option }
why-hint = Las flechas recorren los pasos; una entrada lleva a su campo.
why-step = Paso
why-of-month = { $term }, mes { $month }
why-quoted = «{ $name }»
why-more-parts = { $count ->
        [one] { $count } más
       *[other] { $count } más
    }
why-noughts = { $count ->
        [one] { $count } parte es cero y se omite.
       *[other] { $count } partes son cero y se omiten.
    }
why-show-more = { $count ->
        [one] Mostrar { $count } paso más
       *[other] Mostrar { $count } pasos más
    }
why-count-inputs = { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
why-go-to-input = Ir a { $input }, { $value }
why-no-figure = Esta opción no tiene ahora esa cifra.
