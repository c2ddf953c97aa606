//! Units known at run time: a product of whole powers of base units.

use std::fmt;
use std::ops::{Div, Mul};

/// A base unit. Every [`Unit`] is a product of whole powers of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Base {
    /// United States dollar; other currencies exist on display only.
    Usd,
    /// One token of a language model.
    Token,
    /// One request to the service.
    Request,
    /// One task, which may take several requests.
    Task,
    /// One person who uses the service.
    User,
    /// One accelerator.
    Gpu,
    /// One server.
    Server,
    /// One running copy of a model, on one or more accelerators.
    Replica,
    /// Full-time equivalent of one person's work.
    Fte,
    /// Second.
    Second,
    /// Hour.
    Hour,
    /// Month of [`crate::HOURS_PER_MONTH`] hours.
    Month,
    /// Year of twelve months.
    Year,
    /// Byte.
    Byte,
    /// One weight of a model.
    Parameter,
    /// One floating-point operation.
    Operation,
    /// Kilowatt.
    Kilowatt,
    /// Kilowatt-hour.
    KilowattHour,
    /// One device in a user's hands.
    Device,
    /// One unit of the currency the client reads figures in.
    ClientCurrency,
}

/// Number of base units.
const BASES: usize = 20;

const ALL: [Base; BASES] = [
    Base::Usd,
    Base::Token,
    Base::Request,
    Base::Task,
    Base::User,
    Base::Gpu,
    Base::Server,
    Base::Replica,
    Base::Fte,
    Base::Second,
    Base::Hour,
    Base::Month,
    Base::Year,
    Base::Byte,
    Base::Parameter,
    Base::Operation,
    Base::Kilowatt,
    Base::KilowattHour,
    Base::Device,
    Base::ClientCurrency,
];

impl Base {
    /// Every base unit, in the order in which products are written.
    pub const fn all() -> &'static [Base] {
        &ALL
    }

    /// The stable key of this base unit, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Base::Usd => "usd",
            Base::Token => "token",
            Base::Request => "request",
            Base::Task => "task",
            Base::User => "user",
            Base::Gpu => "gpu",
            Base::Server => "server",
            Base::Replica => "replica",
            Base::Fte => "fte",
            Base::Second => "second",
            Base::Hour => "hour",
            Base::Month => "month",
            Base::Year => "year",
            Base::Byte => "byte",
            Base::Parameter => "parameter",
            Base::Operation => "operation",
            Base::Kilowatt => "kilowatt",
            Base::KilowattHour => "kilowatt-hour",
            Base::Device => "device",
            Base::ClientCurrency => "client-currency",
        }
    }
}

/// A unit: a product of whole powers of [`Base`] units and a decimal scale.
///
/// The scale is a power of ten, so that "dollars per million tokens" and "gigabytes" are units
/// of their own and a value in them reads as it is written on a price list.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit {
    exponents: [i8; BASES],
    scale: i8,
    percent: bool,
}

impl Unit {
    /// No unit: a plain number or a ratio.
    pub const NONE: Unit = Unit {
        exponents: [0; BASES],
        scale: 0,
        percent: false,
    };
    /// A ratio shown as a percentage; arithmetic treats it as [`Unit::NONE`].
    pub const SHARE: Unit = Unit {
        exponents: [0; BASES],
        scale: 0,
        percent: true,
    };
    /// A share a year, such as a discount rate.
    pub const SHARE_PER_YEAR: Unit = Unit::SHARE.per(Base::Year);
    /// A share a month, such as growth.
    pub const SHARE_PER_MONTH: Unit = Unit::SHARE.per(Base::Month);
    /// United States dollars.
    pub const USD: Unit = Unit::of(Base::Usd);
    /// Dollars a month.
    pub const USD_PER_MONTH: Unit = Unit::USD.per(Base::Month);
    /// Dollars a year.
    pub const USD_PER_YEAR: Unit = Unit::USD.per(Base::Year);
    /// Dollars an hour of one accelerator.
    pub const USD_PER_GPU_HOUR: Unit = Unit::USD.per(Base::Gpu).per(Base::Hour);
    /// Dollars for a million tokens.
    pub const USD_PER_MILLION_TOKENS: Unit = Unit::USD.per(Base::Token).scaled(-6);
    /// Dollars a token.
    pub const USD_PER_TOKEN: Unit = Unit::USD.per(Base::Token);
    /// Dollars a request.
    pub const USD_PER_REQUEST: Unit = Unit::USD.per(Base::Request);
    /// Dollars a user.
    pub const USD_PER_USER: Unit = Unit::USD.per(Base::User);
    /// Dollars a task.
    pub const USD_PER_TASK: Unit = Unit::USD.per(Base::Task);
    /// Tokens.
    pub const TOKENS: Unit = Unit::of(Base::Token);
    /// Millions of tokens.
    pub const MILLION_TOKENS: Unit = Unit::of(Base::Token).scaled(6);
    /// Tokens a month.
    pub const TOKENS_PER_MONTH: Unit = Unit::TOKENS.per(Base::Month);
    /// Tokens a second.
    pub const TOKENS_PER_SECOND: Unit = Unit::TOKENS.per(Base::Second);
    /// Tokens of one request.
    pub const TOKENS_PER_REQUEST: Unit = Unit::TOKENS.per(Base::Request);
    /// Requests a month.
    pub const REQUESTS_PER_MONTH: Unit = Unit::of(Base::Request).per(Base::Month);
    /// Seconds.
    pub const SECONDS: Unit = Unit::of(Base::Second);
    /// Milliseconds.
    pub const MILLISECONDS: Unit = Unit::of(Base::Second).scaled(-3);
    /// Microseconds.
    pub const MICROSECONDS: Unit = Unit::of(Base::Second).scaled(-6);
    /// Picoseconds.
    pub const PICOSECONDS: Unit = Unit::of(Base::Second).scaled(-12);
    /// Hours.
    pub const HOURS: Unit = Unit::of(Base::Hour);
    /// Hours a month.
    pub const HOURS_PER_MONTH: Unit = Unit::HOURS.per(Base::Month);
    /// Months.
    pub const MONTHS: Unit = Unit::of(Base::Month);
    /// Years.
    pub const YEARS: Unit = Unit::of(Base::Year);
    /// Bytes.
    pub const BYTES: Unit = Unit::of(Base::Byte);
    /// Gigabytes (10⁹ bytes).
    pub const GIGABYTES: Unit = Unit::of(Base::Byte).scaled(9);
    /// Gigabytes a second.
    pub const GIGABYTES_PER_SECOND: Unit = Unit::of(Base::Byte).per(Base::Second).scaled(9);
    /// Millions of millions of floating-point operations a second.
    pub const TERAFLOPS: Unit = Unit::of(Base::Operation).per(Base::Second).scaled(12);
    /// Full-time equivalents.
    pub const FTE: Unit = Unit::of(Base::Fte);
    /// Dollars a month for one full-time equivalent.
    pub const USD_PER_FTE_MONTH: Unit = Unit::USD.per(Base::Fte).per(Base::Month);
    /// Dollars for one kilowatt-hour.
    pub const USD_PER_KILOWATT_HOUR: Unit = Unit::USD.per(Base::KilowattHour);
    /// Dollars a month for one kilowatt of colocation.
    pub const USD_PER_KILOWATT_MONTH: Unit = Unit::USD.per(Base::Kilowatt).per(Base::Month);
    /// Kilowatts.
    pub const KILOWATTS: Unit = Unit::of(Base::Kilowatt);
    /// Accelerators.
    pub const GPUS: Unit = Unit::of(Base::Gpu);
    /// Servers.
    pub const SERVERS: Unit = Unit::of(Base::Server);
    /// Replicas.
    pub const REPLICAS: Unit = Unit::of(Base::Replica);
    /// Users.
    pub const USERS: Unit = Unit::of(Base::User);
    /// Devices.
    pub const DEVICES: Unit = Unit::of(Base::Device);
    /// Billions of parameters.
    pub const BILLION_PARAMETERS: Unit = Unit::of(Base::Parameter).scaled(9);

    /// The unit of one base unit.
    pub const fn of(base: Base) -> Unit {
        let mut exponents = [0; BASES];
        exponents[base as usize] = 1;
        Unit {
            exponents,
            scale: 0,
            percent: false,
        }
    }

    /// This unit divided by one of `base`.
    pub const fn per(mut self, base: Base) -> Unit {
        self.exponents[base as usize] -= 1;
        self
    }

    /// This unit multiplied by one of `base`.
    pub const fn times(mut self, base: Base) -> Unit {
        self.exponents[base as usize] += 1;
        self
    }

    /// This unit times ten to the power `scale`; `GIGABYTES` is `BYTES.scaled(9)`.
    pub const fn scaled(mut self, scale: i8) -> Unit {
        self.scale += scale;
        self
    }

    /// The power of ten by which one of this unit exceeds its plain product of base units.
    pub const fn scale(self) -> i8 {
        self.scale
    }

    /// Whether values are shown as percentages.
    pub const fn is_share(self) -> bool {
        self.percent
    }

    /// The power of `base` in this unit.
    pub const fn exponent(self, base: Base) -> i8 {
        self.exponents[base as usize]
    }

    /// Whether two units measure the same thing at the same scale; a share equals a plain number.
    pub fn same(self, other: Unit) -> bool {
        self.exponents == other.exponents && self.scale == other.scale
    }

    /// Whether this is a plain number: no base unit and no scale.
    pub fn is_none(self) -> bool {
        self.same(Unit::NONE)
    }
}

impl Mul for Unit {
    type Output = Unit;
    fn mul(self, other: Unit) -> Unit {
        let mut exponents = self.exponents;
        for (mine, theirs) in exponents.iter_mut().zip(other.exponents) {
            *mine += theirs;
        }
        Unit {
            exponents,
            scale: self.scale + other.scale,
            percent: self.percent && other.percent,
        }
    }
}

impl Div for Unit {
    type Output = Unit;
    fn div(self, other: Unit) -> Unit {
        let mut exponents = self.exponents;
        for (mine, theirs) in exponents.iter_mut().zip(other.exponents) {
            *mine -= theirs;
        }
        Unit {
            exponents,
            scale: self.scale - other.scale,
            percent: self.percent && !other.percent,
        }
    }
}

/// Writes the unit with its keys, as `1e-6 usd/token`; `text` writes it for people.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut wrote = false;
        if self.scale != 0 {
            write!(f, "1e{}", self.scale)?;
            wrote = true;
        }
        for base in Base::all() {
            let power = self.exponent(*base);
            if power > 0 {
                if wrote {
                    f.write_str(" ")?;
                }
                f.write_str(base.key())?;
                if power > 1 {
                    write!(f, "^{power}")?;
                }
                wrote = true;
            }
        }
        if !wrote {
            f.write_str("1")?;
        }
        for base in Base::all() {
            let power = self.exponent(*base);
            if power < 0 {
                write!(f, "/{}", base.key())?;
                if power < -1 {
                    write!(f, "^{}", -power)?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_and_quotients_cancel() {
        let bill = Unit::USD_PER_MILLION_TOKENS * Unit::MILLION_TOKENS;
        assert!(bill.same(Unit::USD));
        assert!((Unit::USD / Unit::TOKENS).same(Unit::USD_PER_TOKEN));
        assert!(!Unit::USD_PER_TOKEN.same(Unit::USD_PER_MILLION_TOKENS));
    }

    #[test]
    fn shares_are_plain_numbers() {
        assert!(Unit::SHARE.same(Unit::NONE));
        assert!((Unit::SHARE * Unit::USD).same(Unit::USD));
        assert!(!(Unit::SHARE * Unit::USD).is_share());
    }

    #[test]
    fn every_base_has_its_own_place() {
        for (place, base) in Base::all().iter().enumerate() {
            assert_eq!(*base as usize, place);
        }
    }

    #[test]
    fn units_are_written_with_keys() {
        assert_eq!(Unit::USD_PER_MILLION_TOKENS.to_string(), "1e-6 usd/token");
        assert_eq!(Unit::NONE.to_string(), "1");
    }
}
