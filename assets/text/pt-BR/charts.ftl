# Charts: names, axes, message titles, source lines.

## Names

chart-cumulative-cost = Custo acumulado
chart-cost-breakdown = Composição do custo
chart-break-even = Ponto de equilíbrio por volume
chart-cost-capability = Custo e capacidade

## Titles are messages

chart-title-cumulative-cheapest = { $option } custa menos ao fim de { $months }
chart-title-cumulative-crossing = { $option } passa a ser o mais barato no mês { $month }
chart-title-breakdown-largest = { $line } é o maior custo de { $option }, com { $share }
chart-title-break-even-one = { $first } e { $second } custam o mesmo com { $volume }
chart-title-break-even-several = { $count ->
        [one] { $first } e { $second } custam o mesmo em { $count } volume
       *[other] { $first } e { $second } custam o mesmo em { $count } volumes
    }
chart-title-break-even-none = { $option } é mais barato em todo volume mostrado
chart-title-cost-capability = { $option } tem a melhor nota, { $score }

## Axes

axis-month = Mês
axis-cost = Custo
axis-cumulative-cost = Custo acumulado
axis-monthly-cost = Custo por mês
axis-requests-per-month = Requisições por mês
axis-score = Nota
axis-option = Opção
axis-in-unit = { $axis }, { $unit }

## Source line and notes

chart-source = Fonte { $source }
chart-source-case = Caso “{ $title }” de { $date }
chart-source-presets = { $count ->
        [one] { $count } registro do catálogo, lido em { $oldest }
       *[other] { $count } registros do catálogo, lidos a partir de { $oldest }
    }
chart-note-undiscounted = Sem desconto
chart-note-estimated = Taxa de geração estimada
chart-note-without-score = Sem nota neste grupo
chart-note-does-not-fit = Não cabe na memória
chart-empty = Nada a mostrar ainda

## Around a chart

chart-table = Tabela
chart-summary = Resumo
chart-export = Exportar gráfico…
chart-copy = Copiar gráfico
chart-copy-table = Copiar tabela
