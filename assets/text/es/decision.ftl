# La página de la decisión y la barra que nunca desaparece.

## Probabilidades

decision-futures = { $count } de { $all }
decision-no-ranges = Ningún dato que pese aquí tiene un rango, así que no hay probabilidades que dar.
decision-odds-waiting = Se están calculando las probabilidades.
decision-odds-first = Primeras probabilidades con { $draws } sorteos; hecho el { $done } de los { $all } sorteos.
decision-odds-stale = Las probabilidades mostradas son las del caso antes del último cambio; las nuevas están en camino.
decision-odds-stopped = Detenido: las probabilidades mostradas se basan en { $draws } sorteos en lugar de { $all }.
decision-odds-stop = Detener
decision-odds-go-on = Continuar
decision-odds-to-range = Ir al rango
decision-odds-broke-off = No se pudieron calcular las probabilidades por un fallo del programa; todo lo demás sigue en pie.

## Por qué, y qué la invertiría

decision-reasons = Por qué esta
decision-flips-nothing = Nada de lo examinado la invierte por sí solo.
decision-flips-inputs = Datos, uno por uno
decision-flips-inputs-aid = Dónde { $second } pasa a ser mejor elección que { $first } si cambia un solo dato.
decision-flips-inputs-none = Ninguno de estos datos hace por sí solo que { $second } sea la mejor elección.
decision-go-to-input = Ir al dato

## Lo que vale averiguar

decision-worth = Vale la pena averiguar
decision-worth-aid = Lo que como máximo vale conocer un dato antes de elegir, con el error de esa cifra.
decision-worth-up-to = Vale hasta
decision-worth-how = Cómo
decision-worth-nothing = Ninguna incógnita por sí sola vale la pena averiguarla antes de elegir.
decision-worth-everything = Saberlo todo de antemano vale como máximo { $value }.

## Lado a lado

decision-value = Valor
decision-net-benefit = Beneficio neto
decision-cheapest-futures = Más barata en
decision-best-futures = Mejor en
decision-chosen = la que se elige
decision-behind = vale { $difference } menos
decision-dominated = más cara que { $option } con cualquier probabilidad

## ¿Coinciden otros métodos?

decision-agreement = ¿Coinciden otros métodos?
decision-methods-agree = { $option } queda primera según { $methods }.
decision-method-weighted-sum = el valor por sí solo
decision-method-topsis = TOPSIS
decision-method-promethee-ii = PROMETHEE II
decision-method-minimax-regret = el menor arrepentimiento máximo
decision-method-cheapest = el coste por sí solo
decision-participants = { $count } de { $all } participantes elegirían lo mismo.
decision-participant-prefers = { $participant } elegiría { $option }.

## Para analistas

decision-analysts = Para analistas
decision-analysts-aid = arrepentimiento, sensibilidad, pesos, futuros, resultados, muestreo
decision-section-odds = Arrepentimiento y volumen
decision-section-sensitivity = Sensibilidad
decision-section-weights = Pesos
decision-section-futures = Y si
decision-section-results = Todos los resultados
decision-results = La dispersión de cada resultado
decision-results-aid = En todos los sorteos, una opción cada vez.
decision-results-compute = Calcular
decision-results-low = Uno de diez por debajo
decision-results-middle = La mitad por debajo
decision-results-high = Nueve de diez por debajo
decision-section-sampling = Muestreo
decision-evpi = Saberlo todo de antemano vale { $value } de media (error ± { $error }): el menor arrepentimiento esperado.
decision-map-across = En horizontal
decision-map-up = En vertical
decision-indices = De dónde viene la dispersión de la diferencia de coste
decision-indices-aid = Índices de Sobol’ de una ejecución propia: cada dato por sí solo y con todo lo que actúa junto a él.
decision-indices-compute = Calcular
decision-indices-done = { $count ->
        [one] { $count } dato hecho.
       *[other] { $count } datos hechos.
    }
decision-indices-first = Por sí solo
decision-indices-total = En conjunto
decision-indices-none = La diferencia no varía, así que no hay nada que repartir.
decision-no-criteria = Este caso no tiene criterios, así que solo decide el coste; el paso de las prioridades los añade.
decision-stability = Cuánto puede moverse cada peso
decision-stability-aid = Entre estos pesos se elige la misma opción y los demás criterios mantienen sus proporciones.
decision-criterion = Criterio
decision-weight = Peso
decision-weight-from = Desde
decision-weight-to = Hasta
decision-weight-below = Por debajo
decision-weight-above = Por encima
decision-people = Qué elegiría cada participante
decision-people-aid = Solo con sus propios pesos; la distancia es cuánto se apartan de los pesos del grupo.
decision-person = Participante
decision-would-choose = Elegiría
decision-distance = Distancia
decision-what-ifs = Futuros enteros
decision-what-ifs-title = { $option } tiene el menor arrepentimiento máximo en estos futuros
decision-what-ifs-aid = Beneficio neto en cada futuro y, en letra pequeña, cuánto queda la opción por debajo de la mejor.
decision-what-ifs-none = Este caso no describe futuros que mirar enteros.
decision-future = Futuro
decision-future-as-it-is = Como está
decision-regret = arrepentimiento { $amount }
decision-regret-none = la mejor aquí
decision-regret-largest = Mayor arrepentimiento
decision-review = Volver a mirar más tarde
decision-review-aid = Beneficio neto esperado de empezar con una opción, con y sin cambio en la segunda mirada.
decision-review-start = Empiece con { $option } y vuelva a mirar tras { $months }: la segunda mirada vale { $value } de media.
decision-review-none = Nadie vuelve a mirar dentro del horizonte de este caso.
decision-review-start-with = Empezar con
decision-review-with = Con segunda mirada
decision-review-without = Sin ella
decision-review-change = En el { $share } de los futuros, { $option } es para entonces la mejor.
decision-sampling-aid = Se guarda con el caso, para que sus probabilidades sean las mismas el año que viene.
decision-sampling-draws = Sorteos
    .help = Cuántos futuros se sortean de todos los rangos a la vez.
decision-sampling-seed = Semilla
    .help = La misma semilla da los mismos sorteos.
decision-sampling-method = Cómo se reparten los sorteos
decision-sampling-latin-hypercube = Hipercubo latino
decision-sampling-sobol = Sucesión de Sobol’ barajada
decision-sampling-together = { $count ->
        [one] { $count } par de datos se mueve en conjunto.
       *[other] { $count } pares de datos se mueven en conjunto.
    }
decision-sampling-drawn = Las probabilidades de esta página se basan en { $draws } sorteos.

## La barra que nunca desaparece

window-fact-recommended = Recomendada
window-fact-odds = Mejor en
window-choice-below = Por debajo de { $volume } se elige { $option }.
window-choice-above = Por encima de { $volume } se elige { $option }.
window-choice-none-below = Por debajo de { $volume } ninguna opción cumple todos los requisitos.
window-choice-none-above = Por encima de { $volume } ninguna opción cumple todos los requisitos.

## Cambios

edit-sampling = cambio del muestreo
