//! What the panel of this machine does beyond timing a made-up model: a model of one's own with
//! the text it writes, published measurements beside a run, the list of runs, and machines that
//! are not here. Found by role and label; small models are really timed.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::pages::{Ask, FileFor};
use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose;
use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{
    MeasuredRun, Measurement, MeasurementKind, OptionId, Plan, RunModel, RunPlace, RunPlan,
    RunVerdict, Subject,
};
use weighbridge_engine::serving::Quantity;
use weighbridge_engine::serving::deployed::{case_of, hosting_in};
use weighbridge_gguf::Format;
use weighbridge_inference::save::{self, Vocabulary};
use weighbridge_inference::synthetic::{Shape, model};
use weighbridge_session::{Action, Session};
use weighbridge_text::Locale;

use crate::page_support::{LatencyPage, press, said, says, type_into, wait_for, wait_until};

/// The page over a case with one option, a model on devices.
fn harness(locale: Locale) -> Harness<'static, LatencyPage> {
    let page = LatencyPage::new(locale, |scenario, catalogue| {
        let option = compose::device_option(
            scenario,
            catalogue,
            &ModelId::new("llama-3.1-8b"),
            WeightFormat::Q4KM,
            &HardwareId::new("apple-m4-pro"),
        );
        scenario.options.push(option.unwrap());
    });
    page.harness(4_000.0)
}

/// A model of a few layers as a file, with bytes for a vocabulary, or with a vocabulary of a kind
/// that is not read.
fn model_file(folder: &Path, reads_text: bool) -> String {
    let mut shape = Shape::of_name("15M").unwrap();
    shape.config.layers = 1;
    let model = model(&shape, Format::Q8_0, 7).unwrap();
    let mut bytes = save::gguf(&model, &Vocabulary::of_bytes(shape.config.vocabulary));
    if !reads_text {
        let kind = b"tokenizer.ggml.model";
        let place = bytes.windows(kind.len()).position(|part| part == kind);
        // After the key come the kind of the value and its length, and then “llama”.
        let value = place.unwrap() + kind.len() + 12;
        assert_eq!(&bytes[value..value + 5], b"llama");
        bytes[value..value + 5].copy_from_slice(b"other");
    }
    let path = folder.join("own.gguf");
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn time_file(harness: &mut Harness<'_, LatencyPage>, path: &str) {
    press(harness, "This machine");
    wait_for(harness, "Copy transcript");
    press(harness, "GGUF file");
    type_into(harness, "Path of a GGUF file", path);
    type_into(harness, "Prompt in words", "weigh this");
    type_into(harness, "Answer (tokens)", "6");
    harness.key_press(egui::Key::Enter);
    harness.step();
    press(harness, "Even if other programs keep the machine busy");
    press(harness, "Time it");
}

#[test]
fn a_model_of_ones_own_reads_words_and_its_text_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = model_file(folder.path(), true);
    let mut harness = harness(Locale::En);
    time_file(&mut harness, &path);
    wait_until(&mut harness, "the run", |harness| says(harness, "Timed: "));
    assert!(says(&harness, "What the model writes"));
    let written = harness
        .query_all_by_role(Role::Label)
        .map(|node| node.accesskit_node())
        .find(|node| node.description().as_deref() == Some("What the model writes"))
        .and_then(|node| node.value());
    assert!(written.is_some_and(|text| !text.is_empty()));
    // The token of the start, nine letters, and two spaces of three bytes each.
    let plan = "prompts of 16, answers of 6 tokens";
    assert!(says(&harness, plan), "{:?}", said(&harness));
}

#[test]
fn a_file_whose_words_are_not_known_is_timed_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = model_file(folder.path(), false);
    let mut harness = harness(Locale::PtPt);
    press(&mut harness, "Esta máquina");
    wait_for(&mut harness, "Copiar transcrição");
    press(&mut harness, "Ficheiro GGUF");
    type_into(&mut harness, "Caminho de um ficheiro GGUF", &path);
    let busy = harness
        .query_all_by_label_contains("ocupem a máquina")
        .next();
    busy.unwrap().click();
    harness.step();
    press(&mut harness, "Cronometrar");
    wait_until(&mut harness, "the run", |harness| {
        says(harness, "Cronometrado: ")
    });
    assert!(says(&harness, "vocabulários do tipo «other» não são lidos"));
    assert!(says(
        &harness,
        "Ainda assim, é cronometrado com tokens inventados."
    ));
}

#[test]
fn a_path_may_be_chosen_in_the_systems_dialog() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    press(&mut harness, "GGUF file");
    press(&mut harness, "Choose…");
    let asked = std::mem::take(&mut harness.state_mut().asked);
    assert_eq!(asked, [Ask::ChooseFile(FileFor::Model)]);
    harness
        .state_mut()
        .state
        .take_file(FileFor::Model, "chosen.gguf".into());
    harness.step();
    assert!(says(&harness, "chosen.gguf"));
}

/// Times the smallest made-up model.
fn time_small(harness: &mut Harness<'_, LatencyPage>) {
    press(harness, "15M");
    type_into(harness, "Prompt (tokens)", "8");
    harness.key_press(egui::Key::Enter);
    type_into(harness, "Answer (tokens)", "4");
    harness.key_press(egui::Key::Enter);
    harness.step();
    press(harness, "Even if other programs keep the machine busy");
    press(harness, "Time it");
    wait_for(harness, "Timed: 15M, Q4_0");
}

#[test]
fn what_others_measured_stands_beside_a_run() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    assert!(!says(&harness, "What others measured"));
    time_small(&mut harness);
    assert!(says(&harness, "What others measured"));
    assert!(says(&harness, "Writing, tokens a second"));
    assert!(says(&harness, "of hardware") || says(&harness, "same chip"));
    // The word for its speed says from where on it is said.
    assert!(says(&harness, "too slow below"));
}

#[test]
fn runs_are_listed_with_their_plan_and_can_be_removed() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    time_small(&mut harness);
    let title = "15M, Q4_0 · 24 November 2026";
    assert!(says(&harness, title), "{:?}", said(&harness));
    assert!(says(
        &harness,
        "prompts of 8, answers of 4 tokens, 1 user, 3 repetitions"
    ));
    let remove = harness.query_all_by_label_contains("Remove 15M").next();
    remove.unwrap().click();
    harness.step();
    harness.step();
    assert!(!says(&harness, title));
    assert!(harness.query_by_label("Timed: 15M, Q4_0").is_none());
}

#[test]
fn a_run_is_cancelled_and_says_so() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    press(&mut harness, "15M");
    type_into(&mut harness, "Answer (tokens)", "8192");
    harness.key_press(egui::Key::Enter);
    harness.step();
    press(&mut harness, "Even if other programs keep the machine busy");
    press(&mut harness, "Time it");
    wait_for(&mut harness, "Cancel");
    press(&mut harness, "Cancel");
    wait_until(&mut harness, "the end", |harness| {
        says(harness, "It was cancelled")
    });
    assert!(harness.query_by_label("Time it").is_some());
}

/// A run on another day, as the case keeps it, and what it measured.
fn kept_run(session: &Session) -> Action {
    let on = "2026-11-20".parse().unwrap();
    let option = &session.scenario().options[0].id;
    let run = MeasuredRun {
        id: "1b".to_owned(),
        on,
        place: RunPlace::Processor {
            threads: 8,
            instructions: "AVX2".to_owned(),
        },
        model: RunModel {
            name: "1B".to_owned(),
            format: "Q4_0".to_owned(),
            weight_bytes: Some(696e6),
            seed: Some(1),
        },
        plan: RunPlan {
            prompt_tokens: vec![128],
            output_tokens: 64,
            concurrency: vec![1, 2],
            arrivals: None,
            repeats: 1,
            warm_up: 1,
            time_limit_seconds: 120.0,
        },
        machine: None,
        verdict: RunVerdict::default(),
        answered: 3,
        failed: 0,
        energy_joules: None,
        energy_seconds: None,
    };
    let measured = |quantity: Quantity, value: f64| {
        Measurement::new(
            quantity.key().to_owned(),
            MeasurementKind::ThisMachine,
            on,
            "The laptop".to_owned(),
            Subject::Deployment(case_of(session.scenario(), option, quantity).unwrap()),
            value,
        )
    };
    Action::AddRun {
        run: Box::new(run),
        measurements: vec![
            measured(Quantity::DecodeAlone, 31.5),
            measured(Quantity::Prefill, 420.0),
        ],
    }
}

#[test]
fn runs_of_the_case_are_listed_left_aside_and_removed() {
    let mut harness = harness(Locale::En);
    let action = kept_run(&harness.state().session);
    assert_eq!(harness.state_mut().session.update(action).failure, None);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    assert!(says(&harness, "1B, Q4_0 · 20 November 2026"));
    assert!(says(
        &harness,
        "31.5 tokens a second · 420 prompt tokens a second"
    ));
    assert!(says(
        &harness,
        "prompts of 128, answers of 64 tokens, 1 and 2 users at once, one repetition"
    ));
    let used = |harness: &Harness<'_, LatencyPage>| -> Vec<bool> {
        let list = &harness.state().session.scenario().measurements;
        list.iter().map(|one| one.is_in_use).collect()
    };
    let act = |harness: &mut Harness<'_, LatencyPage>, part: &str| {
        let button = harness.query_all_by_label_contains(part).next();
        button.unwrap().click();
        harness.step();
        harness.step();
    };
    act(&mut harness, "Use 1B");
    assert_eq!(used(&harness), [false, false]);
    act(&mut harness, "Use 1B");
    assert_eq!(used(&harness), [true, true]);
    act(&mut harness, "Remove 1B");
    assert_eq!(used(&harness), [false; 0]);
    assert!(!says(&harness, "1B, Q4_0 · 20 November 2026"));
    // All of it comes back in one step.
    let undone = harness.state_mut().session.update(Action::Undo);
    assert_eq!(undone.failure, None);
    assert_eq!(used(&harness), [true, true]);
}

fn only_option(harness: &Harness<'_, LatencyPage>) -> OptionId {
    harness.state().session.scenario().options[0].id.clone()
}

#[test]
fn a_machine_that_is_not_here_is_described_and_put_under_an_option() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Describe another machine…");
    press(&mut harness, "Describe another machine…");
    press(&mut harness, "Take over");
    assert!(says(&harness, "Give the machine a name."));
    type_into(&mut harness, "Name of the machine", "The lab’s desktop");
    press(&mut harness, "Take over");
    assert!(says(&harness, "Say how much memory"));
    type_into(&mut harness, "Memory (GB)", "64");
    harness.key_press(egui::Key::Enter);
    type_into(&mut harness, "Memory bandwidth (GB/s)", "90");
    harness.key_press(egui::Key::Enter);
    harness.step();
    press(&mut harness, "Take over");
    assert!(says(&harness, "Another machine: The lab’s desktop"));
    assert!(says(&harness, "entered by you"));
    assert!(says(&harness, "Estimates only"));
    assert!(says(&harness, "its arithmetic rate is not known"));
    let before = harness.state().session.scenario().clone();
    let name = before.options[0].name.clone();
    press(&mut harness, &format!("Let {name} run on it"));
    harness.step();
    assert!(says(&harness, &format!("{name} runs on it.")));
    let id = only_option(&harness);
    {
        let session = &harness.state().session;
        let option = session.scenario().option(&id).unwrap();
        assert!(matches!(option.plan, Plan::OnDevice(_)));
        let hosting = hosting_in(&option.plan).unwrap();
        assert_eq!(hosting.hardware_name, "The lab’s desktop");
        let bandwidth = &hosting.serving.bandwidth_gigabytes_per_second_per_gpu;
        assert_eq!(bandwidth.value, 90.0);
        assert!(matches!(bandwidth.origin, Origin::Entered { .. }));
        // A rate that nobody entered is a guess, and says so.
        let rate = &hosting.serving.teraflops_per_gpu;
        assert!(matches!(rate.origin, Origin::Estimated { .. }));
    }
    let undone = harness.state_mut().session.update(Action::Undo);
    assert_eq!(undone.failure, None);
    let after = harness.state().session.scenario().clone();
    assert_eq!(after.options, before.options);
    press(&mut harness, "Change…");
    assert!(says(&harness, "Name of the machine"));
    press(&mut harness, "Cancel");
    press(&mut harness, "Remove");
    assert!(
        harness
            .query_by_label("Another machine: The lab’s desktop")
            .is_none()
    );
}

#[test]
fn what_probe_wrote_elsewhere_fills_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("workshop-laptop.json");
    let transcript = include_str!("../../../app/machine/tests/fixtures/hybrid-laptop.json");
    std::fs::write(&path, transcript).unwrap();
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Describe another machine…");
    press(&mut harness, "Describe another machine…");
    harness
        .state_mut()
        .state
        .take_file(FileFor::Machine, path.clone());
    harness.step();
    press(&mut harness, "Read");
    wait_until(&mut harness, "the laptop", |harness| {
        says(harness, "workshop-laptop")
    });
    wait_for(&mut harness, "Remove this GPU, GPU 0");
    press(&mut harness, "Take over");
    assert!(says(&harness, "Another machine: workshop-laptop"));
    assert!(says(&harness, "operating system, there"));
    std::fs::write(&path, "no machine").unwrap();
    press(&mut harness, "Change…");
    harness.state_mut().state.take_file(FileFor::Machine, path);
    harness.step();
    press(&mut harness, "Read");
    wait_until(&mut harness, "the reason", |harness| {
        says(harness, "The file tells of no machine")
    });
}
