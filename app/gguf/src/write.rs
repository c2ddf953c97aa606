//! Writes small files, for tests and for whoever wants to try the reader.

use crate::format::Format;

/// A file that is being written, version 3.
#[derive(Debug, Clone, Default)]
pub struct Writer {
    entries: Vec<u8>,
    entry_count: u64,
    tensors: Vec<u8>,
    tensor_count: u64,
    data: Vec<u8>,
}

/// A value to write.
#[derive(Debug, Clone)]
pub enum Entry<'a> {
    /// A whole number of 32 bits.
    U32(u32),
    /// A floating-point number of 32 bits.
    F32(f32),
    /// A truth value.
    Truth(bool),
    /// A text.
    Text(&'a str),
    /// A list of texts.
    Texts(&'a [&'a str]),
    /// A list of floating-point numbers of 32 bits.
    F32s(&'a [f32]),
    /// A list of whole numbers with a sign, of 32 bits.
    I32s(&'a [i32]),
    /// A list of truth values.
    Truths(&'a [bool]),
}

const ALIGNMENT: usize = 32;

fn text(to: &mut Vec<u8>, text: &str) {
    to.extend((text.len() as u64).to_le_bytes());
    to.extend(text.as_bytes());
}

fn list(to: &mut Vec<u8>, kind: u32, count: usize) {
    to.extend(9_u32.to_le_bytes());
    to.extend(kind.to_le_bytes());
    to.extend((count as u64).to_le_bytes());
}

impl Writer {
    /// Adds a key with its value.
    pub fn entry(&mut self, key: &str, value: Entry) -> &mut Writer {
        let to = &mut self.entries;
        text(to, key);
        let mut plain = |kind: u32, bytes: &[u8]| {
            to.extend(kind.to_le_bytes());
            to.extend(bytes);
        };
        match value {
            Entry::U32(number) => plain(4, &number.to_le_bytes()),
            Entry::F32(number) => plain(6, &number.to_le_bytes()),
            Entry::Truth(truth) => plain(7, &[u8::from(truth)]),
            Entry::Text(value) => {
                plain(8, &[]);
                text(to, value);
            }
            Entry::Texts(values) => {
                list(to, 8, values.len());
                values.iter().for_each(|value| text(to, value));
            }
            Entry::F32s(values) => {
                list(to, 6, values.len());
                to.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
            Entry::I32s(values) => {
                list(to, 5, values.len());
                to.extend(values.iter().flat_map(|value| value.to_le_bytes()));
            }
            Entry::Truths(values) => {
                list(to, 7, values.len());
                to.extend(values.iter().map(|value| u8::from(*value)));
            }
        }
        self.entry_count += 1;
        self
    }

    /// Adds a tensor, its sizes as a file has them: that of a row first.
    pub fn tensor(
        &mut self,
        name: &str,
        format: Format,
        sizes: &[usize],
        bytes: &[u8],
    ) -> &mut Writer {
        text(&mut self.tensors, name);
        self.tensors.extend((sizes.len() as u32).to_le_bytes());
        for size in sizes {
            self.tensors.extend((*size as u64).to_le_bytes());
        }
        self.tensors.extend(format.number().to_le_bytes());
        self.tensors.extend((self.data.len() as u64).to_le_bytes());
        self.data.extend(bytes);
        self.data
            .resize(self.data.len().next_multiple_of(ALIGNMENT), 0);
        self.tensor_count += 1;
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut file = b"GGUF".to_vec();
        file.extend(3_u32.to_le_bytes());
        file.extend(self.tensor_count.to_le_bytes());
        file.extend(self.entry_count.to_le_bytes());
        file.extend(&self.entries);
        file.extend(&self.tensors);
        if self.tensor_count > 0 {
            file.resize(file.len().next_multiple_of(ALIGNMENT), 0);
        }
        file.extend(&self.data);
        file
    }
}
