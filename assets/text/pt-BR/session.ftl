# O que o usuário está fazendo: passos de desfazer, estados do caminho, arquivos.

## Desfazer

undo-named = Desfazer { $edit }
redo-named = Refazer { $edit }
edit-figure = mudança de “{ $field }”
edit-reset = redefinição de “{ $field }”
edit-choice = mudança de “{ $choice }”
edit-title = mudança do título
edit-question = mudança da pergunta
edit-date = mudança da data
edit-currency = mudança da moeda
edit-fx-date = mudança da data do câmbio
edit-languages = mudança dos idiomas de trabalho
edit-notes = mudança das notas
edit-add-option = inclusão de “{ $option }”
edit-duplicate-option = duplicação de “{ $option }”
edit-rename-option = novo nome de “{ $option }”
edit-move-option = deslocamento de “{ $option }”
edit-remove-option = remoção de “{ $option }”
edit-price = mudança de preço de “{ $option }”
edit-model = mudança de modelo de “{ $option }”
edit-hardware = mudança de hardware de “{ $option }”
edit-cascade-part = mudança da cascata “{ $option }”
edit-customisation = mudança da personalização de “{ $option }”
edit-retirement = mudança do fim de venda de “{ $option }”
edit-context-tiers = mudança das faixas de contexto de “{ $option }”
edit-volume-discounts = mudança dos descontos por volume de “{ $option }”
edit-scores = mudança das notas de “{ $option }”
edit-update-presets = atualização de { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }

## Choices that undo names

choice-horizon-months = Horizonte
choice-currency = Moeda
choice-date = Data do caso
choice-price-law = Lei de preço
choice-billing = Cobrança
choice-purchase = Compra
choice-useful-life-months = Vida útil
choice-throughput = Vazão
choice-mode = Como a cascata decide
choice-customisation-method = Personalização

## What else happened

notice-cascade-removed = “{ $option }” consultava esta opção primeiro e foi removida com ela.
notice-cascade-shortened = “{ $option }” agora termina sem esta opção.
notice-power-measured = A potência de “{ $option }” passa de { $before } W para { $after } W com o que os processadores consumiram nos testes em uso; tela, memória e discos não entram.

## Why a step is in its state

reason-no-title = Dê um título ao caso
reason-no-rate-date = O câmbio não tem data
reason-horizon = { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
reason-starting-values = Só valores iniciais
reason-own-figures = { $count ->
        [one] { $count } valor seu
       *[other] { $count } valores seus
    }
reason-shares-exceed-whole = As parcelas passam do todo
reason-no-options = Inclua uma opção
reason-one-option = Inclua uma segunda opção
reason-impossible = { $count ->
        [one] { $count } opção é inviável
       *[other] { $count } opções são inviáveis
    }
reason-options = { $count ->
        [one] { $count } opção
       *[other] { $count } opções
    }
reason-old-records = { $count ->
        [one] { $count } registro antigo
       *[other] { $count } registros antigos
    }
reason-doubtful-records = { $count ->
        [one] { $count } registro fraco ou presumido
       *[other] { $count } registros fracos ou presumidos
    }
reason-sourced = Todo valor tem uma fonte
reason-context-too-long = { $count ->
        [one] Chamadas longas demais para { $count } modelo
       *[other] Chamadas longas demais para { $count } modelos
    }
reason-without-score = { $count ->
        [one] { $count } opção sem nota
       *[other] { $count } opções sem nota
    }
reason-nothing-comparable = Nenhuma tabela tem duas opções
reason-comparable = { $count ->
        [one] { $count } opção em uma tabela
       *[other] { $count } opções em uma tabela
    }
reason-does-not-fit = { $count ->
        [one] { $count } modelo não cabe
       *[other] { $count } modelos não cabem
    }
reason-targets-missed = { $count ->
        [one] { $count } opção não atinge uma meta
       *[other] { $count } opções não atingem uma meta
    }
reason-estimated = { $count ->
        [one] { $count } estimativa
       *[other] { $count } estimativas
    }
reason-nothing-hosted = Nada roda em máquinas próprias
reason-measured = Informado ou medido
reason-no-successor = { $count ->
        [one] { $count } modelo acaba sem sucessor
       *[other] { $count } modelos acabam sem sucessor
    }
reason-successors = { $count ->
        [one] { $count } modelo passa a um sucessor
       *[other] { $count } modelos passam a um sucessor
    }
reason-nothing-retires = Nenhum modelo sai do mercado
reason-by-cost = Ordenadas por custo hoje
reason-nothing-feasible = Nenhuma opção é viável
reason-cheapest = { $option } custa menos
reason-ready = Pronto para exportar

## Actions that cannot be done

error-no-such-option = Não existe a opção “{ $option }”.
error-no-such-entry = A lista não tem o item { $place }.
error-nested-cascade = Uma cascata não pode consultar “{ $option }”, que é uma cascata.
error-nothing-asked-first = Uma cascata precisa consultar uma opção primeiro; escolha uma.
error-score = Uma nota deve ficar entre 0 e 100, e { $value } não fica.

## Files

error-file-faults = { $count ->
        [one] O arquivo tem uma falha e não foi aberto. { $first } { $path }
       *[other] O arquivo tem { $count } falhas e não foi aberto; a primeira é esta. { $first } { $path }
    }
cause-not-allowed = este usuário não tem permissão
cause-read-only = é somente leitura
cause-no-folder = a pasta não existe
cause-wrong-kind = há uma pasta onde se quer um arquivo
cause-disk-full = o disco está cheio
cause-in-use = outro programa está usando
cause-system = { $detail }
