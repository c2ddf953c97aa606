//! Charts as files: what they hold, and that the same chart gives the same bytes.
//!
//! With `WEIGHBRIDGE_PICTURES=FOLDER`, the files of every sample are written there to be looked at.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../charts/tests/common/mod.rs"]
mod common;
#[path = "../../engine/tests/samples/mod.rs"]
#[allow(dead_code, reason = "shared with the engine's own tests")]
mod samples;

use std::path::Path;

use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::{PlainNumbers, Tokens};
use weighbridge_engine::evaluate;
use weighbridge_report::chart_export::{self, Format, Paper, Size};
use weighbridge_text::{Locale, Text};
use weighbridge_units::Currency;

fn paper(size: Size) -> Paper<'static> {
    Paper::new(size, &PlainNumbers, "pt-BR")
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let chart = common::cumulative(4, 1e3, true);
    for format in [Format::Svg, Format::Pdf, Format::Png] {
        let first = chart_export::export(&chart, format, &paper(Size::Slide)).unwrap();
        // Another document in between must not leave traces.
        chart_export::export(&common::break_even(), format, &paper(Size::A4Width)).unwrap();
        let second = chart_export::export(&chart, format, &paper(Size::Slide)).unwrap();
        assert!(first == second, "{format:?}");
        assert!(first.len() > 1000, "{format:?}: {} bytes", first.len());
    }
}

#[test]
fn a_png_has_two_pixels_to_a_point() {
    for (size, width, height) in [
        (Size::Slide, 1920, 1080),
        (Size::HalfSlide, 928, 880),
        (Size::A4Width, 964, 580),
    ] {
        let png = chart_export::png(&common::scatter(2), &paper(size)).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let field = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((field(16), field(20)), (width, height), "{size:?}");
    }
}

#[test]
fn a_pdf_has_its_fonts_inside_and_no_date() {
    let pdf = chart_export::pdf(&common::breakdown(4, 1e3), &paper(Size::A4Width)).unwrap();
    let holds = |part: &str| {
        pdf.windows(part.len())
            .any(|window| window == part.as_bytes())
    };
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(holds("Lato-Regular") && holds("FontFile"));
    assert!(holds("pt-BR"));
    assert!(!holds("CreationDate") && !holds("ModDate") && !holds("CreateDate"));
    assert!(!holds("/Subtype/Image") && !holds("/Subtype /Image"));
}

#[test]
fn any_name_can_be_typeset() {
    let mut chart = common::scatter(2);
    chart.title = "R&D \"#let x = 1\" \\ ] $ <b> 模型 \u{0}".into();
    for format in [Format::Svg, Format::Pdf, Format::Png] {
        chart_export::export(&chart, format, &paper(Size::HalfSlide)).unwrap();
    }
    let svg = String::from_utf8(chart_export::svg(&chart, &paper(Size::HalfSlide))).unwrap();
    assert!(svg.contains("R&amp;D &quot;#let x = 1&quot;"));
    assert!(!svg.contains("<b>"));
}

#[test]
fn extensions_choose_the_format() {
    assert_eq!(Format::of_extension("PDF"), Some(Format::Pdf));
    assert_eq!(Format::of_extension("svg"), Some(Format::Svg));
    assert_eq!(Format::of_extension("jpeg"), None);
}

#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("WEIGHBRIDGE_PICTURES") else {
        return;
    };
    let folder = Path::new(&folder);
    let scenario = samples::all_kinds();
    let outcome = evaluate(&scenario);
    for locale in Locale::ALL {
        let text = Text::new(locale).in_currency(Currency::Eur, 0.92);
        let case = Case {
            scenario: &scenario,
            outcome: &outcome,
            text,
        };
        for name in from_outcome::NAMES {
            let chart = from_outcome::chart(&case, name).unwrap();
            let paper = Paper::new(Size::A4Width, &text, locale.tag());
            let png = chart_export::png(&chart, &paper).unwrap();
            std::fs::write(folder.join(format!("{name}-{}.png", locale.tag())), png).unwrap();
        }
    }
    for (name, chart) in common::all() {
        for (size_name, size) in [
            ("slide", Size::Slide),
            ("half", Size::HalfSlide),
            ("a4", Size::A4Width),
        ] {
            let file = |ending: &str| folder.join(format!("{name}-{size_name}{ending}"));
            std::fs::write(
                file(".png"),
                chart_export::png(&chart, &paper(size)).unwrap(),
            )
            .unwrap();
            if size == Size::A4Width {
                std::fs::write(
                    file(".pdf"),
                    chart_export::pdf(&chart, &paper(size)).unwrap(),
                )
                .unwrap();
                std::fs::write(file(".svg"), chart_export::svg(&chart, &paper(size))).unwrap();
            }
            let dark = Paper {
                palette: &Tokens::built_in().dark,
                ..paper(size)
            };
            std::fs::write(file("-dark.png"), chart_export::png(&chart, &dark).unwrap()).unwrap();
        }
    }
}
