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

/// Places a label beside each point, inside `bounds`, clear of all points and of the labels before it.
///
/// `sizes` holds each label's width and height; `obstacles` are areas to keep clear of;
/// `clearance` is the distance kept from the point's centre.
/// Right, left, above, below and the corners are tried in this order, then the same places a little farther away,
/// then the nearest free place anywhere.
/// The result is `None` where no place is free.
#[must_use]
pub fn beside_points(
    points: &[Point],
    sizes: &[(f64, f64)],
    obstacles: &[Rect],
    bounds: Rect,
    clearance: f64,
) -> Vec<Option<Rect>> {
    const DIRECTIONS: [(f64, f64); 8] = [
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -1.0),
        (0.0, 1.0),
        (1.0, -1.0),
        (1.0, 1.0),
        (-1.0, -1.0),
        (-1.0, 1.0),
    ];
    const RINGS: [f64; 2] = [1.0, 2.0];
    let markers: Vec<Rect> = points
        .iter()
        .map(|point| Rect::around(*point, clearance * 0.8))
        .collect();
    let mut taken: Vec<Rect> = obstacles.to_vec();
    let mut places = Vec::with_capacity(points.len());
    for (index, (point, (width, height))) in points.iter().zip(sizes).enumerate() {
        let is_free = |place: &Rect| {
            bounds.holds(place)
                && taken.iter().all(|other| !place.overlaps(other))
                && markers
                    .iter()
                    .enumerate()
                    // Its own point's marker lies inside the clearance.
                    .all(|(other, marker)| other == index || !place.overlaps(marker))
        };
        let beside = RINGS
            .iter()
            .flat_map(|ring| DIRECTIONS.iter().map(move |direction| (*ring, *direction)))
            .map(|(ring, (across, down))| {
                let gap = clearance * ring;
                Rect {
                    x: point.x + across * (gap + width / 2.0) - width / 2.0,
                    y: point.y + down * (gap + height / 2.0) - height / 2.0,
                    width: *width,
                    height: *height,
                }
            })
            .find(|place| is_free(place));
        let free = beside.or_else(|| {
            grid(bounds, (*width, *height))
                .filter(|place| is_free(place) && !place.overlaps(&markers[index]))
                .min_by(|a, b| distance(*point, a).total_cmp(&distance(*point, b)))
        });
        if let Some(place) = free {
            taken.push(place);
        }
        places.push(free);
    }
    places
}

/// From a point to the nearest point of an area, in points; 0 inside.
#[must_use]
pub fn distance(point: Point, area: &Rect) -> f64 {
    let across = (area.x - point.x).max(point.x - area.right()).max(0.0);
    let down = (area.y - point.y).max(point.y - area.bottom()).max(0.0);
    libm::hypot(across, down)
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
            let places: Vec<Rect> = beside_points(&at, &sizes, &[], bounds, 8.0).into_iter().flatten().collect();
            for (index, place) in places.iter().enumerate() {
                prop_assert!(bounds.holds(place));
                prop_assert!(places[..index].iter().all(|other| !place.overlaps(other)));
            }
        }
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
            beside_points(&[Point { x, y: 100.0 }], &[(80.0, 15.0)], &[], bounds, 8.0)[0].unwrap()
        };
        assert_eq!(place(100.0).x, 108.0);
        assert_eq!(place(395.0).x, 307.0);
    }
}
