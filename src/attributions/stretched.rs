//! Cues that go on over a word of the content: *refused to endorse* somebody, *filed papers opposing*
//! something.
//!
//! The tagger at times stops at the first verb, and what is turned down or opposed then hides behind
//! another. Only reporting verbs of a kind of their own stretch a cue. Leaves out what the tagger gets
//! right; see `merge`.

use super::draft::Draft;
use crate::{
    analysis::Kind,
    lexicon::{self, Inflection, grammar::Class, telling::PAPERS},
    words::Words,
};

/// Stretches the cue of every draft that stops short.
pub(super) fn stretch(r: &Words, drafts: &mut [Draft]) {
    for draft in drafts {
        let (Some(cue), Some(content)) = (&mut draft.cue, draft.content.first_mut()) else {
            continue;
        };
        if content.start != cue.end {
            continue;
        }
        let end = refused(r, cue.end, r.lower(cue.end - 1))
            .or_else(|| issued(r, cue.end))
            .filter(|&end| end < content.end && takes_object(r, end));
        if let Some(end) = end {
            cue.end = end;
            content.start = end;
        }
    }
}

/// "refused | to endorse Ms. Orr": behind the infinitive of what was not done.
fn refused(r: &Words, at: usize, last: &str) -> Option<usize> {
    let refuses = last.starts_with("refus") || last.starts_with("declin");
    let kinds = [Kind::Praise, Kind::Admission];
    (refuses && r.lower(at) == "to" && reports(r, at + 1, Inflection::Base, &kinds))
        .then_some(at + 2)
}

/// "filed | legal papers opposing the sale": behind what the papers do.
fn issued(r: &Words, at: usize) -> Option<usize> {
    let noun = (at..at + 4).find(|&t| PAPERS.has(r.lower(t)))?;
    let plain = (at..noun).all(|t| r.is_word(t) && !r.is(t, Class::PREPOSITION));
    let kinds = [
        Kind::Statement,
        Kind::Accusation,
        Kind::Denial,
        Kind::Demand,
        Kind::Criticism,
        Kind::Praise,
        Kind::Warning,
    ];
    (plain && reports(r, noun + 1, Inflection::Ing, &kinds)).then_some(noun + 2)
}

fn reports(r: &Words, at: usize, form: Inflection, kinds: &[Kind]) -> bool {
    lexicon::look_up(r.lower(at)).iter().any(|hit| {
        hit.form == form
            && hit.entry.class == lexicon::Class::Verb
            && hit.entry.particle.is_empty()
            && kinds.contains(&hit.entry.kind)
    })
}

/// What follows is what the verb is about: a name, "the …", "that …".
fn takes_object(r: &Words, at: usize) -> bool {
    r.is_word(at)
        && (r.capital(at)
            || r.is(at, Class::DETERMINER)
            || r.is(at, Class::POSSESSIVE)
            || r.is(at, Class::OBJECT)
            || r.lower(at) == "that")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft, parts};

    /// Cue and content of a draft before and after, as words of `text`.
    #[track_caller]
    fn check(text: &str, [cue, content]: [&str; 2], after: [&str; 2]) {
        let document = document(&[text]);
        let mut drafts = [draft(&document, ["", cue, content])];
        stretch(&Words::new(&document), &mut drafts);
        let [_, cue, content] = parts(&document, &drafts[0]);
        assert_eq!([cue, content], after);
    }

    #[test]
    fn what_is_refused_belongs_to_the_cue() {
        check(
            "The mayor pointedly refused to endorse Maren Holt.",
            ["pointedly refused", "to endorse Maren Holt"],
            ["pointedly refused to endorse", "Maren Holt"],
        );
        check(
            "The mayor declined to acknowledge that the pier was shut.",
            ["declined", "to acknowledge that the pier was shut"],
            ["declined to acknowledge", "that the pier was shut"],
        );
    }

    #[test]
    fn what_papers_do_belongs_to_the_cue() {
        check(
            "The owners filed legal papers opposing the sale.",
            ["filed", "legal papers opposing the sale"],
            ["filed legal papers opposing", "the sale"],
        );
    }

    #[test]
    fn other_deeds_are_what_is_said() {
        for (text, cue, content) in [
            ("The mayor refused to leave.", "refused", "to leave"),
            ("The mayor declined to comment.", "declined", "to comment"),
            (
                "The mayor declined to say where he was.",
                "declined",
                "to say where he was",
            ),
            ("The owners filed papers in May.", "filed", "papers in May"),
        ] {
            check(text, [cue, content], [cue, content]);
        }
    }
}
