//! `deny.toml` as we enforce it: licences of everything, bans and sources of crates.
//!
//! The same file drives cargo-deny, which does more (advisories, duplicates) where it is installed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context as _, Result};
use spdx::{Expression, Licensee, ParseMode};

use super::components::{Component, Use};
use crate::root::root;

/// What may be depended on.
pub struct Policy {
    licences: Vec<Licensee>,
    /// What one crate alone may have beyond that.
    exceptions: BTreeMap<String, Vec<Licensee>>,
    bans: BTreeSet<String>,
    registries: BTreeSet<String>,
}

impl Policy {
    /// Reads `deny.toml`.
    pub fn read() -> Result<Self> {
        Self::parse(&fs::read_to_string(root().join("deny.toml")).context("deny.toml is missing")?)
    }

    fn parse(text: &str) -> Result<Self> {
        let table: toml::Table = text.parse()?;
        let strings = |section: &str, name: &str| -> Vec<String> {
            let list = table.get(section).and_then(|s| s.get(name)).and_then(|l| l.as_array());
            list.into_iter()
                .flatten()
                .filter_map(|entry| entry.as_str().or_else(|| entry.get("crate")?.as_str()))
                .map(str::to_owned)
                .collect()
        };
        let licence = |name: &str| {
            Licensee::parse(name).with_context(|| format!("deny.toml: {name} is no licence"))
        };
        let mut exceptions: BTreeMap<String, Vec<Licensee>> = BTreeMap::new();
        let listed = table.get("licenses").and_then(|s| s.get("exceptions"));
        for entry in listed.and_then(|l| l.as_array()).into_iter().flatten() {
            let name = entry.get("crate").and_then(|n| n.as_str());
            let name = name.context("deny.toml: an exception names no crate")?;
            let allowed = entry.get("allow").and_then(|l| l.as_array());
            for text in allowed.into_iter().flatten().filter_map(|l| l.as_str()) {
                exceptions.entry(name.to_owned()).or_default().push(licence(text)?);
            }
        }
        Ok(Self {
            licences: strings("licenses", "allow")
                .iter()
                .map(|name| licence(name))
                .collect::<Result<_>>()?,
            exceptions,
            bans: strings("bans", "deny").into_iter().collect(),
            registries: strings("sources", "allow-registry").into_iter().collect(),
        })
    }

    /// One line for each thing that is against it.
    pub fn broken(&self, components: &[Component]) -> Vec<String> {
        let mut lines = Vec::new();
        for c in components {
            let name = format!("{} {} {}", c.ecosystem, c.name, c.version);
            if self.bans.contains(&c.name) {
                lines.push(format!("{name}: banned"));
            }
            if c.ecosystem == "cargo" {
                let registry = c.source.strip_prefix("registry+").unwrap_or(&c.source);
                if !self.registries.contains(registry) {
                    lines.push(format!("{name}: from {}, which is not allowed", c.source));
                }
            }
            // Tools of npm never reach a reader, and carry data under licences made for data.
            let tool = c.ecosystem == "npm" && c.used == Use::Build;
            if !tool && !self.allows(c.ecosystem, &c.name, &c.licence) {
                lines.push(format!("{name}: licence {:?} is not allowed", c.licence));
            }
            if c.hash.is_none() {
                lines.push(format!("{name}: its lock file holds no digest of it"));
            }
        }
        lines
    }

    /// An exception is a crate's: a package of npm by the same name has none.
    fn allows(&self, ecosystem: &str, name: &str, licence: &str) -> bool {
        let own = (ecosystem == "cargo").then(|| self.exceptions.get(name));
        let ours = || self.licences.iter().chain(own.flatten().into_iter().flatten());
        Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
            expression.evaluate(|wanted| ours().any(|licence| licence.satisfies(wanted)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    fn check(licence: &str, allowed: bool) {
        let policy =
            Policy::parse("[licenses]\nallow = [\"MIT\", \"Apache-2.0\"]").expect("a policy");
        assert_eq!(policy.allows("cargo", "any", licence), allowed, "{licence}");
    }

    #[test]
    fn an_exception_is_for_one_crate() {
        let policy = Policy::parse(
            "[licenses]\nallow = [\"MIT\"]\nexceptions = [{ crate = \"lines\", allow = [\"MPL-2.0\"] }]",
        )
        .expect("a policy");
        assert!(policy.allows("cargo", "lines", "MPL-2.0"));
        assert!(!policy.allows("cargo", "circles", "MPL-2.0"));
        assert!(!policy.allows("npm", "lines", "MPL-2.0"));
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        check("MIT OR GPL-3.0-only", true);
        check("MIT", true);
    }

    #[test]
    fn every_part_of_a_sum_must_be_allowed() {
        check("MIT AND GPL-3.0-only", false);
        check("MIT AND Apache-2.0", true);
    }

    #[test]
    fn no_licence_and_an_unknown_one_are_refused() {
        check("", false);
        check("Whatever", false);
        check("UNLICENSED", false);
    }
}
