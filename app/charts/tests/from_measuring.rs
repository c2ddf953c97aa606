//! Charts of what was measured: they say who answers first, and are drawn in every language.
//!
//! With `WEIGHBRIDGE_PICTURES=FOLDER`, they are written there to be looked at.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weighbridge_charts::from_measuring::{Answered, Side, answers_by_users};
use weighbridge_charts::{Chart, Layout, Scene, Sheet, Tokens, svg};
use weighbridge_text::{Locale, Text};

fn side(name: &str, points: &[(f64, f64)]) -> Side {
    Side {
        name: name.to_owned(),
        points: points
            .iter()
            .map(|(users, seconds)| Answered {
                users: *users,
                seconds: *seconds,
                spread: Some((0.8 * seconds, 1.3 * seconds)),
            })
            .collect(),
    }
}

fn chart(locale: Locale, there: &[(f64, f64)], here: &[(f64, f64)]) -> Option<Chart> {
    let sides = [
        side("flagship at A vendor", there),
        side("Llama-3.1-8B on 1 × RTX-4090 with vllm", here),
    ];
    answers_by_users(Text::new(locale), &sides, 300.0, "as measured".to_owned())
}

#[test]
fn the_title_says_what_was_measured_and_never_more() {
    for (there, here, title) in [
        (
            &[(1.0, 2.0), (16.0, 9.0)][..],
            &[(1.0, 4.0), (16.0, 5.0)][..],
            "Alone flagship at A vendor answers first, with 16 at once Llama-3.1-8B on 1 × RTX-4090 with vllm: 5 s against 9 s",
        ),
        (
            &[(1.0, 2.0), (16.0, 3.0)],
            &[(1.0, 4.0), (16.0, 50.0)],
            "flagship at A vendor answers first alone and with 16 at once: 3 s against 50 s then",
        ),
        (
            &[(1.0, 2.0)],
            &[(1.0, 1.5), (8.0, 4.0)],
            "Alone Llama-3.1-8B on 1 × RTX-4090 with vllm answers first: 1.5 s against 2 s",
        ),
        (
            &[(4.0, 2.0)],
            &[(1.0, 1.5)],
            "Both sides were measured, but with no number of users that they share",
        ),
    ] {
        let chart = chart(Locale::En, there, here).unwrap();
        assert_eq!(chart.title.replace('\u{a0}', " "), title);
        assert!(chart.summary.starts_with(&chart.title));
        assert_eq!(chart.table.rows.len(), there.len() + here.len());
    }
    assert_eq!(chart(Locale::En, &[], &[(1.0, 1.5)]), None);
}

#[test]
fn it_is_drawn_in_every_language() {
    for locale in Locale::ALL {
        let there = [(1.0, 2.0), (4.0, 3.0), (16.0, 9.0)];
        let here = [(1.0, 4.0), (4.0, 4.2), (16.0, 5.0)];
        let chart = chart(locale, &there, &here).unwrap();
        let text = Text::new(locale);
        let layout = Layout::new(&chart, Sheet::A4_WIDTH, &text);
        assert_eq!(layout.labels_left_out, 0, "{locale}");
        let scene = Scene::of_layout(&chart, &layout);
        let written = svg::write(&scene, &Tokens::built_in().paper);
        assert!(
            !written.contains("[answers"),
            "{locale}: a key without words"
        );
        if let Ok(folder) = std::env::var("WEIGHBRIDGE_PICTURES") {
            let file = std::path::Path::new(&folder).join(format!("answers-{locale}.svg"));
            std::fs::write(file, written).unwrap();
        }
    }
}
