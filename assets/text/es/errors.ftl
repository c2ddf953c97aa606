# What went wrong, then what to do. A path stands last.

## Typed numbers

error-number-empty = No se ha introducido ningún número.
error-number-no-digits = «{ $text }» no es un número.
error-number-junk = No se ha entendido «{ $part }» en «{ $text }».
error-number-two-decimals = «{ $text }» tiene más de un separador decimal.
error-number-groups = Las cifras de «{ $text }» no están agrupadas de tres en tres.
error-number-percent-not-expected = «{ $text }» es un porcentaje; aquí se espera un número sin más.
error-number-money-not-expected = «{ $text }» es un importe; aquí se espera un número sin más.
error-number-other-currency = «{ $text }» está en otra moneda; escriba un importe en { $currency }.
error-number-too-large = «{ $text }» es demasiado grande.

## Values of a field

fault-value-not-finite = Debe ser un número finito.
fault-value-not-whole = Debe ser un número entero, y { $value } no lo es.
fault-value-out-of-range = Debe estar entre { $min } y { $max }, y { $value } no lo está.
error-date = «{ $text }» no es una fecha; escriba 2026, 2026-11 o 2026-11-24.
error-unknown-locale = «{ $tag }» no es un idioma de este programa; elija en, pt-BR, pt-PT o es.

## Files

error-file-not-found = El archivo no existe; compruebe la ruta. { $path }
error-file-not-readable = No se ha podido leer el archivo ({ $reason }). { $path }
error-file-not-writable = No se ha podido escribir el archivo ({ $reason }); no se ha cambiado nada. { $path }
error-file-newer = El archivo se guardó con una versión más reciente ({ $version }); actualice el programa para abrirlo. { $path }
error-dialog-unavailable = No se ha podido abrir el cuadro de archivos; escriba la ruta.

## Graphics

error-graphics = No se ha podido dibujar la ventana. Adaptadores probados { $adapters }. Inicie en modo seguro o use el programa sin ventana.
error-no-display = No hay pantalla disponible; use el programa sin ventana, por ejemplo «{ $command }».

## Setting an input by its path

error-set-unknown-path = No existe el dato «{ $path }».
error-set-not-a-number = «{ $path }» admite un número, y «{ $given }» no lo es.
error-set-unknown-choice = «{ $path }» admite { $allowed }, y «{ $given }» no es ninguno de ellos.
error-set-value = «{ $path }» no admite este valor. { $why }
error-option-without-cost = La opción «{ $option }» no tiene coste que comparar.

## Inputs that no formula can answer

error-finance-not-finite = { $what } debe ser un número finito.
error-finance-rate-too-low = { $what } debe ser superior a −100 %, no { $value }.
error-finance-negative = { $what } no puede ser negativo, como { $value }.
error-finance-not-positive = { $what } debe ser mayor que cero, no { $value }.
error-finance-not-a-share = { $what } debe estar entre 0 y 1, no { $value }.
error-finance-part-exceeds-whole = No pueden haber superado la prueba { $part } de { $whole }.
error-finance-empty-range = El intervalo de { $start } a { $end } está vacío.
error-finance-too-many-sign-changes = Los flujos cambian de signo { $found } veces; se siguen { $limit } como máximo.
error-finance-too-many-intervals = La respuesta tiene más de { $limit } intervalos separados.
error-finance-undefined-at = La función no tiene valor en { $at }.

## Making an option from the catalogue

error-unknown-model = No hay modelo «{ $name }» en el catálogo.
error-unknown-price = No hay precio «{ $name }» en el catálogo.
error-unknown-rent = No hay alquiler «{ $name }» en el catálogo.
error-unknown-hardware = No hay hardware «{ $name }» en el catálogo.
error-weights-not-open = Los pesos de «{ $name }» no son abiertos; no se puede alojar.
error-size-unknown = Nadie ha publicado cuántos parámetros tiene «{ $name }»; introduzca el tamaño.
error-other-plan = La opción «{ $name }» tiene un plan de otro tipo.
