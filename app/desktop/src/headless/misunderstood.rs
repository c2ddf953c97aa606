//! What is said about arguments that the parser did not understand: one sentence, in the
//! language asked for.

use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Arg, Describe, Message};

use super::arguments::Arguments;

/// What the parser has to say: a sentence about an error, or the help that was asked for.
pub(super) fn words(error: &clap::Error, text: Text) -> String {
    if error.use_stderr() {
        format!("{}\n", text.render(&sentence(error)))
    } else {
        error.to_string()
    }
}

/// The sentence about an error of the parser.
fn sentence(error: &clap::Error) -> Message {
    let first = |kind| texts(error, kind).into_iter().next().unwrap_or_default();
    let argument = first(ContextKind::InvalidArg);
    let given = first(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("usage-unknown-command")
            .with("given", first(ContextKind::InvalidSubcommand))
            .with("allowed", Arg::texts(commands())),
        ErrorKind::UnknownArgument => {
            Message::new("usage-unknown-argument").with("given", argument)
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing")
            .with("missing", Arg::texts(texts(error, ContextKind::InvalidArg))),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Message::new("usage-no-command").with("allowed", Arg::texts(commands()))
        }
        ErrorKind::ArgumentConflict => match first(ContextKind::PriorArg) {
            other if other == argument || other.is_empty() => {
                Message::new("usage-twice").with("argument", argument)
            }
            other => Message::new("usage-conflict")
                .with("argument", argument)
                .with("other", other),
        },
        ErrorKind::InvalidValue | ErrorKind::NoEquals if given.is_empty() => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::ValueValidation if argument.starts_with("--locale") => {
            match given.parse::<Locale>() {
                Err(unknown) => unknown.message(),
                Ok(_) => bad_value(argument, given),
            }
        }
        ErrorKind::InvalidValue => match texts(error, ContextKind::ValidValue) {
            allowed if allowed.is_empty() => bad_value(argument, given),
            allowed => Message::new("usage-unknown-value")
                .with("argument", argument)
                .with("given", given)
                .with("allowed", Arg::texts(allowed)),
        },
        ErrorKind::ValueValidation => bad_value(argument, given),
        _ => Message::new("usage-other"),
    }
}

/// The language that `--locale` asks for among arguments that were not understood as a whole.
pub(super) fn language(arguments: &[OsString], otherwise: Text) -> Text {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    let mut named = None;
    while let Some(word) = words.next() {
        if word == "--locale" {
            named = words.next().map(|word| word.into_owned());
        } else if let Some(value) = word.strip_prefix("--locale=") {
            named = Some(value.to_owned());
        }
    }
    named
        .and_then(|tag| tag.parse().ok())
        .map_or(otherwise, Text::new)
}

fn bad_value(argument: String, given: String) -> Message {
    Message::new("usage-bad-value")
        .with("argument", argument)
        .with("given", given)
}

fn commands() -> Vec<String> {
    Arguments::command()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect()
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
