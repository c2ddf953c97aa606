# O que foi medido para um caso: o cartão, a importação, desfazer e o que mudou.

## Campos

field-interface-speed-time-to-first-token-seconds = Tempo até o primeiro token
    .help = Da requisição ao primeiro token, como medido ou prometido; 0 se ninguém sabe.
field-interface-speed-tokens-per-second = Velocidade de escrita
    .help = Tokens por segundo que um usuário recebe, como medido ou prometido; 0 se ninguém sabe.
report-group-interface-speed = Velocidade da interface

## Desfazer, e por que algo não foi feito

edit-add-measurements = inclusão de { $count ->
        [one] { $count } medição
       *[other] { $count } medições
    }
edit-remove-measurement = remoção de “{ $source }”
edit-use-measurement = uso de “{ $source }”
edit-leave-measurement = descarte de “{ $source }”
error-no-such-measurement = Não há nenhuma medição “{ $measurement }”.
error-not-measured = Uma medição deve ser um número positivo, e { $value } não é.
error-too-many-measurements = Um caso guarda no máximo { $most } medições.

## O cartão

measurements-title = Medições
measurements-aid = O que foi medido vale mais que o estimado e ajusta as estimativas da sua classe.
measurements-none = Nada foi medido para este caso ainda.
measurements-import = Importar resultados…
measurements-import-aid = Arquivos de llama-bench, vLLM, GuideLLM, AIPerf, genai-perf e InferenceX.
measurement-on-machine = { $model } em { $count } × { $hardware } com { $engine }
measurement-at-endpoint = { $model } em { $provider }
measurement-headline = { $quantity }: { $figure }
measurement-kind-this-machine = medido aqui
measurement-kind-endpoint = medido no endpoint
measurement-kind-imported = importado
measurement-kind-entered = digitado
measurement-estimate = Estimado antes: { $before }; agora: { $after }.
measurement-class-faster = Outros modelos com este motor em hardware parecido são tidos como { $share } mais rápidos.
measurement-class-slower = Outros modelos com este motor em hardware parecido são tidos como { $share } mais lentos.
measurement-option-same = { $option } roda exatamente isto.
measurement-option-class = { $option } se apoia nisto.
measurement-result = { $result }: { $before } → { $after }
measurement-unknown = não se sabe
measurement-no-option = Nenhuma opção muda por isso.
measurement-busy = A máquina estava ocupada: aparece, mas não é usada.
measurement-left-aside = Deixada de lado.
measurement-nobody-buys = Nenhuma opção compra este modelo deste provedor.
measurement-old = Medida há mais de um ano.
measurement-far-off = Fica { $times } vezes longe da estimativa: vale rever condições e unidades.
measurement-use-name = Usar “{ $source }”
measurement-use = Usar
measurement-remove = Remover
measurement-remove-name = Remover “{ $source }”
measurements-interfaces = Velocidade das interfaces
measurements-interfaces-aid = Como medida no endpoint ou prometida pelo provedor; as metas são julgadas por ela.

## A importação

measurements-path-title = Importar resultados
measurements-read-button = Ler
measurements-reading = Lendo { $file } …
measurements-what-model = Que modelo é “{ $name }”?
measurements-what-hardware = Que máquina é “{ $name }”?
measurements-which-model = Que modelo era?
measurements-which-hardware = Em que máquina rodou?
measurements-count = GPUs ou processadores no total
measurements-engine = Motor
measurements-weights = Formato dos pesos
measurements-at-once = Requisições ao mesmo tempo
measurements-take-name = Incluir { $place }
measurements-take = Incluir
measurements-add = { $count ->
        [0] Nada a incluir
        [one] Incluir { $count } medição
       *[other] Incluir { $count } medições
    }
measurements-room = { $most ->
       *[other] Um caso guarda no máximo { $most } medições: escolha menos.
    }

## Sem janela

measurements-added = { $count ->
        [one] { $count } medição foi incluída em “{ $case }”.
       *[other] { $count } medições foram incluídas em “{ $case }”.
    }
measurements-changed = { $what }, { $quantity }: estimado { $before }, medido { $measured }, agora { $after }
measurements-nothing = Nenhum dos resultados pode ser usado, então nada foi incluído.

## Decisão

decision-worth-measure = Medir { $input }: para a página “Latência e hardware”
