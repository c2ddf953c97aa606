//! What can be asked of `latency`.

use std::num::NonZero;
use std::path::PathBuf;

use clap::Args;
use weighbridge_latency::Arrivals;

/// What is asked of `latency`.
#[derive(Debug, Args)]
pub struct LatencyArguments {
    /// Where the model runs: cpu, gpu (the best that there is) or gpu:N
    #[arg(long, value_name = "DEVICE", default_value = "cpu", value_parser = device)]
    pub device: DeviceName,
    /// The shape of a made-up model: 15M, 110M, 1B, 3B or 8B
    #[arg(long, value_name = "SHAPE", default_value = "110M")]
    pub shape: String,
    /// How the numbers of a made-up model are stored, such as F16, Q8_0, Q4_0 or Q4_K
    #[arg(long, value_name = "FORMAT", default_value = "Q8_0")]
    pub format: String,
    /// A model of your own, as a GGUF file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["shape", "format"])]
    pub gguf: Option<PathBuf>,
    /// Threads; otherwise one for each physical core
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,
    /// Tokens of the prompt; several lengths are separated by commas
    #[arg(long, value_name = "N", default_value = "128", value_delimiter = ',')]
    pub prompt_tokens: Vec<u32>,
    /// Tokens of an answer
    #[arg(long, value_name = "N", default_value_t = 64)]
    pub output_tokens: u32,
    /// Users at once, each asking again as soon as answered; several numbers are separated by commas
    #[arg(long, value_name = "N", default_value = "1", value_delimiter = ',')]
    pub concurrency: Vec<u32>,
    /// Repetitions that count, of every user
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub repeats: u32,
    /// Repetitions before them that do not
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub warm_up: u32,
    /// Seconds after which the run ends with what it has
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    pub time_limit: u64,
    /// A prompt of your own
    #[arg(long, value_name = "TEXT", conflicts_with = "prompt_ids")]
    pub prompt: Option<String>,
    /// A prompt of your own as ids of tokens
    #[arg(
        long,
        value_name = "IDS",
        value_delimiter = ',',
        conflicts_with = "endpoint"
    )]
    pub prompt_ids: Option<Vec<u32>>,
    /// Where the logits after the prompt go, as 32-bit numbers, lowest byte first
    #[arg(long, value_name = "FILE", conflicts_with = "endpoint")]
    pub dump_logits: Option<PathBuf>,
    /// Run though the machine is busy; the figures say so
    #[arg(long)]
    pub though_busy: bool,
    /// The address of an endpoint that speaks as OpenAI's interface does
    #[arg(
        long,
        value_name = "URL",
        requires = "model",
        conflicts_with_all = ["device", "shape", "format", "gguf", "threads"]
    )]
    pub endpoint: Option<String>,
    /// The model's name at the endpoint
    #[arg(long, value_name = "NAME", requires = "endpoint")]
    pub model: Option<String>,
    /// So many requests a second at random instead of users at once
    #[arg(
        long,
        value_name = "R",
        requires = "endpoint",
        conflicts_with = "concurrency"
    )]
    pub rate: Option<f64>,
    /// Requests that arrive at that rate
    #[arg(long, value_name = "N", requires = "rate", default_value_t = 50)]
    pub requests: u32,
    /// What their times of arrival are drawn from
    #[arg(long, value_name = "S", requires = "rate", default_value_t = 1)]
    pub seed: u64,
    /// Go on with a text (completions) instead of a conversation
    #[arg(long, requires = "endpoint")]
    pub text: bool,
    /// Have the server write on when the model wants to end, where it knows how
    #[arg(long, requires = "endpoint")]
    pub ignore_end: bool,
    /// The environment variable that holds the key
    #[arg(long, value_name = "NAME", requires = "endpoint")]
    pub key_from: Option<String>,
    /// Price of a million prompt tokens in US dollars
    #[arg(long, value_name = "USD", requires_all = ["endpoint", "output_usd_per_mtok"])]
    pub input_usd_per_mtok: Option<f64>,
    /// Price of a million output tokens in US dollars
    #[arg(long, value_name = "USD", requires_all = ["endpoint", "input_usd_per_mtok"])]
    pub output_usd_per_mtok: Option<f64>,
    /// What the run may cost at most, at these prices
    #[arg(long, value_name = "USD", requires = "input_usd_per_mtok")]
    pub max_cost_usd: Option<f64>,
    /// Send requests to another machine, whatever they cost
    #[arg(long, requires = "endpoint")]
    pub yes: bool,
    /// Seconds that a server may take to the first token
    #[arg(
        long,
        value_name = "SECONDS",
        requires = "endpoint",
        default_value_t = 60
    )]
    pub first_token_seconds: u64,
    /// Seconds that a server may take from a token to the next
    #[arg(
        long,
        value_name = "SECONDS",
        requires = "endpoint",
        default_value_t = 20
    )]
    pub next_token_seconds: u64,
    /// Milliseconds to the first token that nineteen in twenty must stay under, for the operating point
    #[arg(long, value_name = "MS")]
    pub target_first_token_ms: Option<f64>,
    /// Tokens a second that a user must see, for the operating point
    #[arg(long, value_name = "TOKENS")]
    pub target_tokens_per_second: Option<f64>,
    /// The case to which the run is added
    #[arg(long, value_name = "CASE", requires = "output")]
    pub into: Option<PathBuf>,
    /// The file to write the case to
    #[arg(short, long, value_name = "OUT", requires = "into")]
    pub output: Option<PathBuf>,
    /// The option of the case that buys at the endpoint
    #[arg(long, value_name = "ID", requires_all = ["into", "endpoint"])]
    pub option: Option<String>,
    /// Print JSON with stable keys instead of a table
    #[arg(long)]
    pub json: bool,
}

/// Where a model runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceName {
    /// On the processor.
    Processor,
    /// On a GPU: one by its number in what `probe` lists, otherwise the best that there is.
    Gpu(Option<usize>),
}

fn device(word: &str) -> Result<DeviceName, String> {
    match word.split_once(':') {
        None if word == "cpu" => Ok(DeviceName::Processor),
        None if word == "gpu" => Ok(DeviceName::Gpu(None)),
        Some(("gpu", number)) => number
            .parse()
            .map(|number| DeviceName::Gpu(Some(number)))
            .map_err(|error| error.to_string()),
        _ => Err("cpu, gpu or gpu:N".to_owned()),
    }
}

impl LatencyArguments {
    pub(super) fn arrivals(&self) -> Option<Arrivals> {
        self.rate.map(|per_second| Arrivals {
            per_second,
            requests: self.requests,
            seed: self.seed,
        })
    }
}
