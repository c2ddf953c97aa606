//! Glyphs, drawn rather than typed: no font has to have them, and they stay sharp at any zoom.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// A drawn glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Done.
    Tick,
    /// Here.
    Dot,
    /// Not yet.
    Ring,
    /// Not finished.
    Begun,
    /// Look here.
    Exclamation,
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// Light and dark.
    Theme,
    /// Opens downwards.
    Down,
    /// One up, or moves up.
    Up,
    /// Leads on.
    Right,
    /// Adds.
    Plus,
    /// Takes away.
    Minus,
    /// Closes.
    Cross,
    /// Finds.
    Search,
    /// Makes another of the same.
    Copy,
    /// Removes for good.
    Bin,
    /// Changes the name.
    Pencil,
    /// Says more.
    Information,
    /// As figures.
    Table,
    /// As a picture.
    Chart,
    /// Leaves the program.
    Export,
}

/// Draws the glyph in the middle of `area`, as large as the area allows.
pub fn draw(painter: &Painter, area: Rect, icon: Icon, colour: Color32) {
    let side = area.width().min(area.height());
    let square = Rect::from_center_size(area.center(), vec2(side, side));
    let pen = Pen {
        square,
        stroke: Stroke::new((side / 9.0).max(1.2), colour),
        painter,
    };
    pen.draw(icon);
}

/// Draws on a unit square: (0, 0) top left, (1, 1) bottom right.
struct Pen<'a> {
    square: Rect,
    stroke: Stroke,
    painter: &'a Painter,
}

impl Pen<'_> {
    fn draw(&self, icon: Icon) {
        match icon {
            Icon::Tick => self.line(&[(0.16, 0.54), (0.40, 0.78), (0.84, 0.26)]),
            Icon::Dot => self.dot((0.5, 0.5), 0.27),
            Icon::Ring => self.ring((0.5, 0.5), 0.25),
            Icon::Begun => {
                self.ring((0.5, 0.5), 0.25);
                self.dot((0.5, 0.5), 0.1);
            }
            Icon::Exclamation => {
                self.line(&[(0.5, 0.14), (0.5, 0.60)]);
                self.dot((0.5, 0.82), 0.085);
            }
            Icon::Undo => self.turn(false),
            Icon::Redo => self.turn(true),
            Icon::Theme => self.half_disc(),
            Icon::Down => self.line(&[(0.22, 0.38), (0.5, 0.66), (0.78, 0.38)]),
            Icon::Up => self.line(&[(0.22, 0.62), (0.5, 0.34), (0.78, 0.62)]),
            Icon::Right => self.line(&[(0.38, 0.22), (0.66, 0.5), (0.38, 0.78)]),
            Icon::Plus => {
                self.line(&[(0.5, 0.16), (0.5, 0.84)]);
                self.line(&[(0.16, 0.5), (0.84, 0.5)]);
            }
            Icon::Minus => self.line(&[(0.16, 0.5), (0.84, 0.5)]),
            Icon::Cross => {
                self.line(&[(0.22, 0.22), (0.78, 0.78)]);
                self.line(&[(0.78, 0.22), (0.22, 0.78)]);
            }
            Icon::Search => {
                self.ring((0.42, 0.42), 0.27);
                self.line(&[(0.62, 0.62), (0.86, 0.86)]);
            }
            Icon::Copy => {
                self.frame((0.32, 0.32), (0.86, 0.86));
                self.line(&[
                    (0.18, 0.66),
                    (0.14, 0.62),
                    (0.14, 0.14),
                    (0.62, 0.14),
                    (0.66, 0.18),
                ]);
            }
            Icon::Bin => {
                self.line(&[(0.16, 0.26), (0.84, 0.26)]);
                self.line(&[(0.38, 0.26), (0.38, 0.14), (0.62, 0.14), (0.62, 0.26)]);
                self.line(&[(0.24, 0.26), (0.30, 0.88), (0.70, 0.88), (0.76, 0.26)]);
            }
            Icon::Pencil => {
                self.line(&[
                    (0.14, 0.86),
                    (0.20, 0.64),
                    (0.70, 0.14),
                    (0.86, 0.30),
                    (0.36, 0.80),
                    (0.14, 0.86),
                ]);
            }
            Icon::Information => {
                self.ring((0.5, 0.5), 0.40);
                self.dot((0.5, 0.31), 0.065);
                self.line(&[(0.5, 0.46), (0.5, 0.72)]);
            }
            Icon::Table => {
                self.frame((0.12, 0.18), (0.88, 0.82));
                self.line(&[(0.12, 0.40), (0.88, 0.40)]);
                self.line(&[(0.46, 0.18), (0.46, 0.82)]);
            }
            Icon::Chart => {
                self.line(&[(0.14, 0.12), (0.14, 0.86), (0.88, 0.86)]);
                self.line(&[(0.28, 0.68), (0.46, 0.44), (0.62, 0.56), (0.84, 0.24)]);
            }
            Icon::Export => {
                self.line(&[(0.5, 0.60), (0.5, 0.12)]);
                self.line(&[(0.30, 0.32), (0.5, 0.12), (0.70, 0.32)]);
                self.line(&[(0.16, 0.56), (0.16, 0.86), (0.84, 0.86), (0.84, 0.56)]);
            }
        }
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        pos2(
            self.square.left() + x * self.square.width(),
            self.square.top() + y * self.square.height(),
        )
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::line(points, self.stroke));
    }

    fn dot(&self, centre: (f32, f32), radius: f32) {
        let radius = radius * self.square.width();
        self.painter
            .circle_filled(self.at(centre), radius, self.stroke.color);
    }

    fn ring(&self, centre: (f32, f32), radius: f32) {
        self.painter
            .circle_stroke(self.at(centre), radius * self.square.width(), self.stroke);
    }

    fn frame(&self, from: (f32, f32), to: (f32, f32)) {
        let area = Rect::from_two_pos(self.at(from), self.at(to));
        self.painter.rect_stroke(
            area,
            0.1 * self.square.width(),
            self.stroke,
            StrokeKind::Middle,
        );
    }

    /// An arrow that turns back over itself; mirrored it leads forward.
    fn turn(&self, mirrored: bool) {
        let place = |x: f32, y: f32| if mirrored { (1.0 - x, y) } else { (x, y) };
        self.line(&[place(0.36, 0.16), place(0.14, 0.38), place(0.36, 0.60)]);
        let mut curve = vec![place(0.14, 0.38), place(0.58, 0.38)];
        for step in 0..=10_u8 {
            let angle = f32::from(step) / 10.0 * std::f32::consts::PI;
            curve.push(place(0.58 + 0.23 * angle.sin(), 0.61 - 0.23 * angle.cos()));
        }
        curve.push(place(0.36, 0.84));
        self.line(&curve);
    }

    fn half_disc(&self) {
        self.ring((0.5, 0.5), 0.36);
        let half = (0..=16_u8)
            .map(|step| {
                let angle = std::f32::consts::PI * (f32::from(step) / 16.0 - 0.5);
                self.at((0.5 + 0.36 * angle.cos(), 0.5 + 0.36 * angle.sin()))
            })
            .collect();
        self.painter
            .add(Shape::convex_polygon(half, self.stroke.color, Stroke::NONE));
    }
}
