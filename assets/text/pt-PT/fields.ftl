# Input fields: a label, and one line of help.

## Finance

field-finance-discount-rate-per-year = Taxa de atualização
    .help = Taxa anual à qual o dinheiro futuro vale menos.
field-finance-fx-rate = Taxa de câmbio
    .help = Unidades da sua moeda por um dólar; só para apresentação.

## Workload

field-workload-requests-per-month = Pedidos por mês
    .help = Pedidos no primeiro mês.
field-workload-growth-per-month = Crescimento mensal
    .help = Quanto os pedidos crescem de um mês para o outro.
field-workload-input-tokens-per-request = Tokens de entrada por pedido
    .help = Extensão média de tudo o que se envia ao modelo.
field-workload-output-tokens-per-request = Tokens de saída por pedido
    .help = Extensão média da resposta, incluindo tokens de raciocínio.
field-workload-peak-factor = Fator de ponta
    .help = Carga da hora mais intensa face à de uma hora ativa média.
field-workload-active-hours-per-month = Horas ativas por mês
    .help = Horas do mês em que chegam pedidos.
field-workload-cached-input-share = Entrada em cache
    .help = Parte dos tokens de entrada servida pela cache de prompts do fornecedor.
field-workload-cache-write-share = Escrita em cache
    .help = Parte dos tokens de entrada escrita na cache de prompts.
field-workload-batch-share = Parte em lote
    .help = Parte dos pedidos que pode esperar por um lote.
field-workload-answer-cache-share = Respostas da própria cache
    .help = Parte dos pedidos respondida sem qualquer modelo.
field-workload-failed-call-share = Chamadas falhadas
    .help = Parte das chamadas que falha e é repetida.
field-workload-users = Utilizadores
    .help = Pessoas que utilizam o serviço.
field-workload-requests-per-task = Pedidos por tarefa
    .help = Pedidos necessários para concluir uma tarefa.
field-workload-target-time-to-first-token-seconds = Tempo máximo até ao primeiro token
    .help = A maior espera aceitável; 0 não exige nada.
field-workload-target-tokens-per-second = Velocidade mínima de escrita
    .help = A menor velocidade aceitável para um utilizador; 0 não exige nada.

## Salaries

field-salaries-platform-engineer-usd-per-month = Engenharia de plataforma
    .help = Um mês de quem mantém o serviço a funcionar, com encargos.
field-salaries-ml-engineer-usd-per-month = Engenharia de aprendizagem automática
    .help = Um mês de quem afina e avalia modelos, com encargos.
field-salaries-governance-usd-per-month = Governação
    .help = Um mês de trabalho de segurança, privacidade, conformidade e compras, com encargos.

## People

field-people-platform-engineer-fte = Engenharia de plataforma
    .help = Fração de tempo inteiro para manter o serviço a funcionar.
field-people-ml-engineer-fte = Engenharia de aprendizagem automática
    .help = Fração de tempo inteiro para afinar e avaliar modelos.
field-people-governance-fte = Governação
    .help = Fração de tempo inteiro para segurança, privacidade, conformidade e compras.

## Maintenance

field-maintenance-model-updates-per-year = Atualizações do modelo por ano
    .help = Mudanças por ano para um modelo ou uma versão mais recente.
field-maintenance-usd-per-model-update = Custo de uma atualização do modelo
    .help = Testes, prompts e implementação de uma atualização.
field-maintenance-security-patches-per-year = Correções de segurança por ano
    .help = Correções aplicadas por ano.
field-maintenance-usd-per-security-patch = Custo de uma correção de segurança
    .help = Trabalho de uma correção, com testes.
field-maintenance-performance-work-usd-per-month = Trabalho de desempenho
    .help = Custo mensal de manter o serviço rápido.
field-maintenance-services-usd-per-month = Serviços
    .help = Monitorização, armazenamento e outros serviços.

## Customisation

field-customisation-compute-usd = Computação
    .help = Computação de uma ronda.
field-customisation-data-usd = Dados
    .help = Recolha e etiquetagem de dados de uma ronda.
field-customisation-people-usd = Pessoas
    .help = Trabalho de pessoas numa ronda.
field-customisation-repeats-per-year = Repetições por ano
    .help = Rondas repetidas por ano depois da primeira.
field-customisation-repeat-cost-share = Custo de uma repetição
    .help = Custo de uma ronda repetida face ao da primeira.

## Moving in and out

field-transition-implementation-usd = Implementação
    .help = Integração, preparação e primeira entrada em uso.
field-transition-migration-usd = Migração
    .help = Trazer prompts e dados do que se usa hoje.
field-transition-exit-reprompting-usd = Reescrita de prompts na saída
    .help = Reescrever os prompts para o sucessor.
field-transition-exit-reevaluation-usd = Nova avaliação na saída
    .help = Avaliar o sucessor.
field-transition-exit-parallel-run-months = Funcionamento paralelo na saída
    .help = Meses em que o antigo e o novo funcionam lado a lado.
field-transition-exit-egress-usd = Retirada de dados
    .help = Custo de retirar os dados.
field-transition-exit-probability = Probabilidade de saída
    .help = Probabilidade de sair no fim do horizonte.

## Licence and quality

field-licence-licence-usd-per-month = Taxas de licença
    .help = Taxas, indemnizações e contratos de suporte.
field-quality-score-kept-share = Pontuação mantida
    .help = Parte da pontuação publicada que se mantém nesta precisão.
field-quality-solved-share = Tarefas resolvidas por chamada
    .help = Parte das suas tarefas que uma única chamada resolve, segundo um piloto; 0 se ninguém sabe.
field-quality-uplift-points = Ganho com a personalização
    .help = Pontos que a personalização acrescenta nas suas tarefas.

## Price list for tokens

field-token-plan-input-usd-per-million-tokens = Entrada
    .help = Preço da entrada que nenhuma cache serve.
field-token-plan-cached-input-usd-per-million-tokens = Entrada em cache
    .help = Preço da entrada lida da cache de prompts.
field-token-plan-cache-write-usd-per-million-tokens = Escrita em cache
    .help = Preço da entrada escrita na cache de prompts.
field-token-plan-output-usd-per-million-tokens = Saída
    .help = Preço da saída, incluindo tokens de raciocínio.
field-token-plan-batch-discount = Desconto em lote
    .help = Redução para pedidos em lote.
field-token-plan-negotiated-discount = Desconto negociado
    .help = Redução sobre toda a tabela de preços.
field-token-plan-minimum-commitment-usd-per-month = Compromisso mínimo
    .help = Montante mínimo pago por mês.
field-token-plan-newest-of-tier-change-per-year = Variação de preço do modelo mais recente
    .help = Variação anual do preço do modelo mais recente desta gama.
field-token-plan-equal-capability-change-per-year = Variação de preço da mesma capacidade
    .help = Variação anual do preço da capacidade de hoje.

## Prices for long requests

field-context-tier-above-input-tokens = Entrada superior a
    .help = A partir desta extensão, estes preços valem para todos os tokens do pedido.
field-context-tier-input-usd-per-million-tokens = Entrada, pedidos longos
    .help = Preço da entrada que nenhuma cache serve.
field-context-tier-cached-input-usd-per-million-tokens = Entrada em cache, pedidos longos
    .help = Preço da entrada lida da cache de prompts.
field-context-tier-cache-write-usd-per-million-tokens = Escrita em cache, pedidos longos
    .help = Preço da entrada escrita na cache de prompts.
field-context-tier-output-usd-per-million-tokens = Saída, pedidos longos
    .help = Preço da saída.

## Discounts for large bills

field-volume-discount-from-usd-per-month = Fatura a partir de
    .help = Fatura mensal a partir da qual vale a redução.
field-volume-discount-discount = Desconto por volume
    .help = Redução sobre toda a fatura.

## The successor of a retired model

field-successor-input-usd-per-million-tokens = Entrada, sucessor
    .help = Preço da entrada que nenhuma cache serve.
field-successor-cached-input-usd-per-million-tokens = Entrada em cache, sucessor
    .help = Preço da entrada lida da cache de prompts.
field-successor-cache-write-usd-per-million-tokens = Escrita em cache, sucessor
    .help = Preço da entrada escrita na cache de prompts.
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
    .help = Pesos da tabela em que os tokens são consultados; cada passo lê uma ou duas linhas. 0 se for também a matriz de saída ou ninguém indicar.
field-serving-layers = Camadas
    .help = Camadas por que passa cada token.
field-serving-hidden-width = Largura de uma camada
    .help = Números que passam de uma camada para a seguinte por cada token.
field-serving-experts = Peritos
    .help = Peritos de uma camada; 0 se o modelo não os tiver ou ninguém indicar quantos são.
field-serving-experts-per-token = Peritos por token
    .help = Peritos de uma camada por que passa um token.
field-serving-bits-per-weight = Bits por peso
    .help = Bits de um peso, incluindo escalas.
field-serving-kv-cache-bytes-per-token = Cache por token
    .help = Bytes de cache de chaves e valores para um token de um pedido.
field-serving-window-cache-bytes-per-token = Cache da janela por token
    .help = Bytes adicionais de um token enquanto está na janela de atenção.
field-serving-window-tokens = Janela de atenção
    .help = Extensão da janela de atenção; 0 se não existir.
field-serving-memory-gigabytes-per-gpu = Memória de uma GPU
    .help = Memória de um acelerador.
field-serving-usable-memory-share = Memória utilizável
    .help = Parte da memória que os pesos e a cache podem usar.
field-serving-bandwidth-gigabytes-per-second-per-gpu = Largura de banda da memória de uma GPU
    .help = O que um acelerador consegue ler da sua memória.
field-serving-bandwidth-efficiency = Largura de banda alcançada
    .help = Parte da largura de banda alcançada na prática.
field-serving-teraflops-per-gpu = Ritmo de cálculo de uma GPU
    .help = Ritmo denso de um acelerador nesta precisão.
field-serving-compute-efficiency = Ritmo de cálculo alcançado
    .help = Parte do ritmo de cálculo alcançada na prática.
field-serving-attention-factor = Esforço da atenção
    .help = Operações que a atenção exige face ao mínimo possível.
field-serving-unpacking-picoseconds-per-weight = Desempacotamento de um peso
    .help = Tempo que um acelerador demora a desempacotar um peso antes de o usar; 0 se não estiverem empacotados.
field-serving-link-gigabytes-per-second = Ligação entre as GPU
    .help = Largura de banda entre os aceleradores de uma réplica, num só sentido.
field-serving-link-efficiency = Largura de banda da ligação alcançada
    .help = Parte da largura de banda da ligação alcançada na prática.
field-serving-layer-microseconds = Sobrecarga de uma camada
    .help = Tempo que uma camada demora em cada passo além de ler e calcular.
field-serving-step-microseconds = Sobrecarga de um passo
    .help = Tempo que um passo demora além disso.
field-serving-sequence-microseconds = Sobrecarga de um pedido
    .help = Tempo que cada pedido acrescenta a um passo.
field-serving-exchange-microseconds = Troca mais curta
    .help = Tempo mínimo de uma troca entre dois aceleradores.
field-serving-gpus-per-replica = GPU por réplica
    .help = Aceleradores em que corre uma réplica.
field-serving-pipeline-stages = Etapas do pipeline
    .help = Grupos de aceleradores; cada um contém uma parte das camadas.
field-serving-expert-groups = Grupos de peritos
    .help = Grupos de aceleradores de uma réplica; cada um contém parte dos peritos e todos os outros pesos. 1 se todos partilham cada perito.
field-serving-largest-batch = Maior lote
    .help = Máximo de pedidos que o motor executa ao mesmo tempo.
field-serving-interruption-share = Interrupções
    .help = Parte dos prompts de outros utilizadores por que um token espera.
field-serving-queue-share = Fila do primeiro token
    .help = Parte dos prompts de outros utilizadores por que um primeiro token espera.
field-serving-server-milliseconds = Tempo do servidor
    .help = Tempo mínimo que o servidor demora a responder.
field-serving-server-milliseconds-per-user = Tempo do servidor por utilizador
    .help = Tempo que cada utilizador acrescenta.
field-serving-decode-speed-factor = Velocidade de escrita medida
    .help = Quantas vezes mais depressa os tokens são escritos, segundo as medições, do que diz a física.
field-serving-throughput-speed-factor = Débito medido
    .help = Quantas vezes mais conclui uma réplica cheia, segundo as medições, do que diz a física.
field-serving-first-token-speed-factor = Velocidade medida do primeiro token
    .help = Quantas vezes mais depressa chega o primeiro token, segundo as medições, do que diz a física.
field-serving-planned-utilisation = Utilização planeada
    .help = Parte do débito de uma réplica prevista para a hora de ponta.
field-serving-entered-tokens-per-second = Débito de uma réplica
    .help = Tokens por segundo, de entrada e de saída, quando introduzidos ou medidos.

## Renting

field-rented-usd-per-gpu-hour = Aluguer por hora de GPU
    .help = Aluguer a pedido.
field-rented-billed-hours-per-month = Horas faturadas por mês
    .help = Horas pagas, quando só as ativas são faturadas.
field-rented-reserved-share = Parte reservada
    .help = Parte da capacidade alugada a prazo.
field-rented-reserved-discount = Desconto por prazo
    .help = Redução por alugar a prazo.
field-rented-spot-share = Parte spot
    .help = Parte da capacidade alugada das sobras.
field-rented-spot-discount = Desconto spot
    .help = Redução pela capacidade excedente do fornecedor.
field-rented-spot-extra-share = Margem para interrupções
    .help = Capacidade extra para cobrir interrupções do spot.
field-rented-rent-change-per-year = Variação do aluguer
    .help = Variação anual do aluguer.
field-rented-minimum-replicas = Mínimo de réplicas
    .help = Réplicas que funcionam no mínimo.
field-rented-spare-replicas = Réplicas de reserva
    .help = Réplicas mantidas em reserva para falhas.
field-rented-overhead-share = Custos adicionais
    .help = Armazenamento, tráfego e serviços além do aluguer.
field-rented-cold-starts-per-month = Arranques a frio por mês
    .help = Arranques do zero num mês.
field-rented-cold-start-seconds = Duração de um arranque a frio
    .help = Tempo de um arranque, que é pago.

## Owning servers

field-owned-server-price-usd = Preço de um servidor
    .help = Preço de um servidor, com os aceleradores.
field-owned-gpus-per-server = GPU por servidor
    .help = Aceleradores num servidor.
field-owned-residual-share = Valor residual
    .help = Parte do preço que resta no fim da vida útil.
field-owned-cost-of-capital-per-year = Custo do capital
    .help = Taxa anual, quando a compra é financiada.
field-owned-maintenance-share-per-year = Manutenção do hardware
    .help = Manutenção anual face ao preço.
field-owned-kilowatts-per-server = Potência de um servidor
    .help = Potência em carga, sem arrefecimento.
field-owned-average-load-share = Carga média
    .help = Parte dessa potência consumida em média.
field-owned-power-usage-effectiveness = Eficácia do uso de energia (PUE)
    .help = Potência da instalação face à dos servidores.
field-owned-electricity-usd-per-kilowatt-hour = Eletricidade
    .help = Tarifa de um quilowatt-hora.
field-owned-colocation-usd-per-kilowatt-month = Alojamento em centro de dados
    .help = Espaço, arrefecimento e ligação elétrica de um quilowatt.
field-owned-network-usd-per-server-month = Rede
    .help = Rede de um servidor.
field-owned-minimum-servers = Mínimo de servidores
    .help = Servidores comprados no mínimo.
field-owned-spare-replicas = Réplicas de reserva
    .help = Réplicas mantidas em reserva para falhas.

## On device

field-device-devices = Dispositivos
    .help = Dispositivos que executam o modelo.
field-device-device-price-usd = Preço de um dispositivo
    .help = Preço de um dispositivo.
field-device-charged-share = Parte imputada
    .help = Parte do preço imputada a esta utilização.
field-device-kilowatts-per-device = Potência de um dispositivo
    .help = Potência em carga.
field-device-electricity-usd-per-kilowatt-hour = Eletricidade
    .help = Tarifa de um quilowatt-hora.
field-device-support-usd-per-device-month = Suporte
    .help = Apoio aos utilizadores, por dispositivo.
field-device-software-usd-per-device-month = Software
    .help = Gestão e licenças de software, por dispositivo.

## Cascade

field-cascade-escalation-share = Parte escalada
    .help = Parte dos pedidos enviada ao modelo maior, quando não é calculada.
field-cascade-samples = Amostras
    .help = Amostras geradas para cada pedido.
field-cascade-single-sample-solved-share = Resolvidas com uma amostra
    .help = Parte das tarefas que uma amostra resolve.
field-cascade-coverage-exponent = Expoente de cobertura
    .help = Com que rapidez mais amostras resolvem mais tarefas; mais perto de 0 é mais lento.
field-cascade-verifier-recall = Sensibilidade do verificador
    .help = Parte das amostras certas que o verificador reconhece.
field-cascade-verifier-usd-per-sample = Verificação de uma amostra
    .help = Custo de verificar uma amostra.
field-cascade-failure-usd-per-task = Tarefa por resolver
    .help = Custo de uma tarefa que ninguém resolveu.
field-cascade-large-model-solved-share = Resolvidas pelo modelo maior
    .help = Parte das tarefas escaladas que o modelo maior resolve.
