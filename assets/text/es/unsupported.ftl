# Lo que no se pudo ejecutar y la memoria que no se obtuvo.

## Memoria

latency-failed-memory-weights = Los pesos del modelo necesitan { $gigabytes } GB de memoria, que no se obtuvieron.
latency-failed-memory-keys-and-values = Lo que el modelo guarda de sus tokens necesita { $gigabytes } GB de memoria, que no se obtuvieron; con menos usuarios o textos más cortos hace falta menos.
latency-failed-memory-binding = Se pidieron { $gigabytes } GB de una pieza, y los kernels de esta GPU ven { $most } GB a la vez.
latency-failed-memory-other = Se pidieron { $gigabytes } GB de memoria y no se obtuvieron ({ $reason }).

## Lo que no se ejecuta

latency-unsupported-instructions = Este procesador no tiene las instrucciones vectoriales elegidas: { $name }.
latency-unsupported-layers = El modelo declara un número de capas ({ $said }) distinto del que tiene ({ $is }), así que no se ejecuta; quizá el archivo esté dañado.
latency-unsupported-matrix = Una matriz del modelo en { $format } mide { $is } donde se espera { $wanted }, así que no se ejecuta; quizá el archivo esté dañado.
latency-unsupported-width = Un modelo de anchura { $numbers } no se ejecuta aquí; la anchura debe ser mayor que cero y, en una GPU, par.
latency-unsupported-heads = Las cabezas de atención del modelo ({ $heads }) no pueden repartirse por igual las de claves y valores ({ $shared }), así que no se ejecuta.
latency-unsupported-head-size = Un modelo con cabezas de atención de tamaño { $numbers } no se ejecuta aquí; el tamaño debe ser mayor que cero y, en una GPU, par y de 512 como máximo.
latency-unsupported-positions = El modelo escribe posiciones en { $numbers } números de una cabeza de tamaño { $size }, lo que no es posible, así que no se ejecuta; quizá el archivo esté dañado.
latency-unsupported-window = La ventana de atención del modelo (tokens: { $tokens }, capas: { $layers }) no se corresponde con sus capas, así que no se ejecuta; quizá el archivo esté dañado.
latency-unsupported-rows = Las filas del modelo son demasiado largas para esta GPU: sus kernels no ven ni siquiera { $rows } filas de { $columns } números a la vez.
latency-unsupported-empty-prompt = No se puede medir un prompt sin ningún token; escriba algún texto.
latency-unsupported-no-room-made = Se consultó el modelo antes de reservar sitio para sus tokens, lo que es un fallo de este programa.
