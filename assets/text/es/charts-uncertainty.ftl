# Charts of odds, and of what moves them: names, message titles, reading aids, tables.

## Names

chart-futures = Cincuenta futuros
chart-difference-tornado = Qué mueve la diferencia
chart-spider = Variaciones relativas
chart-regret = Arrepentimiento esperado
chart-exceedance = Probabilidad de superar un coste
chart-chance-cheapest = Probabilidad de costar menos, por volumen
chart-loss-over-volume = Pérdida esperada, por volumen
chart-break-even-map = Mapa de equilibrio
chart-rank-shares = Puestos en todas las ponderaciones
chart-central-weights = Quién elegiría qué

## Titles are messages

chart-title-futures-cost = { $option } cuesta menos que { $other } en { $count } de { $all } futuros
chart-title-futures-benefit = { $option } supera a { $other } en { $count } de { $all } futuros
chart-title-futures-even-cost = { $option } y { $other } cuestan menos, cada cual, en { $count } de { $all } futuros
chart-title-futures-even-benefit = { $option } y { $other } van por delante, cada cual, en { $count } de { $all } futuros
chart-title-futures-same-cost = { $option } y { $other } cuestan lo mismo en todos los futuros
chart-title-futures-same-benefit = { $option } y { $other } son igual de buenos en todos los futuros
chart-title-tornado-nothing = Ningún dato incierto mueve la diferencia
chart-title-tornado-steady = Ningún dato por sí solo invierte el orden; { $input } es el que más lo mueve
chart-title-tornado-one-cost = { $input } es el único dato que puede invertir por sí solo cuál cuesta menos
chart-title-tornado-one-benefit = { $input } es el único dato que puede invertir por sí solo cuál es mejor
chart-title-tornado-several-cost = { $count ->
        [one] { $count } dato puede invertir cuál cuesta menos: { $input }
       *[other] { $count } datos pueden invertir cada uno cuál cuesta menos, sobre todo { $input }
    }
chart-title-tornado-several-benefit = { $count ->
        [one] { $count } dato puede invertir cuál es mejor: { $input }
       *[other] { $count } datos pueden invertir cada uno cuál es mejor, sobre todo { $input }
    }
chart-title-spider = { $input } es lo que más mueve la diferencia: { $amount } en las variaciones mostradas
chart-title-regret = { $option } tiene el menor arrepentimiento esperado, { $amount }
chart-title-regret-none = { $option } es la mejor elección en todos los futuros
chart-title-exceedance = { $option } queda por debajo de { $amount } en nueve de cada diez futuros, el importe más bajo de todos
chart-title-exceedance-alone = { $option } queda por debajo de { $amount } en nueve de cada diez futuros
chart-title-chance-always = { $option } es lo que más probablemente cuesta menos en todos los volúmenes mostrados
chart-title-chance-once = { $first } es lo que más probablemente cuesta menos hasta { $volume } peticiones al mes; por encima, { $second }
chart-title-chance-changes = { $count ->
        [one] La opción que más probablemente cuesta menos cambia { $count } vez entre { $low } y { $high } peticiones al mes
       *[other] La opción que más probablemente cuesta menos cambia { $count } veces entre { $low } y { $high } peticiones al mes
    }
chart-title-loss-always = { $option } tiene la menor pérdida esperada en todos los volúmenes mostrados
chart-title-loss-once = { $first } tiene la menor pérdida esperada hasta { $volume } peticiones al mes; por encima, { $second }
chart-title-loss-changes = { $count ->
        [one] La opción con la menor pérdida esperada cambia { $count } vez entre { $low } y { $high } peticiones al mes
       *[other] La opción con la menor pérdida esperada cambia { $count } veces entre { $low } y { $high } peticiones al mes
    }
chart-title-map-always = { $option } va por delante en todo el mapa
chart-title-map-largest = { $option } va por delante en el área mayor del mapa
chart-title-map-between = { $option } va por delante en este caso mientras { $input } quede entre { $low } y { $high }
chart-title-map-above = { $option } va por delante en este caso mientras { $input } quede por encima de { $low }
chart-title-map-below = { $option } va por delante en este caso mientras { $input } quede por debajo de { $high }
chart-title-map-across = { $option } va por delante en este caso sea cual sea { $input }, y solo cede si cambia { $other }
chart-title-ranks = { $option } queda en primer lugar en el { $share } de todas las ponderaciones
chart-title-central-weights = Elegiría { $option } si lo que más le importara fuera { $criterion }
chart-title-central-weights-alone = Todas las ponderaciones eligen { $option }

## Subtitles: unit and reading aid

chart-subtitle-cumulative-band = Coste desde el inicio hasta el final de cada mes, { $unit }, sin descontar; una banda contiene ocho de cada diez futuros, de P10 a P90, y la línea de puntos es la mediana
chart-subtitle-futures-cost = Cada punto es uno de { $count } futuros igual de probables, situado según la diferencia de coste en { $months }, { $unit }
chart-subtitle-futures-benefit = Cada punto es uno de { $count } futuros igual de probables, situado según la diferencia de beneficio neto en { $months }, { $unit }
chart-subtitle-futures-these-two = { $what }; solo se comparan estas dos, y otra opción puede ser aún mejor
chart-subtitle-tornado-cost = Diferencia de coste, { $unit }, con cada dato por sí solo en P10 y en P90; el rojo rayado queda más allá de cero, donde el orden se invierte
chart-subtitle-tornado-benefit = Diferencia de beneficio neto, { $unit }, con cada dato por sí solo en P10 y en P90; el rojo rayado queda más allá de cero, donde el orden se invierte
chart-subtitle-spider-cost = Lo que { $option } ahorra frente a { $other }, { $unit }, cuando un dato por sí solo se aparta de este caso
chart-subtitle-spider-benefit = Ventaja de { $option } sobre { $other } en beneficio neto, { $unit }, cuando un dato por sí solo se aparta de este caso
chart-subtitle-regret = Cuánto queda de media cada opción por debajo de la mejor elección del mismo futuro, { $unit }
chart-subtitle-exceedance = Parte de los futuros, %, en que el valor actual neto del coste en { $months } supera un importe; más abajo y más a la izquierda es mejor
chart-subtitle-chance = Parte de los futuros, %, en que cada opción cuesta menos
chart-subtitle-loss = Cuánto cuesta de media cada opción por encima de la más barata del mismo futuro, { $unit }
chart-subtitle-map-cost = En cada área una opción cuesta menos; en las líneas entre ellas dos cuestan lo mismo
chart-subtitle-map-benefit = En cada área una opción tiene el mayor beneficio neto; en las líneas entre ellas dos se igualan
chart-subtitle-ranks = Parte de todas las ponderaciones de los criterios, %, que pone la opción en cada puesto
chart-subtitle-central-weights = Peso medio de cada criterio, %, en las ponderaciones que eligen la opción; todos iguales serían un { $share }

## Marks and axes

chart-side-cost = { $option } cuesta menos
chart-side-benefit = { $option } es mejor
chart-here = Este caso
chart-axis-move = Variación del dato, %
chart-axis-npv = Valor actual neto del coste, { $unit }
chart-rank = Puesto { $rank }

## Summaries, tables and source line

chart-futures-range-cost = { $option } ahorra { $low } en P10, { $middle } en la mediana y { $high } en P90
chart-futures-range-benefit = { $option } lleva una ventaja de { $low } en P10, { $middle } en la mediana y { $high } en P90
chart-range-of = { $option } queda entre { $low } y { $high } en ocho de cada diez futuros
chart-column-future = Futuro
chart-column-lead-cost = Ahorro de { $option }
chart-column-lead-benefit = Ventaja de { $option }
chart-column-ahead-cost = Cuesta menos
chart-column-ahead-benefit = Es mejor
chart-column-lead-low-cost = Ahorro de { $option } en P10
chart-column-lead-high-cost = Ahorro de { $option } en P90
chart-column-lead-low-benefit = Ventaja de { $option } en P10
chart-column-lead-high-benefit = Ventaja de { $option } en P90
chart-column-input = Dato
chart-column-criterion = Criterio
chart-column-exceeded-in = Superado en
chart-column-low = { $option }, P10
chart-column-middle = { $option }, mediana
chart-column-high = { $option }, P90
chart-source-draws = { $draws ->
        [one] { $draws } sorteo de los rangos, semilla { $seed }
       *[other] { $draws } sorteos de los rangos, semilla { $seed }
    }
