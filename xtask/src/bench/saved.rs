//! How soon real pages are marked: a sample of the saved ones, in both browsers. Leaves out what is
//! marked on them; `cargo xtask pages` tells that of all.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::spread::{shown, spread};
use crate::{
    harness,
    root::{root, run as run_command, target},
    start::Which,
};

/// Every so many of the English articles are opened.
const STEP: usize = 6;

/// A section of the page of benchmarks; says that it was skipped where the pages are not there. The
/// packages are built.
pub fn section(shared: &Path) -> Result<String> {
    let mut page = String::from("\n## On saved pages\n\n");
    let Ok(folder) = fs::canonicalize(root().join(shared).join("pages")) else {
        page.push_str("Skipped: the saved pages are not there.\n");
        return Ok(page);
    };
    let truth = fs::read_to_string(folder.join("truth.jsonl"))?;
    let ids = sample(&truth)?;
    let _ = write!(
        page,
        "{} news pages as they were saved, each of another site or story. First marks: from the gate's yes\n\
         to the marks on the page. Longest task: what our script held the page's thread for at once.\n\n\
         | | pages marked | first marks | slowest | longest task | longest of all |\n\
         | --- | --- | --- | --- | --- | --- |\n",
        ids.len()
    );
    for which in [Which::Chromium, Which::Firefox] {
        let out = target().join(format!("bench-pages-{}.jsonl", which.name()));
        let mut command = harness::program("pages", &[which.browser()])?;
        command.arg("--root").arg(&folder).arg("--out").arg(&out);
        run_command(command.args(["--browser", which.name(), "--only", &ids.join(",")]))?;
        let lines = fs::read_to_string(&out)?;
        let _ = writeln!(page, "| {} |", row(which.name(), &lines)?);
    }
    Ok(page)
}

/// The ids of the sample, in the order of the file.
fn sample(truth: &str) -> Result<Vec<String>> {
    let pages = truth.lines().map(serde_json::from_str::<Value>).collect::<Result<Vec<_>, _>>()?;
    Ok(pages
        .iter()
        .filter(|page| page["is_article"] == true && page["language"] == "en")
        .step_by(STEP)
        .filter_map(|page| page["id"].as_str().map(str::to_owned))
        .collect())
}

fn row(browser: &str, lines: &str) -> Result<String> {
    let (mut first, mut longest) = (Vec::new(), Vec::new());
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).context("a page's line is no JSON")?;
        if line["ms"]["first_marks"].is_number() {
            first.push(line["ms"]["first_marks"].clone());
            longest.push(line["ms"]["longest_task"].clone());
        }
    }
    let most = |times: &[Value]| times.iter().filter_map(Value::as_f64).fold(0.0, f64::max);
    Ok(format!(
        "{browser} | {} | {} | {:.0} ms | {} | {:.0} ms",
        first.len(),
        shown(spread(&Value::from(first.clone()))?),
        most(&first),
        shown(spread(&Value::from(longest.clone()))?),
        most(&longest),
    ))
}

#[cfg(test)]
mod tests {
    use super::{row, sample};

    #[test]
    fn every_sixth_english_article_is_taken() {
        let truth: String = (0..14)
            .map(|n| {
                let language = if n == 1 { "de" } else { "en" };
                format!(
                    "{{\"id\":\"p{n}\",\"is_article\":{},\"language\":\"{language}\"}}\n",
                    n != 2
                )
            })
            .collect();
        assert_eq!(sample(&truth).expect("JSON"), ["p0", "p8"]);
    }

    #[test]
    fn pages_without_marks_have_no_time() {
        let lines = "{\"ms\":{\"first_marks\":40,\"longest_task\":9}}\n{\"ms\":null}\n\
                     {\"ms\":{\"first_marks\":null,\"longest_task\":80}}\n";
        let row = row("chromium", lines).expect("times");
        assert_eq!(row, "chromium | 1 | 40.0 ms (40.0–40.0) | 40 ms | 9.0 ms (9.0–9.0) | 9 ms");
    }
}
