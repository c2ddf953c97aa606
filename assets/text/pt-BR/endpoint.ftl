# Endpoints: certificados que não são confiáveis, carga e uma medição ao lado de hardware dedicado.

## Um certificado

latency-trouble-certificate-unknown-issuer = O certificado do servidor não foi emitido por ninguém em quem este sistema confie, por isso nada foi enviado; se o servidor for seu, adicione o emissor aos certificados do sistema.
latency-trouble-certificate-expired = O certificado do servidor expirou, por isso nada foi enviado; quem administra o servidor pode renová-lo.
latency-trouble-certificate-not-valid-yet = O certificado do servidor ainda não é válido, por isso nada foi enviado; talvez o relógio deste computador esteja errado.
latency-trouble-certificate-other-name = O certificado do servidor é de outro host, não do que está no endereço, por isso nada foi enviado; confira o endereço.
latency-trouble-certificate-revoked = O emissor revogou o certificado do servidor, por isso nada foi enviado.
latency-trouble-certificate-other = O certificado do servidor não é confiável, por isso nada foi enviado: { $reason }
