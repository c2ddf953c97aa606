//! The views of the step Latency and hardware: this machine and an endpoint, found by role and
//! label. A small model is really timed here, and an endpoint of the test's own really asked.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_catalogue::measurements::devices;
use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose::{self, MeasuredMachine, set_measured_machine};
use weighbridge_text::Locale;

use crate::page_support::{
    LatencyPage, THREE_WORDS, press, said, says, serve, type_into, wait_for, wait_until,
};

/// The page over a case with one option, a model bought by use.
fn harness(locale: Locale) -> Harness<'static, LatencyPage> {
    let page = LatencyPage::new(locale, |scenario, catalogue| {
        let price = &catalogue.records().prices[0].id;
        let bought = compose::api_option(scenario, catalogue, price).unwrap();
        scenario.options.push(bought);
    });
    page.harness(2_400.0)
}

#[test]
fn a_processor_is_called_one() {
    for (locale, words) in [
        (Locale::En, "1 processor a replica"),
        (Locale::PtBr, "1 processador por réplica"),
        (Locale::PtPt, "1 processador por réplica"),
        (Locale::Es, "1 procesador por réplica"),
    ] {
        let page = LatencyPage::new(locale, |scenario, catalogue| {
            let mut option = compose::device_option(
                scenario,
                catalogue,
                &ModelId::new("llama-3.1-8b"),
                WeightFormat::Q4KM,
                &HardwareId::new("apple-m4-pro"),
            )
            .unwrap();
            let machine = MeasuredMachine {
                name: "The workshop’s desktop".to_owned(),
                device: devices().unwrap()["CPU-Ryzen-7950X"].clone(),
                on: scenario.question.date,
                is_measured: true,
                is_rate_known: true,
            };
            set_measured_machine(catalogue, &mut option, &machine).unwrap();
            scenario.options.push(option);
        });
        let harness = page.harness(2_400.0);
        assert!(says(&harness, words), "{locale}: {:?}", said(&harness));
        // Names of sources are what they are.
        let is_wrong = |words: &String| words.replace("GPU-Bench", "").contains("GPU");
        let wrong: Vec<String> = said(&harness).into_iter().filter(is_wrong).collect();
        assert!(wrong.is_empty(), "{locale}: {wrong:?}");
    }
}

#[test]
fn a_small_model_is_timed_on_this_machine() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    harness.get_by_label("Nothing was timed on this machine yet");
    press(&mut harness, "15M");
    type_into(&mut harness, "Prompt (tokens)", "8");
    type_into(&mut harness, "Answer (tokens)", "4");
    press(&mut harness, "Even if other programs keep the machine busy");
    press(&mut harness, "Time it");
    wait_for(&mut harness, "Timed: 15M, Q4_0");
    harness.get_by_label("A model was timed on this machine");
    // Without rates of this machine nothing follows for other models, and that is said.
    harness.get_by_label(
        "Measure this machine above, so that other models can be estimated from this run.",
    );
}

#[test]
fn a_file_that_is_no_model_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.gguf");
    std::fs::write(&path, b"not a model").unwrap();
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    press(&mut harness, "GGUF file");
    type_into(&mut harness, "Path of a GGUF file", path.to_str().unwrap());
    press(&mut harness, "Time it");
    wait_until(&mut harness, "The model cannot be used", |harness| {
        says(harness, "The model cannot be used")
    });
}

#[test]
fn facts_are_set_right_by_the_user() {
    let mut harness = harness(Locale::PtBr);
    press(&mut harness, "Esta máquina");
    wait_for(&mut harness, "Copiar transcrição");
    press(&mut harness, "Corrigir “Memória”");
    wait_for(&mut harness, "Usar");
    type_into(&mut harness, "Memória", "64");
    if harness.query_by_label("Usar").is_some() {
        press(&mut harness, "Usar");
    }
    let rows: Vec<String> = harness
        .query_all_by_label_contains("64")
        .map(|node| format!("{:?}", node.accesskit_node().label()))
        .collect();
    assert!(rows.iter().any(|row| row.contains("GB")), "{rows:?}");
}

#[test]
fn an_endpoint_is_asked_and_told_of() {
    let port = serve(|_| THREE_WORDS);
    let mut harness = harness(Locale::En);
    press(&mut harness, "An endpoint");
    harness.get_by_label("No endpoint was timed yet");
    type_into(
        &mut harness,
        "Address, as http://localhost:8080/v1",
        &format!("http://127.0.0.1:{port}/v1"),
    );
    type_into(&mut harness, "Model’s name there", "m");
    harness.get_by_label("The address is this machine; nothing is paid.");
    press(&mut harness, "Send 8 requests");
    wait_for(&mut harness, "Timed: m");
    harness.get_by_label(
        "Choose the option that buys there before a run, to take its figures into the case.",
    );
}

#[test]
fn nothing_is_sent_elsewhere_before_its_cost_is_agreed_to() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "An endpoint");
    type_into(
        &mut harness,
        "Address, as http://localhost:8080/v1",
        "https://models.example/v1",
    );
    type_into(&mut harness, "Model’s name there", "m");
    let may_send = |harness: &Harness<'_, LatencyPage>| {
        let button = harness.get_by_label("Send 8 requests");
        !button.accesskit_node().is_disabled()
    };
    assert!(!may_send(&harness));
    press(&mut harness, "I agree to these requests and their cost");
    assert!(may_send(&harness));
    type_into(
        &mut harness,
        "Price of output ($ per million tokens)",
        "9000",
    );
    assert!(!may_send(&harness));
}
