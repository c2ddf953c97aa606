//! Where everything stands in a RON text: a tree of values with their keys and places.
//!
//! The `ron` crate reads values but stops at the first fault and forgets where a value stood.
//! [`Tree::scan`] looks only at brackets, commas, colons, strings and comments; it says which
//! part of the text belongs to which key, so that records can be read one by one and a fault
//! found later can still name its line and column.

use std::ops::Range;

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 8 << 20;
/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;
/// The most values that are read from one text.
const MAX_NODES: usize = 400_000;

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A value in a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(usize);

/// The values of a text, with their places.
#[derive(Debug, Clone)]
pub struct Tree<'a> {
    text: &'a str,
    lines: Vec<usize>,
    nodes: Vec<Node>,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number, a text, a name.
    Leaf,
    /// Values in round brackets, with keys or without, after a name or without.
    Struct,
    /// Values in square brackets.
    List,
    /// Keys and values in braces.
    Map,
}

#[derive(Debug, Clone)]
struct Node {
    form: Form,
    /// The bytes of the value, without its key.
    span: Range<usize>,
    /// The bytes of the key, if it has one.
    key: Option<Range<usize>>,
    /// The end of the value with the comma after it.
    item_end: usize,
    parent: Option<NodeId>,
    children: Vec<NodeId>,
}

/// Why a text has no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanFault {
    /// An opening bracket that nothing closes.
    Unclosed(char),
    /// A closing bracket that closes nothing.
    Unopened(char),
    /// A closing bracket that closes another kind of bracket.
    Mismatched {
        /// What was open.
        open: char,
        /// What was found.
        found: char,
    },
    /// A text without its closing quotation mark.
    UnclosedText,
    /// A comment without its end.
    UnclosedComment,
    /// Two values with nothing between them.
    MissingComma,
    /// A comma or colon with no value before it.
    MissingValue,
    /// No value at all.
    Empty,
    /// More than [`MAX_BYTES`], or too many values.
    TooLarge,
    /// Deeper than [`MAX_DEPTH`].
    TooDeep,
}

impl<'a> Tree<'a> {
    /// The tree of a text.
    ///
    /// # Errors
    /// The byte and kind of the first fault in brackets, quotation marks, comments or commas.
    pub fn scan(text: &'a str) -> Result<Tree<'a>, (usize, ScanFault)> {
        if text.len() > MAX_BYTES {
            return Err((0, ScanFault::TooLarge));
        }
        Scanner::new(text).run()
    }

    /// The outermost value.
    pub const fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The whole text.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// How a value is written.
    pub fn form(&self, node: NodeId) -> Form {
        self.node(node).form
    }

    /// The bytes of a value.
    pub fn span(&self, node: NodeId) -> Range<usize> {
        self.node(node).span.clone()
    }

    /// The text of a value.
    pub fn source(&self, node: NodeId) -> &'a str {
        &self.text[self.span(node)]
    }

    /// The values inside a value.
    pub fn children(&self, node: NodeId) -> &[NodeId] {
        &self.node(node).children
    }

    /// The key of a value; that of a map without its quotation marks.
    pub fn key(&self, node: NodeId) -> Option<&'a str> {
        let key = self.node(node).key.clone()?;
        let text = self.text[key].trim_end();
        Some(
            text.strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
                .unwrap_or(text),
        )
    }

    /// The name before the bracket of a struct, as `Model`.
    pub fn name(&self, node: NodeId) -> &'a str {
        let source = self.source(node);
        let end = match self.form(node) {
            Form::Leaf => source.len(),
            _ => source.find(['(', '[', '{']).unwrap_or(0),
        };
        source[..end].trim()
    }

    /// The value of a key inside a value.
    pub fn child(&self, node: NodeId, key: &str) -> Option<NodeId> {
        self.children(node)
            .iter()
            .copied()
            .find(|child| self.key(*child) == Some(key))
    }

    /// The value at a path below a value, as `tiers[0].input_usd_per_mtok`.
    pub fn find(&self, from: NodeId, path: &str) -> Option<NodeId> {
        let mut node = from;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            let (key, indices) = step.find('[').map_or((step, ""), |at| step.split_at(at));
            if !key.is_empty() {
                node = self.child(node, key)?;
            }
            for index in indices.split(['[', ']']).filter(|index| !index.is_empty()) {
                node = *self.children(node).get(index.parse::<usize>().ok()?)?;
            }
        }
        Some(node)
    }

    /// The path of a value below another one; empty where they are the same.
    pub fn path(&self, from: NodeId, node: NodeId) -> String {
        let mut steps = Vec::new();
        let mut at = node;
        while at != from {
            let Some(parent) = self.node(at).parent else {
                break;
            };
            steps.push(match self.key(at) {
                Some(key) => format!(".{key}"),
                None => {
                    let index = self
                        .children(parent)
                        .iter()
                        .position(|child| *child == at)
                        .unwrap_or(0);
                    format!("[{index}]")
                }
            });
            at = parent;
        }
        let path: String = steps.into_iter().rev().collect();
        path.strip_prefix('.').map(str::to_owned).unwrap_or(path)
    }

    /// Where a value begins: its key, if it has one.
    pub fn place(&self, node: NodeId) -> Place {
        let node = self.node(node);
        self.place_at(node.key.as_ref().unwrap_or(&node.span).start)
    }

    /// The line and column of a byte.
    pub fn place_at(&self, byte: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= byte).max(1);
        let start = self.lines[line - 1];
        let column = 1 + self
            .text
            .get(start..byte)
            .map_or(0, |before| before.chars().count());
        Place { line, column }
    }

    /// The bytes of a value with its key and the comma after it.
    pub fn item_span(&self, node: NodeId) -> Range<usize> {
        let node = self.node(node);
        node.key.as_ref().map_or(node.span.start, |key| key.start)..node.item_end
    }

    /// The innermost value below `from` whose key or value holds a byte, ends included.
    pub fn innermost(&self, from: NodeId, byte: usize) -> NodeId {
        let mut node = from;
        // The later of two neighbours that meet in the byte is the one being read.
        while let Some(child) = self.children(node).iter().rev().copied().find(|child| {
            let item = self.item_span(*child);
            item.start <= byte && byte <= self.node(*child).span.end
        }) {
            node = child;
        }
        node
    }

    /// Every value below `from`, outer ones first.
    pub fn descendants(&self, from: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            found.push(node);
            open.extend(self.children(node).iter().rev());
        }
        found
    }

    /// The value around a value.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node).parent
    }

    fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node.0]
    }
}

/// The line and column of a byte of a text that has no tree.
pub fn place_in(text: &str, byte: usize) -> Place {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Place {
        line: 1 + before.matches('\n').count(),
        column: 1 + before[start..].chars().count(),
    }
}

/// A bracket that is still open.
struct Frame {
    /// The bracket; none around the whole text.
    open: Option<(char, usize)>,
    /// The value that the bracket belongs to.
    owner: Option<NodeId>,
    /// The value being read inside it.
    item: Option<NodeId>,
    /// Whether that value has had its bracket.
    closed: bool,
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
    frames: Vec<Frame>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Scanner<'a> {
        let outermost = Frame {
            open: None,
            owner: None,
            item: None,
            closed: false,
        };
        Scanner {
            text,
            at: 0,
            nodes: Vec::new(),
            frames: vec![outermost],
        }
    }

    fn run(mut self) -> Result<Tree<'a>, (usize, ScanFault)> {
        self.at = self
            .text
            .strip_prefix('\u{feff}')
            .map_or(0, |rest| self.text.len() - rest.len());
        self.skip_attributes()?;
        loop {
            self.skip_blank()?;
            let Some(letter) = self.peek() else { break };
            self.step(letter)?;
            if self.nodes.len() > MAX_NODES {
                return Err((self.at, ScanFault::TooLarge));
            }
        }
        if let Some((open, at)) = self.frame().open {
            return Err((at, ScanFault::Unclosed(open)));
        }
        if self.nodes.is_empty() {
            return Err((self.text.len(), ScanFault::Empty));
        }
        let lines = std::iter::once(0)
            .chain(self.text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Ok(Tree {
            text: self.text,
            lines,
            nodes: self.nodes,
        })
    }

    fn step(&mut self, letter: char) -> Result<(), (usize, ScanFault)> {
        let start = self.at;
        match letter {
            '(' | '[' | '{' => self.open(letter),
            ')' | ']' | '}' => self.close(letter),
            ',' => {
                let outside = self.frame().open.is_none();
                let frame = self.frame_mut();
                let item = frame
                    .item
                    .take()
                    .filter(|_| !outside)
                    .ok_or((start, ScanFault::MissingValue))?;
                frame.closed = false;
                self.at += 1;
                self.nodes[item.0].item_end = self.at;
                if self.nodes[item.0].span.is_empty() {
                    return Err((start, ScanFault::MissingValue));
                }
                Ok(())
            }
            ':' => self.colon(),
            _ => {
                self.token(letter)?;
                let item = self.item(start)?;
                self.nodes[item.0].span.end = self.at;
                Ok(())
            }
        }
    }

    fn open(&mut self, bracket: char) -> Result<(), (usize, ScanFault)> {
        if self.frames.len() > MAX_DEPTH {
            return Err((self.at, ScanFault::TooDeep));
        }
        let item = self.item(self.at)?;
        self.nodes[item.0].form = match bracket {
            '(' => Form::Struct,
            '[' => Form::List,
            _ => Form::Map,
        };
        self.frame_mut().closed = true;
        let open = Some((bracket, self.at));
        self.frames.push(Frame {
            open,
            owner: Some(item),
            item: None,
            closed: false,
        });
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, found: char) -> Result<(), (usize, ScanFault)> {
        let Some((open, _)) = self.frame().open else {
            return Err((self.at, ScanFault::Unopened(found)));
        };
        if !matches!((open, found), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Err((self.at, ScanFault::Mismatched { open, found }));
        }
        let last_is_empty = self
            .frame()
            .item
            .is_some_and(|item| self.nodes[item.0].span.is_empty());
        if last_is_empty {
            return Err((self.at, ScanFault::MissingValue));
        }
        self.at += 1;
        if let Some(owner) = self.frames.pop().and_then(|frame| frame.owner) {
            let node = &mut self.nodes[owner.0];
            node.span.end = self.at;
            node.item_end = self.at;
        }
        Ok(())
    }

    /// What was read of the item becomes its key.
    fn colon(&mut self) -> Result<(), (usize, ScanFault)> {
        let item = self
            .frame()
            .item
            .ok_or((self.at, ScanFault::MissingValue))?;
        if self.frame().open.is_none_or(|(open, _)| open == '[') || self.nodes[item.0].key.is_some()
        {
            return Err((self.at, ScanFault::MissingComma));
        }
        self.frame_mut().closed = false;
        self.at += 1;
        let node = &mut self.nodes[item.0];
        node.key = Some(node.span.clone());
        node.form = Form::Leaf;
        node.children.clear();
        node.span = self.at..self.at;
        Ok(())
    }

    /// The item being read, begun here if there is none.
    fn item(&mut self, start: usize) -> Result<NodeId, (usize, ScanFault)> {
        let end = self.at.max(start);
        let frame = self.frame();
        if let Some(item) = frame.item {
            if frame.closed {
                return Err((start, ScanFault::MissingComma));
            }
            let node = &mut self.nodes[item.0];
            if node.span.is_empty() {
                node.span = start..end;
            }
            node.item_end = end;
            return Ok(item);
        }
        if frame.open.is_none() && !self.nodes.is_empty() {
            return Err((start, ScanFault::MissingComma));
        }
        let parent = frame.owner;
        let item = NodeId(self.nodes.len());
        self.nodes.push(Node {
            form: Form::Leaf,
            span: start..end,
            key: None,
            item_end: end,
            parent,
            children: Vec::new(),
        });
        if let Some(parent) = parent {
            self.nodes[parent.0].children.push(item);
        }
        self.frame_mut().item = Some(item);
        Ok(item)
    }

    /// Reads a text, a character or a run of other letters.
    fn token(&mut self, letter: char) -> Result<(), (usize, ScanFault)> {
        let start = self.at;
        match letter {
            '"' => self.text_token(start),
            '\'' => {
                self.char_token();
                Ok(())
            }
            _ => {
                let rest = &self.text[start..];
                let length = rest
                    .find(|c: char| c.is_whitespace() || "()[]{},:\"'/".contains(c))
                    .unwrap_or(rest.len());
                let word = &rest[..length];
                let after = &rest[length..];
                let hashes = word.len() - word.trim_end_matches('#').len();
                let prefix = &word[..word.len() - hashes];
                self.at = start + length;
                if after.starts_with('"') && matches!(prefix, "r" | "br") {
                    return self.raw_token(start, hashes);
                }
                if after.starts_with('"') && prefix == "b" && hashes == 0 {
                    return self.text_token(start);
                }
                if length == 0 {
                    // A slash that begins no comment.
                    self.at = start + letter.len_utf8();
                }
                Ok(())
            }
        }
    }

    fn text_token(&mut self, start: usize) -> Result<(), (usize, ScanFault)> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    self.at = at + 1;
                    return Ok(());
                }
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        Err((start, ScanFault::UnclosedText))
    }

    fn raw_token(&mut self, start: usize, hashes: usize) -> Result<(), (usize, ScanFault)> {
        let end = format!("\"{}", "#".repeat(hashes));
        let body = self.at + 1;
        let length = self.text[body..]
            .find(&end)
            .ok_or((start, ScanFault::UnclosedText))?;
        self.at = body + length + end.len();
        Ok(())
    }

    /// A character in single quotation marks; a lone mark stands for itself, and `ron` refuses it.
    fn char_token(&mut self) {
        let rest = &self.text[self.at + 1..];
        let escaped = rest.starts_with('\\');
        let skipped: usize = rest
            .chars()
            .take(if escaped { 2 } else { 1 })
            .map(char::len_utf8)
            .sum();
        let end = rest[skipped..]
            .find('\'')
            .filter(|end| *end == 0 || escaped && *end < 12);
        self.at += 1 + end.map_or(0, |end| skipped + end + 1);
    }

    fn skip_blank(&mut self) -> Result<(), (usize, ScanFault)> {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.skip_block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn skip_block_comment(&mut self) -> Result<(), (usize, ScanFault)> {
        let start = self.at;
        let mut depth = 0_usize;
        let bytes = self.text.as_bytes();
        while let (Some(one), Some(two)) = (bytes.get(self.at), bytes.get(self.at + 1)) {
            match (one, two) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                _ => self.at += 1,
            }
        }
        Err((start, ScanFault::UnclosedComment))
    }

    /// Skips `#![enable(…)]` before the value.
    fn skip_attributes(&mut self) -> Result<(), (usize, ScanFault)> {
        loop {
            self.skip_blank()?;
            let rest = &self.text[self.at..];
            match rest.find(']') {
                Some(end) if rest.starts_with("#!") => self.at += end + 1,
                _ => return Ok(()),
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn frame(&self) -> &Frame {
        // The outermost frame is never popped: `close` refuses a bracket without an opening one.
        &self.frames[self.frames.len() - 1]
    }

    fn frame_mut(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "// first\n[\n  Model(\n    id: \"a, (b\", /* : */ n: 1.5e-3,\n    \
                        parts: [(x: 1), (x: -2,)],\n    more: {\"k.z\": r#\"\"]\"#, \"é\": 'x'},\n  ),\n  Rent(term: Reserved(months: 12)),\n]\n";

    #[test]
    fn keys_values_and_places_are_found() {
        let tree = Tree::scan(TEXT).unwrap();
        let [model, rent] = tree.children(tree.root()) else {
            panic!("two records")
        };
        assert_eq!((tree.name(*model), tree.name(*rent)), ("Model", "Rent"));
        let at = |path: &str| {
            let node = tree.find(*model, path).unwrap();
            assert_eq!(
                tree.find(*model, &tree.path(*model, node)),
                Some(node),
                "{path}"
            );
            (
                tree.source(node),
                tree.place(node).line,
                tree.place(node).column,
            )
        };
        assert_eq!(at("id"), ("\"a, (b\"", 4, 5));
        assert_eq!(at("n"), ("1.5e-3", 4, 26));
        assert_eq!(at("parts[1].x"), ("-2", 5, 22));
        assert_eq!(at("more.é"), ("'x'", 6, 28));
        let months = tree.find(*rent, "term.months").unwrap();
        assert_eq!(
            (tree.source(months), tree.path(*rent, months).as_str()),
            ("12", "term.months")
        );
        assert_eq!(tree.find(*model, "absent"), None);
    }

    #[test]
    fn the_innermost_value_at_a_byte_is_the_one_being_read() {
        let tree = Tree::scan(TEXT).unwrap();
        let model = tree.children(tree.root())[0];
        for (needle, path) in [("1.5e", "n"), ("-2", "parts[1].x"), ("parts", "parts")] {
            let node = tree.innermost(model, TEXT.find(needle).unwrap());
            assert_eq!(tree.path(model, node), path);
        }
    }

    #[test]
    fn broken_texts_name_the_byte() {
        for (text, at, fault) in [
            ("", 0, ScanFault::Empty),
            ("// only", 7, ScanFault::Empty),
            ("[Model(", 6, ScanFault::Unclosed('(')),
            (
                "[)",
                1,
                ScanFault::Mismatched {
                    open: '[',
                    found: ')',
                },
            ),
            ("[]]", 2, ScanFault::Unopened(']')),
            ("[\"abc", 1, ScanFault::UnclosedText),
            ("[r##\"abc\"#]", 1, ScanFault::UnclosedText),
            ("[/* ]", 1, ScanFault::UnclosedComment),
            ("[A() B()]", 5, ScanFault::MissingComma),
            ("(a: 1 b: 2)", 7, ScanFault::MissingComma),
            ("[A(),,B()]", 5, ScanFault::MissingValue),
            ("(a:,)", 3, ScanFault::MissingValue),
            ("(a:)", 3, ScanFault::MissingValue),
            ("[] []", 3, ScanFault::MissingComma),
        ] {
            assert_eq!(Tree::scan(text).unwrap_err(), (at, fault), "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(Tree::scan(&deep).unwrap_err().1, ScanFault::TooDeep);
        assert_eq!(
            Tree::scan(&" ".repeat(MAX_BYTES + 1)).unwrap_err().1,
            ScanFault::TooLarge
        );
        assert_eq!(
            Tree::scan(&format!("[{}]", "1,".repeat(MAX_NODES + 1)))
                .unwrap_err()
                .1,
            ScanFault::TooLarge
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\](){},:\"'/*#rbé\\\\ \nA1.]{0,60}") {
            if let Ok(tree) = Tree::scan(&text) {
                for node in tree.descendants(tree.root()) {
                    let path = tree.path(tree.root(), node);
                    prop_assert!(tree.span(node).end <= tree.item_span(node).end, "{}", path);
                    tree.place(node);
                    tree.name(node);
                    tree.key(node);
                }
                for byte in 0..text.len() {
                    tree.innermost(tree.root(), byte);
                }
            }
        }

        #[test]
        fn what_ron_reads_has_a_tree(text in "\\[(([A-Z][a-z]{0,3}\\(([a-z]: (-?[0-9]{1,3}|\"[^\"\\\\]{0,4}\"|\\[1,2\\]),){0,3}\\)|[0-9]),){0,3}\\]") {
            if ron::from_str::<ron::Value>(&text).is_ok() {
                prop_assert!(Tree::scan(&text).is_ok(), "{}", text);
            }
        }
    }
}
