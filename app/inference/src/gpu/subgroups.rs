//! Whether sums over lanes that run together can be relied on.

use super::buffers::Buffers;
use super::device::Device;
use super::kernels::{Kernel, Kernels, Tokens};
use crate::runtime::RunError;

/// Lanes of the kernel that tries them.
const LANES: usize = 256;

/// The most lanes that run together, where sums over them are offered and found right here.
///
/// The kernels number their lanes by subgroup; that a workgroup is whole subgroups which cover it
/// is so everywhere we know of and promised nowhere, so it is tried.
///
/// # Errors
/// [`RunError`] where the device fails.
pub(super) fn usable(device: &Device) -> Result<Option<u32>, RunError> {
    let Some((_, most)) = device.facts().subgroup else {
        return Ok(None);
    };
    // A team is whole subgroups, and four teams are no more than 256 lanes.
    if most > 64 {
        return Ok(None);
    }
    let buffers = Buffers::new(device);
    let found = buffers.numbers("found", LANES * 2)?;
    let out = buffers.read_back(LANES * 8)?;
    let kernels = Kernels::new(false, None);
    let kernel = Kernel::Subgroups;
    let pipeline = kernels.pipeline(device, kernel, Tokens::One, 1)?;
    let binds = kernels.bind(device, kernel, &[&found]);
    let mut encoder = device
        .device
        .create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
    {
        let mut pass = encoder.begin_compute_pass(&wgpu::ComputePassDescriptor::default());
        pass.set_pipeline(&pipeline);
        pass.set_bind_group(0, &binds, &[]);
        pass.dispatch_workgroups(1, 1, 1);
    }
    encoder.copy_buffer_to_buffer(&found, 0, &out, 0, LANES as u64 * 8);
    device.queue.submit([encoder.finish()]);
    let bytes = device.read(&out, LANES * 8)?;
    let words: Vec<u32> = bytes
        .chunks_exact(4)
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
        .collect();
    let (times, sums) = words.split_at(LANES);
    let each_once = times.iter().all(|times| *times == 1);
    Ok((each_once && sums.iter().all(|sum| *sum == 1)).then_some(most))
}
