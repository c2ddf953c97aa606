//! The number the engine's arithmetic is written over.
//!
//! A formula is a function generic over [`Number`]: `f64` evaluates it once, [`Lanes`] for
//! eight draws at a time, and [`Traced`](crate::trace::Traced) while writing down every step.
//! All three run the same operations in the same order, so their results agree to the bit.

use std::ops::{Add, Div, Mul, Sub};

use weighbridge_units::Unit;

use crate::power::powers;
use crate::term::Term;

/// A quotient this close to a whole number, relative to itself, counts as that whole number.
///
/// Without it `81 M ÷ 81 M` tokens could need two units where rounding left a trailing bit;
/// with it a demand above capacity by more than one part in a thousand million needs one more.
pub const WHOLE_TOLERANCE: f64 = 1e-9;

/// A number the model can be evaluated with.
///
/// Branches on values are impossible in lanes, so a formula selects instead of branching.
pub trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// A constant of the formula itself, such as 730 hours in a month.
    fn literal(value: f64, unit: Unit) -> Self;

    /// The larger of two values; of equal ones the first.
    fn at_least(self, floor: Self) -> Self;

    /// The smaller of two values; of equal ones the first.
    fn at_most(self, ceiling: Self) -> Self;

    /// The smallest whole number not below this one, within [`WHOLE_TOLERANCE`].
    fn whole_up(self) -> Self;

    /// The largest whole number not above this one, within [`WHOLE_TOLERANCE`].
    fn whole_down(self) -> Self;

    /// `then` where `self <= limit`, else `otherwise`; both are evaluated.
    fn select_up_to(self, limit: Self, then: Self, otherwise: Self) -> Self;

    /// `self` to the power `exponent`, by `libm`; both are plain numbers.
    fn power(self, exponent: Self) -> Self;

    /// The square root of the sum of squares: a maximum that gives way where both are as large.
    fn root_of_squares(self, other: Self) -> Self;

    /// The cube root of the sum of cubes of two numbers that are not negative: the same, closer to
    /// the larger.
    fn root_of_cubes(self, other: Self) -> Self;

    /// How many doublings it takes from one to this plain number, by `libm`.
    fn doublings(self) -> Self;

    /// A value in units of ten to the power `scale`, rewritten in plain units:
    /// dollars per million tokens with `scale` −6 become dollars a token.
    fn unscale(self, scale: i8) -> Self;

    /// Names this value in explanations; changes nothing else.
    fn named(self, term: Term) -> Self;

    /// Names this value in explanations as that of one month, counted from 1.
    fn named_in(self, term: Term, month: u16) -> Self;

    /// Nothing, in `unit`.
    fn zero(unit: Unit) -> Self {
        Self::literal(0.0, unit)
    }

    /// A plain one.
    fn one() -> Self {
        Self::literal(1.0, Unit::NONE)
    }

    /// One minus this share.
    fn complement(self) -> Self {
        Self::one() - self
    }
}

pub(crate) fn ten_to(power: u8) -> f64 {
    let mut value = 1.0;
    for _ in 0..power {
        value *= 10.0;
    }
    value
}

#[inline(always)]
pub(crate) fn larger(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

#[inline(always)]
pub(crate) fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

#[inline(always)]
pub(crate) fn whole_up(value: f64) -> f64 {
    up(value - value * WHOLE_TOLERANCE)
}

#[inline(always)]
pub(crate) fn whole_down(value: f64) -> f64 {
    down(value + value * WHOLE_TOLERANCE)
}

/// The square root of the sum of squares; exact by IEEE 754 but for one rounding of each step.
#[inline(always)]
pub(crate) fn root_of_squares(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

/// The cube root of the sum of cubes.
///
/// The larger is taken out, so that the root is that of a number between one and two: a parabola
/// through it is off by less than 0.2 %, and two steps of Halley's method, each of which cubes the
/// error, leave rounding alone.
#[inline(always)]
pub(crate) fn root_of_cubes(a: f64, b: f64) -> f64 {
    let large = larger(a, b);
    // Two noughts have the root nought.
    let ratio = smaller(a, b) / larger(large, f64::MIN_POSITIVE);
    let cubed = 1.0 + ratio * ratio * ratio;
    let mut root = 0.626_361 + cubed * (0.433_558 - cubed * 0.058_636);
    for _ in 0..2 {
        let cube = root * root * root;
        root = root * (cube + cubed + cubed) / (cube + cube + cubed);
    }
    large * larger(root, 1.0)
}

/// Numbers from here on are whole: 2⁵².
const ALL_WHOLE: f64 = 4_503_599_627_370_496.0;

/// What `f64::ceil` gives, to the bit, from operations that every processor does on several
/// numbers at once; the instruction that rounds is not among those of every x86-64.
#[inline(always)]
fn up(value: f64) -> f64 {
    let near = ((value.abs() + ALL_WHOLE) - ALL_WHOLE).copysign(value);
    let up = near + if near < value { 1.0 } else { 0.0 };
    if value.abs() < ALL_WHOLE {
        up.copysign(value)
    } else {
        value
    }
}

/// What `f64::floor` gives, to the bit; see [`up`].
#[inline(always)]
fn down(value: f64) -> f64 {
    let near = ((value.abs() + ALL_WHOLE) - ALL_WHOLE).copysign(value);
    let down = near - if near > value { 1.0 } else { 0.0 };
    if value.abs() < ALL_WHOLE {
        down.copysign(value)
    } else {
        value
    }
}

#[inline(always)]
pub(crate) fn unscale(value: f64, scale: i8) -> f64 {
    let factor = ten_to(scale.unsigned_abs());
    if scale < 0 {
        value / factor
    } else {
        value * factor
    }
}

impl Number for f64 {
    #[inline(always)]
    fn literal(value: f64, _: Unit) -> f64 {
        value
    }
    #[inline(always)]
    fn at_least(self, floor: f64) -> f64 {
        larger(self, floor)
    }
    #[inline(always)]
    fn at_most(self, ceiling: f64) -> f64 {
        smaller(self, ceiling)
    }
    #[inline(always)]
    fn whole_up(self) -> f64 {
        whole_up(self)
    }
    #[inline(always)]
    fn whole_down(self) -> f64 {
        whole_down(self)
    }
    #[inline(always)]
    fn select_up_to(self, limit: f64, then: f64, otherwise: f64) -> f64 {
        if self <= limit { then } else { otherwise }
    }
    #[inline(always)]
    fn power(self, exponent: f64) -> f64 {
        libm::pow(self, exponent)
    }
    #[inline(always)]
    fn root_of_squares(self, other: f64) -> f64 {
        root_of_squares(self, other)
    }
    #[inline(always)]
    fn root_of_cubes(self, other: f64) -> f64 {
        root_of_cubes(self, other)
    }
    #[inline(always)]
    fn doublings(self) -> f64 {
        libm::log2(self)
    }
    #[inline(always)]
    fn unscale(self, scale: i8) -> f64 {
        unscale(self, scale)
    }
    #[inline(always)]
    fn named(self, _: Term) -> f64 {
        self
    }
    #[inline(always)]
    fn named_in(self, _: Term, _: u16) -> f64 {
        self
    }
}

/// Draws in one block of [`Lanes`].
///
/// Eight is the width that a trial found fastest; larger arrays passed by value are slower.
pub const WIDTH: usize = 8;

/// Eight draws side by side, laid out so that the compiler uses vector instructions.
///
/// `ROUNDS` says that the code around is compiled for a processor with an instruction that
/// rounds; elsewhere rounding is made of others, to the same bits.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(align(64))]
pub struct Lanes<const ROUNDS: bool = false>(pub [f64; WIDTH]);

impl<const ROUNDS: bool> Lanes<ROUNDS> {
    /// The same number in every lane.
    #[inline(always)]
    pub fn all(value: f64) -> Self {
        Lanes([value; WIDTH])
    }

    #[inline(always)]
    fn each(self, f: impl Fn(f64) -> f64) -> Self {
        let mut out = self.0;
        for value in &mut out {
            *value = f(*value);
        }
        Lanes(out)
    }

    #[inline(always)]
    fn both(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut out = self.0;
        for (mine, theirs) in out.iter_mut().zip(other.0) {
            *mine = f(*mine, theirs);
        }
        Lanes(out)
    }
}

impl<const ROUNDS: bool> Add for Lanes<ROUNDS> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.both(other, |a, b| a + b)
    }
}

impl<const ROUNDS: bool> Sub for Lanes<ROUNDS> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.both(other, |a, b| a - b)
    }
}

impl<const ROUNDS: bool> Mul for Lanes<ROUNDS> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.both(other, |a, b| a * b)
    }
}

impl<const ROUNDS: bool> Div for Lanes<ROUNDS> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.both(other, |a, b| a / b)
    }
}

impl<const ROUNDS: bool> Number for Lanes<ROUNDS> {
    #[inline(always)]
    fn literal(value: f64, _: Unit) -> Self {
        Lanes([value; WIDTH])
    }
    #[inline(always)]
    fn at_least(self, floor: Self) -> Self {
        self.both(floor, larger)
    }
    #[inline(always)]
    fn at_most(self, ceiling: Self) -> Self {
        self.both(ceiling, smaller)
    }
    #[inline(always)]
    fn whole_up(self) -> Self {
        if ROUNDS {
            self.each(|value| (value - value * WHOLE_TOLERANCE).ceil())
        } else {
            self.each(whole_up)
        }
    }
    #[inline(always)]
    fn whole_down(self) -> Self {
        if ROUNDS {
            self.each(|value| (value + value * WHOLE_TOLERANCE).floor())
        } else {
            self.each(whole_down)
        }
    }
    #[inline(always)]
    fn select_up_to(self, limit: Self, then: Self, otherwise: Self) -> Self {
        let mut out = otherwise.0;
        for ((out, then), (value, limit)) in
            out.iter_mut().zip(then.0).zip(self.0.iter().zip(limit.0))
        {
            *out = if *value <= limit { then } else { *out };
        }
        Lanes(out)
    }
    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        let same = |lanes: &Self| {
            let first = lanes.0[0].to_bits();
            let differ = |any, lane: &f64| any | (lane.to_bits() ^ first);
            lanes.0.iter().fold(0, differ) == 0
        };
        let (base, positive) = (self.0[0], exponent.0.iter().all(|one| *one > 0.0));
        // Most powers are of fixed figures, and one is faster than eight.
        if same(&self) && (same(&exponent) || base.to_bits() == 0 && positive) {
            return Self::all(libm::pow(base, exponent.0[0]));
        }
        Lanes(powers(self.0, exponent.0))
    }
    #[inline(always)]
    fn root_of_squares(self, other: Self) -> Self {
        self.both(other, root_of_squares)
    }
    #[inline(always)]
    fn root_of_cubes(self, other: Self) -> Self {
        self.both(other, root_of_cubes)
    }
    #[inline(always)]
    fn doublings(self) -> Self {
        let first = self.0[0];
        // Machines hardly ever differ from draw to draw, and one logarithm is faster than eight.
        if self.0.iter().all(|lane| lane.to_bits() == first.to_bits()) {
            return Self::all(libm::log2(first));
        }
        self.each(libm::log2)
    }
    #[inline(always)]
    fn unscale(self, scale: i8) -> Self {
        self.each(|value| unscale(value, scale))
    }
    #[inline(always)]
    fn named(self, _: Term) -> Self {
        self
    }
    #[inline(always)]
    fn named_in(self, _: Term, _: u16) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_units_follow_the_boundary_rule() {
        assert_eq!(Number::whole_up(81_000_000.0 / 81e6), 1.0);
        assert_eq!(Number::whole_up(81_000_001.0 / 81e6), 2.0);
        assert_eq!(Number::whole_up(0.1 * 3.0 / 0.3), 1.0);
        assert_eq!(Number::whole_up(0.0), 0.0);
        assert_eq!(Number::whole_down(2.999_999_999_999), 3.0);
        assert_eq!(Number::whole_down(2.99), 2.0);
    }

    #[test]
    fn rounding_is_that_of_the_standard_library_to_the_bit() {
        let mut values = vec![
            0.0,
            0.5,
            1.0,
            1.5,
            2.5,
            0.1,
            1e-320,
            4e15,
            4_503_599_627_370_495.5,
        ];
        values.extend([
            1e16,
            1e300,
            f64::INFINITY,
            f64::MAX,
            f64::MIN_POSITIVE,
            9e15,
        ]);
        let mut bits = 1_u64;
        for _ in 0..100_000 {
            bits = bits
                .wrapping_mul(0x5851_f42d_4c95_7f2d)
                .wrapping_add(0x1405_7b7e_f767_814f);
            let any = f64::from_bits(bits);
            if !any.is_nan() {
                values.push(any.abs());
            }
            values.push((bits >> 40) as f64 / 1024.0);
        }
        for value in values.into_iter().flat_map(|value| [value, -value]) {
            assert_eq!(up(value).to_bits(), value.ceil().to_bits(), "{value}");
            assert_eq!(down(value).to_bits(), value.floor().to_bits(), "{value}");
        }
        assert!(up(f64::NAN).is_nan() && down(f64::NAN).is_nan());
    }

    #[test]
    fn roots_of_cubes_are_those_of_the_library() {
        let mut bits = 1_u64;
        let mut share = || {
            bits = bits
                .wrapping_mul(0x5851_f42d_4c95_7f2d)
                .wrapping_add(0x1405_7b7e_f767_814f);
            (bits >> 11) as f64 / 9_007_199_254_740_992.0
        };
        for _ in 0..100_000 {
            let (a, b) = (share() * 1e-3, share() * 1e-3);
            let expected = libm::cbrt(a * a * a + b * b * b);
            let found = root_of_cubes(a, b);
            assert!((found / expected - 1.0).abs() < 1e-15, "{a:e} {b:e}");
            assert!(found >= larger(a, b), "{a:e} {b:e}");
        }
        assert_eq!(root_of_cubes(0.0, 0.0), 0.0);
        assert_eq!(root_of_cubes(3.0, 0.0), 3.0);
    }

    #[test]
    fn prices_per_million_become_prices_a_token() {
        assert_eq!(Number::unscale(2.5, -6), 2.5 / 1e6);
        assert_eq!(Number::unscale(3.0, 9), 3e9);
    }

    #[test]
    fn lanes_do_what_single_numbers_do() {
        fn formula<V: Number>(a: V, b: V) -> V {
            let ratio = (a / b).whole_up().at_least(V::one());
            let root = a.root_of_squares(b) + a.root_of_cubes(b) * b.doublings();
            a.select_up_to(b, ratio * b, a.power(V::literal(0.5, Unit::NONE)) - b)
                .at_most(root)
                .unscale(-3)
        }
        let a = [0.0, 1.0, 2.5, 1e9, 3.3, 81e6, 7.0, 0.1];
        let b = [1.0, 1.0, 2.0, 3.0, 9.9, 81e6, 0.5, 0.3];
        let lanes = formula(Lanes::<false>(a), Lanes(b));
        let rounding = formula(Lanes::<true>(a), Lanes(b));
        for lane in 0..WIDTH {
            let single = formula(a[lane], b[lane]).to_bits();
            assert_eq!(lanes.0[lane].to_bits(), single);
            assert_eq!(rounding.0[lane].to_bits(), single);
        }
    }
}
