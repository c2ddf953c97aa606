# What the program says without a window.

## A printed evaluation

headless-case = { $title }, { $date }, { $months }
headless-undated-rate = Calculado em dólares e apresentado em { $currency } ao câmbio de { $rate }, sem data.
headless-lines = Custo em { $months }
headless-instead-of = Em vez de { $option }
headless-saved = Valor atual líquido poupado
headless-payback = Recuperação do investimento
headless-payback-discounted = Recuperação descontada
headless-all-options = Todas as opções
headless-cannot-be-had = Não é viável tal como está.

## A printed explanation

headless-step = Passo
headless-left-out = { $count ->
        [one] Mais { $count } como estes; --all mostra-o.
       *[other] Mais { $count } como estes; --all mostra-os.
    }
headless-deeper = Os passos abaixo não são mostrados; --depth ou --all mostra-os.
headless-of-month = { $term }, mês { $month }

## Checking files

headless-no-faults = Nenhuma falha encontrada. { $file }

## Errors

error-file-is-folder = Isto é uma pasta, não um ficheiro. { $path }
error-file-protected = O ficheiro está protegido contra escrita; nada foi alterado. { $path }
error-folder-not-found = A pasta não existe; verifique o caminho. { $path }
error-folder-not-writable = Não é possível escrever nada nesta pasta ({ $reason }). { $path }
error-output-kind = O nome do ficheiro a escrever tem de terminar em { $allowed }. { $path }
error-output = Não foi possível escrever a saída ({ $reason }).
error-setting-form = «{ $given }» tem de ser escrito como PATH=VALUE.
error-unknown-option = Não existe a opção «{ $option }»; existem { $allowed }.
error-unknown-result = Não existe o resultado «{ $name }»; os resultados são { $allowed }, cada um como OPTION.NAME.
error-result-absent = A opção «{ $option }» não tem o valor «{ $name }» neste caso.
error-result-nought = Nada contribui para «{ $name }» da opção «{ $option }» neste caso.
error-unknown-sample = Não existe o exemplo «{ $name }»; existem { $allowed }.
error-no-samples = Este programa não contém exemplos.
error-catalogue = Não foi possível ler os dados que vêm com o programa.
error-report = Não foi possível criar o documento ({ $reason }).
error-chart-empty = Não há nada a desenhar no gráfico «{ $name }» deste caso.
