# Qué falla en el archivo de un modelo o en un modelo inventado: partes de frases más largas, tras dos puntos.

latency-model-vocabulary = Aquí el modelo no lee ni escribe texto: { $reason }

## Abrir el archivo

model-file-not-found = no existe ese archivo; compruebe la ruta
model-file-no-permission = su cuenta no tiene permiso para leerlo
model-file-folder = es una carpeta

## En qué lugar del archivo

gguf-at = { $fault } (byte { $offset })
gguf-at-place = { $fault } («{ $place }», byte { $offset })

## Qué falla ahí

gguf-not-gguf = no es un archivo GGUF; elija uno que termine en .gguf
gguf-big-endian = el archivo es big-endian; consiga o genere uno little-endian
gguf-version = no se lee la versión { $version } de GGUF, solo la 2 y la 3; vuelva a generar el archivo con un conversor actual
gguf-ends = el archivo termina { $missing ->
        [one] un byte
       *[other] { $missing } bytes
    } antes de lo debido; quizá no se copió entero
gguf-count = { $count } entradas no caben en los { $room } bytes que siguen; el archivo está dañado
gguf-text = un texto no es UTF-8; el archivo está dañado o es de otro tipo
gguf-kind = no existe el tipo de valor { $kind }; el archivo está dañado
gguf-truth = un valor lógico es { $value } y solo puede ser 0 o 1; el archivo está dañado
gguf-nested = hay listas anidadas a más de { $depth } niveles; el archivo está dañado
gguf-duplicate = el nombre figura dos veces en el archivo; el archivo está dañado
gguf-alignment = { $alignment } no es una alineación válida: debe ser una potencia de dos, como máximo 65 536
gguf-dimensions = no se leen tensores de { $count } dimensiones, solo de 1 a 4
gguf-empty = una dimensión es 0; el archivo está dañado
gguf-format = los números están guardados en el formato { $format }, que no se lee; se leen: { $known }
gguf-blocks = las filas de { $columns } números no son bloques enteros de { $format }; el archivo está dañado
gguf-size = un tensor es mayor que cualquier memoria; el archivo está dañado
gguf-misaligned = un tensor empieza en { $start }, que no es múltiplo de { $alignment }; el archivo está dañado
gguf-overlap = un tensor comparte bytes con «{ $other }»; el archivo está dañado
gguf-missing = falta la clave; vuelva a descargar el archivo o genérelo con el conversor de llama.cpp
gguf-value = el valor es { $is } y se espera { $wanted }; consiga o genere el archivo de nuevo
gguf-other = el archivo está dañado ({ $words })
gguf-sort-whole = un número entero
gguf-sort-signed = un número entero con signo
gguf-sort-float = un número de coma flotante
gguf-sort-number = un número
gguf-sort-truth = un valor lógico
gguf-sort-text = un texto
gguf-sort-list = una lista
gguf-sort-texts = una lista de textos
gguf-sort-numbers = una lista de números

## Qué no encaja

model-tensor-missing = falta el tensor «{ $name }»; quizá el archivo lo hizo otro programa o es una parte de varias
model-tensor-sizes = el tensor «{ $name }» tiene los tamaños { $is } y se necesitan { $wanted }; el archivo está dañado
model-number = «{ $key }» es { $number }, algo que no tiene ningún modelo; el archivo está dañado
model-shape = ningún modelo tiene esta forma

## Qué tiene un modelo que no se ejecuta

model-feature-layers = capas de formas distintas ({ $key })
model-feature-experts = { $count ->
        [one] un experto
       *[other] { $count } expertos
    }
model-feature-values = valores de { $values } números junto a claves de { $keys }
model-feature-positions = posiciones escaladas con «{ $kind }»
model-feature-format = una fila «{ $tensor }» en bloques de { $format }
model-feature-tensor = un tensor «{ $name }»

## El vocabulario

model-vocabulary-kind = no se leen vocabularios del tipo «{ $name }»; se leen llama (SentencePiece) y gpt2 (pares de bytes)
model-vocabulary-words = divide el texto en palabras a la manera de «{ $name }», que aquí no se conoce
model-vocabulary-length = «{ $key }» tiene { $is } entradas para { $tokens } tokens; el archivo está dañado
