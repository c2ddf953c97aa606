//! Powers of several numbers at once, with the bits of `libm::pow`.
//!
//! A power takes longer than a month of everything else, and `libm` does one after the other
//! because it branches.
//! Between positive ordinary numbers its way has three branches only, which can be selections;
//! everything else is left to `libm` itself.

/// The powers of so many numbers; the same bits as `libm::pow` of each.
///
/// # Method
/// That of `libm::pow`, the work of Sun Microsystems (FreeBSD msun, `e_pow.c`): the binary
/// logarithm as a sum of two numbers, `s = (x − c) ÷ (x + c)` with `c` 1 or 1.5 and a polynomial
/// in `s²`; its product with the exponent again as a sum of two; and 2 to the power of that from
/// the nearest whole number and a rational function of the rest.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn powers<const N: usize>(bases: [f64; N], exponents: [f64; N]) -> [f64; N] {
    let mut out = [0.0; N];
    let mut ordinary = [0_u64; N];
    for ((out, ordinary), (base, exponent)) in out
        .iter_mut()
        .zip(&mut ordinary)
        .zip(bases.iter().zip(exponents))
    {
        (*out, *ordinary) = power(*base, exponent);
    }
    let all = ordinary.iter().fold(!0, |all, one| all & one);
    if all == 0 {
        one_by_one(bases, exponents)
    } else {
        out
    }
}

#[cold]
#[inline(never)]
fn one_by_one<const N: usize>(bases: [f64; N], exponents: [f64; N]) -> [f64; N] {
    std::array::from_fn(|lane| libm::pow(bases[lane], exponents[lane]))
}

/// The polynomial of the logarithm: `ln x = 2s + ⅔ s³ + s⁵ (…)`, times 3/2.
const LOGARITHM: [f64; 6] = [
    0.599_999_999_999_994_6,
    0.428_571_428_578_550_2,
    0.333_333_329_818_377_43,
    0.272_728_123_808_534,
    0.230_660_745_775_561_75,
    0.206_975_017_800_338_42,
];

/// The polynomial of the rational function for the exponential.
const EXPONENTIAL: [f64; 5] = [
    0.166_666_666_666_666_02,
    -0.002_777_777_777_701_559_3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// The binary logarithm of 1.5, in two parts.
const LOG2_OF_1_5: [f64; 2] = [0.584_962_487_220_764_2, 1.350_039_202_129_749e-8];
/// 2 ÷ (3 ln 2), and in two parts.
const TWO_THIRDS_BY_LN_2: f64 = 0.961_796_693_925_975_6;
const TWO_THIRDS_BY_LN_2_PARTS: [f64; 2] = [0.961_796_700_954_437_3, -7.028_461_650_952_758e-9];
/// ln 2, and in two parts.
const LN_2: f64 = std::f64::consts::LN_2;
const LN_2_PARTS: [f64; 2] = [0.693_147_182_464_599_6, -1.904_654_299_957_768e-9];

/// Numbers from here on are whole, and the bits of a small number stand at their end; 2⁵².
const ALL_WHOLE: f64 = 4_503_599_627_370_496.0;
/// Adding and subtracting it rounds to a whole number; 1.5 × 2⁵².
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// A power, and all ones where it has the bits of `libm::pow`, else nought.
#[cfg_attr(not(debug_assertions), inline(always))]
fn power(base: f64, exponent: f64) -> (f64, u64) {
    // The mantissa between √¾ and √3, and how many twos were taken out.
    let bits = base.to_bits();
    let fraction = bits & 0x000f_ffff_ffff_ffff;
    let high = fraction >> 32;
    let beyond_root_3_halves = high > 0x3_988e;
    let beyond_root_3 = high >= 0xb_b67a;
    let twos = f64::from_bits((bits >> 52) | ALL_WHOLE.to_bits()) - ALL_WHOLE - 1023.0;
    let twos = twos + if beyond_root_3 { 1.0 } else { 0.0 };
    let one = if beyond_root_3 {
        0x3fe0_0000_0000_0000
    } else {
        0x3ff0_0000_0000_0000
    };
    let mantissa = f64::from_bits(fraction | one);
    let near_1_5 = beyond_root_3_halves & !beyond_root_3;
    let centre = if near_1_5 { 1.5 } else { 1.0 };
    let [log2_high, log2_low] = if near_1_5 { LOG2_OF_1_5 } else { [0.0, 0.0] };

    // The logarithm: s in two parts, then the series in two parts.
    let u = mantissa - centre;
    let v = 1.0 / (mantissa + centre);
    let s = u * v;
    let s_high = short(s);
    let sum_high = {
        let half = (fraction | one) >> 1;
        let high = (half >> 32 | 0x2000_0000) + 0x0008_0000 + if near_1_5 { 1 << 18 } else { 0 };
        f64::from_bits(high << 32)
    };
    let sum_low = mantissa - (sum_high - centre);
    let s_low = v * ((u - s_high * sum_high) - s_high * sum_low);
    let s2 = s * s;
    let [l1, l2, l3, l4, l5, l6] = LOGARITHM;
    let rest = s2 * s2 * (l1 + s2 * (l2 + s2 * (l3 + s2 * (l4 + s2 * (l5 + s2 * l6)))));
    let rest = rest + s_low * (s_high + s);
    let s2 = s_high * s_high;
    let series_high = short(3.0 + s2 + rest);
    let series_low = rest - ((series_high - 3.0) - s2);
    let u = s_high * series_high;
    let v = s_low * series_high + series_low * s;
    let p_high = short(u + v);
    let p_low = v - (p_high - u);
    let z_high = TWO_THIRDS_BY_LN_2_PARTS[0] * p_high;
    let z_low = TWO_THIRDS_BY_LN_2_PARTS[1] * p_high + p_low * TWO_THIRDS_BY_LN_2 + log2_low;
    let log_high = short(((z_high + z_low) + log2_high) + twos);
    let log_low = z_low - (((log_high - twos) - log2_high) - z_high);

    // Times the exponent, in two parts again.
    let exponent_high = short(exponent);
    let p_low = (exponent - exponent_high) * log_high + exponent * log_low;
    let p_high = exponent_high * log_high;
    let z = p_low + p_high;

    // Two to the power of that.
    let whole = whole_part(z);
    let p_high = p_high - whole;
    let t = short(p_low + p_high);
    let u = t * LN_2_PARTS[0];
    let v = (p_low - (t - p_high)) * LN_2 + t * LN_2_PARTS[1];
    let e = u + v;
    let w = v - (e - u);
    let t = e * e;
    let [p1, p2, p3, p4, p5] = EXPONENTIAL;
    let t1 = e - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
    let r = (e * t1) / (t1 - 2.0) - (w + e * w);
    let fraction = 1.0 - (r - e);
    let shift = (whole + ROUNDER).to_bits() << 52;
    let result = f64::from_bits(fraction.to_bits().wrapping_add(shift));

    // Powers that are found in another way there, and those at the ends of what numbers can hold.
    let size = exponent.abs();
    let ordinary = (base >= f64::MIN_POSITIVE)
        & (base != 1.0)
        & (base < f64::INFINITY)
        & (size < 2_147_483_648.0)
        & (z.abs() < 1000.0)
        & (size != 1.0)
        & (exponent != 2.0)
        & (exponent != 0.5)
        & (exponent != 0.0);
    (result, if ordinary { !0 } else { 0 })
}

/// The nearest whole number, of what the upper half of the bits says: halves away from nought, but
/// one half itself to nought.
#[inline(always)]
fn whole_part(value: f64) -> f64 {
    let size = short(value).abs();
    let up = size + 0.5;
    let near = (up + ROUNDER) - ROUNDER;
    let down = near - if near > up { 1.0 } else { 0.0 };
    let whole = if size > 0.5 { down } else { 0.0 };
    whole.copysign(value)
}

/// The number without the lower half of its bits.
#[inline(always)]
fn short(value: f64) -> f64 {
    f64::from_bits(value.to_bits() & 0xffff_ffff_0000_0000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::WIDTH;

    /// Numbers without end that look random.
    fn random() -> impl Iterator<Item = u64> {
        let mut bits = 1_u64;
        std::iter::repeat_with(move || {
            bits = bits
                .wrapping_mul(0x5851_f42d_4c95_7f2d)
                .wrapping_add(0x1405_7b7e_f767_814f);
            bits ^ (bits >> 29)
        })
    }

    fn check(bases: [f64; WIDTH], exponents: [f64; WIDTH]) {
        for (lane, found) in powers(bases, exponents).into_iter().enumerate() {
            let (base, exponent) = (bases[lane], exponents[lane]);
            let expected = libm::pow(base, exponent);
            let same = found.to_bits() == expected.to_bits();
            assert!(
                same || found.is_nan() && expected.is_nan(),
                "{base:e} to the power {exponent:e}: {found:e}, not {expected:e}"
            );
        }
    }

    #[test]
    fn ordinary_powers_have_the_bits_of_the_library() {
        let mut random = random();
        let mut share = || (random.next().unwrap_or(0) >> 11) as f64 / 9_007_199_254_740_992.0;
        let mut ordinary = 0;
        for round in 0..40_000 {
            let bases = std::array::from_fn(|_| match round % 4 {
                0 => share() * 2.0,
                1 => 1.0 + (share() - 0.5) * 1e-3,
                2 => share() * 1e9,
                _ => libm::exp((share() - 0.5) * 300.0),
            });
            let exponents = std::array::from_fn(|_| match round % 3 {
                0 => 1.0 / 12.0,
                1 => (share() - 0.5) * 8.0,
                _ => (share() * 500.0) - 100.0,
            });
            check(bases, exponents);
            let lanes = bases.into_iter().zip(exponents);
            ordinary += lanes
                .filter(|(base, exponent)| power(*base, *exponent).1 != 0)
                .count();
        }
        // Were everything left to the library, nothing would be tested.
        assert!(ordinary > 250_000, "{ordinary}");
    }

    #[test]
    fn any_two_numbers_have_the_bits_of_the_library() {
        let mut random = random().map(f64::from_bits);
        for _ in 0..20_000 {
            let mut eight = || std::array::from_fn(|_| random.next().unwrap_or(0.0));
            check(eight(), eight());
        }
        let edges = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            2.0,
            1.5,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            f64::MIN_POSITIVE,
            f64::MAX,
            1e-310,
            3.0,
            -2.5,
            1e300,
        ];
        for base in edges {
            for exponent in edges {
                check([base; WIDTH], [exponent; WIDTH]);
            }
        }
    }

    #[test]
    fn results_near_halves_of_the_logarithm_are_rounded_as_there() {
        for quarter in -400..400 {
            let exponent = f64::from(quarter) * 0.25;
            let beside =
                |base: f64| [-2, -1, 0, 1, 2].map(|ulps| base.to_bits().wrapping_add_signed(ulps));
            for base in [2.0, 4.0, 0.5, std::f64::consts::SQRT_2]
                .into_iter()
                .flat_map(beside)
            {
                check([f64::from_bits(base); WIDTH], [exponent; WIDTH]);
            }
        }
    }
}
