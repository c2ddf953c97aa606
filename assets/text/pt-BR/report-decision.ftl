# The decision in sentences and tables, on paper and without a window.

## What to do

report-basis-decision = O benefício líquido é o que vale o valor de uma opção ({ $point } por ponto de cem) menos o valor presente líquido de seu custo a { $rate }. A frase trata do caso base, com cada dado em seu valor central; as probabilidades tratam de todos os intervalos ao mesmo tempo.
report-basis-odds = Comparação pelo valor presente líquido de todo o custo a { $rate }. A frase trata do caso base, com cada dado em seu valor central; as probabilidades tratam de todos os intervalos ao mesmo tempo.

## Why, what would turn it round, and what to find out

report-reasons = Por quê
report-flips = O que inverteria a escolha
report-find-out-heading = O que descobrir primeiro
report-no-flips = Nada do que foi examinado inverte a escolha sozinho.
report-find-out = { $input }: saber isso de antemão vale até { $value }. { $how }
report-find-out-nothing = Nenhuma incerteza isolada vale a pena ser esclarecida antes de escolher.
report-everything-known = Saber tudo de antemão vale no máximo { $value }.
report-how-ask = Pergunte a quem sabe e ponha a resposta no lugar do intervalo.
report-how-measure = Cronometre o modelo na máquina em que ele rodaria.
report-how-pilot = Teste com tarefas reais em um piloto.
report-how-logs = Tire-o dos registros do que está em uso hoje.

## Gates

report-section-gates = Os requisitos
report-gates-note = Cada requisito é julgado uma só vez e só exclui com base no que se sabe. “Ainda não se sabe” quer dizer que a evidência virá depois e o requisito não exclui. A porcentagem diz em quantos de todos os futuros ele excluiria.
report-verdict-all-passed = Em disputa
report-verdict-no-cost = Fora porque seu custo não pode ser calculado.
report-verdict-unknown-gates = Ainda não se sabe: { $gates }.
report-verdict-would-close = Seria excluída em { $share } dos futuros: { $gate }.

## Odds

report-section-odds = Qual é a certeza
report-section-tornado = O que move a vantagem
report-column-verdict = Situação
report-column-best-futures = Melhor em, de { $count } futuros
report-column-cheapest-futures = Mais barata em, de { $count } futuros
report-column-low = Baixo
report-column-middle = Médio
report-column-high = Alto
report-column-regret = Arrependimento esperado, { $currency }
report-odds-note = Benefício líquido em { $currency }, em { $draws } sorteios de todos os intervalos ao mesmo tempo: um em dez abaixo do valor baixo, metade abaixo do médio, nove em dez abaixo do alto. O arrependimento esperado é quanto a opção fica em média aquém da melhor escolha.
report-no-odds = As probabilidades não puderam ser calculadas: { $reason }
report-note-npv-range = Abaixo do valor presente está o intervalo em que ele fica em oito de cada dez futuros.
report-no-ranges = Nenhum dado que importa aqui tem intervalo, por isso nada se diz sobre a certeza.

## Value

report-section-value = Quanto valem as opções
report-column-criterion = Critério
report-column-weight = Peso
report-column-stable = Peso estável
report-row-value = Valor, pontos de cem
report-row-worth = Esse valor em { $currency }
report-row-cost = Menos o valor presente do custo
report-row-net-benefit = Benefício líquido
report-value-note = Pontos que cada critério soma ao valor de cada opção; as colunas têm os números das opções. ? marca o que ninguém sabe ainda, e o meio da escala fica em seu lugar; ‡ marca um dado além de um extremo da escala, onde diferenças já não contam.
report-stable-note = A última coluna diz entre quais pesos desse critério, sozinho, a mesma opção continua a melhor.

## Participants and other methods

report-section-participants = Quem dá que pesos
report-column-participant = Participante
report-column-elicitation = Perguntado por
report-column-choice = Escolheria
report-column-distance = Distância do grupo
report-column-consistency = Coerência
report-elicitation-swings = Saltos
report-elicitation-ranks = Uma ordem
report-elicitation-pairs = Comparações em pares
report-consistency-green = boa
report-consistency-amber = reveja { $criteria }
report-consistency-red = contraditória demais; comece por { $criteria }
report-agreement = Outros métodos concordam?
report-agree = { $count ->
        [one] { $methods } põe { $option } em primeiro lugar.
       *[other] { $methods } põem { $option } em primeiro lugar.
    }
report-method-name-weighted-sum = a soma ponderada
report-method-name-topsis = TOPSIS
report-method-name-promethee-ii = PROMETHEE II
report-method-name-minimax-regret = o menor arrependimento máximo
report-method-name-cheapest = só o custo
report-caring-mainly = { $option } vem em primeiro em { $share } de todas as ponderações possíveis, sobretudo quando { $criteria } pesam muito.
report-never-first = { $count ->
        [one] { $options } não vem em primeiro em nenhuma ponderação testada.
       *[other] { $options } não vêm em primeiro em nenhuma ponderação testada.
    }

## What if, and looking again

report-section-what-ifs = E se
report-column-future = Futuro
report-future-base = Como está
report-what-ifs-note = Arrependimento em { $currency }: quanto cada opção fica aquém da melhor do mesmo futuro. A opção com o menor arrependimento máximo é { $option }.
report-row-largest = Maior arrependimento
report-review = Comece com { $option } e reveja após { $months }: a segunda avaliação vale em média { $value }.
report-review-nothing = Rever após { $months } não vale nada aqui: nenhuma opção seria trocada por outra.
report-review-change = Em { $share } dos futuros, { $option } será então a melhor.

## Annex

report-group-assessment = Avaliações
report-group-weight = Pesos
report-group-gate = Limites dos requisitos
report-group-money-axis = Quanto vale o valor
report-group-review = Rever a escolha
report-method-odds = As probabilidades vêm de { $draws } sorteios de todos os intervalos ao mesmo tempo, por { $method } com a semente { $seed }; o mesmo caso, com os mesmos sorteios, método e semente, dá os mesmos números.
report-method-value = Cada escala de valor tem extremos fixos, de modo que uma opção a mais não muda os pontos de ninguém; o custo entra uma só vez.
report-method-latin-hypercube = hipercubo latino
report-method-sobol = sequência de Sobol’ embaralhada
report-framework = Os critérios seguem a estrutura “{ $title }” de { $date }.
report-condition-yes = Vale: { $statement }
report-condition-no = Não vale: { $statement }
report-conditions = O que se disse sobre o cliente
