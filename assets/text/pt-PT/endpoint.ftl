# Endpoints: certificados que não são de confiança, carga e uma medição ao lado de hardware dedicado.

## Um certificado

latency-trouble-certificate-unknown-issuer = O certificado do servidor não foi emitido por ninguém em quem este sistema confie, pelo que nada foi enviado; se o servidor for seu, acrescente o emissor aos certificados do sistema.
latency-trouble-certificate-expired = O certificado do servidor expirou, pelo que nada foi enviado; quem gere o servidor pode renová-lo.
latency-trouble-certificate-not-valid-yet = O certificado do servidor ainda não é válido, pelo que nada foi enviado; talvez o relógio deste computador esteja errado.
latency-trouble-certificate-other-name = O certificado do servidor é de outro anfitrião e não do que está no endereço, pelo que nada foi enviado; verifique o endereço.
latency-trouble-certificate-revoked = O emissor revogou o certificado do servidor, pelo que nada foi enviado.
latency-trouble-certificate-other = O certificado do servidor não é de confiança, pelo que nada foi enviado ({ $reason }).

## O gráfico das respostas numa interface e numa máquina

chart-answers-by-users = Respostas por utilizadores
answers-title-turns = A sós, { $alone } responde primeiro; com { $users } em simultâneo, { $winner }: { $fast } contra { $slow }
answers-title-stays = { $winner } responde primeiro a sós e com { $users } em simultâneo: { $fast } contra { $slow } nesse caso
answers-title-one = { $users ->
        [1] Com um único utilizador
       *[other] Com { $users } em simultâneo
    }, { $winner } responde primeiro: { $fast } contra { $slow }
answers-title-apart = Ambos os lados foram medidos, mas com nenhum número de utilizadores em comum
answers-subtitle = Segundos até ao fim de uma resposta de { $tokens } tokens, tal como medido; a faixa contém oito em cada dez repetições
answers-axis-seconds = segundos até ao fim de uma resposta
answers-phrase = { $seconds } com { $users ->
        [1] um utilizador
       *[other] { $users } utilizadores
    }
answers-column-side = Onde
answers-column-seconds = Resposta ao fim de
answers-column-spread = Oito em cada dez
answers-source = Medições do caso, a mais recente de { $date }

## Load, and what went wrong

endpoint-load = Carga
endpoint-load-users = Utilizadores em simultâneo
endpoint-load-random = Pedidos ao acaso
endpoint-rate = Pedidos por segundo
endpoint-requests = Pedidos no total
endpoint-load-random-help = Os pedidos chegam ao acaso (um processo de Poisson), tenham ou não os anteriores sido respondidos: assim vê-se a espera.
endpoint-users = Utilizadores em simultâneo, vários números com vírgulas
endpoint-load-users-help = Cada utilizador volta a perguntar assim que recebe a resposta.
endpoint-users-bad = Aqui são precisos números de 1 a 512 separados por vírgulas, doze no máximo.
endpoint-failures = { $count } × { $what }
endpoint-at-rate = { $rate }/s
endpoint-advice-limited = O servidor recusa pedidos porque chegam depressa demais: experimente menos utilizadores ou um ritmo mais baixo; os recusados ficam fora dos valores.
endpoint-advice-overrun = O servidor não acompanha este ritmo: o que não foi enviado conta como falha.
endpoint-headline-users = { $model } neste endpoint escreve { $speed } tokens por segundo para cada um de { $users } em simultâneo
endpoint-headline-rate = { $model } neste endpoint escreve { $speed } tokens por segundo para cada um, com { $rate } pedidos por segundo
