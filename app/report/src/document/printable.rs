//! Text that paper can show: nothing that a client typed stops the report or vanishes from it.

use serde_json::Value;

use crate::world::can_show;

/// What stands for a character that no font of the program has.
const SUBSTITUTE: char = '□';

/// Where a line may break and nothing is seen.
const BREAK: char = '\u{200b}';

/// A longer run without a space gets places to break.
const LONGEST_RUN: usize = 24;

/// Makes every text of the data printable.
pub(super) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with a visible substitute for what no font shows, and with long runs made breakable.
///
/// PDF/A-2a forbids missing glyphs, control characters and private characters.
/// Line breaks stay; invisible marks that no font has (joiners of emoji, variation selectors) go.
fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    let mut may_break = false;
    for character in text.chars() {
        // A break stands between two characters of a run, never at its end.
        if may_break && !character.is_whitespace() {
            out.push(BREAK);
        }
        match character {
            '\n' => out.push('\n'),
            '\r' => {}
            _ if is_invisible(character) => {}
            _ if character.is_control() => out.push(' '),
            _ if is_private(character) || !can_show(character) => out.push(SUBSTITUTE),
            _ => out.push(character),
        }
        run = if character.is_whitespace() {
            0
        } else {
            run + 1
        };
        may_break = run >= LONGEST_RUN || (run >= 8 && "/_.-?&=:@".contains(character));
        if may_break {
            run = 0;
        }
    }
    out
}

/// Marks without a shape of their own: joiners, direction marks, variation selectors, tags.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_private(character: char) -> bool {
    matches!(
        character,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_shows_stays_visible() {
        for (text, expected) in [
            ("São Paulo – 2×H100 ≥ 1 €", "São Paulo – 2×H100 ≥ 1 €"),
            ("Γειά, Привет, שלום, سلام", "Γειά, Привет, שלום, سلام"),
            ("模型 \u{1f9d1}\u{200d}\u{1f4bb}", "□□ □□"),
            ("a\u{0}b\r\nc\u{e000}\u{fe0f}", "a b\nc□"),
        ] {
            assert_eq!(printable(text), expected, "{text:?}");
        }
        assert!(can_show(SUBSTITUTE));
    }

    #[test]
    fn long_runs_may_break_and_keep_their_characters() {
        let address = "https://example.org/a/very/long/address?with=parameters&more=1";
        let word = "x".repeat(100);
        for text in [address, &word] {
            let broken = printable(text);
            assert_eq!(broken.replace(BREAK, ""), text);
            let longest = broken.split(BREAK).map(|part| part.chars().count()).max();
            assert!(longest <= Some(LONGEST_RUN), "{broken:?}");
        }
        assert_eq!(printable("an ordinary sentence."), "an ordinary sentence.");
    }
}
