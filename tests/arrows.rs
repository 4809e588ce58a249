//! Imports go one way: no file of the engine, the extension or xtask imports itself over others, and no room
//! imports one above it. What may import what is the table in ARCHITECTURE.md, in which an arrow that nobody needs
//! is a fault as well.
//!
//! A room is a folder right under `src` or `extension/src`, or a file that stands there. What stands under
//! `#[cfg(test)]` is not looked at, nor that a parent declares its children.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use regex::Regex;

/// File to the files that it imports, by their paths from the root.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// A pattern, compiled when it is first asked for.
struct Pattern(&'static str, OnceLock<Regex>);

impl Pattern {
    const fn new(pattern: &'static str) -> Self {
        Self(pattern, OnceLock::new())
    }

    fn get(&self) -> &Regex {
        self.1
            .get_or_init(|| Regex::new(self.0).expect("a pattern of ours"))
    }
}

static COMMENT: Pattern = Pattern::new(r"(?m)//[^\n]*$|(?-u:\b)pub\(in [^)]*\)");
static TESTS: Pattern = Pattern::new(r"(?-u)#\[cfg\(test\)\]\s*mod \w+ \{");
static TEST_FILE: Pattern =
    Pattern::new(r"(?-u)#\[cfg\(test\)\]\s*(?:pub(?:\([a-z]*\))? )?mod (\w+);");
static INNER: Pattern = Pattern::new(r"(?-u)\bmod \$?\w+ \{");
static SUPER: Pattern = Pattern::new(r"(?-u)\bsuper::(super::)?");
static USE: Pattern = Pattern::new(r"(?-u:\b)use\s+([^;]+);");
static PATH: Pattern = Pattern::new(r"(?-u)\b[a-z_]+(?:::\w+)+");
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

/// Rust without comments and without what is only for its tests.
fn plain(source: &str) -> String {
    let uncommented = COMMENT.get().replace_all(source, "");
    let test = TESTS.get().find(&uncommented).map(|m| m.start());
    let all = TEST_FILE
        .get()
        .replace_all(&uncommented[..test.unwrap_or(uncommented.len())], "");
    // What a module within the file calls `super` is the file.
    let inner = INNER.get().find(&all).map_or(all.len(), |m| m.start());
    let (own, within) = all.split_at(inner);
    let within = SUPER.get().replace_all(within, "self::$1");
    own.to_owned() + &within.replace("self::super", "super")
}

/// The paths of a tree of `use`: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(tree: &str, before: &str, out: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let name = tree.split(" as ").next().unwrap_or_default().trim();
        if !name.is_empty() {
            out.push(format!("{before}{name}"));
        }
        return;
    };
    let before = format!("{before}{}", tree[..open].trim());
    let inside = &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())];
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inside.char_indices().chain([(inside.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                leaves(&inside[from..at], &before, out);
                from = (at + 1).min(inside.len());
            }
            _ => {}
        }
    }
}

/// The modules of a crate by their path: `["actors", "pair"]`.
struct Modules {
    by_path: BTreeMap<Vec<String>, String>,
    aliases: Vec<&'static str>,
}

impl Modules {
    fn of(root: &str, files: &[String], aliases: &[&'static str]) -> Self {
        let by_path = files
            .iter()
            .map(|file| (Self::path(root, file), file.clone()));
        Self {
            by_path: by_path.collect(),
            aliases: aliases.to_vec(),
        }
    }

    fn path(root: &str, file: &str) -> Vec<String> {
        let inner = file
            .strip_prefix(root)
            .unwrap_or(file)
            .trim_end_matches(".rs");
        let mut path: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if matches!(
            path.last().map(String::as_str),
            Some("mod" | "lib" | "main")
        ) {
            path.pop();
        }
        path
    }

    /// The file of the module that `path`, said in the module `here`, leads into; none for what is not ours.
    fn file(&self, here: &[String], path: &str) -> Option<&String> {
        let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
        let mut base: Vec<String> = match *parts.first()? {
            "crate" => Vec::new(),
            first if self.aliases.contains(&first) => Vec::new(),
            "self" => here.to_vec(),
            "super" => here[..here.len().checked_sub(1)?].to_vec(),
            first => {
                let mut child = here.to_vec();
                child.push(first.to_owned());
                self.by_path.get(&child)?;
                parts.insert(0, "self");
                here.to_vec()
            }
        };
        let mut rest = &parts[1..];
        while rest.first() == Some(&"super") {
            base.pop();
            rest = &rest[1..];
        }
        let mut found = self.by_path.get(&base);
        for part in rest {
            base.push((*part).to_owned());
            match self.by_path.get(&base) {
                Some(file) => found = Some(file),
                None => break,
            }
        }
        found
    }

    fn imports(&self, root: &str) -> Imports {
        let tests: BTreeSet<String> = self
            .by_path
            .values()
            .flat_map(|file| only_tests(root, file))
            .collect();
        let mut all = Imports::new();
        for (here, file) in &self.by_path {
            if tests.contains(file) {
                continue;
            }
            let source = plain(&read(file));
            let mut said = Vec::new();
            for found in USE.get().captures_iter(&source) {
                leaves(&found[1], "", &mut said);
            }
            let bare = USE.get().replace_all(&source, "");
            said.extend(
                PATH.get()
                    .find_iter(&bare)
                    .map(|path| path.as_str().to_owned()),
            );
            let into = said.iter().filter_map(|path| self.file(here, path));
            let into = into.filter(|&to| to != file && !tests.contains(to));
            all.insert(file.clone(), into.cloned().collect());
        }
        all
    }
}

/// The files of modules that `file` declares for its tests alone.
fn only_tests(root: &str, file: &str) -> Vec<String> {
    let source = read(file);
    let folder = match Modules::path(root, file).join("/") {
        inner if inner.is_empty() => root.to_owned(),
        inner => format!("{root}{inner}/"),
    };
    let names = TEST_FILE
        .get()
        .captures_iter(&source)
        .map(|found| format!("{folder}{}.rs", &found[1]));
    names.collect()
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
            let path = found
                .get(1)
                .or_else(|| found.get(2))
                .map_or("", |m| m.as_str());
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
            let back = seen
                .iter()
                .filter(|other| reached.get(**other).is_some_and(|s| s.contains(node)));
            groups.insert(back.map(|other| (*other).clone()).collect());
        }
    }
    groups.into_iter().collect()
}

fn rust(root: &str, aliases: &[&'static str]) -> Imports {
    let files = files_under(root, &[".rs"]);
    Modules::of(root, &files, aliases).imports(root)
}

#[track_caller]
fn no_circles(arrows: &Imports) {
    assert!(
        arrows.len() > 10,
        "{} files are too few to be all",
        arrows.len()
    );
    assert!(arrows.values().any(|into| !into.is_empty()));
    assert_eq!(circles(arrows), Vec::<Vec<String>>::new());
}

/// Arrows between rooms, of files of other rooms.
fn between(files: &Imports, room: impl Fn(&str) -> Option<String>) -> Imports {
    let mut rooms = Imports::new();
    for (file, into) in files {
        let Some(from) = room(file) else { continue };
        let into = into
            .iter()
            .filter_map(|file| room(file))
            .filter(|to| *to != from);
        let into: Vec<String> = into.collect();
        rooms.entry(from).or_default().extend(into);
    }
    rooms
}

/// The table of ARCHITECTURE.md under this heading: a room, an arrow, the rooms that it may import.
fn allowed(heading: &str) -> Imports {
    let page = read("ARCHITECTURE.md");
    let (_, after) = page
        .split_once(heading)
        .unwrap_or_else(|| panic!("no heading {heading:?}"));
    let (_, table) = after
        .split_once("```text\n")
        .expect("a table behind the heading");
    let (table, _) = table.split_once("```").expect("its end");
    let mut rooms = Imports::new();
    for line in table.lines().filter(|line| !line.is_empty()) {
        let (room, into) = line
            .split_once('→')
            .unwrap_or_else(|| panic!("no arrow in {line:?}"));
        let into = into
            .split([' ', ','])
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        let into: BTreeSet<String> = into.collect();
        for below in &into {
            assert!(
                rooms.contains_key(below),
                "{line:?}: {below} is not above it in the table"
            );
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
    assert!(
        unused.is_empty(),
        "in ARCHITECTURE.md, {heading}, and nobody's: {unused:?}"
    );
    let rooms: Vec<_> = drawn.keys().collect();
    assert_eq!(
        rooms,
        found.keys().collect::<Vec<_>>(),
        "{heading}: the rooms"
    );
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
        Some(
            first
                .trim_end_matches(".tsx")
                .trim_end_matches(".ts")
                .to_owned(),
        )
    };
    // Within the page's room each folder, and each file beside them.
    let inner = |file: &str| {
        let first = file
            .strip_prefix("extension/src/content/")?
            .split('/')
            .next()?;
        Some(first.to_owned())
    };
    assert_eq!(circles(&between(&files, inner)), Vec::<Vec<String>>::new());
    let heading = "### Arrows of the extension";
    as_drawn(heading, &allowed(heading), &between(&files, room));
}
