# Charts: names, axes, message titles, source lines.

## Names

chart-cumulative-cost = Coste acumulado
chart-cost-breakdown = Desglose del coste
chart-break-even = Punto de equilibrio según el volumen
chart-cost-capability = Coste frente a capacidad

## Titles are messages

chart-title-cumulative-cheapest = { $option } es lo más barato al cabo de { $months }
chart-title-cumulative-crossing = { $option } pasa a ser lo más barato en el mes { $month }
chart-title-breakdown-largest = { $line } es el mayor coste de { $option }, con un { $share }
chart-title-break-even-one = { $first } y { $second } cuestan lo mismo con { $volume }
chart-title-break-even-several = { $count ->
        [one] { $first } y { $second } cuestan lo mismo en { $count } volumen
       *[other] { $first } y { $second } cuestan lo mismo en { $count } volúmenes
    }
chart-title-break-even-none = { $option } es más barato con cualquier volumen mostrado
chart-title-cost-capability = { $option } tiene la mejor puntuación, { $score }

## Axes

axis-month = Mes
axis-cost = Coste
axis-cumulative-cost = Coste acumulado
axis-monthly-cost = Coste al mes
axis-requests-per-month = Peticiones al mes
axis-score = Puntuación
axis-option = Opción
axis-in-unit = { $axis }, { $unit }

## Source line and notes

chart-source = Fuente { $source }
chart-source-case = Caso «{ $title }» del { $date }
chart-source-presets = { $count ->
        [one] { $count } registro del catálogo, consultado en { $oldest }
       *[other] { $count } registros del catálogo, consultados desde { $oldest }
    }
chart-note-undiscounted = Sin descontar
chart-note-estimated = Caudal estimado
chart-note-without-score = Sin puntuación en este grupo
chart-note-does-not-fit = No cabe en la memoria
chart-empty = Todavía no hay nada que dibujar

## Around a chart

chart-table = Tabla
chart-summary = Resumen
chart-export = Exportar gráfico…
chart-copy = Copiar gráfico
chart-copy-table = Copiar tabla
