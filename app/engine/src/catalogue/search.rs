//! Finding records by what somebody types: parts of words, without case, accents or hyphens.

/// What a query must meet: the folded pieces between its spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    tokens: Vec<String>,
}

impl Query {
    /// The query of a text; an empty one is met by everything.
    pub fn new(text: &str) -> Query {
        let tokens = text
            .split_whitespace()
            .map(fold)
            .filter(|token| !token.is_empty())
            .collect();
        Query { tokens }
    }

    /// How well the texts of a record meet the query: `None` where a piece is missing, else a
    /// rank, smaller for better. The first text is the name: names that begin with the query lead.
    pub fn rank<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Option<u32> {
        let folded: Vec<String> = texts.into_iter().map(fold).collect();
        let all_met = self
            .tokens
            .iter()
            .all(|token| folded.iter().any(|text| text.contains(token.as_str())));
        if !all_met {
            return None;
        }
        let name = folded.first().map_or("", String::as_str);
        let in_name = self
            .tokens
            .iter()
            .all(|token| name.contains(token.as_str()));
        let leads = self
            .tokens
            .first()
            .is_none_or(|token| name.starts_with(token.as_str()));
        Some(match (leads && in_name, in_name) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        })
    }
}

/// A text in lower case, without accents, spaces, hyphens, underscores and slashes.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            ' ' | '-' | '_' | '/' | '\u{a0}' | '\u{300}'..='\u{36f}' => {}
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => folded.push('c'),
            'ď' | 'đ' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => folded.push('g'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => folded.push('i'),
            'ł' | 'ĺ' | 'ļ' | 'ľ' => folded.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => folded.push('o'),
            'ŕ' | 'ř' => folded.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' => folded.push('s'),
            'ţ' | 'ť' => folded.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_words_are_found_in_any_order() {
        let texts = ["Llama 3.1 70B Instruct", "llama-3.1-70b-instruct", "Meta"];
        for (query, rank) in [
            ("", Some(0)),
            ("llama", Some(0)),
            ("LLAMA3.1", Some(0)),
            ("70b llama", Some(1)),
            ("meta 70b", Some(2)),
            ("qwen", None),
            ("llama 405b", None),
        ] {
            assert_eq!(Query::new(query).rank(texts), rank, "{query}");
        }
    }

    #[test]
    fn accents_do_not_matter_either_way() {
        assert_eq!(Query::new("sao").rank(["São Paulo"]), Some(0));
        assert_eq!(Query::new("são").rank(["Sa\u{303}o Paulo"]), Some(0));
        assert_eq!(fold("Électricité – Łódź"), "electricite–lodz");
    }
}
