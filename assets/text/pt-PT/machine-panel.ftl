# Um modelo próprio nesta máquina, medições publicadas ao lado de um ensaio e outras máquinas.

## Um modelo próprio

here-choose-file = Escolher…
here-choose-model = Escolher um modelo
here-choose-take = Usar
here-prompt = Prompt em palavras
here-prompt-example = Uma balança compara o peso de duas coisas. Em poucas palavras,
here-prompt-help = É lido tal como está, sem modelo de conversa. Se ficar vazio, é lido um prompt inventado com o comprimento indicado abaixo.
here-no-text = Ainda assim, é cronometrado com tokens inventados.
here-written = O que o modelo escreve
another-choose-file = Escolher o que uma máquina disse de si própria

## Medições publicadas ao lado

beside-title = O que outros mediram
beside-aid = Números publicados de um utilizador sozinho, deste hardware ou do mais próximo, ao lado do último ensaio
beside-no-device = Meça esta máquina acima para encontrar hardware semelhante entre as medições publicadas.
beside-nothing = Ninguém publicou uma medição que possa figurar ao lado deste ensaio.
beside-same-chip = Outros também mediram { $hardware }.
beside-same-class = Ninguém publicou uma medição de { $hardware }; estas são as mais próximas da sua classe.
beside-other-class = Ninguém publicou uma medição de { $hardware } nem da sua classe; estas são as mais próximas de outras.
beside-writing = Escrita, tokens por segundo
beside-reading = Leitura do prompt, tokens por segundo
beside-column-published = Publicado
beside-column-here = Aqui
beside-column-ratio = Aqui ÷ publicado
beside-times = { $ratio } ×
beside-what = { $model }, { $bits } bits, em { $hardware }
beside-near-same-chip = o mesmo chip
beside-near-same-class = a mesma classe de hardware
beside-near-other-class = outra classe de hardware
beside-model-true = o mesmo modelo
beside-model-false = outro modelo
beside-format-true = os mesmos bits
beside-format-false = outros bits
beside-bandwidth = os pesos ocupam { $theirs } da largura de banda da ficha técnica, e { $own } da que foi medida aqui
beside-caution = A razão junta chip, modelo, bits e motor; só compara motores quando tudo o resto coincide. Já as partes da largura de banda são comparáveis entre modelos.
latency-published-heading = Publicado do mesmo hardware ou do mais próximo
latency-published = { $quantity }: { $what } ({ $near }): { $published } publicado, { $own } aqui, { $ratio } vezes

## Ensaios

here-run-plan = prompts de { $prompt }, respostas de { $output } tokens, { $users } { $most ->
        [one] utilizador
       *[other] utilizadores em simultâneo
    }, { $repeats ->
        [one] uma repetição
       *[other] { $repeats } repetições
    }
here-run-speed = { $speed } tokens por segundo
here-run-prompt = { $speed } tokens de prompt por segundo
here-run-first = primeiro token ao fim de { $time }
here-run-nothing = Nada foi respondido.
here-run-busy = A máquina estava ocupada: o caso não usa este ensaio.
here-run-use = Usar no caso
here-run-use-name = Usar { $run } no caso
here-run-remove = Remover
here-run-remove-name = Remover { $run }

## Uma máquina que não está aqui

another-describe-button = Descrever outra máquina…
another-describe = Descrever outra máquina
another-describe-aid = O que escrever conta como introduzido por si; o que daí resulta é uma estimativa
another-path = O que o comando «weighbridge probe --json» escreveu nessa máquina, ou aí «Copiar transcrição»
another-path-help = Preenche os campos abaixo; todos podem ser alterados.
another-read = Ler
another-name = Nome da máquina
another-processor = Processador
another-memory = Memória
another-bandwidth = Largura de banda da memória
another-arithmetic = Aritmética de 16 bits
another-gpu-name = Processador gráfico
another-gpu-add = Adicionar uma GPU
another-gpu-remove = Remover esta GPU
another-fields-help = 0 significa que não se sabe. De hardware medido e publicado basta o nome.
another-take = Adotar
another-lacks-name = Dê um nome à máquina.
another-lacks-memory = Indique quanta memória tem a máquina ou uma das suas GPU.
another-lacks-gpu-name = Indique o nome de cada GPU.
another-not-readable = Não é possível ler o ficheiro: { $reason }
another-too-large = O ficheiro é demasiado grande para ser o que uma máquina diz de si própria.
another-no-machine = O ficheiro não descreve nenhuma máquina; use o que «weighbridge probe --json» escreveu. ({ $reason })
another-title = Outra máquina: { $name }
another-aid = Não está aqui: hoje este programa não mediu nada dela
another-known-there = { $how }, nessa máquina
another-measured-there = medido nessa máquina
another-change = Alterar…
another-remove = Remover
another-no-bandwidth = A sua memória ou largura de banda não é conhecida, pelo que nada pode ser estimado; em «Alterar…» pode indicá-las.
another-estimates = Apenas estimativas, a partir do que foi introduzido ou lido: modelos do caso nessa máquina, com o intervalo de oito em cada dez.
another-no-arithmetic = Não se diz quanto demora a ler prompts: a capacidade aritmética não é conhecida.
another-no-option = Nenhuma opção do caso corre em dispositivos ou servidores próprios, pelo que nenhuma pode passar para ela.
another-in-use = { $option } corre nela.
another-use = Pôr { $option } a correr nela
another-use-help = O modelo, o preço e a potência da opção mantêm-se; a memória, a largura de banda e o que daí resulta passam a ser os desta máquina. Pode ser anulado.

## Palavras ao lado das velocidades

here-word-comfortable = Confortável para acompanhar a leitura
here-word-usable = Utilizável: mais ou menos à velocidade a que se lê
here-word-too-slow = Demasiado lento para acompanhar a leitura
here-words-by-reading = confortável a partir de { $comfortable } tokens por segundo, o dobro da velocidade a que se lê; utilizável a partir de { $usable }, a velocidade a que se lê; abaixo disso, demasiado lento
here-words-by-target = confortável a partir de { $comfortable } tokens por segundo, o objetivo do caso; utilizável a partir de { $usable }, a velocidade a que se lê; abaixo disso, demasiado lento
here-words-by-low-target = confortável a partir de { $comfortable } tokens por segundo, o objetivo do caso, menos do que os { $usable } a que se lê; abaixo disso, demasiado lento
