# Critérios e requisitos próprios do cliente.

own-criteria = Os critérios em si
own-criteria-aid = Inclua os seus, diga o que significam ou remova o que não importa; com um critério removido vai o que foi dito dele.
own-criterion-choose = Critério a descrever
own-criterion-add = Incluir um critério
own-criterion-new = Novo critério
own-criterion-name = Nome do critério
own-criterion-guidance = O que considerar ao avaliar
own-criterion-worst-means = O que significa o pior
own-criterion-best-means = O que significa o melhor
own-criterion-worst = O pior: não vale nada
own-criterion-best = O melhor: vale tudo
own-criterion-ends-aid = Os dois extremos são fixados, de modo que outra opção não muda o valor de nenhuma.
own-criterion-evidence = O que diz como uma opção se sai
own-evidence-judgement = A avaliação de uma pessoa
own-criterion-remove = Remover o critério “{ $criterion }”
own-gate-add = Incluir um requisito
own-gate-remove = Remover o requisito “{ $gate }”
own-gate-holds = Com que certeza deve ser cumprido
own-gate-holds-of = Com que certeza deve ser cumprido: { $gate }
own-gate-median = Como é mais provável que não
own-gate-in-share = Em { $share } dos futuros
edit-gate-percentile = com que certeza um requisito deve ser cumprido
