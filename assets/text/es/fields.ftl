# Input fields: a label, and one line of help.

## Finance

field-finance-discount-rate-per-year = Tasa de descuento
    .help = Tasa anual a la que el dinero futuro vale menos.
field-finance-fx-rate = Tipo de cambio
    .help = Unidades de la moneda propia por un dólar; solo para mostrar.

## Workload

field-workload-requests-per-month = Peticiones al mes
    .help = Peticiones del primer mes.
field-workload-growth-per-month = Crecimiento mensual
    .help = Cuánto crecen las peticiones de un mes a otro.
field-workload-input-tokens-per-request = Tokens de entrada por petición
    .help = Longitud media de todo lo que se envía al modelo.
field-workload-output-tokens-per-request = Tokens de salida por petición
    .help = Longitud media de la respuesta, con los tokens de razonamiento.
field-workload-peak-factor = Factor de pico
    .help = Carga de la hora más intensa respecto a la de una hora activa media.
field-workload-active-hours-per-month = Horas activas al mes
    .help = Horas del mes en las que llegan peticiones.
field-workload-cached-input-share = Entrada en caché
    .help = Parte de los tokens de entrada que sirve la caché de prompts del proveedor.
field-workload-cache-write-share = Escritura en caché
    .help = Parte de los tokens de entrada que se escribe en la caché de prompts.
field-workload-batch-share = Parte por lotes
    .help = Parte de las peticiones que puede esperar a un lote.
field-workload-answer-cache-share = Respuestas de la caché propia
    .help = Parte de las peticiones que se responde sin ningún modelo.
field-workload-failed-call-share = Llamadas fallidas
    .help = Parte de las llamadas que falla y se repite.
field-workload-users = Usuarios
    .help = Personas que usan el servicio.
field-workload-requests-per-task = Peticiones por tarea
    .help = Peticiones necesarias para terminar una tarea.
field-workload-target-time-to-first-token-seconds = Tiempo máximo hasta el primer token
    .help = La espera máxima aceptable; 0 no exige nada.
field-workload-target-tokens-per-second = Velocidad mínima de escritura
    .help = La menor velocidad aceptable para un usuario; 0 no exige nada.

## Salaries

field-salaries-platform-engineer-usd-per-month = Ingeniería de plataforma
    .help = Un mes de quien mantiene el servicio en marcha, con cargas.
field-salaries-ml-engineer-usd-per-month = Ingeniería de aprendizaje automático
    .help = Un mes de quien ajusta y evalúa modelos, con cargas.
field-salaries-governance-usd-per-month = Gobernanza
    .help = Un mes de trabajo de seguridad, privacidad, cumplimiento y compras, con cargas.

## People

field-people-platform-engineer-fte = Ingeniería de plataforma
    .help = Parte de jornada completa para mantener el servicio en marcha.
field-people-ml-engineer-fte = Ingeniería de aprendizaje automático
    .help = Parte de jornada completa para ajustar y evaluar modelos.
field-people-governance-fte = Gobernanza
    .help = Parte de jornada completa para seguridad, privacidad, cumplimiento y compras.

## Maintenance

field-maintenance-model-updates-per-year = Actualizaciones del modelo al año
    .help = Cambios al año a un modelo o una versión más nueva.
field-maintenance-usd-per-model-update = Coste de una actualización del modelo
    .help = Pruebas, prompts y despliegue de una actualización.
field-maintenance-security-patches-per-year = Parches de seguridad al año
    .help = Parches aplicados al año.
field-maintenance-usd-per-security-patch = Coste de un parche de seguridad
    .help = Trabajo de un parche, con pruebas.
field-maintenance-performance-work-usd-per-month = Trabajo de rendimiento
    .help = Coste mensual de mantener rápido el servicio.
field-maintenance-services-usd-per-month = Servicios
    .help = Supervisión, almacenamiento y otros servicios.

## Customisation

field-customisation-compute-usd = Computación
    .help = Computación de una ronda.
field-customisation-data-usd = Datos
    .help = Recogida y etiquetado de datos de una ronda.
field-customisation-people-usd = Personas
    .help = Trabajo de personas en una ronda.
field-customisation-repeats-per-year = Repeticiones al año
    .help = Rondas repetidas al año después de la primera.
field-customisation-repeat-cost-share = Coste de una repetición
    .help = Coste de una ronda repetida respecto al de la primera.

## Moving in and out

field-transition-implementation-usd = Implantación
    .help = Integración, preparación y primera puesta en marcha.
field-transition-migration-usd = Migración
    .help = Traer los prompts y los datos de lo que se usa hoy.
field-transition-exit-reprompting-usd = Reescritura de prompts al salir
    .help = Reescribir los prompts para el sucesor.
field-transition-exit-reevaluation-usd = Nueva evaluación al salir
    .help = Evaluar el sucesor.
field-transition-exit-parallel-run-months = Funcionamiento en paralelo al salir
    .help = Meses en los que lo antiguo y lo nuevo funcionan a la vez.
field-transition-exit-egress-usd = Extracción de datos
    .help = Coste de extraer los datos.
field-transition-exit-probability = Probabilidad de salida
    .help = Probabilidad de salir al final del horizonte.

## Licence and quality

field-licence-licence-usd-per-month = Tarifas de licencia
    .help = Tarifas, indemnidades y contratos de soporte.
field-quality-score-kept-share = Puntuación conservada
    .help = Parte de la puntuación publicada que se conserva con esta precisión.
field-quality-solved-share = Tareas resueltas con una llamada
    .help = Parte de las tareas propias que resuelve una sola llamada, según un piloto; 0 si no se sabe.
field-quality-uplift-points = Mejora por la adaptación
    .help = Puntos que la adaptación añade en las tareas propias.

## Price list for tokens

field-token-plan-input-usd-per-million-tokens = Entrada
    .help = Precio de la entrada que no sirve ninguna caché.
field-token-plan-cached-input-usd-per-million-tokens = Entrada en caché
    .help = Precio de la entrada leída de la caché de prompts.
field-token-plan-cache-write-usd-per-million-tokens = Escritura en caché
    .help = Precio de la entrada escrita en la caché de prompts.
field-token-plan-output-usd-per-million-tokens = Salida
    .help = Precio de la salida, con los tokens de razonamiento.
field-token-plan-batch-discount = Descuento por lotes
    .help = Reducción para peticiones por lotes.
field-token-plan-negotiated-discount = Descuento negociado
    .help = Reducción sobre toda la lista de precios.
field-token-plan-minimum-commitment-usd-per-month = Compromiso mínimo
    .help = Importe mínimo que se paga cada mes.
field-token-plan-newest-of-tier-change-per-year = Variación de precio del modelo más nuevo
    .help = Variación anual del precio del modelo más nuevo de esta gama.
field-token-plan-equal-capability-change-per-year = Variación de precio a igual capacidad
    .help = Variación anual del precio de la capacidad de hoy.

## Prices for long requests

field-context-tier-above-input-tokens = Entrada superior a
    .help = A partir de esta longitud, estos precios valen para todos los tokens de la petición.
field-context-tier-input-usd-per-million-tokens = Entrada, peticiones largas
    .help = Precio de la entrada que no sirve ninguna caché.
field-context-tier-cached-input-usd-per-million-tokens = Entrada en caché, peticiones largas
    .help = Precio de la entrada leída de la caché de prompts.
field-context-tier-cache-write-usd-per-million-tokens = Escritura en caché, peticiones largas
    .help = Precio de la entrada escrita en la caché de prompts.
field-context-tier-output-usd-per-million-tokens = Salida, peticiones largas
    .help = Precio de la salida.

## Discounts for large bills

field-volume-discount-from-usd-per-month = Factura desde
    .help = Factura mensual desde la que vale la reducción.
field-volume-discount-discount = Descuento por volumen
    .help = Reducción sobre toda la factura.

## The successor of a retired model

field-successor-input-usd-per-million-tokens = Entrada, sucesor
    .help = Precio de la entrada que no sirve ninguna caché.
field-successor-cached-input-usd-per-million-tokens = Entrada en caché, sucesor
    .help = Precio de la entrada leída de la caché de prompts.
field-successor-cache-write-usd-per-million-tokens = Escritura en caché, sucesor
    .help = Precio de la entrada escrita en la caché de prompts.
field-successor-output-usd-per-million-tokens = Salida, sucesor
    .help = Precio de la salida.
field-successor-move-usd = Paso al sucesor
    .help = Llevar los prompts y las pruebas al sucesor.

## Model and machine

field-serving-parameters-total-billion = Parámetros
    .help = Todos los pesos del modelo.
field-serving-parameters-active-billion = Parámetros activos
    .help = Pesos que se usan para un token.
field-serving-embedding-parameters-billion = Pesos de consulta
    .help = Pesos de la tabla en la que se consultan los tokens; cada paso lee una o dos filas. 0 si es también la matriz de salida o nadie lo indica.
field-serving-layers = Capas
    .help = Capas por las que pasa cada token.
field-serving-hidden-width = Anchura de una capa
    .help = Números que pasan de una capa a la siguiente por cada token.
field-serving-experts = Expertos
    .help = Expertos de una capa; 0 si el modelo no los tiene o nadie indica cuántos son.
field-serving-experts-per-token = Expertos por token
    .help = Expertos de una capa por los que pasa un token.
field-serving-bits-per-weight = Bits por peso
    .help = Bits de un peso, con las escalas.
field-serving-kv-cache-bytes-per-token = Caché por token
    .help = Bytes de caché de claves y valores para un token de una petición.
field-serving-window-cache-bytes-per-token = Caché de la ventana por token
    .help = Bytes adicionales de un token mientras está en la ventana de atención.
field-serving-window-tokens = Ventana de atención
    .help = Longitud de la ventana de atención; 0 si no la hay.
field-serving-memory-gigabytes-per-gpu = Memoria de una GPU
    .help = Memoria de un acelerador.
field-serving-usable-memory-share = Memoria utilizable
    .help = Parte de la memoria que pueden usar los pesos y la caché.
field-serving-bandwidth-gigabytes-per-second-per-gpu = Ancho de banda de la memoria de una GPU
    .help = Lo que un acelerador puede leer de su memoria.
field-serving-bandwidth-efficiency = Ancho de banda alcanzado
    .help = Parte del ancho de banda que se alcanza en la práctica.
field-serving-teraflops-per-gpu = Capacidad de cálculo de una GPU
    .help = Capacidad densa de un acelerador con esta precisión.
field-serving-compute-efficiency = Capacidad de cálculo alcanzada
    .help = Parte de la capacidad de cálculo que se alcanza en la práctica.
field-serving-attention-factor = Esfuerzo de la atención
    .help = Operaciones que requiere la atención respecto al mínimo posible.
field-serving-unpacking-picoseconds-per-weight = Desempaquetado de un peso
    .help = Tiempo que tarda un acelerador en desempaquetar un peso antes de usarlo; 0 si no están empaquetados.
field-serving-link-gigabytes-per-second = Enlace entre las GPU
    .help = Ancho de banda entre los aceleradores de una réplica, en un sentido.
field-serving-link-efficiency = Ancho de banda del enlace alcanzado
    .help = Parte del ancho de banda del enlace que se alcanza en la práctica.
field-serving-layer-microseconds = Sobrecoste de una capa
    .help = Tiempo que requiere una capa en cada paso además de leer y calcular.
field-serving-step-microseconds = Sobrecoste de un paso
    .help = Tiempo que un paso requiere además.
field-serving-sequence-microseconds = Sobrecoste de una petición
    .help = Tiempo que cada petición añade además a un paso.
field-serving-exchange-microseconds = Intercambio más breve
    .help = Tiempo mínimo de un intercambio entre dos aceleradores.
field-serving-gpus-per-replica = GPU por réplica
    .help = Aceleradores en los que funciona una réplica.
field-serving-pipeline-stages = Etapas del pipeline
    .help = Grupos de aceleradores; cada uno contiene una parte de las capas.
field-serving-expert-groups = Grupos de expertos
    .help = Grupos de aceleradores de una réplica; cada uno contiene parte de los expertos y todos los demás pesos. 1 si todos comparten cada experto.
field-serving-largest-batch = Lote máximo
    .help = Máximo de peticiones que el motor ejecuta a la vez.
field-serving-interruption-share = Interrupciones
    .help = Parte de los prompts de otros usuarios que espera un token.
field-serving-queue-share = Cola del primer token
    .help = Parte de los prompts de otros usuarios que espera un primer token.
field-serving-server-milliseconds = Tiempo del servidor
    .help = Tiempo mínimo que tarda el servidor en responder.
field-serving-server-milliseconds-per-user = Tiempo del servidor por usuario
    .help = Tiempo que añade cada usuario.
field-serving-decode-speed-factor = Velocidad de escritura medida
    .help = Cuántas veces más rápido se escriben los tokens, según las mediciones, de lo que dice la física.
field-serving-throughput-speed-factor = Caudal medido
    .help = Cuántas veces más termina una réplica llena, según las mediciones, de lo que dice la física.
field-serving-first-token-speed-factor = Velocidad medida del primer token
    .help = Cuántas veces más rápido llega el primer token, según las mediciones, de lo que dice la física.
field-serving-planned-utilisation = Utilización prevista
    .help = Parte del caudal de una réplica prevista para la hora punta.
field-serving-entered-tokens-per-second = Caudal de una réplica
    .help = Tokens por segundo, de entrada y de salida, si se introducen o se miden.

## Renting

field-rented-usd-per-gpu-hour = Alquiler por hora de GPU
    .help = Alquiler bajo demanda.
field-rented-billed-hours-per-month = Horas facturadas al mes
    .help = Horas que se pagan, cuando solo se facturan las activas.
field-rented-reserved-share = Parte reservada
    .help = Parte de la capacidad alquilada a plazo.
field-rented-reserved-discount = Descuento por plazo
    .help = Reducción por alquilar a plazo.
field-rented-spot-share = Parte spot
    .help = Parte de la capacidad alquilada de lo que sobra.
field-rented-spot-discount = Descuento spot
    .help = Reducción por la capacidad sobrante del proveedor.
field-rented-spot-extra-share = Margen para interrupciones
    .help = Capacidad adicional para cubrir las interrupciones del spot.
field-rented-rent-change-per-year = Variación del alquiler
    .help = Variación anual del alquiler.
field-rented-minimum-replicas = Réplicas mínimas
    .help = Réplicas que funcionan como mínimo.
field-rented-spare-replicas = Réplicas de reserva
    .help = Réplicas que se mantienen en reserva para fallos.
field-rented-overhead-share = Costes adicionales
    .help = Almacenamiento, tráfico y servicios además del alquiler.
field-rented-cold-starts-per-month = Arranques en frío al mes
    .help = Arranques desde cero en un mes.
field-rented-cold-start-seconds = Duración de un arranque en frío
    .help = Tiempo de un arranque, que se paga.

## Owning servers

field-owned-server-price-usd = Precio de un servidor
    .help = Precio de un servidor, con los aceleradores.
field-owned-gpus-per-server = GPU por servidor
    .help = Aceleradores de un servidor.
field-owned-residual-share = Valor residual
    .help = Parte del precio que queda al final de la vida útil.
field-owned-cost-of-capital-per-year = Coste del capital
    .help = Tasa anual, cuando la compra se financia.
field-owned-maintenance-share-per-year = Mantenimiento del hardware
    .help = Mantenimiento anual respecto al precio.
field-owned-kilowatts-per-server = Potencia de un servidor
    .help = Potencia en carga, sin refrigeración.
field-owned-average-load-share = Carga media
    .help = Parte de esa potencia que se consume de media.
field-owned-power-usage-effectiveness = Eficacia del uso de energía (PUE)
    .help = Potencia de la instalación respecto a la de los servidores.
field-owned-electricity-usd-per-kilowatt-hour = Electricidad
    .help = Tarifa de un kilovatio hora.
field-owned-colocation-usd-per-kilowatt-month = Alojamiento en centro de datos
    .help = Espacio, refrigeración y conexión eléctrica de un kilovatio.
field-owned-network-usd-per-server-month = Red
    .help = Red de un servidor.
field-owned-minimum-servers = Servidores mínimos
    .help = Servidores que se compran como mínimo.
field-owned-spare-replicas = Réplicas de reserva
    .help = Réplicas que se mantienen en reserva para fallos.

## On device

field-device-devices = Dispositivos
    .help = Dispositivos que ejecutan el modelo.
field-device-device-price-usd = Precio de un dispositivo
    .help = Precio de un dispositivo.
field-device-charged-share = Parte imputada
    .help = Parte del precio que se imputa a este uso.
field-device-kilowatts-per-device = Potencia de un dispositivo
    .help = Potencia en carga.
field-device-electricity-usd-per-kilowatt-hour = Electricidad
    .help = Tarifa de un kilovatio hora.
field-device-support-usd-per-device-month = Soporte
    .help = Ayuda a los usuarios, por dispositivo.
field-device-software-usd-per-device-month = Software
    .help = Gestión y licencias de software, por dispositivo.

## Cascade

field-cascade-escalation-share = Parte escalada
    .help = Parte de las peticiones que pasa al modelo mayor, si no se calcula.
field-cascade-samples = Muestras
    .help = Muestras que se generan para cada petición.
field-cascade-single-sample-solved-share = Resueltas con una muestra
    .help = Parte de las tareas que resuelve una muestra.
field-cascade-coverage-exponent = Exponente de cobertura
    .help = Con qué rapidez más muestras resuelven más tareas; cerca de 0 es más lento.
field-cascade-verifier-recall = Sensibilidad del verificador
    .help = Parte de las muestras correctas que reconoce el verificador.
field-cascade-verifier-usd-per-sample = Comprobación de una muestra
    .help = Coste de comprobar una muestra.
field-cascade-failure-usd-per-task = Tarea sin resolver
    .help = Coste de una tarea que nadie ha resuelto.
field-cascade-large-model-solved-share = Resueltas por el modelo mayor
    .help = Parte de las tareas escaladas que resuelve el modelo mayor.
