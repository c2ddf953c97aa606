//! Work in a child process of the same program, so that a driver that falls over is a sentence.
//!
//! The parent starts its own program with [`ARGUMENT`] and the kind of work, writes one line of
//! JSON to the child's standard input and keeps it open: when it closes, the child ends, so that
//! nothing is left behind where the parent is cancelled, or dies.
//! The child answers on standard output in JSON text sequences (RFC 7464): a record separator
//! before each line, because drivers print what they like beside it.
//!
//! [`Child::ask`] is the parent's side, [`serve`] the child's.
//! Both sides name their own types for request, progress and result; whoever adds a kind of work
//! adds it to the table of kinds in `desktop`.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use weighbridge_units::{Arg, Describe, Message};

/// The first argument of a program that is started as a child; the kind of work follows.
pub const ARGUMENT: &str = "__child";

/// What stands before each line that is meant for the parent.
const RECORD_SEPARATOR: u8 = 0x1e;

/// The longest line that is read: room for the outputs of a large vocabulary.
const LONGEST_LINE: u64 = 64 << 20;

/// How much of what a child says to standard error is kept.
const KEPT_ERRORS: usize = 2000;

/// How long a child that was cancelled has to end by itself.
const GRACE: Duration = Duration::from_secs(2);

/// How often a waiting parent looks whether it is cancelled.
const LOOK_UP: Duration = Duration::from_millis(50);

/// The kind of work that the arguments after the program's name ask a child for.
pub fn kind_asked(arguments: &[OsString]) -> Option<&OsStr> {
    match arguments {
        [first, kind, ..] if first == ARGUMENT => Some(kind),
        _ => None,
    }
}

/// A program that can be started to do one kind of work.
#[derive(Debug, Clone)]
pub struct Child {
    program: PathBuf,
    arguments: Vec<OsString>,
}

/// How long a child may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From its start to its result.
    pub total: Duration,
    /// Between two signs of life: progress, or the result.
    pub silence: Duration,
}

impl Limits {
    /// So many seconds in all, and as many without a sign of life.
    pub const fn seconds(seconds: u64) -> Limits {
        Limits {
            total: Duration::from_secs(seconds),
            silence: Duration::from_secs(seconds),
        }
    }
}

/// Why a child has no result.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ChildFailure {
    /// It could not be started.
    #[error("the child process could not be started: {0}")]
    NotStarted(String),
    /// It was stopped because somebody cancelled.
    #[error("the child process was cancelled")]
    Cancelled,
    /// It took too long and was stopped.
    #[error("the child process took longer than {0} seconds")]
    TooLong(u64),
    /// It ended without a result, as when a driver falls over.
    #[error("the child process ended without a result ({ending}): {said}")]
    Ended {
        /// How it ended: a signal or a status.
        ending: String,
        /// The last line that it said to standard error; may be empty.
        said: String,
    },
    /// Its answer could not be read.
    #[error("the child process gave an answer that cannot be read: {0}")]
    Garbled(String),
    /// It says itself why it has no result.
    #[error("the child process refused: {}", .0.key)]
    Said(Message),
}

impl Describe for ChildFailure {
    fn message(&self) -> Message {
        let with_reason = |key: &'static str, reason: &str| {
            Message::new(key).with("reason", Arg::Text(reason.to_owned().into()))
        };
        match self {
            ChildFailure::NotStarted(reason) => with_reason("child-not-started", reason),
            ChildFailure::Cancelled => Message::new("child-cancelled"),
            ChildFailure::TooLong(seconds) => {
                Message::new("child-too-long").with("seconds", *seconds)
            }
            ChildFailure::Ended { ending, said } if said.is_empty() => {
                Message::new("child-ended").with("ending", ending.clone())
            }
            ChildFailure::Ended { ending, said } => Message::new("child-ended-saying")
                .with("ending", ending.clone())
                .with("said", said.clone()),
            ChildFailure::Garbled(reason) => with_reason("child-garbled", reason),
            ChildFailure::Said(message) => message.clone(),
        }
    }
}

/// One line from a child.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line<P, R> {
    Progress(P),
    Result(R),
    Failure(Said),
}

/// A message on its way between two processes.
#[derive(Serialize, Deserialize)]
struct Said {
    key: String,
    args: Vec<(String, SaidArg)>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SaidArg {
    Text(String),
    Count(u64),
    Number(f64),
}

impl Said {
    /// Arguments other than texts, counts and numbers go over as text.
    fn of(message: &Message) -> Said {
        let arg = |arg: &Arg| match arg {
            Arg::Text(text) => SaidArg::Text(text.to_string()),
            Arg::Count(count) => SaidArg::Count(*count),
            Arg::Number(number) if number.is_finite() => SaidArg::Number(*number),
            other => SaidArg::Text(format!("{other:?}")),
        };
        Said {
            key: message.key.to_string(),
            args: message
                .args
                .iter()
                .map(|(name, value)| (name.to_string(), arg(value)))
                .collect(),
        }
    }

    fn message(self) -> Message {
        let mut message = Message::new(self.key);
        for (name, value) in self.args {
            let value = match value {
                SaidArg::Text(text) => Arg::from(text),
                SaidArg::Count(count) => Arg::from(count),
                SaidArg::Number(number) => Arg::from(number),
            };
            message = message.with(name, value);
        }
        message
    }
}

impl Child {
    /// This very program, for a kind of work.
    ///
    /// # Errors
    /// [`ChildFailure::NotStarted`] where the system does not say where the program lies.
    pub fn of_this_program(kind: &str) -> Result<Child, ChildFailure> {
        let program =
            std::env::current_exe().map_err(|error| ChildFailure::NotStarted(error.to_string()))?;
        Ok(Child::of_program(program, kind))
    }

    /// Another program that serves this kind of work, for tests.
    pub fn of_program(program: PathBuf, kind: &str) -> Child {
        Child {
            program,
            arguments: vec![ARGUMENT.into(), kind.into()],
        }
    }

    /// Starts the child, asks, and waits for its result.
    ///
    /// `progress` is called for each sign of life, on this thread.
    /// Where `cancel` becomes true the child is told to end, and killed where it does not.
    ///
    /// # Errors
    /// [`ChildFailure`], whatever happens to the child.
    pub fn ask<Q: Serialize, P: DeserializeOwned + Send, R: DeserializeOwned + Send>(
        &self,
        request: &Q,
        limits: Limits,
        cancel: &AtomicBool,
        progress: &mut dyn FnMut(P),
    ) -> Result<R, ChildFailure> {
        let line = serde_json::to_string(request)
            .map_err(|error| ChildFailure::NotStarted(error.to_string()))?;
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        without_console(&mut command);
        let not_started = |error: io::Error| ChildFailure::NotStarted(error.to_string());
        let mut process = command.spawn().map_err(not_started)?;
        let (Some(mut input), Some(output), Some(errors)) = (
            process.stdin.take(),
            process.stdout.take(),
            process.stderr.take(),
        ) else {
            stop(&mut process, Duration::ZERO);
            return Err(ChildFailure::NotStarted("stdio".to_owned()));
        };
        let kept = Arc::new(Mutex::new(Vec::new()));
        let listener = thread::spawn({
            let kept = Arc::clone(&kept);
            move || keep_the_end(errors, &kept)
        });
        // A child that dies at once closes its input; the reason comes out below.
        let _ = writeln!(input, "{line}").and_then(|()| input.flush());
        thread::scope(|scope| {
            let (sender, lines) = channel();
            scope.spawn(move || read_lines::<P, R>(output, &sender));
            let began = Instant::now();
            let waited = wait(&lines, began, limits, cancel, progress);
            drop(input);
            match waited {
                Waited::Result(result) => {
                    stop(&mut process, GRACE);
                    result
                }
                Waited::Closed => {
                    let status = stop(&mut process, GRACE);
                    // Its last words come a little after its end.
                    let until = Instant::now() + LOOK_UP * 4;
                    while !listener.is_finished() && Instant::now() < until {
                        thread::sleep(Duration::from_millis(1));
                    }
                    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                    Err(ChildFailure::Ended {
                        ending: ending(status),
                        said: last_line(&kept),
                    })
                }
                Waited::Cancelled => {
                    stop(&mut process, GRACE);
                    Err(ChildFailure::Cancelled)
                }
                Waited::TooLong(seconds) => {
                    stop(&mut process, Duration::ZERO);
                    Err(ChildFailure::TooLong(seconds))
                }
            }
        })
    }
}

enum Waited<R> {
    Result(Result<R, ChildFailure>),
    Closed,
    Cancelled,
    TooLong(u64),
}

fn wait<P, R>(
    lines: &Receiver<Result<Line<P, R>, String>>,
    began: Instant,
    limits: Limits,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(P),
) -> Waited<R> {
    let mut last_sign = began;
    loop {
        if cancel.load(Ordering::Relaxed) {
            return Waited::Cancelled;
        }
        if began.elapsed() >= limits.total {
            return Waited::TooLong(limits.total.as_secs());
        }
        if last_sign.elapsed() >= limits.silence {
            return Waited::TooLong(limits.silence.as_secs());
        }
        match lines.recv_timeout(LOOK_UP) {
            Ok(Ok(Line::Progress(said))) => {
                last_sign = Instant::now();
                progress(said);
            }
            Ok(Ok(Line::Result(result))) => return Waited::Result(Ok(result)),
            Ok(Ok(Line::Failure(said))) => {
                return Waited::Result(Err(ChildFailure::Said(said.message())));
            }
            Ok(Err(reason)) => return Waited::Result(Err(ChildFailure::Garbled(reason))),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Waited::Closed,
        }
    }
}

/// Passes on what is meant for the parent, and leaves out what drivers print.
fn read_lines<P: DeserializeOwned, R: DeserializeOwned>(
    output: impl Read,
    sender: &Sender<Result<Line<P, R>, String>>,
) {
    let mut reader = BufReader::new(output);
    loop {
        let mut line = Vec::new();
        match reader
            .by_ref()
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
        {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let Some(start) = line.iter().rposition(|byte| *byte == RECORD_SEPARATOR) else {
            continue;
        };
        let read = serde_json::from_slice(&line[start + 1..]).map_err(|error| error.to_string());
        if sender.send(read).is_err() {
            return;
        }
    }
}

fn keep_the_end(mut errors: impl Read, kept: &Mutex<Vec<u8>>) {
    let mut part = [0; 1024];
    while let Ok(count @ 1..) = errors.read(&mut part) {
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(&part[..count]);
        let over = kept.len().saturating_sub(KEPT_ERRORS);
        kept.drain(..over);
    }
}

fn last_line(kept: &[u8]) -> String {
    let text = String::from_utf8_lossy(kept);
    let last = text.lines().rev().find(|line| !line.trim().is_empty());
    last.unwrap_or_default().trim().to_owned()
}

/// Waits so long for a child to end, then kills it.
fn stop(process: &mut std::process::Child, grace: Duration) -> Option<ExitStatus> {
    let until = Instant::now() + grace;
    loop {
        match process.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(5)),
            _ => break,
        }
    }
    let _ = process.kill();
    process.wait().ok()
}

/// How a process ended, in the system's own words.
fn ending(status: Option<ExitStatus>) -> String {
    status.map_or_else(|| "?".to_owned(), |status| status.to_string())
}

#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// `CREATE_NO_WINDOW`: a program with a window must not open a console for its child.
    const NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(NO_WINDOW);
}

#[cfg(not(windows))]
fn without_console(_: &mut Command) {}

/// What a child's work can use while it runs.
pub struct Work<P> {
    cancelled: Arc<AtomicBool>,
    progress: std::marker::PhantomData<fn(P)>,
}

impl<P: Serialize> Work<P> {
    /// Becomes true when the parent wants no more; the process ends soon after by itself.
    pub fn cancelled(&self) -> &AtomicBool {
        &self.cancelled
    }

    /// Tells the parent how far the work has come.
    pub fn progress(&self, said: P) {
        write_line(&Line::<P, ()>::Progress(said));
    }
}

/// The child's side: reads a request, does the work, and writes its result or its reason.
///
/// The status is 0 where the parent has a result or a reason.
pub fn serve<Q: DeserializeOwned, P: Serialize, R: Serialize>(
    work: impl FnOnce(Q, &Work<P>) -> Result<R, Message>,
) -> ExitCode {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    let request = match read.map(|_| serde_json::from_str(&line)) {
        Ok(Ok(request)) => request,
        Ok(Err(error)) => return refuse(&error.to_string()),
        Err(error) => return refuse(&error.to_string()),
    };
    let cancelled = Arc::new(AtomicBool::new(false));
    thread::spawn({
        let cancelled = Arc::clone(&cancelled);
        move || {
            // Nothing more is sent; the end of the input is the parent's end, or its wish.
            let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
            cancelled.store(true, Ordering::Relaxed);
            thread::sleep(GRACE);
            std::process::exit(3);
        }
    });
    let work_at_hand = Work {
        cancelled,
        progress: std::marker::PhantomData,
    };
    let line = match work(request, &work_at_hand) {
        Ok(result) => Line::<(), R>::Result(result),
        Err(message) => Line::Failure(Said::of(&message)),
    };
    match write_line(&line) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

fn refuse(reason: &str) -> ExitCode {
    let message = Message::new("child-garbled").with("reason", reason.to_owned());
    write_line(&Line::<(), ()>::Failure(Said::of(&message)));
    ExitCode::FAILURE
}

fn write_line<P: Serialize, R: Serialize>(line: &Line<P, R>) -> bool {
    let Ok(words) = serde_json::to_vec(line) else {
        return false;
    };
    let mut bytes = vec![RECORD_SEPARATOR];
    bytes.extend(words);
    bytes.push(b'\n');
    let mut output = io::stdout().lock();
    output
        .write_all(&bytes)
        .and_then(|()| output.flush())
        .is_ok()
}
