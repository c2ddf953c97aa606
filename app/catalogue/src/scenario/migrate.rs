//! Brings files of older versions to the current one.
//!
//! A step changes the values of a file from one version to the next; a file passes through all
//! steps after its own version.
//! Places stay, so that a fault still names the line the user wrote.

use super::VERSION;
use super::value::{Form, Value};

/// A step from one version to the next.
type Step = fn(&mut Value);

/// The steps, from version 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; (VERSION - 1) as usize] = [from_1_to_2, from_2_to_3, from_3_to_4];

/// Brings the values of a file of `version` to [`VERSION`].
pub(super) fn migrate(root: &mut Value, version: u32) {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(done) {
        step(root);
    }
}

/// Version 1 counted the horizon in years, and wrote prices as presets do, for an `mtok`.
fn from_1_to_2(root: &mut Value) {
    if let Some(question) = root.get_mut("question")
        && let Some(field) = question.field_mut("horizon_years")
        && let Form::Leaf(source) = &field.value.form
        && let Ok(years) = source.parse::<u16>()
    {
        field.value.form = Form::Leaf((u32::from(years) * 12).to_string());
        field.key = Some("horizon_months".to_owned());
    }
    let Some(options) = root.get_mut("options") else {
        return;
    };
    for option in options.items_mut() {
        let Some(plan) = option.get_mut("plan") else {
            continue;
        };
        if let Some(token_plan) = plan.get_mut("token_plan") {
            spell_out_tokens(token_plan);
        }
        if let Some(tiers) = plan.get_mut("context_tiers") {
            tiers.items_mut().iter_mut().for_each(spell_out_tokens);
        }
        let retirement = plan.get_mut("retirement");
        if let Some(next) = retirement.and_then(|retirement| retirement.get_mut("successor")) {
            spell_out_tokens(next);
        }
    }
}

/// Version 2 had no priorities; a file without any has those of the default framework, and its
/// options the judgements that framework starts with.
fn from_2_to_3(_: &mut Value) {}

/// Version 3 did not carry with a self-hosted option what its estimate is made of; what a file
/// leaves out is filled in once the option has been read.
fn from_3_to_4(_: &mut Value) {}

/// The first version whose self-hosted options carry their estimate.
pub(super) const CARRIES_ESTIMATES: u32 = 4;

fn spell_out_tokens(group: &mut Value) {
    let Form::Group { fields, .. } = &mut group.form else {
        return;
    };
    for key in fields.iter_mut().filter_map(|field| field.key.as_mut()) {
        if let Some(stem) = key.strip_suffix("_usd_per_mtok") {
            *key = format!("{stem}_usd_per_million_tokens");
        }
    }
}
