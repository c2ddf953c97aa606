# What the program says without a window.

## A printed evaluation

headless-case = { $title }, { $date }, { $months }
headless-undated-rate = Calculado en dólares y mostrado en { $currency } al cambio de { $rate }, sin fecha.
headless-lines = Coste en { $months }
headless-instead-of = En lugar de { $option }
headless-saved = Valor actual neto ahorrado
headless-payback = Recuperación de la inversión
headless-payback-discounted = Recuperación descontada
headless-all-options = Todas las opciones
headless-cannot-be-had = No es viable tal como está.

## Odds

headless-odds = Probabilidades en { $draws } sorteos, semilla { $seed }
headless-no-ranges = Ningún dato que importe aquí tiene rango, así que no hay nada que sortear.
headless-chance-cheapest = Probabilidad de costar menos
headless-futures = Futuros en los que cuesta menos
headless-npv-p10 = Valor actual neto, uno de cada diez por debajo
headless-npv-p50 = Valor actual neto, la mitad por debajo
headless-npv-p90 = Valor actual neto, nueve de cada diez por debajo
headless-regret = Arrepentimiento esperado
headless-evpi = Saberlo todo de antemano vale como máximo { $value }.
headless-worth-finding-out = Saber { $quantity } de antemano vale { $value }.
headless-difference = { $option } menos { $other }: { $difference } de valor actual neto del coste
headless-tornado = La diferencia en los dos extremos de cada rango; ! marca lo que por sí solo invierte la decisión.
headless-at-p10 = En P10
headless-at-p90 = En P90
headless-switch-points = Se invierte en

## A printed explanation

headless-step = Paso
headless-left-out = { $count ->
        [one] { $count } más como estos; --all lo muestra.
       *[other] { $count } más como estos; --all los muestra.
    }
headless-deeper = Los pasos de debajo no se muestran; --depth o --all los muestra.
headless-of-month = { $term }, mes { $month }

## Checking files

headless-no-faults = No se han encontrado fallos. { $file }

## Errors

error-file-is-folder = Esto es una carpeta, no un archivo. { $path }
error-file-protected = El archivo está protegido contra escritura; no se ha cambiado nada. { $path }
error-folder-not-found = La carpeta no existe; compruebe la ruta. { $path }
error-folder-not-writable = No se puede escribir nada en esta carpeta ({ $reason }). { $path }
error-output-kind = El nombre del archivo que se escribe debe terminar en { $allowed }. { $path }
error-output = No se ha podido escribir la salida ({ $reason }).
error-setting-form = «{ $given }» debe escribirse como PATH=VALUE.
error-unknown-option = No existe la opción «{ $option }»; existen { $allowed }.
error-unknown-result = No existe el resultado «{ $name }»; los resultados son { $allowed }, cada uno como OPTION.NAME.
error-result-absent = La opción «{ $option }» no tiene la cifra «{ $name }» en este caso.
error-result-nought = Nada contribuye a «{ $name }» de la opción «{ $option }» en este caso.
error-unknown-sample = No existe el ejemplo «{ $name }»; existen { $allowed }.
error-no-samples = Este programa no contiene ejemplos.
error-catalogue = No se han podido leer los datos que vienen con el programa.
error-report = No se ha podido crear el documento ({ $reason }).
error-chart-empty = No hay nada que dibujar en el gráfico «{ $name }» de este caso.
error-sensitivity = La diferencia entre estas opciones no es un número en algún punto de un rango.

## Arguments that are not understood

usage-unknown-command = No hay ningún comando «{ $given }»; hay { $allowed }.
usage-no-command = Falta un comando; hay { $allowed }.
usage-unknown-argument = «{ $given }» no se entiende aquí; --help enumera lo que sí.
usage-missing = Falta esto: { $missing }.
usage-twice = { $argument } solo puede estar una vez.
usage-conflict = { $argument } no puede estar junto a { $other }.
usage-no-value = A { $argument } le falta lo que lleva detrás; --help dice qué es.
usage-bad-value = { $argument } no admite «{ $given }».
usage-unknown-value = { $argument } no admite «{ $given }», solo { $allowed }.
usage-other = Estos argumentos no se entienden; --help enumera los que sí.
