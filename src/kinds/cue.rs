//! What a cue alone says about the kind: its head word, its negation, its fixed phrases.
//!
//! Leaves out the content, save its first words where a phrase runs over the border
//! ("declined | to comment", "called | for").

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
    /// Token of the head; none when the class comes from a phrase.
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

/// Reads the cue at `cue`, whose content begins with `content` (token indices).
pub(super) fn read(words: &Words<'_>, cue: &[usize], content: &[usize]) -> Cue {
    let mut out = Cue::default();
    let joined = words.joined(cue);
    let ahead = &content[..content.len().min(4)];
    let over = format!("{}{}", joined.trim_end(), words.joined(ahead));
    out.all = cue.iter().map(|&at| words.bits(at)).collect();
    head(words, cue, &mut out);
    out.examines = cue.iter().any(|&at| EXAMINING.begins(words.lower(at)))
        && cue.iter().any(|&at| words.is(at, CLAIM_NOUN));
    let verb_first =
        over.trim_start().starts_with("call") || over.trim_start().starts_with("plead");
    for (class, phrases) in PHRASES {
        if phrases.iter().any(|p| joined.contains(p) || (verb_first && over.starts_with(p))) {
            out.class = *class;
            out.phrase = true;
            break;
        }
    }
    if out.class == ASK
        && joined.trim_end().ends_with("asked")
        && words.lower(content.first().copied().unwrap_or(usize::MAX)) == "for"
    {
        out.class = DEMAND;
    }
    let first = content.first().map_or("", |&at| words.lower(at));
    if out.class == NAME && cue.len() <= 3 && CALLED.has(first) && joined.contains(" call") {
        out.class = DEMAND;
    }
    if first == "to" && joined.contains(" agree") {
        out.class = PROMISE;
    }
    out
}

/// Finds the head of the cue and how it stands.
fn head(words: &Words<'_>, cue: &[usize], out: &mut Cue) {
    let mut weak: Option<(Bits, usize)> = None;
    let mut noun: Option<(Bits, usize)> = None;
    for &at in cue {
        let bits = words.bits(at);
        let Some(class) = HEADS.iter().copied().find(|&class| bits.intersects(class)) else {
            continue;
        };
        // "the implication is clear", "made it clear": no verb but behind *to* and *would*.
        let stands = words.lower(at) == "clear"
            && !at
                .checked_sub(1)
                .is_some_and(|b| UNREAL.has(words.lower(b)) || BEFORE_BASE.has(words.lower(b)));
        if stands {
            continue;
        }
        if bits.intersects(NOUN) && !bits.intersects(VERB) {
            noun.get_or_insert((class, at));
        } else if class.intersects(WEAK) {
            weak.get_or_insert((class, at));
        } else {
            out.class = class;
            out.head = Some(at);
            break;
        }
    }
    if out.class.is_empty() {
        // A noun says more than "made", "has", "said": "issued a denial", "expressed concern".
        if let Some((class, at)) = noun.filter(|&(class, _)| class != SAY).or(weak).or(noun) {
            out.class = class;
            out.head = Some(at);
        }
    }
    let Some(head) = out.head else { return };
    let from = cue.first().copied().unwrap_or(head);
    let mut at = head;
    while at > 0 && head - at < 4 {
        at -= 1;
        let bits = words.bits(at);
        if bits.intersects(NEGATION)
            && words.document.sentence_of(at) == words.document.sentence_of(head)
        {
            out.negated = true;
        }
        if words.be(at) && words.is(head, PAST) {
            out.passive = true;
        }
        if at < from && !bits.intersects(AUXILIARY | NEGATION | ADVERB) {
            break;
        }
    }
}
