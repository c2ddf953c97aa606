//! The loops of scale, add and triad, as `gcc -O3` makes them of STREAM.
//!
//! On x86-64 they are written down to the instruction. With one thread a processor of today is
//! not held up by memory alone: how many instructions a number costs decides how far ahead it
//! reads, and where a short loop lies across two lines of code it may lose a third. Neither may
//! be left to how a compiler unrolls or where a linker puts a function, or the same computer would
//! have another bandwidth in every version of the program.
#![allow(
    unsafe_code,
    reason = "loops whose instructions and place in memory must not change"
)]

/// The number that scale and triad multiply by.
pub(super) const SCALAR: f64 = 3.0;

/// b = s c.
pub(super) fn scale(b: &mut [f64], c: &[f64]) {
    let done = pairs::scale(b, c);
    for (b, c) in b.iter_mut().zip(c).skip(done) {
        *b = SCALAR * c;
    }
}

/// c = a + b.
pub(super) fn add(c: &mut [f64], a: &[f64], b: &[f64]) {
    let done = pairs::add(c, a, b);
    for ((c, a), b) in c.iter_mut().zip(a).zip(b).skip(done) {
        *c = a + b;
    }
}

/// a = b + s c.
pub(super) fn triad(a: &mut [f64], b: &[f64], c: &[f64]) {
    let done = pairs::triad(a, b, c);
    for ((a, b), c) in a.iter_mut().zip(b).zip(c).skip(done) {
        *a = b + SCALAR * c;
    }
}

/// Two numbers at once, which every x86-64 can; each function says how many numbers it has done.
#[cfg(target_arch = "x86_64")]
mod pairs {
    use std::arch::asm;
    use std::arch::x86_64::_mm_set1_pd;

    use super::SCALAR;

    /// Writes a loop over pairs of numbers: what it loads, does and stores for each, at `at` bytes
    /// from the start of arrays.
    macro_rules! over_pairs {
        ($bytes:expr, [$($line:literal),*], $($operand:tt)*) => {
            if $bytes > 0 {
                asm!(
                    // Some 35 bytes, which now lie within one line.
                    ".p2align 6",
                    "2:",
                    $($line,)*
                    "add {at}, 16",
                    "cmp {at}, {end}",
                    "jne 2b",
                    at = inout(reg) 0_usize => _,
                    end = in(reg) $bytes,
                    x = out(xmm_reg) _,
                    $($operand)*
                    options(nostack)
                )
            }
        };
    }

    pub(super) fn scale(b: &mut [f64], c: &[f64]) -> usize {
        let pairs = b.len().min(c.len()) / 2;
        // SAFETY: both arrays have so many pairs, `b` is borrowed alone, and SSE2 is part of x86-64.
        unsafe {
            let factor = _mm_set1_pd(SCALAR);
            over_pairs!(
                pairs * 16,
                [
                    "movupd {x}, [{c} + {at}]",
                    "mulpd {x}, {factor}",
                    "movups [{b} + {at}], {x}"
                ],
                b = in(reg) b.as_mut_ptr(),
                c = in(reg) c.as_ptr(),
                factor = in(xmm_reg) factor,
            );
        }
        2 * pairs
    }

    pub(super) fn add(c: &mut [f64], a: &[f64], b: &[f64]) -> usize {
        let pairs = c.len().min(a.len()).min(b.len()) / 2;
        // SAFETY: all arrays have so many pairs; `c` is borrowed alone.
        unsafe {
            over_pairs!(
                pairs * 16,
                [
                    "movupd {x}, [{a} + {at}]",
                    "movupd {y}, [{b} + {at}]",
                    "addpd {x}, {y}",
                    "movups [{c} + {at}], {x}"
                ],
                a = in(reg) a.as_ptr(),
                b = in(reg) b.as_ptr(),
                c = in(reg) c.as_mut_ptr(),
                y = out(xmm_reg) _,
            );
        }
        2 * pairs
    }

    pub(super) fn triad(a: &mut [f64], b: &[f64], c: &[f64]) -> usize {
        let pairs = a.len().min(b.len()).min(c.len()) / 2;
        // SAFETY: all arrays have so many pairs, `a` is borrowed alone, and SSE2 is part of x86-64.
        unsafe {
            let factor = _mm_set1_pd(SCALAR);
            over_pairs!(
                pairs * 16,
                [
                    "movupd {x}, [{c} + {at}]",
                    "movupd {y}, [{b} + {at}]",
                    "mulpd {x}, {factor}",
                    "addpd {x}, {y}",
                    "movups [{a} + {at}], {x}"
                ],
                a = in(reg) a.as_mut_ptr(),
                b = in(reg) b.as_ptr(),
                c = in(reg) c.as_ptr(),
                factor = in(xmm_reg) factor,
                y = out(xmm_reg) _,
            );
        }
        2 * pairs
    }
}

/// Elsewhere the compiler makes the loops.
#[cfg(not(target_arch = "x86_64"))]
mod pairs {
    pub(super) fn scale(_: &mut [f64], _: &[f64]) -> usize {
        0
    }

    pub(super) fn add(_: &mut [f64], _: &[f64], _: &[f64]) -> usize {
        0
    }

    pub(super) fn triad(_: &mut [f64], _: &[f64], _: &[f64]) -> usize {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_worked_on_whatever_the_length() {
        for length in [0_usize, 1, 2, 7, 64] {
            let a: Vec<f64> = (0..length).map(|place| place as f64).collect();
            let b: Vec<f64> = a.iter().map(|number| 10.0 - number).collect();
            let mut out = vec![f64::NAN; length];
            scale(&mut out, &a);
            assert!(out.iter().zip(&a).all(|(out, a)| *out == 3.0 * a));
            add(&mut out, &a, &b);
            assert!(out.iter().all(|out| *out == 10.0));
            triad(&mut out, &a, &b);
            let expected = a.iter().zip(&b).map(|(a, b)| a + 3.0 * b);
            assert!(out.iter().copied().eq(expected));
        }
    }
}
