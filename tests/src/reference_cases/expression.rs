//! Arithmetic written as text, with the precedence of Python.
//!
//! `+ - * / // % **`, unary `+` and `-`, parentheses, numbers, names, and calls of a few
//! functions (`exp`, `log`, `sqrt`, `min`, …; a prefix `math.` or `np.` is passed over).
//! `**` binds tighter than a minus before it and is right-associative: `-2**2` is −4, `2**-1` is ½,
//! `2**3**2` is 512.

use std::collections::BTreeSet;
use std::fmt;

/// An expression that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression(Node);

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Number(f64),
    Name(String),
    Negative(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Remainder,
    Power,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    Exp,
    Expm1,
    Log,
    Log2,
    Log10,
    Log1p,
    Sqrt,
    Abs,
    Floor,
    Ceil,
    Min,
    Max,
    Power,
}

/// Why a text is no expression, with the character (from 1) at which that showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// What is wrong, as a phrase.
    pub what: String,
    /// The character, counted from 1.
    pub at: usize,
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at character {}", self.what, self.at)
    }
}

impl std::error::Error for ExpressionError {}

impl Expression {
    /// Reads an expression.
    pub fn parse(text: &str) -> Result<Expression, ExpressionError> {
        let mut parser = Parser {
            characters: text.chars().collect(),
            at: 0,
            depth: 0,
        };
        let node = parser.sum()?;
        match parser.peek() {
            None => Ok(Expression(node)),
            Some(other) => Err(parser.fault(format!("unexpected \"{other}\""))),
        }
    }

    /// Its value, with `value_of` giving each name's; `None` if a name has none.
    ///
    /// What has no value in the real numbers (a root of −1, 0/0) is not a number.
    pub fn evaluate(&self, value_of: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
        self.0.evaluate(value_of)
    }

    /// The names that must have a value.
    pub fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.0.collect_names(&mut names);
        names
    }
}

impl Node {
    fn evaluate(&self, value_of: &dyn Fn(&str) -> Option<f64>) -> Option<f64> {
        Some(match self {
            Node::Number(number) => *number,
            Node::Name(name) => value_of(name)?,
            Node::Negative(inner) => -inner.evaluate(value_of)?,
            Node::Binary(operator, left, right) => {
                let (left, right) = (left.evaluate(value_of)?, right.evaluate(value_of)?);
                match operator {
                    Operator::Add => left + right,
                    Operator::Subtract => left - right,
                    Operator::Multiply => left * right,
                    Operator::Divide => left / right,
                    Operator::FloorDivide => (left / right).floor(),
                    // The sign is the divisor's, as in Python.
                    Operator::Remainder => left - right * (left / right).floor(),
                    Operator::Power => left.powf(right),
                }
            }
            Node::Call(function, arguments) => {
                let values = arguments
                    .iter()
                    .map(|argument| argument.evaluate(value_of))
                    .collect::<Option<Vec<f64>>>()?;
                function.apply(&values)
            }
        })
    }

    fn collect_names<'a>(&'a self, names: &mut BTreeSet<&'a str>) {
        match self {
            Node::Number(_) => {}
            Node::Name(name) => {
                names.insert(name);
            }
            Node::Negative(inner) => inner.collect_names(names),
            Node::Binary(_, left, right) => {
                left.collect_names(names);
                right.collect_names(names);
            }
            Node::Call(_, arguments) => {
                for argument in arguments {
                    argument.collect_names(names);
                }
            }
        }
    }
}

impl Function {
    fn by_name(name: &str) -> Option<Function> {
        Some(match name {
            "exp" => Function::Exp,
            "expm1" => Function::Expm1,
            "log" | "ln" => Function::Log,
            "log2" => Function::Log2,
            "log10" => Function::Log10,
            "log1p" => Function::Log1p,
            "sqrt" => Function::Sqrt,
            "abs" | "fabs" => Function::Abs,
            "floor" => Function::Floor,
            "ceil" => Function::Ceil,
            "min" | "minimum" => Function::Min,
            "max" | "maximum" => Function::Max,
            "pow" | "power" => Function::Power,
            _ => return None,
        })
    }

    /// How few and how many arguments it takes.
    fn arity(self) -> (usize, usize) {
        match self {
            Function::Log => (1, 2),
            Function::Min | Function::Max => (1, usize::MAX),
            Function::Power => (2, 2),
            _ => (1, 1),
        }
    }

    /// Its value; the parser has checked how many arguments there are.
    fn apply(self, values: &[f64]) -> f64 {
        match (self, values) {
            (Function::Exp, [x]) => x.exp(),
            (Function::Expm1, [x]) => x.exp_m1(),
            (Function::Log, [x]) => x.ln(),
            (Function::Log, [x, base]) => x.ln() / base.ln(),
            (Function::Log2, [x]) => x.log2(),
            (Function::Log10, [x]) => x.log10(),
            (Function::Log1p, [x]) => x.ln_1p(),
            (Function::Sqrt, [x]) => x.sqrt(),
            (Function::Abs, [x]) => x.abs(),
            (Function::Floor, [x]) => x.floor(),
            (Function::Ceil, [x]) => x.ceil(),
            (Function::Power, [x, exponent]) => x.powf(*exponent),
            (Function::Min, _) => values.iter().copied().fold(f64::INFINITY, f64::min),
            (Function::Max, _) => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            _ => f64::NAN,
        }
    }
}

/// Deeper nesting than anybody writes is refused before it exhausts the stack.
const DEEPEST: usize = 100;

/// Longer chains of operators make a tree as deep as they are long.
const LONGEST: usize = 2_000;

struct Parser {
    characters: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    /// `product (('+' | '-') product)*`
    fn sum(&mut self) -> Result<Node, ExpressionError> {
        self.enter()?;
        let mut left = self.product()?;
        let mut length = 0;
        loop {
            let operator = if self.take("+") {
                Operator::Add
            } else if self.take("-") {
                Operator::Subtract
            } else {
                break;
            };
            length += 1;
            self.check_length(length)?;
            left = Node::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
        self.depth -= 1;
        Ok(left)
    }

    /// `signed (('*' | '/' | '//' | '%') signed)*`
    fn product(&mut self) -> Result<Node, ExpressionError> {
        let mut left = self.signed()?;
        let mut length = 0;
        loop {
            // The power operator was taken by what stands on its left.
            let operator = if self.take("*") {
                Operator::Multiply
            } else if self.take("//") {
                Operator::FloorDivide
            } else if self.take("/") {
                Operator::Divide
            } else if self.take("%") {
                Operator::Remainder
            } else {
                return Ok(left);
            };
            length += 1;
            self.check_length(length)?;
            left = Node::Binary(operator, Box::new(left), Box::new(self.signed()?));
        }
    }

    /// `('+' | '-') signed | power`
    fn signed(&mut self) -> Result<Node, ExpressionError> {
        self.enter()?;
        let node = if self.take("-") {
            Node::Negative(Box::new(self.signed()?))
        } else if self.take("+") {
            self.signed()?
        } else {
            self.power()?
        };
        self.depth -= 1;
        Ok(node)
    }

    /// `atom ('**' signed)?`: right-associative, and the exponent may have a sign.
    fn power(&mut self) -> Result<Node, ExpressionError> {
        let base = self.atom()?;
        if !self.take("**") {
            return Ok(base);
        }
        let exponent = self.signed()?;
        Ok(Node::Binary(
            Operator::Power,
            Box::new(base),
            Box::new(exponent),
        ))
    }

    /// `number | name | function '(' sum (',' sum)* ')' | '(' sum ')'`
    fn atom(&mut self) -> Result<Node, ExpressionError> {
        match self.peek() {
            Some('(') => {
                self.at += 1;
                let inner = self.sum()?;
                self.expect(')')?;
                Ok(inner)
            }
            Some(first) if first.is_ascii_digit() || first == '.' => self.number(),
            Some(first) if first.is_alphabetic() || first == '_' => self.name_or_call(),
            Some(other) => Err(self.fault(format!("unexpected \"{other}\""))),
            None => Err(self.fault("the expression ends too early".to_owned())),
        }
    }

    fn number(&mut self) -> Result<Node, ExpressionError> {
        let start = self.at;
        let mut text = String::new();
        while let Some(&next) = self.characters.get(self.at) {
            let after_exponent = text.ends_with(['e', 'E']);
            match next {
                '_' => {}
                'e' | 'E' if !text.contains(['e', 'E']) => text.push(next),
                '+' | '-' if after_exponent => text.push(next),
                '0'..='9' | '.' => text.push(next),
                _ => break,
            }
            self.at += 1;
        }
        text.parse().map(Node::Number).map_err(|_| ExpressionError {
            what: format!("\"{text}\" is no number"),
            at: start + 1,
        })
    }

    fn name_or_call(&mut self) -> Result<Node, ExpressionError> {
        let start = self.at;
        let mut name = String::new();
        while let Some(&next) = self.characters.get(self.at) {
            if !(next.is_alphanumeric() || next == '_' || next == '.') {
                break;
            }
            name.push(next);
            self.at += 1;
        }
        for prefix in ["math.", "numpy.", "np."] {
            if let Some(rest) = name.strip_prefix(prefix) {
                name = rest.to_owned();
            }
        }
        if self.peek() != Some('(') {
            return Ok(Node::Name(name));
        }
        let unknown = |what: String| ExpressionError {
            what,
            at: start + 1,
        };
        let function = Function::by_name(&name)
            .ok_or_else(|| unknown(format!("there is no function \"{name}\"")))?;
        self.at += 1;
        let mut arguments = vec![self.sum()?];
        while self.take(",") {
            arguments.push(self.sum()?);
        }
        self.expect(')')?;
        let (fewest, most) = function.arity();
        if !(fewest..=most).contains(&arguments.len()) {
            return Err(unknown(format!(
                "\"{name}\" does not take {} arguments",
                arguments.len()
            )));
        }
        Ok(Node::Call(function, arguments))
    }

    /// The next character that is not a space.
    fn peek(&mut self) -> Option<char> {
        while self
            .characters
            .get(self.at)
            .is_some_and(|next| next.is_whitespace())
        {
            self.at += 1;
        }
        self.characters.get(self.at).copied()
    }

    /// Whether `symbol` stands next; it is then passed.
    fn take(&mut self, symbol: &str) -> bool {
        self.peek();
        let found = symbol
            .chars()
            .enumerate()
            .all(|(offset, own)| self.characters.get(self.at + offset) == Some(&own));
        if found {
            self.at += symbol.len();
        }
        found
    }

    fn expect(&mut self, symbol: char) -> Result<(), ExpressionError> {
        if self.peek() == Some(symbol) {
            self.at += 1;
            return Ok(());
        }
        Err(self.fault(format!("\"{symbol}\" is missing")))
    }

    fn enter(&mut self) -> Result<(), ExpressionError> {
        self.depth += 1;
        if self.depth > 2 * DEEPEST {
            return Err(self.fault("the nesting is too deep".to_owned()));
        }
        Ok(())
    }

    fn check_length(&self, length: usize) -> Result<(), ExpressionError> {
        if length > LONGEST {
            return Err(self.fault("the expression is too long".to_owned()));
        }
        Ok(())
    }

    fn fault(&self, what: String) -> ExpressionError {
        ExpressionError {
            what,
            at: self.at + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn value(text: &str) -> f64 {
        Expression::parse(text)
            .unwrap()
            .evaluate(&|name| match name {
                "x" => Some(3.0),
                "price_1" => Some(10.0),
                "e" => Some(0.5),
                _ => None,
            })
            .unwrap()
    }

    #[test]
    fn precedence_is_pythons() {
        for (text, want) in [
            ("1 + 2*3", 7.0),
            ("(1 + 2)*3", 9.0),
            ("10 - 4 - 3", 3.0),
            ("16/4/2", 2.0),
            ("-2**2", -4.0),
            ("(-2)**2", 4.0),
            ("2**-1", 0.5),
            ("2**3**2", 512.0),
            ("2*-3", -6.0),
            ("--3", 3.0),
            ("+-+3", -3.0),
            ("-x**2*2", -18.0),
            ("2 - -3", 5.0),
            ("2**-x**2", 2.0_f64.powi(-9)),
            ("7//2", 3.0),
            ("-7//2", -4.0),
            ("-7 % 3", 2.0),
            ("1e3 + 1.5E-1 + .5 + 5. + 1_000", 2005.65),
            ("e*2", 1.0),
            ("2e1*e", 10.0),
            ("price_1*(1-e)**2", 2.5),
            ("exp(0) + math.exp(0) + np.log(1)", 2.0),
            ("max(1, x, 2) - min(4, 2)", 1.0),
            (
                "log(8, 2) + sqrt(16) + abs(-1) + ceil(0.2) + floor(0.9)",
                9.0,
            ),
            (
                "pow(2, 3) - expm1(0) + log1p(0) + log2(4) + log10(100)",
                12.0,
            ),
            ("  ( ( x ) )\n", 3.0),
        ] {
            let got = value(text);
            assert!((got - want).abs() < 1e-12, "{text} gave {got}, not {want}");
        }
    }

    #[test]
    fn what_is_no_expression_is_told_with_its_place() {
        for (text, want) in [
            ("", "the expression ends too early at character 1"),
            ("1 +", "the expression ends too early at character 4"),
            ("(1", "\")\" is missing at character 3"),
            ("1 2", "unexpected \"2\" at character 3"),
            ("1..2", "\"1..2\" is no number at character 1"),
            ("sin(1)", "there is no function \"sin\" at character 1"),
            (
                "exp(1, 2)",
                "\"exp\" does not take 2 arguments at character 1",
            ),
            ("exp()", "unexpected \")\" at character 5"),
            ("1 ^ 2", "unexpected \"^\" at character 3"),
            ("a = 1", "unexpected \"=\" at character 3"),
        ] {
            assert_eq!(Expression::parse(text).unwrap_err().to_string(), want);
        }
        let deep = "(".repeat(100_000);
        assert!(Expression::parse(&deep).is_err());
        assert!(Expression::parse(&"-".repeat(100_000)).is_err());
        assert!(Expression::parse(&"2**".repeat(100_000)).is_err());
        assert!(Expression::parse(&"1+".repeat(100_000)).is_err());
    }

    #[test]
    fn names_are_told_and_needed() {
        let expression = Expression::parse("F - p*v*exp(-r)").unwrap();
        assert_eq!(Vec::from_iter(expression.names()), ["F", "p", "r", "v"]);
        assert_eq!(expression.evaluate(&|_| None), None);
        assert!(value("(-8)**0.5").is_nan());
        assert_eq!(value("1/0"), f64::INFINITY);
    }
}
