# Medições como evidência: no relatório, como o próximo a medir e numa máquina própria.

## O relatório

report-section-measured = O que foi medido
report-column-measured = Medido
report-column-estimated = Estimado
report-column-run = Medição
report-measured-further = { $count ->
        [one] Há { $count } medição mais antiga
       *[other] Há { $count } medições mais antigas
    } no caso que não { $count ->
        [one] é impressa
       *[other] são impressas
    } aqui.
report-run-made-up = { $model } com pesos sintéticos (semente { $seed }), apenas para cronometrar
report-run-plan-users = pedidos de { $prompts } tokens, respostas de { $output }, { $users } em simultâneo; { $repeats ->
        [one] { $repeats } repetição
       *[other] { $repeats } repetições
    } após { $warmup } de aquecimento, no máximo { $limit }
report-run-plan-rate = pedidos de { $prompts } tokens, respostas de { $output }; { $requests } pedidos que chegam ao acaso, { $rate } por segundo (semente { $seed }), após { $warmup } de aquecimento, no máximo { $limit }
report-run-failed = { $count ->
        [one] { $count } pedido falhou
       *[other] { $count } pedidos falharam
    }
report-run-quiet = Outros programas usaram { $share } dos processadores.
report-definition-throughput = Débito: tokens de saída por segundo de todos os utilizadores em conjunto.
report-definition-spread = Por baixo de um valor: uma em cada dez repetições ficou abaixo do primeiro número, e uma em cada dez acima do segundo. O estimado é o que este programa esperava antes de se medir o que quer que fosse para o caso.
report-machine = A máquina: { $name }
report-machine-unnamed = A máquina

## O próximo a medir

decision-time-here = Cronometrar aqui «{ $option }»
decision-time-endpoint = Cronometrar o endpoint de «{ $option }»
decision-time-import = Importar uma medição para «{ $option }»
decision-time-worth = Proposto quando conhecer a velocidade pode valer mais de { $least }: meia hora de um engenheiro de aprendizagem automática, mais ou menos o que custa uma medição.

## Uma opção nesta máquina

take-over = Uma opção nesta máquina
take-over-aid = Uma opção pode correr em máquinas como { $machine }. A memória, a largura de banda e a aritmética passam então a ser as encontradas e medidas aqui, e o que foi cronometrado aqui vale para o seu modelo.
take-over-option = Correr «{ $option }» nesta máquina
take-over-done = «{ $option }» corre nesta máquina.
take-over-price = O preço e a vida útil da máquina ficam como estão, e o consumo também, a não ser que um ensaio do caso tenha medido energia nela; reveja-os depois.
