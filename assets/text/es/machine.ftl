# Qué es este ordenador, cómo se sabe y a qué velocidad trabaja.

## Un proceso hijo que trabaja con un procesador gráfico

child-not-started = No se ha podido iniciar la parte del programa que trabaja con el procesador gráfico ({ $reason }).
child-cancelled = Cancelado.
child-too-long = El controlador gráfico no ha respondido en { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }; se ha detenido el trabajo.
child-ended = El controlador gráfico ha puesto fin al trabajo ({ $ending }); el resto del programa sigue en marcha.
child-ended-saying = El controlador gráfico ha puesto fin al trabajo ({ $ending }); su mensaje: { $said }
child-garbled = La parte del programa que trabaja con el procesador gráfico ha dado una respuesta ilegible ({ $reason }).

## Datos de un ordenador

machine-fact-system-name = Sistema operativo
machine-fact-system-architecture = Arquitectura
machine-fact-system-hypervisor = Hipervisor
machine-fact-processor-name = Procesador
machine-fact-processor-vendor = Fabricante
machine-fact-processor-physical-cores = Núcleos
machine-fact-processor-logical-cores = Hilos de todos los núcleos
machine-fact-processor-usable-threads = Hilos que puede usar este programa
machine-fact-processor-instructions = Instrucciones vectoriales
machine-fact-processor-level-1-cache-bytes = Caché de datos de nivel 1 de un núcleo
machine-fact-processor-level-2-cache-bytes = Caché de nivel 2
machine-fact-processor-last-level-cache-bytes = Cachés de último nivel, en total
machine-fact-memory-total-bytes = Memoria
machine-fact-memory-available-bytes = Memoria libre
machine-fact-gpu-name = Procesador gráfico
machine-fact-gpu-vendor = Fabricante
machine-fact-gpu-pci-address = Dirección en el bus
machine-fact-gpu-kind = Tipo
machine-fact-gpu-memory-total-bytes = Memoria gráfica
machine-fact-gpu-memory-free-bytes = Memoria gráfica libre
machine-fact-gpu-driver = Controlador
machine-fact-gpu-largest-buffer-bytes = Búfer más grande
machine-fact-gpu-largest-binding-bytes = Mayor porción visible para un kernel
machine-fact-gpu-features = Ofrece
machine-gpu-kind-dedicated = tarjeta con memoria propia
machine-gpu-kind-shared = trabaja en la memoria del ordenador
machine-gpu-kind-virtual = cedido por un hipervisor
machine-gpu-kind-software = software en el procesador, no un procesador gráfico
machine-none = ninguno
machine-no-gpu = No se ha encontrado ningún procesador gráfico.

## Cómo se sabe un dato y con qué seguridad

machine-known-operating-system = lo dice el sistema operativo
machine-known-processor = lo dice el procesador
machine-known-driver = lo dice el controlador gráfico
machine-known-measured = medido aquí
machine-known-entered = introducido
machine-known-nobody = nadie lo dice
machine-sureness-unknown = desconocido
machine-sureness-doubtful = dudoso
machine-sureness-sure = seguro
machine-doubt-shared-memory = toda la memoria del ordenador; no se sabe cuánta cede el controlador
machine-doubt-cut-off = justo por debajo de 4 GiB, donde acaban las interfaces antiguas; puede haber más
machine-doubt-sources-differ = las fuentes no coinciden
machine-doubt-hypervisor = según el hipervisor, que puede no decir lo que tiene el hardware
machine-doubt-no-driver = no se ha encontrado ningún controlador que pueda usarla
machine-doubt-by-name = solo por su nombre
machine-doubt-one-of-several = de una de ellas; no se sabe cuántas hay

## Lo que no se ha podido leer o corregir

machine-part-cards = Tarjetas gráficas
machine-part-failed = { $what }: { $reason }
machine-cards-failed = El sistema operativo no las enumera ({ $reason }).
machine-correction-no-fact = No hay ningún dato «{ $path }».
machine-correction-form = «{ $path }» admite otro tipo de valor.

## Velocidades medidas

rates-title = Velocidades medidas
rates-median = Mediana
rates-middle-half = Mitad central
rates-best = Mejor
rates-kind-copy = Memoria, copia
rates-kind-scale = Memoria, escala
rates-kind-add = Memoria, suma
rates-kind-triad = Memoria, tríada
rates-kind-read = Memoria, lectura
rates-kind-f32 = Coma flotante de 32 bits
rates-kind-f16 = Coma flotante de 16 bits
rates-kind-int8 = Enteros de 8 bits
rates-of-threads = { $kind }, { $threads ->
        [one] { $threads } hilo
       *[other] { $threads } hilos
    }
rates-with-instructions = { $what }, { $instructions }
rates-bytes = { $value } GB/s
rates-operations = { $value } mil millones de operaciones/s
rates-arrays = Matrices de { $bytes } cada una, al menos cuatro veces las cachés de último nivel.
rates-arrays-small = Matrices de { $bytes } cada una; no es seguro que las cachés no hayan ayudado.
rates-of-gpu = { $name } mediante { $backend }, búferes de { $bytes }
rates-software = Esto es software en el procesador: las cifras no son de ningún procesador gráfico.
rates-cost = La medición tarda unos { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    } y ocupa hasta { $memory } de memoria.
rates-progress = { $share }: { $what }
rates-no-memory = La medición necesita { $needed } de memoria y hay { $free } libres.
rates-wrong-numbers = La memoria ha devuelto números distintos de los escritos; la medición no vale.
rates-gpu-failed = No se ha podido medir { $name }: { $reason }
rates-no-device = El controlador no abre ningún dispositivo ({ $reason }).
rates-no-adapter = El procesador gráfico ya no está. { $name }
rates-gpu-error = El controlador comunica un error: { $reason }
