# Words that every screen shares: buttons, counts, states.

## The program

app-name = Weighbridge
app-tagline = Sopese modelos de lenguaje de pesos abiertos y propietarios antes de decidir
start-headline = ¿Qué quiere sopesar?
start-compare = Comparar opciones
    .help = Una carga típica con una API, un modelo alojado y GPU alquiladas, calculada al momento.
start-samples = Casos de ejemplo
start-recent = Recientes
start-recovered = Se ha encontrado trabajo sin guardar de { $time }.

## Buttons

button-add = Añadir
button-add-option = Añadir opción…
button-apply = Aplicar
button-back = Atrás
button-cancel = Cancelar
button-choose = Elegir…
button-close = Cerrar
button-copy = Copiar
button-delete = Eliminar
button-discard = No guardar
button-duplicate = Duplicar
button-edit = Editar…
button-explain = ¿Por qué este número?
button-export = Exportar…
button-move-down = Bajar
button-move-up = Subir
button-new = Nuevo
button-next = Siguiente
button-ok = Aceptar
button-open = Abrir…
button-redo = Rehacer
button-remove = Quitar
button-rename = Cambiar nombre…
button-reset = Restablecer
button-restore = Restaurar
button-save = Guardar
button-save-as = Guardar como…
button-search = Buscar…
button-try-again = Reintentar
button-undo = Deshacer
button-update = Actualizar…

## Menus and settings

menu-file = Archivo
menu-edit = Edición
menu-view = Ver
menu-help = Ayuda
settings = Configuración
settings-language = Idioma
settings-theme = Tema
settings-zoom = Zoom
theme-light = Claro
theme-dark = Oscuro
theme-high-contrast = Alto contraste
theme-system = Como el sistema

## Files

file-unsaved = Cambios sin guardar
file-saved = Guardado
file-untitled = Sin título
file-path = Ruta del archivo
file-save-question = ¿Guardar los cambios de { $name }?
file-overwrite-question = { $name } ya existe. ¿Reemplazarlo?

## Counts

count-options = { $count ->
        [one] { $count } opción
       *[other] { $count } opciones
    }
count-months = { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
count-changes = { $count ->
        [one] { $count } cambio
       *[other] { $count } cambios
    }
count-faults = { $count ->
        [one] { $count } fallo
       *[other] { $count } fallos
    }
count-samples = { $count ->
        [one] { $count } muestra
       *[other] { $count } muestras
    }

## Values

value-unknown = desconocido
value-undisclosed = no divulgado
value-none = ninguno
value-yes = Sí
value-no = No
value-range = de { $low } a { $high }
value-default = Predeterminado { $value }
value-allowed = Se admite de { $low } a { $high }

## Where a figure comes from

origin-default = Valor inicial
    .help = Valor inicial del programa; nadie lo ha revisado todavía.
origin-preset = Del catálogo
    .detail = { $source }, consulta: { $date }
origin-measured = Medido
    .detail = Medido en la ejecución { $run }
origin-entered = Introducido
    .detail = Introducido por { $by } el { $date }
origin-estimated = Estimado
    .detail = Estimado, con un error de ±{ $error } aproximadamente
quality-published = publicado
    .help = Leído en la página de quien lo publica.
quality-secondary = de segunda mano
    .help = Leído en una copia de la página de quien lo publica.
quality-derived = derivado
    .help = Calculado a partir de cifras publicadas.
quality-entered = introducido
    .help = Introducido por una persona.
quality-weak = débil
    .help = Contradictorio, antiguo o de origen poco claro.
quality-assumed = supuesto
    .help = No lo ha publicado nadie; es un juicio experto.
quality-note = Calidad de la fuente { $quality }
age-old = Consultado hace { $days } días; compruébelo antes de usarlo.

## Range of an uncertain figure

range-low = Bajo
range-base = Base
range-high = Alto
range-low-to-high = Bajo, base, alto

## Tables and explanations

column-option = Opción
column-model = Modelo
column-source = Fuente
column-date = Fecha
column-value = Valor
column-unit = Unidad
column-note = Nota
explain-title = ¿Por qué { $value }?
explain-formula = Fórmula
explain-inputs = Datos de entrada
explain-go-to-input = Ir a este dato

## Months of the horizon

month-number = Mes { $month }
year-number = Año { $year }
