# What went wrong, then what to do. A path stands last.

## Typed numbers

error-number-empty = Não foi introduzido nenhum número.
error-number-no-digits = «{ $text }» não é um número.
error-number-junk = Não se entendeu «{ $part }» em «{ $text }».
error-number-two-decimals = «{ $text }» tem mais do que um separador decimal.
error-number-groups = Os algarismos de «{ $text }» não estão agrupados de três em três.
error-number-percent-not-expected = «{ $text }» é uma percentagem; aqui espera-se um número simples.
error-number-money-not-expected = «{ $text }» é um montante em dinheiro; aqui espera-se um número simples.
error-number-other-currency = «{ $text }» está noutra moeda; introduza um montante em { $currency }.
error-number-too-large = «{ $text }» é demasiado grande.

## Values of a field

fault-value-not-finite = Tem de ser um número finito.
fault-value-not-whole = Tem de ser um número inteiro, e { $value } não é.
fault-value-out-of-range = Tem de estar entre { $min } e { $max }, e { $value } não está.
error-date = «{ $text }» não é uma data; escreva 2026, 2026-11 ou 2026-11-24.
error-unknown-locale = «{ $tag }» não é um idioma deste programa; escolha en, pt-BR, pt-PT ou es.

## Files

error-file-not-found = O ficheiro não existe; verifique o caminho. { $path }
error-file-not-readable = Não foi possível ler o ficheiro ({ $reason }). { $path }
error-file-not-writable = Não foi possível escrever o ficheiro ({ $reason }); nada foi alterado. { $path }
error-file-newer = O ficheiro foi guardado por uma versão mais recente ({ $version }); atualize o programa para o abrir. { $path }
error-dialog-unavailable = Não foi possível abrir a janela de ficheiros; escreva o caminho.

## Graphics

error-graphics = Não foi possível desenhar a janela. Adaptadores experimentados { $adapters }. Inicie em modo de segurança ou use o programa sem janela.
error-no-display = Não há ecrã disponível; use o programa sem janela, por exemplo «{ $command }».

## Setting an input by its path

error-set-unknown-path = Não existe o dado «{ $path }».
error-set-not-a-number = «{ $path }» recebe um número, e «{ $given }» não é.
error-set-unknown-choice = «{ $path }» recebe { $allowed }, e «{ $given }» não é nenhum deles.
error-set-value = «{ $path }» não aceita este valor. { $why }
error-option-without-cost = A opção «{ $option }» não tem custo para comparar.

## Inputs that no formula can answer

error-finance-not-finite = { $what } tem de ser um número finito.
error-finance-rate-too-low = { $what } tem de ficar acima de −100%, não { $value }.
error-finance-negative = { $what } não pode ser negativo, como { $value }.
error-finance-not-positive = { $what } tem de ser maior do que zero, não { $value }.
error-finance-not-a-share = { $what } tem de estar entre 0 e 1, não { $value }.
error-finance-part-exceeds-whole = { $part } de { $whole } não podem ter passado.
error-finance-empty-range = O intervalo de { $start } a { $end } está vazio.
error-finance-too-many-sign-changes = Os fluxos mudam de sinal { $found } vezes; são seguidas no máximo { $limit }.
error-finance-too-many-intervals = A resposta tem mais de { $limit } intervalos separados.
error-finance-undefined-at = A função não tem valor em { $at }.

## Making an option from the catalogue

error-unknown-model = Não há modelo «{ $name }» no catálogo.
error-unknown-price = Não há preço «{ $name }» no catálogo.
error-unknown-rent = Não há aluguer «{ $name }» no catálogo.
error-unknown-hardware = Não há hardware «{ $name }» no catálogo.
error-weights-not-open = Os pesos de «{ $name }» não são abertos; não é possível alojá-lo.
error-size-unknown = Ninguém publicou quantos parâmetros «{ $name }» tem; introduza o tamanho.
error-other-plan = A opção «{ $name }» tem um plano de outro tipo.
