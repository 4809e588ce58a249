//! The browser's half, bundled by esbuild: which sources become which files of the extension.
//!
//! By convention, not by configuration: an entry is `extension/src/ROOM/…`, its output a file at the
//! top of `dist/BROWSER/`. Leaves the manifest and the engine to their own files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::{
    engine,
    root::{root, run},
    tools,
};

/// Pages of the extension: `extension/src/NAME/NAME.html` with `main.ts(x)` and `NAME.css` beside it.
const PAGES: [&str; 4] = ["panel", "options", "welcome", "reading"];

/// Scripts: source, output, and whether it runs as a module (content scripts cannot).
const SCRIPTS: [(&str, &str, bool); 3] = [
    ("background/main.ts", "background", true),
    ("content/gate.ts", "content", false),
    ("content/main.ts", "content-main", false),
];

/// Bundles everything into `out`, an existing folder. `maps` adds source maps beside the files.
pub fn extension(out: &Path, maps: bool) -> Result<()> {
    tools::node_packages()?;
    let source = root().join("extension/src");
    let mut modules = Vec::new();
    let mut classic = Vec::new();
    for (input, output, module) in SCRIPTS {
        let path = source.join(input);
        if path.exists() {
            let entry = format!("{output}={}", path.display());
            if module {
                modules.push(entry)
            } else {
                classic.push(entry)
            }
        }
    }
    for page in PAGES {
        let folder = source.join(page);
        let html = folder.join(format!("{page}.html"));
        if !html.exists() {
            continue;
        }
        fs::copy(&html, out.join(format!("{page}.html")))?;
        let script = ["main.tsx", "main.ts"]
            .map(|name| folder.join(name))
            .into_iter()
            .find(|path| path.exists());
        if let Some(script) = script {
            modules.push(format!("{page}={}", script.display()));
        }
        let css = folder.join(format!("{page}.css"));
        if css.exists() {
            modules.push(format!("{page}={}", css.display()));
        }
    }
    let marks = source.join("content/marks.css");
    if marks.exists() {
        modules.push(format!("marks={}", marks.display()));
    }
    esbuild(out, maps, "esm", &modules)?;
    esbuild(out, maps, "iife", &classic)?;
    for folder in ["icons", "_locales"] {
        copy_folder(&root().join("extension").join(folder), &out.join(folder))?;
    }
    fs::copy(
        engine::folder().join("ascribe_bg.wasm"),
        out.join("ascribe_bg.wasm"),
    )?;
    Ok(())
}

/// Bundles modules of an ordinary page (`NAME=PATH`) into `out`, without source maps.
pub fn modules(out: &Path, entries: &[String]) -> Result<()> {
    tools::node_packages()?;
    esbuild(out, false, "esm", entries)
}

/// Bundles those entries (`NAME=PATH`) into `out`.
fn esbuild(out: &Path, maps: bool, format: &str, entries: &[String]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut command = tools::node_program("esbuild");
    command
        .args(entries)
        .args([
            "--bundle",
            "--minify",
            "--target=chrome140,firefox150",
            "--log-level=warning",
            "--legal-comments=none",
        ])
        .args([
            "--charset=utf8",
            "--loader:.css=css",
            "--loader:.woff2=file",
            "--loader:.svg=text",
        ])
        .arg(format!("--format={format}"))
        .arg(format!("--outdir={}", out.display()));
    if format == "esm" {
        command.args(["--splitting", "--chunk-names=chunks/[name]-[hash]"]);
    }
    if maps {
        command.arg("--sourcemap");
    }
    run(&mut command)
}

/// Bundles test code for Node into `out`, the npm packages left where they are.
pub fn for_node(out: &Path, entries: &[PathBuf]) -> Result<()> {
    tools::node_packages()?;
    run(tools::node_program("esbuild")
        .args(entries)
        .args([
            "--bundle",
            "--platform=node",
            "--target=node20",
            "--format=esm",
        ])
        .args(["--packages=external", "--sourcemap", "--log-level=warning"])
        .args([tests_base(), format!("--outdir={}", out.display())]))
}

/// Bundles tests that run inside a page into `out`, each a script of its own.
pub fn for_page(out: &Path, entries: &[PathBuf]) -> Result<()> {
    tools::node_packages()?;
    run(tools::node_program("esbuild")
        .args(entries)
        .args(["--bundle", "--format=iife", "--target=chrome140,firefox150"])
        .args([
            "--sourcemap=inline",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .args([tests_base(), format!("--outdir={}", out.display())]))
}

/// Bundles of tests keep the folders that the tests have below `tests/`.
fn tests_base() -> String {
    format!("--outbase={}", root().join("tests").display())
}

/// Copies a folder and what is in it; nothing where it is absent.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("could not read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
