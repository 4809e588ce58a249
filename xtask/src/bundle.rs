//! The browser's half, bundled by esbuild: which sources become which files of the extension.
//!
//! By convention, not by configuration: an entry is `extension/src/ROOM/…`, its output a file at the
//! top of `dist/BROWSER/`. Leaves the manifest and the engine to their own files.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::{
    engine::Build,
    markup,
    root::{root, run},
    tools,
};

/// Pages of the extension: `extension/src/NAME/` holds `NAME.html`, `NAME.css` and `main.tsx`.
const PAGES: [&str; 5] = ["panel", "options", "welcome", "reading", "compare"];

/// Scripts that run as modules: source below `extension/src/`, and output without its ending.
const MODULES: [(&str, &str); 1] = [("background/main.ts", "background")];

/// Scripts that run in a page, where modules cannot.
const CLASSIC: [(&str, &str); 3] = [
    ("content/judging.ts", "content-judge"),
    ("content/enter.ts", "content"),
    ("content/main.ts", "content-main"),
];

/// Bundles everything into `out`, an existing folder. `maps` adds source maps beside the files.
/// A source that is missing is esbuild's error, which names it.
pub fn extension(out: &Path, maps: bool) -> Result<()> {
    tools::node_packages()?;
    let source = root().join("extension/src");
    let entry =
        |(input, output): (&str, &str)| format!("{output}={}", source.join(input).display());
    let mut modules = MODULES.map(entry).to_vec();
    for page in PAGES {
        let files = [
            entry((&format!("{page}/main.tsx"), page)),
            entry((&format!("{page}/{page}.css"), page)),
        ];
        // The panel is opened all day: what it shares with rarer pages it has in its own few files.
        if page == "panel" {
            esbuild(out, maps, "esm", Build::Relaxed, &files)?;
        } else {
            modules.extend(files);
        }
    }
    esbuild(out, maps, "esm", Build::Relaxed, &modules)?;
    esbuild(out, maps, "iife", Build::Relaxed, &CLASSIC.map(entry))?;
    for page in PAGES {
        let html = source.join(page).join(format!("{page}.html"));
        fs::write(out.join(format!("{page}.html")), preloading(out, page, &html)?)?;
    }
    markup::forbid(out)?;
    for folder in ["icons", "_locales"] {
        copy_folder(&root().join("extension").join(folder), &out.join(folder))?;
    }
    fs::copy(Build::Relaxed.folder().join("ascribe_bg.wasm"), out.join("ascribe_bg.wasm"))?;
    Ok(())
}

/// A page's markup with its script's imports named in it, so that they are read at once and not one after another.
fn preloading(out: &Path, page: &str, html: &Path) -> Result<String> {
    let script = out.join(format!("{page}.js"));
    let text =
        fs::read_to_string(html).with_context(|| format!("could not read {}", html.display()))?;
    let place = text
        .find("    <script type=\"module\"")
        .with_context(|| format!("{} has no script", html.display()))?;
    let mut links = String::new();
    for file in imported(out, script.clone())? {
        if file != script {
            let path = file.strip_prefix(out)?.display();
            writeln!(links, "    <link rel=\"modulepreload\" href=\"{path}\" />")?;
        }
    }
    Ok([&text[..place], &links, &text[place..]].concat())
}

/// The script and what it imports statically. A chunk loaded by `import()` is not among them.
pub fn imported(out: &Path, script: PathBuf) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut queue = vec![script];
    while let Some(file) = queue.pop() {
        if found.contains(&file) || !file.exists() {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        let folder = file.parent().unwrap_or(out);
        // esbuild writes static imports as `from"./x.js"` or `import"./x.js"`, dynamic ones as `import("./x.js")`.
        for lead in ["from\"./", "import\"./", "from\"../", "import\"../"] {
            for rest in text.split(lead).skip(1) {
                if let Some((name, _)) = rest.split_once('"') {
                    let base = if lead.ends_with("../") { out } else { folder };
                    queue.push(base.join(name));
                }
            }
        }
        found.push(file);
    }
    Ok(found)
}

/// Bundles modules of an ordinary page (`NAME=PATH`) into `out`, without source maps.
pub fn modules(out: &Path, entries: &[String]) -> Result<()> {
    tools::node_packages()?;
    esbuild(out, false, "esm", Build::Anywhere, entries)
}

/// Bundles those entries (`NAME=PATH`) into `out`, with that build of the engine.
fn esbuild(out: &Path, maps: bool, format: &str, engine: Build, entries: &[String]) -> Result<()> {
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
        .args(["--charset=utf8", "--loader:.css=css"])
        .arg(format!("--alias:ascribe-engine={}", engine.folder().join("ascribe.js").display()))
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
        .args(["--bundle", "--platform=node", "--target=node20", "--format=esm"])
        .args(["--packages=external", "--sourcemap", "--log-level=warning"])
        .args([tests_base(), format!("--outdir={}", out.display())]))
}

/// Bundles tests that run inside a page into `out`, each a script of its own.
pub fn for_page(out: &Path, entries: &[PathBuf]) -> Result<()> {
    tools::node_packages()?;
    run(tools::node_program("esbuild")
        .args(entries)
        .args(["--bundle", "--format=iife", "--target=chrome140,firefox150"])
        .args(["--sourcemap=inline", "--charset=utf8", "--log-level=warning"])
        .args([tests_base(), format!("--outdir={}", out.display())]))
}

/// Bundles of tests keep the folders that the tests have below `tests/`.
fn tests_base() -> String {
    format!("--outbase={}", root().join("tests").display())
}

/// Copies a folder and what is in it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
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
