# Endpoints: certificados que no merecen confianza, carga, y una medición junto a hardware propio.

## Un certificado

latency-trouble-certificate-unknown-issuer = El certificado del servidor no lo ha emitido nadie en quien confíe este sistema, así que no se envió nada; si el servidor es suyo, añada el emisor a los certificados del sistema.
latency-trouble-certificate-expired = El certificado del servidor ha caducado, así que no se envió nada; quien administra el servidor puede renovarlo.
latency-trouble-certificate-not-valid-yet = El certificado del servidor aún no es válido, así que no se envió nada; quizá el reloj de este equipo esté mal.
latency-trouble-certificate-other-name = El certificado del servidor es de otro host que el de la dirección, así que no se envió nada; revise la dirección.
latency-trouble-certificate-revoked = El emisor ha revocado el certificado del servidor, así que no se envió nada.
latency-trouble-certificate-other = El certificado del servidor no merece confianza, así que no se envió nada ({ $reason }).

## El gráfico de respuestas en una interfaz y en una máquina

chart-answers-by-users = Respuestas según usuarios
answers-title-turns = A solas responde antes { $alone }; con { $users } a la vez, { $winner }: { $fast } frente a { $slow }
answers-title-stays = { $winner } responde antes a solas y con { $users } a la vez: { $fast } frente a { $slow } entonces
answers-title-one = { $users ->
        [1] A solas
       *[other] Con { $users } a la vez
    } responde antes { $winner }: { $fast } frente a { $slow }
answers-title-apart = Se midieron ambos lados, pero con ningún número de usuarios en común
answers-subtitle = Segundos hasta el final de una respuesta de { $tokens } tokens, según lo medido; la banda contiene ocho de cada diez repeticiones
answers-axis-seconds = segundos hasta el final de una respuesta
answers-phrase = { $seconds } con { $users ->
        [1] un usuario
       *[other] { $users } usuarios
    }
answers-column-side = Dónde
answers-column-seconds = Respuesta tras
answers-column-spread = Ocho de cada diez
answers-source = Mediciones del caso, la más reciente del { $date }

## Load, and what went wrong

endpoint-load = Carga
endpoint-load-users = Usuarios a la vez
endpoint-load-random = Peticiones al azar
endpoint-rate = Peticiones por segundo
endpoint-requests = Peticiones en total
endpoint-load-random-help = Las peticiones llegan al azar (un proceso de Poisson), se hayan respondido o no las anteriores: así se ve la espera.
endpoint-users = Usuarios a la vez, varios números con comas
endpoint-load-users-help = Cada usuario vuelve a preguntar en cuanto recibe respuesta.
endpoint-users-bad = Aquí hacen falta números del 1 al 512 separados por comas, doce como máximo.
endpoint-failures = { $count } × { $what }
endpoint-at-rate = { $rate }/s
endpoint-advice-limited = El servidor rechaza peticiones porque llegan demasiado rápido: pruebe con menos usuarios o un ritmo menor; las peticiones rechazadas no cuentan en las cifras.
endpoint-advice-overrun = El servidor no sigue este ritmo: lo que no se envió cuenta como fallo.
endpoint-headline-users = { $model } en este endpoint escribe { $speed } tokens por segundo para cada uno de { $users } a la vez
endpoint-headline-rate = { $model } en este endpoint escribe { $speed } tokens por segundo para cada uno, con { $rate } peticiones por segundo
