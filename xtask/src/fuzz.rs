//! `fuzz`: gives the engine and the program's readers texts that nobody would write.
//!
//! With libFuzzer's coverage on the stable compiler: there is no memory to corrupt in safe Rust, so
//! the sanitizers of a nightly one are not needed. Leaves what was found in `fuzz/artifacts`.

use std::{collections::BTreeMap, fs, process::Stdio};

use anyhow::{Context as _, Result, bail};

use crate::root::{cargo, command, output, root, run, target};

/// Arguments of `fuzz`.
#[derive(clap::Args)]
pub struct Args {
    /// Minutes for each target.
    #[arg(long, default_value_t = 1)]
    minutes: u64,
    /// Only this target.
    #[arg(long)]
    only: Option<String>,
}

/// The targets, and the folders of the repository that hold first inputs for each.
const TARGETS: [(&str, &[&str]); 4] = [
    (
        "engine",
        &["tests/fixtures/labelled", "tests/fixtures/nasty"],
    ),
    ("html", &["extension/src/panel", "tests/fixtures/labelled"]),
    ("jsonl", &["tests/fixtures/nasty"]),
    // It brings its own small tagger along.
    ("weights", &[]),
];

/// What libFuzzer needs to see which ways a run took, as cargo-fuzz asks for it.
const COVERAGE: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// Runs each target for its time; fails at the end when one found something.
pub fn run_all(args: &Args) -> Result<()> {
    let out = target().join("fuzz");
    // With a target named, Cargo keeps these flags from macros and build scripts.
    let host = output(command("rustc").args(["--print", "host-tuple"]))?;
    let host = host.trim();
    let folder = root().join("fuzz");
    run(cargo()
        .args([
            "build",
            "--release",
            "--bins",
            "--target",
            host,
            "--manifest-path",
        ])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&out)
        .env("RUSTFLAGS", format!("--cfg fuzzing {}", COVERAGE.join(" "))))
    .context("the fuzz targets need a C++ compiler for libFuzzer")?;
    let mut found = Vec::new();
    for (name, seeds) in TARGETS {
        if args.only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let (corpus, artifacts) = (
            folder.join("corpus").join(name),
            folder.join("artifacts").join(name),
        );
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(&artifacts)?;
        let run = command(out.join(host).join("release").join(name))
            .arg(&corpus)
            .args(seeds.iter().map(|seed| root().join(seed)))
            .arg(format!("-max_total_time={}", args.minutes * 60))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .args([
                "-print_final_stats=1",
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-max_len=16384",
            ])
            .stdout(Stdio::null())
            .output()
            .with_context(|| format!("could not start {name}"))?;
        let words = String::from_utf8_lossy(&run.stderr);
        let stats = statistics(&words);
        let number = |stat: &str| stats.get(stat).copied().unwrap_or("?");
        println!(
            "{name}: {} executions, {} a second, slowest {} s, peak {} MB",
            number("number_of_executed_units"),
            number("average_exec_per_sec"),
            number("slowest_unit_time_sec"),
            number("peak_rss_mb")
        );
        if !run.status.success() {
            let from = words
                .find("ERROR")
                .or_else(|| words.find("panicked"))
                .unwrap_or(0);
            println!(
                "{}",
                words[from..]
                    .lines()
                    .take(12)
                    .collect::<Vec<_>>()
                    .join("\n")
            );
            found.push(name);
        }
    }
    if !found.is_empty() {
        bail!(
            "{} found something, kept in fuzz/artifacts",
            found.join(", ")
        );
    }
    Ok(())
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
    use super::statistics;

    #[test]
    fn the_closing_lines_are_read() {
        let stats =
            statistics("#1\tDONE\nstat::number_of_executed_units: 512\nstat::peak_rss_mb:   40");
        assert_eq!(stats["number_of_executed_units"], "512");
        assert_eq!(stats["peak_rss_mb"], "40");
    }
}
