//! The text of a PDF file, read from the file's own bytes by another library than the one that wrote them.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// The text of each page in the order in which it is drawn; a new line begins where the baseline changes.
///
/// No-break spaces read as spaces; places where a long word may break are left out.
pub(super) fn pages(pdf: &[u8]) -> Vec<String> {
    let pdf = Pdf::new(pdf.to_vec()).expect("a PDF file");
    let cache = InterpreterCache::new();
    pdf.pages()
        .iter()
        .map(|page| {
            let settings = InterpreterSettings::default();
            let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
            let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
            let mut reader = Reader::default();
            interpret_page(page, &mut context, &mut reader);
            reader.text
        })
        .collect()
}

#[derive(Default)]
struct Reader {
    text: String,
    baseline: Option<f64>,
}

impl Device<'_> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let baseline = (transform * glyph_transform).as_coeffs()[5];
        if self
            .baseline
            .is_some_and(|last| (last - baseline).abs() > 0.5)
        {
            self.text.push('\n');
        }
        self.baseline = Some(baseline);
        let written = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => "\u{fffd}".to_owned(),
        };
        self.text.push_str(
            &written
                .replace(['\u{a0}', '\u{202f}'], " ")
                .replace('\u{200b}', ""),
        );
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
