//! The tags of a page one after the other, as its bytes have them, in linear time.
//!
//! Leaves out what they make of each other; what a page is, `dom_smoothie` says.

use std::ops::Range;

use bstr::ByteSlice as _;

/// Elements that hold text alone, whatever it looks like.
pub const RAW: &[&str] =
    &["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"];

/// One tag as it stands in a page.
pub struct Tag<'a> {
    /// In bytes of the page.
    pub span: Range<usize>,
    pub name: &'a str,
    /// `</…>`.
    pub closes: bool,
    /// `…/>`.
    pub ends: bool,
    /// How many it has, and where the first begins, in bytes of the page.
    pub attributes: usize,
    pub after_name: usize,
}

/// The next tag from byte `at` on; none when there is no other, or one that never ends.
pub fn tag(page: &str, mut at: usize) -> Option<Tag<'_>> {
    let bytes = page.as_bytes();
    loop {
        let start = at + bytes[at..].find_byte(b'<')?;
        let rest = &page[start + 1..];
        let closes = rest.starts_with('/');
        let named = &rest[usize::from(closes)..];
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start + 1 + remark(rest, closes)?;
            continue;
        }
        let is_name = |c: u8| !(c.is_ascii_whitespace() || matches!(c, b'/' | b'>'));
        let name = &named[..named.bytes().position(|c| !is_name(c))?];
        let after_name = start + 1 + usize::from(closes) + name.len();
        let (end, attributes) = end(&bytes[after_name..])?;
        let end = after_name + end;
        return Some(Tag {
            span: start..end + 1,
            name,
            closes,
            ends: bytes[end - 1] == b'/',
            attributes,
            after_name,
        });
    }
}

/// How far a `<` reaches that begins no tag: past a comment or what is read as one, else past itself.
/// None where a comment never ends.
fn remark(rest: &str, closes: bool) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("!--") {
        let at_once = [">", "->"].iter().find(|end| comment.starts_with(**end));
        let end = match at_once {
            Some(end) => end.len(),
            None => [("-->", 3), ("--!>", 4)]
                .iter()
                .filter_map(|(end, length)| Some(comment.find(end)? + length))
                .min()?,
        };
        return Some(3 + end);
    }
    if closes || rest.starts_with(['!', '?']) {
        return Some(rest.find('>')? + 1);
    }
    Some(0)
}

/// The `>` that ends a tag, past the values in quotes, and how many attributes come before it.
fn end(bytes: &[u8]) -> Option<(usize, usize)> {
    let (mut at, mut attributes) = (0, 0);
    let skip = |at: &mut usize, what: fn(u8) -> bool| -> Option<u8> {
        *at += bytes[*at..].iter().position(|&c| !what(c))?;
        Some(bytes[*at])
    };
    loop {
        if skip(&mut at, |c| c.is_ascii_whitespace() || c == b'/')? == b'>' {
            return Some((at, attributes));
        }
        attributes += 1;
        // A name may begin with "=" and have quotes in it.
        at += 1;
        skip(&mut at, |c| !(c.is_ascii_whitespace() || matches!(c, b'/' | b'>' | b'=')))?;
        if skip(&mut at, |c| c.is_ascii_whitespace())? != b'=' {
            continue;
        }
        at += 1;
        match skip(&mut at, |c| c.is_ascii_whitespace())? {
            quote @ (b'"' | b'\'') => at += 2 + bytes[at + 1..].find_byte(quote)?,
            _ => drop(skip(&mut at, |c| !(c.is_ascii_whitespace() || c == b'>'))?),
        }
    }
}

/// Where the tag begins that ends an element of text alone.
pub fn raw_end(page: &str, from: usize, name: &str) -> Option<usize> {
    let mut at = from;
    loop {
        at += page[at..].find("</")?;
        let named = page.as_bytes().get(at + 2..at + 2 + name.len());
        if named.is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes())) {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_those_that_a_reader_of_pages_sees() {
        for (page, expected) in [
            ("<p>a</p >", &["<p>", "</p >"][..]),
            ("<a title='>' href=\">\">", &["<a title='>' href=\">\">"]),
            // A quote is one only behind "=".
            ("<p \"><b>", &["<p \">", "<b>"]),
            ("<p a=b\"c><b>", &["<p a=b\"c>", "<b>"]),
            ("<p a = '>' =\"x><b>", &["<p a = '>' =\"x>", "<b>"]),
            ("<p a=><b>", &["<p a=>", "<b>"]),
            ("<!-- <b> --><i>", &["<i>"]),
            ("<!--><b>--><i>", &["<b>", "<i>"]),
            ("<!---><b>", &["<b>"]),
            ("<!-- <b> --!><i>", &["<i>"]),
            ("<!doctype html><b>", &["<b>"]),
            ("<!</b><i>", &["<i>"]),
            ("<?</b><i>", &["<i>"]),
            ("</ <b><i>", &["<i>"]),
            ("a < b, <3 <i>", &["<i>"]),
            ("<b", &[]),
            ("<b title=\"><i>", &[]),
            ("<!-- <b>", &[]),
        ] {
            let (mut at, mut tags) = (0, Vec::new());
            while let Some(tag) = tag(page, at) {
                at = tag.span.end;
                tags.push(&page[tag.span]);
            }
            assert_eq!(tags, expected, "{page}");
        }
    }

    #[test]
    fn attributes_are_counted() {
        for (page, expected) in [("<p>", 0), ("<br/>", 0), ("<p a b=c d='e f'g>", 4)] {
            assert_eq!(tag(page, 0).expect("a tag").attributes, expected, "{page}");
        }
    }
}
