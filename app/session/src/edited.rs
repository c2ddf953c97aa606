//! Who edits, and what an action did.

use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_units::{Message, PartialDate};

/// Who enters figures, and when.
#[derive(Debug, Clone)]
pub(crate) struct Editor {
    pub(crate) author: Option<String>,
    pub(crate) today: PartialDate,
}

impl Editor {
    pub(crate) fn entered(&self, value: f64) -> Figure {
        let origin = Origin::Entered {
            by: self.author.clone(),
            on: Some(self.today),
        };
        Figure {
            value,
            origin,
            range: None,
        }
    }
}

/// What an action did to a scenario.
#[derive(Debug)]
pub(crate) struct Edit {
    /// What the step is called in the menu.
    pub(crate) name: Message,
    /// What else happened.
    pub(crate) notices: Vec<Message>,
}

impl Edit {
    pub(crate) fn named(key: &'static str) -> Edit {
        Edit {
            name: Message::new(key),
            notices: Vec::new(),
        }
    }

    pub(crate) fn of_option(key: &'static str, name: &str) -> Edit {
        let mut edit = Edit::named(key);
        edit.name = edit.name.with("option", name.to_owned());
        edit
    }
}
