//! How long a token takes in a format or size that was not run, from some that were.
//!
//! A token's time is `a · layers + bytes ÷ B`: what a layer costs whatever its size (waiting for
//! other threads, attention, norms), and reading all weights once at the bandwidth that kernels
//! reach.
//! That holds for weights that lie in memory. Runs whose weights fit the last-level cache would make
//! `B` too large, so they are left out, by name.
//! `docs/methods/cpu-kernels.md` says how well it predicts.

/// A run of a model on some machine: one user, one token after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Timed {
    /// The model's name, for people.
    pub name: String,
    /// Its layers.
    pub layers: usize,
    /// Bytes of weights that a token reads.
    pub bytes: usize,
    /// Seconds for a token, at the median.
    pub seconds: f64,
}

/// What runs have taught of a machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Seconds that a layer costs whatever its size.
    pub seconds_a_layer: f64,
    /// Bytes of weights read in a second.
    pub bytes_a_second: f64,
    /// The largest error for a run that it was made from, relative to that run.
    pub largest_error: f64,
    /// Names of runs that were left out because their weights fit the cache.
    pub left_out: Vec<String>,
}

/// Why runs teach nothing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FitError {
    /// Fewer than two runs whose weights are larger than the cache.
    #[error("{usable} runs with weights beyond {cache_bytes} bytes of cache; two are needed")]
    TooFew {
        /// Such runs.
        usable: usize,
        /// Bytes of the last-level cache.
        cache_bytes: usize,
    },
    /// Runs that are all alike, or times that no bandwidth explains.
    #[error("runs of this kind do not tell layers from bytes")]
    Alike,
}

impl Fit {
    /// Learns from runs whose weights are larger than the last-level cache, by least squares of
    /// relative errors.
    ///
    /// Where noise would make a layer's cost negative it is zero.
    ///
    /// # Errors
    /// [`FitError`] where fewer than two runs are left, or they do not differ in bytes a layer.
    pub fn of(runs: &[Timed], cache_bytes: usize) -> Result<Fit, FitError> {
        let fits = |run: &&Timed| run.bytes <= cache_bytes;
        let left_out = runs
            .iter()
            .filter(fits)
            .map(|run| run.name.clone())
            .collect();
        // Relative to its time, each run says: layers · a + bytes · b = 1.
        let used: Vec<(f64, f64)> = runs
            .iter()
            .filter(|run| !fits(run) && run.seconds > 0.0 && run.seconds.is_finite())
            .map(|run| {
                (
                    run.layers as f64 / run.seconds,
                    run.bytes as f64 / run.seconds,
                )
            })
            .collect();
        if used.len() < 2 {
            return Err(FitError::TooFew {
                usable: used.len(),
                cache_bytes,
            });
        }
        let sum = |of: fn(&(f64, f64)) -> f64| used.iter().map(of).sum::<f64>();
        let (ll, lb, bb) = (sum(|r| r.0 * r.0), sum(|r| r.0 * r.1), sum(|r| r.1 * r.1));
        let (l, b) = (sum(|r| r.0), sum(|r| r.1));
        let determinant = ll * bb - lb * lb;
        if determinant <= 1e-9 * ll * bb {
            return Err(FitError::Alike);
        }
        let mut a = (l * bb - b * lb) / determinant;
        let mut seconds_a_byte = (b * ll - l * lb) / determinant;
        if a < 0.0 {
            (a, seconds_a_byte) = (0.0, b / bb);
        }
        if seconds_a_byte <= 0.0 {
            return Err(FitError::Alike);
        }
        let error = |r: &(f64, f64)| (r.0 * a + r.1 * seconds_a_byte - 1.0).abs();
        Ok(Fit {
            seconds_a_layer: a,
            bytes_a_second: 1.0 / seconds_a_byte,
            largest_error: used.iter().map(error).fold(0.0, f64::max),
            left_out,
        })
    }

    /// Seconds that a token of a model takes whose weights are larger than the cache.
    pub fn seconds(&self, layers: usize, bytes: usize) -> f64 {
        self.seconds_a_layer * layers as f64 + bytes as f64 / self.bytes_a_second
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    const CACHE: usize = 32 << 20;

    fn run(name: &str, layers: usize, bytes: usize, seconds: f64) -> Timed {
        Timed {
            name: name.into(),
            layers,
            bytes,
            seconds,
        }
    }

    #[test]
    fn a_published_pair_predicts_the_runs_that_were_held_out() {
        // Medians of a trial on two cores: Q8_0 was fitted, Q4_0 held out.
        let fitted = [
            run("15M-Q8_0", 6, 16_200_000, 0.000_48),
            run("110M-Q8_0", 12, 116_500_000, 0.005_25),
            run("1B-Q8_0", 16, 1_313_000_000, 0.049_35),
        ];
        let fit = Fit::of(&fitted, CACHE).unwrap();
        assert_eq!(fit.left_out, ["15M-Q8_0"]);
        assert!((fit.bytes_a_second / 1e9 - 27.3).abs() < 0.3);
        assert!((fit.seconds_a_layer - 83e-6).abs() < 4e-6);
        for (layers, bytes, seconds) in [(12, 61_700_000, 0.003_38), (16, 695_300_000, 0.026_82)] {
            let error = fit.seconds(layers, bytes) / seconds - 1.0;
            assert!(error.abs() < 0.05, "{error}");
        }
    }

    #[test]
    fn exact_times_are_found_again() {
        let time = |layers: usize, bytes: usize| 50e-6 * layers as f64 + bytes as f64 / 60e9;
        let runs: Vec<Timed> = [(12, 120_000_000), (16, 1_300_000_000), (28, 3_400_000_000)]
            .into_iter()
            .map(|(layers, bytes)| run("", layers, bytes, time(layers, bytes)))
            .collect();
        let fit = Fit::of(&runs, CACHE).unwrap();
        assert!((fit.seconds_a_layer / 50e-6 - 1.0).abs() < 1e-9);
        assert!((fit.bytes_a_second / 60e9 - 1.0).abs() < 1e-9);
        assert!(fit.largest_error < 1e-9);
        assert!((fit.seconds(32, 8_000_000_000) / time(32, 8_000_000_000) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_layer_never_costs_less_than_nothing() {
        let runs = [
            run("small", 12, 120_000_000, 0.0018),
            run("large", 16, 1_300_000_000, 0.0217),
        ];
        let fit = Fit::of(&runs, CACHE).unwrap();
        assert_eq!(fit.seconds_a_layer, 0.0);
        assert!(fit.largest_error < 0.06);
    }

    #[test]
    fn too_little_teaches_nothing() {
        let small = run("small", 6, CACHE, 0.001);
        let large = run("large", 16, 1_300_000_000, 0.02);
        let usable = |runs: &[Timed]| match Fit::of(runs, CACHE) {
            Err(FitError::TooFew { usable, .. }) => usable,
            other => panic!("{other:?}"),
        };
        assert_eq!(usable(&[]), 0);
        assert_eq!(usable(&[small, large.clone()]), 1);
        let again = run("again", 16, 1_300_000_000, 0.021);
        assert_eq!(Fit::of(&[large, again], CACHE), Err(FitError::Alike));
    }
}
