//! What happens while a model is timed, as the thread that times it tells.

use std::sync::atomic::AtomicBool;

use weighbridge_latency::{Forecast, Progress};
use weighbridge_machine::Machine;
use weighbridge_units::{Describe as _, Message};

use super::trace::Gaps;
use crate::measuring::here::{Asked, News, Refusal, Timed, time};
use crate::measuring::{Wanted, Writing};

/// What happens while a model is timed.
#[derive(Debug, Default)]
pub(super) struct Live {
    pub(super) name: String,
    /// Whether its weights are made up.
    pub(super) is_made_up: bool,
    /// Whether it was brought into sight.
    pub(super) was_shown: bool,
    pub(super) forecast: Option<Forecast>,
    pub(super) stage: Stage,
    /// Between the tokens of the repetition that is written now.
    pub(super) gaps: Gaps,
    /// The time limit of the plan.
    pub(super) limit_seconds: f64,
    pub(super) answered: u64,
    pub(super) requests: u64,
    /// What a model that knows words has written in this repetition.
    pub(super) said: String,
    /// What it wrote in the one before: the likeliest token is taken, so it writes the same again.
    pub(super) said_before: String,
    /// Why a file reads and writes no text, where it does not.
    pub(super) no_text: Option<Message>,
    pub(super) users: u32,
}

/// What is done just now.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// The machine is looked at, and the model made ready.
    #[default]
    Preparing,
    /// A repetition that does not count.
    WarmingUp,
    /// Repetitions that count.
    Timing,
    /// The three times of a GPU are told apart.
    TellingApart,
}

/// What the thread that times a model tells.
#[derive(Debug)]
pub(super) enum Told {
    /// What happens.
    News(News),
    /// Why a file reads and writes no text; the run goes on with made-up tokens.
    NoText(Message),
}

/// Times a model; where it is a file's, with a prompt in words, and with the text that each token
/// of the first user completes.
pub(super) fn time_and_read(
    machine: &Machine,
    mut asked: Asked,
    words: Option<&str>,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(Told),
) -> Result<Timed, Refusal> {
    let mut writing = match &asked.wanted {
        Wanted::MadeUp { .. } => None,
        Wanted::File(_) => match Writing::of(&asked.wanted) {
            Ok(writing) => Some(writing),
            Err(why) => {
                tell(Told::NoText(why.message()));
                None
            }
        },
    };
    let ids = writing.as_ref().zip(words);
    let ids = ids.map(|(writing, words)| writing.read(words));
    asked.prompt = ids.filter(|ids| !ids.is_empty());
    time(machine, &asked, cancel, &mut |mut news| {
        if let Some(writing) = &mut writing {
            match &mut news {
                News::Timing(Progress::Began { .. }) => writing.begin(),
                News::Timing(Progress::Token {
                    user: 0,
                    token: Some(token),
                    text,
                    ..
                }) => *text = Some(writing.token(*token)),
                _ => {}
            }
        }
        tell(Told::News(news));
    })
}

impl Live {
    /// What the model wrote, the whole of it where a repetition came to its end.
    pub(super) fn text(&self) -> Option<String> {
        let longest = match self.said.len() < self.said_before.len() {
            true => &self.said_before,
            false => &self.said,
        };
        Some(longest.clone()).filter(|text| !text.is_empty())
    }

    pub(super) fn hear(&mut self, news: News) {
        match news {
            News::Forecast(forecast) => self.forecast = Some(forecast),
            News::Preparing => self.stage = Stage::Preparing,
            News::Ready(_) => {}
            News::TellingApart => self.stage = Stage::TellingApart,
            News::Timing(Progress::Began { load, counts, .. }) => {
                self.stage = if counts {
                    Stage::Timing
                } else {
                    Stage::WarmingUp
                };
                self.users = load.users().unwrap_or(1);
                if !self.said.is_empty() {
                    self.said_before = std::mem::take(&mut self.said);
                }
                // With several users others' prompts are read before the second token.
                self.gaps.begin(usize::from(self.users > 1));
            }
            News::Timing(Progress::Token {
                user,
                seconds,
                text,
                ..
            }) => {
                if let Some(text) = text {
                    self.said.push_str(&text);
                }
                if user == 0 {
                    self.gaps.token(seconds);
                }
            }
            News::Timing(Progress::Answered(_)) => self.answered += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_latency::Load;

    fn token(user: u32, seconds: f64) -> News {
        News::Timing(Progress::Token {
            user,
            token: Some(5),
            text: None,
            seconds,
            counts: true,
        })
    }

    #[test]
    fn gaps_are_those_of_one_user_and_one_repetition() {
        let mut live = Live::default();
        let began = |counts| {
            News::Timing(Progress::Began {
                prompt_tokens: 8,
                load: Load::Users(2),
                repeat: 0,
                counts,
            })
        };
        live.hear(began(false));
        assert_eq!(live.stage, Stage::WarmingUp);
        for news in [token(0, 0.5), token(1, 0.5), token(0, 0.75), token(0, 1.0)] {
            live.hear(news);
        }
        // Between the first and the second token the other user's prompt is read.
        assert_eq!(live.gaps.seconds(), [0.25]);
        live.hear(began(true));
        assert_eq!((live.stage, live.users), (Stage::Timing, 2));
        assert!(live.gaps.seconds().is_empty());
        live.hear(token(0, 0.125));
        assert!(live.gaps.seconds().is_empty());
    }
}
