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

error-value-out-of-range = { $field } deve ficar entre { $min } e { $max }; { $value } não fica. O último valor válido foi mantido.
error-value-not-whole = { $field } deve ser um número inteiro; { $value } não é.
error-value-not-finite = { $field } deve ser um número finito.
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
