# Why no connection to an endpoint came about.

## Nobody was reached

latency-trouble-unreachable-refused = The computer at the address refuses connections at that port; perhaps the server is not running, or listens at another port.
latency-trouble-unreachable-unknown-name = No computer of the name in the address is known; check the address, and whether this computer is on the network.
latency-trouble-unreachable-timed-out = No connection came about in time; perhaps the server is off, or a firewall swallows what is sent to it.
latency-trouble-unreachable-no-way = The network that this computer is on leads nowhere near the address; perhaps it takes another network, or a VPN.
latency-trouble-unreachable-forbidden = This system does not let programs connect to the address; perhaps a firewall here forbids it.
latency-trouble-unreachable-proxy = The proxy that this system names gave no connection; check its address and whether it asks for a password.
latency-trouble-unreachable-other = Nobody answers at the address ({ $reason }).

## The connection is not secure

latency-trouble-insecure-not-tls = What answers at the address does not encrypt, so nothing was sent; perhaps the address begins with http:// and not with https://, or has another port.
latency-trouble-insecure-nothing-in-common = This program and the server know no way to encrypt in common, so nothing was sent; the server’s software is perhaps too old.
latency-trouble-insecure-wants-certificate = The server lets in only those who show it a certificate of their own, which this program has not got.
latency-trouble-insecure-unknown-name = The server does not know itself by the name in the address, so nothing was sent; check the address.
latency-trouble-insecure-other = No secure connection could be made, so nothing was sent ({ $reason }).
