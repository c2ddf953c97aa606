//! Bytes to text, and text to what a reader of JSON takes.

use std::borrow::Cow;

use super::fault::ImportFaultKind;

/// The text of some bytes: UTF-8, or UTF-16 where its mark stands first, as some shells write it.
///
/// # Errors
/// [`ImportFaultKind::NotText`] where they are neither.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportFaultKind> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| ImportFaultKind::NotText)?;
            if text.contains('\0') {
                return Err(ImportFaultKind::NotText);
            }
            return Ok(Cow::Borrowed(text));
        }
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportFaultKind::NotText);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|sign| match sign {
            Ok('\0') | Err(_) => Err(ImportFaultKind::NotText),
            Ok(sign) => Ok(sign),
        })
        .collect::<Result<String, _>>()
        .map(Cow::Owned)
}

/// What stands for no number in files that Python writes.
const NOT_NUMBERS: [&str; 3] = ["-Infinity", "Infinity", "NaN"];

/// The text with `null` in place of `NaN` and `Infinity`, which Python writes and JSON forbids.
///
/// What stands behind them keeps its line, and mostly its column.
pub(super) fn without_nan(text: &str) -> Cow<'_, str> {
    if !NOT_NUMBERS.iter().any(|word| text.contains(word)) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut is_quoted = false;
    while let Some(at) = rest.find(['"', '\\', '-', 'I', 'N']) {
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        let word = NOT_NUMBERS.iter().find(|word| rest.starts_with(**word));
        let taken = match word {
            Some(word) if !is_quoted => {
                if written.ends_with(' ') && word.len() < "null".len() {
                    written.pop();
                }
                written.push_str("null");
                let fill = word.len().saturating_sub("null".len());
                written.extend(std::iter::repeat_n(' ', fill));
                word.len()
            }
            _ => {
                let escaped = is_quoted && rest.starts_with('\\');
                is_quoted ^= rest.starts_with('"');
                let signs = if escaped { 2 } else { 1 };
                let taken = rest
                    .char_indices()
                    .nth(signs)
                    .map_or(rest.len(), |(at, _)| at);
                written.push_str(&rest[..taken]);
                taken
            }
        };
        rest = &rest[taken..];
    }
    written.push_str(rest);
    Cow::Owned(written)
}

/// The day of a date as tools write it: `2025-04-24T11:57:09Z`, `2025-04-24 11:57` or
/// `20250424-115709`.
pub(super) fn day(written: &str) -> Option<String> {
    let signs: Vec<char> = written.chars().take(10).collect();
    let digits = |range: std::ops::Range<usize>| {
        let part = signs.get(range)?;
        let all = part.iter().all(char::is_ascii_digit);
        all.then(|| part.iter().collect::<String>())
    };
    if let (Some(year), Some(month), Some(day)) = (digits(0..4), digits(5..7), digits(8..10))
        && signs[4] == '-'
        && signs[7] == '-'
    {
        return Some(format!("{year}-{month}-{day}"));
    }
    let (year, month, day) = (digits(0..4)?, digits(4..6)?, digits(6..8)?);
    Some(format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn utf_16_is_read_with_its_mark() {
        let little: Vec<u8> = "\u{feff}[é]"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "\u{feff}[é]"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for bytes in [&little, &big] {
            assert_eq!(decode(bytes).unwrap().trim_start_matches('\u{feff}'), "[é]");
        }
        assert_eq!(decode(&little[..5]), Err(ImportFaultKind::NotText));
        assert_eq!(
            decode(&[0xff, 0xfe, 0, 0xd8]),
            Err(ImportFaultKind::NotText)
        );
        assert_eq!(decode(&[0x80]), Err(ImportFaultKind::NotText));
        assert_eq!(decode(b"[\0"), Err(ImportFaultKind::NotText));
    }

    #[test]
    fn only_bare_words_become_null() {
        for (written, expected) in [
            (r#"{"a": NaN, "b": 1}"#, r#"{"a":null, "b": 1}"#),
            ("[NaN,-Infinity,Infinity]", "[null,null     ,null    ]"),
            (r#"["NaN", "\"NaN", -1]"#, r#"["NaN", "\"NaN", -1]"#),
            (r#"["é\\", NaN]"#, r#"["é\\",null]"#),
            ("[NaN\\", "[null\\"),
        ] {
            assert_eq!(without_nan(written), expected);
        }
    }

    #[test]
    fn days_are_found_in_each_spelling() {
        for (written, expected) in [
            ("2025-04-24T11:57:09Z", Some("2025-04-24")),
            ("20250424-115709", Some("2025-04-24")),
            ("2026-09-30 17:44:42", Some("2026-09-30")),
            ("2026", None),
            ("yesterday", None),
            ("ééééééééééé", None),
        ] {
            assert_eq!(day(written).as_deref(), expected, "{written}");
        }
    }
}
