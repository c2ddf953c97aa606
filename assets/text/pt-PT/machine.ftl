# O que é este computador, como se sabe e a que velocidade trabalha.

## Um processo filho que trabalha com um processador gráfico

child-not-started = Não foi possível iniciar a parte do programa que trabalha com o processador gráfico ({ $reason }).
child-cancelled = Cancelado.
child-too-long = O controlador gráfico não respondeu em { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }; o trabalho foi interrompido.
child-ended = O controlador gráfico pôs fim ao trabalho ({ $ending }); o resto do programa continua.
child-ended-saying = O controlador gráfico pôs fim ao trabalho ({ $ending }); a sua mensagem: { $said }
child-garbled = A parte do programa que trabalha com o processador gráfico deu uma resposta ilegível ({ $reason }).
