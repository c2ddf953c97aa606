//! Currencies a client may read figures in.

use std::fmt;

/// A currency of display.
///
/// Everything is computed in United States dollars; another currency is a rate entered with its
/// date, applied when a figure is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Currency {
    /// United States dollar.
    #[default]
    Usd,
    /// Euro.
    Eur,
    /// Brazilian real.
    Brl,
    /// Pound sterling.
    Gbp,
    /// Mexican peso.
    Mxn,
    /// Swiss franc.
    Chf,
    /// Argentine peso.
    Ars,
    /// Colombian peso.
    Cop,
    /// Chilean peso.
    Clp,
}

impl Currency {
    /// Every currency offered, dollars first.
    pub const ALL: [Currency; 9] = [
        Currency::Usd,
        Currency::Eur,
        Currency::Brl,
        Currency::Gbp,
        Currency::Mxn,
        Currency::Chf,
        Currency::Ars,
        Currency::Cop,
        Currency::Clp,
    ];

    /// The ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Currency::Usd => "USD",
            Currency::Eur => "EUR",
            Currency::Brl => "BRL",
            Currency::Gbp => "GBP",
            Currency::Mxn => "MXN",
            Currency::Chf => "CHF",
            Currency::Ars => "ARS",
            Currency::Cop => "COP",
            Currency::Clp => "CLP",
        }
    }

    /// The currency of an ISO 4217 code, or nothing where it is not offered.
    pub fn from_code(code: &str) -> Option<Currency> {
        Currency::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
