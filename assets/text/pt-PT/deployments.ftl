# The six kinds of option.

## The six kinds of option

deployment-proprietary-api = API proprietária
    .help = Um modelo fechado atrás da interface do fornecedor, pago por token.
deployment-hosted-open-model = Modelo aberto alojado
    .help = Pesos abertos atrás da interface de um terceiro, pagos por token.
deployment-rented-gpu = GPU alugadas
    .help = Pesos abertos em GPU alugadas à hora, em uso ou paradas.
deployment-on-premises = Instalações próprias
    .help = Pesos abertos em servidores próprios, com energia, espaço e pessoas.
deployment-on-device = No dispositivo
    .help = Pesos abertos nos dispositivos que os utilizadores já têm.
deployment-cascade = Cascata
    .help = Primeiro um modelo pequeno e um grande quando é preciso, ou várias amostras e um verificador.

## How prices change

price-law-fixed-dated-model = Modelo datado fixo
    .help = O preço mantém-se até o modelo ser descontinuado.
price-law-newest-of-tier = O mais recente da gama
    .help = Passa sempre para o modelo mais recente da gama, ao preço dele.
price-law-equal-capability = Capacidade igual
    .help = Passa para o que oferecer a capacidade de hoje ao menor preço.

## Which hours are paid

billing-always-on = Sempre ligado
    .help = Todas as horas são pagas, em uso ou não.
billing-active-hours = Horas ativas
    .help = Só se pagam as horas indicadas, por exemplo o horário de expediente.
billing-scale-to-zero = Escala até zero
    .help = Pagam-se as horas em uso e os arranques a partir do zero.

## How servers are paid

purchase-bought = Comprado
    .help = Pago na totalidade; o valor que restar é recuperado no fim.
purchase-financed = Financiado
    .help = Pago em prestações mensais iguais ao longo da vida útil.

## How a cascade decides

cascade-mode-escalate = Escalar
    .help = Uma parte definida dos pedidos segue para o modelo maior.
cascade-mode-sample-and-verify = Amostrar e verificar
    .help = Geram-se e verificam-se amostras; o que nenhuma resolver segue em frente.

## How a model is made your own

customisation-method-none = Tal como vem
    .help = Sem personalização.
customisation-method-prompt-work = Prompts e recuperação
    .help = Melhores prompts, exemplos e os seus documentos; os pesos não mudam.
customisation-method-instruction-tuning = Afinação por instruções ou LoRA
    .help = Uma pequena parte dos pesos é treinada com os seus exemplos.
customisation-method-fine-tuning = Afinação completa
    .help = Todos os pesos são treinados com os seus dados.
customisation-method-distillation = Destilação
    .help = Um modelo mais pequeno aprende com um maior.

## Where a throughput comes from

throughput-estimated = Estimado
    .help = Uma estimativa a partir da largura de banda da memória e do ritmo de cálculo, corrigida por medições publicadas.
throughput-entered = Introduzido ou medido
    .help = Usa-se o valor introduzido ou medido.

## Catalogue: hardware, rent, providers

hardware-class-datacentre = Centro de dados
hardware-class-workstation = Estação de trabalho
hardware-class-consumer = Grande consumo
hardware-class-apple = Apple
hardware-class-system = Sistema completo
rent-term-on-demand = A pedido
rent-term-spot = Spot
rent-term-reserved = Reservado
rent-term-capacity-block = Bloco de capacidade
rent-term-serverless = Sem servidor
provider-class-developer = Criador do modelo
provider-class-host = Alojamento de modelos abertos
provider-class-hyperscaler = Grande nuvem
provider-class-neocloud = Nuvem de GPU
provider-class-marketplace = Mercado
provider-class-serverless = Sem servidor
provider-class-managed-endpoint = Endpoint gerido
provider-class-index = Índice de preços

## Catalogue: tasks and who reported a score

task-knowledge = Conhecimento
task-reasoning = Raciocínio
task-mathematics = Matemática
task-coding = Programação
task-agentic-coding = Programação com agentes
task-instruction-following = Cumprimento de instruções
task-multilingual = Multilingue
task-tool-use = Utilização de ferramentas
task-factuality = Factualidade
task-long-context = Contexto longo
task-chat = Conversa
reporter-independent = independente
reporter-vendor = o próprio fornecedor
reporter-vendor-relayed = o fornecedor, por terceiros
reporter-rival = um concorrente
reporter-collation = uma compilação

## Licence clauses

clause-user-cap = O fornecedor tem de concordar acima de { $users } utilizadores por mês.
clause-user-cap-unspecified = O fornecedor tem de concordar acima de certo número de utilizadores.
clause-revenue-cap = O fornecedor tem de concordar acima de uma receita anual de { $revenue }.
clause-attribution-notice = O produto tem de dizer com que modelo foi feito.
clause-naming-rule = Os modelos derivados têm de levar o nome do fornecedor.
clause-acceptable-use = Aplica-se uma lista de utilizações proibidas.
clause-not-for-eu-domiciled = Sem licença para pessoas e empresas domiciliadas na União Europeia.
clause-no-training-on-outputs = As saídas não podem ser usadas para melhorar outros modelos.
clause-non-commercial = Proibida a utilização comercial.
clause-separate-agreement = A utilização comercial exige um acordo à parte, em geral pago.
clause-hosting-restricted = Há restrições a oferecê-lo como serviço a terceiros.
clause-keep-notices = Os avisos de direitos de autor têm de ser mantidos.
clause-vendor-terms = Aplicam-se os termos de serviço do fornecedor e o seu calendário de descontinuação.
clause-other = { $text }

## What an assumption is about

assumption-group-power = Energia
assumption-group-colocation = Alojamento em centro de dados
assumption-group-people = Pessoas
assumption-group-customisation = Personalização
assumption-group-discounts = Descontos
assumption-group-cache = Cache
assumption-group-quantisation = Quantização
assumption-group-sampling = Amostragem
assumption-group-utilisation = Utilização
assumption-group-throughput = Débito
assumption-group-finance = Finanças
assumption-group-currency = Câmbio
assumption-group-ownership = Propriedade
assumption-group-price-laws = Evolução de preços
assumption-group-api = Serviços
assumption-group-tokens = Tokens
assumption-group-licence = Licença
