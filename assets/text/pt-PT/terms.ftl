# Names of intermediate results in explanations.

## Demand

term-requests = Pedidos no mês
term-calls = Chamadas no mês
term-input-tokens = Tokens de entrada
term-output-tokens = Tokens de saída
term-total-tokens = Todos os tokens
term-peak-demand = Procura na hora de ponta
term-average-demand = Procura média

## Prices

term-price-per-call = Preço por chamada
term-price-factor = Fator de preço
term-blended-gpu-rate = Aluguer médio por hora de GPU

## Machines

term-replicas = Réplicas
term-servers = Servidores
term-billed-hours = Horas faturadas
term-utilisation = Utilização
term-facility-power = Potência com arrefecimento
term-residual-value = Valor residual
term-financing-payment = Prestação mensal

## Cost

term-usage-cost = Custo de utilização
term-infrastructure-cost = Custo de infraestrutura
term-used-infrastructure-cost = Custo de infraestrutura em uso
term-energy-cost = Custo de energia
term-people-cost = Custo com pessoas
term-maintenance-cost = Custo de manutenção
term-customisation-cost = Custo de personalização
term-migration-cost = Custo de migração
term-exit-cost = Custo esperado de saída
term-licence-cost = Custo de licença
term-verification-cost = Custo de verificar amostras
term-failure-cost = Custo de tarefas por resolver
term-month-cost = Custo do mês

## Results

term-discount-factor = Fator de atualização
term-monthly-rate = Taxa mensal
term-net-present-value = Valor atual líquido (VAL)
term-total-cost = Custo total
term-equivalent-annual-cost = Custo anual equivalente
term-average-monthly-cost = Custo mensal médio
term-cost-per-million-tokens = Custo por milhão de tokens
term-cost-per-request = Custo por pedido
term-cost-per-user-month = Custo por utilizador e mês
term-cost-per-task = Custo por tarefa
term-cost-per-solved-task = Custo por tarefa resolvida

## Serving

term-weight-bytes = Tamanho dos pesos
term-cache-bytes-per-sequence = Cache de uma sequência
term-replica-memory = Memória utilizável de uma réplica
term-batch-size = Tamanho do lote
term-step-time = Tempo de um passo
term-prefill-time = Tempo de leitura do prompt
term-bytes-read = Bytes lidos num passo
term-reading-time = Tempo de leitura da memória
term-unpacking-time = Tempo de desempacotamento dos pesos
term-arithmetic-time = Tempo de cálculo
term-overhead-time = Sobrecargas
term-exchange-time = Trocas entre as GPU
term-physical-step-time = Tempo de um passo segundo a física
term-least-time = Tempo mínimo possível
term-server-time = Tempo do servidor
term-wait-for-prompts = Espera pelos prompts de outros
term-interruption-time = Interrupções pelos prompts de outros
term-batch-that-fits = Pedidos que cabem ao mesmo tempo
term-batch-in-time = Máximo de pedidos com a velocidade de escrita pedida
term-batch-for-first-token = Máximo de pedidos com o primeiro token a tempo
term-stay-time = Tempo de permanência de um pedido
term-finished-requests = Pedidos concluídos
term-saturated-requests = Máximo de pedidos que conclui uma réplica cheia
term-replica-throughput = Débito de uma réplica
term-time-to-first-token = Tempo até ao primeiro token
term-time-per-output-token = Tempo por token de saída

## Cascades

term-escalated-share = Parte escalada
term-solved-share = Parte resolvida

## Steps of a formula

formula-constant = constante
formula-larger = o maior de
formula-smaller = o menor de
formula-whole-up = arredondado para cima a unidades inteiras
formula-whole-down = arredondado para baixo a unidades inteiras
formula-choice = { $third } se { $first } for no máximo { $second }, caso contrário { $fourth }
formula-in-plain-units = em unidades simples
