# The decision in sentences and tables, on paper and without a window.

## What to do

report-basis-decision = El beneficio neto es lo que vale el valor de una opción ({ $point } por punto de cien) menos el valor actual neto de su coste al { $rate }. La frase trata del caso base, con cada dato en su valor central; las probabilidades tratan de todos los rangos a la vez.
report-basis-odds = Comparación por el valor actual neto de todo el coste al { $rate }. La frase trata del caso base, con cada dato en su valor central; las probabilidades tratan de todos los rangos a la vez.

## Why, what would turn it round, and what to find out

report-reasons = Por qué
report-flips = Qué invertiría la elección
report-find-out-heading = Qué averiguar primero
report-no-flips = Nada de lo examinado invierte la elección por sí solo.
report-find-out = { $input }: saberlo de antemano vale hasta { $value }. { $how }
report-find-out-nothing = No merece la pena averiguar ninguna incógnita por separado antes de elegir.
report-everything-known = Saberlo todo de antemano vale como mucho { $value }.
report-how-ask = Pregunte a quien lo sabe y ponga la respuesta en el lugar del rango.
report-how-measure = Cronometre el modelo en la máquina en la que funcionaría.
report-how-pilot = Pruébelo con tareas reales en un piloto.
report-how-logs = Tómelo de los registros de lo que se usa hoy.

## Gates

report-section-gates = Los requisitos
report-gates-note = Cada requisito se juzga una sola vez y solo excluye por lo que se sabe. “Aún no se sabe” significa que la prueba llegará más tarde y el requisito no excluye. El porcentaje dice en cuántos de todos los futuros excluiría.
report-verdict-all-passed = En liza
report-verdict-no-cost = Fuera porque su coste no se puede calcular.
report-verdict-unknown-gates = Aún no se sabe: { $gates }.
report-verdict-would-close = Quedaría excluida en el { $share } de los futuros: { $gate }.

## Odds

report-section-odds = Qué seguridad hay
report-section-tornado = Qué mueve la ventaja
report-column-verdict = Situación
report-column-best-futures = La mejor en, de { $count } futuros
report-column-cheapest-futures = La más barata en, de { $count } futuros
report-column-low = Bajo
report-column-middle = Medio
report-column-high = Alto
report-column-regret = Arrepentimiento esperado, { $currency }
report-odds-note = Beneficio neto en { $currency }, en { $draws } sorteos de todos los rangos a la vez: uno de cada diez por debajo del valor bajo, la mitad por debajo del medio, nueve de cada diez por debajo del alto. El arrepentimiento esperado es lo que la opción queda de media por debajo de la mejor elección.
report-no-odds = No se han podido calcular las probabilidades: { $reason }
report-note-npv-range = Bajo el valor actual está el rango en el que queda en ocho de cada diez futuros.
report-no-ranges = Ningún dato que importe aquí tiene rango, así que nada se dice de la seguridad.

## Value

report-section-value = Cuánto valen las opciones
report-column-criterion = Criterio
report-column-weight = Peso
report-column-stable = Peso estable
report-row-value = Valor, puntos de cien
report-row-worth = Ese valor en { $currency }
report-row-cost = Menos el valor actual del coste
report-row-net-benefit = Beneficio neto
report-value-note = Puntos que cada criterio suma al valor de cada opción; las columnas llevan los números de las opciones. ? marca lo que nadie sabe aún, y ocupa su lugar la mitad de la escala; ‡ marca un dato más allá de un extremo de la escala, donde las diferencias ya no cuentan.
report-stable-note = La última columna dice entre qué pesos de ese criterio, por sí solo, la misma opción sigue siendo la mejor.

## Participants and other methods

report-section-participants = Quién da qué pesos
report-column-participant = Participante
report-column-elicitation = Preguntado por
report-column-choice = Elegiría
report-column-distance = Distancia al grupo
report-column-consistency = Coherencia
report-elicitation-swings = Saltos
report-elicitation-ranks = Un orden
report-elicitation-pairs = Comparaciones por pares
report-consistency-green = buena
report-consistency-amber = revise { $criteria }
report-consistency-red = demasiado contradictoria; empiece por { $criteria }
report-agreement = ¿Coinciden otros métodos?
report-agree = { $count ->
        [one] { $methods } pone { $option } en primer lugar.
       *[other] { $methods } ponen { $option } en primer lugar.
    }
report-method-name-weighted-sum = la suma ponderada
report-method-name-topsis = TOPSIS
report-method-name-promethee-ii = PROMETHEE II
report-method-name-minimax-regret = el menor arrepentimiento máximo
report-method-name-cheapest = solo el coste
report-caring-mainly = { $option } queda en primer lugar en el { $share } de todas las ponderaciones posibles, sobre todo cuando pesan mucho { $criteria }.
report-never-first = { $count ->
        [one] { $options } no queda en primer lugar con ninguna ponderación probada.
       *[other] { $options } no quedan en primer lugar con ninguna ponderación probada.
    }

## What if, and looking again

report-section-what-ifs = Y si
report-column-future = Futuro
report-future-base = Tal como está
report-what-ifs-note = Arrepentimiento en { $currency }: lo que cada opción queda por debajo de la mejor del mismo futuro. La opción con el menor arrepentimiento máximo es { $option }.
report-row-largest = Mayor arrepentimiento
report-review = Empiece con { $option } y vuelva a mirarlo a los { $months }: la segunda mirada vale de media { $value }.
report-review-nothing = Volver a mirarlo a los { $months } no vale nada aquí: ninguna opción se cambiaría por otra.
report-review-change = En el { $share } de los futuros, { $option } será entonces la mejor.

## Annex

report-group-assessment = Valoraciones
report-group-weight = Pesos
report-group-gate = Límites de los requisitos
report-group-money-axis = Cuánto vale el valor
report-group-review = Volver a mirarlo
report-method-odds = Las probabilidades salen de { $draws } sorteos de todos los rangos a la vez, por { $method } con la semilla { $seed }; el mismo caso, con los mismos sorteos, método y semilla, da las mismas cifras.
report-method-value = Cada escala de valor tiene extremos fijos, de modo que una opción más no cambia los puntos de nadie; el coste entra una sola vez.
report-method-latin-hypercube = hipercubo latino
report-method-sobol = secuencia de Sobol’ revuelta
report-framework = Los criterios siguen el marco “{ $title }” del { $date }.
report-condition-yes = Se cumple: { $statement }
report-condition-no = No se cumple: { $statement }
report-conditions = Lo que se dijo del cliente
