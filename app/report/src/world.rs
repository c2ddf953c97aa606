//! All that the typesetter can see: one source text, the program's fonts and a date.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use weighbridge_charts::fonts;

use crate::ReportError;

/// How many compilations a cached result outlives without being used.
const CACHE_AGE: usize = 5;

/// A world of one document: no file system, no network, no clock.
pub struct PaperWorld {
    source: Source,
    today: Option<Datetime>,
}

impl PaperWorld {
    /// The world of a source text; `today` is a year, month and day, or `None` where no date may appear.
    #[must_use]
    pub fn new(source: String, today: Option<(i32, u8, u8)>) -> PaperWorld {
        PaperWorld {
            source: Source::new(main_file(), source),
            today: today.and_then(|(year, month, day)| Datetime::from_ymd(year, month, day)),
        }
    }

    /// Typesets the document.
    ///
    /// # Errors
    /// [`ReportError::Typesetting`] with every message of the typesetter.
    pub fn typeset(&self) -> Result<PagedDocument, ReportError> {
        let Warned { output, .. } = typst::compile::<PagedDocument>(self);
        // The cache is shared by all documents of the program; what was not used lately goes.
        typst::comemo::evict(CACHE_AGE);
        output.map_err(|errors| ReportError::Typesetting(messages(&errors)))
    }
}

/// The messages of the typesetter on one line.
pub(crate) fn messages(diagnostics: &[SourceDiagnostic]) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: LazyLock<LazyHash<Library>> =
            LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        static BOOK: LazyLock<LazyHash<FontBook>> =
            LazyLock::new(|| LazyHash::new(FontBook::from_fonts(loaded_fonts())));
        &BOOK
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() {
            Ok(self.source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.source.id() {
            Ok(Bytes::from_string(self.source.text().to_owned()))
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        loaded_fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The name under which the only source text is known.
fn main_file() -> FileId {
    static MAIN: LazyLock<FileId> = LazyLock::new(|| {
        let path = VirtualPath::new("main.typ").expect("a plain name is a path");
        RootedPath::new(VirtualRoot::Project, path).intern()
    });
    *MAIN
}

/// The fonts that the program carries.
fn loaded_fonts() -> &'static [Font] {
    static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
        [
            fonts::LATO_REGULAR,
            fonts::LATO_SEMIBOLD,
            fonts::LATO_BOLD,
            fonts::LATO_ITALIC,
        ]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect()
    });
    &FONTS
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn four_fonts_of_one_family_are_carried() {
        let families: Vec<&str> = loaded_fonts()
            .iter()
            .map(|font| font.info().family.as_str())
            .collect();
        assert_eq!(families, ["Lato"; 4]);
    }

    #[test]
    fn the_date_is_the_one_given() {
        let source = "#assert(datetime.today().display() == \"2026-11-24\")";
        PaperWorld::new(source.into(), Some((2026, 11, 24)))
            .typeset()
            .unwrap();
        PaperWorld::new(source.into(), Some((2026, 11, 25)))
            .typeset()
            .unwrap_err();
        PaperWorld::new(source.into(), None).typeset().unwrap_err();
    }

    #[test]
    fn nothing_outside_the_source_is_reached() {
        for source in [
            "#image(\"logo.png\")",
            "#import \"@preview/cetz:0.4.0\"",
            "#read(\"/etc/hostname\")",
        ] {
            let error = PaperWorld::new(source.into(), None).typeset().unwrap_err();
            assert!(
                matches!(error, ReportError::Typesetting(_)),
                "{source}: {error}"
            );
        }
    }
}
