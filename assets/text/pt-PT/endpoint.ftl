# Endpoints: certificados que não são de confiança, carga e uma medição ao lado de hardware dedicado.

## Um certificado

latency-trouble-certificate-unknown-issuer = O certificado do servidor não foi emitido por ninguém em quem este sistema confie, pelo que nada foi enviado; se o servidor for seu, acrescente o emissor aos certificados do sistema.
latency-trouble-certificate-expired = O certificado do servidor expirou, pelo que nada foi enviado; quem gere o servidor pode renová-lo.
latency-trouble-certificate-not-valid-yet = O certificado do servidor ainda não é válido, pelo que nada foi enviado; talvez o relógio deste computador esteja errado.
latency-trouble-certificate-other-name = O certificado do servidor é de outro anfitrião e não do que está no endereço, pelo que nada foi enviado; verifique o endereço.
latency-trouble-certificate-revoked = O emissor revogou o certificado do servidor, pelo que nada foi enviado.
latency-trouble-certificate-other = O certificado do servidor não é de confiança, pelo que nada foi enviado: { $reason }
