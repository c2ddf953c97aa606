//! The one piece of linear algebra that fitting takes.

/// Solves `A x = b` for a symmetric positive definite `A`, given by rows of its lower triangle; the
/// rows are overwritten with the factor. None where `A` is not positive definite.
///
/// # Source
/// Golub and Van Loan 2013, *Matrix Computations*, algorithm 4.2.2 (Cholesky by rows).
pub(super) fn solve(rows: &mut [Vec<f64>], right: &[f64]) -> Option<Vec<f64>> {
    let size = rows.len();
    for i in 0..size {
        let (done, rest) = rows.split_at_mut(i);
        let row = &mut rest[0];
        for j in 0..i {
            let sum: f64 = dot(&row[..j], &done[j][..j]);
            row[j] = (row[j] - sum) / done[j][j];
        }
        let pivot = row[i] - dot(&row[..i], &row[..i]);
        if pivot.is_nan() || pivot <= 0.0 {
            return None;
        }
        row[i] = pivot.sqrt();
    }
    let mut x = right.to_vec();
    for i in 0..size {
        x[i] = (x[i] - dot(&rows[i][..i], &x[..i])) / rows[i][i];
    }
    for i in (0..size).rev() {
        x[i] /= rows[i][i];
        let known = x[i];
        for (j, value) in rows[i][..i].iter().enumerate() {
            x[j] -= value * known;
        }
    }
    Some(x)
}

/// A sum in four parts, which a processor adds side by side.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut parts = [0.0; 4];
    let (ones, others) = (one.chunks_exact(4), other.chunks_exact(4));
    let rest: f64 = (ones.remainder().iter().zip(others.remainder()))
        .map(|(a, b)| a * b)
        .sum();
    for (a, b) in ones.zip(others) {
        for lane in 0..4 {
            parts[lane] += a[lane] * b[lane];
        }
    }
    parts[0] + parts[1] + (parts[2] + parts[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved_and_a_singular_one_refused() {
        let mut rows = vec![vec![4.0], vec![2.0, 5.0], vec![1.0, 3.0, 6.0]];
        let x = solve(&mut rows, &[9.0, 21.0, 25.0]);
        let full = [[4.0, 2.0, 1.0], [2.0, 5.0, 3.0], [1.0, 3.0, 6.0]];
        let x = x.unwrap_or_default();
        for (row, right) in full.iter().zip([9.0, 21.0, 25.0]) {
            let sum: f64 = row.iter().zip(&x).map(|(a, b)| a * b).sum();
            assert!((sum - right).abs() < 1e-12, "{sum} {right}");
        }
        assert!(solve(&mut [vec![1.0], vec![1.0, 1.0]], &[1.0, 1.0]).is_none());
    }
}
