//! Formatting elements that are begun and not ended.
//!
//! Of `<p><font size=3>one<p>two`, a reader of pages makes another `font` in every paragraph that
//! follows, so that ten thousand of them, each of another size, make fifty million. The first `SPARED`
//! of a page are let be, as people do forget one. Leaves out those that are ended where they stand.

use std::ops::Range;

use super::tags::Tag;

/// Elements that go on in the next paragraph until they are ended.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Others that stand in a line of text. `a` is one: where another begins it ends by itself.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "label",
    "mark", "q", "samp", "span", "sub", "sup", "time", "var",
];

/// Those of them that nothing stands in.
const EMPTY: &[&str] = &["br", "img", "wbr"];

/// How many of a page may be left without an end.
const SPARED: usize = 16;

/// What is open in the line of text where a page is read.
#[derive(Default)]
pub struct Unended {
    open: Vec<(String, Range<usize>)>,
    spared: usize,
}

impl Unended {
    /// The formatting elements beyond those spared that this tag leaves without an end of their own,
    /// by their names and the tags that began them. Each tag of a page once, in order; all in all
    /// linear in them.
    pub fn after(&mut self, name: &str, tag: &Tag) -> Vec<(String, Range<usize>)> {
        if EMPTY.contains(&name) && !tag.closes {
            return Vec::new();
        }
        let inline = FORMATTING.contains(&name) || INLINE.contains(&name);
        let begins = !tag.closes;
        // What is open from here on does not reach its end.
        let from = if !inline {
            0
        } else if begins && name != "a" {
            self.open.len()
        } else {
            let ended = self.open.iter().rposition(|(open, _)| open == name);
            ended.map_or(self.open.len(), |at| {
                self.open.remove(at);
                at
            })
        };
        let mut left: Vec<_> = self.open.drain(from..).collect();
        if inline && begins {
            self.open.push((name.to_owned(), tag.span.clone()));
        }
        left.retain(|(name, _)| FORMATTING.contains(&name.as_str()));
        let spared = left.len().min(SPARED - self.spared);
        self.spared += spared;
        left.drain(..spared);
        left
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tags::tag, *};

    /// The tags that are left without an end, when those that are spared have been.
    fn left(page: &str) -> Vec<&str> {
        let mut unended = Unended { spared: SPARED, ..Unended::default() };
        let (mut at, mut left) = (0, Vec::new());
        while let Some(tag) = tag(page, at) {
            at = tag.span.end;
            left.extend(unended.after(tag.name, &tag));
        }
        left.into_iter().map(|(_, span)| &page[span]).collect()
    }

    #[test]
    fn what_is_not_ended_in_its_line_is_told() {
        for (page, expected) in [
            ("<p><b>a</b> <i>b<br>c</i><p>", &[][..]),
            ("<p><font size=2>a<p>", &["<font size=2>"]),
            ("<p><b>a<i>b</b>c</i><p>", &["<i>"]),
            ("<p><span><em>a</span>b</em><p>", &["<em>"]),
            ("<p><a href=x><u>a<a href=y>b</a><p>", &["<u>"]),
            ("<p><a href=x>a<p>", &[]),
            ("<strong><p>a</p></strong>", &["<strong>"]),
            ("<p></b>a</p>", &[]),
        ] {
            assert_eq!(left(page), expected, "{page}");
        }
    }

    #[test]
    fn the_first_of_a_page_are_spared() {
        let mut unended = Unended::default();
        let page = "<p><b>".repeat(SPARED + 3);
        let (mut at, mut left) = (0, 0);
        while let Some(tag) = tag(&page, at) {
            at = tag.span.end;
            left += unended.after(tag.name, &tag).len();
        }
        // The last is still open.
        assert_eq!(left, 2);
    }
}
