# A etapa de prioridades: condições, requisitos, critérios e pesos, pessoas, avaliações, dinheiro.

## A frase no topo da página

priorities-headline-all-weighed = Todas as opções cumprem todos os requisitos; { $counting ->
        [one] { $criteria } é o que mais pesa
       *[other] { $criteria } são o que mais pesa
    }
priorities-headline-all = Todas as opções cumprem todos os requisitos
priorities-headline-none-weighed = Nenhuma opção cumpre todos os requisitos; { $counting ->
        [one] { $criteria } é o que mais pesa
       *[other] { $criteria } são o que mais pesa
    }
priorities-headline-none = Nenhuma opção cumpre todos os requisitos
priorities-headline-weighed = { $count ->
        [one] { $count } de { $total } opções cumpre todos os requisitos
       *[other] { $count } de { $total } opções cumprem todos os requisitos
    }; { $counting ->
        [one] { $criteria } é o que mais pesa
       *[other] { $criteria } são o que mais pesa
    }
priorities-headline = { $count ->
        [one] { $count } de { $total } opções cumpre todos os requisitos
       *[other] { $count } de { $total } opções cumprem todos os requisitos
    }
priorities-nobody-weighs = Ainda ninguém atribuiu pesos: valem os pesos iniciais da estrutura.
priorities-people-weigh = { $count ->
        [one] Os pesos são os de { $count } pessoa.
       *[other] Os pesos são a média dos de { $count } pessoas.
    }
priorities-unknown-judgements = { $count ->
        [one] { $count } avaliação não é conhecida; vale o meio da escala.
       *[other] { $count } avaliações não são conhecidas; vale o meio da escala.
    }
priorities-assumed-judgements = { $count ->
        [one] { $count } avaliação é um pressuposto da estrutura.
       *[other] { $count } avaliações são pressupostos da estrutura.
    }

## Vistas

priorities-views = Vistas desta etapa
priorities-view-glance = Visão geral
priorities-view-gates = Requisitos
priorities-view-weights = Critérios e pesos
priorities-view-judgements = Avaliações
priorities-view-money = Dinheiro

## Requisitos

gate-passed = cumprido
gate-missed = falhado
gate-not-known = ainda não se sabe
gate-not-asked = nada exigido
priorities-gates = O que nenhuma opção pode falhar
priorities-gates-aid = Avaliado uma vez, com os valores de hoje; o que ainda não se sabe não elimina ninguém.
priorities-set-gates = Definir requisitos
priorities-set-gates-aid = A opção que falhe um destes fica de fora, por melhor que seja no resto.
priorities-no-gates = Nenhum requisito é exigido.
priorities-verdict = Veredicto
priorities-closes-in = falhado em { $share } dos futuros
priorities-in-the-running = Na corrida
priorities-no-cost = Não é viável tal como está e por isso não tem custo.
priorities-gate-off = Não exigido.
priorities-gate-asked = exigido
priorities-gate-open = não exigido
priorities-gate-closes = { $count ->
        [0] Nenhuma opção o falha.
        [one] { $count } opção falha-o.
       *[other] { $count } opções falham-no.
    }
priorities-gate-unknown = { $count ->
        [one] De { $count } opção ainda não se sabe.
       *[other] De { $count } opções ainda não se sabe.
    }
priorities-limit-of = Limite: { $gate }
priorities-farthest-place = Local mais distante permitido
priorities-set-at = Definido na etapa «{ $step }»
priorities-places = Onde os dados são tratados
priorities-places-aid = Vale o que diz o contrato; até alguém dizer outra coisa, o local habitual desse tipo de opção.
priorities-place-of = Onde os dados são tratados: { $option }
priorities-place-usual = O habitual deste tipo: { $place }
priorities-place-parts = Tão longe como a mais distante das suas partes
priorities-clauses = Cláusulas que podem proibir este uso
priorities-clauses-aid = Uma cláusula elimina a opção até alguém a ler e não ver impedimento.
priorities-no-clauses = Nenhuma licença destas opções tem uma cláusula assim.
priorities-clause-of = { $option }: { $clause }
priorities-clause-read = Lida, sem impedimento

## Afirmações sobre o cliente

priorities-conditions = O que é verdade para o cliente
priorities-conditions-aid = { $count } de { $total } respondidas. A resposta define as entradas listadas por baixo, e nada mais.
priorities-answer-yes = Sim
priorities-answer-no = Não
priorities-answer-unknown = Ninguém disse
priorities-favours-open-weights = Diz-se que favorece pesos abertos
priorities-favours-proprietary = Diz-se que favorece modelos proprietários
priorities-follows = { $what }: { $yes } se sim, { $no } se não
priorities-follows-also = { $count ->
        [one] Mais { $count } entrada decorre disto
       *[other] Mais { $count } entradas decorrem disto
    }
priorities-follows-all = { $count ->
        [one] { $count } entrada decorre disto
       *[other] { $count } entradas decorrem disto
    }
priorities-follows-gate = Requisito «{ $gate }»
priorities-follows-kinds = { $input } ({ $kinds })
priorities-closes-for = { $count ->
        [one] Com esta resposta, um requisito elimina { $options }.
       *[other] Com esta resposta, um requisito elimina { $options }.
    }

## Pesos

priorities-weights = O que conta, e quanto
priorities-weights-start = Pesos iniciais da estrutura; um peso vale a variação do pior ao melhor.
priorities-weights-mean = { $count ->
        [one] Pesos de { $count } pessoa; um peso vale a variação do pior ao melhor.
       *[other] Média dos pesos de { $count } pessoas; um peso vale a variação do pior ao melhor.
    }
priorities-weigh = Atribuir pesos
priorities-no-criteria = Ainda não há critérios; escolha uma estrutura na visão geral.
priorities-criterion = Critério
priorities-group = Grupo
priorities-start = Pesos iniciais
priorities-start-note = Valem para quem não deu pontos próprios.
priorities-result-start = No que resultam os pesos iniciais
priorities-result-of = No que resultam os pesos de { $name }
priorities-result-aid = Parte do peso total; as partes somam o todo.
priorities-ask-swings = Quanto vale cada variação?
    .aid = A variação vai do pior ao melhor descritos; dê pontos à mudança, não ao critério.
priorities-ask-ranks = Que variação importa mais?
    .aid = A mais importante em cima; só a ordem dá os pesos.
priorities-ask-pairs = Quanto importa um mais do que o outro?
    .aid = Mova cada controlo na direção do que importa mais.
priorities-way = Como se pergunta pelos pesos
priorities-way-swings = Pontos
priorities-way-ranks = Ordem
priorities-way-pairs = Pares
priorities-most-important = Que variação do pior ao melhor mais lhe importa? Essa recebe { $points } pontos; dê às outras a parte que valem dela.
priorities-most-important-name = A variação que mais importa
priorities-anchors = Pior: { $worst } · Melhor: { $best }
priorities-slider = Controlo deslizante: { $name }
priorities-points-of = Peso de { $criterion }, { $name }
priorities-points-start = Peso inicial de { $criterion }
priorities-no-order = Ainda ninguém os pôs por ordem; por isso todos contam igual.
priorities-take-order = Adotar esta ordem
priorities-rank-up = Subir { $criterion }
priorities-rank-down = Descer { $criterion }
priorities-scheme = Como a ordem se torna pesos
priorities-scheme-centroid = Centróide
    .help = A média de todos os pesos que respeitam a ordem.
priorities-scheme-sum = Descida constante
    .help = Cada posição pesa sempre a mesma quantidade a menos do que a anterior.
priorities-scheme-reciprocal = Metade, terço
    .help = O segundo pesa metade do primeiro, o terceiro um terço.
priorities-pair = { $first } contra { $second }
priorities-pair-equal = igualmente importantes
priorities-pair-times = { $criterion }: { $times } vezes mais importante
priorities-pair-equal-short = iguais
priorities-pair-times-short = { $times } vezes
priorities-pairs-too-many = São demasiados critérios para dizer se as comparações concordam; pontos ou uma ordem pedem menos.
priorities-light-green = As comparações concordam entre si (inconsistência { $ratio }).
priorities-light-amber = Algumas comparações contradizem-se (inconsistência { $ratio }); veja estas.
priorities-light-red = As comparações contradizem-se tanto que os pesos dizem pouco (inconsistência { $ratio }).
priorities-triad = Disse-se que { $first } importa { $said } vezes o que importa { $third }; passando por { $second }, seriam { $implied } vezes.
priorities-go-to-pair = Ir para { $first } contra { $second }

## Pessoas

priorities-people = Quem atribui pesos
priorities-people-aid = Cada pessoa atribui os seus pesos; os do grupo são a média de todos.
priorities-whose = De quem são os pesos mostrados
priorities-name = Nome ou cargo
priorities-unnamed = sem nome
priorities-newcomer = Nome de quem atribui pesos
priorities-add-person = Adicionar pessoa
priorities-remove-person = Remover { $name }
priorities-agree = { $count } de { $total } escolheriam { $option }.
priorities-prefers = { $name } escolheria { $option }.
priorities-table = Os pesos de todos, lado a lado
priorities-table-aid = Distância: que parte do peso teria de mudar para igualar os do grupo.
priorities-apart = Distância do grupo
priorities-choices = Escolheria
priorities-who = Quem
priorities-no-choice = nenhuma

## Avaliações

priorities-judgements = Como as opções se saem em cada critério
priorities-judgements-aid = Pontos de zero a cem entre o pior e o melhor descritos. { $assumed } são pressupostos da estrutura, { $unknown } não são conhecidas.
priorities-judgements-note = Prima um critério para avaliar as opções em baixo.
priorities-judge = Avaliar por { $criterion }
priorities-value = Valor ponderado
priorities-unknown = não se sabe
priorities-assumed = pressuposto
priorities-own = avaliado
priorities-found = calculado
priorities-unknown-help = Não se sabe: vale o meio da escala, e toda ela é tida como possível.
priorities-score = Pontuação publicada
priorities-found-worth = { $what }: { $value }, vale { $points } pontos.
priorities-found-clipped = { $what }: { $value }, para lá do extremo descrito, vale { $points } pontos.
priorities-reason = Porquê: { $judgement }
priorities-back-to-start = Voltar à avaliação da estrutura

## Dinheiro

priorities-money = Como o custo entra, uma só vez
priorities-money-aid = Ao lado dos critérios ou entre eles, nunca as duas coisas.
priorities-cost-money-axis = Ao lado dos critérios
    .help = Uma pergunta diz quanto vale um ponto; decide o que sobra depois do custo.
priorities-cost-criterion = Como mais um critério
    .help = O custo é pesado do pior ao melhor; o valor de um ponto decorre do seu peso.
priorities-review = Rever a escolha mais tarde
priorities-review-aid = Começar com uma opção, aprender e trocar se outra ficar melhor; zero meses quer dizer nunca.
priorities-trade-off = A única pergunta de troca
priorities-trade-off-question = Quanto mais cara pode ser uma opção em { $months } se for { $points } pontos melhor?
priorities-worth-of = Valor de { $points } pontos
priorities-whole-scale = A escala inteira de { $points } pontos vale { $worth }.
priorities-between-options = Entre a melhor e a pior opção em jogo há { $points } pontos, que valem { $worth }, e { $cost } de custo.
priorities-leads-by = Assim, { $option } fica { $margin } à frente de { $second }.
priorities-worth-nothing = Tal como está, um ponto não vale nada, e só o custo decide.
priorities-cost-ends = Entre que extremos o custo é pesado
priorities-cost-ends-aid = Valor atual no horizonte; fixo, para que outra opção não mude o valor de ninguém.
priorities-cost-ends-turned = O pior custo deve ficar acima do melhor; até lá um ponto não vale nada.
priorities-implied = Com { $weight } de todo o peso no custo, um ponto vale { $worth }.
priorities-weigh-cost = Atribuir peso ao custo

## A estrutura

priorities-framework = A estrutura em uso
priorities-framework-date = De { $date }
priorities-framework-own = Critérios e requisitos próprios.
priorities-framework-choose = Escolher outra estrutura
priorities-framework-none = Este caso ainda não tem critérios nem requisitos; uma estrutura traz os dois, e muda-se o que não serve.
priorities-framework-use = Usar «{ $framework }»
