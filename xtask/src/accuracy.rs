//! `eval` and `train`: how right the engine is, and how its weights are made.
//!
//! Both need annotated articles that are not in the repository; where these are absent one line says so.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use serde_json::Value;

use crate::{
    ablation::ablate,
    ascribe::{annotate, articles, build_program, program},
    judged,
    root::{command, output, root, run as run_command, target},
};

/// Arguments of `eval`.
#[derive(clap::Args)]
pub struct EvalArgs {
    /// Folder with eval/ (the annotated articles and their scorer).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
    /// Resamples for the 95 % intervals; 0 for none.
    #[arg(long, value_name = "N", default_value_t = 300)]
    bootstrap: u32,
    /// Only print what is lost on the development articles without each named rule.
    #[arg(long)]
    ablate: bool,
}

/// Prints every figure on the development articles: by the scorer, and by the program's own count.
pub fn eval(args: &EvalArgs) -> Result<()> {
    let folder = args.shared.join("eval");
    let Ok(scorer) = fs::canonicalize(folder.join("score.py")) else {
        println!("skipped: no annotated articles under {}", args.shared.display());
        return Ok(());
    };
    build_program()?;
    if args.ablate {
        return ablate(&folder);
    }
    let out = root().join("target/eval");
    fs::create_dir_all(&out)?;
    let runs: [(&str, &str, &[&str]); 3] = [
        ("Spans on the development articles", "polnear-dev.jsonl", &[]),
        ("Categories and actors, spans found", "categories-dev.jsonl", &[]),
        ("Categories and actors, spans given", "categories-dev.jsonl", &["--given-spans"]),
    ];
    for (title, name, flags) in runs {
        let gold = articles(&folder, name)?;
        let prediction = out.join(format!("{}{}", flags.concat(), name));
        println!(
            "\n== {title} ({name}{})",
            flags.iter().map(|flag| format!(", {flag}")).collect::<String>()
        );
        annotate(&gold, &prediction, flags)?;
        let score = || {
            let mut score = command("python3");
            score.args([&scorer, &gold, &prediction]);
            score
        };
        run_command(&mut score())?;
        if args.bootstrap > 0 {
            // Its text fails where it writes intervals; what it writes for programs has them.
            let json =
                output(score().args(["--json", "--bootstrap", &args.bootstrap.to_string()]))?;
            print!("{}", intervals(&serde_json::from_str(&json)?));
        }
    }
    println!("\n== The program's own count (polnear-dev.jsonl)");
    run_command(
        program()
            .args(["eval", "--bootstrap", &args.bootstrap.to_string()])
            .arg(articles(&folder, "polnear-dev.jsonl")?),
    )?;
    judged::agree(&folder, &out, args.bootstrap)
}

/// The 95 % interval of each F1 in a report of the scorer, a line each.
fn intervals(report: &Value) -> String {
    let metrics = report["metrics"].as_object().into_iter().flatten();
    let line = |(name, of): (&String, &Value)| {
        let end = |at: usize| of["f1_ci95"][at].as_f64();
        Some(format!("{name:34}{:8.4}   [{:.3}, {:.3}]\n", of["f1"].as_f64()?, end(0)?, end(1)?))
    };
    let lines: String = metrics.filter_map(line).collect();
    format!("\n{:34}{:>8}   95 % interval\n{lines}", "", "F1")
}

/// The scorer's report on the development articles, with intervals of so many resamples; none where
/// the articles are not there.
pub fn scored(shared: &Path, bootstrap: u32) -> Result<Option<Value>> {
    let Ok(folder) = fs::canonicalize(root().join(shared).join("eval")) else {
        return Ok(None);
    };
    build_program()?;
    let gold = folder.join("polnear-dev.jsonl");
    let prediction = target().join("eval.jsonl");
    annotate(&gold, &prediction, &[])?;
    let json = output(
        command("python3")
            .arg(folder.join("score.py"))
            .args([&gold, &prediction])
            .args(["--json", "--bootstrap"])
            .arg(bootstrap.to_string()),
    )?;
    Ok(Some(serde_json::from_str(&json)?))
}

/// Arguments of `train`.
#[derive(clap::Args)]
pub struct TrainArgs {
    /// Folder with the annotated articles.
    #[arg(long, value_name = "DIR", default_value = "../shared/eval")]
    corpus: PathBuf,
    /// Folder that the weights, their reference and their card are written to.
    #[arg(long, value_name = "DIR", default_value = "models")]
    out: PathBuf,
    /// Passed on to training/train.py, after `--`.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Makes the weights in models/ from the annotated articles.
pub fn train(args: &TrainArgs) -> Result<()> {
    let Ok(corpus) = fs::canonicalize(&args.corpus) else {
        println!("skipped: no annotated articles under {}", args.corpus.display());
        return Ok(());
    };
    fs::create_dir_all(&args.out)?;
    run_command(
        command(root().join("training/run"))
            .arg(corpus)
            .arg(fs::canonicalize(&args.out)?)
            .args(&args.rest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_printed_where_there_are_any() {
        let report = serde_json::json!({"metrics": {
            "token": {"f1": 0.5, "f1_ci95": [0.4, 0.625]},
            "overlap": {"f1": 0.5},
        }});
        let printed = intervals(&report);
        assert!(printed.contains("token"), "{printed}");
        assert!(printed.contains("0.5000   [0.400, 0.625]"), "{printed}");
        assert!(!printed.contains("overlap"), "{printed}");
    }
}
