//! One root between two points of opposite sign.

/// Where `f` is zero between `low` and `high`, or `None` if `f` does not change sign there.
///
/// A point where `f` is exactly zero at an end of the range is that end.
/// The method is Chandrupatla's (T. R. Chandrupatla, *Advances in Engineering Software* 28
/// (1997) 145–149): inverse quadratic interpolation where its test says that this is safe, halving
/// where it is not, so it never leaves the bracket and never takes more steps than a few times
/// halving does. The answer is as close as `f64` can say, or a few parts in 10¹⁸ of the range near
/// zero.
///
/// `f` must be continuous between the ends: at a jump or a pole across zero, the place of the jump
/// is returned.
/// Infinite values of `f` are taken by their sign; at a value that is not a number the search
/// stops with `None`.
pub fn root_between(mut f: impl FnMut(f64) -> f64, low: f64, high: f64) -> Option<f64> {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    if fa == 0.0 {
        return Some(a);
    }
    if fb == 0.0 {
        return Some(b);
    }
    if fa.is_nan() || fb.is_nan() || (fa > 0.0) == (fb > 0.0) {
        return None;
    }
    let smallest_step = (high - low).abs() * 1e-18;
    let mut fraction = 0.5;
    for _ in 0..MOST_STEPS {
        let x = a + fraction * (b - a);
        let fx = f(x);
        if fx.is_nan() {
            return None;
        }
        // `c` is the point that drops out of the bracket.
        let (c, fc) = if (fx > 0.0) == (fa > 0.0) {
            (a, fa)
        } else {
            let dropped = (b, fb);
            (b, fb) = (a, fa);
            dropped
        };
        (a, fa) = (x, fx);
        let (best, f_best) = if fa.abs() < fb.abs() {
            (a, fa)
        } else {
            (b, fb)
        };
        let tolerance = f64::EPSILON * best.abs() + smallest_step;
        let step_limit = tolerance / (b - a).abs();
        // Written so that a distance of zero (a limit that is infinite) ends the search too.
        if f_best == 0.0 || step_limit.is_nan() || step_limit > 0.5 {
            return Some(best);
        }
        fraction = interpolated((a, fa), (b, fb), (c, fc))
            .unwrap_or(0.5)
            .clamp(step_limit, 1.0 - step_limit);
    }
    Some(if fa.abs() < fb.abs() { a } else { b })
}

/// Halving alone needs about 60 steps for full precision over a sensible range, and 1,100 over
/// the whole of `f64`.
const MOST_STEPS: usize = 1_200;

/// The next place to look, as a fraction of the way from `a` to `b`, by inverse quadratic
/// interpolation through three points; `None` where Chandrupatla's test finds it unsafe.
fn interpolated((a, fa): (f64, f64), (b, fb): (f64, f64), (c, fc): (f64, f64)) -> Option<f64> {
    let xi = (a - b) / (c - b);
    let phi = (fa - fb) / (fc - fb);
    // Comparisons with a value that is not a number are false: infinite values halve.
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    if !safe {
        return None;
    }
    let fraction =
        fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
    fraction.is_finite().then_some(fraction)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn finds_roots_of_easy_and_of_hard_functions() {
        type Case = (fn(f64) -> f64, f64, f64, f64);
        let cases: [Case; 6] = [
            (|x| x * x - 2.0, 0.0, 2.0, std::f64::consts::SQRT_2),
            (|x| x - 1e-9, 0.0, 1e6, 1e-9),
            (|x| (x - 3.0) * (x - 3.0) * (x - 3.0), 0.0, 10.0, 3.0),
            (|x| libm::exp(x) - 1e100, 0.0, 700.0, 230.258_509_299_404_58),
            (
                |x| if x < 0.3 { -1.0 } else { f64::INFINITY },
                0.0,
                1.0,
                0.3,
            ),
            (|x| 5.0 - x, 1e9, -1e9, 5.0),
        ];
        for (f, low, high, want) in cases {
            let got = root_between(f, low, high).unwrap();
            // A triple root is only as sharp as the cube root of the precision.
            assert!((got - want).abs() <= 1e-5 * want, "{got} for {want}");
        }
    }

    #[test]
    fn few_steps_are_needed_for_a_smooth_function() {
        let mut steps = 0;
        let root = root_between(
            |x| {
                steps += 1;
                libm::exp(-x) - 0.2
            },
            -2.3,
            50.0,
        );
        assert!((root.unwrap() - libm::log(5.0)).abs() < 1e-15);
        assert!(steps < 25, "{steps}");
    }

    #[test]
    fn no_change_of_sign_is_no_root() {
        assert_eq!(root_between(|x| x * x + 1.0, -1.0, 1.0), None);
        assert_eq!(root_between(|_| f64::NAN, -1.0, 1.0), None);
        assert_eq!(root_between(|x| x, 0.0, 1.0), Some(0.0));
    }
}
