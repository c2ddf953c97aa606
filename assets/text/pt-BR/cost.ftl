# Cost lines and results of the cost engine.

## Cost lines

cost-line-usage = Uso
    .help = Tokens comprados.
cost-line-infrastructure = Infraestrutura
    .help = Aluguel, servidores, dispositivos e a manutenção deles.
cost-line-energy = Energia
    .help = Eletricidade, espaço e refrigeração.
cost-line-people = Pessoas
    .help = Parcelas do trabalho de pessoas, salário e encargos.
cost-line-maintenance = Manutenção
    .help = Atualizações de modelo, correções de segurança, ajustes de desempenho e serviços.
cost-line-customisation = Customização
    .help = Adaptar o modelo ao seu caso.
cost-line-migration = Migração
    .help = Entrada, e mudança para um sucessor.
cost-line-licence = Licença
    .help = Taxas pelo direito de usar o modelo.
cost-line-verification = Verificação
    .help = Verificação de amostras e tarefas que ninguém resolveu.
cost-line-exit = Saída
    .help = Custo esperado de sair.

## Figures of an option

measure-npv-usd = Valor presente líquido do custo (VPL)
    .help = Todo o custo; o dinheiro futuro vale menos, pela taxa de desconto.
measure-total-usd = Custo total
    .help = Todo o custo do horizonte, sem desconto.
measure-equivalent-annual-cost-usd = Custo anual equivalente
    .help = O valor anual constante com o mesmo valor presente.
measure-average-monthly-cost-usd = Custo médio mensal
    .help = Todo o custo dividido pelos meses, sem desconto.
measure-usd-per-million-tokens = Custo por milhão de tokens
    .help = Todo o custo dividido por todos os tokens, de entrada e de saída.
measure-usd-per-request = Custo por requisição
    .help = Todo o custo dividido por todas as requisições.
measure-usd-per-user-month = Custo por usuário e mês
    .help = Todo o custo dividido por usuários e meses.
measure-usd-per-task = Custo por tarefa
    .help = Todo o custo dividido por todas as tarefas, resolvidas ou não.
measure-usd-per-solved-task = Custo por tarefa resolvida
    .help = Todo o custo dividido pelas tarefas resolvidas.
measure-solved-share = Tarefas resolvidas
    .help = Parcela das tarefas resolvidas, quando conhecida.
measure-start-usd = Pago no início
    .help = Custo único antes do primeiro mês.
measure-first-month-usd = Primeiro mês
    .help = Quanto custa o primeiro mês.
measure-replicas-first-month = Réplicas no primeiro mês
    .help = Réplicas inteiras, incluindo reservas.
measure-replicas-last-month = Réplicas no último mês
    .help = Réplicas inteiras, incluindo reservas.
measure-utilisation = Utilização
    .help = Parcela da capacidade paga que trabalha.
measure-reserved-infrastructure-usd-per-month = Infraestrutura paga
    .help = Infraestrutura e energia pagas, em uso ou ociosas.
measure-used-infrastructure-usd-per-month = Infraestrutura usada
    .help = A parte que paga trabalho feito.
measure-weight-gigabytes = Tamanho dos pesos
    .help = Memória para os pesos nesta precisão.
measure-kv-cache-gigabytes-per-sequence = Cache de uma sequência
    .help = Memória de que uma requisição precisa em seu tamanho total.
measure-usable-memory-gigabytes-per-replica = Memória utilizável de uma réplica
    .help = Memória que pesos e cache podem usar.
measure-sequences-that-fit = Sequências que cabem
    .help = Requisições que cabem na memória ao lado dos pesos.
measure-batch-size = Tamanho do lote
    .help = Requisições que uma réplica atende ao mesmo tempo.
measure-replica-tokens-per-second = Taxa de geração de uma réplica
    .help = Tokens por segundo, de entrada e de saída, de uma réplica.
measure-time-to-first-token-seconds = Tempo até o primeiro token
    .help = Sem espera em fila.
measure-time-per-output-token-seconds = Tempo por token de saída
    .help = Tempo entre tokens para um usuário.

## Break-even and returns

break-even = Ponto de equilíbrio
break-even-at = Equilíbrio em { $value }
break-even-never = { $first } e { $second } nunca custam o mesmo nesta faixa.
break-even-cheaper-from = { $option } é mais barato de { $low } a { $high }.
break-even-always = { $option } é mais barato em toda a faixa.
payback-months = Retorno em { $months }
payback-never = Não se paga dentro do horizonte.
internal-rate-of-return = Taxa interna de retorno (TIR)
internal-rate-none = Não há taxa interna de retorno.
internal-rate-several = Várias taxas internas de retorno { $rates }
modified-internal-rate = Taxa interna de retorno modificada (TIRM)
discounting-convention = Os meses são descontados à taxa mensal efetiva de { $monthly }, a partir de { $annual } ao ano; cada um é pago no fim.
cost-cheapest = { $option } custa menos, { $cost } em { $months }.
cost-cheaper-by = { $first } custa { $difference } a menos que { $second }.
cost-reserved-and-used = { $reserved } pagos, dos quais { $used } por trabalho feito
