//! What fills something of a given size.

/// Parts beside each other along one bar, against the room there is.
///
/// The x axis of the chart says how its ticks are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    /// The parts from left to right.
    pub parts: Vec<CapacityPart>,
    /// The room there is.
    pub capacity: f64,
    /// What stands at its end.
    pub capacity_label: String,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityPart {
    /// Its name.
    pub label: String,
    /// Its value, as it is written.
    pub text: String,
    /// Its size, nought or more.
    pub value: f64,
    /// How it looks.
    pub fill: CapacityFill,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CapacityFill {
    /// In the colour of a part, by its place in the order of all parts.
    Part(usize),
    /// Striped: kept for something else.
    Kept,
    /// Empty.
    Free,
}

impl Capacity {
    /// The size of all parts together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.parts.iter().map(|part| part.value).sum()
    }
}
