//! `supply`: what we depend on, what of it ships, and whether it may.
//!
//! Writes the notices and the bill of materials, and holds every crate and npm package to
//! `deny.toml`. Leaves out how packages are made; they ask for [`notices::write`].

mod components;
pub mod notices;
mod policy;
mod sbom;

use std::{fs, path::Path};

use anyhow::{Result, bail};

use crate::root::{cargo, command, output, root, run};

/// Checks licences, bans and sources, then writes the notices and the bill of materials to `dist/`.
pub fn run_all() -> Result<()> {
    check()?;
    let out = root().join("dist");
    fs::create_dir_all(&out)?;
    write(&out)?;
    println!("dist/{} and dist/{} written", notices::FILE, sbom::FILE);
    Ok(())
}

/// Writes the notices, our licences and the bill of materials into an existing folder.
pub fn write(folder: &Path) -> Result<()> {
    notices::write(folder)?;
    sbom::write(folder)
}

/// Every component against `deny.toml`; known advisories where their lists can be reached.
pub fn check() -> Result<()> {
    let components = components::all()?;
    let broken = policy::Policy::read()?.broken(&components);
    for line in &broken {
        eprintln!("{line}");
    }
    if !broken.is_empty() {
        bail!("{} dependencies are against deny.toml", broken.len());
    }
    println!("{} dependencies: licences, bans and sources as deny.toml says", components.len());
    advisories()
}

/// Known faults of what we depend on. Both lists are on the network: absent, one line says so.
fn advisories() -> Result<()> {
    if output(cargo().args(["deny", "--version"])).is_err() {
        println!("skipped: advisories of crates, cargo-deny is not installed");
    } else {
        for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
            run(cargo()
                .args(["deny", "--all-features", "--manifest-path", manifest])
                .args(["check", "--config", "deny.toml"])
                .args(["bans", "licenses", "sources"]))?;
        }
        if let Err(error) = run(cargo().args(["deny", "fetch", "db"])) {
            println!("skipped: advisories of crates, their list was not reached ({error})");
        } else {
            run(cargo().args(["deny", "check", "advisories"]))?;
        }
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let audit = command(npm).args(["audit", "--omit=dev", "--audit-level=high"]).output();
    match audit {
        Ok(answer) if answer.status.success() => println!("npm audit: nothing of level high"),
        // Only an answer that lists faults is a finding; a registry without the service is not.
        Ok(answer) if String::from_utf8_lossy(&answer.stdout).contains("vulnerabilit") => {
            print!("{}", String::from_utf8_lossy(&answer.stdout));
            bail!("npm audit found faults of level high in what ships");
        }
        _ => println!("skipped: npm audit, its service was not reached"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use crate::root::root;

    /// Names of what a reader gets, as the manifests have them.
    fn shipped() -> BTreeSet<String> {
        let cargo: toml::Table = fs::read_to_string(root().join("Cargo.toml"))
            .expect("Cargo.toml")
            .parse()
            .expect("TOML");
        let own = cargo.get("dependencies").and_then(toml::Value::as_table);
        let by_target = cargo.get("target").and_then(toml::Value::as_table);
        let by_target = by_target
            .into_iter()
            .flatten()
            .filter_map(|(_, target)| target.get("dependencies")?.as_table());
        let package: serde_json::Value = serde_json::from_str(
            &fs::read_to_string(root().join("package.json")).expect("package.json"),
        )
        .expect("JSON");
        let npm = package["dependencies"].as_object().expect("dependencies");
        own.into_iter()
            .chain(by_target)
            .flat_map(toml::Table::keys)
            .chain(npm.keys())
            .cloned()
            .collect()
    }

    #[test]
    fn the_readme_names_what_ships_and_nothing_else() {
        let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
        let part = readme.split("## What it is made of").nth(1).expect("the part of the README");
        let named: BTreeSet<String> = part
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once(" |"))
            .inspect(|(names, why)| {
                assert!(why.trim_matches([' ', '|']).len() > 5, "{names}: why?")
            })
            .flat_map(|(names, _)| names.split(", "))
            .map(|name| name.trim_matches('`').to_owned())
            .collect();
        assert_eq!(named, shipped());
    }
}
