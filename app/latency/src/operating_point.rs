//! What one user sees against what all get together, as more ask at once.

use serde::{Deserialize, Serialize};

use crate::run::Load;
use crate::summary::{Level, Summary};

/// What a load gives: the speed of one user and that of all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Users at once.
    pub users: u32,
    /// Output tokens a second that one of them sees, the median.
    pub user_tokens_per_second: f64,
    /// Output tokens a second of all together, prompts included in the time.
    pub total_tokens_per_second: f64,
    /// Milliseconds to the first token that nineteen in twenty stay under.
    pub first_token_p95_ms: f64,
    /// Milliseconds between tokens that nineteen in twenty stay under.
    pub inter_token_p95_ms: f64,
}

/// What a user must be given; what is not asked for is none.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Target {
    /// Milliseconds to the first token that nineteen in twenty must stay under.
    pub first_token_ms: Option<f64>,
    /// Output tokens a second that the median user must see at least.
    pub user_tokens_per_second: Option<f64>,
}

/// The points of a sweep over users at once, fewest first, for prompts of one planned length.
///
/// Levels in which a request failed are left out: what is refused makes others look fast.
pub fn sweep(summary: &Summary, planned_prompt_tokens: u32) -> Vec<Point> {
    let of_length =
        |level: &&Level| level.planned_prompt_tokens == planned_prompt_tokens && level.failed == 0;
    let mut points: Vec<Point> = summary
        .levels
        .iter()
        .filter(of_length)
        .filter_map(Point::of)
        .collect();
    points.sort_by_key(|point| point.users);
    points
}

/// The most that all get together while every user is given what they must be.
pub fn operating_point(points: &[Point], target: Target) -> Option<Point> {
    points
        .iter()
        .filter(|point| point.meets(target))
        .copied()
        .reduce(|best, next| {
            if next.total_tokens_per_second > best.total_tokens_per_second {
                next
            } else {
                best
            }
        })
}

impl Point {
    fn of(level: &Level) -> Option<Point> {
        let Load::Users(users) = level.load else {
            return None;
        };
        Some(Point {
            users,
            user_tokens_per_second: level.user_tokens_per_second?.p50,
            total_tokens_per_second: level.total_tokens_per_second?,
            first_token_p95_ms: level.first_token_ms?.p95,
            inter_token_p95_ms: level.inter_token_ms?.p95,
        })
    }

    /// Whether it gives users what they must be given.
    pub fn meets(&self, target: Target) -> bool {
        target
            .first_token_ms
            .is_none_or(|most| self.first_token_p95_ms <= most)
            && target
                .user_tokens_per_second
                .is_none_or(|least| self.user_tokens_per_second >= least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(users: u32, user: f64, total: f64, first: f64) -> Point {
        Point {
            users,
            user_tokens_per_second: user,
            total_tokens_per_second: total,
            first_token_p95_ms: first,
            inter_token_p95_ms: 1000.0 / user,
        }
    }

    #[test]
    fn the_target_decides() {
        let points = [
            point(1, 20.0, 18.0, 100.0),
            point(4, 15.0, 50.0, 300.0),
            point(16, 6.0, 80.0, 1200.0),
            point(32, 2.5, 78.0, 2500.0),
        ];
        let users = |first_token_ms, user_tokens_per_second| {
            let target = Target {
                first_token_ms,
                user_tokens_per_second,
            };
            operating_point(&points, target).map(|point| point.users)
        };
        let cases = [
            (users(None, None), Some(16)),
            (users(None, Some(10.0)), Some(4)),
            (users(Some(200.0), None), Some(1)),
            (users(Some(2000.0), Some(6.0)), Some(16)),
            (users(Some(50.0), None), None),
        ];
        for (found, expected) in cases {
            assert_eq!(found, expected);
        }
    }
}
