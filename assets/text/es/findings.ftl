# What the engine noticed: not failures, but worth knowing.

## Fit and speed

finding-memory-short = El modelo no cabe; necesita { $needed } y hay { $available }.
finding-context-too-long = Las peticiones son demasiado largas para el modelo; tienen { $needed } y admite { $available }.
finding-time-to-first-token-missed = El primer token tarda unos { $estimated }; se piden { $target }.
finding-writing-speed-missed = Un usuario ve unos { $estimated }; se piden { $target }.
finding-throughput-estimated = { $known ->
        [no] El caudal es una estimación y se desconoce su error; una medición propia la sustituye.
       *[yes] El caudal es una estimación: en ocho de cada diez casos se aparta como mucho un { $error } de lo medido; una medición propia la sustituye.
    }
finding-hopeful = Una utilización del { $utilisation } apenas deja margen para imprevistos.
finding-mostly-idle = Solo trabaja el { $utilisation } de lo que se paga; el resto está parado.

## The market

finding-moves-to-successor = Fin de venta del modelo: { $date }; después lo releva { $successor }, a su precio.
finding-retires-without-successor = Fin de venta del modelo: { $date }, sin sucesor indicado; se supone que el precio se mantiene.

## Sources

finding-old-presets = { $count ->
        [one] { $count } registro es antiguo, consultado en { $oldest }; compruébelo antes de usarlo.
       *[other] { $count } registros son antiguos, el más viejo consultado en { $oldest }; compruébelos antes de usarlos.
    }
finding-doubtful-presets = { $count ->
        [one] { $count } registro es débil o supuesto.
       *[other] { $count } registros son débiles o supuestos.
    }

## Inputs that contradict each other

finding-cascade-missing-part = La cascada no tiene la parte «{ $part }»; elija otra opción para ella.
finding-cascade-nested = La parte «{ $part }» es a su vez una cascada; elija una opción simple.
finding-shares-exceed-whole = Las partes de un todo suman { $sum }; reduzca una de ellas.
finding-measured-while-busy = «{ $source }» se midió con la máquina ocupada, por lo que no se usa.
finding-measured-long-ago = «{ $source }» se midió hace más de un año ({ $date }); los motores han mejorado desde entonces.
finding-measured-far-off = «{ $source }» se aparta { $times } veces de la estimación: conviene revisar las condiciones.
