//! Which statements seem to be the same: alike in their words, and by one voice.
//!
//! Words weigh the more the fewer statements have them (idf, over all statements of all accounts), and
//! are met through an index, so that only statements that share a word are ever compared. Leaves out
//! how quotations differ; see `quotations`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{comparison::At, words::Spoken};
use crate::analysis::Kind;

/// A word that more statements than this have finds no candidates: it only weighs.
const COMMON: usize = 40;
/// From this likeness on two statements of one voice are the same.
const ALIKE: f32 = 0.42;
/// From this likeness on they are, whoever says it, where one of the speakers is not known.
const UNKNOWN: f32 = 0.7;
/// Words of meaning that two statements must share, unless neither has more than the one that both have.
const SHARED: usize = 2;
/// Words quoted alike in a row that nobody finds twice by chance.
const QUOTED: usize = 7;
/// The same of one and the same voice.
const OWN: usize = 5;
/// The most quoted words of a statement that are looked for in another's: that costs their product.
const MOST_QUOTED: usize = 200;

/// Who says a statement, and what is done by it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub voice: Option<u32>,
    pub kind: Kind,
}

/// Two statements that are compared, as indices into the list of what is spoken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub a: usize,
    pub b: usize,
    /// 0 to 1.
    pub alike: f32,
    /// Words of meaning that both have.
    pub shared: usize,
    /// The longest run of words that both quote.
    pub quoted: usize,
}

/// Every two statements that share words of meaning, in the order of the list. Linear in the number of
/// statements times their candidates.
pub(super) fn pairs(spoken: &[Spoken]) -> Vec<Pair> {
    let terms: Vec<BTreeSet<u32>> = spoken.iter().map(Spoken::terms).collect();
    let mut have: HashMap<u32, Vec<usize>> = HashMap::new();
    for (index, set) in terms.iter().enumerate() {
        for &term in set {
            have.entry(term).or_default().push(index);
        }
    }
    // What is ever written small is no name.
    let words = spoken.iter().flat_map(|s| &s.words);
    let small: BTreeSet<u32> = words.filter(|w| !w.capital).filter_map(|w| w.term).collect();
    let count = spoken.len() as f32;
    let weight = |term: &u32| (1.0 + count / have[term].len() as f32).ln();
    let total: Vec<f32> = terms.iter().map(|t| t.iter().map(weight).sum()).collect();
    let mut out = Vec::new();
    for (a, set) in terms.iter().enumerate() {
        let mut shared: BTreeMap<usize, (f32, usize, bool)> = BTreeMap::new();
        for term in set {
            let others = &have[term];
            if others.len() > COMMON {
                continue;
            }
            for &b in others.iter().filter(|&&b| b > a) {
                let entry = shared.entry(b).or_default();
                entry.0 += weight(term);
                entry.1 += 1;
                entry.2 |= small.contains(term);
            }
        }
        for (b, (weight, words, more)) in shared {
            let longer = set.len().max(terms[b].len());
            let quoted = run(&spoken[a], &spoken[b]);
            if words < SHARED.min(longer) && quoted < OWN {
                continue;
            }
            let less = total[a].min(total[b]);
            let dice = 2.0 * weight / (total[a] + total[b]);
            // A short statement within a long one is the same at another length; the fewer words it has
            // the less that says, and names alone say nothing.
            let within =
                if more { weight / less * (1.0 - 1.0 / (1.0 + words as f32)) } else { 0.0 };
            out.push(Pair { a, b, alike: dice.max(0.75 * within), shared: words, quoted });
        }
    }
    out
}

/// The length of the longest run of words that both quote, among the first `MOST_QUOTED` of each.
fn run(a: &Spoken, b: &Spoken) -> usize {
    let quoted = |s: &Spoken| -> Vec<u32> {
        let words = s.words.iter().filter(|w| w.quoted).take(MOST_QUOTED);
        words.map(|w| w.word).collect()
    };
    let (a, b) = (quoted(a), quoted(b));
    let mut best = 0;
    let mut row = vec![0; b.len() + 1];
    for &word in &a {
        for at in (0..b.len()).rev() {
            row[at + 1] = if b[at] == word { row[at] + 1 } else { 0 };
            best = best.max(row[at + 1]);
        }
    }
    best
}

/// True when the two quote so many words alike that one of them has them from the other's source.
pub(super) fn same_words(pair: &Pair) -> bool {
    pair.quoted >= QUOTED
}

/// True when two who may be one are one since both say this.
pub(super) fn tell_speakers(pair: &Pair) -> bool {
    same_words(pair) || pair.alike >= ALIKE && pair.shared > SHARED
}

/// Statements that seem the same, each set in the order of the list; only sets of two accounts and more.
pub(super) fn groups(spoken: &[Spoken], said: &[Said], pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut sure: Vec<&Pair> =
        pairs.iter().filter(|pair| are_same(pair, said[pair.a], said[pair.b])).collect();
    // The most alike first; ties in reading order.
    sure.sort_by(|x, y| {
        let by = |p: &Pair| (p.quoted >= QUOTED, p.alike);
        let ((qx, ax), (qy, ay)) = (by(x), by(y));
        qy.cmp(&qx).then(ay.total_cmp(&ax)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let known: HashMap<(usize, usize), &Pair> = pairs.iter().map(|p| ((p.a, p.b), p)).collect();
    let alike = |a: usize, b: usize| {
        let pair = known.get(&(a.min(b), a.max(b)));
        pair.is_some_and(|p| p.alike >= ALIKE / 2.0 || same_words(p))
    };
    let mut group_of: Vec<usize> = (0..spoken.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..spoken.len()).map(|i| vec![i]).collect();
    for pair in sure {
        let (one, other) = (group_of[pair.a], group_of[pair.b]);
        // All of one must be something like all of the other: likeness does not go on from one to the next.
        let fits = one != other
            && members[one].iter().all(|&x| members[other].iter().all(|&y| alike(x, y)));
        if fits {
            let given = std::mem::take(&mut members[other]);
            for &index in &given {
                group_of[index] = one;
            }
            members[one].extend(given);
        }
    }
    let mut out: Vec<Vec<usize>> = members
        .into_iter()
        .filter(|group| {
            let account = |&i: &usize| spoken[i].at.account;
            group.first().is_some_and(|first| group.iter().any(|i| account(i) != account(first)))
        })
        .collect();
    for group in &mut out {
        group.sort_unstable();
    }
    out.sort_unstable();
    out
}

fn are_same(pair: &Pair, a: Said, b: Said) -> bool {
    if same_words(pair) {
        return true;
    }
    match (a.voice, b.voice) {
        (Some(x), Some(y)) if x != y => false,
        // Nobody is named, and both bring the same charge.
        (None, None) if a.kind == Kind::Accusation && b.kind == a.kind => pair.alike >= ALIKE,
        (Some(_), Some(_)) if pair.quoted >= OWN => true,
        (Some(_), Some(_)) => pair.alike >= if opposed(a.kind, b.kind) { UNKNOWN } else { ALIKE },
        _ => pair.alike >= UNKNOWN && pair.shared > SHARED && !opposed(a.kind, b.kind),
    }
}

/// Where one denies and the other does not, like words say unlike things.
fn opposed(a: Kind, b: Kind) -> bool {
    (a == Kind::Denial) != (b == Kind::Denial)
}

/// What is at these places of the list.
pub(super) fn places(spoken: &[Spoken], group: &[usize]) -> Vec<At> {
    group.iter().map(|&i| spoken[i].at).collect()
}
