//! Where the amounts of an option are written down.
//!
//! Amounts are summed and discounted in the order in which they are written, whether or not
//! anybody keeps lines and months apart; so draws, results and explanations have the same bits.

use std::cell::Cell;
use std::mem;

use weighbridge_units::Unit;

use super::{CostLine, Lines};
use crate::number::Number;

/// Takes amounts of one month.
pub trait Slot<V> {
    /// Writes amounts, each on its line; what they are worth at the start.
    #[must_use]
    fn pay<const N: usize>(self, amounts: [(CostLine, V); N]) -> V;
}

/// Takes amounts by time and cost line.
pub trait Ledger<V> {
    /// Whether anybody asks for more than the net present value: cost by month and line, and how
    /// well capacity is used.
    const DETAILED: bool;

    /// An amount paid at the start.
    fn pay_at_start(&mut self, line: CostLine, amount: V);

    /// The months, counted from 0, each with where to write amounts paid at its end; something must
    /// be written in each of them, and its worth added up for [`Ledger::add_worth`].
    ///
    /// `discount` says what a dollar of each month is worth at the start.
    fn by_month<'a>(
        &'a mut self,
        discount: &'a [V],
    ) -> impl Iterator<Item = (usize, impl Slot<V> + 'a)>
    where
        V: 'a;

    /// Adds what amounts written by month are worth at the start.
    fn add_worth(&mut self, worth: V);

    /// An amount paid at the end of one month, counted from 0.
    fn pay(&mut self, month: usize, line: CostLine, amount: V, discount: &[V]);

    /// The same amount at the end of every month.
    fn pay_every_month(&mut self, line: CostLine, amount: V);

    /// Memory in which a plan may note something of each month.
    fn notes(&mut self) -> &mut Vec<V>;
}

/// What is paid at each time, whatever for.
///
/// `DETAILED` says whether anything is asked for beside what it is worth at the start.
#[derive(Debug, Clone)]
pub struct Totals<V, const DETAILED: bool = false> {
    /// What is paid at the start.
    start: V,
    /// What is paid at the end of the months beside `every` is worth at the start.
    worth: V,
    /// What is paid at the end of each month beside `every`; kept if `DETAILED`.
    months: Vec<V>,
    /// Whether nothing was written into `months` yet.
    fresh: bool,
    /// What is paid at the end of every month.
    every: V,
    /// What is paid over all months, by line.
    lines: Lines<V>,
    notes: Vec<V>,
}

impl<V: Number, const DETAILED: bool> Totals<V, DETAILED> {
    /// Nothing paid yet, over so many months.
    pub fn empty(horizon: usize) -> Totals<V, DETAILED> {
        Totals {
            start: V::zero(Unit::USD),
            worth: V::zero(Unit::USD),
            months: vec![V::zero(Unit::USD); horizon],
            fresh: true,
            every: V::zero(Unit::USD),
            lines: Lines::zero(),
            notes: vec![V::zero(Unit::NONE); horizon],
        }
    }

    /// Forgets everything but its memory.
    #[inline(always)]
    pub fn clear(&mut self) {
        self.start = V::zero(Unit::USD);
        self.worth = V::zero(Unit::USD);
        self.every = V::zero(Unit::USD);
        self.fresh = true;
        if DETAILED {
            self.lines = Lines::zero();
        }
    }

    /// What is paid at the start.
    #[inline(always)]
    pub fn start(&self) -> V {
        self.start
    }

    /// What everything is worth at the start, where a dollar every month is worth so much.
    #[inline(always)]
    pub fn present(&self, annuity: V) -> V {
        self.start + self.worth + self.every * annuity
    }

    /// What is paid over the whole horizon, by line; nought unless `DETAILED`.
    pub fn lines(&self) -> &Lines<V> {
        &self.lines
    }

    /// What is paid at the end of each month; only if `DETAILED`.
    #[inline(always)]
    pub fn months(&self) -> impl ExactSizeIterator<Item = V> {
        let (fresh, every) = (self.fresh, self.every);
        let amount = move |amount: &V| if fresh { every } else { *amount + every };
        self.months.iter().map(amount)
    }
}

impl<V: Number, const DETAILED: bool> Ledger<V> for Totals<V, DETAILED> {
    const DETAILED: bool = DETAILED;

    #[inline(always)]
    fn pay_at_start(&mut self, line: CostLine, amount: V) {
        self.start = self.start + amount;
        if DETAILED {
            self.lines.add(line, amount);
        }
    }

    #[inline(always)]
    fn by_month<'a>(
        &'a mut self,
        discount: &'a [V],
    ) -> impl Iterator<Item = (usize, impl Slot<V> + 'a)>
    where
        V: 'a,
    {
        let fresh = mem::replace(&mut self.fresh, false);
        let lines = Cell::from_mut(&mut self.lines.0[..]).as_slice_of_cells();
        let places = self.months.iter_mut().zip(discount);
        places
            .map(move |(place, discount)| TotalSlot::<V, DETAILED> {
                place,
                discount,
                lines,
                fresh,
            })
            .enumerate()
    }

    #[inline(always)]
    fn add_worth(&mut self, worth: V) {
        self.worth = self.worth + worth;
    }

    #[inline(always)]
    fn pay(&mut self, month: usize, line: CostLine, amount: V, discount: &[V]) {
        self.worth = self.worth + amount * discount[month];
        if DETAILED {
            if mem::replace(&mut self.fresh, false) {
                self.months.fill(V::zero(Unit::USD));
            }
            let place = &mut self.months[month];
            *place = *place + amount;
            self.lines.add(line, amount);
        }
    }

    #[inline(always)]
    fn pay_every_month(&mut self, line: CostLine, amount: V) {
        self.every = self.every + amount;
        if DETAILED {
            let horizon = V::literal(self.months.len() as f64, Unit::NONE);
            self.lines.add(line, amount * horizon);
        }
    }

    #[inline(always)]
    fn notes(&mut self) -> &mut Vec<V> {
        &mut self.notes
    }
}

/// The total of one month.
struct TotalSlot<'a, V, const DETAILED: bool> {
    place: &'a mut V,
    discount: &'a V,
    /// What is paid over all months, by line.
    lines: &'a [Cell<V>],
    /// Whether what stands there was left by an earlier evaluation: the first amount takes its
    /// place, so that nobody has to write noughts before.
    fresh: bool,
}

impl<V: Number, const DETAILED: bool> Slot<V> for TotalSlot<'_, V, DETAILED> {
    #[inline(always)]
    fn pay<const N: usize>(self, amounts: [(CostLine, V); N]) -> V {
        let (_, mut sum) = amounts[0];
        for (_, amount) in &amounts[1..] {
            sum = sum + *amount;
        }
        if DETAILED {
            let all = if self.fresh { sum } else { *self.place + sum };
            *self.place = all;
            for (line, amount) in amounts {
                let line = &self.lines[line as usize];
                line.set(line.get() + amount);
            }
        }
        sum * *self.discount
    }
}

/// Every line of every month beside the totals, for results and explanations.
#[derive(Debug, Clone)]
pub struct Book<V> {
    /// What is paid at the start.
    pub start: Lines<V>,
    /// What is paid at the end of each month.
    pub months: Vec<Lines<V>>,
    /// What is paid at each time, and on each line.
    pub totals: Totals<V, true>,
}

impl<V: Number> Book<V> {
    /// A book over so many months.
    pub fn empty(horizon: usize) -> Book<V> {
        Book {
            start: Lines::zero(),
            months: vec![Lines::zero(); horizon],
            totals: Totals::empty(horizon),
        }
    }
}

impl<V: Number> Ledger<V> for Book<V> {
    const DETAILED: bool = true;

    fn pay_at_start(&mut self, line: CostLine, amount: V) {
        self.start.add(line, amount);
        self.totals.pay_at_start(line, amount);
    }

    fn by_month<'a>(
        &'a mut self,
        discount: &'a [V],
    ) -> impl Iterator<Item = (usize, impl Slot<V> + 'a)>
    where
        V: 'a,
    {
        let totals = self.totals.by_month(discount);
        let books = totals.zip(&mut self.months);
        books.map(|((index, total), lines)| (index, BookSlot { lines, total }))
    }

    fn add_worth(&mut self, worth: V) {
        self.totals.add_worth(worth);
    }

    fn pay(&mut self, month: usize, line: CostLine, amount: V, discount: &[V]) {
        self.months[month].add(line, amount);
        self.totals.pay(month, line, amount, discount);
    }

    fn pay_every_month(&mut self, line: CostLine, amount: V) {
        for month in &mut self.months {
            month.add(line, amount);
        }
        self.totals.pay_every_month(line, amount);
    }

    fn notes(&mut self) -> &mut Vec<V> {
        self.totals.notes()
    }
}

/// The lines of one month and their total.
struct BookSlot<'a, V, T> {
    lines: &'a mut Lines<V>,
    total: T,
}

impl<V: Number, T: Slot<V>> Slot<V> for BookSlot<'_, V, T> {
    fn pay<const N: usize>(self, amounts: [(CostLine, V); N]) -> V {
        for (line, amount) in amounts {
            self.lines.add(line, amount);
        }
        self.total.pay(amounts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISCOUNT: [f64; 6] = [0.99, 0.98, 0.97, 0.96, 0.95, 0.94];

    fn written<L: Ledger<f64>>(ledger: &mut L) {
        ledger.pay_at_start(CostLine::Infrastructure, 0.7);
        ledger.pay_at_start(CostLine::Migration, 0.1);
        for scale in [0.1, 0.7] {
            let mut worth = 0.0;
            for (index, slot) in ledger.by_month(&DISCOUNT) {
                let month = index as f64 + 1.0;
                worth += slot.pay([
                    (CostLine::Usage, scale * month),
                    (CostLine::Energy, 1e-3 * month),
                ]);
            }
            ledger.add_worth(worth);
            ledger.pay_every_month(CostLine::People, 0.3);
        }
        ledger.pay(1, CostLine::Migration, 0.2, &DISCOUNT);
        ledger.pay_every_month(CostLine::Licence, 1e-3);
        ledger.pay(4, CostLine::Exit, 0.9, &DISCOUNT);
    }

    #[test]
    fn totals_have_the_bits_of_a_book_and_sum_its_lines() {
        let (mut book, mut totals) = (Book::empty(6), Totals::<f64, true>::empty(6));
        let mut plain = Totals::<f64>::empty(6);
        written(&mut plain);
        written(&mut book);
        // What an earlier evaluation left does not count.
        for (_, slot) in totals.by_month(&DISCOUNT) {
            assert_eq!(slot.pay([(CostLine::Usage, 100.0)]) as u8 / 10, 9);
        }
        totals.clear();
        written(&mut totals);
        let annuity = DISCOUNT.iter().sum();
        let present = totals.present(annuity);
        assert_eq!(present.to_bits(), book.totals.present(annuity).to_bits());
        assert_eq!(present.to_bits(), plain.present(annuity).to_bits());
        assert_eq!(totals.start().to_bits(), book.totals.start().to_bits());
        assert!((totals.start() - book.start.sum()).abs() < 1e-15);
        assert_eq!(totals.lines(), book.totals.lines());
        for line in CostLine::ALL {
            let by_month = book.months.iter().map(|lines| lines.get(line)).sum::<f64>();
            let sum = book.start.get(line) + by_month;
            assert!((totals.lines().get(line) - sum).abs() < 1e-14, "{line:?}");
        }
        let all = totals.months().zip(book.totals.months());
        assert_eq!(all.len(), 6);
        let mut worth = totals.start();
        for (((alone, beside), lines), discount) in all.zip(&book.months).zip(DISCOUNT) {
            assert_eq!(alone.to_bits(), beside.to_bits());
            assert!((alone - lines.sum()).abs() < 1e-14);
            worth += lines.sum() * discount;
        }
        assert!((present - worth).abs() < 1e-14, "{present} {worth}");
    }

    #[test]
    fn months_in_which_nothing_is_written_cost_what_every_month_costs() {
        let mut totals = Totals::<f64, true>::empty(3);
        for _ in 0..2 {
            totals.pay_every_month(CostLine::People, 2.0);
            assert_eq!(totals.months().collect::<Vec<_>>(), [2.0, 2.0, 2.0]);
            for (_, slot) in totals.by_month(&DISCOUNT) {
                let _ = slot.pay([(CostLine::Usage, 5.0)]);
            }
            totals.clear();
        }
        totals.pay_every_month(CostLine::People, 2.0);
        totals.pay(1, CostLine::Exit, 0.5, &DISCOUNT);
        assert_eq!(totals.months().collect::<Vec<_>>(), [2.0, 2.5, 2.0]);
    }
}
