//! `sample`: the cases that come with the program.

use std::io::Write;

use weighbridge_catalogue::{PresetFile, sample_files, scenario};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message};

use super::failure::Failure;
use super::output::answer;

/// Prints the names of the samples, or the file of one.
///
/// # Errors
/// A sentence where there is no such sample.
pub(super) fn sample(
    name: Option<&str>,
    text: Text,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let samples = sample_files();
    if samples.is_empty() {
        return Err(Failure::plain("error-no-samples"));
    }
    let Some(name) = name else {
        return answer(output, &list(&samples, text));
    };
    match samples.iter().find(|sample| name_of(sample) == name) {
        Some(sample) => answer(output, sample.text),
        None => Err(Failure::Sentence(
            Message::new("error-unknown-sample")
                .with("name", name.to_owned())
                .with(
                    "allowed",
                    Arg::texts(samples.iter().map(|sample| name_of(sample).to_owned())),
                ),
        )),
    }
}

/// Names with the titles of their cases.
fn list(samples: &[PresetFile<'_>], text: Text) -> String {
    let catalogue = weighbridge_catalogue::built_in().ok();
    let width = samples
        .iter()
        .map(|sample| name_of(sample).len())
        .max()
        .unwrap_or(0);
    let mut lines = String::new();
    for sample in samples {
        let case = catalogue
            .as_ref()
            .and_then(|(catalogue, _)| scenario::read(&sample.path, sample.text, catalogue).ok());
        let title = case.map_or_else(
            || text.get("value-unknown").into_owned(),
            |file| file.scenario.question.title,
        );
        lines.push_str(&format!("{:width$}  {title}\n", name_of(sample)));
    }
    lines
}

/// The name of a sample's file without folder and ending.
fn name_of<'a>(sample: &'a PresetFile<'_>) -> &'a str {
    let name = sample.path.rsplit('/').next().unwrap_or(&sample.path);
    name.strip_suffix(scenario::EXTENSION)
        .map_or(name, |stem| stem.trim_end_matches('.'))
}
