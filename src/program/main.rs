//! The program `ascribe`: the engine at the command line.
//!
//! Exit codes: 0 all done; 1 something failed (bad lines are reported and the rest is still done);
//! 2 wrong usage; those of `find` are grep's. Errors go to standard error, results to standard output.

mod aims;
mod analyze;
mod annotate;
mod articles;
mod beside;
mod compare;
mod each;
mod eval;
mod features;
mod find;
mod guard;
mod hits;
mod inputs;
mod levelled;
mod lines;
mod out;
mod outcome;
mod page;
mod pairs;
mod predictions;
mod render;
mod replying;
mod resume;
mod shallow;
mod tags;
mod unended;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use outcome::{Outcome, is_closed_pipe};

/// Finds who says what in news articles. Everything stays on this machine.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit codes: 0 done; 1 something failed, the rest was done; 2 wrong usage. Of find: 0 found; 1 nothing found; 2 something failed."
)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Analyze),
    Annotate(annotate::Annotate),
    Compare(compare::Compare),
    Eval(eval::Eval),
    Find(find::Find),
    // What follows prints what training reads.
    #[command(hide = true)]
    Features(features::Features),
    #[command(hide = true)]
    Aims(aims::Aims),
    #[command(hide = true)]
    Pairs(pairs::Pairs),
    #[command(hide = true)]
    Replying(replying::Replying),
}

fn main() -> ExitCode {
    let result = match Program::parse().command {
        Command::Analyze(options) => analyze::run(&options),
        Command::Annotate(options) => annotate::run(&options),
        Command::Compare(options) => compare::run(&options),
        Command::Eval(options) => eval::run(&options),
        Command::Features(options) => features::run(&options),
        Command::Aims(options) => aims::run(&options),
        Command::Pairs(options) => pairs::run(&options),
        Command::Find(options) => find::run(&options),
        Command::Replying(options) => replying::run(&options),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed | Outcome::NothingFound) => ExitCode::from(1),
        Ok(Outcome::Fault) => ExitCode::from(2),
        // Whoever reads has read enough: `ascribe … | head`.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ascribe: {error:#}");
            ExitCode::from(1)
        }
    }
}
