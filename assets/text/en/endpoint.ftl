# Endpoints: certificates that cannot be trusted, load, and a run beside dedicated hardware.

## A certificate

latency-trouble-certificate-unknown-issuer = The server’s certificate was issued by nobody whom this system trusts, so nothing was sent; if the server is your own, add its issuer to the system’s certificates.
latency-trouble-certificate-expired = The server’s certificate has expired, so nothing was sent; whoever runs the server can renew it.
latency-trouble-certificate-not-valid-yet = The server’s certificate is not valid yet, so nothing was sent; perhaps the clock of this computer is wrong.
latency-trouble-certificate-other-name = The server’s certificate is for another host than the one in the address, so nothing was sent; check the address.
latency-trouble-certificate-revoked = The server’s certificate was withdrawn by its issuer, so nothing was sent.
latency-trouble-certificate-other = The server’s certificate cannot be trusted, so nothing was sent ({ $reason }).

## The chart of answers at an interface and on a machine

chart-answers-by-users = Answers by users
answers-title-turns = Alone { $alone } answers first, with { $users } at once { $winner }: { $fast } against { $slow }
answers-title-stays = { $winner } answers first alone and with { $users } at once: { $fast } against { $slow } then
answers-title-one = { $users ->
        [1] Alone
       *[other] With { $users } at once
    } { $winner } answers first: { $fast } against { $slow }
answers-title-apart = Both sides were measured, but with no number of users that they share
answers-subtitle = Seconds to the end of an answer of { $tokens } tokens, as measured; the band holds eight in ten repetitions
answers-axis-seconds = seconds to the end of an answer
answers-phrase = { $seconds } with { $users ->
        [1] one user
       *[other] { $users } users
    }
answers-column-side = Where
answers-column-seconds = Answer after
answers-column-spread = Eight in ten
answers-source = Measurements of the case, newest { $date }

## Load, and what went wrong

endpoint-load = Load
endpoint-load-users = Users at once
endpoint-load-random = Requests at random
endpoint-rate = Requests a second
endpoint-requests = Requests in all
endpoint-load-random-help = Requests arrive at random (a Poisson process), whether or not earlier ones are answered: waiting shows.
endpoint-users = Users at once, several numbers with commas
endpoint-load-users-help = Each user asks again as soon as answered.
endpoint-users-bad = Numbers from 1 to 512 with commas between them, twelve at most, are needed here.
endpoint-failures = { $count } × { $what }
endpoint-at-rate = { $rate }/s
endpoint-advice-limited = The server refuses some requests because they come too fast: try fewer users or a lower rate; figures of refused requests are left out.
endpoint-advice-overrun = The server does not keep up with this rate: what was not sent counts as failed.
endpoint-headline-users = { $model } at this endpoint writes { $speed } tokens a second to each of { $users } at once
endpoint-headline-rate = { $model } at this endpoint writes { $speed } tokens a second to each, with { $rate } requests a second
