# Ponderação: passos a anular, estados dos passos e campos.

## O que se anula

edit-answer = resposta a uma condição
edit-framework = mudança da estrutura
edit-cost-role = mudança de como o custo conta
edit-gate = ligar ou desligar um requisito
edit-add-gate = adição de um requisito
edit-remove-gate = remoção de um requisito
edit-add-criterion = adição de um critério
edit-criterion = mudança de um critério
edit-remove-criterion = remoção de um critério
edit-data-place = mudança de onde ficam os dados de «{ $option }»
edit-clause = leitura de uma cláusula de «{ $option }»
edit-reason = razão de um juízo sobre «{ $option }»
edit-add-participant = adição de «{ $participant }»
edit-rename-participant = mudar o nome de «{ $participant }»
edit-remove-participant = remoção de «{ $participant }»
edit-elicitation = como «{ $participant }» pondera
edit-ranks = ordem de «{ $participant }»
edit-rank-scheme = quanto pesa a ordem de «{ $participant }»
edit-comparison = comparação de «{ $participant }»

## Escolhas, avisos e erros

choice-on = Requisito
choice-allowed = Onde os dados podem ficar
choice-data-place = Onde ficam os dados
choice-answer = Condição
choice-cost-role = Como o custo conta
notice-gates-removed = { $count ->
        [one] { $count } requisito que dependia dele foi também removido.
       *[other] { $count } requisitos que dependiam dele foram também removidos.
    }
error-anchors = O pior e o melhor de um critério têm de ser dois números diferentes.
error-comparison = Um critério é, no máximo, nove vezes mais importante do que o outro.

## Porque é que um passo está assim

reason-starting-weights = Pesos da estrutura
reason-answered = { $count ->
        [one] { $count } condição respondida
       *[other] { $count } condições respondidas
    }
reason-weighed = { $count ->
        [one] { $count } pessoa ponderou
       *[other] { $count } pessoas ponderaram
    }
reason-contradict = { $count ->
        [one] As comparações de { $count } pessoa contradizem-se
       *[other] As comparações de { $count } pessoas contradizem-se
    }
reason-all-out = Os requisitos excluem todas as opções
reason-chosen = Escolher { $option }
reason-chosen-of = { $count ->
        [one] Escolher { $option }; { $count } de fora
       *[other] Escolher { $option }; { $count } de fora
    }

## Campos

field-assessment-points = Juízo
    .help = Como a opção se comporta num critério, de 0 a 100.
field-weight-points = Peso
    .help = Quanto conta ir do pior ao melhor, de 0 a 100.
field-gate-points-limit = Mínimo aceite
    .help = O que fica abaixo disso está fora.
field-gate-fte-limit = Postos disponíveis
    .help = Postos de engenharia a tempo inteiro que se podem dedicar a isto.
field-money-axis-usd-per-point = Quanto vale um ponto
    .help = Quanto vale, em todo o horizonte e em dinheiro de hoje, um ponto de valor em cem.
field-money-axis-worst-cost-usd = Custo que nada vale
    .help = O custo em que o custo, como critério, nada vale.
field-money-axis-best-cost-usd = Custo que vale tudo
    .help = O custo em que o custo, como critério, vale tudo.
field-review-after-months = Reavaliar ao fim de
    .help = Meses após o início em que a escolha é reavaliada; zero quer dizer nunca.
field-review-known-share = Conhecido até lá
    .help = Parte da incerteza de hoje que se conhece até lá.
