# Esta máquina en la ventana: qué se ha encontrado, un modelo cronometrado en ella y qué significa para el caso.

latency-view-options = Opciones del caso
latency-view-machine = Esta máquina
latency-view-endpoint = Un endpoint

## Titular

here-headline-nothing = Todavía no se ha cronometrado nada en esta máquina
here-headline-measured = Se ha cronometrado un modelo en esta máquina
here-headline-comfortable = Esta máquina escribe respuestas de { $model } a unos cómodos { $speed } tokens por segundo
here-headline-usable = Esta máquina escribe respuestas de { $model } a { $speed } tokens por segundo, más o menos al ritmo de lectura
here-headline-too-slow = Con { $speed } tokens por segundo, esta máquina es demasiado lenta para { $model }
here-sure = Lo que se mide aquí es una medición; lo que de ella se sigue para otros modelos, una estimación. No se descarga nada y nada sale de la máquina.

## Qué se ha encontrado

here-found = Qué se ha encontrado
here-found-aid = Datos de esta máquina y cómo se conoce cada uno
here-looking = Examinando esta máquina …
here-column-fact = Dato
here-column-value = Valor
here-column-known = Cómo se sabe
here-known-operating-system = sistema operativo
here-known-processor = procesador
here-known-driver = controlador
here-known-measured = medido
here-known-entered = introducido por usted
here-known-nobody = nadie lo dice
here-gpu-number = GPU { $number }
here-of-gpu = GPU { $number }, { $what }
here-measured-within = medido, ±{ $spread }
here-measure = Medir (unos { $time })
here-measure-again = Medir de nuevo (unos { $time })
here-measure-needs = Ocupa hasta { $memory } de memoria mientras mide
here-measuring = Midiendo memoria y aritmética …
here-measuring-left = Midiendo memoria y aritmética, quedan { $left }
here-cancel = Cancelar
here-transcript = Copiar transcripción
here-show-all = Todos los datos
here-show-less = Menos datos
here-look-again = Examinar de nuevo
here-correct = Corregir «{ $fact }»
here-correct-help = Un campo vacío significa que no se sabe.
here-correct-bytes = En gigabytes (10⁹ bytes). Un campo vacío significa que no se sabe.
here-correct-texts = Nombres separados por comas. Un campo vacío significa que no se sabe nada.
here-correct-range = Aquí hace falta un número de 0 a mil millones.
here-correct-take = Usar

## Cronometrar un modelo

here-time = Cronometrar un modelo aquí
here-time-aid = Token a token; un modelo inventado con las mismas dimensiones es tan rápido como uno real
here-where = Dónde se ejecuta
here-processor = Procesador
here-gpu = GPU { $number }: { $name }
here-software = Software: { $name }
here-what = Qué modelo
here-made-up = Inventado
here-file = Archivo GGUF
here-path = Ruta de un archivo GGUF
here-path-help = El archivo se lee donde está. Se ejecutan modelos Llama, Mistral, Qwen, Gemma y Phi-3.
here-shape = Dimensiones
here-format = Formato numérico
here-prompt-tokens = Prompt
here-output-tokens = Respuesta
here-sweep = Probar con { $users } usuarios a la vez
here-though-busy = Aunque otros programas ocupen la máquina
here-start = Cronometrar
here-running = En marcha: { $model }
here-stage-preparing = preparando el modelo
here-stage-warming = calentando
here-stage-timing = cronometrando
here-stage-telling-apart = separando los tiempos de la GPU
here-stage-stopping = deteniendo
here-users = { $users ->
        [one] { $users } usuario
       *[other] { $users } usuarios
    } a la vez
here-answered = { $done } de { $all } respondidas
here-left = quedan { $left }
here-trace-unit = ms por token
here-trace-summary = { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }, en el centro { $middle } milisegundos cada uno
here-result = Cronometrado: { $model }
here-figure-first = hasta el primer token
here-figure-between = entre tokens, p50 / p95
here-figure-speed = tokens por segundo
here-figure-prompt = tokens de prompt por segundo
here-figure-bandwidth = del ancho de banda medido
here-told-apart = Un token que se queda en la GPU tarda { $pipelined } ms; solo sus { $dispatches } despachos tardarían { $floor } ms.

## Qué significa para el caso

here-meaning = Qué significa para el caso
here-meaning-aid = Modelos del caso en esta máquina, estimados a partir de lo medido, con el intervalo de ocho de cada diez; en el formato cronometrado o en el que una opción usa aquí
here-weights-timed = en { $format }, como el modelo cronometrado
here-weights-own = en { $format }, como lo usa «{ $option }» aquí
here-weights-usual = en { $format }, lo habitual en estas máquinas
here-meaning-no-device = Mida esta máquina arriba para poder estimar otros modelos a partir de esta prueba.
here-meaning-no-model = Ninguna opción del caso aloja un modelo por su cuenta.
here-column-model = Modelo
here-column-speed = Tokens por segundo
here-column-prompt = Prompt leído en
here-column-verdict = Veredicto
here-range = { $value } ({ $low } a { $high })
here-verdict-comfortable = cómodo
here-verdict-usable = utilizable
here-verdict-too-slow = demasiado lento
here-verdict-does-not-run = no se ejecuta
here-into-the-case = Llevar al caso
here-in-the-case = En el caso: las estimaciones de esta máquina y de su clase le ceden el paso.
here-busy-not-used = La máquina estaba ocupada: la medición se guarda y no se usa.
here-nothing-for-the-case = Esta prueba no dice nada de una máquina: se hizo por software o no respondió nada.

## Pruebas

here-history = Pruebas
here-history-aid = En esta máquina, la más reciente primero: lo que vio un usuario solo, la mediana de las repeticiones

## El gráfico de varios usuarios

chart-speed-by-users = Velocidad por usuarios
measured-title-shared = Con { $users } usuarios a la vez, cada uno recibe { $each } en lugar de { $alone }
measured-title-enough = Más usuarios comparten la velocidad; { $users ->
        [one] uno aún recibe
       *[other] { $users } aún reciben
    } { $target }
measured-title-never = Aquí nadie recibe { $target }, ni siquiera a solas
measured-subtitle = { $subject }: velocidad que ve cada usuario, según los usuarios a la vez
measured-phrase = { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }: { $each } cada uno, { $all } en total
measured-column-users = Usuarios
measured-column-each = Cada uno
measured-column-all = En total
measured-column-first = Primer token, p95
measured-axis-users = usuarios a la vez
measured-axis-each = tokens por segundo para cada uno
measured-each = cada usuario
measured-target = objetivo
measured-here = { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }

## Un endpoint

endpoint-headline = { $model } en este endpoint escribe { $speed } tokens por segundo
endpoint-headline-failed = El endpoint no ha dado ninguna respuesta que se pudiera cronometrar
endpoint-headline-nothing = Todavía no se ha cronometrado ningún endpoint
endpoint-sure = Cronometrado en el cliente, con red y espera. Las peticiones van solo a la dirección indicada aquí, y solo cuando pulsa el botón.
endpoint-ask = Cronometrar un endpoint
endpoint-ask-aid = Cualquier servidor con la interfaz de OpenAI: llama.cpp, Ollama, vLLM o el de un proveedor
endpoint-url = Dirección, como http://localhost:8080/v1
endpoint-model = Nombre del modelo allí
endpoint-key = Clave
endpoint-key-variable = De una variable
endpoint-key-typed = Escrita, para una prueba
endpoint-key-variable-name = Nombre de la variable de entorno (vacío si no hay)
endpoint-key-itself = Clave (nunca se guarda)
endpoint-option = Opción del caso que compra allí
endpoint-loopback = La dirección es esta máquina; no se paga nada.
endpoint-input-price = Precio de la entrada
endpoint-output-price = Precio de la salida
endpoint-ceiling = Puede costar como máximo
endpoint-agree = Acepto estas peticiones y su coste
endpoint-start = { $count ->
        [one] Enviar { $count } petición
       *[other] Enviar { $count } peticiones
    }
endpoint-progress = { $done } de { $all } respondidas, { $failed } fallidas, { $limited } de ellas rechazadas por llegar demasiado rápido
endpoint-column-first = Primer token, p50 / p95
endpoint-column-between = Entre tokens, p50 / p95
endpoint-column-failed = Fallos
endpoint-spent = Gastado: { $spent }, según los precios indicados.
endpoint-no-option = Elija la opción que compra allí antes de una prueba, para llevar sus cifras al caso.
endpoint-in-the-case = En el caso: los tiempos de espera de la opción son los medidos.
