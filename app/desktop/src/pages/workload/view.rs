//! The workload in words: tokens by month, words in a request, what a target means to people.

use weighbridge_engine::catalogue::Assumption;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::{Demand, MonthDemand};
use weighbridge_session::Session;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Message, Unit};

/// Usual targets in seconds.
///
/// # Source
/// Nielsen, Usability Engineering (1993), chapter 5: up to a second the flow of thought is not
/// interrupted, after ten seconds attention is lost.
pub(super) const FIRST_TOKEN_TARGETS: [f64; 5] = [0.0, 0.5, 1.0, 3.0, 10.0];

/// Usual targets in tokens a second: a little below, at, and well above reading speed.
pub(super) const SPEED_TARGETS: [f64; 5] = [0.0, 7.0, 15.0, 30.0, 60.0];

/// Words a minute that adults read silently in English.
///
/// # Source
/// Brysbaert, “How many words do we read per minute?”, Journal of Memory and Language 109 (2019).
const READING_WORDS_PER_MINUTE: f64 = 238.0;

/// The headline, and one line under it.
pub(super) fn headline(session: &Session, text: Text) -> (String, String) {
    let (first, last, months) = ends(session);
    let share = session.scenario().workload.growth_per_month.value;
    let requests = |month: &MonthDemand<f64>| text.compact(month.requests);
    let message = if share == 0.0 {
        Message::new("workload-headline-even").with("requests", requests(&first))
    } else {
        Message::new("workload-headline")
            .with("requests", requests(&first))
            .with("last", requests(&last))
            .with("month", Arg::Ordinal(i64::from(months)))
    };
    let workload = &session.scenario().workload;
    let line = Message::new("workload-line")
        .with(
            "input",
            number(text, workload.input_tokens_per_request.value),
        )
        .with(
            "output",
            number(text, workload.output_tokens_per_request.value),
        )
        .with("tokens", text.compact(first.call_tokens));
    (text.render(&message), text.render(&line))
}

/// Tokens of the first and of the last month, and of all.
pub(super) fn tokens_line(session: &Session, text: Text) -> String {
    let (first, last, months) = ends(session);
    let all: f64 = demand(session)
        .months
        .iter()
        .map(|month| month.call_tokens)
        .sum();
    let message = Message::new("workload-tokens")
        .with("now", text.compact(first.call_tokens))
        .with("last", text.compact(last.call_tokens))
        .with("all", text.compact(all))
        .with("month", Arg::Ordinal(i64::from(months)));
    text.render(&message)
}

/// Calls that the busiest hour brings, each second.
pub(super) fn shape_line(session: &Session, text: Text) -> String {
    let (first, ..) = ends(session);
    let workload = &session.scenario().workload;
    let seconds = workload.active_hours_per_month.value * 3_600.0;
    let average = first.calls / seconds;
    let busiest = average * workload.peak_factor.value;
    let message = Message::new("workload-shape")
        .with("average", number(text, average))
        .with("busiest", number(text, busiest));
    text.render(&message)
}

/// Requests that reach a model, of a hundred.
pub(super) fn savings_line(session: &Session, text: Text) -> String {
    let (first, ..) = ends(session);
    let workload = &session.scenario().workload;
    let plain = 1.0 - workload.cached_input_share.value - workload.cache_write_share.value;
    let message = Message::new("workload-savings")
        .with("requests", text.compact(first.requests))
        .with("calls", text.compact(first.calls))
        .with("plain", text.percent(plain.max(0.0), Digits::SCREEN));
    text.render(&message)
}

/// What the wait for the first token means to people.
pub(super) fn first_token_in_words(session: &Session, text: Text) -> String {
    let seconds = session
        .scenario()
        .workload
        .target_time_to_first_token_seconds
        .value;
    let key = match seconds {
        0.0 => "workload-first-token-none",
        seconds if seconds <= 1.0 => "workload-first-token-flow",
        seconds if seconds <= 10.0 => "workload-first-token-attention",
        _ => "workload-first-token-lost",
    };
    text.get(key).into_owned()
}

/// A writing speed against the speed at which people read.
pub(super) fn speed_in_words(session: &Session, text: Text) -> String {
    let speed = session.scenario().workload.target_tokens_per_second.value;
    let Some(rate) = tokens_per_word(session, text).filter(|_| speed > 0.0) else {
        return text.get("workload-speed-none").into_owned();
    };
    let words = rate.words_of(speed) * 60.0;
    let key = match words / READING_WORDS_PER_MINUTE {
        share if share < 0.9 => "workload-speed-slow",
        share if share < 4.0 => "workload-speed-comfortable",
        _ => "workload-speed-fast",
    };
    let message = Message::new(key)
        .with("words", text.number(words, Digits::Significant(2)))
        .with(
            "reading",
            text.number(READING_WORDS_PER_MINUTE, Digits::Significant(2)),
        );
    text.render(&message)
}

/// Whether a finding is about the shares of the workload.
pub(super) fn is_about_shares(finding: &Finding) -> bool {
    matches!(finding, Finding::SharesExceedWhole { option: None, .. })
}

/// How many tokens a word takes, in the first working language of which the catalogue knows it.
pub(super) struct WordRate {
    tokens_per_word: f64,
    /// The figure it rests on, in short.
    pub(super) note: String,
    /// What to know about it.
    pub(super) help: String,
    /// Whether it stays marked.
    pub(super) is_doubtful: bool,
}

impl WordRate {
    /// Words of so many tokens.
    pub(super) fn words_of(&self, tokens: f64) -> f64 {
        tokens / self.tokens_per_word
    }

    /// Tokens of so many words, whole.
    pub(super) fn tokens_of(&self, words: f64) -> f64 {
        (words * self.tokens_per_word).round()
    }
}

/// The rate for the case; nothing where the catalogue has none.
pub(super) fn tokens_per_word(session: &Session, text: Text) -> Option<WordRate> {
    let catalogue = session.catalogue();
    let own = &session.scenario().question.working_languages;
    let languages = own.iter().map(String::as_str).chain(["en"]);
    let (language, found) = languages
        .filter_map(|tag| {
            let language = tag.split('-').next().unwrap_or(tag);
            let found = catalogue.assumption(&format!("tokens.per-word.{language}"))?;
            Some((language.to_owned(), found))
        })
        .next()?;
    Some(word_rate(text, &language, found))
}

fn word_rate(text: Text, language: &str, found: &Assumption) -> WordRate {
    let sourcing = found.provenance.of("base");
    let message = Message::new("workload-word-rate")
        .with("rate", text.number(found.base, Digits::SCREEN))
        .with("language", Arg::key(format!("language-{language}")))
        .with(
            "quality",
            Arg::key(format!("quality-{}", sourcing.quality.key())),
        );
    WordRate {
        tokens_per_word: found.base,
        note: text.render(&message),
        help: text.get("workload-word-rate.help").into_owned(),
        is_doubtful: sourcing.quality.is_doubtful(),
    }
}

/// Demand of the first and the last month, and how many months there are.
fn ends(session: &Session) -> (MonthDemand<f64>, MonthDemand<f64>, u16) {
    let months = demand(session).months;
    let none = MonthDemand {
        requests: 0.0,
        calls: 0.0,
        call_tokens: 0.0,
    };
    let first = months.first().copied().unwrap_or(none);
    let last = months.last().copied().unwrap_or(none);
    (first, last, session.scenario().question.horizon_months)
}

fn demand(session: &Session) -> Demand<f64> {
    let scenario = session.scenario();
    let values = scenario.workload.map(&mut |_, figure| figure.value);
    Demand::of(&values, usize::from(scenario.question.horizon_months))
}

fn number(text: Text, value: f64) -> String {
    text.quantity(value, Unit::NONE)
}
