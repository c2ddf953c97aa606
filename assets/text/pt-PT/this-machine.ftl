# Esta máquina na janela: o que foi encontrado, um modelo cronometrado nela e o que isso significa para o caso.

latency-view-options = Opções do caso
latency-view-machine = Esta máquina
latency-view-endpoint = Um endpoint

## Título

here-headline-nothing = Ainda nada foi cronometrado nesta máquina
here-headline-measured = Um modelo foi cronometrado nesta máquina
here-headline-comfortable = Esta máquina escreve respostas do { $model } a confortáveis { $speed } tokens por segundo
here-headline-usable = Esta máquina escreve respostas do { $model } a { $speed } tokens por segundo, mais ou menos à velocidade da leitura
here-headline-too-slow = Com { $speed } tokens por segundo, esta máquina é demasiado lenta para o { $model }
here-sure = O que se mede aqui é medição; o que daí decorre para outros modelos é estimativa. Nada é descarregado e nada sai da máquina.

## O que foi encontrado

here-found = O que foi encontrado
here-found-aid = Dados desta máquina e como se conhece cada um
here-looking = A examinar esta máquina …
here-column-fact = Dado
here-column-value = Valor
here-column-known = Como se sabe
here-known-operating-system = sistema operativo
here-known-processor = processador
here-known-driver = controlador
here-known-measured = medido
here-known-entered = introduzido por si
here-known-nobody = ninguém diz
here-gpu-number = GPU { $number }
here-of-gpu = GPU { $number }, { $what }
here-measured-within = medido, ±{ $spread }
here-measure = Medir (cerca de { $time })
here-measure-again = Medir de novo (cerca de { $time })
here-measure-needs = Ocupa até { $memory } de memória enquanto mede
here-measuring = A medir memória e aritmética …
here-measuring-left = A medir memória e aritmética, faltam { $left }
here-cancel = Cancelar
here-transcript = Copiar transcrição
here-show-all = Todos os dados
here-show-less = Menos dados
here-look-again = Examinar de novo
here-correct = Corrigir «{ $fact }»
here-correct-help = Um campo vazio quer dizer que não se sabe.
here-correct-bytes = Em gigabytes (10⁹ bytes). Um campo vazio quer dizer que não se sabe.
here-correct-texts = Nomes separados por vírgulas. Um campo vazio quer dizer que nada se sabe.
here-correct-range = Aqui é preciso um número de 0 a mil milhões.
here-correct-take = Usar

## Cronometrar um modelo

here-time = Cronometrar um modelo aqui
here-time-aid = Token por token; um modelo inventado com as mesmas dimensões é tão rápido como um real
here-where = Onde corre
here-processor = Processador
here-gpu = GPU { $number }: { $name }
here-software = Software: { $name }
here-what = Qual modelo
here-made-up = Inventado
here-file = Ficheiro GGUF
here-path = Caminho de um ficheiro GGUF
here-path-help = O ficheiro é lido onde está. Correm modelos Llama, Mistral, Qwen, Gemma e Phi-3.
here-shape = Dimensões
here-format = Formato numérico
here-prompt-tokens = Prompt
here-output-tokens = Resposta
here-sweep = Experimentar { $users } utilizadores ao mesmo tempo
here-though-busy = Mesmo que outros programas ocupem a máquina
here-start = Cronometrar
here-running = A correr: { $model }
here-stage-preparing = a preparar o modelo
here-stage-warming = a aquecer
here-stage-timing = a cronometrar
here-stage-telling-apart = a separar os tempos da GPU
here-stage-stopping = a parar
here-users = { $users ->
        [one] { $users } utilizador
       *[other] { $users } utilizadores
    } ao mesmo tempo
here-answered = { $done } de { $all } respondidas
here-left = faltam { $left }
here-trace-unit = ms por token
here-trace-summary = { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }, no meio { $middle } milissegundos cada
here-result = Cronometrado: { $model }
here-figure-first = até ao primeiro token
here-figure-between = entre tokens, p50 / p95
here-figure-speed = tokens por segundo
here-figure-prompt = tokens de prompt por segundo
here-figure-bandwidth = da largura de banda medida
here-told-apart = Um token que fica na GPU leva { $pipelined } ms; só os seus { $dispatches } despachos levariam { $floor } ms.

## O que significa para o caso

here-meaning = O que isso significa para o caso
here-meaning-aid = Modelos do caso nesta máquina, estimados a partir do que foi medido, com o intervalo de oito em cada dez; no formato cronometrado ou no que uma opção aqui usa
here-weights-timed = em { $format }, como o modelo cronometrado
here-weights-own = em { $format }, como «{ $option }» aqui usa
here-weights-usual = em { $format }, o mais habitual em máquinas destas
here-meaning-no-device = Meça esta máquina acima, para que outros modelos possam ser estimados a partir deste ensaio.
here-meaning-no-model = Nenhuma opção do caso hospeda um modelo por conta própria.
here-column-model = Modelo
here-column-speed = Tokens por segundo
here-column-prompt = Prompt lido em
here-column-verdict = Veredicto
here-range = { $value } ({ $low } a { $high })
here-verdict-comfortable = confortável
here-verdict-usable = utilizável
here-verdict-too-slow = demasiado lento
here-verdict-does-not-run = não corre
here-into-the-case = Levar para o caso
here-in-the-case = No caso: as estimativas desta máquina e da sua classe cedem lugar a ela.
here-busy-not-used = A máquina estava ocupada: a medição fica guardada e não é utilizada.
here-nothing-for-the-case = Este ensaio não diz nada sobre uma máquina: foi feito em software ou não respondeu nada.

## Ensaios

here-history = Ensaios
here-history-aid = Nesta máquina, do mais recente para o mais antigo: o que um utilizador sozinho viu, a mediana das repetições

## O gráfico de vários utilizadores

chart-speed-by-users = Velocidade por utilizadores
measured-title-shared = Com { $users } utilizadores ao mesmo tempo, cada um recebe { $each } em vez de { $alone }
measured-title-enough = Mais utilizadores dividem a velocidade; { $users ->
        [one] um ainda recebe
       *[other] { $users } ainda recebem
    } { $target }
measured-title-never = Aqui ninguém recebe { $target }, nem sozinho
measured-subtitle = { $subject }: velocidade que cada utilizador vê, conforme os utilizadores ao mesmo tempo
measured-phrase = { $users ->
        [one] um utilizador
       *[other] { $users } utilizadores
    }: { $each } cada, { $all } no total
measured-column-users = Utilizadores
measured-column-each = Cada um
measured-column-all = No total
measured-column-first = Primeiro token, p95
measured-axis-users = utilizadores ao mesmo tempo
measured-axis-each = tokens por segundo para cada um
measured-each = cada utilizador
measured-target = meta
measured-here = { $users ->
        [one] um utilizador
       *[other] { $users } utilizadores
    }

## Um endpoint

endpoint-headline = O { $model } neste endpoint escreve { $speed } tokens por segundo
endpoint-headline-failed = O endpoint não deu nenhuma resposta que pudesse ser cronometrada
endpoint-headline-nothing = Ainda não foi cronometrado nenhum endpoint
endpoint-sure = Cronometrado no cliente, com rede e espera. Os pedidos vão só para o endereço aqui indicado, e só quando carrega no botão.
endpoint-ask = Cronometrar um endpoint
endpoint-ask-aid = Qualquer servidor com a interface da OpenAI: llama.cpp, Ollama, vLLM ou o de um fornecedor
endpoint-url = Endereço, como http://localhost:8080/v1
endpoint-model = Nome do modelo nesse servidor
endpoint-key = Chave
endpoint-key-variable = De uma variável
endpoint-key-typed = Escrita, para um ensaio
endpoint-key-variable-name = Nome da variável de ambiente (vazio se não houver)
endpoint-key-itself = Chave (nunca é gravada)
endpoint-option = Opção do caso que compra aí
endpoint-loopback = O endereço é desta máquina; nada se paga.
endpoint-input-price = Preço da entrada
endpoint-output-price = Preço da saída
endpoint-ceiling = Pode custar no máximo
endpoint-agree = Concordo com estes pedidos e com o seu custo
endpoint-start = { $count ->
        [one] Enviar { $count } pedido
       *[other] Enviar { $count } pedidos
    }
endpoint-progress = { $done } de { $all } respondidos, { $failed } falhados, { $limited } deles recusados por chegarem depressa demais
endpoint-column-first = Primeiro token, p50 / p95
endpoint-column-between = Entre tokens, p50 / p95
endpoint-column-failed = Falhas
endpoint-spent = Gasto: { $spent }, pelos preços indicados.
endpoint-no-option = Escolha a opção que compra aí antes de um ensaio, para levar os números para o caso.
endpoint-in-the-case = No caso: os tempos de espera da opção são os medidos.
