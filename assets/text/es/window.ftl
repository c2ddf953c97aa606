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

## When the window cannot open

window-no-display = No hay pantalla donde abrir una ventana: ni WAYLAND_DISPLAY ni DISPLAY está definida.
window-not-opened = No se pudo abrir la ventana. Intentos: { $tried }.
window-adapters = Adaptadores gráficos encontrados: { $adapters }.
window-no-adapters = No se encontró ningún adaptador gráfico.
window-check-display = Compruebe que la pantalla está activa y que este usuario puede usarla.
window-install-driver = Instale un controlador Vulkan u OpenGL (en Debian y Ubuntu: apt install mesa-vulkan-drivers libgl1-mesa-dri libegl1).
window-install-libraries = Falta una biblioteca (en Debian y Ubuntu: apt install { $packages }).
window-headless = Sin ventana: weighbridge evaluate ARCHIVO
