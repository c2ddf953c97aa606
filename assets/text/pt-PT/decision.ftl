# A página da decisão e a barra que nunca desaparece.

## Probabilidades

decision-futures = { $count } de { $all }
decision-no-ranges = Nenhuma entrada que pese aqui tem intervalo; por isso não há probabilidades a indicar.
decision-odds-waiting = As probabilidades estão a ser calculadas.
decision-odds-first = Primeiras probabilidades com { $draws } sorteios; { $done } dos { $all } sorteios concluídos.
decision-odds-stale = As probabilidades mostradas são as do caso antes da última alteração; as novas estão a caminho.
decision-odds-stopped = Interrompido: as probabilidades mostradas assentam em { $draws } sorteios em vez de { $all }.
decision-odds-stop = Parar
decision-odds-go-on = Continuar
decision-odds-to-range = Ir para o intervalo
decision-odds-broke-off = Não foi possível calcular as probabilidades por uma falha do programa; tudo o resto mantém-se.

## Porquê, e o que a inverteria

decision-reasons = Porquê esta
decision-flips-nothing = Nada do que foi examinado a inverte por si só.
decision-flips-inputs = Entradas, uma a uma
decision-flips-inputs-aid = Onde { $second } passa a ser melhor escolha do que { $first } se uma só entrada mudar.
decision-flips-inputs-none = Nenhuma destas entradas, por si só, torna { $second } a melhor escolha.
decision-go-to-input = Ir para a entrada

## O que vale descobrir

decision-worth = Vale a pena descobrir
decision-worth-aid = No máximo quanto vale conhecer uma entrada antes de escolher, com o erro desse valor.
decision-worth-up-to = Vale até
decision-worth-how = Como
decision-worth-nothing = Nenhuma incógnita, por si só, vale ser descoberta antes de escolher.
decision-worth-everything = Saber tudo de antemão vale no máximo { $value }.

## Lado a lado

decision-value = Valor
decision-net-benefit = Benefício líquido
decision-cheapest-futures = Mais barata em
decision-best-futures = Melhor em
decision-chosen = a que se escolhe
decision-behind = vale menos { $difference }
decision-dominated = mais cara do que { $option } em qualquer probabilidade

## Outros métodos concordam?

decision-agreement = Outros métodos concordam?
decision-methods-agree = { $option } fica em primeiro segundo { $methods }.
decision-method-weighted-sum = o valor por si só
decision-method-topsis = TOPSIS
decision-method-promethee-ii = PROMETHEE II
decision-method-minimax-regret = o menor arrependimento máximo
decision-method-cheapest = o custo por si só
decision-participants = { $count } de { $all } participantes escolheriam o mesmo.
decision-participant-prefers = { $participant } escolheria { $option }.

## Para analistas

decision-analysts = Para analistas
decision-analysts-aid = arrependimento, sensibilidade, pesos, futuros, resultados, amostragem
decision-section-odds = Arrependimento e volume
decision-section-sensitivity = Sensibilidade
decision-section-weights = Pesos
decision-section-futures = E se
decision-section-results = Todos os resultados
decision-results = A dispersão de cada resultado
decision-results-aid = Em todos os sorteios, uma opção de cada vez.
decision-results-compute = Calcular
decision-results-low = Um em dez abaixo
decision-results-middle = Metade abaixo
decision-results-high = Nove em dez abaixo
decision-section-sampling = Amostragem
decision-evpi = Saber tudo de antemão vale { $value } em média (erro ± { $error }): o menor arrependimento esperado.
decision-map-across = Na horizontal
decision-map-up = Na vertical
decision-indices = De onde vem a dispersão da diferença de custo
decision-indices-aid = Índices de Sobol’ de uma execução própria: cada entrada por si só e com tudo com que age em conjunto.
decision-indices-compute = Calcular
decision-indices-done = { $count ->
        [one] { $count } entrada concluída.
       *[other] { $count } entradas concluídas.
    }
decision-indices-first = Sozinha
decision-indices-total = Em conjunto
decision-indices-none = A diferença não varia; não há nada a repartir.
decision-no-criteria = Este caso não tem critérios, por isso só o custo decide; o passo das prioridades acrescenta-os.
decision-stability = Quanto cada peso pode mudar
decision-stability-aid = Entre estes pesos escolhe-se a mesma opção, mantendo os outros critérios as suas proporções.
decision-criterion = Critério
decision-weight = Peso
decision-weight-from = De
decision-weight-to = Até
decision-weight-below = Abaixo disso
decision-weight-above = Acima disso
decision-people = O que cada participante escolheria
decision-people-aid = Só pelos próprios pesos; a distância é o quanto se afastam dos pesos do grupo.
decision-person = Participante
decision-would-choose = Escolheria
decision-distance = Distância
decision-what-ifs = Futuros inteiros
decision-what-ifs-title = { $option } tem o menor arrependimento máximo nestes futuros
decision-what-ifs-aid = Benefício líquido em cada futuro e, em letra pequena, quanto a opção fica abaixo da melhor desse futuro.
decision-what-ifs-none = Este caso não descreve futuros para ver por inteiro.
decision-future = Futuro
decision-future-as-it-is = Como está
decision-regret = arrependimento { $amount }
decision-regret-none = a melhor aqui
decision-regret-largest = Maior arrependimento
decision-review = Olhar de novo mais tarde
decision-review-aid = Benefício líquido esperado de começar com uma opção, com e sem troca na segunda avaliação.
decision-review-start = Comece com { $option } e olhe de novo após { $months }: a segunda avaliação vale { $value } em média.
decision-review-none = Ninguém volta a olhar dentro do horizonte deste caso.
decision-review-start-with = Começar com
decision-review-with = Com segunda avaliação
decision-review-without = Sem
decision-review-change = Em { $share } dos futuros, { $option } é já a melhor nessa altura.
decision-sampling-aid = Guardada com o caso, para que as probabilidades sejam as mesmas no próximo ano.
decision-sampling-draws = Sorteios
    .help = Quantos futuros são sorteados de todos os intervalos de uma vez.
decision-sampling-seed = Semente
    .help = A mesma semente dá os mesmos sorteios.
decision-sampling-method = Como os sorteios são distribuídos
decision-sampling-latin-hypercube = Hipercubo latino
decision-sampling-sobol = Sequência de Sobol’ baralhada
decision-sampling-together = { $count ->
        [one] { $count } par de entradas move-se em conjunto.
       *[other] { $count } pares de entradas movem-se em conjunto.
    }
decision-sampling-drawn = As probabilidades desta página assentam em { $draws } sorteios.

## A barra que nunca desaparece

window-fact-recommended = Recomendada
window-fact-odds = Melhor em
window-choice-below = Abaixo de { $volume }, escolhe-se { $option }.
window-choice-above = Acima de { $volume }, escolhe-se { $option }.
window-choice-none-below = Abaixo de { $volume }, nenhuma opção cumpre todos os requisitos.
window-choice-none-above = Acima de { $volume }, nenhuma opção cumpre todos os requisitos.

## Alterações

edit-sampling = alteração da amostragem
