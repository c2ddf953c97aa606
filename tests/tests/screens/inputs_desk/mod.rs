//! A desk with one of the first three pages on it: it does what the page asks and notes it.

use std::sync::{Arc, OnceLock};

use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use weighbridge_catalogue::{built_in, sample_files};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{self, Ask, Page};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::InputPath;
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::Locale;
use weighbridge_units::PartialDate;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Which {
    Question,
    Workload,
    Options,
}

/// A page over a session that does what it is asked.
pub(crate) struct Desk {
    pub(crate) session: Session,
    pub(crate) which: Which,
    pub(crate) question: pages::question::State,
    pub(crate) workload: pages::workload::State,
    pub(crate) options: pages::options::State,
    pub(crate) asks: Vec<Ask>,
    pub(crate) failures: Vec<String>,
}

impl Desk {
    pub(crate) fn scenario(&self) -> &Scenario {
        self.session.scenario()
    }

    pub(crate) fn value(&self, path: &str) -> f64 {
        self.scenario().figure(&InputPath::new(path)).unwrap().value
    }

    pub(crate) fn actions(&self) -> Vec<&Action> {
        let asks = self.asks.iter();
        asks.filter_map(|ask| match ask {
            Ask::Do(action) => Some(action),
            _ => None,
        })
        .collect()
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.scenario()
            .options
            .iter()
            .map(|option| option.name.as_str())
            .collect()
    }
}

pub(crate) fn draw(ui: &mut egui::Ui, desk: &mut Desk) {
    let look = look::Look::of(ui);
    ui.spacing_mut().item_spacing = egui::vec2(look.gap_small, look.gap);
    let mut asks = Vec::new();
    let mut page = Page {
        session: &desk.session,
        text: desk.session.text(),
        asks: &mut asks,
    };
    egui::ScrollArea::vertical().show(ui, |ui| match desk.which {
        Which::Question => pages::question::ui(ui, &mut page, &mut desk.question),
        Which::Workload => pages::workload::ui(ui, &mut page, &mut desk.workload),
        Which::Options => pages::options::ui(ui, &mut page, &mut desk.options),
    });
    for ask in asks {
        if let Ask::Do(action) = &ask {
            let effects = desk.session.update(action.clone());
            desk.failures
                .extend(effects.failure.map(|failure| failure.to_string()));
        }
        desk.asks.push(ask);
    }
}

pub(crate) fn today() -> PartialDate {
    PartialDate::parse("2026-11-24").unwrap()
}

/// Read once: it takes longer than drawing.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    static BUILT_IN: OnceLock<Arc<Catalogue>> = OnceLock::new();
    Arc::clone(BUILT_IN.get_or_init(|| Arc::new(built_in().unwrap().0)))
}

pub(crate) fn desk(sample: &str, locale: Locale, which: Which) -> Desk {
    let empty = Document::new(Scenario::new("Test", today()), None);
    let mut session = Session::new(empty, catalogue(), today());
    session.set_locale(locale);
    if let Some(file) = sample_files()
        .iter()
        .find(|file| file.path.contains(sample))
    {
        session.open_text(&file.path, file.text).unwrap();
    }
    Desk {
        session,
        which,
        question: Default::default(),
        workload: Default::default(),
        options: Default::default(),
        asks: Vec::new(),
        failures: Vec::new(),
    }
}

/// A harness over a sample, or over an empty case where there is none of that name.
pub(crate) fn harness_of(desk: Desk, size: [f32; 2]) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(16)
        .with_theme(egui::Theme::Light)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(draw, desk);
    // A field with the keyboard asks for another frame for its blinking cursor.
    harness.run_ok();
    harness
}

/// High enough that nothing has to be scrolled to.
pub(crate) fn harness(sample: &str, locale: Locale, which: Which) -> Harness<'static, Desk> {
    harness_of(desk(sample, locale, which), [1180.0, 3200.0])
}

pub(crate) fn label(node: &egui_kittest::Node<'_>) -> Option<String> {
    node.accesskit_node().label()
}
