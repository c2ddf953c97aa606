//! Puts a kernel's source together from parts.
//!
//! WGSL has neither includes nor conditions, and loops that are written out spare the GPU the
//! counters that wgpu adds to loops. So parts are joined, and three directives are followed:
//! `//@ repeat NAME COUNT` … `//@ end` writes lines several times with `{NAME}` counting,
//! `//@ if NAME` … `//@ else` … `//@ endif` keeps one side.

/// Names and their values: a condition holds where the value is not 0.
pub(super) type Defines<'a> = &'a [(&'a str, u32)];

/// The source that the parts make together, with each name as a constant before them.
pub(super) fn assemble(parts: &[&str], defines: Defines<'_>) -> String {
    let mut text = String::new();
    for (name, value) in defines {
        text.push_str(&format!("const {name} = {value}u;\n"));
    }
    for part in parts {
        let lines: Vec<&str> = part.lines().collect();
        follow(&lines, defines, &mut text);
    }
    text
}

/// The parts of `formats.wgsl` that decode this format: those whose line, `//# NAME …`, names it;
/// empty where none does.
pub(super) fn section(text: &str, name: &str) -> String {
    let parts = text.split("//# ").skip(1);
    parts
        .filter_map(|part| part.split_once('\n'))
        .filter(|(names, _)| names.split_whitespace().any(|own| own == name))
        .map(|(_, body)| body)
        .collect()
}

fn defined(defines: Defines<'_>, name: &str) -> u32 {
    let found = defines.iter().find(|(own, _)| *own == name);
    found.map_or(0, |(_, value)| *value)
}

fn follow(lines: &[&str], defines: Defines<'_>, text: &mut String) {
    let mut at = 0;
    while at < lines.len() {
        let words: Vec<&str> = lines[at].split_whitespace().collect();
        match words[..] {
            ["//@", "repeat", name, count] => {
                let end = matching(lines, at, "repeat", "end");
                let count = count.parse().unwrap_or_else(|_| defined(defines, count));
                for number in 0..count {
                    let place = format!("{{{name}}}");
                    let body: Vec<String> = lines[at + 1..end]
                        .iter()
                        .map(|line| line.replace(&place, &number.to_string()))
                        .collect();
                    let body: Vec<&str> = body.iter().map(String::as_str).collect();
                    follow(&body, defines, text);
                }
                at = end;
            }
            ["//@", "if", name] => {
                let end = matching(lines, at, "if", "endif");
                let middle = other_side(lines, at, end);
                let kept = match defined(defines, name) {
                    0 => &lines[(middle + 1).min(end)..end],
                    _ => &lines[at + 1..middle],
                };
                follow(kept, defines, text);
                at = end;
            }
            _ => {
                text.push_str(lines[at]);
                text.push('\n');
            }
        }
        at += 1;
    }
}

/// The line that closes the directive of line `at`, others of its kind inside it passed over.
fn matching(lines: &[&str], at: usize, open: &str, close: &str) -> usize {
    let mut depth = 0;
    for (number, line) in lines.iter().enumerate().skip(at) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["//@", word, ..] if word == open => depth += 1,
            ["//@", word] if word == close => {
                depth -= 1;
                if depth == 0 {
                    return number;
                }
            }
            _ => {}
        }
    }
    lines.len()
}

/// The `else` that belongs to the `if` of line `at`, or its end.
fn other_side(lines: &[&str], at: usize, end: usize) -> usize {
    let mut depth = 0;
    for (number, line) in lines.iter().enumerate().take(end).skip(at) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["//@", "if", _] => depth += 1,
            ["//@", "endif"] => depth -= 1,
            ["//@", "else"] if depth == 1 => return number,
            _ => {}
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_nest() {
        let part = "a\n//@ repeat J 2\nx{J}\n//@ if YES\n//@ if NO\nn\n//@ else\ny{J}\n//@ endif\n\
                    //@ else\nz\n//@ endif\n//@ end\nb";
        let text = assemble(&[part], &[("YES", 1), ("NO", 0)]);
        assert_eq!(
            text,
            "const YES = 1u;\nconst NO = 0u;\na\nx0\ny0\nx1\ny1\nb\n"
        );
    }

    #[test]
    fn counts_may_be_names() {
        let text = assemble(&["//@ repeat T COUNT\n{T}\n//@ end"], &[("COUNT", 3)]);
        assert_eq!(text, "const COUNT = 3u;\n0\n1\n2\n");
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let text = "x\n//# A\na\n//# B\nb\n//# B D\nboth\n";
        assert_eq!(section(text, "A"), "a\n");
        assert_eq!(section(text, "B"), "b\nboth\n");
        assert_eq!(section(text, "D"), "both\n");
        assert_eq!(section(text, "C"), "");
    }
}
