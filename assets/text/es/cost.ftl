# Cost lines and results of the cost engine.

## Cost lines

cost-line-usage = Uso
    .help = Tokens comprados.
cost-line-infrastructure = Infraestructura
    .help = Alquiler, servidores, dispositivos y su mantenimiento.
cost-line-energy = Energía
    .help = Electricidad, espacio y refrigeración.
cost-line-people = Personas
    .help = Fracciones del trabajo de personas, con salario y cargas.
cost-line-maintenance = Mantenimiento
    .help = Actualizaciones del modelo, parches de seguridad, trabajo de rendimiento y servicios.
cost-line-customisation = Adaptación
    .help = Adaptar el modelo al caso propio.
cost-line-migration = Migración
    .help = Entrada, y paso a un sucesor.
cost-line-licence = Licencia
    .help = Tarifas por el derecho a usar el modelo.
cost-line-verification = Verificación
    .help = Comprobación de muestras y tareas que nadie ha resuelto.
cost-line-exit = Salida
    .help = Coste esperado de salir.

## Figures of an option

measure-npv-usd = Valor actual neto del coste (VAN)
    .help = Todo el coste; el dinero futuro vale menos, según la tasa de descuento.
measure-total-usd = Coste total
    .help = Todo el coste del horizonte, sin descontar.
measure-equivalent-annual-cost-usd = Coste anual equivalente
    .help = El importe anual constante con el mismo valor actual.
measure-average-monthly-cost-usd = Coste mensual medio
    .help = Todo el coste entre los meses, sin descontar.
measure-usd-per-million-tokens = Coste por millón de tokens
    .help = Todo el coste entre todos los tokens, de entrada y de salida.
measure-usd-per-request = Coste por petición
    .help = Todo el coste entre todas las peticiones.
measure-usd-per-user-month = Coste por usuario y mes
    .help = Todo el coste entre usuarios y meses.
measure-usd-per-task = Coste por tarea
    .help = Todo el coste entre todas las tareas, resueltas o no.
measure-usd-per-solved-task = Coste por tarea resuelta
    .help = Todo el coste entre las tareas resueltas.
measure-solved-share = Tareas resueltas
    .help = Parte de las tareas resueltas, cuando se conoce.
measure-start-usd = Pagado al inicio
    .help = Coste único antes del primer mes.
measure-first-month-usd = Primer mes
    .help = Lo que cuesta el primer mes.
measure-replicas-first-month = Réplicas en el primer mes
    .help = Réplicas enteras, reservas incluidas.
measure-replicas-last-month = Réplicas en el último mes
    .help = Réplicas enteras, reservas incluidas.
measure-utilisation = Utilización
    .help = Parte de la capacidad pagada que trabaja.
measure-reserved-infrastructure-usd-per-month = Infraestructura pagada
    .help = Infraestructura y energía pagadas, en uso o paradas.
measure-used-infrastructure-usd-per-month = Infraestructura usada
    .help = La parte que paga trabajo hecho.
measure-weight-gigabytes = Tamaño de los pesos
    .help = Memoria para los pesos con esta precisión.
measure-kv-cache-gigabytes-per-sequence = Caché de una secuencia
    .help = Memoria que necesita una petición en toda su longitud.
measure-usable-memory-gigabytes-per-replica = Memoria utilizable de una réplica
    .help = Memoria que pueden usar los pesos y la caché.
measure-sequences-that-fit = Secuencias que caben
    .help = Peticiones que caben en la memoria junto a los pesos.
measure-batch-size = Tamaño del lote
    .help = Peticiones que una réplica atiende a la vez.
measure-replica-tokens-per-second = Caudal de una réplica
    .help = Tokens por segundo, de entrada y de salida, de una réplica.
measure-time-to-first-token-seconds = Tiempo hasta el primer token
    .help = Sin espera en cola.
measure-time-per-output-token-seconds = Tiempo por token de salida
    .help = Tiempo entre tokens para un usuario.

## Break-even and returns

break-even = Punto de equilibrio
break-even-at = Equilibrio en { $value }
break-even-never = { $first } y { $second } nunca cuestan lo mismo en este intervalo.
break-even-cheaper-from = { $option } es más barato de { $low } a { $high }.
break-even-always = { $option } es más barato en todo el intervalo.
payback-months = Se recupera en { $months }
payback-never = No se recupera dentro del horizonte.
internal-rate-of-return = Tasa interna de retorno (TIR)
internal-rate-none = No hay tasa interna de retorno.
internal-rate-several = Varias tasas internas de retorno { $rates }
modified-internal-rate = Tasa interna de retorno modificada (TIRM)
discounting-convention = Los meses se descuentan a la tasa mensual efectiva de { $monthly }, a partir de { $annual } al año; cada uno se paga al final.
cost-cheapest = { $option } es lo más barato, { $cost } en { $months }.
cost-cheaper-by = { $first } cuesta { $difference } menos que { $second }.
cost-reserved-and-used = { $reserved } pagados, de ellos { $used } por trabajo hecho
