# A measurement that is typed in, and what an import still lacks.

## The form

typed-begin = Introducir una medición…
typed-title = Una medición propia
typed-aid = Prevalece sobre la estimación de exactamente esto y desplaza las afines; se puede deshacer.
typed-subject = Qué se midió
typed-subject-other = Otro modelo y otra máquina
typed-model = Modelo
typed-hardware = Máquina
typed-accelerators = GPU o procesadores en total
typed-quantity = Magnitud
typed-quantity-fixed-batch = Caudal con tantos usuarios
typed-input = Tokens de un prompt
typed-output = Tokens de una respuesta
typed-users = Peticiones simultáneas
typed-value-speed = Tokens por segundo
typed-value-time = Milisegundos
typed-date = Día de la medición
typed-source = Fuente
typed-source-aid = Quién lo midió o dónde consta.
typed-note = Nota
typed-note-aid = Versión, ajustes y otra carga, a su gusto.
typed-estimate = Estimado hasta ahora: { $figure }.
typed-change = Estimado hasta ahora: { $before }; con esta medición: { $after }.
typed-add = Añadir la medición

## Why it cannot be added yet

typed-lacks-model = Elija el modelo que se midió.
typed-lacks-hardware = Elija la máquina en la que se ejecutó.
typed-lacks-weights = Elija el formato de los pesos.
typed-lacks-engine = Elija el motor que lo sirvió.
typed-lacks-source = Indique de dónde viene la cifra.
typed-no-number = «{ $text }» no es un número.
typed-not-positive = Escriba un número mayor que 0.
typed-not-whole = Escriba un número entero de 1 a { $most }.
typed-too-late = Ese día aún no ha llegado.
typed-unknown-model = Nadie ha publicado las dimensiones de { $model }, así que no hay estimación con la que compararlo.
typed-no-room = Un caso guarda { $most } mediciones como máximo: elimine antes una.

## Rows of a file that cannot be used yet

row-lacks-model = el archivo no dice qué modelo era: elíjalo arriba
row-unknown-model = aquí nada se llama «{ $name }»: elija arriba qué modelo es
row-lacks-hardware = el archivo no dice en qué se ejecutó: elija la máquina arriba
row-unknown-hardware = aquí nada se llama «{ $name }»: elija arriba qué máquina es
row-lacks-count = el archivo no dice en cuántas GPU o procesadores se ejecutó: escríbalo arriba
row-lacks-weights = el archivo no dice en qué formato estaban los pesos: elíjalo arriba
row-lacks-engine = el archivo no dice qué motor era: elíjalo arriba
row-lacks-load = el archivo no dice cuántas peticiones había a la vez: escríbalo arriba
row-answered = Según su respuesta: { $what }
