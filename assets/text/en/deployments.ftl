# The six kinds of option.

## The six kinds of option

deployment-proprietary-api = Proprietary API
    .help = A closed model behind its vendor’s interface, paid by the token.
deployment-hosted-open-model = Hosted open model
    .help = Open weights behind somebody’s interface, paid by the token.
deployment-rented-gpu = Rented GPUs
    .help = Open weights on GPUs rented by the hour, busy or not.
deployment-on-premises = On premises
    .help = Open weights on servers of your own, with power, space and people.
deployment-on-device = On device
    .help = Open weights on the devices that users already have.
deployment-cascade = Cascade
    .help = A small model first and a large one when needed, or several samples and a verifier.

## How prices change

price-law-fixed-dated-model = Fixed dated model
    .help = The price stays until the model is retired.
price-law-newest-of-tier = Newest of the tier
    .help = You always move to the newest model of the tier, at its price.
price-law-equal-capability = Equal capability
    .help = You move to whatever offers today’s capability most cheaply.

## Which hours are paid

billing-always-on = Always on
    .help = All hours are paid, busy or not.
billing-active-hours = Active hours
    .help = Only the hours entered are paid, for example office hours.
billing-scale-to-zero = Scale to zero
    .help = Busy hours and starts from nothing are paid.

## How servers are paid

purchase-bought = Bought
    .help = Paid in full; what they are still worth comes back at the end.
purchase-financed = Financed
    .help = Paid in even monthly payments over the useful life.

## How a cascade decides

cascade-mode-escalate = Escalate
    .help = A stated share of requests goes on to the larger model.
cascade-mode-sample-and-verify = Sample and verify
    .help = Samples are drawn and checked; what none of them solves goes on.

## How a model is made your own

customisation-method-none = As it comes
    .help = No customisation.
customisation-method-prompt-work = Prompts and retrieval
    .help = Better prompts, examples and your own documents; the weights stay.
customisation-method-instruction-tuning = Instruction tuning or LoRA
    .help = A small part of the weights is trained on your examples.
customisation-method-fine-tuning = Full fine-tuning
    .help = All weights are trained on your data.
customisation-method-distillation = Distillation
    .help = A smaller model is taught by a larger one.

## Where a throughput comes from

throughput-estimated = Estimated
    .help = An estimate from memory bandwidth and arithmetic rate, corrected by published measurements.
throughput-entered = Entered or measured
    .help = The figure typed in or measured is used.

## Catalogue: hardware, rent, providers

hardware-class-datacentre = Data centre
hardware-class-workstation = Workstation
hardware-class-consumer = Consumer
hardware-class-apple = Apple
hardware-class-system = Whole system
rent-term-on-demand = On demand
rent-term-spot = Spot
rent-term-reserved = Reserved
rent-term-capacity-block = Capacity block
rent-term-serverless = Serverless
provider-class-developer = Developer of the model
provider-class-host = Host of open models
provider-class-hyperscaler = Large cloud
provider-class-neocloud = GPU cloud
provider-class-marketplace = Marketplace
provider-class-serverless = Serverless
provider-class-managed-endpoint = Managed endpoint
provider-class-index = Price index

## Catalogue: tasks and who reported a score

task-knowledge = Knowledge
task-reasoning = Reasoning
task-mathematics = Mathematics
task-coding = Coding
task-agentic-coding = Agentic coding
task-instruction-following = Instruction following
task-multilingual = Multilingual
task-tool-use = Tool use
task-factuality = Factuality
task-long-context = Long context
task-chat = Chat
reporter-independent = independent
reporter-vendor = the vendor itself
reporter-vendor-relayed = the vendor, relayed
reporter-rival = a rival
reporter-collation = a collation

## Licence clauses

clause-user-cap = The vendor must agree above { $users } users a month.
clause-user-cap-unspecified = The vendor must agree above some number of users.
clause-revenue-cap = The vendor must agree above a yearly revenue of { $revenue }.
clause-attribution-notice = The product must say which model it is built with.
clause-naming-rule = Derived models must carry the vendor’s name.
clause-acceptable-use = A list of forbidden uses applies.
clause-not-for-eu-domiciled = Not licensed to people and companies domiciled in the European Union.
clause-no-training-on-outputs = Outputs may not be used to improve other models.
clause-non-commercial = Not for business.
clause-separate-agreement = Business needs a separate, usually paid, agreement.
clause-hosting-restricted = Offering it as a service to others is restricted.
clause-keep-notices = Copyright notices must be kept.
clause-vendor-terms = The vendor’s terms of service and its schedule of retirements apply.
clause-other = { $text }

## What an assumption is about

assumption-group-power = Power
assumption-group-colocation = Colocation
assumption-group-people = People
assumption-group-customisation = Customisation
assumption-group-discounts = Discounts
assumption-group-cache = Cache
assumption-group-quantisation = Quantisation
assumption-group-sampling = Sampling
assumption-group-utilisation = Utilisation
assumption-group-throughput = Throughput
assumption-group-finance = Finance
assumption-group-currency = Exchange rates
assumption-group-ownership = Ownership
assumption-group-price-laws = Price changes
assumption-group-api = Services
assumption-group-tokens = Tokens
assumption-group-licence = Licence
