//! Memory for weights: one piece, aligned to cache lines, in large pages where the system has them.
#![allow(unsafe_code, reason = "lines are bytes seen another way")]

/// A cache line.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([u8; 64]);

/// One piece of memory that starts small and grows up to what was reserved.
pub(crate) struct Lines {
    lines: Vec<Line>,
}

impl Lines {
    /// Room for so many bytes, none of them used; none where there is no such room.
    pub(crate) fn reserve(bytes: usize) -> Option<Lines> {
        let mut lines = Vec::new();
        lines.try_reserve_exact(bytes.div_ceil(64)).ok()?;
        advise(&mut lines);
        Some(Lines { lines })
    }

    /// Adds so many bytes, a multiple of 64, all zero, and gives them.
    pub(crate) fn grow(&mut self, bytes: usize) -> &mut [u8] {
        let before = self.lines.len();
        self.lines
            .resize(before + bytes.div_ceil(64), Line([0; 64]));
        let new = &mut self.lines[before..];
        let length = std::mem::size_of_val(new);
        // SAFETY: lines are nothing but bytes, without gaps, and borrowed as long as the result.
        unsafe { std::slice::from_raw_parts_mut(new.as_mut_ptr().cast(), length) }
    }

    /// All bytes in use.
    pub(crate) fn bytes(&self) -> &[u8] {
        let length = std::mem::size_of_val(&*self.lines);
        // SAFETY: as above.
        unsafe { std::slice::from_raw_parts(self.lines.as_ptr().cast(), length) }
    }
}

impl Lines {
    /// All bytes in use, to be written.
    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        let length = std::mem::size_of_val(&*self.lines);
        // SAFETY: as above, and borrowed alone.
        unsafe { std::slice::from_raw_parts_mut(self.lines.as_mut_ptr().cast(), length) }
    }
}

/// Asks for large pages, which save look-ups of addresses; nothing depends on getting them.
fn advise(lines: &mut Vec<Line>) {
    #[cfg(target_os = "linux")]
    {
        const PAGE: usize = 4096;
        let start = (lines.as_mut_ptr() as usize).next_multiple_of(PAGE);
        let end = lines.as_mut_ptr() as usize + lines.capacity() * 64;
        if end > start + (2 << 20) {
            // SAFETY: the range lies in what the vector has reserved, and this advice changes
            // no content.
            let _ = unsafe {
                rustix::mm::madvise(
                    start as *mut std::ffi::c_void,
                    (end - start) / PAGE * PAGE,
                    rustix::mm::Advice::LinuxHugepage,
                )
            };
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = lines;
}
