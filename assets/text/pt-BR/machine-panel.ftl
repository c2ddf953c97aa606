# Um modelo próprio nesta máquina, medições publicadas ao lado de um teste e outras máquinas.

## Um modelo próprio

here-choose-file = Escolher…
here-choose-model = Escolher um modelo
here-choose-take = Usar
here-prompt = Prompt em palavras
here-prompt-example = Uma balança compara o peso de duas coisas. Em poucas palavras, ela
here-prompt-help = É lido como está, sem modelo de conversa. Se ficar vazio, é lido um prompt inventado do comprimento indicado abaixo.
here-no-text = Mesmo assim, a medição é feita com tokens inventados.
here-written = O que o modelo escreve
another-choose-file = Escolher o que uma máquina disse de si mesma

## Medições publicadas ao lado

beside-title = O que outros mediram
beside-aid = Números publicados de um usuário sozinho, deste hardware ou do mais próximo, ao lado do último teste
beside-no-device = Meça esta máquina acima para achar hardware parecido entre as medições publicadas.
beside-nothing = Ninguém publicou uma medição que possa ficar ao lado deste teste.
beside-same-chip = Outros também mediram { $hardware }.
beside-same-class = Ninguém publicou uma medição de { $hardware }; estas são as mais próximas da mesma classe.
beside-other-class = Ninguém publicou uma medição de { $hardware } nem da sua classe; estas são as mais próximas de outras.
beside-writing = Escrita, tokens por segundo
beside-reading = Leitura do prompt, tokens por segundo
beside-column-published = Publicado
beside-column-here = Aqui
beside-column-ratio = Aqui ÷ publicado
beside-times = { $ratio } ×
beside-what = { $model }, { $bits } bits, em { $hardware }
beside-near-same-chip = mesmo chip
beside-near-same-class = mesma classe de hardware
beside-near-other-class = outra classe de hardware
beside-model-true = mesmo modelo
beside-model-false = outro modelo
beside-format-true = mesmos bits
beside-format-false = outros bits
beside-bandwidth = os pesos usam { $theirs } da banda da ficha técnica, e { $own } da medida aqui
beside-caution = A razão junta chip, modelo, bits e motor; ela só compara motores quando todo o resto é igual. Já as partes da banda podem ser comparadas entre modelos.
latency-published-heading = Publicado do mesmo hardware ou do mais próximo
latency-published = { $quantity }: { $what } ({ $near }): { $published } publicado, { $own } aqui, { $ratio } vezes

## Testes

here-run-plan = prompts de { $prompt }, respostas de { $output } tokens, { $users } { $most ->
        [one] usuário
       *[other] usuários ao mesmo tempo
    }, { $repeats ->
        [one] uma repetição
       *[other] { $repeats } repetições
    }
here-run-speed = { $speed } tokens por segundo
here-run-prompt = { $speed } tokens de prompt por segundo
here-run-first = primeiro token depois de { $time }
here-run-nothing = Nada foi respondido.
here-run-busy = A máquina estava ocupada: o caso não usa este teste.
here-run-use = Usar no caso
here-run-use-name = Usar { $run } no caso
here-run-remove = Remover
here-run-remove-name = Remover { $run }

## Uma máquina que não está aqui

another-describe-button = Descrever outra máquina…
another-describe = Descrever outra máquina
another-describe-aid = O que é digitado vale como informado por você; o que decorre disso é uma estimativa
another-path = O que o comando “weighbridge probe --json” escreveu naquela máquina, ou “Copiar transcrição” lá
another-path-help = Preenche os campos abaixo; todos podem ser alterados.
another-read = Ler
another-name = Nome da máquina
another-processor = Processador
another-memory = Memória
another-bandwidth = Banda de memória
another-arithmetic = Aritmética de 16 bits
another-gpu-name = Processador gráfico
another-gpu-add = Adicionar GPU
another-gpu-remove = Remover esta GPU
another-fields-help = 0 significa que não se sabe. De hardware medido e publicado, basta o nome.
another-take = Usar
another-lacks-name = Dê um nome à máquina.
another-lacks-memory = Informe quanta memória a máquina ou uma de suas GPUs tem.
another-lacks-gpu-name = Informe o nome de cada GPU.
another-not-readable = Não foi possível ler o arquivo: { $reason }
another-too-large = O arquivo é grande demais para ser o que uma máquina diz de si mesma.
another-no-machine = O arquivo não descreve nenhuma máquina; use o que “weighbridge probe --json” escreveu. ({ $reason })
another-title = Outra máquina: { $name }
another-aid = Não está aqui: hoje este programa não mediu nada dela
another-known-there = { $how }, lá
another-measured-there = medido lá
another-change = Alterar…
another-remove = Remover
another-no-bandwidth = A memória ou a banda dela não é conhecida, então nada pode ser estimado para ela; em “Alterar…” você pode informá-las.
another-estimates = Só estimativas, a partir do que foi informado ou lido: modelos do caso nela, com a faixa de oito em cada dez.
another-no-arithmetic = A velocidade de leitura de prompts fica em aberto: a capacidade aritmética não é conhecida.
another-no-option = Nenhuma opção do caso roda em dispositivos ou servidores próprios, então nenhuma pode passar para ela.
another-in-use = { $option } roda nela.
another-use = Pôr { $option } nela
another-use-help = Modelo, preço e potência da opção continuam; memória, banda e o que decorre delas passam a ser os desta máquina. Dá para desfazer.

## Palavras ao lado das velocidades

here-word-comfortable = Confortável para acompanhar a leitura
here-word-usable = Utilizável: mais ou menos na velocidade de leitura
here-word-too-slow = Lento demais para acompanhar a leitura
here-words-by-reading = confortável a partir de { $comfortable } tokens por segundo, o dobro da velocidade de leitura; utilizável a partir de { $usable }, a velocidade de leitura; abaixo disso, lento demais
here-words-by-target = confortável a partir de { $comfortable } tokens por segundo, a meta do caso; utilizável a partir de { $usable }, a velocidade de leitura; abaixo disso, lento demais
here-words-by-low-target = confortável a partir de { $comfortable } tokens por segundo, a meta do caso, menos que os { $usable } em que as pessoas leem; abaixo disso, lento demais
