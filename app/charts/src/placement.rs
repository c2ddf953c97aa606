//! Where direct labels stand so that none covers another.

use crate::{Point, Rect};

/// Moves intervals along a line as little as possible until none overlaps and all lie between `low` and `high`.
///
/// Each interval is its wanted centre and its length.
/// The result holds a centre for each, or `None` for the last ones where not all fit.
///
/// Neighbours that collide become a block around the mean of their wanted places, as in isotonic regression,
/// which is the least-squares answer for a fixed order.
#[must_use]
pub fn spread(wanted: &[(f64, f64)], low: f64, high: f64) -> Vec<Option<f64>> {
    let mut fitting = 0;
    let mut total = 0.0;
    while fitting < wanted.len() && total + wanted[fitting].1 <= high - low + 1e-9 {
        total += wanted[fitting].1;
        fitting += 1;
    }
    let mut order: Vec<usize> = (0..fitting).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0).then(a.cmp(b)));

    // A block: its members' total length, and where its low end wants to be.
    struct Block {
        members: Vec<usize>,
        length: f64,
        starts: Vec<f64>,
    }
    impl Block {
        fn start(&self, low: f64, high: f64) -> f64 {
            let mean = self.starts.iter().sum::<f64>() / self.starts.len() as f64;
            mean.min(high - self.length).max(low)
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let (centre, length) = wanted[index];
        let mut block = Block {
            members: vec![index],
            length,
            starts: vec![centre - length / 2.0],
        };
        while let Some(previous) = blocks.last() {
            if previous.start(low, high) + previous.length <= block.start(low, high) {
                break;
            }
            let Some(mut previous) = blocks.pop() else {
                break;
            };
            // What the later block wants, told as a wish for where the merged one starts.
            previous
                .starts
                .extend(block.starts.iter().map(|start| start - previous.length));
            previous.members.append(&mut block.members);
            previous.length += block.length;
            block = previous;
        }
        blocks.push(block);
    }
    let mut centres = vec![None; wanted.len()];
    for block in &blocks {
        let mut at = block.start(low, high);
        for member in &block.members {
            let length = wanted[*member].1;
            centres[*member] = Some(at + length / 2.0);
            at += length;
        }
    }
    centres
}

/// Places a label beside each point, inside `bounds`, clear of all points and of all other labels.
///
/// `sizes` holds each label's width and height; `clearance` is the distance kept from the point's centre.
/// Points with the fewest free places choose first.
/// Right, left, above, below and the corners are tried in this order, then the same places a little farther away,
/// then the nearest free place to which a line can be led past the other labels, then the nearest free place.
/// The result is `None` where no place is free.
#[must_use]
pub fn beside_points(
    points: &[Point],
    sizes: &[(f64, f64)],
    bounds: Rect,
    clearance: f64,
) -> Vec<Option<Rect>> {
    let markers: Vec<Rect> = points
        .iter()
        .map(|point| Rect::around(*point, clearance * 0.65))
        .collect();
    // Neighbouring names would read as one without this gap.
    let gap = clearance * 0.6;
    let is_clear = |index: usize, place: &Rect, taken: &[Rect]| {
        bounds.holds(place)
            && taken
                .iter()
                .all(|other| !widened(place, gap).overlaps(other))
            && markers
                .iter()
                .enumerate()
                // Its own point's marker lies inside the clearance.
                .all(|(other, marker)| other == index || !place.overlaps(marker))
    };

    let mut order: Vec<(usize, usize)> = points
        .iter()
        .zip(sizes)
        .enumerate()
        .map(|(index, (point, size))| {
            let places = beside(*point, *size, clearance);
            let free = places.filter(|place| is_clear(index, place, &[])).count();
            (free, index)
        })
        .collect();
    order.sort_unstable();

    let mut taken: Vec<Rect> = Vec::new();
    let mut leaders: Vec<(Point, Point)> = Vec::new();
    let mut places = vec![None; points.len()];
    for (_, index) in order {
        let (point, size) = (points[index], sizes[index]);
        let is_free = |place: &Rect| is_clear(index, place, &taken);
        let is_uncrossed =
            |place: &Rect| leaders.iter().all(|(from, to)| !crosses(*from, *to, place));
        let is_reached = |place: &Rect| {
            let end = nearest(point, place);
            taken.iter().all(|other| !crosses(point, end, other))
        };
        let near = |ring: f64| {
            beside(point, size, clearance * ring)
                .find(|place| is_free(place) && is_uncrossed(place))
        };
        let far = |strict: bool| {
            grid(bounds, size)
                .filter(|place| is_free(place) && !place.overlaps(&markers[index]))
                .filter(|place| !strict || (is_uncrossed(place) && is_reached(place)))
                .min_by(|a, b| distance(point, a).total_cmp(&distance(point, b)))
        };
        let place = near(1.0)
            .or_else(|| near(2.0))
            .or_else(|| far(true))
            .or_else(|| far(false));
        if let Some(place) = place {
            taken.push(place);
            leaders.push((point, nearest(point, &place)));
        }
        places[index] = place;
    }
    places
}

/// The places around a point at a distance from its centre, best first.
fn beside(point: Point, (width, height): (f64, f64), gap: f64) -> impl Iterator<Item = Rect> {
    // Where the label's centre lies, in half widths and half heights away from the point,
    // and whether the gap is kept across and down.
    const PLACES: [(f64, f64, f64, f64); 12] = [
        (1.0, 0.0, 1.0, 0.0),
        (-1.0, 0.0, -1.0, 0.0),
        (0.0, -1.0, 0.0, -1.0),
        (0.0, 1.0, 0.0, 1.0),
        (1.0, -1.0, 1.0, -0.5),
        (1.0, 1.0, 1.0, 0.5),
        (-1.0, -1.0, -1.0, -0.5),
        (-1.0, 1.0, -1.0, 0.5),
        (0.8, -1.0, 0.0, -1.0),
        (-0.8, -1.0, 0.0, -1.0),
        (0.8, 1.0, 0.0, 1.0),
        (-0.8, 1.0, 0.0, 1.0),
    ];
    PLACES
        .into_iter()
        .map(move |(across, down, gap_across, gap_down)| Rect {
            x: point.x + across * width / 2.0 + gap_across * gap - width / 2.0,
            y: point.y + down * height / 2.0 + gap_down * gap - height / 2.0,
            width,
            height,
        })
}

fn widened(rect: &Rect, by: f64) -> Rect {
    Rect {
        x: rect.x - by,
        width: rect.width + 2.0 * by,
        ..*rect
    }
}

/// The point of an area that is nearest to another point.
#[must_use]
pub fn nearest(point: Point, area: &Rect) -> Point {
    Point {
        x: point.x.clamp(area.x, area.right()),
        y: point.y.clamp(area.y, area.bottom()),
    }
}

/// Whether a straight line touches the inside of an area (Liang and Barsky's clipping).
#[must_use]
pub fn crosses(from: Point, to: Point, area: &Rect) -> bool {
    let (across, down) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-across, from.x - area.x),
        (across, area.right() - from.x),
        (-down, from.y - area.y),
        (down, area.bottom() - from.y),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter < leave
}

/// From a point to the nearest point of an area, in points; 0 inside.
#[must_use]
pub fn distance(point: Point, area: &Rect) -> f64 {
    let end = nearest(point, area);
    libm::hypot(end.x - point.x, end.y - point.y)
}

/// Places for an area of this size all over the bounds, overlapping each other by halves.
fn grid(bounds: Rect, (width, height): (f64, f64)) -> impl Iterator<Item = Rect> {
    let step = (height / 2.0).max(1.0);
    let columns = ((bounds.width - width) / step).max(-1.0) as i64;
    let rows = ((bounds.height - height) / step).max(-1.0) as i64;
    (0..=rows).flat_map(move |row| {
        (0..=columns).map(move |column| Rect {
            x: bounds.x + column as f64 * step,
            y: bounds.y + row as f64 * step,
            width,
            height,
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_that_do_not_collide_stay_where_they_are() {
        assert_eq!(
            spread(&[(10.0, 8.0), (50.0, 8.0), (30.0, 8.0)], 0.0, 100.0),
            [Some(10.0), Some(50.0), Some(30.0)]
        );
    }

    #[test]
    fn colliding_labels_share_the_shift() {
        assert_eq!(
            spread(&[(20.0, 10.0), (22.0, 10.0)], 0.0, 100.0),
            [Some(16.0), Some(26.0)]
        );
        assert_eq!(
            spread(&[(0.0, 10.0), (1.0, 10.0)], 0.0, 100.0),
            [Some(5.0), Some(15.0)]
        );
    }

    #[test]
    fn what_does_not_fit_is_left_out_from_the_end() {
        assert_eq!(
            spread(&[(5.0, 10.0), (5.0, 10.0), (5.0, 10.0)], 0.0, 20.0),
            [Some(5.0), Some(15.0), None]
        );
    }

    proptest! {
        #[test]
        fn spread_labels_never_overlap(wanted in prop::collection::vec((-20.0..220.0f64, 6.0..30.0f64), 1..14)) {
            let centres = spread(&wanted, 0.0, 200.0);
            let mut placed: Vec<(f64, f64)> = centres
                .iter()
                .zip(&wanted)
                .filter_map(|(centre, (_, length))| centre.map(|centre| (centre - length / 2.0, centre + length / 2.0)))
                .collect();
            placed.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(placed.iter().all(|(from, to)| *from >= -1e-6 && *to <= 200.0 + 1e-6), "{:?}", placed);
            prop_assert!(placed.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-6), "{:?}", placed);
            let length: f64 = wanted.iter().map(|(_, length)| length).sum();
            prop_assert!(length > 200.0 || placed.len() == wanted.len());
        }

        #[test]
        fn point_labels_never_overlap(points in prop::collection::vec((10.0..390.0f64, 10.0..190.0f64, 30.0..140.0f64), 1..9)) {
            let at: Vec<Point> = points.iter().map(|(x, y, _)| Point { x: *x, y: *y }).collect();
            let sizes: Vec<(f64, f64)> = points.iter().map(|(_, _, width)| (*width, 15.0)).collect();
            let bounds = Rect { x: 0.0, y: 0.0, width: 400.0, height: 200.0 };
            let places: Vec<Rect> = beside_points(&at, &sizes, bounds, 8.0).into_iter().flatten().collect();
            for (index, place) in places.iter().enumerate() {
                prop_assert!(bounds.holds(place));
                prop_assert!(places[..index].iter().all(|other| !place.overlaps(other)));
            }
        }
    }

    #[test]
    fn lines_are_led_past_labels() {
        let area = Rect {
            x: 10.0,
            y: 10.0,
            width: 20.0,
            height: 5.0,
        };
        let at = |x: f64, y: f64| Point { x, y };
        assert!(crosses(at(0.0, 12.0), at(40.0, 12.0), &area));
        assert!(crosses(at(20.0, 0.0), at(21.0, 40.0), &area));
        assert!(!crosses(at(0.0, 0.0), at(9.0, 40.0), &area));
        assert!(!crosses(at(0.0, 12.0), at(9.0, 12.0), &area));
        assert!(!crosses(at(0.0, 20.0), at(40.0, 20.0), &area));
    }

    #[test]
    fn a_lone_point_is_labelled_on_its_right_or_its_left_at_the_edge() {
        let bounds = Rect {
            x: 0.0,
            y: 0.0,
            width: 400.0,
            height: 200.0,
        };
        let place = |x: f64| {
            beside_points(&[Point { x, y: 100.0 }], &[(80.0, 15.0)], bounds, 8.0)[0].unwrap()
        };
        assert_eq!(place(100.0).x, 108.0);
        assert_eq!(place(395.0).x, 307.0);
    }
}
