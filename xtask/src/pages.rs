//! `pages` and `seed`: what becomes of pages and texts that stand outside the repository.
//!
//! Leaves the loading and looking to `tests/harness`, the scoring to the scorer that comes with the texts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::{
    build, harness,
    root::{command, output, root, run as run_command},
    start::Which,
};

/// Arguments of `pages`.
#[derive(clap::Args)]
pub struct PagesArgs {
    /// Folder with truth.jsonl and the pages that it lists.
    #[arg(long, value_name = "DIR")]
    root: PathBuf,
    /// Where the results go, one JSON object a page.
    #[arg(long, value_name = "FILE.jsonl")]
    out: PathBuf,
    /// Which browser.
    #[arg(long, value_enum, default_value_t = Which::Chromium)]
    browser: Which,
    /// Serve them under a policy that forbids nearly everything.
    #[arg(long, value_enum)]
    csp: Option<Policy>,
    /// Only these, by id, with commas between.
    #[arg(long, value_name = "IDS")]
    only: Option<String>,
    /// Keep the lines that FILE already has and do the rest.
    #[arg(long)]
    resume: bool,
    /// Only what is read: one load of each without its scripts, no look for harm.
    #[arg(long)]
    quick: bool,
    /// Seconds for each step with a page; one that does not answer is reported and left.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    bound: u32,
}

/// A content security policy for the pages.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Policy {
    Strict,
    Noscripts,
    Sandbox,
}

/// Opens every page with the built extension and writes what was seen.
pub fn pages(args: &PagesArgs) -> Result<()> {
    if !args.root.join("truth.jsonl").exists() {
        bail!("{} has no truth.jsonl", args.root.display());
    }
    build::extension(&build::Args { release: true })?;
    let mut command = harness::program("pages", &[args.browser.browser()])?;
    command.arg("--root").arg(absolute(&args.root)?).arg("--out").arg(absolute(&args.out)?);
    command.args(["--browser", args.browser.name()]);
    if let Some(policy) = args.csp {
        let name = match policy {
            Policy::Strict => "strict",
            Policy::Noscripts => "noscripts",
            Policy::Sandbox => "sandbox",
        };
        command.args(["--csp", name]);
    }
    if let Some(only) = &args.only {
        command.args(["--only", only]);
    }
    for (flag, given) in [("--resume", args.resume), ("--quick", args.quick)] {
        if given {
            command.arg(flag);
        }
    }
    command.args(["--bound", &args.bound.to_string()]);
    run_command(&mut command)
}

/// Arguments of `seed`.
#[derive(clap::Args)]
pub struct SeedArgs {
    /// Folder with seed/article.txt, seed/gold.jsonl and eval/score.py.
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
    /// Which browser; both when left out.
    #[arg(long, value_enum)]
    browser: Option<Which>,
}

/// Of the 22 attributions of the example article, at least this many must be marked.
const SEED_FOUND: u64 = 19;
/// Marks that may stand beyond those.
const SEED_EXTRA: u64 = 3;

/// Marks the example article in the browsers and scores what a reader sees.
pub fn seed(args: &SeedArgs) -> Result<()> {
    let (text, gold) = (args.shared.join("seed/article.txt"), args.shared.join("seed/gold.jsonl"));
    let scorer = args.shared.join("eval/score.py");
    if !text.exists() || !gold.exists() || !scorer.exists() {
        println!("skipped: no example article under {}", args.shared.display());
        return Ok(());
    }
    build::extension(&build::Args { release: true })?;
    let out = root().join("target/seed");
    let browsers =
        args.browser.map_or_else(|| vec![Which::Chromium, Which::Firefox], |one| vec![one]);
    let mut low = Vec::new();
    for which in browsers {
        let mut command = harness::program("seed", &[which.browser()])?;
        command.arg("--text").arg(absolute(&text)?).arg("--out").arg(&out);
        run_command(command.args(["--browser", which.name()]))?;
        let prediction = out.join(which.name()).with_added_extension("jsonl");
        let (found, marked, wanted) = matches(&scorer, &absolute(&gold)?, &prediction)?;
        let extra = marked - found;
        println!("{}: {found} of {wanted} marked, {extra} more\n", which.name());
        if found < SEED_FOUND || extra > SEED_EXTRA {
            low.push(which.name());
        }
    }
    if !low.is_empty() {
        bail!("below {SEED_FOUND} marked or above {SEED_EXTRA} more in {}", low.join(" and "));
    }
    Ok(())
}

/// Right, predicted and wanted attributions, matched by their content.
fn matches(scorer: &Path, gold: &Path, prediction: &Path) -> Result<(u64, u64, u64)> {
    let text =
        output(command("python3").arg(absolute(scorer)?).arg("--json").arg(gold).arg(prediction))?;
    let scores: Value = serde_json::from_str(&text).context("the scorer's answer is not JSON")?;
    let row = &scores["metrics"]["attribution.content"];
    let number =
        |key: &str| row[key].as_u64().with_context(|| format!("the scorer gives no {key}"));
    Ok((number("tp")?, number("pred")?, number("gold")?))
}

/// Paths on the command line are seen from where the reader stands; commands run in the root.
fn absolute(path: &Path) -> Result<PathBuf> {
    if let Ok(found) = fs::canonicalize(path) {
        return Ok(found);
    }
    std::path::absolute(path).with_context(|| format!("could not tell where {} is", path.display()))
}
