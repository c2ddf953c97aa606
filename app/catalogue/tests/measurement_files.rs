//! Measurements in scenario files: what is read, and what is refused and where.

#![allow(clippy::unwrap_used)]

mod case_file;

use weighbridge_catalogue::scenario::{read, write};
use weighbridge_engine::scenario::{Measurement, MeasurementKind, Subject};
use weighbridge_engine::serving::{DeviceClass, Quantity};

use case_file::{catalogue, faults, finds, keeps};

/// One measurement of each kind of subject, written by hand.
const FILE: &str = r#"(
    version: 3,
    question: (title: "Measured", date: "2026-11-24"),
    measurements: [
        (
            id: "bench-1", kind: "imported", on: "by 2026-11-30", source: "bench.json, result 1",
            of: Deployment(
                quantity: "decode-alone", engine: "llama.cpp", year: 2026.5, model: "llama-3.1-8b",
                shapes: (parameters_billion: 8.03, active_billion: 8.03, layers: 32, hidden: 4096, cache_elements: 2048),
                device: (
                    id: "a100", class: "ampere-server", memory_gb: 80, bandwidth_gb_s: 2039, bf16_tflops: 312, link_gb_s: 300,
                ),
                weight_bits: 4.8, cache_bits: 16, accelerators: 1, tensor_parallel: 1, pipeline_parallel: 1,
                input_tokens: 0, output_tokens: 128, concurrency: 1, ways: ["static-batch"],
            ),
            value: 131.2, spread: (p10: 130, p90: 132.5), estimated: 120, conditions: "8 threads", is_busy: true,
        ),
        (
            id: "api-1", kind: "endpoint", on: "2026-11-23", source: "https://api.example/v1",
            of: Endpoint(quantity: "time-to-first-token", model: "flagship", provider: "A vendor", input_tokens: 1500, output_tokens: 300, concurrency: 4),
            value: 640, is_in_use: false,
        ),
    ],
)"#;

#[test]
fn measurements_are_read_whole() {
    let scenario = read("f", FILE, &catalogue()).unwrap().scenario;
    let [bench, api] = scenario.measurements.as_slice() else {
        panic!("{:?}", scenario.measurements);
    };
    assert_eq!(bench.kind, MeasurementKind::Imported);
    assert!(bench.on.is_bound() && bench.is_busy && bench.is_in_use && !bench.counts());
    assert_eq!((bench.value, bench.spread), (131.2, Some((130.0, 132.5))));
    let Subject::Deployment(case) = &bench.subject else {
        panic!("{bench:?}");
    };
    assert_eq!(case.quantity, Quantity::DecodeAlone);
    assert_eq!(case.device.class, DeviceClass::AmpereServer);
    assert!(case.conditions.static_batch && !case.conditions.eager);
    assert_eq!((bench.estimated, api.estimated), (Some(120.0), None));
    assert_eq!(bench.far_off(), None);
    assert_eq!((case.shapes.heads, case.device.fp8_tflops), (None, None));
    assert!(!api.is_in_use && !api.is_busy);
    let Subject::Endpoint(case) = &api.subject else {
        panic!("{api:?}");
    };
    assert_eq!(case.provider, "A vendor");
}

#[test]
fn a_written_file_is_read_to_the_same_and_written_to_the_same() {
    keeps(FILE);
}

#[test]
fn every_fault_of_a_measurement_is_told_with_its_place() {
    let changes = [
        (r#"id: "bench-1","#, "", "measurements[0].id"),
        (r#""bench-1""#, r#""Bench 1""#, "f:6:13: measurements[0].id"),
        (r#""api-1""#, r#""bench-1""#, "measurements[1].id"),
        (r#""imported""#, r#""borrowed""#, "measurements[0].kind"),
        (r#""by 2026-11-30""#, r#""soon""#, "measurements[0].on"),
        ("value: 131.2", "value: 0", "f:16:13: measurements[0].value"),
        (
            "value: 131.2",
            "value: NaN",
            "f:16:13: measurements[0].value",
        ),
        ("p90: 132.5", "p90: 12", "measurements[0].spread.p90"),
        (
            r#"source: "bench.json, result 1""#,
            r#"source: """#,
            "measurements[0].source",
        ),
        (
            r#""ampere-server""#,
            r#""ampere""#,
            "measurements[0].of.device.class",
        ),
        (
            "layers: 32",
            "layer: 32",
            "measurements[0].of.shapes.layers",
        ),
        (
            r#"["static-batch"]"#,
            r#"["alone"]"#,
            "measurements[0].of.ways[0]",
        ),
        (
            r#""time-to-first-token""#,
            r#""prefill""#,
            "measurements[1].of.quantity",
        ),
        (
            r#"provider: "A vendor", "#,
            "",
            "measurements[1].of.provider",
        ),
        (
            "is_in_use: false",
            "is_in_use: 0",
            "measurements[1].is_in_use",
        ),
        ("of: Endpoint(", "of: Interface(", "measurements[1].of"),
    ];
    finds(FILE, &changes);
}

#[test]
fn faults_of_several_measurements_come_together() {
    let text = FILE
        .replace("value: 131.2", "value: -1")
        .replace("concurrency: 4", "concurrency: 0")
        .replace("year: 2026.5", "year: 26");
    let found = faults(&text);
    for path in [
        "measurements[0].value",
        "measurements[0].of.year",
        "measurements[1].of.concurrency",
    ] {
        assert!(
            found.iter().any(|sentence| sentence.contains(path)),
            "{path}: {found:#?}"
        );
    }
}

#[test]
fn a_file_with_more_measurements_than_are_kept_is_refused() {
    let scenario = read("f", FILE, &catalogue()).unwrap().scenario;
    let mut many = scenario.clone();
    many.measurements = (0..=Measurement::MOST)
        .map(|place| Measurement {
            id: format!("m-{place}"),
            ..scenario.measurements[1].clone()
        })
        .collect();
    let found = faults(&write(&many));
    assert!(
        matches!(found.as_slice(), [one] if one.contains("measurements: ") && one.contains("200")),
        "{found:#?}"
    );
    many.measurements.pop();
    assert_eq!(faults(&write(&many)), [""; 0]);
}
