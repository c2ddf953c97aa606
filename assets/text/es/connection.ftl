# Por qué no se estableció conexión con un endpoint.

## No se llegó a nadie

latency-trouble-unreachable-refused = El equipo de la dirección rechaza conexiones en ese puerto; quizá el servidor no esté en marcha o escuche en otro puerto.
latency-trouble-unreachable-unknown-name = No se conoce ningún equipo con el nombre de la dirección; revise la dirección y compruebe que este equipo tenga red.
latency-trouble-unreachable-timed-out = La conexión no se estableció a tiempo; quizá el servidor esté apagado o un cortafuegos descarte lo que se le envía.
latency-trouble-unreachable-no-way = La red en la que está este equipo no llega a la dirección; quizá haga falta otra red o una VPN.
latency-trouble-unreachable-forbidden = Este sistema no permite que los programas se conecten a la dirección; quizá lo impida un cortafuegos local.
latency-trouble-unreachable-proxy = El proxy configurado en este sistema no dio conexión; compruebe su dirección y si pide contraseña.
latency-trouble-unreachable-other = Nadie responde en la dirección ({ $reason }).

## La conexión no es segura

latency-trouble-insecure-not-tls = Lo que responde en la dirección no cifra, así que no se envió nada; quizá la dirección empiece por http:// y no por https://, o tenga otro puerto.
latency-trouble-insecure-nothing-in-common = Este programa y el servidor no tienen ningún cifrado en común, así que no se envió nada; quizá el software del servidor sea demasiado antiguo.
latency-trouble-insecure-wants-certificate = El servidor solo admite a quien le presente un certificado propio, y este programa no lo tiene.
latency-trouble-insecure-unknown-name = El servidor no se reconoce en el nombre de la dirección, así que no se envió nada; revise la dirección.
latency-trouble-insecure-other = No se pudo establecer una conexión segura, así que no se envió nada ({ $reason }).
