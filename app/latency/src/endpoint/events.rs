//! Events that a server sends, as the HTML standard describes them (server-sent events), read
//! from somebody who may mean ill.
//!
//! Of an event only its data matter here.

use std::io::{self, BufRead};

/// The longest line that is read.
const LONGEST_LINE: usize = 1 << 20;
/// Bytes that are read in all.
const MOST_BYTES: usize = 64 << 20;
/// Lines that are no part of any event before the stream counts as none; the standard has them
/// ignored, and a few are.
const MOST_STRANGE_LINES: u32 = 8;

/// What is wrong with a stream.
#[derive(Debug)]
pub(super) enum Fault {
    /// It cannot be read on.
    Reading,
    /// It is too long, or one of its lines; so many millions of bytes were let in.
    TooMuch(u32),
    /// It is no text, or no stream of events; how it begins.
    Malformed(String),
}

/// Reads events one by one.
pub(super) struct Events<R> {
    from: R,
    line: Vec<u8>,
    bytes: usize,
    strange: u32,
}

impl<R: BufRead> Events<R> {
    pub(super) fn new(from: R) -> Events<R> {
        Events {
            from,
            line: Vec::new(),
            bytes: 0,
            strange: 0,
        }
    }

    /// The data of the next event; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<String>, Fault> {
        let mut data: Option<String> = None;
        while self.read_line()? {
            let line = std::str::from_utf8(&self.line)
                .map_err(|_| Fault::Malformed(String::from_utf8_lossy(&self.line).into_owned()))?;
            let line = line.trim_start_matches('\u{feff}');
            if line.is_empty() {
                if data.is_some() {
                    return Ok(data);
                }
                continue;
            }
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            match field {
                "data" => {
                    let value = value.strip_prefix(' ').unwrap_or(value);
                    match &mut data {
                        Some(data) => {
                            if data.len() + value.len() > LONGEST_LINE {
                                return Err(Fault::TooMuch((LONGEST_LINE >> 20) as u32));
                            }
                            data.push('\n');
                            data.push_str(value);
                        }
                        None => data = Some(value.to_owned()),
                    }
                }
                // Comments keep connections open; other fields say nothing that is needed.
                "" | "event" | "id" | "retry" => {}
                _ => {
                    self.strange += 1;
                    if self.strange > MOST_STRANGE_LINES {
                        return Err(Fault::Malformed(line.to_owned()));
                    }
                }
            }
        }
        // An event that nothing ended was cut off, but some servers forget the last empty line.
        Ok(data)
    }

    /// Reads the next line without its end; false where there is none.
    fn read_line(&mut self) -> Result<bool, Fault> {
        self.line.clear();
        loop {
            let buffer = match self.from.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Err(Fault::Reading),
            };
            if buffer.is_empty() {
                return Ok(!self.line.is_empty());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(buffer.len(), |end| end + 1);
            self.line.extend_from_slice(&buffer[..taken]);
            self.from.consume(taken);
            self.bytes += taken;
            if self.line.len() > LONGEST_LINE {
                return Err(Fault::TooMuch((LONGEST_LINE >> 20) as u32));
            }
            if self.bytes > MOST_BYTES {
                return Err(Fault::TooMuch((MOST_BYTES >> 20) as u32));
            }
            if end.is_some() {
                while matches!(self.line.last(), Some(b'\n' | b'\r')) {
                    self.line.pop();
                }
                return Ok(true);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn all(bytes: &[u8]) -> Result<Vec<String>, Fault> {
        let mut events = Events::new(bytes);
        let mut found = Vec::new();
        while let Some(data) = events.next()? {
            found.push(data);
        }
        Ok(found)
    }

    #[test]
    fn events_are_read_as_the_standard_has_them() {
        let cases: [(&str, &[&str]); 8] = [
            ("data: a\n\ndata: b\n\n", &["a", "b"]),
            ("data:a\r\n\r\ndata:  b\r\n\r\n", &["a", " b"]),
            (
                ": a comment\n\nevent: x\nid: 1\nretry: 5\ndata: a\n\n",
                &["a"],
            ),
            ("data: one\ndata: two\n\n", &["one\ntwo"]),
            ("data\n\n", &[""]),
            ("\u{feff}data: a\n\n", &["a"]),
            ("data: a\n\ndata: unfinished", &["a", "unfinished"]),
            ("\n\n\n", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(all(text.as_bytes()).unwrap(), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_too_long_or_no_text_is_refused() {
        let long = vec![b'x'; LONGEST_LINE + 2];
        assert!(matches!(all(&long), Err(Fault::TooMuch(1))));
        let many = b"data: abc\n".repeat(LONGEST_LINE / 3);
        assert!(matches!(all(&many), Err(Fault::TooMuch(1))));
        assert!(matches!(
            all(b"data: \xff\xfe\n\n"),
            Err(Fault::Malformed(_))
        ));
        let page = "<html>\n".repeat(20);
        assert!(matches!(all(page.as_bytes()), Err(Fault::Malformed(_))));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let _ = all(&bytes);
        }

        #[test]
        fn how_it_is_cut_into_reads_changes_nothing(
            words in proptest::collection::vec("[a-z:\\n]{0,12}", 0..20),
            size in 1_usize..9,
        ) {
            let text: String = words.iter().map(|word| format!("data: {word}\n\n")).collect();
            let whole = all(text.as_bytes()).ok();
            let mut events = Events::new(io::BufReader::with_capacity(size, text.as_bytes()));
            let mut found = Vec::new();
            let pieces = loop {
                match events.next() {
                    Ok(Some(data)) => found.push(data),
                    Ok(None) => break Some(found),
                    Err(_) => break None,
                }
            };
            prop_assert_eq!(whole, pieces);
        }
    }
}
