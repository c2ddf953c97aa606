//! Which endpoint is asked for what, and what came of it.

use std::sync::atomic::AtomicBool;

use egui::Context;
use weighbridge_engine::scenario::OptionId;
use weighbridge_latency::endpoint::{
    Address, BadAddress, Budget, Endpoint, Interface, Key, Limits, PlannedCost, Prices, Trouble,
    time,
};
use weighbridge_latency::{Arrivals, Failure, Plan, Progress, Run, Summary};
use weighbridge_units::{Describe as _, Message, PartialDate};

use super::super::machine::trace::Gaps;
use super::super::machine::work::Work;
use crate::pages::charts::ChartCache;
use crate::pages::parts::{Cached, Stamp};
use weighbridge_charts::Chart;

/// Users at once that may be asked for.
const USERS: std::ops::RangeInclusive<u32> = 1..=512;

/// Most numbers of users that one run tries.
const MOST_TRIED: usize = 12;

/// What times of arrival are drawn from.
const SEED: u64 = 1;

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
    /// The chart of an interface beside a machine.
    pub(super) beside: Cached<Stamp, Option<Chart>>,
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
    /// Whether requests arrive at random, whether or not earlier ones are answered.
    pub(super) at_random: bool,
    /// Users at once, as typed: several numbers with commas between them.
    pub(super) users: String,
    /// Requests a second at random.
    pub(super) per_second: f64,
    /// Requests in all at random.
    pub(super) requests: f64,
    pub(super) input_usd_per_mtok: f64,
    pub(super) output_usd_per_mtok: f64,
    pub(super) ceiling_usd: f64,
    /// What was agreed to; anything else is to be agreed to anew.
    agreed: Option<Agreed>,
    /// The option of the case that buys there.
    pub(super) option: Option<OptionId>,
}

/// What may be sent where, and what it may cost.
#[derive(Debug, Clone, PartialEq)]
struct Agreed {
    url: String,
    model: String,
    plan: Plan,
    usd: f64,
    ceiling_usd: f64,
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
            at_random: false,
            users: "1".to_owned(),
            per_second: 1.0,
            requests: 50.0,
            input_usd_per_mtok: 0.0,
            output_usd_per_mtok: 0.0,
            ceiling_usd: 1.0,
            agreed: None,
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
    /// Those of them that the server refused because they came too fast.
    pub(super) limited: u64,
    pub(super) requests: u64,
    pub(super) said: String,
    /// The model that was asked for.
    pub(super) name: String,
}

impl Asked {
    pub(super) fn address(&self) -> Result<Address, BadAddress> {
        Address::parse(self.url.trim(), Interface::Chat)
    }

    pub(super) fn plan(&self) -> Plan {
        let concurrency = self.concurrency().unwrap_or_default();
        Plan {
            prompt_tokens: vec![self.prompt_tokens as u32],
            output_tokens: self.output_tokens as u32,
            repeats: if concurrency.len() > 1 { 3 } else { 5 },
            concurrency,
            arrivals: self.at_random.then_some(Arrivals {
                per_second: self.per_second,
                requests: self.requests as u32,
                seed: SEED,
            }),
            ..Plan::default()
        }
    }

    /// The numbers of users at once; none where what was typed is no list of such numbers.
    pub(super) fn concurrency(&self) -> Option<Vec<u32>> {
        let numbers = self.users.split([',', ';', ' ']);
        let numbers = numbers.filter(|number| !number.is_empty());
        let list: Option<Vec<u32>> = numbers
            .map(|number| number.parse().ok().filter(|users| USERS.contains(users)))
            .collect();
        list.filter(|list| (1..=MOST_TRIED).contains(&list.len()))
    }

    fn agreement(&self) -> Agreed {
        Agreed {
            url: self.url.trim().to_owned(),
            model: self.model.trim().to_owned(),
            plan: self.plan(),
            usd: self.planned().usd,
            ceiling_usd: self.ceiling_usd,
        }
    }

    /// Whether exactly this was agreed to.
    pub(super) fn agrees(&self) -> bool {
        self.agreed.as_ref() == Some(&self.agreement())
    }

    pub(super) fn agree(&mut self, agrees: bool) {
        self.agreed = agrees.then(|| self.agreement());
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
            address.is_loopback() || (self.agrees() && self.planned().usd <= self.ceiling_usd);
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
            name: endpoint.model.clone(),
            ..Live::default()
        };
        if !self.asked.key_is_variable {
            // A typed key serves one run.
            self.asked.key.clear();
        }
        // One agreement serves one run.
        self.asked.agreed = None;
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
                let is_limited = matches!(
                    answer.failure,
                    Some(Failure::Endpoint(Trouble::RateLimited { .. }))
                );
                self.limited += u64::from(is_limited);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
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
        away.agree(true);
        assert!(away.is_ready());
        // Whoever agreed to ten requests has not agreed to a hundred.
        away.users = "1, 2, 4".to_owned();
        assert!(!away.is_ready());
        away.agree(true);
        assert!(away.is_ready());
        away.output_usd_per_mtok = 1e6;
        away.agree(true);
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
    fn load_is_users_at_once_or_requests_at_random() {
        let mut asked = asked("http://localhost:1");
        for (typed, users) in [
            ("1", Some(vec![1])),
            ("1, 2,4 ; 8", Some(vec![1, 2, 4, 8])),
            ("", None),
            ("two", None),
            ("0", None),
            ("1, 100000", None),
            ("1,1,1,1,1,1,1,1,1,1,1,1,1", None),
        ] {
            asked.users = typed.to_owned();
            assert_eq!(asked.concurrency(), users, "{typed}");
            assert_eq!(asked.is_ready(), users.is_some(), "{typed}");
        }
        // At random nobody looks at users.
        asked.at_random = true;
        (asked.per_second, asked.requests) = (2.5, 40.0);
        let arrivals = asked.plan().arrivals.unwrap();
        assert_eq!((arrivals.per_second, arrivals.requests), (2.5, 40));
        assert!(asked.is_ready());
        // The warm-up and the two questions that count words come on top.
        assert_eq!(asked.planned().requests, 43);
    }

    #[test]
    fn a_key_is_never_shown() {
        let mut asked = asked("http://localhost:1");
        asked.key = "secret".to_owned();
        assert!(!format!("{asked:?}").contains("secret"));
    }
}
