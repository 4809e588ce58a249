//! `cargo xtask states`: makes the table of states from maintained data.
//!
//! Names and capitals come from the npm package `countries-list`, adjectives from
//! `i18n-nationality` (both MIT, both development dependencies, so `npm ci` brings them). Other
//! names and seats of government are in `src/lexicon/seats.tsv`, which is written by hand.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::root::root;

const OUT: &str = "src/lexicon/states.tsv";

/// Writes `src/lexicon/states.tsv`: name, capital, adjective, sorted by name; a column is empty where
/// the data has nothing of use.
pub fn run() -> Result<()> {
    let countries = read("node_modules/countries-list/countries.min.json")?;
    let nationalities = read("node_modules/i18n-nationality/langs/en.json")?;
    let mut lines: Vec<String> = countries
        .as_object()
        .context("countries-list is no object")?
        .iter()
        .filter_map(|(code, country)| {
            let name = country["name"].as_str()?;
            let capital = country["capital"].as_str()?.trim_end_matches(" D.C.");
            let adjective = nationalities["nationalities"][code].as_str()?;
            // Territories bear their own name there, or a remark in brackets.
            let plain = !adjective.contains(['(', ',', '-']) && adjective != name;
            let known = plain || country["capital"] != "";
            known.then(|| format!("{name}\t{capital}\t{}", if plain { adjective } else { "" }))
        })
        .collect();
    lines.sort();
    let path = root().join(OUT);
    let head = "# Made by `cargo xtask states` from countries-list and i18n-nationality (MIT): name, capital, adjective.\n";
    std::fs::write(&path, format!("{head}{}\n", lines.join("\n")))
        .with_context(|| format!("cannot write {}", path.display()))?;
    println!("{OUT}: {} states", lines.len());
    Ok(())
}

fn read(path: &str) -> Result<Value> {
    let path = root().join(path);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {} (run npm ci)", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}
