//! Imports go one way: no file of the engine, the extension or xtask imports itself over others, and no room
//! imports one above it. What may import what is the table in ARCHITECTURE.md, in which an arrow that nobody needs
//! is a fault as well.
//!
//! A room is a folder right under `src` or `extension/src`, or a file that stands there. What stands under
//! `#[cfg(test)]` is not looked at, nor that a parent declares its children.
//!
//! And what the library offers to others is its door alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use regex::Regex;

mod rust;

use rust::rust;

/// File to the files that it imports, by their paths from the root.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// A pattern, compiled when it is first asked for.
struct Pattern(&'static str, OnceLock<Regex>);

impl Pattern {
    const fn new(pattern: &'static str) -> Self {
        Self(pattern, OnceLock::new())
    }

    fn get(&self) -> &Regex {
        self.1.get_or_init(|| Regex::new(self.0).expect("a pattern of ours"))
    }
}

static TYPESCRIPT: Pattern = Pattern::new(
    r#"(?-u:\b)(?:import|export)(?-u:\b)[^;'"]*?from\s*["']([^"']+)["']|(?-u:\b)import\(?\s*["']([^"']+)["']"#,
);
static COMMENTS: Pattern = Pattern::new(r"(?m)^\s*//[^\n]*$");

fn files_under(folder: &str, endings: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of ours") {
            let path = entry.expect("an entry").path();
            let name = path
                .strip_prefix(root)
                .expect("below the root")
                .to_string_lossy()
                .replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("a file of ours")
}

/// TypeScript's imports between files of ours, those of types alone as well.
fn typescript(files: &[String]) -> Imports {
    let known: BTreeSet<&String> = files.iter().collect();
    let mut all = Imports::new();
    for file in files {
        let source = read(file);
        let source = COMMENTS.get().replace_all(&source, "");
        let mut into = BTreeSet::new();
        for found in TYPESCRIPT.get().captures_iter(&source) {
            let path = found.get(1).or_else(|| found.get(2)).map_or("", |m| m.as_str());
            if !path.starts_with('.') {
                continue;
            }
            let mut parts: Vec<&str> = file.split('/').collect();
            parts.pop();
            for part in path.split('/') {
                match part {
                    "." => {}
                    ".." => {
                        parts.pop();
                    }
                    part => parts.push(part),
                }
            }
            let path = parts.join("/");
            let candidates = ["", ".ts", ".tsx"].map(|ending| format!("{path}{ending}"));
            into.extend(candidates.into_iter().filter(|file| known.contains(file)));
        }
        all.insert(file.clone(), into);
    }
    all
}

/// Nodes that lead back to themselves, in groups of those that lead to each other.
fn circles(arrows: &Imports) -> Vec<Vec<String>> {
    let reach = |from: &String| {
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut next: Vec<&String> = arrows[from].iter().collect();
        while let Some(node) = next.pop() {
            if seen.insert(node) {
                next.extend(arrows.get(node).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        arrows.keys().map(|node| (node, reach(node))).collect();
    let mut groups: BTreeSet<Vec<String>> = BTreeSet::new();
    for (node, seen) in &reached {
        if seen.contains(node) {
            let back =
                seen.iter().filter(|other| reached.get(**other).is_some_and(|s| s.contains(node)));
            groups.insert(back.map(|other| (*other).clone()).collect());
        }
    }
    groups.into_iter().collect()
}

#[track_caller]
fn no_circles(arrows: &Imports) {
    assert!(arrows.len() > 10, "{} files are too few to be all", arrows.len());
    assert!(arrows.values().any(|into| !into.is_empty()));
    assert_eq!(circles(arrows), Vec::<Vec<String>>::new());
}

/// Arrows between rooms, of files of other rooms.
fn between(files: &Imports, room: impl Fn(&str) -> Option<String>) -> Imports {
    let mut rooms = Imports::new();
    for (file, into) in files {
        let Some(from) = room(file) else { continue };
        let into = into.iter().filter_map(|file| room(file)).filter(|to| *to != from);
        let into: Vec<String> = into.collect();
        rooms.entry(from).or_default().extend(into);
    }
    rooms
}

/// The table of ARCHITECTURE.md under this heading: a room, an arrow, the rooms that it may import.
fn allowed(heading: &str) -> Imports {
    let page = read("ARCHITECTURE.md");
    let (_, after) = page.split_once(heading).unwrap_or_else(|| panic!("no heading {heading:?}"));
    let (_, table) = after.split_once("```text\n").expect("a table behind the heading");
    let (table, _) = table.split_once("```").expect("its end");
    let mut rooms = Imports::new();
    for line in table.lines().filter(|line| !line.is_empty()) {
        let (room, into) = line.split_once('→').unwrap_or_else(|| panic!("no arrow in {line:?}"));
        let into = into.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned);
        let into: BTreeSet<String> = into.collect();
        for below in &into {
            assert!(rooms.contains_key(below), "{line:?}: {below} is not above it in the table");
        }
        let before = rooms.insert(room.trim().to_owned(), into);
        assert_eq!(before, None, "{room} stands twice");
    }
    rooms
}

#[track_caller]
fn as_drawn(heading: &str, drawn: &Imports, found: &Imports) {
    let arrows = |rooms: &Imports| -> BTreeSet<String> {
        let each = rooms
            .iter()
            .flat_map(|(from, into)| into.iter().map(move |to| format!("{from} → {to}")));
        each.collect()
    };
    let (drawn_arrows, found_arrows) = (arrows(drawn), arrows(found));
    let up: Vec<_> = found_arrows.difference(&drawn_arrows).collect();
    assert!(up.is_empty(), "not in ARCHITECTURE.md, {heading}: {up:?}");
    let unused: Vec<_> = drawn_arrows.difference(&found_arrows).collect();
    assert!(unused.is_empty(), "in ARCHITECTURE.md, {heading}, and nobody's: {unused:?}");
    let rooms: Vec<_> = drawn.keys().collect();
    assert_eq!(rooms, found.keys().collect::<Vec<_>>(), "{heading}: the rooms");
}

#[test]
fn no_file_of_the_engine_imports_itself_over_others() {
    no_circles(&rust("src/", &["ascribe"]));
}

#[test]
fn no_file_of_xtask_imports_itself_over_others() {
    no_circles(&rust("xtask/src/", &[]));
}

#[test]
fn no_file_of_the_extension_imports_itself_over_others() {
    no_circles(&typescript(&files_under("extension/src", &[".ts", ".tsx"])));
}

#[test]
fn the_engines_rooms_import_as_drawn() {
    let files = rust("src/", &["ascribe"]);
    let room = |file: &str| {
        let inner = file.strip_prefix("src/")?;
        let room = inner.split('/').next()?.trim_end_matches(".rs");
        // The door's address: what others reach by it has a room of its own.
        (room != "lib").then(|| room.to_owned())
    };
    let heading = "### Arrows of the engine";
    as_drawn(heading, &allowed(heading), &between(&files, room));
}

#[test]
fn the_extensions_rooms_import_as_drawn() {
    let files = typescript(&files_under("extension/src", &[".ts", ".tsx"]));
    let room = |file: &str| {
        let first = file.strip_prefix("extension/src/")?.split('/').next()?;
        Some(first.trim_end_matches(".tsx").trim_end_matches(".ts").to_owned())
    };
    // Within the page's room each folder, and each file beside them.
    let inner = |file: &str| {
        let first = file.strip_prefix("extension/src/content/")?.split('/').next()?;
        Some(first.to_owned())
    };
    assert_eq!(circles(&between(&files, inner)), Vec::<Vec<String>>::new());
    let heading = "### Arrows of the extension";
    as_drawn(heading, &allowed(heading), &between(&files, room));
}

/// What is public without a feature is what a version promises: analysing, its options and what comes of it, comparing,
/// and why.
#[test]
fn the_library_offers_its_door_alone() {
    let lib = read("src/lib.rs");
    let items = lib.split("\n\n").flat_map(|part| part.split_inclusive(';'));
    let offered: Vec<&str> = items
        .filter(|item| !item.contains("cfg(feature = \"internals\")"))
        .filter_map(|item| item.lines().find(|line| line.starts_with("pub ")))
        .collect();
    assert_eq!(
        offered,
        [
            "pub mod analysis;",
            "pub mod categories;",
            "pub mod compare;",
            "pub mod span;",
            "pub use analysis::{Analysis, Block};",
            "pub use compare::compare;",
            "pub use door::{Decided, MOST_BYTES, Options, analyze, explained, watched};",
            "pub use watch::{Stage, Watch};",
        ]
    );
}
