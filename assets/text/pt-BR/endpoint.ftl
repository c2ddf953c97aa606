# Endpoints: certificados que não são confiáveis, carga e uma medição ao lado de hardware dedicado.

## Um certificado

latency-trouble-certificate-unknown-issuer = O certificado do servidor não foi emitido por ninguém em quem este sistema confie, por isso nada foi enviado; se o servidor for seu, adicione o emissor aos certificados do sistema.
latency-trouble-certificate-expired = O certificado do servidor expirou, por isso nada foi enviado; quem administra o servidor pode renová-lo.
latency-trouble-certificate-not-valid-yet = O certificado do servidor ainda não é válido, por isso nada foi enviado; talvez o relógio deste computador esteja errado.
latency-trouble-certificate-other-name = O certificado do servidor é de outro host, não do que está no endereço, por isso nada foi enviado; confira o endereço.
latency-trouble-certificate-revoked = O emissor revogou o certificado do servidor, por isso nada foi enviado.
latency-trouble-certificate-other = O certificado do servidor não é confiável, por isso nada foi enviado ({ $reason }).

## O gráfico das respostas em uma interface e em uma máquina

chart-answers-by-users = Respostas por usuários
answers-title-turns = Sozinho, { $alone } responde primeiro; com { $users } ao mesmo tempo, { $winner }: { $fast } contra { $slow }
answers-title-stays = { $winner } responde primeiro sozinho e com { $users } ao mesmo tempo: { $fast } contra { $slow } nesse caso
answers-title-one = { $users ->
        [1] Com um único usuário
       *[other] Com { $users } ao mesmo tempo
    }, { $winner } responde primeiro: { $fast } contra { $slow }
answers-title-apart = Os dois lados foram medidos, mas com nenhum número de usuários em comum
answers-subtitle = Segundos até o fim de uma resposta de { $tokens } tokens, conforme medido; a faixa contém oito em cada dez repetições
answers-axis-seconds = segundos até o fim de uma resposta
answers-phrase = { $seconds } com { $users ->
        [1] um usuário
       *[other] { $users } usuários
    }
answers-column-side = Onde
answers-column-seconds = Resposta após
answers-column-spread = Oito em cada dez
answers-source = Medições do caso, a mais recente de { $date }

## Load, and what went wrong

endpoint-load = Carga
endpoint-load-users = Usuários ao mesmo tempo
endpoint-load-random = Requisições ao acaso
endpoint-rate = Requisições por segundo
endpoint-requests = Requisições no total
endpoint-load-random-help = As requisições chegam ao acaso (um processo de Poisson), tenham as anteriores sido respondidas ou não: assim a espera aparece.
endpoint-users = Usuários ao mesmo tempo, vários números com vírgulas
endpoint-load-users-help = Cada usuário pergunta de novo assim que recebe a resposta.
endpoint-users-bad = Aqui são necessários números de 1 a 512 separados por vírgulas, doze no máximo.
endpoint-failures = { $count } × { $what }
endpoint-at-rate = { $rate }/s
endpoint-advice-limited = O servidor recusa requisições porque chegam rápido demais: tente menos usuários ou um ritmo menor; as recusadas ficam fora dos números.
endpoint-advice-overrun = O servidor não acompanha esse ritmo: o que não foi enviado conta como falha.
endpoint-headline-users = { $model } neste endpoint escreve { $speed } tokens por segundo para cada um de { $users } ao mesmo tempo
endpoint-headline-rate = { $model } neste endpoint escreve { $speed } tokens por segundo para cada um, com { $rate } requisições por segundo
