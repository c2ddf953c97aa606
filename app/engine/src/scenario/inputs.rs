//! The figures of a scenario in the shape that the arithmetic reads, generic over the cell.

use std::fmt;

use super::groups::{
    CascadePlan, ContextTier, Customisation, DevicePlan, Finance, LicenceFees, Maintenance,
    OwnedPlan, People, Quality, RentedPlan, Salaries, Serving, Successor, TokenPlan, Transition,
    VolumeDiscount, Workload,
};
use super::path::InputPath;
use super::{Api, DecisionOption, OptionId, Plan, Scenario};
use crate::figure::{FieldSpec, Figure};

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

impl<T> PlanInputs<T> {
    fn map<'a, U>(&'a self, f: &mut impl FnMut(&'a T) -> U) -> PlanInputs<U> {
        match self {
            PlanInputs::Api {
                token_plan,
                tiers,
                volume_discounts,
                successor,
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
        }
    }
}
