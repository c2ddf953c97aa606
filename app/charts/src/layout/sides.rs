//! What holds on either side of zero, said left and right of its line.

use super::{Label, LabelKind, MarkerLayout, Point, Rect, Sizes};
use crate::content::Side;
use crate::fonts::{self, Weight};
use crate::{Anchor, Marker, Tone, marker};

/// How the two sides are said.
pub(super) struct Sides<'a> {
    /// Below zero, left of the line.
    pub(super) below: Option<&'a Side>,
    /// Above zero, right of the line.
    pub(super) above: Option<&'a Side>,
    /// Whether both keys are dots, an outline and a disc, rather than the options' markers.
    pub(super) dots: bool,
}

/// Labels with their keys, and how many found no room.
#[derive(Default)]
pub(super) struct PlacedSides {
    pub(super) labels: Vec<Label>,
    pub(super) keys: Vec<MarkerLayout>,
    pub(super) left_out: usize,
    /// From the top of the highest label to the bottom of all.
    pub(super) height: f64,
}

impl Sides<'_> {
    /// Places both below `top`, left and right of `zero`, between `limits`; their last lines stand side by side.
    pub(super) fn place(
        &self,
        zero: f64,
        top: f64,
        limits: (f64, f64),
        sizes: &Sizes,
    ) -> PlacedSides {
        let mut placed = PlacedSides::default();
        let key = sizes.marker * 2.0 + sizes.gap * 0.5;
        let away = sizes.gap * 1.25;
        let blocks: Vec<(&Side, bool, Vec<String>)> = [(self.below, false), (self.above, true)]
            .into_iter()
            .filter_map(|(side, is_above)| side.map(|side| (side, is_above)))
            .filter_map(|(side, is_above)| {
                let room = match is_above {
                    true => limits.1 - zero,
                    false => zero - limits.0,
                };
                let room = (room - away - key).max(0.0);
                let lines = fonts::wrap(&side.label, sizes.label, Weight::Regular, room, 2);
                // A few letters would say nothing.
                let letters: usize = lines.iter().map(|line| line.chars().count()).sum();
                let is_said = letters >= side.label.chars().count().min(6);
                placed.left_out += usize::from(!is_said);
                is_said.then_some((side, is_above, lines))
            })
            .collect();
        placed.height = blocks
            .iter()
            .map(|(_, _, lines)| lines.len() as f64 * sizes.line)
            .fold(0.0, f64::max);
        for (side, is_above, lines) in blocks {
            let (width, height) = sizes.block(&lines, Weight::Regular);
            // The key stands next to the line on the right, and before its name on the left.
            let x = match is_above {
                true => zero + away + key,
                false => zero - away - width,
            };
            let rect = Rect {
                x,
                y: top + placed.height - height,
                width,
                height,
            };
            placed.keys.push(MarkerLayout {
                key: Some(side.key),
                shape: match self.dots {
                    true => Marker::Circle,
                    false => marker(side.key.0),
                },
                at: Point {
                    x: x - sizes.gap * 0.5 - sizes.marker,
                    y: rect.y + sizes.line / 2.0,
                },
                value: [0.0, 0.0],
                radius: sizes.marker,
                hollow: self.dots && !is_above,
                tone: Tone::Quiet,
            });
            placed
                .labels
                .push(sizes.label(LabelKind::Side, lines, rect, Anchor::Start));
        }
        placed
    }
}
