//! Proper names in the text: runs of capitalised words, with their titles and what they look like.
//!
//! Leaves out who is who; see `merging`. A heading in title case gives no runs of its own, since every
//! word of it is capitalised; the names that the body knows are looked for in it instead.

use std::{collections::HashSet, ops::Range};

use super::{
    look::{Look, acronym, enumerated_body, look, split_title},
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

/// True when most words of the paragraph are capitalised: a heading in title case, "Orr Sues Ferry Over Late Boats".
/// Short words tell nothing, as titles write them small.
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
    let lower: HashSet<&str> = (0..words.document.tokens().len())
        .filter(|&at| !words.capital(at))
        .map(|at| words.word(at))
        .collect();
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
            let handle = formed(words, at, &HANDLE);
            // The first word of a sentence that stands elsewhere without its capital is no name: "Ferries are late."
            let common = || {
                first_of_sentence(words, at)
                    && !words.is(at, TITLE | PERSON | GIVEN | BODY | MEDIA)
                    && lower.contains(words.lower(at))
                    && !words.is(at + 1, BODY | MEDIA | COMPANY | GROUP)
            };
            if address > at {
                at = address;
            } else if handle > at {
                // "(@stadvikpaper)" behind a name is no other one.
                if at == start || words.word(at - 1) != "(" {
                    let name = (at + 1).min(handle - 1)..handle;
                    let (look, gender) = (Look::Unknown, Traits::empty());
                    runs.push(Run { tokens: at..handle, name, look, gender });
                }
                at = handle;
            } else if let Some(run) = (!common()).then(|| run_at(words, &inner, at, end)).flatten()
            {
                at = run.tokens.end;
                runs.push(run);
            } else {
                at += 1;
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

/// Whether the word at `at` has its capital from its place; nor does a capital tell more of the first word of a
/// quotation: "shouted “Make him stop”".
fn first_of_sentence(words: &Words<'_>, at: usize) -> bool {
    let start = words.document.sentences()[words.document.sentence_of(at)].tokens.start;
    let opens = at > start && matches!(words.word(at - 1), "“" | "‘");
    opens || (start..at).all(|i| !words.is_word(i))
}

/// Whether a name may begin here. A word of grammar only before or in a name that has it: "June Orr", "Mr Tarn",
/// "New Halden"; a single letter only with its full stop, as an initial.
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
        let gender = Traits::empty();
        return Some(Run { tokens: at..end, name: at..end, look: Look::Body, gender });
    }
    let end = run_end(words, at, limit);
    // With its *of* it is one mention, so that the whole ends in a name and the office is a role.
    let (of, at) = past_office(words, at, end).unwrap_or((at, at));
    let (name, title) = split_title(words, at, end);
    let gender =
        if title { words.traits_of(at..name.start) & (MALE | FEMALE) } else { Traits::empty() };
    let look = look(words, at, &name, title);
    let common = name.len() == 1 && is_common(words, inner, at, name.start, look);
    (!common).then_some(Run { tokens: of..end, name, look, gender })
}

/// Where the run that begins at `at` ends: over small words and marks that join two parts of a name, "Bank of Lund",
/// "Orr & Tarn". Between the parts of a body's name more may stand than between those of a person's.
fn run_end(words: &Words<'_>, at: usize, limit: usize) -> usize {
    let named = |i: usize| i < limit && words.capital(i) && words.is_word(i);
    let mut end = at + 1;
    let mut body = words.is(at, BODY | MEDIA | COMPANY);
    while end < limit {
        let (lower, next) = (words.lower(end), end + 1);
        // "the Ministry of Trade", but not "the Office of Ruth Brook": somebody else begins there.
        let part = named(next) && !words.is(next, GIVEN | FUNCTION);
        if named(end) && !DATES.has(lower) {
            body |= words.is(end, BODY | MEDIA | COMPANY);
            end += 1;
        } else if is_quote(words, end)
            && named(next)
            && end + 3 < limit
            && is_quote(words, end + 2)
            && words.capital(end + 3)
            && words.is(at, GIVEN)
        {
            // "Edmund “Bunny” Carrow"
            end += 4;
        } else if named(next) && (lower == "&" || owned_by_many(words, end) || firm(words, end)) {
            body = true;
            end += 2;
        } else if named(next) && PARTICLES.has(lower)
            || part && lower == "of" && (body || words.lower(end - 1) == "department")
            || part && body && matches!(lower, "for" | "on")
        {
            end += 2;
        } else if body
            && matches!(lower, "of" | "for")
            && words.lower(next) == "the"
            && end + 2 < limit
            && words.capital(end + 2)
        {
            // "the Council of the Isles"
            end += 3;
        } else {
            break;
        }
    }
    // "Colin Frew QC": letters behind a name are no part of it.
    while end > at + 2 && HONOURS.has(words.word(end - 1)) {
        end -= 1;
    }
    end
}

/// "Orr | and Sons": two names joined only where a firm is called so.
fn firm(words: &Words<'_>, and: usize) -> bool {
    words.lower(and) == "and" && FIRMS.has(words.lower(and + 1))
}

/// Whether the single word of a run is no name but has its capital for another reason; `at` is where the run's titles
/// begin, `word` the word.
fn is_common(words: &Words<'_>, inner: &HashSet<&str>, at: usize, word: usize, look: Look) -> bool {
    let (t, lower) = (words.traits(word), words.lower(word));
    let guessed = look == Look::Unknown || !t.intersects(GIVEN) && adverb(lower);
    // The first word of a sentence has its capital from there: alone it is a name only by evidence.
    if at == word
        && guessed
        && first_of_sentence(words, at)
        && (t.intersects(PERSON | BODY | GROUP | DOCUMENT | TITLE)
            || !words.bits(at).is_empty()
            || !inner.contains(words.word(at)))
    {
        return true;
    }
    match look {
        // "A new Bill was laid before the house": nobody's first name.
        Look::Person => words.is(at, GIVEN) && COUNTING.has(words.before(at)),
        Look::State(..) => false,
        // "Novaline, LLC": the end of a name before the comma.
        _ if LEGAL.has(lower) => true,
        // A common noun with a capital is no name by itself ("the President", "Prosecutors").
        _ => {
            let noun = t.intersects(PERSON | GROUP | DOCUMENT)
                || t.intersects(BODY) && !acronym(words.word(word));
            noun && !BODIES.has(lower)
        }
    }
}

/// The *of* of an office, and where the name of whoever holds it begins in what stands behind: "Secretary of State |
/// Ruth Holt", "President of the Lund Isles | Tom Tarn". None where all that stands behind may be one name.
fn past_office(words: &Words<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let the = usize::from(words.before(at) == "the");
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

/// The words that are capitalised although no sentence begins with them: evidence that the same word is a name where
/// one does. Headings in title case tell nothing.
fn capitalised_inside<'d>(words: &Words<'d>) -> HashSet<&'d str> {
    let sentences = words.document.sentences().iter().map(|sentence| sentence.tokens.clone());
    sentences
        .filter(|tokens| !title_case(words, tokens))
        .flat_map(|tokens| {
            let first = tokens.clone().find(|&at| words.is_word(at)).unwrap_or(tokens.start);
            first + 1..tokens.end
        })
        .filter(|&at| words.capital(at))
        .map(|at| words.word(at))
        .collect()
}
