# The six kinds of option.

## The six kinds of option

deployment-proprietary-api = API propietaria
    .help = Un modelo cerrado tras la interfaz de su proveedor, que se paga por token.
deployment-hosted-open-model = Modelo abierto alojado
    .help = Pesos abiertos tras la interfaz de un tercero, que se pagan por token.
deployment-rented-gpu = GPU alquiladas
    .help = Pesos abiertos en GPU alquiladas por horas, trabajen o no.
deployment-on-premises = Infraestructura propia
    .help = Pesos abiertos en servidores propios, con energía, espacio y personas.
deployment-on-device = En el dispositivo
    .help = Pesos abiertos en los dispositivos que los usuarios ya tienen.
deployment-cascade = Cascada
    .help = Primero un modelo pequeño y uno grande cuando hace falta, o varias muestras y un verificador.

## How prices change

price-law-fixed-dated-model = Modelo fechado fijo
    .help = El precio se mantiene hasta que el modelo se retira.
price-law-newest-of-tier = El más nuevo de la gama
    .help = Siempre se pasa al modelo más nuevo de la gama, a su precio.
price-law-equal-capability = Igual capacidad
    .help = Se pasa a lo que ofrezca la capacidad de hoy al menor precio.

## Which hours are paid

billing-always-on = Siempre encendido
    .help = Se pagan todas las horas, se trabaje o no.
billing-active-hours = Horas activas
    .help = Solo se pagan las horas indicadas, por ejemplo el horario de oficina.
billing-scale-to-zero = Escala a cero
    .help = Se pagan las horas de trabajo y los arranques desde cero.

## How servers are paid

purchase-bought = Comprado
    .help = Pagado al contado; lo que aún valga se recupera al final.
purchase-financed = Financiado
    .help = Pagado en cuotas mensuales iguales durante la vida útil.

## How a cascade decides

cascade-mode-escalate = Escalar
    .help = Una parte fijada de las peticiones pasa al modelo mayor.
cascade-mode-sample-and-verify = Muestrear y verificar
    .help = Se generan y comprueban muestras; lo que ninguna resuelve pasa adelante.

## How a model is made your own

customisation-method-none = Tal cual
    .help = Sin adaptación.
customisation-method-prompt-work = Prompts y recuperación
    .help = Mejores prompts, ejemplos y documentos propios; los pesos no cambian.
customisation-method-instruction-tuning = Ajuste por instrucciones o LoRA
    .help = Una pequeña parte de los pesos se entrena con ejemplos propios.
customisation-method-fine-tuning = Ajuste fino completo
    .help = Todos los pesos se entrenan con datos propios.
customisation-method-distillation = Destilación
    .help = Un modelo menor aprende de otro mayor.

## Where a throughput comes from

throughput-estimated = Estimado
    .help = Una estimación a partir del ancho de banda de la memoria y de la capacidad de cálculo, corregida con mediciones publicadas.
throughput-entered = Introducido o medido
    .help = Se usa el valor introducido o medido.

## Catalogue: hardware, rent, providers

hardware-class-datacentre = Centro de datos
hardware-class-workstation = Estación de trabajo
hardware-class-consumer = Gran consumo
hardware-class-apple = Apple
hardware-class-system = Sistema completo
rent-term-on-demand = Bajo demanda
rent-term-spot = Spot
rent-term-reserved = Reservado
rent-term-capacity-block = Bloque de capacidad
rent-term-serverless = Sin servidor
provider-class-developer = Creador del modelo
provider-class-host = Alojamiento de modelos abiertos
provider-class-hyperscaler = Gran nube
provider-class-neocloud = Nube de GPU
provider-class-marketplace = Mercado
provider-class-serverless = Sin servidor
provider-class-managed-endpoint = Endpoint gestionado
provider-class-index = Índice de precios

## Catalogue: tasks and who reported a score

task-knowledge = Conocimiento
task-reasoning = Razonamiento
task-mathematics = Matemáticas
task-coding = Programación
task-agentic-coding = Programación con agentes
task-instruction-following = Seguimiento de instrucciones
task-multilingual = Multilingüe
task-tool-use = Uso de herramientas
task-factuality = Veracidad
task-long-context = Contexto largo
task-chat = Conversación
reporter-independent = independiente
reporter-vendor = el propio proveedor
reporter-vendor-relayed = el proveedor, a través de terceros
reporter-rival = un competidor
reporter-collation = una recopilación

## Licence clauses

clause-user-cap = El proveedor debe aceptar por encima de { $users } usuarios al mes.
clause-user-cap-unspecified = El proveedor debe aceptar por encima de cierto número de usuarios.
clause-revenue-cap = El proveedor debe aceptar por encima de unos ingresos anuales de { $revenue }.
clause-attribution-notice = El producto debe decir con qué modelo está hecho.
clause-naming-rule = Los modelos derivados deben llevar el nombre del proveedor.
clause-acceptable-use = Se aplica una lista de usos prohibidos.
clause-not-for-eu-domiciled = Sin licencia para personas y empresas domiciliadas en la Unión Europea.
clause-no-training-on-outputs = Las salidas no pueden usarse para mejorar otros modelos.
clause-non-commercial = Prohibido el uso comercial.
clause-separate-agreement = El uso comercial exige un acuerdo aparte, normalmente de pago.
clause-hosting-restricted = Ofrecerlo como servicio a terceros está restringido.
clause-keep-notices = Deben conservarse los avisos de derechos de autor.
clause-vendor-terms = Se aplican las condiciones del proveedor y su calendario de retiradas.
clause-other = { $text }

## What an assumption is about

assumption-group-power = Energía
assumption-group-colocation = Alojamiento en centro de datos
assumption-group-people = Personas
assumption-group-customisation = Adaptación
assumption-group-discounts = Descuentos
assumption-group-cache = Caché
assumption-group-quantisation = Cuantización
assumption-group-sampling = Muestreo
assumption-group-utilisation = Utilización
assumption-group-throughput = Caudal
assumption-group-finance = Finanzas
assumption-group-currency = Tipos de cambio
assumption-group-ownership = Propiedad
assumption-group-price-laws = Evolución de precios
assumption-group-api = Servicios
assumption-group-tokens = Tokens
assumption-group-licence = Licencia
