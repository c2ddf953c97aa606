//! The paper of one chart of each kind, mark by mark; a changed picture is looked at before it is accepted.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use weighbridge_charts::{PlainNumbers, Role, Scene, Sheet, Tokens, svg};

#[test]
fn one_chart_of_each_kind_keeps_its_marks() {
    for (name, chart) in [
        ("lines", common::cumulative(3, 1e3, false)),
        ("band", common::cumulative(1, 1e3, true)),
        ("stacked-bars", common::breakdown(4, 1e3)),
        ("break-even", common::break_even()),
        ("scatter", common::scatter(4)),
        ("dots", common::odds::dots(412e3, 210e3)),
        ("tornado", common::odds::tornado(412.0)),
        ("spider", common::odds::spider()),
        ("exceedance", common::odds::exceedance(3)),
        ("options-bars", common::odds::regret(3)),
        ("graded-bars", common::odds::ranks()),
        ("bar-grid", common::odds::weights()),
        ("region-map", common::odds::map(9)),
        ("capacity", common::serving::capacity(35.0)),
        ("roofs", common::serving::roofs(32.0)),
        ("tradeoff", common::serving::tradeoff(30.0)),
        ("spans", common::serving::spans(2.2)),
        ("columns", common::serving::columns(5.0, Some(7.0))),
    ] {
        let scene = Scene::new(&chart, Sheet::A4_WIDTH, &PlainNumbers);
        insta::assert_snapshot!(name, svg::write(&scene, &Tokens::built_in().paper));
    }
}

#[test]
fn text_is_never_in_a_series_colour() {
    use weighbridge_charts::Mark;
    for (name, chart) in common::all() {
        let scene = Scene::new(&chart, Sheet::SLIDE, &PlainNumbers);
        for mark in &scene.marks {
            if let Mark::Text { fill, text, .. } = mark {
                let allowed = matches!(fill, Role::Ink | Role::Muted | Role::OnPart);
                assert!(allowed, "{name}: {text} in {fill:?}");
            }
        }
    }
}

#[test]
fn themes_change_colours_and_nothing_else() {
    let tokens = Tokens::built_in();
    let scene = Scene::new(&common::breakdown(3, 1e3), Sheet::SLIDE, &PlainNumbers);
    let bare = |palette| {
        let written = svg::write(&scene, palette);
        let parts: Vec<&str> = written.split('#').collect();
        parts
            .iter()
            .enumerate()
            .map(|(index, part)| if index == 0 { part } else { &part[6..] })
            .collect::<String>()
    };
    assert_eq!(bare(&tokens.light), bare(&tokens.dark));
    assert_ne!(
        svg::write(&scene, &tokens.light),
        svg::write(&scene, &tokens.dark)
    );
}
