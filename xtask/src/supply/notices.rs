//! The notices of other people's work that is inside the packages, as their licences ask for.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Result, bail};

use super::components::{Component, shipped};
use crate::root::root;

/// The file's name, in every package.
pub const FILE: &str = "THIRD-PARTY-NOTICES.txt";

const OPENING: &str = "Ascribe is under the MIT licence or the Apache License 2.0, as you like: LICENSE-MIT, LICENSE-APACHE.\n\
It contains the work of others, listed here with their licences. It also contains parts of the Rust\n\
standard library, (c) The Rust Project contributors, used under the Apache License 2.0 (LICENSE-APACHE).\n";

/// Writes the notices and our own licences into the folder.
pub fn write(folder: &Path) -> Result<()> {
    fs::write(folder.join(FILE), text(&shipped()?)?)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(name), folder.join(name))?;
    }
    Ok(())
}

/// The list, then each licence text once with the components that carry it.
fn text(components: &[Component]) -> Result<String> {
    let mut out = String::from(OPENING);
    out.push('\n');
    let mut by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for component in components {
        out += &format!(
            "  {} {} ({}) - {}\n",
            component.name, component.version, component.ecosystem, component.licence
        );
        let texts = component.texts()?;
        if texts.is_empty() {
            bail!("{} {} ships without the text of its licence", component.name, component.version);
        }
        for (_, text) in texts {
            by_text.entry(normal(&text)).or_default().push(&component.name);
        }
    }
    for (text, mut names) in by_text {
        names.dedup();
        out += &format!("\n{}\n{}\n\n{text}", "-".repeat(72), names.join(", "));
    }
    Ok(out)
}

/// The same text, however its lines end.
fn normal(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}
