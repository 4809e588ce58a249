//! The engine as WebAssembly: compiled, then bound to JavaScript with wasm-bindgen as a library.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    root::{cargo, root, run, target},
    tools,
};

/// Which instructions the engine is built for.
#[derive(Clone, Copy)]
pub enum Build {
    /// `simd128`, which every browser and Node has: the npm package and the demo page.
    Anywhere,
    /// Relaxed SIMD besides, for the extension, whose lowest versions of both browsers have it: 1.5 times as fast, and the same
    /// numbers (`tests/engine/relaxed.test.ts`), since no product of seven bits by eight can overflow. The compiler also makes
    /// relaxed minima and maxima of `clamp`, which are a machine's own only for no number and for zeros of two signs: weights
    /// are finite, and behind either zero a constant is added. Node 20 has it only behind a flag, Safari not at all.
    Relaxed,
}

impl Build {
    /// Where it lies when it is bound: `ascribe.js`, `ascribe.d.ts`, `ascribe_bg.wasm`. Always under
    /// `target/` of the root, since `tsconfig.json` looks for the types of the first there.
    pub fn folder(self) -> PathBuf {
        root().join(match self {
            Self::Anywhere => "target/engine",
            Self::Relaxed => "target/engine-relaxed",
        })
    }

    /// A folder of its own for each, as Cargo builds all anew where flags change.
    fn target(self) -> PathBuf {
        match self {
            Self::Anywhere => target(),
            Self::Relaxed => target().join("relaxed"),
        }
    }

    /// What is asked for beyond `.cargo/config.toml`.
    const fn flag(self) -> Option<&'static str> {
        match self {
            Self::Anywhere => None,
            Self::Relaxed => Some("-Ctarget-feature=+relaxed-simd"),
        }
    }
}

/// Compiles the engine for the browser and binds it.
pub fn build(build: Build) -> Result<()> {
    tools::wasm_target()?;
    let root = root();
    // Paths of this machine stay out of the binary, so that two folders give the same bytes.
    let homes =
        [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")].map(|(variable, fallback)| {
            std::env::var_os(variable)
                .map(PathBuf::from)
                .or_else(|| std::env::home_dir().map(|home| home.join(fallback)))
        });
    let flags = homes
        .iter()
        .flatten()
        .map(|home| format!("--remap-path-prefix={}=/registry", home.display()))
        .chain([format!("--remap-path-prefix={}=/ascribe", root.display())])
        .chain(build.flag().map(Into::into))
        .map(|flag| format!("\"{flag}\""))
        .collect::<Vec<_>>()
        .join(",");
    run(cargo()
        // With either of them set Cargo would not hear of our flags.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .args(["build", "--package", "ascribe", "--lib", "--no-default-features"])
        .args(["--profile", "wasm", "--target", tools::WASM_TARGET])
        .arg("--target-dir")
        .arg(build.target())
        .arg("--config")
        .arg(format!("target.{}.rustflags=[{flags}]", tools::WASM_TARGET)))?;

    let wasm = build.target().join(tools::WASM_TARGET).join("wasm/ascribe.wasm");
    let out = build.folder();
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
