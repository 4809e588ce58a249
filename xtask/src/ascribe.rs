//! The program `ascribe`: built, and run on annotated articles.
//!
//! Leaves out what is made of what it prints.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};

use crate::root::{cargo, command, run, target};

/// A file of the annotated articles by its name, absolute.
pub fn articles(folder: &Path, name: &str) -> Result<PathBuf> {
    fs::canonicalize(folder.join(name)).with_context(|| format!("{name} is missing"))
}

/// Writes what `ascribe annotate` says of these articles.
pub fn annotate(gold: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let file = File::create(to).with_context(|| format!("could not write {}", to.display()))?;
    run(program().arg("annotate").args(flags).arg(gold).stdout(file))
}

/// The program, built.
pub fn built_program() -> Result<PathBuf> {
    build_program()?;
    Ok(PathBuf::from(program().get_program()))
}

/// Builds it.
pub fn build_program() -> Result<()> {
    run(cargo().args(["build", "--quiet", "--release", "--bin", "ascribe"]))
}

/// A command that runs it as it was built.
pub fn program() -> Command {
    command(target().join("release").join(format!("ascribe{}", std::env::consts::EXE_SUFFIX)))
}
