# Esta máquina na janela: o que foi encontrado, um modelo cronometrado nela e o que isso significa para o caso.

latency-view-options = Opções do caso
latency-view-machine = Esta máquina
latency-view-endpoint = Um endpoint

## Título

here-headline-nothing = Ainda não se cronometrou nada nesta máquina
here-headline-measured = Um modelo foi cronometrado nesta máquina
here-headline-comfortable = Esta máquina escreve respostas do { $model } a confortáveis { $speed } tokens por segundo
here-headline-usable = Esta máquina escreve respostas do { $model } a { $speed } tokens por segundo, mais ou menos na velocidade da leitura
here-headline-too-slow = Com { $speed } tokens por segundo, esta máquina é lenta demais para o { $model }
here-sure = O que se mede aqui é medição; o que daí decorre para outros modelos é estimativa. Nada é baixado e nada sai da máquina.

## O que foi encontrado

here-found = O que foi encontrado
here-found-aid = Dados desta máquina e como se conhece cada um
here-looking = Examinando esta máquina …
here-column-fact = Dado
here-column-value = Valor
here-column-known = Como se sabe
here-known-operating-system = sistema operacional
here-known-processor = processador
here-known-driver = driver
here-known-measured = medido
here-known-entered = informado por você
here-known-nobody = ninguém diz
here-gpu-number = GPU { $number }
here-of-gpu = GPU { $number }, { $what }
here-measured-within = medido, ±{ $spread }
here-measure = Medir (cerca de { $time })
here-measure-again = Medir de novo (cerca de { $time })
here-measure-needs = Ocupa até { $memory } de memória enquanto mede
here-measuring = Medindo memória e aritmética …
here-measuring-left = Medindo memória e aritmética, faltam { $left }
here-cancel = Cancelar
here-transcript = Copiar transcrição
here-show-all = Todos os dados
here-show-less = Menos dados
here-look-again = Examinar de novo
here-correct = Corrigir “{ $fact }”
here-correct-help = Um campo vazio quer dizer que não se sabe.
here-correct-bytes = Em gigabytes (10⁹ bytes). Um campo vazio quer dizer que não se sabe.
here-correct-texts = Nomes separados por vírgulas. Um campo vazio quer dizer que nada se sabe.
here-correct-range = Aqui é preciso um número de 0 a um bilhão.
here-correct-take = Usar

## Cronometrar um modelo

here-time = Cronometrar um modelo aqui
here-time-aid = Token por token; um modelo inventado com as mesmas dimensões é tão rápido quanto um real
here-where = Onde ele roda
here-processor = Processador
here-gpu = GPU { $number }: { $name }
here-software = Software: { $name }
here-what = Qual modelo
here-made-up = Inventado
here-file = Arquivo GGUF
here-path = Caminho de um arquivo GGUF
here-path-help = O arquivo é lido onde está. Rodam modelos Llama, Mistral, Qwen, Gemma e Phi-3.
here-shape = Dimensões
here-format = Formato numérico
here-prompt-tokens = Prompt
here-output-tokens = Resposta
here-sweep = Experimentar { $users } usuários ao mesmo tempo
here-though-busy = Mesmo que outros programas ocupem a máquina
here-start = Cronometrar
here-running = Rodando: { $model }
here-stage-preparing = preparando o modelo
here-stage-warming = aquecendo
here-stage-timing = cronometrando
here-stage-telling-apart = separando os tempos da GPU
here-stage-stopping = parando
here-users = { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    } ao mesmo tempo
here-answered = { $done } de { $all } respondidas
here-left = faltam { $left }
here-trace-unit = ms por token
here-trace-summary = { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }, no meio { $middle } milissegundos cada
here-result = Cronometrado: { $model }
here-figure-first = até o primeiro token
here-figure-between = entre tokens, p50 / p95
here-figure-speed = tokens por segundo
here-figure-prompt = tokens de prompt por segundo
here-figure-bandwidth = da largura de banda medida
here-told-apart = Um token que fica na GPU leva { $pipelined } ms; só os seus { $dispatches } despachos levariam { $floor } ms.

## O que significa para o caso

here-meaning = O que isso significa para o caso
here-meaning-aid = Modelos do caso nesta máquina, estimados a partir do que foi medido, com a faixa de oito em cada dez; no formato cronometrado ou no que uma opção usa aqui
here-weights-timed = em { $format }, como o modelo cronometrado
here-weights-own = em { $format }, como “{ $option }” usa aqui
here-weights-usual = em { $format }, o mais comum em máquinas assim
here-meaning-no-device = Meça esta máquina acima, para que outros modelos possam ser estimados a partir deste teste.
here-meaning-no-model = Nenhuma opção do caso hospeda um modelo por conta própria.
here-column-model = Modelo
here-column-speed = Tokens por segundo
here-column-prompt = Prompt lido em
here-column-verdict = Veredito
here-range = { $value } ({ $low } a { $high })
here-verdict-comfortable = confortável
here-verdict-usable = utilizável
here-verdict-too-slow = lento demais
here-verdict-does-not-run = não roda
here-into-the-case = Levar para o caso
here-in-the-case = No caso: as estimativas desta máquina e da sua classe cedem lugar a ela.
here-busy-not-used = A máquina estava ocupada: a medição fica guardada e não é usada.
here-nothing-for-the-case = Este teste não diz nada sobre uma máquina: foi feito em software ou não respondeu nada.

## Testes

here-history = Testes
here-history-aid = Nesta máquina, o mais recente primeiro: o que um usuário sozinho viu, a mediana das repetições

## O gráfico de vários usuários

chart-speed-by-users = Velocidade por usuários
measured-title-shared = Com { $users } usuários ao mesmo tempo, cada um recebe { $each } em vez de { $alone }
measured-title-enough = Mais usuários dividem a velocidade; { $users ->
        [one] um ainda recebe
       *[other] { $users } ainda recebem
    } { $target }
measured-title-never = Aqui ninguém recebe { $target }, nem sozinho
measured-subtitle = { $subject }: velocidade que cada usuário vê, conforme os usuários ao mesmo tempo
measured-phrase = { $users ->
        [one] um usuário
       *[other] { $users } usuários
    }: { $each } cada, { $all } no total
measured-column-users = Usuários
measured-column-each = Cada um
measured-column-all = No total
measured-column-first = Primeiro token, p95
measured-axis-users = usuários ao mesmo tempo
measured-axis-each = tokens por segundo para cada um
measured-each = cada usuário
measured-target = meta
measured-here = { $users ->
        [one] um usuário
       *[other] { $users } usuários
    }

## Um endpoint

endpoint-headline = O { $model } neste endpoint escreve { $speed } tokens por segundo
endpoint-headline-failed = O endpoint não deu nenhuma resposta que pudesse ser cronometrada
endpoint-headline-nothing = Ainda não se cronometrou nenhum endpoint
endpoint-sure = Cronometrado no cliente, com rede e espera. As requisições vão só para o endereço informado aqui, e só quando você pressiona o botão.
endpoint-ask = Cronometrar um endpoint
endpoint-ask-aid = Qualquer servidor com a interface da OpenAI: llama.cpp, Ollama, vLLM ou o de um provedor
endpoint-url = Endereço, como http://localhost:8080/v1
endpoint-model = Nome do modelo lá
endpoint-key = Chave
endpoint-key-variable = De uma variável
endpoint-key-typed = Digitada, para um teste
endpoint-key-variable-name = Nome da variável de ambiente (vazio se não houver)
endpoint-key-itself = Chave (nunca gravada)
endpoint-option = Opção do caso que compra lá
endpoint-loopback = O endereço é desta máquina; nada é pago.
endpoint-input-price = Preço da entrada
endpoint-output-price = Preço da saída
endpoint-ceiling = Pode custar no máximo
endpoint-agree = Concordo com estas requisições e o seu custo
endpoint-start = { $count ->
        [one] Enviar { $count } requisição
       *[other] Enviar { $count } requisições
    }
endpoint-progress = { $done } de { $all } respondidas, { $failed } com falha, { $limited } delas recusadas por chegarem rápido demais
endpoint-column-first = Primeiro token, p50 / p95
endpoint-column-between = Entre tokens, p50 / p95
endpoint-column-failed = Falhas
endpoint-spent = Gasto: { $spent }, pelos preços informados.
endpoint-no-option = Escolha a opção que compra lá antes de um teste, para levar os números ao caso.
endpoint-in-the-case = No caso: os tempos de espera da opção são os medidos.
