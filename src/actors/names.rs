//! Proper names in the text: runs of capitalised words, with their titles and what they look like.
//!
//! Leaves out who is who; see `cast`. A heading in title case gives no runs of its own, since every
//! word of it is capitalised; the names that the body knows are looked for in it instead.

use std::{collections::HashSet, ops::Range};

use super::{
    look::{Look, acronym, enumerated_body, joins_body, look, split_title},
    written::{is_quote, text},
};
use crate::{
    lexicon::{
        naming::{BODIES, DATES, FIRMS, HONOURS, LEGAL, OWNERS, PARTICLES},
        places::place,
        pronouns::COUNTING,
        traits::{
            BODY, COMPANY, DOCUMENT, FEMALE, FUNCTION, GIVEN, GROUP, MALE, MEDIA, PERSON, TITLE,
            Traits,
        },
    },
    patterns::{ADDRESS, BYLINE, DATELINE, HANDLE, Pattern},
    span::Span,
    words::Words,
};

/// One run of capitalised words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// With titles before the name.
    pub tokens: Range<usize>,
    /// The name alone.
    pub name: Range<usize>,
    pub look: Look,
    /// Male, female, as the title tells.
    pub gender: Traits,
}

/// True when most words of the paragraph are capitalised: a heading in title case.
fn title_case(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let (mut capital, mut long) = (0, 0);
    for at in tokens.clone().filter(|&at| words.word(at).len() > 3) {
        long += 1;
        capital += usize::from(words.capital(at));
    }
    long >= 3 && capital * 10 >= long * 8
}

/// All runs of the document in reading order, and the paragraphs in title case that were left out.
pub(super) fn scan(words: &Words<'_>) -> (Vec<Run>, Vec<Range<usize>>) {
    let mut runs = Vec::new();
    let mut headings = Vec::new();
    let inner = capitalised_inside(words);
    let lower = (0..words.document.tokens().len())
        .filter(|&at| !words.capital(at))
        .map(|at| words.word(at))
        .collect::<HashSet<_>>();
    for paragraph in words.document.paragraphs() {
        if title_case(words, &paragraph.tokens) {
            headings.push(paragraph.tokens.clone());
            continue;
        }
        let (start, end) = (paragraph.tokens.start, paragraph.tokens.end);
        // Where it was written and by whom is nobody who is told of.
        if formed(words, start, &BYLINE) >= end {
            continue;
        }
        let mut at = formed(words, start, &DATELINE);
        while at < end {
            let address = formed(words, at, &ADDRESS);
            if address > at {
                at = address;
                continue;
            }
            let handle = formed(words, at, &HANDLE);
            if handle > at {
                // "(@stadvikpaper)" behind a name is no other one.
                if at == start || words.word(at - 1) != "(" {
                    runs.push(Run {
                        tokens: at..handle,
                        name: (at + 1).min(handle - 1)..handle,
                        look: Look::Unknown,
                        gender: Traits::empty(),
                    });
                }
                at = handle;
                continue;
            }
            // The first word of a sentence that stands elsewhere without its capital is no name.
            if first_of_sentence(words, at)
                && !words.is(at, TITLE | PERSON | GIVEN | BODY | MEDIA)
                && lower.contains(words.lower(at))
                && !words.is(at + 1, BODY | MEDIA | COMPANY | GROUP)
            {
                at += 1;
                continue;
            }
            match run_at(words, &inner, at, end) {
                Some(run) => {
                    at = run.tokens.end;
                    runs.push(run);
                }
                None => at += 1,
            }
        }
    }
    (runs, headings)
}

/// Behind the tokens from `at` on that are of this form; `at` where they are not.
fn formed(words: &Words<'_>, at: usize, form: &Pattern) -> usize {
    let Some(token) = words.document.tokens().get(at) else {
        return at;
    };
    let start = token.span.start;
    let found = form.end(&words.document.text()[start..]);
    found.map_or(at, |end| words.document.tokens_in(Span::new(start, start + end)).end)
}

/// "Unsurprisingly, the company": how what follows is told.
fn adverb(lower: &str) -> bool {
    lower.len() > 6 && lower.ends_with("ly")
}

fn first_of_sentence(words: &Words<'_>, at: usize) -> bool {
    let start = words.document.sentences()[words.document.sentence_of(at)].tokens.start;
    // Nor does a capital tell more of the first word of a quotation: "shouted “Make him stop”".
    let opens = at > start && matches!(words.word(at - 1), "“" | "‘");
    opens || (start..at).all(|i| !words.is_word(i))
}

fn may_begin(words: &Words<'_>, at: usize) -> bool {
    words.capital(at) && words.is_word(at) && {
        let t = words.traits(at);
        let long = words.word(at).chars().count() > 1;
        (!t.intersects(FUNCTION)
            || t.intersects(GIVEN) && words.capital(at + 1)
            || t.intersects(TITLE | MEDIA) && !t.intersects(GROUP)
            || opens_place(words, at))
            && long
            || words.word(at).len() == 2 && words.word(at).ends_with('.')
    }
}

/// "the New York Herald": within a sentence only a name writes *new* with a capital.
fn opens_place(words: &Words<'_>, at: usize) -> bool {
    words.word(at) == "New"
        && words.capital(at + 1)
        && !words.is(at + 1, FUNCTION)
        && (!first_of_sentence(words, at) || place(&text(words, at..at + 2)))
}

/// The run that begins at `at`, if one does.
fn run_at(words: &Words<'_>, inner: &HashSet<&str>, at: usize, limit: usize) -> Option<Run> {
    if !may_begin(words, at) {
        return None;
    }
    if let Some(end) = enumerated_body(words, at, limit) {
        return Some(Run {
            tokens: at..end,
            name: at..end,
            look: Look::Body,
            gender: Traits::empty(),
        });
    }
    let mut end = at + 1;
    let mut body = words.is(at, BODY | MEDIA | COMPANY);
    while end < limit {
        let lower = words.lower(end);
        let next_capital = end + 1 < limit && words.capital(end + 1) && words.is_word(end + 1);
        if words.capital(end) && words.is_word(end) && !DATES.has(words.lower(end)) {
            body |= words.is(end, BODY | MEDIA | COMPANY);
            end += 1;
        } else if is_quote(words, end)
            && next_capital
            && end + 3 < limit
            && is_quote(words, end + 2)
            && words.capital(end + 3)
            && words.is(at, GIVEN)
        {
            end += 4;
        } else if next_capital && (lower == "&" || owned_by_many(words, end)) {
            body = true;
            end += 2;
        } else if next_capital
            && (PARTICLES.has(lower)
                || lower == "of"
                    && (body || words.lower(end - 1) == "department")
                    && !words.is(end + 1, GIVEN | FUNCTION))
        {
            end += 2;
        } else if lower == "of"
            && words.lower(end + 1) == "the"
            && body
            && end + 2 < limit
            && words.capital(end + 2)
        {
            body = true;
            end += 3;
        } else if body
            && joins_body(lower)
            && matches!(lower, "for" | "on")
            && (next_capital && !words.is(end + 1, GIVEN | FUNCTION))
        {
            end += 2;
        } else if body
            && lower == "for"
            && words.lower(end + 1) == "the"
            && end + 2 < limit
            && words.capital(end + 2)
        {
            end += 3;
        } else if lower == "and" && next_capital && FIRMS.has(words.lower(end + 1)) {
            body = true;
            end += 2;
        } else {
            break;
        }
    }
    // "Guy Mansfield QC": letters behind a name are no part of it.
    while end > at + 2 && HONOURS.has(words.word(end - 1)) {
        end -= 1;
    }
    // With its *of* it is one mention, so that the whole ends in a name and the office is a role.
    let (of, at) = past_office(words, at, end).unwrap_or((at, at));
    let (name, title) = split_title(words, at, end);
    let gender =
        if title { words.traits_of(at..name.start) & (MALE | FEMALE) } else { Traits::empty() };
    let look = look(words, at, &name, title);
    // The first word of a sentence has its capital from there: alone it is a name only by evidence.
    if name.len() == 1
        && at == name.start
        && first_of_sentence(words, at)
        && (look == Look::Unknown || !words.is(at, GIVEN) && adverb(words.lower(at)))
    {
        let t = words.traits(at);
        if t.intersects(PERSON | BODY | GROUP | DOCUMENT | TITLE)
            || !words.bits(at).is_empty()
            || !inner.contains(words.word(at))
        {
            return None;
        }
    }
    // "A new Bill was laid before the house": nobody's first name.
    let counted = at.checked_sub(1).is_some_and(|before| COUNTING.has(words.lower(before)));
    if name.len() == 1 && counted && look == Look::Person && words.is(at, GIVEN) {
        return None;
    }
    // A common noun with a capital is no name by itself ("the President", "Prosecutors").
    if name.len() == 1 && look != Look::Person && !matches!(look, Look::State(..)) {
        let t = words.traits(name.start);
        let known = t.intersects(PERSON | GROUP | DOCUMENT)
            || t.intersects(BODY) && !acronym(words.word(name.start));
        // "Novaline, LLC": the end of a name before the comma.
        let ending = LEGAL.has(words.lower(name.start));
        let party = BODIES.has(words.lower(name.start));
        if ending || known && !party {
            return None;
        }
    }
    Some(Run { tokens: of..end, name, look, gender })
}

/// The *of* of an office, and where the name of whoever holds it begins in what stands behind: "Secretary of State | Hillary
/// Clinton", "President of the United States | Donald Trump".
fn past_office(words: &Words<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let the = usize::from(words.lower(at.checked_sub(1)?) == "the");
    let of = at.checked_sub(1 + the)?;
    let noun = of.checked_sub(1)?;
    if words.lower(of) != "of" || !words.is(noun, PERSON | TITLE) {
        return None;
    }
    // Two words at the least are left for the name; a body keeps all of its own.
    let given = (at + 1..end.saturating_sub(1)).find(|&i| words.is(i, GIVEN))?;
    let body = words.traits_of(given..end);
    (!body.intersects(BODY | MEDIA | COMPANY | GROUP)).then_some((of, given))
}

/// "Seafarers’ | Union", "Women's | Institute": a body named for those who make it up.
fn owned_by_many(words: &Words<'_>, mark: usize) -> bool {
    let owner = words.lower(mark - 1);
    let many = match words.lower(mark) {
        "'" => owner.ends_with('s') && !place(words.word(mark - 1)),
        "'s" => OWNERS.has(owner),
        _ => false,
    };
    let next = (mark + 1..mark + 4).take_while(|&at| words.capital(at));
    many && next.last().is_some_and(|at| words.is(at, BODY | MEDIA | COMPANY))
}

/// The words that are capitalised although no sentence begins with them.
fn capitalised_inside<'d>(words: &Words<'d>) -> HashSet<&'d str> {
    let mut out = HashSet::new();
    for sentence in words.document.sentences() {
        if title_case(words, &sentence.tokens) {
            continue;
        }
        let first =
            sentence.tokens.clone().find(|&at| words.is_word(at)).unwrap_or(sentence.tokens.start);
        out.extend(
            (first + 1..sentence.tokens.end)
                .filter(|&at| words.capital(at))
                .map(|at| words.word(at)),
        );
    }
    out
}
