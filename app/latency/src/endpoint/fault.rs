//! What keeps a connection from coming about, by types and not by a library's words.

use serde::{Deserialize, Serialize};

/// Why nobody was reached at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConnectionFault {
    /// The computer is there and lets nobody in at that port.
    Refused,
    /// No computer of that name is known.
    UnknownName,
    /// No connection came about in time.
    TimedOut,
    /// The network leads nowhere near it.
    NoWay,
    /// This system does not let programs connect to it.
    Forbidden,
    /// The proxy that this system names gave no connection.
    Proxy,
    /// Something else.
    Other,
}

impl ConnectionFault {
    /// All faults.
    pub const ALL: [ConnectionFault; 7] = [
        ConnectionFault::Refused,
        ConnectionFault::UnknownName,
        ConnectionFault::TimedOut,
        ConnectionFault::NoWay,
        ConnectionFault::Forbidden,
        ConnectionFault::Proxy,
        ConnectionFault::Other,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            ConnectionFault::Refused => "refused",
            ConnectionFault::UnknownName => "unknown-name",
            ConnectionFault::TimedOut => "timed-out",
            ConnectionFault::NoWay => "no-way",
            ConnectionFault::Forbidden => "forbidden",
            ConnectionFault::Proxy => "proxy",
            ConnectionFault::Other => "other",
        }
    }
}

/// Why a connection could not be made secure, certificates apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TlsFault {
    /// What answers does not speak TLS.
    NotTls,
    /// Client and server know no protocol and no cipher in common.
    NothingInCommon,
    /// The server wants a certificate of the client.
    WantsCertificate,
    /// The server does not know the name in the address.
    UnknownName,
    /// Something else.
    Other,
}

impl TlsFault {
    /// All faults.
    pub const ALL: [TlsFault; 5] = [
        TlsFault::NotTls,
        TlsFault::NothingInCommon,
        TlsFault::WantsCertificate,
        TlsFault::UnknownName,
        TlsFault::Other,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            TlsFault::NotTls => "not-tls",
            TlsFault::NothingInCommon => "nothing-in-common",
            TlsFault::WantsCertificate => "wants-certificate",
            TlsFault::UnknownName => "unknown-name",
            TlsFault::Other => "other",
        }
    }
}

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateFault {
    /// Nobody whom this system trusts has issued it.
    UnknownIssuer,
    /// Its time is over.
    Expired,
    /// Its time has not come.
    NotValidYet,
    /// It is for another host.
    OtherName,
    /// Its issuer took it back.
    Revoked,
    /// Something else.
    Other,
}

impl CertificateFault {
    /// All faults.
    pub const ALL: [CertificateFault; 6] = [
        CertificateFault::UnknownIssuer,
        CertificateFault::Expired,
        CertificateFault::NotValidYet,
        CertificateFault::OtherName,
        CertificateFault::Revoked,
        CertificateFault::Other,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            CertificateFault::UnknownIssuer => "unknown-issuer",
            CertificateFault::Expired => "expired",
            CertificateFault::NotValidYet => "not-valid-yet",
            CertificateFault::OtherName => "other-name",
            CertificateFault::Revoked => "revoked",
            CertificateFault::Other => "other",
        }
    }
}
