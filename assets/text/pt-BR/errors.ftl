# What went wrong, then what to do. A path stands last.

## Typed numbers

error-number-empty = Nenhum número foi informado.
error-number-no-digits = “{ $text }” não é um número.
error-number-junk = “{ $part }” em “{ $text }” não foi entendido.
error-number-two-decimals = “{ $text }” tem mais de um separador decimal.
error-number-groups = Os dígitos de “{ $text }” não estão agrupados de três em três.
error-number-percent-not-expected = “{ $text }” é uma porcentagem; aqui se espera um número simples.
error-number-money-not-expected = “{ $text }” é um valor em dinheiro; aqui se espera um número simples.
error-number-other-currency = “{ $text }” está em outra moeda; digite um valor em { $currency }.
error-number-too-large = “{ $text }” é grande demais.

## Values of a field

fault-value-not-finite = Deve ser um número finito.
fault-value-not-whole = Deve ser um número inteiro, e { $value } não é.
fault-value-out-of-range = Deve ficar entre { $min } e { $max }, e { $value } não fica.
error-date = “{ $text }” não é uma data; escreva 2026, 2026-11 ou 2026-11-24.
error-unknown-locale = “{ $tag }” não é um idioma deste programa; escolha en, pt-BR, pt-PT ou es.

## Files

error-file-not-found = O arquivo não existe; verifique o caminho. { $path }
error-file-not-readable = Não foi possível ler o arquivo ({ $reason }). { $path }
error-file-not-writable = Não foi possível gravar o arquivo ({ $reason }); nada foi alterado. { $path }
error-file-newer = O arquivo foi salvo por uma versão mais recente ({ $version }); atualize o programa para abri-lo. { $path }
error-dialog-unavailable = Não foi possível abrir a janela de arquivos; digite o caminho.

## Graphics

error-graphics = Não foi possível desenhar a janela. Adaptadores testados { $adapters }. Inicie em modo de segurança ou use o programa sem janela.
error-no-display = Não há tela disponível; use o programa sem janela, por exemplo “{ $command }”.

## Setting an input by its path

error-set-unknown-path = Não há entrada “{ $path }”.
error-set-not-a-number = “{ $path }” recebe um número, e “{ $given }” não é.
error-set-unknown-choice = “{ $path }” recebe { $allowed }, e “{ $given }” não é nenhum deles.
error-set-value = “{ $path }” não aceita este valor. { $why }
error-option-without-cost = A opção “{ $option }” não tem custo para comparar.

## Inputs that no formula can answer

error-finance-not-finite = { $what } deve ser um número finito.
error-finance-rate-too-low = { $what } deve ficar acima de −100%, não { $value }.
error-finance-negative = { $what } não pode ser negativo, como { $value }.
error-finance-not-positive = { $what } deve ser maior que zero, não { $value }.
error-finance-not-a-share = { $what } deve ficar entre 0 e 1, não { $value }.
error-finance-part-exceeds-whole = { $part } de { $whole } não podem ter passado.
error-finance-empty-range = O intervalo de { $start } a { $end } está vazio.
error-finance-too-many-sign-changes = Os fluxos mudam de sinal { $found } vezes; são seguidas no máximo { $limit }.
error-finance-too-many-intervals = A resposta tem mais de { $limit } intervalos separados.
error-finance-undefined-at = A função não tem valor em { $at }.

## Making an option from the catalogue

error-unknown-model = Não há modelo “{ $name }” no catálogo.
error-unknown-price = Não há preço “{ $name }” no catálogo.
error-unknown-rent = Não há aluguel “{ $name }” no catálogo.
error-unknown-hardware = Não há hardware “{ $name }” no catálogo.
error-weights-not-open = Os pesos de “{ $name }” não são abertos; não é possível hospedá-lo.
error-size-unknown = Ninguém publicou quantos parâmetros “{ $name }” tem; informe o tamanho.
error-other-plan = A opção “{ $name }” tem um plano de outro tipo.
