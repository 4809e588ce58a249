//! What the commands need on the machine, installed on first use with a line that says so.
//!
//! Leaves out what cannot be installed quietly: there the error names the platform's own command.

use std::{fs, process::Command};

use anyhow::{Context as _, Result, bail};

use crate::root::{command, output, root, run};

/// The Rust target of the engine in the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the wasm target is there.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let library = std::path::Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if library.exists() {
        return Ok(());
    }
    println!(
        "Installing the Rust target {WASM_TARGET} (rustup target add), needed for the engine in the browser."
    );
    run(command("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!("the Rust target {WASM_TARGET} is missing; add it with your Rust distribution")
    })
}

/// Makes sure that Node is there and new enough, and that the npm packages of the lock file are installed.
pub fn node_packages() -> Result<()> {
    let version = output(command("node").arg("--version"))
        .context("Node 20 or later is missing: `apt-get install nodejs npm` (Debian, Ubuntu), `brew install node` (macOS), `winget install OpenJS.NodeJS` (Windows)")?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|word| word.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node 20 or later is needed, this is {}", version.trim());
    }
    // npm keeps its own copy of the lock file: as old as the last install.
    let stamp = root().join("node_modules/.package-lock.json");
    let changed = |path: &std::path::Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let lock = changed(&root().join("package-lock.json"));
    if changed(&stamp).is_some_and(|installed| lock.is_none_or(|lock| lock <= installed)) {
        return Ok(());
    }
    println!(
        "Installing the npm packages of package-lock.json (npm ci), needed to build and test the extension."
    );
    run(command(npm()).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

/// A program of an installed npm package.
pub fn node_program(name: &str) -> Command {
    let file = if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    };
    command(root().join("node_modules/.bin").join(file))
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
