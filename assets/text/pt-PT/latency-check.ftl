# A que velocidade um modelo escreve, medida: porque não, com que certeza, o que significam os valores, e o comando.

## O que não pode ser cronometrado

latency-plan-prompt = Um prompt precisa de, pelo menos, um token.
latency-plan-output = Uma resposta precisa de, pelo menos, dois tokens: o que se mede é o tempo entre eles.
latency-plan-nobody = Alguém tem de perguntar: deve haber, pelo menos, um utilizador e uma repetição.
latency-plan-rate = Os pedidos têm de chegar a um ritmo superior a zero.
latency-unknown-shape = Nenhuma forma de modelo se chama «{ $name }»; há { $known }.
latency-unknown-format = Nenhum formato numérico se chama «{ $name }»; há { $known }.
latency-no-such-gpu = Não há nenhuma GPU utilizável com o número { $number }: { $count ->
        [0] não foi encontrada nenhuma
        [one] foi encontrada uma, com o número 0
       *[other] foram encontradas { $count }, contadas a partir de 0
    }.
latency-model-family = Os modelos da família «{ $name }» não correm aqui; correm os de { $known }.
latency-model-unsupported = O modelo tem { $what }, o que não corre aqui; escolha um sem isso entre { $known }.
latency-model-open = Não foi possível ler «{ $path }»: { $reason }
latency-model-rows = { $format } guarda os números em blocos de { $block }, e linhas de { $columns } não são blocos inteiros; escolha outro formato.
latency-model-memory = Não há espaço para os pesos: foram pedidos { $gigabytes } GB de uma só vez.
latency-model-no-vocabulary = Um modelo inventado não conhece palavras; indique ids de tokens ou escolha um ficheiro GGUF.
latency-model-damaged = Não é possível usar o modelo: { $reason }
latency-no-memory = Os pesos e a cache precisam de { $needed } GB, e há { $free } GB livres; escolha um modelo menor, menos utilizadores ou prompts mais curtos.
latency-too-busy = Outros programas usam { $share } dos processadores, pelo que uma medição nada diria; feche-os ou peça-a mesmo assim.

## Porque não foi um modelo cronometrado até ao fim

latency-failed-token = O token { $token } está fora do vocabulário de { $vocabulary }.
latency-failed-room = Há espaço para { $room } tokens, e foram pedidos { $tokens }.
latency-failed-device = O dispositivo falhou ({ $reason }).
latency-failed-stopped = Terminou com a execução, antes de ter resposta.
latency-stopped-cancelled = Foi cancelado; vale o que foi medido até então.
latency-stopped-time-limit = O tempo esgotou-se; vale o que foi medido até então.
latency-stopped-cost-ceiling = O custo máximo foi atingido; vale o que foi medido até então.
latency-stopped-failed = Terminou antes do tempo: { $reason }

## Porque se deve duvidar dos valores

latency-doubt-busy-before = Outros programas usavam { $share } dos processadores antes da execução; os valores são demasiado baixos.
latency-doubt-busy-during = Outros programas usaram { $share } dos processadores durante a execução; os valores são demasiado baixos.
latency-doubt-starved = A execução teve os seus processadores em { $share } do tempo; no restante, esperou.
latency-doubt-bandwidth = A largura de banda da memória mudou { $share } entre o início e o fim da execução.
latency-in-bunches = Vários tokens chegaram num só pedaço; os seus tempos são repartidos por igual no intervalo anterior, e os percentis entre tokens são os desses tempos iguais.
latency-pieces = Ninguém contou os tokens; cada pedaço que chegou conta como um.

## Por trás de um endpoint

latency-address-not-http = Isto não é o endereço de um endpoint; começa por http:// ou https:// e indica um servidor.
latency-address-holds-password = O endereço contém um nome ou uma palavra-passe, que apareceria onde o endereço aparece; indique a chave à parte.
latency-key-not-there = O ambiente não tem nenhuma variável { $name }.
latency-key-none = O que foi indicado não é uma chave: está vazio ou contém espaços.
latency-cost-unsaid = { $requests } pedidos com até { $input } tokens de prompt e { $output } de resposta iriam para { $address }; indique quanto podem custar com --input-usd-per-mtok, --output-usd-per-mtok e --max-cost-usd, ou concorde com --yes.
latency-cost-above = O plano custaria até { $cost }, e são permitidos { $ceiling }; peça menos ou permita mais.
latency-cost-planned = { $requests } pedidos vão para { $address }, com até { $input } tokens de prompt e { $output } de resposta: no máximo { $cost }.
latency-cost-unknown = { $requests } pedidos vão para { $address }, com até { $input } tokens de prompt e { $output } de resposta; ninguém disse quanto custam.
latency-trouble-status = O servidor recusou com o estado { $status }: { $said }
latency-trouble-rate-limited = O servidor pede menos pedidos (estado 429).
latency-trouble-rate-limited-for = O servidor pede menos pedidos (estado 429) e uma espera de { $seconds } s.
latency-trouble-redirected = O servidor redireciona para { $to }, para onde nada foi enviado; se estiver certo, indique esse endereço.
latency-trouble-not-a-stream = O servidor respondeu com «{ $type }», e não com um fluxo de eventos; talvez não seja um endpoint de modelos.
latency-trouble-packed = O servidor comprimiu a resposta como «{ $encoding }», o que não foi pedido.
latency-trouble-malformed = Não é possível ler o que chegou; começa por: { $began }
latency-trouble-too-much = O servidor enviou mais de { $megabytes } MB onde cabia uma resposta; o resto não foi lido.
latency-trouble-cut-off = O servidor terminou a ligação antes de completar a resposta.
latency-trouble-said = O servidor falhou a meio da resposta: { $said }
latency-trouble-empty = A resposta não continha texto.
latency-trouble-no-first-token = Nenhum token chegou em { $seconds } s.
latency-trouble-stalled = A resposta ficou parada: nenhum outro token chegou em { $seconds } s.
latency-trouble-too-long = A resposta não terminou em { $seconds } s.
latency-trouble-not-sent = Já havia { $open } pedidos abertos, pelo que este não foi enviado; o servidor não acompanha este ritmo.
latency-trouble-stopped = Terminou com a execução.

## Uma execução impressa

latency-forecast = Isto demora de { $least } a { $most } s e ocupa { $gigabytes } GB de memória.
latency-made-up = pesos sintéticos: apenas para cronometrar
latency-bits = { $bits } bits por peso
latency-place-cpu = Neste processador, { $threads ->
        [one] uma thread
       *[other] { $threads } threads
    }, { $instructions }
latency-place-gpu = Em { $name }, através de { $backend }
latency-place-software = Em { $name }, através de { $backend }: um renderizador em software, não é um resultado de GPU
latency-place-endpoint = Por trás de { $address }, cronometrado no cliente
latency-level-users = { $prompt } tokens de prompt, { $users ->
        [one] um utilizador
       *[other] { $users } utilizadores
    }
latency-level-rate = { $prompt } tokens de prompt, { $rate } pedidos/s
latency-row-answered = Pedidos respondidos
latency-row-failed = Pedidos que falharam
latency-row-stopped = Pedidos interrompidos pelo fim da execução
latency-row-first-p50 = Tempo até ao primeiro token, ms: mediana
latency-row-first-p95 = Tempo até ao primeiro token, ms: p95
latency-row-first-p99 = Tempo até ao primeiro token, ms: p99
latency-row-inter-p50 = Tempo entre tokens, ms: mediana
latency-row-inter-p95 = Tempo entre tokens, ms: p95
latency-row-inter-p99 = Tempo entre tokens, ms: p99
latency-row-mean-gap = Tempo médio entre tokens, ms: resposta mediana
latency-row-end-to-end = Tempo até ao último token, ms: mediana
latency-row-prompt = Tokens de prompt/s: mediana
latency-row-user = Tokens de saída/s para um utilizador: mediana
latency-row-total = Tokens de saída/s de todos os utilizadores
latency-row-requests = Pedidos/s
latency-row-load = Preparar o modelo, s
latency-row-memory = Memória, GB
latency-row-bytes = Pesos lidos por token, GB
latency-row-energy = Energia dos processadores, J
latency-row-bandwidth-before = Largura de banda da memória antes, GB/s
latency-row-bandwidth-after = Largura de banda da memória depois, GB/s
latency-row-bandwidth-share = Parte usada dessa largura de banda, um utilizador
latency-row-others-before = Processadores usados por outros antes
latency-row-others-during = Processadores usados por outros durante
latency-row-own-share = Tempo em que as threads correram
latency-row-spent = Gasto
latency-share = { $share }
latency-told-apart = Um token, ms
latency-row-read-back = Com a leitura dos logits
latency-row-pipelined = Sem sair da GPU
latency-row-dispatches = Lançamentos, número
latency-row-floor = Se os seus lançamentos nada fizessem
latency-row-submission = Um envio, com espera
latency-operating-point = Ponto de operação com { $prompt } tokens de prompt: { $users ->
        [one] um utilizador recebe
       *[other] { $users } utilizadores em simultâneo recebem
    } { $total } tokens/s no total e { $user } cada um.
latency-no-operating-point = Com { $prompt } tokens de prompt, nenhuma carga experimentada cumpre a meta.
latency-definitions = O que os valores significam

## Definições

latency-definition-first-token-here = Tempo até ao primeiro token: da pergunta até à escolha do primeiro token; com vários utilizadores, que perguntam em simultâneo, inclui os prompts lidos antes.
latency-definition-first-token-endpoint = Tempo até ao primeiro token: do envio do pedido (com ritmo, do momento em que devia sair) até à chegada do primeiro pedaço de texto ao cliente, com rede e espera incluídas.
latency-definition-inter-token-here = Tempo entre tokens: cada intervalo entre dois tokens de uma resposta; com vários utilizadores, o primeiro fica de fora, pois nele são lidos prompts de outros.
latency-definition-inter-token-endpoint = Tempo entre tokens: cada intervalo entre chegadas ao cliente; o de um pedaço com vários tokens é repartido por igual entre eles.
latency-definition-mean-gap = Tempo médio entre tokens: do primeiro ao último token de uma resposta, a dividir pelos tokens após o primeiro (outros chamam-lhe tempo por token de saída).
latency-definition-end-to-end = Tempo até ao último token: da pergunta ao último token, nas respostas que chegaram ao fim.
latency-definition-prompt-tokens-here = Tokens de prompt por segundo: os tokens do prompt a dividir pelo tempo de leitura.
latency-definition-prompt-tokens-endpoint = Tokens de prompt por segundo: os tokens do prompt, como o servidor os conta, a dividir pelo tempo até ao primeiro token; só a leitura é mais rápida.
latency-definition-user-tokens = Tokens de saída por segundo para um utilizador: um a dividir pelo tempo médio entre tokens de uma resposta.
latency-definition-total-tokens-here = Tokens de saída por segundo de todos os utilizadores: todos os tokens a dividir pelo tempo em que alguém esperava por um, leitura de prompts incluída.
latency-definition-total-tokens-endpoint = Tokens de saída por segundo de todos os utilizadores: todos os tokens a dividir pelo tempo do primeiro pedido ao último token.
latency-definition-percentile = Mediana, p95 e p99: metade, dezanove em vinte e noventa e nove em cem ficam aí ou abaixo; no meio, em linha reta. O aquecimento não conta.
latency-definition-memory = Memória: o que o motor guarda no máximo, entre pesos, cache e rascunho.
latency-definition-energy = Energia: o que os processadores indicam durante a execução, incluindo tudo o mais que corria.
