# Resultados de outras ferramentas, lidos como medições.

## Porque é que um ficheiro não pode ser lido

import-fault = { $file }: { $what }
import-fault-at = { $file }:{ $line }:{ $column }: { $what }
import-fault-empty = O ficheiro não contém nada.
import-fault-too-large = O ficheiro é demasiado grande.
import-fault-too-many-values = O ficheiro contém mais valores do que resultados alguma vez têm.
import-fault-too-deep = Os parênteses estão aninhados demasiado fundo.
import-fault-not-text = Isto não é texto.
import-fault-unknown = Não são resultados de nenhuma ferramenta conhecida aqui; conhecem-se { $allowed }.
import-fault-cut-off = O ficheiro acaba no meio; talvez não tenha sido escrito até ao fim.
import-fault-unreadable = O que está aqui não pode ser lido.
import-fault-number-too-large = O número é demasiado grande para qualquer valor.
import-fault-duplicate-key = A chave «{ $key }» aparece duas vezes.
import-fault-cells = A linha tem { $found } células e o cabeçalho { $expected }.
import-fault-no-column = A tabela não tem a coluna «{ $column }».

## O que ficou de fora e o que vale saber

import-note = { $count ->
        [0] { $what }
        [one] Resultado { $first }: { $what }
       *[other] { $count } resultados, a partir do resultado { $first }: { $what }
    }
import-note-unknown-result = De nenhuma ferramenta conhecida aqui; ficou de fora.
import-note-no-figure = Não há valor positivo em «{ $key }»; ficou de fora.
import-note-no-hardware = Não diz em que foi executado.
import-note-no-model = Não diz o nome do modelo.
import-note-no-load = Não diz quantos pedidos houve em simultâneo.
import-note-no-lengths = Não diz o tamanho das entradas e das respostas; ficou de fora.
import-note-unknown-format = Aqui não se sabe quantos bits «{ $name }» ocupa; ficou de fora.
import-note-some-failed = { $share } dos pedidos falharam.
import-note-too-many-failed = { $share } dos pedidos falharam, o que é de mais; ficou de fora.
import-note-cancelled = A execução foi cancelada; ficou de fora.
import-note-speculative = Medido com descodificação especulativa; ficou de fora.
import-note-disaggregated = As entradas foram lidas em máquinas diferentes das que escreveram as respostas; ficou de fora.
import-note-mixed = A leitura de entradas e a escrita de respostas misturam-se num valor; ficou de fora.
import-note-prompt-at-depth = A entrada foi lida depois de um contexto que já estava lá; ficou de fora.
import-note-partly-on-processor = Uma parte do modelo foi calculada pelo processador; ficou de fora.
import-note-mixed-hardware = Foi executado em aceleradores de tipos diferentes; ficou de fora.
import-note-remote = Foi executado em outras máquinas através de uma rede; ficou de fora.
import-note-embeddings = Foram medidos embeddings; ficou de fora.
import-note-demand-not-capacity = O débito com chegadas é o que foi pedido, não o que se pode obter; ficou de fora.
import-note-latency-of-a-flood = Tudo foi pedido em simultâneo; as latências de tal avalanche ficam de fora.
import-note-more = Há mais disto do que é listado.

## Porque é que uma medição não pode ser usada

import-unresolved-no-model = ninguém diz qual era o modelo; --model diz
import-unresolved-model = nenhum modelo se chama «{ $name }»; parecidos: { $near }
import-unresolved-no-hardware = ninguém diz em que foi executado; --hardware diz
import-unresolved-hardware = nenhum hardware se chama «{ $name }»; parecidos: { $near }
import-unresolved-no-count = ninguém diz em quantas GPU ou processadores foi executado; --count diz
import-unresolved-no-weights = ninguém diz em que formato estavam os pesos; --weights diz
import-unresolved-no-engine = ninguém diz qual era o motor; --engine diz
import-unresolved-no-load = ninguém diz quantos pedidos houve em simultâneo; --concurrency diz
import-unresolved-no-lengths = ninguém diz o tamanho das entradas e das respostas
import-unresolved-partly-on-processor = só { $layers } de { $of } camadas estavam no acelerador
import-unresolved-faster-than-memory = seria mais rápido do que os pesos podem ser lidos da memória
import-unresolved-impossible = { $reason }
import-unresolved-tables = as tabelas incluídas não podem ser lidas
import-nothing-near = nenhum

## O que foi suposto

import-assumed-weights = Suposto: pesos no formato em que o modelo é publicado, com { $bits } bits cada.
import-assumed-cache = Suposto: { $bits } bits para cada elemento da cache.
import-assumed-split = Suposto: cada camada é dividida entre todos os { $count } aceleradores.

## Um ficheiro impresso

import-head = { $file }: { $rows ->
        [one] { $rows } medição
       *[other] { $rows } medições
    } de { $results ->
        [one] { $results } resultado
       *[other] { $results } resultados
    } de { $tool }
import-row = { $place }. { $quantity }: { $figure }, { $model } em { $count } × { $hardware }, { $load }
import-row-estimated = { $place }. { $quantity }: { $figure } (estimado { $estimated }), { $model } em { $count } × { $hardware }, { $load }
import-row-unresolved = { $place }. { $quantity }: { $figure }, não usado: { $reason }
import-quantity-decode-alone = Velocidade para um utilizador
import-quantity-prefill = Leitura de entradas
import-quantity-fixed-batch = Débito
import-quantity-saturated = Débito na capacidade máxima
import-quantity-inter-token = Tempo entre tokens
import-quantity-time-to-first-token = Tempo até ao primeiro token
import-tokens-per-second = { $value } tokens/s
import-milliseconds = { $value } ms
import-load-unknown = carga desconhecida
import-load-at-once = pedidos em simultâneo: { $requests }
import-load-as-fits = tantos pedidos quantos couberem
import-load-arrivals = pedidos por segundo: { $requests }
