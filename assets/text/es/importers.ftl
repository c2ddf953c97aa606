# Resultados de otras herramientas, leídos como mediciones.

## Por qué un archivo no se puede leer

import-fault = { $file }: { $what }
import-fault-at = { $file }:{ $line }:{ $column }: { $what }
import-fault-empty = El archivo no contiene nada.
import-fault-too-large = El archivo es demasiado grande.
import-fault-too-many-values = El archivo contiene más valores de los que tienen nunca unos resultados.
import-fault-too-deep = Los paréntesis están anidados a demasiada profundidad.
import-fault-not-text = Esto no es texto.
import-fault-unknown = No son resultados de ninguna herramienta conocida aquí; se conocen { $allowed }.
import-fault-cut-off = El archivo acaba a la mitad; quizá no se escribió hasta el final.
import-fault-unreadable = Lo que hay aquí no se puede leer.
import-fault-number-too-large = El número es demasiado grande para cualquier cifra.
import-fault-duplicate-key = La clave «{ $key }» aparece dos veces.
import-fault-cells = La fila tiene { $found } celdas y su encabezado { $expected }.
import-fault-no-column = La tabla no tiene la columna «{ $column }».

## Lo que se dejó fuera y lo que conviene saber

import-note = { $count ->
        [0] { $what }
        [one] Resultado { $first }: { $what }
       *[other] { $count } resultados, a partir del resultado { $first }: { $what }
    }
import-note-unknown-result = De ninguna herramienta conocida aquí; se dejó fuera.
import-note-no-figure = No hay ninguna cifra positiva en «{ $key }»; se dejó fuera.
import-note-no-hardware = No dice en qué se ejecutó.
import-note-no-model = No nombra el modelo.
import-note-no-load = No dice cuántas peticiones hubo a la vez.
import-note-no-lengths = No dice cuánto medían las entradas y las respuestas; se dejó fuera.
import-note-unknown-format = Aquí no se sabe cuántos bits ocupa «{ $name }»; se dejó fuera.
import-note-some-failed = Falló el { $share } de las peticiones.
import-note-too-many-failed = Falló el { $share } de las peticiones, que es demasiado; se dejó fuera.
import-note-cancelled = La ejecución se canceló; se dejó fuera.
import-note-speculative = Medido con decodificación especulativa; se dejó fuera.
import-note-disaggregated = Las entradas se leyeron en máquinas distintas de las que escribieron las respuestas; se dejó fuera.
import-note-mixed = La lectura de entradas y la escritura de respuestas se mezclan en una cifra; se dejó fuera.
import-note-prompt-at-depth = La entrada se leyó detrás de un contexto que ya estaba; se dejó fuera.
import-note-partly-on-processor = El procesador calculó una parte del modelo; se dejó fuera.
import-note-mixed-hardware = Se ejecutó en aceleradores de distintas clases; se dejó fuera.
import-note-remote = Se ejecutó en otras máquinas a través de una red; se dejó fuera.
import-note-embeddings = Se midieron embeddings; se dejó fuera.
import-note-demand-not-capacity = El caudal con llegadas es lo que se pidió, no lo que se puede obtener; se dejó fuera.
import-note-latency-of-a-flood = Todo se pidió a la vez; las latencias de una avalancha así se dejan fuera.
import-note-more = Hay más de esto de lo que se enumera.

## Por qué una medición no se puede usar

import-unresolved-no-model = nadie dice qué modelo era; --model lo nombra
import-unresolved-model = ningún modelo se llama «{ $name }»; parecidos: { $near }
import-unresolved-no-hardware = nadie dice en qué se ejecutó; --hardware lo nombra
import-unresolved-hardware = ningún hardware se llama «{ $name }»; parecidos: { $near }
import-unresolved-no-count = nadie dice en cuántas GPU o procesadores se ejecutó; --count lo dice
import-unresolved-no-weights = nadie dice en qué formato estaban los pesos; --weights lo dice
import-unresolved-no-engine = nadie dice qué motor era; --engine lo nombra
import-unresolved-no-load = nadie dice cuántas peticiones hubo a la vez; --concurrency lo dice
import-unresolved-no-lengths = nadie dice cuánto medían las entradas y las respuestas
import-unresolved-partly-on-processor = solo { $layers } de { $of } capas estaban en el acelerador
import-unresolved-faster-than-memory = sería más rápido de lo que se pueden leer los pesos de la memoria
import-unresolved-impossible = { $reason }
import-unresolved-tables = las tablas incluidas no se pueden leer
import-nothing-near = ninguno

## Lo que se supuso

import-assumed-weights = Supuesto: pesos en el formato en que se publica el modelo, con { $bits } bits cada uno.
import-assumed-cache = Supuesto: { $bits } bits por cada elemento de la caché.
import-assumed-split = Supuesto: cada capa se reparte entre los { $count } aceleradores.

## Un archivo impreso

import-head = { $file }: { $rows ->
        [one] { $rows } medición
       *[other] { $rows } mediciones
    } de { $results ->
        [one] { $results } resultado
       *[other] { $results } resultados
    } de { $tool }
import-row = { $place }. { $quantity }: { $figure }, { $model } en { $count } × { $hardware }, { $load }
import-row-estimated = { $place }. { $quantity }: { $figure } (estimado { $estimated }), { $model } en { $count } × { $hardware }, { $load }
import-row-unresolved = { $place }. { $quantity }: { $figure }, no se usa: { $reason }
import-quantity-decode-alone = Velocidad para un usuario
import-quantity-prefill = Lectura de entradas
import-quantity-fixed-batch = Caudal
import-quantity-saturated = Caudal a plena capacidad
import-quantity-inter-token = Tiempo entre tokens
import-quantity-time-to-first-token = Tiempo hasta el primer token
import-tokens-per-second = { $value } tokens/s
import-milliseconds = { $value } ms
import-load-unknown = carga desconocida
import-load-at-once = peticiones a la vez: { $requests }
import-load-as-fits = tantas peticiones como quepan
import-load-arrivals = peticiones por segundo: { $requests }
