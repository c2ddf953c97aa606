//! Brings weights to the GPU, laid out for its kernels and split below the adapter's limit.

use super::buffers::Buffers;
use super::layout::{Kind, blocks, write_row};
use crate::model::Tensor;
use crate::runtime::{RunError, Unsupported};

/// A matrix on the GPU: rows of one or more tensors, split where formats change and where a part
/// would be more than a kernel may see at once.
pub(super) struct Matrix {
    pub(super) columns: usize,
    pub(super) parts: Vec<Part>,
}

/// Some rows of a matrix.
pub(super) struct Part {
    pub(super) kind: Kind,
    pub(super) first_row: usize,
    pub(super) rows: usize,
    pub(super) quants: wgpu::Buffer,
    pub(super) scales: wgpu::Buffer,
}

/// A row of a tensor.
pub(super) type Row<'a> = (&'a Tensor, usize);

/// Parts begin at multiples of this, so that sums over rows have places of their own.
const ALIGNED_ROWS: usize = 64;

/// Bytes that are laid out and sent at once.
const SENT_BYTES: usize = 32 << 20;

impl Matrix {
    /// Sends rows to the GPU.
    ///
    /// # Errors
    /// [`RunError::Memory`] where they find no room, [`RunError::Unsupported`] where a few rows
    /// are more than a kernel may see at once.
    pub(super) fn upload(
        buffers: &Buffers<'_>,
        rows: &[Row<'_>],
        written_out: bool,
    ) -> Result<Matrix, RunError> {
        let columns = rows.first().map_or(0, |(tensor, _)| tensor.columns);
        let kind_of = |(tensor, _): &Row<'_>| match written_out {
            true => Kind::F32,
            false => Kind::of(tensor.format),
        };
        let mut parts = Vec::new();
        let mut first_row = 0;
        for same in rows.chunk_by(|one, other| kind_of(one) == kind_of(other)) {
            let kind = kind_of(&same[0]);
            let (quant_bytes, scale_bytes) = kind.row_bytes(blocks(columns));
            let most = buffers.device.largest_binding() as usize / quant_bytes.max(scale_bytes);
            let most = most / ALIGNED_ROWS * ALIGNED_ROWS;
            if most == 0 {
                return Err(RunError::Unsupported {
                    what: Unsupported::Rows {
                        rows: ALIGNED_ROWS,
                        columns,
                    },
                });
            }
            for rows in same.chunks(most) {
                parts.push(upload_part(buffers, kind, first_row, rows)?);
                first_row += rows.len();
            }
        }
        Ok(Matrix { columns, parts })
    }

    /// Rows of all parts.
    pub(super) fn rows(&self) -> usize {
        self.parts.iter().map(|part| part.rows).sum()
    }
}

fn upload_part(
    buffers: &Buffers<'_>,
    kind: Kind,
    first_row: usize,
    rows: &[Row<'_>],
) -> Result<Part, RunError> {
    let columns = rows[0].0.columns;
    let (quant_bytes, scale_bytes) = kind.row_bytes(blocks(columns));
    let quants = buffers.storage("weights", quant_bytes * rows.len())?;
    let scales = buffers.storage("scales", scale_bytes * rows.len())?;
    let at_once = (SENT_BYTES / quant_bytes)
        .max(1)
        .next_multiple_of(ALIGNED_ROWS);
    for (number, rows) in rows.chunks(at_once).enumerate() {
        let first = number * at_once;
        let (laid_out, laid_out_scales) = lay_out(kind, columns, rows);
        let queue = &buffers.device.queue;
        queue.write_buffer(&quants, (first * quant_bytes) as u64, &laid_out);
        if scale_bytes > 0 {
            queue.write_buffer(&scales, (first * scale_bytes) as u64, &laid_out_scales);
        }
        // What is sent waits in memory of its own until it is submitted.
        queue.submit([]);
        buffers.device.wait()?;
    }
    Ok(Part {
        kind,
        first_row,
        rows: rows.len(),
        quants,
        scales,
    })
}

/// Rows as they lie on the GPU, filled up to what is copied at once.
fn lay_out(kind: Kind, columns: usize, rows: &[Row<'_>]) -> (Vec<u8>, Vec<u8>) {
    let (quant_bytes, scale_bytes) = kind.row_bytes(blocks(columns));
    let mut quants = vec![0; quant_bytes * rows.len()];
    let mut scales = vec![0; (scale_bytes * rows.len()).next_multiple_of(4)];
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = rows.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let mut scales = scales.as_mut_slice();
        for (rows, quants) in rows
            .chunks(share)
            .zip(quants.chunks_mut(share * quant_bytes))
        {
            let (own, rest) = scales.split_at_mut(scale_bytes * rows.len());
            scales = rest;
            scope.spawn(move || {
                for (number, (tensor, row)) in rows.iter().enumerate() {
                    let row_bytes = tensor.place.len() / tensor.rows;
                    let bytes = &tensor.data()[row * row_bytes..][..row_bytes];
                    let quants = &mut quants[number * quant_bytes..][..quant_bytes];
                    let scales = &mut own[number * scale_bytes..][..scale_bytes];
                    write_row(tensor.format, kind, columns, bytes, quants, scales);
                }
            });
        }
    });
    (quants, scales)
}
