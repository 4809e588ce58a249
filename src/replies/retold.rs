//! One charge told twice, and answered once: a headline's has the reply that its text has.
//!
//! Leaves out which words reply to which; see the room's door.

use super::{Linker, Reply, around};
use crate::analysis::ReplyState;

impl Linker<'_> {
    /// Gives every charge the replies of another telling of it that has better ones. All twins are found first, so that
    /// no reply goes on from one telling to the next.
    pub(super) fn share_retold(&self, replies: &mut [Reply]) {
        let twin = |&charge: &usize| Some((charge, self.twin(charge, replies)?));
        let retold: Vec<(usize, usize)> = self.accusations.iter().filter_map(twin).collect();
        for (charge, twin) in retold {
            let Reply { by, state, .. } = replies[twin].clone();
            replies[charge].also(by);
            replies[charge].state = state;
        }
    }

    /// The same charge told elsewhere, with a reply that this one lacks: a denial before any other.
    fn twin(&self, charge: usize, replies: &[Reply]) -> Option<usize> {
        let rank = |i: usize| match replies[i].state {
            None | Some(ReplyState::NoneFound) => 0,
            Some(ReplyState::Answered | ReplyState::Declined) => 1,
            Some(ReplyState::Denied) => 2,
        };
        around(&self.accusations, charge)
            .iter()
            .copied()
            .filter(|&other| rank(other) > rank(charge) && self.is_retold(charge, other))
            // The first of equals, as for the replies themselves.
            .rev()
            .max_by_key(|&other| rank(other))
    }

    /// Two tellings of one charge: by the same, against the same, in like words. Where one of them leaves out who
    /// makes it or at whom it is aimed, as headlines do, most of its words must come back in the other: "Holt is accused
    /// of theft from the harbour" is "Orr accused Holt of theft from the harbour".
    fn is_retold(&self, one: usize, other: usize) -> bool {
        let (a, b) = (&self.scene.actors.of[one], &self.scene.actors.of[other]);
        let alike = |a: usize, b: usize| a == b || self.is_named_in(a, b) || self.is_named_in(b, a);
        // None where one of the two tellings leaves it out.
        let accuser = a.actor.zip(b.actor).map(|(a, b)| alike(a, b));
        let target = a.target.zip(b.target).map(|(a, b)| a == b);
        let shared = self.scene.shared(one, other);
        match (accuser, target) {
            (Some(true), Some(true)) => shared > 0,
            (Some(true), None) | (None, Some(true)) => {
                shared >= 2 && shared * 2 > self.scene.fewer(one, other)
            }
            _ => false,
        }
    }

    /// The whole name of one within another's: a headline's "Tolvik" is "the harbour council of Tolvik".
    fn is_named_in(&self, one: usize, other: usize) -> bool {
        let name = self.scene.actors.name(one);
        let proper = name.starts_with(char::is_uppercase);
        let mut words = self.scene.actors.name(other).split_whitespace();
        proper && words.any(|word| word == name)
    }
}
