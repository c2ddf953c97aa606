//! The numbers that a dispatch is given once and for all.

/// The numbers of `Shape` in `shared.wgsl`, in its order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    pub(super) rows: usize,
    pub(super) first_row: usize,
    pub(super) blocks: usize,
    pub(super) columns: usize,
    pub(super) stride: usize,
    pub(super) sum_stride: usize,
    pub(super) query_rows: usize,
    pub(super) key_rows: usize,
    pub(super) heads: usize,
    pub(super) key_value_heads: usize,
    pub(super) head_size: usize,
    pub(super) turned: usize,
    pub(super) window: usize,
    pub(super) has_bias: bool,
    pub(super) vocabulary: usize,
    pub(super) epsilon: f32,
    pub(super) scale: f32,
    pub(super) cap: f32,
}

impl Shape {
    /// As the GPU reads them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let counts = [
            self.rows,
            self.first_row,
            self.blocks,
            self.columns,
            self.stride,
            self.sum_stride,
            self.query_rows,
            self.key_rows,
            self.heads,
            self.key_value_heads,
            self.head_size,
            self.turned,
            self.window,
            usize::from(self.has_bias),
            self.vocabulary,
            0,
        ];
        let words = counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        let numbers = [self.epsilon, self.scale, self.cap, 0.0];
        let words = words.iter().flat_map(|word| word.to_le_bytes());
        words
            .chain(numbers.iter().flat_map(|number| number.to_le_bytes()))
            .collect()
    }
}
