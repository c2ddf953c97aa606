# Un modelo propio en esta máquina, mediciones publicadas junto a una prueba y otras máquinas.

## Un modelo propio

here-choose-file = Elegir…
here-choose-model = Elegir un modelo
here-choose-take = Usar
here-prompt = Prompt en palabras
here-prompt-example = Una balanza compara el peso de dos cosas. En pocas palabras,
here-prompt-help = Se lee tal cual, sin plantilla de conversación. Si se deja vacío, se lee un prompt inventado de la longitud indicada abajo.
here-no-text = Aun así se cronometra con tokens inventados.
here-written = Lo que escribe el modelo
another-choose-file = Elegir lo que una máquina dijo de sí misma

## Mediciones publicadas junto a ella

beside-title = Lo que midieron otros
beside-aid = Cifras publicadas de un usuario solo, en este hardware o en el más cercano, junto a la última prueba
beside-no-device = Mida esta máquina arriba para encontrar hardware parecido entre las mediciones publicadas.
beside-nothing = Nadie publicó una medición que pueda ponerse junto a esta prueba.
beside-same-chip = Otros también midieron { $hardware }.
beside-same-class = Nadie publicó una medición de { $hardware }; estas son las más cercanas de su clase.
beside-other-class = Nadie publicó una medición de { $hardware } ni de su clase; estas son las más cercanas de otras.
beside-writing = Escritura, tokens por segundo
beside-reading = Lectura del prompt, tokens por segundo
beside-column-published = Publicado
beside-column-here = Aquí
beside-column-ratio = Aquí ÷ publicado
beside-times = { $ratio } ×
beside-what = { $model }, { $bits } bits, en { $hardware }
beside-near-same-chip = mismo chip
beside-near-same-class = misma clase de hardware
beside-near-other-class = otra clase de hardware
beside-model-true = mismo modelo
beside-model-false = otro modelo
beside-format-true = mismos bits
beside-format-false = otros bits
beside-bandwidth = los pesos ocupan { $theirs } de su ancho de banda según la ficha técnica, y { $own } del medido aquí
beside-caution = La razón reúne chip, modelo, bits y motor; solo compara motores cuando todo lo demás coincide. Las partes del ancho de banda sí se comparan entre modelos.
latency-published-heading = Publicado del mismo hardware o del más cercano
latency-published = { $quantity }: { $what } ({ $near }): { $published } publicado, { $own } aquí, { $ratio } veces

## Pruebas

here-run-plan = prompts de { $prompt }, respuestas de { $output } tokens, { $users } { $most ->
        [one] usuario
       *[other] usuarios a la vez
    }, { $repeats ->
        [one] una repetición
       *[other] { $repeats } repeticiones
    }
here-run-speed = { $speed } tokens por segundo
here-run-prompt = { $speed } tokens de prompt por segundo
here-run-first = primer token a los { $time }
here-run-nothing = No se respondió nada.
here-run-busy = La máquina estaba ocupada: el caso no la usa.
here-run-use = Usar en el caso
here-run-use-name = Usar { $run } en el caso
here-run-remove = Quitar
here-run-remove-name = Quitar { $run }

## Una máquina que no está aquí

another-describe-button = Describir otra máquina…
another-describe = Describir otra máquina
another-describe-aid = Lo que se escribe cuenta como introducido por usted; lo que se deduce de ello es una estimación
another-path = Lo que escribió en esa máquina la orden «weighbridge probe --json», o allí «Copiar transcripción»
another-path-help = Rellena los campos de abajo; todos se pueden cambiar.
another-read = Leer
another-name = Nombre de la máquina
another-processor = Procesador
another-memory = Memoria
another-bandwidth = Ancho de banda de memoria
another-arithmetic = Aritmética de 16 bits
another-gpu-name = Procesador gráfico
another-gpu-add = Añadir una GPU
another-gpu-remove = Quitar esta GPU
another-fields-help = 0 significa que no se sabe. Del hardware medido y publicado basta el nombre.
another-take = Adoptar
another-lacks-name = Dé un nombre a la máquina.
another-lacks-memory = Indique cuánta memoria tiene la máquina o alguna de sus GPU.
another-lacks-gpu-name = Dé su nombre a cada GPU.
another-not-readable = No se puede leer el archivo: { $reason }
another-too-large = El archivo es demasiado grande para ser lo que una máquina dice de sí misma.
another-no-machine = El archivo no describe ninguna máquina; use lo que escribió «weighbridge probe --json». ({ $reason })
another-title = Otra máquina: { $name }
another-aid = No está aquí: este programa no midió hoy nada de ella
another-known-there = { $how }, allí
another-measured-there = medido allí
another-change = Cambiar…
another-remove = Quitar
another-no-bandwidth = No se conoce su memoria o su ancho de banda, así que no se puede estimar nada para ella; con «Cambiar…» puede introducirlos.
another-estimates = Solo estimaciones, a partir de lo introducido o leído: modelos del caso en ella, con el intervalo de ocho de cada diez.
another-no-arithmetic = No se dice cuánto tarda en leer prompts: no se conoce su capacidad aritmética.
another-no-option = Ninguna opción del caso funciona en dispositivos o servidores propios, así que ninguna puede pasar a ella.
another-in-use = { $option } funciona en ella.
another-use = Poner { $option } en ella
another-use-help = El modelo, el precio y la potencia de la opción se mantienen; la memoria, el ancho de banda y lo que se deduce pasan a ser los de esta máquina. Se puede deshacer.

## Palabras junto a las velocidades

here-word-comfortable = Cómodo para leer a la par
here-word-usable = Utilizable: más o menos tan rápido como se lee
here-word-too-slow = Demasiado lento para leer a la par
here-words-by-reading = cómodo desde { $comfortable } tokens por segundo, el doble de rápido de lo que se lee; utilizable desde { $usable }, tan rápido como se lee; por debajo, demasiado lento
here-words-by-target = cómodo desde { $comfortable } tokens por segundo, el objetivo del caso; utilizable desde { $usable }, tan rápido como se lee; por debajo, demasiado lento
here-words-by-low-target = cómodo desde { $comfortable } tokens por segundo, el objetivo del caso, menos que los { $usable } a los que se lee; por debajo, demasiado lento
