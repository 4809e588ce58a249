//! The browser work under `tests/`: bundled here, run by Node. Leaves out what it does there.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use crate::{
    bundle,
    files::files,
    manifest::Browser,
    root::{command, root},
    tools,
};

/// The folder of bundles: `page/` for those that run inside a page, `node/` for those that drive a browser.
fn folder(part: &str) -> PathBuf {
    root().join("target/tests").join(part)
}

/// A Node command that knows where the browsers are.
pub fn node(browsers: &[Browser]) -> Result<Command> {
    tools::node_packages()?;
    let mut node = command("node");
    node.arg("--enable-source-maps");
    for &browser in browsers {
        let variable = match browser {
            Browser::Chrome => "CHROMIUM",
            Browser::Firefox => "FIREFOX",
        };
        node.env(variable, tools::browser(browser)?);
    }
    Ok(node)
}

/// Bundles `tests/harness/NAME.ts` and returns the command that runs it.
pub fn program(name: &str, browsers: &[Browser]) -> Result<Command> {
    let mut node = node(browsers)?;
    let source = root().join("tests/harness").join(format!("{name}.ts"));
    bundle::for_node(&folder("node"), &[source])?;
    node.arg(folder("node").join("harness").join(format!("{name}.js")));
    Ok(node)
}

/// Bundles every `tests/FOLDER/*.test.ts` that drives browsers and returns the command that runs them.
pub fn node_tests(part: &str, only: &str) -> Result<Option<Command>> {
    let sources = tests_in(part, only)?;
    if sources.is_empty() {
        return Ok(None);
    }
    let out = folder("node");
    bundle::for_node(&out, &sources)?;
    runner(&out, &sources).map(Some)
}

/// Bundles every `tests/dom/*.test.ts` for the page, and returns the command that runs them in both browsers.
pub fn dom_tests(only: &str) -> Result<Option<Command>> {
    let sources = tests_in("dom", only)?;
    if sources.is_empty() {
        return Ok(None);
    }
    tools::node_packages()?;
    let out = folder("page");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    bundle::for_page(&out, &sources)?;
    let runs = [root().join("tests/harness/dom.test.ts")];
    bundle::for_node(&folder("node"), &runs)?;
    runner(&folder("node"), &runs).map(Some)
}

fn runner(out: &std::path::Path, sources: &[PathBuf]) -> Result<Command> {
    let mut node = node(&Browser::ALL)?;
    // Browsers mostly wait: two files at once use what one leaves.
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    // A browser that never answers is a failure with a name, and no run without an end.
    node.arg("--test-timeout=600000");
    for source in sources {
        // esbuild keeps the folders below tests/.
        let below = source.strip_prefix(root().join("tests"))?;
        node.arg(out.join(below).with_extension("js"));
    }
    Ok(node)
}

/// The test files under a folder whose name contains `only`, sorted.
fn tests_in(part: &str, only: &str) -> Result<Vec<PathBuf>> {
    let folder = root().join("tests").join(part);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = files(&folder)?;
    found.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".test.ts") && name.contains(only)
    });
    Ok(found)
}
