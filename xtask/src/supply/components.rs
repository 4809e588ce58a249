//! Every crate and npm package that we depend on, with its licence and where it ends up.
//!
//! Read from what Cargo and npm know of their lock files. Leaves out judging any of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{
    root::{cargo, output, root},
    tools,
};

/// Where a component ends up; the earlier wins where it ends up in several places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// In the packages that readers install.
    Extension,
    /// In the program `ascribe`, but in no package.
    Program,
    /// In nothing that ships: it builds or tests.
    Build,
}

/// npm packages that are no dependency of the bundle, but whose data `states` made into a table of
/// the engine.
const DATA: [&str; 2] = ["countries-list", "i18n-nationality"];

/// One crate or npm package.
pub struct Component {
    /// `cargo` or `npm`: also the type of its package URL.
    pub ecosystem: &'static str,
    pub name: String,
    pub version: String,
    /// An SPDX expression as its author wrote it; empty when there is none.
    pub licence: String,
    /// Where its source is kept; empty when it does not say.
    pub repository: String,
    /// The registry it came from, as its lock file has it; empty for npm, whose lock names none.
    pub source: String,
    /// Algorithm as CycloneDX names it, and digest in hexadecimal.
    pub hash: Option<(&'static str, String)>,
    pub used: Use,
    /// Its unpacked folder.
    folder: PathBuf,
}

impl Component {
    /// Its licence and notice files, by name in order: name and text.
    pub fn texts(&self) -> Result<Vec<(String, String)>> {
        let mut found = BTreeMap::new();
        let entries =
            fs::read_dir(&self.folder).with_context(|| format!("{} is not unpacked", self.name))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let upper = name.to_uppercase();
            let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
                .iter()
                .any(|start| upper.starts_with(start));
            if is_licence && entry.file_type()?.is_file() {
                found.insert(name, fs::read_to_string(entry.path())?);
            }
        }
        Ok(found.into_iter().collect())
    }
}

/// All of them, crates first, each list by name and version.
pub fn all() -> Result<Vec<Component>> {
    let mut components = crates()?;
    components.extend(npm()?);
    Ok(components)
}

/// What is inside the packages that readers install.
pub fn shipped() -> Result<Vec<Component>> {
    let mut components = all()?;
    components.retain(|component| component.used == Use::Extension);
    Ok(components)
}

fn crates() -> Result<Vec<Component>> {
    let everything = metadata(&[])?;
    let wasm = metadata(&["--no-default-features", "--filter-platform", tools::WASM_TARGET])?;
    let (in_wasm, in_program) = (linked(&wasm)?, linked(&everything)?);
    // The fuzz targets are a workspace of their own, with a lock file of its own.
    let fuzz = metadata(&["--manifest-path", "fuzz/Cargo.toml"])?;
    let mut checksums = checksums("Cargo.lock")?;
    checksums.extend(self::checksums("fuzz/Cargo.lock")?);
    let mut found = Vec::new();
    let packages = list(&everything, "packages")?.iter().chain(list(&fuzz, "packages")?);
    for package in packages {
        let Some(source) = package["source"].as_str() else {
            continue; // ours
        };
        let (id, name, version) =
            (text(package, "id"), text(package, "name"), text(package, "version"));
        let used = if in_wasm.contains(&id) {
            Use::Extension
        } else if in_program.contains(&id) {
            Use::Program
        } else {
            Use::Build
        };
        let manifest = PathBuf::from(text(package, "manifest_path"));
        found.push(Component {
            ecosystem: "cargo",
            licence: text(package, "license").replace('/', " OR "),
            repository: text(package, "repository"),
            source: source.to_owned(),
            hash: checksums
                .get(&(name.clone(), version.clone()))
                .map(|digest| ("SHA-256", digest.clone())),
            used,
            folder: manifest.parent().unwrap_or(Path::new("")).to_owned(),
            name,
            version,
        });
    }
    // A crate of both workspaces counts once, for its furthest use; its id is the same in both.
    found.sort_by(|a, b| (&a.name, &a.version, a.used).cmp(&(&b.name, &b.version, b.used)));
    found.dedup_by(|a, b| (&a.name, &a.version) == (&b.name, &b.version));
    Ok(found)
}

fn metadata(args: &[&str]) -> Result<Value> {
    let json = output(cargo().args(["metadata", "--format-version=1", "--locked"]).args(args))?;
    Ok(serde_json::from_str(&json)?)
}

/// Ids of the packages whose code is linked into the engine: reached by normal dependencies, and
/// no macros, which run in the compiler.
fn linked(metadata: &Value) -> Result<BTreeSet<String>> {
    let macros: BTreeSet<&str> = list(metadata, "packages")?
        .iter()
        .filter(|package| {
            package["targets"].as_array().is_some_and(|targets| {
                targets.iter().any(|target| target["kind"][0] == "proc-macro")
            })
        })
        .filter_map(|package| package["id"].as_str())
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"], "nodes")?
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let root = metadata["resolve"]["root"].as_str().context("cargo metadata names no root")?;
    let (mut found, mut queue) = (BTreeSet::new(), vec![root]);
    while let Some(id) = queue.pop() {
        if macros.contains(id) || !found.insert(id.to_owned()) {
            continue;
        }
        for dependency in nodes[id]["deps"].as_array().into_iter().flatten() {
            let normal = dependency["dep_kinds"]
                .as_array()
                .is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()));
            if normal {
                queue.extend(dependency["pkg"].as_str());
            }
        }
    }
    Ok(found)
}

/// Name and version to SHA-256, of that lock file.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: toml::Table = fs::read_to_string(root().join(lock))?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let field = |package: &toml::Value, name: &str| Some(package.get(name)?.as_str()?.to_owned());
    Ok(packages
        .into_iter()
        .flatten()
        .filter_map(|p| Some(((field(p, "name")?, field(p, "version")?), field(p, "checksum")?)))
        .collect())
}

fn npm() -> Result<Vec<Component>> {
    tools::node_packages()?;
    let lock: Value = serde_json::from_str(&fs::read_to_string(root().join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().context("package-lock.json has no packages")?;
    let mut found = Vec::new();
    for (path, package) in packages {
        // The name follows the last node_modules/ of the path; the root's path is empty.
        let Some((_, name)) = path.rsplit_once("node_modules/") else {
            continue;
        };
        let builds = ["dev", "optional", "devOptional"].iter().any(|key| package[key] == true)
            && !DATA.contains(&name);
        found.push(Component {
            ecosystem: "npm",
            name: name.to_owned(),
            version: text(package, "version"),
            licence: text(package, "license"),
            repository: String::new(),
            source: String::new(),
            hash: package["integrity"].as_str().and_then(hash_of),
            used: if builds { Use::Build } else { Use::Extension },
            folder: root().join(path),
        });
    }
    // npm may unpack one package in several places: it counts once, for its furthest use.
    found.sort_by(|a, b| (&a.name, &a.version, a.used).cmp(&(&b.name, &b.version, b.used)));
    found.dedup_by(|a, b| (&a.name, &a.version) == (&b.name, &b.version));
    Ok(found)
}

/// The lock's `sha512-BASE64` as a bill of materials writes it.
fn hash_of(integrity: &str) -> Option<(&'static str, String)> {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let digest = BASE64_STANDARD.decode(integrity.strip_prefix("sha512-")?).ok()?;
    Some(("SHA-512", digest.iter().map(|byte| format!("{byte:02x}")).collect()))
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>> {
    value[name].as_array().with_context(|| format!("no list {name}"))
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Use, all};

    #[test]
    fn what_ships_is_told_from_what_builds() {
        let components = all().expect("the components");
        let used = |name: &str| components.iter().find(|c| c.name == name).map(|c| c.used);
        assert_eq!(used("serde"), Some(Use::Extension));
        assert_eq!(used("preact"), Some(Use::Extension));
        assert_eq!(used("countries-list"), Some(Use::Extension));
        assert_eq!(used("clap"), Some(Use::Program));
        assert_eq!(used("serde_derive"), Some(Use::Build));
        assert_eq!(used("esbuild"), Some(Use::Build));
    }

    #[test]
    fn a_digest_of_the_lock_becomes_hexadecimal() {
        let hash = super::hash_of("sha512-AAEC/w==");
        assert_eq!(hash, Some(("SHA-512", "000102ff".to_owned())));
        assert_eq!(super::hash_of("sha1-AAEC/w=="), None);
    }
}
