# Charts: names, axes, message titles, source lines.

## Names

chart-cumulative-cost = Coste acumulado
chart-cost-breakdown = Desglose del coste
chart-break-even = Punto de equilibrio según el volumen
chart-cost-capability = Coste frente a capacidad
chart-cost-against-capability = Coste frente a capacidad

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
chart-title-alone = { $option } cuesta { $cost } en { $months }
chart-title-same-cost = Todas las opciones cuestan lo mismo en { $months }
chart-title-volume-always = { $option } es lo que menos cuesta con cualquier volumen mostrado
chart-title-volume-once = { $first } es lo que menos cuesta hasta { $volume } peticiones al mes; por encima, { $second }
chart-title-volume-changes = { $count ->
        [one] La opción más barata cambia { $count } vez entre { $low } y { $high } peticiones al mes
       *[other] La opción más barata cambia { $count } veces entre { $low } y { $high } peticiones al mes
    }
chart-title-capability-alone = { $option } obtiene { $score } y cuesta { $cost }
chart-title-capability-both = { $option } tiene la mejor puntuación, { $score }, y es lo que menos cuesta
chart-title-capability-trade = { $best } tiene la mejor puntuación, { $score }; { $cheapest } cuesta { $saving } menos y obtiene { $other }
chart-title-no-scores = Ninguna opción tiene puntuación todavía

## Subtitles: unit and reading aid

chart-subtitle-cumulative = Coste desde el inicio hasta el final de cada mes, { $unit }, sin descontar
chart-subtitle-breakdown = Coste en { $months } por partida, { $unit }, sin descontar
chart-subtitle-break-even = Valor actual de todo el coste, repartido por igual, { $currency } al mes; el fondo tiene el color de la opción que menos cuesta
chart-subtitle-capability = Valor actual neto del coste en { $months } frente a { $score }; un contorno marca una puntuación no publicada
chart-this-case = Este caso, { $value }

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
