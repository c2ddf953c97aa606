//! Times in names of files.

use jiff::Timestamp;

/// A time as part of a file name: RFC 3339 in UTC to the millisecond, without colons, which some
/// systems do not allow.
pub(super) fn stamp(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H-%M-%S.%3fZ").to_string()
}

/// The time of such a part.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let (day, time) = text.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_survive_in_names() {
        let time: Timestamp = "2026-11-24T07:05:09.123Z".parse().unwrap();
        assert_eq!(stamp(time), "2026-11-24T07-05-09.123Z");
        assert_eq!(parse(&stamp(time)), Some(time));
        for other in ["", "notes", "2026-11-24", "T", "2026-11-24T99-00-00Z"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
