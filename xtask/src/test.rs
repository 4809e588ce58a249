//! `test`: every check of the project, with one line of counts at its end.
//!
//! All of them run, also after one has failed, so that one run says everything that is wrong.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use crate::{
    build, harness,
    manifest::Browser,
    package,
    root::{cargo, run, target},
    supply, tools,
};

/// Arguments of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Only these; all of them when left out.
    #[arg(value_enum)]
    part: Option<Part>,
    /// Only the browser tests whose file name contains this, and no other check.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Then also makes the packages, and makes them twice more elsewhere to compare.
    #[arg(long)]
    verify: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Format, clippy (native and wasm), tests of every crate, documentation.
    Rust,
    /// Type check, lint, and the tests of content scripts and surfaces in both browsers.
    Web,
    /// Builds the packages, checks them with web-ext lint, and drives them in both browsers.
    E2e,
}

/// What ran so far.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    /// The steps that did not end well, by name.
    broken: Vec<String>,
    /// How long each step took, in their order: what makes a gate slow is seen.
    took: Vec<(String, Duration)>,
}

/// Runs them and fails when anything failed.
pub fn run_all(args: &Args) -> Result<()> {
    let wanted = |part| args.part.is_none_or(|only| only == part);
    let only = args.only.as_deref().unwrap_or_default();
    let all = args.only.is_none();
    let mut tally = Tally::default();
    if wanted(Part::Rust) && all {
        rust(&mut tally)?;
    }
    if wanted(Part::Web) || wanted(Part::E2e) {
        // Type check and tests need the bound engine, and the packages are what is tested end to end.
        tally.step("build", || build::run(&build::Args { release: true }));
    }
    if wanted(Part::Web) {
        if all {
            web_checks(&mut tally);
        }
        for part in ["sources", "background"] {
            if let Some(mut command) = harness::node_tests(part, only)? {
                tally.tests(&format!("tests of {part}"), &mut command)?;
            }
        }
        if let Some(mut command) = harness::dom_tests(only)? {
            tally.tests("DOM tests", &mut command)?;
        }
        if let Some(mut command) = harness::node_tests("engine", only)? {
            // The native engine, beside which the one in WebAssembly is held.
            let built = ["build", "--quiet", "--example", "analyze", "--bin", "ascribe"];
            tally.check("native engine", cargo().args(built));
            command.env("ANALYZE", target().join("debug/examples/analyze"));
            command.env("ASCRIBE", target().join("debug/ascribe"));
            tally.tests("tests of the engine in WebAssembly", &mut command)?;
        }
        if let Some(mut command) = harness::node_tests("surfaces", only)? {
            tally.tests("tests of the surfaces", &mut command)?;
        }
    }
    if wanted(Part::E2e) {
        if all {
            package_checks(&mut tally);
        }
        if let Some(mut command) = harness::node_tests("e2e", only)? {
            tally.tests("end-to-end tests", &mut command)?;
        }
    }
    if args.verify {
        tally.step("package --verify", || package::run(&package::Args { verify: true }));
    }
    tally.close()
}

/// Formats everything as the checks want it.
pub fn format() -> Result<()> {
    tools::node_packages()?;
    run(cargo().args(["fmt", "--all"]))?;
    run(tools::node_program("biome").args(["check", "--write", "."]))
}

fn rust(tally: &mut Tally) -> Result<()> {
    tools::wasm_target()?;
    tally.step("supply", supply::check);
    tally.check("cargo fmt", cargo().args(["fmt", "--all", "--check"]));
    tally.check(
        "clippy",
        cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    );
    tally.check(
        "clippy for wasm",
        cargo()
            .args(["clippy", "--quiet", "--package", "ascribe", "--lib", "--no-default-features"])
            .args(["--target", tools::WASM_TARGET, "--", "-D", "warnings"]),
    );
    // What a version promises, and no more.
    tally.check(
        "cargo doc of the door",
        cargo()
            .args(["doc", "--quiet", "--package", "ascribe", "--lib"])
            .args(["--no-deps", "--no-default-features"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
    tally.check(
        "cargo doc",
        cargo()
            .args(["doc", "--quiet", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
    tally.tests("cargo test", cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn web_checks(tally: &mut Tally) {
    tally.check("tsc", &mut tools::node_program("tsc"));
    tally.check("biome", tools::node_program("biome").args(["check", "--error-on-warnings", "."]));
}

fn package_checks(tally: &mut Tally) {
    tally.check(
        "web-ext lint",
        tools::node_program("web-ext")
            .args(["lint", "--warnings-as-errors", "--source-dir"])
            .arg(build::folder(Browser::Firefox)),
    );
}

impl Tally {
    /// Runs something that either succeeds or does not, and is no test by itself.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let began = Instant::now();
        if let Err(error) = work() {
            eprintln!("{error:#}");
            self.broken.push(name.to_owned());
        }
        self.took.push((name.to_owned(), began.elapsed()));
    }

    fn check(&mut self, name: &str, command: &mut Command) {
        self.step(name, || run(command));
    }

    /// Runs tests, passing on what they print and adding their own counts to ours.
    fn tests(&mut self, name: &str, command: &mut Command) -> Result<()> {
        println!("\n== {name}");
        let began = Instant::now();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {name}"))?;
        let before = self.failed;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines() {
                let line = line?;
                self.count(&line);
                println!("{line}");
            }
        }
        if !child.wait()?.success() && self.failed == before {
            // It ended badly without one failing test: it did not compile, or was killed.
            self.broken.push(name.to_owned());
        }
        self.took.push((name.to_owned(), began.elapsed()));
        Ok(())
    }

    /// Reads the closing lines of cargo's and of Node's test runner.
    fn count(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix("test result: ") {
            for part in rest.split([';', '.']) {
                let mut words = part.split_whitespace();
                let number = words.next().and_then(|word| word.parse::<usize>().ok());
                match (number, words.next()) {
                    (Some(number), Some("passed")) => self.passed += number,
                    (Some(number), Some("failed")) => self.failed += number,
                    _ => {}
                }
            }
        } else if let Some(number) =
            line.strip_prefix("ℹ pass ").and_then(|word| word.parse::<usize>().ok())
        {
            self.passed += number;
        } else if let Some(number) =
            line.strip_prefix("ℹ fail ").and_then(|word| word.parse::<usize>().ok())
        {
            self.failed += number;
        }
    }

    /// Says what took how long, names what broke and ends with the counts; a broken step counts as one failure.
    fn close(&self) -> Result<()> {
        println!();
        for (name, took) in &self.took {
            println!("{:7.1} s  {name}", took.as_secs_f64());
        }
        println!();
        for name in &self.broken {
            println!("FAILED: {name}");
        }
        if self.passed + self.failed == 0 {
            bail!("no test ran");
        }
        println!("{} passed, {} failed", self.passed, self.failed + self.broken.len());
        if self.failed + self.broken.len() > 0 {
            // The counts are the last line; the exit status says the rest.
            std::process::exit(1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        for line in lines {
            tally.count(line);
        }
        assert_eq!((tally.passed, tally.failed), (passed, failed));
    }

    #[test]
    fn the_closing_lines_of_both_runners_are_added_up() {
        check(
            &[
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s",
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
                "ℹ tests 9",
                "ℹ pass 8",
                "ℹ fail 1",
            ],
            23,
            3,
        );
    }

    #[test]
    fn what_a_test_prints_is_not_counted() {
        check(&["7 passed, 0 failed", "test passes ... ok", "pass 8"], 0, 0);
    }
}
