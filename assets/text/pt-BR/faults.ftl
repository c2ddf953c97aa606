# What is wrong with a file of presets or a scenario.

## The sentence around a fault

fault = { $file }:{ $line }:{ $column }: { $what }
fault-in-record = { $file }:{ $line }:{ $column }: { $record }: { $what }
fault-in-field = { $file }:{ $line }:{ $column }: { $record }, { $field }: { $what }
fault-at-field = { $file }:{ $line }:{ $column }: { $field }: { $what }

## Brackets, text and commas

fault-unclosed = Nada fecha este { $bracket }.
fault-unopened = Este { $bracket } não fecha nada.
fault-mismatched = Este { $found } não pode fechar { $open }.
fault-unclosed-text = O texto não tem aspas de fechamento.
fault-unclosed-comment = O comentário não tem fim.
fault-missing-comma = Falta uma vírgula antes disto.
fault-missing-value = Falta um valor antes disto.
fault-empty = O arquivo está vazio.
fault-too-large = O arquivo é grande demais.
fault-too-deep = Os parênteses estão aninhados demais.
fault-not-text = Isto não é texto UTF-8.
fault-syntax = Não é possível ler isto como RON ({ $detail }).
fault-too-many = Há mais falhas do que as listadas; corrija estas primeiro.

## Records and keys

fault-not-a-list = Um arquivo de predefinições é uma lista de registros entre colchetes.
fault-unknown-record = Não há registro do tipo “{ $found }”; há { $allowed }.
fault-unknown-key = Não há chave “{ $found }” aqui; as chaves são { $allowed }.
fault-duplicate-key = A chave “{ $key }” aparece duas vezes.
fault-missing-key = Falta a chave “{ $key }”.
fault-wrong-type = Esperava-se { $expected }; há { $found }.
fault-unknown-name = “{ $found }” não é permitido aqui, só { $allowed }.
expected-number = um número
expected-whole-number = um número inteiro não negativo
expected-text = um texto entre aspas
expected-truth = true ou false
expected-list = uma lista entre colchetes
expected-struct = chaves e valores entre parênteses
expected-map = chaves e valores entre chaves
expected-other = outro valor

## Values

fault-not-finite = Isto deve ser um número finito.
fault-negative = Isto não pode ser negativo, e { $value } é.
fault-out-of-range = Isto deve ficar entre { $min } e { $max }, e { $value } não fica.
fault-empty-text = Este texto não pode ficar vazio.
fault-bad-id = “{ $found }” não é um id; use letras minúsculas, dígitos e . - _ / + : @
fault-bad-date = “{ $found }” não é uma data; escreva 2026, 2026-11, 2026-11-24, ou “by” antes de uma delas.
fault-future-date = { $date } está no futuro; nada aqui pode ser posterior a { $latest }.
fault-ends-before-start = Isto termina em { $until }, que não é depois do início em { $from }.
fault-range-order = Baixo, base e alto devem crescer, e { $low }, { $base }, { $high } não crescem.
fault-together = Ou estão presentes { $keys }, ou nenhuma delas.
fault-exclusive = Só uma entre { $keys } pode estar presente.
fault-tier-order = As faixas devem crescer, e a acima de { $above } tokens não cresce.
fault-shapes = { $larger } não pode ser maior que { $smaller }.

## References

fault-unknown-reference = Não há nenhum registro “{ $id }” ({ $kind }).
fault-circular-reference = “{ $id }” leva de volta a si mesmo.
fault-duplicate-id = O id “{ $id }” já está em { $first }.
fault-duplicate-name = “{ $name }” já é um nome de “{ $other }”.
fault-overlapping-prices = Isto vale ao mesmo tempo que “{ $other }” da mesma oferta.
fault-unknown-field = O registro não tem o campo “{ $found }”.
fault-no-date = Nenhum arquivo contém o registro Catalogue com a data das predefinições.

## Doubtful, but used

fault-output-cheaper = A saída a { $output } é mais barata que a entrada a { $input }; confira.
fault-not-yet-in-force = Isto ainda não vale na data do caso ({ $date }); início: { $from }.
fault-no-longer-in-force = Isto não vale mais na data do caso ({ $date }); fim: { $until }.
fault-after-catalogue = Os preços são os últimos conhecidos; data do catálogo: { $latest }.
fault-old = { $days ->
        [one] Isto tem { $days } dia.
       *[other] Isto tem { $days } dias.
    }

## Scenarios

fault-misspelt = Não há chave “{ $found }” aqui; seria “{ $nearest }”?
fault-not-whole = Isto deve ser um número inteiro, e { $value } não é.
fault-newer-version = Este arquivo é da versão { $found }, e este programa lê até a versão { $latest }; um programa mais novo o gravou.
fault-bad-option-id = “{ $found }” não é um id; use até 64 letras minúsculas, dígitos e hifens.
fault-step-order = Os limites devem crescer a cada degrau, e { $above } não cresce.
fault-not-in-catalogue = Não há “{ $id }” no catálogo.
fault-weights-not-open = Os pesos de “{ $id }” não são abertos; não é possível hospedá-lo.
fault-size-unknown = Ninguém publicou quantos parâmetros “{ $id }” tem; informe o tamanho.
fault-other-plan = A opção “{ $id }” tem um plano de outro tipo.
