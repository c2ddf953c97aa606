# The pages of question, workload and options.

## Question: the sentence over the page

question-headline-cheapest = { $options } a { $months }: { $cheapest } cuesta menos
question-headline-one = Una opción a { $months }: { $cheapest }
question-headline-none = Ninguna de { $options } a { $months } es viable tal como está
question-line-no-options = Diga qué hay que decidir y a qué plazo; después añada al menos dos opciones para comparar.
question-line-none = El paso de opciones dice qué impide cada una.
question-line-one = Añada otra opción con la que compararla.
question-line-second = { $cost } en valor actual, un { $share } menos que { $second }; fecha del caso: { $date }.
question-line-only = { $cost } en valor actual; fecha del caso: { $date }.

## Question: the cards

question-card-case = La decisión
    .help = Con sus palabras; encabezan el informe.
question-card-time = Cuándo, y hasta cuándo
    .help = Todo se valora a la fecha y se suma a lo largo del horizonte.
question-card-money = Dinero
    .help = Los precios se escriben en dólares, como en las listas; los resultados se muestran en su moneda.
question-currency-search = Buscar monedas
question-other-language = Otro idioma
question-bad-language = «{ $text }» no es un código de idioma; escriba dos o tres letras, quizá con un país: gl, pt-BR.

## Languages of the world, as they stand in a list

language-en = Inglés
language-pt = Portugués
language-es = Español
language-fr = Francés
language-de = Alemán
language-it = Italiano
language-nl = Neerlandés
language-pl = Polaco
language-sv = Sueco
language-da = Danés
language-fi = Finés
language-el = Griego
language-ro = Rumano
language-uk = Ucraniano
language-tr = Turco
language-ar = Árabe
language-hi = Hindi
language-zh = Chino
language-ja = Japonés
language-ko = Coreano

## Workload: the sentence over the page

workload-headline-even = { $requests } peticiones al mes, mes tras mes
workload-headline = { $requests } peticiones al mes pasan a { $last } en el mes { $month }
workload-line = De media { $input } tokens de entrada y { $output } de salida: los modelos tratan { $tokens } tokens el primer mes.

## Workload: the cards

workload-card-volume = Volumen
    .help = Cuántas peticiones, cuánto crecen y quién pregunta.
workload-tokens = Los modelos tratan { $now } tokens el primer mes y { $last } en el mes { $month }; { $all } en total.
workload-card-size = Tamaño de una petición
    .help = En tokens, que cuentan las facturas, o en palabras, que cuentan las personas.
workload-input-words = La misma entrada en palabras
workload-output-words = La misma salida en palabras
workload-words = palabras
workload-word-rate = { $rate } tokens por palabra, { $language }, { $quality }
    .help = Depende del tokenizador; cuente con su propio texto.
workload-card-shape = Forma a lo largo del día
    .help = Las máquinas se compran para la hora punta; las llamadas fallidas se repiten.
workload-shape = Una hora activa media trae { $average } llamadas por segundo; la hora punta, { $busiest }.
workload-card-savings = Qué se puede ahorrar
    .help = La caché y los lotes reducen la factura donde la lista de precios los premia.
workload-savings = { $requests } peticiones dan { $calls } llamadas el primer mes; el { $plain } de la entrada se paga íntegro.
workload-card-targets = Con qué rapidez deben llegar las respuestas
    .help = Las opciones cuya estimación no alcanza el objetivo lo dicen.
workload-no-target = Ninguno
workload-usual-targets = Valores habituales, { $field }
workload-first-token-none = No se exige nada; las respuestas pueden empezar cuando sea.
workload-first-token-flow = Hasta un segundo, el hilo del pensamiento no se interrumpe.
workload-first-token-attention = Se nota la espera, pero se aguanta; pasados diez segundos, la gente se pone a otra cosa.
workload-first-token-lost = Más allá de diez segundos la gente se pone a otra cosa; solo para trabajo en segundo plano.
workload-speed-none = No se exige nada; las respuestas pueden escribirse a cualquier velocidad.
workload-speed-slow = Unas { $words } palabras por minuto: más despacio de lo que se lee ({ $reading }).
workload-speed-comfortable = Unas { $words } palabras por minuto: cómodo, pues se leen { $reading }.
workload-speed-fast = Unas { $words } palabras por minuto: mucho más de lo que se lee ({ $reading }); para ojear y para programas.

## Options: the sentence over the page

options-headline = { $open } de { $options } usan pesos abiertos; { $cheapest } cuesta menos
options-headline-one = Una sola opción aún no tiene con qué compararse
options-headline-none = Ninguna opción es viable tal como está
options-headline-impossible = { $count ->
        [one] Una de { $options } no es viable tal como está
       *[other] { $count } de { $options } no son viables tal como están
    }
options-line = Precios, retiradas y antigüedades valen a { $date }; lo copiado en una opción se queda hasta que lo cambie.
options-empty = Aún no hay opciones. Añada una del catálogo o introduzca la suya.
options-removed = Se ha quitado «{ $option }».

## Options: the list

options-name = Nombre de la opción
options-move-up = Subir { $option }
options-move-down = Bajar { $option }
options-duplicate = Duplicar { $option }
options-rename = Renombrar { $option }
options-remove = Quitar { $option }
options-price-per-million = { $input } entrada · { $output } salida por M de tokens
options-price-per-gpu-hour = { $price } por hora de GPU
options-price-per-server = { $price } por servidor
options-price-per-device = { $price } por dispositivo
options-cost-all-in = { $cost } al mes, todo incluido
options-cost-unknown = No se puede calcular ningún coste
options-more-findings = { $count ->
        [one] Y { $count } más.
       *[other] Y { $count } más.
    }

## Options: names of new ones

options-name-rented = { $model } en { $machine }, { $provider }
options-name-owned = { $model } en { $machine } propio
options-name-device = { $model } en { $machine }
options-name-cascade = { $small }, después { $large }
options-name-samples = Muestras de { $small }

## Options: the dialog that chooses

options-choose-kind = ¿Qué tipo de opción?
options-choose-model = ¿Qué modelo?
options-choose-price = ¿Comprado a quién, a qué precio?
options-choose-format = ¿En qué formato de pesos?
options-choose-rent = ¿Alquilado a quién, en qué condiciones?
options-choose-machine = ¿En qué máquina?
options-choose-small = Consultada primero
options-choose-large = Consultada cuando la primera no basta
options-cascade-needs-parts = Una cascada consulta otras opciones; añada antes al menos dos simples.
options-no-part = Nadie: generar muestras y comprobarlas
    .help = Lo que no resuelva ninguna muestra queda sin resolver.
options-part-missing = Elija una opción
options-also-ended = También modelos que ya no se venden en esta fecha
options-aid-cheapest = Entrada · salida más baratas de cada uno, en dólares por millón de tokens, a { $date }.
options-aid-size = Pesos abiertos de tamaño conocido, los más nuevos primero, a { $date }.
options-aid-price = Entrada · salida en dólares por millón de tokens, a { $date }.
options-aid-format = Memoria solo de los pesos; menos bits necesitan menos y pierden algo de calidad.
options-aid-rent = Dólares por una hora de un acelerador, a { $date }.
options-aid-machine = Dólares por la unidad tal como se vende.
options-enter-own = ¿No está en la lista? Introducir el mío…
options-weights-open = pesos abiertos
options-weights-closed = cerrado
options-context-short = contexto de { $tokens }
options-sold-until = fin de venta: { $date }
options-sold-no-longer = ya no se vende desde { $date }
options-sold-from = a la venta desde { $date }
options-own-record = de su propio catálogo
options-old-record = antiguo
options-price-since = desde { $date }
options-price-promotion = promoción
options-price-legacy = para clientes antiguos
options-price-imported = de una recopilación
options-bits = { $bits } bits por peso
options-native-format = como se publicó
options-no-price = sin precio

## Options: entering one’s own

options-own-price = Su propia lista de precios
options-own-model = Su propio modelo
options-own-machine = Su propia máquina
options-own-rent = Su propio contrato de alquiler
options-own-help = Se guarda en este caso; las demás cifras pueden cambiarse cuando la opción exista.
options-own-model-name = Nombre del modelo
options-own-machine-name = Nombre de la máquina
options-own-seller = Vendedor
options-own-landlord = Alquilado a
options-own-keep = Conservarlo también en mi catálogo
options-own-use = Usar estas cifras
options-own-source = Introducido a mano
options-own-lacks-model = Ponga primero nombre al modelo.
options-own-lacks-machine = Ponga primero nombre a la máquina.
options-own-lacks-seller = Diga primero quién lo vende.

## Options: the details

options-change = Cambiar…
options-change-what = Cambiar { $what }…
options-card-model = Modelo y licencia
options-weights = Pesos
options-released = Publicado
options-context = Contexto
    .help = Entrada y salida máximas juntas; 0 si no se conoce.
options-parameters = Parámetros
options-parameters-active = { $total }, { $active } activos
options-sale = En el mercado
options-languages = Idiomas
options-licence = Licencia
options-clause-revenue-cap-unspecified = Por encima de ciertos ingresos anuales, el proveedor debe dar su acuerdo.
options-card-price = Lista de precios
    .help = En dólares, como en las listas de precios.
options-seller = Vendedor
options-card-law = Cómo cambia el precio
    .help = Ninguna es una previsión: compárelas.
options-card-tiers = Precios de peticiones largas
    .help = Valen para todos los tokens de una petición que supere el límite.
options-tier = Límite { $number }
options-add-tier = Añadir un precio para peticiones más largas
options-card-discounts = Descuentos por volumen
    .help = Valen para toda la factura de un mes que alcance el límite.
options-discount = Descuento { $number }
options-add-discount = Añadir un descuento para facturas mayores
options-card-retirement = Fin de venta y sucesor
    .help = Cuando el modelo deja el mercado dentro del horizonte, la opción pasa a su sucesor ese mes.
options-sold-until-field = Deja de venderse el
    .help = Vacío si no se conoce el fin.
options-successor-follows = Le sigue un sucesor
options-successor-name = Nombre del sucesor
    .help = A lo que el proveedor pasa a sus clientes.
options-successor-unnamed = Sucesor
options-successor-prices = Precios del sucesor
options-card-rent = Alquiler
options-card-servers = Servidores
options-card-devices = Dispositivos
options-machine = Máquina
options-useful-life = Vida útil
    .help = Meses de uso hasta que se sustituye.
options-card-serving = El modelo en la máquina
    .help = En lo que se apoya la estimación de memoria y velocidad; una medición vale más.
options-format = Formato de los pesos
options-serving-replica = Una réplica
options-serving-model = El modelo
options-serving-machine = El acelerador
options-serving-engine = Motor, enlaces y esperas
options-card-cascade = Cascada
options-samples = Muestras y su comprobación
options-card-quality = Calidad
    .help = Lo que quita la precisión, lo que suma la adaptación y lo que mostró un piloto.

## Options: what a newer catalogue says

options-changes = { $count ->
        [one] El catálogo da { $count } cifra de este caso distinta en su fecha.
       *[other] El catálogo da { $count } cifras de este caso distintas en su fecha.
    }
options-changes-review = Revisar…
options-changes-title = Lo que dice ahora el catálogo
options-changes-help = El caso calcula con sus propias cifras hasta que adopte estas; se deshace en un solo paso.
options-changes-input = Dato
options-changes-saved = En el caso
options-changes-now = En el catálogo
options-changes-update = { $count ->
        [one] Adoptar { $count } cifra
       *[other] Adoptar { $count } cifras
    }
