//! The arithmetic in 64 bits is that of llama.cpp, for every family.
//!
//! `families/llama-cpp.txt` holds what llama.cpp made of the models below, written as files.
//! `WEIGHBRIDGE_LLAMA_YARDSTICK` names the program of `tests/tools/llama_yardstick.c`, to ask it
//! again; with `WEIGHBRIDGE_RECORD` set its answers are recorded. `WEIGHBRIDGE_FAMILY_FILES` names a
//! folder of files that `tests/tools/make_family_gguf.py` made, to ask it about those too.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod families;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use families::{VOCABULARY, shapes};
use weighbridge_gguf::Format;
use weighbridge_inference::load::{map, model_from_gguf};
use weighbridge_inference::reference::{logits, relative_error};
use weighbridge_inference::save::{self, Vocabulary};
use weighbridge_inference::{Family, Model, synthetic};

/// As long as several windows.
fn prompt() -> Vec<u32> {
    (0..24)
        .map(|i| if i == 0 { 1 } else { 3 + (7919 * i + 13) % 256 })
        .collect()
}

/// Positions of which logits are recorded: within every window, and beyond.
const RECORDED: [usize; 2] = [3, 23];

fn yardstick() -> Option<PathBuf> {
    std::env::var_os("WEIGHBRIDGE_LLAMA_YARDSTICK").map(PathBuf::from)
}

fn ask(yardstick: &Path, file: &Path) -> Vec<Vec<f32>> {
    let ids: Vec<String> = prompt().iter().map(u32::to_string).collect();
    let run = Command::new(yardstick)
        .arg("logits")
        .arg(file)
        .arg(ids.join(","))
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{file:?}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    let numbers = run.stdout.len() / 4 / prompt().len();
    floats(&run.stdout)
        .chunks(numbers)
        .map(<[f32]>::to_vec)
        .collect()
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    let number = |four: &[u8]| f32::from_le_bytes(four.try_into().unwrap());
    bytes.chunks_exact(4).map(number).collect()
}

/// The error beside llama.cpp that its own rounding leaves: it keeps weights and sums in 32 bits,
/// but takes the Gaussian activation from a table in 16, and rounds activations to the format of
/// the weights, which is coarse where they are in blocks.
fn bound(model: &Model) -> f64 {
    let gemma = matches!(model.config.family, Family::Gemma2 | Family::Gemma3);
    match model.embedding.format {
        Format::F32 if gemma => 3e-3,
        Format::F32 => 2e-5,
        Format::F16 => 5e-3,
        Format::Bf16 => 4e-2,
        _ => 1e-1,
    }
}

fn recorded() -> BTreeMap<String, Vec<Vec<f32>>> {
    let mut all = BTreeMap::new();
    for line in include_str!("families/llama-cpp.txt").lines() {
        let (name, digits) = line.split_once(' ').unwrap();
        let bytes: Vec<u8> = (0..digits.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
            .collect();
        all.entry(name.to_owned())
            .or_insert_with(Vec::new)
            .push(floats(&bytes));
    }
    all
}

#[test]
fn every_family_computes_what_llama_cpp_computed() {
    let recorded = recorded();
    for shape in shapes() {
        let model = synthetic::model(&shape, Format::F32, 3).unwrap();
        let ours = logits(&model, &prompt());
        for (position, theirs) in RECORDED.iter().zip(&recorded[&shape.name]) {
            let error = relative_error(theirs, &ours[*position]);
            assert!(
                error < bound(&model),
                "{}, position {position}: {error:.1e}",
                shape.name
            );
            // What is compared is not all the same.
            let spread = relative_error(&vec![0.0; VOCABULARY], &ours[*position]);
            assert!(spread > 0.5, "{}: {spread}", shape.name);
        }
    }
}

#[test]
fn llama_cpp_still_says_so() {
    let Some(yardstick) = yardstick() else { return };
    let folder = std::env::temp_dir().join(format!("weighbridge-families-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut lines = String::new();
    for shape in shapes() {
        let model = synthetic::model(&shape, Format::F32, 3).unwrap();
        let file = folder.join(format!("{}.gguf", shape.name));
        std::fs::write(&file, save::gguf(&model, &Vocabulary::of_bytes(VOCABULARY))).unwrap();
        let theirs = ask(&yardstick, &file);
        for position in RECORDED {
            let bytes = theirs[position].iter().flat_map(|x| x.to_le_bytes());
            let digits: String = bytes.map(|byte| format!("{byte:02x}")).collect();
            lines.push_str(&format!("{} {digits}\n", shape.name));
        }
        compare(&shape.name, &model, &theirs);
    }
    std::fs::remove_dir_all(&folder).unwrap();
    if std::env::var_os("WEIGHBRIDGE_RECORD").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/families/llama-cpp.txt");
        std::fs::write(path, lines).unwrap();
    }
}

#[test]
fn files_of_another_writer_compute_what_llama_cpp_computes() {
    let Some(folder) = std::env::var_os("WEIGHBRIDGE_FAMILY_FILES") else {
        return;
    };
    let yardstick = yardstick().unwrap();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let model = model_from_gguf(&map(&file).unwrap()).unwrap();
        compare(&file.display().to_string(), &model, &ask(&yardstick, &file));
    }
}

fn compare(name: &str, model: &Model, theirs: &[Vec<f32>]) {
    let ours = logits(model, &prompt());
    assert_eq!(ours.len(), theirs.len());
    let errors = theirs
        .iter()
        .zip(&ours)
        .map(|(theirs, ours)| relative_error(theirs, ours));
    let worst = errors.fold(0.0, f64::max);
    println!("{name}: {worst:.1e} at the worst position");
    assert!(worst < bound(model), "{name}: {worst:.1e}");
}
