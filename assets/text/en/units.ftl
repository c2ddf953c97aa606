# Names of units. `base-…` names what is counted, `.per` stands below the line.

## What is counted

base-usd = { $count ->
        [one] dollar
       *[other] dollars
    }
    .per = per dollar
base-token = { $count ->
        [one] token
       *[other] tokens
    }
    .per = per token
    .per-million = per million tokens
    .millions = million tokens
    .billions = billion tokens
base-request = { $count ->
        [one] request
       *[other] requests
    }
    .per = per request
    .millions = million requests
    .billions = billion requests
base-task = { $count ->
        [one] task
       *[other] tasks
    }
    .per = per task
base-user = { $count ->
        [one] user
       *[other] users
    }
    .per = per user
base-gpu = { $count ->
        [one] GPU
       *[other] GPUs
    }
    .per = per GPU
base-server = { $count ->
        [one] server
       *[other] servers
    }
    .per = per server
base-replica = { $count ->
        [one] replica
       *[other] replicas
    }
    .per = per replica
base-fte = { $count ->
        [one] FTE
       *[other] FTE
    }
    .per = per FTE
base-second = { $count ->
        [one] second
       *[other] seconds
    }
    .per = /s
base-hour = { $count ->
        [one] hour
       *[other] hours
    }
    .per = per hour
base-month = { $count ->
        [one] month
       *[other] months
    }
    .per = per month
base-year = { $count ->
        [one] year
       *[other] years
    }
    .per = per year
base-byte = { $count ->
        [one] byte
       *[other] bytes
    }
    .per = per byte
base-parameter = { $count ->
        [one] parameter
       *[other] parameters
    }
    .per = per parameter
    .millions = million parameters
    .billions = billion parameters
base-operation = { $count ->
        [one] operation
       *[other] operations
    }
    .per = per operation
base-kilowatt = { $count ->
        [one] kW
       *[other] kW
    }
    .per = per kW
base-kilowatt-hour = { $count ->
        [one] kWh
       *[other] kWh
    }
    .per = per kWh
base-device = { $count ->
        [one] device
       *[other] devices
    }
    .per = per device
base-client-currency = { $count ->
        [one] unit of currency
       *[other] units of currency
    }
    .per = per unit of currency

## How values are set

quantity-of-millions = { $number }
number-understood = understood as { $value }
date-by = by { $date }

## Currencies

currency-usd = US dollar
currency-eur = euro
currency-brl = Brazilian real
currency-gbp = pound sterling
currency-mxn = Mexican peso
currency-chf = Swiss franc
currency-ars = Argentine peso
currency-cop = Colombian peso
currency-clp = Chilean peso
