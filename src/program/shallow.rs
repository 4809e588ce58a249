//! A saved page without the nesting that no page of people has.
//!
//! Whoever reads a page walks from each element to those around it, so that twenty thousand elements,
//! one inside another, cost a minute. Tags beyond `DEEPEST` are taken out and what stands between them
//! is kept, much as browsers do it beyond 512. Leaves out everything else about a page.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use bstr::ByteSlice as _;

/// Elements inside one another that are kept.
const DEEPEST: usize = 256;

/// Elements that nothing stands in, and those that end without a word: neither nests by itself.
const FLAT: &[&str] = &[
    "area", "base", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "head", "hr",
    "html", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Elements that hold text alone, whatever it looks like.
const RAW: &[&str] = &[
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// How many elements of a name are open, kept and taken out.
#[derive(Default)]
struct Open {
    kept: usize,
    taken: usize,
}

/// The page with at most `DEEPEST` elements inside one another; borrowed where that is so already.
/// Linear in its bytes.
pub fn shallow(page: &str) -> Cow<'_, str> {
    let mut beyond: Vec<Range<usize>> = Vec::new();
    let mut open: HashMap<String, Open> = HashMap::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(tag) = tag(page, at) {
        at = tag.span.end;
        let name = tag.name.to_ascii_lowercase();
        if !tag.closes && RAW.contains(&name.as_str()) {
            let Some(end) = raw_end(page, at, &name) else {
                break;
            };
            at = end;
            continue;
        }
        // In a drawing a slash ends an element; elsewhere it says nothing.
        let drawn = ["svg", "math"]
            .iter()
            .any(|&n| open.get(n).is_some_and(|o| o.kept > 0));
        let ends = tag.ends && (drawn || matches!(name.as_str(), "svg" | "math"));
        if ends || FLAT.contains(&name.as_str()) {
            continue;
        }
        let of = open.entry(name).or_default();
        match tag.closes {
            false if depth < DEEPEST => {
                of.kept += 1;
                depth += 1;
            }
            false => {
                of.taken += 1;
                beyond.push(tag.span);
            }
            true if of.taken > 0 => {
                of.taken -= 1;
                beyond.push(tag.span);
            }
            true if of.kept > 0 => {
                of.kept -= 1;
                depth -= 1;
            }
            true => {}
        }
    }
    if beyond.is_empty() {
        return Cow::Borrowed(page);
    }
    let (mut kept, mut from) = (String::with_capacity(page.len()), 0);
    for tag in beyond {
        kept.push_str(&page[from..tag.start]);
        from = tag.end;
    }
    kept.push_str(&page[from..]);
    Cow::Owned(kept)
}

struct Tag<'a> {
    span: Range<usize>,
    name: &'a str,
    /// `</…>`.
    closes: bool,
    /// `…/>`.
    ends: bool,
}

/// The next tag from byte `at` on; none when there is no other, or one that never ends.
fn tag(page: &str, mut at: usize) -> Option<Tag<'_>> {
    let bytes = page.as_bytes();
    loop {
        let start = at + bytes[at..].find_byte(b'<')?;
        let rest = &page[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at = page.len() - comment.len() + comment.find("-->")? + 3;
            continue;
        }
        let closes = rest.starts_with('/');
        let named = &rest[usize::from(closes)..];
        let is_name = |c: char| !(c.is_whitespace() || matches!(c, '/' | '>'));
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let name = &named[..named.find(|c| !is_name(c))?];
        let after = start + 1 + usize::from(closes) + name.len();
        let end = after + end(&bytes[after..])?;
        return Some(Tag {
            span: start..end + 1,
            name,
            closes,
            ends: bytes[end - 1] == b'/',
        });
    }
}

/// The `>` that ends a tag, past the values in quotes.
fn end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes[at..].find_byteset(b">\"'")?;
        match bytes[at] {
            b'>' => return Some(at),
            quote => at += 2 + bytes[at + 1..].find_byte(quote)?,
        }
    }
}

/// Where the tag begins that ends an element of text alone.
fn raw_end(page: &str, from: usize, name: &str) -> Option<usize> {
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

    /// The most elements open at once, by tags that are all closed again.
    fn depth(page: &str) -> usize {
        let (mut open, mut most, mut at) = (0_usize, 0, 0);
        while let Some(tag) = tag(page, at) {
            at = tag.span.end;
            open = if tag.closes {
                open.saturating_sub(1)
            } else {
                open + 1
            };
            most = most.max(open);
        }
        most
    }

    #[test]
    fn what_is_too_deep_loses_its_tags_and_keeps_its_words() {
        let deep = |n: usize| {
            format!(
                "a{}b<p>c</p>{}d",
                "<div class='>'>".repeat(n),
                "</DIV>".repeat(n)
            )
        };
        for n in [DEEPEST - 1, DEEPEST, DEEPEST + 1, 20_000] {
            let page = deep(n);
            let kept = shallow(&page);
            // One more: a paragraph is none of those that are counted.
            assert_eq!(depth(&kept), n.min(DEEPEST) + 1, "{n}");
            assert_eq!(kept, deep(n.min(DEEPEST)), "{n}");
        }
    }

    #[test]
    fn a_page_of_people_stays_as_it_is() {
        let many = 2 * DEEPEST;
        for page in [
            "<p>one".repeat(many),
            "<br>".repeat(many),
            "<ul><li>a<li>b</ul>".repeat(many),
            format!("<script>{}</script>", "<div>".repeat(many)),
            format!("<!-- {} -->", "<div>".repeat(many)),
            format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(many)),
            "a < b, <3 </> < ".repeat(many),
            "<div title=\"".to_owned(),
        ] {
            assert!(
                matches!(shallow(&page), Cow::Borrowed(_)),
                "{}",
                &page[..12]
            );
        }
    }
}
