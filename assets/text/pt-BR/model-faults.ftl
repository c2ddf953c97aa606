# O que há de errado com o arquivo de um modelo ou com um modelo inventado: partes de frases maiores, depois de dois-pontos.

latency-model-vocabulary = Aqui o modelo não lê nem escreve texto: { $reason }

## Abrir o arquivo

model-file-not-found = esse arquivo não existe; confira o caminho
model-file-no-permission = sua conta não tem permissão para ler
model-file-folder = é uma pasta

## Em que ponto do arquivo

gguf-at = { $fault } (byte { $offset })
gguf-at-place = { $fault } (“{ $place }”, byte { $offset })

## O que há de errado ali

gguf-not-gguf = este não é um arquivo GGUF; escolha um que termine em .gguf
gguf-big-endian = o arquivo é big-endian; obtenha ou gere um little-endian
gguf-version = a versão { $version } do GGUF não é lida, só a 2 e a 3; gere o arquivo de novo com um conversor atual
gguf-ends = o arquivo termina { $missing ->
        [one] um byte
       *[other] { $missing } bytes
    } antes da hora; talvez não tenha sido copiado por inteiro
gguf-count = { $count } entradas não cabem nos { $room } bytes seguintes; o arquivo está danificado
gguf-text = um texto não está em UTF-8; o arquivo está danificado ou é de outro tipo
gguf-kind = não existe o tipo de valor { $kind }; o arquivo está danificado
gguf-truth = um valor lógico é { $value } e só pode ser 0 ou 1; o arquivo está danificado
gguf-nested = há listas aninhadas em mais de { $depth } níveis; o arquivo está danificado
gguf-duplicate = o nome aparece duas vezes no arquivo; o arquivo está danificado
gguf-alignment = { $alignment } não é um alinhamento válido: precisa ser uma potência de dois, no máximo 65.536
gguf-dimensions = tensores de { $count } dimensões não são lidos, só de 1 a 4
gguf-empty = uma dimensão é 0; o arquivo está danificado
gguf-format = os números estão no formato { $format }, que não é lido; são lidos: { $known }
gguf-blocks = linhas de { $columns } números não formam blocos inteiros de { $format }; o arquivo está danificado
gguf-size = um tensor é maior que qualquer memória; o arquivo está danificado
gguf-misaligned = um tensor começa em { $start }, que não é múltiplo de { $alignment }; o arquivo está danificado
gguf-overlap = um tensor divide bytes com “{ $other }”; o arquivo está danificado
gguf-missing = a chave está faltando; baixe o arquivo de novo ou gere um com o conversor do llama.cpp
gguf-value = o valor é { $is }, e o esperado é { $wanted }; obtenha ou gere o arquivo de novo
gguf-other = o arquivo está danificado ({ $words })
gguf-sort-whole = um número inteiro
gguf-sort-signed = um número inteiro com sinal
gguf-sort-float = um número de ponto flutuante
gguf-sort-number = um número
gguf-sort-truth = um valor lógico
gguf-sort-text = um texto
gguf-sort-list = uma lista
gguf-sort-texts = uma lista de textos
gguf-sort-numbers = uma lista de números

## O que não se encaixa

model-tensor-missing = falta o tensor “{ $name }”; talvez o arquivo tenha sido feito por outro programa ou seja uma parte de várias
model-tensor-sizes = o tensor “{ $name }” tem os tamanhos { $is }, e são necessários { $wanted }; o arquivo está danificado
model-number = “{ $key }” é { $number }, o que nenhum modelo tem; o arquivo está danificado
model-shape = nenhum modelo tem esta forma

## O que um modelo tem e que não roda

model-feature-layers = camadas de formas diferentes ({ $key })
model-feature-experts = { $count ->
        [one] um especialista
       *[other] { $count } especialistas
    }
model-feature-values = valores de { $values } números ao lado de chaves de { $keys }
model-feature-positions = posições escaladas por “{ $kind }”
model-feature-format = uma linha “{ $tensor }” em blocos de { $format }
model-feature-tensor = um tensor “{ $name }”

## O vocabulário

model-vocabulary-kind = vocabulários do tipo “{ $name }” não são lidos; são lidos llama (SentencePiece) e gpt2 (pares de bytes)
model-vocabulary-words = ele separa o texto em palavras à maneira de “{ $name }”, que não é conhecida aqui
model-vocabulary-length = “{ $key }” tem { $is } entradas para { $tokens } tokens; o arquivo está danificado
