//! The imports of a tree of Rust: what its files name by path, found again as files.
//!
//! Leaves out what they may be; see `main`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Imports, Pattern, files_under, read};

static COMMENT: Pattern = Pattern::new(r"(?m)//[^\n]*$|(?-u:\b)pub\(in [^)]*\)");
static TESTS: Pattern = Pattern::new(r"(?-u)#\[cfg\(test\)\]\s*mod \w+ \{");
static TEST_FILE: Pattern =
    Pattern::new(r"(?-u)#\[cfg\(test\)\]\s*(?:pub(?:\([a-z]*\))? )?mod (\w+);");
static INNER: Pattern = Pattern::new(r"(?-u)\bmod \$?\w+ \{");
static SUPER: Pattern = Pattern::new(r"(?-u)\bsuper::(super::)?");
static USE: Pattern = Pattern::new(r"(?-u:\b)use\s+([^;]+);");
static PATH: Pattern = Pattern::new(r"(?-u)\b[a-z_]+(?:::\w+)+");

/// Rust without comments and without what is only for its tests.
fn plain(source: &str) -> String {
    let uncommented = COMMENT.get().replace_all(source, "");
    let test = TESTS.get().find(&uncommented).map(|m| m.start());
    let all = TEST_FILE.get().replace_all(&uncommented[..test.unwrap_or(uncommented.len())], "");
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
        let by_path = files.iter().map(|file| (Self::path(root, file), file.clone()));
        Self { by_path: by_path.collect(), aliases: aliases.to_vec() }
    }

    fn path(root: &str, file: &str) -> Vec<String> {
        let inner = file.strip_prefix(root).unwrap_or(file).trim_end_matches(".rs");
        let mut path: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if matches!(path.last().map(String::as_str), Some("mod" | "lib" | "main")) {
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
        let tests: BTreeSet<String> =
            self.by_path.values().flat_map(|file| only_tests(root, file)).collect();
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
            said.extend(PATH.get().find_iter(&bare).map(|path| path.as_str().to_owned()));
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
    let names =
        TEST_FILE.get().captures_iter(&source).map(|found| format!("{folder}{}.rs", &found[1]));
    names.collect()
}

pub fn rust(root: &str, aliases: &[&'static str]) -> Imports {
    let files = files_under(root, &[".rs"]);
    Modules::of(root, &files, aliases).imports(root)
}
