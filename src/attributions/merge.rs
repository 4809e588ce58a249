//! Tagger and rules together: the tagger reads the body; the rules add what its corpus never marks,
//! which is headlines, captions and the like, and attributions inside another's content.
//!
//! Leaves out how either finds what it finds.

use std::ops::Range;

use super::{
    borders, charges, denials, draft::Draft, edges, found::Found, link, passive, quoted, signed,
    stretched, taken::Taken, words::Reading,
};
use crate::{
    model::{self, Layer, Mark},
    patterns,
    text::Document,
};

/// Every attribution of the document, in reading order of its first word.
#[must_use]
pub fn find(document: &Document) -> Vec<Found> {
    find_telling(document, &mut |_| ())
}

/// The same; `told` hears the share that the tagger has read, nearly all of the work.
pub(crate) fn find_telling(document: &Document, told: &mut dyn FnMut(f32)) -> Vec<Found> {
    let r = Reading::new(document);
    let marks = model::read(document, told);
    let marks = marks.into_iter().filter(Mark::is_likely);
    let (said, inner): (Vec<Mark>, Vec<Mark>) = marks.partition(|mark| mark.layer == Layer::Said);
    let mut drafts: Vec<Draft> = said.into_iter().map(draft).collect();
    drafts.retain(|d| is_claimed(document, d));
    borders::part_lone_quotations(document, &mut drafts);
    edges::mend(&r, &mut drafts);
    stretched::stretch(&r, &mut drafts);
    let mut cut = borders::end_with_the_paragraph(document, &mut drafts);
    let rules = link::by_rule(&r);
    prefer_according_to(document, &rules, &mut drafts);
    cut.extend(borders::leave_to_its_speaker(document, &rules, &mut drafts));
    name_who_speaks(document, &rules, &mut drafts);
    name_who_is_quoted(document, &rules, &mut drafts);
    drafts.retain(|d| !is_term_of_anonymity(document, d));
    signed::sign(&r, &mut drafts);
    let mut taken = Taken::new(document, &drafts, &cut);
    denials::add(&r, &rules, &mut drafts, &mut taken);
    charges::add(&r, &rules, &mut drafts, &mut taken);
    let (nested, own): (Vec<Draft>, Vec<Draft>) = rules
        .into_iter()
        .filter(|d| taken.leaves_room(d))
        .partition(|d| taken.is_nested(d));
    drafts.extend(own.into_iter().filter(|d| taken.is_unread(document, d)));
    quoted::labels(&r, &mut drafts);
    quoted::lone_quotations(&r, &mut drafts);
    let inner = within(document, inner, &drafts);
    let mut read = vec![false; document.tokens().len()];
    for run in inner.iter().flat_map(|d| &d.cue) {
        read[run.clone()].fill(true);
    }
    let unread = |d: &Draft| !d.cue.iter().flat_map(Clone::clone).any(|at| read[at]);
    drafts.extend(inner);
    drafts.extend(nested.into_iter().filter(unread));
    passive::turn(&r, &mut drafts);
    link::finish(&r, drafts)
}

/// What the tagger found within the words of these, as far as it is there: its cue stands in a content.
fn within(document: &Document, inner: Vec<Mark>, drafts: &[Draft]) -> Vec<Draft> {
    let mut inside = vec![false; document.tokens().len()];
    for run in drafts.iter().flat_map(|d| &d.content) {
        inside[run.clone()].fill(true);
    }
    let anchored = |d: &Draft| d.cue.as_ref().is_some_and(|cue| inside[cue.start]);
    inner.into_iter().map(draft).filter(anchored).collect()
}

fn draft(mark: Mark) -> Draft {
    Draft {
        source: mark.source,
        cue: mark.cue,
        content: mark.content,
        confidence: mark.confidence,
    }
}

/// Whether there is a sign that somebody said it: a cue, or quotation marks. Other words that the
/// tagger takes for a content are the writer's own more often than not.
fn is_claimed(document: &Document, d: &Draft) -> bool {
    let quoted = |run: &Range<usize>| run.clone().any(|at| document.quotation_of(at).is_some());
    d.cue.is_some() || d.content.iter().any(quoted)
}

/// All runs of an attribution.
fn runs(d: &Draft) -> impl Iterator<Item = Range<usize>> + '_ {
    d.source.iter().chain(&d.cue).chain(&d.content).cloned()
}

/// *…, calling it grave, according to Smith*: where the tagger takes the verb of the clause before the
/// phrase for a cue of its own, without a speaker, the clause is what the phrase claims. What the
/// tagger gave the phrase instead then speaks for itself, as far as the rules read it.
fn prefer_according_to(document: &Document, rules: &[Draft], drafts: &mut Vec<Draft>) {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    for rule in rules {
        let (Some(cue), Some(source)) = (&rule.cue, &rule.source) else {
            continue;
        };
        if !document.word(cue.start).eq_ignore_ascii_case("according") {
            continue;
        }
        let begun = |d: &Draft| {
            let own = d.cue.as_ref().map(|c| c.start);
            rule.content.iter().any(|c| Some(c.start) == own)
        };
        let Some(clause) = drafts.iter().position(begun) else {
            continue;
        };
        let own = |d: &Draft| d.cue.as_ref().is_some_and(|c| meets(c, cue));
        let claimed = drafts.iter().position(own);
        let taken = |run: Range<usize>| meets(&run, cue) || meets(&run, source);
        let free = !drafts.iter().flat_map(runs).any(taken);
        let freed = match claimed {
            None if free => Vec::new(),
            Some(at) if drafts[clause].source.is_none() => drafts[at].content.clone(),
            _ => continue,
        };
        let confidence = drafts[clause].confidence;
        drafts[clause] = Draft {
            confidence,
            ..rule.clone()
        };
        let inside = |run: Range<usize>| {
            let holds = |f: &Range<usize>| f.start <= run.start && run.end <= f.end;
            freed.iter().any(holds)
        };
        let spoken = rules.iter().filter(|d| runs(d).all(inside)).cloned();
        drafts.extend(spoken.map(|d| Draft { confidence, ..d }));
        if let Some(at) = claimed {
            drafts.remove(at);
        }
    }
}

/// *REYKJAVIK — Iceland on Tuesday accused …*: where the tagger is sure of cue and content but has
/// found nobody, the subject that the rules see in the same sentence is who speaks.
fn name_who_speaks(document: &Document, rules: &[Draft], drafts: &mut [Draft]) {
    let mut inside = vec![false; document.tokens().len()];
    for run in drafts.iter().flat_map(|d| d.content.iter().chain(&d.cue)) {
        inside[run.clone()].fill(true);
    }
    // The first rule whose cue a token is a part of.
    let mut rule_at = vec![None; document.tokens().len()];
    for (index, rule) in rules.iter().enumerate().rev() {
        rule_at[rule.cue.clone().unwrap_or_default()].fill(Some(index));
    }
    for draft in drafts {
        let (None, Some(cue)) = (&draft.source, &draft.cue) else {
            continue;
        };
        let first = rule_at[cue.clone()].iter().flatten().min();
        let source = first.and_then(|&rule| rules[rule].source.clone());
        draft.source = source.filter(|run| !inside[run.clone()].contains(&true));
    }
}

/// *“It never crossed my mind,” she said*, where the tagger has found the quotation but nobody who says
/// it, often together with one in the paragraph before: who the rules see behind it, if they take in
/// the very same words.
fn name_who_is_quoted(document: &Document, rules: &[Draft], drafts: &mut Vec<Draft>) {
    let mut marked = vec![false; document.tokens().len()];
    for run in drafts.iter().flat_map(runs) {
        marked[run].fill(true);
    }
    let free = |run: &Range<usize>| !marked[run.clone()].contains(&true);
    // The rule whose content begins with a token, if it sees somebody whom the tagger does not.
    let mut rule_at = vec![None; document.tokens().len()];
    for rule in rules {
        if let (Some(source), Some(cue), [content]) = (&rule.source, &rule.cue, &*rule.content)
            && free(source)
            && free(cue)
        {
            rule_at[content.start] = Some(rule);
        }
    }
    for at in 0..drafts.len() {
        if drafts[at].cue.is_some() {
            continue;
        }
        let mut kept = Vec::new();
        for run in std::mem::take(&mut drafts[at].content) {
            let mut rest = run.start;
            for piece in borders::by_paragraph(document, &run) {
                let rule = rule_at[piece.start].filter(|rule| rule.content[0] == piece);
                let Some(rule) = rule else { continue };
                if rest < piece.start {
                    kept.push(rest..piece.start);
                }
                rest = piece.end;
                let confidence = drafts[at].confidence;
                drafts.push(Draft {
                    confidence,
                    ..rule.clone()
                });
            }
            if rest < run.end {
                kept.push(rest..run.end);
            }
        }
        drafts[at].content = kept;
    }
    drafts.retain(|d| !d.content.is_empty());
}

/// *who asked not to be named*, *who spoke on condition of anonymity*: the terms on which somebody
/// speaks, and no statement of theirs about the matter.
fn is_term_of_anonymity(document: &Document, d: &Draft) -> bool {
    // The longest of them, "to be publicly identified by name", is well within this.
    const LONGEST: usize = 8;
    let [content] = d.content.as_slice() else {
        return false;
    };
    content.len() <= LONGEST
        && patterns::ANONYMITY.begins(document.span(content.clone()).of(document.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft, tokens};

    #[test]
    fn words_are_somebodys_by_a_cue_or_by_quotation_marks() {
        #[track_caller]
        fn check(text: &str, cue: &str, content: &str, claimed: bool) {
            let document = document(&[text]);
            let draft = draft(&document, ["", cue, content]);
            assert_eq!(is_claimed(&document, &draft), claimed, "{text}");
        }
        let told = "The bridge is safe, the mayor said.";
        check(told, "said", "The bridge is safe", true);
        let plain = "The bridge is safe and will open in May.";
        check(plain, "", "The bridge is safe", false);
        check("“The bridge is safe.”", "", "“The bridge is safe.”", true);
        check("It was a “safe” bridge.", "", "a “safe” bridge", true);
    }

    #[test]
    fn who_is_quoted_is_named_where_the_rules_take_in_the_same_words() {
        let document = document(&[
            "“The bridge is safe. We looked twice.",
            "“It will open in May,” the mayor said.",
        ]);
        let first = tokens(&document, "“The bridge is safe. We looked twice.");
        let second = tokens(&document, "“It will open in May,”");
        let r = Reading::new(&document);
        let rules = link::by_rule(&r);
        // What the tagger found, without anybody who says it, and what comes of it.
        let read = |run: Range<usize>| {
            let mut drafts = vec![Draft {
                source: None,
                cue: None,
                content: vec![run],
                confidence: 0.5,
            }];
            name_who_is_quoted(&document, &rules, &mut drafts);
            let parts = |d: Draft| (d.source, d.cue, d.content);
            drafts.into_iter().map(parts).collect::<Vec<_>>()
        };
        let nobodys = |run: Range<usize>| (None, None, vec![run]);
        let mayors = (
            Some(tokens(&document, "the mayor")),
            Some(tokens(&document, "said")),
            vec![second.clone()],
        );
        let both = first.start..second.end;
        assert_eq!(read(both), [nobodys(first.clone()), mayors.clone()]);
        assert_eq!(read(second.clone()), [mayors]);
        assert_eq!(read(first.clone()), [nobodys(first)]);
        let fewer = second.start + 2..second.end;
        assert_eq!(read(fewer.clone()), [nobodys(fewer)]);
    }
}
