//! Random numbers that are the same on every machine: a stream for each seed and input.

/// A stream of random numbers that depends on a seed and a key and on nothing else.
///
/// The key is the id of an input, which never changes: adding, reordering or renaming other
/// inputs leaves its numbers as they are.
///
/// # Source
/// The generator is xoshiro256++ (Blackman and Vigna 2021, "Scrambled Linear Pseudorandom Number
/// Generators", ACM Transactions on Mathematical Software 47(4)); its state is filled by SplitMix64
/// (Steele, Lea and Flood 2014, OOPSLA) from a hash of seed and key.
#[derive(Debug, Clone)]
pub struct Stream {
    state: [u64; 4],
}

impl Stream {
    /// The stream of an input under a seed.
    pub fn new(seed: u64, key: &str) -> Stream {
        let mut filler = SplitMix(seed_of(seed, key));
        Stream {
            state: std::array::from_fn(|_| filler.next()),
        }
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A number between 0 and 1, neither of which it ever is, in steps of 2⁻⁵².
    pub fn unit(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
    }

    /// A whole number below `limit`, each equally likely; 0 if `limit` is 0.
    ///
    /// # Source
    /// Lemire 2019, "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling
    /// and Computer Simulation 29(1).
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        loop {
            let product = u128::from(self.bits()) * u128::from(limit);
            // The few low parts that would make some results likelier than others are drawn again.
            if (product as u64) >= limit.wrapping_neg() % limit {
                return (product >> 64) as u64;
            }
        }
    }
}

/// One number that stands for a seed and a key together.
pub fn seed_of(seed: u64, key: &str) -> u64 {
    // The length comes first, so that a key is no prefix of another.
    let start = mixed(seed).wrapping_add(key.len() as u64);
    key.as_bytes().chunks(8).fold(mixed(start), |hash, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        mixed(hash ^ u64::from_le_bytes(word))
    })
}

/// SplitMix64: a counter whose every value is mixed.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        finalised(self.0)
    }
}

/// 2⁶⁴ divided by the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The first number of SplitMix64 from `value`: one bit changed in it changes half of the result's.
pub(super) fn mixed(value: u64) -> u64 {
    finalised(value.wrapping_add(GOLDEN))
}

fn finalised(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_generators_give_their_published_numbers() {
        let mut split = SplitMix(0);
        let first: [u64; 3] = std::array::from_fn(|_| split.next());
        assert_eq!(
            first,
            [
                0xe220_a839_7b1d_cdaf,
                0x6e78_9e6a_a1b9_65f4,
                0x06c4_5d18_8009_454f
            ]
        );
        let mut stream = Stream {
            state: [1, 2, 3, 4],
        };
        let first: [u64; 4] = std::array::from_fn(|_| stream.bits());
        assert_eq!(
            first,
            [
                41_943_041,
                58_720_359,
                3_588_806_011_781_223,
                3_591_011_842_654_386
            ]
        );
    }

    #[test]
    fn seeds_and_keys_make_streams_of_their_own() {
        let keys = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "a\0",
            "workload.requests_per_month",
        ];
        let mut firsts: Vec<u64> = Vec::new();
        for seed in [0, 1, u64::MAX] {
            for key in keys {
                firsts.push(Stream::new(seed, key).bits());
                assert_eq!(
                    Stream::new(seed, key).bits(),
                    firsts[firsts.len() - 1],
                    "{key}"
                );
            }
        }
        let count = firsts.len();
        firsts.sort_unstable();
        firsts.dedup();
        assert_eq!(firsts.len(), count);
    }

    #[test]
    fn numbers_are_spread_evenly() {
        let mut stream = Stream::new(7, "evenness");
        let count = 100_000;
        let units: Vec<f64> = (0..count).map(|_| stream.unit()).collect();
        assert!(units.iter().all(|unit| *unit > 0.0 && *unit < 1.0));
        let mean = units.iter().sum::<f64>() / f64::from(count);
        assert!((mean - 0.5).abs() < 0.005, "{mean}");
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[stream.below(7) as usize] += 1;
        }
        assert!(
            counts.iter().all(|count| (9_500..10_500).contains(count)),
            "{counts:?}"
        );
        assert_eq!(stream.below(1), 0);
        assert_eq!(stream.below(0), 0);
    }
}
