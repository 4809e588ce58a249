//! The engine as an npm package: `dist/npm`, and the tarball that `npm pack` makes of it.
//!
//! Its own files are in `npm/`; the engine, the types and the version are put beside them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{
    bundle,
    engine::Build,
    manifest::version,
    root::{command, root, run},
    supply,
};

/// Where the package lies, unpacked.
pub fn folder() -> PathBuf {
    root().join("dist/npm")
}

/// Lays it out, from the engine as it was last built.
pub fn build() -> Result<()> {
    let out = folder();
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    bundle::copy_folder(&root().join("npm"), &out)?;
    for name in ["ascribe.js", "ascribe_bg.wasm"] {
        let from = Build::Anywhere.folder().join(name);
        fs::copy(&from, out.join(name))
            .with_context(|| format!("{} is missing", from.display()))?;
    }
    for name in ["analysis", "comparison"] {
        let types = root().join("extension/src").join(name).with_extension("ts");
        let text = fs::read_to_string(&types)
            .with_context(|| format!("{} is missing", types.display()))?;
        // Node's own resolution wants the ending, which a bundler does without.
        let text = text.replace("from \"./analysis\"", "from \"./analysis.js\"");
        fs::write(out.join(name).with_extension("d.ts"), text)?;
    }
    let path = out.join("package.json");
    let mut package: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    package["version"] = version()?.into();
    fs::write(&path, serde_json::to_string_pretty(&package)? + "\n")?;
    supply::notices::write(&out)
}

/// Packs `dist/npm` into `out`, an existing folder, as `ascribe-VERSION.tgz`.
pub fn pack(out: &Path) -> Result<()> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(command(npm)
        .args(["pack", "--silent", "--pack-destination"])
        .arg(out)
        .current_dir(folder()))
}
