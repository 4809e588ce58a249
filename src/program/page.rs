//! A file as blocks: plain text by its blank lines, a saved page by its article.
//!
//! Finding the article is `dom_smoothie`'s work, which follows Mozilla's Readability. Leaves out the
//! extension's own finding, which needs a browser's layout.

use std::{fs, io::Read as _, path::Path};

use anyhow::{Context, Result};
use ascribe::{Block, analysis::Role};
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::{articles::paragraphs, levelled::levelled, shallow::shallow};

/// The blocks of a file, or of standard input for "-". Bytes that are no UTF-8 become U+FFFD.
pub fn read(path: &Path) -> Result<Vec<Block>> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
        bytes
    } else {
        fs::read(path).with_context(|| format!("cannot read {}", path.display()))?
    };
    parse(&bytes, path)
}

/// The blocks of what a file held; its name helps to tell a page from plain text.
pub fn parse(bytes: &[u8], path: &Path) -> Result<Vec<Block>> {
    let text = String::from_utf8_lossy(bytes);
    if is_html(&text, path) {
        html(&text).with_context(|| format!("{}: no article found", path.display()))
    } else {
        Ok(plain(&text))
    }
}

fn is_html(text: &str, path: &Path) -> bool {
    let named = path.extension().is_some_and(|e| e == "html" || e == "htm" || e == "xhtml");
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let start: String = start.chars().take(15).collect::<String>().to_ascii_lowercase();
    named
        || ["<!doctype html", "<html", "<head", "<body", "<!--", "<article"]
            .iter()
            .any(|s| start.starts_with(s))
}

fn html(text: &str) -> Result<Vec<Block>> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let page = Document::from(&*shallow(text));
    levelled(&page);
    let article = Readability::with_document(page, None, Some(config))?.parse()?;
    let mut blocks = vec![Block { text: collapse(&article.title), role: Role::Headline }];
    blocks.extend(
        article
            .text_content
            .lines()
            .map(|line| Block { text: collapse(line), role: Role::Body })
            .filter(|block| !block.text.is_empty()),
    );
    // Many pages repeat the headline as the first line of the article.
    if blocks.len() > 1 && blocks[1].text == blocks[0].text {
        blocks.remove(1);
    }
    Ok(blocks)
}

/// Paragraphs with their line breaks as spaces.
fn plain(text: &str) -> Vec<Block> {
    let (_, blocks) = paragraphs(text);
    blocks.into_iter().map(|b| Block { text: collapse(&b.text), ..b }).collect()
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[expect(dead_code, reason = "only a part is called here")]
#[path = "../../tests/processor/mod.rs"]
mod processor;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn texts(blocks: &[Block]) -> Vec<&str> {
        blocks.iter().map(|b| b.text.as_str()).collect()
    }

    #[test]
    fn plain_text_is_parted_by_blank_lines_and_unwrapped() {
        let blocks = plain("Bridge closed\n\nThe bridge is\nclosed.\n \nIt will open.\n");
        assert_eq!(texts(&blocks), ["Bridge closed", "The bridge is closed.", "It will open."]);
        assert_eq!(blocks[0].role, Role::Headline);
    }

    #[test]
    fn a_page_is_read_by_its_article() {
        let words =
            "The bridge over the Stone was closed on Monday after cracks were found. ".repeat(9);
        let page = format!(
            "<!doctype html><title>Bridge closed</title><nav><a href=/>Home</a></nav>\
             <article><h1>Bridge closed</h1><p>{words}</p><p>{words}</p></article>"
        );
        let blocks = html(&page).expect("an article");
        assert_eq!(blocks[0].text, "Bridge closed");
        assert_eq!(blocks.iter().filter(|b| b.text == words.trim()).count(), 2);
        assert!(!texts(&blocks).contains(&"Home"));
    }

    #[test]
    fn an_article_inside_twenty_thousand_elements_is_read() {
        let words =
            "The bridge over the Stone was closed on Monday after cracks were found. ".repeat(9);
        let (open, close) = ("<div>".repeat(20_000), "</div>".repeat(20_000));
        let page = format!(
            "<!doctype html><title>Bridge</title>{open}<p>{words}</p><p>{words}</p>{close}"
        );
        let blocks = html(&page).expect("an article");
        assert_eq!(blocks.iter().filter(|b| b.text == words.trim()).count(), 2);
    }

    /// Pages of which each part is begun and not ended, or one in another; `@` is another number each time.
    const PARTS: &[&str] = &[
        "<p><font size=@>x",
        "<p><b class=c@>x",
        "<div><b class=c@>x",
        "<p><span><em class=c@>x</span>",
        "<b><i class=c@>x</b>",
        "<a href=@><p>x",
        "<nobr id=@><p>x",
        "<font size=@><table><tr><td></font>x</table>",
        "<table><tr><td><font size=@>x",
        "<table>x<b id=@>",
        "<div>x",
        "<section><p>x</p>",
        "<ul><li>x",
        "<blockquote>x<br>",
        "<p>x</p>",
        "x<br><br>",
        "<h2>x</h2>",
        "<img src=@>",
        "<body a@=@>",
        "<form><button>x",
        "<svg><desc><b id=@>x",
        "<select><option>x",
        "<!--x",
        "<script>x",
        "<p @ \"><div>x",
        "<div><!</div>x",
        "<div><!--></div>-->x",
        "<svg><title><div>x",
        "<div><object></div></object>x",
        "<div><table><td></div></table>x",
        "<section><marquee></section></marquee>x",
        "<div><math><mi></div></mi></math>x",
        "<span><p></span>x</p>",
    ];

    #[test]
    fn four_times_the_page_costs_no_more_than_its_share() {
        const SHORT: usize = 10_000;
        const TICKS: Duration = Duration::from_millis(60);
        let page = |part: &str, bytes: usize| {
            let words = "The bridge over the Stone was closed on Monday after cracks were found. ";
            let mut page = format!("<!doctype html><title>Bridge</title><p>{words}</p>");
            for at in 0.. {
                if page.len() > bytes {
                    break;
                }
                page += &part.replace('@', &at.to_string());
            }
            page
        };
        for part in PARTS {
            let cost = |bytes| processor::cost(|| html(&page(part, bytes)));
            let (Some(short), Some(long)) = (cost(SHORT), cost(4 * SHORT)) else {
                eprintln!("skipped: the system does not tell the time of a thread");
                return;
            };
            // The square would cost sixteen times.
            assert!(long < 8 * short + TICKS, "{part}: {short:?}, {long:?}");
        }
    }

    #[test]
    fn html_is_told_by_its_start_or_name() {
        assert!(is_html("\u{feff}\n<!DOCTYPE HTML><p>", Path::new("-")));
        assert!(is_html("text", Path::new("page.htm")));
        assert!(!is_html("<b>bold words", Path::new("-")));
    }
}
