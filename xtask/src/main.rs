//! The commands of the project: everything that a person would otherwise have to remember.
//!
//! Each later file is one command or one thing that several commands need. Leaves out what the
//! commands drive: the browser work is in `tests/harness`, the engine's own program in `src/program`.

mod ablation;
mod accuracy;
mod ascribe;
mod bench;
mod build;
mod bundle;
mod coverage;
mod engine;
mod figures;
mod files;
mod fuzz;
mod harness;
mod judged;
mod manifest;
mod many;
mod markup;
mod npm;
mod package;
mod pages;
mod root;
mod serve;
mod shots;
mod spark;
mod start;
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
    /// Opens a browser with the extension on an article; without a display, prints what the panel says.
    Start(start::Args),
    /// Runs every check: format, lint, types, tests of the engine, DOM and end-to-end tests in both browsers.
    Test(test::Args),
    /// Builds dist/chrome and dist/firefox, loadable unpacked, and holds them to their sizes.
    Build(build::Args),
    /// Builds the demo page into dist/www and serves it on this machine.
    Serve(serve::Args),
    /// Formats Rust, TypeScript, CSS and JSON in place.
    Fmt,
    /// Prints how right the engine is on annotated articles.
    Eval(accuracy::EvalArgs),
    /// Writes a great file of articles for `ascribe annotate`, repeated from annotated ones.
    Many(many::Args),
    /// Makes the weights of models/ from annotated articles.
    Train(accuracy::TrainArgs),
    /// Marks an example article in both browsers and compares with what is right for it.
    Seed(pages::SeedArgs),
    /// Opens a folder of saved pages with the extension and writes what became of each.
    Pages(pages::PagesArgs),
    /// Writes a picture of every surface, light and dark, to target/shots.
    Shots(shots::ShotsArgs),
    /// A new reader's first minutes in both browsers, step by step: times, clicks, and pictures.
    FirstUse(shots::FirstUseArgs),
    /// Leaves the extension running on restless pages and measures what it costs and leaves behind.
    Soak(shots::SoakArgs),
    /// Makes the table of states, src/lexicon/states.tsv, from maintained data.
    States,
    /// Measures the engine by stage and beside its peers in both browsers; writes docs/BENCHMARKS.md.
    Bench(bench::Args),
    /// Gives the engine and the readers of the program texts that nobody would write.
    Fuzz(fuzz::Args),
    /// Tests the example with Apache Spark in local mode and measures it on one and two cores.
    Spark(spark::Args),
    /// Runs the engine's tests and prints which of its lines they run.
    Coverage(coverage::Args),
    /// Checks licences, bans and sources of all dependencies; writes notices and bill of materials to dist/.
    Supply,
    /// Writes the packages, the source archive and checksums to dist/release.
    Package(package::Args),
}

fn main() -> std::process::ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Start(args) => start::run(&args),
        Command::Test(args) => test::run_all(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Fmt => test::format(),
        Command::Eval(args) => accuracy::eval(&args),
        Command::Many(args) => many::run(&args),
        Command::Train(args) => accuracy::train(&args),
        Command::Seed(args) => pages::seed(&args),
        Command::Pages(args) => pages::pages(&args),
        Command::Package(args) => package::run(&args),
        Command::Shots(args) => shots::shots(&args),
        Command::FirstUse(args) => shots::first_use(&args),
        Command::Soak(args) => shots::soak(&args),
        Command::States => states::run(),
        Command::Bench(args) => bench::run(&args),
        Command::Fuzz(args) => fuzz::run_all(&args),
        Command::Spark(args) => spark::run(&args),
        Command::Coverage(args) => coverage::run_tests(&args),
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
