# Por que razão não se estabeleceu ligação a um endpoint.

## Não se chegou a ninguém

latency-trouble-unreachable-refused = O computador do endereço recusa ligações nessa porta; talvez o servidor não esteja a correr ou use outra porta.
latency-trouble-unreachable-unknown-name = Não se conhece nenhum computador com o nome do endereço; verifique o endereço e se este computador está ligado à rede.
latency-trouble-unreachable-timed-out = A ligação não se estabeleceu a tempo; talvez o servidor esteja desligado ou uma firewall descarte o que lhe é enviado.
latency-trouble-unreachable-no-way = A rede em que este computador está não chega ao endereço; talvez seja precisa outra rede ou uma VPN.
latency-trouble-unreachable-forbidden = Este sistema não deixa os programas ligarem-se ao endereço; talvez uma firewall local o impeça.
latency-trouble-unreachable-proxy = O proxy definido neste sistema não deu ligação; verifique o endereço dele e se pede palavra-passe.
latency-trouble-unreachable-other = Ninguém responde no endereço ({ $reason }).

## A ligação não é segura

latency-trouble-insecure-not-tls = O que responde no endereço não cifra, pelo que nada foi enviado; talvez o endereço comece por http://, e não por https://, ou tenha outra porta.
latency-trouble-insecure-nothing-in-common = Este programa e o servidor não têm nenhuma cifra em comum, pelo que nada foi enviado; talvez o software do servidor seja demasiado antigo.
latency-trouble-insecure-wants-certificate = O servidor só aceita quem lhe apresente um certificado próprio, e este programa não tem nenhum.
latency-trouble-insecure-unknown-name = O servidor não se reconhece pelo nome do endereço, pelo que nada foi enviado; verifique o endereço.
latency-trouble-insecure-other = Não foi possível estabelecer uma ligação segura, pelo que nada foi enviado ({ $reason }).
