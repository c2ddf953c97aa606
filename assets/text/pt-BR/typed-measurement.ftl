# A measurement that is typed in, and what an import still lacks.

## The form

typed-begin = Digitar uma medição…
typed-title = Uma medição própria
typed-aid = Vale antes da estimativa de exatamente isto e desloca as semelhantes; pode ser desfeita.
typed-subject = O que foi medido
typed-subject-other = Outro modelo e outra máquina
typed-model = Modelo
typed-hardware = Máquina
typed-accelerators = GPUs ou processadores no total
typed-quantity = Grandeza
typed-quantity-fixed-batch = Taxa de geração com tantos usuários
typed-input = Tokens de um prompt
typed-output = Tokens de uma resposta
typed-users = Requisições simultâneas
typed-value-speed = Tokens por segundo
typed-value-time = Milissegundos
typed-date = Dia da medição
typed-source = Fonte
typed-source-aid = Quem mediu, ou onde está escrito.
typed-note = Observação
typed-note-aid = Versão, configurações e outra carga, como preferir.
typed-estimate = Estimado até agora: { $figure }.
typed-change = Estimado até agora: { $before }; com esta medição: { $after }.
typed-add = Adicionar a medição

## Why it cannot be added yet

typed-lacks-model = Escolha o modelo que foi medido.
typed-lacks-hardware = Escolha a máquina em que rodou.
typed-lacks-weights = Escolha o formato dos pesos.
typed-lacks-engine = Escolha o motor que o serviu.
typed-lacks-source = Diga de onde vem o número.
typed-no-number = “{ $text }” não é um número.
typed-not-positive = Escreva um número maior que 0.
typed-not-whole = Escreva um número inteiro de 1 a { $most }.
typed-too-late = Esse dia ainda não chegou.
typed-unknown-model = Ninguém publicou as dimensões de { $model }; não há estimativa com que comparar.
typed-no-room = Um caso guarda no máximo { $most } medições: remova uma antes.

## Rows of a file that cannot be used yet

row-lacks-model = o arquivo não diz qual era o modelo: escolha acima
row-unknown-model = nada aqui se chama “{ $name }”: escolha acima qual modelo é
row-lacks-hardware = o arquivo não diz em que rodou: escolha a máquina acima
row-unknown-hardware = nada aqui se chama “{ $name }”: escolha acima qual máquina é
row-lacks-count = o arquivo não diz em quantas GPUs ou processadores rodou: escreva acima
row-lacks-weights = o arquivo não diz em que formato estavam os pesos: escolha acima
row-lacks-engine = o arquivo não diz qual era o motor: escolha acima
row-lacks-load = o arquivo não diz quantas requisições simultâneas havia: escreva acima
row-answered = Conforme sua resposta: { $what }
