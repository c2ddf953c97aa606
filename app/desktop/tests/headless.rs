//! The program itself from a command line: status, streams and files as a shell sees them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program in English, with nothing of this machine's language.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighbridge"));
    command
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_GB.UTF-8");
    command
}

fn run<Word: AsRef<OsStr>>(words: &[Word]) -> Output {
    program().args(words).output().unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn case(name: &str) -> String {
    let path = root().join(format!("tests/cases/{name}.weighbridge.ron"));
    path.to_str().unwrap().to_owned()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A failure: status, nothing on standard output, and one line on standard error.
fn sentence(output: &Output) -> String {
    let words = said(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(output.stdout.is_empty());
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(
        !words.contains("os error") && !words.contains("panicked"),
        "{words}"
    );
    words
}

#[test]
fn an_evaluation_is_printed_as_json_and_for_people() {
    let output = run(&["evaluate", &case("configiq-hosted"), "--json"]);
    assert!(output.status.success());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let average = &document["options"][0]["results"]["average_monthly_cost_usd"];
    assert_eq!(average.as_f64(), Some(1946.6666666666667));
    let output = run(&["evaluate", &case("configiq-hosted")]);
    assert!(
        said(&output.stdout).contains("$1,946.67"),
        "{}",
        said(&output.stdout)
    );
}

#[test]
fn the_language_is_that_of_the_system_or_the_one_asked_for() {
    let file = case("configiq-hosted");
    let german = program()
        .args(["evaluate", &file])
        .env("LANG", "de_DE.UTF-8")
        .output()
        .unwrap();
    assert!(said(&german.stdout).contains("Average monthly cost"));
    let brazil = program()
        .args(["evaluate", &file])
        .env("LANG", "pt_BR.UTF-8")
        .output()
        .unwrap();
    assert!(said(&brazil.stdout).contains("Custo médio mensal"));
    let spain = program()
        .args(["evaluate", &file, "--locale", "es"])
        .env("LC_ALL", "pt_BR.UTF-8")
        .output()
        .unwrap();
    assert!(
        said(&spain.stdout).contains("Coste mensual medio"),
        "{}",
        said(&spain.stdout)
    );
    let missing = program()
        .args(["evaluate", "no.ron"])
        .env("LC_ALL", "es_ES.UTF-8")
        .output()
        .unwrap();
    assert!(sentence(&missing).contains("archivo"));
}

#[test]
fn a_case_may_come_from_standard_input() {
    let mut child = program()
        .args(["evaluate", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = fs::read(case("whole-units")).unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let output = child.wait_with_output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        document["options"][0]["results"]["replicas_first_month"],
        2.0
    );
}

#[test]
fn whoever_stops_listening_causes_no_panic() {
    // The explanation of all steps is longer than a pipe holds.
    let mut child = program()
        .args([
            "explain",
            &case("llama-3.1-memory"),
            "llama-8b.npv_usd",
            "--all",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", said(&output.stderr));
    assert!(output.status.success());
}

#[test]
fn bad_input_gives_one_sentence_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let whole = fs::read_to_string(case("configiq-hosted")).unwrap();
    let truncated = file("truncated.weighbridge.ron", &whole[..whole.len() / 2]);
    let unknown = file(
        "unknown.weighbridge.ron",
        &whole.replace("options:", "choices:"),
    );
    let no_number = file(
        "nan.weighbridge.ron",
        &whole.replace("requests_per_month: 1_000_000", "requests_per_month: NaN"),
    );
    let no_preset = file(
        "preset.weighbridge.ron",
        &whole.replace(
            "plan: HostedOpenModel(",
            "plan: HostedOpenModel(price: \"nobody/nothing/2020\",",
        ),
    );
    let empty = file("empty.weighbridge.ron", "");
    let binary = folder.path().join("binary.weighbridge.ron");
    fs::write(&binary, [0xff, 0xfe, 0x00]).unwrap();
    let missing = folder.path().join("missing.ron");
    let good = case("configiq-hosted");
    let (binary, missing) = (binary.to_str().unwrap(), missing.to_str().unwrap());
    let here = folder.path().to_str().unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&["evaluate", &truncated], "truncated.weighbridge.ron:"),
        (&["evaluate", &unknown], "choices"),
        (&["evaluate", &no_number], "requests_per_month"),
        (&["evaluate", &no_preset], "nobody/nothing/2020"),
        (&["evaluate", &empty], "empty.weighbridge.ron:1:1"),
        (&["evaluate", binary], "UTF-8"),
        (&["evaluate", missing], "no such file"),
        (&["evaluate", here], "folder"),
        (&["evaluate", &good, "--presets", missing], "no such folder"),
        (
            &["evaluate", &good, "--set", "workload.nothing=1"],
            "workload.nothing",
        ),
        (
            &["evaluate", &good, "--set", "workload.users=NaN"],
            "finite",
        ),
        (&["evaluate", &good, "--set", "workload.users=many"], "many"),
        (
            &["evaluate", &good, "--set", "workload.users"],
            "PATH=VALUE",
        ),
        (
            &["evaluate", &good, "--set", "question.horizon_months=600"],
            "84",
        ),
        (&["explain", &good, "nobody.npv_usd"], "nobody"),
        (&["explain", &good, "hosted.price"], "price"),
        (&["explain", &good, "hosted.batch_size"], "batch_size"),
        (&["explain", &good, "hosted.lines.energy"], "Nothing adds"),
        (&["explain", &good, "hosted"], "“hosted”"),
        (&["sample", "nothing"], "nothing"),
        (&["check", missing], "no such file"),
    ];
    for (words, part) in cases {
        let words = sentence(&run(words));
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn a_case_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.weighbridge.ron");
    let case = r#"(version: 2, question: (title: "red \u{1b}[31m", date: "2026-11-24"),
        options: [(id: "a", name: "clear \u{1b}[2J", plan: RentedGpu())])"#;
    fs::write(&file, case).unwrap();
    let file = file.to_str().unwrap();
    for words in [
        &["evaluate", file][..],
        &["explain", file, "a.npv_usd"],
        &["evaluate", "no\u{1b}[31msuch"],
    ] {
        let output = run(words);
        let words = said(&output.stdout) + &said(&output.stderr);
        assert!(!words.is_empty());
        assert!(!words.contains('\u{1b}'), "{words}");
    }
    let output = run(&["evaluate", file, "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["options"][0]["name"], "clear \u{1b}[2J");
}

#[test]
fn arguments_that_are_not_understood_are_told_apart() {
    let cases: [(&[&str], &str); 10] = [
        (&["evaluate"], "This is missing: <FILE>."),
        (
            &["evalute", "x"],                                     // typos: as meant
            "There is no command “evalute”; there are evaluate, ", // typos: as meant
        ),
        (
            &["chart", "x", "pie", "-o", "x.svg"],
            "<NAME> does not take “pie”, only cumulative-cost, ",
        ),
        (
            &["evaluate", "x", "--locale", "fr"],
            "“fr” is not a language",
        ),
        (
            &["evaluate", "x", "--bold"],
            "“--bold” is not understood here",
        ),
        (
            &["report", "x", "-o", "a.pdf", "-o", "b.pdf"],
            "--output <OUT.pdf> can stand only once.",
        ),
        (
            &["explain", "x", "a.npv_usd", "--all", "--json"],
            "cannot stand beside",
        ),
        (&["report", "x", "-o"], "--output <OUT.pdf> lacks"),
        (
            &["evaluate", "x", "--draws", "many"],
            "--draws <N> does not take “many”.",
        ),
        (
            &["evaluate", "--locale", "es"],
            "Falta esto: <FILE>.", // typos: Spanish
        ),
    ];
    for (words, part) in cases {
        let output = run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty());
        let said = said(&output.stderr);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(part), "{said}");
    }
    for words in ["--help", "--version"] {
        let output = run(&[words]);
        assert!(output.status.success());
        assert!(said(&output.stdout).contains("weighbridge"));
    }
}

#[test]
fn a_target_that_cannot_be_written_is_refused_and_keeps_its_contents() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let protected = at("protected.svg");
    fs::write(&protected, "old").unwrap();
    let mut permissions = fs::metadata(&protected).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&protected, permissions).unwrap();
    fs::create_dir(at("folder.svg")).unwrap();
    let file = case("configiq-hosted");
    for (target, part) in [
        (protected.clone(), "write-protected"),
        (at("folder.svg"), "folder"),
        (at("missing/out.svg"), "no such folder"),
        (at("out.gif"), ".svg"),
    ] {
        let words = sentence(&run(&["chart", &file, "cost-breakdown", "-o", &target]));
        assert!(words.contains(part), "{words}");
    }
    assert_eq!(fs::read_to_string(&protected).unwrap(), "old");
    // A case that cannot be read leaves the target as it was, and nothing beside it.
    let kept = at("kept.svg");
    fs::write(&kept, "old").unwrap();
    sentence(&run(&[
        "chart",
        "missing.ron",
        "cost-breakdown",
        "-o",
        &kept,
    ]));
    assert_eq!(fs::read_to_string(&kept).unwrap(), "old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn every_chart_is_written_and_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let file = root().join("presets/scenarios/llama-405b-vs-gpt-4o.weighbridge.ron");
    // The formats share their scene, so that one chart in each will do.
    for (name, begins) in [
        ("cumulative-cost.svg", &b"<svg"[..]),
        ("cumulative-cost.pdf", b"%PDF"),
        ("cumulative-cost.png", b"\x89PNG"),
        ("cost-breakdown.svg", b"<svg"),
        ("break-even.svg", b"<svg"),
        ("cost-against-capability.svg", b"<svg"),
    ] {
        let target = folder.path().join(name);
        let chart = name.split('.').next().unwrap();
        let output = program()
            .arg("chart")
            .args([
                file.as_os_str(),
                chart.as_ref(),
                "-o".as_ref(),
                target.as_os_str(),
            ])
            .output()
            .unwrap();
        assert!(output.status.success(), "{name} {}", said(&output.stderr));
        assert!(output.stdout.is_empty());
        let bytes = fs::read(&target).unwrap();
        assert!(bytes.starts_with(begins), "{name}");
    }
}

#[test]
fn checks_name_every_fault_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let whole = fs::read_to_string(case("configiq-hosted")).unwrap();
    let faulty = file(
        "faulty.weighbridge.ron",
        &whole
            .replace("1_000_000", "-5")
            .replace("implementation_usd", "implementation_eur"),
    );
    let presets = file(
        "mine.ron",
        "[\n    Provider(id: \"mine\", name: \"Mine\"),\n    Nonsense(id: \"x\"),\n]\n",
    );
    let good = case("whole-units");
    let output = run(&["check", &good, &faulty, &presets]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    let lines = said(&output.stdout);
    let line = |part: &str| {
        lines
            .lines()
            .find(|line| line.contains(part))
            .unwrap_or_else(|| panic!("{part} is not in {lines}"))
            .to_owned()
    };
    assert!(line("whole-units").starts_with("No faults found."));
    assert!(
        line("requests_per_month").starts_with(&format!("{faulty}:13:")),
        "{lines}"
    );
    assert!(line("implementation_eur").starts_with(&format!("{faulty}:")));
    assert!(
        line("Nonsense").starts_with(&format!("{presets}:3:5")),
        "{lines}"
    );
    assert!(run(&["check", &good]).status.success());

    let later = whole.replace("2026-11-24", "2030-01-01");
    assert_ne!(later, whole);
    let output = run(&["check", &file("later.weighbridge.ron", &later)]);
    assert!(output.status.success());
    let doubt = said(&output.stdout);
    assert!(doubt.contains("prices are the last known"), "{doubt}");
    assert_eq!(doubt.lines().count(), 1, "{doubt}");
}

#[test]
fn samples_are_listed_printed_and_pass_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let list = said(&run(&["sample"]).stdout);
    assert!(list.lines().count() >= 6, "{list}");
    for line in list.lines() {
        let name = line.split_whitespace().next().unwrap();
        let path = folder.path().join(format!("{name}.weighbridge.ron"));
        fs::write(&path, run(&["sample", name]).stdout).unwrap();
        let path = path.to_str().unwrap();
        let checked = run(&["check", path]);
        assert!(checked.status.success(), "{}", said(&checked.stdout));
        let evaluated = run(&["evaluate", path, "--json"]);
        let document: Value = serde_json::from_slice(&evaluated.stdout).unwrap();
        assert!(document["cheapest"].is_string(), "{name}");
    }
}

#[test]
fn presets_of_ones_own_are_used_and_their_faults_named() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("prices");
    fs::create_dir(&inner).unwrap();
    let record = "[ApiPrice(id: \"mine/gpt-4o/2024\", provider: \"openai\", model: \"gpt-4o\", effective_from: \"2024-01-01\", \
        input_usd_per_mtok: 7.0, output_usd_per_mtok: 9.0, source: \"our contract\", as_of: \"2026-11-01\", quality: Entered)]";
    fs::write(inner.join("mine.ron"), record).unwrap();
    let scenario = folder.path().join("mine.weighbridge.ron");
    fs::write(
        &scenario,
        "(version: 2, question: (title: \"Mine\", date: \"2026-11-24\"), \
         options: [(id: \"own\", plan: ProprietaryApi(price: \"mine/gpt-4o/2024\"))])",
    )
    .unwrap();
    let (scenario, presets) = (scenario.to_str().unwrap(), folder.path().to_str().unwrap());
    assert!(sentence(&run(&["evaluate", scenario])).contains("mine/gpt-4o/2024"));
    let output = run(&[
        "explain",
        scenario,
        "own.lines.usage",
        "--json",
        "--presets",
        presets,
    ]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let inputs = document["inputs"].as_array().unwrap();
    let price = inputs
        .iter()
        .find(|input| input["path"] == "options.own.token_plan.input_usd_per_million_tokens")
        .unwrap();
    assert_eq!(price["value"], 7.0);
    assert_eq!(price["origin"]["record"], "mine/gpt-4o/2024");
    fs::write(inner.join("mine.ron"), record.replace("7.0", "-7.0")).unwrap();
    let words = sentence(&run(&["evaluate", scenario, "--presets", presets]));
    assert!(words.contains("mine.ron:1:"), "{words}");
}

#[test]
fn reports_are_the_same_bytes_each_time_and_carry_their_date() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let file = root().join("presets/scenarios/cypher-2023.weighbridge.ron");
    let file = file.to_str().unwrap();
    let write = |name: &str, more: &[&str]| {
        let target = at(name);
        let mut words = vec!["report", file, "-o", &target];
        words.extend(more);
        let output = run(&words);
        assert!(output.status.success(), "{}", said(&output.stderr));
        fs::read(&target).unwrap()
    };
    let once = write("one.pdf", &[]);
    assert!(once.starts_with(b"%PDF"));
    assert_eq!(once, write("two.pdf", &[]));
    assert_ne!(once, write("later.pdf", &["--date", "2026-11-24"]));
    for (words, part) in [
        (["-o", &at("out.txt"), "--date", "2026-11-24"], ".pdf"),
        (["-o", &at("out.pdf"), "--date", "yesterday"], "yesterday"),
        (
            ["-o", &at("no/out.pdf"), "--date", "2026-11-24"],
            "no such folder",
        ),
    ] {
        let words: Vec<&str> = ["report", file].into_iter().chain(words).collect();
        assert!(sentence(&run(&words)).contains(part));
    }
    assert!(!Path::new(&at("out.pdf")).exists());
}
