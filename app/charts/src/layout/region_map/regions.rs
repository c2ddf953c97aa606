//! The shapes of the regions: where each option's figure is the lowest, between the grid's points by interpolation.

use crate::AxisLayout;
use crate::content::RegionMap;
use crate::layout::clip::{corners, keep_where};
use crate::layout::{Point, Rect};

/// A map placed on the sheet.
pub(super) struct Regions<'a> {
    map: &'a RegionMap,
    /// The sheet positions of the columns, from left to right.
    xs: Vec<f64>,
    /// The sheet positions of the rows, from the bottom upwards.
    ys: Vec<f64>,
    /// The best option at each point of the grid, row by row.
    best: Vec<Option<usize>>,
}

/// A triangle of the grid with every option's figure at its corners.
struct Triangle {
    corners: [Point; 3],
    /// For each option, at the corners; none where it cannot be had at one of them.
    costs: Vec<Option<[f64; 3]>>,
}

impl<'a> Regions<'a> {
    /// None where there is no grid of at least two by two points with a best option anywhere.
    pub(super) fn new(map: &'a RegionMap, x: &AxisLayout, y: &AxisLayout) -> Option<Regions<'a>> {
        let places = |axis: &AxisLayout, values: &[f64]| -> Option<Vec<f64>> {
            values.iter().map(|value| axis.position(*value)).collect()
        };
        let (xs, ys) = (places(x, &map.columns)?, places(y, &map.rows)?);
        let best: Vec<Option<usize>> = (0..ys.len())
            .flat_map(|row| (0..xs.len()).map(move |column| map.best(column, row)))
            .collect();
        (xs.len() >= 2 && ys.len() >= 2 && best.iter().any(Option::is_some)).then_some(Regions {
            map,
            xs,
            ys,
            best,
        })
    }

    /// For each option, convex areas that make up its region.
    pub(super) fn areas(&self) -> Vec<Vec<Vec<Point>>> {
        let mut areas = vec![Vec::new(); self.map.regions.len()];
        for row in 0..self.ys.len() - 1 {
            let mut column = 0;
            while column < self.xs.len() - 1 {
                if let Some(best) = self.only(column, row) {
                    let from = column;
                    while column < self.xs.len() - 1 && self.only(column, row) == Some(best) {
                        column += 1;
                    }
                    areas[best].push(corners(&self.cell(from, column, row)).to_vec());
                    continue;
                }
                self.split(column, row, &mut areas);
                column += 1;
            }
        }
        areas
    }

    /// The lines between regions.
    pub(super) fn borders(&self) -> Vec<Vec<Point>> {
        let mut pieces = Vec::new();
        for row in 0..self.ys.len() - 1 {
            for column in 0..self.xs.len() - 1 {
                if self.only(column, row).is_some() {
                    continue;
                }
                match self.triangles(column, row) {
                    Some(triangles) => {
                        pieces.extend(triangles.iter().flat_map(Triangle::borders));
                    }
                    None => pieces.extend(self.quarter_borders(column, row)),
                }
            }
        }
        chained(pieces)
    }

    /// The points of a lattice over the plot, each in the list of the region that it lies in.
    pub(super) fn lattice(&self, plot: Rect, step: f64) -> Vec<Vec<Point>> {
        let count = |length: f64| libm::floor(length / step) as usize;
        let mut points = vec![Vec::new(); self.map.regions.len()];
        for row in 0..count(plot.height) {
            // Every other row is shifted by half a step.
            let shift = if row % 2 == 0 { 0.5 } else { 1.0 };
            for column in 0..count(plot.width) {
                let at = Point {
                    x: plot.x + (column as f64 + shift) * step,
                    y: plot.y + (row as f64 + 0.5) * step,
                };
                if let Some(region) = self.best_at(at) {
                    points[region].push(at);
                }
            }
        }
        points
    }

    /// Whether an area lies in a region, as far as its corners, edges and middle say.
    pub(super) fn hold(&self, area: &Rect, region: usize) -> bool {
        let steps = [0.0, 0.25, 0.5, 0.75, 1.0];
        steps.iter().all(|across| {
            steps.iter().all(|down| {
                let at = Point {
                    x: area.x + area.width * across,
                    y: area.y + area.height * down,
                };
                self.best_at(at) == Some(region)
            })
        })
    }

    /// Whether an area lies in one region, whichever.
    pub(super) fn lie_in_one(&self, area: &Rect) -> bool {
        let region = self.best_at(area.centre());
        region.is_some_and(|region| self.hold(area, region))
    }

    /// The best option at a place of the sheet, between the grid's points by interpolation.
    fn best_at(&self, at: Point) -> Option<usize> {
        let column = between(&self.xs, |x| *x <= at.x);
        let row = between(&self.ys, |y| *y >= at.y);
        let across = share(self.xs[column], self.xs[column + 1], at.x);
        let up = share(self.ys[row], self.ys[row + 1], at.y);
        let costs = self.map.regions.iter().map(|region| {
            let cost = |column: usize, row: usize| {
                let costs = region.costs.get(row * self.xs.len() + column);
                costs.copied().unwrap_or(f64::NAN)
            };
            let along =
                |row: usize| cost(column, row) * (1.0 - across) + cost(column + 1, row) * across;
            let middle = along(row) * (1.0 - up) + along(row + 1) * up;
            if middle.is_finite() {
                middle
            } else {
                // Where an option ends, the nearest point of the grid decides.
                cost(
                    column + usize::from(across > 0.5),
                    row + usize::from(up > 0.5),
                )
            }
        });
        costs
            .enumerate()
            .filter(|(_, cost)| cost.is_finite())
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(region, _)| region)
    }

    fn best_of(&self, column: usize, row: usize) -> Option<usize> {
        self.best[row * self.xs.len() + column]
    }

    /// The option that is best at all corners of a cell.
    fn only(&self, column: usize, row: usize) -> Option<usize> {
        let first = self.best_of(column, row)?;
        let same = [(1, 0), (0, 1), (1, 1)]
            .iter()
            .all(|(right, up)| self.best_of(column + right, row + up) == Some(first));
        same.then_some(first)
    }

    /// The area from one column to another, between a row and the next.
    fn cell(&self, from: usize, to: usize, row: usize) -> Rect {
        Rect {
            x: self.xs[from],
            y: self.ys[row + 1],
            width: self.xs[to] - self.xs[from],
            height: self.ys[row] - self.ys[row + 1],
        }
    }

    /// Shares a cell out among the options that are best in parts of it.
    fn split(&self, column: usize, row: usize, areas: &mut [Vec<Vec<Point>>]) {
        match self.triangles(column, row) {
            Some(triangles) => {
                for triangle in triangles {
                    for (region, areas) in areas.iter_mut().enumerate() {
                        let part = triangle.part(region);
                        if part.len() >= 3 {
                            areas.push(part);
                        }
                    }
                }
            }
            None => {
                for (best, quarter) in self.quarters(column, row) {
                    if let Some(best) = best {
                        areas[best].push(corners(&quarter).to_vec());
                    }
                }
            }
        }
    }

    /// The two triangles of a cell; none where an option that is best at a corner cannot be had at another.
    fn triangles(&self, column: usize, row: usize) -> Option<[Triangle; 2]> {
        let nodes = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(right, up)| (column + right, row + up));
        let costs_at = |region: usize| {
            nodes.map(|(column, row)| {
                let costs = &self.map.regions[region].costs;
                let cost = costs.get(row * self.xs.len() + column);
                cost.copied().unwrap_or(f64::NAN)
            })
        };
        let all: Vec<[f64; 4]> = (0..self.map.regions.len()).map(costs_at).collect();
        let is_known = |costs: &[f64; 4]| costs.iter().all(|cost| cost.is_finite());
        for (column, row) in nodes {
            let best = self.best_of(column, row)?;
            if !is_known(&all[best]) {
                return None;
            }
        }
        let places = nodes.map(|(column, row)| Point {
            x: self.xs[column],
            y: self.ys[row],
        });
        let triangle = |ends: [usize; 3]| Triangle {
            corners: ends.map(|end| places[end]),
            costs: all
                .iter()
                .map(|costs| is_known(costs).then(|| ends.map(|end| costs[end])))
                .collect(),
        };
        Some([triangle([0, 1, 2]), triangle([0, 2, 3])])
    }

    /// The quarters of a cell, each with the option that is best at its corner of the grid.
    fn quarters(&self, column: usize, row: usize) -> [(Option<usize>, Rect); 4] {
        let cell = self.cell(column, column + 1, row);
        let (width, height) = (cell.width / 2.0, cell.height / 2.0);
        [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, up)| {
            let quarter = Rect {
                x: cell.x + width * right as f64,
                y: cell.y + height * (1 - up) as f64,
                width,
                height,
            };
            (self.best_of(column + right, row + up), quarter)
        })
    }

    fn quarter_borders(&self, column: usize, row: usize) -> Vec<[Point; 2]> {
        let [low_left, low_right, top_left, top_right] = self.quarters(column, row);
        let mut pieces = Vec::new();
        for (left, right) in [(low_left, low_right), (top_left, top_right)] {
            if left.0 != right.0 {
                let [from, _, _, to] = corners(&right.1);
                pieces.push([from, to]);
            }
        }
        for (low, top) in [(low_left, top_left), (low_right, top_right)] {
            if low.0 != top.0 {
                let [from, to, _, _] = corners(&low.1);
                pieces.push([from, to]);
            }
        }
        pieces
    }
}

impl Triangle {
    /// An option's figure at a place, linear between the corners.
    fn cost(&self, costs: &[f64; 3], at: Point) -> f64 {
        let [a, b, c] = self.corners;
        let whole = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        let of_b = ((at.x - a.x) * (c.y - a.y) - (c.x - a.x) * (at.y - a.y)) / whole;
        let of_c = ((b.x - a.x) * (at.y - a.y) - (at.x - a.x) * (b.y - a.y)) / whole;
        costs[0] + (costs[1] - costs[0]) * of_b + (costs[2] - costs[0]) * of_c
    }

    /// How much dearer another option is than this one, at a place.
    fn lead(&self, region: &[f64; 3], other: &[f64; 3], at: Point) -> f64 {
        self.cost(other, at) - self.cost(region, at)
    }

    /// The part in which an option's figure is the lowest.
    fn part(&self, region: usize) -> Vec<Point> {
        let Some(own) = &self.costs[region] else {
            return Vec::new();
        };
        let mut part = self.corners.to_vec();
        for (place, other) in self.costs.iter().enumerate() {
            if let Some(other) = other.as_ref().filter(|_| place != region) {
                part = keep_where(&part, |at| self.lead(own, other, at));
            }
        }
        part
    }

    /// The lines on which two options have the same figure and no other a lower one.
    fn borders(&self) -> Vec<[Point; 2]> {
        let known: Vec<&[f64; 3]> = self.costs.iter().flatten().collect();
        let mut pieces = Vec::new();
        for (place, one) in known.iter().enumerate() {
            for other in &known[place + 1..] {
                let Some(mut piece) = self.equal(one, other) else {
                    continue;
                };
                let mut is_empty = false;
                for third in &known {
                    if std::ptr::eq(*third, *one) || std::ptr::eq(*third, *other) {
                        continue;
                    }
                    let leads = piece.map(|at| self.lead(one, third, at));
                    match (leads[0] >= 0.0, leads[1] >= 0.0) {
                        (true, true) => {}
                        (false, false) => is_empty = true,
                        (keeps_first, _) => {
                            let share = leads[0] / (leads[0] - leads[1]);
                            let cut = on_the_way(piece[0], piece[1], share);
                            piece[usize::from(keeps_first)] = cut;
                        }
                    }
                }
                if !is_empty {
                    pieces.push(piece);
                }
            }
        }
        pieces
    }

    /// Where two options have the same figure.
    fn equal(&self, one: &[f64; 3], other: &[f64; 3]) -> Option<[Point; 2]> {
        let leads = [0, 1, 2].map(|corner| other[corner] - one[corner]);
        let mut ends = [(0, 1), (1, 2), (2, 0)]
            .into_iter()
            .filter(|(from, to)| (leads[*from] >= 0.0) != (leads[*to] >= 0.0))
            .map(|(from, to)| {
                let share = leads[from] / (leads[from] - leads[to]);
                on_the_way(self.corners[from], self.corners[to], share)
            });
        Some([ends.next()?, ends.next()?])
    }
}

fn on_the_way(from: Point, to: Point, share: f64) -> Point {
    Point {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
    }
}

/// The last place of which `is_before` holds, so that it and the next lie inside the list.
fn between(values: &[f64], is_before: impl Fn(&f64) -> bool) -> usize {
    let count = values.partition_point(is_before);
    count.clamp(1, values.len() - 1) - 1
}

fn share(from: f64, to: f64, at: f64) -> f64 {
    ((at - from) / (to - from)).clamp(0.0, 1.0)
}

/// Pieces joined to lines where they share an end.
fn chained(mut pieces: Vec<[Point; 2]>) -> Vec<Vec<Point>> {
    const SAME: f64 = 1e-3;
    let is_same = |one: &Point, other: &Point| {
        (one.x - other.x).abs() < SAME && (one.y - other.y).abs() < SAME
    };
    let mut lines = Vec::new();
    while let Some([from, to]) = pieces.pop() {
        let mut line = std::collections::VecDeque::from([from, to]);
        loop {
            let (first, last) = (line[0], line[line.len() - 1]);
            let next = pieces.iter().position(|piece| {
                piece
                    .iter()
                    .any(|end| is_same(end, &first) || is_same(end, &last))
            });
            let Some(next) = next else {
                break;
            };
            let [a, b] = pieces.swap_remove(next);
            if is_same(&a, &last) {
                line.push_back(b);
            } else if is_same(&b, &last) {
                line.push_back(a);
            } else if is_same(&a, &first) {
                line.push_front(b);
            } else {
                line.push_front(a);
            }
        }
        lines.push(line.into());
    }
    lines
}
