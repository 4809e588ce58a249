//! What each named rule or guard is worth: every figure that changes without it.
//!
//! Leaves out where rules are; see `src/rules.rs`.

use std::{path::Path, process::Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::{
    ascribe::program,
    judged::{SCORINGS, Scoring},
    root::output,
};

/// Articles whose spans alone are annotated, which rules about spans may need.
const SPANS_ALONE: Scoring = Scoring {
    title: "polnear-dev, end to end",
    gold: "polnear-dev.jsonl",
    second: None,
    flags: &[],
};

/// All on which a rule may be worth something.
fn scorings() -> impl Iterator<Item = &'static Scoring> {
    SCORINGS.iter().chain([&SPANS_ALONE])
}

/// Measures of spans whose F1 is shown, beside the figures of `ascribe eval`.
const SPANS: [&str; 3] = ["strict", "exact", "token"];

/// The figures that are shown where they change; others only where none of these does.
const SHOWN: [&str; 14] = [
    "kind",
    "kind lenient",
    "group",
    "denial P",
    "denial R",
    "accusation P",
    "accusation R",
    "actor right",
    "actor wrong",
    "target right",
    "target wrong",
    "reply F1",
    "shown F1",
    "speakers F1",
];

/// Prints for each rule which figures change without it, on all that is scored.
pub fn ablate(folder: &Path) -> Result<()> {
    let names = output(program().args(["eval", "--without", "?", "-"]))?;
    let with = reports(folder, None)?;
    for name in names.lines() {
        println!("\n== without {name:?}");
        let without = reports(folder, Some(name))?;
        for ((scoring, with), without) in scorings().zip(&with).zip(&without) {
            println!("{:40} {}", scoring.title, told(with, without));
        }
    }
    Ok(())
}

/// What `ascribe eval` says of all that is scored, side by side.
fn reports(folder: &Path, without: Option<&str>) -> Result<Vec<Value>> {
    let begun = scorings().map(|scoring| {
        let mut eval = scoring.eval(folder)?;
        if let Some(name) = without {
            eval.args(["--without", name]);
        }
        let eval = eval.arg("--json").stdout(Stdio::piped()).spawn();
        eval.context("could not start `ascribe eval`")
    });
    let begun: Vec<_> = begun.collect::<Result<_>>()?;
    let ended = begun.into_iter().map(|eval| {
        let ended = eval.wait_with_output()?;
        ensure!(ended.status.success(), "`ascribe eval` ended with {}", ended.status);
        Ok(serde_json::from_slice(&ended.stdout)?)
    });
    ended.collect()
}

/// The figures that changed, before and after; "nothing" where not even one of what was predicted has.
fn told(with: &Value, without: &Value) -> String {
    let f1 = |report: &Value, name: &str| report["measures"][name]["f1"].clone();
    let figure = |report: &Value, name: &str| report["judged"]["system"][name].clone();
    let changed = |name: &str, of: &dyn Fn(&Value, &str) -> Value| {
        let (had, has) = (of(with, name), of(without, name));
        (had != has).then(|| format!("{name} {} → {}", short(&had), short(&has)))
    };
    let judged = SHOWN.iter().filter_map(|name| changed(name, &figure));
    let spans = SPANS.iter().filter_map(|name| changed(name, &f1));
    let shown: Vec<String> = judged.chain(spans).collect();
    if !shown.is_empty() {
        return shown.join("; ");
    }
    let all = with["judged"]["system"].as_object().into_iter().flatten();
    let others: Vec<String> = all.filter_map(|(name, _)| changed(name, &figure)).collect();
    if !others.is_empty() {
        others.join("; ")
    } else if with == without {
        "nothing".into()
    } else {
        "no figure, though other things are predicted".into()
    }
}

fn short(figure: &Value) -> String {
    figure.as_f64().map_or_else(|| "–".into(), |figure| format!("{figure:.4}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_changed_is_told_and_nothing_is_nothing() {
        let report = |kind: f64, open: f64, strict: f64, digest: &str| {
            json!({
                "judged": {"system": {"kind": kind, "reply F1": null, "actor open": open}},
                "measures": {"strict": {"f1": strict}}, "digest": digest,
            })
        };
        let with = report(0.65, 0.1, 0.7, "a");
        let told = |without: Value| told(&with, &without);
        assert_eq!(told(report(0.65, 0.1, 0.7, "a")), "nothing");
        assert_eq!(
            told(report(0.64, 0.2, 0.69, "b")),
            "kind 0.6500 → 0.6400; strict 0.7000 → 0.6900"
        );
        assert_eq!(told(report(0.65, 0.2, 0.7, "b")), "actor open 0.1000 → 0.2000");
        let other = told(report(0.65, 0.1, 0.7, "b"));
        assert_eq!(other, "no figure, though other things are predicted");
    }
}
