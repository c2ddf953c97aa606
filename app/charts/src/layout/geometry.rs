//! Points and rectangles on a sheet.

/// A place on the sheet in points, y growing downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// An area of the sheet in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Rect {
    /// A square around a point.
    #[must_use]
    pub fn around(centre: Point, half: f64) -> Rect {
        Rect {
            x: centre.x - half,
            y: centre.y - half,
            width: 2.0 * half,
            height: 2.0 * half,
        }
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The centre.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// Whether the areas share more than an edge; a millionth of a point is forgiven.
    #[must_use]
    pub fn overlaps(&self, other: &Rect) -> bool {
        const FORGIVEN: f64 = 1e-6;
        self.x + FORGIVEN < other.right()
            && other.x + FORGIVEN < self.right()
            && self.y + FORGIVEN < other.bottom()
            && other.y + FORGIVEN < self.bottom()
    }

    /// Whether the other area lies inside; a millionth of a point is forgiven.
    #[must_use]
    pub fn holds(&self, other: &Rect) -> bool {
        const FORGIVEN: f64 = 1e-6;
        other.x >= self.x - FORGIVEN
            && other.y >= self.y - FORGIVEN
            && other.right() <= self.right() + FORGIVEN
            && other.bottom() <= self.bottom() + FORGIVEN
    }
}
