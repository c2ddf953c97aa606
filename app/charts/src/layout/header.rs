//! Rows of text above the plot: names of intervals, annotations, and the y axis's label.

use super::{Label, LabelKind, Point, Rect, Sizes};
use crate::fonts::{self, Weight};
use crate::{Anchor, AxisLayout, Key, Tone};

/// Between the lowest row and the plot, in gaps: the top tick's text reaches half its height above the plot.
pub(super) const CLEARANCE: f64 = 0.75;

/// A remark that a line from the plot leads up to.
pub(super) struct Remark {
    /// The sheet position of its line.
    pub(super) x: f64,
    /// What its line ends at, in the data's units.
    pub(super) value: [f64; 2],
    pub(super) text: String,
    pub(super) tone: Tone,
}

/// A stretch between two sheet positions with a name.
pub(super) struct Stretch {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) key: Key,
    pub(super) text: String,
}

/// The header's labels, their rows counted upwards from the plot.
pub(super) struct Header {
    labels: Vec<(usize, Label)>,
    left_out: usize,
}

impl Header {
    /// Places everything between the sheet positions `left` and `right`.
    ///
    /// Names of intervals take the row next to the plot, each in the widest piece between remarks' lines.
    /// Remarks go from right to left: each stands right of its own line, in the lowest row where it fits,
    /// so that a line led up to a higher row passes only left of the texts below.
    pub(super) fn new(
        remarks: &[Remark],
        stretches: &[Stretch],
        axis_label: &str,
        (left, right): (f64, f64),
        sizes: &Sizes,
    ) -> Header {
        let mut header = Header {
            labels: Vec::new(),
            left_out: 0,
        };
        for stretch in stretches {
            header.add_stretch(stretch, remarks, sizes);
        }
        let first_row = usize::from(!header.labels.is_empty());
        let mut order: Vec<&Remark> = remarks.iter().collect();
        order.sort_by(|a, b| b.x.total_cmp(&a.x));
        for remark in order {
            header.add_remark(remark, first_row, (left, right), sizes);
        }
        header.add_axis_label(axis_label, (left, right), sizes);
        header
    }

    /// The height of the rows, with a gap below them.
    pub(super) fn height(&self, sizes: &Sizes) -> f64 {
        match self.rows() {
            0 => sizes.line / 2.0,
            rows => rows as f64 * sizes.line + CLEARANCE * sizes.gap,
        }
    }

    /// The labels on the sheet, above a plot with this top, and how many found no place.
    pub(super) fn labels(
        self,
        plot_top: f64,
        x: &AxisLayout,
        sizes: &Sizes,
    ) -> (Vec<Label>, usize) {
        let labels = self
            .labels
            .into_iter()
            .map(|(row, mut label)| {
                label.rect.y = plot_top - CLEARANCE * sizes.gap - (row + 1) as f64 * sizes.line;
                label.target = match (label.kind, label.value) {
                    (LabelKind::Annotation, Some(value)) => x.position(value[0]).map(|x| Point {
                        x,
                        y: label.rect.bottom(),
                    }),
                    _ => None,
                };
                label
            })
            .collect();
        (labels, self.left_out)
    }

    fn rows(&self) -> usize {
        self.labels
            .iter()
            .map(|(row, _)| row + 1)
            .max()
            .unwrap_or(0)
    }

    fn add_stretch(&mut self, stretch: &Stretch, remarks: &[Remark], sizes: &Sizes) {
        let mut cuts: Vec<f64> = remarks
            .iter()
            .map(|remark| remark.x)
            .filter(|x| *x > stretch.from && *x < stretch.to)
            .collect();
        cuts.extend([stretch.from, stretch.to]);
        cuts.sort_by(f64::total_cmp);
        let widest = cuts
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        let Some((from, to)) = widest else {
            return;
        };
        let text = fonts::shorten(
            &stretch.text,
            sizes.label,
            Weight::Regular,
            to - from - sizes.gap,
        );
        if text.chars().count() < stretch.text.chars().count().min(4) {
            self.left_out += 1;
            return;
        }
        let width = sizes.width(&text, Weight::Regular);
        let rect = Rect {
            x: (from + to - width) / 2.0,
            y: 0.0,
            width,
            height: sizes.line,
        };
        let mut label = sizes.label(LabelKind::Interval, vec![text], rect, Anchor::Middle);
        label.key = Some(stretch.key);
        self.labels.push((0, label));
    }

    fn add_remark(
        &mut self,
        remark: &Remark,
        first_row: usize,
        (left, right): (f64, f64),
        sizes: &Sizes,
    ) {
        let text = fonts::shorten(&remark.text, sizes.label, Weight::Semibold, right - left);
        let width = sizes.width(&text, Weight::Semibold);
        let away = sizes.gap / 2.0;
        let x = if remark.x + away + width <= right {
            remark.x + away
        } else {
            // Too near the right edge: end at the line, or at the edge where even that is too wide.
            (remark.x - away - width).max(left).min(right - width)
        };
        let rect = Rect {
            x,
            y: 0.0,
            width,
            height: sizes.line,
        };
        let row = (first_row..)
            .find(|row| self.is_free(*row, &rect, sizes.gap))
            .unwrap_or(first_row);
        let anchor = if x > remark.x {
            Anchor::Start
        } else {
            Anchor::End
        };
        let mut label = sizes.label(LabelKind::Annotation, vec![text], rect, anchor);
        label.weight = Weight::Semibold;
        label.value = Some(remark.value);
        label.tone = remark.tone;
        self.labels.push((row, label));
    }

    fn add_axis_label(&mut self, text: &str, (left, right): (f64, f64), sizes: &Sizes) {
        let text = fonts::shorten(text, sizes.label, Weight::Regular, right - left);
        if text.is_empty() {
            return;
        }
        let rect = Rect {
            x: left,
            y: 0.0,
            width: sizes.width(&text, Weight::Regular),
            height: sizes.line,
        };
        let top = self.rows().saturating_sub(1);
        let row = if self.is_free(top, &rect, sizes.gap) {
            top
        } else {
            top + 1
        };
        self.labels.push((
            row,
            sizes.label(LabelKind::Axis, vec![text], rect, Anchor::Start),
        ));
    }

    fn is_free(&self, row: usize, rect: &Rect, gap: f64) -> bool {
        self.labels
            .iter()
            .filter(|(taken, _)| *taken == row)
            .all(|(_, label)| {
                rect.right() + gap <= label.rect.x || label.rect.right() + gap <= rect.x
            })
    }
}
