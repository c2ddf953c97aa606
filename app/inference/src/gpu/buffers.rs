//! Buffers, counted.

use std::cell::Cell;

use super::device::Device;
use crate::runtime::{Lack, RunError};

/// Makes buffers on a device and counts their bytes.
pub(super) struct Buffers<'a> {
    pub(super) device: &'a Device,
    taken: Cell<usize>,
}

impl<'a> Buffers<'a> {
    pub(super) fn new(device: &'a Device) -> Buffers<'a> {
        Buffers {
            device,
            taken: Cell::new(0),
        }
    }

    /// Bytes of all buffers made here.
    pub(super) fn taken(&self) -> usize {
        self.taken.get()
    }

    /// A buffer of zeros that kernels read and write.
    ///
    /// # Errors
    /// [`RunError::Memory`] where it is more than a kernel may see at once, or more than there is.
    pub(super) fn storage(&self, what: &str, bytes: usize) -> Result<wgpu::Buffer, RunError> {
        let largest = self.device.largest_binding();
        if bytes as u64 > largest {
            return Err(RunError::Memory {
                bytes,
                lack: Lack::Binding { bytes: largest },
            });
        }
        let usage = wgpu::BufferUsages::STORAGE
            | wgpu::BufferUsages::COPY_DST
            | wgpu::BufferUsages::COPY_SRC;
        self.make(what, bytes, usage)
    }

    /// A buffer of 32-bit numbers for kernels to read and write.
    ///
    /// # Errors
    /// As [`storage`](Self::storage).
    pub(super) fn numbers(&self, what: &str, count: usize) -> Result<wgpu::Buffer, RunError> {
        self.storage(what, count * 4)
    }

    /// A buffer of numbers with these in it.
    ///
    /// # Errors
    /// As [`storage`](Self::storage).
    pub(super) fn filled(&self, what: &str, numbers: &[f32]) -> Result<wgpu::Buffer, RunError> {
        let buffer = self.numbers(what, numbers.len())?;
        let bytes: Vec<u8> = numbers.iter().flat_map(|x| x.to_le_bytes()).collect();
        self.device.queue.write_buffer(&buffer, 0, &bytes);
        Ok(buffer)
    }

    /// A buffer for a step's numbers.
    ///
    /// # Errors
    /// As [`storage`](Self::storage).
    pub(super) fn uniform(&self, what: &str, bytes: usize) -> Result<wgpu::Buffer, RunError> {
        let usage = wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST;
        self.make(what, bytes, usage)
    }

    /// A buffer that the program reads what kernels wrote through.
    ///
    /// # Errors
    /// As [`storage`](Self::storage).
    pub(super) fn read_back(&self, bytes: usize) -> Result<wgpu::Buffer, RunError> {
        let usage = wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST;
        self.make("read back", bytes, usage)
    }

    fn make(
        &self,
        what: &str,
        bytes: usize,
        usage: wgpu::BufferUsages,
    ) -> Result<wgpu::Buffer, RunError> {
        // Empty bindings are not allowed, and copies go by fours.
        let size = bytes.next_multiple_of(16).max(16);
        let buffer = self.device.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some(what),
            size: size as u64,
            usage,
            mapped_at_creation: false,
        });
        self.device.check(size)?;
        self.taken.set(self.taken.get() + size);
        Ok(buffer)
    }
}

impl Device {
    /// What the first bytes of a buffer from [`Buffers::read_back`] hold, once all is done.
    ///
    /// # Errors
    /// [`RunError`] where the device failed.
    pub(super) fn read(&self, buffer: &wgpu::Buffer, bytes: usize) -> Result<Vec<u8>, RunError> {
        let part = buffer.slice(..bytes as u64);
        part.map_async(wgpu::MapMode::Read, |_| {});
        self.wait()?;
        let view = part.get_mapped_range().map_err(|error| RunError::Device {
            reason: error.to_string(),
        })?;
        let copy = view.to_vec();
        drop(view);
        buffer.unmap();
        Ok(copy)
    }
}
