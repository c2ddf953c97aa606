# Ponderación: pasos que se deshacen, estados de los pasos y campos.

## Lo que se deshace

edit-answer = respuesta a una condición
edit-framework = cambio del marco
edit-cost-role = cambio de cómo cuenta el coste
edit-gate = activar o desactivar un requisito
edit-add-gate = añadir un requisito
edit-remove-gate = quitar un requisito
edit-add-criterion = añadir un criterio
edit-criterion = cambio de un criterio
edit-remove-criterion = quitar un criterio
edit-data-place = cambio de dónde van los datos de «{ $option }»
edit-clause = lectura de una cláusula de «{ $option }»
edit-reason = razón de un juicio sobre «{ $option }»
edit-add-participant = añadir a «{ $participant }»
edit-rename-participant = cambiar el nombre de «{ $participant }»
edit-remove-participant = quitar a «{ $participant }»
edit-elicitation = cómo pondera «{ $participant }»
edit-ranks = orden de «{ $participant }»
edit-rank-scheme = cuánto pesa el orden de «{ $participant }»
edit-comparison = comparación de «{ $participant }»

## Elecciones, avisos y errores

choice-on = Requisito
choice-allowed = Dónde pueden ir los datos
choice-data-place = Dónde van los datos
choice-answer = Condición
choice-cost-role = Cómo cuenta el coste
notice-gates-removed = { $count ->
        [one] Se quitó también { $count } requisito que dependía de él.
       *[other] Se quitaron también { $count } requisitos que dependían de él.
    }
error-anchors = Lo peor y lo mejor de un criterio deben ser dos números distintos.
error-comparison = Un criterio es como mucho nueve veces más importante que el otro.

## Por qué un paso está así

reason-starting-weights = Pesos del marco
reason-answered = { $count ->
        [one] { $count } condición respondida
       *[other] { $count } condiciones respondidas
    }
reason-weighed = { $count ->
        [one] Ponderó { $count } persona
       *[other] Ponderaron { $count } personas
    }
reason-contradict = { $count ->
        [one] Las comparaciones de { $count } persona se contradicen
       *[other] Las comparaciones de { $count } personas se contradicen
    }
reason-all-out = Los requisitos excluyen todas las opciones
reason-chosen = Elegir { $option }
reason-chosen-of = { $count ->
        [one] Elegir { $option }; { $count } fuera
       *[other] Elegir { $option }; { $count } fuera
    }

## Campos

field-assessment-points = Juicio
    .help = Cómo va una opción en un criterio, de 0 a 100.
field-weight-points = Peso
    .help = Cuánto cuenta ir de lo peor a lo mejor, de 0 a 100.
field-gate-points-limit = Mínimo admitido
    .help = Lo que no llega queda fuera.
field-gate-fte-limit = Puestos disponibles
    .help = Puestos de ingeniería a tiempo completo que se pueden dedicar a esto.
field-money-axis-usd-per-point = Cuánto vale un punto
    .help = Cuánto vale, en todo el horizonte y en dinero de hoy, un punto de valor sobre cien.
field-money-axis-worst-cost-usd = Coste que no vale nada
    .help = El coste con el que el coste, como criterio, no vale nada.
field-money-axis-best-cost-usd = Coste que lo vale todo
    .help = El coste con el que el coste, como criterio, lo vale todo.
field-review-after-months = Revisar al cabo de
    .help = Meses tras el inicio en que se revisa la elección; cero significa nunca.
field-review-known-share = Conocido entonces
    .help = Parte de la incertidumbre de hoy que se conoce entonces.
