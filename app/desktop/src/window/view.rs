//! What the session says, as the shell shows it.

use std::time::Duration;

use weighbridge_session::{Session, StepState as State};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Arg, Message};

use super::Window;
use crate::shell::Step;
use crate::widgets::StepState;

/// Codes and names of the languages, in the order of [`Locale::ALL`].
pub fn languages() -> Vec<(&'static str, &'static str)> {
    Locale::ALL
        .iter()
        .map(|locale| (locale.tag(), locale.own_name()))
        .collect()
}

/// The steps of the path with their states in a few words.
pub(super) fn steps(session: &Session, text: Text) -> Vec<Step> {
    let steps = session.steps().iter().map(|status| Step {
        state: match status.state {
            State::Open => StepState::Open,
            State::Begun => StepState::Begun,
            State::Done => StepState::Done,
            State::Attention => StepState::Attention,
        },
        note: text.describe(&status.reason),
    });
    steps.collect()
}

/// “Undo change of price per hour”; nothing where there is nothing to take back.
pub(super) fn step_words(text: Text, key: &'static str, step: Option<&Message>) -> String {
    step.map_or_else(String::new, |step| {
        text.format(key, &[("edit", Arg::Message(Box::new(step.clone())))])
    })
}

impl Window {
    /// The name of the case: its title, or what stands before the extension of its file.
    pub(super) fn document_name(&self) -> String {
        let Some(session) = &self.session else {
            return String::new();
        };
        let title = &session.scenario().question.title;
        if !title.trim().is_empty() {
            return title.clone();
        }
        let stem = session.document().file_stem();
        stem.unwrap_or_else(|| self.text().get("file-untitled").into_owned())
    }

    /// Whether and when the case was saved; empty for a case that nobody has changed yet.
    pub(super) fn saved_words(&self) -> String {
        let Some(session) = &self.session else {
            return String::new();
        };
        let text = self.text();
        if session.document().is_dirty() {
            return text.get("file-unsaved").into_owned();
        }
        match (session.document().path(), self.files.saved_at) {
            (None, _) => String::new(),
            (Some(_), None) => text.get("file-saved").into_owned(),
            (Some(_), Some(at)) => {
                let minutes = at.elapsed().as_secs() / 60;
                if minutes == 0 {
                    return text.get("file-saved").into_owned();
                }
                text.format("window-saved-ago", &[("count", Arg::from(minutes))])
            }
        }
    }

    /// When the words about saving change by themselves.
    pub(super) fn saved_words_change(&self) -> Option<Duration> {
        let at = self.files.saved_at?;
        self.session.as_ref()?;
        let seconds = at.elapsed().as_secs();
        Some(Duration::from_secs(60 - seconds % 60))
    }

    /// The sentences at the foot of the path.
    pub(super) fn foot(&self) -> String {
        let text = self.text();
        let mut sentences = Vec::new();
        if let Some(stock) = &self.stock {
            let date = stock.catalogue.date();
            let key = if date.days_until(self.today) > OLD_DAYS {
                "window-catalogue-old"
            } else {
                "window-catalogue-of"
            };
            sentences.push(text.format(key, &[("date", Arg::from(text.short_date(date)))]));
        }
        sentences.extend(self.drawing_note());
        sentences.join("\n")
    }

    /// What the frame of the window says.
    pub(super) fn title(&self) -> String {
        let program = self.text().get("app-name");
        let Some(session) = &self.session else {
            return program.into_owned();
        };
        let mark = if session.document().is_dirty() {
            "● "
        } else {
            ""
        };
        format!("{mark}{} – {program}", self.document_name())
    }
}

/// A catalogue is old after so many days.
const OLD_DAYS: i64 = 180;
