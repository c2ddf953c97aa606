//! Which fault an error of the libraries for HTTP and TLS is, when no connection came about.

use std::io::ErrorKind;

use rustls::{AlertDescription as Alert, CertificateError};

use super::fault::{CertificateFault, ConnectionFault, TlsFault};
use super::trouble::{Trouble, beginning};

/// Why a request did not get through.
pub(super) fn unsent(error: &ureq::Error) -> Trouble {
    let reason = beginning(&error.to_string());
    let unreachable = |fault| Trouble::Unreachable {
        fault,
        reason: reason.clone(),
    };
    match error {
        ureq::Error::Rustls(error) => unsecured(error),
        ureq::Error::Tls(_) | ureq::Error::Pem(_) | ureq::Error::TlsRequired => Trouble::Insecure {
            fault: TlsFault::Other,
            reason,
        },
        ureq::Error::Io(error) => {
            let inner = error.get_ref();
            // Hands are shaken while the request is written, which looks like a fault of writing.
            let of_tls = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>());
            let of_itself = inner.and_then(|inner| inner.downcast_ref::<ureq::Error>());
            match (of_tls, of_itself) {
                (Some(inner), _) => unsecured(inner),
                (_, Some(inner)) => unsent(inner),
                _ => unconnected(error).map_or(Trouble::CutOff, unreachable),
            }
        }
        ureq::Error::HostNotFound => unreachable(ConnectionFault::UnknownName),
        ureq::Error::Timeout(_) => unreachable(ConnectionFault::TimedOut),
        ureq::Error::ConnectProxyFailed(_) | ureq::Error::InvalidProxyUrl => {
            unreachable(ConnectionFault::Proxy)
        }
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => Trouble::Malformed { began: reason },
        _ => unreachable(ConnectionFault::Other),
    }
}

/// What an error of the system says about reaching a server; none where it was reached, and
/// ended the connection.
fn unconnected(error: &std::io::Error) -> Option<ConnectionFault> {
    Some(match error.kind() {
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe => return None,
        ErrorKind::ConnectionRefused => ConnectionFault::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => ConnectionFault::TimedOut,
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            ConnectionFault::NoWay
        }
        ErrorKind::PermissionDenied => ConnectionFault::Forbidden,
        _ if is_of_names(error) => ConnectionFault::UnknownName,
        _ => ConnectionFault::Other,
    })
}

/// Whether it was the name that led to no address, for which the standard library has no kind.
fn is_of_names(error: &std::io::Error) -> bool {
    // What Windows says of a host that is not found, for now or for good.
    const OF_WINDOWS: std::ops::RangeInclusive<i32> = 11_001..=11_004;
    match error.raw_os_error() {
        Some(number) => cfg!(windows) && OF_WINDOWS.contains(&number),
        // What the standard library puts in front of what resolvers of other systems say.
        None => error.to_string().starts_with("failed to lookup address"),
    }
}

/// Why hands were not shaken.
fn unsecured(error: &rustls::Error) -> Trouble {
    let fault = match error {
        rustls::Error::InvalidCertificate(why) => {
            return Trouble::Certificate {
                fault: certificate_fault(why),
                reason: beginning(&why.to_string()),
            };
        }
        rustls::Error::InvalidMessage(_) => TlsFault::NotTls,
        rustls::Error::PeerIncompatible(_)
        | rustls::Error::NoApplicationProtocol
        | rustls::Error::AlertReceived(
            Alert::HandshakeFailure
            | Alert::ProtocolVersion
            | Alert::InsufficientSecurity
            | Alert::NoApplicationProtocol,
        ) => TlsFault::NothingInCommon,
        rustls::Error::AlertReceived(
            Alert::CertificateRequired | Alert::NoCertificate | Alert::BadCertificate,
        ) => TlsFault::WantsCertificate,
        rustls::Error::AlertReceived(Alert::UnrecognisedName) => TlsFault::UnknownName,
        _ => TlsFault::Other,
    };
    Trouble::Insecure {
        fault,
        reason: beginning(&error.to_string()),
    }
}

fn certificate_fault(why: &CertificateError) -> CertificateFault {
    use CertificateError as Why;
    match why {
        Why::UnknownIssuer => CertificateFault::UnknownIssuer,
        Why::Expired | Why::ExpiredContext { .. } => CertificateFault::Expired,
        Why::NotValidYet | Why::NotValidYetContext { .. } => CertificateFault::NotValidYet,
        Why::NotValidForName | Why::NotValidForNameContext { .. } => CertificateFault::OtherName,
        Why::Revoked => CertificateFault::Revoked,
        _ => CertificateFault::Other,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use std::io;
    use std::net::ToSocketAddrs;

    use super::*;

    /// Trouble and fault, as in `unreachable refused`.
    fn told(error: ureq::Error) -> String {
        match unsent(&error) {
            Trouble::Unreachable { fault, .. } => format!("unreachable {}", fault.key()),
            Trouble::Insecure { fault, .. } => format!("insecure {}", fault.key()),
            Trouble::Certificate { fault, .. } => format!("certificate {}", fault.key()),
            other => other.key().to_owned(),
        }
    }

    #[test]
    fn errors_of_the_system_are_told_apart() {
        let cases = [
            (ErrorKind::ConnectionRefused, "unreachable refused"),
            (ErrorKind::TimedOut, "unreachable timed-out"),
            (ErrorKind::HostUnreachable, "unreachable no-way"),
            (ErrorKind::NetworkUnreachable, "unreachable no-way"),
            (ErrorKind::PermissionDenied, "unreachable forbidden"),
            (ErrorKind::AddrNotAvailable, "unreachable other"),
            (ErrorKind::ConnectionReset, "cut-off"),
            (ErrorKind::ConnectionAborted, "cut-off"),
            (ErrorKind::UnexpectedEof, "cut-off"),
        ];
        for (kind, expected) in cases {
            assert_eq!(told(ureq::Error::Io(kind.into())), expected, "{kind}");
        }
        // No resolver has to be asked to know that a name with an empty part is none.
        let unknown = "no..name:80".to_socket_addrs().unwrap_err();
        assert_eq!(told(ureq::Error::Io(unknown)), "unreachable unknown-name");
    }

    #[test]
    fn errors_of_libraries_are_told_apart() {
        use rustls::{Error, InvalidMessage, PeerIncompatible};
        let of_time = ureq::Error::Timeout(ureq::Timeout::Connect);
        assert_eq!(told(of_time), "unreachable timed-out");
        assert_eq!(told(ureq::Error::HostNotFound), "unreachable unknown-name");
        let of_proxy = ureq::Error::ConnectProxyFailed("407".to_owned());
        assert_eq!(told(of_proxy), "unreachable proxy");
        assert_eq!(told(ureq::Error::ConnectionFailed), "unreachable other");
        assert_eq!(told(ureq::Error::TlsRequired), "insecure other");
        let cases = [
            (
                Error::InvalidMessage(InvalidMessage::InvalidContentType),
                "insecure not-tls",
            ),
            (
                Error::PeerIncompatible(PeerIncompatible::NoCipherSuitesInCommon),
                "insecure nothing-in-common",
            ),
            (
                Error::AlertReceived(Alert::HandshakeFailure),
                "insecure nothing-in-common",
            ),
            (
                Error::AlertReceived(Alert::CertificateRequired),
                "insecure wants-certificate",
            ),
            (
                Error::AlertReceived(Alert::UnrecognisedName),
                "insecure unknown-name",
            ),
            (Error::AlertReceived(Alert::InternalError), "insecure other"),
            (
                Error::InvalidCertificate(CertificateError::Revoked),
                "certificate revoked",
            ),
            (
                Error::InvalidCertificate(CertificateError::BadSignature),
                "certificate other",
            ),
        ];
        for (error, expected) in cases {
            // As it comes from writing, and as it comes by itself.
            let written = io::Error::new(ErrorKind::InvalidData, error.clone());
            assert_eq!(told(ureq::Error::Io(written)), expected);
            assert_eq!(told(ureq::Error::Rustls(error)), expected);
        }
    }
}
