//! A file of results that is being taken in: what was read, what its names stand for, and what of
//! it is added.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{ScrollArea, Ui};
use weighbridge_catalogue::importers::{
    self, Answers, Found, LARGEST_BYTES, Unresolved, resolve_all, to_measurement,
};
use weighbridge_engine::catalogue::{Catalogue, WeightFormat};
use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::Measurement;
use weighbridge_engine::serving::DeviceClass;
use weighbridge_session::Action;
use weighbridge_session::files::{Cause, FileError};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe as _, Message, Unit};

use super::choosers::{hardware, models};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::background::Background;
use crate::pages::options::running::engines;
use crate::pages::parts::note;
use crate::pages::typed::{Words, number_ui};
use crate::widgets::notice::{self, Tone};
use crate::widgets::{Entry, PickerWords, button, choice, page as parts_of_page, picker};

/// What a file gave, or one sentence why it gave nothing.
type Taken = Result<Arc<Read>, Message>;

/// What was read of a file.
#[derive(Debug)]
struct Read {
    head: Message,
    found: Vec<Found>,
    notes: Vec<Message>,
    questions: Questions,
}

/// What a file leaves open.
#[derive(Debug, Default)]
struct Questions {
    /// Names of models that nobody here knows; nothing where the file names none.
    models: BTreeSet<Option<String>>,
    /// The same of hardware.
    hardware: BTreeSet<Option<String>>,
    count: bool,
    engine: bool,
    weights: bool,
    at_once: bool,
}

/// A file that is being taken in.
#[derive(Debug)]
pub(super) struct Import {
    path: PathBuf,
    answers: Answers,
    /// Places of rows that are not to be added.
    left: BTreeSet<usize>,
    taken: Background<(PathBuf, Answers), Taken>,
}

impl Import {
    pub(super) fn of(path: PathBuf) -> Import {
        Import {
            path,
            answers: Answers::default(),
            left: BTreeSet::new(),
            taken: Background::default(),
        }
    }

    /// Draws what was read; returns whether it is over.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> bool {
        let text = page.text;
        let catalogue = Arc::clone(page.session.catalogue());
        let (path, answers) = (self.path.clone(), self.answers.clone());
        let key = (path.clone(), answers.clone());
        let known = self.taken.get("results", ui.ctx(), key, || {
            let catalogue = Arc::clone(&catalogue);
            Box::new(move |_| read(&path, &answers, &catalogue).map(Arc::new))
        });
        let (is_current, taken) = (known.is_current, known.result.cloned());
        if known.has_failed {
            notice::strip(ui, Tone::Bad, &text.get("window-broke-off"), None);
        } else if !is_current {
            let file = Arg::from(file_name(&self.path));
            note(ui, text.format("measurements-reading", &[("file", file)]));
        }
        let cancel = text.get("button-cancel");
        match taken {
            Some(Ok(read)) => self.read_ui(ui, page, &read, is_current),
            Some(Err(fault)) => {
                notice::strip(ui, Tone::Caution, &text.render(&fault), None);
                ui.add(button::quiet(&cancel)).clicked()
            }
            None => ui.add(button::quiet(&cancel)).clicked(),
        }
    }

    fn read_ui(&mut self, ui: &mut Ui, page: &mut Page<'_>, read: &Read, is_current: bool) -> bool {
        let text = page.text;
        parts_of_page::heading(ui, &text.render(&read.head));
        for said in &read.notes {
            note(ui, text.render(said));
        }
        self.questions_ui(ui, page, &read.questions);
        let room = Measurement::MOST.saturating_sub(page.session.scenario().measurements.len());
        let mut chosen: Vec<&Found> = Vec::new();
        let height = ScrollArea::vertical()
            .id_salt("results")
            .max_height(280.0)
            .auto_shrink([false, true]);
        height.show(ui, |ui| {
            for (place, one) in read.found.iter().enumerate().take(Measurement::MOST) {
                if row_ui(ui, text, place, one, &mut self.left) {
                    chosen.push(one);
                }
            }
        });
        if chosen.len() > room {
            let most = Arg::from(Measurement::MOST);
            let words = text.format("measurements-room", &[("most", most)]);
            notice::strip(ui, Tone::Caution, &words, None);
        }
        let may_add = is_current && !chosen.is_empty() && chosen.len() <= room;
        let add = text.format("measurements-add", &[("count", Arg::from(chosen.len()))]);
        let mut is_over = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = Look::of(ui).gap_small;
            if ui.add_enabled(may_add, button::primary(&add)).clicked() {
                let today = page.session.today();
                let list = chosen.iter().filter_map(|one| {
                    let conditions = conditions(text, one);
                    to_measurement(one, &conditions, today)
                });
                let list = list.collect();
                page.act(Action::AddMeasurements(list));
                is_over = true;
            }
            let cancel = text.get("button-cancel");
            is_over |= ui.add(button::quiet(&cancel)).clicked();
        });
        is_over
    }

    /// What the file leaves open, asked once for all rows it is about; what was answered may be
    /// answered otherwise.
    fn questions_ui(&mut self, ui: &mut Ui, page: &Page<'_>, open: &Questions) {
        let text = page.text;
        let catalogue = page.session.catalogue();
        let answers = &mut self.answers;
        let given = &mut answers.given;
        let names = names(&open.models, &answers.models, &given.model);
        for name in &names {
            let words = asked(text, name, "model");
            let chosen = answer_to(&answers.models, &given.model, name);
            if let Some(id) = pick(ui, text, &words, chosen, models(catalogue)) {
                answer(&mut answers.models, &mut given.model, name, id);
            }
        }
        let names = self::names(&open.hardware, &answers.hardware, &given.hardware);
        for name in &names {
            let words = asked(text, name, "hardware");
            let chosen = answer_to(&answers.hardware, &given.hardware, name);
            if let Some(id) = pick(ui, text, &words, chosen, hardware(catalogue)) {
                answer(&mut answers.hardware, &mut given.hardware, name, id);
            }
        }
        if open.engine || given.engine.is_some() {
            let choices = engines(page, DeviceClass::Other, "");
            let question = text.get("measurements-engine");
            let chosen = given.engine.as_deref();
            if let Some(engine) = pick(ui, text, &question, chosen, choices) {
                given.engine = Some(engine);
            }
        }
        if open.weights || given.weight_bits.is_some() {
            let question = text.get("measurements-weights");
            let chosen = WeightFormat::ALL
                .into_iter()
                .find(|format| Some(format.bits_per_weight()) == given.weight_bits);
            let choices = WeightFormat::ALL.map(|format| {
                let entry = Entry {
                    title: format.name().to_owned(),
                    ..Entry::default()
                };
                (format.name().to_owned(), entry)
            });
            let chosen = chosen.map(WeightFormat::name);
            let picked = pick(ui, text, &question, chosen, choices.to_vec());
            let picked = picked.and_then(|name| WeightFormat::from_name(&name));
            if let Some(format) = picked {
                given.weight_bits = Some(format.bits_per_weight());
            }
        }
        if open.count || given.accelerators.is_some() {
            let typed = number(ui, text, "measurements-count", given.accelerators);
            given.accelerators = typed.or(given.accelerators);
        }
        if open.at_once || given.at_once.is_some() {
            let known = given.at_once.map(|requests| requests as u32);
            let typed = number(ui, text, "measurements-at-once", known);
            given.at_once = typed.map(f64::from).or(given.at_once);
        }
    }
}

/// Names that are asked for, and those that were answered.
fn names(
    open: &BTreeSet<Option<String>>,
    answered: &BTreeMap<String, String>,
    given: &Option<String>,
) -> BTreeSet<Option<String>> {
    let mut names = open.clone();
    names.extend(answered.keys().cloned().map(Some));
    names.extend(given.is_some().then_some(None));
    names
}

/// What was answered of a name, or of what nobody says.
fn answer_to<'a>(
    answered: &'a BTreeMap<String, String>,
    given: &'a Option<String>,
    name: &Option<String>,
) -> Option<&'a str> {
    match name {
        Some(name) => answered.get(name).map(String::as_str),
        None => given.as_deref(),
    }
}

/// “What is “foo”?” or “Which model was it?”
fn asked(text: Text, name: &Option<String>, of: &str) -> String {
    match name {
        Some(name) => text.format(
            &format!("measurements-what-{of}"),
            &[("name", Arg::from(name.clone()))],
        ),
        None => text.get(&format!("measurements-which-{of}")).into_owned(),
    }
}

/// Takes an answer: what a name stands for, or what nobody says.
fn answer(
    known: &mut BTreeMap<String, String>,
    given: &mut Option<String>,
    name: &Option<String>,
    id: String,
) {
    match name {
        Some(name) => {
            known.insert(name.clone(), id);
        }
        None => *given = Some(id),
    }
}

/// A question with its choices; the id of a newly picked one.
fn pick(
    ui: &mut Ui,
    text: Text,
    question: &str,
    chosen: Option<&str>,
    choices: Vec<(String, Entry)>,
) -> Option<String> {
    let (ids, entries): (Vec<String>, Vec<Entry>) = choices.into_iter().unzip();
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    let place = chosen.and_then(|chosen| ids.iter().position(|id| id == chosen));
    let unchosen = text.get("button-choose");
    ui.label(Look::of(ui).note(question.to_owned()));
    let picked = ui
        .push_id(question, |ui| {
            picker::picker(ui, question, place, &unchosen, &entries, words)
        })
        .inner;
    picked.and_then(|place| ids.into_iter().nth(place))
}

/// A field for a number that a file leaves open; the number in the frame in which it is committed.
fn number(ui: &mut Ui, text: Text, key: &str, known: Option<u32>) -> Option<u32> {
    let spec = FieldSpec {
        group: "",
        name: "",
        unit: Unit::NONE,
        min: 1.0,
        max: 1_000_000.0,
        start: 1.0,
        whole: true,
    };
    let words = Words {
        id_salt: key,
        label: &text.get(key),
        help: "",
    };
    // Nothing is known yet: 1 would be a guess that looks like an answer.
    let value = known.map_or(f64::NAN, f64::from);
    let typed = number_ui(ui, text, words, &spec, value)?;
    Some(typed as u32)
}

/// One row; returns whether it is to be added.
fn row_ui(ui: &mut Ui, text: Text, place: usize, one: &Found, left: &mut BTreeSet<usize>) -> bool {
    if let Err(reason) = &one.resolved {
        let words = text.render(&one.said_because(why_not(reason)));
        note(ui, words);
        return false;
    }
    let words = text.render(&one.said(None));
    let name = text.format(
        "measurements-take-name",
        &[("place", Arg::from(words.clone()))],
    );
    let mut is_taken = !left.contains(&place);
    let changed = ui
        .horizontal_top(|ui| {
            let toggle = choice::toggle(ui, &mut is_taken, &text.get("measurements-take"));
            // Rows are many: a screen reader hears which one.
            ui.ctx()
                .accesskit_node_builder(toggle.id, |node| node.set_label(name));
            note(ui, words);
            toggle.changed()
        })
        .inner;
    if changed {
        match is_taken {
            true => left.remove(&place),
            false => left.insert(place),
        };
    }
    is_taken
}

/// Why a row cannot be used yet, and what can be done about it here.
fn why_not(reason: &Unresolved) -> Message {
    match reason {
        Unresolved::NoModel => Message::new("row-lacks-model"),
        Unresolved::UnknownModel { name, .. } => {
            Message::new("row-unknown-model").with("name", name.clone())
        }
        Unresolved::NoHardware => Message::new("row-lacks-hardware"),
        Unresolved::UnknownHardware { name, .. } => {
            Message::new("row-unknown-hardware").with("name", name.clone())
        }
        Unresolved::NoCount => Message::new("row-lacks-count"),
        Unresolved::NoWeights => Message::new("row-lacks-weights"),
        Unresolved::NoEngine => Message::new("row-lacks-engine"),
        Unresolved::NoLoad => Message::new("row-lacks-load"),
        // Nothing can be done about these, so they say the same everywhere.
        Unresolved::NoLengths
        | Unresolved::PartlyOnProcessor { .. }
        | Unresolved::FasterThanMemory
        | Unresolved::Impossible(_)
        | Unresolved::Tables => reason.message(),
    }
}

/// What had to be assumed of a row, in words that are kept with it.
fn conditions(text: Text, one: &Found) -> String {
    let assumed = one.resolved.iter().flat_map(|resolved| &resolved.assumed);
    let words: Vec<String> = assumed.map(|said| text.describe(said)).collect();
    words.join(" ")
}

/// Reads a file and finds what its rows stand for.
///
/// # Errors
/// One sentence where it cannot be read, or holds no results.
fn read(path: &Path, answers: &Answers, catalogue: &Catalogue) -> Result<Read, Message> {
    let bytes = bytes_of(path).map_err(|error| error.message())?;
    let name = file_name(path);
    let read = importers::import(&name, &bytes).map_err(|fault| fault.message())?;
    let found = resolve_all(&read.rows, answers, catalogue);
    let head = Message::new("import-head")
        .with("file", name)
        .with("rows", found.len())
        .with("results", read.results)
        .with("tool", read.tool.name());
    Ok(Read {
        head,
        questions: questions(&found),
        notes: read.notes.iter().map(|said| said.message()).collect(),
        found,
    })
}

/// The bytes of a file, no more than a reader takes and one to show that there are more.
fn bytes_of(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    let read = File::open(path)
        .and_then(|file| file.take(LARGEST_BYTES as u64 + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(FileError::NotFound(path.to_owned()))
        }
        Err(error) => Err(FileError::NotReadable {
            path: path.to_owned(),
            cause: Cause::of(&error),
        }),
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn questions(found: &[Found]) -> Questions {
    let mut questions = Questions::default();
    for reason in found.iter().filter_map(|one| one.resolved.as_ref().err()) {
        match reason {
            Unresolved::NoModel => {
                questions.models.insert(None);
            }
            Unresolved::UnknownModel { name, .. } => {
                questions.models.insert(Some(name.clone()));
            }
            Unresolved::NoHardware => {
                questions.hardware.insert(None);
            }
            Unresolved::UnknownHardware { name, .. } => {
                questions.hardware.insert(Some(name.clone()));
            }
            Unresolved::NoCount => questions.count = true,
            Unresolved::NoEngine => questions.engine = true,
            Unresolved::NoWeights => questions.weights = true,
            Unresolved::NoLoad => questions.at_once = true,
            _ => {}
        }
    }
    questions
}
