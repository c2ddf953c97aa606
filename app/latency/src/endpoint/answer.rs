//! Pieces that came, made into the times of tokens.

use std::time::Instant;

use super::ask::{Came, Heard};
use super::trouble::Trouble;
use crate::failure::Failure;
use crate::run::{Answer, Counted, Load};

/// The answer that was heard.
pub(super) fn answer(
    heard: Heard,
    planned_prompt_tokens: u32,
    load: Load,
    began: Instant,
    asked: Instant,
) -> Answer {
    let (token_seconds, counted) = token_times(&heard, asked);
    let prompt_tokens = match (heard.usage, heard.server) {
        (Some((prompt, _)), _) if prompt > 0 => prompt,
        (_, Some(server)) => server.prompt_tokens,
        _ => planned_prompt_tokens,
    };
    Answer {
        planned_prompt_tokens,
        prompt_tokens,
        load,
        asked_at_seconds: asked.duration_since(began).as_secs_f64(),
        token_seconds,
        counted,
        prompt_seconds: None,
        server: heard.server,
        failure: heard.trouble.map(|trouble| match trouble {
            Trouble::Stopped => Failure::Stopped,
            trouble => Failure::Endpoint(trouble),
        }),
    }
}

/// Seconds from asking to each token, and how they were counted.
fn token_times(heard: &Heard, asked: Instant) -> (Vec<f64>, Counted) {
    let seconds = |came: &Came| came.at.duration_since(asked).as_secs_f64();
    let pieces = u32::try_from(heard.pieces.len()).unwrap_or(u32::MAX);
    let times: Vec<f64> = heard.pieces.iter().map(seconds).collect();
    if let Some(tokens) = named(&heard.pieces) {
        let counted = match tokens.iter().all(|tokens| *tokens == 1) {
            true => Counted::ByPiece,
            false => Counted::InBunches { pieces },
        };
        return (spread(&times, &tokens), counted);
    }
    // What was cut off was not counted to its end.
    let total = match heard.trouble {
        None => heard
            .usage
            .map(|(_, output)| output)
            .filter(|output| *output > 0),
        Some(_) => None,
    };
    match total {
        // Fewer than pieces can only be another way of counting.
        Some(total) if total > pieces => {
            let letters: Vec<usize> = heard.pieces.iter().map(|piece| piece.letters).collect();
            let tokens = shared_out(total, &letters);
            (spread(&times, &tokens), Counted::InBunches { pieces })
        }
        Some(total) if total == pieces => (times, Counted::ByServer),
        _ => (times, Counted::Pieces),
    }
}

/// Tokens of each piece, where all name them.
fn named(pieces: &[Came]) -> Option<Vec<u32>> {
    let tokens: Option<Vec<u32>> = pieces.iter().map(|piece| piece.tokens).collect();
    tokens.filter(|tokens| !tokens.is_empty() && tokens.iter().all(|tokens| *tokens > 0))
}

/// So many tokens shared out among pieces by their letters, one for each at least.
fn shared_out(total: u32, letters: &[usize]) -> Vec<u32> {
    let pieces = letters.len();
    let all: usize = letters.iter().sum();
    let spare = (total as usize).saturating_sub(pieces);
    let mut given = 0;
    let mut letters_so_far = 0;
    letters
        .iter()
        .map(|&own| {
            letters_so_far += own;
            let due = (spare * letters_so_far).checked_div(all).unwrap_or(spare);
            let more = due - given;
            given = due;
            1 + u32::try_from(more).unwrap_or(u32::MAX)
        })
        .collect()
}

/// The time of each token: those of a piece are spread evenly over the gap before it. What the
/// first piece holds came when it came.
fn spread(times: &[f64], tokens: &[u32]) -> Vec<f64> {
    let mut spread = Vec::new();
    let mut before = None;
    for (&time, &tokens) in times.iter().zip(tokens) {
        for place in 1..=tokens {
            let share = f64::from(place) / f64::from(tokens);
            spread.push(before.map_or(time, |before| before + (time - before) * share));
        }
        before = Some(time);
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn heard(pieces: &[(u64, usize, Option<u32>)], usage: Option<u32>) -> (Heard, Instant) {
        let asked = Instant::now();
        let pieces = pieces.iter().map(|&(milliseconds, letters, tokens)| Came {
            at: asked + Duration::from_millis(milliseconds),
            letters,
            tokens,
        });
        let heard = Heard {
            pieces: pieces.collect(),
            usage: usage.map(|output| (7, output)),
            ..Heard::default()
        };
        (heard, asked)
    }

    fn times(pieces: &[(u64, usize, Option<u32>)], usage: Option<u32>) -> (Vec<f64>, Counted) {
        let (heard, asked) = heard(pieces, usage);
        let (times, counted) = token_times(&heard, asked);
        let rounded = times.iter().map(|time| (time * 1e3).round() / 1e3);
        (rounded.collect(), counted)
    }

    #[test]
    fn tokens_of_a_piece_share_its_gap() {
        let plain = [(100, 3, None), (120, 3, None), (140, 3, None)];
        assert_eq!(
            times(&plain, Some(3)),
            (vec![0.1, 0.12, 0.14], Counted::ByServer)
        );
        assert_eq!(
            times(&plain, None),
            (vec![0.1, 0.12, 0.14], Counted::Pieces)
        );
        assert_eq!(
            times(&plain, Some(2)),
            (vec![0.1, 0.12, 0.14], Counted::Pieces)
        );
        // Nine letters and six tokens: two for each piece.
        let bunches = Counted::InBunches { pieces: 3 };
        assert_eq!(
            times(&plain, Some(6)),
            (vec![0.1, 0.1, 0.11, 0.12, 0.13, 0.14], bunches)
        );
        let named = [(100, 3, Some(1)), (140, 3, Some(4))];
        assert_eq!(
            times(&named, Some(99)),
            (
                vec![0.1, 0.11, 0.12, 0.13, 0.14],
                Counted::InBunches { pieces: 2 }
            )
        );
        let one_by_one = [(100, 3, Some(1)), (140, 3, Some(1))];
        assert_eq!(
            times(&one_by_one, None),
            (vec![0.1, 0.14], Counted::ByPiece)
        );
        assert_eq!(times(&[], None), (vec![], Counted::Pieces));
    }

    #[test]
    fn all_tokens_are_shared_out() {
        for (total, letters) in [(10, vec![1, 0, 5]), (7, vec![0, 0]), (3, vec![9, 9, 9])] {
            let tokens = shared_out(total, &letters);
            assert_eq!(tokens.iter().sum::<u32>(), total, "{letters:?}");
            assert!(tokens.iter().all(|tokens| *tokens > 0));
        }
    }

    #[test]
    fn what_was_cut_off_keeps_what_came() {
        let (mut heard, asked) = heard(&[(100, 3, None), (120, 3, None)], Some(50));
        heard.trouble = Some(crate::endpoint::Trouble::CutOff);
        let answer = answer(heard, 9, Load::Users(2), asked, asked);
        assert_eq!(answer.token_seconds.len(), 2);
        assert_eq!((answer.prompt_tokens, answer.is_whole()), (7, false));
    }
}
