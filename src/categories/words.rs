//! Whole words of a text, among as many as a reader likes: one tree of letters for all of them.
//!
//! Not a pattern: ten thousand alternatives of one would be past any bound on its size. Leaves out
//! where the words come from and accents, which are taken off before.

use std::{collections::HashMap, sync::Arc};

use crate::span::Span;

/// Letters of a word or phrase at most, so that looking for it at each place of a text stays linear.
pub const LONGEST: usize = 200;

/// Words and phrases. Letters match whatever their case, an apostrophe or hyphen whatever its form, and
/// between two words of a phrase any white space.
#[derive(Clone, Debug, Default)]
pub struct Words(Arc<Tree>);

#[derive(Debug, Default)]
struct Tree {
    /// The letter that leads from one knot to the next; the first knot is 0.
    next: HashMap<(u32, char), u32>,
    /// Whether a phrase ends at a knot.
    ends: Vec<bool>,
}

impl Words {
    /// The phrases that are not empty.
    pub fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let mut tree = Tree { next: HashMap::new(), ends: vec![false] };
        for phrase in phrases {
            let mut knot = 0;
            for (letter, _) in letters(phrase.trim().char_indices().map(|(at, c)| (c, at))) {
                let new = u32::try_from(tree.ends.len()).unwrap_or(u32::MAX);
                knot = *tree.next.entry((knot, letter)).or_insert(new);
                if knot == new {
                    tree.ends.push(false);
                }
            }
            if knot > 0 {
                tree.ends[knot as usize] = true;
            }
        }
        Self(Arc::new(tree))
    }

    pub fn is_empty(&self) -> bool {
        self.0.next.is_empty()
    }

    /// Where the longest of them stands at each place of a text that is given as letters with their
    /// bytes and ends at byte `end`, in order, none overlapping. A word is whole: no letter or digit
    /// touches its own at either end.
    pub fn found(
        &self,
        text: impl Iterator<Item = (char, usize)>,
        end: usize,
    ) -> impl Iterator<Item = Span> {
        let text: Vec<(char, usize)> = letters(text).collect();
        let mut from = 0;
        std::iter::from_fn(move || {
            while from < text.len() {
                let at = from;
                if let Some(past) = self.longest_at(&text, at) {
                    from = past;
                    let end = text.get(past).map_or(end, |&(_, byte)| byte);
                    return Some(Span::new(text[at].1, end));
                }
                from += 1;
            }
            None
        })
    }

    /// One past the last letter of the longest that stands at `at`.
    fn longest_at(&self, text: &[(char, usize)], at: usize) -> Option<usize> {
        let joins = |a: Option<&(char, usize)>, b: Option<&(char, usize)>| {
            a.is_some_and(|a| is_letter(a.0)) && b.is_some_and(|b| is_letter(b.0))
        };
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        if joins(before, text.get(at)) {
            return None;
        }
        let (mut knot, mut longest) = (0, None);
        for (i, (letter, _)) in text.iter().enumerate().skip(at) {
            let Some(&next) = self.0.next.get(&(knot, *letter)) else {
                break;
            };
            knot = next;
            if self.0.ends[knot as usize] && !joins(text.get(i), text.get(i + 1)) {
                longest = Some(i + 1);
            }
        }
        longest
    }
}

/// Letters as they are compared: in one case, white space in one piece.
fn letters(text: impl Iterator<Item = (char, usize)>) -> impl Iterator<Item = (char, usize)> {
    let mut in_space = false;
    text.filter_map(move |(c, at)| {
        let space = c.is_whitespace();
        let again = space && in_space;
        in_space = space;
        (!again).then(|| (if space { ' ' } else { folded(c) }, at))
    })
}

/// A letter in the case and form in which it is compared, one for one.
fn folded(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        // By way of the capital, so that both forms of sigma are one.
        _ => alone(alone(c.to_uppercase(), c).to_lowercase(), c),
    }
}

/// The one letter that there is; where case makes several, the letter as it was.
fn alone(mut of: impl Iterator<Item = char>, c: char) -> char {
    match (of.next(), of.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// What a word is made of; an accent belongs to the letter before it.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || matches!(c, '\u{300}'..='\u{36f}')
}
