//! Any bytes: read as a file, as a model and as a tokenizer, without a panic and without more memory
//! than four times the bytes.

#![no_main]

mod seeds;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicIsize, Ordering::Relaxed};

use libfuzzer_sys::fuzz_target;
use weighbridge_fuzz::Bytes;
use weighbridge_fuzz::load::model_from_gguf;
use weighbridge_fuzz::tokenizer::{Encoding, Tokenizer};
use weighbridge_gguf::{File, Value};

struct Counted;

static NOW: AtomicIsize = AtomicIsize::new(0);
static PEAK: AtomicIsize = AtomicIsize::new(0);

#[global_allocator]
static ALLOCATOR: Counted = Counted;

// SAFETY: every call goes on to the system's allocator as it came; counting touches no memory of it.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size() as isize, Relaxed) + layout.size() as isize;
        PEAK.fetch_max(now, Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size() as isize, Relaxed);
        // SAFETY: the same.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Sentences of errors and names of tensors that are looked for are not of the file.
const BESIDE: usize = 4096;

fn within<T>(file: usize, work: impl FnOnce() -> T) -> T {
    let before = NOW.load(Relaxed);
    PEAK.store(before, Relaxed);
    let result = work();
    let peak = (PEAK.load(Relaxed) - before) as usize;
    assert!(peak <= 4 * file + BESIDE, "{peak} bytes for {file}");
    result
}

/// Writes seeds where that is asked, and compiles the expressions by which text is cut, which are
/// kept and not of a file.
fn start() {
    if let Some(folder) = std::env::var_os("FUZZ_SEEDS") {
        let result = seeds::write(folder.as_ref());
        std::process::exit(i32::from(result.is_err()));
    }
    for way in seeds::WAYS {
        let file = seeds::byte_pairs(way);
        assert!(Tokenizer::from_gguf(&File::read(&file).expect(way)).is_ok());
    }
}

fuzz_target!(init: start(), |data: &[u8]| {
    let bytes: Bytes = Arc::new(data.to_vec());
    let size = data.len();
    within(size, || match File::read(data) {
        Ok(file) => {
            for (key, value) in file.metadata() {
                assert!(file.get(key).is_some());
                if let Value::List(list) = value {
                    assert_eq!(list.values().count(), list.len());
                }
            }
            for tensor in file.tensors() {
                assert!(file.tensor(tensor.name).is_some());
                assert!(tensor.place.end <= size);
            }
        }
        Err(error) => assert!(error.to_string().len() < 1000),
    });
    let model = within(size, || model_from_gguf(&bytes));
    match &model {
        Ok(model) => {
            for tensor in model.tensors() {
                let row = tensor.format.row_bytes(tensor.columns);
                assert_eq!(row.and_then(|row| row.checked_mul(tensor.rows)), Some(tensor.data().len()));
            }
            assert!(model.bytes_a_token() <= model.weight_bytes());
        }
        Err(error) => assert!(error.to_string().len() < 2000),
    }
    drop(model);
    let tokenizer = within(size, || Tokenizer::from_gguf(&File::read(data).ok()?).ok());
    if let Some(tokenizer) = tokenizer {
        let text = "A text — with\n\n 123 and “signs”, <s> and 日本語.";
        for is_whole in [false, true] {
            let encoding = Encoding {
                adds_start_and_end: is_whole,
                reads_steering: is_whole,
            };
            let tokens = tokenizer.encode(text, encoding);
            assert!(tokens.iter().all(|token| (*token as usize) < tokenizer.tokens()));
            tokenizer.decode(&tokens);
        }
        assert!(tokenizer.bytes(u32::MAX).is_empty());
    }
});
