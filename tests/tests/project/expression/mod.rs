//! Licence expressions as SPDX 2.3, annex D, writes them: names, `WITH`, `AND`, `OR` and parentheses.
//! A slash stands for `OR`, as old manifests have it.

/// A licence expression.
pub(crate) enum Expression {
    /// A licence, with what is added to it.
    Licence(String, Option<String>),
    /// Both hold.
    And(Box<Expression>, Box<Expression>),
    /// The user chooses.
    Or(Box<Expression>, Box<Expression>),
}

impl Expression {
    /// The expression in a text; nothing where it is none.
    pub(crate) fn parse(text: &str) -> Option<Expression> {
        let spaced = text
            .replace('(', " ( ")
            .replace(')', " ) ")
            .replace('/', " OR ");
        let mut words = Words(spaced.split_whitespace().peekable());
        let expression = words.either()?;
        words.0.next().is_none().then_some(expression)
    }

    /// Whether the terms can be met by licences for which `permits` says yes.
    pub(crate) fn holds(&self, permits: &dyn Fn(&str, Option<&str>) -> bool) -> bool {
        match self {
            Expression::Licence(name, addition) => permits(name, addition.as_deref()),
            Expression::And(left, right) => left.holds(permits) && right.holds(permits),
            Expression::Or(left, right) => left.holds(permits) || right.holds(permits),
        }
    }
}

struct Words<'a>(std::iter::Peekable<std::str::SplitWhitespace<'a>>);

impl<'a> Words<'a> {
    fn either(&mut self) -> Option<Expression> {
        let mut left = self.both()?;
        while self.0.next_if_eq(&"OR").is_some() {
            left = Expression::Or(Box::new(left), Box::new(self.both()?));
        }
        Some(left)
    }

    fn both(&mut self) -> Option<Expression> {
        let mut left = self.one()?;
        while self.0.next_if_eq(&"AND").is_some() {
            left = Expression::And(Box::new(left), Box::new(self.one()?));
        }
        Some(left)
    }

    fn one(&mut self) -> Option<Expression> {
        if self.0.next_if_eq(&"(").is_some() {
            let inner = self.either()?;
            return self.0.next_if_eq(&")").map(|_| inner);
        }
        let name = self.name()?;
        let addition = match self.0.next_if_eq(&"WITH") {
            Some(_) => Some(self.name()?),
            None => None,
        };
        Some(Expression::Licence(name, addition))
    }

    fn name(&mut self) -> Option<String> {
        let name = self
            .0
            .next_if(|word| !matches!(*word, "AND" | "OR" | "WITH" | "(" | ")"))?;
        Some(name.to_owned())
    }
}
