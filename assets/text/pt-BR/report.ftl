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

## The answer and its facts

report-section-answer = A resposta
report-date = Data do relatório
report-rate = { $dollar } = { $amount }, { $date }
report-rate-starting = Ninguém conferiu o câmbio ainda; é o valor inicial do próprio programa.
report-rate-doubtful = O câmbio é { $quality }; substitua-o antes de confiar nos valores.
report-basis = Comparação pelo valor presente líquido de todo o custo a { $rate }. Este é o caso base, com cada dado em seu valor central: ordena as opções só pelo custo e nada diz sobre a probabilidade de outros resultados.
report-grave = O que impede
report-whole-case = O caso inteiro
report-fact-largest = A maior parte do custo de { $option } é { $line }, com { $amount } ou { $share }, sem desconto.
report-fact-close = No máximo { $share } mais caro que a opção mais barata: { $options }.
report-fact-dearest = { $option } é a opção mais cara, por { $cost } ou { $times } vezes o custo da mais barata.
report-fact-month = { $option } custa em média { $cost } por mês, ou { $price }, sem desconto.

## Options and results

report-column-kind = Tipo
report-column-where = Onde roda
report-column-terms = Condições
report-useful-life = em uso por { $months }
report-column-npv = Valor presente, { $currency }
report-column-month = Por mês, { $currency }
report-column-million = Por milhão de tokens, { $currency }
report-column-request = Por requisição, { $currency }
report-column-solved = Por tarefa resolvida, { $currency }
report-column-first-token = Primeiro token
report-not-computed = Não calculado
report-note-results = A opção mais barata vem primeiro. O valor presente é o valor presente líquido de todo o custo; os demais valores são médias do horizonte, sem desconto.
report-note-first-token = O tempo até o primeiro token é uma estimativa para o lote planejado, depois que a requisição tem seu lugar; um traço indica que nada se sabe.
report-note-score = { $score }, em por cento, depois do que a precisão e a customização fazem com a nota publicada; um traço indica que a opção não tem nota nesta tabela.

## How it was computed

report-method-start = Os custos únicos caem no início, antes do primeiro mês; o custo esperado da saída cai no último mês.
report-method-average = As médias por mês, por milhão de tokens, por requisição e por tarefa não têm desconto; dividem todo o custo do horizonte por seus meses, pelos tokens solicitados, pelas requisições e pelas tarefas.
report-method-whole = Réplicas e servidores são inteiros; conta-se mais um assim que a hora de pico exige mais do que há, e nenhum quando a necessidade é atendida com exatidão. Custam o mesmo, ocupados ou parados.
report-method-prices = Os preços dos tokens seguem as condições de cada opção; nenhum deles é uma previsão.
report-method-speed = Velocidade e memória decorrem dos bytes e das operações de cada passo, corrigidos pelo que as medições publicadas ensinaram, exceto onde uma taxa de geração foi informada ou medida; as medições deste caso substituem a estimativa do mesmo modelo no mesmo hardware e deslocam as de casos semelhantes.
report-method-cascade = Uma cascata paga por suas partes conforme a parcela de requisições que cada uma responde.
report-method-rounding = Tudo é calculado com precisão total e arredondado só ao ser mostrado.

## Assumptions and sources

report-column-input = Dado
report-column-options = Opções
report-column-range = Faixa
report-column-origin = Origem
report-column-finding = Constatação
report-column-read = Leitura
report-column-records = Registros
report-count-inputs = Os resultados se apoiam em { $inputs } dados; destes, { $catalogue } vêm do catálogo, { $entered } foram informados, { $measured } medidos e { $estimated } estimados, e { $starting } são valores iniciais que ninguém conferiu. { $doubtful ->
        [one] { $doubtful } dado é fraco ou suposto.
       *[other] { $doubtful } dados são fracos ou supostos.
    }
report-options-note = Os números na coluna Opções são os da tabela de opções; os números entre colchetes são os da lista de fontes.
report-range-note = Uma faixa contém o que se espera nove vezes em dez abaixo do limite superior e uma vez em dez abaixo do inferior; a que está entre colchetes nunca é ultrapassada.
report-nothing = Contados como zero em todas as opções: { $inputs }.
report-count-records = { $count ->
        [one] { $count } registro
       *[other] { $count } registros
    }
report-estimate-fewest-gpus = o mínimo que comporta o modelo
report-estimate-weight-format = pelo formato dos pesos
report-estimate-kv-cache-from-size = pelo tamanho do modelo
report-estimate-usable-memory = parcela usual da memória
report-estimate-same-precision = precisão publicada
report-estimate-server-size = tamanho do servidor
report-estimate-rate-from-bandwidth = pela largura de banda da memória
report-estimate-serving-estimate = pela física e pelo que foi medido
report-estimate-share-of-measured-bandwidth = parcela da largura de banda medida que execuções em máquinas medidas atingiram
report-estimate-share-of-measured-rate = parcela da velocidade de cálculo medida que execuções em máquinas medidas atingiram
report-estimate-shapes-from-size = pelo tamanho do modelo
report-estimate-host-bus = barramento usual de um servidor
report-estimate-layers-in-turn = como o motor divide as camadas
report-tier = { $field }, nível { $number }
report-group-score = Notas, { $score }
report-group-finance = Taxas
report-group-workload = Carga de trabalho
report-group-token-plan = Preços dos tokens
report-group-context-tier = Preços de requisições longas
report-group-volume-discount = Descontos por volume
report-group-successor = Sucessores
report-group-rented = Aceleradores alugados
report-group-owned = Servidores próprios
report-group-device = Dispositivos
report-group-serving = Modelo e máquina
report-group-cascade = Cascatas
report-group-people = Pessoas
report-group-salaries = Salários
report-group-maintenance = Manutenção
report-group-customisation = Customização
report-group-transition = Entrada e saída
report-group-licence = Licenças
report-group-quality = O que a precisão e a customização fazem com as notas
