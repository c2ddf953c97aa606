# O editor de faixas.

## A faixa de uma entrada

ranges-of = Faixa de { $field }
ranges-kind = Um valor ou uma faixa
ranges-one-value = Um só valor
    .help = O mesmo em todos os futuros. Dê mínimo e máximo onde não há certeza; as chances decorrem disso.
ranges-low-to-high = Do mínimo ao máximo
ranges-low = Extremo inferior
ranges-high = Extremo superior
ranges-low-above = O extremo inferior fica acima do valor, { $value }.
ranges-high-below = O extremo superior fica abaixo do valor, { $value }.
ranges-reading = O que significam os extremos
ranges-reading-percentiles = P10 e P90
    .help = Uma vez em dez fica abaixo do extremo inferior, uma em dez acima do superior.
ranges-reading-bounds = Limites
    .help = Nunca fica fora deles.
ranges-shape = Como os valores se distribuem
ranges-shape-usual = Usual
    .help = Passa por mínimo, valor e máximo: duas metades de curvas normais para percentis, uma corcova suave para limites.
ranges-shape-triangular = Triângulo
    .help = Um triângulo mais alto no valor.
ranges-shape-pert = PERT
    .help = Uma corcova suave, mais alta no valor.
ranges-shape-normal = Normal
    .help = A curva em sino com estes percentis; o valor só conta onde nada é sorteado.
ranges-shape-lognormal = Lognormal
    .help = Para o que nunca é negativo e às vezes é muito grande; pelos percentis.
ranges-shape-uniform = Plana
    .help = Todo valor entre os extremos é igualmente provável.
ranges-shape-trigen = Trigen
    .help = O triângulo que tem estes percentis; seus cantos ficam além deles.
ranges-shape-cases = Casos
    .help = Poucos valores, cada um com sua chance.
ranges-shape-refused = “{ $shape }” não serve: { $reason } Vale a forma anterior.
ranges-sketch = Como { $field } se distribui: valor { $value }, mínimo { $low }, máximo { $high }
ranges-remove = Remover a faixa
ranges-shared = Em todo futuro estas acompanham: { $figures }.

## Casos

ranges-cases = Valores e suas chances
ranges-case-value = Valor do caso { $place }
ranges-case-chance = Chance do caso { $place }
ranges-case-remove = Remover o caso { $place }
ranges-case-add = Adicionar caso
ranges-case-scale = Fazer somar o todo
ranges-cases-sum = As chances devem somar o todo, e somam { $sum }.
ranges-chance-outside = Uma chance fica entre nada e o todo.
ranges-last-stands = Vale a última lista correta.

## O que se move junto

ranges-together = Move-se junto com
    .help = Com nada mais, até onde se disse.
ranges-together-add = Escolher o que a acompanha
ranges-pair = { $first } com { $second }
ranges-rank-of = Correlação de postos: { $pair }
ranges-pair-remove = Deixar { $pair } livres
ranges-pair-first = Escolher a primeira de um par
ranges-pair-second = Escolher a segunda do par
ranges-pair-begun = { $first } move-se junto com …
