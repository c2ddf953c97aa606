# El paso de prioridades: condiciones, requisitos, criterios y pesos, personas, valoraciones, dinero.

## La frase de cabecera

priorities-headline-all-weighed = Todas las opciones cumplen todos los requisitos; { $counting ->
        [one] { $criteria } es lo que más pesa
       *[other] { $criteria } son lo que más pesa
    }
priorities-headline-all = Todas las opciones cumplen todos los requisitos
priorities-headline-none-weighed = Ninguna opción cumple todos los requisitos; { $counting ->
        [one] { $criteria } es lo que más pesa
       *[other] { $criteria } son lo que más pesa
    }
priorities-headline-none = Ninguna opción cumple todos los requisitos
priorities-headline-weighed = { $count ->
        [one] { $count } de { $total } opciones cumple todos los requisitos
       *[other] { $count } de { $total } opciones cumplen todos los requisitos
    }; { $counting ->
        [one] { $criteria } es lo que más pesa
       *[other] { $criteria } son lo que más pesa
    }
priorities-headline = { $count ->
        [one] { $count } de { $total } opciones cumple todos los requisitos
       *[other] { $count } de { $total } opciones cumplen todos los requisitos
    }
priorities-nobody-weighs = Nadie ha dado pesos todavía: cuentan los pesos iniciales del marco.
priorities-people-weigh = { $count ->
        [one] Los pesos son los de { $count } persona.
       *[other] Los pesos son la media de los de { $count } personas.
    }
priorities-unknown-judgements = { $count ->
        [one] { $count } valoración no se conoce; vale el medio de su escala.
       *[other] { $count } valoraciones no se conocen; vale el medio de su escala.
    }
priorities-assumed-judgements = { $count ->
        [one] { $count } valoración es un supuesto del marco.
       *[other] { $count } valoraciones son supuestos del marco.
    }

## Vistas

priorities-views = Vistas de este paso
priorities-view-glance = De un vistazo
priorities-view-gates = Requisitos
priorities-view-weights = Criterios y pesos
priorities-view-judgements = Valoraciones
priorities-view-money = Dinero

## Requisitos

gate-passed = cumplido
gate-missed = incumplido
gate-not-known = aún no se sabe
gate-not-asked = nada exigido
priorities-gates = Lo que ninguna opción puede incumplir
priorities-gates-aid = Se juzga una vez, con las cifras de hoy; lo que aún no se sabe no descarta a nadie.
priorities-set-gates = Fijar requisitos
priorities-set-gates-aid = La opción que incumple uno de estos queda fuera, por buena que sea en lo demás.
priorities-no-gates = No se exige ningún requisito.
priorities-verdict = Veredicto
priorities-closes-in = incumplido en el { $share } de los futuros
priorities-in-the-running = En liza
priorities-no-cost = No es viable tal como está y por eso no tiene coste.
priorities-gate-off = No se exige.
priorities-gate-asked = se exige
priorities-gate-open = no se exige
priorities-gate-closes = { $count ->
        [0] Ninguna opción lo incumple.
        [one] { $count } opción lo incumple.
       *[other] { $count } opciones lo incumplen.
    }
priorities-gate-unknown = { $count ->
        [one] De { $count } opción aún no se sabe.
       *[other] De { $count } opciones aún no se sabe.
    }
priorities-limit-of = Límite: { $gate }
priorities-farthest-place = Lugar más lejano permitido
priorities-set-at = Se fija en el paso «{ $step }»
priorities-places = Dónde se tratan los datos
priorities-places-aid = Vale lo que dice el contrato; mientras nadie diga otra cosa, el lugar habitual de su tipo.
priorities-place-of = Dónde se tratan los datos: { $option }
priorities-place-usual = Lo habitual de su tipo: { $place }
priorities-place-parts = Tan lejos como la más lejana de sus partes
priorities-clauses = Cláusulas que pueden prohibir este uso
priorities-clauses-aid = Una cláusula descarta la opción hasta que alguien la lea y no vea impedimento.
priorities-no-clauses = Ninguna licencia de estas opciones tiene una cláusula así.
priorities-clause-of = { $option }: { $clause }
priorities-clause-read = Leída, sin impedimento

## Afirmaciones sobre el cliente

priorities-conditions = Qué es cierto del cliente
priorities-conditions-aid = { $count } de { $total } respondidas. La respuesta fija las entradas que se listan debajo, y nada más.
priorities-answer-yes = Sí
priorities-answer-no = No
priorities-answer-unknown = Nadie lo ha dicho
priorities-favours-open-weights = Se dice que favorece los pesos abiertos
priorities-favours-proprietary = Se dice que favorece los modelos propietarios
priorities-follows = { $what }: { $yes } si es así, { $no } si no
priorities-follows-also = { $count ->
        [one] Se sigue { $count } entrada más
       *[other] Se siguen { $count } entradas más
    }
priorities-follows-all = { $count ->
        [one] Se sigue { $count } entrada
       *[other] Se siguen { $count } entradas
    }
priorities-follows-gate = Requisito «{ $gate }»
priorities-follows-kinds = { $input } ({ $kinds })
priorities-closes-for = { $count ->
        [one] Con esta respuesta, un requisito descarta { $options }.
       *[other] Con esta respuesta, un requisito descarta { $options }.
    }

## Pesos

priorities-weights = Qué cuenta, y cuánto
priorities-weights-start = Pesos iniciales del marco; un peso vale el recorrido de lo peor a lo mejor.
priorities-weights-mean = { $count ->
        [one] Pesos de { $count } persona; un peso vale el recorrido de lo peor a lo mejor.
       *[other] Media de los pesos de { $count } personas; un peso vale el recorrido de lo peor a lo mejor.
    }
priorities-weigh = Dar pesos
priorities-no-criteria = Aún no hay criterios; elija un marco en la vista general.
priorities-criterion = Criterio
priorities-group = Grupo
priorities-start = Pesos iniciales
priorities-start-note = Cuentan para quien no ha dado puntos propios.
priorities-result-start = En qué quedan los pesos iniciales
priorities-result-of = En qué quedan los pesos de { $name }
priorities-result-aid = Parte de todo el peso; las partes suman el total.
priorities-ask-swings = ¿Cuánto vale cada recorrido?
    .aid = El recorrido va de lo peor a lo mejor descrito; dé puntos al cambio, no al criterio.
priorities-ask-ranks = ¿Qué recorrido importa más?
    .aid = El más importante arriba; el orden solo da los pesos.
priorities-ask-pairs = ¿Cuánto más importa uno que otro?
    .aid = Mueva cada control hacia lo que importa más.
priorities-way = Cómo se piden los pesos
priorities-way-swings = Puntos
priorities-way-ranks = Orden
priorities-way-pairs = Pares
priorities-most-important = ¿Qué recorrido de lo peor a lo mejor le importa más? Ese recibe { $points } puntos; dé a los demás su parte.
priorities-most-important-name = El recorrido que más importa
priorities-anchors = Peor: { $worst } · Mejor: { $best }
priorities-slider = Control deslizante: { $name }
priorities-points-of = Peso de { $criterion }, { $name }
priorities-points-start = Peso inicial de { $criterion }
priorities-no-order = Nadie los ha ordenado todavía; por eso todos cuentan igual.
priorities-take-order = Adoptar este orden
priorities-rank-up = Subir { $criterion }
priorities-rank-down = Bajar { $criterion }
priorities-scheme = Cómo el orden se vuelve pesos
priorities-scheme-centroid = Centroide
    .help = La media de todos los pesos que respetan el orden.
priorities-scheme-sum = Descenso constante
    .help = Cada puesto pesa siempre lo mismo menos que el anterior.
priorities-scheme-reciprocal = Mitad, tercio
    .help = El segundo pesa la mitad del primero, el tercero un tercio.
priorities-pair = { $first } frente a { $second }
priorities-pair-equal = igual de importantes
priorities-pair-times = { $criterion }: { $times } veces más importante
priorities-pair-equal-short = iguales
priorities-pair-times-short = { $times } veces
priorities-pairs-too-many = Son demasiados criterios para decir si las comparaciones concuerdan; los puntos o un orden piden menos.
priorities-light-green = Las comparaciones concuerdan entre sí (inconsistencia { $ratio }).
priorities-light-amber = Algunas comparaciones se contradicen (inconsistencia { $ratio }); mire estas.
priorities-light-red = Las comparaciones se contradicen tanto que los pesos dicen poco (inconsistencia { $ratio }).
priorities-triad = Se dijo que { $first } importa { $said } veces lo que { $third }; pasando por { $second } serían { $implied } veces.
priorities-go-to-pair = Ir a { $first } frente a { $second }

## Personas

priorities-people = Quién da pesos
priorities-people-aid = Cada cual da sus propios pesos; los del grupo son la media de todos.
priorities-whose = De quién son los pesos mostrados
priorities-name = Nombre o cargo
priorities-unnamed = sin nombre
priorities-newcomer = Nombre de quien da pesos
priorities-add-person = Añadir persona
priorities-remove-person = Quitar a { $name }
priorities-agree = { $count } de { $total } elegirían { $option }.
priorities-prefers = { $name } elegiría { $option }.
priorities-table = Los pesos de todos, uno junto a otro
priorities-table-aid = Distancia: qué parte del peso tendría que cambiar para igualar los del grupo.
priorities-apart = Distancia del grupo
priorities-choices = Elegiría
priorities-who = Quién
priorities-no-choice = ninguna

## Valoraciones

priorities-judgements = Cómo salen las opciones en cada criterio
priorities-judgements-aid = Puntos de cero a cien entre lo peor y lo mejor descritos. { $assumed } son supuestos del marco, { $unknown } no se conocen.
priorities-judgements-note = Pulse un criterio para valorar abajo las opciones.
priorities-judge = Valorar por { $criterion }
priorities-value = Valor ponderado
priorities-unknown = no se sabe
priorities-assumed = supuesto
priorities-own = valorado
priorities-found = calculado
priorities-unknown-help = No se sabe: vale el medio de la escala, y toda ella se cree posible.
priorities-score = Puntuación publicada
priorities-found-worth = { $what }: { $value }, vale { $points } puntos.
priorities-found-clipped = { $what }: { $value }, más allá del extremo descrito, vale { $points } puntos.
priorities-reason = Por qué: { $judgement }
priorities-back-to-start = Volver a la valoración del marco

## Dinero

priorities-money = Cómo entra el coste, una sola vez
priorities-money-aid = Junto a los criterios o entre ellos, nunca las dos cosas.
priorities-cost-money-axis = Junto a los criterios
    .help = Una pregunta dice cuánto vale un punto; decide lo que queda tras el coste.
priorities-cost-criterion = Como un criterio más
    .help = El coste se pesa de lo peor a lo mejor; lo que vale un punto se sigue de su peso.
priorities-review = Revisar la elección más adelante
priorities-review-aid = Empezar con una opción, aprender y cambiar si otra pasa a ser mejor; cero meses quiere decir nunca.
priorities-trade-off = La única pregunta de equilibrio
priorities-trade-off-question = ¿Cuánto más cara puede ser una opción en { $months } si es { $points } puntos mejor?
priorities-worth-of = Valor de { $points } puntos
priorities-whole-scale = La escala entera de { $points } puntos vale { $worth }.
priorities-between-options = Entre la mejor y la peor opción en liza hay { $points } puntos, que valen { $worth }, y { $cost } de coste.
priorities-leads-by = Así, { $option } aventaja a { $second } en { $margin }.
priorities-worth-nothing = Tal como está, un punto no vale nada y solo decide el coste.
priorities-cost-ends = Entre qué extremos se pesa el coste
priorities-cost-ends-aid = Valor presente en el horizonte; fijo, para que otra opción no cambie el valor de nadie.
priorities-cost-ends-turned = El peor coste debe quedar por encima del mejor; hasta entonces un punto no vale nada.
priorities-implied = Con el { $weight } de todo el peso en el coste, un punto vale { $worth }.
priorities-weigh-cost = Dar peso al coste

## El marco

priorities-framework = El marco en uso
priorities-framework-date = De { $date }
priorities-framework-own = Criterios y requisitos propios.
priorities-framework-choose = Elegir otro marco
priorities-framework-none = Este caso aún no tiene criterios ni requisitos; un marco trae ambos, y usted cambia lo que no encaje.
priorities-framework-use = Usar «{ $framework }»
