//! What draws the window.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use eframe::wgpu;

/// A way of drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Renderer {
    /// Vulkan, Direct3D 12 or Metal.
    Wgpu,
    /// OpenGL.
    Glow,
}

impl Renderer {
    /// The name under which users and drivers know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wgpu if cfg!(windows) => "Direct3D/Vulkan",
            Self::Wgpu if cfg!(target_os = "macos") => "Metal",
            Self::Wgpu => "Vulkan",
            Self::Glow => "OpenGL",
        }
    }

    /// The renderer of this name on the command line.
    pub fn from_option(name: &str) -> Option<Self> {
        match name {
            "wgpu" => Some(Self::Wgpu),
            "glow" => Some(Self::Glow),
            _ => None,
        }
    }
}

/// What the window is drawn with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graphics {
    /// The way of drawing.
    pub renderer: Renderer,
    /// Name of the adapter, as its driver gives it.
    pub adapter: String,
    /// The processor draws: usable, and slower.
    pub is_software: bool,
    /// This start avoids what failed before.
    pub is_safe_mode: bool,
}

/// What eframe ended up with.
pub(super) fn describe(
    context: &eframe::CreationContext<'_>,
    renderer: Renderer,
    is_safe_mode: bool,
) -> Graphics {
    let (adapter, is_software) = if let Some(state) = &context.wgpu_render_state {
        let information = state.adapter.get_info();
        (
            information.name.clone(),
            information.device_type == wgpu::DeviceType::Cpu,
        )
    } else if let Some(gl) = &context.gl {
        let name = gl_renderer(gl);
        let is_software = is_software_name(&name);
        (name, is_software)
    } else {
        (String::new(), false)
    };
    Graphics {
        renderer,
        adapter,
        is_software,
        is_safe_mode,
    }
}

/// The integrated adapter is enough for a window of text and charts, and saves the battery.
/// OpenGL is left to glow: asking for it here too would only slow the start down.
pub(super) fn wgpu_options() -> eframe::WgpuConfiguration {
    let mut setup = eframe::egui_wgpu::WgpuSetupCreateNew::without_display_handle();
    setup.instance_descriptor.backends =
        wgpu::Backends::from_env().unwrap_or(wgpu::Backends::PRIMARY);
    setup.power_preference =
        wgpu::PowerPreference::from_env().unwrap_or(wgpu::PowerPreference::LowPower);
    eframe::WgpuConfiguration {
        wgpu_setup: setup.into(),
        ..Default::default()
    }
}

/// Every adapter that any backend sees, as "name (backend)".
pub(super) fn adapters() -> Vec<String> {
    std::panic::catch_unwind(|| {
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
        let found = ready(instance.enumerate_adapters(wgpu::Backends::all())).unwrap_or_default();
        found
            .iter()
            .map(|adapter| {
                let information = adapter.get_info();
                format!("{} ({})", information.name, information.backend)
            })
            .collect()
    })
    .unwrap_or_default()
}

/// On the desktop wgpu's futures are ready at once; one that is not is given up.
fn ready<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

#[expect(
    unsafe_code,
    reason = "glow marks every call into OpenGL as unsafe; the context is current here"
)]
fn gl_renderer(gl: &eframe::glow::Context) -> String {
    use eframe::glow::HasContext as _;
    // SAFETY: eframe made this context current on this thread before it created the application.
    unsafe { gl.get_parameter_string(eframe::glow::RENDERER) }
}

fn is_software_name(name: &str) -> bool {
    let name = name.to_lowercase();
    [
        "llvmpipe",
        "softpipe",
        "swrast",
        "swiftshader",
        "software",
        "gdi generic",
        "basic render",
    ]
    .iter()
    .any(|sign| name.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn software_is_known_by_its_name() {
        for (name, is_software) in [
            ("llvmpipe (LLVM 15.0.6, 256 bits)", true),
            ("Microsoft Basic Render Driver", true),
            ("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))", true),
            ("GDI Generic", true),
            ("Mesa Intel(R) Xe Graphics (TGL GT2)", false),
            ("NVIDIA GeForce RTX 4070 Laptop GPU/PCIe/SSE2", false),
        ] {
            assert_eq!(is_software_name(name), is_software, "{name}");
        }
    }
}
