# Lo que se ha medido para un caso: la tarjeta, la importación, deshacer y lo que cambia.

## Campos

field-interface-speed-time-to-first-token-seconds = Tiempo hasta el primer token
    .help = De la petición al primer token, según lo medido o prometido; 0 si no se sabe.
field-interface-speed-tokens-per-second = Velocidad de escritura
    .help = Tokens por segundo que recibe un usuario, según lo medido o prometido; 0 si no se sabe.
report-group-interface-speed = Velocidad de la interfaz

## Deshacer, y por qué algo no se hizo

edit-add-measurements = adición de { $count ->
        [one] { $count } medición
       *[other] { $count } mediciones
    }
edit-remove-measurement = eliminación de «{ $source }»
edit-use-measurement = uso de «{ $source }»
edit-leave-measurement = descarte de «{ $source }»
error-no-such-measurement = No hay ninguna medición «{ $measurement }».
error-not-measured = Una medición debe ser un número positivo, y { $value } no lo es.
error-too-many-measurements = Un caso guarda { $most } mediciones como máximo.

## La tarjeta

measurements-title = Mediciones
measurements-aid = Lo medido prevalece sobre lo estimado y ajusta las estimaciones de su clase.
measurements-none = Todavía no se ha medido nada para este caso.
measurements-import = Importar resultados…
measurements-import-aid = Archivos de llama-bench, vLLM, GuideLLM, AIPerf, genai-perf e InferenceX.
measurement-on-machine = { $model } en { $count } × { $hardware } con { $engine }
measurement-at-endpoint = { $model } en { $provider }
measurement-headline = { $quantity }: { $figure }
measurement-kind-this-machine = medido aquí
measurement-kind-endpoint = medido en el punto de acceso
measurement-kind-imported = importado
measurement-kind-entered = introducido
measurement-estimate = Estimado antes: { $before }; ahora: { $after }.
measurement-class-faster = Otros modelos con este motor en hardware similar se consideran un { $share } más rápidos.
measurement-class-slower = Otros modelos con este motor en hardware similar se consideran un { $share } más lentos.
measurement-option-same = { $option } ejecuta exactamente esto.
measurement-option-class = { $option } se apoya en ello.
measurement-result = { $result }: { $before } → { $after }
measurement-unknown = no se sabe
measurement-no-option = Ninguna opción cambia por ello.
measurement-busy = La máquina estaba ocupada: se muestra y no se usa.
measurement-left-aside = Descartada.
measurement-nobody-buys = Ninguna opción compra este modelo a este proveedor.
measurement-old = Medida hace más de un año.
measurement-far-off = Se aparta { $times } veces de la estimación: conviene revisar condiciones y unidades.
measurement-use-name = Usar «{ $source }»
measurement-use = Usar
measurement-remove = Eliminar
measurement-remove-name = Eliminar «{ $source }»
measurements-interfaces = Velocidad de las interfaces
measurements-interfaces-aid = Según lo medido en el punto de acceso o lo que promete el proveedor; con ella se juzgan los objetivos.

## La importación

measurements-path-title = Importar resultados
measurements-read-button = Leer
measurements-reading = Leyendo { $file } …
measurements-what-model = ¿Qué modelo es «{ $name }»?
measurements-what-hardware = ¿Qué máquina es «{ $name }»?
measurements-which-model = ¿Qué modelo era?
measurements-which-hardware = ¿En qué máquina se ejecutó?
measurements-count = GPU o procesadores en total
measurements-engine = Motor
measurements-weights = Formato de los pesos
measurements-at-once = Peticiones a la vez
measurements-take-name = Tomar { $place }
measurements-take = Tomar
measurements-add = { $count ->
        [0] Nada que añadir
        [one] Añadir { $count } medición
       *[other] Añadir { $count } mediciones
    }
measurements-room = { $most ->
       *[other] Un caso guarda { $most } mediciones como máximo: tome menos.
    }

## Sin ventana

measurements-added = { $count ->
        [one] Se ha añadido { $count } medición a «{ $case }».
       *[other] Se han añadido { $count } mediciones a «{ $case }».
    }
measurements-changed = { $what }, { $quantity }: estimado { $before }, medido { $measured }, ahora { $after }
measurements-nothing = No se puede usar ninguno de los resultados, así que no se ha añadido nada.

## Decisión

decision-worth-measure = Medir { $input }: a la página «Latencia y hardware»
