//! Text from bytes that come token by token.

/// Holds back the bytes of a character until all of them are there.
#[derive(Debug, Clone, Default)]
pub struct TextStream {
    held: Vec<u8>,
}

impl TextStream {
    /// Takes bytes; gives the text that they complete. What can be no text becomes �.
    pub fn push(&mut self, bytes: &[u8]) -> String {
        self.held.extend(bytes);
        let mut text = String::new();
        let mut done = 0;
        loop {
            match std::str::from_utf8(&self.held[done..]) {
                Ok(rest) => {
                    text.push_str(rest);
                    done = self.held.len();
                    break;
                }
                Err(error) => {
                    let valid = done + error.valid_up_to();
                    text.push_str(&String::from_utf8_lossy(&self.held[done..valid]));
                    done = valid;
                    let Some(wrong) = error.error_len() else {
                        break;
                    };
                    text.push(char::REPLACEMENT_CHARACTER);
                    done += wrong;
                }
            }
        }
        self.held.drain(..done);
        text
    }

    /// Gives what is still held, as far as it is text.
    pub fn finish(&mut self) -> String {
        let held = std::mem::take(&mut self.held);
        String::from_utf8_lossy(&held).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_come_whole() {
        let text = "aö€😀 z";
        let mut stream = TextStream::default();
        let mut seen = String::new();
        for byte in text.bytes() {
            let part = stream.push(&[byte]);
            assert!(text.starts_with(&format!("{seen}{part}")));
            seen.push_str(&part);
        }
        assert_eq!(seen, text);
        assert_eq!(stream.finish(), "");
    }

    #[test]
    fn what_is_no_text_is_told_and_held_back_no_longer() {
        let mut stream = TextStream::default();
        assert_eq!(stream.push(b"a\xff"), "a\u{fffd}");
        assert_eq!(stream.push(b"\xe2\x82"), "");
        assert_eq!(stream.push(b"b\xe2\x82"), "\u{fffd}b");
        assert_eq!(stream.finish(), "\u{fffd}");
        assert_eq!(stream.push(b"c"), "c");
    }
}
