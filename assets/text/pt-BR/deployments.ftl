# The six kinds of option.

## The six kinds of option

deployment-proprietary-api = API proprietária
    .help = Um modelo fechado por trás da interface do fornecedor, pago por token.
deployment-hosted-open-model = Modelo aberto hospedado
    .help = Pesos abertos por trás da interface de um terceiro, pagos por token.
deployment-rented-gpu = GPUs alugadas
    .help = Pesos abertos em GPUs alugadas por hora, em uso ou paradas.
deployment-on-premises = Infraestrutura própria
    .help = Pesos abertos em servidores próprios, com energia, espaço e pessoas.
deployment-on-device = No dispositivo
    .help = Pesos abertos nos dispositivos que os usuários já têm.
deployment-cascade = Cascata
    .help = Primeiro um modelo pequeno e um grande quando preciso, ou várias amostras e um verificador.

## How prices change

price-law-fixed-dated-model = Modelo datado fixo
    .help = O preço se mantém até o modelo sair de linha.
price-law-newest-of-tier = O mais novo da faixa
    .help = Você sempre passa para o modelo mais novo da faixa, ao preço dele.
price-law-equal-capability = Capacidade igual
    .help = Você passa para o que oferecer a capacidade de hoje pelo menor preço.

## Which hours are paid

billing-always-on = Sempre ligado
    .help = Todas as horas são pagas, em uso ou não.
billing-active-hours = Horas ativas
    .help = Só se pagam as horas informadas, por exemplo o horário comercial.
billing-scale-to-zero = Escala até zero
    .help = Pagam-se as horas em uso e as partidas do zero.

## How servers are paid

purchase-bought = Comprado
    .help = Pago à vista; o valor que restar volta no fim.
purchase-financed = Financiado
    .help = Pago em parcelas mensais iguais ao longo da vida útil.

## How a cascade decides

cascade-mode-escalate = Escalar
    .help = Uma parcela definida das requisições segue para o modelo maior.
cascade-mode-sample-and-verify = Amostrar e verificar
    .help = Geram-se e verificam-se amostras; o que nenhuma resolver segue adiante.

## How a model is made your own

customisation-method-none = Como vem
    .help = Sem customização.
customisation-method-prompt-work = Prompts e recuperação
    .help = Prompts melhores, exemplos e seus documentos; os pesos não mudam.
customisation-method-instruction-tuning = Ajuste por instruções ou LoRA
    .help = Uma pequena parte dos pesos é treinada com seus exemplos.
customisation-method-fine-tuning = Ajuste fino completo
    .help = Todos os pesos são treinados com seus dados.
customisation-method-distillation = Destilação
    .help = Um modelo menor aprende com um maior.

## Where a throughput comes from

throughput-estimated = Estimada
    .help = Uma estimativa a partir da largura de banda da memória e da taxa de cálculo, corrigida por medições publicadas.
throughput-entered = Informada ou medida
    .help = Usa-se o valor digitado ou medido.

## Catalogue: hardware, rent, providers

hardware-class-datacentre = Data center
hardware-class-workstation = Estação de trabalho
hardware-class-consumer = Uso doméstico
hardware-class-apple = Apple
hardware-class-system = Sistema completo
rent-term-on-demand = Sob demanda
rent-term-spot = Spot
rent-term-reserved = Reservado
rent-term-capacity-block = Bloco de capacidade
rent-term-serverless = Sem servidor
provider-class-developer = Desenvolvedor do modelo
provider-class-host = Hospedagem de modelos abertos
provider-class-hyperscaler = Grande nuvem
provider-class-neocloud = Nuvem de GPUs
provider-class-marketplace = Marketplace
provider-class-serverless = Sem servidor
provider-class-managed-endpoint = Endpoint gerenciado
provider-class-index = Índice de preços

## Catalogue: tasks and who reported a score

task-knowledge = Conhecimento
task-reasoning = Raciocínio
task-mathematics = Matemática
task-coding = Programação
task-agentic-coding = Programação com agentes
task-instruction-following = Cumprimento de instruções
task-multilingual = Multilíngue
task-tool-use = Uso de ferramentas
task-factuality = Factualidade
task-long-context = Contexto longo
task-chat = Conversa
reporter-independent = independente
reporter-vendor = o próprio fornecedor
reporter-vendor-relayed = o fornecedor, por terceiros
reporter-rival = um concorrente
reporter-collation = uma compilação

## Licence clauses

clause-user-cap = O fornecedor precisa concordar acima de { $users } usuários por mês.
clause-user-cap-unspecified = O fornecedor precisa concordar acima de certo número de usuários.
clause-revenue-cap = O fornecedor precisa concordar acima de uma receita anual de { $revenue }.
clause-attribution-notice = O produto precisa dizer com que modelo foi feito.
clause-naming-rule = Modelos derivados precisam levar o nome do fornecedor.
clause-acceptable-use = Vale uma lista de usos proibidos.
clause-not-for-eu-domiciled = Sem licença para pessoas e empresas domiciliadas na União Europeia.
clause-no-training-on-outputs = As saídas não podem ser usadas para melhorar outros modelos.
clause-non-commercial = Proibido o uso comercial.
clause-separate-agreement = O uso comercial exige um acordo à parte, em geral pago.
clause-hosting-restricted = Há restrições para oferecê-lo como serviço a terceiros.
clause-keep-notices = Os avisos de direitos autorais devem ser mantidos.
clause-vendor-terms = Valem os termos de serviço do fornecedor e o calendário de descontinuação.
clause-other = { $text }

## What an assumption is about

assumption-group-power = Energia
assumption-group-colocation = Colocation
assumption-group-people = Pessoas
assumption-group-customisation = Customização
assumption-group-discounts = Descontos
assumption-group-cache = Cache
assumption-group-quantisation = Quantização
assumption-group-sampling = Amostragem
assumption-group-utilisation = Utilização
assumption-group-throughput = Taxa de geração
assumption-group-finance = Finanças
assumption-group-currency = Câmbio
assumption-group-ownership = Propriedade
assumption-group-price-laws = Evolução de preços
assumption-group-api = Serviços
assumption-group-tokens = Tokens
assumption-group-licence = Licença
