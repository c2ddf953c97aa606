//! The second cue beside colour: a dash pattern and a marker shape for each option.

/// The shape of a point's marker.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Marker {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ▼
    TriangleDown,
    /// A square standing on no side: a cross.
    Cross,
}

/// The dash pattern of an option's line: lengths of strokes and gaps in points, empty for solid.
///
/// Twelve options in a row differ in colour and dash together.
#[must_use]
pub fn dash(option: usize) -> &'static [f64] {
    const DASHES: [&[f64]; 7] = [
        &[],
        &[7.0, 3.0],
        &[2.0, 2.5],
        &[9.0, 3.0, 2.0, 3.0],
        &[12.0, 4.0],
        &[4.0, 2.0],
        &[9.0, 3.0, 2.0, 3.0, 2.0, 3.0],
    ];
    DASHES[option % DASHES.len()]
}

/// The marker of an option's points.
#[must_use]
pub fn marker(option: usize) -> Marker {
    const MARKERS: [Marker; 6] = [
        Marker::Circle,
        Marker::Square,
        Marker::Triangle,
        Marker::Diamond,
        Marker::TriangleDown,
        Marker::Cross,
    ];
    // The shapes shift by one each time the colours start again.
    MARKERS[(option + option / MARKERS.len()) % MARKERS.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tokens;
    use std::collections::HashSet;

    #[test]
    fn twelve_options_have_different_cues() {
        let colours = Tokens::built_in().paper.series.len();
        let lines: HashSet<_> = (0..12)
            .map(|option| (option % colours, format!("{:?}", dash(option))))
            .collect();
        let points: HashSet<_> = (0..12)
            .map(|option| (option % colours, marker(option)))
            .collect();
        assert_eq!((lines.len(), points.len()), (12, 12));
    }
}
