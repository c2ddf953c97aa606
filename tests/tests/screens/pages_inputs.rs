//! The pages of question, workload and options, used by keyboard and pointer and found by role and label.

use std::collections::BTreeSet;

use crate::hands::{fill, press, search};
use crate::inputs_desk::{Desk, Which, catalogue, desk, harness, harness_of, label, today};
use egui::accesskit::{Invalid, Role};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_catalogue::scenario;
use weighbridge_desktop::pages::Ask;
use weighbridge_engine::catalogue::{ModelId, PriceId};
use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Plan, PriceLaw, Setting};
use weighbridge_session::Action;
use weighbridge_text::Locale;
use weighbridge_units::Currency;

#[test]
fn a_number_is_typed_as_its_language_writes_it() {
    for (locale, label, typed) in [
        (Locale::En, "Discount rate (% per year)", "7.5"),
        (Locale::PtBr, "Taxa de desconto (% por ano)", "7,5"),
    ] {
        let mut harness = harness("support-assistant", locale, Which::Question);
        fill(&mut harness, label, typed);
        let path = InputPath::new("finance.discount_rate_per_year");
        let expected = Action::SetValue { path, value: 0.075 };
        assert_eq!(harness.state().actions(), [&expected], "{locale}");
        assert_eq!(
            harness.state().value("finance.discount_rate_per_year"),
            0.075
        );
    }
}

#[test]
fn nonsense_explains_itself_and_the_last_good_value_stands() {
    let mut harness = harness("support-assistant", Locale::PtBr, Which::Workload);
    let users = "Usuários (usuários)";
    let before = harness.state().value("workload.users");
    fill(&mut harness, users, "muitos");
    let field = harness.get_by_role_and_label(Role::TextInput, users);
    assert_eq!(field.accesskit_node().data().invalid(), Some(Invalid::True));
    assert!(
        harness.query_by_label_contains("muitos").is_some(),
        "a sentence names it"
    );
    assert!(harness.state().asks.is_empty());
    assert_eq!(harness.state().value("workload.users"), before);
    fill(&mut harness, users, "1.234.567");
    assert_eq!(harness.state().value("workload.users"), 1_234_567.0);
}

#[test]
fn words_of_the_case_are_committed_when_the_field_is_left() {
    let mut harness = harness("support-assistant", Locale::En, Which::Question);
    fill(&mut harness, "Title", "  Help desk ");
    assert_eq!(harness.state().scenario().question.title, "Help desk");
    let asked = harness.get_by_role_and_label(Role::MultilineTextInput, "Decision question");
    asked.focus();
    harness.run_ok();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Decision question")
        .type_text("Which one?");
    harness.run_ok();
    assert_ne!(
        harness.state().scenario().question.text,
        "Which one?",
        "not while typing"
    );
    harness.key_press(Key::Tab);
    harness.run_ok();
    assert_eq!(harness.state().scenario().question.text, "Which one?");

    harness
        .get_by_role_and_label(Role::TextInput, "Title")
        .focus();
    harness.run_ok();
    harness
        .get_by_role_and_label(Role::TextInput, "Title")
        .type_text("not this");
    harness.run_ok();
    harness.key_press(Key::Escape);
    harness.run_ok();
    harness.key_press(Key::Tab);
    harness.run_ok();
    assert_eq!(
        harness.state().scenario().question.title,
        "Help desk",
        "Escape brings it back"
    );
}

#[test]
fn a_date_is_as_precise_as_it_is_typed() {
    let mut harness = harness("support-assistant", Locale::Es, Which::Question);
    let label = "Fecha del caso";
    for (typed, date) in [
        ("2025-07", "2025-07"),
        ("24/11/2025", "2025-11-24"),
        ("2024", "2024"),
    ] {
        fill(&mut harness, label, typed);
        assert_eq!(
            harness.state().scenario().question.date.to_string(),
            date,
            "{typed}"
        );
    }
    fill(&mut harness, label, "mañana");
    assert_eq!(harness.state().scenario().question.date.to_string(), "2024");
    let field = harness.get_by_role_and_label(Role::TextInput, label);
    assert_eq!(field.accesskit_node().data().invalid(), Some(Invalid::True));
    assert!(harness.query_by_label_contains("«mañana»").is_some());
}

#[test]
fn another_currency_brings_its_rate_and_dollars_need_none() {
    let mut harness = harness("support-assistant", Locale::En, Which::Question);
    let rate = |harness: &Harness<'static, Desk>| {
        harness.query_by_label("Date of the rate").is_some()
            || harness
                .query_all_by_label("Date of the rate")
                .next()
                .is_some()
    };
    for (typed, currency) in [("real", Currency::Brl), ("US dollar", Currency::Usd)] {
        press(&mut harness, Role::ComboBox, "Currency");
        search(&mut harness, typed);
        let scenario = harness.state().scenario();
        assert_eq!(scenario.question.currency, currency);
        assert_eq!(
            scenario.question.fx_date.is_some(),
            currency != Currency::Usd
        );
        let has_rate = harness
            .query_all_by_role(Role::TextInput)
            .any(|node| label(&node).is_some_and(|label| label.starts_with("Exchange rate")));
        assert_eq!(has_rate, currency != Currency::Usd, "{currency}");
    }
    assert!(!rate(&harness));
}

#[test]
fn the_horizon_is_typed_or_moved_and_a_drag_is_one_step() {
    let mut harness = harness("support-assistant", Locale::En, Which::Question);
    fill(&mut harness, "Horizon (months)", "48");
    assert_eq!(harness.state().scenario().question.horizon_months, 48);
    fill(&mut harness, "Horizon (months)", "6");
    assert_eq!(
        harness.state().scenario().question.horizon_months,
        48,
        "too short"
    );

    harness
        .get_by_role_and_label(Role::Slider, "Horizon")
        .focus();
    harness.run_ok();
    harness.key_press(Key::ArrowRight);
    harness.run_ok();
    assert_eq!(harness.state().scenario().question.horizon_months, 49);

    let area = harness
        .get_by_role_and_label(Role::Slider, "Horizon")
        .rect();
    harness.drag_at(area.center());
    harness.run_ok();
    for step in 1..6 {
        harness.hover_at(area.center() + egui::vec2(12.0 * step as f32, 0.0));
        harness.run_ok();
    }
    harness.drop_at(area.center() + egui::vec2(60.0, 0.0));
    harness.run_ok();
    let moved = harness.state().scenario().question.horizon_months;
    assert!(moved > 52, "{moved}");
    let _ = harness.state_mut().session.update(Action::Undo);
    assert_eq!(
        harness.state().scenario().question.horizon_months,
        49,
        "one step back"
    );
}

#[test]
fn languages_are_ticked_and_others_are_added_by_their_tag() {
    let mut harness = harness("support-assistant", Locale::PtPt, Which::Question);
    press(&mut harness, Role::CheckBox, "Francês");
    press(&mut harness, Role::CheckBox, "Inglês");
    fill(&mut harness, "Outra língua", "GL");
    assert_eq!(
        harness.state().scenario().question.working_languages,
        ["pt", "es", "fr", "gl"]
    );
    fill(&mut harness, "Outra língua", "galego");
    assert!(harness.query_by_label_contains("galego").is_some());
    assert_eq!(
        harness.state().scenario().question.working_languages.len(),
        4
    );
}

#[test]
fn a_request_is_sized_in_words_and_targets_are_picked() {
    let mut harness = harness("support-assistant", Locale::En, Which::Workload);
    fill(&mut harness, "The same input in words (words)", "1,000");
    assert_eq!(
        harness.state().value("workload.input_tokens_per_request"),
        1_350.0
    );
    press(&mut harness, Role::RadioButton, "10\u{a0}s");
    assert_eq!(
        harness
            .state()
            .value("workload.target_time_to_first_token_seconds"),
        10.0
    );
    fill(&mut harness, "Cached input (%)", "70");
    fill(&mut harness, "Cache writes (%)", "40");
    let is_told = harness.query_by_role_and_label(
        Role::Alert,
        "Shares of one whole add up to 110%; lower one of them.",
    );
    assert!(is_told.is_some(), "shares that exceed the whole say so");
}

#[test]
fn an_option_is_added_from_the_catalogue_by_keyboard() {
    let mut harness = harness("none of this name", Locale::En, Which::Options);
    press(&mut harness, Role::Button, "Add option…");
    // The first kind has the keyboard: a proprietary interface.
    harness.key_press(Key::Enter);
    harness.run_ok();
    search(&mut harness, "haiku 5.5");
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert_eq!(harness.state().names(), ["Claude Haiku 5.5"]);
    assert_eq!(harness.state().failures, [""; 0]);
    let option = &harness.state().scenario().options[0];
    let Plan::ProprietaryApi(api) = &option.plan else {
        panic!("an API: {:?}", option.plan);
    };
    let input = &api.token_plan.input_usd_per_million_tokens;
    assert!(
        matches!(input.origin, Origin::Preset(_)),
        "the figure keeps its source"
    );
    assert_eq!(harness.state().options.selected(), Some(&option.id));
}

#[test]
fn a_rented_option_is_added_in_portuguese() {
    let mut harness = harness("support-assistant", Locale::PtBr, Which::Options);
    press(&mut harness, Role::Button, "Adicionar opção…");
    press(&mut harness, Role::Button, "GPUs alugadas");
    search(&mut harness, "llama 3.1 8b");
    search(&mut harness, "fp8");
    search(&mut harness, "l40s");
    let desk = harness.state();
    assert_eq!(desk.failures, [""; 0]);
    let option = desk.scenario().options.last().unwrap();
    assert_eq!(desk.options.selected(), Some(&option.id));
    assert!(
        option
            .name
            .starts_with("Llama 3.1 8B Instruct em NVIDIA L40S"),
        "{}",
        option.name
    );
    let Plan::RentedGpu(plan) = &option.plan else {
        panic!("rented");
    };
    assert_eq!(plan.hosting.weight_format, "FP8");
    assert!(plan.rent_id.is_some());
}

#[test]
fn models_that_are_no_longer_sold_are_offered_only_when_asked_for() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(&mut harness, Role::Button, "Add option…");
    press(&mut harness, Role::Button, "Proprietary API");
    harness.get_by_role(Role::SearchInput).type_text("gpt-3.5");
    harness.run_ok();
    let listed = |harness: &Harness<'static, Desk>| {
        harness
            .query_all_by_role(Role::ListBoxOption)
            .filter_map(|node| {
                let title = label(&node)?;
                let note = node.accesskit_node().description()?;
                title.contains("3.5 Turbo").then_some(note)
            })
            .next()
    };
    assert_eq!(listed(&harness), None);
    press(
        &mut harness,
        Role::Switch,
        "Also models no longer sold at this date",
    );
    let note = listed(&harness).expect("GPT-3.5 Turbo is in the catalogue");
    assert!(note.contains("no longer sold since"), "{note}");
}

#[test]
fn a_cascade_is_made_of_two_options() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(&mut harness, Role::Button, "Add option…");
    press(&mut harness, Role::Button, "Cascade");
    search(&mut harness, "hosted llama");
    search(&mut harness, "gpt-6.1");
    let option = harness.state().scenario().options.last().unwrap();
    let Plan::Cascade(cascade) = &option.plan else {
        panic!("a cascade");
    };
    assert_eq!(cascade.small.as_str(), "hosted-llama");
    assert_eq!(
        cascade.large.as_ref().map(OptionId::as_str),
        Some("flagship")
    );
    assert_eq!(
        option.name,
        "Llama 3.3 70B, hosted in the EU, then GPT-6.1 Sol"
    );
}

#[test]
fn a_price_list_of_ones_own_is_kept_in_the_case_or_among_the_presets() {
    for keeps in [false, true] {
        let mut harness = harness("none of this name", Locale::En, Which::Options);
        press(&mut harness, Role::Button, "Add option…");
        press(&mut harness, Role::Button, "Proprietary API");
        press(&mut harness, Role::Button, "Not listed? Enter my own…");
        let use_it = harness.get_by_role_and_label(Role::Button, "Use these figures");
        assert!(
            use_it.accesskit_node().is_disabled(),
            "the model has no name yet"
        );
        fill(&mut harness, "Name of the model", "House model");
        fill(&mut harness, "Seller", "House");
        let unit = "($ per million tokens)";
        fill(&mut harness, &format!("Input {unit}"), "0.40");
        fill(&mut harness, &format!("Output {unit}"), "1.6");
        if keeps {
            press(&mut harness, Role::Switch, "Also keep it in my presets");
        }
        press(&mut harness, Role::Button, "Use these figures");
        let desk = harness.state();
        assert_eq!(
            (desk.names(), desk.failures.len()),
            (vec!["House model"], 0)
        );
        let option = &desk.scenario().options[0];
        let Plan::ProprietaryApi(api) = &option.plan else {
            panic!("an API");
        };
        let output = &api.token_plan.output_usd_per_million_tokens;
        assert_eq!(output.value, 1.6);
        assert_eq!(
            output.origin,
            Origin::Entered {
                by: None,
                on: Some(today())
            }
        );
        assert_eq!(api.price_id.is_some(), keeps);
        let kept = desk.asks.iter().find_map(|ask| match ask {
            Ask::KeepRecords(records) => Some(records),
            _ => None,
        });
        assert_eq!(kept.is_some(), keeps);
        if let Some(records) = kept {
            assert_eq!(
                (
                    records.models.len(),
                    records.providers.len(),
                    records.prices.len()
                ),
                (1, 1, 1)
            );
        }

        // What was typed in travels with the file.
        let text = scenario::write(desk.scenario());
        let read = scenario::read("own.weighbridge.ron", &text, &catalogue()).unwrap();
        assert_eq!(&read.scenario, desk.scenario());
    }
}

#[test]
fn options_are_renamed_copied_moved_removed_and_brought_back() {
    let mut harness = harness("laptop-summaries", Locale::Es, Which::Options);
    let before: Vec<String> = harness
        .state()
        .names()
        .iter()
        .map(ToString::to_string)
        .collect();
    let first = before[0].clone();
    press(&mut harness, Role::Button, &format!("Renombrar {first}"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    let field = harness.get_by_role_and_label(Role::TextInput, "Nombre de la opción");
    assert!(field.is_focused(), "typing goes into the name at once");
    field.type_text("Portátil");
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert_eq!(harness.state().names()[0], "Portátil");

    press(&mut harness, Role::Button, "Duplicar Portátil");
    assert_eq!(harness.state().names()[1], "Portátil 2");
    let chosen = harness.state().options.selected().cloned().unwrap();
    assert_eq!(
        harness.state().scenario().position(&chosen),
        Some(1),
        "the copy is chosen"
    );

    press(&mut harness, Role::Button, "Subir Portátil 2");
    assert_eq!(harness.state().names()[..2], ["Portátil 2", "Portátil"]);

    press(&mut harness, Role::Button, "Quitar Portátil 2");
    assert_eq!(harness.state().names().len(), before.len());
    harness.get_by_role_and_label(Role::Status, "Se ha quitado «Portátil 2».");
    press(&mut harness, Role::Button, "Deshacer");
    assert_eq!(harness.state().names()[0], "Portátil 2");
    assert!(
        harness
            .query_by_role_and_label(Role::Status, "Se ha quitado «Portátil 2».")
            .is_none()
    );
}

#[test]
fn the_list_answers_the_keyboard_and_the_mouse() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    harness
        .get_by_role_and_label(Role::ListBoxOption, "GPT-6.1 Sol")
        .focus();
    harness.run_ok();
    harness.key_press(Key::ArrowDown);
    harness.run_ok();
    assert_eq!(
        harness.state().options.selected().map(OptionId::as_str),
        Some("mini")
    );
    harness.key_press(Key::Delete);
    harness.run_ok();
    assert!(!harness.state().names().contains(&"Claude Haiku 5.5"));

    let from = harness
        .get_by_role_and_label(Role::ListBoxOption, "GPT-6.1 Sol")
        .rect()
        .center();
    let below = harness
        .get_by_role_and_label(Role::ListBoxOption, "gpt-oss 120B, hosted in the EU")
        .rect()
        .center_bottom();
    harness.drag_at(from);
    harness.run_ok();
    harness.hover_at(below);
    harness.run_ok();
    harness.drop_at(below);
    harness.run_ok();
    assert_eq!(
        harness.state().names()[2],
        "GPT-6.1 Sol",
        "{:?}",
        harness.state().names()
    );
}

#[test]
fn an_option_buys_at_another_price_and_runs_elsewhere() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(
        &mut harness,
        Role::ListBoxOption,
        "Llama 3.3 70B, hosted in the EU",
    );
    press(&mut harness, Role::Button, "Change Price list…");
    let other = harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|node| label(&node))
        .filter(|label| !harness.state().names().contains(&label.as_str()))
        .nth(2)
        .unwrap();
    search(&mut harness, &other);
    let changes = harness.state().actions();
    let Some(Action::SetPrice { option, price }) = changes.last() else {
        panic!("{changes:?}");
    };
    assert_eq!(option.as_str(), "hosted-llama");
    let records = catalogue();
    let model = |price: &PriceId| {
        let found = records
            .records()
            .prices
            .iter()
            .find(|record| record.id == *price);
        found.map(|record| record.model.clone())
    };
    assert_eq!(model(price), Some(ModelId::new("llama-3.3-70b-instruct")));

    press(
        &mut harness,
        Role::ListBoxOption,
        "Llama 3.3 70B on rented H100",
    );
    press(&mut harness, Role::Button, "Change Weight format…");
    search(&mut harness, "bf16");
    press(&mut harness, Role::Button, "Change Machine…");
    search(&mut harness, "h200 on demand");
    assert_eq!(harness.state().failures, [""; 0]);
    let option = harness
        .state()
        .scenario()
        .option(&OptionId::parse("rented-llama").unwrap());
    let Plan::RentedGpu(plan) = &option.unwrap().plan else {
        panic!("rented");
    };
    assert_eq!(plan.hosting.weight_format, "BF16");
    assert!(
        plan.hosting.hardware_name.contains("H200"),
        "{}",
        plan.hosting.hardware_name
    );
}

#[test]
fn price_laws_tiers_discounts_and_retirements_are_changed() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(&mut harness, Role::ListBoxOption, "Claude Haiku 5.5");
    let api = |harness: &Harness<'static, Desk>| {
        let id = OptionId::parse("mini").unwrap();
        match &harness.state().scenario().option(&id).unwrap().plan {
            Plan::ProprietaryApi(api) => api.clone(),
            other => panic!("an API: {other:?}"),
        }
    };
    press(&mut harness, Role::RadioButton, "Newest of the tier");
    assert_eq!(api(&harness).price_law, PriceLaw::NewestOfTier);
    harness
        .get_by_role_and_label(Role::RadioButton, "Newest of the tier")
        .focus();
    harness.run_ok();
    harness.key_press(Key::ArrowDown);
    harness.run_ok();
    assert_eq!(api(&harness).price_law, PriceLaw::EqualCapability);
    assert!(
        harness
            .get_by_role_and_label(Role::RadioButton, "Equal capability")
            .is_focused()
    );

    let tiers = api(&harness).tiers.len();
    press(
        &mut harness,
        Role::Button,
        "Add a price for longer requests",
    );
    assert_eq!(api(&harness).tiers.len(), tiers + 1);
    press(
        &mut harness,
        Role::Button,
        &format!("Remove Limit {}", tiers + 1),
    );
    assert_eq!(api(&harness).tiers.len(), tiers);
    press(
        &mut harness,
        Role::Button,
        "Add a discount for larger bills",
    );
    fill(&mut harness, "Volume discount (%)", "12");
    assert_eq!(api(&harness).volume_discounts[0].discount.value, 0.12);

    fill(&mut harness, "No longer sold from", "2027-06");
    press(&mut harness, Role::Switch, "A successor follows");
    fill(&mut harness, "Name of the successor", "Haiku 6");
    let end = api(&harness).retirement.unwrap();
    assert_eq!(end.successor_name.as_deref(), Some("Haiku 6"));
    let (next, now) = (end.successor.unwrap(), api(&harness).token_plan);
    assert_eq!(
        next.output_usd_per_million_tokens,
        now.output_usd_per_million_tokens
    );
    fill(&mut harness, "No longer sold from", " ");
    assert_eq!(api(&harness).retirement, None);
    assert_eq!(harness.state().failures, [""; 0]);
}

#[test]
fn choices_of_hosted_options_are_made() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(
        &mut harness,
        Role::ListBoxOption,
        "gpt-oss 120B on an own DGX H100",
    );
    press(&mut harness, Role::RadioButton, "Financed");
    fill(&mut harness, "Useful life (months)", "60");
    let made: Vec<&Action> = harness.state().actions();
    let choice = |field: &str, setting| Action::SetChoice {
        path: InputPath::new(format!("options.owned-oss.{field}")),
        setting,
    };
    let life = choice("useful_life_months", Setting::Number(60.0));
    assert_eq!(
        made,
        [
            &choice("purchase", Setting::Word("financed".to_owned())),
            &life
        ]
    );
    assert_eq!(harness.state().failures, [""; 0]);
}

#[test]
fn what_cannot_be_had_is_said_first() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    press(
        &mut harness,
        Role::ListBoxOption,
        "Llama 3.3 70B on rented H100",
    );
    fill(&mut harness, "GPUs a replica (GPUs per replica)", "1");
    fill(&mut harness, "Memory of a GPU (GB per GPU)", "24");
    harness.get_by_role_and_label(Role::Heading, "One of 6 options cannot be had as it stands");
    let said = harness.query_all_by_role(Role::Alert).next().unwrap();
    assert!(
        label(&said).unwrap().starts_with("The model does not fit"),
        "{said:?}"
    );
}

#[test]
fn a_newer_catalogue_changes_nothing_until_it_is_asked_to() {
    let mut harness = harness("support-assistant", Locale::En, Which::Options);
    let path = "options.mini.token_plan.input_usd_per_million_tokens";
    let before = harness.state().value(path);
    let mut figure = harness
        .state()
        .scenario()
        .figure(&InputPath::new(path))
        .unwrap()
        .clone();
    figure.value *= 2.0;
    let action = Action::SetFigure {
        path: InputPath::new(path),
        figure,
    };
    let _ = harness.state_mut().session.update(action);
    harness.run_ok();
    let changed = harness.state().session.preset_changes().len();
    assert!(changed > 0);
    press(&mut harness, Role::Button, "Review…");
    assert_eq!(harness.state().value(path), before * 2.0);
    let take = if changed == 1 {
        "Take over 1 figure".to_owned()
    } else {
        format!("Take over {changed} figures")
    };
    press(&mut harness, Role::Button, &take);
    assert_eq!(harness.state().value(path), before);
}

/// Every page and every kind of option: no key is shown in place of its words, and nothing stands
/// beyond the edge. Portuguese is the longest, so it is looked at in a narrow window too.
#[test]
fn pages_have_words_in_every_language_and_keep_within_their_width() {
    let places = [
        (Which::Question, "support-assistant", "flagship"),
        (Which::Workload, "support-assistant", "flagship"),
        (Which::Options, "support-assistant", "hosted-llama"),
        (Which::Options, "support-assistant", "rented-llama"),
        (Which::Options, "support-assistant", "owned-oss"),
    ];
    for locale in Locale::ALL {
        for (which, sample, option) in places {
            let option = OptionId::parse(option).unwrap();
            look_at(locale, (which, sample), option, 1_320.0);
        }
        for sample in ["code-with-search", "laptop-summaries"] {
            let options = desk(sample, locale, Which::Options)
                .scenario()
                .options
                .clone();
            let of_this_kind = |option: &&DecisionOption| {
                matches!(option.plan, Plan::Cascade(_) | Plan::OnDevice(_))
            };
            let option = options.iter().find(of_this_kind).unwrap().id.clone();
            look_at(locale, (Which::Options, sample), option, 1_320.0);
        }
    }
    for (which, sample, option) in places {
        let option = OptionId::parse(option).unwrap();
        look_at(Locale::PtBr, (which, sample), option, 700.0);
    }
}

fn look_at(locale: Locale, (which, sample): (Which, &str), option: OptionId, width: f32) {
    let mut desk = desk(sample, locale, which);
    let place = format!("{locale} {which:?} {sample} {option} {width}");
    desk.options.select(option);
    let harness = harness_of(desk, [width, 3_000.0]);
    check(&harness, width, &place);
}

fn check(harness: &Harness<'static, Desk>, width: f32, place: &str) {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for node in harness
        .root()
        .query_all_by(|node| node.label().is_some() || node.value().is_some())
    {
        let said = [
            label(&node),
            node.value(),
            node.accesskit_node().description(),
        ];
        for text in said.into_iter().flatten() {
            assert!(!text.starts_with('['), "{place}: {text}");
            names.insert(text);
        }
        let Some(area) = node.accesskit_node().bounding_box() else {
            continue;
        };
        let inside = area.x0 >= -0.5 && area.x1 <= f64::from(width) + 0.5;
        assert!(inside, "{place}: {:?} at {area:?}", label(&node));
    }
    assert!(names.len() > 12, "{place}: only {names:?}");
}

/// Whatever can be pressed or typed into has a name, and Tab reaches it.
#[test]
fn everything_has_a_name() {
    for which in [Which::Question, Which::Workload, Which::Options] {
        let harness = harness("support-assistant", Locale::En, which);
        for role in [
            Role::Button,
            Role::TextInput,
            Role::ComboBox,
            Role::CheckBox,
            Role::Switch,
            Role::RadioButton,
            Role::Slider,
            Role::ListBoxOption,
        ] {
            for node in harness.query_all_by_role(role) {
                assert!(
                    label(&node).is_some_and(|label| !label.is_empty()),
                    "{which:?}: {node:?}"
                );
                let reachable = node
                    .accesskit_node()
                    .data()
                    .supports_action(egui::accesskit::Action::Focus)
                    || node.accesskit_node().is_disabled();
                assert!(reachable, "{which:?}: {node:?}");
            }
        }
    }
}
