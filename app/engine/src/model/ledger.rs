//! Where the months of a cash flow are written down.

use weighbridge_units::Unit;

use super::{CostLine, Lines};
use crate::number::{Lanes, Number};

/// Money by month and cost line, nought until something is added.
pub trait Ledger<V> {
    /// Whether anybody asks for more than cost: how well capacity is used, and what it cost.
    const DETAILED: bool;

    /// A ledger over so many months.
    fn empty(horizon: usize) -> Self;

    /// Number of months.
    fn horizon(&self) -> usize;

    /// The amount of a month, counted from 0, on a line.
    fn get(&self, month: usize, line: CostLine) -> V;

    /// Adds an amount to a line of a month, counted from 0.
    fn add(&mut self, month: usize, line: CostLine, amount: V);

    /// Adds the same amount to a line of every month.
    fn add_every_month(&mut self, line: CostLine, amount: V);

    /// Adds what another ledger over the same months holds.
    fn add_all(&mut self, other: &Self);
}

/// Every line of every month, for results and explanations.
impl<V: Number> Ledger<V> for Vec<Lines<V>> {
    const DETAILED: bool = true;

    fn empty(horizon: usize) -> Vec<Lines<V>> {
        vec![Lines::zero(); horizon]
    }

    fn horizon(&self) -> usize {
        self.len()
    }

    fn get(&self, month: usize, line: CostLine) -> V {
        self[month].get(line)
    }

    fn add(&mut self, month: usize, line: CostLine, amount: V) {
        self[month].add(line, amount);
    }

    fn add_every_month(&mut self, line: CostLine, amount: V) {
        for month in self {
            month.add(line, amount);
        }
    }

    fn add_all(&mut self, other: &Vec<Lines<V>>) {
        for (mine, theirs) in self.iter_mut().zip(other) {
            mine.add_all(theirs);
        }
    }
}

/// Only the lines that hold money, for draws: sums have the same bits as those of every line,
/// because what is left out is nought.
#[derive(Debug, Clone)]
pub struct Columns {
    horizon: usize,
    /// What a line holds in each month before its column begins.
    every: Lines<Lanes>,
    columns: [Column; CostLine::COUNT],
}

/// The amounts of a line from some month on; none of them where the list is empty.
#[derive(Debug, Clone, Default)]
struct Column {
    from: usize,
    amounts: Vec<Lanes>,
}

impl Columns {
    /// The sum of all lines of each month.
    pub fn sums(&self) -> impl ExactSizeIterator<Item = Lanes> {
        let mut sums = vec![Lanes::zero(Unit::USD); self.horizon];
        for (column, every) in self.columns.iter().zip(self.every.0) {
            let from = match column.amounts.is_empty() {
                true => self.horizon,
                false => column.from,
            };
            if every.0 != [0.0; Lanes::WIDTH] {
                for sum in &mut sums[..from] {
                    *sum = *sum + every;
                }
            }
            for (sum, amount) in sums[from..].iter_mut().zip(&column.amounts) {
                *sum = *sum + *amount;
            }
        }
        sums.into_iter()
    }

    /// The column of a line, reaching back to a month at least.
    fn column(&mut self, month: usize, line: CostLine) -> &mut Column {
        let column = &mut self.columns[line as usize];
        let every = self.every.get(line);
        if column.amounts.is_empty() {
            column.from = month;
            column.amounts.resize(self.horizon - month, every);
        } else if month < column.from {
            let before = std::iter::repeat_n(every, column.from - month);
            column.amounts.splice(0..0, before);
            column.from = month;
        }
        column
    }
}

impl Ledger<Lanes> for Columns {
    const DETAILED: bool = false;

    fn empty(horizon: usize) -> Columns {
        Columns {
            horizon,
            every: Lines::zero(),
            columns: Default::default(),
        }
    }

    fn horizon(&self) -> usize {
        self.horizon
    }

    fn get(&self, month: usize, line: CostLine) -> Lanes {
        let column = &self.columns[line as usize];
        let place = month.checked_sub(column.from);
        let amount = place.and_then(|place| column.amounts.get(place));
        amount.copied().unwrap_or(self.every.get(line))
    }

    #[inline(always)]
    fn add(&mut self, month: usize, line: CostLine, amount: Lanes) {
        let column = &self.columns[line as usize];
        let column = match column.amounts.is_empty() || month < column.from {
            true => self.column(month, line),
            false => &mut self.columns[line as usize],
        };
        let place = &mut column.amounts[month - column.from];
        *place = *place + amount;
    }

    fn add_every_month(&mut self, line: CostLine, amount: Lanes) {
        self.every.add(line, amount);
        for place in &mut self.columns[line as usize].amounts {
            *place = *place + amount;
        }
    }

    fn add_all(&mut self, other: &Columns) {
        for line in CostLine::ALL {
            let (mine, theirs) = (&self.columns[line as usize], &other.columns[line as usize]);
            if mine.amounts.is_empty() && theirs.amounts.is_empty() {
                self.every.add(line, other.every.get(line));
                continue;
            }
            // Filled to the first month, so that every month has an amount of its own.
            self.column(0, line);
            for month in 0..self.horizon {
                let amount = other.get(month, line);
                self.add(month, line, amount);
            }
            self.every.add(line, other.every.get(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lanes(value: f64) -> Lanes {
        Lanes(std::array::from_fn(|lane| value * (lane as f64 + 0.1)))
    }

    /// What a plan, standing costs, the last month and a second part add, in that order.
    fn filled<L: Ledger<Lanes>>() -> L {
        let part = |scale: f64| {
            let mut ledger = L::empty(5);
            for month in 0..5 {
                ledger.add(
                    month,
                    CostLine::Infrastructure,
                    lanes(0.1 * scale * month as f64),
                );
                ledger.add(month, CostLine::Infrastructure, lanes(1e-3));
            }
            ledger.add(3, CostLine::Migration, lanes(scale));
            ledger.add_every_month(CostLine::People, lanes(0.7 * scale));
            ledger.add_every_month(CostLine::Infrastructure, lanes(0.3));
            ledger.add(4, CostLine::Exit, lanes(-scale));
            ledger
        };
        let mut ledger: L = part(1.0);
        ledger.add(1, CostLine::Migration, lanes(0.2));
        let mut other: L = part(3.0);
        other.add_every_month(CostLine::Migration, lanes(0.9));
        ledger.add_all(&other);
        ledger.add(2, CostLine::Verification, lanes(0.4));
        ledger.add_every_month(CostLine::People, lanes(0.1));
        ledger
    }

    #[test]
    fn columns_hold_what_lines_hold() {
        let (lines, columns): (Vec<Lines<Lanes>>, Columns) = (filled(), filled());
        let sums: Vec<Lanes> = columns.sums().collect();
        assert_eq!(sums.len(), lines.horizon());
        for (month, sum) in sums.into_iter().enumerate() {
            assert_eq!(
                lines[month].sum().0.map(f64::to_bits),
                sum.0.map(f64::to_bits)
            );
            for line in CostLine::ALL {
                assert_eq!(
                    lines.get(month, line),
                    columns.get(month, line),
                    "{month} {line:?}"
                );
            }
        }
    }
}
