//! What is estimated on a machine whose rates were measured there, beside what ran there.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use weighbridge_catalogue::measurements::{estimator, models};
use weighbridge_engine::catalogue::{Catalogue, HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose::{self, MeasuredMachine};
use weighbridge_engine::figure::{Figure, FigureGroup as _, Origin};
use weighbridge_engine::scenario::DecisionOption;
use weighbridge_engine::serving::deployed::hosting_in;
use weighbridge_engine::serving::{Case, Conditions, Device, DeviceClass, Quantity};
use weighbridge_units::PartialDate;

/// Two virtual cores of an EPYC of family 26, whose memory has two states.
fn processor(bandwidth_gb_s: f64) -> Device {
    Device {
        id: format!("{}AMD EPYC", Device::HERE),
        class: DeviceClass::Processor,
        is_consumer: false,
        memory_gb: 15.0,
        bandwidth_gb_s,
        bf16_tflops: 0.51,
        fp8_tflops: Some(2.05),
        fp4_tflops: None,
        link_gb_s: 1.0,
    }
}

fn case(quantity: Quantity, model: &str, weight_bits: f64, device: Device) -> Case {
    Case {
        quantity,
        engine: "llama.cpp".to_owned(),
        engine_version: String::new(),
        year: 2026.0,
        model: model.to_owned(),
        shapes: models().unwrap()[model],
        device,
        weight_bits,
        cache_bits: 16.0,
        accelerators: 1.0,
        tensor_parallel: 1.0,
        pipeline_parallel: 1.0,
        expert_groups: 1.0,
        input_tokens: 64.0,
        output_tokens: 32.0,
        concurrency: 1.0,
        conditions: Conditions::default(),
    }
}

/// Model, bits of a weight, bandwidth that was read at, prompt tokens and tokens a second: of the
/// kernels here, and of llama.cpp where it ran beside them (`docs/methods/cpu-kernels.md` and, of 3B,
/// `docs/methods/serving-estimate.md`).
type Ran = (&'static str, f64, f64, [Option<f64>; 2], [Option<f64>; 2]);
const RAN: [Ran; 6] = [
    (
        "Llama-3.2-1B",
        8.5,
        48.0,
        [Some(546.0), Some(144.0)],
        [Some(37.2), Some(29.8)],
    ),
    (
        "Llama-3.2-1B",
        4.5,
        48.0,
        [Some(573.0), Some(297.0)],
        [Some(63.7), Some(56.9)],
    ),
    (
        "Llama-3.2-1B",
        4.5,
        75.0,
        [Some(468.0), Some(241.0)],
        [Some(92.0), Some(64.3)],
    ),
    (
        "Llama-3.2-1B",
        16.0,
        75.0,
        [Some(219.0), Some(186.0)],
        [Some(28.8), Some(21.7)],
    ),
    (
        "Llama-3.2-3B",
        4.5,
        75.0,
        [Some(196.0), None],
        [Some(32.2), None],
    ),
    (
        "Llama-3.2-3B",
        4.5,
        75.0,
        [Some(183.0), None],
        [Some(27.4), None],
    ),
];

#[test]
fn what_ran_on_a_measured_processor_lies_in_the_range_of_its_estimate() {
    let estimator = estimator().unwrap();
    let (mut ratios, mut outside) = (Vec::new(), Vec::new());
    for (model, bits, bandwidth, prompts, tokens) in RAN {
        for (quantity, ran) in [
            (Quantity::Prefill, prompts),
            (Quantity::DecodeAlone, tokens),
        ] {
            let case = case(quantity, model, bits, processor(bandwidth));
            let said = estimator.estimate(&case).unwrap();
            for ran in ran.into_iter().flatten() {
                ratios.push(said.value / ran);
                if !(said.p10..=said.p90).contains(&ran) {
                    outside.push((model, bits, quantity, ran, said.value));
                }
            }
        }
    }
    // A range leaves one in ten outside at each end.
    assert!(5 * outside.len() <= ratios.len(), "{outside:?}");
    ratios.sort_by(f64::total_cmp);
    let median = ratios[ratios.len() / 2];
    assert!((0.8..1.25).contains(&median), "{ratios:?}");
}

#[test]
fn a_share_of_what_was_measured_is_wider_and_no_share_of_a_table() {
    let estimator = estimator().unwrap();
    for quantity in [Quantity::Prefill, Quantity::DecodeAlone] {
        for class in [
            DeviceClass::Processor,
            DeviceClass::AppleProcessor,
            DeviceClass::Ada,
        ] {
            let here = Device {
                class,
                ..processor(200.0)
            };
            let named = Device {
                id: "AMD EPYC".to_owned(),
                ..here.clone()
            };
            let [here, of_table] = [here, named].map(|device| {
                let case = case(quantity, "Llama-3.1-8B", 4.5, device);
                estimator.estimate(&case).unwrap()
            });
            let what = format!("{quantity:?} {class:?}: {here:?} {of_table:?}");
            let is_graphics = class == DeviceClass::Ada;
            if is_graphics && quantity == Quantity::Prefill {
                assert!((here.value / of_table.value - 1.0).abs() < 0.01, "{what}");
                continue;
            }
            assert!(is_graphics || here.value > of_table.value, "{what}");
            assert!(here.value >= of_table.value, "{what}");
            assert!(
                here.p90 / here.p10 > of_table.p90 / of_table.p10 || here.p90 == here.value,
                "{what}"
            );
            // Nothing reads faster than plain reading does.
            if quantity == Quantity::DecodeAlone {
                let bytes = 8.03 * 4.5 / 8.0;
                assert!(here.value * bytes < 200.0, "{what}");
            }
        }
    }
}

fn put_here(catalogue: &Catalogue, format: WeightFormat) -> DecisionOption {
    let date = PartialDate::parse("2026-11-24").unwrap();
    let scenario = compose::new_scenario(catalogue, "Measured", date);
    let (model, hardware) = (
        ModelId::from("llama-3.1-8b-instruct"),
        HardwareId::from("apple-m4-pro"),
    );
    let made = compose::device_option(&scenario, catalogue, &model, format, &hardware);
    let mut option = made.unwrap();
    let machine = MeasuredMachine {
        name: "The laptop in the room".to_owned(),
        device: processor(48.0),
        on: date,
        is_measured: true,
        is_rate_known: true,
    };
    compose::set_measured_machine(catalogue, &mut option, &machine).unwrap();
    option
}

fn figure<'a>(option: &'a DecisionOption, field: &str) -> &'a Figure {
    hosting_in(&option.plan)
        .unwrap()
        .serving
        .get(field)
        .unwrap()
}

/// What fills a share, and its error.
fn method(figure: &Figure) -> (&str, Option<f64>) {
    match &figure.origin {
        Origin::Estimated {
            method,
            error_share,
        } => (method, *error_share),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_option_on_a_measured_processor_says_what_its_shares_are_of() {
    let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
    let mut option = put_here(&catalogue, WeightFormat::Q4KM);
    let (filled, error) = method(figure(&option, "bandwidth_efficiency"));
    assert_eq!(filled, "share-of-measured-bandwidth");
    assert!(error.is_some_and(|error| error > 0.2), "{error:?}");
    let (filled, error) = method(figure(&option, "compute_efficiency"));
    assert_eq!(filled, "share-of-measured-rate");
    assert!(error.is_some_and(|error| error > 0.2), "{error:?}");
    assert_eq!(figure(&option, "decode_speed_factor").value, 1.0);
    assert_eq!(
        figure(&option, "unpacking_picoseconds_per_weight").value,
        0.0
    );

    // Packed weights are multiplied as bytes, others as numbers of 32 bits, and back.
    let scenario = compose::new_scenario(&catalogue, "Measured", PartialDate::year(2026).unwrap());
    let model = ModelId::from("llama-3.1-8b-instruct");
    assert_eq!(figure(&option, "teraflops_per_gpu").value, 2.05);
    for (format, rate) in [
        (WeightFormat::Bf16, 0.51),
        (WeightFormat::Q8_0, 2.05),
        (WeightFormat::Q4KM, 2.05),
    ] {
        compose::set_hosted_model(&scenario, &catalogue, &mut option, &model, format).unwrap();
        let found = figure(&option, "teraflops_per_gpu");
        assert!((found.value - rate).abs() < 1e-9, "{format:?} {found:?}");
        assert!(matches!(found.origin, Origin::Measured { .. }));
    }

    // Back on a machine of the catalogue its shares are those of tables again.
    let hardware = HardwareId::from("apple-m4-pro");
    let choice = compose::HardwareChoice::Hardware(hardware);
    compose::set_hardware(&scenario, &catalogue, &mut option, &choice).unwrap();
    for share in ["bandwidth_efficiency", "compute_efficiency"] {
        assert_eq!(method(figure(&option, share)), (compose::METHOD, None));
    }
}

#[test]
fn what_is_counted_is_estimated_as_a_whole_number() {
    let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
    let scenario = compose::new_scenario(&catalogue, "Counts", PartialDate::year(2026).unwrap());
    for (model, hardware) in [
        ("llama-3.1-70b-instruct", "h100-sxm"),
        ("llama-3.1-8b-instruct", "mi300x"),
        ("llama-3.1-8b-instruct", "apple-m4-pro"),
    ] {
        let (model, hardware) = (ModelId::from(model), HardwareId::from(hardware));
        let format = WeightFormat::Bf16;
        let made = compose::owned_option(&scenario, &catalogue, &model, format, &hardware);
        let batch = figure(&made.unwrap(), "largest_batch").value;
        assert!(batch >= 1.0 && batch.fract() == 0.0, "{batch}");
    }
}
