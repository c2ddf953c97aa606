//! One chart as a file of its own: SVG, PDF or PNG, with the look it has on screen.

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;
use weighbridge_charts::svg::number;
use weighbridge_charts::{Chart, Numbers, Palette, Scene, Sheet, Tokens};

use crate::ReportError;
use crate::drawing::{markup, string};
use crate::world::{PaperWorld, messages};

/// The formats of a chart's file.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Format {
    /// Vectors with text in the font family Lato, which the reader needs.
    Svg,
    /// Vectors with text and fonts inside.
    Pdf,
    /// Two pixels to a point on a white ground.
    Png,
}

/// The sizes of a chart's file.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Size {
    /// A 16:9 slide.
    #[default]
    Slide,
    /// Half of a 16:9 slide.
    HalfSlide,
    /// The text width of an A4 page.
    A4Width,
}

/// What a chart's file needs beside the chart.
pub struct Paper<'a> {
    /// Its size.
    pub size: Size,
    /// How numbers are written.
    pub numbers: &'a dyn Numbers,
    /// Its language as an IETF tag (`pt-BR`), so that screen readers pronounce it.
    pub language: &'a str,
    /// Its colours.
    pub palette: &'a Palette,
}

impl Format {
    /// The format that a file name's extension asks for, in any case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Format> {
        match extension.to_ascii_lowercase().as_str() {
            "svg" => Some(Format::Svg),
            "pdf" => Some(Format::Pdf),
            "png" => Some(Format::Png),
            _ => None,
        }
    }
}

impl Size {
    /// The sheet of this size.
    #[must_use]
    pub fn sheet(self) -> Sheet {
        match self {
            Size::Slide => Sheet::SLIDE,
            Size::HalfSlide => Sheet::HALF_SLIDE,
            Size::A4Width => Sheet::A4_WIDTH,
        }
    }
}

impl<'a> Paper<'a> {
    /// White paper of a size in a language.
    #[must_use]
    pub fn new(size: Size, numbers: &'a dyn Numbers, language: &'a str) -> Paper<'a> {
        Paper {
            size,
            numbers,
            language,
            palette: &Tokens::built_in().paper,
        }
    }
}

/// The chart in a format; the same chart and paper give the same bytes.
///
/// # Errors
/// [`ReportError`] where the chart cannot be typeset or written.
pub fn export(chart: &Chart, format: Format, paper: &Paper<'_>) -> Result<Vec<u8>, ReportError> {
    match format {
        Format::Svg => Ok(svg(chart, paper)),
        Format::Pdf => pdf(chart, paper),
        Format::Png => png(chart, paper),
    }
}

/// The chart as a standalone SVG file.
#[must_use]
pub fn svg(chart: &Chart, paper: &Paper<'_>) -> Vec<u8> {
    weighbridge_charts::svg::write(&scene(chart, paper), paper.palette).into_bytes()
}

/// The chart as a PDF file of one page, with selectable text, embedded fonts and no date.
///
/// # Errors
/// [`ReportError`] where the chart cannot be typeset or written.
pub fn pdf(chart: &Chart, paper: &Paper<'_>) -> Result<Vec<u8>, ReportError> {
    let options = PdfOptions {
        ident: Smart::Custom(format!("weighbridge-chart-{}", chart.name)),
        creator: Smart::Custom(Some("Weighbridge".to_owned())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&typeset(chart, paper)?, &options)
        .map_err(|errors| ReportError::Writing(messages(&errors)))
}

/// The chart as a PNG file, two pixels to a point.
///
/// # Errors
/// [`ReportError`] where the chart cannot be typeset or written.
pub fn png(chart: &Chart, paper: &Paper<'_>) -> Result<Vec<u8>, ReportError> {
    let document = typeset(chart, paper)?;
    let page = document
        .pages()
        .first()
        .ok_or_else(|| ReportError::Writing("the document has no page".to_owned()))?;
    let options = RenderOptions {
        pixel_per_pt: Scalar::new(2.0),
        ..RenderOptions::default()
    };
    typst_render::render(page, &options)
        .encode_png()
        .map_err(|error| ReportError::Writing(error.to_string()))
}

fn scene(chart: &Chart, paper: &Paper<'_>) -> Scene {
    Scene::new(chart, paper.size.sheet(), paper.numbers)
}

fn typeset(chart: &Chart, paper: &Paper<'_>) -> Result<PagedDocument, ReportError> {
    let scene = scene(chart, paper);
    let source = format!(
        "#set document(title: {}, date: none)\n\
         #set page(width: {}pt, height: {}pt, margin: 0pt, fill: rgb(\"{}\"))\n\
         #set text(font: \"Lato\", fallback: false, {})\n{}",
        string(&chart.title),
        number(scene.width),
        number(scene.height),
        paper.palette.card.hex(),
        language(paper.language),
        markup(&scene, paper.palette)
    );
    PaperWorld::new(source, None).typeset()
}

/// The language and region of an IETF tag as typst takes them.
fn language(tag: &str) -> String {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or("en");
    match parts.next() {
        Some(region) => format!("lang: {}, region: {}", string(language), string(region)),
        None => format!("lang: {}", string(language)),
    }
}
