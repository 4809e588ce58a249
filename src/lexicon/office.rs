//! An office in a state: what somebody's title, or the words around a name, say of governing it.
//!
//! Leaves out whose words they are, and who may answer for whom; see `actors`.

use super::{
    offices::{GOVERNING, OUTSIDE},
    states,
};

/// What is known of someone's part in governing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// The state that it is of; none when the article does not say.
    pub state: Option<u16>,
    /// Holds an office, or is one.
    pub governs: bool,
    /// Was in office once, or stands against those who are.
    pub outside: bool,
}

impl Office {
    /// Of a state itself.
    pub fn of(state: u16) -> Self {
        Self { state: Some(state), governs: true, outside: false }
    }

    /// Adds what a phrase says; the first state that is told stays.
    pub fn learn(&mut self, said: Said) {
        self.state = self.state.or(said.state);
        self.governs |= said.governs;
        self.outside |= said.outside;
    }
}

/// What one phrase says.
#[derive(Default)]
pub struct Said {
    state: Option<u16>,
    governs: bool,
    outside: bool,
}

impl Said {
    /// What the words of a phrase say together: a state by one word or two, that one governs, that one does not.
    pub fn in_words<'w>(phrase: impl Iterator<Item = &'w str>) -> Self {
        let mut said = Self::default();
        let mut before = "";
        for word in phrase {
            let two = format!("{before} {word}");
            if let Some((state, _)) = states::look_up(&two).or_else(|| states::look_up(word)) {
                said.state.get_or_insert(state);
            }
            let lower = word.to_lowercase();
            said.governs |= GOVERNING.has(&lower);
            said.outside |= OUTSIDE.has(&lower);
            before = word;
        }
        said
    }
}
