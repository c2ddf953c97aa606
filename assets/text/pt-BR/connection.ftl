# Por que a conexão com um endpoint não foi estabelecida.

## Ninguém foi alcançado

latency-trouble-unreachable-refused = O computador do endereço recusa conexões nessa porta; talvez o servidor não esteja em execução ou use outra porta.
latency-trouble-unreachable-unknown-name = Nenhum computador com o nome do endereço é conhecido; confira o endereço e se este computador está na rede.
latency-trouble-unreachable-timed-out = A conexão não foi estabelecida a tempo; talvez o servidor esteja desligado ou um firewall descarte o que é enviado a ele.
latency-trouble-unreachable-no-way = A rede em que este computador está não chega ao endereço; talvez seja preciso outra rede ou uma VPN.
latency-trouble-unreachable-forbidden = Este sistema não deixa os programas se conectarem ao endereço; talvez um firewall local impeça.
latency-trouble-unreachable-proxy = O proxy configurado neste sistema não forneceu conexão; confira o endereço dele e se ele pede senha.
latency-trouble-unreachable-other = Ninguém responde no endereço ({ $reason }).

## A conexão não é segura

latency-trouble-insecure-not-tls = O que responde no endereço não criptografa, por isso nada foi enviado; talvez o endereço comece com http://, e não com https://, ou tenha outra porta.
latency-trouble-insecure-nothing-in-common = Este programa e o servidor não têm nenhuma criptografia em comum, por isso nada foi enviado; talvez o software do servidor seja antigo demais.
latency-trouble-insecure-wants-certificate = O servidor só aceita quem apresenta um certificado próprio, e este programa não tem um.
latency-trouble-insecure-unknown-name = O servidor não se reconhece pelo nome do endereço, por isso nada foi enviado; confira o endereço.
latency-trouble-insecure-other = Não foi possível estabelecer uma conexão segura, por isso nada foi enviado ({ $reason }).
