//! Reads one thing after the other and never beyond the end.

use crate::error::{Fault, GgufError, shortened};

#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
    /// The key or tensor that is being read.
    pub(crate) place: &'a str,
}

impl<'a> Cursor<'a> {
    pub(crate) fn fault(&self, at: usize, fault: Fault) -> GgufError {
        GgufError {
            offset: at,
            place: shortened(self.place),
            fault,
        }
    }

    pub(crate) fn room(&self) -> usize {
        self.bytes.len() - self.at
    }

    pub(crate) fn take(&mut self, count: u64) -> Result<&'a [u8], GgufError> {
        let room = self.room() as u64;
        if count > room {
            let missing = count - room;
            return Err(self.fault(self.at, Fault::Ends { missing }));
        }
        let taken = &self.bytes[self.at..][..count as usize];
        self.at += taken.len();
        Ok(taken)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, GgufError> {
        let mut number = [0; 4];
        number.copy_from_slice(self.take(4)?);
        Ok(u32::from_le_bytes(number))
    }

    pub(crate) fn u64(&mut self) -> Result<u64, GgufError> {
        let mut number = [0; 8];
        number.copy_from_slice(self.take(8)?);
        Ok(u64::from_le_bytes(number))
    }

    /// A count of things that take so many bytes each at the least.
    pub(crate) fn count(&mut self, least: usize) -> Result<u64, GgufError> {
        let at = self.at;
        let count = self.u64()?;
        let room = self.room();
        match count > (room / least) as u64 {
            true => Err(self.fault(at, Fault::Count { count, room })),
            false => Ok(count),
        }
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, GgufError> {
        let length = self.u64()?;
        let at = self.at;
        let bytes = self.take(length)?;
        std::str::from_utf8(bytes).map_err(|e| self.fault(at + e.valid_up_to(), Fault::Text))
    }
}
