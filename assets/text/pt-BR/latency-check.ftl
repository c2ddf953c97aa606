# A que velocidade um modelo escreve, medida: por que não, com que certeza, o que significam os números, e o comando.

## O que não dá para cronometrar

latency-plan-prompt = Um prompt precisa de pelo menos um token.
latency-plan-output = Uma resposta precisa de pelo menos dois tokens: o que se mede é o tempo entre eles.
latency-plan-nobody = Alguém precisa perguntar: deve haber pelo menos um usuário e uma repetição.
latency-plan-rate = As requisições precisam chegar a uma taxa maior que zero.
latency-unknown-shape = Nenhum formato de modelo se chama “{ $name }”; há { $known }.
latency-unknown-format = Nenhum formato numérico se chama “{ $name }”; há { $known }.
latency-no-such-gpu = Não há GPU utilizável com o número { $number }: { $count ->
        [0] nenhuma foi encontrada
        [one] uma foi encontrada, com o número 0
       *[other] { $count } foram encontradas, contadas a partir de 0
    }.
latency-model-family = Modelos da família “{ $name }” não rodam aqui; rodam os de { $known }.
latency-model-unsupported = O modelo tem { $what }, o que não roda aqui; escolha um sem isso entre { $known }.
latency-model-open = Não foi possível ler “{ $path }”: { $reason }
latency-model-rows = { $format } guarda os números em blocos de { $block }, e linhas de { $columns } não são blocos inteiros; escolha outro formato.
latency-model-memory = Não há espaço para os pesos: foram solicitados { $gigabytes } GB de uma só vez.
latency-model-no-vocabulary = Um modelo inventado não conhece palavras; informe ids de tokens ou escolha um arquivo GGUF.
latency-model-damaged = Não dá para usar o modelo: { $reason }
latency-no-memory = Pesos e cache precisam de { $needed } GB, e há { $free } GB livres; escolha um modelo menor, menos usuários ou prompts mais curtos.
latency-too-busy = Outros programas usam { $share } dos processadores, então uma medição não diria nada; feche-os ou peça a medição mesmo assim.

## Por que um modelo não foi cronometrado até o fim

latency-failed-token = O token { $token } está fora do vocabulário de { $vocabulary }.
latency-failed-room = Há espaço para { $room } tokens, e foram solicitados { $tokens }.
latency-failed-device = O dispositivo falhou ({ $reason }).
latency-failed-stopped = Terminou com a execução, antes de ser respondida.
latency-stopped-cancelled = Foi cancelado; vale o que foi medido até então.
latency-stopped-time-limit = O tempo acabou; vale o que foi medido até então.
latency-stopped-cost-ceiling = O custo máximo foi atingido; vale o que foi medido até então.
latency-stopped-failed = Terminou antes da hora: { $reason }

## Por que duvidar dos números

latency-doubt-busy-before = Outros programas usavam { $share } dos processadores antes da execução; os números são baixos demais.
latency-doubt-busy-during = Outros programas usaram { $share } dos processadores durante a execução; os números são baixos demais.
latency-doubt-starved = A execução teve seus processadores em { $share } do tempo; no restante, esperou.
latency-doubt-bandwidth = A largura de banda da memória mudou { $share } entre o início e o fim da execução.
latency-in-bunches = Vários tokens chegaram em um só pedaço; seus tempos são repartidos por igual no intervalo anterior, e os percentis entre tokens são os desses tempos iguais.
latency-pieces = Ninguém contou os tokens; cada pedaço que chegou vale por um.

## Atrás de um endpoint

latency-address-not-http = Isto não é o endereço de um endpoint; ele começa com http:// ou https:// e traz o nome de um servidor.
latency-address-holds-password = O endereço contém um nome ou uma senha, que apareceria onde o endereço aparece; informe a chave à parte.
latency-key-not-there = O ambiente não tem a variável { $name }.
latency-key-none = O que foi informado não é uma chave: está vazio ou contém espaços.
latency-cost-unsaid = { $requests } requisições com até { $input } tokens de prompt e { $output } de resposta iriam para { $address }; diga quanto podem custar com --input-usd-per-mtok, --output-usd-per-mtok e --max-cost-usd, ou concorde com --yes.
latency-cost-above = O plano custaria até { $cost }, e { $ceiling } são permitidos; peça menos ou permita mais.
latency-cost-planned = { $requests } requisições vão para { $address }, com até { $input } tokens de prompt e { $output } de resposta: no máximo { $cost }.
latency-cost-unknown = { $requests } requisições vão para { $address }, com até { $input } tokens de prompt e { $output } de resposta; ninguém disse quanto custam.
latency-trouble-status = O servidor recusou com o status { $status }: { $said }
latency-trouble-rate-limited = O servidor pede menos requisições (status 429).
latency-trouble-rate-limited-for = O servidor pede menos requisições (status 429) e uma espera de { $seconds } s.
latency-trouble-redirected = O servidor redireciona para { $to }, para onde nada foi enviado; se estiver certo, informe esse endereço.
latency-trouble-not-a-stream = O servidor respondeu com “{ $type }”, e não com um fluxo de eventos; talvez não seja um endpoint de modelos.
latency-trouble-packed = O servidor compactou a resposta como “{ $encoding }”, o que não foi solicitado.
latency-trouble-malformed = Não dá para ler o que chegou; começa com: { $began }
latency-trouble-too-much = O servidor enviou mais de { $megabytes } MB onde cabia uma resposta; o resto não foi lido.
latency-trouble-cut-off = O servidor encerrou a conexão antes de completar a resposta.
latency-trouble-said = O servidor falhou no meio da resposta: { $said }
latency-trouble-empty = A resposta não continha texto.
latency-trouble-no-first-token = Nenhum token chegou em { $seconds } s.
latency-trouble-stalled = A resposta travou: nenhum outro token chegou em { $seconds } s.
latency-trouble-too-long = A resposta não terminou em { $seconds } s.
latency-trouble-not-sent = Já havia { $open } requisições abertas, então esta não foi enviada; o servidor não acompanha essa taxa.
latency-trouble-stopped = Terminou com a execução.

## Uma execução impressa

latency-forecast = Isto leva de { $least } a { $most } s e ocupa { $gigabytes } GB de memória.
latency-made-up = pesos sintéticos: só para cronometrar
latency-bits = { $bits } bits por peso
latency-place-cpu = Neste processador, { $threads ->
        [one] uma thread
       *[other] { $threads } threads
    }, { $instructions }
latency-place-gpu = Em { $name }, via { $backend }
latency-place-software = Em { $name }, via { $backend }: um renderizador em software, não é um resultado de GPU
latency-place-endpoint = Atrás de { $address }, cronometrado no cliente
latency-level-users = { $prompt } tokens de prompt, { $users ->
        [one] um usuário
       *[other] { $users } usuários
    }
latency-level-rate = { $prompt } tokens de prompt, { $rate } requisições/s
latency-row-answered = Requisições respondidas
latency-row-failed = Requisições que falharam
latency-row-stopped = Requisições cortadas pelo fim da execução
latency-row-first-p50 = Tempo até o primeiro token, ms: mediana
latency-row-first-p95 = Tempo até o primeiro token, ms: p95
latency-row-first-p99 = Tempo até o primeiro token, ms: p99
latency-row-inter-p50 = Tempo entre tokens, ms: mediana
latency-row-inter-p95 = Tempo entre tokens, ms: p95
latency-row-inter-p99 = Tempo entre tokens, ms: p99
latency-row-mean-gap = Tempo médio entre tokens, ms: resposta mediana
latency-row-end-to-end = Tempo até o último token, ms: mediana
latency-row-prompt = Tokens de prompt/s: mediana
latency-row-user = Tokens de saída/s para um usuário: mediana
latency-row-total = Tokens de saída/s de todos os usuários
latency-row-requests = Requisições/s
latency-row-load = Preparar o modelo, s
latency-row-memory = Memória, GB
latency-row-bytes = Pesos lidos por token, GB
latency-row-energy = Energia dos processadores, J
latency-row-bandwidth-before = Largura de banda da memória antes, GB/s
latency-row-bandwidth-after = Largura de banda da memória depois, GB/s
latency-row-bandwidth-share = Parcela usada dessa largura de banda, um usuário
latency-row-others-before = Processadores usados por outros antes
latency-row-others-during = Processadores usados por outros durante
latency-row-own-share = Tempo em que as threads rodaram
latency-row-spent = Gasto
latency-share = { $share }
latency-told-apart = Um token, ms
latency-row-read-back = Com a leitura dos logits
latency-row-pipelined = Sem sair da GPU
latency-row-dispatches = Disparos, número
latency-row-floor = Se seus disparos não fizessem nada
latency-row-submission = Um envio, com espera
latency-operating-point = Ponto de operação com { $prompt } tokens de prompt: { $users ->
        [one] um usuário recebe
       *[other] { $users } usuários ao mesmo tempo recebem
    } { $total } tokens/s no total e { $user } cada um.
latency-no-operating-point = Com { $prompt } tokens de prompt, nenhuma carga testada atende à meta.
latency-definitions = O que os números significam

## Definições

latency-definition-first-token-here = Tempo até o primeiro token: da pergunta até a escolha do primeiro token; com vários usuários, que perguntam ao mesmo tempo, inclui os prompts lidos antes.
latency-definition-first-token-endpoint = Tempo até o primeiro token: do envio da requisição (com taxa, do momento em que deveria sair) até a chegada do primeiro pedaço de texto ao cliente, com rede e espera incluídas.
latency-definition-inter-token-here = Tempo entre tokens: cada intervalo entre dois tokens de uma resposta; com vários usuários, o primeiro fica de fora, pois nele são lidos prompts de outros.
latency-definition-inter-token-endpoint = Tempo entre tokens: cada intervalo entre chegadas ao cliente; o de um pedaço com vários tokens é repartido por igual entre eles.
latency-definition-mean-gap = Tempo médio entre tokens: do primeiro ao último token de uma resposta, dividido pelos tokens depois do primeiro (outros chamam de tempo por token de saída).
latency-definition-end-to-end = Tempo até o último token: da pergunta ao último token, nas respostas que chegaram ao fim.
latency-definition-prompt-tokens-here = Tokens de prompt por segundo: os tokens do prompt divididos pelo tempo de leitura.
latency-definition-prompt-tokens-endpoint = Tokens de prompt por segundo: os tokens do prompt, como o servidor os conta, divididos pelo tempo até o primeiro token; só a leitura é mais rápida.
latency-definition-user-tokens = Tokens de saída por segundo para um usuário: um dividido pelo tempo médio entre tokens de uma resposta.
latency-definition-total-tokens-here = Tokens de saída por segundo de todos os usuários: todos os tokens divididos pelo tempo em que alguém esperava por um, leitura de prompts incluída.
latency-definition-total-tokens-endpoint = Tokens de saída por segundo de todos os usuários: todos os tokens divididos pelo tempo da primeira requisição ao último token.
latency-definition-percentile = Mediana, p95 e p99: metade, dezenove em vinte e noventa e nove em cem ficam ali ou abaixo; no meio, em linha reta. O aquecimento não conta.
latency-definition-memory = Memória: o que o motor guarda no máximo, entre pesos, cache e rascunho.
latency-definition-energy = Energia: o que os processadores informam durante a execução, incluindo tudo o mais que rodava.
