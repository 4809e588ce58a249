//! Denials that the tagger has passed over: what the rules read where it is silent, and what is said
//! to have been turned down by somebody.
//!
//! Only verbs whose lexicon entry is a denial, with a speaker in the same sentence. Leaves out what
//! the words deny; see `kinds`.

use std::ops::Range;

use super::{
    link::Draft,
    taken::Taken,
    words::{Class, Reading},
};
use crate::{analysis::Kind, lexicon};

/// Draws what the tagger missed from `rules` into `drafts`; `taken` is what these take.
pub(super) fn add(r: &Reading, rules: &[Draft], drafts: &mut Vec<Draft>, taken: &mut Taken) {
    for rule in rules.iter().filter(|d| denies(r, d)) {
        let (Some(source), Some(cue)) = (&rule.source, &rule.cue) else {
            continue;
        };
        let free = |run: &Range<usize>| taken.owners(run).next().is_none();
        if taken.speaks_in(source) || taken.speaks_in(cue) || !free(source) || !free(cue) {
            continue;
        }
        if rule
            .content
            .iter()
            .all(|run| !taken.speaks_in(run) && free(run))
        {
            taken.note(drafts.len(), rule);
            drafts.push(rule.clone());
        } else if source.start >= cue.end {
            turned_down(r, rule, drafts, taken);
        }
    }
}

/// "Calls to open the files were rejected by the court": the calls are nobody's here, and what the
/// court has rejected.
fn turned_down(r: &Reading, rule: &Draft, drafts: &mut [Draft], taken: &mut Taken) {
    let Some(cue) = &rule.cue else { return };
    let sentence = r.sentence(cue.start);
    let subject = rule
        .content
        .iter()
        .flat_map(|run| taken.owners(run))
        .find_map(|at| {
            let own = drafts[at].cue.clone();
            let own = own.filter(|c| sentence.start <= c.start && c.end <= cue.start)?;
            drafts[at].source.is_none().then_some((at, own.start))
        });
    let Some((at, start)) = subject else { return };
    let end = cue.start - usize::from(r.word(cue.start - 1) == ",");
    taken.forget(&drafts[at]);
    drafts[at] = Draft {
        content: std::iter::once(start..end)
            .filter(|run| !run.is_empty())
            .collect(),
        ..rule.clone()
    };
    taken.note(at, &drafts[at]);
}

/// The cue is a verb of denying, and what it denies could be said: "contradicted by the data" is
/// nobody's denial.
fn denies(r: &Reading, d: &Draft) -> bool {
    let (Some(cue), Some(source)) = (&d.cue, &d.source) else {
        return false;
    };
    let verb = |t: usize| {
        let hits = lexicon::look_up(r.word(t)).iter();
        hits.filter(|hit| hit.entry.particle.is_empty())
            .any(|hit| hit.entry.kind == Kind::Denial && hit.entry.class == lexicon::Class::Verb)
    };
    // Cars and bans are overturned too.
    let overturns =
        |t: usize| r.word(t).starts_with("overturn") || r.word(t).starts_with("overrul");
    if cue.clone().any(overturns)
        && !d
            .content
            .iter()
            .flat_map(Clone::clone)
            .any(|t| lexicon::is_ruling(r.word(t)))
    {
        return false;
    }
    let negated = cue.clone().any(|t| r.is(t, Class::NOT));
    let speaker = source.clone().any(|t| r.capital(t))
        || r.is(source.start, Class::SUBJECT)
        || r.is(source.start, Class::DETERMINER);
    cue.clone().any(verb) && !negated && speaker
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{Block, Role},
        attributions::link::by_rule,
        span::Span,
        text::Document,
    };

    /// What is added beside a cue that the tagger found, with the content behind it: one line each,
    /// source | cue | content.
    #[track_caller]
    fn check(text: &str, tagged: Option<[&str; 2]>, expected: &[&str]) {
        let block = Block {
            text: text.to_owned(),
            role: Role::Body,
        };
        let document = Document::new(&[block]);
        let r = Reading::new(&document);
        let tokens = |words: &str| {
            let start = text.find(words).expect("the words are in the text");
            document.tokens_in(Span::new(start, start + words.len()))
        };
        let mut drafts: Vec<Draft> = tagged
            .into_iter()
            .map(|[cue, content]| Draft {
                source: None,
                cue: Some(tokens(cue)),
                content: vec![tokens(content)],
                confidence: 1.0,
            })
            .collect();
        let mut taken = Taken::new(&document, &drafts, &[]);
        add(&r, &by_rule(&r), &mut drafts, &mut taken);
        let words = |run: &Range<usize>| document.span(run.clone()).of(document.text());
        let lines: Vec<String> = drafts
            .iter()
            .filter_map(|d| {
                let content: Vec<&str> = d.content.iter().map(words).collect();
                let (source, cue) = (d.source.as_ref()?, d.cue.as_ref()?);
                Some(format!(
                    "{} | {} | {}",
                    words(source),
                    words(cue),
                    content.join(" … ")
                ))
            })
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_denial_that_nobody_found_is_added() {
        check(
            "Moscow denies any collaboration.",
            None,
            &["Moscow | denies | any collaboration"],
        );
        check(
            "While the clerk found it sound, her finding was overturned by a higher court, and so it stayed.",
            None,
            &["a higher court | was overturned | her finding"],
        );
        check(
            "The claim was rejected by the harbour board.",
            None,
            &["the harbour board | was rejected | The claim"],
        );
    }

    #[test]
    fn what_does_not_deny_is_not() {
        check("Moscow said that it was late.", None, &[]);
        check("Moscow has not denied the charge.", None, &[]);
        check("Support declines by half.", None, &[]);
        check("The boat was overturned by the waves.", None, &[]);
    }

    #[test]
    fn calls_that_were_rejected_are_what_was_rejected() {
        check(
            "For instance, calls to open an inquiry in Stadvik, where a ferry sank, were rejected by the Rights Board.",
            Some(["calls", "to open an inquiry in Stadvik, where a ferry sank"]),
            &[
                "the Rights Board | were rejected | calls to open an inquiry in Stadvik, where a ferry sank",
            ],
        );
    }
}
