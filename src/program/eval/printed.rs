//! What `ascribe eval` prints: a table of spans and one of what they do, or one JSON object.
//!
//! Leaves out where the figures come from.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use serde_json::{Map, Value, json};

use super::{
    figures::{Figures, NUMBERS},
    measures::{Count, Counts},
    resampled::Bounds,
};

/// What is said of all articles together.
pub struct Report {
    pub articles: usize,
    pub spans: Counts,
    /// Of a measure's precision (0), recall (1) and F1 (2).
    pub span_bounds: BTreeMap<(String, usize), Bounds>,
    /// The engine beside the readers, the mean over them; empty where they gave no kinds.
    pub engine: Figures,
    /// The readers beside each other; empty where there is one.
    pub readers: Figures,
    /// Of the engine's figures.
    pub bounds: BTreeMap<&'static str, Bounds>,
    /// Of everything that was predicted.
    pub digest: u64,
}

impl Report {
    /// The columns of figures with their names: those that there are.
    fn columns(&self) -> Vec<(&'static str, Figures)> {
        let end = |at: usize| -> Figures {
            let value = |name| self.bounds.get(name).map(|bounds| bounds[at]);
            let names = self.engine.iter().filter(|_| !self.bounds.is_empty());
            names.map(|&(name, _)| (name, value(name))).collect()
        };
        let all = [
            ("system", self.engine.clone()),
            ("a second reader", self.readers.clone()),
            ("low", end(0)),
            ("high", end(1)),
        ];
        all.into_iter().filter(|(_, figures)| !figures.is_empty()).collect()
    }
}

/// Writes the tables.
pub fn print_table(out: &mut impl Write, report: &Report) -> io::Result<()> {
    writeln!(out, "{} articles", report.articles)?;
    let header = ["P", "R", "F1"].map(|name| format!("{name:>8}")).concat();
    writeln!(out, "{:28}{header}{:>9}{:>9}{:>9}", "", "right", "found", "gold")?;
    for (name, count) in &report.spans {
        let [p, r, f1] = count.scores();
        let range = |at: usize| {
            let [low, high] = report.span_bounds.get(&(name.clone(), at))?;
            Some(format!("[{low:.3}, {high:.3}]"))
        };
        let bounds = match [0, 1, 2].map(range) {
            [Some(p), Some(r), Some(f1)] => format!("   95% P {p} R {r} F1 {f1}"),
            _ => String::new(),
        };
        writeln!(
            out,
            "{name:28}{p:8.4}{r:8.4}{f1:8.4}{:9}{:9}{:9}{bounds}",
            count.right, count.predicted, count.gold
        )?;
    }
    let columns = report.columns();
    if columns.is_empty() {
        return Ok(());
    }
    let names = columns.iter().map(|(name, _)| format!("{name:>17}"));
    writeln!(out, "\n{:22}{}", "", names.collect::<String>())?;
    for (at, (name, _)) in report.engine.iter().enumerate() {
        let cell = |(_, figures): &(&str, Figures)| match figures[at].1 {
            Some(value) if NUMBERS.contains(name) => format!("{value:>17.0}"),
            Some(value) => format!("{value:>17.3}"),
            None => format!("{:>17}", "–"),
        };
        writeln!(out, "{name:22}{}", columns.iter().map(cell).collect::<String>())?;
    }
    Ok(())
}

/// Writes the object.
pub fn print_json(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let measure = |(name, count): (&String, &Count)| {
        let [p, r, f1] = count.scores();
        let of = |at: usize| report.span_bounds.get(&(name.clone(), at));
        let value = json!({
            "precision": p, "recall": r, "f1": f1, "precision_interval": of(0),
            "recall_interval": of(1), "f1_interval": of(2),
            "right": count.right, "found": count.predicted, "gold": count.gold,
        });
        (name.clone(), value)
    };
    let column = |(name, figures): (&str, Figures)| {
        let figures = figures.into_iter();
        let values: Map<String, Value> =
            figures.map(|(of, value)| (of.into(), json!(value))).collect();
        (name.to_owned(), Value::Object(values))
    };
    let report = json!({
        "articles": report.articles,
        "measures": report.spans.iter().map(measure).collect::<Map<_, _>>(),
        "judged": report.columns().into_iter().map(column).collect::<Map<_, _>>(),
        "digest": format!("{:016x}", report.digest),
    });
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}
