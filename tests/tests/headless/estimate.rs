//! `weighbridge estimate`: one case, and a table of them.

use std::fs;

use crate::support::{Answer, keys, root, run_on};
use serde_json::Value;

fn ask(words: &str) -> Answer {
    let words: Vec<&str> = ["estimate"].into_iter().chain(words.split(' ')).collect();
    run_on("", &words)
}

#[test]
fn a_case_is_answered_by_names_of_the_catalogue() {
    let asked = "--weights fp8 --isl 1024 --osl 512 --count 4 --json";
    let document = |model: &str, hardware: &str, load: &str| -> Value {
        ask(&format!(
            "--model {model} --hardware {hardware} {asked}{load}"
        ))
        .document()
    };
    let one = document("llama-3.3-70b-instruct", "h100-sxm", " --concurrency 32");
    let same = document("Llama-3.1-70B", "H100-SXM-80GB", " --concurrency 32");
    assert_eq!(one, same, "what was measured is found under every name");
    let expected = [
        "version",
        "model",
        "hardware",
        "class",
        "engine",
        "year",
        "count",
        "tp",
        "pp",
        "weight_bits",
        "cache_bits",
        "isl",
        "osl",
        "estimates",
        "server",
        "efficiencies",
        "nearest",
        "calibration",
    ];
    assert_eq!(keys(&one), expected);
    assert_eq!(one["server"]["concurrency"], 32.0);
    assert_eq!(one["nearest"].as_array().unwrap().len(), 5);
    for (load, quantity) in [
        ("", "decode-alone"),
        (" --concurrency 8", "inter-token"),
        (" --rate 1.5", "inter-token"),
        (" --saturated", "saturated"),
    ] {
        let document = document("qwen3-32b", "mi325x", load);
        let first = &document["estimates"][0];
        assert_eq!(first["quantity"], quantity);
        let figure = |key: &str| first[key].as_f64().unwrap();
        assert!(figure("p10") <= figure("predicted") && figure("predicted") <= figure("p90"));
        let parts = figure("physics") * figure("learnt_factor") * figure("own_factor");
        assert!((parts / figure("predicted") - 1.0).abs() < 1e-9, "{first}");
        assert_eq!(document["server"].is_null(), load.is_empty());
    }
    let named =
        ask("--model qwen3-32b --hardware rtx-4090 --weights q4_k_m --isl 100 --osl 100 --json");
    assert_eq!(named.document()["hardware"], "RTX-4090");
    let printed =
        ask("--model qwen3-32b --hardware b200-sxm --weights fp8 --isl 9 --osl 9 --rate 1");
    assert!(
        printed.output.contains("The nearest measurements"),
        "{}",
        printed.output
    );
}

#[test]
fn what_cannot_be_gets_a_sentence() {
    let on = "--model qwen3-32b --hardware";
    for (words, expected) in [
        (
            format!("{on} l4 --weights bf16 --isl 1 --osl 1"),
            "does not fit",
        ),
        (
            format!("{on} h100-sxm --weights bf16 --isl 1 --osl 0"),
            "output_tokens",
        ),
        (
            format!("{on} h100-sxm --weights bf16 --isl NaN --osl 1"),
            "input_tokens",
        ),
        (
            format!("{on} h100-sxm --count 3 --tp 3 --weights fp8 --isl 1 --osl 1"),
            "shared out evenly",
        ),
        (
            format!("{on} h100-sxm --weights fp8 --isl 999 --osl 99 --rate 1e4"),
            "unstable",
        ),
        (
            format!("{on} h100-sxm --weights fp8 --isl 999 --osl 99 --concurrency 1e6"),
            "need more cache",
        ),
        (
            format!("{on} h100-sxm --weights fp8 --isl 9 --osl 9 --rate 1 --prefix-share 1"),
            "prefix_share",
        ),
        (
            format!("{on} h100-sxm --weights fp9 --isl 999 --osl 99"),
            "no number format",
        ),
        (
            format!("{on} a-card --weights fp8 --isl 999 --osl 99"),
            "a-card",
        ),
        (
            "--model claude --hardware l4 --weights fp8 --isl 9 --osl 9".to_owned(),
            "claude",
        ),
    ] {
        let answer = ask(&words);
        assert_eq!((answer.status, answer.output.as_str()), (1, ""), "{words}");
        assert!(
            answer.errors.contains(expected),
            "{words}: {}",
            answer.errors
        );
    }
    assert_eq!(ask("--table in.csv").status, 2, "a table goes somewhere");
}

#[test]
fn a_table_is_answered_without_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let of = |name: &str| folder.path().join(name).display().to_string();
    let published = fs::read_to_string(root().join("presets/measurements/published.csv")).unwrap();
    let (heading, rows) = published.split_once('\n').unwrap();
    // Every tenth row, each read once with its value and once without.
    let rows: Vec<&str> = rows.lines().step_by(10).collect();
    let value = heading.split(',').position(|one| one == "value").unwrap();
    let blank = |row: &&str| -> String {
        // No cell before the value has a comma in it.
        let cells: Vec<&str> = row.splitn(value + 2, ',').collect();
        [&cells[..value], &[""], &cells[value + 1..]]
            .concat()
            .join(",")
    };
    let blanked: Vec<String> = rows.iter().map(blank).collect();
    let answers = |rows: &[String]| {
        fs::write(of("in.csv"), format!("{heading}\n{}\n", rows.join("\n"))).unwrap();
        let answer = ask(&format!("--table {} -o {}", of("in.csv"), of("out.csv")));
        assert_eq!((answer.status, answer.errors.as_str()), (0, ""));
        fs::read_to_string(of("out.csv")).unwrap()
    };
    let with: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
    let with = answers(&with);
    let without = answers(&blanked);
    assert!(with.starts_with(&format!("{heading},predicted,p10,p90\n")));
    assert_eq!(with.lines().count(), rows.len() + 1);
    for ((row, with), without) in rows
        .iter()
        .zip(with.lines().skip(1))
        .zip(without.lines().skip(1))
    {
        let answer = with
            .strip_prefix(row)
            .unwrap_or_else(|| panic!("{with} is not {row}"));
        assert_eq!(without, format!("{}{answer}", blank(row)));
        let figures: Vec<f64> = answer[1..]
            .split(',')
            .map(|one| one.parse().unwrap())
            .collect();
        assert!(
            figures[1] <= figures[0] && figures[0] <= figures[2],
            "{answer}"
        );
    }

    let table = [
        "id,engine,model,weight_bits,hardware,isl,osl,batch_or_concurrency,regime,metric,remark",
        "a,vllm,qwen3-32b,8,h100-sxm,100,100,1,decode_bs1,tok_s_per_user,\"kept, as it is\"",
        "b,vllm,qwen3-32b,8,no-card,100,100,1,decode_bs1,tok_s_per_user,",
        "c,vllm,qwen3-32b,8,h100-sxm,100,0,1,decode_bs1,tok_s_per_user,",
    ];
    fs::write(of("in.csv"), table.join("\n")).unwrap();
    let answer = ask(&format!("--table {} -o {}", of("in.csv"), of("out.csv")));
    assert_eq!(
        (answer.status, answer.errors.lines().count()),
        (0, 2),
        "{}",
        answer.errors
    );
    assert!(answer.errors.contains("Line 3") && answer.errors.contains("no-card"));
    let out = fs::read_to_string(of("out.csv")).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[1].contains("\"kept, as it is\","));
    assert!(
        lines[2].ends_with(",,,") && lines[3].ends_with(",,,"),
        "{out}"
    );
}
