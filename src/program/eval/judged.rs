//! What is counted of what the attributions of one article do, and of who stands behind them: kinds,
//! denials and accusations, actors, whole speakers, targets, replies.
//!
//! Counted over attributions that match strictly, or over all where the spans are the gold's. Leaves out
//! when two names are the same, see `same`.

use std::collections::{BTreeMap, BTreeSet};

use ascribe::analysis::Kind;

use super::{
    gold::Gold,
    matched::{self, Covered, pairs, strictly},
    measures::Count,
    same::same,
    tally::{Answer, Judged, given},
};

/// The attributions of one article as a reader has them, beside those of the engine or of another reader.
pub struct Beside<'a> {
    pub gold: &'a [Gold],
    pub read: &'a [Covered],
    pub answers: &'a [Answer<'a>],
    pub found: &'a [Covered],
}

/// All counts of one article. Gold attributions that stand inside another's content are left out, and so is
/// whatever else was found on their spans, unless `nested`.
pub fn count(beside: &Beside, nested: bool) -> Judged {
    let &Beside { gold, read, answers, found } = beside;
    let (g, left_out): (Vec<usize>, Vec<usize>) =
        (0..gold.len()).partition(|&i| nested || gold[i].nested_in.is_none());
    let p: Vec<usize> =
        (0..found.len()).filter(|&j| left_out.iter().all(|&i| read[i] != found[j])).collect();
    let gs: Vec<&Covered> = g.iter().map(|&i| &read[i]).collect();
    let ps: Vec<&Covered> = p.iter().map(|&j| &found[j]).collect();
    let places = matched::same(&gs, &ps).unwrap_or_else(|| pairs(&gs, &ps, strictly));
    let matched: BTreeMap<usize, usize> = places.iter().map(|&(i, j)| (p[j], g[i])).collect();

    let mut sum = Judged::default();
    sum.rows.add(matched.len(), p.len(), g.len());
    for (&j, &i) in &matched {
        one(&gold[i], answers[j], &mut sum);
    }
    sum.denial = watched(Kind::Denial, beside, &g, &p, &matched);
    sum.accusation = watched(Kind::Accusation, beside, &g, &p, &matched);
    sum.replies = replies(beside, &g, &p, &matched);
    sum.speakers = speakers(beside, &g, &p, &matched);
    let named = p.iter().filter(|&&j| answers[j].actor.is_some()).count();
    let all = g.iter().filter(|&&i| given(&gold[i].actor).is_some()).count();
    sum.shown.add(sum.actor.right as usize, named, all);
    sum
}

/// One that matches.
fn one(gold: &Gold, answer: Answer, sum: &mut Judged) {
    if let Some(kind) = gold.kind {
        let right = answer.kind == Some(kind);
        let lenient = right || answer.kind.is_some() && answer.kind == gold.kind_alt;
        sum.kind += u64::from(right);
        sum.lenient += u64::from(lenient);
        sum.group += u64::from(answer.kind.map(Kind::group) == Some(kind.group()));
        sum.kinds.entry(kind).or_default().add(usize::from(right), 0, 1);
    }
    if let Some(kind) = answer.kind {
        sum.kinds.entry(kind).or_default().add(0, 1, 0);
    }
    if let Some(name) = given(&gold.actor) {
        sum.actor.add(answer.actor, name, &gold.actor_aliases);
    }
    if let Some(name) = given(&gold.target) {
        sum.target.add(answer.target, name, &gold.target_aliases);
    }
}

/// Of all that were found to be of this kind, those that match and are, or may be called so; of all in the
/// gold that nobody may leave out, those that were matched and called so.
fn watched(
    kind: Kind,
    beside: &Beside,
    g: &[usize],
    p: &[usize],
    matched: &BTreeMap<usize, usize>,
) -> Count {
    let (gold, answers) = (beside.gold, beside.answers);
    let called: Vec<usize> = p.iter().copied().filter(|&j| answers[j].kind == Some(kind)).collect();
    let is = |a: &Gold| [a.kind, a.kind_alt].contains(&Some(kind));
    let firm = |a: &Gold| a.kind == Some(kind) && !a.weak;
    let met = |fits: &dyn Fn(&Gold) -> bool| {
        let met = called.iter().filter_map(|j| matched.get(j));
        met.filter(|&&i| fits(&gold[i])).count() as u64
    };
    Count {
        right: met(&is),
        recalled: met(&firm),
        predicted: called.len() as u64,
        gold: g.iter().filter(|&&i| firm(&gold[i])).count() as u64,
    }
}

/// Denials with what they answer: right where both are matched to such a pair.
fn replies(beside: &Beside, g: &[usize], p: &[usize], matched: &BTreeMap<usize, usize>) -> Count {
    let denials = g.iter().filter(|&&i| beside.gold[i].kind == Some(Kind::Denial));
    let wanted: BTreeSet<(usize, usize)> =
        denials.filter_map(|&i| Some((i, beside.gold[i].replies_to?))).collect();
    let denials = p.iter().filter(|&&j| beside.answers[j].kind == Some(Kind::Denial));
    let said: Vec<(usize, usize)> =
        denials.filter_map(|&j| Some((j, beside.answers[j].replies_to?))).collect();
    let right = |&&(from, to): &&(usize, usize)| {
        let pair = matched.get(&from).zip(matched.get(&to));
        pair.is_some_and(|(&from, &to)| wanted.contains(&(from, to)))
    };
    let mut sum = Count::default();
    sum.add(said.iter().filter(right).count(), said.len(), wanted.len());
    sum
}

/// A name that was given is a speaker's where it is that of the one actor of all its matches, and none of
/// that actor's matches has another name or none.
fn speakers(beside: &Beside, g: &[usize], p: &[usize], matched: &BTreeMap<usize, usize>) -> Count {
    let (gold, answers) = (beside.gold, beside.answers);
    let mut aliases: BTreeMap<&str, &Option<Vec<String>>> = BTreeMap::new();
    for a in g.iter().map(|&i| &gold[i]) {
        if let Some(name) = given(&a.actor) {
            aliases.insert(name, &a.actor_aliases);
        }
    }
    let mut meets: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
    let mut met: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
    for (&j, &i) in matched {
        let (name, said) = (given(&gold[i].actor), answers[j].actor);
        if let Some(said) = said {
            meets.entry(said).or_default().insert(name);
        }
        if let Some(name) = name {
            met.entry(name).or_default().insert(said);
        }
    }
    let whole = |(said, names): &(&&str, &BTreeSet<Option<&str>>)| {
        let mut names = names.iter();
        let (Some(&Some(name)), None) = (names.next(), names.next()) else {
            return false;
        };
        met[name].len() == 1 && same(said, name, aliases[name].iter().flatten())
    };
    let all: BTreeSet<&str> = p.iter().filter_map(|&j| answers[j].actor).collect();
    let mut sum = Count::default();
    sum.add(meets.iter().filter(whole).count(), all.len(), aliases.len());
    sum
}
