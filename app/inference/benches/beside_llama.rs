//! Our kernels beside llama.cpp's, in turns, on the same shapes, threads and lengths.
//!
//! `cargo bench -p weighbridge-inference --bench beside_llama -- YARDSTICK FOLDER CASE…`, where
//! YARDSTICK is the program that `tests/yardsticks/llama/build` makes, FOLDER is where files are
//! written that both read, and a case is `110M-Q8_0` or, for narrower instructions,
//! `110M-Q8_0:avx2`. With `-` as YARDSTICK ours are timed alone.
//! `ROUNDS`, `THREADS`, `PROMPT` and `TOKENS` in the environment change the plan.
#![allow(missing_docs, reason = "a benchmark has no readers of its interface")]

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use weighbridge_gguf::Format;
use weighbridge_inference::cpu::{CpuRuntime, Instructions, Options};
use weighbridge_inference::extrapolate::{Fit, Timed};
use weighbridge_inference::save::{self, Vocabulary};
use weighbridge_inference::synthetic::{self, Shape};
use weighbridge_inference::{Runtime, Step, load};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let (Some(yardstick), Some(folder)) = (words.next(), words.next()) else {
        eprintln!("no yardstick was named: see the head of this file");
        return Ok(());
    };
    let number = |name: &str, otherwise: usize| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(otherwise)
    };
    let plan = Plan {
        rounds: number("ROUNDS", 5),
        threads: number("THREADS", 2),
        prompt: number("PROMPT", 128),
        tokens: number("TOKENS", 32),
    };
    println!("{}", processor());
    println!(
        "prompt {} tokens, then {} one by one, {} threads, {} rounds in turns after one that does not count; \
         medians of rounds, of a round the median token; ratios are medians of rounds, \
         and of those for tokens the least and the most",
        plan.prompt, plan.tokens, plan.threads, plan.rounds
    );
    println!(
        "{:16} {:>12} {:>9} {:>9} {:>6} {:>9} {:>9} {:>6} {:>6} {:>6} {:>7}",
        "case",
        "kernels",
        "prompt/s",
        "theirs",
        "ratio",
        "tokens/s",
        "theirs",
        "ratio",
        "least",
        "most",
        "GB/s"
    );
    let mut cases = words
        .map(|case| compare(&yardstick, &folder, &case, &plan))
        .collect::<Result<Vec<_>>>()?;
    extrapolate(&mut cases, &plan)?;
    Ok(())
}

/// A case that stands ready to be timed again.
struct Case {
    format: Format,
    runtime: CpuRuntime,
    name: String,
    bytes: usize,
}

/// Seconds of a case before the next has its turn: short beside the time in which the bandwidth of
/// a shared host moves, long enough for the caches to hold of the model what they will.
const TURN_SECONDS: f64 = 0.1;

/// Tokens of a turn at least. The first half of a turn does not count: it wakes threads and finds
/// the caches full of another model.
const TURN_TOKENS: usize = 4;

/// Tokens that there is room for.
const ROOM: usize = 1024;

/// Turns of a round.
const TURNS: usize = 3;

/// Times our kernels once more, each case for a tenth of a second in turns, so that all meet the
/// same memory. In every turn it fits the two-parameter model to cases in Q8_0 and holds it against the others.
fn extrapolate(cases: &mut [Case], plan: &Plan) -> Result<()> {
    let cache = last_level_cache();
    let mut errors = vec![Vec::new(); cases.len()];
    let mut fits = Vec::new();
    for _ in 0..plan.rounds * TURNS {
        let mut timed = Vec::new();
        for case in cases.iter_mut() {
            timed.push(Timed {
                name: case.name.clone(),
                layers: case.runtime.config().layers,
                bytes: case.bytes,
                seconds: median(turn_of(&mut case.runtime)?),
            });
        }
        let is_fitted = |(case, _): &(&Case, &Timed)| case.format == Format::Q8_0;
        let fitted: Vec<Timed> = cases
            .iter()
            .zip(&timed)
            .filter(is_fitted)
            .map(|(_, timed)| timed.clone())
            .collect();
        let fit = match Fit::of(&fitted, cache) {
            Ok(fit) => fit,
            Err(error) => {
                println!("{error}");
                return Ok(());
            }
        };
        for (errors, timed) in errors.iter_mut().zip(&timed) {
            let predicted = fit.seconds(timed.layers, timed.bytes);
            errors.push((predicted / timed.seconds - 1.0) * 100.0);
        }
        fits.push(fit);
    }
    println!(
        "{} turns of {TURN_SECONDS} s for each, fitted to Q8_0 in each turn: {:.1} µs a layer, {:.1} GB/s; \
         left out, within {} MiB of cache: {}",
        fits.len(),
        median(fits.iter().map(|fit| fit.seconds_a_layer * 1e6).collect()),
        median(fits.iter().map(|fit| fit.bytes_a_second / 1e9).collect()),
        cache >> 20,
        fits.first()
            .map_or(String::new(), |fit| fit.left_out.join(", "))
    );
    for (case, errors) in cases.iter().zip(errors) {
        if case.format != Format::Q8_0 && case.bytes > cache {
            println!(
                "    {}: predicted {:+.1} % off (half of the turns {:+.1} to {:+.1})",
                case.name,
                median(errors.clone()),
                quantile(errors.clone(), 0.25),
                quantile(errors, 0.75)
            );
        }
    }
    Ok(())
}

/// Seconds of the tokens of a turn that count.
fn turn_of(runtime: &mut CpuRuntime) -> Result<Vec<f64>> {
    runtime.reset(1, ROOM)?;
    let mut seconds = Vec::new();
    let began = Instant::now();
    for place in 0..ROOM {
        let token = token(place);
        let start = Instant::now();
        runtime.decode(&[Step { sequence: 0, token }])?;
        seconds.push(start.elapsed().as_secs_f64());
        if seconds.len() >= TURN_TOKENS && began.elapsed().as_secs_f64() > TURN_SECONDS {
            break;
        }
    }
    Ok(seconds.split_off(seconds.len() / 2))
}

/// What the system calls this processor.
fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text.lines().find(|line| line.starts_with("model name"));
    let name = name.and_then(|line| line.split_once(':'));
    name.map_or_else(
        || "an unnamed processor".into(),
        |(_, name)| name.trim().into(),
    )
}

/// Bytes of the last-level cache, 32 MiB where the system does not tell.
fn last_level_cache() -> usize {
    let read = |index: usize| {
        let path = format!("/sys/devices/system/cpu/cpu0/cache/index{index}/size");
        let text = std::fs::read_to_string(path).ok()?;
        text.trim().strip_suffix('K')?.parse::<usize>().ok()
    };
    (0..=4).filter_map(read).max().unwrap_or(32 << 10) << 10
}

struct Plan {
    rounds: usize,
    threads: usize,
    prompt: usize,
    tokens: usize,
}

/// Seconds for a prompt, and the median seconds for a token.
#[derive(Clone, Copy)]
struct Round {
    prompt: f64,
    token: f64,
}

fn compare(yardstick: &str, folder: &str, case: &str, plan: &Plan) -> Result<Case> {
    let (name, set) = case.split_once(':').unwrap_or((case, ""));
    let (shape, format) = name.split_once('-').ok_or("a case is SHAPE-FORMAT")?;
    let format = match format {
        "Q4_K" => Format::Q4K,
        "Q6_K" => Format::Q6K,
        other => Format::of_name(other).ok_or("an unknown format")?,
    };
    let shape = Shape::of_name(shape).ok_or("an unknown shape")?;
    let instructions = match set {
        "" => Instructions::widest(),
        "portable" => Instructions::Portable,
        "avx2" => Instructions::Avx2,
        "vnni" => Instructions::AvxVnni,
        _ => return Err("unknown instructions".into()),
    };
    let file = Path::new(folder).join(format!("{name}.gguf"));
    if !file.exists() {
        let model = synthetic::model(&shape, format, 7)?;
        let vocabulary = Vocabulary::of_bytes(shape.config.vocabulary);
        std::fs::write(&file, save::gguf(&model, &vocabulary))?;
    }
    let model = load::model_from_gguf(&load::map(&file)?)?;
    let bytes = model.bytes_a_token();
    let options = Options {
        threads: Some(plan.threads),
        instructions: Some(instructions),
        pins_threads: true,
    };
    let mut ours = CpuRuntime::new(model, &options)?;
    let mut theirs = match yardstick {
        "-" => None,
        program => Some(Yardstick::start(program, &file, plan.threads)?),
    };
    let mut rounds = Vec::new();
    for round in 0..=plan.rounds {
        // Who begins changes, so that neither always finds the same state of things. Threads that
        // wait for more work keep their cores for some milliseconds.
        let mut our_round = None;
        if round % 2 == 0 {
            std::thread::sleep(Duration::from_millis(50));
            our_round = Some(time(&mut ours, plan)?);
        }
        let their_round = match &mut theirs {
            Some(theirs) => {
                std::thread::sleep(Duration::from_millis(50));
                Some(theirs.time(plan)?)
            }
            None => None,
        };
        let our_round = match our_round {
            Some(round) => round,
            None => {
                std::thread::sleep(Duration::from_millis(50));
                time(&mut ours, plan)?
            }
        };
        let pair = (our_round, their_round.unwrap_or(our_round));
        if round > 0 {
            rounds.push(pair);
        }
    }
    let of = |pick: &dyn Fn(&(Round, Round)) -> f64| median(rounds.iter().map(pick).collect());
    let ratio = |pair: &(Round, Round)| pair.1.token / pair.0.token;
    let count = plan.prompt as f64;
    println!(
        "{:16} {:>12} {:>9.1} {:>9.1} {:>6.3} {:>9.2} {:>9.2} {:>6.3} {:>6.3} {:>6.3} {:>7.1}",
        name,
        instructions.name(),
        of(&|pair| count / pair.0.prompt),
        of(&|pair| count / pair.1.prompt),
        of(&|pair| pair.1.prompt / pair.0.prompt),
        of(&|pair| 1.0 / pair.0.token),
        of(&|pair| 1.0 / pair.1.token),
        of(&ratio),
        rounds.iter().map(ratio).fold(f64::INFINITY, f64::min),
        rounds.iter().map(ratio).fold(0.0, f64::max),
        of(&|pair| bytes as f64 / pair.0.token / 1e9),
    );
    Ok(Case {
        format,
        runtime: ours,
        name: name.to_owned(),
        bytes,
    })
}

fn token(index: usize) -> u32 {
    match index {
        0 => 1,
        _ => 3 + (7919 * index as u32 + 13) % 256,
    }
}

fn time(runtime: &mut CpuRuntime, plan: &Plan) -> Result<Round> {
    let tokens: Vec<u32> = (0..plan.prompt).map(token).collect();
    runtime.reset(1, ROOM)?;
    let start = Instant::now();
    runtime.prefill(0, &tokens)?;
    let prompt = start.elapsed().as_secs_f64();
    let mut seconds = Vec::new();
    for index in 0..plan.tokens {
        let token = token(plan.prompt + index);
        let start = Instant::now();
        runtime.decode(&[Step { sequence: 0, token }])?;
        seconds.push(start.elapsed().as_secs_f64());
    }
    let token = median(seconds);
    Ok(Round { prompt, token })
}

struct Yardstick {
    process: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Yardstick {
    fn start(program: &str, file: &Path, threads: usize) -> Result<Yardstick> {
        let mut process = Command::new(program)
            .arg(file)
            .arg(threads.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let asks = process.stdin.take().ok_or("no way to ask")?;
        let answers = BufReader::new(process.stdout.take().ok_or("no way to answer")?);
        let mut yardstick = Yardstick {
            process,
            asks,
            answers,
        };
        yardstick.line()?;
        Ok(yardstick)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        match self.answers.read_line(&mut line)? {
            0 => Err("the yardstick has ended".into()),
            _ => Ok(line),
        }
    }

    fn time(&mut self, plan: &Plan) -> Result<Round> {
        writeln!(self.asks, "time {} {}", plan.prompt, plan.tokens)?;
        self.asks.flush()?;
        let line = self.line()?;
        let numbers: Vec<f64> = line
            .split(|letter: char| !(letter.is_ascii_digit() || letter == '.'))
            .filter_map(|word| word.parse().ok())
            .collect();
        let (prompt, tokens) = numbers.split_first().ok_or("no figures")?;
        Ok(Round {
            prompt: *prompt,
            token: median(tokens.to_vec()),
        })
    }
}

impl Drop for Yardstick {
    fn drop(&mut self) {
        // It has nothing to lose, and may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn median(values: Vec<f64>) -> f64 {
    quantile(values, 0.5)
}

/// The value that lies at a share of all, from the smallest on.
fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (share * values.len() as f64) as usize;
    values.get(place).copied().unwrap_or(f64::NAN)
}
