//! Who did a deed, as the words of a content name it: the subject of its verb, or those behind *by*.
//!
//! None where the deed is supposed, denied, or told by somebody else. What deeds there are is in
//! `deed`.

use super::{
    content::Content,
    subject::{party, run, subject},
    vocabulary::*,
};
use crate::span::Span;

impl Content<'_> {
    /// The deed at `i` is supposed, denied or only possible.
    pub(super) fn left_open(&self, i: usize) -> bool {
        (i.saturating_sub(10)..i).any(|j| self.bits(j) & IF != 0)
            || (i.saturating_sub(5)..i).any(|j| {
                self.bits(j) & (NEGATION | MAYBE | DUTY | WILL) != 0
                    || self.lower(j) == "to" && self.lower(j + 1) != "have"
            })
    }

    /// Someone to whom violence is a wrong, by what they are called.
    pub(super) fn victim(&self, i: usize) -> bool {
        let plural = self.lower(i).len() > 4
            && self.lower(i).ends_with('s')
            && self.tokens.get(i).is_some_and(|&at| self.words.capital(at));
        self.bits(i) & VICTIM != 0 || plural
    }

    /// The subject of the verb at `i`, by name or description, when it is told as done by it.
    pub(super) fn doer(&self, i: usize) -> Option<Span> {
        if self.told_by_another(i) {
            return None;
        }
        let mut at = i;
        if at > 1
            && self.lower(at - 1) == "to"
            && (self.bits(at - 2) & ATTEMPT != 0
                || matches!(
                    self.lower(at - 2),
                    "continued" | "continues" | "began" | "started"
                ))
        {
            at -= 2;
        }
        let mut j = at;
        while j > 0 {
            let bits = self.bits(j - 1);
            let be = matches!(self.lower(j - 1), "was" | "were" | "been" | "being" | "be");
            if bits & (NEGATION | MAYBE | DUTY | WILL | IF) != 0
                || self.lower(j - 1) == "to"
                || be && !self.lower(at).ends_with("ing")
            {
                return None;
            }
            let quote = matches!(self.words.word(self.tokens[j - 1]), "“" | "\"" | "‘");
            if bits & (AUXILIARY | ADVERB) == 0 && !self.lower(j - 1).ends_with("ly") && !quote {
                break;
            }
            j -= 1;
        }
        if j == 0 || self.left_open(j) {
            return None;
        }
        // An -ing form without its auxiliary is a noun or tells of something else.
        if self.lower(at).ends_with("ing") && j == at {
            return None;
        }
        let who = subject(self, j).or_else(|| self.subject_before_and(j))?;
        party(self.words, who).then_some(who)
    }

    /// "Ailes had sworn at her and pushed her": who did the first did the second.
    fn subject_before_and(&self, i: usize) -> Option<Span> {
        let and = i.checked_sub(1).filter(|&j| self.lower(j) == "and")?;
        let verb = (and.saturating_sub(8)..and)
            .rev()
            .take_while(|&j| !self.border(j))
            .find(|&j| matches!(self.lower(j), "had" | "has" | "have" | "was" | "is"))?;
        subject(self, verb)
    }

    /// Those who stand behind *by*: one, or several joined ("by the army and by its allies").
    pub(super) fn doers(&self, from: usize) -> Option<Span> {
        // "by confining the marchers": by an act, not by a doer.
        let act = self.lower(from).ends_with("ing")
            && self
                .tokens
                .get(from)
                .is_none_or(|&at| !self.words.capital(at));
        if act || self.told_by_another(from) {
            return None;
        }
        let mut end = self.phrase_end(from);
        let first = run(self.words, self.tokens, from, end)?;
        if !(party(self.words, first)
            || end == from + 1 && matches!(self.lower(from), "him" | "her" | "them"))
        {
            return None;
        }
        while matches!(self.lower(end), "and" | "or" | ",") {
            let mut next = end + 1;
            while matches!(self.lower(next), "and" | "or" | "by") {
                next += 1;
            }
            let after = self.phrase_end(next);
            let more = run(self.words, self.tokens, next, after);
            if !more.is_some_and(|span| party(self.words, span)) {
                break;
            }
            end = after;
        }
        run(self.words, self.tokens, from, end)
    }

    /// Where the noun phrase that begins at `from` ends.
    fn phrase_end(&self, from: usize) -> usize {
        (from..self.tokens.len().min(from + 9))
            .find(|&j| {
                self.border(j)
                    || self.bits(j) & (CLAUSE | AUXILIARY) != 0
                        && !matches!(self.lower(j), "'s" | "s")
                    || self.bits(j) & PREPOSITION != 0
                    || self.bits(j) & PAST != 0
                        && !self.tokens.get(j).is_some_and(|&at| self.words.capital(at))
            })
            .unwrap_or(self.tokens.len().min(from + 9))
    }
}
