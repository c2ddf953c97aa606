# The pages of question, workload and options.

## Question: the sentence over the page

question-headline-cheapest = { $options } em { $months }: { $cheapest } custa menos
question-headline-one = Uma opção em { $months }: { $cheapest }
question-headline-none = Nenhuma de { $options } em { $months } é viável tal como está
question-line-no-options = Diga o que se quer decidir e por quanto tempo; depois adicione pelo menos duas opções para comparar.
question-line-none = O passo das opções diz o que impede cada uma.
question-line-one = Adicione outra opção para comparar.
question-line-second = { $cost } em valor atual, { $share } menos do que { $second }; data do caso: { $date }.
question-line-only = { $cost } em valor atual; data do caso: { $date }.

## Question: the cards

question-card-case = A decisão
    .help = Por palavras suas; abrem o relatório.
question-card-time = Quando, e até onde
    .help = Tudo recebe os preços da data e é somado ao longo do horizonte.
question-card-money = Dinheiro
    .help = Os preços são escritos em dólares, como nas listas; os resultados aparecem na sua moeda.
question-currency-search = Procurar moedas
question-other-language = Outra língua
question-bad-language = «{ $text }» não é um código de língua; escreva duas ou três letras, eventualmente com um país: gl, pt-BR.

## Languages of the world, as they stand in a list

language-en = Inglês
language-pt = Português
language-es = Espanhol
language-fr = Francês
language-de = Alemão
language-it = Italiano
language-nl = Neerlandês
language-pl = Polaco
language-sv = Sueco
language-da = Dinamarquês
language-fi = Finlandês
language-el = Grego
language-ro = Romeno
language-uk = Ucraniano
language-tr = Turco
language-ar = Árabe
language-hi = Hindi
language-zh = Chinês
language-ja = Japonês
language-ko = Coreano

## Workload: the sentence over the page

workload-headline-even = { $requests } pedidos por mês, mês após mês
workload-headline = { $requests } pedidos por mês passam a { $last } no mês { $month }
workload-line = Em média { $input } tokens de entrada e { $output } de saída: os modelos tratam { $tokens } tokens no primeiro mês.

## Workload: the cards

workload-card-volume = Volume
    .help = Quantos pedidos, quanto crescem e quem pergunta.
workload-tokens = Os modelos tratam { $now } tokens no primeiro mês e { $last } no mês { $month }; { $all } no total.
workload-card-size = Tamanho de um pedido
    .help = Em tokens, como nas faturas, ou em palavras, como as pessoas contam.
workload-input-words = A mesma entrada em palavras
workload-output-words = A mesma saída em palavras
workload-words = palavras
workload-word-rate = { $rate } tokens por palavra, { $language }, { $quality }
    .help = Depende do tokenizador; conte com o seu próprio texto.
workload-card-shape = Forma ao longo do dia
    .help = Compram-se máquinas para a hora de ponta; as chamadas que falham são repetidas.
workload-shape = Uma hora ativa média traz { $average } chamadas por segundo; a de ponta, { $busiest }.
workload-card-savings = O que se pode poupar
    .help = A cache e os lotes reduzem a fatura onde a lista de preços os premeia.
workload-savings = { $requests } pedidos dão { $calls } chamadas no primeiro mês; { $plain } da entrada é paga na íntegra.
workload-card-targets = Com que rapidez as respostas devem chegar
    .help = As opções cuja estimativa não atinge a meta avisam.
workload-no-target = Nenhuma
workload-usual-targets = Valores usuais, { $field }
workload-first-token-none = Nada se exige; as respostas podem começar quando for.
workload-first-token-flow = Até um segundo, o fluxo do pensamento não se interrompe.
workload-first-token-attention = As pessoas notam a espera, mas ficam; ao fim de dez segundos passam a outra coisa.
workload-first-token-lost = Para lá de dez segundos as pessoas passam a outra coisa; só para trabalho em segundo plano.
workload-speed-none = Nada se exige; as respostas podem ser escritas a qualquer velocidade.
workload-speed-slow = Cerca de { $words } palavras por minuto: mais devagar do que se lê ({ $reading }).
workload-speed-comfortable = Cerca de { $words } palavras por minuto: confortável, pois leem-se { $reading }.
workload-speed-fast = Cerca de { $words } palavras por minuto: muito além da leitura ({ $reading }); para ler na diagonal e para programas.

## Options: the sentence over the page

options-headline = { $open } de { $options } usam pesos abertos; { $cheapest } custa menos
options-headline-one = Uma só opção ainda não tem com que ser comparada
options-headline-none = Nenhuma opção é viável tal como está
options-headline-impossible = { $count ->
        [one] Uma de { $options } não é viável tal como está
       *[other] { $count } de { $options } não são viáveis tal como estão
    }
options-line = Preços, fins de venda e idades valem em { $date }; o que foi copiado para uma opção fica até o mudar.
options-empty = Ainda não há opções. Adicione uma do catálogo ou introduza a sua.
options-removed = «{ $option }» foi removida.

## Options: the list

options-name = Nome da opção
options-move-up = Mover { $option } para cima
options-move-down = Mover { $option } para baixo
options-duplicate = Duplicar { $option }
options-rename = Mudar o nome de { $option }
options-remove = Remover { $option }
options-price-per-million = { $input } entrada · { $output } saída por M de tokens
options-price-per-gpu-hour = { $price } por hora de GPU
options-price-per-server = { $price } por servidor
options-price-per-device = { $price } por dispositivo
options-cost-all-in = { $cost } por mês, tudo incluído
options-cost-unknown = Não é possível calcular um custo
options-more-findings = { $count ->
        [one] E mais { $count }.
       *[other] E mais { $count }.
    }

## Options: names of new ones

options-name-rented = { $model } em { $machine }, { $provider }
options-name-owned = { $model } em { $machine } próprio
options-name-device = { $model } em { $machine }
options-name-cascade = { $small }, depois { $large }
options-name-samples = Amostras de { $small }

## Options: the dialog that chooses

options-choose-kind = Que tipo de opção?
options-choose-model = Que modelo?
options-choose-price = Comprado a quem, a que preço?
options-choose-format = Em que formato de pesos?
options-choose-rent = Alugado a quem, em que condições?
options-choose-machine = Em que máquina?
options-choose-small = Consultada primeiro
options-choose-large = Consultada quando a primeira não basta
options-cascade-needs-parts = Uma cascata consulta outras opções; adicione antes pelo menos duas simples.
options-no-part = Ninguém: gerar amostras e verificá-las
    .help = O que nenhuma amostra resolver fica por resolver.
options-part-missing = Escolha uma opção
options-also-ended = Também modelos fora de venda nesta data
options-aid-cheapest = Entrada · saída mais baratas de cada um, em dólares por milhão de tokens, em { $date }.
options-aid-size = Pesos abertos de tamanho conhecido, os mais recentes primeiro, em { $date }.
options-aid-price = Entrada · saída em dólares por milhão de tokens, em { $date }.
options-aid-format = Memória só dos pesos; menos bits precisam de menos e perdem um pouco de qualidade.
options-aid-rent = Dólares por uma hora de um acelerador, em { $date }.
options-aid-machine = Dólares pela unidade tal como é vendida.
options-enter-own = Não está na lista? Introduzir o meu…
options-weights-open = pesos abertos
options-weights-closed = fechado
options-context-short = contexto de { $tokens }
options-sold-until = à venda até { $date }
options-sold-no-longer = fora de venda desde { $date }
options-sold-from = à venda a partir de { $date }
options-own-record = do seu próprio catálogo
options-old-record = antigo
options-price-since = desde { $date }
options-price-promotion = promoção
options-price-legacy = para clientes antigos
options-price-imported = de uma coletânea
options-bits = { $bits } bits por peso
options-native-format = como publicado
options-no-price = sem preço

## Options: entering one’s own

options-own-price = A sua própria lista de preços
options-own-model = O seu próprio modelo
options-own-machine = A sua própria máquina
options-own-rent = O seu próprio contrato de aluguer
options-own-help = Fica neste caso; todos os outros valores podem ser alterados quando a opção existir.
options-own-model-name = Nome do modelo
options-own-machine-name = Nome da máquina
options-own-seller = Vendedor
options-own-landlord = Alugado a
options-own-keep = Manter também no meu catálogo
options-own-use = Usar estes valores
options-own-source = Introduzido à mão
options-own-lacks-model = Dê primeiro um nome ao modelo.
options-own-lacks-machine = Dê primeiro um nome à máquina.
options-own-lacks-seller = Diga primeiro quem vende.

## Options: the details

options-change = Mudar…
options-change-what = Mudar { $what }…
options-card-model = Modelo e licença
options-weights = Pesos
options-released = Lançamento
options-context = Contexto
    .help = Maior entrada e saída em conjunto; 0 se não for conhecido.
options-parameters = Parâmetros
options-parameters-active = { $total }, { $active } ativos
options-sale = No mercado
options-languages = Línguas
options-licence = Licença
options-clause-revenue-cap-unspecified = Acima de certa receita anual, o fornecedor tem de concordar.
options-card-price = Lista de preços
    .help = Em dólares, como nas listas de preços.
options-seller = Vendedor
options-card-law = Como o preço muda
    .help = Nenhuma destas é uma previsão: compare-as.
options-card-tiers = Preços de pedidos longos
    .help = Valem para todos os tokens de um pedido acima do limite.
options-tier = Limite { $number }
options-add-tier = Adicionar preço para pedidos mais longos
options-card-discounts = Descontos de quantidade
    .help = Valem para toda a fatura de um mês que atinja o limite.
options-discount = Desconto { $number }
options-add-discount = Adicionar desconto para faturas maiores
options-card-retirement = Fim de venda e sucessor
    .help = Quando o modelo sai do mercado dentro do horizonte, a opção passa ao sucessor nesse mês.
options-sold-until-field = Fora de venda a partir de
    .help = Vazio se não se conhecer o fim.
options-successor-follows = Há um sucessor
options-successor-name = Nome do sucessor
    .help = Para o que o fornecedor leva os clientes.
options-successor-unnamed = Sucessor
options-successor-prices = Preços do sucessor
options-card-rent = Aluguer
options-card-servers = Servidores
options-card-devices = Dispositivos
options-machine = Máquina
options-useful-life = Vida útil
    .help = Meses de utilização até ser substituído.
options-card-serving = O modelo na máquina
    .help = Aquilo em que assenta a estimativa de memória e velocidade; uma medição vale mais.
options-format = Formato dos pesos
options-serving-replica = Uma réplica
options-serving-model = O modelo
options-serving-machine = O acelerador
options-serving-engine = Motor, ligações e esperas
options-card-cascade = Cascata
options-samples = Amostras e a sua verificação
options-card-quality = Qualidade
    .help = O que a precisão tira, o que a personalização soma e o que um piloto mostrou.

## Options: what a newer catalogue says

options-changes = { $count ->
        [one] O catálogo traz { $count } valor deste caso diferente na sua data.
       *[other] O catálogo traz { $count } valores deste caso diferentes na sua data.
    }
options-changes-review = Rever…
options-changes-title = O que o catálogo diz agora
options-changes-help = O caso calcula com os próprios valores até adotar estes; isso é um só passo para anular.
options-changes-input = Entrada
options-changes-saved = No caso
options-changes-now = No catálogo
options-changes-update = { $count ->
        [one] Adotar { $count } valor
       *[other] Adotar { $count } valores
    }
