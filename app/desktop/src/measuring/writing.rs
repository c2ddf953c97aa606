//! What a model of one's own reads and writes, by the vocabulary of its file.

use weighbridge_inference::tokenizer::{Encoding, TextStream, Tokenizer};

use super::model::{Unusable, Wanted};

/// Turns a prompt into tokens, and the tokens of an answer into text as they come.
pub struct Writing {
    tokenizer: Tokenizer,
    stream: TextStream,
    has_ended: bool,
}

impl Writing {
    /// With the vocabulary of a model's file.
    ///
    /// # Errors
    /// [`Unusable`] where it is made up, or its vocabulary cannot be read.
    pub fn of(wanted: &Wanted) -> Result<Writing, Unusable> {
        Ok(Writing {
            tokenizer: wanted.tokenizer()?,
            stream: TextStream::default(),
            has_ended: false,
        })
    }

    /// The tokens of a prompt as it stands, with those of the start where the model wants them;
    /// no template of a conversation is put around it.
    pub fn read(&self, prompt: &str) -> Vec<u32> {
        self.tokenizer.encode(
            prompt,
            Encoding {
                adds_start_and_end: true,
                reads_steering: true,
            },
        )
    }

    /// Another answer begins.
    pub fn begin(&mut self) {
        self.stream = TextStream::default();
        self.has_ended = false;
    }

    /// The text that a token completes; none once the model has ended its answer, however many
    /// tokens are still timed.
    pub fn token(&mut self, token: u32) -> String {
        self.has_ended |= self.tokenizer.is_end(token);
        match self.has_ended {
            true => String::new(),
            false => self.stream.push(&self.tokenizer.bytes(token)),
        }
    }

    /// What is still held of the answer, as far as it is text.
    pub fn rest(&mut self) -> String {
        self.stream.finish()
    }
}
