# Charts: names, axes, message titles, source lines.

## Names

chart-cumulative-cost = Custo acumulado
chart-cost-breakdown = Composição do custo
chart-break-even = Ponto de equilíbrio por volume
chart-cost-capability = Custo e capacidade
chart-cost-against-capability = Custo e capacidade

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
chart-title-alone = { $option } custa { $cost } em { $months }
chart-title-same-cost = Todas as opções custam o mesmo em { $months }
chart-title-volume-always = { $option } custa menos em todos os volumes mostrados
chart-title-volume-once = { $first } custa menos até { $volume } requisições por mês; acima disso, { $second }
chart-title-volume-changes = { $count ->
        [one] A opção mais barata muda { $count } vez entre { $low } e { $high } requisições por mês
       *[other] A opção mais barata muda { $count } vezes entre { $low } e { $high } requisições por mês
    }
chart-title-capability-alone = { $option } tem pontuação de { $score } e custa { $cost }
chart-title-capability-both = { $option } tem a melhor pontuação, { $score }, e custa menos
chart-title-capability-trade = { $best } tem a melhor pontuação, { $score }; { $cheapest } custa { $saving } a menos e tem { $other }
chart-title-no-scores = Nenhuma opção tem pontuação ainda

## Subtitles: unit and reading aid

chart-subtitle-cumulative = Custo do início ao fim de cada mês, { $unit }, sem desconto
chart-subtitle-breakdown = Custo em { $months } por componente, { $unit }, sem desconto
chart-subtitle-break-even = Valor presente de todo o custo, distribuído por igual, { $currency } por mês; o fundo tem a cor da opção que custa menos
chart-subtitle-capability = Valor presente líquido do custo em { $months } e { $score }; um contorno marca uma pontuação não publicada
chart-this-case = Este caso, { $value }

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
