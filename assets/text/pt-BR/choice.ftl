# O que decorre para a escolha: a recomendação, o grau de certeza, por que há opções de fora e o que a inverteria.

## A recomendação

choice-worth-more = Escolha { $option }: em { $months }, vale { $margin } a mais que { $second }
choice-cheaper = Escolha { $option }: em { $months }, custa { $margin } a menos que { $second }
choice-even = { $option } e { $second } valem o mesmo em { $months }
choice-only = Escolha { $option }: nenhuma outra opção atende a todos os requisitos
choice-none = Nenhuma opção atende a todos os requisitos como está

## Grau de certeza

choice-odds = É a melhor de todas as opções em { $count } de { $all } futuros.
choice-margin-range = Em oito de cada dez futuros, a vantagem fica entre { $low } e { $high }.
choice-cost-range = Em oito de cada dez futuros, o custo fica entre { $low } e { $high }.
choice-all-pass = Todas as opções atendem a todos os requisitos.
choice-one-out = Uma opção está fora, { $option }: { $gates }.
choice-several-out = { $count ->
        [one] { $count } opção está fora: { $gates }.
       *[other] { $count } opções estão fora: { $gates }.
    }

## Requisitos em poucas palavras

choice-gate-data-residency = local de tratamento dos dados
choice-gate-licence = licença
choice-gate-time-to-first-token = tempo até o primeiro token
choice-gate-writing-speed = velocidade de escrita
choice-gate-memory = memória
choice-gate-context = tamanho das requisições
choice-gate-minimum-score = pontuação em { $benchmark }
choice-gate-languages = idiomas de trabalho
choice-gate-skills = equipe disponível
choice-gate-minimum-judgement = { $criterion }

choice-place-own-premises = as instalações do próprio cliente
choice-place-own-tenancy = máquinas de terceiros usadas só pelo cliente
choice-place-provider-in-region = um provedor preso a uma região por contrato
choice-place-provider = um provedor, onde quer que seja

## Por que uma opção está fora

choice-out-because = Fora porque { $reasons }.
choice-closed-data-residency = os dados vão para { $place }, e nada além de { $allowed } é permitido
choice-closed-licence = { $count ->
        [one] ninguém leu a cláusula da licença, { $licence }, que pode proibir este uso
       *[other] ninguém leu as { $count } cláusulas da licença, { $licence }, que podem proibir este uso
    }
choice-closed-time-to-first-token = o primeiro token leva { $time }, e o permitido é { $target }
choice-closed-writing-speed = escreve { $speed } para um usuário, e o pedido é { $target }
choice-closed-memory = o modelo ocupa { $need }, e a máquina oferece { $room }
choice-closed-memory-in-draws = o modelo não cabe na máquina em { $share } dos futuros
choice-closed-context = uma requisição tem { $tokens } tokens, e o modelo lê { $limit }
choice-closed-minimum-score = obtém { $score } em { $benchmark }, e o pedido é { $limit }
choice-closed-languages = o fornecedor não atende { $languages }
choice-closed-skills = exige { $fte } profissionais em tempo integral, e há { $limit }
choice-closed-minimum-judgement = recebe { $points } pontos em { $criterion }, e o pedido é { $limit }

## Três razões

choice-reason-costs-less = Custa { $amount } a menos que { $second } em { $months }.
choice-reason-better = Sai-se melhor que { $second } em { $criterion }: { $points } pontos, que valem { $amount }.
choice-reason-others-out = { $count ->
        [one] { $options } valeria mais, mas um requisito a deixa de fora.
       *[other] { $options } valeriam mais, mas há requisitos que as deixam de fora.
    }
choice-reason-only-one = É a única opção que atende a todos os requisitos.

## O que a inverteria

choice-flip-input-below = { $input } abaixo de { $at } (hoje { $here }): então { $second }
choice-flip-input-above = { $input } acima de { $at } (hoje { $here }): então { $second }
choice-flip-weight-below = { $criterion } com menos de { $at } de todo o peso (hoje { $here }): então { $second }
choice-flip-weight-above = { $criterion } com mais de { $at } de todo o peso (hoje { $here }): então { $second }
choice-flip-gate = Outra resposta no requisito “{ $gate }”: então { $second }

choice-criterion-cost = Custo
choice-input-judgement = { $criterion }
choice-input-weight = Peso de { $criterion }
choice-input-limit = Limite do requisito “{ $gate }”

## Como se poderia descobrir

choice-find-ask = perguntar
choice-find-measure = medir
choice-find-pilot = testar em piloto
choice-find-logs = importar registros
