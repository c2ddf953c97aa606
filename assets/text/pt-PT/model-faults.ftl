# O que há de errado com o ficheiro de um modelo ou com um modelo inventado: partes de frases maiores, a seguir a dois pontos.

latency-model-vocabulary = Aqui o modelo não lê nem escreve texto: { $reason }

## Abrir o ficheiro

model-file-not-found = esse ficheiro não existe; verifique o caminho
model-file-no-permission = a sua conta não tem permissão para o ler
model-file-folder = é uma pasta

## Em que ponto do ficheiro

gguf-at = { $fault } (byte { $offset })
gguf-at-place = { $fault } («{ $place }», byte { $offset })

## O que está errado aí

gguf-not-gguf = isto não é um ficheiro GGUF; escolha um que termine em .gguf
gguf-big-endian = o ficheiro é big-endian; obtenha ou gere um little-endian
gguf-version = a versão { $version } do GGUF não é lida, apenas a 2 e a 3; volte a gerar o ficheiro com um conversor atual
gguf-ends = o ficheiro termina { $missing ->
        [one] um byte
       *[other] { $missing } bytes
    } antes do tempo; talvez não tenha sido copiado por inteiro
gguf-count = { $count } entradas não cabem nos { $room } bytes que se seguem; o ficheiro está danificado
gguf-text = um texto não está em UTF-8; o ficheiro está danificado ou é de outro tipo
gguf-kind = não existe o tipo de valor { $kind }; o ficheiro está danificado
gguf-truth = um valor lógico é { $value } e só pode ser 0 ou 1; o ficheiro está danificado
gguf-nested = há listas encaixadas em mais de { $depth } níveis; o ficheiro está danificado
gguf-duplicate = o nome consta duas vezes do ficheiro; o ficheiro está danificado
gguf-alignment = { $alignment } não é um alinhamento válido: tem de ser uma potência de dois, no máximo 65 536
gguf-dimensions = tensores de { $count } dimensões não são lidos, apenas de 1 a 4
gguf-empty = uma dimensão é 0; o ficheiro está danificado
gguf-format = os números estão no formato { $format }, que não é lido; são lidos: { $known }
gguf-blocks = linhas de { $columns } números não são blocos inteiros de { $format }; o ficheiro está danificado
gguf-size = um tensor é maior do que qualquer memória; o ficheiro está danificado
gguf-misaligned = um tensor começa em { $start }, que não é múltiplo de { $alignment }; o ficheiro está danificado
gguf-overlap = um tensor partilha bytes com «{ $other }»; o ficheiro está danificado
gguf-missing = falta a chave; descarregue o ficheiro outra vez ou gere um com o conversor do llama.cpp
gguf-value = o valor é { $is }, e esperava-se { $wanted }; obtenha ou gere o ficheiro de novo
gguf-other = o ficheiro está danificado ({ $words })
gguf-sort-whole = um número inteiro
gguf-sort-signed = um número inteiro com sinal
gguf-sort-float = um número de vírgula flutuante
gguf-sort-number = um número
gguf-sort-truth = um valor lógico
gguf-sort-text = um texto
gguf-sort-list = uma lista
gguf-sort-texts = uma lista de textos
gguf-sort-numbers = uma lista de números

## O que não bate certo

model-tensor-missing = falta o tensor «{ $name }»; talvez o ficheiro tenha sido feito por outro programa ou seja uma parte de várias
model-tensor-sizes = o tensor «{ $name }» tem os tamanhos { $is }, e são precisos { $wanted }; o ficheiro está danificado
model-number = «{ $key }» é { $number }, o que nenhum modelo tem; o ficheiro está danificado
model-shape = nenhum modelo tem esta forma

## O que um modelo tem e que não corre

model-feature-layers = camadas de formas diferentes ({ $key })
model-feature-experts = { $count ->
        [one] um perito
       *[other] { $count } peritos
    }
model-feature-values = valores de { $values } números ao lado de chaves de { $keys }
model-feature-positions = posições escaladas por «{ $kind }»
model-feature-format = uma linha «{ $tensor }» em blocos de { $format }
model-feature-tensor = um tensor «{ $name }»

## O vocabulário

model-vocabulary-kind = vocabulários do tipo «{ $name }» não são lidos; são lidos llama (SentencePiece) e gpt2 (pares de bytes)
model-vocabulary-words = separa o texto em palavras à maneira de «{ $name }», que aqui não é conhecida
model-vocabulary-length = «{ $key }» tem { $is } entradas para { $tokens } tokens; o ficheiro está danificado
