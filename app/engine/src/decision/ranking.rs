//! Orders of options, with ties kept in the order of the list.

/// Differences below this share of the largest score are rounding and count as ties.
const SAME: f64 = 1e-12;

/// Places of the scores from the highest to the lowest; ties stand in the order of the list.
pub fn ranking(scores: &[f64]) -> Vec<usize> {
    let slack = slack(scores);
    let mut places: Vec<usize> = (0..scores.len()).collect();
    places.sort_by(|one, other| scores[*other].total_cmp(&scores[*one]));
    // Runs of scores that differ by rounding alone go back into the order of the list.
    let mut start = 0;
    for end in 1..=places.len() {
        let run_goes_on =
            end < places.len() && scores[places[end - 1]] - scores[places[end]] <= slack;
        if !run_goes_on {
            places[start..end].sort_unstable();
            start = end;
        }
    }
    places
}

/// Place of the highest score: the first, if there are several; `None` if there are no scores.
pub fn best_place(scores: &[f64]) -> Option<usize> {
    let best = scores.iter().copied().reduce(f64::max)?;
    let slack = slack(scores);
    scores.iter().position(|score| *score >= best - slack)
}

fn slack(scores: &[f64]) -> f64 {
    SAME * scores.iter().fold(0.0, |most, score| score.abs().max(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_keep_the_order_of_the_list() {
        assert_eq!(ranking(&[1.0, 3.0, 1.0, 3.0, 2.0]), [1, 3, 4, 0, 2]);
        assert_eq!(ranking(&[0.3, 0.1 + 0.2]), [0, 1]);
        assert_eq!(ranking(&[]), [0; 0]);
        assert_eq!(best_place(&[0.3, 0.1 + 0.2]), Some(0));
        assert_eq!(best_place(&[-2.0, -1.0, -1.0]), Some(1));
        assert_eq!(best_place(&[]), None);
        assert_eq!(ranking(&[0.0, -0.0, 1e-300]), [2, 0, 1]);
    }
}
