# Medições como evidência: no relatório, como o próximo a medir e em uma máquina própria.

## O relatório

report-section-measured = O que foi medido
report-column-measured = Medido
report-column-estimated = Estimado
report-column-run = Medição
report-measured-further = { $count ->
        [one] Há { $count } medição mais antiga
       *[other] Há { $count } medições mais antigas
    } no caso que não { $count ->
        [one] aparece
       *[other] aparecem
    } aqui.
report-run-made-up = { $model } com pesos sintéticos (semente { $seed }), só para cronometrar
report-run-plan-users = prompts de { $prompts } tokens, respostas de { $output }, { $users } ao mesmo tempo; { $repeats ->
        [one] { $repeats } repetição
       *[other] { $repeats } repetições
    } depois de { $warmup } de aquecimento, no máximo { $limit }
report-run-plan-rate = prompts de { $prompts } tokens, respostas de { $output }; { $requests } requisições que chegam ao acaso, { $rate } por segundo (semente { $seed }), depois de { $warmup } de aquecimento, no máximo { $limit }
report-run-failed = { $count ->
        [one] { $count } requisição falhou
       *[other] { $count } requisições falharam
    }
report-run-quiet = Outros programas usaram { $share } dos processadores.
report-definition-throughput = Vazão: tokens de saída por segundo de todos os usuários juntos.
report-definition-spread = Abaixo de um número: uma em cada dez repetições ficou abaixo do primeiro valor, e uma em cada dez acima do segundo. O estimado é o que este programa esperava antes de qualquer medição para o caso.
report-machine = A máquina: { $name }
report-machine-unnamed = A máquina

## O próximo a medir

decision-time-here = Cronometrar “{ $option }” aqui
decision-time-endpoint = Cronometrar o endpoint de “{ $option }”
decision-time-import = Importar uma medição para “{ $option }”
decision-time-worth = Oferecido quando conhecer a velocidade pode valer mais de { $least }: meia hora de um engenheiro de aprendizado de máquina, mais ou menos o que uma medição custa.

## Uma opção nesta máquina

take-over = Uma opção nesta máquina
take-over-aid = Uma opção pode rodar em máquinas como { $machine }. A memória, a largura de banda e a aritmética dela passam a ser as encontradas e medidas aqui, e o que foi cronometrado aqui vale para o modelo dela.
take-over-option = Rodar “{ $option }” nesta máquina
take-over-done = “{ $option }” roda nesta máquina.
take-over-price = Preço e vida útil da máquina ficam como estão, e o consumo também, a não ser que um teste do caso tenha medido energia nela; confira-os depois.
