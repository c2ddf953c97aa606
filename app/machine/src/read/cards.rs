//! Graphics cards as the operating system lists them.

use sysinfo::Gpus;

use crate::transcript::{Answer, CardSaid};

/// Lists the cards; this loads libraries of their drivers.
pub(super) fn read() -> Answer<Vec<CardSaid>> {
    let cards = match Gpus::new_with_refreshed_list() {
        Ok(cards) => cards,
        Err(error) => {
            return Answer::Failed {
                key: "machine-cards-failed".to_owned(),
                args: vec![("reason".to_owned(), error.to_string())],
            };
        }
    };
    let mut said: Vec<CardSaid> = cards
        .iter()
        .map(|card| CardSaid {
            pci: card.pci().to_string(),
            vendor: card.vendor().map(str::to_owned),
            model: card.model().map(str::to_owned),
            total_memory: card.total_memory(),
            used_memory: card.used_memory(),
        })
        .collect();
    said.sort_by(|one, other| one.pci.cmp(&other.pci));
    Answer::Said(said)
}
