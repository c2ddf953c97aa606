# Cost lines and results of the cost engine.

## Cost lines

cost-line-usage = Utilização
    .help = Tokens comprados.
cost-line-infrastructure = Infraestrutura
    .help = Aluguer, servidores, dispositivos e a respetiva manutenção.
cost-line-energy = Energia
    .help = Eletricidade, espaço e arrefecimento.
cost-line-people = Pessoas
    .help = Frações do trabalho de pessoas, salário e encargos.
cost-line-maintenance = Manutenção
    .help = Atualizações do modelo, correções de segurança, trabalho de desempenho e serviços.
cost-line-customisation = Personalização
    .help = Adaptar o modelo ao seu caso.
cost-line-migration = Migração
    .help = Entrada, e mudança para um sucessor.
cost-line-licence = Licença
    .help = Taxas pelo direito de usar o modelo.
cost-line-verification = Verificação
    .help = Verificação de amostras e tarefas que ninguém resolveu.
cost-line-exit = Saída
    .help = Custo esperado de saída.

## Figures of an option

measure-npv-usd = Valor atual líquido do custo (VAL)
    .help = Todo o custo; o dinheiro futuro vale menos, à taxa de desconto.
measure-total-usd = Custo total
    .help = Todo o custo do horizonte, sem atualização.
measure-equivalent-annual-cost-usd = Custo anual equivalente
    .help = O valor anual constante com o mesmo valor atual.
measure-average-monthly-cost-usd = Custo mensal médio
    .help = Todo o custo a dividir pelos meses, sem atualização.
measure-usd-per-million-tokens = Custo por milhão de tokens
    .help = Todo o custo a dividir por todos os tokens, de entrada e de saída.
measure-usd-per-request = Custo por pedido
    .help = Todo o custo a dividir por todos os pedidos.
measure-usd-per-user-month = Custo por utilizador e mês
    .help = Todo o custo a dividir por utilizadores e meses.
measure-usd-per-task = Custo por tarefa
    .help = Todo o custo a dividir por todas as tarefas, resolvidas ou não.
measure-usd-per-solved-task = Custo por tarefa resolvida
    .help = Todo o custo a dividir pelas tarefas resolvidas.
measure-solved-share = Tarefas resolvidas
    .help = Parte das tarefas resolvidas, quando conhecida.
measure-start-usd = Pago no início
    .help = Custo único antes do primeiro mês.
measure-first-month-usd = Primeiro mês
    .help = Quanto custa o primeiro mês.
measure-replicas-first-month = Réplicas no primeiro mês
    .help = Réplicas inteiras, incluindo reservas.
measure-replicas-last-month = Réplicas no último mês
    .help = Réplicas inteiras, incluindo reservas.
measure-utilisation = Utilização
    .help = Parte da capacidade paga que trabalha.
measure-reserved-infrastructure-usd-per-month = Infraestrutura paga
    .help = Infraestrutura e energia pagas, em uso ou paradas.
measure-used-infrastructure-usd-per-month = Infraestrutura utilizada
    .help = A parte que paga trabalho feito.
measure-weight-gigabytes = Tamanho dos pesos
    .help = Memória para os pesos nesta precisão.
measure-kv-cache-gigabytes-per-sequence = Cache de uma sequência
    .help = Memória de que um pedido precisa na extensão total.
measure-usable-memory-gigabytes-per-replica = Memória utilizável de uma réplica
    .help = Memória que os pesos e a cache podem usar.
measure-sequences-that-fit = Sequências que cabem
    .help = Pedidos que cabem na memória ao lado dos pesos.
measure-batch-size = Tamanho do lote
    .help = Pedidos que uma réplica serve ao mesmo tempo.
measure-replica-tokens-per-second = Débito de uma réplica
    .help = Tokens por segundo, de entrada e de saída, de uma réplica.
measure-time-to-first-token-seconds = Tempo até ao primeiro token
    .help = Sem espera em fila.
measure-time-per-output-token-seconds = Tempo por token de saída
    .help = Tempo entre tokens para um utilizador.

## Break-even and returns

break-even = Ponto de equilíbrio
break-even-at = Equilíbrio em { $value }
break-even-never = { $first } e { $second } nunca custam o mesmo neste intervalo.
break-even-cheaper-from = { $option } é mais barato de { $low } a { $high }.
break-even-always = { $option } é mais barato em todo o intervalo.
payback-months = Recuperação em { $months }
payback-never = Não se recupera dentro do horizonte.
internal-rate-of-return = Taxa interna de rentabilidade (TIR)
internal-rate-none = Não existe taxa interna de rentabilidade.
internal-rate-several = Várias taxas internas de rentabilidade { $rates }
modified-internal-rate = Taxa interna de rentabilidade modificada (TIRM)
discounting-convention = Os meses são atualizados à taxa mensal efetiva de { $monthly }, a partir de { $annual } ao ano; cada um é pago no fim.
cost-cheapest = { $option } custa menos, { $cost } em { $months }.
cost-cheaper-by = { $first } custa menos { $difference } do que { $second }.
cost-reserved-and-used = { $reserved } pagos, dos quais { $used } por trabalho feito
