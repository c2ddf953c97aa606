//! A text in the languages somebody wrote it in.

use std::collections::BTreeMap;

/// A text by language, as a framework brings it: its own words, not the program's.
///
/// No language has an empty text; a text without any is empty as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalText(BTreeMap<String, String>);

impl LocalText {
    /// A text in these languages, each with its BCP 47 tag; empty texts are left out.
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> LocalText {
        let texts = texts.into_iter();
        LocalText(texts.filter(|(_, text)| !text.trim().is_empty()).collect())
    }

    /// A text in one language that stands for all, as a client types it.
    pub fn plain(text: impl Into<String>) -> LocalText {
        LocalText::new([(String::new(), text.into())])
    }

    /// The text in the first of these languages it has, else in English, else in any.
    ///
    /// A tag without an exact match also takes its language alone: `pt` for `pt-BR`.
    pub fn in_languages<'a>(&'a self, tags: &[&str]) -> &'a str {
        let exact = |tag: &str| self.0.get(tag).map(String::as_str);
        let close = |tag: &str| {
            let language = tag.split('-').next().unwrap_or(tag);
            let same = |found: &&String| found.split('-').next() == Some(language);
            exact(language).or_else(|| {
                let key = self.0.keys().find(same)?;
                exact(key)
            })
        };
        tags.iter()
            .find_map(|tag| exact(tag).or_else(|| close(tag)))
            .or_else(|| exact("en"))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// The languages with their texts; a plain text has the empty tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_taken() {
        let text = LocalText::new(
            [("en", "Control"), ("pt-BR", "Controle"), ("es", "Control.")]
                .map(|(tag, text)| (tag.to_owned(), text.to_owned())),
        );
        assert_eq!(text.in_languages(&["pt-BR"]), "Controle");
        assert_eq!(text.in_languages(&["pt-PT"]), "Controle");
        assert_eq!(text.in_languages(&["es"]), "Control.");
        assert_eq!(text.in_languages(&["fr"]), "Control");
        assert_eq!(LocalText::plain("Own").in_languages(&["es"]), "Own");
        assert_eq!(LocalText::default().in_languages(&["es"]), "");
        assert!(LocalText::default().is_empty());
        assert_eq!(LocalText::plain(" "), LocalText::default());
    }
}
