### Páginas das sete últimas etapas e explicação de um valor.

## All pages of results

results-how-sure = Valor atual líquido em { $months } a { $rate } ao ano.
results-figure = Indicador
results-no-options = Ainda não há opções; tudo aqui decorre delas.
results-why-of = Porquê? { $result } de { $option }, { $value }
results-why-hint = Prima um valor para ver como se forma.
results-computing = A calcular…
results-not-computed = Não foi possível calcular; altere uma entrada para tentar de novo.
results-as-table = Mostrar como tabela, { $chart }
results-as-chart = Mostrar como gráfico, { $chart }
results-copy-data = Copiar os dados, { $chart }
results-export-chart = Exportar o gráfico, { $chart }…
results-language-stated = indicado pelo fornecedor
results-language-not-stated = não indicado

## Cost

cost-headline = { $option } custa menos, { $difference } abaixo de { $second }
cost-headline-throughout = { $option } custa menos, { $difference } abaixo de { $second }, e está à frente desde o início
cost-headline-from = { $option } custa menos, { $difference } abaixo de { $second }, e está à frente a partir do mês { $month }
cost-headline-same = { $first } e { $second } custam o mesmo em { $months }
cost-inputs = Entradas de uma opção
cost-for-all = Para todas as opções
cost-for-all-aid = Estes valores aplicam-se a todas as opções ao mesmo tempo.
cost-group-infrastructure = Plano e infraestrutura
cost-group-migration = Entrada
cost-group-exit = Saída
cost-group-salaries = Custo das pessoas
cost-group-finance = Atualização
cost-all-of-the-plan = Todos os valores deste plano
cost-results = Todos os resultados
cost-lines = Custo por componente no horizonte
cost-idle-title = { $option } paga { $idle } por mês por capacidade à espera
cost-idle-aid = Uma máquina parada nunca é gratuita. Infraestrutura e energia por mês, em média.
cost-paid = Paga
cost-used = Por trabalho
cost-idle = Parada
cost-pair-first = Comparar
cost-pair-second = com
cost-pair-none = Estas duas não podem ser comparadas pelo volume.
cost-pair-stretch = { $option } é mais barato de { $low } a { $high } pedidos por mês.
cost-pair-more = { $count ->
        [one] Há mais { $count } mudança, causada por máquinas inteiras.
       *[other] Há mais { $count } mudanças, causadas por máquinas inteiras.
    }
cost-instead-saves = { $first } em vez de { $second } poupa { $amount } em { $months }
cost-instead-costs = { $first } em vez de { $second } custa mais { $amount } em { $months }
cost-instead-aid = A diferença mês a mês como um investimento, em valor atual líquido.
cost-payback = Recuperação
cost-payback-discounted = Recuperação atualizada
cost-payback-none-needed = Nunca custa mais, pelo que não há nada a recuperar.
cost-rate-none-one-sided = Uma taxa de rentabilidade exige dinheiro que sai antes e volta depois; aqui a diferença tem um só sinal.
cost-rate-none = Nenhuma taxa anula o valor deste fluxo, pelo que não existe taxa interna de rentabilidade.
cost-rate-several = O fluxo muda de sinal mais do que uma vez e tem { $count } taxas de rentabilidade; use o valor atual líquido.

## Capability

capability-coverage = { $count ->
        [one] { $score }: { $count } de { $total } opções tem pontuação; abertas { $open }, fechadas { $closed }. Só se comparam pontuações da mesma tabela.
       *[other] { $score }: { $count } de { $total } opções têm pontuação; abertas { $open }, fechadas { $closed }. Só se comparam pontuações da mesma tabela.
    }
capability-column = Benchmark
capability-column-aid = Um de cada vez; pontuações de tabelas diferentes nunca se misturam.
capability-open-closed = { $open } abertas, { $closed } fechadas
capability-table = Da tabela «{ $table }».
capability-protocol = Como foi perguntado: { $protocol }
capability-own-pilot = Piloto próprio
capability-nothing-drawn = Ainda ninguém tem pontuação nesta coluna
capability-enter-first = Introduza o resultado do seu piloto ou escolha outro benchmark.
capability-enter = Pontuações nesta coluna
capability-enter-aid = Escreva por cima para introduzir a sua; fica assinalada como introduzida.
capability-enter-score = Introduzir pontuação de { $option }
capability-remove-score = Remover a pontuação de { $option }
capability-scores = Pontuação publicada e usada
capability-scores-aid = Depois da precisão e da personalização. Uma opção sem pontuação é desconhecida, não zero.
capability-published = Conhecida
capability-adjusted = Usada
capability-known-from = Como se sabe
capability-solved = Quanto custa uma tarefa resolvida
capability-solved-unknown = Ainda não se sabe quantas das suas tarefas uma chamada resolve. Introduza a parte encontrada num piloto, em precisão e personalização.
capability-quality = Precisão e personalização
capability-quality-aid = O que fazem às pontuações publicadas de uma opção.
capability-languages-aid = Se o fornecedor diz que o modelo as suporta; com que qualidade, ainda não se sabe.
capability-no-languages = Ainda não foi indicada nenhuma língua de trabalho.

## Latency and hardware

latency-headline-none = Nenhuma opção corre em máquina própria
latency-headline-too-big = { $count ->
        [one] { $count } de { $total } modelos em máquina própria não cabe na memória
       *[other] { $count } de { $total } modelos em máquina própria não cabem na memória
    }
latency-headline-missed = { $count ->
        [one] { $count } de { $total } opções em máquina própria falha um objetivo, pela estimativa
       *[other] { $count } de { $total } opções em máquina própria falham um objetivo, pela estimativa
    }
latency-headline-met = { $count ->
        [one] A opção em máquina própria cumpre os objetivos, pela estimativa
       *[other] As { $count } opções em máquina própria cumprem os objetivos, pela estimativa
    }
latency-headline-fastest = { $option } escreve mais depressa, cerca de { $speed } para cada utilizador na hora de ponta
latency-machine = { $machine }, { $gpus } por réplica, pesos em { $format }
latency-met = Cumpre os objetivos, pela estimativa.
latency-no-target = Nenhum objetivo foi definido, pelo que não há o que falhar.
latency-entered = O débito foi introduzido; os tempos para um utilizador ainda são estimativas.
latency-throughput-of = De onde vem o débito de { $option }
latency-targets = Objetivos
latency-targets-aid = Aplicam-se a todas as opções; 0 não exige nada.
latency-elsewhere = Operadas por terceiros
latency-elsewhere-aid = A velocidade é do fornecedor e não é estimada aqui; a vista «Um endpoint» cronometra um.

## Long term

long-term-headline-none = Não se sabe de modelo que saia do mercado em { $months }
long-term-headline-moved = { $count ->
        [one] { $count } opção passa para um sucessor em { $months }
       *[other] { $count } opções passam para um sucessor em { $months }
    }
long-term-headline-lost = { $count ->
        [one] { $count } opção perde o modelo em { $months }, sem sucessor indicado
       *[other] { $count } opções perdem o modelo em { $months }, sem sucessor indicado
    }
long-term-licence = Licença, { $licence }
long-term-no-clauses = Não se conhece cláusula que pese na escolha.
long-term-clauses-unknown = As cláusulas são as do contrato do fornecedor; leia-o.
long-term-retirement = Fim da venda
long-term-retires-after = Vendido até { $date }, depois do horizonte.
long-term-no-retirement = Nenhum fim de venda foi anunciado.
long-term-own-weights = Os pesos ficam consigo; ninguém os pode retirar.
long-term-as-its-parts = Como as suas partes.
long-term-price-law = Preço ao longo dos anos: { $law }
long-term-rent-change = O preço por hora muda { $change } ao ano neste caso.
long-term-data = Para onde vão os dados
long-term-data-elsewhere = Para { $provider }. Em que país ficam não se sabe aqui; peça por escrito.
long-term-data-here = Ficam nas suas próprias máquinas.
long-term-exit = Sair
long-term-exit-cost = Contado com { $cost } no horizonte, com probabilidade de { $chance }.
long-term-why-exit = Porquê este número? Saída de { $option }
long-term-languages-stated = O fornecedor indica { $languages }.
long-term-languages-not-stated = O fornecedor não indica { $languages }.
long-term-languages-unknown = Nada se sabe sobre { $languages }.
long-term-change = Alterar esta opção
long-term-later = O que ainda não é pesado
long-term-later-body = Regulação, soberania dos dados, competências no mercado de trabalho e o ritmo dos fornecedores virão mais tarde como critérios próprios. Hoje nada disto recebe nota.

## Decision

decision-side-by-side = As opções, lado a lado
decision-side-by-side-aid = Prima um valor para ver como se forma; a cinzento, o que não é viável.
decision-npv = VAL, { $months }
decision-per-million = Por milhão de tokens
decision-first-token = Primeiro token
decision-dearer = { $difference } mais caro
decision-out = não é viável tal como está
decision-out-because = Fora. { $reason }
decision-flips = O que mudaria a decisão
decision-input = Entrada
decision-today = Hoje
decision-flips-at = Muda em
decision-change = Variação
decision-standing = Nenhum valor do intervalo examinado muda a decisão para { $inputs }.
decision-about = { $option }: { $sentence }
decision-estimated = O débito de { $options } é uma estimativa; uma medição própria substituí-la-ia.
decision-old = Fichas antigas, a verificar antes de confiar: { $options }.
decision-doubtful = Fichas fracas ou presumidas: { $options }.
decision-the-case = todo o caso
decision-no-findings = Nada chama a atenção.

## Report

export-report = O relatório para o conselho
export-report-aid = Um ficheiro PDF; o mesmo caso e a mesma data geram os mesmos bytes.
export-language = Língua do relatório
export-date = Data impressa
export-date-help = Preços e idades continuam a ser os da data do caso.
export-report-button = Exportar o relatório…
export-charts-aid = Cada um em ficheiro próprio: PDF, SVG ou PNG.
export-contents = O que contém
export-contents-aid = Por esta ordem, a resposta primeiro.
export-decision = A pergunta, a resposta numa frase e o grau de certeza.
export-gates = Que opções ficam excluídas e por que requisito.
export-odds = Em quantos de cinquenta futuros cada opção é a melhor e quanto custa errar.
export-tornado = As entradas incertas, primeiro as que mais decidem.
export-value = Critérios, pesos e avaliações, e o que dizem outros métodos.
export-participants = Os pesos de cada pessoa e a escolha que deles resulta.
export-what-ifs = A escolha em cada futuro que o caso descreve.
export-options = Cada opção com o modelo, o local e o preço.
export-results = O custo de cada opção, lado a lado.
export-charts = Custo ao longo do tempo, custo por componente e ponto de equilíbrio, em vetores.
export-findings = O que um leitor atento deve saber antes de confiar.
export-assumptions = Cada entrada com o valor e a origem.
export-sources = As fichas do catálogo com as datas.
export-method = Convenções de atualização, moeda e estimativas.

## Why this number?

why-subject = { $result }, { $option }
why-hint = As setas percorrem os passos; uma entrada leva ao seu campo.
why-step = Passo
why-of-month = { $term }, mês { $month }
why-quoted = «{ $name }»
why-more-parts = { $count ->
        [one] mais { $count }
       *[other] mais { $count }
    }
why-noughts = { $count ->
        [one] { $count } parcela é zero e foi omitida.
       *[other] { $count } parcelas são zero e foram omitidas.
    }
why-show-more = { $count ->
        [one] Mostrar mais { $count } passo
       *[other] Mostrar mais { $count } passos
    }
why-count-inputs = { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
why-go-to-input = Ir para { $input }, { $value }
why-no-figure = Esta opção não tem esse valor agora.
