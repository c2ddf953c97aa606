//! Everything the engine can name has words in every language, and every key in the code exists.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use weighbridge_engine::catalogue::{
    AssumptionGroup, HardwareClass, ProviderClass, Quality, ReporterKind, Task,
};
use weighbridge_engine::figure::{FieldSpec, FigureGroup};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::scenario::{
    Billing, CascadeMode, CascadePlan, ContextTier, Customisation, CustomisationMethod, Deployment,
    DevicePlan, Finance, InterfaceSpeed, LicenceFees, Maintenance, OwnedPlan, People, PriceLaw,
    Purchase, RentedPlan, Salaries, Serving, Successor, TokenPlan, Transition, VolumeDiscount,
    Workload,
};
use weighbridge_engine::term::Term;
use weighbridge_text::{Locale, Text, field_key, known_key};
use weighbridge_units::{Base, Currency};

#[test]
fn every_field_has_a_label_and_a_line_of_help() {
    let mut unknown = Vec::new();
    for spec in all_fields() {
        let key = field_key(spec.group, spec.name);
        let help = format!("{key}.help");
        unknown.extend([key, help].into_iter().filter(|key| !known_key(key)));
    }
    assert!(unknown.is_empty(), "fields without words: {unknown:#?}");
}

#[test]
fn every_unit_of_a_field_has_a_name() {
    for locale in Locale::ALL {
        let text = Text::new(locale);
        for spec in all_fields() {
            let name = text.unit_name(spec.unit);
            assert!(!name.contains('['), "{locale} {}: {name}", spec.name);
            // What a field shows beside its number is understood when it is typed.
            let typed = format!("{} {name}", text.editable_in(spec.start, spec.unit));
            assert_eq!(
                text.parse_in(&typed, spec.unit),
                Ok(spec.start),
                "{locale} {typed}"
            );
        }
    }
}

#[test]
fn every_name_of_the_engine_has_words() {
    let mut keys: Vec<String> = Vec::new();
    let mut add = |prefix: &str, names: Vec<&str>, help: bool| {
        for name in names {
            let key = format!("{prefix}-{}", name.replace('_', "-"));
            if help {
                keys.push(format!("{key}.help"));
            }
            keys.push(key);
        }
    };
    add(
        "deployment",
        Deployment::ALL.map(Deployment::key).to_vec(),
        true,
    );
    add("price-law", PriceLaw::ALL.map(PriceLaw::key).to_vec(), true);
    add("billing", Billing::ALL.map(Billing::key).to_vec(), true);
    add("purchase", Purchase::ALL.map(Purchase::key).to_vec(), true);
    add(
        "cascade-mode",
        CascadeMode::ALL.map(CascadeMode::key).to_vec(),
        true,
    );
    add(
        "customisation-method",
        CustomisationMethod::ALL
            .map(CustomisationMethod::key)
            .to_vec(),
        true,
    );
    add("cost-line", CostLine::ALL.map(CostLine::key).to_vec(), true);
    add(
        "measure",
        Measure::ALL.iter().map(|measure| measure.key()).collect(),
        true,
    );
    add(
        "term",
        Term::ALL.iter().map(|term| term.key()).collect(),
        false,
    );
    add("quality", Quality::ALL.map(Quality::key).to_vec(), true);
    add(
        "hardware-class",
        [
            HardwareClass::Datacentre,
            HardwareClass::Workstation,
            HardwareClass::Consumer,
            HardwareClass::Apple,
            HardwareClass::System,
        ]
        .map(HardwareClass::key)
        .to_vec(),
        false,
    );
    add(
        "provider-class",
        [
            ProviderClass::Developer,
            ProviderClass::Host,
            ProviderClass::Hyperscaler,
            ProviderClass::Neocloud,
            ProviderClass::Marketplace,
            ProviderClass::Serverless,
            ProviderClass::ManagedEndpoint,
            ProviderClass::Index,
        ]
        .map(ProviderClass::key)
        .to_vec(),
        false,
    );
    add(
        "reporter",
        [
            ReporterKind::Independent,
            ReporterKind::Vendor,
            ReporterKind::VendorRelayed,
            ReporterKind::Rival,
            ReporterKind::Collation,
        ]
        .map(ReporterKind::key)
        .to_vec(),
        false,
    );
    add(
        "task",
        [
            Task::Knowledge,
            Task::Reasoning,
            Task::Mathematics,
            Task::Coding,
            Task::AgenticCoding,
            Task::InstructionFollowing,
            Task::Multilingual,
            Task::ToolUse,
            Task::Factuality,
            Task::LongContext,
            Task::Chat,
        ]
        .map(Task::key)
        .to_vec(),
        false,
    );
    add(
        "assumption-group",
        AssumptionGroup::ALL
            .iter()
            .map(|group| group.key())
            .collect(),
        false,
    );
    add(
        "base",
        Base::all().iter().map(|base| base.key()).collect(),
        false,
    );
    let codes: Vec<String> = Currency::ALL
        .map(|currency| currency.code().to_lowercase())
        .to_vec();
    add(
        "currency",
        codes.iter().map(String::as_str).collect(),
        false,
    );
    let unknown: Vec<&String> = keys.iter().filter(|key| !known_key(key)).collect();
    assert!(unknown.is_empty(), "without words: {unknown:#?}");
}

/// Keys written in the code of any crate, where they can be seen from outside.
#[test]
fn every_key_in_the_code_has_a_message() {
    let mut unknown = Vec::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for file in rust_files(&crates) {
        let source = fs::read_to_string(&file).unwrap();
        // Tests make up keys of their own.
        let code = source.split("#[cfg(test)]").next().unwrap();
        let code: String = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        for key in keys_in(&code) {
            if !known_key(&key) {
                unknown.push(format!(
                    "{}: {key}",
                    file.strip_prefix(&crates).unwrap().display()
                ));
            }
        }
    }
    assert!(unknown.is_empty(), "keys without a message: {unknown:#?}");
}

/// Keys that begin with one of these are nothing else.
const FIRST_WORDS: [&str; 4] = ["error", "fault", "finding", "expected"];

/// Literal keys handed to the functions that take one.
fn keys_in(code: &str) -> Vec<String> {
    let openings = [
        "Message::new(\"",
        "Arg::key(\"",
        "text.get(\"",
        "text.format(\"",
        "text.find(\"",
    ];
    let mut keys = Vec::new();
    for opening in openings {
        for rest in code.split(opening).skip(1) {
            // A search for other text uses `find` too.
            let key = rest.split('"').next().unwrap_or_default();
            if key.starts_with(|first: char| first.is_ascii_lowercase()) {
                keys.push(key.to_owned());
            }
        }
    }
    // Keys chosen in a `match` and handed on: their first word tells them.
    for literal in code.split('"') {
        let first = literal.split('-').next().unwrap_or_default();
        let key_like = literal
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if key_like && literal.len() > first.len() + 1 && FIRST_WORDS.contains(&first) {
            keys.push(literal.to_owned());
        }
    }
    keys
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir()
            && path
                .file_name()
                .is_some_and(|name| name != "tests" && name != "target")
        {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn all_fields() -> Vec<&'static FieldSpec> {
    fn of<Group: FigureGroup>() -> std::slice::Iter<'static, FieldSpec> {
        Group::SPECS.iter()
    }
    let groups = [
        of::<Finance>(),
        of::<Workload>(),
        of::<Salaries>(),
        of::<People>(),
        of::<Maintenance>(),
        of::<Customisation>(),
        of::<Transition>(),
        of::<LicenceFees>(),
        of::<weighbridge_engine::scenario::Quality>(),
        of::<TokenPlan>(),
        of::<InterfaceSpeed>(),
        of::<ContextTier>(),
        of::<VolumeDiscount>(),
        of::<Successor>(),
        of::<Serving>(),
        of::<RentedPlan>(),
        of::<OwnedPlan>(),
        of::<DevicePlan>(),
        of::<CascadePlan>(),
    ];
    groups.into_iter().flatten().collect()
}
