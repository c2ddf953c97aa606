//! Files that somebody made to harm, or that were cut or mixed up: one sentence, no panic, and no
//! more memory than four times the file.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod counted;

use proptest::prelude::*;
use weighbridge_gguf::write::{Entry, Writer};
use weighbridge_gguf::{Fault, File, Format, GgufError, Sort, Value};

/// A small file with a value of most kinds and two tensors.
fn valid() -> Vec<u8> {
    let mut writer = Writer::default();
    writer
        .entry("general.architecture", Entry::Text("llama"))
        .entry("llama.block_count", Entry::U32(2))
        .entry("llama.rope.freq_base", Entry::F32(500_000.0))
        .entry("tokenizer.ggml.add_bos_token", Entry::Truth(true))
        .entry("tokenizer.ggml.tokens", Entry::Texts(&["<s>", "▁a", "b"]))
        .entry("tokenizer.ggml.scores", Entry::F32s(&[0.0, -1.0, -2.0]))
        .entry("tokenizer.ggml.token_type", Entry::I32s(&[3, 1, 1]))
        .entry("pattern", Entry::Truths(&[true, false]))
        .tensor("one", Format::F32, &[3, 2], &[1; 24])
        .tensor("two", Format::Q8_0, &[64], &[2; 68]);
    writer.bytes()
}

/// Reads a file and all its values, and holds the memory that it takes to the limit.
fn read(bytes: &[u8]) -> Result<(), GgufError> {
    let (result, peak): (Result<(), GgufError>, usize) = counted::peak(|| {
        let file = File::read(bytes)?;
        let mut seen = 0;
        for (key, value) in file.metadata() {
            assert!(file.get(key).is_some());
            if let Value::List(list) = value {
                seen += list.values().count();
                assert_eq!(list.values().count(), list.len());
            }
        }
        for tensor in file.tensors() {
            assert_eq!(file.tensor(tensor.name), Some(tensor));
            seen += bytes[tensor.place.clone()].len();
        }
        assert!(seen <= 2 * bytes.len());
        Ok(())
    });
    // A sentence of an error is not of the file.
    assert!(
        peak <= 4 * bytes.len() + 512,
        "{peak} bytes for {}",
        bytes.len()
    );
    if let Err(error) = &result {
        assert!(error.to_string().len() < 1000);
    }
    result
}

#[test]
fn a_valid_file_says_what_was_written() {
    let bytes = valid();
    read(&bytes).unwrap();
    let file = File::read(&bytes).unwrap();
    assert_eq!(file.text("general.architecture"), Ok(Some("llama")));
    assert_eq!(file.whole("llama.block_count"), Ok(Some(2)));
    assert_eq!(file.number("llama.rope.freq_base"), Ok(Some(500_000.0)));
    assert_eq!(file.truth("tokenizer.ggml.add_bos_token"), Ok(Some(true)));
    assert_eq!(file.whole("not.there"), Ok(None));
    let tokens = file.list("tokenizer.ggml.tokens").unwrap().unwrap();
    let texts: Vec<_> = tokens.values().collect();
    assert_eq!(
        texts,
        [Value::Text("<s>"), Value::Text("▁a"), Value::Text("b")]
    );
    let two = file.tensor("two").unwrap();
    assert_eq!(
        (two.format, two.sizes, two.rows()),
        (Format::Q8_0, [64, 1, 1, 1], 1)
    );
    assert_eq!(bytes[two.place.clone()], [2; 68]);
    assert_eq!(two.place.start % 32, 0);
    let wrong = file.whole("general.architecture").unwrap_err();
    assert_eq!(wrong.place, "general.architecture");
    assert!(matches!(wrong.fault, Fault::Value { is: Sort::Text, .. }));
    assert_eq!(
        wrong.to_string(),
        "general.architecture, at byte 56: the value is a text, and a whole number is expected; \
         get or make the file anew"
    );
}

/// The valid file with some bytes put over those that follow a text in it.
fn spoilt(after: &str, skip: usize, bytes: &[u8]) -> Fault {
    let mut file = valid();
    let found = (0..file.len())
        .find(|at| file[*at..].starts_with(after.as_bytes()))
        .unwrap();
    let at = found + after.len() + skip;
    file[at..at + bytes.len()].copy_from_slice(bytes);
    read(&file).unwrap_err().fault
}

#[test]
fn each_fault_is_told() {
    let huge = (1_u64 << 60).to_le_bytes();
    let all = u64::MAX.to_le_bytes();
    assert_eq!(spoilt("", 0, b"GGML"), Fault::NotGguf);
    assert_eq!(spoilt("GGUF", 0, &[1, 0, 0, 0]), Fault::Version(1));
    assert_eq!(spoilt("GGUF", 0, &[0; 4]), Fault::Version(0));
    assert_eq!(spoilt("GGUF", 0, &[0, 0, 0, 3]), Fault::BigEndian);
    for count in [huge, all] {
        for skip in [4, 12] {
            assert!(matches!(spoilt("GGUF", skip, &count), Fault::Count { .. }));
        }
        // The length of a key, of a text, of a list, and a tensor's name.
        assert!(matches!(spoilt("GGUF", 20, &count), Fault::Ends { .. }));
        assert!(matches!(
            spoilt("general.architecture", 4, &count),
            Fault::Ends { .. }
        ));
        assert!(matches!(
            spoilt("ggml.tokens", 8, &count),
            Fault::Count { .. }
        ));
        assert!(matches!(
            spoilt("ggml.scores", 8, &count),
            Fault::Count { .. }
        ));
        // Sizes and the place of a tensor.
        assert!(matches!(
            spoilt("one", 4 + 8, &count),
            Fault::Size | Fault::Ends { .. }
        ));
        assert!(matches!(
            spoilt("two", 4, &count),
            Fault::Ends { .. } | Fault::Blocks { .. }
        ));
    }
    assert_eq!(spoilt("one", 4, &[huge, huge].concat()), Fault::Size);
    assert!(matches!(spoilt("two", 16, &huge), Fault::Ends { .. }));
    assert_eq!(
        spoilt("two", 16, &1_u64.to_le_bytes()),
        Fault::Misaligned {
            offset: 1,
            alignment: 32
        }
    );
    assert_eq!(
        spoilt("two", 16, &0_u64.to_le_bytes()),
        Fault::Overlap {
            other: "one".into()
        }
    );
    assert_eq!(spoilt("one", 4, &[0; 8]), Fault::Empty);
    assert_eq!(spoilt("one", 0, &[0; 4]), Fault::Dimensions(0));
    assert_eq!(spoilt("one", 0, &[5, 0, 0, 0]), Fault::Dimensions(5));
    assert_eq!(spoilt("two", 12, &[20, 0, 0, 0]), Fault::Format(20));
    assert_eq!(
        spoilt("two", 4, &[33]),
        Fault::Blocks {
            columns: 33,
            format: Format::Q8_0
        }
    );
    assert_eq!(
        spoilt("two", 0, &[1, 0, 0, 0, 96]),
        Fault::Ends { missing: 6 }
    );
    assert_eq!(spoilt("block_count", 0, &[13, 0, 0, 0]), Fault::Kind(13));
    assert_eq!(spoilt("add_bos_token", 4, &[2]), Fault::Truth(2));
    assert_eq!(spoilt("general.architecture", 12, &[0xff]), Fault::Text);
    assert_eq!(spoilt("llama.block_", 0, &[0xc3, 0x28]), Fault::Text);
    assert_eq!(spoilt("ggml.tokens", 24, &[0x80]), Fault::Text);
    let unread = spoilt("two", 12, &[39, 0, 0, 0]).to_string();
    assert!(
        unread.contains("MXFP4") && unread.contains("Q4_K"),
        "{unread}"
    );
}

#[test]
fn names_stand_once() {
    let mut writer = Writer::default();
    writer
        .entry("a", Entry::U32(1))
        .entry("b", Entry::U32(2))
        .entry("a", Entry::U32(3));
    let error = read(&writer.bytes()).unwrap_err();
    assert_eq!((error.place.as_str(), error.fault), ("a", Fault::Duplicate));
    let mut writer = Writer::default();
    writer
        .tensor("t", Format::F32, &[1], &[0; 4])
        .tensor("t", Format::F32, &[1], &[0; 4]);
    assert_eq!(read(&writer.bytes()).unwrap_err().fault, Fault::Duplicate);
}

#[test]
fn alignments_are_powers_of_two() {
    for (alignment, is_read) in [
        (0, false),
        (3, false),
        (1, true),
        (64, true),
        (1 << 31, false),
    ] {
        let mut writer = Writer::default();
        writer
            .entry("general.alignment", Entry::U32(alignment))
            .tensor("t", Format::F32, &[1], &[0; 64]);
        let mut bytes = writer.bytes();
        bytes.resize(bytes.len() + 64, 0);
        match read(&bytes) {
            Ok(()) => assert!(is_read),
            Err(error) => {
                assert_eq!(error.fault, Fault::Alignment(alignment.into()));
                assert!(!is_read);
            }
        }
    }
}

#[test]
fn lists_in_lists_have_an_end() {
    // A list of one list of one list … as deep as the file is long.
    let mut file = b"GGUF\x03\0\0\0".to_vec();
    file.extend([0; 8]);
    file.extend(1_u64.to_le_bytes());
    file.extend(1_u64.to_le_bytes());
    file.extend(b"a\x09\0\0\0");
    for _ in 0..100_000 {
        file.extend(b"\x09\0\0\0\x01\0\0\0\0\0\0\0");
    }
    assert!(matches!(read(&file).unwrap_err().fault, Fault::Nested(_)));
}

#[test]
fn many_small_things_take_little() {
    let mut writer = Writer::default();
    let keys: Vec<String> = (0..20_000_u32).map(|i| format!("{i:x}")).collect();
    for key in &keys {
        writer.entry(key, Entry::Truth(true));
    }
    read(&writer.bytes()).unwrap();
    let mut writer = Writer::default();
    for key in &keys {
        writer.tensor(key, Format::F32, &[1], &[0; 4]);
    }
    read(&writer.bytes()).unwrap();
}

#[test]
fn no_part_of_a_file_is_a_file() {
    let bytes = valid();
    for end in 0..bytes.len() - 28 {
        assert!(read(&bytes[..end]).is_err(), "{end} bytes");
    }
}

proptest! {
    #[test]
    fn changed_bytes_do_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = valid();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(end.index(bytes.len()));
        }
        drop(read(&bytes));
    }

    #[test]
    fn any_bytes_after_the_magic_do_no_harm(tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = b"GGUF\x03\0\0\0".to_vec();
        bytes.extend(tail);
        drop(read(&bytes));
    }
}
