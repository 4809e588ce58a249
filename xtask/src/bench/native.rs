//! The native half of the benchmark: runs divan's and reads its table.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};

use crate::root::{cargo, output};

/// One stage with its medians at the three sizes, as divan writes them.
pub struct Row {
    pub stage: String,
    pub medians: Vec<String>,
}

/// The stages in the order in which they run.
const ORDER: [&str; 5] = ["text", "find", "judgement", "border", "whole"];

/// Runs `benches/stages.rs`.
pub fn stages() -> Result<Vec<Row>> {
    let table =
        output(cargo().args(["bench", "--quiet", "--bench", "stages", "--", "--max-time", "5"]))?;
    let rows = read(&table);
    ensure!(rows.len() == ORDER.len(), "divan's table was not understood:\n{table}");
    Ok(rows)
}

/// The median of comparing three articles of 1,000 words, beyond their analyses, as divan writes it.
pub fn comparing() -> Result<String> {
    let table = output(cargo().args([
        "bench",
        "--quiet",
        "--bench",
        "compare",
        "--",
        "three",
        "--max-time",
        "3",
    ]))?;
    smallest(&table).with_context(|| format!("divan's table was not understood:\n{table}"))
}

/// The median of the first size in divan's table.
fn smallest(table: &str) -> Option<String> {
    let line = table.lines().find(|line| line.contains("─ 1000 "))?;
    let mut columns = line.split('│').map(str::trim).filter(|c| !c.is_empty());
    columns.nth(2).map(str::to_owned)
}

/// Divan draws a tree: a stage, and under it a line for each size whose third column is the median.
fn read(table: &str) -> Vec<Row> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut stage = "";
    for line in table.lines() {
        let mut columns = line.split('│').map(str::trim);
        let Some(name) =
            columns.next_back().map(|_| line.trim_start_matches(['│', '├', '╰', '─', ' ']))
        else {
            continue;
        };
        let first = name.split_whitespace().next().unwrap_or_default();
        if let Some(known) = ORDER.iter().find(|known| **known == first) {
            stage = known;
        } else if line.contains("─ ") && first.parse::<u32>().is_ok() && !stage.is_empty() {
            // A size has a branch of its own; the throughput below it has none.
            let median = line.split('│').map(str::trim).filter(|column| !column.is_empty()).nth(2);
            found.entry(stage).or_default().extend(median.map(str::to_owned));
        }
    }
    ORDER
        .iter()
        .filter_map(|stage| {
            let medians = found.remove(stage)?;
            (medians.len() == 3).then(|| Row { stage: (*stage).to_owned(), medians })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{read, smallest};

    #[test]
    fn the_comparison_of_three_short_articles_is_read() {
        let table = "compare              fastest       │ slowest       │ median        │ mean          │ samples │ iters\n\
             ╰─ three                           │               │               │               │         │\n   \
                ├─ 1000          900 µs         │ 2 ms          │ 1.1 ms        │ 1.3 ms        │ 100     │ 100\n   \
                ╰─ 4000          4 ms           │ 9 ms          │ 5 ms          │ 5 ms          │ 100     │ 100\n";
        assert_eq!(smallest(table).as_deref(), Some("1.1 ms"));
        assert_eq!(smallest("no table"), None);
    }

    #[test]
    fn divans_table_is_read() {
        let stage = |name: &str| {
            format!(
                "├─ {name}                      │               │               │               │         │\n\
                 │  ├─ 1000       1.1 ms        │ 2 ms          │ 1.2 ms        │ 1.3 ms        │ 100     │ 100\n\
                 │  │             5 MB/s        │ 4 MB/s        │ 5 MB/s        │ 5 MB/s        │         │\n\
                 │  ├─ 10000      11 ms         │ 20 ms         │ 12 ms         │ 13 ms         │ 100     │ 100\n\
                 │  ╰─ 100000     110 ms        │ 200 ms        │ 120 ms        │ 130 ms        │ 100     │ 100\n"
            )
        };
        let table: String = super::ORDER.iter().map(|name| stage(name)).collect();
        let rows = read(&table);
        assert_eq!(rows.len(), 5);
        assert_eq!(rows[1].stage, "find");
        assert_eq!(rows[1].medians, ["1.2 ms", "12 ms", "120 ms"]);
    }
}
