//! Words for what was measured of a machine.

use weighbridge_units::Message;

/// What a rate of a machine is of: its kind by key, the threads and the vector instructions that
/// were at work, where they are known.
pub fn rate_name(kind: &str, threads: Option<u64>, instructions: Option<&str>) -> Message {
    let kind = Message::new(format!("rates-kind-{kind}"));
    let what = match threads {
        Some(threads) => Message::new("rates-of-threads")
            .with("kind", kind)
            .with("threads", threads),
        None => kind,
    };
    match instructions {
        Some(instructions) => Message::new("rates-with-instructions")
            .with("what", what)
            .with("instructions", instructions.to_owned()),
        None => what,
    }
}
