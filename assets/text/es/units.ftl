# Names of units. `base-…` names what is counted, `.per` stands below the line.

## What is counted

base-usd = { $count ->
        [one] dólar
       *[other] dólares
    }
    .per = por dólar
base-token = { $count ->
        [one] token
       *[other] tokens
    }
    .per = por token
    .per-million = por millón de tokens
    .millions = millones de tokens
    .billions = miles de millones de tokens
base-request = { $count ->
        [one] petición
       *[other] peticiones
    }
    .per = por petición
    .millions = millones de peticiones
    .billions = miles de millones de peticiones
base-task = { $count ->
        [one] tarea
       *[other] tareas
    }
    .per = por tarea
base-user = { $count ->
        [one] usuario
       *[other] usuarios
    }
    .per = por usuario
base-gpu = { $count ->
        [one] GPU
       *[other] GPU
    }
    .per = por GPU
base-server = { $count ->
        [one] servidor
       *[other] servidores
    }
    .per = por servidor
base-replica = { $count ->
        [one] réplica
       *[other] réplicas
    }
    .per = por réplica
base-fte = { $count ->
        [one] ETC
       *[other] ETC
    }
    .per = por ETC
base-second = { $count ->
        [one] segundo
       *[other] segundos
    }
    .per = /s
base-hour = { $count ->
        [one] hora
       *[other] horas
    }
    .per = por hora
base-month = { $count ->
        [one] mes
       *[other] meses
    }
    .per = al mes
base-year = { $count ->
        [one] año
       *[other] años
    }
    .per = al año
base-byte = { $count ->
        [one] byte
       *[other] bytes
    }
    .per = por byte
base-parameter = { $count ->
        [one] parámetro
       *[other] parámetros
    }
    .per = por parámetro
    .millions = millones de parámetros
    .billions = miles de millones de parámetros
base-operation = { $count ->
        [one] operación
       *[other] operaciones
    }
    .per = por operación
base-kilowatt = { $count ->
        [one] kW
       *[other] kW
    }
    .per = por kW
base-kilowatt-hour = { $count ->
        [one] kWh
       *[other] kWh
    }
    .per = por kWh
base-device = { $count ->
        [one] dispositivo
       *[other] dispositivos
    }
    .per = por dispositivo
base-client-currency = { $count ->
        [one] unidad monetaria
       *[other] unidades monetarias
    }
    .per = por unidad monetaria

## How values are set

quantity-of-millions = { $number } de
number-understood = se entiende { $value }
date-by = hasta { $date }

## Currencies

currency-usd = dólar estadounidense
currency-eur = euro
currency-brl = real brasileño
currency-gbp = libra esterlina
currency-mxn = peso mexicano
currency-chf = franco suizo
currency-ars = peso argentino
currency-cop = peso colombiano
currency-clp = peso chileno
