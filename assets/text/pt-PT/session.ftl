# O que o utilizador está a fazer: passos de anular, estados do caminho, ficheiros.

## Anular

undo-named = Anular { $edit }
redo-named = Repetir { $edit }
edit-figure = alteração de «{ $field }»
edit-reset = reposição de «{ $field }»
edit-choice = alteração de «{ $choice }»
edit-title = alteração do título
edit-question = alteração da pergunta
edit-date = alteração da data
edit-currency = alteração da moeda
edit-fx-date = alteração da data da taxa
edit-languages = alteração dos línguas de trabalho
edit-notes = alteração das notas
edit-add-option = adição de «{ $option }»
edit-duplicate-option = duplicação de «{ $option }»
edit-rename-option = novo nome de «{ $option }»
edit-move-option = deslocamento de «{ $option }»
edit-remove-option = remoção de «{ $option }»
edit-price = alteração de preço de «{ $option }»
edit-model = alteração de modelo de «{ $option }»
edit-hardware = alteração de hardware de «{ $option }»
edit-cascade-part = alteração da cascata «{ $option }»
edit-customisation = alteração da personalização de «{ $option }»
edit-retirement = alteração do fim de venda de «{ $option }»
edit-context-tiers = alteração das escalões de contexto de «{ $option }»
edit-volume-discounts = alteração dos descontos por volume de «{ $option }»
edit-scores = alteração das pontuações de «{ $option }»
edit-update-presets = atualização de { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }

## Choices that undo names

choice-horizon-months = Horizonte
choice-currency = Moeda
choice-date = Data do caso
choice-price-law = Lei de preços
choice-billing = Faturação
choice-purchase = Compra
choice-useful-life-months = Vida útil
choice-throughput = Débito
choice-mode = Como a cascata decide
choice-customisation-method = Personalização

## What else happened

notice-cascade-removed = «{ $option }» consultava primeiro esta opção e foi removida com ela.
notice-cascade-shortened = «{ $option }» agora termina sem esta opção.
notice-power-measured = A potência de «{ $option }» passa de { $before } W para { $after } W com o que os processadores consumiram nos ensaios em uso; ecrã, memória e discos não estão incluídos.

## Why a step is in its state

reason-no-title = Dê um título ao caso
reason-no-rate-date = A taxa não tem data
reason-horizon = { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
reason-starting-values = Apenas valores iniciais
reason-own-figures = { $count ->
        [one] { $count } valor seu
       *[other] { $count } valores seus
    }
reason-shares-exceed-whole = As quotas excedem o todo
reason-no-options = Adicione uma opção
reason-one-option = Adicione uma segunda opção
reason-impossible = { $count ->
        [one] { $count } opção é impossível
       *[other] { $count } opções são impossíveis
    }
reason-options = { $count ->
        [one] { $count } opção
       *[other] { $count } opções
    }
reason-old-records = { $count ->
        [one] { $count } registo antigo
       *[other] { $count } registos antigos
    }
reason-doubtful-records = { $count ->
        [one] { $count } registo fraco ou assumido
       *[other] { $count } registos fracos ou assumidos
    }
reason-sourced = Todos os valores têm fonte
reason-context-too-long = { $count ->
        [one] Chamadas demasiado longas para { $count } modelo
       *[other] Chamadas demasiado longas para { $count } modelos
    }
reason-without-score = { $count ->
        [one] { $count } opção sem pontuação
       *[other] { $count } opções sem pontuação
    }
reason-nothing-comparable = Nenhuma tabela tem duas opções
reason-comparable = { $count ->
        [one] { $count } opção numa tabela
       *[other] { $count } opções numa tabela
    }
reason-does-not-fit = { $count ->
        [one] { $count } modelo não cabe
       *[other] { $count } modelos não cabem
    }
reason-targets-missed = { $count ->
        [one] { $count } opção falha um objetivo
       *[other] { $count } opções falham um objetivo
    }
reason-estimated = { $count ->
        [one] { $count } estimativa
       *[other] { $count } estimativas
    }
reason-nothing-hosted = Nada corre em máquinas próprias
reason-measured = Introduzido ou medido
reason-no-successor = { $count ->
        [one] { $count } modelo acaba sem sucessor
       *[other] { $count } modelos acabam sem sucessor
    }
reason-successors = { $count ->
        [one] { $count } modelo passa a um sucessor
       *[other] { $count } modelos passam a um sucessor
    }
reason-nothing-retires = Nenhum modelo sai do mercado
reason-by-cost = Hoje ordenadas por custo
reason-nothing-feasible = Nenhuma opção é possível
reason-cheapest = { $option } custa menos
reason-ready = Pronto para exportar

## Actions that cannot be done

error-no-such-option = Não há a opção «{ $option }».
error-no-such-entry = A lista não tem a entrada { $place }.
error-nested-cascade = Uma cascata não pode consultar «{ $option }», que é uma cascata.
error-nothing-asked-first = Uma cascata tem de consultar primeiro uma opção; escolha uma.
error-score = Uma pontuação tem de estar entre 0 e 100, e { $value } não está.

## Files

error-file-faults = { $count ->
        [one] O ficheiro tem uma falha e não foi aberto. { $first } { $path }
       *[other] O ficheiro tem { $count } falhas e não foi aberto; a primeira é esta. { $first } { $path }
    }
cause-not-allowed = este utilizador não tem permissão
cause-read-only = é só de leitura
cause-no-folder = a pasta não existe
cause-wrong-kind = há uma pasta onde se quer um ficheiro
cause-disk-full = o disco está cheio
cause-in-use = outro programa está a usá-lo
cause-system = { $detail }
