//! Which endpoint is asked for what, and what came of it.

use std::sync::atomic::AtomicBool;

use egui::Context;
use weighbridge_engine::scenario::OptionId;
use weighbridge_latency::endpoint::{
    Address, BadAddress, Budget, Endpoint, Interface, Key, Limits, PlannedCost, Prices, time,
};
use weighbridge_latency::{Plan, Progress, Run, Summary};
use weighbridge_units::{Describe as _, Message, PartialDate};

use super::super::machine::trace::Gaps;
use super::super::machine::work::Work;
use crate::pages::charts::ChartCache;
use crate::pages::parts::{Cached, Stamp};
use weighbridge_charts::Chart;

/// Users at once that are tried.
pub(super) const SWEEP: [u32; 4] = [1, 2, 4, 8];

/// Which endpoint is asked for what, and what came of it.
#[derive(Debug, Default)]
pub(in crate::pages::latency) struct State {
    pub(super) asked: Asked,
    asking: Option<Work<Progress, Result<Run, Message>>>,
    pub(super) live: Live,
    /// What was timed since the window opened, newest first.
    pub(super) runs: Vec<Kept>,
    pub(super) fault: Option<Message>,
    pub(super) charts: ChartCache,
    /// The chart of the newest run that tried several users.
    pub(super) by_users: Cached<(Stamp, usize), Option<Chart>>,
}

/// What the user has typed.
pub(super) struct Asked {
    pub(super) url: String,
    pub(super) model: String,
    /// The key, for this run only; or the name of a variable that holds it.
    pub(super) key: String,
    pub(super) key_is_variable: bool,
    pub(super) prompt_tokens: f64,
    pub(super) output_tokens: f64,
    pub(super) sweeps: bool,
    pub(super) input_usd_per_mtok: f64,
    pub(super) output_usd_per_mtok: f64,
    pub(super) ceiling_usd: f64,
    pub(super) agrees: bool,
    /// The option of the case that buys there.
    pub(super) option: Option<OptionId>,
}

impl std::fmt::Debug for Asked {
    /// Without the key, which is shown and written nowhere.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked")
            .field("url", &self.url)
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

impl Default for Asked {
    fn default() -> Asked {
        Asked {
            url: String::new(),
            model: String::new(),
            key: String::new(),
            key_is_variable: true,
            prompt_tokens: 128.0,
            output_tokens: 64.0,
            sweeps: false,
            input_usd_per_mtok: 0.0,
            output_usd_per_mtok: 0.0,
            ceiling_usd: 1.0,
            agrees: false,
            option: None,
        }
    }
}

/// A run that was kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) run: Run,
    pub(super) summary: Summary,
    pub(super) on: PartialDate,
    pub(super) option: Option<OptionId>,
    pub(super) is_in_case: bool,
}

/// What happens meanwhile.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// Between the pieces of the first user's answer.
    pub(super) gaps: Gaps,
    pub(super) answered: u64,
    pub(super) failed: u64,
    pub(super) requests: u64,
    pub(super) said: String,
}

impl Asked {
    pub(super) fn address(&self) -> Result<Address, BadAddress> {
        Address::parse(self.url.trim(), Interface::Chat)
    }

    pub(super) fn plan(&self) -> Plan {
        Plan {
            prompt_tokens: vec![self.prompt_tokens as u32],
            output_tokens: self.output_tokens as u32,
            concurrency: match self.sweeps {
                true => SWEEP.to_vec(),
                false => vec![1],
            },
            repeats: if self.sweeps { 3 } else { 5 },
            ..Plan::default()
        }
    }

    fn prices(&self) -> Prices {
        Prices {
            input_usd_per_mtok: self.input_usd_per_mtok,
            output_usd_per_mtok: self.output_usd_per_mtok,
        }
    }

    pub(super) fn planned(&self) -> PlannedCost {
        PlannedCost::of(&self.plan(), self.prices())
    }

    /// Whether nothing stands in the way of asking.
    pub(super) fn is_ready(&self) -> bool {
        let Ok(address) = self.address() else {
            return false;
        };
        let may_pay =
            address.is_loopback() || (self.agrees && self.planned().usd <= self.ceiling_usd);
        !self.model.trim().is_empty() && may_pay && self.plan().check().is_ok()
    }

    fn endpoint(&self) -> Result<Endpoint, Message> {
        let address = self.address().map_err(|bad| bad.message())?;
        let key = match self.key.trim() {
            "" => None,
            name if self.key_is_variable => {
                Some(Key::from_environment(name).map_err(|none| none.message())?)
            }
            typed => Some(Key::typed(typed).map_err(|none| none.message())?),
        };
        let budget = (!address.is_loopback()).then(|| Budget {
            prices: self.prices(),
            ceiling_usd: self.ceiling_usd,
        });
        Ok(Endpoint {
            address,
            model: self.model.trim().to_owned(),
            key,
            prompt: None,
            ignores_end: false,
            limits: Limits::default(),
            budget,
        })
    }
}

impl State {
    /// Asks the endpoint: the only thing here that uses the network.
    pub(super) fn ask(&mut self, context: &Context) {
        let endpoint = match self.asked.endpoint() {
            Ok(endpoint) => endpoint,
            Err(fault) => {
                self.fault = Some(fault);
                return;
            }
        };
        let plan = self.asked.plan();
        self.fault = None;
        self.live = Live {
            requests: plan.requests(),
            ..Live::default()
        };
        if !self.asked.key_is_variable {
            // A typed key serves one run.
            self.asked.key.clear();
        }
        self.asking = Some(Work::start(
            "times an endpoint",
            context,
            move |cancel: &AtomicBool, tell: &mut dyn FnMut(Progress)| {
                time(&endpoint, &plan, cancel, tell).map_err(|bad| bad.message())
            },
        ));
    }

    pub(super) fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.asking.as_ref().is_some_and(Work::is_cancelled)
    }

    pub(super) fn stop(&self) {
        if let Some(work) = &self.asking {
            work.cancel();
        }
    }

    /// Takes what the thread has told.
    pub(super) fn keep_up(&mut self, today: PartialDate) {
        let live = &mut self.live;
        match Work::take(&mut self.asking, |progress| live.hear(progress)) {
            None => {}
            Some(Some(Ok(run))) => {
                let kept = Kept {
                    summary: Summary::of(&run),
                    run,
                    on: today,
                    option: self.asked.option.clone(),
                    is_in_case: false,
                };
                self.runs.insert(0, kept);
            }
            Some(Some(Err(fault))) => self.fault = Some(fault),
            Some(None) => self.fault = Some(Message::new("window-broke-off")),
        }
    }
}

impl Live {
    fn hear(&mut self, progress: Progress) {
        match progress {
            Progress::Began { .. } => {
                self.gaps.begin(0);
                self.said.clear();
            }
            Progress::Token {
                user: 0,
                text,
                seconds,
                ..
            } => {
                self.said.extend(text);
                self.gaps.token(seconds);
            }
            Progress::Token { .. } => {}
            Progress::Answered(answer) => {
                self.answered += 1;
                self.failed += u64::from(!answer.is_whole());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(url: &str) -> Asked {
        Asked {
            url: url.to_owned(),
            model: "m".to_owned(),
            ..Asked::default()
        }
    }

    #[test]
    fn only_an_endpoint_on_this_machine_is_asked_without_agreeing_to_its_cost() {
        assert!(asked("http://127.0.0.1:8080/v1").is_ready());
        let mut away = asked("https://models.example/v1");
        assert!(!away.is_ready());
        away.agrees = true;
        assert!(away.is_ready());
        away.output_usd_per_mtok = 1e6;
        assert!(away.planned().usd > away.ceiling_usd);
        assert!(!away.is_ready());
    }

    #[test]
    fn what_cannot_be_asked_is_not() {
        assert!(!asked("models.example").is_ready());
        let mut nameless = asked("http://localhost:1");
        nameless.model = " ".to_owned();
        assert!(!nameless.is_ready());
    }

    #[test]
    fn a_key_is_never_shown() {
        let mut asked = asked("http://localhost:1");
        asked.key = "secret".to_owned();
        assert!(!format!("{asked:?}").contains("secret"));
    }
}
