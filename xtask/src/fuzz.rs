//! `fuzz`: gives the engine and the program's readers texts that nobody would write.
//!
//! With libFuzzer's coverage on the stable compiler: there is no memory to corrupt in safe Rust, so
//! the sanitizers of a nightly one are not needed. Then gives the extension pages that nobody would
//! write. Leaves what was found in `fuzz/artifacts`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context as _, Result, bail};
use clap::builder::PossibleValuesParser;

use crate::{
    build, harness,
    manifest::Browser,
    root::{cargo, command, output, root, run, target},
};

/// Arguments of `fuzz`.
#[derive(clap::Args)]
pub struct Args {
    /// Minutes for each target.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
    /// Only this target.
    #[arg(long, value_parser = PossibleValuesParser::new(names()))]
    only: Option<String>,
    /// The number that chance begins from; another one each time where none is given.
    #[arg(long)]
    seed: Option<u32>,
}

struct Target {
    name: &'static str,
    /// Folders of the repository that hold first inputs.
    seeds: &'static [&'static str],
    /// Whether libFuzzer also learns what is compared with what. Dear: in the tagger's sums it took
    /// six tenths of the time, and words are compared as memory, which it does not see.
    compares: bool,
}

/// The pages, which libFuzzer does not run.
const PAGES: &str = "pages";

const TARGETS: [Target; 6] = [
    Target {
        name: "engine",
        seeds: &["tests/fixtures/labelled", "tests/fixtures/nasty"],
        compares: false,
    },
    Target { name: "doubling", seeds: &["fuzz/seeds/doubling"], compares: false },
    Target { name: "given", seeds: &["tests/fixtures/labelled"], compares: false },
    Target {
        name: "html",
        seeds: &["extension/src/panel", "tests/fixtures/labelled"],
        compares: true,
    },
    Target { name: "jsonl", seeds: &["tests/fixtures/nasty"], compares: true },
    Target {
        name: "weights",
        // It brings its own small tagger along.
        seeds: &[],
        compares: true,
    },
];

/// What `--only` can name.
fn names() -> impl Iterator<Item = &'static str> {
    TARGETS.iter().map(|target| target.name).chain([PAGES])
}

/// What libFuzzer needs to see which ways a run took, as cargo-fuzz asks for it.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Ccodegen-units=1",
];
const COMPARES: &str = "-Cllvm-args=-sanitizer-coverage-trace-compares";

/// Bytes of an input at most, and for which share of the time: what goes wrong mostly shows in a
/// short text, of which many are tried; the rest are as long as an article.
const LENGTHS: [(u64, u64); 2] = [(1024, 2), (16_384, 1)];

/// Seconds by the clock after which one input is taken to have no end: far beyond any, on a machine that does much
/// else beside. What an input may cost, the targets say in the processor's time.
const ENDLESS: u32 = 300;

/// Runs each target for its time; fails at the end when one found something.
pub fn run_all(args: &Args) -> Result<()> {
    let mut found = Vec::new();
    let seed = match args.seed {
        Some(seed) => seed,
        None => SystemTime::now().duration_since(UNIX_EPOCH)?.subsec_micros(),
    };
    println!("seed {seed}");
    let shares: u64 = LENGTHS.iter().map(|&(_, share)| share).sum();
    for target in &TARGETS {
        if args.only.as_deref().is_some_and(|only| only != target.name) {
            continue;
        }
        let program = program(target)?;
        for (length, share) in LENGTHS {
            let seconds = args.minutes * 60 * share / shares;
            if !fuzz(target, &program, length, seconds, seed)? {
                found.push(target.name);
                break;
            }
        }
    }
    if args.only.as_deref().is_none_or(|only| only == PAGES) && !pages(args.minutes, seed)? {
        found.push(PAGES);
    }
    if !found.is_empty() {
        bail!("{} found something, kept in fuzz/artifacts", found.join(", "));
    }
    Ok(())
}

/// Opens pages that take names away at random, in each browser for the time of a target. False when one of them was
/// not marked as its article is alone.
fn pages(minutes: u64, seed: u32) -> Result<bool> {
    build::extension(&build::Args { release: true })?;
    let mut good = true;
    for (browser, name) in [(Browser::Chrome, "chromium"), (Browser::Firefox, "firefox")] {
        let mut command = harness::program("fuzz-pages", &[browser])?;
        command.args(["--browser", name, "--minutes", &minutes.to_string()]);
        command.args(["--seed", &seed.to_string()]);
        good &= command.status()?.success();
    }
    Ok(good)
}

/// Builds one target and returns its program.
fn program(of: &Target) -> Result<PathBuf> {
    let out = target().join("fuzz");
    // With a target named, Cargo keeps these flags from macros and build scripts.
    let host = output(command("rustc").args(["--print", "host-tuple"]))?;
    let host = host.trim();
    let mut flags = format!("--cfg fuzzing {}", COVERAGE.join(" "));
    if of.compares {
        flags = format!("{flags} {COMPARES}");
    }
    run(cargo()
        .args(["build", "--release", "--bin", of.name, "--target", host])
        .arg("--manifest-path")
        .arg(root().join("fuzz/Cargo.toml"))
        .arg("--target-dir")
        .arg(&out)
        .env("RUSTFLAGS", flags))
    .context("the fuzz targets need a C++ compiler for libFuzzer")?;
    Ok(out.join(host).join("release").join(of.name))
}

/// Tries texts of at most `length` bytes for so many seconds, and says what came of it. False when
/// something was found.
fn fuzz(of: &Target, program: &Path, length: u64, seconds: u64, seed: u32) -> Result<bool> {
    let kept = |what: &str| root().join("fuzz").join(what).join(of.name);
    let (corpus, artifacts) = (kept("corpus"), kept("artifacts"));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&artifacts)?;
    let run = command(program)
        .arg(&corpus)
        .args(of.seeds.iter().map(|seed| root().join(seed)))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={length}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .args(["-print_final_stats=1", "-rss_limit_mb=2048"])
        .arg(format!("-timeout={ENDLESS}"))
        // It takes 0 for a seed of its own.
        .arg(format!("-seed={}", seed.max(1)))
        .stdout(Stdio::null())
        .output()
        .with_context(|| format!("could not start {}", of.name))?;
    let words = String::from_utf8_lossy(&run.stderr);
    let stats = statistics(&words);
    let number = |stat: &str| stats.get(stat).copied().unwrap_or("?");
    println!(
        "{} up to {length} bytes: {} executions in {seconds} s, {} a second, slowest {} s, peak {} MB",
        of.name,
        number("number_of_executed_units"),
        number("average_exec_per_sec"),
        number("slowest_unit_time_sec"),
        number("peak_rss_mb")
    );
    if run.status.success() {
        return Ok(true);
    }
    let from = words.find("ERROR").or_else(|| words.find("panicked")).unwrap_or(0);
    for line in words[from..].lines().take(12) {
        println!("{line}");
    }
    Ok(false)
}

/// libFuzzer's closing lines, `stat::NAME: VALUE`.
fn statistics(words: &str) -> BTreeMap<&str, &str> {
    words
        .lines()
        .filter_map(|line| line.strip_prefix("stat::")?.split_once(':'))
        .map(|(name, value)| (name, value.trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::{Args, names, statistics};

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    #[test]
    fn a_target_that_is_none_is_refused_with_the_names() {
        for name in names() {
            let line = Line::try_parse_from(["fuzz", "--only", name]).expect(name);
            assert_eq!(line.args.only.as_deref(), Some(name));
        }
        let Err(refused) = Line::try_parse_from(["fuzz", "--only", "jsnol"]) else {
            panic!("it runs nothing");
        };
        let refused = refused.to_string();
        assert!(names().all(|name| refused.contains(name)), "{refused}");
    }

    #[test]
    fn the_closing_lines_are_read() {
        let stats =
            statistics("#1\tDONE\nstat::number_of_executed_units: 512\nstat::peak_rss_mb:   40");
        assert_eq!(stats["number_of_executed_units"], "512");
        assert_eq!(stats["peak_rss_mb"], "40");
    }
}
