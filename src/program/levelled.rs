//! A parsed page without the depth that its tags alone do not tell.
//!
//! `shallow` counts tags; a parser also leaves elements open whose end stands where it has no effect
//! (`<div><object></div></object>`), so that the tree may be deep all the same, and whoever reads a
//! page walks from each element to those around it. Leaves out what is read of it.

use dom_query::{Document, NodeRef};

/// Elements inside one another that are kept; more than `shallow` lets through where tags are honest.
const DEEPEST: usize = 512;

/// Elements whose text is none of the page's words.
const UNREAD: &[&str] = &["script", "style", "template", "noscript", "textarea"];

/// Of what lies deeper than `DEEPEST` the words alone are kept, in their order, in the last element
/// above. Linear in the nodes, and no call inside another.
pub fn levelled(page: &Document) {
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth < DEEPEST {
            open.extend(node.children_it(false).map(|child| (child, depth + 1)));
        } else {
            let words = words(&node);
            node.remove_children();
            for text in words {
                text.remove_from_parent();
                node.append_child(&text);
            }
        }
    }
}

/// The nodes of text below an element, in their order.
fn words<'a>(of: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let (mut words, mut open) = (Vec::new(), of.children_it(true).collect::<Vec<_>>());
    while let Some(node) = open.pop() {
        if node.is_text() {
            words.push(node);
        } else if !UNREAD.iter().any(|&name| node.has_name(name)) {
            open.extend(node.children_it(true));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(page: &Document) -> usize {
        let (mut most, mut open) = (0, vec![(page.root(), 0)]);
        while let Some((node, depth)) = open.pop() {
            most = most.max(depth);
            open.extend(node.children_it(false).map(|child| (child, depth + 1)));
        }
        most
    }

    #[test]
    fn what_is_too_deep_is_words_in_their_order() {
        let many = 2 * DEEPEST;
        let page = format!(
            "{}a<b>b</b><script>no</script>c{}",
            "<div><object></div></object>".repeat(many),
            "<div>".repeat(many)
        );
        let page = Document::from(page);
        assert!(depth(&page) > many);
        levelled(&page);
        // The words themselves stand one below.
        assert_eq!(depth(&page), DEEPEST + 1);
        assert_eq!(&*page.text(), "abc");
    }

    #[test]
    fn a_page_of_people_stays_as_it_is() {
        let text = "<p>one<p>two <b>three</b>".repeat(DEEPEST);
        let page = Document::from(text.as_str());
        let before = page.html();
        levelled(&page);
        assert_eq!(page.html(), before);
    }
}
