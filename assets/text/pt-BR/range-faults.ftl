# Why a range cannot be drawn from, and why correlations cannot be.

error-range = Não é possível sortear do intervalo de { $path }. { $why }
error-too-many-quantities = Há mais entradas incertas do que dimensões da sequência de Sobol’ aqui ({ $most }); escolha o hipercubo latino.

## At a range

fault-range-not-finite = Um intervalo precisa de números finitos em todos os campos.
fault-range-high-below-low-percentiles = P90, { $high }, está abaixo de P10, { $low }.
fault-range-high-below-low-bounds = O limite superior, { $high }, está abaixo do inferior, { $low }.
fault-range-figure-below-low-percentiles = O valor, { $middle }, está abaixo de P10, { $low }.
fault-range-figure-below-low-bounds = O valor, { $middle }, está abaixo do limite inferior, { $low }.
fault-range-figure-above-high-percentiles = P90, { $high }, está abaixo do valor, { $middle }.
fault-range-figure-above-high-bounds = O limite superior, { $high }, está abaixo do valor, { $middle }.
fault-range-negative-spread = Uma dispersão não pode ser negativa, e { $value } é.
fault-range-not-positive = Um intervalo lognormal só aceita números positivos, e { $value } não é.
fault-range-negative-chance = Uma chance não pode ser negativa, e { $value } é.
fault-range-chances-sum = As chances de todos os casos precisam formar um todo, e estas somam { $sum }.
fault-range-no-cases = É preciso haver pelo menos um caso.
fault-range-cases-ends = Baixo e alto precisam ser o menor e o maior caso, { $low } e { $high }.
fault-range-no-triangle = Nenhum triângulo passa por estes extremos.
fault-range-needs-percentiles-normal = Um intervalo normal não tem limites: informe P10 e P90.
fault-range-needs-percentiles-lognormal = Um intervalo lognormal não tem limites: informe P10 e P90.
fault-range-needs-percentiles-trigen = O trigen é um triângulo dado por percentis: informe P10 e P90 ou escolha o triângulo.

## At correlations

fault-correlation-out-of-range = A correlação de { $first } com { $second } precisa estar entre −1 e 1, sem incluí-los, e { $rank } não está; o que anda junto é uma só grandeza.
fault-correlation-same = { $quantity } está correlacionada consigo mesma.
fault-correlation-twice = A correlação de { $first } com { $second } aparece duas vezes.
fault-correlation-contradiction = Estas correlações se contradizem; aproxime algumas de zero: { $pairs }.
fault-correlation-three-pairs = Estas três correlações se contradizem: { $pairs }. Enquanto as outras duas ficam, { $first } com { $second } precisa estar entre { $low } e { $high }.
correlation-pair = { $first } com { $second } em { $rank }
