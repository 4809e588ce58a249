//! Where a source or a content of the tagger begins or ends one word too far: days inside a source,
//! the tail of a phrase of time before what is said.
//!
//! Each mend rests on grammar alone. Leaves out whose words they are; see `merge`.

use std::ops::Range;

use super::{draft::Draft, sources::without_time};
use crate::{
    lexicon::{clauses::WHEN, grammar::Class, telling::MANNER},
    words::Words,
};

/// Mends every draft.
pub(super) fn mend(r: &Words, drafts: &mut [Draft]) {
    let mut longer: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for draft in &mut *drafts {
        let Some(cue) = draft.cue.clone() else {
            continue;
        };
        if let Some(first) = draft.content.first_mut() {
            behind_the_time(r, &cue, first);
        }
        let Some(source) = &mut draft.source else {
            continue;
        };
        let was = source.clone();
        without_day(r, source, &cue);
        without_manner(r, source);
        whole_clause(r, source, &cue);
        whole_owner(r, source, draft.cue.as_mut());
        if source.end > was.end {
            longer.push((was, source.clone()));
        }
    }
    // What else the same source says, it says whole: "Ms. Orr's brief said … and dismissed …".
    for draft in drafts {
        let (Some(source), Some(cue)) = (&mut draft.source, &draft.cue) else {
            continue;
        };
        if let Some((_, whole)) = longer.iter().find(|(was, _)| was == source)
            && whole.end <= cue.start
        {
            *source = whole.clone();
        }
    }
}

/// "the court this month | rejected": the day is when, and no part of who. It stays where it belongs
/// to a participle or a name: "a poll released Friday", "USA Today".
fn without_day(r: &Words, source: &mut Range<usize>, cue: &Range<usize>) {
    let name = r.capital(source.end - 1) && source.len() > 1 && r.capital(source.end - 2);
    let released = source.clone().any(|t| {
        let word = r.lower(t);
        !r.capital(t) && (word.ends_with("ed") || word.ends_with("en") || word.ends_with("ing"))
    });
    if source.end == cue.start && !name && !released {
        source.end = without_time(r, source.end, source.start);
    }
}

/// "The company flat-out | denied": how it denied is no part of who.
fn without_manner(r: &Words, source: &mut Range<usize>) {
    while source.len() > 1 && MANNER.has(r.lower(source.end - 1)) {
        source.end -= 1;
    }
}

/// "the people the mayor | had tried to reach | refused": a clause without its *whom* stands between.
fn whole_clause(r: &Words, source: &mut Range<usize>, cue: &Range<usize>) {
    if source.end >= cue.start || cue.start - source.end > 12 {
        return;
    }
    let between = source.end..cue.start;
    let clause = r.is(between.start, Class::AUXILIARY)
        && between.clone().all(|t| r.is_word(t))
        && !between.clone().any(|t| r.is(t, Class::CONJUNCTION));
    if clause {
        source.end = cue.start;
    }
}

/// "Ms. Orr's | brief said": what is owned speaks, not the owner.
fn whole_owner(r: &Words, source: &mut Range<usize>, cue: Option<&mut Range<usize>>) {
    let Some(cue) = cue.filter(|cue| cue.start == source.end && cue.len() > 1) else {
        return;
    };
    let owner = r.lower(source.end - 1) == "'s";
    let noun = owner
        && !r.is(cue.start, Class::AUXILIARY)
        && !r.is(cue.start, Class::NOT)
        && !r.is_adverb(cue.start)
        && !r.capital(cue.start);
    let verb = crate::lexicon::look_up(r.lower(cue.start + 1));
    if noun
        && verb
            .iter()
            .any(|hit| hit.entry.class == crate::lexicon::Class::Verb)
    {
        source.end += 1;
        cue.start += 1;
    }
}

/// "said after the vote he would go": the vote is when it was said.
fn behind_the_time(r: &Words, cue: &Range<usize>, content: &mut Range<usize>) {
    let between = cue.end..content.start;
    let opens =
        between.len() == 1 && WHEN.has(r.lower(cue.end)) && r.is(content.start, Class::DETERMINER);
    if !opens {
        return;
    }
    let ends = |t: &usize| !r.is_word(*t) || r.is(*t, Class::AUXILIARY);
    let subject = (content.start + 1..content.end.min(content.start + 6))
        .take_while(|t| !ends(t))
        .find(|&t| r.is(t, Class::SUBJECT));
    if let Some(subject) = subject {
        content.start = subject;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft, parts};

    /// Source, cue and content of a draft before and after it is mended, as words of `text`.
    #[track_caller]
    fn check(text: &str, before: [&str; 3], after: [&str; 3]) {
        let document = document(&[text]);
        let mut drafts = [draft(&document, before)];
        mend(&Words::new(&document), &mut drafts);
        assert_eq!(parts(&document, &drafts[0]), after);
    }

    #[test]
    fn a_day_is_no_part_of_who() {
        check(
            "The harbour court this month rejected the request.",
            ["The harbour court this month", "rejected", "the request"],
            ["The harbour court", "rejected", "the request"],
        );
        check(
            "A poll released Friday shows a narrow lead.",
            ["A poll released Friday", "shows", "a narrow lead"],
            ["A poll released Friday", "shows", "a narrow lead"],
        );
    }

    #[test]
    fn how_it_was_said_is_no_part_of_who() {
        check(
            "The ferry company flat-out denied the charge.",
            ["The ferry company flat-out", "denied", "the charge"],
            ["The ferry company", "denied", "the charge"],
        );
    }

    #[test]
    fn what_is_owned_speaks_and_not_its_owner() {
        check(
            "Ms. Orr's brief said the ferry was late.",
            ["Ms. Orr's", "brief said", "the ferry was late"],
            ["Ms. Orr's brief", "said", "the ferry was late"],
        );
    }

    #[test]
    fn a_clause_without_its_whom_belongs_to_the_source() {
        check(
            "Three clerks Brook has tried to reach have refused to answer.",
            ["Three clerks Brook", "have refused", "to answer"],
            [
                "Three clerks Brook has tried to reach",
                "have refused",
                "to answer",
            ],
        );
    }

    #[test]
    fn when_it_was_said_is_not_what_was_said() {
        check(
            "Brook said after the vote she would not serve.",
            ["Brook", "said", "the vote she would not serve"],
            ["Brook", "said", "she would not serve"],
        );
    }
}
