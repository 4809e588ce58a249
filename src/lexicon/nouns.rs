//! Nouns and adjectives that report: *the claim that*, *its denial of*, *confident that*.
//!
//! Leaves out nouns that only sometimes report (plan, report, statement stay, marked `WEAK`).

use super::entry::{Frames, Group, group};
use crate::analysis::{
    Kind::{
        Accusation, Admission, Criticism, Demand, Denial, Opinion, Praise, Promise, Question,
        Statement, Warning,
    },
    Verb::{Conceding, Distancing, Neutral, Pressing},
};

const C: Frames = Frames::CLAUSE;
const I: Frames = Frames::INFINITIVE;
const O: Frames = Frames::OBJECT;
const WEAK: Frames = Frames::WEAK;

/// Nouns; `OBJECT` means what follows *of*, *about*, *on*, *for*, *to* or *against*.
#[rustfmt::skip]
pub(super) const NOUNS: &[Group] = &[
    group(Statement, Distancing, &[C], "claim suggestion insinuation implication rumor rumour \
        speculation hypothesis theory"),
    group(Statement, Pressing, &[C], "assertion contention insistence argument"),
    group(Statement, Neutral, &[C], "assurance announcement declaration revelation prediction \
        forecast remark conclusion finding reminder testimony"),
    group(Statement, Neutral, &[C, WEAK], "statement comment report message word news sign \
        notion idea fact evidence proof account description"),
    group(Admission, Conceding, &[C, O], "admission acknowledgement acknowledgment concession \
        confession"),
    group(Accusation, Distancing, &[C, O], "accusation allegation"),
    group(Accusation, Neutral, &[C, WEAK], "charge"),
    group(Denial, Neutral, &[C, O], "denial rejection repudiation rebuttal"),
    group(Demand, Neutral, &[C, I, O], "demand call request plea appeal recommendation proposal"),
    group(Warning, Neutral, &[C, O], "warning fear concern worry threat"),
    group(Promise, Neutral, &[C, I, O], "promise pledge vow commitment"),
    group(Promise, Neutral, &[I, WEAK], "plan intention decision offer"),
    group(Criticism, Neutral, &[C, O], "criticism complaint condemnation denunciation rebuke \
        objection critique opposition"),
    group(Praise, Neutral, &[O], "praise endorsement support"),
    group(Opinion, Neutral, &[C, O], "belief view opinion hope conviction doubt expectation \
        sentiment assumption perception suspicion"),
    group(Question, Neutral, &[O, WEAK], "question"),
];

/// Adjectives after a form of *be*, *feel*, *remain*, *seem*.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[Group] = &[
    group(Opinion, Neutral, &[C], "confident hopeful optimistic pessimistic certain convinced \
        sure skeptical sceptical doubtful adamant unsure"),
    group(Warning, Neutral, &[C], "worried concerned afraid fearful wary nervous"),
    group(Warning, Neutral, &[O], "worried+about concerned+about afraid+of fearful+of wary+of \
        nervous+about"),
    group(Criticism, Neutral, &[O], "critical+of skeptical+of sceptical+of dismissive+of \
        opposed+to angry+at angry+about disappointed+in unhappy+with"),
    group(Praise, Neutral, &[O], "supportive+of proud+of grateful+for confident+in"),
    group(Promise, Neutral, &[I], "eager willing determined ready reluctant unwilling poised"),
];
