# Endpoints: certificados que no merecen confianza, carga, y una medición junto a hardware propio.

## Un certificado

latency-trouble-certificate-unknown-issuer = El certificado del servidor no lo ha emitido nadie en quien confíe este sistema, así que no se envió nada; si el servidor es suyo, añada el emisor a los certificados del sistema.
latency-trouble-certificate-expired = El certificado del servidor ha caducado, así que no se envió nada; quien administra el servidor puede renovarlo.
latency-trouble-certificate-not-valid-yet = El certificado del servidor aún no es válido, así que no se envió nada; quizá el reloj de este equipo esté mal.
latency-trouble-certificate-other-name = El certificado del servidor es de otro host que el de la dirección, así que no se envió nada; revise la dirección.
latency-trouble-certificate-revoked = El emisor ha revocado el certificado del servidor, así que no se envió nada.
latency-trouble-certificate-other = El certificado del servidor no merece confianza, así que no se envió nada: { $reason }
