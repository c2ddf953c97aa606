# O que foi medido para um caso: o cartão, a importação, anular e o que mudou.

## Campos

field-interface-speed-time-to-first-token-seconds = Tempo até ao primeiro token
    .help = Do pedido ao primeiro token, tal como medido ou prometido; 0 se ninguém souber.
field-interface-speed-tokens-per-second = Velocidade de escrita
    .help = Tokens por segundo que um utilizador recebe, tal como medido ou prometido; 0 se ninguém souber.
report-group-interface-speed = Velocidade da interface

## Anular, e por que razão algo não foi feito

edit-add-measurements = adição de { $count ->
        [one] { $count } medição
       *[other] { $count } medições
    }
edit-remove-measurement = remoção de «{ $source }»
edit-use-measurement = utilização de «{ $source }»
edit-leave-measurement = exclusão de «{ $source }»
error-no-such-measurement = Não existe nenhuma medição «{ $measurement }».
error-not-measured = Uma medição tem de ser um número positivo, e { $value } não é.
error-too-many-measurements = Um caso guarda, no máximo, { $most } medições.

## O cartão

measurements-title = Medições
measurements-aid = O que foi medido prevalece sobre o estimado e ajusta as estimativas da sua classe.
measurements-none = Ainda nada foi medido para este caso.
measurements-import = Importar resultados…
measurements-import-aid = Ficheiros de llama-bench, vLLM, GuideLLM, AIPerf, genai-perf e InferenceX.
measurement-on-machine = { $model } em { $count } × { $hardware } com { $engine }
measurement-at-endpoint = { $model } em { $provider }
measurement-headline = { $quantity }: { $figure }
measurement-kind-this-machine = medido aqui
measurement-kind-endpoint = medido no ponto de acesso
measurement-kind-imported = importado
measurement-kind-entered = introduzido
measurement-estimate = Estimado antes: { $before }; agora: { $after }.
measurement-class-faster = Outros modelos com este motor em hardware semelhante são tidos como { $share } mais rápidos.
measurement-class-slower = Outros modelos com este motor em hardware semelhante são tidos como { $share } mais lentos.
measurement-option-same = { $option } executa exatamente isto.
measurement-option-class = { $option } apoia-se nisto.
measurement-result = { $result }: { $before } → { $after }
measurement-unknown = não se sabe
measurement-no-option = Nenhuma opção muda por isso.
measurement-busy = A máquina estava ocupada: é mostrada e não é utilizada.
measurement-left-aside = Posta de lado.
measurement-nobody-buys = Nenhuma opção compra este modelo a este fornecedor.
measurement-old = Medida há mais de um ano.
measurement-far-off = Afasta-se { $times } vezes da estimativa: convém rever condições e unidades.
measurement-use-name = Utilizar «{ $source }»
measurement-use = Utilizar
measurement-remove = Remover
measurement-remove-name = Remover «{ $source }»
measurements-interfaces = Velocidade das interfaces
measurements-interfaces-aid = Tal como medida no ponto de acesso ou prometida pelo fornecedor; é por ela que se avaliam os objetivos.

## A importação

measurements-path-title = Importar resultados
measurements-read-button = Ler
measurements-reading = A ler { $file } …
measurements-what-model = Que modelo é «{ $name }»?
measurements-what-hardware = Que máquina é «{ $name }»?
measurements-which-model = Que modelo era?
measurements-which-hardware = Em que máquina foi executado?
measurements-count = GPU ou processadores no total
measurements-engine = Motor
measurements-weights = Formato dos pesos
measurements-at-once = Pedidos em simultâneo
measurements-take-name = Incluir { $place }
measurements-take = Incluir
measurements-add = { $count ->
        [0] Nada para adicionar
        [one] Adicionar { $count } medição
       *[other] Adicionar { $count } medições
    }
measurements-room = { $most ->
       *[other] Um caso guarda, no máximo, { $most } medições: escolha menos.
    }

## Sem janela

measurements-added = { $count ->
        [one] Foi adicionada { $count } medição a «{ $case }».
       *[other] Foram adicionadas { $count } medições a «{ $case }».
    }
measurements-changed = { $what }, { $quantity }: estimado { $before }, medido { $measured }, agora { $after }
measurements-nothing = Nenhum dos resultados pode ser utilizado, pelo que nada foi adicionado.

## Decisão

decision-worth-measure = Medir { $input }: para a página «Latência e hardware»
