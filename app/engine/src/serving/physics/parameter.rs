//! What measurements tell about an engine on a machine.

/// Number of [`Parameter`]s that the physics has.
pub const PARAMETERS: usize = Parameter::ALL.len();

/// What measurements tell about an engine on a machine. All are logarithms, so that effects add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// Share of the memory bandwidth that is reached.
    Bandwidth,
    /// Share of the arithmetic rate that is reached.
    Arithmetic,
    /// Operations that attention takes over those it must.
    Attention,
    /// Operations outside the units for matrices that unpacking a weight takes.
    Unpack,
    /// Microseconds spent on a layer besides.
    Layer,
    /// Microseconds spent on a step besides.
    Step,
    /// Microseconds spent on a sequence in a step besides.
    Sequence,
    /// Microseconds that an exchange between two accelerators takes at least.
    Exchange,
    /// Share of the link's bandwidth that is reached.
    Link,
    /// Sequences that an engine serves at once at most.
    LargestBatch,
    /// Share of other users' prompts that a token waits for.
    Interruption,
    /// Share of other users' prompts that a first token waits for.
    Queue,
    /// Milliseconds that a server takes to answer at all.
    Server,
    /// Milliseconds a user that it takes longer.
    ServerPerUser,
}

impl Parameter {
    /// Every parameter.
    pub const ALL: [Parameter; 14] = [
        Parameter::Bandwidth,
        Parameter::Arithmetic,
        Parameter::Attention,
        Parameter::Unpack,
        Parameter::Layer,
        Parameter::Step,
        Parameter::Sequence,
        Parameter::Exchange,
        Parameter::Link,
        Parameter::LargestBatch,
        Parameter::Interruption,
        Parameter::Queue,
        Parameter::Server,
        Parameter::ServerPerUser,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Parameter::Bandwidth => "bandwidth",
            Parameter::Arithmetic => "arithmetic",
            Parameter::Attention => "attention",
            Parameter::Unpack => "unpack",
            Parameter::Layer => "layer",
            Parameter::Step => "step",
            Parameter::Sequence => "sequence",
            Parameter::Exchange => "exchange",
            Parameter::Link => "link",
            Parameter::LargestBatch => "largest-batch",
            Parameter::Interruption => "interruption",
            Parameter::Queue => "queue",
            Parameter::Server => "server",
            Parameter::ServerPerUser => "server-per-user",
        }
    }

    /// The value where nothing is known: what the field would guess.
    pub fn prior(self) -> f64 {
        libm::log(match self {
            Parameter::Bandwidth => 0.74,
            Parameter::Arithmetic => 0.45,
            Parameter::Attention => 2.0,
            Parameter::Unpack => 3.0,
            Parameter::Layer => 8.0,
            Parameter::Step => 200.0,
            Parameter::Sequence => 5.0,
            Parameter::Exchange => 8.0,
            Parameter::Link => 0.5,
            Parameter::LargestBatch => 400.0,
            Parameter::Interruption => 1.0,
            Parameter::Queue => 0.3,
            Parameter::Server => 20.0,
            Parameter::ServerPerUser => 1.0,
        })
    }
}

/// The parameters of one case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Efficiencies([f64; PARAMETERS]);

impl Efficiencies {
    /// From logarithms, in the order of [`Parameter::ALL`].
    pub fn of_logarithms(logarithms: &[f64; PARAMETERS]) -> Efficiencies {
        Efficiencies(logarithms.map(libm::exp))
    }

    /// The value of a parameter, no logarithm.
    pub fn get(&self, parameter: Parameter) -> f64 {
        self.0[parameter as usize]
    }
}
