//! Times a model token by token: on this processor, on a GPU, or behind an endpoint.
//!
//! A [`Plan`] says what is asked; a [`Run`] is what came of it, every token's time included; a
//! [`Summary`] is what the times come to, under [definitions](Definition) that are stated.
//! Where it ran changes nothing about either, so that figures stand side by side.
//!
//! [`local`] runs a plan over any runtime, [`endpoint`] over the network, and a [`Guard`] tells
//! whether the machine was free meanwhile.

mod clock;
pub mod endpoint;
mod energy;
mod failure;
mod forecast;
pub mod gpu;
mod guard;
pub mod local;
mod operating_point;
mod plan;
mod progress;
mod run;
mod summary;
mod system_meter;

pub use clock::{Clock, SteadyClock};
pub use energy::{EnergyMeter, Powercap};
pub use failure::Failure;
pub use forecast::{Forecast, forecast};
pub use guard::{
    BUSY_SHARE, Busyness, Doubt, Guard, LEAST_OWN_SHARE, MOST_BANDWIDTH_CHANGE, Meter,
    REFUSED_SHARE, TooBusy, Usage,
};
pub use operating_point::{Point, Target, operating_point, sweep};
pub use plan::{Arrivals, BadPlan, Plan};
pub use progress::Progress;
pub use run::{Answer, Counted, Load, Place, Run, ServerTimes, Stopped};
pub use summary::{Definition, Level, Spread, Summary};
pub use system_meter::SystemMeter;
