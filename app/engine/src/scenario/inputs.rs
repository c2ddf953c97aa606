//! The figures of a scenario in the shape that the arithmetic reads, generic over the cell.

use std::fmt;

use super::groups::{
    CascadePlan, ContextTier, Customisation, DevicePlan, Finance, InterfaceSpeed, LicenceFees,
    Maintenance, OwnedPlan, People, Quality, RentedPlan, Salaries, Serving, Successor, TokenPlan,
    Transition, VolumeDiscount, Workload,
};
use super::path::InputPath;
use super::{Api, DecisionOption, OptionId, Plan, Scenario};
use crate::figure::{FieldSpec, Figure, FigureGroup};

/// The place of a figure in its scenario; writes itself as an input path.
#[derive(Debug, Clone, Copy)]
pub struct InputRef<'a> {
    /// The option, for figures of an option.
    pub option: Option<&'a OptionId>,
    /// The place in a list, such as the second context tier, counted from 0.
    pub index: Option<usize>,
    /// The field.
    pub spec: &'static FieldSpec,
}

impl InputRef<'_> {
    /// The path, which is the stable id of the input.
    pub fn path(&self) -> InputPath {
        InputPath::new(self.to_string())
    }
}

impl fmt::Display for InputRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(option) = self.option {
            write!(f, "options.{option}.")?;
        }
        f.write_str(self.spec.group)?;
        if let Some(index) = self.index {
            write!(f, ".{index}")?;
        }
        write!(f, ".{}", self.spec.name)
    }
}

/// The figures of a scenario.
#[derive(Debug, Clone)]
pub struct ScenarioInputs<T> {
    /// Rates that hold for every option.
    pub finance: Finance<T>,
    /// What is asked of the model.
    pub workload: Workload<T>,
    /// What people cost.
    pub salaries: Salaries<T>,
    /// The options, in the scenario's order.
    pub options: Vec<OptionInputs<T>>,
}

/// The figures of an option.
#[derive(Debug, Clone)]
pub struct OptionInputs<T> {
    /// Where it runs.
    pub plan: PlanInputs<T>,
    /// People.
    pub people: People<T>,
    /// Upkeep.
    pub maintenance: Maintenance<T>,
    /// Customisation.
    pub customisation: Customisation<T>,
    /// Moving in and out.
    pub transition: Transition<T>,
    /// Licence fees.
    pub licence: LicenceFees<T>,
    /// What precision and customisation do to scores.
    pub quality: Quality<T>,
}

/// The figures of a plan.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant)] // lives on the stack of one evaluation
pub enum PlanInputs<T> {
    /// Tokens bought.
    Api {
        /// The list.
        token_plan: TokenPlan<T>,
        /// Dearer prices for long requests.
        tiers: Vec<ContextTier<T>>,
        /// Reductions for large bills.
        volume_discounts: Vec<VolumeDiscount<T>>,
        /// The list that follows a retirement.
        successor: Option<Successor<T>>,
        /// How fast it answers.
        speed: InterfaceSpeed<T>,
    },
    /// Accelerators rented.
    Rented {
        /// The model on the machine.
        serving: Serving<T>,
        /// The rent.
        rented: RentedPlan<T>,
    },
    /// Servers owned.
    Owned {
        /// The model on the machine.
        serving: Serving<T>,
        /// The servers.
        owned: OwnedPlan<T>,
    },
    /// Devices of users.
    Device {
        /// The model on the machine.
        serving: Serving<T>,
        /// The devices.
        device: DevicePlan<T>,
    },
    /// Two options in a row.
    Cascade {
        /// Shares and costs.
        cascade: CascadePlan<T>,
    },
}

/// Where a cell stands among the figures of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    /// The place of its option, for figures of an option.
    option: Option<usize>,
    /// Its place there.
    place: usize,
}

impl CellPlace {
    /// Whether it is one of the rates that hold for every option.
    pub fn is_finance(&self) -> bool {
        self.option.is_none() && self.place < <Finance as FigureGroup>::SPECS.len()
    }
}

/// The cell at a place in several groups, one after the other; else how far it lies beyond them.
macro_rules! in_turn {
    ($place:expr, $($group:expr),+) => {{
        let place = $place;
        $(
            let place = match $group.cell_mut(place) {
                Ok(cell) => return Some(cell),
                Err(beyond) => beyond,
            };
        )+
        place
    }};
}

impl<T> ScenarioInputs<T> {
    /// The same shape with every cell replaced by `f` of it.
    ///
    /// Cells come in the order of [`Scenario::inputs`].
    pub fn map<'a, U>(&'a self, f: &mut impl FnMut(&'a T) -> U) -> ScenarioInputs<U> {
        ScenarioInputs {
            finance: self.finance.map(&mut |_, cell| f(cell)),
            workload: self.workload.map(&mut |_, cell| f(cell)),
            salaries: self.salaries.map(&mut |_, cell| f(cell)),
            options: self.options.iter().map(|option| option.map(f)).collect(),
        }
    }
}

impl<T> ScenarioInputs<T> {
    /// The cell at a place, to change.
    #[inline]
    pub fn cell_mut(&mut self, at: CellPlace) -> Option<&mut T> {
        match at.option {
            Some(option) => self.options.get_mut(option)?.cell_mut(at.place),
            None => {
                in_turn!(at.place, self.finance, self.workload, self.salaries);
                None
            }
        }
    }

    /// The place of every cell, in the order of [`ScenarioInputs::map`], with the cell.
    pub fn each_place(&self, f: &mut impl FnMut(CellPlace, &T)) {
        let mut at = CellPlace {
            option: None,
            place: 0,
        };
        let mut next = |cell: &T| {
            f(at, cell);
            at.place += 1;
        };
        self.finance.map(&mut |_, cell| next(cell));
        self.workload.map(&mut |_, cell| next(cell));
        self.salaries.map(&mut |_, cell| next(cell));
        for (option, inputs) in self.options.iter().enumerate() {
            let mut place = 0;
            inputs.map(&mut |cell| {
                let option = Some(option);
                f(CellPlace { option, place }, cell);
                place += 1;
            });
        }
    }
}

impl<T> OptionInputs<T> {
    /// The same shape with every cell replaced by `f` of it.
    pub fn map<'a, U>(&'a self, f: &mut impl FnMut(&'a T) -> U) -> OptionInputs<U> {
        OptionInputs {
            plan: self.plan.map(f),
            people: self.people.map(&mut |_, cell| f(cell)),
            maintenance: self.maintenance.map(&mut |_, cell| f(cell)),
            customisation: self.customisation.map(&mut |_, cell| f(cell)),
            transition: self.transition.map(&mut |_, cell| f(cell)),
            licence: self.licence.map(&mut |_, cell| f(cell)),
            quality: self.quality.map(&mut |_, cell| f(cell)),
        }
    }
}

impl<T> OptionInputs<T> {
    fn cell_mut(&mut self, place: usize) -> Option<&mut T> {
        let place = match &mut self.plan {
            PlanInputs::Api {
                token_plan,
                tiers,
                volume_discounts,
                successor,
                speed,
            } => {
                let mut place = in_turn!(place, token_plan);
                for tier in tiers {
                    place = in_turn!(place, tier);
                }
                for discount in volume_discounts {
                    place = in_turn!(place, discount);
                }
                if let Some(next) = successor {
                    place = in_turn!(place, next);
                }
                in_turn!(place, speed)
            }
            PlanInputs::Rented { serving, rented } => in_turn!(place, serving, rented),
            PlanInputs::Owned { serving, owned } => in_turn!(place, serving, owned),
            PlanInputs::Device { serving, device } => in_turn!(place, serving, device),
            PlanInputs::Cascade { cascade } => in_turn!(place, cascade),
        };
        in_turn!(
            place,
            self.people,
            self.maintenance,
            self.customisation,
            self.transition,
            self.licence,
            self.quality
        );
        None
    }
}

impl<T> PlanInputs<T> {
    fn map<'a, U>(&'a self, f: &mut impl FnMut(&'a T) -> U) -> PlanInputs<U> {
        match self {
            PlanInputs::Api {
                token_plan,
                tiers,
                volume_discounts,
                successor,
                speed,
            } => PlanInputs::Api {
                token_plan: token_plan.map(&mut |_, cell| f(cell)),
                tiers: tiers
                    .iter()
                    .map(|tier| tier.map(&mut |_, cell| f(cell)))
                    .collect(),
                volume_discounts: volume_discounts
                    .iter()
                    .map(|discount| discount.map(&mut |_, cell| f(cell)))
                    .collect(),
                successor: successor
                    .as_ref()
                    .map(|next| next.map(&mut |_, cell| f(cell))),
                speed: speed.map(&mut |_, cell| f(cell)),
            },
            PlanInputs::Rented { serving, rented } => PlanInputs::Rented {
                serving: serving.map(&mut |_, cell| f(cell)),
                rented: rented.map(&mut |_, cell| f(cell)),
            },
            PlanInputs::Owned { serving, owned } => PlanInputs::Owned {
                serving: serving.map(&mut |_, cell| f(cell)),
                owned: owned.map(&mut |_, cell| f(cell)),
            },
            PlanInputs::Device { serving, device } => PlanInputs::Device {
                serving: serving.map(&mut |_, cell| f(cell)),
                device: device.map(&mut |_, cell| f(cell)),
            },
            PlanInputs::Cascade { cascade } => PlanInputs::Cascade {
                cascade: cascade.map(&mut |_, cell| f(cell)),
            },
        }
    }
}

impl Scenario {
    /// The figures in the shape that the arithmetic reads, each cell made by `f`.
    pub fn inputs<'a, T>(
        &'a self,
        f: &mut impl FnMut(InputRef<'a>, &'a Figure) -> T,
    ) -> ScenarioInputs<T> {
        let at = |option, index, spec| InputRef {
            option,
            index,
            spec,
        };
        ScenarioInputs {
            finance: self
                .finance
                .map(&mut |spec, figure| f(at(None, None, spec), figure)),
            workload: self
                .workload
                .map(&mut |spec, figure| f(at(None, None, spec), figure)),
            salaries: self
                .salaries
                .map(&mut |spec, figure| f(at(None, None, spec), figure)),
            options: self.options.iter().map(|option| option.inputs(f)).collect(),
        }
    }

    /// Calls `f` on every figure that the arithmetic reads.
    pub fn each_figure<'a>(&'a self, f: &mut impl FnMut(InputRef<'a>, &'a Figure)) {
        self.inputs(f);
    }

    /// The values of all figures.
    pub fn values(&self) -> ScenarioInputs<f64> {
        self.inputs(&mut |_, figure| figure.value)
    }
}

impl DecisionOption {
    fn inputs<'a, T>(
        &'a self,
        f: &mut impl FnMut(InputRef<'a>, &'a Figure) -> T,
    ) -> OptionInputs<T> {
        let mut cell = |spec, figure: &'a Figure| {
            f(
                InputRef {
                    option: Some(&self.id),
                    index: None,
                    spec,
                },
                figure,
            )
        };
        let people = self.people.map(&mut cell);
        let maintenance = self.maintenance.map(&mut cell);
        let customisation = self.customisation.map(&mut cell);
        let transition = self.transition.map(&mut cell);
        let licence = self.licence.map(&mut cell);
        let quality = self.quality.map(&mut cell);
        let plan = match &self.plan {
            Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => api.inputs(&self.id, f),
            Plan::RentedGpu(plan) => PlanInputs::Rented {
                serving: plan.hosting.serving.map(&mut cell),
                rented: plan.rented.map(&mut cell),
            },
            Plan::OnPremises(plan) => PlanInputs::Owned {
                serving: plan.hosting.serving.map(&mut cell),
                owned: plan.owned.map(&mut cell),
            },
            Plan::OnDevice(plan) => PlanInputs::Device {
                serving: plan.hosting.serving.map(&mut cell),
                device: plan.device.map(&mut cell),
            },
            Plan::Cascade(plan) => PlanInputs::Cascade {
                cascade: plan.cascade.map(&mut cell),
            },
        };
        OptionInputs {
            plan,
            people,
            maintenance,
            customisation,
            transition,
            licence,
            quality,
        }
    }
}

impl Api {
    fn inputs<'a, T>(
        &'a self,
        id: &'a OptionId,
        f: &mut impl FnMut(InputRef<'a>, &'a Figure) -> T,
    ) -> PlanInputs<T> {
        let at = |index, spec| InputRef {
            option: Some(id),
            index,
            spec,
        };
        PlanInputs::Api {
            token_plan: self
                .token_plan
                .map(&mut |spec, figure| f(at(None, spec), figure)),
            tiers: self
                .tiers
                .iter()
                .enumerate()
                .map(|(index, tier)| tier.map(&mut |spec, figure| f(at(Some(index), spec), figure)))
                .collect(),
            volume_discounts: self
                .volume_discounts
                .iter()
                .enumerate()
                .map(|(index, tier)| tier.map(&mut |spec, figure| f(at(Some(index), spec), figure)))
                .collect(),
            successor: self
                .retirement
                .as_ref()
                .and_then(|retirement| retirement.successor.as_ref())
                .map(|next| next.map(&mut |spec, figure| f(at(None, spec), figure))),
            speed: self
                .speed
                .map(&mut |spec, figure| f(at(None, spec), figure)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Cascade, Device, Owned, Rented, Retirement};

    #[test]
    fn every_cell_is_found_at_its_place() {
        let date = |text: &str| text.parse().expect("a date");
        let mut scenario = Scenario::new("places", date("2026-11-24"));
        let api = Api {
            tiers: vec![Default::default(); 2],
            volume_discounts: vec![Default::default(); 2],
            retirement: Some(Retirement {
                sold_until: date("2027-01-14"),
                successor_name: None,
                successor: Some(Default::default()),
            }),
            ..Api::default()
        };
        let plans = [
            Plan::ProprietaryApi(api),
            Plan::RentedGpu(Rented::default()),
            Plan::OnPremises(Owned::default()),
            Plan::OnDevice(Device::default()),
            Plan::Cascade(Cascade {
                small: OptionId::parse("option-0").expect("an id"),
                large: None,
                mode: Default::default(),
                cascade: Default::default(),
            }),
        ];
        for (place, plan) in plans.into_iter().enumerate() {
            let name = format!("option-{place}");
            let id = OptionId::parse(&name).expect("an id");
            scenario.options.push(DecisionOption::new(id, &name, plan));
        }
        let mut count = 0;
        let mut numbered = scenario.inputs(&mut |_, _| {
            count += 1;
            count
        });
        let mut places = Vec::new();
        numbered.each_place(&mut |at, number| places.push((at, *number)));
        assert_eq!(places.len(), count);
        for (at, number) in places {
            assert_eq!(numbered.cell_mut(at).copied(), Some(number), "{at:?}");
        }
        let beyond = CellPlace {
            option: Some(1),
            place: 1000,
        };
        assert_eq!(numbered.cell_mut(beyond), None);
    }
}
