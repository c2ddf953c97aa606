//! The language files: complete, consistent, and really translated.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use fluent_syntax::ast;
use fluent_syntax::parser;
use weighbridge_text::{Locale, known_key};

/// Texts of this length in letters that equal the English ones were probably forgotten.
const LONG_ENOUGH_TO_DIFFER: usize = 10;

/// Texts that are rightly the same in English and another language.
const SAME_IN_SEVERAL_LANGUAGES: [&str; 8] = [
    "app-name",
    "assumption-group-colocation",
    "base-token",
    "decision-method-promethee-ii",
    "field-owned-colocation-usd-per-kilowatt-month",
    "provider-class-marketplace",
    "report-method-name-promethee-ii",
    "window-headless",
];

/// No labels: they lead to a value within a sentence, as “… Kept: 12”.
const LEAD_INS: [&str; 1] = ["window-kept"];

/// Beginnings of words that belong to the other Portuguese.
const NOT_IN_PORTUGAL: [&str; 14] = [
    "usuári",
    "arquivo",
    "registro",
    "salvar",
    "salvo",
    "você",
    "gerenci",
    "planej",
    "telas",
    "customiz",
    "mouse",
    "aluguel",
    "requisiç",
    "monitorament",
];
const NOT_IN_BRAZIL: [&str; 13] = [
    "utilizador",
    "ficheiro",
    "registo",
    "guardar",
    "ecrã",
    "planead",
    "ratos",
    "aluguer",
    "pedidos",
    "monitoriz",
    "equipas",
    "gerid",
    "definições",
];

/// One text: a message's value or one of its attributes.
struct Entry {
    text: String,
    variables: BTreeSet<String>,
}

#[test]
fn every_language_has_the_same_keys_with_the_same_gaps() {
    let english = entries(Locale::En);
    for locale in [Locale::PtBr, Locale::PtPt, Locale::Es] {
        let other = entries(locale);
        for (key, entry) in &english {
            let translated = other
                .get(key)
                .unwrap_or_else(|| panic!("{locale} lacks {key}"));
            assert_eq!(
                entry.variables, translated.variables,
                "{locale} {key} has other gaps"
            );
        }
        for key in other.keys() {
            assert!(
                english.contains_key(key),
                "{locale} has {key}, English does not"
            );
        }
    }
}

#[test]
fn long_texts_are_translated() {
    let english = entries(Locale::En);
    let mut forgotten = Vec::new();
    for locale in [Locale::PtBr, Locale::PtPt, Locale::Es] {
        for (key, entry) in entries(locale) {
            let letters = entry.text.chars().filter(|c| c.is_alphabetic()).count();
            let same = english
                .get(&key)
                .is_some_and(|english| english.text == entry.text);
            let allowed = SAME_IN_SEVERAL_LANGUAGES.contains(&key.as_str());
            if same && letters >= LONG_ENOUGH_TO_DIFFER && !allowed {
                forgotten.push(format!("{locale} {key}: {}", entry.text));
            }
        }
    }
    assert!(forgotten.is_empty(), "still English: {forgotten:#?}");
}

#[test]
fn each_portuguese_keeps_its_own_words() {
    for (locale, foreign) in [
        (Locale::PtPt, &NOT_IN_PORTUGAL[..]),
        (Locale::PtBr, &NOT_IN_BRAZIL[..]),
    ] {
        for (key, entry) in entries(locale) {
            let text = entry.text.to_lowercase();
            for word in text.split(|c: char| !c.is_alphabetic()) {
                let slip = foreign.iter().any(|stem| word.starts_with(stem));
                assert!(!slip, "{locale} {key} says “{word}”: {text}");
            }
        }
    }
}

#[test]
fn every_file_of_the_folders_is_compiled_in() {
    for key in entries(Locale::En).keys() {
        assert!(
            known_key(key),
            "{key} is in a file that language_files.rs does not list"
        );
    }
}

#[test]
fn texts_keep_to_the_style() {
    for locale in Locale::ALL {
        for (key, entry) in entries(locale) {
            let text = entry.text.as_str();
            assert_eq!(
                text.trim(),
                text,
                "{locale} {key} begins or ends with a space"
            );
            assert!(
                !text.ends_with(':') || LEAD_INS.contains(&key.as_str()),
                "{locale} {key} ends with a colon: {text}"
            );
            assert!(
                !text.contains("..."),
                "{locale} {key}: write … for three points"
            );
            assert!(
                !text.contains('\''),
                "{locale} {key}: write ’ for an apostrophe"
            );
            if key.starts_with("error-") || key.ends_with(".help") {
                let ends = text.ends_with(['.', '?', '}']);
                assert!(
                    ends,
                    "{locale} {key} is a sentence and wants a full stop: {text}"
                );
            }
        }
    }
}

/// Every text of a locale by key; attributes as `key.attribute`.
fn entries(locale: Locale) -> BTreeMap<String, Entry> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/text")
        .join(locale.tag());
    let mut entries = BTreeMap::new();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let resource = parser::parse(source.as_str())
            .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", file.display()));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name;
            if let Some(value) = &message.value {
                insert(&mut entries, locale, id.to_owned(), value);
            }
            for attribute in &message.attributes {
                insert(
                    &mut entries,
                    locale,
                    format!("{id}.{}", attribute.id.name),
                    &attribute.value,
                );
            }
        }
    }
    entries
}

fn insert(
    entries: &mut BTreeMap<String, Entry>,
    locale: Locale,
    key: String,
    pattern: &ast::Pattern<&str>,
) {
    let mut entry = Entry {
        text: String::new(),
        variables: BTreeSet::new(),
    };
    read(pattern, &mut entry);
    let twice = entries.insert(key.clone(), entry).is_some();
    assert!(!twice, "{locale} has {key} twice");
}

/// Gathers the words and variables of a pattern; gaps are written `{}`.
fn read(pattern: &ast::Pattern<&str>, entry: &mut Entry) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => entry.text.push_str(value),
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(inline) => {
                    entry.text.push_str("{}");
                    variables(inline, entry);
                }
                ast::Expression::Select { selector, variants } => {
                    variables(selector, entry);
                    for variant in variants {
                        read(&variant.value, entry);
                    }
                }
            },
        }
    }
}

fn variables(inline: &ast::InlineExpression<&str>, entry: &mut Entry) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            entry.variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                variables(argument, entry);
            }
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inline) = expression.as_ref() {
                variables(inline, entry);
            }
        }
        _ => {}
    }
}
