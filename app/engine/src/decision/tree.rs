//! Decision trees: choices and chances in turn, rolled back from the end.

use super::error::{DecisionError, chances, finite};
use super::payoff_table::Objective;
use super::ranking::best_place;

/// A point of a decision tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// The end: what it pays or costs.
    Payoff(f64),
    /// Somebody chooses.
    Decision {
        /// Its name in the policy; a decision without a name is made all the same.
        name: Option<String>,
        /// What may be chosen.
        branches: Vec<Branch>,
    },
    /// Something happens.
    Chance(Vec<Chance>),
}

/// Something that may be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Its name in the policy.
    pub label: String,
    /// What follows.
    pub node: Node,
}

/// Something that may happen.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    /// How likely it is.
    pub probability: f64,
    /// What follows.
    pub node: Node,
}

/// What a tree is worth, and how to choose in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rollback {
    /// Expected payoff under the best policy.
    pub value: f64,
    /// The best choice at each decision that has a name, also at those that the policy never comes
    /// to, in the order of the tree.
    pub policy: Vec<(String, String)>,
}

impl Node {
    /// The best policy and what it is worth.
    ///
    /// # Errors
    /// [`DecisionError`] where a payoff is not finite, chances do not sum to one, or a decision or a
    /// chance has no branch.
    pub fn roll_back(&self, objective: Objective) -> Result<Rollback, DecisionError> {
        let mut policy = Vec::new();
        let value = self.value(objective, &mut policy)?;
        Ok(Rollback { value, policy })
    }

    fn value(
        &self,
        objective: Objective,
        policy: &mut Vec<(String, String)>,
    ) -> Result<f64, DecisionError> {
        match self {
            Node::Payoff(payoff) => finite("a payoff", *payoff),
            Node::Chance(branches) => {
                let probabilities: Vec<f64> =
                    branches.iter().map(|branch| branch.probability).collect();
                chances(&probabilities)?;
                branches.iter().try_fold(0.0, |sum, branch| {
                    Ok(sum + branch.probability * branch.node.value(objective, policy)?)
                })
            }
            Node::Decision { name, branches } => {
                let place = policy.len();
                let values = branches
                    .iter()
                    .map(|branch| branch.node.value(objective, policy))
                    .collect::<Result<Vec<f64>, DecisionError>>()?;
                let gains: Vec<f64> = values
                    .iter()
                    .map(|value| objective.sign() * value)
                    .collect();
                let best = best_place(&gains).ok_or(DecisionError::Empty {
                    what: "branches of a decision",
                })?;
                if let Some(name) = name {
                    policy.insert(place, (name.clone(), branches[best].label.clone()));
                }
                Ok(values[best])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn choice(name: &str, branches: Vec<(&str, Node)>) -> Node {
        let branches = branches
            .into_iter()
            .map(|(label, node)| Branch {
                label: label.to_owned(),
                node,
            })
            .collect();
        Node::Decision {
            name: Some(name.to_owned()),
            branches,
        }
    }

    #[test]
    fn costs_are_rolled_back_too_and_ties_go_to_the_first() {
        let later = choice(
            "later",
            vec![("keep", Node::Payoff(7.0)), ("exit", Node::Payoff(5.0))],
        );
        let gamble = Node::Chance(vec![
            Chance {
                probability: 0.5,
                node: later,
            },
            Chance {
                probability: 0.5,
                node: Node::Payoff(1.0),
            },
        ]);
        let tree = choice("now", vec![("sure", Node::Payoff(3.0)), ("try", gamble)]);
        let found = tree.roll_back(Objective::Cost).unwrap();
        assert_eq!(found.value, 3.0);
        let policy =
            [("now", "sure"), ("later", "exit")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(found.policy, policy);
        let found = tree.roll_back(Objective::Gain).unwrap();
        assert_eq!((found.value, found.policy[0].1.as_str()), (4.0, "try"));
    }

    #[test]
    fn broken_trees_are_refused() {
        let gain = |node: Node| node.roll_back(Objective::Gain);
        assert!(gain(choice("x", vec![])).is_err());
        assert!(gain(Node::Chance(vec![])).is_err());
        assert!(gain(Node::Payoff(f64::NAN)).is_err());
        let chance = |probability| {
            Node::Chance(vec![Chance {
                probability,
                node: Node::Payoff(1.0),
            }])
        };
        assert_eq!(
            gain(chance(0.9)),
            Err(DecisionError::ChancesSum { sum: 0.9 })
        );
        assert!(gain(chance(1.5)).is_err());
        assert_eq!(gain(chance(1.0)).unwrap().value, 1.0);
    }
}
