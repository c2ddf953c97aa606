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

error-value-out-of-range = { $field } debe estar entre { $min } y { $max }; { $value } no lo está. Se conserva el último valor válido.
error-value-not-whole = { $field } debe ser un número entero; { $value } no lo es.
error-value-not-finite = { $field } debe ser un número finito.
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
