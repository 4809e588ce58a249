//! At whom an accusation, a criticism or a demand is aimed, as words.
//!
//! A target is given only where the words put it in a place that is plainly its own ("accused X of",
//! "X is accused of", "blamed it on X", "urged X to", the subject of the wrongful act). Everything
//! else has none. Leaves out whom the words mean; see `actors`.

use super::{
    content::Content,
    cue::Cue,
    subject::{finite, party, phrase, pronoun, run, subject},
    vocabulary::{
        ACCUSE, ADVERB, ASK, AUXILIARY, CLAUSE, CRITICISE, DEMAND, DETERMINER, FIRST_PERSON,
        GERUND, NOUN, PARTY, PAST, PREPOSITION, SAY, VERB, WRONG,
    },
    words::Words,
};
use crate::{analysis::Kind, attributions::Found, span::Span};

/// Whom `found` is aimed at, given its cue, its content and its kind.
pub(super) fn aim(
    words: &Words<'_>,
    found: &Found,
    cue: Cue,
    content: &Content<'_>,
    kind: Kind,
) -> Option<Span> {
    let tokens = content.tokens;
    let head = cue.head.map_or("", |at| words.lower(at));
    match kind {
        Kind::Accusation if cue.class != ACCUSE => {
            super::charge(words, cue, content).and_then(|charge| charge.doer)
        }
        // "accused", with nobody who accuses and the accused before it, has only lost its auxiliary.
        Kind::Accusation if cue.passive || reduced(found, head) => {
            let start = found.cue.first()?.start;
            let before = found
                .content
                .iter()
                .filter(|s| s.end <= start)
                .max_by_key(|s| s.end)?;
            let inside = words.document.tokens_in(*before);
            let first = inside.start;
            let named =
                words.capital(first) || words.is(first, DETERMINER) || pronoun(words, first);
            // "Orr, who is the aunt of a clerk accused of": whose clause it is cannot be told.
            let clause = inside.clone().any(|at| words.is(at, CLAUSE));
            (named && !clause).then(|| phrase(words, inside.start, inside.end))?
        }
        Kind::Accusation if head.starts_with("alleg") => {
            alleged(words, cue, content).or_else(|| sued_before(words, found.cue.first()?.start))
        }
        // "charged that the broker forged it": whose deed it is, not what stands before some *of*.
        Kind::Accusation if content.lower(content.first()) == "that" => {
            alleged(words, cue, content)
        }
        // Droughts and laws are blamed too, and are nobody.
        Kind::Accusation if head.starts_with("blam") => {
            blamed(words, tokens).filter(|&who| party(words, who) || meant_before(words, who))
        }
        Kind::Accusation if cue.all & NOUN != 0 => {
            let against = tokens.iter().position(|&at| words.lower(at) == "against")?;
            bare_object(words, &tokens[against + 1..])
        }
        Kind::Accusation => object(words, tokens, &["of", "for", "in", "with", "over"]),
        Kind::Criticism if cue.class == CRITICISE => object(words, tokens, &["for", "over", "as"])
            .filter(|s| short(words, *s))
            .or_else(|| bare_object(words, tokens)),
        Kind::Demand if cue.class == DEMAND || cue.class == ASK || cue.class == SAY => {
            demanded(words, tokens)
        }
        _ => None,
    }
}

/// "the clerk accused of theft": nobody speaks, and some of the content stands before the participle.
fn reduced(found: &Found, head: &str) -> bool {
    let start = found.cue.first().map_or(0, |cue| cue.start);
    found.source.is_empty() && head.ends_with("ed") && found.content.iter().any(|c| c.end <= start)
}

/// Few words that begin as a name or a known thing do: "the minister", "Clinton".
fn short(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    let first = inside.start;
    inside.len() <= 5
        && (words.capital(first) || words.is(first, DETERMINER))
        && !inside.clone().any(|at| words.is(at, PREPOSITION))
}

/// "that the broker forged it" (the subject), "Lima's part in it" (the owner).
fn alleged(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> Option<Span> {
    if let Some(doer) = super::charge(words, cue, content).and_then(|charge| charge.doer) {
        return Some(doer);
    }
    let tokens = content.tokens;
    let first = content.first();
    if content.lower(first) == "that" {
        // Whatever it is that is alleged, its subject is said to do it: "that Orr was not paying".
        let verb = (first + 2..tokens.len().min(first + 9)).find(|&i| {
            content.bits(i) & (AUXILIARY | VERB) != 0 && content.lower(i) != "'s"
                || finite(words, tokens[i])
        })?;
        let be = content.bits(verb) & AUXILIARY != 0;
        let passive = be
            && (verb + 1..verb + 4)
                .any(|i| content.bits(i) & PAST != 0 || content.lower(i).ends_with("ed"));
        return subject(content, verb)
            .filter(|&who| !passive && party(words, who) && !alone(words, who));
    }
    let owner = content
        .tokens
        .iter()
        .take(8)
        .position(|&at| matches!(words.lower(at), "'s" | "'"))?;
    run(words, content.tokens, 0, owner)
        .filter(|s| words.capital(words.document.tokens_in(*s).start))
}

/// A pronoun for somebody spoken of before: "blamed her for it".
fn meant_before(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    inside.len() == 1 && matches!(words.lower(inside.start), "him" | "her" | "them")
}

/// Nothing but a pronoun.
fn alone(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    inside.len() == 1 && pronoun(words, inside.start)
}

/// "filed a lawsuit against the county, alleging": whom the suit before the cue is brought against.
fn sued_before(words: &Words<'_>, cue: usize) -> Option<Span> {
    let cue = words.document.token_at(cue);
    let sentence = words.document.sentence_of(cue);
    let before: Vec<usize> = (cue.saturating_sub(20)..cue)
        .filter(|&at| words.document.sentence_of(at) == sentence)
        .collect();
    let against = before
        .iter()
        .rposition(|&at| words.lower(at) == "against")?;
    let suit = before[..against].iter().rev().take(3).any(|&at| {
        matches!(
            words.lower(at),
            "lawsuit" | "suit" | "complaint" | "case" | "charges" | "indictment" | "action"
        )
    });
    suit.then(|| bare_object(words, &before[against + 1..]))?
        .filter(|&who| party(words, who))
}

/// "X for it", "it on X".
fn blamed(words: &Words<'_>, tokens: &[usize]) -> Option<Span> {
    let at = tokens
        .iter()
        .take(24)
        .position(|&at| matches!(words.lower(at), "for" | "on"))?;
    if words.lower(tokens[at]) == "for" {
        return run(words, tokens, 0, at);
    }
    bare_object(words, &tokens[at + 1..])
}

/// "[on] X to go", "that X go": somebody, and not what is to be done or had.
fn demanded(words: &Words<'_>, tokens: &[usize]) -> Option<Span> {
    let start = tokens
        .iter()
        .take_while(|&&at| words.is(at, PREPOSITION) || matches!(words.lower(at), "on" | "upon"))
        .count();
    let rest = &tokens[start..];
    let first = *rest.first()?;
    // "to help elect Orr to the board": nobody stands between the cue and what is to be done.
    let done = start > 0 && words.lower(tokens[start - 1]) == "to";
    if done && !words.capital(first) && !words.is(first, DETERMINER) {
        return None;
    }
    if words.lower(first) == "that" {
        let end = (1..rest.len().min(8))
            .find(|&i| !words.capital(rest[i]) && !words.is(rest[i], DETERMINER))?;
        return words
            .capital(*rest.get(1)?)
            .then(|| run(words, rest, 1, end))?;
    }
    object(words, rest, &["to", "not", "never"]).filter(|&s| {
        let inside = words.document.tokens_in(s);
        // "recommended her to Vale": to whom, and nothing that she is to do.
        let thing = words.lower(inside.end) == "to"
            && (words.capital(inside.end + 1) || words.is(inside.end + 1, DETERMINER));
        let clause = inside
            .clone()
            .any(|at| words.is(at, AUXILIARY | CLAUSE) && words.lower(at) != "and");
        !thing && !clause && (party(words, s) || meant_before(words, s) || people(words, s))
    })
}

/// "survivors", "the new architects": several who do something, by the ending of the noun.
fn people(words: &Words<'_>, span: Span) -> bool {
    let inside = words.document.tokens_in(span);
    let last = words.lower(inside.end - 1);
    let clause = inside.clone().any(|at| words.is(at, FIRST_PERSON | VERB));
    !clause
        && ["ers", "ors", "ists", "ees", "ants", "ents", "ians"]
            .iter()
            .any(|ending| last.len() > 5 && last.ends_with(ending))
}

/// "X of doing", "X for the delay": the words before the preposition that opens the charge.
/// `tokens` begins where the object begins.
pub(super) fn object(words: &Words<'_>, tokens: &[usize], markers: &[&str]) -> Option<Span> {
    let found = (1..tokens.len().min(24)).find(|&i| {
        let lower = words.lower(tokens[i]);
        markers.contains(&lower)
            // "the mayor of Dunmoor of hiding": the charge follows the last plain "of".
            && !(lower == "of" && !charge_follows(words, tokens, i) && later_of(words, tokens, i))
    })?;
    // "Orr, the mayor of Lund and a banker, of fraud": the second comma closes an apposition.
    let end = if found > 2 && words.word(tokens[found - 1]) == "," {
        tokens[..found]
            .iter()
            .position(|&at| words.word(at) == ",")?
    } else {
        found
    };
    run(words, tokens, 0, end)
}

fn charge_follows(words: &Words<'_>, tokens: &[usize], i: usize) -> bool {
    tokens.get(i + 1).is_some_and(|&at| {
        words.is(at, GERUND | WRONG) || words.lower(at).ends_with("ing") || words.is(at, ADVERB)
    })
}

fn later_of(words: &Words<'_>, tokens: &[usize], i: usize) -> bool {
    // "of sexism and his campaign of …" begins a second charge.
    (i + 1..tokens.len().min(i + 10))
        .take_while(|&j| {
            words.lower(tokens[j]) != "and"
                || !tokens
                    .get(j + 1)
                    .is_some_and(|&at| words.is(at, DETERMINER))
        })
        .any(|j| words.lower(tokens[j]) == "of" && charge_follows(words, tokens, j))
}

/// The whole object when nothing marks its end: "criticised the minister", "slammed Novaline".
/// Only a name or a determined noun of few words; none when it goes on.
pub(super) fn bare_object(words: &Words<'_>, tokens: &[usize]) -> Option<Span> {
    let end = tokens
        .iter()
        .position(|&at| {
            !words.is_word(at) && words.lower(at) != "." && words.lower(at) != "&"
                || words.is(at, PREPOSITION | CLAUSE | AUXILIARY)
        })
        .unwrap_or(tokens.len());
    let first = *tokens.first()?;
    let possessive = tokens
        .get(end)
        .is_some_and(|&at| matches!(words.lower(at), "'s" | "'"));
    // "Orr's company", "the sheriff's office": what is owned may itself be told off.
    if possessive {
        let owned = (end + 1..tokens.len().min(end + 4))
            .take_while(|&i| {
                words.is_word(tokens[i]) && !words.is(tokens[i], PREPOSITION | CLAUSE | AUXILIARY)
            })
            .last()
            .filter(|&i| words.is(tokens[i], PARTY))
            .and_then(|last| run(words, tokens, 0, last + 1));
        if owned.is_some() || !words.capital(first) {
            return owned;
        }
    }
    // A description must be closed by its end: "the handling of the leak" is no one.
    let goes_on = end < tokens.len()
        && words.is(tokens[end], PREPOSITION)
        && matches!(words.lower(tokens[end]), "of" | "about");
    if goes_on || end > 6 || !tokens[..end].iter().any(|&at| words.capital(at)) {
        return None;
    }
    run(words, tokens, 0, end)
}
