# Lo que se sigue para la elección: la recomendación, su seguridad, por qué hay opciones fuera y qué la invertiría.

## La recomendación

choice-worth-more = Elija { $option }: en { $months } vale { $margin } más que { $second }
choice-cheaper = Elija { $option }: en { $months } cuesta { $margin } menos que { $second }
choice-even = { $option } y { $second } valen lo mismo en { $months }
choice-only = Elija { $option }: ninguna otra opción cumple todos los requisitos
choice-none = Ninguna opción cumple todos los requisitos tal como está

## Con qué seguridad

choice-odds = Es la mejor de todas las opciones en { $count } de { $all } futuros.
choice-margin-range = En ocho de cada diez futuros la ventaja está entre { $low } y { $high }.
choice-cost-range = En ocho de cada diez futuros cuesta entre { $low } y { $high }.
choice-all-pass = Todas las opciones cumplen todos los requisitos.
choice-one-out = Una opción queda fuera, { $option }: { $gates }.
choice-several-out = { $count ->
        [one] { $count } opción queda fuera: { $gates }.
       *[other] { $count } opciones quedan fuera: { $gates }.
    }

## Requisitos en pocas palabras

choice-gate-data-residency = lugar de tratamiento de los datos
choice-gate-licence = licencia
choice-gate-time-to-first-token = tiempo hasta el primer token
choice-gate-writing-speed = velocidad de escritura
choice-gate-memory = memoria
choice-gate-context = longitud de las peticiones
choice-gate-minimum-score = puntuación en { $benchmark }
choice-gate-languages = idiomas de trabajo
choice-gate-skills = personal disponible
choice-gate-minimum-judgement = { $criterion }

choice-place-own-premises = las instalaciones del propio cliente
choice-place-own-tenancy = máquinas ajenas que solo usa el cliente
choice-place-provider-in-region = un proveedor obligado por contrato a una región
choice-place-provider = un proveedor, esté donde esté

## Por qué una opción queda fuera

choice-out-because = Fuera porque { $reasons }.
choice-closed-data-residency = los datos van a { $place }, y no se permite nada más allá de { $allowed }
choice-closed-licence = { $count ->
        [one] nadie ha leído la cláusula de su licencia, { $licence }, que puede prohibir este uso
       *[other] nadie ha leído las { $count } cláusulas de su licencia, { $licence }, que pueden prohibir este uso
    }
choice-closed-time-to-first-token = el primer token tarda { $time }, y se permite { $target }
choice-closed-writing-speed = escribe { $speed } para un usuario, y se piden { $target }
choice-closed-memory = el modelo ocupa { $need }, y la máquina ofrece { $room }
choice-closed-memory-in-draws = el modelo no cabe en su máquina en el { $share } de los futuros
choice-closed-context = una petición tiene { $tokens } tokens, y el modelo lee { $limit }
choice-closed-minimum-score = obtiene { $score } en { $benchmark }, y se pide { $limit }
choice-closed-languages = su proveedor no admite { $languages }
choice-closed-skills = exige { $fte } personas a tiempo completo, y hay { $limit }
choice-closed-minimum-judgement = recibe { $points } puntos en { $criterion }, y se piden { $limit }

## Tres razones

choice-reason-costs-less = Cuesta { $amount } menos que { $second } en { $months }.
choice-reason-better = Es mejor que { $second } en { $criterion }: { $points } puntos, que valen { $amount }.
choice-reason-others-out = { $count ->
        [one] { $options } valdría más, pero un requisito la deja fuera.
       *[other] { $options } valdrían más, pero hay requisitos que las dejan fuera.
    }
choice-reason-only-one = Es la única opción que cumple todos los requisitos.

## Qué la invertiría

choice-flip-input-below = { $input } por debajo de { $at } (hoy { $here }): entonces { $second }
choice-flip-input-above = { $input } por encima de { $at } (hoy { $here }): entonces { $second }
choice-flip-weight-below = { $criterion } con menos de { $at } de todo el peso (hoy { $here }): entonces { $second }
choice-flip-weight-above = { $criterion } con más de { $at } de todo el peso (hoy { $here }): entonces { $second }
choice-flip-gate = Otra respuesta en el requisito «{ $gate }»: entonces { $second }

choice-criterion-cost = Coste
choice-input-judgement = { $criterion }
choice-input-weight = Peso de { $criterion }
choice-input-limit = Límite del requisito «{ $gate }»

## Cómo podría averiguarse

choice-find-ask = preguntar
choice-find-measure = medir
choice-find-pilot = hacer un piloto
choice-find-logs = importar registros
