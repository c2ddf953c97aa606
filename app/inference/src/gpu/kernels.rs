//! Kernels made ready: sources put together, pipelines compiled once.

use std::cell::RefCell;
use std::collections::HashMap;

use super::device::Device;
use super::layout::Kind;
use super::source::{assemble, section};
use crate::runtime::RunError;

const SHARED: &str = include_str!("shaders/shared.wgsl");
const CACHE: &str = include_str!("shaders/cache.wgsl");
const WEIGHTS: &str = include_str!("shaders/weights.wgsl");
const INPUT: &str = include_str!("shaders/input.wgsl");
const FORMATS: &str = include_str!("shaders/formats.wgsl");
const SQUARES: &str = include_str!("shaders/squares.wgsl");
const MATVEC: &str = include_str!("shaders/matvec.wgsl");
const MATVEC_FEW: &str = include_str!("shaders/matvec_few.wgsl");
const MATMUL: &str = include_str!("shaders/matmul.wgsl");

/// What a kernel does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kernel {
    /// A matrix in a format, what its result becomes, and the blocks of its rows.
    Matrix(Kind, Finish),
    /// Embeddings from a table in a format.
    Embedding(Kind),
    /// The norm of what a part gives, and adding it.
    OutputNorm,
    /// Norms of heads, turning, keeping keys and values.
    HeadNorms,
    /// Attention over one part of the positions.
    Attention,
    /// Takes the parts of attention together.
    Combine,
    /// The largest logits of parts of the vocabulary.
    LargestParts,
    /// The largest of those.
    LargestWhole,
    /// Nothing but being dispatched.
    Nothing,
    /// Reads memory.
    Read,
    /// Tries sums over lanes that run together.
    Subgroups,
}

/// What becomes of a matrix's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Finish {
    /// Queries, keys and values, turned and kept.
    Heads,
    /// The same as it comes, for families that normalise heads.
    RawHeads,
    /// Gates and what they gate.
    Gate,
    /// Added to the residual stream.
    Residual,
    /// As it comes, for families that normalise outputs.
    Raw,
    /// Logits.
    Logits,
}

impl Finish {
    /// Whether its input is normalised on the way.
    fn is_normed(self) -> bool {
        !matches!(self, Finish::Residual | Finish::Raw)
    }

    fn source(self) -> &'static str {
        match self {
            Finish::Heads => include_str!("shaders/finish_heads.wgsl"),
            Finish::RawHeads | Finish::Raw => include_str!("shaders/finish_raw.wgsl"),
            Finish::Gate => include_str!("shaders/finish_gate.wgsl"),
            Finish::Residual => include_str!("shaders/finish_residual.wgsl"),
            Finish::Logits => include_str!("shaders/finish_logits.wgsl"),
        }
    }
}

/// How many tokens a step has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tokens {
    /// One.
    One,
    /// Up to 4.
    Four,
    /// Up to 8.
    Eight,
    /// Up to 32.
    Many,
}

impl Tokens {
    pub(super) fn of(count: usize) -> Tokens {
        match count {
            0..=1 => Tokens::One,
            2..=4 => Tokens::Four,
            5..=8 => Tokens::Eight,
            _ => Tokens::Many,
        }
    }

    /// Rows of a matrix that a workgroup works on.
    pub(super) fn rows(self) -> usize {
        match self {
            Tokens::One | Tokens::Four | Tokens::Eight => 4 * TEAMS as usize,
            Tokens::Many => 32,
        }
    }
}

/// The most tokens of a step.
pub(super) const MOST_TOKENS: usize = 32;

/// Teams of a workgroup, of four rows each.
const TEAMS: u32 = 4;

/// All kernels of a device.
pub(super) struct Kernels {
    uses_gelu: bool,
    subgroup: Option<u32>,
    layouts: RefCell<HashMap<Vec<(u32, Access)>, wgpu::BindGroupLayout>>,
    pipelines: RefCell<HashMap<(Kernel, Tokens, u32), wgpu::ComputePipeline>>,
}

/// What a kernel does with a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Access {
    Uniform,
    Read,
    Write,
}

impl Kernels {
    /// `subgroup` is the most lanes that run together, where sums over them were found right.
    pub(super) fn new(uses_gelu: bool, subgroup: Option<u32>) -> Kernels {
        Kernels {
            uses_gelu,
            subgroup,
            layouts: RefCell::default(),
            pipelines: RefCell::default(),
        }
    }

    /// Binds buffers for a kernel, in the order of their numbers in its source.
    pub(super) fn bind(
        &self,
        device: &Device,
        kernel: Kernel,
        buffers: &[&wgpu::Buffer],
    ) -> wgpu::BindGroup {
        let (source, _) = self.source(kernel, Tokens::One, 1);
        let bindings = bindings(&source);
        let layout = self.layout(device, &bindings);
        debug_assert_eq!(bindings.len(), buffers.len(), "{kernel:?}");
        let entries: Vec<wgpu::BindGroupEntry<'_>> = bindings
            .iter()
            .zip(buffers)
            .map(|((binding, _), buffer)| wgpu::BindGroupEntry {
                binding: *binding,
                resource: buffer.as_entire_binding(),
            })
            .collect();
        device.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: None,
            layout: &layout,
            entries: &entries,
        })
    }

    fn layout(&self, device: &Device, bindings: &[(u32, Access)]) -> wgpu::BindGroupLayout {
        let mut layouts = self.layouts.borrow_mut();
        let make = || {
            let entries: Vec<wgpu::BindGroupLayoutEntry> = bindings
                .iter()
                .map(|(binding, access)| wgpu::BindGroupLayoutEntry {
                    binding: *binding,
                    visibility: wgpu::ShaderStages::COMPUTE,
                    ty: wgpu::BindingType::Buffer {
                        ty: match access {
                            Access::Uniform => wgpu::BufferBindingType::Uniform,
                            Access::Read => wgpu::BufferBindingType::Storage { read_only: true },
                            Access::Write => wgpu::BufferBindingType::Storage { read_only: false },
                        },
                        has_dynamic_offset: false,
                        min_binding_size: None,
                    },
                    count: None,
                })
                .collect();
            let descriptor = wgpu::BindGroupLayoutDescriptor {
                label: None,
                entries: &entries,
            };
            device.device.create_bind_group_layout(&descriptor)
        };
        layouts
            .entry(bindings.to_vec())
            .or_insert_with(make)
            .clone()
    }

    /// The kernel for so many tokens and rows of so many blocks.
    ///
    /// # Errors
    /// [`RunError::Device`] where the driver does not take it.
    pub(super) fn pipeline(
        &self,
        device: &Device,
        kernel: Kernel,
        tokens: Tokens,
        blocks: usize,
    ) -> Result<wgpu::ComputePipeline, RunError> {
        let has_teams = matches!(kernel, Kernel::Matrix(..)) && tokens != Tokens::Many;
        let team = if has_teams { self.team(blocks) } else { 0 };
        // Only matrices have a form for each number of tokens.
        let tokens = match kernel {
            Kernel::Matrix(..) => tokens,
            _ => Tokens::One,
        };
        let key = (kernel, tokens, team);
        if let Some(pipeline) = self.pipelines.borrow().get(&key) {
            return Ok(pipeline.clone());
        }
        let (source, entry) = self.source(kernel, tokens, team);
        let layout = self.layout(device, &bindings(&source));
        let module = device
            .device
            .create_shader_module(wgpu::ShaderModuleDescriptor {
                label: Some("kernel"),
                source: wgpu::ShaderSource::Wgsl(source.into()),
            });
        let layout = device
            .device
            .create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
                label: None,
                bind_group_layouts: &[Some(&layout)],
                immediate_size: 0,
            });
        let pipeline = device
            .device
            .create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
                label: None,
                layout: Some(&layout),
                module: &module,
                entry_point: Some(entry),
                compilation_options: wgpu::PipelineCompilationOptions {
                    // Every kernel writes what it reads of it.
                    zero_initialize_workgroup_memory: false, // typos: as meant
                    ..Default::default()
                },
                cache: None,
            });
        device.check(0)?;
        self.pipelines.borrow_mut().insert(key, pipeline.clone());
        Ok(pipeline)
    }

    /// Lanes of a team: more where rows are long, and whole subgroups.
    fn team(&self, blocks: usize) -> u32 {
        let team = if blocks < 64 { 32 } else { 64 };
        team.max(self.subgroup.unwrap_or(0))
    }

    fn source(&self, kernel: Kernel, tokens: Tokens, team: u32) -> (String, &'static str) {
        let plain = |parts: &[&str]| (assemble(parts, &[]), "main");
        match kernel {
            Kernel::Matrix(kind, finish) => {
                let squares = if finish.is_normed() { SQUARES } else { "" };
                let cache = if finish == Finish::Heads { CACHE } else { "" };
                let (body, count) = match tokens {
                    Tokens::One => (MATVEC, 1),
                    Tokens::Four => (MATVEC_FEW, 4),
                    Tokens::Eight => (MATVEC_FEW, 8),
                    Tokens::Many => (MATMUL, 32),
                };
                let parts = [
                    SHARED,
                    cache,
                    WEIGHTS,
                    INPUT,
                    &section(FORMATS, kind.name()),
                    squares,
                    finish.source(),
                    body,
                ];
                let mut defines = vec![
                    ("NORMED", u32::from(finish.is_normed())),
                    ("SUMMED", u32::from(finish == Finish::Residual)),
                    ("GELU", u32::from(self.uses_gelu)),
                ];
                if tokens != Tokens::Many {
                    defines.extend([
                        ("TEAM", team),
                        ("TEAMS", TEAMS),
                        ("COUNT", count),
                        ("SUBGROUPS", u32::from(self.subgroup.is_some())),
                    ]);
                }
                (assemble(&parts, &defines), "main")
            }
            Kernel::Embedding(kind) => plain(&[
                SHARED,
                WEIGHTS,
                &section(FORMATS, kind.name()),
                include_str!("shaders/embedding.wgsl"),
            ]),
            Kernel::OutputNorm => plain(&[SHARED, include_str!("shaders/output_norm.wgsl")]),
            Kernel::HeadNorms => plain(&[SHARED, CACHE, include_str!("shaders/head_norms.wgsl")]),
            Kernel::Attention => plain(&[SHARED, CACHE, include_str!("shaders/attention.wgsl")]),
            Kernel::Combine => plain(&[SHARED, include_str!("shaders/combine.wgsl")]),
            Kernel::LargestParts => {
                let parts = [SHARED, include_str!("shaders/largest.wgsl")];
                (assemble(&parts, &[]), "parts")
            }
            Kernel::LargestWhole => {
                let parts = [SHARED, include_str!("shaders/largest.wgsl")];
                (assemble(&parts, &[]), "whole")
            }
            Kernel::Subgroups => {
                let parts = [include_str!("shaders/subgroups.wgsl")];
                (assemble(&parts, &[("SUBGROUPS", 1)]), "main")
            }
            Kernel::Read => plain(&[include_str!("shaders/read.wgsl")]),
            Kernel::Nothing => plain(&[include_str!("shaders/nothing.wgsl")]),
        }
    }
}

/// What a source binds where, by number.
fn bindings(source: &str) -> Vec<(u32, Access)> {
    let mut found: Vec<(u32, Access)> = source
        .lines()
        .filter_map(|line| {
            let (number, rest) = line.strip_prefix("@group(0) @binding(")?.split_once(')')?;
            let access = if rest.starts_with(" var<uniform>") {
                Access::Uniform
            } else if rest.starts_with(" var<storage, read>") {
                Access::Read
            } else {
                Access::Write
            };
            Some((number.parse().ok()?, access))
        })
        .collect();
    found.sort_unstable_by_key(|(number, _)| *number);
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;
    use crate::gpu::device::STORAGE_BUFFERS;

    /// Every kernel in every form, with a name.
    fn all() -> Vec<(String, String)> {
        let kinds = [
            Kind::F32,
            Kind::F16,
            Kind::Bf16,
            Kind::Q8_0,
            Kind::Q4_0,
            Kind::Q4_1,
            Kind::Q5_1,
            Kind::Q4K,
            Kind::Q5K,
            Kind::Q6K,
            Kind::Sixteens,
        ];
        let finishes = [
            Finish::Heads,
            Finish::RawHeads,
            Finish::Gate,
            Finish::Residual,
            Finish::Raw,
            Finish::Logits,
        ];
        let mut list = vec![
            Kernel::OutputNorm,
            Kernel::HeadNorms,
            Kernel::Attention,
            Kernel::Combine,
            Kernel::LargestParts,
            Kernel::LargestWhole,
            Kernel::Nothing,
            Kernel::Read,
            Kernel::Subgroups,
        ];
        list.extend(kinds.map(Kernel::Embedding));
        for kind in kinds {
            list.extend(finishes.map(|finish| Kernel::Matrix(kind, finish)));
        }
        let mut found = Vec::new();
        for subgroup in [None, Some(32)] {
            let kernels = Kernels::new(subgroup.is_some(), subgroup);
            for kernel in &list {
                for tokens in [Tokens::One, Tokens::Four, Tokens::Eight, Tokens::Many] {
                    let (source, _) = kernels.source(*kernel, tokens, 64);
                    let name = format!("{kernel:?}-{tokens:?}-{subgroup:?}");
                    found.push((name.replace(['(', ')', ',', ' '], "-"), source));
                }
            }
        }
        found
    }

    /// `WEIGHBRIDGE_KERNELS=FOLDER` writes them there, for translators of systems that are not
    /// at hand.
    #[test]
    fn kernels_bind_no_more_than_is_asked_of_adapters() {
        let folder = std::env::var_os("WEIGHBRIDGE_KERNELS");
        for (name, source) in all() {
            let bound = bindings(&source);
            let storage = bound
                .iter()
                .filter(|(_, access)| *access != Access::Uniform);
            assert!(storage.count() <= STORAGE_BUFFERS as usize, "{name}");
            let numbers: Vec<u32> = bound.iter().map(|(number, _)| *number).collect();
            assert!(numbers.is_sorted_by(|a, b| a < b), "{name} {numbers:?}");
            assert!(!source.contains("//@"), "{name}");
            if let Some(folder) = &folder {
                let path = std::path::Path::new(folder).join(format!("{name}.wgsl"));
                std::fs::write(path, source).unwrap();
            }
        }
    }
}
