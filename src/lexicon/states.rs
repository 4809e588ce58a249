//! States: their names, adjectives, capitals and seats of government.
//!
//! Names, capitals and adjectives come from maintained data (`states.tsv`, see `cargo xtask
//! states`); `seats.tsv` adds by hand what that lacks. Leaves out whether a word means the state or
//! the place; see `names`.

use std::{collections::HashMap, sync::LazyLock};

/// How a word stands for a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Russia, U.S.
    Name,
    /// Russian
    Adjective,
    /// Moscow, the Kremlin
    Seat,
}

/// The table: canonical names, and what each word stands for.
struct Table {
    names: Vec<&'static str>,
    words: HashMap<String, (u16, How)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: Vec::with_capacity(260), words: HashMap::with_capacity(1000) };
    for line in lines(include_str!("seats.tsv")) {
        let mut columns = line.split('\t');
        let id = table.state(columns.next().unwrap_or_default());
        for name in columns.flat_map(|c| c.split('|')) {
            match name.split_at_checked(1) {
                Some(("@", seat)) => table.put(seat, id, How::Seat),
                Some(("~", adjective)) => table.put(adjective, id, How::Adjective),
                _ => table.put(name, id, How::Name),
            }
        }
    }
    for line in lines(include_str!("states.tsv")) {
        let mut columns = line.split('\t');
        let id = table.state(columns.next().unwrap_or_default());
        table.put(columns.next().unwrap_or_default(), id, How::Seat);
        let adjective = columns.next().unwrap_or_default();
        table.put(adjective, id, How::Adjective);
        // Americans, Norwegians; not *Irishs, *Chineses.
        if adjective.ends_with(['n', 'i', 'r', 't', 'k']) {
            table.put(&format!("{adjective}s"), id, How::Adjective);
        }
    }
    table
});

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

impl Table {
    fn state(&mut self, name: &'static str) -> u16 {
        if let Some(&(id, How::Name)) = self.words.get(name) {
            return id;
        }
        let id = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name);
        self.words.insert(name.to_owned(), (id, How::Name));
        id
    }

    /// The first to claim a word keeps it: the hand-made table is read first.
    fn put(&mut self, word: &str, id: u16, how: How) {
        if !word.is_empty() {
            self.words.entry(word.to_owned()).or_insert((id, how));
        }
    }
}

/// The state that `words` (as written, single spaces, no article) stand for, and how; none when they
/// are in no table.
#[must_use]
pub fn look_up(words: &str) -> Option<(u16, How)> {
    TABLE.words.get(words).copied()
}

/// True for a seat of government that is also a power of its own within its state: where an article
/// does not treat the state itself as acting, the White House is the White House.
#[must_use]
pub fn own_power(words: &str) -> bool {
    matches!(words, "White House" | "Oval Office" | "Downing Street" | "Whitehall")
}

/// The name by which a state is shown. Panics for a number that [`look_up`] did not give.
#[must_use]
pub fn name(state: u16) -> &'static str {
    TABLE.names[state as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, state: &str, how: How) {
        let (id, found) = look_up(words).unwrap_or_else(|| panic!("{words} stands for no state"));
        assert_eq!((name(id), found), (state, how), "{words}");
    }

    #[test]
    fn states_are_known_by_all_their_names() {
        check("U.S.", "United States", How::Name);
        check("Pyongyang", "North Korea", How::Seat);
        check("Kremlin", "Russia", How::Seat);
        check("Downing Street", "United Kingdom", How::Seat);
        check("Zhongnanhai", "China", How::Seat);
        check("Brussels", "European Union", How::Seat);
        check("Élysée", "France", How::Seat);
        check("Türkiye", "Turkey", How::Name);
        check("Ankara", "Turkey", How::Seat);
        check("Norwegian", "Norway", How::Adjective);
        check("Lima", "Peru", How::Seat);
        check("North Korean", "North Korea", How::Adjective);
    }

    #[test]
    fn other_words_are_no_states() {
        assert_eq!(look_up("Springfield"), None);
        assert_eq!(look_up(""), None);
    }
}
