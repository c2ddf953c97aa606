# O que é este computador, como se sabe e em que velocidade ele trabalha.

## Um processo filho que trabalha com um processador gráfico

child-not-started = Não foi possível iniciar a parte do programa que trabalha com o processador gráfico ({ $reason }).
child-cancelled = Cancelado.
child-too-long = O driver de vídeo não respondeu em { $seconds ->
        [one] { $seconds } segundo
       *[other] { $seconds } segundos
    }; o trabalho foi interrompido.
child-ended = O driver de vídeo encerrou o trabalho ({ $ending }); o restante do programa continua.
child-ended-saying = O driver de vídeo encerrou o trabalho ({ $ending }); a mensagem dele: { $said }
child-garbled = A parte do programa que trabalha com o processador gráfico deu uma resposta ilegível ({ $reason }).
