# A que velocidad escribe un modelo, medido: por qué no, con qué certeza, qué significan las cifras, y el comando.

## Lo que no se puede cronometrar

latency-plan-prompt = Un prompt necesita al menos un token.
latency-plan-output = Una respuesta necesita al menos dos tokens: lo que se mide es el tiempo entre ellos.
latency-plan-nobody = Alguien tiene que preguntar: debe haber al menos un usuario y una repetición.
latency-plan-rate = Las solicitudes tienen que llegar a un ritmo mayor que cero.
latency-unknown-shape = Ninguna forma se llama «{ $name }»; hay { $known }.
latency-unknown-format = Ningún formato numérico se llama «{ $name }»; hay { $known }.
latency-no-such-gpu = No hay ninguna GPU utilizable con el número { $number }: { $count ->
        [0] no se encontró ninguna
        [one] se encontró una, con el número 0
       *[other] se encontraron { $count }, contadas desde 0
    }.
latency-model-family = Los modelos de la familia «{ $name }» no se ejecutan aquí; sí los de { $known }.
latency-model-unsupported = El modelo tiene { $what }, que aquí no se ejecuta; elija uno sin ello entre { $known }.
latency-model-open = No se puede leer «{ $path }»: { $reason }
latency-model-rows = { $format } guarda los números en bloques de { $block }, y las filas de { $columns } no son bloques enteros; elija otro formato.
latency-model-memory = No hay sitio para los pesos: se pidieron { $gigabytes } GB de una vez.
latency-model-no-vocabulary = Un modelo inventado no conoce palabras; dele identificadores de tokens o elija un archivo GGUF.
latency-model-damaged = No se puede usar el modelo: { $reason }
latency-no-memory = Los pesos y la caché necesitan { $needed } GB y hay { $free } GB libres; elija un modelo menor, menos usuarios o prompts más cortos.
latency-too-busy = Otros programas usan el { $share } de los procesadores, así que una medición no diría nada; ciérrelos o pídala de todos modos.

## Por qué no se cronometró un modelo hasta el final

latency-failed-token = El token { $token } queda fuera del vocabulario de { $vocabulary }.
latency-failed-room = Hay sitio para { $room } tokens y se querían { $tokens }.
latency-failed-device = El dispositivo falló ({ $reason }).
latency-failed-stopped = Terminó con la ejecución, antes de recibir respuesta.
latency-stopped-cancelled = Se canceló; vale lo medido hasta entonces.
latency-stopped-time-limit = Se acabó el tiempo; vale lo medido hasta entonces.
latency-stopped-cost-ceiling = Se alcanzó el coste máximo; vale lo medido hasta entonces.
latency-stopped-failed = Terminó antes de tiempo: { $reason }

## Por qué hay que dudar de las cifras

latency-doubt-busy-before = Otros programas usaban el { $share } de los procesadores antes de la ejecución; las cifras son demasiado bajas.
latency-doubt-busy-during = Otros programas usaron el { $share } de los procesadores durante la ejecución; las cifras son demasiado bajas.
latency-doubt-starved = La ejecución tuvo sus procesadores el { $share } del tiempo; el resto esperó.
latency-doubt-bandwidth = El ancho de banda de la memoria cambió un { $share } entre el inicio y el final de la ejecución.
latency-in-bunches = Varios tokens llegaron en una sola pieza; sus tiempos se reparten por igual en el intervalo anterior, y los percentiles entre tokens son los de esos tiempos iguales.
latency-pieces = Nadie contó los tokens; cada pieza que llegó se toma por uno.

## Tras un punto de acceso

latency-address-not-http = Esto no es la dirección de un punto de acceso; empieza por http:// o https:// y nombra un servidor.
latency-address-holds-password = La dirección contiene un nombre o una contraseña, que se vería allí donde esté la dirección; indique la clave aparte.
latency-key-not-there = El entorno no tiene ninguna variable { $name }.
latency-key-none = Lo indicado no es una clave: está vacío o contiene espacios.
latency-cost-unsaid = Se enviarían { $requests } solicitudes con hasta { $input } tokens de prompt y { $output } de respuesta a { $address }; indique cuánto pueden costar con --input-usd-per-mtok, --output-usd-per-mtok y --max-cost-usd, o acepte con --yes.
latency-cost-above = El plan costaría hasta { $cost } y se permiten { $ceiling }; pida menos o permita más.
latency-cost-planned = Se envían { $requests } solicitudes a { $address }, con hasta { $input } tokens de prompt y { $output } de respuesta: { $cost } como máximo.
latency-cost-unknown = Se envían { $requests } solicitudes a { $address }, con hasta { $input } tokens de prompt y { $output } de respuesta; nadie dijo cuánto cuestan.
latency-trouble-status = El servidor rechazó la solicitud con el estado { $status }: { $said }
latency-trouble-rate-limited = El servidor pide menos solicitudes (estado 429).
latency-trouble-rate-limited-for = El servidor pide menos solicitudes (estado 429) y esperar { $seconds } s.
latency-trouble-redirected = El servidor redirige a { $to }, adonde no se envió nada; si es correcto, indique esa dirección.
latency-trouble-not-a-stream = El servidor respondió con «{ $type }» y no con un flujo de eventos; quizá no sea un punto de acceso para modelos.
latency-trouble-packed = El servidor comprimió la respuesta como «{ $encoding }», lo que no se pidió.
latency-trouble-malformed = No se puede leer lo que llegó; empieza por: { $began }
latency-trouble-too-much = El servidor envió más de { $megabytes } MB donde tocaba una respuesta; el resto no se leyó.
latency-trouble-cut-off = El servidor cerró la conexión antes de completar la respuesta.
latency-trouble-said = El servidor falló en mitad de la respuesta: { $said }
latency-trouble-empty = La respuesta no contenía texto.
latency-trouble-no-first-token = No llegó ningún token en { $seconds } s.
latency-trouble-stalled = La respuesta se atascó: no llegó otro token en { $seconds } s.
latency-trouble-too-long = La respuesta no terminó en { $seconds } s.
latency-trouble-not-sent = Ya había { $open } solicitudes abiertas, así que esta no se envió; el servidor no da abasto a este ritmo.
latency-trouble-stopped = Terminó con la ejecución.

## Una ejecución impresa

latency-forecast = Esto tarda entre { $least } y { $most } s y ocupa { $gigabytes } GB de memoria.
latency-made-up = pesos sintéticos: solo para cronometrar
latency-bits = { $bits } bits por peso
latency-place-cpu = En este procesador, { $threads ->
        [one] un hilo
       *[other] { $threads } hilos
    }, { $instructions }
latency-place-gpu = En { $name }, mediante { $backend }
latency-place-software = En { $name }, mediante { $backend }: un renderizador por software, no es un resultado de GPU
latency-place-endpoint = Tras { $address }, cronometrado en el cliente
latency-level-users = { $prompt } tokens de prompt, { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }
latency-level-rate = { $prompt } tokens de prompt, { $rate } solicitudes/s
latency-row-answered = Solicitudes respondidas
latency-row-failed = Solicitudes fallidas
latency-row-stopped = Solicitudes interrumpidas por el final
latency-row-first-p50 = Tiempo al primer token, ms: mediana
latency-row-first-p95 = Tiempo al primer token, ms: p95
latency-row-first-p99 = Tiempo al primer token, ms: p99
latency-row-inter-p50 = Tiempo entre tokens, ms: mediana
latency-row-inter-p95 = Tiempo entre tokens, ms: p95
latency-row-inter-p99 = Tiempo entre tokens, ms: p99
latency-row-mean-gap = Tiempo medio entre tokens, ms: respuesta mediana
latency-row-end-to-end = Tiempo al último token, ms: mediana
latency-row-prompt = Tokens de prompt/s: mediana
latency-row-user = Tokens de respuesta/s para un usuario: mediana
latency-row-total = Tokens de respuesta/s de todos los usuarios
latency-row-requests = Solicitudes/s
latency-row-load = Preparar el modelo, s
latency-row-memory = Memoria, GB
latency-row-bytes = Pesos leídos por token, GB
latency-row-energy = Energía de los procesadores, J
latency-row-bandwidth-before = Ancho de banda de la memoria antes, GB/s
latency-row-bandwidth-after = Ancho de banda de la memoria después, GB/s
latency-row-bandwidth-share = Parte usada de ese ancho de banda, un usuario
latency-row-others-before = Procesadores usados por otros antes
latency-row-others-during = Procesadores usados por otros durante
latency-row-own-share = Tiempo en que los hilos se ejecutaron
latency-row-spent = Gastado
latency-share = { $share }
latency-told-apart = Un token, ms
latency-row-read-back = Leyendo sus logits
latency-row-pipelined = Sin salir de la GPU
latency-row-dispatches = Lanzamientos, número
latency-row-floor = Si sus lanzamientos no hicieran nada
latency-row-submission = Un envío, con espera
latency-operating-point = Punto de operación con { $prompt } tokens de prompt: { $users ->
        [one] un usuario recibe
       *[other] { $users } usuarios a la vez reciben
    } { $total } tokens/s en total y { $user } cada uno.
latency-no-operating-point = Con { $prompt } tokens de prompt, ninguna carga probada cumple el objetivo.
latency-definitions = Qué significan las cifras

## Definiciones

latency-definition-first-token-here = Tiempo al primer token: desde la pregunta hasta que se elige el primer token; con varios usuarios, que preguntan a la vez, incluye los prompts que se leen antes.
latency-definition-first-token-endpoint = Tiempo al primer token: desde el envío de la solicitud (a ritmo fijado, desde cuando debía enviarse) hasta que la primera pieza de texto llega al cliente, con la red y la espera incluidas.
latency-definition-inter-token-here = Tiempo entre tokens: cada intervalo entre dos tokens de una respuesta; con varios usuarios se omite el primero, porque en él se leen prompts de otros.
latency-definition-inter-token-endpoint = Tiempo entre tokens: cada intervalo entre llegadas al cliente; el de una pieza con varios tokens se reparte por igual entre ellos.
latency-definition-mean-gap = Tiempo medio entre tokens: del primer token de una respuesta al último, entre los tokens posteriores al primero (otros lo llaman tiempo por token de salida).
latency-definition-end-to-end = Tiempo al último token: desde la pregunta hasta el último token, en las respuestas que llegaron al final.
latency-definition-prompt-tokens-here = Tokens de prompt por segundo: los tokens del prompt entre el tiempo de leerlo.
latency-definition-prompt-tokens-endpoint = Tokens de prompt por segundo: los tokens del prompt, según el servidor, entre el tiempo al primer token; leer solo es más rápido.
latency-definition-user-tokens = Tokens de respuesta por segundo para un usuario: uno entre el tiempo medio entre tokens de una respuesta.
latency-definition-total-tokens-here = Tokens de respuesta por segundo de todos los usuarios: todos los tokens entre el tiempo en que alguien esperaba uno, incluida la lectura de prompts.
latency-definition-total-tokens-endpoint = Tokens de respuesta por segundo de todos los usuarios: todos los tokens entre el tiempo de la primera solicitud al último token.
latency-definition-percentile = Mediana, p95 y p99: la mitad, diecinueve de cada veinte y noventa y nueve de cada cien quedan ahí o por debajo; en medio, en línea recta. El calentamiento no cuenta.
latency-definition-memory = Memoria: lo que el motor guarda como máximo, entre pesos, caché y espacio de trabajo.
latency-definition-energy = Energía: lo que indican los procesadores durante la ejecución, incluido todo lo demás que se ejecutaba.
