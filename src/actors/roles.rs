//! Who has the role that a description names: "the senator", "the company".
//!
//! A role is a noun with its modifiers, as the article gives it to a name. Leaves out descriptions
//! that belong to someone ("his mother"); see `describe`.

use super::{
    cast::Cast,
    entity::{Being, Entity},
    lists,
    lists::{AGAIN, BODY, MALE, MEDIA, NAMELESS, PERSON, TITLE, Traits},
    names::traits,
    nouns::{Opening, bare},
    phrases::Noun,
};
use crate::kinds::Words;

/// How many mentions before it a noun may look back through.
const NEAR: usize = 60;

/// Head noun with its modifiers in lower case: "republican presidential nominee".
pub(super) fn words_of_role(words: &Words<'_>, noun: &Noun) -> String {
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
pub(super) fn by_role(
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
pub(super) const QUALIFIERS: &[&str] = &[
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
pub(super) fn same_role(known: &str, asked: &str, head: &str) -> bool {
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
pub(super) fn body_again(
    words: &Words<'_>,
    cast: &Cast,
    noun: &Noun,
    head: &str,
    t: Traits,
) -> Option<usize> {
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
    let near = &cast.mentions[until.saturating_sub(NEAR)..until];
    let company = matches!(head, "company" | "firm");
    // "the CDC", "the National Guard": the names of companies go without an article.
    let has_article = |at: usize| {
        near.iter()
            .map(|m| (m.entity, m.tokens.start))
            .any(|(entity, start)| entity == at && start > 0 && words.lower(start - 1) == "the")
    };
    let fits = |at: usize| match cast.entities[at].being {
        Being::Media => t & MEDIA != 0,
        Being::Body | Being::Unknown => {
            let e = &cast.entities[at];
            if e.place() {
                return false;
            }
            let own = e.name.split(' ').any(|w| w.eq_ignore_ascii_case(head)) && e.named;
            let role = e.roles.iter().any(|r| r.ends_with(head));
            let sort = e
                .name
                .split(' ')
                .any(|w| lists::traits(&w.to_lowercase()) & BODY != 0);
            own || role
                || company
                    && e.named
                    && !(sort && political(&e.name))
                    && !has_article(at)
                    && e.mentions > 0
        }
        _ => false,
    };
    let recent = || near.iter().rev().map(|m| m.entity);
    // A name that could be anyone's only where no body fits.
    recent()
        .find(|&e| fits(e) && cast.entities[e].being != Being::Unknown)
        .or_else(|| recent().find(|&e| fits(e)))
        // "the yard" for the shipyard of an earlier description.
        .or_else(|| {
            (0..cast.entities.len()).rev().take(200).find(|&e| {
                let e = &cast.entities[e];
                e.being == Being::Body
                    && !e.named
                    && e.name.len() > head.len()
                    && e.name.ends_with(head)
                    && !e.name.contains('’')
            })
        })
}

/// Bodies that nobody calls a company.
pub(super) fn political(name: &str) -> bool {
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
