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
    .per-million = por milhão de tokens
    .millions = milhões de tokens
    .billions = bilhões de tokens
base-request = { $count ->
        [one] requisição
       *[other] requisições
    }
    .per = por requisição
    .millions = milhões de requisições
    .billions = bilhões de requisições
base-task = { $count ->
        [one] tarefa
       *[other] tarefas
    }
    .per = por tarefa
base-user = { $count ->
        [one] usuário
       *[other] usuários
    }
    .per = por usuário
base-gpu = { $count ->
        [one] GPU
       *[other] GPUs
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
        [one] ETI
       *[other] ETI
    }
    .per = por ETI
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
        [one] mês
       *[other] meses
    }
    .per = por mês
base-year = { $count ->
        [one] ano
       *[other] anos
    }
    .per = por ano
base-byte = { $count ->
        [one] byte
       *[other] bytes
    }
    .per = por byte
base-parameter = { $count ->
        [one] parâmetro
       *[other] parâmetros
    }
    .per = por parâmetro
    .millions = milhões de parâmetros
    .billions = bilhões de parâmetros
base-operation = { $count ->
        [one] operação
       *[other] operações
    }
    .per = por operação
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
        [one] unidade monetária
       *[other] unidades monetárias
    }
    .per = por unidade monetária

## How values are set

quantity-of-millions = { $number } de
number-understood = entendido como { $value }
date-by = até { $date }

## Currencies

currency-usd = dólar americano
currency-eur = euro
currency-brl = real
currency-gbp = libra esterlina
currency-mxn = peso mexicano
currency-chf = franco suíço
currency-ars = peso argentino
currency-cop = peso colombiano
currency-clp = peso chileno
