//! Where a model can run.

/// The kinds of place a model can run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Deployment {
    /// A closed model behind its vendor's interface.
    ProprietaryApi,
    /// Open weights behind somebody's interface.
    HostedOpenModel,
    /// Open weights on accelerators rented by the hour.
    RentedGpu,
    /// Open weights on servers of the client's own.
    OnPremises,
    /// Open weights on the devices of users.
    OnDevice,
    /// A small model first, a large one when needed; or samples and a verifier.
    Cascade,
}

impl Deployment {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Deployment; 6] = [
        Deployment::ProprietaryApi,
        Deployment::HostedOpenModel,
        Deployment::RentedGpu,
        Deployment::OnPremises,
        Deployment::OnDevice,
        Deployment::Cascade,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Deployment::ProprietaryApi => "proprietary-api",
            Deployment::HostedOpenModel => "hosted-open-model",
            Deployment::RentedGpu => "rented-gpu",
            Deployment::OnPremises => "on-premises",
            Deployment::OnDevice => "on-device",
            Deployment::Cascade => "cascade",
        }
    }
}
