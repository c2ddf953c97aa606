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

## Odds

headless-odds = Probabilidades em { $draws } sorteios, semente { $seed }
headless-no-ranges = Nenhum dado que importe aqui tem intervalo, pelo que não há nada a sortear.
headless-chance-cheapest = Probabilidade de custar menos
headless-futures = Futuros em que custa menos
headless-npv-p10 = Valor atual líquido, um em dez abaixo
headless-npv-p50 = Valor atual líquido, metade abaixo
headless-npv-p90 = Valor atual líquido, nove em dez abaixo
headless-regret = Arrependimento esperado
headless-evpi = Saber tudo de antemão vale, no máximo, { $value }.
headless-worth-finding-out = Saber { $quantity } de antemão vale { $value }.
headless-difference = { $option } menos { $other }: { $difference } de valor atual líquido do custo
headless-tornado = A diferença nos dois extremos de cada intervalo; ! assinala o que, por si só, inverte a decisão.
headless-at-p10 = Em P10
headless-at-p90 = Em P90
headless-switch-points = Inverte em

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
error-sensitivity = A diferença entre estas opções não é um número nalgum ponto de um intervalo.

## Arguments that are not understood

usage-unknown-command = Não há nenhum comando «{ $given }»; há { $allowed }.
usage-no-command = Falta um comando; há { $allowed }.
usage-unknown-argument = «{ $given }» não é entendido aqui; --help enumera o que é.
usage-missing = Falta isto: { $missing }.
usage-twice = { $argument } só pode aparecer uma vez.
usage-conflict = { $argument } não pode aparecer junto de { $other }.
usage-no-value = Falta o que acompanha { $argument }; --help diz o que é.
usage-bad-value = { $argument } não aceita «{ $given }».
usage-unknown-value = { $argument } não aceita «{ $given }», só { $allowed }.
usage-other = Estes argumentos não são entendidos; --help enumera os que são.
