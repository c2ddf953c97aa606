//! Rates of a GPU, measured in this process: kernels in WGSL over memory beyond its caches.
//!
//! A repetition is some tens of milliseconds of work, handed over in submissions that each stay
//! well below the second or two after which systems take a GPU for dead.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use weighbridge_units::Message;
use wgpu::util::DeviceExt;

use super::{Rate, RateKind, Spread};

/// Bytes of each of two buffers, where the GPU takes so much: more than any cache of today.
pub(super) const LARGEST_WORKING_BYTES: u64 = 1 << 30;

/// What a submission should take.
const SUBMISSION_SECONDS: f64 = 0.1;

/// Invocations of a workgroup, as the kernels say.
const GROUP: u32 = 256;

/// Workgroups of the kernels of arithmetic.
const ARITHMETIC_GROUPS: u32 = 2048;

/// Chains of multiply-adds in an invocation, of four lanes each.
const CHAINS: u64 = 8;

/// Steps of each chain in a pass.
const STEPS: u64 = 8;

/// Bytes of an element of the buffers.
const ELEMENT: u64 = 16;

/// Clocks that differ by more are not both right.
const AGREEMENT: f64 = 0.1;

/// What was measured.
pub(super) struct Measured {
    pub(super) working_bytes: u64,
    pub(super) rates: Vec<Rate>,
    pub(super) notes: Vec<Message>,
}

/// An opened GPU with its buffers.
struct Bench {
    device: wgpu::Device,
    queue: wgpu::Queue,
    buffers: [wgpu::Buffer; 2],
    elements: u64,
    /// Where the GPU's clock is written, if it has one.
    clock: Option<Clock>,
    error: Arc<Mutex<Option<String>>>,
}

struct Clock {
    times: wgpu::QuerySet,
    resolved: wgpu::Buffer,
    readable: wgpu::Buffer,
    nanoseconds_a_tick: f64,
}

/// A kernel ready to be handed over.
struct Kernel {
    kind: RateKind,
    pipeline: wgpu::ComputePipeline,
    /// Bytes or operations of an element moved, or of a pass of all invocations.
    units: f64,
}

/// A piece of work: elements from and to, or passes.
#[derive(Clone, Copy)]
struct Piece {
    first: u64,
    end: u64,
    passes: u32,
    /// How often it is done within one submission.
    times: u32,
}

/// Measures what the adapter offers.
///
/// # Errors
/// A sentence where no device can be had, memory runs out or the device is lost.
pub(super) fn measure(
    adapter: &wgpu::Adapter,
    most_bytes: u64,
    repeats: u32,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(RateKind, f64),
) -> Result<Measured, Message> {
    let bench = Bench::open(adapter, most_bytes)?;
    let mut rates = Vec::new();
    let mut notes = Vec::new();
    let fill = bench.kernel(RateKind::Copy, "fill", include_str!("kernels.wgsl"), 0.0)?;
    let whole = bench.pieces_of_memory(&fill)?;
    bench.run(&fill, &whole)?;
    let mut kinds = vec![RateKind::Read, RateKind::Copy, RateKind::F32];
    if bench.device.features().contains(wgpu::Features::SHADER_F16) {
        kinds.push(RateKind::F16);
    }
    kinds.push(RateKind::Int8);
    for (place, kind) in kinds.iter().enumerate() {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        tell(*kind, place as f64 / kinds.len() as f64);
        match bench.rate(*kind, repeats, cancel) {
            Ok(Some(rate)) => rates.push(rate),
            Ok(None) => break,
            // Memory is what everything else rests on; arithmetic may be missing.
            Err(reason) if kind.is_memory() => return Err(reason),
            Err(reason) => notes.push(reason),
        }
    }
    Ok(Measured {
        working_bytes: bench.elements * ELEMENT,
        rates,
        notes,
    })
}

impl Bench {
    fn open(adapter: &wgpu::Adapter, most_bytes: u64) -> Result<Bench, Message> {
        let offered = adapter.features();
        let wanted = wgpu::Features::SHADER_F16 | wgpu::Features::TIMESTAMP_QUERY;
        let limits = adapter.limits();
        let descriptor = wgpu::DeviceDescriptor {
            label: Some("rates"),
            required_features: offered & wanted,
            required_limits: limits.clone(),
            ..Default::default()
        };
        let opened = pollster::block_on(adapter.request_device(&descriptor));
        let (device, queue) = opened.map_err(|error| failed("rates-no-device", &error))?;
        let error = Arc::new(Mutex::new(None));
        let keep = |error: &Arc<Mutex<Option<String>>>, said: String| {
            let mut kept = error.lock().unwrap_or_else(PoisonError::into_inner);
            kept.get_or_insert(said);
        };
        device.on_uncaptured_error(Arc::new({
            let error = Arc::clone(&error);
            move |said: wgpu::Error| keep(&error, said.to_string())
        }));
        device.set_device_lost_callback({
            let error = Arc::clone(&error);
            move |_, said| keep(&error, said)
        });
        let bytes = [
            LARGEST_WORKING_BYTES,
            limits.max_buffer_size,
            limits.max_storage_buffer_binding_size,
            most_bytes,
        ];
        let bytes = bytes.into_iter().min().unwrap_or(0);
        let elements =
            (bytes / ELEMENT / u64::from(GROUP) * u64::from(GROUP)).max(u64::from(GROUP));
        let buffer = || {
            device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size: elements * ELEMENT,
                usage: wgpu::BufferUsages::STORAGE,
                mapped_at_creation: false,
            })
        };
        let buffers = [buffer(), buffer()];
        let clock = device
            .features()
            .contains(wgpu::Features::TIMESTAMP_QUERY)
            .then(|| Clock::new(&device, &queue));
        let bench = Bench {
            device,
            queue,
            buffers,
            elements,
            clock,
            error,
        };
        bench.check()?;
        Ok(bench)
    }

    /// What went wrong meanwhile, if anything did.
    fn check(&self) -> Result<(), Message> {
        let kept = self.error.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_deref() {
            Some(said) => Err(failed("rates-gpu-error", &in_one_line(said))),
            None => Ok(()),
        }
    }

    fn kernel(
        &self,
        kind: RateKind,
        entry: &str,
        source: &str,
        units: f64,
    ) -> Result<Kernel, Message> {
        let module = self
            .device
            .create_shader_module(wgpu::ShaderModuleDescriptor {
                label: Some(entry),
                source: wgpu::ShaderSource::Wgsl(source.into()),
            });
        let entry_of = |binding, ty| wgpu::BindGroupLayoutEntry {
            binding,
            visibility: wgpu::ShaderStages::COMPUTE,
            ty: wgpu::BindingType::Buffer {
                ty,
                has_dynamic_offset: false,
                min_binding_size: None,
            },
            count: None,
        };
        let storage = wgpu::BufferBindingType::Storage { read_only: false };
        let layout = self
            .device
            .create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
                label: None,
                entries: &[
                    entry_of(0, wgpu::BufferBindingType::Uniform),
                    entry_of(1, storage),
                    entry_of(2, storage),
                ],
            });
        let layout = self
            .device
            .create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
                label: None,
                bind_group_layouts: &[Some(&layout)],
                ..Default::default()
            });
        let pipeline = self
            .device
            .create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
                label: Some(entry),
                layout: Some(&layout),
                module: &module,
                entry_point: Some(entry),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                cache: None,
            });
        self.check()?;
        Ok(Kernel {
            kind,
            pipeline,
            units,
        })
    }

    /// Measures one rate; nothing where somebody cancelled.
    fn rate(
        &self,
        kind: RateKind,
        repeats: u32,
        cancel: &AtomicBool,
    ) -> Result<Option<Rate>, Message> {
        let kernel = match kind {
            RateKind::Read => {
                self.kernel(kind, "read", include_str!("kernels.wgsl"), ELEMENT as f64)
            }
            RateKind::Copy => self.kernel(
                kind,
                "copy",
                include_str!("kernels.wgsl"),
                2.0 * ELEMENT as f64,
            ),
            kind => {
                let (source, operations) = arithmetic(kind);
                self.kernel(kind, "calculate", &source, operations)
            }
        }?;
        let pieces = match kind.is_memory() {
            true => self.pieces_of_memory(&kernel)?,
            false => self.pieces_of_arithmetic(&kernel)?,
        };
        let units: f64 = pieces
            .iter()
            .map(|piece| {
                let done = match kernel.kind.is_memory() {
                    true => (piece.end - piece.first) as f64,
                    false => f64::from(piece.passes),
                };
                done * f64::from(piece.times) * kernel.units
            })
            .sum();
        let mut samples = Vec::new();
        let mut by_clock = Vec::new();
        // The first repetition warms up.
        for repeat in 0..=repeats.max(1) {
            if cancel.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let (wall, clock) = self.run(&kernel, &pieces)?;
            if repeat > 0 {
                samples.push(units / wall);
                by_clock.extend(clock.map(|seconds| units / seconds));
            }
        }
        let spread = Spread { samples };
        let by_clock = Spread { samples: by_clock }.median();
        let agrees = (by_clock / spread.median() - 1.0).abs() <= AGREEMENT;
        Ok(Some(Rate {
            kind,
            threads: None,
            instructions: None,
            by_gpu_clock: agrees.then_some(by_clock),
            spread,
        }))
    }

    /// The whole of the memory, in pieces that each take no longer than a submission should, or
    /// several times over where it takes less.
    fn pieces_of_memory(&self, kernel: &Kernel) -> Result<Vec<Piece>, Message> {
        let part = |first: u64, end: u64, times: u32| Piece {
            first,
            end,
            passes: 0,
            times,
        };
        // A small part first: a slow GPU must not meet the watchdog on its first kernel.
        let small = (self.elements / 32).max(1);
        self.run(kernel, &[part(0, small, 1)])?;
        let (seconds, _) = self.run(kernel, &[part(0, small, 1)])?;
        let whole = seconds * self.elements as f64 / small as f64;
        if whole > SUBMISSION_SECONDS {
            let count = (whole / SUBMISSION_SECONDS).ceil().min(64.0) as u64;
            let step = self.elements.div_ceil(count);
            let firsts = (0..count).map(|number| number * step);
            let pieces = firsts
                .map(|first| part(first, (first + step).min(self.elements), 1))
                .filter(|piece| piece.end > piece.first);
            return Ok(pieces.collect());
        }
        let (seconds, _) = self.run(kernel, &[part(0, self.elements, 1)])?;
        let times = (SUBMISSION_SECONDS / seconds).clamp(1.0, 1000.0) as u32;
        Ok(vec![part(0, self.elements, times)])
    }

    /// So many passes as a submission should take.
    fn pieces_of_arithmetic(&self, kernel: &Kernel) -> Result<Vec<Piece>, Message> {
        let piece = |passes: u32| Piece {
            first: 0,
            end: 0,
            passes,
            times: 1,
        };
        let mut passes = 1_u32;
        loop {
            let (seconds, _) = self.run(kernel, &[piece(passes)])?;
            if seconds >= SUBMISSION_SECONDS / 3.0 || passes >= 1 << 24 {
                let more = (SUBMISSION_SECONDS / seconds.max(1e-6)).clamp(0.1, 8.0);
                let passes = (f64::from(passes) * more).max(1.0) as u32;
                return Ok(vec![piece(passes)]);
            }
            passes *= 4;
        }
    }

    /// Hands the pieces over and waits; seconds by the wall clock, and by the GPU's.
    fn run(&self, kernel: &Kernel, pieces: &[Piece]) -> Result<(f64, Option<f64>), Message> {
        let layout = kernel.pipeline.get_bind_group_layout(0);
        let mut commands = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            let words = [piece.first as u32, piece.end as u32, piece.passes, 0];
            let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
            let uniform = self
                .device
                .create_buffer_init(&wgpu::util::BufferInitDescriptor {
                    label: None,
                    contents: &bytes,
                    usage: wgpu::BufferUsages::UNIFORM,
                });
            let bound = self.device.create_bind_group(&wgpu::BindGroupDescriptor {
                label: None,
                layout: &layout,
                entries: &[
                    entry(0, &uniform),
                    entry(1, &self.buffers[0]),
                    entry(2, &self.buffers[1]),
                ],
            });
            let groups = match kernel.kind.is_memory() {
                // Four elements an invocation, as the reading kernel takes them.
                true => (piece.end - piece.first)
                    .div_ceil(u64::from(GROUP) * 4)
                    .clamp(1, 65_535) as u32,
                false => ARITHMETIC_GROUPS,
            };
            let mut encoder = self.device.create_command_encoder(&Default::default());
            let is_last = number + 1 == pieces.len();
            {
                let clock = self.clock.as_ref().filter(|_| number == 0 || is_last);
                let writes = clock.map(|clock| wgpu::ComputePassTimestampWrites {
                    query_set: &clock.times,
                    beginning_of_pass_write_index: (number == 0).then_some(0),
                    end_of_pass_write_index: is_last.then_some(1),
                });
                let mut pass = encoder.begin_compute_pass(&wgpu::ComputePassDescriptor {
                    label: None,
                    timestamp_writes: writes,
                });
                pass.set_pipeline(&kernel.pipeline);
                pass.set_bind_group(0, &bound, &[]);
                for _ in 0..piece.times {
                    pass.dispatch_workgroups(groups, 1, 1);
                }
            }
            if is_last && let Some(clock) = &self.clock {
                clock.collect(&mut encoder);
            }
            commands.push(encoder.finish());
        }
        self.wait()?;
        let began = Instant::now();
        for command in commands {
            self.queue.submit([command]);
        }
        self.wait()?;
        let wall = began.elapsed().as_secs_f64();
        self.check()?;
        let clock = match &self.clock {
            Some(clock) => clock.seconds(&self.device),
            None => None,
        };
        Ok((wall.max(1e-9), clock))
    }

    fn wait(&self) -> Result<(), Message> {
        self.device
            .poll(wgpu::PollType::wait_indefinitely())
            .map(|_| ())
            .map_err(|error| failed("rates-gpu-error", &error))
    }
}

impl Clock {
    fn new(device: &wgpu::Device, queue: &wgpu::Queue) -> Clock {
        let buffer = |usage| {
            device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size: 16,
                usage,
                mapped_at_creation: false,
            })
        };
        Clock {
            times: device.create_query_set(&wgpu::QuerySetDescriptor {
                label: None,
                ty: wgpu::QueryType::Timestamp,
                count: 2,
            }),
            resolved: buffer(wgpu::BufferUsages::QUERY_RESOLVE | wgpu::BufferUsages::COPY_SRC),
            readable: buffer(wgpu::BufferUsages::COPY_DST | wgpu::BufferUsages::MAP_READ),
            nanoseconds_a_tick: f64::from(queue.get_timestamp_period()),
        }
    }

    fn collect(&self, encoder: &mut wgpu::CommandEncoder) {
        encoder.resolve_query_set(&self.times, 0..2, &self.resolved, 0);
        encoder.copy_buffer_to_buffer(&self.resolved, 0, &self.readable, 0, 16);
    }

    /// Seconds between the two times; none where the clock stood still or ran backwards.
    fn seconds(&self, device: &wgpu::Device) -> Option<f64> {
        self.readable.map_async(wgpu::MapMode::Read, .., |_| {});
        device.poll(wgpu::PollType::wait_indefinitely()).ok()?;
        let ticks = {
            let view = self.readable.get_mapped_range(..).ok()?;
            let tick = |at: usize| {
                let bytes = view.get(at..at + 8)?.try_into().ok()?;
                Some(u64::from_le_bytes(bytes))
            };
            tick(8)?.checked_sub(tick(0)?)
        };
        self.readable.unmap();
        ticks
            .filter(|ticks| *ticks > 0)
            .map(|ticks| ticks as f64 * self.nanoseconds_a_tick * 1e-9)
    }
}

fn entry(binding: u32, buffer: &wgpu::Buffer) -> wgpu::BindGroupEntry<'_> {
    wgpu::BindGroupEntry {
        binding,
        resource: buffer.as_entire_binding(),
    }
}

/// A kernel of arithmetic, and the operations of a pass of all its invocations.
fn arithmetic(kind: RateKind) -> (String, f64) {
    let (enable, lane, start, step, lanes) = match kind {
        RateKind::F16 => (
            "enable f16;\n",
            "vec4<f16>",
            "vec4<f16>(f16(id.x % 7u))",
            "fma(SUM, vec4<f16>(0.5h), vec4<f16>(1.0h))",
            4,
        ),
        RateKind::Int8 => (
            "",
            "u32",
            "id.x",
            "u32(dot4I8Packed(SUM, 0x01ff02feu)) + SUM",
            // Four pairs.
            4,
        ),
        _ => (
            "",
            "vec4<f32>",
            "vec4<f32>(f32(id.x % 7u))",
            "fma(SUM, vec4<f32>(0.5), vec4<f32>(1.0))",
            4,
        ),
    };
    let names: Vec<String> = (0..CHAINS).map(|number| format!("sum{number}")).collect();
    let mut body = String::new();
    for name in &names {
        body.push_str(&format!("    var {name} = {start};\n"));
    }
    body.push_str("    for (var turn = 0u; turn < work.passes; turn += 1u) {\n");
    for _ in 0..STEPS {
        for name in &names {
            body.push_str(&format!(
                "        {name} = {};\n",
                step.replace("SUM", name)
            ));
        }
    }
    body.push_str("    }\n");
    let zero = format!(
        "{lane}({})",
        if kind == RateKind::Int8 { "3u" } else { "-1" }
    );
    let test = match kind {
        RateKind::Int8 => format!("{} == {zero}", names.join(" + ")),
        _ => format!("all({} == {zero})", names.join(" + ")),
    };
    let source = format!(
        "{enable}struct Work {{ first: u32, end: u32, passes: u32, unused: u32 }}\n\
         @group(0) @binding(0) var<uniform> work: Work;\n\
         @group(0) @binding(1) var<storage, read_write> one: array<vec4<u32>>;\n\
         @group(0) @binding(2) var<storage, read_write> other: array<vec4<u32>>;\n\
         @compute @workgroup_size({GROUP})\n\
         fn calculate(@builtin(global_invocation_id) id: vec3<u32>) {{\n{body}\
             if {test} {{\n        other[id.x] = one[id.x];\n    }}\n}}\n"
    );
    let invocations = u64::from(GROUP) * u64::from(ARITHMETIC_GROUPS);
    let operations = 2 * lanes * CHAINS * STEPS * invocations;
    (source, operations as f64)
}

fn failed(key: &'static str, error: &dyn std::fmt::Display) -> Message {
    Message::new(key).with("reason", in_one_line(&error.to_string()))
}

/// What an error says, in one line of bounded length.
fn in_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let says = |line: &&str| !line.is_empty() && !["Validation Error", "Caused by:"].contains(line);
    let line = lines.filter(says).collect::<Vec<_>>().join("; ");
    line.chars().take(300).collect()
}
