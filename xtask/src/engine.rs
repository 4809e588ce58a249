//! The engine as WebAssembly: compiled, then bound to JavaScript with wasm-bindgen as a library.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    root::{cargo, root, run, target},
    tools,
};

/// Where the bound engine lies: `ascribe.js`, `ascribe.d.ts`, `ascribe_bg.wasm`. Always under
/// `target/` of the root, since `tsconfig.json` looks for its types there.
pub fn folder() -> PathBuf {
    root().join("target/engine")
}

/// Builds the engine for the browser into [`folder`]. With relaxed SIMD it would be an eighth faster, but in
/// Node 20 the first answer then differed from those after it; that browsers give the same each time has
/// not been seen.
pub fn build() -> Result<()> {
    tools::wasm_target()?;
    let root = root();
    // Paths of this machine stay out of the binary, so that two folders give the same bytes.
    let homes =
        [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")].map(|(variable, fallback)| {
            std::env::var_os(variable)
                .map(PathBuf::from)
                .or_else(|| std::env::home_dir().map(|home| home.join(fallback)))
        });
    let remaps = homes
        .iter()
        .flatten()
        .map(|home| format!("\"--remap-path-prefix={}=/registry\"", home.display()))
        .chain([format!("\"--remap-path-prefix={}=/ascribe\"", root.display())])
        .collect::<Vec<_>>()
        .join(",");
    run(cargo()
        .args(["build", "--package", "ascribe", "--lib", "--no-default-features"])
        .args(["--profile", "wasm", "--target", tools::WASM_TARGET])
        .arg("--config")
        .arg(format!("target.{}.rustflags=[{remaps}]", tools::WASM_TARGET)))?;

    let wasm = target().join(tools::WASM_TARGET).join("wasm/ascribe.wasm");
    let out = folder();
    fs::create_dir_all(&out)?;
    Bindgen::new()
        .input_path(&wasm)
        .web(true)?
        .typescript(true)
        .out_name("ascribe")
        .remove_name_section(true)
        .remove_producers_section(true)
        // An instance that trapped is put aside; without this it would stay for the worker's life.
        .reset_state_function(true)
        .generate(&out)
        .with_context(|| format!("could not bind {}", wasm.display()))
}
