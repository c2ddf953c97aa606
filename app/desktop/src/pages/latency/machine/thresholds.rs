//! The words beside speeds in their colours, and from which speed on each is said.

use egui::{Color32, Ui};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use crate::look::Look;
use crate::measuring::verdict::{
    COMFORTABLE_TOKENS_PER_SECOND, READING_TOKENS_PER_SECOND, Verdict,
};
use crate::pages::parts::{note, point};
use crate::widgets::Icon;

/// The colour of a word.
pub(super) const fn colour(look: &Look, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::Comfortable => look.good,
        Verdict::Usable => look.caution,
        Verdict::TooSlow => look.bad,
    }
}

/// The word itself.
pub(super) fn word(text: Text, verdict: Verdict) -> String {
    text.get(&format!("here-verdict-{}", verdict.key()))
        .into_owned()
}

/// From which speed on each word is said; `target` is the speed that the case asks for, 0 where it
/// asks for none.
pub(super) fn thresholds(text: Text, target: f64) -> String {
    let speed = |value: f64| Arg::from(text.number(value, Digits::Significant(2)));
    let (key, comfortable) = if target <= 0.0 {
        ("here-words-by-reading", COMFORTABLE_TOKENS_PER_SECOND)
    } else if target > READING_TOKENS_PER_SECOND {
        ("here-words-by-target", target)
    } else {
        // Whoever asks for less than people read is content with it: nothing lies between.
        ("here-words-by-low-target", target)
    };
    text.format(
        key,
        &[
            ("comfortable", speed(comfortable)),
            ("usable", speed(READING_TOKENS_PER_SECOND)),
        ],
    )
}

/// The word for a speed, with its thresholds.
pub(super) fn sentence(ui: &mut Ui, text: Text, tokens_per_second: f64, target: f64) {
    let look = Look::of(ui);
    let verdict = Verdict::of(tokens_per_second, target);
    let icon = match verdict {
        Verdict::Comfortable => Icon::Tick,
        Verdict::Usable => Icon::Ring,
        Verdict::TooSlow => Icon::Exclamation,
    };
    let words = text.get(&format!("here-word-{}", verdict.key()));
    point(ui, icon, colour(&look, verdict), words);
    note(ui, thresholds(text, target));
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_text::Locale;

    #[test]
    fn thresholds_are_those_that_words_are_chosen_by() {
        let text = Text::new(Locale::En);
        for (target, said) in [
            (
                0.0,
                "comfortable from 11 tokens a second, twice as fast as people read; usable from 5.3, as fast as they read; too slow below",
            ),
            (
                40.0,
                "comfortable from 40 tokens a second, the case’s target; usable from 5.3, as fast as people read; too slow below",
            ),
            (
                3.0,
                "comfortable from 3 tokens a second, the case’s target, which is less than the 5.3 at which people read; too slow below",
            ),
        ] {
            assert_eq!(thresholds(text, target), said);
        }
    }
}
