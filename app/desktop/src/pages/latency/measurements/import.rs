//! A file of results that is being taken in: what was read, what its names stand for, and what of
//! it is added.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{ScrollArea, Ui};
use weighbridge_catalogue::importers::{
    self, Answers, Found, LARGEST_BYTES, Unresolved, bits_of_format, resolve_all, to_measurement,
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::Measurement;
use weighbridge_session::Action;
use weighbridge_session::files::{Cause, FileError};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe as _, Message};

use crate::look::Look;
use crate::pages::Page;
use crate::pages::background::Background;
use crate::pages::parts::note;
use crate::pages::typed::{Words, text_ui};
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

    /// What the file leaves open, asked once for all rows it is about.
    fn questions_ui(&mut self, ui: &mut Ui, page: &Page<'_>, questions: &Questions) {
        let text = page.text;
        let catalogue = page.session.catalogue();
        for name in &questions.models {
            let words = asked(text, name, "model");
            if let Some(id) = pick(ui, text, &words, models(catalogue)) {
                answer(
                    &mut self.answers.models,
                    &mut self.answers.given.model,
                    name,
                    id,
                );
            }
        }
        for name in &questions.hardware {
            let words = asked(text, name, "hardware");
            if let Some(id) = pick(ui, text, &words, hardware(catalogue)) {
                let given = &mut self.answers.given.hardware;
                answer(&mut self.answers.hardware, given, name, id);
            }
        }
        let given = &mut self.answers.given;
        if questions.count
            && let Some(typed) = typed(ui, text, "measurements-count")
        {
            given.accelerators = typed.parse().ok().filter(|count| *count > 0);
        }
        if questions.engine
            && let Some(typed) = typed(ui, text, "measurements-engine")
        {
            given.engine = Some(typed).filter(|engine| !engine.is_empty());
        }
        if questions.weights
            && let Some(typed) = typed(ui, text, "measurements-weights")
        {
            given.weight_bits = bits_of_format(&typed);
        }
        if questions.at_once
            && let Some(typed) = typed(ui, text, "measurements-at-once")
        {
            given.at_once = typed.parse::<u32>().ok().map(f64::from);
        }
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
    known: &mut std::collections::BTreeMap<String, String>,
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

/// Models with known shapes, by id.
fn models(catalogue: &Catalogue) -> Vec<(String, Entry)> {
    let records = catalogue.records().models.iter();
    records
        .filter(|record| record.architecture().is_some())
        .map(|record| entry(record.id.as_str(), &record.name, &record.vendor))
        .collect()
}

/// Machines, by id.
fn hardware(catalogue: &Catalogue) -> Vec<(String, Entry)> {
    let records = catalogue.records().hardware.iter();
    records
        .map(|record| entry(record.id.as_str(), &record.name, &record.vendor))
        .collect()
}

fn entry(id: &str, name: &str, vendor: &str) -> (String, Entry) {
    let entry = Entry {
        title: name.to_owned(),
        note: vendor.to_owned(),
        aliases: id.to_owned(),
        ..Entry::default()
    };
    (id.to_owned(), entry)
}

/// A question with the entries of the catalogue; the id of a newly picked one.
fn pick(ui: &mut Ui, text: Text, question: &str, choices: Vec<(String, Entry)>) -> Option<String> {
    let (ids, entries): (Vec<String>, Vec<Entry>) = choices.into_iter().unzip();
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    ui.label(Look::of(ui).note(question.to_owned()));
    let picked = ui
        .push_id(question, |ui| {
            picker::picker(ui, question, None, question, &entries, words)
        })
        .inner;
    picked.and_then(|place| ids.into_iter().nth(place))
}

/// A field for what a file leaves open; what was typed, once it is committed.
fn typed(ui: &mut Ui, text: Text, key: &'static str) -> Option<String> {
    let label = text.get(key);
    let words = Words {
        id_salt: key,
        label: &label,
        help: "",
    };
    text_ui(ui, words, "", 1)
}

/// One row; returns whether it is to be added.
fn row_ui(ui: &mut Ui, text: Text, place: usize, one: &Found, left: &mut BTreeSet<usize>) -> bool {
    let words = text.render(&one.said(None));
    if one.resolved.is_err() {
        note(ui, words);
        return false;
    }
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
