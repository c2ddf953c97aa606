# The printed report.

## Title page

report-title = Modelos de linguagem de pesos abertos ou proprietários
report-of-date = Relatório de { $date }
report-case-date = Caso de { $date }
report-made-with = Feito com Weighbridge { $version }
report-page = Página { $page } de { $pages }

## Sections

report-section-decision = A decisão
report-section-options = As opções
report-section-results = Resultados
report-section-charts = Gráficos
report-section-findings = O que saber
report-section-assumptions = Premissas
report-section-sources = Fontes
report-section-method = Como foi calculado

## Sentences

report-answer = { $option } custa menos, { $cost } em { $months }; { $second } vem a seguir, { $difference } mais caro.
report-answer-only = { $option } é a única opção viável, por { $cost } em { $months }.
report-answer-none = Nenhuma opção é viável como está.
report-currency-note = Calculado em dólares e mostrado em { $currency } ao câmbio de { $rate } de { $date }.
report-old-note = Registros marcados com † foram lidos mais de { $days } dias antes da data do caso.
report-doubtful-note = Valores marcados com ? são fracos ou supostos.
report-undated-rate = sem data
