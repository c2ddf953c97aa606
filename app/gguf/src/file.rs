//! A file: metadata, and where tensors lie.

use std::ops::Range;

use crate::cursor::Cursor;
use crate::error::{Fault, GgufError, shortened};
use crate::format::Format;
use crate::sort::Sort;
use crate::value::{Kind, List, Value};

/// What a file says, without its tensors' numbers; names and texts lie in the file's bytes.
///
/// What it allocates is less than four times the bytes that it was read from, whatever they are.
///
/// # Source
/// The GGUF specification, `docs/gguf.md` of ggml, versions 2 and 3.
#[derive(Debug, Clone)]
pub struct File<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
    /// Entries by their keys.
    keys: Vec<u32>,
    tensors: Vec<TensorInfo<'a>>,
    /// Tensors by their names.
    names: Vec<u32>,
}

/// Where a value stands.
#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    key: &'a str,
    kind: Kind,
    at: usize,
}

/// A tensor of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensorInfo<'a> {
    /// Its name.
    pub name: &'a str,
    /// How its numbers are stored.
    pub format: Format,
    /// Its sizes, that of a row first; those that it does not have are 1.
    pub sizes: [u64; 4],
    /// Where its bytes lie in the file.
    pub place: Range<usize>,
}

/// Bytes that an entry and a tensor take at the least: lengths, kinds and one number.
const LEAST_ENTRY: usize = 8 + 4 + 1;
const LEAST_TENSOR: usize = 8 + 4 + 8 + 4 + 8;

impl<'a> File<'a> {
    /// Reads what a file says, from all of its bytes, which may be mapped rather than read.
    ///
    /// # Errors
    /// [`GgufError`] with the first thing that is wrong.
    pub fn read(bytes: &'a [u8]) -> Result<File<'a>, GgufError> {
        let mut cursor = Cursor {
            bytes,
            at: 0,
            place: "",
        };
        if !bytes.starts_with(b"GGUF") {
            return Err(cursor.fault(0, Fault::NotGguf));
        }
        cursor.at = 4;
        match cursor.u32()? {
            2 | 3 => {}
            version if (1..=3).contains(&version.swap_bytes()) => {
                return Err(cursor.fault(4, Fault::BigEndian));
            }
            version => return Err(cursor.fault(4, Fault::Version(version))),
        }
        let at = cursor.at;
        let tensor_count = cursor.count(LEAST_TENSOR)?;
        let entry_count = cursor.count(LEAST_ENTRY)?;
        let room = cursor.room();
        let needed = tensor_count as usize * LEAST_TENSOR + entry_count as usize * LEAST_ENTRY;
        if needed > room || tensor_count.max(entry_count) > u64::from(u32::MAX) {
            let count = tensor_count + entry_count;
            return Err(cursor.fault(at, Fault::Count { count, room }));
        }

        let mut entries = Vec::with_capacity(entry_count as usize);
        for _ in 0..entry_count {
            cursor.place = "";
            let key = cursor.text()?;
            cursor.place = key;
            let kind = Kind::read(&mut cursor)?;
            let at = cursor.at;
            Value::read(&mut cursor, kind)?;
            entries.push(Entry { key, kind, at });
        }
        let keys = sorted(&entries, |entry| entry.key).map_err(|number| {
            let entry = &entries[number];
            cursor.place = entry.key;
            cursor.fault(entry.at, Fault::Duplicate)
        })?;
        let mut file = File {
            bytes,
            entries,
            keys,
            tensors: Vec::new(),
            names: Vec::new(),
        };
        let alignment = file.alignment()?;
        file.tensors.reserve_exact(tensor_count as usize);
        for _ in 0..tensor_count {
            cursor.place = "";
            let tensor = TensorInfo::read(&mut cursor, alignment)?;
            file.tensors.push(tensor);
        }
        file.names = sorted(&file.tensors, |tensor| tensor.name).map_err(|number| {
            cursor.place = file.tensors[number].name;
            cursor.fault(cursor.at, Fault::Duplicate)
        })?;
        file.place_tensors(cursor, alignment)?;
        Ok(file)
    }

    fn alignment(&self) -> Result<u64, GgufError> {
        let key = "general.alignment";
        let alignment = self.whole(key)?.unwrap_or(32);
        match alignment.is_power_of_two() && alignment <= 65536 {
            true => Ok(alignment),
            false => Err(self.fault(key, Fault::Alignment(alignment))),
        }
    }

    /// Moves tensors from where data begin to where they lie in the file, and sees that they lie
    /// in it and apart.
    fn place_tensors(&mut self, mut cursor: Cursor<'a>, alignment: u64) -> Result<(), GgufError> {
        let mask = alignment as usize - 1;
        let start = cursor.at.saturating_add(mask) & !mask;
        for tensor in &mut self.tensors {
            cursor.place = tensor.name;
            let size = tensor.place.len();
            let begins = tensor.place.start.saturating_add(start);
            let ends = begins.saturating_add(size);
            if ends > self.bytes.len() {
                let missing = (ends - self.bytes.len()) as u64;
                return Err(cursor.fault(begins, Fault::Ends { missing }));
            }
            tensor.place = begins..ends;
        }
        let mut order: Vec<u32> = (0..self.tensors.len() as u32).collect();
        order.sort_unstable_by_key(|i| self.tensors[*i as usize].place.start);
        for pair in order.windows(2) {
            let [one, other] = [pair[0], pair[1]].map(|i| &self.tensors[i as usize]);
            if other.place.start < one.place.end {
                cursor.place = other.name;
                let other_name = shortened(one.name);
                return Err(cursor.fault(other.place.start, Fault::Overlap { other: other_name }));
            }
        }
        Ok(())
    }

    /// Metadata in the order of the file.
    pub fn metadata(&self) -> impl Iterator<Item = (&'a str, Value<'a>)> {
        self.entries
            .iter()
            .filter_map(|entry| Some((entry.key, self.value(entry)?)))
    }

    /// Tensors in the order of the file.
    pub fn tensors(&self) -> &[TensorInfo<'a>] {
        &self.tensors
    }

    /// The tensor of a name.
    pub fn tensor(&self, name: &str) -> Option<&TensorInfo<'a>> {
        Some(&self.tensors[self.tensor_number(name)?])
    }

    /// Which of the tensors has a name.
    pub fn tensor_number(&self, name: &str) -> Option<usize> {
        let found = self
            .names
            .binary_search_by(|i| self.tensors[*i as usize].name.cmp(name))
            .ok()?;
        Some(self.names[found] as usize)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        self.value(self.entry(key)?)
    }

    fn entry(&self, key: &str) -> Option<&Entry<'a>> {
        let found = self
            .keys
            .binary_search_by(|i| self.entries[*i as usize].key.cmp(key))
            .ok()?;
        Some(&self.entries[self.keys[found] as usize])
    }

    fn value(&self, entry: &Entry<'a>) -> Option<Value<'a>> {
        let mut cursor = Cursor {
            bytes: self.bytes,
            at: entry.at,
            place: entry.key,
        };
        // It was checked when the file was read, so it is there.
        Value::read(&mut cursor, entry.kind).ok()
    }

    /// An error about a key, for those who find its value wanting.
    pub fn fault(&self, key: &str, fault: Fault) -> GgufError {
        GgufError {
            offset: self.entry(key).map_or(0, |entry| entry.at),
            place: shortened(key),
            fault,
        }
    }

    fn typed<T>(
        &self,
        key: &str,
        wanted: Sort,
        convert: impl FnOnce(&Value<'a>) -> Option<T>,
    ) -> Result<Option<T>, GgufError> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        let is = value.sort();
        match convert(&value) {
            Some(converted) => Ok(Some(converted)),
            None => Err(self.fault(key, Fault::Value { is, wanted })),
        }
    }

    /// The whole number, not below nought, of a key.
    ///
    /// # Errors
    /// [`GgufError`] where the value is of another kind.
    pub fn whole(&self, key: &str) -> Result<Option<u64>, GgufError> {
        self.typed(key, Sort::Whole, Value::whole)
    }

    /// The number of a key.
    ///
    /// # Errors
    /// [`GgufError`] where the value is of another kind.
    pub fn number(&self, key: &str) -> Result<Option<f64>, GgufError> {
        self.typed(key, Sort::Number, |value| match value {
            Value::Float(number) => Some(*number),
            Value::Unsigned(number) => Some(*number as f64),
            Value::Signed(number) => Some(*number as f64),
            _ => None,
        })
    }

    /// The truth value of a key.
    ///
    /// # Errors
    /// [`GgufError`] where the value is of another kind.
    pub fn truth(&self, key: &str) -> Result<Option<bool>, GgufError> {
        self.typed(key, Sort::Truth, |value| match value {
            Value::Truth(truth) => Some(*truth),
            _ => None,
        })
    }

    /// The text of a key.
    ///
    /// # Errors
    /// [`GgufError`] where the value is of another kind.
    pub fn text(&self, key: &str) -> Result<Option<&'a str>, GgufError> {
        self.typed(key, Sort::Text, |value| match value {
            Value::Text(text) => Some(*text),
            _ => None,
        })
    }

    /// The list of a key.
    ///
    /// # Errors
    /// [`GgufError`] where the value is of another kind.
    pub fn list(&self, key: &str) -> Result<Option<List<'a>>, GgufError> {
        self.typed(key, Sort::List, |value| match value {
            Value::List(list) => Some(*list),
            _ => None,
        })
    }
}

impl<'a> TensorInfo<'a> {
    /// Reads what is said of a tensor; its place is still counted from where data begin.
    fn read(cursor: &mut Cursor<'a>, alignment: u64) -> Result<TensorInfo<'a>, GgufError> {
        let name = cursor.text()?;
        cursor.place = name;
        let at = cursor.at;
        let dimensions = cursor.u32()?;
        if !(1..=4).contains(&dimensions) {
            return Err(cursor.fault(at, Fault::Dimensions(dimensions)));
        }
        let at = cursor.at;
        let mut sizes = [1; 4];
        for size in &mut sizes[..dimensions as usize] {
            *size = cursor.u64()?;
        }
        if sizes.contains(&0) {
            return Err(cursor.fault(at, Fault::Empty));
        }
        let format_at = cursor.at;
        let number = cursor.u32()?;
        let format = Format::of_number(number)
            .ok_or_else(|| cursor.fault(format_at, Fault::Format(number)))?;
        let columns = sizes[0];
        let (in_block, block_bytes) = format.block();
        if !columns.is_multiple_of(in_block as u64) {
            return Err(cursor.fault(at, Fault::Blocks { columns, format }));
        }
        let size = sizes[1..]
            .iter()
            .try_fold(columns / in_block as u64, |all, size| {
                all.checked_mul(*size)
            })
            .and_then(|blocks| blocks.checked_mul(block_bytes as u64))
            .and_then(|bytes| usize::try_from(bytes).ok())
            .ok_or_else(|| cursor.fault(at, Fault::Size))?;
        let at = cursor.at;
        let offset = cursor.u64()?;
        if !offset.is_multiple_of(alignment) {
            return Err(cursor.fault(at, Fault::Misaligned { offset, alignment }));
        }
        let start = usize::try_from(offset).map_err(|_| cursor.fault(at, Fault::Size))?;
        let end = start
            .checked_add(size)
            .ok_or_else(|| cursor.fault(at, Fault::Size))?;
        Ok(TensorInfo {
            name,
            format,
            sizes,
            place: start..end,
        })
    }

    /// Rows, whatever they are in.
    pub fn rows(&self) -> u64 {
        self.sizes[1..].iter().product()
    }
}

/// The order of things by name, or the number of one whose name another has.
fn sorted<T>(things: &[T], name: impl Fn(&T) -> &str) -> Result<Vec<u32>, usize> {
    let mut order: Vec<u32> = (0..things.len() as u32).collect();
    order.sort_unstable_by(|a, b| {
        let [a, b] = [*a, *b].map(|i| (name(&things[i as usize]), i));
        a.cmp(&b)
    });
    match order
        .windows(2)
        .find(|pair| name(&things[pair[0] as usize]) == name(&things[pair[1] as usize]))
    {
        Some(pair) => Err(pair[1] as usize),
        None => Ok(order),
    }
}
