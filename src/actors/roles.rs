//! Who has the role that a description names: "the senator", "the company".
//!
//! A role is a noun with its modifiers, as the article gives it to a name. Leaves out descriptions
//! that belong to someone ("his mother"); see `describe`.

use super::{
    cast::Cast,
    entity::{Being, Entity},
    lists,
    lists::{MALE, NAMELESS, PERSON, TITLE},
    names::traits,
    nouns::{Opening, bare},
    phrases::Noun,
    states,
};
use crate::kinds::Words;

/// Head noun with its modifiers in lower case: "republican presidential nominee"; of which place, as
/// its first: "Lund governor" for "the governor of Lund".
pub(super) fn words_of_role(words: &Words<'_>, noun: &Noun) -> String {
    let own =
        bare(words, noun.tokens.clone()).filter(|&at| words.is_word(at) && words.lower(at) != "'s");
    place(words, noun)
        .into_iter()
        .chain(own)
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

/// The name behind *of*, where it is one word: "the governor of | Lund".
pub(super) fn place(words: &Words<'_>, noun: &Noun) -> Option<usize> {
    let of = noun.tokens.end;
    // "the lawsuit of Lumo anchor Maren Holt" is no office at a place.
    let ends = !words.capital(of + 2) && traits(words, of + 2) & (TITLE | PERSON) == 0;
    (words.lower(of) == "of" && words.capital(of + 1) && ends).then_some(of + 1)
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
                holds(e, role, head)
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
    // "the governor of Lund" is no governor of whom nothing tells that it is Lund's; but "the governor"
    // without a name may be.
    if let Some(place) = place(words, noun) {
        let here = words.word(place);
        candidates.retain(|&e| {
            let roles = || cast.entities[e].roles.iter().map(|role| proper(role));
            !cast.entities[e].named && roles().all(|there| there.is_empty())
                || roles().any(|there| there.iter().any(|there| same_name(here, there)))
        });
    }
    if candidates.iter().any(|&e| cast.entities[e].named) {
        candidates.retain(|&e| cast.entities[e].named || opening == Opening::Definite);
    }
    // "the mayor" is the mayor rather than the former one.
    let in_rank = |&e: &usize| {
        let mut held = cast.entities[e].roles.iter().filter(|r| r.ends_with(head));
        held.any(|r| qualifiers(r).iter().any(|q| lesser(q)))
    };
    if qualifiers(role).is_empty() {
        // Where it tells only of a deputy or of a former mayor, "the mayor" is somebody else; a
        // "federal judge" is the judge.
        let other =
            |q: &String| matches!(q.as_str(), "deputy" | "vice") || q == "former" && t & TITLE != 0;
        let another = |&e: &usize| {
            // Beside "deputy mayor" a bare "mayor", read from the same words, says nothing.
            let held = cast.entities[e].roles.iter().filter(|r| r.ends_with(head));
            let mut ranks = held.map(|r| qualifiers(r)).filter(|q| !q.is_empty());
            ranks.all(|q| q.iter().any(other))
        };
        if candidates.iter().all(in_rank) {
            candidates.retain(|e| !another(e));
        } else {
            candidates.retain(|e| !in_rank(e));
        }
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

/// Modifiers that make a role another one, beside parties.
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

/// Whether one of the roles of `e` is the one asked for. Beside "republican nominee" a bare "nominee",
/// read from the same words, says nothing.
fn holds(e: &Entity, asked: &str, head: &str) -> bool {
    let qualified = |role: &&String| !qualifiers(role).is_empty() || !proper(role).is_empty();
    let of_head = || {
        e.roles
            .iter()
            .filter(|r| r.rsplit(' ').next() == Some(head))
    };
    let told = of_head().any(|r| qualified(&r));
    of_head()
        .filter(|r| !told || qualified(r))
        .any(|r| same_role(r, asked, head))
}

/// Qualifiers of one who is not the holder of the plain role.
fn lesser(qualifier: &str) -> bool {
    matches!(
        qualifier,
        "former" | "deputy" | "vice" | "assistant" | "federal"
    )
}

/// What makes a role another one, when this word does: a party under one name, a rank, a field.
pub(super) fn qualifier(lower: &str) -> Option<&str> {
    match lower {
        "republican" | "gop" => Some("republican"),
        "democratic" | "democrat" => Some("democratic"),
        _ => QUALIFIERS.contains(&lower).then_some(lower),
    }
}

/// The names in a role: whose senator, of which place.
fn proper(role: &str) -> Vec<&str> {
    role.split(' ')
        .filter(|w| {
            w.starts_with(char::is_uppercase)
                && lists::traits(&w.to_lowercase()) & (TITLE | PERSON | lists::PARTY) == 0
        })
        .collect()
}

/// The same word, or two words for one state.
fn same_name(one: &str, other: &str) -> bool {
    let state = |name| states::look_up(name).map(|(state, _)| state);
    one == other || state(one).is_some() && state(one) == state(other)
}

/// Every qualifier of a role, in its order.
fn qualifiers(role: &str) -> Vec<String> {
    role.split(' ')
        .filter_map(|w| qualifier(&w.to_lowercase()).map(str::to_owned))
        .collect()
}

/// "republican nominee" and "nominee" may be one; "republican nominee" and "democratic nominee" not.
pub(super) fn same_role(known: &str, asked: &str, head: &str) -> bool {
    let last = known.rsplit(' ').next().unwrap_or_default();
    if last != head {
        return false;
    }
    // "the Indiana governor" is not the governor of another place.
    let (here, there) = (proper(asked), proper(known));
    let shared = || here.iter().any(|a| there.iter().any(|b| same_name(a, b)));
    if !here.is_empty() && !there.is_empty() && !shared() {
        return false;
    }
    let (known, asked) = (qualifiers(known), qualifiers(asked));
    if asked.is_empty() {
        return true;
    }
    let ranks = |all: &[String]| -> Vec<String> {
        let ranks = all.iter().filter(|q| lesser(q));
        ranks.cloned().collect()
    };
    let fields = |all: &[String]| all.iter().any(|q| !lesser(q));
    ranks(&known) == ranks(&asked)
        && (!fields(&known)
            || !fields(&asked)
            || known.iter().any(|q| !lesser(q) && asked.contains(q)))
}
