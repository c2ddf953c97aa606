# A measurement that is typed in, and what an import still lacks.

## The form

typed-begin = Introduzir uma medição…
typed-title = Uma medição própria
typed-aid = Prevalece sobre a estimativa de exatamente isto e desloca as semelhantes; pode ser anulada.
typed-subject = O que foi medido
typed-subject-other = Outro modelo e outra máquina
typed-model = Modelo
typed-hardware = Máquina
typed-accelerators = GPU ou processadores no total
typed-quantity = Grandeza
typed-quantity-fixed-batch = Débito com tantos utilizadores
typed-input = Tokens de um prompt
typed-output = Tokens de uma resposta
typed-users = Pedidos em simultâneo
typed-value-speed = Tokens por segundo
typed-value-time = Milissegundos
typed-date = Dia da medição
typed-source = Fonte
typed-source-aid = Quem mediu, ou onde está escrito.
typed-note = Nota
typed-note-aid = Versão, definições e outra carga, como entender.
typed-estimate = Estimado até agora: { $figure }.
typed-change = Estimado até agora: { $before }; com esta medição: { $after }.
typed-add = Adicionar a medição

## Why it cannot be added yet

typed-lacks-model = Escolha o modelo que foi medido.
typed-lacks-hardware = Escolha a máquina em que correu.
typed-lacks-weights = Escolha o formato dos pesos.
typed-lacks-engine = Escolha o motor que o serviu.
typed-lacks-source = Indique de onde vem o valor.
typed-no-number = «{ $text }» não é um número.
typed-not-positive = Escreva um número superior a 0.
typed-not-whole = Escreva um número inteiro de 1 a { $most }.
typed-too-late = Esse dia ainda não chegou.
typed-unknown-model = Ninguém publicou as dimensões de { $model }; não há estimativa com que o comparar.
typed-no-room = Um caso guarda no máximo { $most } medições: remova primeiro uma.

## Rows of a file that cannot be used yet

row-lacks-model = o ficheiro não diz qual era o modelo: escolha-o acima
row-unknown-model = nada aqui se chama «{ $name }»: escolha acima que modelo é
row-lacks-hardware = o ficheiro não diz em que correu: escolha a máquina acima
row-unknown-hardware = nada aqui se chama «{ $name }»: escolha acima que máquina é
row-lacks-count = o ficheiro não diz em quantas GPU ou processadores correu: escreva-o acima
row-lacks-weights = o ficheiro não diz em que formato estavam os pesos: escolha-o acima
row-lacks-engine = o ficheiro não diz qual era o motor: escolha-o acima
row-lacks-load = o ficheiro não diz quantos pedidos havia em simultâneo: escreva-o acima
row-answered = Conforme a sua resposta: { $what }
