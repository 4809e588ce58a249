//! Charges in the passive: what the rules read where the tagger is silent, and the deed where it was
//! taken for a part of who accuses.
//!
//! Readers look for these first, and a charge that names no accuser leaves the tagger unsure. Only
//! plain ones are added: "was never charged" and "could be charged" charge nobody. Leaves out who is
//! the accused; see `passive` and `kinds`.

use std::ops::Range;

use super::{draft::Draft, taken::Taken};
use crate::{
    lexicon::{clauses::DONE, grammar::Class, telling::CHARGES},
    words::Words,
};

/// Draws from `rules` into `drafts`; `taken` is what these take.
pub(super) fn add(r: &Words, rules: &[Draft], drafts: &mut Vec<Draft>, taken: &mut Taken) {
    for draft in &mut *drafts {
        if let Some(by) = passive(r, draft) {
            part(r, draft, by);
        }
    }
    for rule in rules {
        let Some(by) = passive(r, rule).filter(|_| plain(r, rule)) else {
            continue;
        };
        let mut charge = rule.clone();
        part(r, &mut charge, by);
        let cue = rule.cue.clone().unwrap_or_default();
        for run in charge.content.iter_mut().filter(|c| c.start >= cue.end) {
            run.end = clause_end(r, run, &cue);
        }
        let free = |run: &Range<usize>| !taken.speaks_in(run) && taken.owners(run).next().is_none();
        let told = charge.content.iter().any(|c| leads(r, c.start, &cue, by));
        let runs = || {
            charge
                .source
                .iter()
                .chain(&charge.cue)
                .chain(&charge.content)
        };
        if told && runs().all(free) {
            taken.note(drafts.len(), &charge);
            drafts.push(charge);
        }
    }
}

/// The word that leads to the deed, where the cue is a passive of charging: "has been accused".
fn passive(r: &Words, d: &Draft) -> Option<&'static str> {
    let mut be = false;
    for t in d.cue.clone()? {
        be |= r.is(t, Class::BE);
        let charge = CHARGES.iter().find(|(charged, _)| *charged == r.lower(t));
        if let Some((_, by)) = charge.filter(|_| be) {
            return Some(by);
        }
    }
    None
}

/// Nothing in the cue takes the charge back or makes it a mere possibility.
fn plain(r: &Words, d: &Draft) -> bool {
    let unsure = |t: usize| {
        // "he'd been accused" is a thing done.
        let done = DONE.has(r.lower(t));
        let possible = r.is(t, Class::MODAL) && !done;
        r.is(t, Class::NOT) || possible || r.lower(t) == "be"
    };
    !d.cue.iter().flat_map(Clone::clone).any(unsure)
}

/// The run tells the deed: it begins with the word that leads there, or that word ends the cue.
fn leads(r: &Words, start: usize, cue: &Range<usize>, by: &str) -> bool {
    r.lower(start) == by || start == cue.end && r.lower(cue.end - 1) == by
}

/// "accused by rivals of lying": the deed is no part of who accuses.
fn part(r: &Words, d: &mut Draft, by: &str) {
    let (Some(source), Some(cue)) = (&mut d.source, &d.cue) else {
        return;
    };
    if source.start < cue.end {
        return;
    }
    // "the union of dockers" is one; nobody is "the union with theft".
    let deed = |t: &usize| r.lower(*t) == by && (by != "of" || r.lower(t + 1).ends_with("ing"));
    if let Some(of) = (source.start + 1..source.end).find(deed) {
        d.content.push(of..source.end);
        source.end = of;
    }
}

/// Where the clause of the deed ends: "of theft, | and its shares fell"; in a clause that "who" opens,
/// at its first comma.
fn clause_end(r: &Words, deed: &Range<usize>, cue: &Range<usize>) -> usize {
    let relative = cue.start > 0 && r.is(cue.start - 1, Class::WH);
    let opens = |t: usize| r.is(t, Class::SUBJECT) || r.is(t, Class::DETERMINER);
    let ends = |t: &usize| {
        r.lower(*t) == "," && (relative || r.is(t + 1, Class::CONJUNCTION) && opens(t + 2))
    };
    (deed.start + 1..deed.end).find(ends).unwrap_or(deed.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::{
        drafted::{document, parts},
        link::by_rule,
    };

    /// What is added: source | cue | content; an empty line for nothing.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = document(&[text]);
        let r = Words::new(&document);
        let mut drafts = Vec::new();
        let mut taken = Taken::new(&document, &drafts, &[]);
        add(&r, &by_rule(&r), &mut drafts, &mut taken);
        let lines: Vec<String> = drafts
            .iter()
            .map(|d| parts(&document, d).join(" | "))
            .collect();
        assert_eq!(lines.join("\n"), expected, "{text}");
    }

    #[test]
    fn a_charge_of_nobody_in_particular() {
        check(
            "The company has been accused of misleading investors, and its shares fell.",
            " | has been accused | The company … of misleading investors",
        );
        check(
            "Orr is charged with fraud.",
            " | is charged with | Orr … fraud",
        );
        check(
            "Stewards were blamed for the crush.",
            " | were blamed | Stewards … for the crush",
        );
        check(
            "The mayor, who was accused of taking bribes, resigned on Monday.",
            " | was accused | of taking bribes",
        );
    }

    #[test]
    fn who_accuses_ends_before_the_deed() {
        check(
            "He has been accused by rivals of lying.",
            "rivals | has been accused | He … of lying",
        );
        check(
            "Orr was blamed by the union for the strike.",
            "the union | was blamed | Orr … for the strike",
        );
    }

    #[test]
    fn no_charge_is_made_of_its_absence_or_of_a_chance() {
        check("Orr was never charged with a crime.", "");
        check("Orr has not been accused of fraud.", "");
        check("Orr could be charged with fraud.", "");
        check("Orr may have been accused of fraud.", "");
        check("Orr was charged ten euros for parking.", "");
    }
}
