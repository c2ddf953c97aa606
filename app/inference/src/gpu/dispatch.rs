//! One dispatch, ready to be put into a pass.

use super::device::Device;
use super::kernels::{Kernel, Kernels, Tokens};
use crate::runtime::RunError;

/// One dispatch with all that it binds.
pub(super) struct Dispatch {
    pub(super) kernel: Kernel,
    pub(super) blocks: usize,
    pub(super) groups: Groups,
    pub(super) binds: wgpu::BindGroup,
    /// One for each of [`Tokens`], made when first needed.
    pub(super) pipelines: [Option<wgpu::ComputePipeline>; 4],
}

/// How many workgroups a dispatch has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Groups {
    /// One for each tile of so many rows.
    Rows(usize),
    /// One a token.
    Tokens,
    /// So many a token.
    EachToken(usize),
    /// So many a token and split.
    EachSplit(usize),
    /// So many a token, where there are splits.
    WhereSplit(usize),
    /// So many.
    Fixed(usize),
}

/// What all dispatches of a step are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepShape {
    /// Tokens of the step.
    pub(super) rows: usize,
    /// Parts of the positions in attention.
    pub(super) splits: usize,
}

impl Dispatch {
    /// Puts the dispatch into a pass; gives how many that were, none or one.
    ///
    /// # Errors
    /// [`RunError::Device`] where the driver does not take its kernel.
    pub(super) fn encode(
        &mut self,
        device: &Device,
        kernels: &Kernels,
        pass: &mut wgpu::ComputePass<'_>,
        tokens: Tokens,
        step: StepShape,
    ) -> Result<usize, RunError> {
        let (x, y, z) = match self.groups {
            Groups::Rows(rows) => (rows.div_ceil(tokens.rows()), 1, 1),
            Groups::Tokens => (step.rows, 1, 1),
            Groups::EachToken(count) => (count, step.rows, 1),
            Groups::EachSplit(count) => (count, step.rows, step.splits),
            Groups::WhereSplit(count) if step.splits > 1 => (count, step.rows, 1),
            Groups::WhereSplit(_) => return Ok(0),
            Groups::Fixed(count) => (count, 1, 1),
        };
        let slot = &mut self.pipelines[tokens as usize];
        let pipeline = match slot {
            Some(pipeline) => pipeline,
            None => slot.insert(kernels.pipeline(device, self.kernel, tokens, self.blocks)?),
        };
        pass.set_pipeline(pipeline);
        pass.set_bind_group(0, &self.binds, &[]);
        pass.dispatch_workgroups(x as u32, y as u32, z as u32);
        Ok(1)
    }
}
