//! Tagger and rules together: the tagger reads the body; the rules add what its corpus never marks,
//! which is headlines, captions and the like, and attributions inside another's content.
//!
//! Leaves out how either finds what it finds.

use std::ops::Range;

use super::{
    borders, charges, denials, draft::Draft, edges, found::Found, link, passive, quoted, signed,
    stretched, taken::Taken, trail::Trail,
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
    /// Every attribution of the rules alone.
    rules: &'a [Draft],
    /// What the tagger read within others' words, until it is put in.
    inner: Vec<Mark>,
    /// What is found so far.
    drafts: Vec<Draft>,
    /// What was cut from a content, so that the tagger says nothing about it.
    cut: Vec<Range<usize>>,
    taken: Option<Taken>,
}

/// One step over all drafts: its name, and what it does.
type Pass = (&'static str, fn(&mut Assembly));

/// The passes in their order: each goes on with what those before it left.
const PASSES: &[Pass] = &[
    // What the tagger found, put right.
    ("claimed", |a| {
        a.drafts.retain(|d| is_claimed(a.r.document, d))
    }),
    ("lone paragraphs", |a| {
        borders::part_lone_quotations(a.r.document, &mut a.drafts)
    }),
    ("edges", |a| edges::mend(a.r, &mut a.drafts)),
    ("stretched cues", |a| stretched::stretch(a.r, &mut a.drafts)),
    ("ends of paragraphs", |a| {
        a.cut = borders::end_with_the_paragraph(a.r.document, &mut a.drafts);
    }),
    // What the tagger found and the rules see more of.
    ("according to", |a| {
        prefer_according_to(a.r.document, a.rules, &mut a.drafts)
    }),
    ("left to its speaker", |a| {
        let cut = borders::leave_to_its_speaker(a.r.document, a.rules, &mut a.drafts);
        a.cut.extend(cut);
    }),
    ("who speaks", |a| {
        name_who_speaks(a.r.document, a.rules, &mut a.drafts)
    }),
    ("who is quoted", |a| {
        name_who_is_quoted(a.r.document, a.rules, &mut a.drafts)
    }),
    ("terms of anonymity", |a| {
        a.drafts.retain(|d| !is_term_of_anonymity(a.r.document, d));
    }),
    ("signed quotations", |a| signed::sign(a.r, &mut a.drafts)),
    // What the rules alone see, where there is room.
    ("denials", |a| a.where_there_is_room(denials::add)),
    ("charges", |a| a.where_there_is_room(charges::add)),
    ("unread roles", |a| a.add_unread()),
    ("labels", |a| quoted::labels(a.r, &mut a.drafts)),
    ("lone quotations", |a| {
        quoted::lone_quotations(a.r, &mut a.drafts)
    }),
    // Within the words of these.
    ("nested", |a| a.add_nested()),
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

/// The same of words that are there already; `told` hears the share that the tagger has read, nearly all of the work. `by`, where somebody asks, gets
/// the name of what each comes from: the tagger, or the pass that put it in or last changed it.
pub(crate) fn find_telling(
    r: &Words<'_>,
    told: &mut dyn FnMut(f32),
    by: Option<&mut Vec<&'static str>>,
) -> Vec<Found> {
    let marks = model::read(r.document, told);
    let marks = marks.into_iter().filter(Mark::is_likely);
    let (said, inner): (Vec<Mark>, Vec<Mark>) = marks.partition(|mark| mark.layer == Layer::Said);
    let mut a = Assembly {
        r,
        rules: &link::by_rule(r),
        inner,
        drafts: said.into_iter().map(draft).collect(),
        cut: Vec::new(),
        taken: None,
    };
    let mut trail = by.is_some().then(|| Trail::from(&a.drafts));
    for &(name, pass) in PASSES {
        if rules::applies(name) {
            pass(&mut a);
            if let Some(trail) = &mut trail {
                trail.passed(name, &a.drafts);
            }
        }
    }
    let drafts = link::in_order(r, a.drafts);
    if let (Some(by), Some(trail)) = (by, trail) {
        by.extend(drafts.iter().map(|d| trail.of(d)));
    }
    link::finish(r, &drafts)
}

impl Assembly<'_> {
    /// What is taken once the tagger's attributions stand.
    fn taken(&mut self) -> Taken {
        let taken = self.taken.take();
        taken.unwrap_or_else(|| Taken::new(self.r.document, &self.drafts, &self.cut))
    }

    fn where_there_is_room(&mut self, add: fn(&Words, &[Draft], &mut Vec<Draft>, &mut Taken)) {
        let mut taken = self.taken();
        add(self.r, self.rules, &mut self.drafts, &mut taken);
        self.taken = Some(taken);
    }

    /// What the rules see where the tagger's corpus marks nothing: headlines, captions.
    fn add_unread(&mut self) {
        let taken = self.taken();
        let room = |d: &&Draft| taken.leaves_room(d) && !taken.is_nested(d);
        let own = self.rules.iter().filter(room);
        let own = own.filter(|d| taken.is_unread(self.r.document, d)).cloned();
        self.drafts.extend(own);
        self.taken = Some(taken);
    }

    /// What is said within another's words: as the tagger reads it, else as the rules do.
    fn add_nested(&mut self) {
        let taken = self.taken();
        let document = self.r.document;
        let inner = within(document, std::mem::take(&mut self.inner), &self.drafts);
        let mut read = vec![false; document.tokens().len()];
        for run in inner.iter().flat_map(|d| &d.cue) {
            read[run.clone()].fill(true);
        }
        let unread = |d: &&Draft| !d.cue.iter().flat_map(Clone::clone).any(|at| read[at]);
        self.drafts.extend(inner);
        let nested = self.rules.iter();
        let nested = nested.filter(|d| taken.leaves_room(d) && taken.is_nested(d));
        self.drafts.extend(nested.filter(unread).cloned());
        self.taken = Some(taken);
    }
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
        let r = Words::new(&document);
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
