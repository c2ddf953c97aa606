//! `estimate`: how fast a model runs on hardware, with its range and what it rests on.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value};
use weighbridge_catalogue::measurements::{
    Answered, BuiltInFault, Names, Row, aliases, answer_table, devices, engine_key, estimator,
    models, published,
};
use weighbridge_engine::catalogue::{Catalogue, WeightFormat};
use weighbridge_engine::serving::physics::Parameter;
use weighbridge_engine::serving::{
    Case, Conditions, Device, DeviceClass, Estimate, Estimator, Load, Percentiles, Quantity,
    Server, ServerState, Serving, Shapes, Speculation, nearest,
};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Message;

use super::case::read_file;
use super::failure::Failure;
use super::json::{self, figure, object, text};
use super::output::{Target, answer, printable};
use super::table::Table;

/// The version of the document; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// Measurements that are shown beside an estimate.
const NEAREST: usize = 5;

/// What is asked of `estimate`.
#[derive(Debug, Args)]
pub struct EstimateArguments {
    /// The model, by an id or another name of the catalogue
    #[arg(long, value_name = "MODEL", required_unless_present = "table")]
    pub model: Option<String>,
    /// The hardware, by an id or another name of the catalogue
    #[arg(long, value_name = "HARDWARE", required_unless_present = "table")]
    pub hardware: Option<String>,
    /// Accelerators in all
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
    /// Accelerators across which every layer is split; otherwise as many as the heads can be shared out among
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub tp: Option<u32>,
    /// Groups of these accelerators, of which each holds some of the experts whole, the rest of the
    /// weights for itself, and requests of its own
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub expert_groups: u32,
    /// Number format of the weights, such as bf16, fp8, int4, mxfp4 or q4_k_m
    #[arg(long, value_name = "FORMAT", required_unless_present = "table")]
    pub weights: Option<String>,
    /// Number format of the cache
    #[arg(long, value_name = "FORMAT", default_value = "bf16")]
    pub kv: String,
    /// Tokens of a prompt
    #[arg(long, value_name = "N", required_unless_present = "table")]
    pub isl: Option<f64>,
    /// Tokens of an answer
    #[arg(long, value_name = "N", required_unless_present = "table")]
    pub osl: Option<f64>,
    /// So many requests at once, each followed by the next
    #[arg(long, value_name = "N", conflicts_with_all = ["rate", "saturated"])]
    pub concurrency: Option<f64>,
    /// So many requests a second, arriving at random
    #[arg(long, value_name = "R", conflicts_with = "saturated")]
    pub rate: Option<f64>,
    /// As many requests as fit
    #[arg(long)]
    pub saturated: bool,
    /// The engine, such as vllm, tensorrt-llm, sglang or llama.cpp; otherwise a usual one for the hardware
    #[arg(long, value_name = "ENGINE")]
    pub engine: Option<String>,
    /// Share of prompt tokens that are found in the cache, from 0 to below 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    pub prefix_share: f64,
    /// Tokens that a small model drafts for a step
    #[arg(long, value_name = "N", requires = "acceptance")]
    pub draft_tokens: Option<f64>,
    /// Chance that a drafted token is accepted
    #[arg(long, value_name = "SHARE", requires = "draft_tokens")]
    pub acceptance: Option<f64>,
    /// Time of a draft's step as a share of the model's own
    #[arg(long, value_name = "SHARE", default_value_t = 0.1)]
    pub draft_cost: f64,
    /// Print JSON with stable keys instead of tables
    #[arg(long, conflicts_with = "table")]
    pub json: bool,
    /// Answer every row of a table of questions
    #[arg(long, value_name = "IN.csv", requires = "output", conflicts_with_all = ["model", "hardware"])]
    pub table: Option<PathBuf>,
    /// Where the table with its answers goes
    #[arg(short, long, value_name = "OUT.csv", requires = "table")]
    pub output: Option<PathBuf>,
}

/// Does what the arguments ask.
///
/// # Errors
/// A sentence where a name is not known, the case cannot be, or a file cannot be read or written.
pub(super) fn estimate(
    arguments: &EstimateArguments,
    catalogue: &Catalogue,
    text: Text,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<(), Failure> {
    let names = Names {
        devices: devices().map_err(broken)?,
        models: models().map_err(broken)?,
        aliases: aliases().map_err(broken)?,
        catalogue: Some(catalogue),
    };
    let estimator = estimator().map_err(broken)?;
    if let (Some(table), Some(target)) = (&arguments.table, &arguments.output) {
        return answer_file(table, target, estimator, &names, text, errors);
    }
    let asked = Asked::new(arguments, &names)?;
    let answered = asked.answer(estimator)?;
    let words = if arguments.json {
        json::print(&document(&asked, &answered, estimator))
    } else {
        printable(&print(&asked, &answered, text))
    };
    answer(output, &words)
}

fn answer_file(
    table: &Path,
    target: &Path,
    estimator: &Estimator,
    names: &Names<'_>,
    text: Text,
    errors: &mut dyn Write,
) -> Result<(), Failure> {
    let target = Target::at(target)?;
    let bytes = read_file(table)?;
    let path = || table.display().to_string();
    let Ok(questions) = std::str::from_utf8(&bytes) else {
        let message = Message::new("error-estimate-table-bytes").with("path", path());
        return Err(Failure::Sentence(message));
    };
    let questions = questions.trim_start_matches('\u{feff}');
    let answered: Answered = answer_table(questions, estimator, names).map_err(|fault| {
        Failure::Sentence(
            Message::new("error-estimate-table")
                .with("path", path())
                .with("reason", fault.reason),
        )
    })?;
    target.write(answered.table.as_bytes())?;
    for fault in &answered.unanswered {
        let message = Message::new("estimate-unanswered")
            .with(
                "line",
                weighbridge_units::Arg::Ordinal(i64::try_from(fault.line).unwrap_or(0)),
            )
            .with("reason", fault.reason.clone());
        let words = printable(&format!("{}\n", text.render(&message)));
        // Where nobody hears the sentences the table stands all the same.
        let _ = errors.write_all(words.as_bytes());
    }
    Ok(())
}

/// A question in the engine's terms.
struct Asked {
    model: String,
    device: Device,
    case: Case,
    load: Option<Load>,
    serving: Serving,
}

/// Its answers; the one asked for comes first.
struct Answers {
    estimates: Vec<(Case, Estimate)>,
    server: Option<(Server, ServerState)>,
    nearest: Vec<(&'static Row, f64)>,
}

impl Asked {
    fn new(arguments: &EstimateArguments, names: &Names<'_>) -> Result<Asked, Failure> {
        let (model, known) = model(names, arguments.model.as_deref().unwrap_or_default())?;
        let device = device(names, arguments.hardware.as_deref().unwrap_or_default())?;
        let weight_bits = bits(arguments.weights.as_deref().unwrap_or_default())?;
        let engine = match &arguments.engine {
            Some(engine) => engine_key(engine),
            None => usual_engine(&device).to_owned(),
        };
        let count = f64::from(arguments.count);
        let layers_in_turn = engine == "llama.cpp" || engine == "ollama";
        let tensor_parallel = match arguments.tp {
            Some(ways) => f64::from(ways),
            None if layers_in_turn => 1.0,
            None => widest_split(known.heads, arguments.count),
        };
        let load = match (arguments.concurrency, arguments.rate) {
            (Some(concurrency), _) => Some(Load::Concurrency(concurrency)),
            (_, Some(rate)) => Some(Load::Rate(rate)),
            _ => arguments.saturated.then_some(Load::Saturated),
        };
        let case = Case {
            quantity: Quantity::DecodeAlone,
            year: newest_year(&engine, device.class)?,
            engine,
            engine_version: String::new(),
            model: model.clone(),
            shapes: known,
            device: device.clone(),
            weight_bits,
            cache_bits: bits(&arguments.kv)?,
            accelerators: count,
            tensor_parallel,
            pipeline_parallel: if layers_in_turn && arguments.tp.is_none() {
                count
            } else {
                1.0
            },
            expert_groups: f64::from(arguments.expert_groups),
            input_tokens: arguments.isl.unwrap_or_default(),
            output_tokens: arguments.osl.unwrap_or_default(),
            concurrency: match load {
                Some(Load::Concurrency(concurrency)) => concurrency,
                _ => 1.0,
            },
            conditions: Conditions::default(),
        };
        let drafts = arguments.draft_tokens.zip(arguments.acceptance);
        let serving = Serving {
            prefix_share: arguments.prefix_share,
            length_variation: 0.0,
            speculation: drafts.map(|(draft_tokens, acceptance)| Speculation {
                acceptance,
                draft_tokens,
                draft_cost: arguments.draft_cost,
            }),
        };
        Ok(Asked {
            model,
            device,
            case,
            load,
            serving,
        })
    }

    fn answer(&self, estimator: &Estimator) -> Result<Answers, Failure> {
        let impossible = |reason| Failure::of(&reason);
        let of = |quantity, concurrency: f64| Case {
            quantity,
            concurrency,
            conditions: Conditions {
                // Under load requests arrive one after the other, not all at once.
                steady_arrivals: matches!(
                    quantity,
                    Quantity::InterToken | Quantity::TimeToFirstToken
                ),
                ..Conditions::default()
            },
            ..self.case.clone()
        };
        let server = match self.load {
            None => None,
            Some(load) => {
                let case = of(Quantity::TimeToFirstToken, 1.0);
                let server = Server::new(estimator, &case, self.serving).map_err(impossible)?;
                let state = server.state(load).map_err(impossible)?;
                Some((server, state))
            }
        };
        let at_once = server.as_ref().map_or(1.0, |(_, state)| state.concurrency);
        let mut asked = match self.load {
            None => Vec::new(),
            Some(Load::Saturated) => vec![of(Quantity::Saturated, 0.0)],
            Some(Load::Concurrency(_) | Load::Rate(_)) => vec![
                of(Quantity::InterToken, at_once),
                of(Quantity::TimeToFirstToken, at_once),
            ],
        };
        asked.push(of(Quantity::DecodeAlone, 1.0));
        if self.case.input_tokens != 0.0 {
            asked.push(of(Quantity::Prefill, 1.0));
        }
        let estimates = asked
            .into_iter()
            .map(|case| {
                let estimate = estimator.estimate(&case).map_err(impossible)?;
                Ok((case, estimate))
            })
            .collect::<Result<Vec<_>, Failure>>()?;
        let rows = published().map_err(broken)?;
        let nearest = match estimates.first() {
            Some((case, _)) => nearest(rows.iter().map(|row| &row.case), case, NEAREST)
                .into_iter()
                .map(|(place, distance)| (&rows[place], distance))
                .collect(),
            None => Vec::new(),
        };
        Ok(Answers {
            estimates,
            server,
            nearest,
        })
    }
}

fn document(asked: &Asked, answers: &Answers, estimator: &Estimator) -> Value {
    let case = &asked.case;
    let calibration = estimator.calibration();
    let estimates = answers.estimates.iter().map(|(case, estimate)| {
        Value::Object(object([
            ("quantity", text(Some(case.quantity.key()))),
            ("unit", text(Some(unit(case.quantity)))),
            ("predicted", figure(estimate.value)),
            ("p10", figure(estimate.p10)),
            ("p90", figure(estimate.p90)),
            ("physics", figure(estimate.physics)),
            ("learnt_factor", figure(estimate.learnt)),
            ("own_factor", figure(estimate.own)),
            ("novelty", text(Some(estimate.novelty.key()))),
        ]))
    });
    let (efficiencies, _) = estimator.efficiencies(case);
    let efficiencies: Map<String, Value> = Parameter::ALL
        .into_iter()
        .map(|one| (one.key().to_owned(), figure(efficiencies.get(one))))
        .collect();
    let nearest = answers.nearest.iter().map(|(row, distance)| {
        Value::Object(object([
            ("id", text(Some(&row.id))),
            ("distance", figure(*distance)),
            ("source", text(Some(&row.source))),
            ("date", text(Some(&row.date))),
            ("engine", text(Some(&row.case.engine))),
            ("model", text(Some(&row.case.model))),
            ("hardware", text(Some(&row.case.device.id))),
            ("accelerators", figure(row.case.accelerators)),
            ("weight_bits", figure(row.case.weight_bits)),
            ("isl", figure(row.case.input_tokens)),
            ("osl", figure(row.case.output_tokens)),
            ("concurrency", figure(row.case.concurrency)),
            ("quantity", text(Some(row.case.quantity.key()))),
            ("measured", json::optional(row.value)),
        ]))
    });
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("model", text(Some(&asked.model))),
        ("hardware", text(Some(&asked.device.id))),
        ("class", text(Some(asked.device.class.key()))),
        ("engine", text(Some(&case.engine))),
        ("year", figure(case.year)),
        ("count", figure(case.accelerators)),
        ("tp", figure(case.tensor_parallel)),
        ("pp", figure(case.pipeline_parallel)),
        ("weight_bits", figure(case.weight_bits)),
        ("cache_bits", figure(case.cache_bits)),
        ("isl", figure(case.input_tokens)),
        ("osl", figure(case.output_tokens)),
        ("estimates", estimates.collect()),
        (
            "server",
            answers
                .server
                .as_ref()
                .map_or(Value::Null, |(server, state)| {
                    server_document(server, state)
                }),
        ),
        ("efficiencies", Value::Object(efficiencies)),
        ("nearest", nearest.collect()),
        (
            "calibration",
            Value::Object(object([
                ("made_on", text(Some(calibration.made_on))),
                ("rows", Value::from(calibration.rows)),
                ("data_hash", text(Some(&calibration.data_hash))),
            ])),
        ),
    ]))
}

fn server_document(server: &Server, state: &ServerState) -> Value {
    let percentiles = |one: Percentiles| {
        Value::Object(object([
            ("p50", figure(one.p50)),
            ("p95", figure(one.p95)),
            ("p99", figure(one.p99)),
        ]))
    };
    let ranges = ["time_to_first_token", "inter_token", "tokens_per_second"]
        .into_iter()
        .zip(server.ranges)
        .map(|(name, range)| {
            let factors = object([("p10", figure(range.p10)), ("p90", figure(range.p90))]);
            (name.to_owned(), Value::Object(factors))
        });
    let memory = &state.memory;
    Value::Object(object([
        ("concurrency", figure(state.concurrency)),
        ("places", figure(server.places())),
        ("utilisation", figure(state.utilisation)),
        ("requests_per_second", figure(state.requests_per_second)),
        (
            "most_requests_per_second",
            figure(server.most_requests_per_second()),
        ),
        ("tokens_per_second", figure(state.tokens_per_second)),
        (
            "tokens_per_second_per_user",
            figure(state.tokens_per_second_per_user),
        ),
        ("wait_chance", figure(state.wait_chance)),
        (
            "time_to_first_token_ms",
            percentiles(state.time_to_first_token_ms),
        ),
        ("inter_token_ms", percentiles(state.inter_token_ms)),
        ("end_to_end_ms", percentiles(state.end_to_end_ms)),
        (
            "memory_gb",
            Value::Object(object([
                ("total", figure(memory.total_gb)),
                ("weights", figure(memory.weights_gb)),
                ("cache", figure(memory.cache_gb)),
                ("overhead", figure(memory.overhead_gb)),
                ("free", figure(memory.free_gb)),
            ])),
        ),
        ("range_factors", Value::Object(ranges.collect())),
    ]))
}

fn print(asked: &Asked, answers: &Answers, text: Text) -> String {
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let word = |key: &str| text.get(key).into_owned();
    let case = &asked.case;
    let mut parts = vec![format!(
        "{} · {} × {} · {}\n",
        asked.model,
        number(case.accelerators),
        asked.device.id,
        case.engine
    )];
    let headings = [
        "estimate-figure",
        "estimate-p10",
        "estimate-p90",
        "estimate-physics",
        "estimate-learnt",
        "estimate-novelty",
    ];
    let rows = answers.estimates.iter().map(|(case, estimate)| {
        let cells = vec![
            number(estimate.value),
            number(estimate.p10),
            number(estimate.p90),
            number(estimate.physics),
            format!("× {}", number(estimate.learnt)),
            word(&format!("estimate-novelty-{}", estimate.novelty.key())),
        ];
        (
            word(&format!("estimate-quantity-{}", case.quantity.key())),
            cells,
        )
    });
    let table = Table {
        headings: headings.map(word).to_vec(),
        rows: rows.collect(),
    };
    parts.push(table.print());
    if let Some((server, state)) = &answers.server {
        parts.push(print_server(server, state, text));
    }
    let rows = answers.nearest.iter().map(|(row, distance)| {
        let cells = vec![
            number(*distance),
            row.value.map_or_else(String::new, number),
            row.case.engine.clone(),
            format!("{} × {}", number(row.case.accelerators), row.case.device.id),
            row.case.model.clone(),
        ];
        (format!("{} {}", row.id, row.date), cells)
    });
    let table = Table {
        headings: [
            "estimate-distance",
            "estimate-measured",
            "estimate-engine",
            "estimate-hardware",
            "estimate-model",
        ]
        .map(word)
        .to_vec(),
        rows: rows.collect(),
    };
    parts.push(format!("{}\n{}", word("estimate-nearest"), table.print()));
    parts.join("\n")
}

fn print_server(server: &Server, state: &ServerState, text: Text) -> String {
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let word = |key: &str| text.get(key).into_owned();
    let times = [
        ("estimate-first-token", state.time_to_first_token_ms),
        ("estimate-inter-token", state.inter_token_ms),
        ("estimate-end-to-end", state.end_to_end_ms),
    ];
    let times = Table {
        headings: ["estimate-half", "estimate-nineteen", "estimate-ninety-nine"]
            .map(word)
            .to_vec(),
        rows: times
            .map(|(key, one)| (word(key), [one.p50, one.p95, one.p99].map(number).to_vec()))
            .to_vec(),
    };
    let memory = &state.memory;
    let figures = [
        ("estimate-at-once", state.concurrency),
        ("estimate-places", server.places()),
        ("estimate-requests", state.requests_per_second),
        ("estimate-most-requests", server.most_requests_per_second()),
        ("estimate-tokens", state.tokens_per_second),
        ("estimate-tokens-user", state.tokens_per_second_per_user),
        ("estimate-weights", memory.weights_gb),
        ("estimate-cache", memory.cache_gb),
        ("estimate-overhead", memory.overhead_gb),
        ("estimate-free", memory.free_gb),
    ];
    let figures = Table {
        headings: vec![String::new()],
        rows: figures
            .map(|(key, value)| (word(key), vec![number(value)]))
            .to_vec(),
    };
    format!("{}\n{}", times.print(), figures.print().trim_start())
}

const fn unit(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::InterToken | Quantity::TimeToFirstToken => "ms",
        _ => "tokens/s",
    }
}

fn model(names: &Names<'_>, name: &str) -> Result<(String, Shapes), Failure> {
    names.model(name).ok_or_else(|| {
        Failure::Sentence(Message::new("error-estimate-model").with("name", name.to_owned()))
    })
}

fn device(names: &Names<'_>, name: &str) -> Result<Device, Failure> {
    names.device(name).ok_or_else(|| {
        Failure::Sentence(Message::new("error-estimate-hardware").with("name", name.to_owned()))
    })
}

/// Bits of a number in a format.
fn bits(name: &str) -> Result<f64, Failure> {
    // Names of formats that take as much as one the catalogue has, and 4 bits with 8 for every 16.
    let others = [
        ("FP16", 16.0),
        ("F16", 16.0),
        ("FP32", 32.0),
        ("NVFP4", 4.5),
        ("FP4", 4.5),
    ];
    let other = others
        .into_iter()
        .find(|(other, _)| other.eq_ignore_ascii_case(name));
    WeightFormat::from_name(name)
        .map(WeightFormat::bits_per_weight)
        .or(other.map(|(_, bits)| bits))
        .ok_or_else(|| {
            let allowed = WeightFormat::ALL.map(WeightFormat::name);
            Failure::Sentence(
                Message::new("error-estimate-format")
                    .with("name", name.to_owned())
                    .with("allowed", weighbridge_units::Arg::texts(allowed)),
            )
        })
}

/// What people mostly run on such hardware.
const fn usual_engine(device: &Device) -> &'static str {
    match device.class {
        DeviceClass::AmpereServer
        | DeviceClass::Hopper
        | DeviceClass::BlackwellServer
        | DeviceClass::Cdna
        | DeviceClass::Gaudi => "vllm",
        DeviceClass::Ada | DeviceClass::AmpereDesk | DeviceClass::BlackwellDesk
            if !device.is_consumer =>
        {
            "vllm"
        }
        _ => "llama.cpp",
    }
}

/// The most of so many accelerators that divide them and share the heads out evenly.
fn widest_split(heads: Option<f64>, count: u32) -> f64 {
    let even = |ways: &u32| {
        count.is_multiple_of(*ways) && heads.is_none_or(|heads| heads % f64::from(*ways) == 0.0)
    };
    (1..=count).rev().find(even).map_or(1.0, f64::from)
}

/// The newest year in which an engine was measured on a class of hardware; where it never was, in
/// which it was measured at all, and else in which anything was.
fn newest_year(engine: &str, class: DeviceClass) -> Result<f64, Failure> {
    let rows = published().map_err(broken)?;
    let newest = |wanted: &dyn Fn(&Case) -> bool| {
        rows.iter()
            .filter(|row| wanted(&row.case))
            .map(|row| row.case.year)
            .reduce(f64::max)
    };
    newest(&|case| case.engine == engine && case.device.class == class)
        .or_else(|| newest(&|case| case.engine == engine))
        .or_else(|| newest(&|_| true))
        .ok_or_else(|| Failure::plain("error-catalogue"))
}

fn broken(fault: BuiltInFault) -> Failure {
    Failure::Sentence(
        Message::new("error-estimate-table")
            .with("path", fault.file)
            .with("reason", fault.reason),
    )
}
