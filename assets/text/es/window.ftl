# The frame of the window: bars, path, commands, dialogs, and what is said when it cannot open.

## Parts of the window, as a screen reader names them

window-area-top = Programa y caso
window-area-path = Camino de la decisión
window-area-decision = Decisión hasta ahora
window-dismiss = Descartar
window-language-now = Idioma: { $language }
window-theme-now = Tema: { $theme }

## Commands

command-new = Otro caso
command-open = Abrir…
command-save = Guardar
command-save-as = Guardar como…
command-export = Exportar…
command-undo = Deshacer
command-redo = Rehacer
command-previous-step = Paso anterior
command-next-step = Paso siguiente
command-why = ¿Por qué esta?
command-palette = Comandos
command-help = Atajos de teclado
command-zoom-in = Ampliar
command-zoom-out = Reducir
command-zoom-reset = Tamaño normal
command-next-theme = Tema siguiente
command-quit = Salir

## Finding

window-palette-search = Escriba un comando, un dato, una opción
window-search-nothing = No hay coincidencias.
window-go-to-step = Ir a { $step }
window-switch-theme = Tema: { $theme }
window-switch-language = Idioma: { $language }
window-help-command = Comando
window-help-keys = Teclas
window-reset-figure = Volver al valor sin modificar
window-kept = Se mantiene:
window-understood-as = entendido como

## Files

window-unsaved-body = De lo contrario se pierden los cambios hechos desde la última vez que se guardó.

## Drawing

window-software = Dibujado por el procesador ({ $adapter }); con un controlador gráfico la ventana es más rápida.
window-safe-mode = Dibujado con { $renderer }, porque el modo más rápido no arrancó.

## La primera pantalla

start-compare-title = Empiece con una comparación
start-open-title = Continúe un caso
start-open-help = Un archivo de escenario, de una carpeta o soltado sobre esta ventana.
start-place-cloud = En la nube
start-place-on-premises = También en servidores propios
start-place-laptop = También en portátiles
start-comparison-title = Nueva comparación
start-comparison-lacks = El catálogo no tiene nada a la venta para { $record }.
start-discard-recovered = Descartar
start-preset-faults = { $count ->
        [one] { $count } error en sus propios registros; el resto se usa.
       *[other] { $count } errores en sus propios registros; el resto se usa.
    }

## La decisión hasta ahora

window-fact-nothing = Ninguna opción es posible
window-fact-margin = Por delante de la siguiente en
window-fact-flips = Cambia con el volumen
window-fact-flips-below = Cambia por debajo de
window-fact-flips-above = Cambia por encima de
window-fact-never = Nunca
window-requests = { $number } al mes

## Encontrar datos, opciones y resultados

window-found-option = Opción
window-found-result = Por qué: { $result }

## Abrir y guardar

window-open-title = Abrir un caso
window-open-button = Abrir
window-save-title = Guardar el caso
window-browse = Examinar…
window-scenario-files = Casos de Weighbridge
window-saved-to = Guardado en { $path }
window-saved-ago = { $count ->
        [one] Guardado hace { $count } minuto
       *[other] Guardado hace { $count } minutos
    }
window-drop = Suelte el archivo para abrirlo
window-faults-title = { $name } no se abrió
window-faults-aid = { $count ->
        [one] Un error, con línea y columna. El archivo no se ha tocado, y lo que estaba abierto lo sigue estando.
       *[other] { $count } errores, cada uno con línea y columna. El archivo no se ha tocado, y lo que estaba abierto lo sigue estando.
    }
window-broke-off = El trabajo se interrumpió por un error del programa; no se cambió nada.
window-records-kept = Guardado para otros casos en { $path }
window-no-presets-folder = Este sistema no indica una carpeta para datos del usuario; los registros quedan en el caso.

## Un catálogo más nuevo

window-show = Mostrar…
window-newer-notice = { $count ->
        [one] El catálogo dice ahora otra cosa de una cifra; el caso calcula como se guardó.
       *[other] El catálogo dice ahora otra cosa de { $count } cifras; el caso calcula como se guardó.
    }
window-newer-title = { $count ->
        [one] { $count } cifra ha cambiado en el catálogo
       *[other] { $count } cifras han cambiado en el catálogo
    }
window-newer-aid = El caso conserva las cifras con las que se guardó hasta que usted las actualice.
window-newer-input = Dato
window-newer-saved = En el caso
window-newer-now = En el catálogo
window-newer-update = Actualizar
window-newer-keep = Conservar
window-catalogue-of = Catálogo del { $date }
window-catalogue-old = Catálogo del { $date }: tiene más de medio año; compruebe los precios antes de fiarse de ellos.

## Exportar

window-export-title = Exportar
window-export-what = Qué
window-export-report = Informe
window-export-report-aid = La decisión, tablas, gráficos, supuestos y fuentes en un archivo PDF para la dirección.
window-export-format = Formato
window-export-size = Tamaño
window-export-pdf-aid = Vectores con texto seleccionable y las fuentes incluidas.
window-export-svg-aid = Vectores para seguir editando; el texto necesita la fuente Lato.
window-export-png-aid = Píxeles sobre fondo blanco, dos por punto.
window-export-button = Exportar
window-size-slide = Diapositiva 16:9
window-size-half-slide = Media diapositiva
window-size-a4 = Ancho A4
window-copy-picture = Copiar como imagen
window-copied-picture = El gráfico está en el portapapeles.
window-copied = Copiado.
window-exporting = Exportando…
window-exported = Exportado a { $path }
window-export-cancelled = La exportación se canceló; no se escribió nada.

## When the window cannot open

window-no-display = No hay pantalla donde abrir una ventana: ni WAYLAND_DISPLAY ni DISPLAY está definida.
window-not-opened = No se pudo abrir la ventana. Intentos: { $tried }.
window-adapters = Adaptadores gráficos encontrados: { $adapters }.
window-no-adapters = No se encontró ningún adaptador gráfico.
window-check-display = Compruebe que la pantalla está activa y que este usuario puede usarla.
window-install-driver = Instale un controlador Vulkan u OpenGL (en Debian y Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta una biblioteca (en Debian y Ubuntu: apt install { $packages }).
window-headless = Sin ventana: weighbridge evaluate ARCHIVO
