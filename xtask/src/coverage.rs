//! `coverage`: how much of the engine its tests run, by cargo-llvm-cov; fails below what is asked for.
//!
//! Leaves out the terminal program (its tests start it from outside) and the browser's half, and being
//! right: a line that runs may still be wrong, which is what mutants show.

use anyhow::{Result, bail};

use crate::root::{cargo, output, run};

/// Arguments of `coverage`.
#[derive(clap::Args)]
pub struct Args {
    /// Percent of lines that must run.
    #[arg(long, default_value_t = 90)]
    least: u8,
}

/// Prints the table by file.
pub fn run_tests(args: &Args) -> Result<()> {
    if output(cargo().args(["llvm-cov", "--version"])).is_err() {
        bail!("cargo-llvm-cov is missing: `cargo install cargo-llvm-cov` installs it");
    }
    run(cargo()
        .args(["llvm-cov", "--package", "ascribe", "--lib", "--tests"])
        .args(["--summary-only", "--ignore-filename-regex", "src/program/"])
        .arg("--fail-under-lines")
        .arg(args.least.to_string()))
}
