//! What attributions do and who stands behind them: by the scorer of kinds, `judge.py`, and by the program's
//! own count, which must be the same.
//!
//! Leaves out spans; see `accuracy`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::{
    ascribe::{annotate, articles, program},
    root::{command, output, run},
};

/// Two figures that differ by more are not the same.
const TOLERANCE: f64 = 0.0005;

/// How annotated articles are scored.
pub struct Scoring {
    pub title: &'static str,
    pub gold: &'static str,
    /// The same articles as a second reader has them.
    pub second: Option<&'static str>,
    /// For `ascribe annotate` and `ascribe eval`.
    pub flags: &'static [&'static str],
}

/// All that has kinds.
pub const SCORINGS: [Scoring; 4] = [
    Scoring {
        title: "news-dev, end to end",
        gold: "news-dev.1.jsonl",
        second: Some("news-dev.2.jsonl"),
        flags: &[],
    },
    Scoring {
        title: "news-dev, end to end, nested ones too",
        gold: "news-dev.1.jsonl",
        second: None,
        flags: &["--nested"],
    },
    Scoring {
        title: "news-dev, spans given, nested ones too",
        gold: "news-dev.1.jsonl",
        second: None,
        flags: &["--given-spans", "--nested"],
    },
    Scoring {
        title: "kinds-dev, spans given",
        gold: "kinds-dev.1.jsonl",
        second: Some("kinds-dev.2.jsonl"),
        flags: &["--given-spans"],
    },
];

impl Scoring {
    /// `ascribe eval` on these articles.
    pub fn eval(&self, folder: &Path) -> Result<std::process::Command> {
        let mut eval = program();
        eval.arg("eval").args(self.flags);
        if let Some(second) = self.second {
            eval.arg("--second").arg(articles(folder, second)?);
        }
        eval.arg(articles(folder, self.gold)?);
        Ok(eval)
    }

    /// `judge.py` on these articles and what was predicted of them.
    fn judge(&self, folder: &Path, predicted: &Path) -> Result<std::process::Command> {
        let mut judge = command("python3");
        judge.arg(articles(folder, "judge.py")?);
        judge.args(self.flags.iter().filter(|&&flag| flag == "--nested"));
        if let Some(second) = self.second {
            judge.arg("--second").arg(articles(folder, second)?);
        }
        judge.arg(articles(folder, self.gold)?).arg(predicted);
        Ok(judge)
    }

    fn predict(&self, folder: &Path, out: &Path) -> Result<PathBuf> {
        let predicted = out.join(format!("{}{}", self.flags.concat(), self.gold));
        annotate(&articles(folder, self.gold)?, &predicted, self.flags)?;
        Ok(predicted)
    }
}

/// Prints the figures by both. An error names those that are not the same.
pub fn agree(folder: &Path, out: &Path, bootstrap: u32) -> Result<()> {
    let mut apart = Vec::new();
    for scoring in &SCORINGS {
        let title = scoring.title;
        let predicted = scoring.predict(folder, out)?;
        let bootstrap = ["--bootstrap".to_owned(), bootstrap.to_string()];
        println!("\n== {title}: judge.py");
        run(scoring.judge(folder, &predicted)?.args(&bootstrap))?;
        println!("\n== {title}: the program's own count");
        run(scoring.eval(folder)?.args(&bootstrap))?;
        let theirs = output(scoring.judge(folder, &predicted)?.arg("--json"))?;
        let ours = output(scoring.eval(folder)?.arg("--json"))?;
        let ours: Value = serde_json::from_str(&ours)?;
        let (same, differ) = compared(&serde_json::from_str(&theirs)?, &ours["judged"])?;
        println!("\n{same} figures are the same by both, {} are not", differ.len());
        apart.extend(differ.iter().map(|what| format!("{title}: {what}")));
    }
    if !apart.is_empty() {
        bail!("judge.py and `ascribe eval` differ:\n{}", apart.join("\n"));
    }
    Ok(())
}

/// How many figures of all columns are the same, and a line for each that is not.
fn compared(theirs: &Value, ours: &Value) -> Result<(usize, Vec<String>)> {
    let (mut same, mut differ) = (0, Vec::new());
    for (column, figures) in theirs.as_object().context("judge.py gave no columns")? {
        for (name, theirs) in figures.as_object().into_iter().flatten() {
            let ours = &ours[column][name];
            let near = match (theirs.as_f64(), ours.as_f64()) {
                (Some(theirs), Some(ours)) => (theirs - ours).abs() <= TOLERANCE,
                // What is not there at all is no figure, where theirs is null.
                (None, None) => true,
                _ => false,
            };
            if near {
                same += 1;
            } else {
                differ.push(format!("{name} ({column}): {theirs} and {ours}"));
            }
        }
    }
    Ok((same, differ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_that_differ_are_named() -> Result<()> {
        let theirs =
            json!({"system": {"kind": 0.6504, "group": 0.7, "reply P": null, "reply R": null}});
        let ours =
            json!({"system": {"kind": 0.65, "group": 0.701, "reply P": null, "reply R": 0.0}});
        let (same, differ) = compared(&theirs, &ours)?;
        assert_eq!(same, 2);
        let named = ["group (system): 0.7 and 0.701", "reply R (system): null and 0.0"];
        assert_eq!(differ, named);
        let (same, differ) = compared(&theirs, &json!({}))?;
        assert_eq!((same, differ.len()), (2, 2), "a column that is not there");
        Ok(())
    }
}
