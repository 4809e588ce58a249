//! The engine as WebAssembly: compiled, then bound to JavaScript with wasm-bindgen as a library.

use std::{
    fs,
    path::{Path, PathBuf},
};

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

/// Where the engine lies that does without relaxed SIMD: `ascribe_bg.wasm`, for the same `ascribe.js`.
pub fn fixed_folder() -> PathBuf {
    root().join("target/engine/fixed")
}

/// Builds the engine for the browser into [`folder`], without relaxed SIMD although both browsers that we
/// support have it: in Node 20, where it stands behind a flag, the first answer differed from those after
/// it, and that browsers give the same each time has not been seen. It would be an eighth faster.
pub fn build() -> Result<()> {
    bind("-relaxed-simd", &folder())
}

/// Builds the engine into [`fixed_folder`] for where nobody knows the browser or Node: without relaxed
/// SIMD, with the same answers, later. The other one's JavaScript serves it; `tests/engine` runs both.
pub fn build_fixed() -> Result<()> {
    bind("-relaxed-simd", &fixed_folder())
}

fn bind(feature: &str, out: &Path) -> Result<()> {
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
        .chain([
            format!("\"--remap-path-prefix={}=/ascribe\"", root.display()),
            format!("\"-Ctarget-feature={feature}\""),
        ])
        .collect::<Vec<_>>()
        .join(",");
    run(cargo()
        .args([
            "build",
            "--package",
            "ascribe",
            "--lib",
            "--no-default-features",
        ])
        .args(["--profile", "wasm", "--target", tools::WASM_TARGET])
        .arg("--config")
        .arg(format!(
            "target.{}.rustflags=[{remaps}]",
            tools::WASM_TARGET
        )))?;

    let wasm = target().join(tools::WASM_TARGET).join("wasm/ascribe.wasm");
    fs::create_dir_all(out)?;
    Bindgen::new()
        .input_path(&wasm)
        .web(true)?
        .typescript(true)
        .out_name("ascribe")
        .remove_name_section(true)
        .remove_producers_section(true)
        // An instance that trapped is put aside; without this it would stay for the worker's life.
        .reset_state_function(true)
        .generate(out)
        .with_context(|| format!("could not bind {}", wasm.display()))
}
