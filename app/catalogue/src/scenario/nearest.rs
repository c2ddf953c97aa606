//! The known word that somebody may have meant.

/// The candidate nearest to a word, where one is near enough to be what was meant.
///
/// Nearness counts letters inserted, deleted or replaced (Levenshtein 1966); a third of the
/// word may differ.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().collect();
    // Nobody misspells a word this long, and the work grows with the square of its length.
    if letters.len() > 80 {
        return None;
    }
    let allowed = letters.len().div_ceil(3).min(letters.len() / 2);
    candidates
        .map(|candidate| (distance(&letters, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(one: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (place, letter) in other.chars().enumerate() {
        let mut corner = row[0];
        row[0] = place + 1;
        for (index, own) in one.iter().enumerate() {
            let replaced = corner + usize::from(*own != letter);
            corner = row[index + 1];
            row[index + 1] = replaced.min(row[index] + 1).min(corner + 1);
        }
    }
    row[one.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_meant_is_found_and_no_other() {
        let words = ["requests_per_month", "users", "growth_per_month"];
        for (typed, meant) in [
            ("request_per_month", Some("requests_per_month")),
            ("requests_a_month", Some("requests_per_month")),
            ("user", Some("users")),
            ("usres", Some("users")),
            ("u", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, words.into_iter()), meant, "{typed}");
        }
        assert_eq!(nearest(&"é".repeat(10_000), words.into_iter()), None);
    }
}
