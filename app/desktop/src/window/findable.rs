//! What the palette finds besides commands: inputs, options, results.

use weighbridge_engine::explain::{ResultPart, ResultRef};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_session::Session;
use weighbridge_text::{Locale, Text};
use weighbridge_units::Arg;

use crate::widgets::Entry;

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    /// An input.
    Input(InputPath),
    /// An option.
    Option(OptionId),
    /// A result.
    Result(ResultRef),
}

/// The entries of a case, made again when the case or the language has changed.
#[derive(Debug, Default)]
pub(super) struct Findable {
    made_for: Option<(u64, Locale)>,
    /// As the palette shows them.
    pub(super) entries: Vec<Entry>,
    targets: Vec<Target>,
}

impl Findable {
    /// Makes the entries anew where they are old.
    pub(super) fn refresh(&mut self, session: &Session) {
        let text = session.text();
        let now = (session.document().generation(), text.locale());
        if self.made_for == Some(now) {
            return;
        }
        self.made_for = Some(now);
        self.entries.clear();
        self.targets.clear();
        self.add_options(session, text);
        self.add_results(session, text);
        self.add_inputs(session, text);
    }

    /// What stands at this place of the entries.
    pub(super) fn target(&self, index: usize) -> Option<&Target> {
        self.targets.get(index)
    }

    fn add(&mut self, entry: Entry, target: Target) {
        self.entries.push(entry);
        self.targets.push(target);
    }

    fn add_options(&mut self, session: &Session, text: Text) {
        for option in &session.scenario().options {
            let entry = Entry {
                title: option.name.clone(),
                note: text.get("window-found-option").into_owned(),
                aliases: format!("options.{}", option.id),
                ..Entry::default()
            };
            self.add(entry, Target::Option(option.id.clone()));
        }
    }

    fn add_results(&mut self, session: &Session, text: Text) {
        for option in &session.outcome().options {
            for measure in Measure::ALL {
                let Some(value) = option.get(*measure) else {
                    continue;
                };
                let result = ResultRef {
                    option: option.id.clone(),
                    part: ResultPart::Measure(*measure),
                };
                let key = format!("measure-{}", measure.key().replace('_', "-"));
                let name = text.get(&key).into_owned();
                let entry = Entry {
                    title: text.format("window-found-result", &[("result", Arg::from(name))]),
                    note: option.name.clone(),
                    figure: text.quantity(value, measure.unit()),
                    aliases: result.name(),
                };
                self.add(entry, Target::Result(result));
            }
        }
    }

    fn add_inputs(&mut self, session: &Session, text: Text) {
        // Inputs of money are held and typed in dollars.
        let text = text.in_dollars();
        let scenario = session.scenario();
        scenario.each_figure(&mut |place, figure| {
            let option = place.option.and_then(|id| scenario.option(id));
            let path = place.path();
            let text = text.about_input(scenario, path.as_str());
            let entry = Entry {
                title: text
                    .field_label(place.spec.group, place.spec.name)
                    .into_owned(),
                note: option.map_or_else(String::new, |option| option.name.clone()),
                figure: text.quantity(figure.value, place.spec.unit),
                aliases: path.to_string(),
            };
            self.add(entry, Target::Input(path));
        });
    }
}
