//! The look at graphics processors, in child processes: one for the cards, one an interface.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::thread;

use serde::{Deserialize, Serialize};
use weighbridge_units::{Arg, Describe};

use super::{adapters, cards};
use crate::child::{Child, ChildFailure, Limits, serve};
use crate::transcript::{AdapterSaid, Answer, BackendSaid, CardSaid, Transcript};

/// The kind of work, as children know it.
pub const LOOK: &str = "look-at-graphics";

/// Drivers that wake up a card take seconds.
const LIMITS: Limits = Limits::seconds(30);

/// What a child is asked.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Request {
    Cards,
    Adapters(String),
}

/// What it answers.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reply {
    Cards(Answer<Vec<CardSaid>>),
    Adapters(Vec<AdapterSaid>),
}

/// The child's side of [`read`](super::read).
pub fn serve_look() -> ExitCode {
    serve::<Request, (), Reply>(|request, _| {
        Ok(match request {
            Request::Cards => Reply::Cards(cards::read()),
            Request::Adapters(backend) => Reply::Adapters(adapters::read(&backend)),
        })
    })
}

/// Asks all children at once.
pub(super) fn ask(child: &Child, transcript: &mut Transcript) {
    let ask_one = |request: &Request| -> Result<Reply, ChildFailure> {
        child.ask(request, LIMITS, &AtomicBool::new(false), &mut |(): ()| {})
    };
    thread::scope(|scope| {
        let backends: Vec<_> = adapters::backends_here()
            .map(|name| {
                let request = Request::Adapters(name.to_owned());
                (name, scope.spawn(move || ask_one(&request)))
            })
            .collect();
        transcript.cards = match ask_one(&Request::Cards) {
            Ok(Reply::Cards(cards)) => cards,
            Ok(Reply::Adapters(_)) => failed(&ChildFailure::Garbled("adapters".to_owned())),
            Err(failure) => failed(&failure),
        };
        for (name, answer) in backends {
            let adapters = match answer.join() {
                Ok(Ok(Reply::Adapters(adapters))) => Answer::Said(adapters),
                Ok(Err(failure)) => failed(&failure),
                Ok(Ok(Reply::Cards(_))) | Err(_) => {
                    failed(&ChildFailure::Garbled("cards".to_owned()))
                }
            };
            transcript.backends.push(BackendSaid {
                backend: name.to_owned(),
                adapters,
            });
        }
    });
}

fn failed<T>(failure: &ChildFailure) -> Answer<T> {
    let message = failure.message();
    let text = |arg: &Arg| match arg {
        Arg::Text(text) => text.to_string(),
        Arg::Count(count) => count.to_string(),
        other => format!("{other:?}"),
    };
    Answer::Failed {
        key: message.key.to_string(),
        args: message
            .args
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
    }
}
