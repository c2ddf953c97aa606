//! Answers to standard output.

use std::io::{ErrorKind, Write};

use weighbridge_units::Message;

use super::failure::{Failure, reason};
pub(super) use crate::target::Target;

/// Writes an answer.
///
/// # Errors
/// [`Failure::NobodyListens`] where the other end of a pipe is closed, a sentence where the
/// answer cannot be written.
pub(super) fn answer(output: &mut dyn Write, words: &str) -> Result<(), Failure> {
    let written = output
        .write_all(words.as_bytes())
        .and_then(|()| output.flush());
    written.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::NobodyListens,
        _ => Failure::Sentence(Message::new("error-output").with("reason", reason(&error))),
    })
}

/// Words for people, without what would steer their terminal.
///
/// Titles and names come from files that somebody else may have written: control characters
/// other than ends of lines become a mark, so that no file moves the cursor or clears a screen.
pub(super) fn printable(words: &str) -> String {
    words
        .chars()
        .map(|sign| match sign {
            '\n' => sign,
            sign if sign.is_control() => char::REPLACEMENT_CHARACTER,
            sign => sign,
        })
        .collect()
}
