# Lo que hace el usuario: pasos de deshacer, estados del camino, archivos.

## Deshacer

undo-named = Deshacer { $edit }
redo-named = Rehacer { $edit }
edit-figure = cambio de «{ $field }»
edit-reset = restablecimiento de «{ $field }»
edit-choice = cambio de «{ $choice }»
edit-title = cambio del título
edit-question = cambio de la pregunta
edit-date = cambio de la fecha
edit-currency = cambio de la moneda
edit-fx-date = cambio de la fecha del tipo de cambio
edit-languages = cambio de las lenguas de trabajo
edit-notes = cambio de las notas
edit-add-option = adición de «{ $option }»
edit-duplicate-option = duplicación de «{ $option }»
edit-rename-option = nuevo nombre de «{ $option }»
edit-move-option = desplazamiento de «{ $option }»
edit-remove-option = eliminación de «{ $option }»
edit-price = cambio de precio de «{ $option }»
edit-model = cambio de modelo de «{ $option }»
edit-hardware = cambio de hardware de «{ $option }»
edit-cascade-part = cambio de la cascada «{ $option }»
edit-customisation = cambio de la personalización de «{ $option }»
edit-retirement = cambio del fin de venta de «{ $option }»
edit-context-tiers = cambio de los tramos de contexto de «{ $option }»
edit-volume-discounts = cambio de los descuentos por volumen de «{ $option }»
edit-scores = cambio de las puntuaciones de «{ $option }»
edit-update-presets = actualización de { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }

## Choices that undo names

choice-horizon-months = Horizonte
choice-currency = Moneda
choice-date = Fecha del caso
choice-price-law = Ley de precios
choice-billing = Facturación
choice-purchase = Compra
choice-useful-life-months = Vida útil
choice-throughput = Rendimiento
choice-mode = Cómo decide la cascada
choice-customisation-method = Personalización

## What else happened

notice-cascade-removed = «{ $option }» consultaba primero esta opción y se ha eliminado con ella.
notice-cascade-shortened = «{ $option }» termina ahora sin esta opción.
notice-power-measured = La potencia de «{ $option }» pasa de { $before } W a { $after } W con lo que consumieron los procesadores en las pruebas que se usan; pantalla, memoria y discos no están incluidos.

## Why a step is in its state

reason-no-title = Ponga título al caso
reason-no-rate-date = El tipo de cambio no tiene fecha
reason-horizon = { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
reason-starting-values = Solo valores iniciales
reason-own-figures = { $count ->
        [one] { $count } valor propio
       *[other] { $count } valores propios
    }
reason-shares-exceed-whole = Las partes superan el todo
reason-no-options = Añada una opción
reason-one-option = Añada una segunda opción
reason-impossible = { $count ->
        [one] { $count } opción es imposible
       *[other] { $count } opciones son imposibles
    }
reason-options = { $count ->
        [one] { $count } opción
       *[other] { $count } opciones
    }
reason-old-records = { $count ->
        [one] { $count } registro antiguo
       *[other] { $count } registros antiguos
    }
reason-doubtful-records = { $count ->
        [one] { $count } registro débil o supuesto
       *[other] { $count } registros débiles o supuestos
    }
reason-sourced = Cada valor tiene una fuente
reason-context-too-long = { $count ->
        [one] Peticiones demasiado largas para { $count } modelo
       *[other] Peticiones demasiado largas para { $count } modelos
    }
reason-without-score = { $count ->
        [one] { $count } opción sin puntuación
       *[other] { $count } opciones sin puntuación
    }
reason-nothing-comparable = Ninguna tabla tiene dos opciones
reason-comparable = { $count ->
        [one] { $count } opción en una tabla
       *[other] { $count } opciones en una tabla
    }
reason-does-not-fit = { $count ->
        [one] { $count } modelo no cabe
       *[other] { $count } modelos no caben
    }
reason-targets-missed = { $count ->
        [one] { $count } opción incumple un objetivo
       *[other] { $count } opciones incumplen un objetivo
    }
reason-estimated = { $count ->
        [one] { $count } estimación
       *[other] { $count } estimaciones
    }
reason-nothing-hosted = Nada funciona en máquinas propias
reason-measured = Introducido o medido
reason-no-successor = { $count ->
        [one] { $count } modelo acaba sin sucesor
       *[other] { $count } modelos acaban sin sucesor
    }
reason-successors = { $count ->
        [one] { $count } modelo pasa a un sucesor
       *[other] { $count } modelos pasan a un sucesor
    }
reason-nothing-retires = Ningún modelo sale del mercado
reason-by-cost = Hoy, ordenadas por coste
reason-nothing-feasible = Ninguna opción es posible
reason-cheapest = { $option } cuesta menos
reason-ready = Listo para exportar

## Actions that cannot be done

error-no-such-option = No existe la opción «{ $option }».
error-no-such-entry = La lista no tiene la entrada { $place }.
error-nested-cascade = Una cascada no puede consultar «{ $option }», que es una cascada.
error-nothing-asked-first = Una cascada debe consultar primero una opción; elija una.
error-score = Una puntuación debe estar entre 0 y 100, y { $value } no lo está.

## Files

error-file-faults = { $count ->
        [one] El archivo tiene un fallo y no se ha abierto. { $first } { $path }
       *[other] El archivo tiene { $count } fallos y no se ha abierto; el primero es este. { $first } { $path }
    }
cause-not-allowed = este usuario no tiene permiso
cause-read-only = es de solo lectura
cause-no-folder = la carpeta no existe
cause-wrong-kind = hay una carpeta donde se quiere un archivo
cause-disk-full = el disco está lleno
cause-in-use = otro programa lo está usando
cause-system = { $detail }
