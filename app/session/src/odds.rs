//! How sure the choice is: the odds of the newest scenario, found on a thread of their own.
//!
//! First come odds of few draws, then those of all draws; a change of the scenario stops what it
//! overtakes, and the odds of the case before stay in sight until the next ones are there.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use weighbridge_engine::uncertainty::draws::{DrawFault, Settings};
use weighbridge_engine::uncertainty::{Evaluation, sample_with};
use weighbridge_engine::weighing::{
    Prospects, Recommendation, Review, Weighing, WhatIfTable, first_recommendation, prospects,
    recommendation, review, weigh_sampled, what_ifs,
};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_units::{Describe, Message};

use crate::document::Document;
use crate::jobs::{Event, Worker};

/// Draws of the first odds.
const FIRST_DRAWS: u32 = 600;

/// The share of the work that drawing and evaluating is.
const SAMPLE_SHARE: f64 = 0.5;

/// Progress is told in steps of this share.
const SHARE_TOLD: f64 = 0.05;

/// What is known of how sure the choice is.
#[derive(Debug, Default)]
pub struct Odds {
    worker: Option<Work>,
    /// The generation of the document that was asked about last.
    asked: Option<u64>,
    found: Option<Found>,
    fault: Option<OddsFault>,
    stopped: bool,
    done: f64,
    /// The number of the request that may go on, for threads that only want to know that.
    wanted: Arc<AtomicU64>,
}

/// A scenario whose odds are wanted.
#[derive(Debug)]
struct Request {
    scenario: Arc<Scenario>,
    number: u64,
    wanted: Arc<AtomicU64>,
}

impl Request {
    fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Acquire) == self.number
    }
}

type Work = Worker<Request, Progress, Result<Option<Futures>, DrawFault>>;

/// What is reported on the way.
#[derive(Debug)]
enum Progress {
    /// The share of the work on all draws that is done.
    Done(f64),
    /// Odds to show until better ones are there.
    Found(Box<Futures>),
}

/// What one sample says.
#[derive(Debug, Clone, PartialEq)]
pub struct Futures {
    /// The weighing, with gates judged at their own percentiles of the draws.
    pub weighing: Weighing,
    /// How sure the choice is.
    pub prospects: Prospects,
    /// What to do, and what would change it; without inputs among what would turn it round until
    /// those have been looked through.
    pub recommendation: Recommendation,
    /// Whether inputs have been looked through.
    pub knows_inputs: bool,
    /// The futures that the case names, as wholes.
    pub what_ifs: WhatIfTable,
    /// What looking again later is worth.
    pub review: Option<Review>,
}

/// Odds with the case they are about.
#[derive(Debug)]
struct Found {
    futures: Arc<Futures>,
    generation: u64,
    /// Of as many draws as the scenario asks for.
    is_full: bool,
}

/// Why there are no odds.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OddsFault {
    /// A range cannot be drawn from, or quantities cannot move together as they should.
    #[error(transparent)]
    Draw(#[from] DrawFault),
    /// The work broke off with a fault of the program.
    #[error("the odds could not be computed because of a fault of the program")]
    BrokeOff,
}

impl Describe for OddsFault {
    fn message(&self) -> Message {
        match self {
            OddsFault::Draw(fault) => fault.message(),
            OddsFault::BrokeOff => Message::new("decision-odds-broke-off"),
        }
    }
}

impl Odds {
    /// The newest odds there are, of this case or the one before.
    pub fn futures(&self) -> Option<&Arc<Futures>> {
        self.found.as_ref().map(|found| &found.futures)
    }

    /// Whether they are of the case as it is now.
    pub fn is_current(&self) -> bool {
        let found = self.found.as_ref().map(|found| found.generation);
        found.is_some() && found == self.asked
    }

    /// Whether they are of the case as it is now, and of all draws.
    pub fn is_full(&self) -> bool {
        self.is_current() && self.found.as_ref().is_some_and(|found| found.is_full)
    }

    /// Whether better odds are on their way.
    pub fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }

    /// The share of the work on all draws that is done.
    pub fn done_share(&self) -> f64 {
        self.done
    }

    /// Whether somebody stopped the work on this case before it was done.
    pub fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Why there are no odds of the case as it is now.
    pub fn fault(&self) -> Option<&OddsFault> {
        self.fault.as_ref()
    }

    /// A number that changes whenever the odds do, for what is made from them.
    pub fn stamp(&self) -> (Option<u64>, usize) {
        let found = self.found.as_ref();
        (
            found.map(|found| found.generation),
            found.map_or(0, |found| found.futures.prospects.draws),
        )
    }

    /// Takes what was found, and asks anew where the document has changed.
    ///
    /// `wake` is called on the other thread whenever there is something new.
    pub(crate) fn follow(&mut self, document: &Document, wake: impl Fn() + Send + 'static) {
        self.take();
        if self.asked == Some(document.generation()) {
            return;
        }
        self.asked = Some(document.generation());
        self.stopped = false;
        self.start(document.scenario(), wake);
    }

    /// Forgets what was found: the document is another one.
    pub(crate) fn forget(&mut self) {
        self.cancel();
        self.asked = None;
        self.found = None;
        self.fault = None;
        self.stopped = false;
    }

    /// Stops the work on this case; what was found stays.
    pub(crate) fn stop(&mut self) {
        if self.is_busy() {
            self.cancel();
            self.stopped = true;
        }
    }

    fn cancel(&mut self) {
        self.wanted.fetch_add(1, Ordering::AcqRel);
        if let Some(worker) = &mut self.worker {
            worker.cancel();
        }
    }

    /// Goes on where the work was stopped or broke off.
    pub(crate) fn resume(&mut self) {
        self.asked = None;
    }

    fn start(&mut self, scenario: &Arc<Scenario>, wake: impl Fn() + Send + 'static) {
        self.fault = None;
        self.done = 0.0;
        if self.worker.is_none() {
            self.worker = Worker::spawn("odds", work, wake).ok();
        }
        match &mut self.worker {
            Some(worker) => {
                let number = self.wanted.fetch_add(1, Ordering::AcqRel) + 1;
                worker.start(Request {
                    scenario: Arc::clone(scenario),
                    number,
                    wanted: Arc::clone(&self.wanted),
                });
            }
            // Without a thread there are no odds: the window must not wait for them.
            None => self.fault = Some(OddsFault::BrokeOff),
        }
    }

    fn take(&mut self) {
        let Some(worker) = &mut self.worker else {
            return;
        };
        for event in worker.poll() {
            match event {
                Event::Step { step, .. } => match step {
                    Progress::Done(share) => self.done = share,
                    Progress::Found(futures) => self.keep(*futures, false),
                },
                Event::Finished { result, .. } => match result {
                    Ok(Some(futures)) => self.keep(futures, true),
                    Ok(None) => self.stopped = true,
                    Err(fault) => self.fail(OddsFault::Draw(fault)),
                },
                Event::Failed { .. } => self.fail(OddsFault::BrokeOff),
                Event::Cancelled { .. } | Event::Started { .. } => {}
            }
        }
    }

    fn keep(&mut self, futures: Futures, is_full: bool) {
        // Events of older requests are thrown away by the worker.
        if let Some(generation) = self.asked {
            self.found = Some(Found {
                futures: Arc::new(futures),
                generation,
                is_full,
            });
        }
    }

    fn fail(&mut self, fault: OddsFault) {
        self.fault = Some(fault);
        self.found = None;
    }
}

impl Drop for Odds {
    fn drop(&mut self) {
        // The worker waits for its thread, which should not draw to the end for nobody.
        self.cancel();
    }
}

/// First odds of few draws, then what inputs would turn the choice round, then odds of all draws;
/// nothing where somebody stops it.
fn work(
    request: Request,
    report: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<Futures>, DrawFault> {
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let scenario = &request.scenario;
    let all = Settings::of(scenario, threads);
    let few = Settings {
        draws: all.draws.min(FIRST_DRAWS),
        ..all
    };
    let Some(mut first) = futures(&request, few, &mut |_| ControlFlow::Continue(()))? else {
        return Ok(None);
    };
    if report(Progress::Found(Box::new(first.clone()))).is_break() {
        return Ok(None);
    }
    first.recommendation = recommendation(scenario, &first.weighing, Some(&first.prospects));
    first.knows_inputs = true;
    if all.draws > few.draws {
        if report(Progress::Found(Box::new(first.clone()))).is_break() {
            return Ok(None);
        }
        let mut told = 0.0;
        let go_on = &mut |share: f64| {
            if share < told + SHARE_TOLD {
                return ControlFlow::Continue(());
            }
            told = share;
            report(Progress::Done(share))
        };
        let Some(found) = futures(&request, all, go_on)? else {
            return Ok(None);
        };
        // More draws change what inputs would do only where a gate is judged by them.
        let is_same = found.weighing.ranking == first.weighing.ranking;
        let advice = if is_same {
            Recommendation {
                find_out: found.recommendation.find_out.clone(),
                ..first.recommendation
            }
        } else {
            recommendation(scenario, &found.weighing, Some(&found.prospects))
        };
        first = Futures {
            recommendation: advice,
            knows_inputs: true,
            ..found
        };
    }
    Ok(Some(first))
}

/// What a sample with these settings says; nothing where `go_on` stops.
fn futures(
    request: &Request,
    settings: Settings,
    go_on: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Option<Futures>, DrawFault> {
    let scenario = &request.scenario;
    let is_wanted = || request.is_wanted();
    let mut how = Evaluation::on(settings.threads);
    how.keep.cumulative = true;
    how.go_on = &is_wanted;
    let (sample, flow) = sample_with(scenario, settings, &how)?;
    if flow.is_break() || go_on(SAMPLE_SHARE).is_break() {
        return Ok(None);
    }
    let rest = 1.0 - SAMPLE_SHARE;
    let prospects = prospects(scenario, &sample, &mut |share| {
        go_on(SAMPLE_SHARE + rest * share)
    });
    let Some(prospects) = prospects else {
        return Ok(None);
    };
    let weighing = weigh_sampled(scenario, &evaluate(scenario), &sample);
    Ok(Some(Futures {
        recommendation: first_recommendation(scenario, &weighing, Some(&prospects)),
        knows_inputs: false,
        what_ifs: what_ifs(scenario),
        review: review(scenario, &sample),
        weighing,
        prospects,
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use weighbridge_engine::figure::{Figure, Origin, Range, RangeReading, RangeShape};
    use weighbridge_engine::scenario::InputPath;

    use super::*;
    use crate::{Action, Session};

    /// A session on a sample with as many draws as said, and what wakes whoever waits for odds.
    fn session(draws: u32) -> Session {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("support-assistant"))
            .unwrap();
        let read =
            weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue).unwrap();
        let mut scenario = read.scenario;
        scenario.sampling.draws = draws;
        let document = Document::new(scenario, None);
        Session::new(document, catalogue, "2026-11-24".parse().unwrap())
    }

    fn waker() -> (impl Fn() + Send + Clone + 'static, Receiver<()>) {
        let (sender, wake) = channel();
        let ring = move || {
            let _ = sender.send(());
        };
        (ring, wake)
    }

    /// Follows the odds until `is_there`.
    fn follow(
        session: &mut Session,
        (ring, wake): &(impl Fn() + Send + Clone + 'static, Receiver<()>),
        is_there: impl Fn(&Odds) -> bool,
    ) {
        session.follow_odds(ring.clone());
        while !is_there(session.odds()) {
            wake.recv_timeout(Duration::from_secs(120)).unwrap();
            session.follow_odds(ring.clone());
        }
    }

    fn set_volume(session: &mut Session, requests: f64) {
        let effects = session.update(Action::SetValue {
            path: InputPath::new("workload.requests_per_month"),
            value: requests,
        });
        assert!(effects.changed);
    }

    #[test]
    fn odds_of_few_draws_come_first_and_those_of_all_draws_replace_them() {
        let (mut session, bell) = (session(700), waker());
        assert!(session.odds().futures().is_none());
        follow(&mut session, &bell, |odds| odds.futures().is_some());
        let first = session.odds().futures().unwrap().prospects.draws;
        assert!(first == 600 || first == 700, "{first}");
        follow(&mut session, &bell, Odds::is_full);
        let futures = session.odds().futures().unwrap();
        assert_eq!(futures.prospects.draws, 700);
        assert!(futures.knows_inputs);
        assert_eq!(futures.weighing.ranking, session.weighing().ranking);
    }

    #[test]
    fn after_a_change_the_odds_before_stay_until_the_newest_case_has_its_own() {
        let (mut session, bell) = (session(200), waker());
        follow(&mut session, &bell, Odds::is_full);
        let before = session.odds().stamp();
        for requests in [1e5, 2e5, 3e5] {
            set_volume(&mut session, requests);
            session.follow_odds(bell.0.clone());
            assert!(!session.odds().is_current());
            assert!(session.odds().futures().is_some());
        }
        assert_eq!(
            session.odds().stamp(),
            before,
            "nothing of a case overtaken is taken"
        );
        follow(&mut session, &bell, Odds::is_full);
        let newest = session.odds().futures().unwrap();
        // The same draws of the same case say the same.
        let (mut other, other_bell) = (self::session(200), waker());
        set_volume(&mut other, 3e5);
        follow(&mut other, &other_bell, Odds::is_full);
        assert_eq!(newest, other.odds().futures().unwrap());
    }

    #[test]
    fn work_that_is_stopped_keeps_what_was_found_and_goes_on_when_asked() {
        let (mut session, bell) = (session(1_000_000), waker());
        follow(&mut session, &bell, |odds| odds.futures().is_some());
        session.stop_odds();
        follow(&mut session, &bell, |odds| !odds.is_busy());
        assert!(session.odds().is_stopped() && session.odds().is_current());
        assert!(!session.odds().is_full());
        assert_eq!(session.odds().futures().unwrap().prospects.draws, 600);
        session.resume_odds();
        session.follow_odds(bell.0.clone());
        assert!(session.odds().is_busy() && !session.odds().is_stopped());
    }

    #[test]
    fn a_range_that_cannot_be_drawn_from_is_named_and_nothing_breaks() {
        let (mut session, bell) = (session(100), waker());
        let path = InputPath::new("workload.requests_per_month");
        let mut scenario = session.scenario().clone();
        let figure = Figure {
            value: 1e5,
            origin: Origin::Default,
            range: Some(Range {
                low: 2e5,
                high: 3e5,
                reading: RangeReading::Percentiles10And90,
                shape: RangeShape::Usual,
                quantity: None,
            }),
        };
        scenario.set_figure(&path, figure).unwrap();
        session.replace_document(Document::new(scenario, None));
        follow(&mut session, &bell, |odds| odds.fault().is_some());
        let fault = session.odds().fault().unwrap();
        let Some(OddsFault::Draw(DrawFault::Range(range))) = Some(fault) else {
            panic!("{fault}");
        };
        assert_eq!(range.path, path);
        // A good range brings the odds back.
        set_volume(&mut session, 1e5);
        follow(&mut session, &bell, Odds::is_full);
        assert!(session.odds().fault().is_none());
    }
}
