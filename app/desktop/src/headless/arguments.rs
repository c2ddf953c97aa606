//! The command line: what can be asked of the program without a window.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::SamplingMethod;
use weighbridge_engine::uncertainty::Settings;
use weighbridge_text::Locale;

use super::case::CaseArguments;
use super::estimation::EstimateArguments;
use super::import::ImportArguments;
use super::latency::LatencyArguments;
use super::probe::ProbeArguments;

/// Weigh open-weight and proprietary language models before you decide.
///
/// Without a command the window opens; `weighbridge FILE` opens it with a case.
#[derive(Debug, Parser)]
#[command(name = "weighbridge", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// What is asked.
    #[command(subcommand)]
    pub command: Command,
    /// Language of sentences and numbers: en, pt-BR, pt-PT or es; otherwise that of the system
    #[arg(long, global = true, value_name = "LOCALE")]
    pub locale: Option<Locale>,
    /// A folder of presets of your own, which add to the built-in ones or override them
    #[arg(long, global = true, value_name = "DIR")]
    pub presets: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compute every option of a case
    Evaluate {
        /// The case and what is changed in it.
        #[command(flatten)]
        case: CaseArguments,
        /// How the ranges are drawn from.
        #[command(flatten)]
        draws: DrawArguments,
        /// Print JSON with stable keys instead of tables
        #[arg(long)]
        json: bool,
    },
    /// Show what moves the difference between two options, and what would turn it round
    Sensitivity {
        /// The case and what is changed in it.
        #[command(flatten)]
        case: CaseArguments,
        /// The ids of the two options
        #[arg(long, required = true, num_args = 2, value_names = ["OPTION", "OTHER"])]
        between: Vec<String>,
        /// Show which option is best over two inputs, each named by its path
        #[arg(long, num_args = 2, value_names = ["ACROSS", "DOWN"])]
        map: Vec<String>,
        /// Share the spread of the difference in cost out among what is drawn (Sobol' indices)
        #[arg(long)]
        indices: bool,
        /// How the ranges are drawn from.
        #[command(flatten)]
        draws: DrawArguments,
        /// Print JSON with stable keys instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Estimate how fast a model runs on hardware
    Estimate {
        /// What is asked.
        #[command(flatten)]
        estimate: Box<EstimateArguments>,
    },
    /// Time a model token by token, on this machine or behind an endpoint
    Latency {
        /// What is asked.
        #[command(flatten)]
        latency: Box<LatencyArguments>,
    },
    /// Read measurements of other tools
    Import {
        /// What is read.
        #[command(flatten)]
        import: Box<ImportArguments>,
    },
    /// Say what this computer is, how that is known, and how fast it is
    Probe {
        /// What is asked.
        #[command(flatten)]
        probe: ProbeArguments,
    },
    /// Check scenario and preset files
    Check {
        /// The files to check, or - for standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Show how a figure came about
    Explain {
        /// The case and what is changed in it.
        #[command(flatten)]
        case: CaseArguments,
        /// The figure as OPTION.NAME, such as hosted.npv_usd or hosted.lines.people
        #[arg(value_name = "RESULT")]
        result: String,
        /// Print all steps as JSON instead of a tree
        #[arg(long)]
        json: bool,
        /// How many levels of the tree are shown
        #[arg(long, default_value_t = 4, value_name = "LEVELS")]
        depth: usize,
        /// Show the whole tree
        #[arg(long, conflicts_with_all = ["depth", "json"])]
        all: bool,
    },
    /// Write the report of a case as PDF
    Report {
        /// The case and what is changed in it.
        #[command(flatten)]
        case: CaseArguments,
        /// The file to write
        #[arg(short, long, value_name = "OUT.pdf")]
        output: PathBuf,
        /// The date printed on the report, as YYYY-MM-DD; otherwise the date of the case
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
    },
    /// Write one chart of a case as SVG, PDF or PNG
    Chart {
        /// The case and what is changed in it.
        #[command(flatten)]
        case: CaseArguments,
        /// Which chart
        #[arg(value_name = "NAME")]
        name: ChartName,
        /// The self-hosted option that the chart is of, where it is of one; the first without it
        #[arg(long, value_name = "ID")]
        option: Option<String>,
        /// The file to write; its ending says which format
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The colours
        #[arg(long, default_value = "paper")]
        theme: ChartTheme,
        /// The size
        #[arg(long, default_value = "slide")]
        size: ChartSize,
    },
    /// List the built-in sample cases, or print one
    Sample {
        /// The sample to print
        #[arg(value_name = "NAME")]
        name: Option<String>,
    },
}

/// How the ranges of a case are drawn from.
#[derive(Debug, Clone, Copy, Args)]
pub struct DrawArguments {
    /// Draw so often from the ranges of the case
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub draws: Option<u32>,
    /// The seed of the draws instead of that of the case; the same seed gives the same draws
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// The way draws are placed instead of that of the case
    #[arg(long, value_name = "METHOD")]
    pub method: Option<Method>,
    /// Threads that compute; the result does not depend on them
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,
}

impl DrawArguments {
    /// The settings of a case, as far as nothing else is asked for.
    pub fn settings(self, scenario: &Scenario) -> Settings {
        let threads = self
            .threads
            .or_else(|| std::thread::available_parallelism().ok());
        let of_case = Settings::of(scenario, threads.unwrap_or(NonZero::<usize>::MIN));
        Settings {
            draws: self.draws.unwrap_or(of_case.draws),
            seed: self.seed.unwrap_or(of_case.seed),
            method: self.method.map_or(of_case.method, Into::into),
            ..of_case
        }
    }
}

/// The ways of placing draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// One draw in each of equally likely stretches of every input
    LatinHypercube,
    /// A scrambled Sobol' sequence
    Sobol,
}

impl From<Method> for SamplingMethod {
    fn from(method: Method) -> SamplingMethod {
        match method {
            Method::LatinHypercube => SamplingMethod::LatinHypercube,
            Method::Sobol => SamplingMethod::Sobol,
        }
    }
}

/// The charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum ChartName {
    /// Cost of each option from the start to the end of each month
    CumulativeCost,
    /// Cost of each option by line
    CostBreakdown,
    /// Cost of each option over the volume, with the stretches in which each is cheapest
    BreakEven,
    /// Cost of each option against its score
    CostAgainstCapability,
    /// The lead of the option to choose in fifty futures
    Futures,
    /// What moves that lead, each input alone at both ends of its range
    DifferenceTornado,
    /// That lead as one input at a time moves away from its value
    Spider,
    /// What each option falls short of the best choice on average
    Regret,
    /// How likely cost is to exceed an amount
    Exceedance,
    /// The chance of each option to cost least over the volume
    ChanceCheapest,
    /// What each option loses against the cheapest on average over the volume
    LossOverVolume,
    /// The best option over the two inputs that matter most
    BreakEvenMap,
    /// How often each option comes first, second and so on over all weightings
    RankShares,
    /// What one would have to care about to choose each option
    CentralWeights,
    /// Tokens a second of a self-hosted option in all, against those of each user
    ThroughputLatency,
    /// How long people wait for a self-hosted option in the busiest hour
    LatencyPercentiles,
    /// What fills the memory of a self-hosted option
    MemoryFit,
    /// Where a self-hosted option stands under the roofs of its machine
    Roofline,
    /// Replicas of a self-hosted option over the busiest day
    ReplicasOverDay,
}

impl ChartName {
    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            ChartName::CumulativeCost => "cumulative-cost",
            ChartName::CostBreakdown => "cost-breakdown",
            ChartName::BreakEven => "break-even",
            ChartName::CostAgainstCapability => "cost-against-capability",
            ChartName::Futures => "futures",
            ChartName::DifferenceTornado => "difference-tornado",
            ChartName::Spider => "spider",
            ChartName::Regret => "regret",
            ChartName::Exceedance => "exceedance",
            ChartName::ChanceCheapest => "chance-cheapest",
            ChartName::LossOverVolume => "loss-over-volume",
            ChartName::BreakEvenMap => "break-even-map",
            ChartName::RankShares => "rank-shares",
            ChartName::CentralWeights => "central-weights",
            ChartName::ThroughputLatency => "throughput-latency",
            ChartName::LatencyPercentiles => "latency-percentiles",
            ChartName::MemoryFit => "memory-fit",
            ChartName::Roofline => "roofline",
            ChartName::ReplicasOverDay => "replicas-over-day",
        }
    }

    /// Whether it rests on draws.
    pub const fn needs_odds(self) -> bool {
        matches!(
            self,
            ChartName::CumulativeCost
                | ChartName::Futures
                | ChartName::Regret
                | ChartName::Exceedance
                | ChartName::RankShares
                | ChartName::CentralWeights
        )
    }
}

/// The colours of a chart's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartTheme {
    /// White, for print
    Paper,
    /// As in the light window
    Light,
    /// As in the dark window
    Dark,
}

/// The size of a chart's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartSize {
    /// A 16:9 slide
    Slide,
    /// Half of a 16:9 slide
    HalfSlide,
    /// The text width of an A4 page
    A4,
}
