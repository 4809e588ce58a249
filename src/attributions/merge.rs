//! From what the tagger reads to the attributions of a document: what is likely enough, put right by a few passes.
//!
//! Leaves out how it is read; see `model`.

use std::ops::Range;

use super::{
    borders,
    found::{self, Draft, Found},
    passive,
    trail::Trail,
    typography,
};
use crate::{
    model::{self, Layer, Mark},
    patterns, rules,
    text::Document,
    words::Words,
};

/// What is at hand while the attributions of a document are put together.
struct Assembly<'a> {
    r: &'a Words<'a>,
    /// What the tagger read within others' words, until it is put in.
    inner: Vec<Mark>,
    /// What is found so far.
    drafts: Vec<Draft>,
}

/// One step over all drafts: its name, and what it does.
type Pass = (&'static str, fn(&mut Assembly));

/// The passes in their order: each goes on with what those before it left. Borders come before what reads whole paragraphs,
/// and what stands within others' words only when those are as they will be; passives last, of all that there is.
const PASSES: &[Pass] = &[
    ("claimed", |a| a.drafts.retain(|d| is_claimed(a.r.document, d))),
    ("lone paragraphs", |a| borders::part_lone_quotations(a.r.document, &mut a.drafts)),
    ("ends of paragraphs", |a| borders::end_with_the_paragraph(a.r.document, &mut a.drafts)),
    ("terms of anonymity", |a| {
        a.drafts.retain(|d| !is_term_of_anonymity(a.r.document, d));
    }),
    ("signed quotations", |a| typography::sign(a.r, &mut a.drafts)),
    ("labels", |a| typography::label(a.r, &mut a.drafts)),
    ("nested", |a| {
        let inner = std::mem::take(&mut a.inner);
        a.drafts.extend(within(a.r.document, inner, &a.drafts));
    }),
    ("passives", |a| passive::turn(a.r, &mut a.drafts)),
];

/// The names of the passes, in their order.
pub fn passes() -> impl Iterator<Item = &'static str> {
    PASSES.iter().map(|&(name, _)| name)
}

/// Every attribution of the document, in reading order of its first word.
#[must_use]
pub fn find(document: &Document) -> Vec<Found> {
    find_telling(&Words::new(document), &mut |_| (), None)
}

/// The same of words that are there already; `told` hears the share that the tagger has read.
/// `by`, where somebody asks, gets the name of what each comes from: the tagger, or the pass that put it in or last
/// changed it.
pub(crate) fn find_telling(
    r: &Words<'_>,
    told: &mut dyn FnMut(f32),
    by: Option<&mut Vec<&'static str>>,
) -> Vec<Found> {
    let marks = model::read(r.document, told).into_iter().filter(Mark::is_likely);
    let (said, inner): (Vec<Mark>, Vec<Mark>) = marks.partition(|mark| mark.layer == Layer::Said);
    let mut a = Assembly { r, inner, drafts: said.into_iter().map(draft).collect() };
    let mut trail = by.is_some().then(|| Trail::from(&a.drafts));
    for &(name, pass) in PASSES {
        if rules::applies(name) {
            pass(&mut a);
            if let Some(trail) = &mut trail {
                trail.passed(name, &a.drafts);
            }
        }
    }
    let drafts = found::in_order(r, a.drafts);
    if let (Some(by), Some(trail)) = (by, trail) {
        by.extend(drafts.iter().map(|d| trail.of(d)));
    }
    found::finish(r, &drafts)
}

/// What the tagger found within the words of these, as far as it is there: its cue stands in a content. Of *Brook said the
/// mayor had denied it* that is the denial; where what Brook said was dropped before, the denial is nowhere.
fn within(document: &Document, inner: Vec<Mark>, drafts: &[Draft]) -> Vec<Draft> {
    let mut inside = vec![false; document.tokens().len()];
    for run in drafts.iter().flat_map(|d| &d.content) {
        inside[run.clone()].fill(true);
    }
    let anchored = |d: &Draft| d.cue.as_ref().is_some_and(|cue| inside[cue.start]);
    inner.into_iter().map(draft).filter(anchored).collect()
}

/// What the tagger read, before any pass has looked at it.
fn draft(mark: Mark) -> Draft {
    Draft { source: mark.source, cue: mark.cue, content: mark.content, confidence: mark.confidence }
}

/// Whether there is a sign that somebody said it: words, and a cue or quotation marks. Other words that the
/// tagger takes for a content, *The bridge is safe and will open in May*, are the writer's own more often than not.
fn is_claimed(document: &Document, d: &Draft) -> bool {
    let word = |at: usize| document.tokens()[at].is_word();
    let worded = d.content.iter().any(|run| run.clone().any(word));
    let quoted = |run: &Range<usize>| run.clone().any(|at| document.quotation_of(at).is_some());
    worded && (d.cue.is_some() || d.content.iter().any(quoted))
}

/// *who asked not to be named*, *who spoke on condition of anonymity*: the terms on which somebody
/// speaks, and no statement of theirs about the matter.
fn is_term_of_anonymity(document: &Document, d: &Draft) -> bool {
    // The longest of them, "to be publicly identified by name", is well within this.
    const LONGEST: usize = 8;
    let [content] = d.content.as_slice() else { return false };
    content.len() <= LONGEST
        && patterns::ANONYMITY.begins(document.span(content.clone()).of(document.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributions::drafted::{document, draft};

    #[test]
    fn words_are_somebodys_by_a_cue_or_by_quotation_marks() {
        for (text, cue, content, claimed) in [
            ("The bridge is safe, the mayor said.", "said", "The bridge is safe", true),
            ("The bridge is safe and will open in May.", "", "The bridge is safe", false),
            ("“The bridge is safe.”", "", "“The bridge is safe.”", true),
            ("It was a “safe” bridge.", "", "a “safe” bridge", true),
        ] {
            let document = document(&[text]);
            let draft = draft(&document, ["", cue, content]);
            assert_eq!(is_claimed(&document, &draft), claimed, "{text}");
        }
    }
}
