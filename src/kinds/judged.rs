//! The judgement on one attribution, and how a kind is decided by its probability.
//!
//! Leaves out what speaks against it; see `unmade`.

use crate::{
    analysis::{Kind, Verb},
    model,
};

/// The kinds in the order of the learned probabilities, which the trained numbers have: another order is another training.
pub const ORDER: [Kind; model::KINDS] = [
    Kind::Statement,
    Kind::Accusation,
    Kind::Denial,
    Kind::Admission,
    Kind::NoComment,
    Kind::Demand,
    Kind::Warning,
    Kind::Promise,
    Kind::Criticism,
    Kind::Praise,
    Kind::Opinion,
    Kind::Question,
];

/// What decided where the likeliest kind stands.
pub const JUDGE: &str = "judge";

/// What decided where accusation or denial is the likeliest, and not likely enough.
pub const UNSURE: &str = "judge, not sure enough of an accusation or denial";

/// The judgement on one attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// What is done.
    pub kind: Kind,
    /// How likely that is, 0 to 1.
    pub confidence: f32,
    /// How likely each kind is, in [`ORDER`].
    pub shares: [f32; model::KINDS],
    /// The stance of the cue.
    pub verb: Verb,
    /// The tokens that were read and how likely each names whom it is aimed at; what they lack of 1 has nobody.
    pub aims: Vec<(usize, f32)>,
    /// The name of what decided the kind: [`JUDGE`], [`UNSURE`], or the guard that overruled it.
    pub by: &'static str,
    /// Takes an accusation back or ends it: withdrawn, acquitted, dropped.
    pub release: bool,
}

impl Judged {
    /// How likely it is aimed at nobody who is named there.
    #[must_use]
    pub fn nobody(&self) -> f32 {
        1.0 - self.aims.iter().map(|a| a.1).sum::<f32>()
    }

    /// The token that likeliest names whom it is aimed at: *Holt* of *Orr blamed Holt*; none where nobody is likelier.
    #[must_use]
    pub fn aim(&self) -> Option<usize> {
        let nobody = self.nobody();
        let better = |best: (usize, f32), a: &(usize, f32)| if a.1 > best.1 { *a } else { best };
        let best = self.aims.iter().fold((0, nobody), better);
        (best.1 > nobody).then_some(best.0)
    }
}

/// A kind, its probability, and what decided.
type Decision = (Kind, f32, &'static str);

/// An accusation where that is likely enough, a denial where that is the likeliest and likely enough, if they were made:
/// `unmade` names the guard that says that they were not. Else the likeliest other kind. An accusation need not be the
/// likeliest, for readers look for these first: on news-dev one more of 107 is found so and none wrongly, in our own
/// articles one more of 96; denials win nothing by it.
pub(super) fn decide(shares: &[f32; model::KINDS], unmade: Option<&'static str>) -> Decision {
    let [accusation, denial] = model::least();
    let top = shares.iter().copied().fold(0.0, f32::max);
    let best = |may: &dyn Fn(usize) -> bool| {
        let may = (0..ORDER.len()).filter(|&at| may(at));
        may.max_by(|&a, &b| shares[a].total_cmp(&shares[b]))
    };
    let charge = best(&|at| match ORDER[at] {
        Kind::Accusation => shares[at] >= accusation,
        Kind::Denial => shares[at] >= denial.max(top),
        _ => false,
    });
    let other = best(&|at| !matches!(ORDER[at], Kind::Accusation | Kind::Denial));
    let other = other.unwrap_or_default();
    let (kind, by) = match (charge, unmade) {
        (Some(_), Some(guard)) => (other, guard),
        (Some(charge), None) => (charge, JUDGE),
        (None, _) if top > shares[other] => (other, UNSURE),
        (None, _) => (other, JUDGE),
    };
    (ORDER[kind], shares[kind], by)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares of the kinds that are named; the rest have none.
    fn shares(named: &[(Kind, f32)]) -> [f32; model::KINDS] {
        ORDER.map(|kind| named.iter().find(|n| n.0 == kind).map_or(0.0, |n| n.1))
    }

    #[test]
    fn what_decided_is_named() {
        let [accusation, _] = model::least();
        let charge = shares(&[(Kind::Accusation, 0.95), (Kind::Opinion, 0.03)]);
        let faint = shares(&[(Kind::Accusation, accusation - 0.01), (Kind::Demand, 0.1)]);
        let demand = shares(&[(Kind::Demand, 0.9), (Kind::Accusation, 0.1)]);
        let decided = |shares, unmade| {
            let (kind, _, by) = decide(shares, unmade);
            (kind, by)
        };
        assert_eq!(decided(&charge, None), (Kind::Accusation, JUDGE));
        assert_eq!(decided(&charge, Some("negated")), (Kind::Opinion, "negated"));
        assert_eq!(decided(&faint, None), (Kind::Demand, UNSURE));
        // A guard that changes nothing has decided nothing.
        assert_eq!(decided(&faint, Some("negated")), (Kind::Demand, UNSURE));
        assert_eq!(decided(&demand, Some("negated")), (Kind::Demand, JUDGE));
    }
}
