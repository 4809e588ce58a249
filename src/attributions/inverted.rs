//! Who speaks behind the verb: *“…,” put in Tom*, where the tagger does not know the verb, and *“…,” said Kate from her
//! corner*, where it takes more for the name than is one.
//!
//! A comma, a question or an exclamation within the closing mark tells in print that the sentence goes on with who says so.
//! Leaves out verbs of one word, which the tagger reads, and every other order of words.

use std::ops::Range;

use super::found::{Draft, RULE_CONFIDENCE, give};
use crate::{
    lexicon::{
        classes::{CLAUSE, DETERMINER, PREPOSITION, VERB},
        pronouns::{ARTICLES, OWNING},
        telling::PHRASAL,
    },
    words::Words,
};

/// The most words between such a verb and the name: "little", "the deputy mayor".
const BETWEEN: usize = 3;

/// Gives every quotation that begins a paragraph to who stands behind its verb, where no cue is found in that paragraph.
pub(super) fn find(r: &Words, drafts: &mut Vec<Draft>) {
    let mut cues = vec![false; r.document.paragraphs().len()];
    for cue in drafts.iter().filter_map(|d| d.cue.as_ref()) {
        cues[r.document.paragraph_of(cue.start)] = true;
    }
    let without = r.document.paragraphs().iter().zip(&cues).filter(|(_, has)| !**has);
    let found: Vec<Draft> = without.filter_map(|(p, _)| inverted(r, &p.tokens)).collect();
    give(r, drafts, found);
}

/// The quotation with which a paragraph begins, the verb behind it, who stands behind that, and what else is quoted in
/// that paragraph; none where the first three are not there.
fn inverted(r: &Words, paragraph: &Range<usize>) -> Option<Draft> {
    let quotation = &r.document.quotations()[r.quotation(paragraph.start)?];
    let cue = quotation.tokens.end..quotation.tokens.end + 2;
    let last = r.word(quotation.inner().next_back()?);
    let goes_on = quotation.closed && matches!(last, "," | "?" | "!");
    if quotation.tokens.start != paragraph.start || !goes_on || cue.end >= paragraph.end {
        return None;
    }
    let [verb, particle] = [cue.start, cue.start + 1].map(|at| r.word(at));
    if !PHRASAL.contains(&(verb, particle)) {
        return None;
    }
    let plain =
        |at: &usize| r.is_word(*at) && (r.capital(*at) || !r.is(*at, VERB | PREPOSITION | CLAUSE));
    let mut near = (cue.end..paragraph.end).take(BETWEEN + 1).take_while(plain);
    let first = near.find(|&at| r.capital(at))?;
    let capital = |at: &usize| r.is_word(*at) && r.capital(*at);
    let end = first + (first..paragraph.end).take_while(capital).count();
    // "Tom's mother" is not Tom.
    if matches!(r.lower(end), "'s" | "'" | "’") {
        return None;
    }
    let quoted = r.document.quotations().iter().filter(|q| q.within.is_none()).map(|q| &q.tokens);
    let more = quoted.filter(|q| q.start >= end && q.end <= paragraph.end);
    Some(Draft {
        content: [&quotation.tokens].into_iter().chain(more).cloned().collect(),
        source: Some(cue.end..end),
        cue: Some(cue),
        confidence: RULE_CONFIDENCE,
    })
}

/// Leaves of a name behind its verb what is no name: how and where it is said.
pub(super) fn without_manner(r: &Words, drafts: &mut [Draft]) {
    for draft in drafts {
        let (Some(source), Some(cue)) = (&mut draft.source, &draft.cue) else { continue };
        let name = source.clone().take_while(|&at| r.is_word(at) && r.capital(at)).count();
        let end = source.start + name;
        if cue.end <= source.start && name > 0 && end < source.end && tells_manner(r, end) {
            source.end = end;
        }
    }
}

/// "from her corner", "in a low voice"; not "of her party", "with a bank".
fn tells_manner(r: &Words, at: usize) -> bool {
    let (lower, next) = (r.lower(at), r.lower(at + 1));
    let own = OWNING.has(next) && !matches!(lower, "of" | "for");
    let how = lower == "in" && ARTICLES.has(next) && next != "the";
    r.is(at, PREPOSITION) && r.is(at + 1, DETERMINER) && (own || how)
}

#[cfg(test)]
mod tests {
    use super::{
        super::drafted::{document, draft, parts},
        find, without_manner,
    };
    use crate::words::Words;

    /// Who is found in a paragraph whose first quotation the tagger has joined to what Ruth says before.
    #[track_caller]
    fn check(paragraph: &str, expected: Option<[&str; 3]>) {
        let document = document(&["“It is cold,” said Ruth.", paragraph, ""]);
        let mut drafts = vec![draft(&document, ["Ruth", "said", "“It is cold,”"])];
        let end = paragraph.find('”').map_or(0, |at| at + '”'.len_utf8());
        drafts[0].content.extend(draft(&document, ["", "", &paragraph[..end]]).content);
        find(&Words::new(&document), &mut drafts);
        let found = drafts.iter().map(|d| parts(&document, d)).nth(1);
        assert_eq!(found, expected.map(|e| e.map(str::to_owned)), "{paragraph}");
        assert_eq!(drafts[0].content.len(), 1 + usize::from(expected.is_none()));
    }

    #[test]
    fn a_verb_of_two_words_before_its_name_tells_who_speaks() {
        let tom = ["little Tom", "put in", "“Some have coal,”"];
        check("“Some have coal,” put in little Tom, sniffing.", Some(tom));
        let sue = ["Sue Holm", "chimed in", "“Who has coal?” … “And who has none?”"];
        check("“Who has coal?” chimed in Sue Holm. “And who has none?”", Some(sue));
    }

    #[test]
    fn what_only_stands_behind_a_title_or_a_call_says_nothing() {
        for paragraph in [
            "“The Cold Hall,” set in Velden, opens on Friday.",
            "“The Cold Hall,” based on Per Strand's book, opens.",
            "“The Cold Hall,” back in Velden.",
            "“No coal!” rallies in Velden.",
            "“Is it cold?” – in Velden nobody knows.",
            "“Some have coal.” put in Tom.",
            "“Some have coal,” put in Tom's mother.",
            "“Some have coal,” put in",
        ] {
            check(paragraph, None);
        }
    }

    #[test]
    fn a_cue_that_is_read_stays() {
        let paragraph = "“Some have coal,” put in Tom, Ruth said.";
        let document = document(&[paragraph]);
        let mut drafts = vec![draft(&document, ["Ruth", "said", "“Some have coal,”"])];
        find(&Words::new(&document), &mut drafts);
        assert_eq!(drafts.len(), 1);
    }

    #[track_caller]
    fn check_source(words: &str, expected: &str) {
        let document = document(&[&format!("“We have one another,” said {words}.")]);
        let mut drafts = [draft(&document, [words, "said", "“We have one another,”"])];
        without_manner(&Words::new(&document), &mut drafts);
        assert_eq!(parts(&document, &drafts[0])[0], expected);
    }

    #[test]
    fn how_and_where_it_is_said_is_no_name() {
        check_source("Kate from her corner", "Kate");
        check_source("Per Strand in a low voice", "Per Strand");
        check_source("Kate Holm of her party", "Kate Holm of her party");
        check_source("Kate Holm with a bank", "Kate Holm with a bank");
        check_source("the mayor in her office", "the mayor in her office");
    }
}
