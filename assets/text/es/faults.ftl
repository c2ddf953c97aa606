# What is wrong with a file of presets or a scenario.

## The sentence around a fault

fault = { $file }:{ $line }:{ $column }: { $what }
fault-in-record = { $file }:{ $line }:{ $column }: { $record }: { $what }
fault-in-field = { $file }:{ $line }:{ $column }: { $record }, { $field }: { $what }
fault-at-field = { $file }:{ $line }:{ $column }: { $field }: { $what }

## Brackets, text and commas

fault-unclosed = Nada cierra este { $bracket }.
fault-unopened = Este { $bracket } no cierra nada.
fault-mismatched = Este { $found } no puede cerrar { $open }.
fault-unclosed-text = El texto no tiene comillas de cierre.
fault-unclosed-comment = El comentario no tiene final.
fault-missing-comma = Falta una coma antes de esto.
fault-missing-value = Falta un valor antes de esto.
fault-empty = El archivo está vacío.
fault-too-large = El archivo es demasiado grande.
fault-too-deep = Los paréntesis están demasiado anidados.
fault-not-text = Esto no es texto UTF-8.
fault-syntax = Esto no se puede leer como RON ({ $detail }).
fault-too-many = Hay más fallos de los que se muestran; corrija primero estos.

## Records and keys

fault-not-a-list = Un archivo de datos de partida es una lista de registros entre corchetes.
fault-unknown-record = No hay registros de tipo «{ $found }»; hay { $allowed }.
fault-unknown-key = Aquí no hay clave «{ $found }»; las claves son { $allowed }.
fault-duplicate-key = La clave «{ $key }» aparece dos veces.
fault-missing-key = Falta la clave «{ $key }».
fault-wrong-type = Se esperaba { $expected }; hay { $found }.
fault-unknown-name = «{ $found }» no se admite aquí, solo { $allowed }.
expected-number = un número
expected-whole-number = un número entero no negativo
expected-text = un texto entre comillas
expected-truth = true o false
expected-list = una lista entre corchetes
expected-struct = claves y valores entre paréntesis
expected-map = claves y valores entre llaves
expected-other = otro valor

## Values

fault-not-finite = Esto debe ser un número finito.
fault-negative = Esto no puede ser negativo, y { $value } lo es.
fault-out-of-range = Esto debe estar entre { $min } y { $max }, y { $value } no lo está.
fault-empty-text = Este texto no puede quedar vacío.
fault-bad-id = «{ $found }» no es un id; use minúsculas, cifras y . - _ / + : @
fault-bad-date = «{ $found }» no es una fecha; escriba 2026, 2026-11, 2026-11-24, o «by» delante de una de ellas.
fault-future-date = { $date } está en el futuro; aquí nada puede ser posterior a { $latest }.
fault-ends-before-start = Esto termina en { $until }, que no es posterior a su inicio en { $from }.
fault-range-order = Bajo, base y alto deben ascender, y { $low }, { $base }, { $high } no lo hacen.
fault-together = O están todas, { $keys }, o ninguna.
fault-exclusive = Solo puede estar una de { $keys }.
fault-tier-order = Los tramos deben ascender, y el de más de { $above } tokens no lo hace.
fault-shapes = { $larger } no puede ser mayor que { $smaller }.

## References

fault-unknown-reference = No hay ningún registro «{ $id }» ({ $kind }).
fault-circular-reference = «{ $id }» lleva de vuelta a sí mismo.
fault-duplicate-id = El id «{ $id }» ya está en { $first }.
fault-duplicate-name = «{ $name }» ya es un nombre de «{ $other }».
fault-overlapping-prices = Esto vale al mismo tiempo que «{ $other }» de la misma oferta.
fault-unknown-field = El registro no tiene el campo «{ $found }».
fault-no-date = Ningún archivo contiene el registro Catalogue con la fecha de los datos de partida.

## Doubtful, but used

fault-output-cheaper = La salida a { $output } es más barata que la entrada a { $input }; revíselo.
fault-not-yet-in-force = Esto aún no vale en la fecha del caso ({ $date }); inicio: { $from }.
fault-no-longer-in-force = Esto ya no vale en la fecha del caso ({ $date }); fin: { $until }.
fault-after-catalogue = Los precios son los últimos conocidos; fecha del catálogo: { $latest }.
fault-old = { $days ->
        [one] Esto tiene { $days } día.
       *[other] Esto tiene { $days } días.
    }

## Scenarios

fault-misspelt = Aquí no hay clave «{ $found }»; ¿quería decir «{ $nearest }»?
fault-not-whole = Esto debe ser un número entero, y { $value } no lo es.
fault-newer-version = Este archivo es de la versión { $found }, y este programa lee hasta la { $latest }; lo escribió un programa más nuevo.
fault-bad-option-id = «{ $found }» no es un id; use hasta 64 minúsculas, cifras y guiones.
fault-step-order = Los límites deben subir de escalón en escalón, y { $above } no sube.
fault-not-in-catalogue = No hay «{ $id }» en el catálogo.
fault-weights-not-open = Los pesos de «{ $id }» no son abiertos; no se puede alojar.
fault-size-unknown = Nadie ha publicado cuántos parámetros tiene «{ $id }»; introduzca el tamaño.
fault-other-plan = La opción «{ $id }» tiene un plan de otro tipo.
