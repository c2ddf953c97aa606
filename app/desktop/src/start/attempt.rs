//! One try to open the window in one way.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use super::failure::Failed;
use super::graphics::{self, Renderer};
use super::marker::Marker;
use super::watched::Watched;
use super::{Make, Options};

const ICON: &[u8] = include_bytes!("../../../../assets/icon/weighbridge-256.png");
/// Also the name of the desktop entry, so that the desktop finds the window's icon.
const APPLICATION_ID: &str = "weighbridge";

/// One try.
pub(super) struct Attempt<'a> {
    pub(super) options: &'a Options,
    pub(super) renderer: Renderer,
    pub(super) is_safe_mode: bool,
    pub(super) file: Option<&'a Path>,
}

impl Attempt<'_> {
    /// Opens the window and stays until it is closed.
    /// A panic before the first frame is a failure of this way of drawing; later it goes on its way.
    pub(super) fn run(&self, make: &Make<'_>) -> Result<(), Failed> {
        self.remember(|marker| marker.begin(self.renderer));
        let painted = Rc::new(Cell::new(false));
        let quiet = QuietPanics::begin();
        let result = catch_unwind(AssertUnwindSafe(|| self.open(make, &painted, &quiet)));
        let outcome = match result {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(Failed::from_error(self.renderer, &error)),
            Err(panic) if painted.get() => resume_unwind(panic),
            Err(_) => Err(Failed::from_panic(self.renderer, quiet.message())),
        };
        // Whoever comes here is alive; only a start that took the process with it is remembered.
        self.remember(|marker| marker.settle(self.renderer));
        outcome
    }

    fn open(
        &self,
        make: &Make<'_>,
        painted: &Rc<Cell<bool>>,
        quiet: &QuietPanics,
    ) -> eframe::Result {
        let painted = Rc::clone(painted);
        let settle = {
            let (file, renderer, quiet) =
                (self.file.map(Path::to_owned), self.renderer, quiet.clone());
            move || {
                painted.set(true);
                quiet.end();
                change(file.as_deref(), |marker| marker.settle(renderer));
            }
        };
        eframe::run_native(
            APPLICATION_ID,
            self.native_options(),
            Box::new(|context| {
                let graphics = graphics::describe(context, self.renderer, self.is_safe_mode);
                let app = make(context, &graphics);
                Ok(Box::new(Watched::new(app, self.options, settle)))
            }),
        )
    }

    fn native_options(&self) -> eframe::NativeOptions {
        let mut viewport = egui::ViewportBuilder::default()
            .with_title(&self.options.title)
            .with_app_id(APPLICATION_ID)
            .with_inner_size(self.options.size.unwrap_or([1440.0, 900.0]))
            .with_min_inner_size([640.0, 480.0]);
        if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
            viewport = viewport.with_icon(icon);
        }
        eframe::NativeOptions {
            viewport,
            renderer: match self.renderer {
                Renderer::Wgpu => eframe::Renderer::Wgpu,
                Renderer::Glow => eframe::Renderer::Glow,
            },
            wgpu_options: graphics::wgpu_options(),
            centered: true,
            ..Default::default()
        }
    }

    fn remember(&self, what: impl FnOnce(&mut Marker)) {
        change(self.file, what);
    }
}

fn change(file: Option<&Path>, what: impl FnOnce(&mut Marker)) {
    let Some(file) = file else { return };
    let old = Marker::read(file);
    let mut marker = old.clone();
    what(&mut marker);
    if marker != old {
        // A marker that cannot be written costs only the memory of a failed start.
        let _ = marker.write(file);
    }
}

type Hook = Box<dyn Fn(&std::panic::PanicHookInfo<'_>) + Send + Sync>;

/// Keeps panics during set-up from being printed; they become part of a sentence instead.
#[derive(Clone)]
struct QuietPanics {
    message: Arc<Mutex<Option<String>>>,
    usual: Arc<Mutex<Option<Hook>>>,
}

impl QuietPanics {
    fn begin() -> Self {
        let message = Arc::new(Mutex::new(None));
        let usual = std::panic::take_hook();
        let heard = Arc::clone(&message);
        std::panic::set_hook(Box::new(move |information| {
            let text = information.payload_as_str().unwrap_or("").to_owned();
            // The first panic is the reason; later ones follow from it.
            heard
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .get_or_insert(text);
        }));
        Self {
            message,
            usual: Arc::new(Mutex::new(Some(usual))),
        }
    }

    /// From here on panics are printed as usual.
    fn end(&self) {
        if let Some(usual) = self
            .usual
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
        {
            std::panic::set_hook(usual);
        }
    }

    fn message(&self) -> String {
        self.message
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .unwrap_or_default()
    }
}

impl Drop for QuietPanics {
    fn drop(&mut self) {
        // Setting a hook while a panic unwinds is itself a panic; the process ends then anyway.
        if !std::thread::panicking() && Arc::strong_count(&self.usual) == 1 {
            self.end();
        }
    }
}
