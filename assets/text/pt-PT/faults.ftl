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
fault-unclosed-text = O texto não tem aspas de fecho.
fault-unclosed-comment = O comentário não tem fim.
fault-missing-comma = Falta uma vírgula antes disto.
fault-missing-value = Falta um valor antes disto.
fault-empty = O ficheiro está vazio.
fault-too-large = O ficheiro é demasiado grande.
fault-too-deep = Os parênteses estão demasiado encaixados.
fault-not-text = Isto não é texto UTF-8.
fault-syntax = Não é possível ler isto como RON ({ $detail }).
fault-too-many = Há mais falhas do que as listadas; corrija primeiro estas.

## Records and keys

fault-not-a-list = Um ficheiro de predefinições é uma lista de registos entre parênteses retos.
fault-unknown-record = Não há registo do tipo «{ $found }»; há { $allowed }.
fault-unknown-key = Não há chave «{ $found }» aqui; as chaves são { $allowed }.
fault-duplicate-key = A chave «{ $key }» aparece duas vezes.
fault-missing-key = Falta a chave «{ $key }».
fault-wrong-type = Esperava-se { $expected }; há { $found }.
fault-unknown-name = «{ $found }» não é permitido aqui, só { $allowed }.
expected-number = um número
expected-whole-number = um número inteiro não negativo
expected-text = um texto entre aspas
expected-truth = true ou false
expected-list = uma lista entre parênteses retos
expected-struct = chaves e valores entre parênteses
expected-map = chaves e valores entre chavetas
expected-other = outro valor

## Values

fault-not-finite = Isto tem de ser um número finito.
fault-negative = Isto não pode ser negativo, e { $value } é.
fault-out-of-range = Isto tem de estar entre { $min } e { $max }, e { $value } não está.
fault-empty-text = Este texto não pode ficar vazio.
fault-bad-id = «{ $found }» não é um id; use letras minúsculas, algarismos e . - _ / + : @
fault-bad-date = «{ $found }» não é uma data; escreva 2026, 2026-11, 2026-11-24, ou «by» antes de uma delas.
fault-future-date = { $date } está no futuro; nada aqui pode ser posterior a { $latest }.
fault-ends-before-start = Isto termina em { $until }, que não é depois do início em { $from }.
fault-range-order = Baixo, base e alto têm de crescer, e { $low }, { $base }, { $high } não crescem.
fault-together = Ou estão presentes { $keys }, ou nenhuma delas.
fault-exclusive = Só uma de { $keys } pode estar presente.
fault-tier-order = Os escalões têm de crescer, e o acima de { $above } tokens não cresce.
fault-shapes = { $larger } não pode ser maior do que { $smaller }.

## References

fault-unknown-reference = Não há nenhum registo «{ $id }» ({ $kind }).
fault-circular-reference = «{ $id }» conduz de volta a si próprio.
fault-duplicate-id = O id «{ $id }» já está em { $first }.
fault-duplicate-name = «{ $name }» já é um nome de «{ $other }».
fault-overlapping-prices = Isto vale ao mesmo tempo que «{ $other }» da mesma oferta.
fault-unknown-field = O registo não tem o campo «{ $found }».
fault-no-date = Nenhum ficheiro contém o registo Catalogue com a data das predefinições.

## Doubtful, but used

fault-output-cheaper = A saída a { $output } é mais barata do que a entrada a { $input }; confirme.
fault-not-yet-in-force = Isto ainda não vale na data do caso ({ $date }); início: { $from }.
fault-no-longer-in-force = Isto já não vale na data do caso ({ $date }); fim: { $until }.
fault-after-catalogue = Os preços são os últimos conhecidos; data do catálogo: { $latest }.
fault-old = { $days ->
        [one] Isto tem { $days } dia.
       *[other] Isto tem { $days } dias.
    }

## Scenarios

fault-misspelt = Não há chave «{ $found }» aqui; seria «{ $nearest }»?
fault-not-whole = Isto tem de ser um número inteiro, e { $value } não é.
fault-newer-version = Este ficheiro é da versão { $found }, e este programa lê até à versão { $latest }; foi escrito por um programa mais recente.
fault-bad-option-id = «{ $found }» não é um id; use até 64 letras minúsculas, algarismos e hífenes.
fault-step-order = Os limites têm de crescer a cada degrau, e { $above } não cresce.
fault-not-in-catalogue = Não há «{ $id }» no catálogo.
fault-weights-not-open = Os pesos de «{ $id }» não são abertos; não é possível alojá-lo.
fault-size-unknown = Ninguém publicou quantos parâmetros «{ $id }» tem; introduza o tamanho.
fault-other-plan = A opção «{ $id }» tem um plano de outro tipo.
