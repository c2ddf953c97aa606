# What the engine noticed: not failures, but worth knowing.

## Fit and speed

finding-memory-short = O modelo não cabe; precisa de { $needed } e há { $available }.
finding-context-too-long = As requisições são longas demais para o modelo; têm { $needed } e ele lê { $available }.
finding-time-to-first-token-missed = O primeiro token leva cerca de { $estimated }; pede-se { $target }.
finding-writing-speed-missed = Um usuário vê cerca de { $estimated }; pede-se { $target }.
finding-throughput-estimated = { $known ->
        [no] A taxa de geração é uma estimativa, e não se sabe qual é o erro; uma medição própria a substitui.
       *[yes] A taxa de geração é uma estimativa: em oito de cada dez casos, fica a no máximo cerca de { $error } do que se mede; uma medição própria a substitui.
    }
finding-hopeful = { $utilisation } de utilização quase não deixa folga para imprevistos.
finding-mostly-idle = Só { $utilisation } do que se paga trabalha; o resto fica ocioso.

## The market

finding-moves-to-successor = O modelo é vendido até { $date }; depois, { $successor } assume, ao preço dele.
finding-retires-without-successor = O modelo é vendido até { $date } e nenhum sucessor foi indicado; supõe-se que o preço se mantenha.

## Sources

finding-old-presets = { $count ->
        [one] { $count } registro está antigo, lido em { $oldest }; confira antes de usar.
       *[other] { $count } registros estão antigos, o mais velho lido em { $oldest }; confira antes de usar.
    }
finding-doubtful-presets = { $count ->
        [one] { $count } registro é fraco ou suposto.
       *[other] { $count } registros são fracos ou supostos.
    }

## Inputs that contradict each other

finding-cascade-missing-part = A cascata não tem a parte “{ $part }”; escolha outra opção para ela.
finding-cascade-nested = A parte “{ $part }” também é uma cascata; escolha uma opção simples.
finding-shares-exceed-whole = As parcelas de um todo somam { $sum }; reduza uma delas.
finding-measured-while-busy = “{ $source }” foi medido com a máquina ocupada, por isso não é usado.
finding-measured-long-ago = “{ $source }” foi medido há mais de um ano ({ $date }); os motores melhoraram desde então.
finding-measured-far-off = “{ $source }” fica { $times } vezes longe da estimativa: vale rever as condições.
