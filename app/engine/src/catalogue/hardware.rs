//! Accelerators and machines, and what renting them costs.

use weighbridge_units::PartialDate;

use super::{HardwareId, Provenance, ProviderId, RentId};

/// An accelerator, or a machine that is sold with its accelerators.
#[derive(Debug, Clone, PartialEq)]
pub struct Hardware {
    /// Its id.
    pub id: HardwareId,
    /// Its name as people write it.
    pub name: String,
    /// Who makes it.
    pub vendor: String,
    /// What kind of thing it is.
    pub class: HardwareClass,
    /// Other spellings by which it is found.
    pub aliases: Vec<String>,
    /// Accelerators in the unit as sold.
    pub gpus: u32,
    /// For a machine: what accelerators are inside.
    pub accelerator: Option<HardwareId>,
    /// Memory of one accelerator, in 10⁹ bytes; of unified memory, all of it.
    pub memory_gb: f64,
    /// Share of the memory that a model can have.
    pub usable_memory_share: f64,
    /// The kind of memory.
    pub memory_type: Option<String>,
    /// Memory bandwidth of one accelerator, in 10⁹ bytes a second.
    pub bandwidth_gb_s: f64,
    /// Dense BF16 rate of one accelerator, in 10¹² operations a second.
    pub bf16_tflops: Option<f64>,
    /// Dense FP8 rate of one accelerator, in 10¹² operations a second.
    pub fp8_tflops: Option<f64>,
    /// Dense FP4 rate of one accelerator, in 10¹² operations a second.
    pub fp4_tflops: Option<f64>,
    /// Dense INT8 rate of one accelerator, in 10¹² operations a second.
    pub int8_tops: Option<f64>,
    /// BF16 rate that a large matrix product was measured to reach.
    pub measured_bf16_tflops: Option<f64>,
    /// How its accelerators are joined.
    pub link: Option<String>,
    /// Rated power of the whole unit in watts.
    pub tdp_w: Option<f64>,
    /// Power at the wall for one accelerator with its share of host, network and cooling, in kilowatts.
    pub all_in_kw_per_gpu: Option<f64>,
    /// Price of the whole unit.
    pub price: Option<HardwarePrice>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// What kind of thing a piece of hardware is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HardwareClass {
    /// An accelerator for servers.
    Datacentre,
    /// A card for workstations.
    Workstation,
    /// A card for personal computers.
    Consumer,
    /// A machine of Apple with unified memory.
    Apple,
    /// A box sold whole.
    System,
}

impl HardwareClass {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            HardwareClass::Datacentre => "datacentre",
            HardwareClass::Workstation => "workstation",
            HardwareClass::Consumer => "consumer",
            HardwareClass::Apple => "apple",
            HardwareClass::System => "system",
        }
    }
}

/// The price of a unit in USD.
#[derive(Debug, Clone, PartialEq)]
pub struct HardwarePrice {
    /// Low.
    pub low_usd: f64,
    /// Most likely.
    pub base_usd: f64,
    /// High.
    pub high_usd: f64,
    /// What kind of price it is.
    pub kind: Option<String>,
}

impl Hardware {
    /// Bytes of one accelerator's memory that a model can have.
    pub const fn usable_memory_bytes(&self) -> f64 {
        self.memory_gb * 1e9 * self.usable_memory_share
    }

    /// Memory bandwidth of one accelerator in bytes a second.
    pub const fn bandwidth_bytes_per_second(&self) -> f64 {
        self.bandwidth_gb_s * 1e9
    }
}

/// The price of an hour of one accelerator.
#[derive(Debug, Clone, PartialEq)]
pub struct Rent {
    /// Its id.
    pub id: RentId,
    /// Who asks it.
    pub provider: ProviderId,
    /// What is rented.
    pub hardware: HardwareId,
    /// Under which commitment.
    pub term: Term,
    /// The provider's name of the machine.
    pub instance: Option<String>,
    /// Accelerators in the smallest machine that can be rented at this price.
    pub gpus_per_instance: u32,
    /// Where it stands, in the provider's spelling.
    pub region: Option<String>,
    /// USD for an hour of one accelerator.
    pub usd_per_gpu_hour: f64,
    /// Low and high of a market's range, in USD for an hour of one accelerator.
    pub range_usd_per_gpu_hour: Option<(f64, f64)>,
    /// The first day on which it holds; absent where only the day it was read is known.
    pub effective_from: Option<PartialDate>,
    /// The first day on which it no longer holds.
    pub effective_until: Option<PartialDate>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// The commitment under which an accelerator is rented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// By the hour, with no commitment.
    OnDemand,
    /// By the hour, and taken back when somebody pays more.
    Spot,
    /// For so many months.
    Reserved {
        /// Length of the commitment.
        months: u32,
    },
    /// For some days, booked ahead.
    CapacityBlock,
    /// By the second of use.
    Serverless,
}

impl Term {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Term::OnDemand => "on-demand",
            Term::Spot => "spot",
            Term::Reserved { .. } => "reserved",
            Term::CapacityBlock => "capacity-block",
            Term::Serverless => "serverless",
        }
    }
}

impl Rent {
    /// The date from which the price is known to hold.
    pub fn start(&self) -> PartialDate {
        self.effective_from.unwrap_or(self.provenance.record.as_of)
    }

    /// Whether the price holds at `date`, as far as this record alone says.
    pub fn may_hold_at(&self, date: PartialDate) -> bool {
        super::price::holds(self.start(), self.effective_until, date)
    }
}
