//! To invest now or to look again in a year: the value of waiting.

use super::error::{DecisionError, finite, not_negative, positive, share};

/// An investment that yields something every year for ever, at a level that becomes known in a year
/// and then stays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaitOrInvest {
    /// What it costs, now or in a year.
    pub investment: f64,
    /// What it yields this year; somebody who waits goes without.
    pub yield_now: f64,
    /// What it yields each year from the next on if things go well.
    pub yield_up: f64,
    /// What it yields each year from the next on if they do not.
    pub yield_down: f64,
    /// How likely it is that things go well.
    pub up_probability: f64,
    /// The discount rate per year.
    pub rate: f64,
}

/// What investing now and waiting are worth today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting {
    /// Net present value of investing now.
    pub invest_now: f64,
    /// Net present value of waiting a year and investing if it pays then.
    pub wait: f64,
    /// The investment at which waiting would be worth what investing now is worth: what one could
    /// pay more for an investment that can wait. Nothing if investing now is worth nothing.
    pub equivalent_investment: Option<f64>,
}

impl Waiting {
    /// What waiting is worth more than investing now; zero if it is not.
    pub fn value_of_waiting(&self) -> f64 {
        (self.wait - self.invest_now).max(0.0)
    }
}

impl WaitOrInvest {
    /// Both ways compared. All figures are present values.
    ///
    /// # Errors
    /// [`DecisionError`] where the rate is not above zero, the investment is negative, a figure is not
    /// finite or the chance is none.
    ///
    /// # Source
    /// Dixit and Pindyck 1994, *Investment under Uncertainty*, chapter 2.
    pub fn compare(&self) -> Result<Waiting, DecisionError> {
        let rate = positive("the rate", self.rate)?;
        let up = share("the chance that things go well", self.up_probability)?;
        not_negative("the investment", self.investment)?;
        finite("the yield of this year", self.yield_now)?;
        finite("the yield if things go well", self.yield_up)?;
        finite("the yield if things go badly", self.yield_down)?;
        let expected = up * self.yield_up + (1.0 - up) * self.yield_down;
        let invest_now = self.yield_now + expected / rate - self.investment;
        let wait = self.wait(self.investment);
        Ok(Waiting {
            invest_now,
            wait,
            equivalent_investment: self.equivalent(invest_now),
        })
    }

    /// What waiting is worth if the investment costs this much.
    fn wait(&self, investment: f64) -> f64 {
        self.outcomes()
            .iter()
            .map(|(probability, worth)| probability * (worth - investment).max(0.0))
            .sum::<f64>()
            / (1.0 + self.rate)
    }

    /// Chance of each state, and what the yields are worth at the time of the second look.
    fn outcomes(&self) -> [(f64, f64); 2] {
        let worth = |yearly: f64| yearly * (1.0 + self.rate) / self.rate;
        [
            (self.up_probability, worth(self.yield_up)),
            (1.0 - self.up_probability, worth(self.yield_down)),
        ]
    }

    /// The investment at which waiting is worth `target`: waiting loses value on straight lines
    /// between the worths of the states, so that each piece gives at most one answer.
    fn equivalent(&self, target: f64) -> Option<f64> {
        if target <= 0.0 {
            return None;
        }
        let mut states: Vec<(f64, f64)> = self
            .outcomes()
            .into_iter()
            .filter(|(probability, _)| *probability > 0.0)
            .collect();
        states.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let (mut chance, mut worth) = (0.0, 0.0);
        for (place, (probability, state)) in states.iter().enumerate() {
            chance += probability;
            worth += probability * state;
            let investment = (worth - target * (1.0 + self.rate)) / chance;
            if states
                .get(place + 1)
                .is_none_or(|(_, next)| investment >= *next)
            {
                return Some(investment);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const WIDGETS: WaitOrInvest = WaitOrInvest {
        investment: 1600.0,
        yield_now: 200.0,
        yield_up: 300.0,
        yield_down: 100.0,
        up_probability: 0.5,
        rate: 0.1,
    };

    #[test]
    fn the_equivalent_investment_makes_waiting_worth_what_now_is_worth() {
        for up_probability in [0.0, 0.3, 0.5, 1.0] {
            for yield_now in [100.0, 200.0, 900.0] {
                let plan = WaitOrInvest {
                    up_probability,
                    yield_now,
                    ..WIDGETS
                };
                let found = plan.compare().unwrap();
                match found.equivalent_investment {
                    Some(investment) => {
                        assert!(
                            (plan.wait(investment) - found.invest_now).abs() < 1e-9,
                            "{plan:?}"
                        );
                    }
                    None => assert!(found.invest_now <= 0.0),
                }
                assert!(found.value_of_waiting() >= 0.0);
            }
        }
    }

    #[test]
    fn impossible_plans_are_refused() {
        assert!(
            WaitOrInvest {
                rate: 0.0,
                ..WIDGETS
            }
            .compare()
            .is_err()
        );
        assert!(
            WaitOrInvest {
                up_probability: 1.1,
                ..WIDGETS
            }
            .compare()
            .is_err()
        );
        assert!(
            WaitOrInvest {
                yield_up: f64::NAN,
                ..WIDGETS
            }
            .compare()
            .is_err()
        );
    }
}
