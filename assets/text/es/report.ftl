# The printed report.

## Title page

report-title = Modelos de lenguaje de pesos abiertos o propietarios
report-of-date = Informe del { $date }
report-case-date = Caso del { $date }
report-made-with = Elaborado con Weighbridge { $version }
report-page = Página { $page } de { $pages }

## Sections

report-section-decision = La decisión
report-section-options = Las opciones
report-section-results = Resultados
report-section-charts = Gráficos
report-section-findings = Lo que conviene saber
report-section-assumptions = Supuestos
report-section-sources = Fuentes
report-section-method = Cómo se ha calculado

## Sentences

report-answer = { $option } es lo más barato, { $cost } en { $months }; le sigue { $second }, { $difference } más caro.
report-answer-only = { $option } es la única opción viable, por { $cost } en { $months }.
report-answer-none = Ninguna opción es viable tal como está.
report-currency-note = Calculado en dólares y mostrado en { $currency } al cambio de { $rate } del { $date }.
report-old-note = Los registros marcados con † se consultaron más de { $days } días antes de la fecha del caso.
report-doubtful-note = Los valores marcados con ? son débiles o supuestos.
report-undated-rate = sin fecha
