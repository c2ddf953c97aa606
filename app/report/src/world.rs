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

/// What stands in for characters that Lato lacks, in running text.
const DEJAVU_SANS: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans.ttf");

/// A world of one document: no file system, no network, no clock.
pub struct PaperWorld {
    source: Source,
    /// Further source texts, which the first may include.
    parts: Vec<Source>,
    /// Data that the source texts may read.
    data: Vec<(FileId, Bytes)>,
    today: Option<Datetime>,
}

/// A typeset document, and what the typesetter remarked.
pub struct Typeset {
    /// The pages.
    pub document: PagedDocument,
    /// Remarks that did not stop it; a document of this program has none.
    pub warnings: Vec<String>,
}

impl PaperWorld {
    /// The world of a source text; `today` is a year, month and day, or `None` where no date may appear.
    #[must_use]
    pub fn new(source: String, today: Option<(i32, u8, u8)>) -> PaperWorld {
        PaperWorld {
            source: Source::new(file("main.typ"), source),
            parts: Vec::new(),
            data: Vec::new(),
            today: today.and_then(|(year, month, day)| Datetime::from_ymd(year, month, day)),
        }
    }

    /// The same world with one more source text, which may be included by its name.
    #[must_use]
    pub fn with_part(mut self, name: &'static str, source: String) -> PaperWorld {
        self.parts.push(Source::new(file(name), source));
        self
    }

    /// The same world with data that a source text may read by its name.
    #[must_use]
    pub fn with_data(mut self, name: &'static str, data: Vec<u8>) -> PaperWorld {
        self.data.push((file(name), Bytes::new(data)));
        self
    }

    /// Typesets the document.
    ///
    /// # Errors
    /// [`ReportError::Typesetting`] with every message of the typesetter.
    pub fn typeset(&self) -> Result<PagedDocument, ReportError> {
        self.typeset_with_warnings().map(|typeset| typeset.document)
    }

    /// Typesets the document and keeps the typesetter's remarks.
    ///
    /// # Errors
    /// [`ReportError::Typesetting`] with every message of the typesetter.
    pub fn typeset_with_warnings(&self) -> Result<Typeset, ReportError> {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(self);
        // The cache is shared by all documents of the program; what was not used lately goes.
        typst::comemo::evict(CACHE_AGE);
        let document = output.map_err(|errors| ReportError::Typesetting(messages(&errors)))?;
        Ok(Typeset {
            document,
            warnings: warnings
                .iter()
                .map(|warning| warning.message.to_string())
                .collect(),
        })
    }

    fn find_source(&self, id: FileId) -> Option<&Source> {
        std::iter::once(&self.source)
            .chain(&self.parts)
            .find(|source| source.id() == id)
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
        self.find_source(id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some((_, data)) = self.data.iter().find(|(known, _)| *known == id) {
            return Ok(data.clone());
        }
        self.find_source(id)
            .map(|source| Bytes::from_string(source.text().to_owned()))
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        loaded_fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The identity of a name; the same name has the same identity in every world.
fn file(name: &'static str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether some font of the program shows a character.
pub(crate) fn can_show(character: char) -> bool {
    loaded_fonts()
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(character)))
}

/// The fonts that the program carries.
fn loaded_fonts() -> &'static [Font] {
    static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
        [
            fonts::LATO_REGULAR,
            fonts::LATO_SEMIBOLD,
            fonts::LATO_BOLD,
            fonts::LATO_ITALIC,
            DEJAVU_SANS,
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
    fn four_fonts_of_one_family_and_a_fallback_are_carried() {
        let families: Vec<&str> = loaded_fonts()
            .iter()
            .map(|font| font.info().family.as_str())
            .collect();
        assert_eq!(families, ["Lato", "Lato", "Lato", "Lato", "DejaVu Sans"]);
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
    fn parts_and_data_are_found_by_their_names() {
        let source = "#include \"part.typ\"\n#assert(json(\"data.json\").title == \"#x\")";
        let world = || PaperWorld::new(source.into(), None).with_part("part.typ", "Part".into());
        let data = br##"{"title": "#x"}"##.to_vec();
        let typeset = world()
            .with_data("data.json", data)
            .typeset_with_warnings()
            .unwrap();
        assert!(typeset.warnings.is_empty(), "{:?}", typeset.warnings);
        world().typeset().unwrap_err();
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
