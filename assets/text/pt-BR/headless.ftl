# What the program says without a window.

## A printed evaluation

headless-case = { $title }, { $date }, { $months }
headless-undated-rate = Calculado em dólares e mostrado em { $currency } ao câmbio de { $rate }, sem data.
headless-lines = Custo em { $months }
headless-instead-of = Em vez de { $option }
headless-saved = Valor presente líquido poupado
headless-payback = Retorno do investimento
headless-payback-discounted = Retorno descontado
headless-all-options = Todas as opções
headless-cannot-be-had = Não é viável como está.

## Odds

headless-odds = Probabilidades em { $draws } sorteios, semente { $seed }
headless-no-ranges = Nenhum dado que importa aqui tem intervalo, por isso não há o que sortear.
headless-chance-cheapest = Chance de custar menos
headless-futures = Futuros em que custa menos
headless-npv-p10 = Valor presente líquido, um em dez abaixo
headless-npv-p50 = Valor presente líquido, metade abaixo
headless-npv-p90 = Valor presente líquido, nove em dez abaixo
headless-regret = Arrependimento esperado
headless-evpi = Saber tudo de antemão vale no máximo { $value }.
headless-worth-finding-out = Saber { $quantity } de antemão vale { $value }.
headless-difference = { $option } menos { $other }: { $difference } de valor presente líquido do custo
headless-tornado = A diferença nas duas pontas de cada intervalo; ! marca o que sozinho inverte a decisão.
headless-at-p10 = Em P10
headless-at-p90 = Em P90
headless-switch-points = Inverte em

## A printed explanation

headless-step = Passo
headless-left-out = { $count ->
        [one] Mais { $count } como estes; --all mostra.
       *[other] Mais { $count } como estes; --all mostra todos.
    }
headless-deeper = Os passos abaixo não aparecem; --depth ou --all os mostra.
headless-of-month = { $term }, mês { $month }

## Checking files

headless-no-faults = Nenhuma falha encontrada. { $file }

## Errors

error-file-is-folder = Isto é uma pasta, não um arquivo. { $path }
error-file-protected = O arquivo está protegido contra gravação; nada foi alterado. { $path }
error-folder-not-found = A pasta não existe; verifique o caminho. { $path }
error-folder-not-writable = Não é possível gravar nada nesta pasta ({ $reason }). { $path }
error-output-kind = O nome do arquivo a gravar deve terminar em { $allowed }. { $path }
error-output = Não foi possível escrever a saída ({ $reason }).
error-setting-form = “{ $given }” deve ser escrito como PATH=VALUE.
error-unknown-option = Não há opção “{ $option }”; há { $allowed }.
error-unknown-result = Não há resultado “{ $name }”; os resultados são { $allowed }, cada um como OPTION.NAME.
error-result-absent = A opção “{ $option }” não tem o valor “{ $name }” neste caso.
error-result-nought = Nada contribui para “{ $name }” da opção “{ $option }” neste caso.
error-unknown-sample = Não há exemplo “{ $name }”; há { $allowed }.
error-no-samples = Este programa não contém exemplos.
error-catalogue = Não foi possível ler os dados que vêm com o programa.
error-report = Não foi possível criar o documento ({ $reason }).
error-chart-empty = Não há nada a desenhar no gráfico “{ $name }” deste caso.
error-sensitivity = A diferença entre estas opções não é um número em algum ponto de um intervalo.

## Arguments that are not understood

usage-unknown-command = Não há nenhum comando “{ $given }”; há { $allowed }.
usage-no-command = Falta um comando; há { $allowed }.
usage-unknown-argument = “{ $given }” não é entendido aqui; --help lista o que é.
usage-missing = Falta isto: { $missing }.
usage-twice = { $argument } só pode aparecer uma vez.
usage-conflict = { $argument } não pode aparecer junto com { $other }.
usage-no-value = Falta o que acompanha { $argument }; --help diz o que é.
usage-bad-value = { $argument } não aceita “{ $given }”.
usage-unknown-value = { $argument } não aceita “{ $given }”, só { $allowed }.
usage-other = Estes argumentos não são entendidos; --help lista os que são.
