# Names of intermediate results in explanations.

## Demand

term-requests = Peticiones del mes
term-calls = Llamadas del mes
term-input-tokens = Tokens de entrada
term-output-tokens = Tokens de salida
term-total-tokens = Todos los tokens
term-peak-demand = Demanda en la hora punta
term-average-demand = Demanda media

## Prices

term-price-per-call = Precio por llamada
term-price-factor = Factor de precio
term-blended-gpu-rate = Alquiler medio por hora de GPU

## Machines

term-replicas = Réplicas
term-servers = Servidores
term-billed-hours = Horas facturadas
term-utilisation = Utilización
term-facility-power = Potencia con refrigeración
term-residual-value = Valor residual
term-financing-payment = Cuota mensual

## Cost

term-usage-cost = Coste de uso
term-infrastructure-cost = Coste de infraestructura
term-used-infrastructure-cost = Coste de infraestructura en uso
term-energy-cost = Coste de energía
term-people-cost = Coste de personas
term-maintenance-cost = Coste de mantenimiento
term-customisation-cost = Coste de adaptación
term-migration-cost = Coste de migración
term-exit-cost = Coste esperado de salida
term-licence-cost = Coste de licencia
term-verification-cost = Coste de comprobar muestras
term-failure-cost = Coste de tareas sin resolver
term-month-cost = Coste del mes

## Results

term-discount-factor = Factor de descuento
term-monthly-rate = Tasa mensual
term-net-present-value = Valor actual neto (VAN)
term-total-cost = Coste total
term-equivalent-annual-cost = Coste anual equivalente
term-average-monthly-cost = Coste mensual medio
term-cost-per-million-tokens = Coste por millón de tokens
term-cost-per-request = Coste por petición
term-cost-per-user-month = Coste por usuario y mes
term-cost-per-task = Coste por tarea
term-cost-per-solved-task = Coste por tarea resuelta

## Serving

term-weight-bytes = Tamaño de los pesos
term-cache-bytes-per-sequence = Caché de una secuencia
term-replica-memory = Memoria utilizable de una réplica
term-batch-size = Tamaño del lote
term-step-time = Tiempo de un paso
term-prefill-time = Tiempo de lectura del prompt
term-bytes-read = Bytes leídos en un paso
term-reading-time = Tiempo de lectura de la memoria
term-unpacking-time = Tiempo de desempaquetado de los pesos
term-arithmetic-time = Tiempo de cálculo
term-overhead-time = Sobrecostes
term-exchange-time = Intercambios entre las GPU
term-physical-step-time = Tiempo de un paso según la física
term-least-time = Tiempo mínimo posible
term-server-time = Tiempo del servidor
term-wait-for-prompts = Espera por los prompts de otros
term-interruption-time = Interrupciones por los prompts de otros
term-batch-that-fits = Peticiones que caben a la vez
term-batch-in-time = Máximo de peticiones con la velocidad de escritura pedida
term-batch-for-first-token = Máximo de peticiones con el primer token a tiempo
term-stay-time = Tiempo que permanece una petición
term-finished-requests = Peticiones terminadas
term-saturated-requests = Máximo de peticiones que termina una réplica llena
term-replica-throughput = Caudal de una réplica
term-time-to-first-token = Tiempo hasta el primer token
term-time-per-output-token = Tiempo por token de salida

## Cascades

term-escalated-share = Parte escalada
term-solved-share = Parte resuelta

## Steps of a formula

formula-constant = constante
formula-larger = el mayor de
formula-smaller = el menor de
formula-whole-up = redondeado hacia arriba a unidades enteras
formula-whole-down = redondeado hacia abajo a unidades enteras
formula-choice = { $third } si { $first } es como máximo { $second }; si no, { $fourth }
formula-in-plain-units = en unidades simples
