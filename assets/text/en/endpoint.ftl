# Endpoints: certificates that cannot be trusted, load, and a run beside dedicated hardware.

## A certificate

latency-trouble-certificate-unknown-issuer = The server’s certificate was issued by nobody whom this system trusts, so nothing was sent; if the server is your own, add its issuer to the system’s certificates.
latency-trouble-certificate-expired = The server’s certificate has expired, so nothing was sent; whoever runs the server can renew it.
latency-trouble-certificate-not-valid-yet = The server’s certificate is not valid yet, so nothing was sent; perhaps the clock of this computer is wrong.
latency-trouble-certificate-other-name = The server’s certificate is for another host than the one in the address, so nothing was sent; check the address.
latency-trouble-certificate-revoked = The server’s certificate was withdrawn by its issuer, so nothing was sent.
latency-trouble-certificate-other = The server’s certificate cannot be trusted, so nothing was sent: { $reason }
