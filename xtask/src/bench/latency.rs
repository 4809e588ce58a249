//! How soon an article is marked, how long its page is held up for that, and how soon the panel is open
//! over it. Leaves out the engine alone.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::spread::{shown, spread};
use crate::{
    build, bundle, harness,
    manifest::Browser,
    root::{output, root},
};

const BROWSERS: [(&str, &str); 2] = [("chromium", "Chromium"), ("firefox", "Firefox")];

/// Opens an article again and again in both browsers; a section of the page of benchmarks.
pub fn section() -> Result<String> {
    build::extension(&build::Args { release: true })?;
    let node = root().join("target/tests/node");
    bundle::for_node(&node, &[root().join("tests/bench/latency.ts")])?;
    let json = output(harness::node(&Browser::ALL)?.arg(node.join("bench/latency.js")))?;
    let measured: Value = serde_json::from_str(&json).context("the browsers gave no JSON")?;
    let mut page = String::from(
        "\n## On a page\n\n\
         An article of 1,000 words with the built extension. Gate: what it takes to tell that the page is an\n\
         article. First marks: from the gate's yes to the marks on the page. In all: reading the page, finding the words again, drawing. Longest task: what the\n\
         page's thread was held for at once. Stopped: the browser had ended the background before.\n\n\
         | | background | gate | first marks | in all | longest task |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for (kind, name) in BROWSERS {
        for background in ["warm", "stopped"] {
            let times = &measured[kind][background];
            let cell = |what: &str| spread(&times[what]).map(shown);
            let _ = writeln!(
                page,
                "| {name} | {background} | {} | {} | {} | {} |",
                cell("gate")?,
                cell("first marks")?,
                cell("in all")?,
                cell("longest task")?,
            );
        }
    }
    page.push_str(
        "\nThe panel over that article: from the beginning of its page until the speakers stand in it.\n\n\
         | | open |\n| --- | --- |\n",
    );
    for (kind, name) in BROWSERS {
        let _ = writeln!(page, "| {name} | {} |", shown(spread(&measured[kind]["panel"])?));
    }
    Ok(page)
}
