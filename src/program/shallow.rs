//! A saved page without the nesting that no page of people has.
//!
//! Whoever reads a page walks from each element to those around it, so that twenty thousand elements,
//! one inside another, cost a minute. Tags beyond `DEEPEST` are taken out and what stands between them
//! is kept, much as browsers do it beyond 512; so are formatting elements that are begun and not ended
//! (`unended`), and attributes that nobody counts by hand. Leaves out everything else about a page.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{
    tags::{RAW, raw_end, tag},
    unended::Unended,
};

/// Elements inside one another that are kept.
const DEEPEST: usize = 256;

/// Attributes of an element that are kept: a reader of pages compares each with all that come before.
/// Those of a second `body` are the first one's as well, so that they are counted together.
const MOST_ATTRIBUTES: usize = 256;

/// Elements that nothing stands in, and those that end without a word or where the next one begins:
/// none nests by itself.
const FLAT: &[&str] = &[
    "a", "area", "base", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "head",
    "hr", "html", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp",
    "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
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
    let mut unended = Unended::default();
    let (mut depth, mut of_page) = (0, 0);
    let mut at = 0;
    while let Some(tag) = tag(page, at) {
        at = tag.span.end;
        let name = tag.name.to_ascii_lowercase();
        let attributes = if matches!(name.as_str(), "html" | "body") {
            of_page += tag.attributes;
            of_page
        } else {
            tag.attributes
        };
        // In a drawing a slash ends an element, and a title has elements; elsewhere neither is so.
        let drawn = ["svg", "math"].iter().any(|&n| open.get(n).is_some_and(|o| o.kept > 0));
        if !tag.closes && !drawn && RAW.contains(&name.as_str()) {
            let Some(end) = raw_end(page, at, &name) else {
                break;
            };
            at = end;
            continue;
        }
        let ends = tag.ends && (drawn || matches!(name.as_str(), "svg" | "math"));
        let flat = FLAT.contains(&name.as_str());
        let too_many = attributes > MOST_ATTRIBUTES;
        if ends {
            if too_many {
                beyond.push(tag.after_name..tag.span.end - 1);
            }
            continue;
        }
        let of = open.entry(name.clone()).or_default();
        match tag.closes {
            false if !flat && depth >= DEEPEST => {
                of.taken += 1;
                beyond.push(tag.span);
                continue;
            }
            true if of.taken > 0 => {
                of.taken -= 1;
                beyond.push(tag.span);
                continue;
            }
            _ if flat => {}
            false => {
                of.kept += 1;
                depth += 1;
            }
            true if of.kept > 0 => {
                of.kept -= 1;
                depth -= 1;
            }
            true => {}
        }
        if too_many {
            beyond.push(tag.after_name..tag.span.end - 1);
        }
        for (name, span) in unended.after(&name, &tag) {
            beyond.push(span);
            if let Some(of) = open.get_mut(&name).filter(|of| of.kept > 0) {
                of.kept -= 1;
                depth -= 1;
            }
        }
    }
    if beyond.is_empty() {
        return Cow::Borrowed(page);
    }
    // What is not ended is known later; its attributes may have been taken before.
    beyond.sort_unstable_by_key(|tag| tag.start);
    let (mut kept, mut from) = (String::with_capacity(page.len()), 0);
    for tag in beyond {
        if tag.end > from {
            kept.push_str(&page[from..tag.start]);
            from = tag.end;
        }
    }
    kept.push_str(&page[from..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most elements open at once, by tags that are all closed again.
    fn depth(page: &str) -> usize {
        let (mut open, mut most, mut at) = (0_usize, 0, 0);
        while let Some(tag) = tag(page, at) {
            at = tag.span.end;
            open = if tag.closes { open.saturating_sub(1) } else { open + 1 };
            most = most.max(open);
        }
        most
    }

    #[test]
    fn what_is_too_deep_loses_its_tags_and_keeps_its_words() {
        let deep =
            |n: usize| format!("a{}b<p>c</p>{}d", "<div class='>'>".repeat(n), "</DIV>".repeat(n));
        for n in [DEEPEST - 1, DEEPEST, DEEPEST + 1, 20_000] {
            let page = deep(n);
            let kept = shallow(&page);
            // One more: a paragraph is none of those that are counted.
            assert_eq!(depth(&kept), n.min(DEEPEST) + 1, "{n}");
            assert_eq!(kept, deep(n.min(DEEPEST)), "{n}");
        }
    }

    #[test]
    fn an_element_of_too_many_attributes_has_none() {
        for page in ["<p @>a", "<p/ @>a", "<p @/>a"] {
            let page = page.replace('@', &"a=b ".repeat(MOST_ATTRIBUTES + 1));
            assert_eq!(shallow(&page), "<p>a");
        }
        let bodies = "<body a=b>".repeat(2 * MOST_ATTRIBUTES);
        assert_eq!(shallow(&bodies).matches("<body a=b>").count(), MOST_ATTRIBUTES);
    }

    #[test]
    fn a_page_of_people_stays_as_it_is() {
        let many = 2 * DEEPEST;
        for page in [
            "<p>one".repeat(many),
            "<br>".repeat(many),
            "<ul><li>a<li>b</ul>".repeat(many),
            "<a name=x><p>a<a href=y><h2>b</h2></a>".repeat(many),
            "<p><b>a <i>b</i></b> <span>c <em>d</em></span></p>".repeat(many),
            format!("<script>{}</script>", "<div>".repeat(many)),
            format!("<!-- {} -->", "<div>".repeat(many)),
            format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(many)),
            "a < b, <3 </> < ".repeat(many),
            format!("<body {}>", "a=1 ".repeat(DEEPEST)),
            format!("<svg>{}</svg>", "<title>a</title>".repeat(many)),
            "<div title=\"".to_owned(),
        ] {
            assert!(matches!(shallow(&page), Cow::Borrowed(_)), "{}", &page[..12]);
        }
    }
}
