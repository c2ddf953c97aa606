# Input fields: a label, and one line of help.

## Finance

field-finance-discount-rate-per-year = Taxa de desconto
    .help = Taxa anual pela qual o dinheiro futuro vale menos.
field-finance-fx-rate = Taxa de câmbio
    .help = Unidades da sua moeda por um dólar; só para exibição.

## Workload

field-workload-requests-per-month = Requisições por mês
    .help = Requisições no primeiro mês.
field-workload-growth-per-month = Crescimento mensal
    .help = Quanto as requisições crescem de um mês para o outro.
field-workload-input-tokens-per-request = Tokens de entrada por requisição
    .help = Tamanho médio de tudo o que se envia ao modelo.
field-workload-output-tokens-per-request = Tokens de saída por requisição
    .help = Tamanho médio da resposta, incluindo tokens de raciocínio.
field-workload-peak-factor = Fator de pico
    .help = Carga da hora mais movimentada em relação à de uma hora ativa média.
field-workload-active-hours-per-month = Horas ativas por mês
    .help = Horas do mês em que chegam requisições.
field-workload-cached-input-share = Entrada em cache
    .help = Parcela dos tokens de entrada atendida pelo cache de prompts do provedor.
field-workload-cache-write-share = Gravação em cache
    .help = Parcela dos tokens de entrada gravada no cache de prompts.
field-workload-batch-share = Parcela em lote
    .help = Parcela das requisições que pode esperar por um lote.
field-workload-answer-cache-share = Respostas do próprio cache
    .help = Parcela das requisições respondida sem modelo algum.
field-workload-failed-call-share = Chamadas com falha
    .help = Parcela das chamadas que falha e é refeita.
field-workload-users = Usuários
    .help = Pessoas que usam o serviço.
field-workload-requests-per-task = Requisições por tarefa
    .help = Requisições necessárias para concluir uma tarefa.
field-workload-target-time-to-first-token-seconds = Tempo máximo até o primeiro token
    .help = A maior espera aceitável; 0 não exige nada.
field-workload-target-tokens-per-second = Velocidade mínima de escrita
    .help = A menor velocidade aceitável para um usuário; 0 não exige nada.

## Salaries

field-salaries-platform-engineer-usd-per-month = Engenharia de plataforma
    .help = Um mês de quem mantém o serviço no ar, com encargos.
field-salaries-ml-engineer-usd-per-month = Engenharia de aprendizado de máquina
    .help = Um mês de quem ajusta e avalia modelos, com encargos.
field-salaries-governance-usd-per-month = Governança
    .help = Um mês de trabalho de segurança, privacidade, conformidade e compras, com encargos.

## People

field-people-platform-engineer-fte = Engenharia de plataforma
    .help = Parcela de tempo integral para manter o serviço no ar.
field-people-ml-engineer-fte = Engenharia de aprendizado de máquina
    .help = Parcela de tempo integral para ajustar e avaliar modelos.
field-people-governance-fte = Governança
    .help = Parcela de tempo integral para segurança, privacidade, conformidade e compras.

## Maintenance

field-maintenance-model-updates-per-year = Atualizações de modelo por ano
    .help = Mudanças por ano para um modelo ou uma versão mais nova.
field-maintenance-usd-per-model-update = Custo de uma atualização de modelo
    .help = Testes, prompts e implantação de uma atualização.
field-maintenance-security-patches-per-year = Correções de segurança por ano
    .help = Correções aplicadas por ano.
field-maintenance-usd-per-security-patch = Custo de uma correção de segurança
    .help = Trabalho de uma correção, com testes.
field-maintenance-performance-work-usd-per-month = Ajustes de desempenho
    .help = Custo mensal de manter o serviço rápido.
field-maintenance-services-usd-per-month = Serviços
    .help = Monitoramento, armazenamento e outros serviços.

## Customisation

field-customisation-compute-usd = Computação
    .help = Computação de uma rodada.
field-customisation-data-usd = Dados
    .help = Coleta e rotulagem de dados de uma rodada.
field-customisation-people-usd = Pessoas
    .help = Trabalho de pessoas em uma rodada.
field-customisation-repeats-per-year = Repetições por ano
    .help = Rodadas repetidas por ano depois da primeira.
field-customisation-repeat-cost-share = Custo de uma repetição
    .help = Custo de uma rodada repetida em relação ao da primeira.

## Moving in and out

field-transition-implementation-usd = Implantação
    .help = Integração, preparação e primeira entrada em uso.
field-transition-migration-usd = Migração
    .help = Levar prompts e dados do que se usa hoje para cá.
field-transition-exit-reprompting-usd = Reescrita de prompts na saída
    .help = Reescrever os prompts para o sucessor.
field-transition-exit-reevaluation-usd = Nova avaliação na saída
    .help = Avaliar o sucessor.
field-transition-exit-parallel-run-months = Operação paralela na saída
    .help = Meses em que o antigo e o novo operam lado a lado.
field-transition-exit-egress-usd = Retirada de dados
    .help = Custo de retirar os dados.
field-transition-exit-probability = Probabilidade de saída
    .help = Probabilidade de sair no fim do horizonte.

## Licence and quality

field-licence-licence-usd-per-month = Taxas de licença
    .help = Taxas, indenizações e contratos de suporte.
field-quality-score-kept-share = Nota mantida
    .help = Parcela da nota publicada que se mantém nesta precisão.
field-quality-solved-share = Tarefas resolvidas por chamada
    .help = Parcela das suas tarefas que uma única chamada resolve, segundo um piloto; 0 se ninguém sabe.
field-quality-uplift-points = Ganho com a customização
    .help = Pontos que a customização acrescenta nas suas tarefas.

## Price list for tokens

field-token-plan-input-usd-per-million-tokens = Entrada
    .help = Preço da entrada que nenhum cache atende.
field-token-plan-cached-input-usd-per-million-tokens = Entrada em cache
    .help = Preço da entrada lida do cache de prompts.
field-token-plan-cache-write-usd-per-million-tokens = Gravação em cache
    .help = Preço da entrada gravada no cache de prompts.
field-token-plan-output-usd-per-million-tokens = Saída
    .help = Preço da saída, incluindo tokens de raciocínio.
field-token-plan-batch-discount = Desconto em lote
    .help = Redução para requisições em lote.
field-token-plan-negotiated-discount = Desconto negociado
    .help = Redução sobre toda a tabela de preços.
field-token-plan-minimum-commitment-usd-per-month = Compromisso mínimo
    .help = Valor mínimo pago por mês.
field-token-plan-newest-of-tier-change-per-year = Variação de preço do modelo mais novo
    .help = Variação anual do preço do modelo mais novo desta faixa.
field-token-plan-equal-capability-change-per-year = Variação de preço da mesma capacidade
    .help = Variação anual do preço da capacidade de hoje.

## Prices for long requests

field-context-tier-above-input-tokens = Entrada acima de
    .help = A partir deste tamanho, estes preços valem para todos os tokens da requisição.
field-context-tier-input-usd-per-million-tokens = Entrada, requisições longas
    .help = Preço da entrada que nenhum cache atende.
field-context-tier-cached-input-usd-per-million-tokens = Entrada em cache, requisições longas
    .help = Preço da entrada lida do cache de prompts.
field-context-tier-cache-write-usd-per-million-tokens = Gravação em cache, requisições longas
    .help = Preço da entrada gravada no cache de prompts.
field-context-tier-output-usd-per-million-tokens = Saída, requisições longas
    .help = Preço da saída.

## Discounts for large bills

field-volume-discount-from-usd-per-month = Fatura a partir de
    .help = Fatura mensal a partir da qual vale a redução.
field-volume-discount-discount = Desconto por volume
    .help = Redução sobre toda a fatura.

## The successor of a retired model

field-successor-input-usd-per-million-tokens = Entrada, sucessor
    .help = Preço da entrada que nenhum cache atende.
field-successor-cached-input-usd-per-million-tokens = Entrada em cache, sucessor
    .help = Preço da entrada lida do cache de prompts.
field-successor-cache-write-usd-per-million-tokens = Gravação em cache, sucessor
    .help = Preço da entrada gravada no cache de prompts.
field-successor-output-usd-per-million-tokens = Saída, sucessor
    .help = Preço da saída.
field-successor-move-usd = Mudança para o sucessor
    .help = Levar prompts e testes para o sucessor.

## Model and machine

field-serving-parameters-total-billion = Parâmetros
    .help = Todos os pesos do modelo.
field-serving-parameters-active-billion = Parâmetros ativos
    .help = Pesos usados para um token.
field-serving-embedding-parameters-billion = Pesos de consulta
    .help = Pesos da tabela em que os tokens são consultados; cada passo lê uma ou duas linhas. 0 se ela também for a matriz de saída ou ninguém informar.
field-serving-layers = Camadas
    .help = Camadas por que cada token passa.
field-serving-hidden-width = Largura de uma camada
    .help = Números que vão de uma camada para a seguinte a cada token.
field-serving-experts = Especialistas
    .help = Especialistas de uma camada; 0 se o modelo não tem nenhum ou ninguém informa quantos são.
field-serving-experts-per-token = Especialistas por token
    .help = Especialistas de uma camada por que um token passa.
field-serving-bits-per-weight = Bits por peso
    .help = Bits de um peso, incluindo escalas.
field-serving-kv-cache-bytes-per-token = Cache por token
    .help = Bytes de cache de chaves e valores para um token de uma requisição.
field-serving-window-cache-bytes-per-token = Cache da janela por token
    .help = Bytes adicionais de um token enquanto está na janela de atenção.
field-serving-window-tokens = Janela de atenção
    .help = Tamanho da janela de atenção; 0 se não houver.
field-serving-memory-gigabytes-per-gpu = Memória de uma GPU
    .help = Memória de um acelerador.
field-serving-usable-memory-share = Memória utilizável
    .help = Parcela da memória que pesos e cache podem usar.
field-serving-bandwidth-gigabytes-per-second-per-gpu = Largura de banda da memória de uma GPU
    .help = O que um acelerador consegue ler da sua memória.
field-serving-bandwidth-efficiency = Largura de banda alcançada
    .help = Parcela da largura de banda alcançada na prática.
field-serving-teraflops-per-gpu = Taxa de cálculo de uma GPU
    .help = Taxa densa de um acelerador nesta precisão.
field-serving-compute-efficiency = Taxa de cálculo alcançada
    .help = Parcela da taxa de cálculo alcançada na prática.
field-serving-attention-factor = Esforço da atenção
    .help = Operações que a atenção exige em relação ao mínimo possível.
field-serving-unpacking-picoseconds-per-weight = Desempacotamento de um peso
    .help = Tempo que um acelerador leva para desempacotar um peso antes do uso; 0 se não estão empacotados.
field-serving-link-gigabytes-per-second = Conexão entre as GPUs
    .help = Largura de banda entre os aceleradores de uma réplica, em um sentido.
field-serving-link-efficiency = Largura de banda da conexão alcançada
    .help = Parcela da largura de banda da conexão alcançada na prática.
field-serving-layer-microseconds = Custo extra de uma camada
    .help = Tempo que uma camada leva em cada passo além de ler e calcular.
field-serving-step-microseconds = Custo extra de um passo
    .help = Tempo que um passo leva além disso.
field-serving-sequence-microseconds = Custo extra de uma requisição
    .help = Tempo que cada requisição acrescenta a um passo.
field-serving-exchange-microseconds = Troca mais curta
    .help = Menor tempo de uma troca entre dois aceleradores.
field-serving-gpus-per-replica = GPUs por réplica
    .help = Aceleradores em que uma réplica roda.
field-serving-pipeline-stages = Estágios do pipeline
    .help = Grupos de aceleradores; cada um guarda uma parte das camadas.
field-serving-expert-groups = Grupos de especialistas
    .help = Grupos de aceleradores de uma réplica; cada um guarda parte dos especialistas e todos os outros pesos. 1 se todos dividem cada especialista.
field-serving-largest-batch = Maior lote
    .help = Máximo de requisições que o motor executa ao mesmo tempo.
field-serving-interruption-share = Interrupções
    .help = Parcela dos prompts de outros usuários que um token espera.
field-serving-queue-share = Fila do primeiro token
    .help = Parcela dos prompts de outros usuários que um primeiro token espera.
field-serving-server-milliseconds = Tempo do servidor
    .help = Tempo mínimo que o servidor leva para responder.
field-serving-server-milliseconds-per-user = Tempo do servidor por usuário
    .help = Tempo que cada usuário acrescenta.
field-serving-decode-speed-factor = Velocidade de escrita medida
    .help = Quantas vezes mais rápido os tokens são escritos, segundo as medições, do que diz a física.
field-serving-throughput-speed-factor = Taxa de geração medida
    .help = Quantas vezes mais uma réplica cheia conclui, segundo as medições, do que diz a física.
field-serving-first-token-speed-factor = Velocidade medida do primeiro token
    .help = Quantas vezes mais rápido o primeiro token chega, segundo as medições, do que diz a física.
field-serving-planned-utilisation = Utilização planejada
    .help = Parcela da taxa de geração de uma réplica prevista para a hora de pico.
field-serving-entered-tokens-per-second = Taxa de geração de uma réplica
    .help = Tokens por segundo, de entrada e de saída, quando informados ou medidos.

## Renting

field-rented-usd-per-gpu-hour = Aluguel por hora de GPU
    .help = Aluguel sob demanda.
field-rented-billed-hours-per-month = Horas cobradas por mês
    .help = Horas pagas, quando só as ativas são cobradas.
field-rented-reserved-share = Parcela reservada
    .help = Parcela da capacidade alugada por prazo.
field-rented-reserved-discount = Desconto por prazo
    .help = Redução por alugar por prazo.
field-rented-spot-share = Parcela spot
    .help = Parcela da capacidade alugada das sobras.
field-rented-spot-discount = Desconto spot
    .help = Redução pela capacidade ociosa do provedor.
field-rented-spot-extra-share = Folga para interrupções
    .help = Capacidade extra para cobrir interrupções do spot.
field-rented-rent-change-per-year = Variação do aluguel
    .help = Variação anual do aluguel.
field-rented-minimum-replicas = Mínimo de réplicas
    .help = Réplicas que funcionam no mínimo.
field-rented-spare-replicas = Réplicas de reserva
    .help = Réplicas mantidas em reserva para falhas.
field-rented-overhead-share = Custos adicionais
    .help = Armazenamento, tráfego e serviços além do aluguel.
field-rented-cold-starts-per-month = Partidas a frio por mês
    .help = Partidas do zero em um mês.
field-rented-cold-start-seconds = Duração de uma partida a frio
    .help = Tempo de uma partida, que é pago.

## Owning servers

field-owned-server-price-usd = Preço de um servidor
    .help = Preço de um servidor, com os aceleradores.
field-owned-gpus-per-server = GPUs por servidor
    .help = Aceleradores em um servidor.
field-owned-residual-share = Valor residual
    .help = Parcela do preço que resta no fim da vida útil.
field-owned-cost-of-capital-per-year = Custo de capital
    .help = Taxa anual, quando a compra é financiada.
field-owned-maintenance-share-per-year = Manutenção do hardware
    .help = Manutenção anual em relação ao preço.
field-owned-kilowatts-per-server = Potência de um servidor
    .help = Potência sob carga, sem refrigeração.
field-owned-average-load-share = Carga média
    .help = Parcela dessa potência consumida em média.
field-owned-power-usage-effectiveness = Eficácia no uso de energia (PUE)
    .help = Potência da instalação em relação à dos servidores.
field-owned-electricity-usd-per-kilowatt-hour = Eletricidade
    .help = Tarifa de um quilowatt-hora.
field-owned-colocation-usd-per-kilowatt-month = Colocation
    .help = Espaço, refrigeração e conexão elétrica de um quilowatt.
field-owned-network-usd-per-server-month = Rede
    .help = Rede de um servidor.
field-owned-minimum-servers = Mínimo de servidores
    .help = Servidores comprados no mínimo.
field-owned-spare-replicas = Réplicas de reserva
    .help = Réplicas mantidas em reserva para falhas.

## On device

field-device-devices = Dispositivos
    .help = Dispositivos que rodam o modelo.
field-device-device-price-usd = Preço de um dispositivo
    .help = Preço de um dispositivo.
field-device-charged-share = Parcela atribuída
    .help = Parcela do preço atribuída a este uso.
field-device-kilowatts-per-device = Potência de um dispositivo
    .help = Potência sob carga.
field-device-electricity-usd-per-kilowatt-hour = Eletricidade
    .help = Tarifa de um quilowatt-hora.
field-device-support-usd-per-device-month = Suporte
    .help = Ajuda aos usuários, por dispositivo.
field-device-software-usd-per-device-month = Software
    .help = Gestão e licenças de software, por dispositivo.

## Cascade

field-cascade-escalation-share = Parcela escalada
    .help = Parcela das requisições enviada ao modelo maior, quando não é calculada.
field-cascade-samples = Amostras
    .help = Amostras geradas para cada requisição.
field-cascade-single-sample-solved-share = Resolvidas com uma amostra
    .help = Parcela das tarefas que uma amostra resolve.
field-cascade-coverage-exponent = Expoente de cobertura
    .help = Com que rapidez mais amostras resolvem mais tarefas; perto de 0 é mais lento.
field-cascade-verifier-recall = Sensibilidade do verificador
    .help = Parcela das amostras certas que o verificador reconhece.
field-cascade-verifier-usd-per-sample = Verificação de uma amostra
    .help = Custo de verificar uma amostra.
field-cascade-failure-usd-per-task = Tarefa não resolvida
    .help = Custo de uma tarefa que ninguém resolveu.
field-cascade-large-model-solved-share = Resolvidas pelo modelo maior
    .help = Parcela das tarefas escaladas que o modelo maior resolve.
