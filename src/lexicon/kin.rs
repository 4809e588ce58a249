//! Which nouns mean about the same: corporation and firm, researchers and scientists.
//!
//! Read from `models/nouns.txt`, which `training/nouns.py` makes: a line is a narrow group, an empty
//! line parts the wide ones. Leaves out what is made of it; see `actors`.

use std::{collections::HashMap, sync::LazyLock};

/// One more than there may be wide groups; the last number stands for a noun of none.
pub const WIDE: u16 = 49;

static TABLE: LazyLock<HashMap<&'static str, (u16, u16)>> = LazyLock::new(|| {
    let text = include_str!("../../models/nouns.txt");
    let mut table = HashMap::with_capacity(6200);
    let (mut wide, mut narrow) = (0, 0);
    for line in text.lines() {
        if line.is_empty() {
            wide += 1;
        }
        narrow += 1;
        for word in line.split(' ').filter(|w| !w.is_empty()) {
            table.insert(word, (wide, narrow));
        }
    }
    table
});

/// The wide group of a noun in lower case; the last number for a noun of none.
pub fn wide(noun: &str) -> u16 {
    TABLE.get(noun).map_or(WIDE - 1, |&(w, _)| w.min(WIDE - 2))
}

/// How near two nouns are: 2 in one narrow group, 1 in one wide group, else 0.
pub fn near(one: &str, other: &str) -> usize {
    match (TABLE.get(one), TABLE.get(other)) {
        (Some(a), Some(b)) if a.1 == b.1 => 2,
        (Some(a), Some(b)) if a.0 == b.0 => 1,
        _ => 0,
    }
}

/// True for a noun of no group.
pub fn unknown(noun: &str) -> bool {
    !TABLE.contains_key(noun)
}
