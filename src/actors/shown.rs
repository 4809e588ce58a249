//! How one of the cast is shown: under which name, of what kind, and by which other names the article has it.
//!
//! Leaves out what anybody says; see `summary`.

use super::{
    entity::{Being, Entity},
    resolved::Actors,
};
use crate::{
    analysis::{Actor, Counts, Merge, Name, SourceKind},
    lexicon::{
        people,
        traits::{BODY, DOCUMENT, GIVEN, GROUP, MEDIA, PERSON},
    },
};

impl Actors {
    /// One of the cast as it is shown, before anybody's words are counted; `place` is where one stands in the summary.
    #[must_use]
    pub fn told(&self, one: usize, place: &dyn Fn(Option<usize>) -> Option<u32>) -> Actor {
        let e = &self.cast.entities[one];
        let mut names: Vec<Name> = e
            .names
            .iter()
            // A name never used shows how another was understood: "the Lund Ferry Union (LFU)".
            .filter(|(_, how, count)| *count > 0 || matches!(how, Merge::Acronym | Merge::Equated))
            .map(|(text, how, count)| Name { text: text.clone(), how: *how, count: *count })
            .collect();
        names.sort_by_key(|n| std::cmp::Reverse(n.count));
        // Of what could be anyone's a *he* or a *she* is enough: bodies have neither.
        let kind = match e.being {
            Being::Unknown if e.gender != 0 => SourceKind::Person,
            _ => e.source_kind(),
        };
        Actor {
            name: shown(e),
            named: e.named,
            kind,
            names,
            speaks_for: place(e.speaks_for),
            through: Vec::new(),
            members: e.members.iter().filter_map(|&m| place(Some(m))).collect(),
            counts: Counts::default(),
            accuses: Vec::new(),
            accused_by: Vec::new(),
            demands_of: Vec::new(),
            criticises: Vec::new(),
            denies: Vec::new(),
            no_own_words: false,
        }
    }
}

/// The name by which one of the cast is shown: a description has a capital, and a single noun for one its
/// article: "The company", but "Officials" and "Ferry captain".
fn shown(entity: &Entity) -> String {
    let name = &entity.name;
    if entity.named {
        return name.clone();
    }
    let t = people::traits(name);
    let one = t.intersects(BODY | MEDIA | PERSON | DOCUMENT) && !t.intersects(GROUP | GIVEN);
    if one && !name.contains(' ') {
        return format!("The {name}");
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
