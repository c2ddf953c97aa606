//! Records of the user's own go into the folder of presets, and the catalogue is read anew.

use std::path::Path;
use std::sync::Arc;

use weighbridge_catalogue::Written;
use weighbridge_engine::catalogue::{Catalogue, Records};
use weighbridge_session::files::{Folders, put_preset};
use weighbridge_units::{Arg, Describe as _, Message, PartialDate};

use super::Window;
use super::stock;
use super::task::{Task, take_ended};
use crate::widgets::Tone;

/// The catalogue with the records in it, and what is wrong with the user's presets.
pub(super) type Kept = Result<(Catalogue, Vec<Message>), Message>;

impl Window {
    /// Keeps records for other cases, too.
    pub(super) fn keep_records(&mut self, context: &egui::Context, records: Records) {
        let Some(folders) = self.folders.clone() else {
            let words = self.text().get("window-no-presets-folder");
            self.say(Tone::Bad, words);
            return;
        };
        let today = self.today;
        let task = Task::start("presets", context, move || keep(&folders, &records, today));
        self.keeping = Some(task);
    }

    /// Takes the catalogue with the records in it.
    pub(super) fn take_kept_records(&mut self) {
        let Some(ended) = take_ended(&mut self.keeping) else {
            return;
        };
        let (Some(Ok((catalogue, faults))), Some(stock)) = (&ended, &mut self.stock) else {
            match ended {
                Some(Err(message)) => {
                    let words = self.text().render(&message);
                    self.say(Tone::Bad, words);
                }
                _ => self.say_broken(),
            }
            return;
        };
        stock.catalogue = Arc::new(catalogue.clone());
        stock.preset_faults.clone_from(faults);
        if let Some(session) = &mut self.session {
            session.set_catalogue(Arc::clone(&stock.catalogue));
        }
        let folder = self.folders.as_ref().map(Folders::presets);
        let folder = folder.unwrap_or_default().display().to_string();
        let words = self
            .text()
            .format("window-records-kept", &[("path", Arg::from(folder))]);
        self.say(Tone::Good, words);
    }
}

fn keep(folders: &Folders, records: &Records, today: PartialDate) -> Kept {
    let folder = folders.presets();
    put_all(&folder, &records.models)?;
    put_all(&folder, &records.providers)?;
    put_all(&folder, &records.prices)?;
    put_all(&folder, &records.hardware)?;
    put_all(&folder, &records.rents)?;
    put_all(&folder, &records.benchmarks)?;
    put_all(&folder, &records.groups)?;
    put_all(&folder, &records.scores)?;
    put_all(&folder, &records.assumptions)?;
    stock::catalogue(Some(folders), today)
}

fn put_all(folder: &Path, records: &[impl Written]) -> Result<(), Message> {
    for record in records {
        put_preset(folder, record)
            .map_err(|error| error.message())?
            .map_err(|fault| fault.message())?;
    }
    Ok(())
}
