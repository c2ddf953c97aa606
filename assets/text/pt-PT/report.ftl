# The printed report.

## Title page

report-title = Modelos de linguagem de pesos abertos ou proprietários
report-of-date = Relatório de { $date }
report-case-date = Caso de { $date }
report-made-with = Elaborado com Weighbridge { $version }
report-page = Página { $page } de { $pages }

## Sections

report-section-decision = A decisão
report-section-options = As opções
report-section-results = Resultados
report-section-charts = Gráficos
report-section-findings = O que saber
report-section-assumptions = Pressupostos
report-section-sources = Fontes
report-section-method = Como foi calculado

## Sentences

report-answer = { $option } custa menos, { $cost } em { $months }; { $second } vem a seguir, { $difference } mais caro.
report-answer-only = { $option } é a única opção viável, por { $cost } em { $months }.
report-answer-none = Nenhuma opção é viável tal como está.
report-currency-note = Calculado em dólares e mostrado em { $currency } ao câmbio de { $rate } de { $date }.
report-old-note = Os registos marcados com † foram consultados mais de { $days } dias antes da data do caso.
report-doubtful-note = Os valores marcados com ? são fracos ou assumidos.
report-undated-rate = sem data

## The answer and its facts

report-section-answer = A resposta
report-date = Data do relatório
report-rate = { $dollar } = { $amount }, { $date }
report-rate-starting = Ninguém confirmou ainda o câmbio; é o valor inicial do próprio programa.
report-rate-doubtful = O câmbio é { $quality }; substitua-o antes de confiar nos valores.
report-basis = Comparação pelo valor atual líquido de todo o custo a { $rate }. Este é o caso base, com cada dado no seu valor central: ordena as opções apenas pelo custo e nada diz sobre a probabilidade de outros resultados.
report-grave = O que impede
report-whole-case = O caso no seu todo
report-fact-largest = A maior parte do custo de { $option } é { $line }, com { $amount } ou { $share }, sem atualização.
report-fact-close = No máximo { $share } mais caro do que a opção mais barata: { $options }.
report-fact-dearest = { $option } é a opção mais cara, por { $cost } ou { $times } vezes o custo da mais barata.
report-fact-month = { $option } custa em média { $cost } por mês, ou { $price }, sem atualização.

## Options and results

report-column-kind = Tipo
report-column-where = Onde corre
report-column-terms = Condições
report-useful-life = em uso durante { $months }
report-column-npv = Valor atual, { $currency }
report-column-month = Por mês, { $currency }
report-column-million = Por milhão de tokens, { $currency }
report-column-request = Por pedido, { $currency }
report-column-solved = Por tarefa resolvida, { $currency }
report-column-first-token = Primeiro token
report-not-computed = Não calculado
report-note-results = A opção mais barata vem primeiro. O valor atual é o valor atual líquido de todo o custo; os restantes valores são médias do horizonte, sem atualização.
report-note-first-token = O tempo até ao primeiro token é uma estimativa para o lote previsto, depois de o pedido ter o seu lugar; um traço indica que nada se sabe.
report-note-score = { $score }, em percentagem, depois do que a precisão e a personalização fazem à pontuação publicada; um traço indica que a opção não tem pontuação nesta tabela.

## How it was computed

report-method-start = Os custos únicos ocorrem no início, antes do primeiro mês; o custo esperado da saída ocorre no último mês.
report-method-average = As médias por mês, por milhão de tokens, por pedido e por tarefa não são atualizadas; dividem todo o custo do horizonte pelos seus meses, pelos tokens solicitados, pelos pedidos e pelas tarefas.
report-method-whole = Réplicas e servidores são inteiros; conta-se mais um logo que a hora de ponta exige mais do que há, e nenhum quando a necessidade é satisfeita com exatidão. Custam o mesmo, ocupados ou parados.
report-method-prices = Os preços dos tokens seguem as condições de cada opção; nenhum deles é uma previsão.
report-method-speed = A velocidade e a memória decorrem dos bytes e das operações de cada passo, corrigidos pelo que as medições publicadas ensinaram, exceto onde um débito foi introduzido ou medido; as medições deste caso substituem a estimativa do mesmo modelo no mesmo hardware e deslocam as de casos semelhantes.
report-method-cascade = Uma cascata paga as suas partes conforme a parte dos pedidos a que cada uma responde.
report-method-rounding = Tudo é calculado com a precisão total e arredondado apenas ao ser mostrado.

## Assumptions and sources

report-column-input = Dado
report-column-options = Opções
report-column-range = Intervalo
report-column-origin = Origem
report-column-finding = Constatação
report-column-read = Consulta
report-column-records = Registos
report-count-inputs = Os resultados assentam em { $inputs } dados; destes, { $catalogue } vêm do catálogo, { $entered } foram introduzidos, { $measured } medidos e { $estimated } estimados, e { $starting } são valores iniciais que ninguém confirmou. { $doubtful ->
        [one] { $doubtful } dado é fraco ou assumido.
       *[other] { $doubtful } dados são fracos ou assumidos.
    }
report-options-note = Os números na coluna Opções são os da tabela de opções; os números entre parênteses retos são os da lista de fontes.
report-range-note = Um intervalo contém o que se espera nove vezes em dez abaixo do limite superior e uma vez em dez abaixo do inferior; o que está entre parênteses retos nunca é ultrapassado.
report-nothing = Contados como zero em todas as opções: { $inputs }.
report-count-records = { $count ->
        [one] { $count } registo
       *[other] { $count } registos
    }
report-estimate-fewest-gpus = o mínimo que comporta o modelo
report-estimate-weight-format = pelo formato dos pesos
report-estimate-kv-cache-from-size = pelo tamanho do modelo
report-estimate-usable-memory = parte habitual da memória
report-estimate-same-precision = precisão publicada
report-estimate-server-size = tamanho do servidor
report-estimate-rate-from-bandwidth = pela largura de banda da memória
report-estimate-serving-estimate = pela física e pelo que foi medido
report-estimate-share-of-measured-bandwidth = parte da largura de banda medida que execuções em máquinas medidas atingiram
report-estimate-share-of-measured-rate = parte da velocidade de cálculo medida que execuções em máquinas medidas atingiram
report-estimate-shapes-from-size = pelo tamanho do modelo
report-estimate-host-bus = barramento habitual de um servidor
report-estimate-layers-in-turn = como o motor reparte as camadas
report-tier = { $field }, escalão { $number }
report-group-score = Pontuações, { $score }
report-group-finance = Taxas
report-group-workload = Carga de trabalho
report-group-token-plan = Preços dos tokens
report-group-context-tier = Preços de pedidos longos
report-group-volume-discount = Descontos de volume
report-group-successor = Sucessores
report-group-rented = Aceleradores alugados
report-group-owned = Servidores próprios
report-group-device = Dispositivos
report-group-serving = Modelo e máquina
report-group-cascade = Cascatas
report-group-people = Pessoas
report-group-salaries = Salários
report-group-maintenance = Manutenção
report-group-customisation = Personalização
report-group-transition = Entrada e saída
report-group-licence = Licenças
report-group-quality = O que a precisão e a personalização fazem às pontuações
