//! Denials that the tagger has passed over: what the rules read where it is silent, and what is said
//! to have been turned down by somebody.
//!
//! Only verbs whose lexicon entry is a denial, with a speaker in the same sentence. Leaves out what
//! the words deny; see `kinds`.

use std::ops::Range;

use super::{draft::Draft, taken::Taken};
use crate::{
    analysis::Kind,
    lexicon::{self, grammar::Class},
    words::Words,
};

/// Draws what the tagger missed from `rules` into `drafts`; `taken` is what these take.
pub(super) fn add(r: &Words, rules: &[Draft], drafts: &mut Vec<Draft>, taken: &mut Taken) {
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
fn turned_down(r: &Words, rule: &Draft, drafts: &mut [Draft], taken: &mut Taken) {
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
    let end = cue.start - usize::from(r.lower(cue.start - 1) == ",");
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
fn denies(r: &Words, d: &Draft) -> bool {
    let (Some(cue), Some(source)) = (&d.cue, &d.source) else {
        return false;
    };
    let verb = |t: usize| {
        let hits = lexicon::look_up(r.lower(t)).iter();
        hits.filter(|hit| hit.entry.particle.is_empty())
            .any(|hit| hit.entry.kind == Kind::Denial && hit.entry.class == lexicon::Class::Verb)
    };
    // Cars and bans are overturned too.
    let overturned = cue.clone().any(|t| lexicon::overturns(r.lower(t)));
    let mut content = d.content.iter().flat_map(Clone::clone);
    if overturned && !content.any(|t| lexicon::is_ruling(r.lower(t))) {
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
    use crate::attributions::{
        drafted::{document, draft, parts},
        link::by_rule,
    };

    /// What is added beside a cue that the tagger found, with the content behind it: one line each,
    /// source | cue | content.
    #[track_caller]
    fn check(text: &str, tagged: Option<[&str; 2]>, expected: &[&str]) {
        let document = document(&[text]);
        let r = Words::new(&document);
        let tagged = tagged.map(|[cue, content]| draft(&document, ["", cue, content]));
        let mut drafts: Vec<Draft> = tagged.into_iter().collect();
        let mut taken = Taken::new(&document, &drafts, &[]);
        add(&r, &by_rule(&r), &mut drafts, &mut taken);
        let spoken = drafts.iter().filter(|d| d.source.is_some());
        let lines: Vec<String> = spoken.map(|d| parts(&document, d).join(" | ")).collect();
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
