//! Models in files.

use serde::{Deserialize, Serialize};
use weighbridge_engine::catalogue::{self as engine, Layer, Model, ModelId, Shapes};

use super::{RecordFile, listed, names, part_file, record_file};
use crate::check::{Bounds, Check};
use crate::faults::FaultKind;

record_file! {
    /// A model as it stands in a file.
    ModelFile, "Model" {
        id: String,
        name: String,
        vendor: String,
        family: String,
        aliases: Vec<String>,
        weights: names::Weights,
        licence: LicenceFile,
        released: String,
        sold_from: String,
        sold_until: String,
        successor: String,
        tier: String,
        context_tokens: u64,
        output_tokens_max: u64,
        languages: Vec<String>,
        parameters_total_b: f64,
        parameters_active_b: f64,
        native_format: names::WeightFormat,
        architecture: ArchitectureFile,
        not_derivable: String,
    }
}

part_file! {
    /// A licence as it stands in a file.
    LicenceFile {
        name: String,
        commercial_use: names::CommercialUse,
        clauses: Vec<ClauseFile>,
        text: String,
    }
}

/// A clause as it stands in a file.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(crate) enum ClauseFile {
    UserCap(u64),
    UserCapUnspecified,
    RevenueCap(f64),
    AttributionNotice,
    NamingRule,
    AcceptableUse,
    NotForEuDomiciled,
    NoTrainingOnOutputs,
    NonCommercial,
    SeparateAgreement,
    HostingRestricted,
    KeepNotices,
    VendorTerms,
    Other(String),
}

part_file! {
    /// Shapes as they stand in a file.
    ArchitectureFile {
        layers: u32,
        hidden: u32,
        heads: u32,
        kv_heads: u32,
        head_dim: u32,
        ffn: u32,
        gated_ffn: bool,
        vocab: u32,
        tied_embeddings: bool,
        attention: AttentionFile,
        experts: ExpertsFile,
    }
}

/// Attention as it stands in a file.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) enum AttentionFile {
    Full,
    SlidingWindow {
        window_tokens: u32,
        full_layers: u32,
    },
    Latent {
        kv_lora_rank: u32,
        rope_head_dim: u32,
        q_lora_rank: u32,
        nope_head_dim: u32,
        value_head_dim: u32,
    },
}

part_file! {
    /// A mixture of experts as it stands in a file.
    ExpertsFile {
        count: u32,
        per_token: u32,
        ffn: u32,
        shared: u32,
        shared_ffn: u32,
        dense_first_layers: u32,
        interleave: u32,
    }
}

const SHAPE: Bounds = Bounds(1.0, 1e7);
const SHAPE_OR_NONE: Bounds = Bounds(0.0, 1e7);
const BILLIONS: Bounds = Bounds(1e-6, 1e5);

impl RecordFile for ModelFile {
    type Record = Model;
    const KIND: &'static str = "Model";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Model> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let name = check.need_text("name", self.name);
        let vendor = check.need_text("vendor", self.vendor);
        let family = check.need_text("family", self.family);
        let aliases = check.texts("aliases", self.aliases);
        let weights = check.need("weights", self.weights);
        let licence = check
            .need("licence", self.licence)
            .and_then(|licence| licence_of(check, licence));
        let released = check.past_date("released", self.released);
        let sold_from = check.date("sold_from", self.sold_from);
        let sold_until = check.date("sold_until", self.sold_until);
        check.span("sold_until", sold_from.or(released), sold_until);
        let successor = check.id("successor", self.successor);
        let tier = check.text("tier", self.tier);
        let languages = check.texts("languages", self.languages);
        check.number(
            "context_tokens",
            self.context_tokens.map(|tokens| tokens as f64),
            Bounds(1.0, 1e9),
        );
        check.number(
            "output_tokens_max",
            self.output_tokens_max.map(|tokens| tokens as f64),
            Bounds(1.0, 1e9),
        );
        let total = check.number("parameters_total_b", self.parameters_total_b, BILLIONS);
        let active = check.number("parameters_active_b", self.parameters_active_b, BILLIONS);
        if let (Some(total), Some(active)) = (total, active)
            && active > total
        {
            check.fault(
                "parameters_active_b",
                larger("parameters_active_b", "parameters_total_b"),
            );
        }
        let not_derivable = check.text("not_derivable", self.not_derivable);
        if self.architecture.is_some() && not_derivable.is_some() {
            let keys = vec!["architecture".to_owned(), "not_derivable".to_owned()];
            check.fault("not_derivable", FaultKind::Exclusive { keys });
        }
        let architecture = self
            .architecture
            .and_then(|file| architecture_of(check, file));

        Some(Model {
            id: ModelId::new(id?),
            name: name?,
            vendor: vendor?,
            family: family?,
            aliases,
            weights: weights?.into(),
            licence: licence?,
            released,
            sold_from,
            sold_until,
            successor: successor.map(ModelId::new),
            tier,
            context_tokens: self.context_tokens,
            output_tokens_max: self.output_tokens_max,
            languages,
            parameters_total_b: total,
            parameters_active_b: active,
            native_format: self.native_format.map(Into::into),
            shapes: architecture
                .map(Shapes::Known)
                .or_else(|| not_derivable.map(Shapes::NotDerivable)),
            provenance: provenance?,
        })
    }
}

fn larger(larger: &str, smaller: &str) -> FaultKind {
    FaultKind::Shapes {
        larger: larger.to_owned(),
        smaller: smaller.to_owned(),
    }
}

fn licence_of(check: &mut Check<'_, '_>, file: LicenceFile) -> Option<engine::Licence> {
    let name = check.need_text("licence.name", file.name);
    let commercial_use = check.need("licence.commercial_use", file.commercial_use);
    let text = check.text("licence.text", file.text);
    let clauses = file.clauses.unwrap_or_default();
    for (place, clause) in clauses.iter().enumerate() {
        let path = format!("licence.clauses[{place}]");
        match clause {
            ClauseFile::UserCap(users) => {
                check.number(&path, Some(*users as f64), Bounds(1.0, 1e10));
            }
            ClauseFile::RevenueCap(usd) => {
                check.number(&path, Some(*usd), Bounds(1.0, 1e13));
            }
            ClauseFile::Other(text) => {
                check.text(&path, Some(text.clone()));
            }
            _ => {}
        }
    }
    Some(engine::Licence {
        name: name?,
        commercial_use: commercial_use?.into(),
        clauses: clauses.into_iter().map(Into::into).collect(),
        text,
    })
}

fn architecture_of(
    check: &mut Check<'_, '_>,
    file: ArchitectureFile,
) -> Option<engine::Architecture> {
    let layers = check.need_count("architecture.layers", file.layers, Bounds(1.0, 10_000.0));
    let hidden = check.need_count("architecture.hidden", file.hidden, SHAPE);
    let heads = check.need_count("architecture.heads", file.heads, SHAPE);
    let kv_heads = check.need_count("architecture.kv_heads", file.kv_heads, SHAPE);
    let head_dim = check.need_count("architecture.head_dim", file.head_dim, SHAPE);
    let ffn = check.need_count("architecture.ffn", file.ffn, SHAPE_OR_NONE);
    let vocab = check.need_count("architecture.vocab", file.vocab, SHAPE);
    let tied_embeddings = check.need("architecture.tied_embeddings", file.tied_embeddings);
    let attention = check.need("architecture.attention", file.attention);
    let experts_file = file.experts;
    let has_experts = experts_file.is_some();
    let experts = experts_file.and_then(|file| experts_of(check, file, layers));

    if let (Some(kv_heads), Some(heads)) = (kv_heads, heads)
        && kv_heads > heads
    {
        check.fault("architecture.kv_heads", larger("kv_heads", "heads"));
    }
    if let (
        Some(AttentionFile::SlidingWindow {
            window_tokens,
            full_layers,
        }),
        Some(layers),
    ) = (&attention, layers)
    {
        check.number(
            "architecture.attention.window_tokens",
            Some(f64::from(*window_tokens)),
            SHAPE,
        );
        if *full_layers > layers {
            check.fault(
                "architecture.attention.full_layers",
                larger("full_layers", "layers"),
            );
        }
    }
    Some(engine::Architecture {
        layers: layers?,
        hidden: hidden?,
        heads: heads?,
        kv_heads: kv_heads?,
        head_dim: head_dim?,
        ffn: ffn?,
        gated_ffn: file.gated_ffn.unwrap_or(true),
        vocab: vocab?,
        tied_embeddings: tied_embeddings?,
        attention: attention?.into(),
        experts: if has_experts { Some(experts?) } else { None },
    })
}

fn experts_of(
    check: &mut Check<'_, '_>,
    file: ExpertsFile,
    layers: Option<u32>,
) -> Option<engine::Experts> {
    let count = check.need_count("architecture.experts.count", file.count, SHAPE);
    let per_token = check.need_count("architecture.experts.per_token", file.per_token, SHAPE);
    let ffn = check.need_count("architecture.experts.ffn", file.ffn, SHAPE);
    if let (Some(per_token), Some(count)) = (per_token, count)
        && per_token > count
    {
        check.fault(
            "architecture.experts.per_token",
            larger("per_token", "count"),
        );
    }
    let dense_first_layers = file.dense_first_layers.unwrap_or(0);
    if layers.is_some_and(|layers| dense_first_layers > layers) {
        check.fault(
            "architecture.experts.dense_first_layers",
            larger("dense_first_layers", "layers"),
        );
    }
    let interleave = file.interleave.unwrap_or(1);
    check.number(
        "architecture.experts.interleave",
        Some(f64::from(interleave)),
        SHAPE,
    );
    Some(engine::Experts {
        count: count?,
        per_token: per_token?,
        ffn: ffn?,
        shared: file.shared.unwrap_or(0),
        shared_ffn: file.shared_ffn.or(ffn)?,
        dense_first_layers,
        interleave,
    })
}

impl From<&Model> for ModelFile {
    fn from(model: &Model) -> ModelFile {
        let (architecture, not_derivable) = match &model.shapes {
            Some(Shapes::Known(architecture)) => (Some(ArchitectureFile::from(architecture)), None),
            Some(Shapes::NotDerivable(why)) => (None, Some(why.clone())),
            None => (None, None),
        };
        ModelFile {
            id: Some(model.id.to_string()),
            name: Some(model.name.clone()),
            vendor: Some(model.vendor.clone()),
            family: Some(model.family.clone()),
            aliases: listed(&model.aliases),
            weights: Some(model.weights.into()),
            licence: Some(LicenceFile {
                name: Some(model.licence.name.clone()),
                commercial_use: Some(model.licence.commercial_use.into()),
                clauses: listed(&model.licence.clauses)
                    .map(|clauses| clauses.into_iter().map(Into::into).collect()),
                text: model.licence.text.clone(),
            }),
            released: model.released.map(|date| date.to_string()),
            sold_from: model.sold_from.map(|date| date.to_string()),
            sold_until: model.sold_until.map(|date| date.to_string()),
            successor: model.successor.as_ref().map(ModelId::to_string),
            tier: model.tier.clone(),
            context_tokens: model.context_tokens,
            output_tokens_max: model.output_tokens_max,
            languages: listed(&model.languages),
            parameters_total_b: model.parameters_total_b,
            parameters_active_b: model.parameters_active_b,
            native_format: model.native_format.map(Into::into),
            architecture,
            not_derivable,
            ..ModelFile::default()
        }
        .with_provenance(&model.provenance)
    }
}

impl From<&engine::Architecture> for ArchitectureFile {
    fn from(architecture: &engine::Architecture) -> ArchitectureFile {
        ArchitectureFile {
            layers: Some(architecture.layers),
            hidden: Some(architecture.hidden),
            heads: Some(architecture.heads),
            kv_heads: Some(architecture.kv_heads),
            head_dim: Some(architecture.head_dim),
            ffn: Some(architecture.ffn),
            gated_ffn: Some(architecture.gated_ffn),
            vocab: Some(architecture.vocab),
            tied_embeddings: Some(architecture.tied_embeddings),
            attention: Some(architecture.attention.into()),
            experts: architecture.experts.map(|experts| ExpertsFile {
                count: Some(experts.count),
                per_token: Some(experts.per_token),
                ffn: Some(experts.ffn),
                shared: Some(experts.shared),
                shared_ffn: Some(experts.shared_ffn),
                dense_first_layers: Some(experts.dense_first_layers),
                interleave: Some(experts.interleave),
            }),
        }
    }
}

impl From<AttentionFile> for engine::Attention {
    fn from(file: AttentionFile) -> engine::Attention {
        match file {
            AttentionFile::Full => engine::Attention::Full,
            AttentionFile::SlidingWindow {
                window_tokens,
                full_layers,
            } => engine::Attention::SlidingWindow {
                window_tokens,
                full_layers,
            },
            AttentionFile::Latent {
                kv_lora_rank,
                rope_head_dim,
                q_lora_rank,
                nope_head_dim,
                value_head_dim,
            } => engine::Attention::Latent {
                kv_lora_rank,
                rope_head_dim,
                q_lora_rank,
                nope_head_dim,
                value_head_dim,
            },
        }
    }
}

impl From<engine::Attention> for AttentionFile {
    fn from(attention: engine::Attention) -> AttentionFile {
        match attention {
            engine::Attention::Full => AttentionFile::Full,
            engine::Attention::SlidingWindow {
                window_tokens,
                full_layers,
            } => AttentionFile::SlidingWindow {
                window_tokens,
                full_layers,
            },
            engine::Attention::Latent {
                kv_lora_rank,
                rope_head_dim,
                q_lora_rank,
                nope_head_dim,
                value_head_dim,
            } => AttentionFile::Latent {
                kv_lora_rank,
                rope_head_dim,
                q_lora_rank,
                nope_head_dim,
                value_head_dim,
            },
        }
    }
}

/// Both directions of the clauses; the compiler sees that none is left out.
macro_rules! clauses {
    ($($plain:ident),+; $($file:ident = $engine:ident),+) => {
        impl From<ClauseFile> for engine::Clause {
            fn from(clause: ClauseFile) -> engine::Clause {
                match clause {
                    $(ClauseFile::$plain => engine::Clause::$plain,)+
                    $(ClauseFile::$file(value) => engine::Clause::$engine(value),)+
                }
            }
        }

        impl From<engine::Clause> for ClauseFile {
            fn from(clause: engine::Clause) -> ClauseFile {
                match clause {
                    $(engine::Clause::$plain => ClauseFile::$plain,)+
                    $(engine::Clause::$engine(value) => ClauseFile::$file(value),)+
                }
            }
        }
    };
}

clauses! {
    UserCapUnspecified, AttributionNotice, NamingRule, AcceptableUse, NotForEuDomiciled,
    NoTrainingOnOutputs, NonCommercial, SeparateAgreement, HostingRestricted, KeepNotices, VendorTerms;
    UserCap = UserCap, RevenueCap = RevenueCapUsd, Other = Other
}
