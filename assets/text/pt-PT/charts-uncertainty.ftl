# Charts of odds, and of what moves them: names, message titles, reading aids, tables.

## Names

chart-futures = Cinquenta futuros
chart-difference-tornado = O que move a diferença
chart-spider = Variações relativas
chart-regret = Arrependimento esperado
chart-exceedance = Probabilidade de exceder um custo
chart-chance-cheapest = Probabilidade de custar menos, por volume
chart-loss-over-volume = Perda esperada, por volume
chart-break-even-map = Mapa de equilíbrio
chart-rank-shares = Posições em todas as ponderações
chart-central-weights = Quem escolheria o quê

## Titles are messages

chart-title-futures-cost = { $option } custa menos do que { $other } em { $count } de { $all } futuros
chart-title-futures-benefit = { $option } fica à frente de { $other } em { $count } de { $all } futuros
chart-title-futures-even-cost = { $option } e { $other } custam menos, cada qual, em { $count } de { $all } futuros
chart-title-futures-even-benefit = { $option } e { $other } ficam à frente, cada qual, em { $count } de { $all } futuros
chart-title-futures-same-cost = { $option } e { $other } custam o mesmo em todos os futuros
chart-title-futures-same-benefit = { $option } e { $other } são igualmente bons em todos os futuros
chart-title-tornado-nothing = Nenhum dado incerto move a diferença
chart-title-tornado-steady = Nenhum dado, por si só, inverte a ordem; { $input } é o que mais a move
chart-title-tornado-one-cost = { $input } é o único dado que pode, por si só, inverter qual custa menos
chart-title-tornado-one-benefit = { $input } é o único dado que pode, por si só, inverter qual é melhor
chart-title-tornado-several-cost = { $count ->
        [one] { $count } dado pode inverter qual custa menos: { $input }
       *[other] { $count } dados podem, cada um, inverter qual custa menos, sobretudo { $input }
    }
chart-title-tornado-several-benefit = { $count ->
        [one] { $count } dado pode inverter qual é melhor: { $input }
       *[other] { $count } dados podem, cada um, inverter qual é melhor, sobretudo { $input }
    }
chart-title-spider = { $input } é o que mais move a diferença: { $amount } nas variações mostradas
chart-title-regret = { $option } tem o menor arrependimento esperado, { $amount }
chart-title-regret-none = { $option } é a melhor escolha em todos os futuros
chart-title-exceedance = { $option } fica abaixo de { $amount } em nove de cada dez futuros, o menor valor de todos
chart-title-exceedance-alone = { $option } fica abaixo de { $amount } em nove de cada dez futuros
chart-title-chance-always = { $option } é o que mais provavelmente custa menos em todos os volumes mostrados
chart-title-chance-once = { $first } é o que mais provavelmente custa menos até { $volume } pedidos por mês; acima disso, { $second }
chart-title-chance-changes = { $count ->
        [one] A opção que mais provavelmente custa menos muda { $count } vez entre { $low } e { $high } pedidos por mês
       *[other] A opção que mais provavelmente custa menos muda { $count } vezes entre { $low } e { $high } pedidos por mês
    }
chart-title-loss-always = { $option } tem a menor perda esperada em todos os volumes mostrados
chart-title-loss-once = { $first } tem a menor perda esperada até { $volume } pedidos por mês; acima disso, { $second }
chart-title-loss-changes = { $count ->
        [one] A opção com a menor perda esperada muda { $count } vez entre { $low } e { $high } pedidos por mês
       *[other] A opção com a menor perda esperada muda { $count } vezes entre { $low } e { $high } pedidos por mês
    }
chart-title-map-always = { $option } está à frente em todo o mapa
chart-title-map-largest = { $option } está à frente na área maior do mapa
chart-title-map-between = { $option } está à frente neste caso, enquanto { $input } ficar entre { $low } e { $high }
chart-title-map-above = { $option } está à frente neste caso, enquanto { $input } ficar acima de { $low }
chart-title-map-below = { $option } está à frente neste caso, enquanto { $input } ficar abaixo de { $high }
chart-title-map-across = { $option } está à frente neste caso qualquer que seja { $input } e só perde a vez se { $other } mudar
chart-title-ranks = { $option } fica em primeiro em { $share } de todas as ponderações
chart-title-central-weights = Escolheria { $option } se o que mais lhe importasse fosse { $criterion }
chart-title-central-weights-alone = Todas as ponderações escolhem { $option }

## Subtitles: unit and reading aid

chart-subtitle-cumulative-band = Custo do início ao fim de cada mês, { $unit }, sem atualização; uma faixa contém oito de cada dez futuros, de P10 a P90, e a linha ponteada é a mediana
chart-subtitle-futures-cost = Cada ponto é um de { $count } futuros igualmente prováveis, colocado pela diferença de custo em { $months }, { $unit }
chart-subtitle-futures-benefit = Cada ponto é um de { $count } futuros igualmente prováveis, colocado pela diferença de benefício líquido em { $months }, { $unit }
chart-subtitle-futures-these-two = { $what }; só se comparam estas duas, e outra opção pode ser ainda melhor
chart-subtitle-tornado-cost = Diferença de custo, { $unit }, com cada dado por si só em P10 e em P90; o vermelho às riscas fica além de zero, onde a ordem se inverte
chart-subtitle-tornado-benefit = Diferença de benefício líquido, { $unit }, com cada dado por si só em P10 e em P90; o vermelho às riscas fica além de zero, onde a ordem se inverte
chart-subtitle-spider-cost = O que { $option } poupa face a { $other }, { $unit }, quando um dado por si só se afasta deste caso
chart-subtitle-spider-benefit = Vantagem de { $option } sobre { $other } em benefício líquido, { $unit }, quando um dado por si só se afasta deste caso
chart-subtitle-regret = Quanto cada opção fica em média aquém da melhor escolha do mesmo futuro, { $unit }
chart-subtitle-exceedance = Parte dos futuros, %, em que o valor atual líquido do custo em { $months } excede um valor; mais baixo e mais à esquerda é melhor
chart-subtitle-chance = Parte dos futuros, %, em que cada opção custa menos
chart-subtitle-loss = Quanto cada opção custa em média acima da mais barata do mesmo futuro, { $unit }
chart-subtitle-map-cost = Em cada área há uma opção que custa menos; nas linhas entre elas, duas custam o mesmo
chart-subtitle-map-benefit = Em cada área há uma opção com o maior benefício líquido; nas linhas entre elas, duas igualam-se
chart-subtitle-ranks = Parte de todas as ponderações dos critérios, %, que põe a opção em cada posição
chart-subtitle-central-weights = Peso médio de cada critério, %, nas ponderações que escolhem a opção; todos iguais seriam { $share }

## Marks and axes

chart-side-cost = { $option } custa menos
chart-side-benefit = { $option } é melhor
chart-here = Este caso
chart-axis-move = Variação do dado, %
chart-axis-npv = Valor atual líquido do custo, { $unit }
chart-rank = Posição { $rank }

## Summaries, tables and source line

chart-futures-range-cost = { $option } poupa { $low } em P10, { $middle } na mediana e { $high } em P90
chart-futures-range-benefit = { $option } tem vantagem de { $low } em P10, { $middle } na mediana e { $high } em P90
chart-range-of = { $option } fica entre { $low } e { $high } em oito de cada dez futuros
chart-column-future = Futuro
chart-column-lead-cost = Poupança de { $option }
chart-column-lead-benefit = Vantagem de { $option }
chart-column-ahead-cost = Custa menos
chart-column-ahead-benefit = É melhor
chart-column-lead-low-cost = Poupança de { $option } em P10
chart-column-lead-high-cost = Poupança de { $option } em P90
chart-column-lead-low-benefit = Vantagem de { $option } em P10
chart-column-lead-high-benefit = Vantagem de { $option } em P90
chart-column-input = Dado
chart-column-criterion = Critério
chart-column-exceeded-in = Excedido em
chart-column-low = { $option }, P10
chart-column-middle = { $option }, mediana
chart-column-high = { $option }, P90
chart-source-draws = { $draws ->
        [one] { $draws } sorteio dos intervalos, semente { $seed }
       *[other] { $draws } sorteios dos intervalos, semente { $seed }
    }
