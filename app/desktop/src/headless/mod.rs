//! The program without a window: the same work from a command line.
//!
//! `docs/headless.md` fixes names and keys.
//! [`execute`] is the whole of it with its surroundings as arguments, so that tests go through
//! the same door as the command.

pub mod arguments;
mod case;
mod chart;
mod check;
mod decision;
mod estimation;
mod evaluation;
mod explanation;
mod failure;
mod import;
mod into_case;
mod json;
mod latency;
mod map;
mod measured;
mod misunderstood;
mod output;
mod printout;
mod probe;
mod report;
mod samples;
mod sensitivity;
mod table;
mod tree;
mod uncertainty;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use weighbridge_engine::evaluate;
use weighbridge_report::Decided;
use weighbridge_text::Text;
use weighbridge_units::PartialDate;

use crate::reasons::Grounds;
use crate::surroundings::Surroundings;

use arguments::{Arguments, Command};
pub use explanation::result_names;
use failure::Failure;

/// Whether the arguments after the program's name ask for work without a window.
///
/// The window takes a file to open and options of its own.
pub fn is_asked_by(arguments: &[OsString]) -> bool {
    let Some(first) = arguments.first() else {
        return false;
    };
    let commands = Arguments::command();
    let is_command = |word: &OsStr| {
        commands
            .get_subcommands()
            .any(|command| command.get_name() == word)
    };
    let asks = ["--help", "-h", "--version", "-V"];
    let is_option = asks.iter().any(|option| first == option);
    let has_command = arguments.iter().any(|word| is_command(word));
    // What is neither an option nor a file is a mistyped command, and the parser says which
    // was meant.
    let is_word = !first.to_string_lossy().contains(['-', '.', '/', '\\']);
    is_option || has_command || (is_word && !Path::new(first).exists())
}

/// Does what the command line asks, with standard output and standard error.
pub fn run() -> ExitCode {
    let surroundings = Surroundings::of_this_machine();
    let mut output = io::stdout().lock();
    let mut errors = io::stderr().lock();
    let status = execute(std::env::args_os(), surroundings, &mut output, &mut errors);
    ExitCode::from(status)
}

/// Does what the arguments ask; the first is the program's name.
///
/// Answers go to `output`, sentences about failures to `errors`.
/// The status is 0 where it worked, 1 where it did not, and 2 where the arguments were not
/// understood.
pub fn execute(
    arguments: impl IntoIterator<Item = OsString>,
    surroundings: Surroundings,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let (text, result) = match Arguments::try_parse_from(&arguments) {
        Ok(arguments) => {
            let text = arguments.locale.map_or(surroundings.text, Text::new);
            (
                text,
                obey(&arguments, surroundings.today, text, output, errors),
            )
        }
        Err(error) => {
            let text = misunderstood::language(&arguments, surroundings.text);
            (text, Err(Failure::Usage(error)))
        }
    };
    let Err(failure) = result else {
        return 0;
    };
    let words = match &failure {
        Failure::Usage(error) => misunderstood::words(error, text),
        failure => failure.words(text),
    };
    let words = output::printable(&words);
    // Where even this cannot be written there is nobody left to tell.
    let _ = match &failure {
        Failure::Usage(error) if !error.use_stderr() => output.write_all(words.as_bytes()),
        _ => errors.write_all(words.as_bytes()),
    };
    failure.status()
}

fn obey(
    arguments: &Arguments,
    today: PartialDate,
    text: Text,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<(), Failure> {
    let presets = arguments.presets.as_deref();
    let open = |named: &case::CaseArguments| {
        let scenario = case::open(named, presets, today)?;
        let text = case::text_of(&scenario, text);
        Ok::<_, Failure>((scenario, text))
    };
    match &arguments.command {
        Command::Evaluate { case, draws, json } => {
            let (mut scenario, text) = open(case)?;
            let outcome = evaluate(&scenario);
            let odds = match draws.draws {
                Some(_) => {
                    let settings = draws.settings(&scenario);
                    // The case is then computed as one that says so itself.
                    scenario.sampling.draws = settings.draws;
                    scenario.sampling.seed = settings.seed;
                    scenario.sampling.method = settings.method;
                    Some(uncertainty::drawn(&scenario, settings)?)
                }
                None => None,
            };
            let decided = match &odds {
                Some(odds) => Decided::with_sample(&scenario, &outcome, &odds.sample),
                None => Decided::at_base(&scenario, &outcome),
            };
            let words = if *json {
                let odds = odds.as_ref();
                let catalogue = case::catalogue(presets, today)?;
                let measurements = measured::documents(&scenario, &catalogue);
                json::print(&evaluation::document(
                    &scenario,
                    &outcome,
                    &decided,
                    odds,
                    measurements,
                    text,
                ))
            } else {
                let mut parts = vec![printout::head(&scenario, &outcome, text)];
                parts.extend(decision::print(&scenario, &decided, text));
                parts.extend(odds.map(|odds| uncertainty::print(&scenario, &outcome, &odds, text)));
                parts.extend(printout::evidence(&scenario, &outcome, text));
                output::printable(&parts.join("\n"))
            };
            output::answer(output, &words)
        }
        Command::Sensitivity {
            case,
            between,
            map,
            indices,
            draws,
            json,
        } => {
            let (scenario, text) = open(case)?;
            let settings = draws.settings(&scenario);
            let found = sensitivity::between(&scenario, between, settings, *indices)?;
            let map = match map.as_slice() {
                [across, down] => Some(map::between(&scenario, across, down)?),
                _ => None,
            };
            let words = if *json {
                let map = map.as_ref().map(|map| map::document(&scenario, map));
                json::print(&sensitivity::document(&scenario, &found, map))
            } else {
                let mut words = sensitivity::print(&scenario, &found, text);
                if let Some(map) = &map {
                    words.push('\n');
                    words.push_str(&map::print(&scenario, map, text));
                }
                output::printable(&words)
            };
            output::answer(output, &words)
        }
        Command::Estimate { estimate } => {
            let catalogue = case::catalogue(presets, today)?;
            estimation::estimate(estimate, &catalogue, text, output, errors)
        }
        Command::Latency { latency } => {
            let catalogue = case::catalogue(presets, today)?;
            latency::latency(latency, (&catalogue, today), text, output, errors)
        }
        Command::Import { import } => {
            let catalogue = case::catalogue(presets, today)?;
            import::import(import, &catalogue, text, today, output)
        }
        Command::Probe { probe } => {
            let catalogue = case::catalogue(presets, today)?;
            probe::probe(probe, &catalogue, text, output, errors)
        }
        Command::Check { files } => check::check(files, presets, today, text, output),
        Command::Explain {
            case,
            result,
            json,
            depth,
            all,
        } => {
            let (scenario, text) = open(case)?;
            let catalogue = case::catalogue(presets, today)?;
            let explanation = explanation::of_name(&scenario, result)?;
            let grounds = Grounds::of(&scenario, &catalogue, &explanation);
            let words = if *json {
                json::print(&explanation::document(&explanation, &grounds, &scenario))
            } else {
                let extent = tree::Extent {
                    depth: if *all { usize::MAX } else { *depth },
                    all: *all,
                };
                let background = tree::Background {
                    grounds: &grounds,
                    scenario: &scenario,
                    catalogue: &catalogue,
                };
                output::printable(&tree::print(&explanation, &background, extent, text))
            };
            output::answer(output, &words)
        }
        Command::Chart {
            case,
            name,
            option,
            output: path,
            theme,
            size,
        } => {
            let format = chart::format_of(path)?;
            let target = output::Target::at(path)?;
            let (scenario, text) = open(case)?;
            let option = option.as_deref();
            let option = option.map(|id| sensitivity::option(&scenario, id));
            let look = chart::Look {
                theme: *theme,
                size: *size,
            };
            let which = chart::Which {
                name: *name,
                option: option.transpose()?,
            };
            chart::write(&scenario, &which, look, text, format, target)
        }
        Command::Report {
            case,
            output: path,
            date,
        } => {
            report::check_name(path)?;
            let target = output::Target::at(path)?;
            let (scenario, text) = open(case)?;
            let date = report::date(date.as_deref(), &scenario)?;
            report::write(&scenario, date, text.locale(), target)
        }
        Command::Sample { name } => samples::sample(name.as_deref(), text, output),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_where_nothing_or_a_file_is_named() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let cases: [(&[&str], bool); 12] = [
            (&[], false),
            (&[file], false),
            (&["missing.weighbridge.ron"], false),
            (&["folder/missing"], false),
            (&["--renderer=glow"], false),
            (&["--first-frame-and-exit", file], false),
            (&["evaluate", file], true),
            (&["--locale", "es", "evaluate", file], true),
            (&["--help"], true),
            (&["-V"], true),
            (&["evalute", file], true), // typos: as meant
            (&["help"], true),
        ];
        for (words, expected) in cases {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(is_asked_by(&words), expected, "{words:?}");
        }
    }

    #[test]
    fn the_parser_is_sound() {
        Arguments::command().debug_assert();
    }
}
