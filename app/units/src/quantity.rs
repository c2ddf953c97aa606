//! Typed quantities for the doors between crates.

use std::ops::{Add, Mul, Sub};

/// A value outside the range its quantity allows.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{quantity} must lie between {min} and {max}, and {value} does not")]
pub struct OutOfRange {
    /// What was being made.
    pub quantity: &'static str,
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
    /// The value given.
    pub value: f64,
}

fn checked(quantity: &'static str, value: f64, min: f64, max: f64) -> Result<f64, OutOfRange> {
    if value >= min && value <= max {
        Ok(value)
    } else {
        Err(OutOfRange {
            quantity,
            min,
            max,
            value,
        })
    }
}

/// An amount of money in United States dollars.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Money(f64);

impl Money {
    /// An amount in dollars.
    pub const fn usd(dollars: f64) -> Money {
        Money(dollars)
    }
    /// The amount in dollars.
    pub const fn to_usd(self) -> f64 {
        self.0
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Mul<f64> for Money {
    type Output = Money;
    fn mul(self, factor: f64) -> Money {
        Money(self.0 * factor)
    }
}

/// A number of tokens; fractions are allowed, since averages have them.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Tokens(f64);

impl Tokens {
    /// So many tokens.
    pub const fn new(tokens: f64) -> Tokens {
        Tokens(tokens)
    }
    /// So many millions of tokens.
    pub const fn millions(millions: f64) -> Tokens {
        Tokens(millions * 1e6)
    }
    /// The number of tokens.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// A price for tokens.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct TokenPrice {
    usd_per_million: f64,
}

impl TokenPrice {
    /// A price in dollars per million tokens.
    ///
    /// # Errors
    /// [`OutOfRange`] where the price is negative, absurdly high or not a number.
    pub fn usd_per_million(usd_per_million: f64) -> Result<TokenPrice, OutOfRange> {
        checked("a price per million tokens", usd_per_million, 0.0, 1e6)
            .map(|usd_per_million| TokenPrice { usd_per_million })
    }
    /// The price in dollars per million tokens.
    pub const fn to_usd_per_million(self) -> f64 {
        self.usd_per_million
    }
}

impl Mul<Tokens> for TokenPrice {
    type Output = Money;
    fn mul(self, tokens: Tokens) -> Money {
        Money(self.usd_per_million * (tokens.0 / 1e6))
    }
}

/// An amount of memory.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Bytes(f64);

impl Bytes {
    /// So many bytes.
    pub const fn new(bytes: f64) -> Bytes {
        Bytes(bytes)
    }
    /// So many gigabytes of 10⁹ bytes.
    pub const fn gigabytes(gigabytes: f64) -> Bytes {
        Bytes(gigabytes * 1e9)
    }
    /// The number of bytes.
    pub const fn get(self) -> f64 {
        self.0
    }
    /// The amount in gigabytes of 10⁹ bytes.
    pub const fn to_gigabytes(self) -> f64 {
        self.0 / 1e9
    }
}

/// A ratio between 0 and 1; it becomes percent on display only.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Ratio(f64);

impl Ratio {
    /// A ratio.
    ///
    /// # Errors
    /// [`OutOfRange`] unless it lies between 0 and 1.
    pub fn new(ratio: f64) -> Result<Ratio, OutOfRange> {
        checked("a share", ratio, 0.0, 1.0).map(Ratio)
    }
    /// The ratio.
    pub const fn get(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_times_tokens_is_money() {
        let price = TokenPrice::usd_per_million(2.5).expect("in range");
        assert_eq!((price * Tokens::millions(40.0)).to_usd(), 100.0);
    }

    #[test]
    fn ranges_are_checked_and_named() {
        assert!(Ratio::new(1.5).is_err());
        assert!(Ratio::new(f64::NAN).is_err());
        let error = TokenPrice::usd_per_million(-1.0).expect_err("negative");
        assert!(error.to_string().contains("price per million tokens"));
    }
}
