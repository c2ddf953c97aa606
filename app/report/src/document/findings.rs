//! What a careful reader should know, option by option.

use serde::Serialize;
use weighbridge_engine::finding::Finding;

use super::Subject;
use super::table::option_colour;

/// The findings with the headings of their table.
#[derive(Debug, Serialize)]
pub(super) struct Findings {
    option: String,
    finding: String,
    rows: Vec<OptionFindings>,
}

/// The findings about one option, or about the case as a whole.
#[derive(Debug, Serialize)]
struct OptionFindings {
    name: String,
    /// The option's colour; nothing for the case as a whole.
    colour: Option<String>,
    sentences: Vec<Sentence>,
}

/// One finding.
#[derive(Debug, Serialize)]
struct Sentence {
    text: String,
    /// Whether it makes the option impossible.
    grave: bool,
}

/// The findings in the outcome's order: those of the case first, then by option.
pub(super) fn of(subject: &Subject<'_>) -> Findings {
    Findings {
        option: subject.get("column-option"),
        finding: subject.get("report-column-finding"),
        rows: rows(subject),
    }
}

fn rows(subject: &Subject<'_>) -> Vec<OptionFindings> {
    let findings = &subject.outcome.findings;
    let sentences = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<Sentence> {
        let wanted = findings.iter().filter(|finding| wanted(finding));
        wanted
            .map(|finding| Sentence {
                text: subject.text.describe(finding),
                grave: finding.is_grave(),
            })
            .collect()
    };
    let case = OptionFindings {
        name: subject.get("report-whole-case"),
        colour: None,
        sentences: sentences(&|finding| finding.option().is_none()),
    };
    let options = subject
        .outcome
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| OptionFindings {
            name: option.name.clone(),
            colour: Some(option_colour(place)),
            sentences: sentences(&|finding| finding.option() == Some(&option.id)),
        });
    std::iter::once(case)
        .chain(options)
        .filter(|findings| !findings.sentences.is_empty())
        .collect()
}
