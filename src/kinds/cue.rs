//! What a cue alone says about the kind: its head word, its negation, its fixed phrases.
//!
//! Leaves out the content, save its first words where a phrase runs over the border
//! ("pleaded | not guilty", "called | for").

use crate::{
    lexicon::{
        classes::{
            ACCUSE, ADMIT, ADVERB, ASK, AUXILIARY, Bits, CLAIM, CLAIM_NOUN, CRITICISE, DEMAND,
            DENY, NAME, NEGATION, NOUN, OPINE, PAST, PRAISE, PRESS, PROMISE, REFUSE, RELEASE, SAY,
            VERB, WARN,
        },
        clauses::{BEFORE_BASE, CALLED, UNREAL},
        phrases::{EXAMINING, PHRASES},
    },
    words::Words,
};

/// A cue, read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cue {
    /// The class of its head, one bit; none when no word of it is known.
    pub class: Bits,
    /// Classes of all its words together.
    pub all: Bits,
    /// Token of the word that heads it, also where a phrase gives the class; none when no word of it is known.
    pub head: Option<usize>,
    /// The head is negated: "did not deny".
    pub negated: bool,
    /// The head is passive: "was accused by".
    pub passive: bool,
    /// Its class is that of a fixed phrase, not of its head: "pushed back".
    pub phrase: bool,
    /// A charge is looked into: "are investigating claims of". Those who do make no charge.
    pub examines: bool,
}

/// Every class that a head may have, strongest first: where a word is of two, the first holds.
const HEADS: &[Bits] = &[
    ACCUSE, DENY, NAME, CRITICISE, REFUSE, ADMIT, RELEASE, DEMAND, WARN, PROMISE, PRESS, ASK,
    PRAISE, CLAIM, OPINE, SAY,
];

/// Words that yield to a stronger one later in the cue: "appeared to blame", "said in denial".
const WEAK: Bits = SAY.union(OPINE);

/// How far before its head a negation or an auxiliary is looked for: "has not at any time denied" is as far as they stand.
const BEFORE: usize = 4;

/// Reads the cue at `cue`, whose content begins with `content` (token indices). A cue of no known word has no class: of
/// *Ada Brook: the pier is safe* the colon tells nothing of what is done.
pub(super) fn read(words: &Words<'_>, cue: &[usize], content: &[usize]) -> Cue {
    let joined = words.joined(cue);
    let any = |test: &dyn Fn(usize) -> bool| cue.iter().any(|&at| test(at));
    let mut out = Cue {
        all: cue.iter().map(|&at| words.bits(at)).collect(),
        examines: any(&|at| EXAMINING.begins(words.lower(at)))
            && any(&|at| words.is(at, CLAIM_NOUN)),
        ..Cue::default()
    };
    if let Some((class, at)) = head(words, cue) {
        (out.class, out.head) = (class, Some(at));
        (out.negated, out.passive) = stands(words, cue[0], at);
    }
    // Over the border only where the cue begins with the verb: "called | for a vote", "pleaded | not guilty".
    let over = joined.trim_end().to_owned() + &words.joined(&content[..content.len().min(4)]);
    let verb_first = ["call", "plead"].iter().any(|verb| over.trim_start().starts_with(verb));
    let holds = |p: &&str| joined.contains(p) || verb_first && over.starts_with(p);
    if let Some(&(class, _)) = PHRASES.iter().find(|(_, phrases)| phrases.iter().any(holds)) {
        (out.class, out.phrase) = (class, true);
    }
    // "asked | for a new pier", "is calling | on the mayor", "agreed | to mend it".
    let first = content.first().map_or("", |&at| words.lower(at));
    let asked = out.class == ASK && joined.trim_end().ends_with("asked") && first == "for";
    let called = out.class == NAME && cue.len() <= 3 && joined.contains(" call");
    if asked || called && CALLED.has(first) {
        out.class = DEMAND;
    }
    if first == "to" && joined.contains(" agree") {
        out.class = PROMISE;
    }
    out
}

/// The class and the token of the word that heads the cue: its first strong verb, else a noun that says more than
/// *say*, else a weak verb, else any noun; none where no word of it is known. Of *said she denied it* that is *denied*.
fn head(words: &Words<'_>, cue: &[usize]) -> Option<(Bits, usize)> {
    let (mut weak, mut noun) = (None, None);
    for &at in cue {
        let bits = words.bits(at);
        let class = HEADS.iter().copied().find(|&class| bits.intersects(class));
        let Some(class) = class.filter(|_| !is_plain(words, at)) else { continue };
        if bits.intersects(NOUN) && !bits.intersects(VERB) {
            noun.get_or_insert((class, at));
        } else if class.intersects(WEAK) {
            weak.get_or_insert((class, at));
        } else {
            return Some((class, at));
        }
    }
    // A noun says more than "made", "has", "said": "issued a denial", "expressed concern".
    noun.filter(|&(class, _)| class != SAY).or(weak).or(noun)
}

/// "the implication is clear", "made it clear": no verb but behind *to* and *would*.
fn is_plain(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    words.lower(at) == "clear" && !UNREAL.has(before) && !BEFORE_BASE.has(before)
}

/// Whether the head is negated, *has never denied it*, and whether it is passive, *was accused by Holt*. What stands
/// before the cue counts as far as it belongs to the verb, and a *not* of the sentence before never does.
fn stands(words: &Words<'_>, from: usize, head: usize) -> (bool, bool) {
    let (mut negated, mut passive) = (false, false);
    for at in (head.saturating_sub(BEFORE)..head).rev() {
        let here = words.document.sentence_of(at) == words.document.sentence_of(head);
        negated |= here && words.is(at, NEGATION);
        passive |= words.be(at) && words.is(head, PAST);
        if at < from && !words.is(at, AUXILIARY | NEGATION | ADVERB) {
            break;
        }
    }
    (negated, passive)
}
