# What the engine noticed: not failures, but worth knowing.

## Fit and speed

finding-memory-short = O modelo não cabe; precisa de { $needed } e há { $available }.
finding-context-too-long = Os pedidos são demasiado longos para o modelo; têm { $needed } e ele lê { $available }.
finding-time-to-first-token-missed = O primeiro token demora cerca de { $estimated }; pede-se { $target }.
finding-writing-speed-missed = Um utilizador vê cerca de { $estimated }; pede-se { $target }.
finding-throughput-estimated = { $known ->
        [no] O débito é uma estimativa e desconhece-se o seu erro; uma medição própria substitui-a.
       *[yes] O débito é uma estimativa: em oito de cada dez casos, afasta-se no máximo cerca de { $error } do que se mede; uma medição própria substitui-a.
    }
finding-hopeful = { $utilisation } de utilização quase não deixa margem para imprevistos.
finding-mostly-idle = Só { $utilisation } do que se paga trabalha; o resto fica parado.

## The market

finding-moves-to-successor = O modelo é vendido até { $date }; depois, { $successor } toma o lugar, ao seu preço.
finding-retires-without-successor = O modelo é vendido até { $date } e não foi indicado sucessor; assume-se que o preço se mantém.

## Sources

finding-old-presets = { $count ->
        [one] { $count } registo está antigo, consultado em { $oldest }; confirme antes de usar.
       *[other] { $count } registos estão antigos, o mais velho consultado em { $oldest }; confirme antes de usar.
    }
finding-doubtful-presets = { $count ->
        [one] { $count } registo é fraco ou assumido.
       *[other] { $count } registos são fracos ou assumidos.
    }

## Inputs that contradict each other

finding-cascade-missing-part = A cascata não tem a parte «{ $part }»; escolha outra opção para ela.
finding-cascade-nested = A parte «{ $part }» também é uma cascata; escolha uma opção simples.
finding-shares-exceed-whole = As partes de um todo somam { $sum }; reduza uma delas.
finding-measured-while-busy = «{ $source }» foi medido com a máquina ocupada, pelo que não é utilizado.
finding-measured-long-ago = «{ $source }» foi medido há mais de um ano ({ $date }); os motores melhoraram entretanto.
finding-measured-far-off = «{ $source }» afasta-se { $times } vezes da estimativa: convém rever as condições.
