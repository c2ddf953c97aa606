//! The answer in words.

use weighbridge_engine::finding::Finding;
use weighbridge_units::Arg;

use super::choice::Choice;
use crate::pages::Page;
use crate::pages::parts::how_sure as base_case;

/// The option to choose, and by how much.
pub(super) fn headline(choice: &Choice<'_>) -> String {
    choice
        .words
        .headline(choice.weighing, &choice.recommendation)
}

/// One line: the odds, between which amounts the lead lies, and which options are out.
///
/// Odds of the case before are said to be so by the strip below; here they are left out.
pub(super) fn how_sure(page: &Page<'_>, choice: &Choice<'_>) -> String {
    let text = page.text;
    let mut sentences = Vec::new();
    match choice.now() {
        Some(futures) if choice.has_spread() => {
            let sure = choice
                .words
                .how_sure(&choice.recommendation, &futures.prospects);
            sentences.push(sure);
        }
        Some(_) => sentences.push(text.get("decision-no-ranges").into_owned()),
        None => sentences.push(base_case(page)),
    }
    sentences.push(choice.words.gates(choice.weighing));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// Findings as sentences, those that stop an option first; what holds for several options is said once.
pub(super) fn findings(page: &Page<'_>) -> Vec<(bool, String)> {
    let (text, outcome) = (page.text, page.session.outcome());
    let name = |finding: &Finding| {
        finding
            .option()
            .and_then(|id| outcome.option(id))
            .map(|option| option.name.clone())
    };
    let (mut sentences, mut estimated, mut old, mut doubtful) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for finding in &outcome.findings {
        match (finding, name(finding)) {
            (Finding::ThroughputEstimated { .. }, Some(name)) => estimated.push(name),
            (Finding::OldPresets { records, .. }, name) => old.push(counted(page, name, *records)),
            (Finding::DoubtfulPresets { records, .. }, name) => {
                doubtful.push(counted(page, name, *records))
            }
            (_, Some(name)) => {
                let args = [
                    ("option", Arg::from(name)),
                    ("sentence", Arg::from(text.describe(finding))),
                ];
                sentences.push((finding.is_grave(), text.format("decision-about", &args)));
            }
            (_, None) => sentences.push((finding.is_grave(), text.describe(finding))),
        }
    }
    sentences.sort_by_key(|(is_grave, _)| !is_grave);
    for (key, options) in [
        ("decision-estimated", estimated),
        ("decision-old", old),
        ("decision-doubtful", doubtful),
    ] {
        if !options.is_empty() {
            let options = Arg::from(text.list(options));
            sentences.push((false, text.format(key, &[("options", options)])));
        }
    }
    sentences
}

/// "GPT-6.1 Sol (10)"; figures that belong to no option are those of the case.
fn counted(page: &Page<'_>, name: Option<String>, records: usize) -> String {
    let name = name.unwrap_or_else(|| page.text.get("decision-the-case").into_owned());
    format!("{name} ({records})")
}
