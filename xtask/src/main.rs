//! The commands of the project: everything that a person would otherwise have to remember.
//!
//! Each later file is one command or one thing that several commands need. Leaves out what the
//! commands drive: the browser work is in `tests/harness`, the engine's own program in `src/program`.

mod build;
mod bundle;
mod engine;
mod harness;
mod manifest;
mod root;
mod states;
mod supply;
mod test;
mod tools;

use clap::{Parser, Subcommand};

/// Builds, starts, tests and measures Ascribe.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds dist/chrome and dist/firefox, loadable unpacked, and holds them to their sizes.
    Build(build::Args),
    /// Runs every check: format, lint, types, tests of the engine, DOM and end-to-end tests in both browsers.
    Test(test::Args),
    /// Makes the table of states, src/actors/states.tsv, from maintained data.
    States,
    /// Checks licences, bans and sources of all dependencies; writes notices and bill of materials to dist/.
    Supply,
}

fn main() -> std::process::ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Test(args) => test::run_all(&args),
        Command::States => states::run(),
        Command::Supply => supply::run_all(),
    };
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
