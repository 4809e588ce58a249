//! The bill of materials, as CycloneDX 1.6 JSON: what ships, and what it was made with.
//!
//! Without time and serial number, so that the same lock files give the same bytes.

use std::{fs, path::Path};

use anyhow::Result;
use serde_json::{Value, json};

use super::components::{Component, Use, all};
use crate::manifest::version;

/// The file's name.
pub const FILE: &str = "ascribe.cdx.json";

/// Writes it into the folder.
pub fn write(folder: &Path) -> Result<()> {
    let bill = bill(&version()?, &all()?);
    fs::write(folder.join(FILE), serde_json::to_string_pretty(&bill)? + "\n")?;
    Ok(())
}

fn bill(version: &str, components: &[Component]) -> Value {
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": format!("ascribe@{version}"),
                "name": "ascribe",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components.iter().map(component).collect::<Vec<_>>(),
    })
}

fn component(c: &Component) -> Value {
    // A scope of npm stands before the name and is escaped.
    let purl = format!("pkg:{}/{}@{}", c.ecosystem, c.name.replacen('@', "%40", 1), c.version);
    let mut value = json!({
        "type": "library",
        "bom-ref": purl,
        "name": c.name,
        "version": c.version,
        "scope": match c.used {
            Use::Extension => "required",
            Use::Program => "optional",
            Use::Build => "excluded",
        },
        "purl": purl,
    });
    // Some npm tools name no licence, or none that is an SPDX expression.
    if spdx::Expression::parse(&c.licence).is_ok() {
        value["licenses"] = json!([{ "expression": c.licence }]);
    } else if !c.licence.is_empty() {
        value["licenses"] = json!([{ "license": { "name": c.licence } }]);
    }
    if let Some((algorithm, digest)) = &c.hash {
        value["hashes"] = json!([{ "alg": algorithm, "content": digest }]);
    }
    if !c.repository.is_empty() {
        value["externalReferences"] = json!([{ "type": "vcs", "url": c.repository }]);
    }
    value
}
