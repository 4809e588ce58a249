//! A quotation with the verb before who says it: *“…,” put in Tom*, *“…,” said Kate from her corner*.
//!
//! A comma or a question mark within the closing mark, and a verb in small letters behind it, tell in print that the sentence
//! goes on with who says so, however rare the verb. Leaves out cues that the tagger has read, and every other order of words,
//! which is the tagger's alone.

use std::ops::Range;

use super::found::{Draft, RULE_CONFIDENCE, give};
use crate::{
    lexicon::{
        classes::{CLAUSE, DETERMINER, PREPOSITION, VERB},
        clauses::BEHIND_VERB,
        pronouns::{ARTICLES, OWNING},
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

/// The quotation with which a paragraph begins, the verb behind it and who stands behind that; none where the three
/// are not there.
fn inverted(r: &Words, paragraph: &Range<usize>) -> Option<Draft> {
    let quotation = &r.document.quotations()[r.quotation(paragraph.start)?];
    let verb = quotation.tokens.end;
    let last = r.word(quotation.inner().next_back()?);
    let goes_on = quotation.closed && matches!(last, "," | "?" | "!") && !r.capital(verb);
    if quotation.tokens.start != paragraph.start || !goes_on {
        return None;
    }
    // Two words before a name are a verb in any case, "put in"; one is where the lexicon knows it.
    let two = BEHIND_VERB.has(r.lower(verb + 1));
    if !(r.is(verb, VERB) || two && !r.is(verb, DETERMINER | PREPOSITION | CLAUSE)) {
        return None;
    }
    let cue = verb..verb + 1 + usize::from(two);
    let plain = |at: &usize| r.is_word(*at) && !r.is(*at, VERB | PREPOSITION | CLAUSE);
    let first =
        (cue.end..paragraph.end).take(BETWEEN + 1).take_while(plain).find(|&at| r.capital(at))?;
    let end = (first..paragraph.end).find(|&at| !r.is_word(at) || !r.capital(at));
    Some(Draft {
        source: Some(cue.end..end.unwrap_or(paragraph.end)),
        cue: Some(cue),
        content: vec![quotation.tokens.clone()],
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

/// "from her corner", "in a low voice"; not "of her party", "at a bank".
fn tells_manner(r: &Words, at: usize) -> bool {
    let (lower, next) = (r.lower(at), r.lower(at + 1));
    let own = OWNING.has(next) && !matches!(lower, "of" | "for");
    let how = matches!(lower, "in" | "with") && ARTICLES.has(next) && next != "the";
    r.is(at, PREPOSITION) && r.is(at + 1, DETERMINER) && (own || how)
}

#[cfg(test)]
mod tests {
    use super::{
        super::drafted::{document, draft, parts},
        find, without_manner,
    };
    use crate::words::Words;

    #[track_caller]
    fn check(paragraph: &str, expected: Option<[&str; 3]>) {
        let document = document(&["“It is cold,” said Ruth.", paragraph]);
        let mut drafts = vec![draft(&document, ["Ruth", "said", "“It is cold,”"])];
        // As the tagger has it: what it cannot read goes on what was said before.
        let end = paragraph.find('”').map_or(0, |at| at + '”'.len_utf8());
        drafts[0].content.extend(draft(&document, ["", "", &paragraph[..end]]).content);
        find(&Words::new(&document), &mut drafts);
        let found = drafts.iter().map(|d| parts(&document, d)).nth(1);
        assert_eq!(found, expected.map(|e| e.map(str::to_owned)), "{paragraph}");
        assert_eq!(drafts[0].content.len(), 1 + usize::from(expected.is_none()));
    }

    #[test]
    fn a_verb_before_its_name_tells_who_speaks() {
        let tom = ["little Tom", "put in", "“Some have coal,”"];
        check("“Some have coal,” put in little Tom, sniffing.", Some(tom));
        check(
            "“Who has coal?” demanded Per Strand.",
            Some(["Per Strand", "demanded", "“Who has coal?”"]),
        );
    }

    #[test]
    fn a_title_between_marks_is_said_by_nobody() {
        check("“The Cold Hall,” directed by Per Strand, opens on Friday.", None);
        check("“The Cold Hall,” a play, opened Strand Hall.", None);
        check("“Some have coal.” Tom sniffed.", None);
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
        check_source("Kate Holm at a bank", "Kate Holm at a bank");
        check_source("the mayor in her office", "the mayor in her office");
    }
}
