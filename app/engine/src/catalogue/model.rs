//! Language models: what they are, what their licence allows and when they are on sale.

use weighbridge_units::PartialDate;

use super::{Architecture, ModelId, Provenance, WeightFormat};

/// A language model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Its id.
    pub id: ModelId,
    /// Its name as people write it.
    pub name: String,
    /// Who made it.
    pub vendor: String,
    /// The family of models it belongs to, such as `llama-3.1`.
    pub family: String,
    /// Other spellings by which it is found.
    pub aliases: Vec<String>,
    /// Whether its weights can be had.
    pub weights: Weights,
    /// What its licence allows and asks.
    pub licence: Licence,
    /// When it was released.
    pub released: Option<PartialDate>,
    /// When its vendor began to sell it; absent where that is the day of its release.
    pub sold_from: Option<PartialDate>,
    /// The first day on which its vendor no longer sells it.
    pub sold_until: Option<PartialDate>,
    /// The model that its vendor moves customers to.
    pub successor: Option<ModelId>,
    /// The vendor's price tier, such as `openai-mini`, within which models follow each other.
    pub tier: Option<String>,
    /// Longest context in tokens.
    pub context_tokens: Option<u64>,
    /// Longest answer in tokens.
    pub output_tokens_max: Option<u64>,
    /// Languages its vendor says it supports, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Published number of parameters, in 10⁹.
    pub parameters_total_b: Option<f64>,
    /// Published number of parameters that work on each token, in 10⁹.
    pub parameters_active_b: Option<f64>,
    /// The format in which its weights are published.
    pub native_format: Option<WeightFormat>,
    /// The shapes of its matrices, or why they cannot be described here; absent where unpublished.
    pub shapes: Option<Shapes>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// What is known of the shapes of a model.
#[derive(Debug, Clone, PartialEq)]
pub enum Shapes {
    /// Known, and described.
    Known(Architecture),
    /// Known, but of a kind whose memory cannot be derived here; the text says why.
    NotDerivable(String),
}

/// Whether the weights of a model can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weights {
    /// Anybody may download them.
    Open,
    /// Only the vendor and its partners run them.
    Closed,
    /// A research model that was never released.
    Unreleased,
}

/// What a licence allows and asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Licence {
    /// The licence's name.
    pub name: String,
    /// Whether it may be used for business.
    pub commercial_use: CommercialUse,
    /// The conditions that bear on the choice.
    pub clauses: Vec<Clause>,
    /// The conditions in a sentence.
    pub text: Option<String>,
}

/// Whether a model may be used for business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommercialUse {
    /// Without conditions that bear on the choice.
    Yes,
    /// Under the conditions of the clauses.
    Restricted,
    /// Not without another agreement.
    No,
    /// Through the vendor's service only.
    ApiOnly,
    /// Not found out.
    Unknown,
}

/// One condition of a licence.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// Above so many monthly users the vendor must agree.
    UserCap(u64),
    /// Above some number of users, not found out, the vendor must agree.
    UserCapUnspecified,
    /// Above so many dollars of yearly revenue the vendor must agree.
    RevenueCapUsd(f64),
    /// The product must say which model it is built with.
    AttributionNotice,
    /// Derived models must carry the vendor's name.
    NamingRule,
    /// A list of forbidden uses applies.
    AcceptableUse,
    /// Not licensed to people and companies domiciled in the European Union.
    NotForEuDomiciled,
    /// Outputs may not be used to improve other models.
    NoTrainingOnOutputs,
    /// Not for business.
    NonCommercial,
    /// Business needs a separate, usually paid, agreement.
    SeparateAgreement,
    /// Offering it as a service to others is restricted.
    HostingRestricted,
    /// Copyright notices must be kept.
    KeepNotices,
    /// The vendor's terms of service and its schedule of retirements apply.
    VendorTerms,
    /// A condition of another kind, in the words of the preset.
    Other(String),
}

impl Clause {
    /// The stable key, used in message keys.
    pub const fn key(&self) -> &'static str {
        match self {
            Clause::UserCap(_) => "user-cap",
            Clause::UserCapUnspecified => "user-cap-unspecified",
            Clause::RevenueCapUsd(_) => "revenue-cap",
            Clause::AttributionNotice => "attribution-notice",
            Clause::NamingRule => "naming-rule",
            Clause::AcceptableUse => "acceptable-use",
            Clause::NotForEuDomiciled => "not-for-eu-domiciled",
            Clause::NoTrainingOnOutputs => "no-training-on-outputs",
            Clause::NonCommercial => "non-commercial",
            Clause::SeparateAgreement => "separate-agreement",
            Clause::HostingRestricted => "hosting-restricted",
            Clause::KeepNotices => "keep-notices",
            Clause::VendorTerms => "vendor-terms",
            Clause::Other(_) => "other",
        }
    }
}

/// Where a model stands in its life at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sale {
    /// Not yet on sale; it will be, or was first, from this date on.
    NotYet(PartialDate),
    /// On sale, with no end announced.
    Current,
    /// On sale until this date.
    EndsOn(PartialDate),
    /// No longer on sale since this date.
    Ended(PartialDate),
    /// Never to be had.
    Never,
}

impl Model {
    /// Where the model stands at `date`, of which the earliest day counts.
    ///
    /// A model whose beginning is unknown counts as always having been there.
    pub fn sale_at(&self, date: PartialDate) -> Sale {
        let day = date.earliest();
        if self.weights == Weights::Unreleased {
            return Sale::Never;
        }
        match (self.sold_from.or(self.released), self.sold_until) {
            (Some(from), _) if day < from.earliest() => Sale::NotYet(from),
            (_, Some(until)) if day >= until.earliest() => Sale::Ended(until),
            (_, Some(until)) => Sale::EndsOn(until),
            (_, None) => Sale::Current,
        }
    }

    /// Whether somebody who decides at `date` can still choose the model.
    pub fn on_sale_at(&self, date: PartialDate) -> bool {
        matches!(self.sale_at(date), Sale::Current | Sale::EndsOn(_))
    }

    /// The shapes of its matrices, where they are known and can be described.
    pub const fn architecture(&self) -> Option<&Architecture> {
        match &self.shapes {
            Some(Shapes::Known(architecture)) => Some(architecture),
            _ => None,
        }
    }

    /// Number of parameters: as published, else from the shapes.
    pub fn parameters_total(&self) -> Option<f64> {
        let published = self.parameters_total_b.map(|billions| billions * 1e9);
        published.or_else(|| self.architecture().map(Architecture::parameters_total))
    }

    /// Number of parameters that work on each token: as published, else from the shapes, else all.
    pub fn parameters_active(&self) -> Option<f64> {
        let published = self.parameters_active_b.map(|billions| billions * 1e9);
        published
            .or_else(|| self.architecture().map(Architecture::parameters_active))
            .or_else(|| self.parameters_total())
    }

    /// Bytes of its weights in a format: from the shapes where known, else from the published number.
    pub fn weights_bytes(&self, format: WeightFormat) -> Option<f64> {
        let parameters = self.architecture().map(Architecture::parameters_total);
        parameters
            .or_else(|| self.parameters_total())
            .map(|count| count * format.bytes_per_weight())
    }

    /// Whether the licence holds a clause of this key.
    pub fn has_clause(&self, key: &str) -> bool {
        self.licence
            .clauses
            .iter()
            .any(|clause| clause.key() == key)
    }
}
