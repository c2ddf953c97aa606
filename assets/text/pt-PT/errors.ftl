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

error-value-out-of-range = { $field } tem de estar entre { $min } e { $max }; { $value } não está. Mantém-se o último valor válido.
error-value-not-whole = { $field } tem de ser um número inteiro; { $value } não é.
error-value-not-finite = { $field } tem de ser um número finito.
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
