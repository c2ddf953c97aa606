# The pages of question, workload and options.

## Question: the sentence over the page

question-headline-cheapest = { $options } em { $months }: { $cheapest } custa menos
question-headline-one = Uma opção em { $months }: { $cheapest }
question-headline-none = Nenhuma de { $options } em { $months } é viável como está
question-line-no-options = Diga o que se quer decidir e por quanto tempo; depois adicione ao menos duas opções para comparar.
question-line-none = A etapa de opções diz o que impede cada uma.
question-line-one = Adicione outra opção para comparar.
question-line-second = { $cost } em valor presente, { $share } menos que { $second }; data do caso: { $date }.
question-line-only = { $cost } em valor presente; data do caso: { $date }.

## Question: the cards

question-card-case = A decisão
    .help = Com suas palavras; elas abrem o relatório.
question-card-time = Quando, e até onde
    .help = Tudo recebe os preços da data e é somado ao longo do horizonte.
question-card-money = Dinheiro
    .help = Os preços são digitados em dólares, como nas listas; os resultados aparecem na sua moeda.
question-currency-search = Buscar moedas
question-other-language = Outro idioma
question-bad-language = “{ $text }” não é um código de idioma; escreva duas ou três letras, talvez com um país: gl, pt-BR.

## Languages of the world, as they stand in a list

language-en = Inglês
language-pt = Português
language-es = Espanhol
language-fr = Francês
language-de = Alemão
language-it = Italiano
language-nl = Holandês
language-pl = Polonês
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

workload-headline-even = { $requests } requisições por mês, mês após mês
workload-headline = { $requests } requisições por mês passam a { $last } no mês { $month }
workload-line = Em média { $input } tokens de entrada e { $output } de saída: os modelos recebem { $tokens } tokens no primeiro mês.

## Workload: the cards

workload-card-volume = Volume
    .help = Quantas requisições, quanto crescem e quem pergunta.
workload-tokens = Os modelos recebem { $now } tokens no primeiro mês e { $last } no mês { $month }; { $all } no total.
workload-card-size = Tamanho de uma requisição
    .help = Em tokens, como nas contas, ou em palavras, como as pessoas contam.
workload-input-words = A mesma entrada em palavras
workload-output-words = A mesma saída em palavras
workload-words = palavras
workload-word-rate = { $rate } tokens por palavra, { $language }, { $quality }
    .help = Depende do tokenizador; conte com o seu próprio texto.
workload-card-shape = Forma ao longo do dia
    .help = Compram-se máquinas para a hora de pico; chamadas que falham são repetidas.
workload-shape = Uma hora ativa média traz { $average } chamadas por segundo; a de pico, { $busiest }.
workload-card-savings = O que se pode economizar
    .help = Cache e lotes reduzem a conta onde a lista de preços os premia.
workload-savings = { $requests } requisições geram { $calls } chamadas no primeiro mês; { $plain } da entrada é paga integralmente.
workload-card-targets = Com que rapidez as respostas devem chegar
    .help = As opções cuja estimativa não atinge a meta avisam.
workload-no-target = Nenhuma
workload-usual-targets = Valores usuais, { $field }
workload-first-token-none = Nada se exige; as respostas podem começar quando for.
workload-first-token-flow = Até um segundo, o fluxo do pensamento não se interrompe.
workload-first-token-attention = As pessoas notam a espera, mas ficam; depois de dez segundos passam a outra coisa.
workload-first-token-lost = Além de dez segundos as pessoas passam a outra coisa; só para trabalho em segundo plano.
workload-speed-none = Nada se exige; as respostas podem ser escritas a qualquer velocidade.
workload-speed-slow = Cerca de { $words } palavras por minuto: mais devagar do que se lê ({ $reading }).
workload-speed-comfortable = Cerca de { $words } palavras por minuto: confortável, pois se leem { $reading }.
workload-speed-fast = Cerca de { $words } palavras por minuto: muito além da leitura ({ $reading }); para ler por alto e para programas.

## Options: the sentence over the page

options-headline = { $open } de { $options } usam pesos abertos; { $cheapest } custa menos
options-headline-one = Uma só opção ainda não tem com o que ser comparada
options-headline-none = Nenhuma opção é viável como está
options-headline-impossible = { $count ->
        [one] Uma de { $options } não é viável como está
       *[other] { $count } de { $options } não são viáveis como estão
    }
options-line = Preços, retiradas de linha e idades valem em { $date }; o que foi copiado para uma opção fica até que você mude.
options-empty = Nenhuma opção ainda. Adicione uma do catálogo ou informe a sua.
options-removed = “{ $option }” foi removida.

## Options: the list

options-name = Nome da opção
options-move-up = Mover { $option } para cima
options-move-down = Mover { $option } para baixo
options-duplicate = Duplicar { $option }
options-rename = Renomear { $option }
options-remove = Remover { $option }
options-price-per-million = { $input } entrada · { $output } saída por mi de tokens
options-price-per-gpu-hour = { $price } por hora de GPU
options-price-per-server = { $price } por servidor
options-price-per-device = { $price } por dispositivo
options-cost-all-in = { $cost } por mês, tudo incluído
options-cost-unknown = Nenhum custo pode ser calculado
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
options-choose-model = Qual modelo?
options-choose-price = Comprado de quem, a que preço?
options-choose-format = Em qual formato de pesos?
options-choose-rent = Alugado de quem, em que condições?
options-choose-machine = Em qual máquina?
options-choose-small = Consultada primeiro
options-choose-large = Consultada quando a primeira não basta
options-cascade-needs-parts = Uma cascata consulta outras opções; adicione antes ao menos duas simples.
options-no-part = Ninguém: gerar amostras e verificá-las
    .help = O que nenhuma amostra resolver fica sem solução.
options-part-missing = Escolha uma opção
options-also-ended = Também modelos fora de venda nesta data
options-aid-cheapest = Entrada · saída mais baratas de cada um, em dólares por milhão de tokens, em { $date }.
options-aid-size = Pesos abertos de tamanho conhecido, os mais novos primeiro, em { $date }.
options-aid-price = Entrada · saída em dólares por milhão de tokens, em { $date }.
options-aid-format = Memória só dos pesos; menos bits precisam de menos e perdem um pouco de qualidade.
options-aid-rent = Dólares por uma hora de um acelerador, em { $date }.
options-aid-machine = Dólares pela unidade como é vendida.
options-enter-own = Não está na lista? Informar o meu…
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

options-own-price = Sua própria lista de preços
options-own-model = Seu próprio modelo
options-own-machine = Sua própria máquina
options-own-rent = Seu próprio contrato de aluguel
options-own-help = Fica neste caso; todos os outros valores podem ser mudados quando a opção existir.
options-own-model-name = Nome do modelo
options-own-machine-name = Nome da máquina
options-own-seller = Vendedor
options-own-landlord = Alugado de
options-own-keep = Manter também no meu catálogo
options-own-use = Usar estes valores
options-own-source = Informado à mão
options-own-lacks-model = Dê antes um nome ao modelo.
options-own-lacks-machine = Dê antes um nome à máquina.
options-own-lacks-seller = Diga antes quem vende.

## Options: the details

options-change = Mudar…
options-change-what = Mudar { $what }…
options-card-model = Modelo e licença
options-weights = Pesos
options-released = Lançamento
options-context = Contexto
    .help = Maior entrada e saída juntas; 0 se não for conhecido.
options-parameters = Parâmetros
options-parameters-active = { $total }, { $active } ativos
options-sale = No mercado
options-languages = Idiomas
options-licence = Licença
options-clause-revenue-cap-unspecified = Acima de certa receita anual, o fornecedor precisa concordar.
options-card-price = Lista de preços
    .help = Em dólares, como nas listas de preços.
options-seller = Vendedor
options-card-law = Como o preço muda
    .help = Nenhuma destas é uma previsão: compare-as.
options-card-tiers = Preços de requisições longas
    .help = Valem para todos os tokens de uma requisição acima do limite.
options-tier = Limite { $number }
options-add-tier = Adicionar preço para requisições mais longas
options-card-discounts = Descontos por volume
    .help = Valem para toda a conta de um mês que atinja o limite.
options-discount = Desconto { $number }
options-add-discount = Adicionar desconto para contas maiores
options-card-retirement = Fim de venda e sucessor
    .help = Quando o modelo sai do mercado dentro do horizonte, a opção passa ao sucessor naquele mês.
options-sold-until-field = Fora de venda a partir de
    .help = Vazio se não houver fim conhecido.
options-successor-follows = Há um sucessor
options-successor-name = Nome do sucessor
    .help = Para o que o fornecedor leva os clientes.
options-successor-unnamed = Sucessor
options-successor-prices = Preços do sucessor
options-card-rent = Aluguel
options-card-servers = Servidores
options-card-devices = Dispositivos
options-machine = Máquina
options-useful-life = Vida útil
    .help = Meses de uso até ser substituído.
options-card-serving = O modelo na máquina
    .help = Aquilo em que se apoia a estimativa de memória e velocidade; uma medição vale mais.
options-format = Formato dos pesos
options-serving-replica = Uma réplica
options-serving-model = O modelo
options-serving-machine = O acelerador
options-serving-engine = Motor, conexões e esperas
options-card-cascade = Cascata
options-samples = Amostras e sua verificação
options-card-quality = Qualidade
    .help = O que a precisão tira, o que a customização soma e o que um piloto mostrou.

## Options: what a newer catalogue says

options-changes = { $count ->
        [one] O catálogo traz { $count } valor deste caso diferente na data dele.
       *[other] O catálogo traz { $count } valores deste caso diferentes na data dele.
    }
options-changes-review = Revisar…
options-changes-title = O que o catálogo diz agora
options-changes-help = O caso calcula com os próprios valores até que você adote estes; isso é um passo de desfazer.
options-changes-input = Entrada
options-changes-saved = No caso
options-changes-now = No catálogo
options-changes-update = { $count ->
        [one] Adotar { $count } valor
       *[other] Adotar { $count } valores
    }
