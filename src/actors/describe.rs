//! Whom a description means: "the company", "his mother", "a spokesperson for Summit Housing".
//!
//! A description joins someone known only where the article gives the reason: the same role, the
//! same words, the only company spoken of. Else it is someone of its own.

use std::{collections::HashMap, ops::Range};

use super::{
    cast::{Being, Cast, Entity, Mention},
    lists,
    lists::{
        AGAIN, BODY, DOCUMENT, FEMALE, GROUP, KIN, MALE, MEDIA, NAMELESS, PERSON, SPEAKS, TITLE,
        Traits,
    },
    names::{text, traits},
    phrases::{self, Noun, Phrase, mentions_in},
    pronouns::{self, Pronoun},
};
use crate::{
    analysis::Merge,
    kinds::{
        Words,
        vocabulary::{ADVERB, DETERMINER, FIRST_PERSON, PREPOSITION},
    },
};

/// Describes people and bodies, and remembers whom it described where.
#[derive(Debug, Default)]
pub(super) struct Describer {
    /// Head token of a description already read, and whom it means.
    pub known: HashMap<usize, usize>,
}

/// How the description opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Definite,
    Indefinite,
    /// his, her, its; whose.
    Owned(usize),
    Bare,
}

impl Describer {
    /// Reads the descriptions of the whole text, in order, into mentions of the cast.
    pub fn read_all(&mut self, words: &Words<'_>, cast: &mut Cast) {
        // First those beside a name, so that the name is known wherever else they stand.
        let found = noun_phrases(words, cast);
        for noun in found.iter().filter(|n| n.apposed.is_some()) {
            self.describe(words, cast, noun);
        }
        let mut read: Vec<Mention> = found
            .into_iter()
            .map(|noun| Mention {
                entity: self.describe(words, cast, &noun),
                tokens: noun.tokens,
            })
            .collect();
        cast.mentions.append(&mut read);
        cast.mentions.sort_by_key(|m| m.tokens.start);
    }

    /// Whom the description means; someone new when nobody known fits.
    pub fn describe(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
        if let Some(&entity) = self.known.get(&noun.head) {
            // Read with its complement now: "residents" are "residents of Elm Court".
            let short = text(
                words,
                named_by(
                    words,
                    &Noun {
                        whole: noun.tokens.clone(),
                        ..noun.clone()
                    },
                ),
            );
            if noun.whole.len() > noun.tokens.len()
                && !cast.entities[entity].named
                && cast.entities[entity].name == short
            {
                let long = text(words, named_by(words, noun));
                cast.call(&long, entity);
                cast.entities[entity].name = long;
            }
            return entity;
        }
        let entity = self.look(words, cast, noun);
        self.known.insert(noun.head, entity);
        entity
    }

    fn look(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun) -> usize {
        let head = words.lower(noun.head).to_owned();
        let t = traits(words, noun.head);
        let opening = opening(words, noun);
        if let Some(m) = noun.apposed {
            let entity = cast.mentions[m].entity;
            let being = cast.entities[entity].being;
            // Two or three capitalised words pass for a person until a noun says otherwise.
            let guessed = being == Being::Person
                && cast.entities[entity].gender == 0
                && cast.entities[entity].roles.is_empty();
            if t & PERSON == 0 && guessed {
                cast.entities[entity].being = if t & GROUP != 0 {
                    Being::Group
                } else {
                    Being::Body
                };
            }
            if if t & PERSON != 0 {
                matches!(being, Being::Person | Being::Unknown)
            } else {
                being != Being::Person || guessed
            } {
                let role = words_of_role(words, noun);
                cast.role(entity, &role);
                cast.entities[entity].gender_seen(t & (MALE | FEMALE));
                return entity;
            }
        }
        if t & SPEAKS != 0 {
            return self.spokesperson(words, cast, noun, opening);
        }
        if let Opening::Owned(pronoun) = opening
            && t & (PERSON | BODY | GROUP) != 0
        {
            return self.owned(words, cast, noun, pronoun);
        }
        if t & PERSON != 0 && t & GROUP == 0 {
            let role = words_of_role(words, noun);
            if t & KIN == 0
                && let Some(entity) = by_role(words, cast, noun, &role, opening)
            {
                cast.entities[entity]
                    .met(&text(words, bare(words, noun.tokens.clone())), Merge::Role);
                return entity;
            }
            return someone(
                words,
                cast,
                noun,
                Being::Person,
                opening == Opening::Indefinite,
            );
        }
        if t & (BODY | MEDIA) != 0 && t & GROUP == 0 {
            if opening == Opening::Definite
                && let Some(entity) = body_again(cast, noun, &head, t)
            {
                cast.entities[entity]
                    .met(&text(words, bare(words, noun.tokens.clone())), Merge::Role);
                return entity;
            }
            let being = if t & MEDIA != 0 && t & BODY == 0 {
                Being::Media
            } else if t & DOCUMENT != 0 {
                Being::Document
            } else {
                Being::Body
            };
            return someone(words, cast, noun, being, opening == Opening::Indefinite);
        }
        let being = if t & DOCUMENT != 0 && t & GROUP == 0 {
            Being::Document
        } else if t & GROUP != 0 {
            Being::Group
        } else {
            Being::Unknown
        };
        let new = opening == Opening::Indefinite && being == Being::Group && t & NAMELESS != 0;
        someone(words, cast, noun, being, new)
    }

    /// "a spokesperson for X", "the X spokesman", "the spokeswoman".
    fn spokesperson(
        &mut self,
        words: &Words<'_>,
        cast: &mut Cast,
        noun: &Noun,
        opening: Opening,
    ) -> usize {
        let head = words.lower(noun.head).to_owned();
        let gender = traits(words, noun.head) & (MALE | FEMALE);
        let after = matches!(words.lower(noun.head + 1), "for" | "of").then(|| {
            let sentence =
                &words.document.sentences()[words.document.sentence_of(noun.head)].tokens;
            let from = noun.head + 2;
            mentions_in(cast, from..sentence.end)
                .first()
                .map(|&m| &cast.mentions[m])
                .filter(|m| m.tokens.start <= from + 2)
                .map(|m| m.entity)
        });
        let before = || {
            mentions_in(cast, noun.tokens.start..noun.head)
                .last()
                .map(|&m| cast.mentions[m].entity)
        };
        let body = after.flatten().or_else(before);
        let Some(body) = body else {
            let same = (opening == Opening::Definite)
                .then(|| cast.with_role(&head).last().copied())
                .flatten();
            return same.unwrap_or_else(|| {
                let entity = someone(
                    words,
                    cast,
                    noun,
                    Being::Person,
                    opening == Opening::Indefinite,
                );
                cast.role(entity, &head);
                entity
            });
        };
        let name = format!("{} {head}", cast.entities[body].name);
        if let Some(entity) = cast.named(&name) {
            cast.entities[entity].met(&text(words, bare(words, noun.tokens.clone())), Merge::Same);
            return entity;
        }
        let mut e = Entity {
            name: name.clone(),
            being: Being::Person,
            speaks_for: Some(body),
            ..Entity::default()
        };
        e.gender_seen(gender);
        e.met(&name, Merge::Same);
        let entity = cast.add(e);
        cast.role(entity, &head);
        cast.call(&name, entity);
        entity
    }

    /// "his mother", "its director": the one whom the article names so, else someone of the owner's.
    fn owned(&mut self, words: &Words<'_>, cast: &mut Cast, noun: &Noun, at: usize) -> usize {
        let head = words.lower(noun.head).to_owned();
        let pronoun = pronouns::pronoun(words.lower(at)).unwrap_or(Pronoun::Other);
        let owner = pronouns::resolve(words, cast, at, pronoun, None).map(|(entity, _)| entity);
        let kin = traits(words, noun.head) & KIN != 0 || head.starts_with("ex-");
        if kin {
            let base = head.strip_prefix("ex-").unwrap_or(&head);
            let mut same: Vec<usize> = cast
                .with_role(base)
                .iter()
                .chain(cast.with_role(&head))
                .copied()
                .filter(|&e| Some(e) != owner && cast.entities[e].named)
                .collect();
            same.dedup();
            if let [entity] = same[..] {
                return entity;
            }
        }
        let Some(owner) = owner else {
            let t = traits(words, noun.head);
            let being = if t & GROUP != 0 {
                Being::Group
            } else if t & PERSON != 0 {
                Being::Person
            } else {
                Being::Body
            };
            return someone(words, cast, noun, being, false);
        };
        let rest = noun.tokens.start.max(at + 1)..noun.tokens.end;
        let name = format!("{}’s {}", cast.entities[owner].name, text(words, rest));
        if let Some(entity) = cast.named(&name) {
            return entity;
        }
        let t = traits(words, noun.head);
        let mut e = Entity {
            name: name.clone(),
            being: if t & PERSON != 0 && t & GROUP == 0 {
                Being::Person
            } else if t & GROUP != 0 {
                Being::Group
            } else {
                Being::Body
            },
            plural: t & GROUP != 0,
            ..Entity::default()
        };
        e.gender_seen(t & (MALE | FEMALE));
        e.met(&name, Merge::Same);
        let entity = cast.add(e);
        cast.role(entity, &head);
        cast.call(&name, entity);
        entity
    }
}

/// Every description of the text, in order.
fn noun_phrases(words: &Words<'_>, cast: &Cast) -> Vec<Noun> {
    let count = words.document.tokens().len();
    let mut out = Vec::new();
    let mut at = 0;
    while at < count {
        let t = traits(words, at);
        let plain = !words.capital(at) || at.checked_sub(1).is_none_or(|b| !words.is_word(b));
        let title = t & TITLE != 0 && words.capital(at + 1) && t & PERSON == 0;
        let tokens = (t & (PERSON | GROUP | BODY | MEDIA | DOCUMENT) != 0 && plain && !title)
            .then(|| noun_phrase(words, cast, at))
            .flatten();
        at = tokens.as_ref().map_or(at + 1, |t| t.end);
        if let Some(tokens) = tokens {
            out.push(Noun {
                head: tokens.end - 1,
                whole: tokens.clone(),
                apposed: beside(words, cast, &tokens),
                tokens,
            });
        }
    }
    out
}

/// The name set beside a description, behind it or before it: "Heather Samuelson, an assistant".
fn beside(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    // "a manager at the yard, Joan Petrie": the name is the manager's.
    if tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| words.is(at, PREPOSITION))
    {
        return None;
    }
    apposed(words, cast, tokens).or_else(|| {
        let comma = tokens
            .start
            .checked_sub(1)
            .filter(|&at| words.word(at) == ",")?;
        let m = *mentions_in(cast, comma.saturating_sub(6)..comma).last()?;
        let person = cast.entities[cast.mentions[m].entity].being == Being::Person;
        let noun = traits(words, tokens.end - 1) & PERSON != 0;
        let closes = words
            .document
            .tokens()
            .get(tokens.end)
            .is_none_or(|t| !t.is_word())
            || words.is(tokens.end, PREPOSITION)
            || matches!(words.lower(tokens.end), "who" | "whose");
        (cast.mentions[m].tokens.end == comma && person && noun && closes).then_some(m)
    })
}

/// The noun phrase whose head is at `at` or just behind it: from its determiner; none when the noun is part of a name.
fn noun_phrase(words: &Words<'_>, cast: &Cast, at: usize) -> Option<Range<usize>> {
    let mut head = at;
    while phrases::can_speak(words, head + 1) && !words.capital(head + 1) {
        head += 1;
    }
    let mut start = at;
    let sentence = words.document.sentences()[words.document.sentence_of(at)]
        .tokens
        .start;
    while start > sentence && head - start < 7 {
        let before = start - 1;
        let lower = words.lower(before);
        if words.is(before, DETERMINER) || words.is(before, FIRST_PERSON) {
            start = before;
            break;
        }
        let owns = matches!(lower, "'s" | "'" | "’");
        if !(words.is_word(before) || owns)
            || words.is(
                before,
                PREPOSITION
                    | crate::kinds::vocabulary::CLAUSE
                    | crate::kinds::vocabulary::AUXILIARY,
            ) && !owns
            || words.is(before, crate::kinds::vocabulary::VERB) && !words.capital(before)
            || words.is(before, ADVERB | crate::kinds::vocabulary::QUESTION_WORD)
        {
            break;
        }
        start = before;
    }
    let t = traits(words, at);
    let determined = words.is(start, DETERMINER)
        || matches!(
            words.lower(start),
            "another" | "one" | "several" | "two" | "three" | "many"
        );
    // Without an article only the plural, and only where a sentence or a clause begins with it.
    let begins = start == sentence
        || !words.is_word(start - 1)
        || words.is(start - 1, crate::kinds::vocabulary::CLAUSE);
    if !determined && !(t & GROUP != 0 && (begins || t & PERSON == 0)) {
        return None;
    }
    // A name behind the noun is what it is the title of: "spokesman John Kirby".
    let named = mentions_in(cast, head + 1..head + 6)
        .first()
        .is_some_and(|&m| cast.mentions[m].tokens.start == head + 1);
    let inside = mentions_in(cast, start..head + 1)
        .iter()
        .any(|&m| cast.mentions[m].tokens.end == head + 1);
    (!named && !inside).then_some(start..head + 1)
}

/// The name set beside a description: "the minister, Colin Frew,".
fn apposed(words: &Words<'_>, cast: &Cast, tokens: &Range<usize>) -> Option<usize> {
    let mut end = tokens.end;
    // "the head teacher of Elm School, Alan Moor": over a short complement.
    let limit = (end + 8).min(words.document.tokens().len());
    while end < limit && words.word(end) != "," {
        if end == tokens.end && !words.is(end, PREPOSITION)
            || !words.is_word(end) && !matches!(words.word(end), "'" | "’")
        {
            return None;
        }
        end += 1;
    }
    if end >= limit {
        return None;
    }
    let m = *mentions_in(cast, end + 1..(end + 8).min(words.document.tokens().len())).first()?;
    let t = &cast.mentions[m].tokens;
    let closes = t.end >= words.document.tokens().len()
        || matches!(words.word(t.end), "," | "." | ";" | "—" | "”")
        || words.is(
            t.end,
            crate::kinds::vocabulary::VERB | PREPOSITION | crate::kinds::vocabulary::AUXILIARY,
        );
    let being = cast.entities[cast.mentions[m].entity].being;
    (t.start == end + 1 && closes && being != Being::State).then_some(m)
}

fn opening(words: &Words<'_>, noun: &Noun) -> Opening {
    let first = noun.tokens.start;
    match words.lower(first) {
        "the" | "this" | "that" | "these" | "those" => Opening::Definite,
        "his" | "her" | "its" | "their" | "whose" => Opening::Owned(first),
        "a" | "an" | "another" | "one" | "some" | "several" | "two" | "three" | "four" | "five"
        | "six" | "many" | "few" | "other" | "others" => Opening::Indefinite,
        _ => Opening::Bare,
    }
}

/// The phrase without its article.
fn bare(words: &Words<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.start;
    while start + 1 < tokens.end
        && matches!(
            words.lower(start),
            "the" | "a" | "an" | "this" | "that" | "these" | "those"
        )
    {
        start += 1;
    }
    start..tokens.end
}

/// Head noun with its modifiers in lower case: "republican presidential nominee".
fn words_of_role(words: &Words<'_>, noun: &Noun) -> String {
    bare(words, noun.tokens.clone())
        .filter(|&at| words.is_word(at) && words.lower(at) != "'s")
        .map(|at| {
            if at == noun.head {
                words.lower(at)
            } else {
                words.word(at)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The person whom the article gives this role. A definite phrase takes the last one named before
/// it, or the only one; an indefinite one only the sole holder, near the beginning.
fn by_role(
    words: &Words<'_>,
    cast: &Cast,
    noun: &Noun,
    role: &str,
    opening: Opening,
) -> Option<usize> {
    let head = words.lower(noun.head);
    let t = traits(words, noun.head);
    let gendered = matches!(head, "man" | "woman" | "boy" | "girl" | "lady");
    if gendered && opening != Opening::Definite {
        return None;
    }
    let early = words.document.paragraph_of(noun.head) <= 2;
    if opening == Opening::Indefinite && (!early || t & (NAMELESS | TITLE) != TITLE) {
        return None;
    }
    let fits = |e: &Entity| {
        e.being == Being::Person
            && if gendered {
                let g = e.gender;
                (if t & MALE != 0 { g > 0 } else { g < 0 }) && !e.named
            } else {
                e.roles.iter().any(|r| same_role(r, role, head))
            }
    };
    let mut candidates: Vec<usize> = cast
        .with_role(head)
        .iter()
        .copied()
        .filter(|&e| fits(&cast.entities[e]))
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    if candidates.iter().any(|&e| cast.entities[e].named) {
        candidates.retain(|&e| cast.entities[e].named || opening == Opening::Definite);
    }
    match (candidates.as_slice(), opening) {
        ([only], Opening::Definite | Opening::Bare) => Some(*only),
        ([only], _) => cast.entities[*only].named.then_some(*only),
        (several, Opening::Definite) => {
            let until = cast
                .mentions
                .partition_point(|m| m.tokens.start < noun.tokens.start);
            cast.mentions[..until]
                .iter()
                .rev()
                .map(|m| m.entity)
                .find(|e| several.contains(e))
        }
        _ => None,
    }
}

/// Modifiers that make a role another one.
const QUALIFIERS: &[&str] = &[
    "labour",
    "conservative",
    "liberal",
    "opposition",
    "deputy",
    "vice",
    "former",
    "assistant",
    "defence",
    "defense",
    "foreign",
    "finance",
    "prime",
    "energy",
    "transport",
    "health",
    "education",
    "interior",
    "federal",
];

/// "republican nominee" and "nominee" may be one; "republican nominee" and "democratic nominee" not.
fn same_role(known: &str, asked: &str, head: &str) -> bool {
    let last = known.rsplit(' ').next().unwrap_or_default();
    if last != head {
        return false;
    }
    // "the Indiana governor" is not the governor of another place.
    let proper = |role: &str| -> Vec<String> {
        role.split(' ')
            .filter(|w| {
                w.starts_with(char::is_uppercase)
                    && lists::traits(&w.to_lowercase()) & (TITLE | PERSON | lists::PARTY) == 0
            })
            .map(str::to_owned)
            .collect()
    };
    let (here, there) = (proper(asked), proper(known));
    if !here.is_empty() && !there.is_empty() && !here.iter().any(|w| there.contains(w)) {
        return false;
    }
    let party = |role: &str| -> Option<String> {
        role.split(' ')
            .map(str::to_lowercase)
            .find_map(|w| match w.as_str() {
                "republican" | "gop" => Some("republican".to_owned()),
                "democratic" | "democrat" => Some("democratic".to_owned()),
                _ if QUALIFIERS.contains(&w.as_str()) => Some(w),
                _ => None,
            })
    };
    match (party(known), party(asked)) {
        (Some(a), Some(b)) => a == b,
        (None, Some(b)) => !matches!(
            b.as_str(),
            "former" | "deputy" | "vice" | "assistant" | "federal"
        ),
        _ => true,
    }
}

/// "the company", "the paper": a body already spoken of that this noun can stand for.
fn body_again(cast: &Cast, noun: &Noun, head: &str, t: Traits) -> Option<usize> {
    if t & AGAIN == 0 || noun.tokens.len() > 2 {
        return None;
    }
    let mut with: Vec<usize> = cast
        .with_role(head)
        .iter()
        .copied()
        .filter(|&e| cast.entities[e].named && cast.entities[e].being != Being::Person)
        .collect();
    with.dedup();
    if let [only] = with[..] {
        return Some(only);
    }
    let until = cast
        .mentions
        .partition_point(|m| m.tokens.start < noun.tokens.start);
    let general = matches!(
        head,
        "company"
            | "firm"
            | "newspaper"
            | "paper"
            | "magazine"
            | "broadcaster"
            | "outlet"
            | "network"
            | "club"
            | "retailer"
            | "airline"
            | "charity"
            | "bank"
            | "clinic"
            | "hospital"
            | "museum"
            | "group"
            | "agency"
            | "school"
            | "university"
            | "council"
    );
    let fits = |e: &Entity| match e.being {
        Being::Media => t & MEDIA != 0,
        Being::Body | Being::Unknown => {
            if e.place() {
                return false;
            }
            let ends = e.name.ends_with(head) && e.name.len() > head.len() && !e.named;
            let own = ends || e.name.split(' ').any(|w| w.eq_ignore_ascii_case(head)) && e.named;
            let role = e.roles.iter().any(|r| r.ends_with(head));
            let sort = e
                .name
                .split(' ')
                .any(|w| lists::traits(&w.to_lowercase()) & BODY != 0);
            own || role
                || general
                    && e.named
                    && matches!(head, "company" | "firm")
                    && !(sort && political(&e.name))
                    && e.mentions > 0
        }
        _ => false,
    };
    let recent = || {
        cast.mentions[..until]
            .iter()
            .rev()
            .take(60)
            .map(|m| m.entity)
    };
    // A name that could be anyone's only where no body fits.
    recent()
        .find(|&e| fits(&cast.entities[e]) && cast.entities[e].being != Being::Unknown)
        .or_else(|| recent().find(|&e| fits(&cast.entities[e])))
}

/// Bodies that nobody calls a company.
fn political(name: &str) -> bool {
    name.split(' ').any(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "party"
                | "committee"
                | "department"
                | "ministry"
                | "court"
                | "council"
                | "senate"
                | "congress"
                | "house"
                | "commission"
                | "agency"
                | "university"
                | "union"
                | "office"
                | "bureau"
                | "army"
                | "government"
        )
    })
}

/// The part of a description that serves as a name: no article, nothing that is only new to the
/// reader, no "one" before a source.
fn named_by(words: &Words<'_>, noun: &Noun) -> Range<usize> {
    let t = traits(words, noun.head);
    let mut tokens = bare(words, noun.whole.clone());
    // What is new to the reader is no part of the name.
    if matches!(words.lower(tokens.start), "recent" | "new" | "latest")
        && tokens.len() > 1
        && !(words.lower(tokens.start) == "new" && words.capital(tokens.start + 1))
    {
        tokens.start += 1;
    }
    if words.lower(tokens.start) == "one" && tokens.len() > 1 && t & NAMELESS != 0 {
        tokens.start += 1;
    }
    tokens
}

/// Someone known only by this description; the same words again mean the same, unless `new`.
fn someone(words: &Words<'_>, cast: &mut Cast, noun: &Noun, being: Being, new: bool) -> usize {
    let t = traits(words, noun.head);
    let name = text(words, named_by(words, noun));
    if !new && let Some(entity) = cast.named(&name) {
        cast.entities[entity].met(&name, Merge::Same);
        return entity;
    }
    let indefinite = opening(words, noun) == Opening::Indefinite;
    let mut e = Entity {
        name: name.clone(),
        being,
        plural: being == Being::Group,
        nameless: t & NAMELESS != 0 || indefinite && being == Being::Person,
        ..Entity::default()
    };
    e.gender_seen(t & (MALE | FEMALE));
    e.met(&name, Merge::Same);
    let entity = cast.add(e);
    if t & PERSON != 0 {
        cast.role(entity, &words_of_role(words, noun));
    }
    if !new {
        cast.call(&name, entity);
    }
    entity
}

/// Reads a phrase and gives whom it means; several for joined names, none for a pronoun or nothing.
pub(super) fn meant(
    words: &Words<'_>,
    cast: &mut Cast,
    describer: &mut Describer,
    phrase: &Phrase,
) -> Vec<usize> {
    match phrase {
        Phrase::Named(mentions) => mentions.iter().map(|&m| cast.mentions[m].entity).collect(),
        Phrase::Noun(noun) => vec![describer.describe(words, cast, noun)],
        Phrase::Pronoun(..) | Phrase::Empty => Vec::new(),
    }
}
