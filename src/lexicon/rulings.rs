//! What judges find, and the verbs that undo it.
//!
//! A list of our own. Leaves out who denies by it; see `attributions/denials`.

use super::list::List;

const RULINGS: List = List::of(
    "ruling rulings finding findings verdict verdicts conviction convictions judgment judgement conclusion decision \
     decisions",
);

/// True for a form of *overturn* or *overrule*, in lower case: who does that to a ruling denies it.
#[must_use]
pub fn overturns(word: &str) -> bool {
    word.starts_with("overturn") || word.starts_with("overrul")
}

/// True for what a judge finds, in lower case: a ruling, a verdict. Who overturns it says that it is not
/// so; other things are merely overturned.
#[must_use]
pub fn is_ruling(word: &str) -> bool {
    RULINGS.has(word)
}
