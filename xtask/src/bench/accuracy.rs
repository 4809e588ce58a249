//! How right the engine is beside others: its own figures measured, theirs as published. Leaves out
//! kinds and actors, for which nobody has published figures; `cargo xtask eval` prints ours.

use std::{fmt::Write as _, path::Path};

use anyhow::{Context as _, Result};

use crate::accuracy;

/// The scorer's names of the columns.
const COLUMNS: [&str; 7] = [
    "token.micro",
    "token.source",
    "token.cue",
    "token.content",
    "exact.micro",
    "attribution.strict",
    "sentence",
];

/// F1 in the order of the columns; none where the system has no such spans.
struct Peer {
    name: &'static str,
    f1: [Option<f64>; 7],
}

/// Measured by the same scorer on PolNeAR's test articles; the last by two annotators on 20 articles.
const PEERS: [Peer; 5] = [
    Peer {
        name: "BERT-base fine-tuned on PolNeAR, 110 M parameters (van Timmeren 2022)",
        f1: all([0.870, 0.852, 0.738, 0.886, 0.701, 0.635, 0.910]),
    },
    Peer {
        name: "CRF on PolNeAR (the same thesis)",
        f1: all([0.723, 0.658, 0.571, 0.748, 0.546, 0.368, 0.813]),
    },
    Peer {
        name: "compromise 14.17, `.quotations()`",
        f1: [Some(0.437), None, None, Some(0.520), Some(0.133), Some(0.002), Some(0.555)],
    },
    Peer {
        name: "text between quotation marks, and NAME said",
        f1: all([0.550, 0.104, 0.120, 0.633, 0.242, 0.084, 0.650]),
    },
    Peer {
        name: "a second person against the first (20 articles of all splits)",
        f1: all([0.890, 0.824, 0.692, 0.920, 0.733, 0.712, 0.926]),
    },
];

const fn all(f1: [f64; 7]) -> [Option<f64>; 7] {
    let [a, b, c, d, e, f, g] = f1;
    [Some(a), Some(b), Some(c), Some(d), Some(e), Some(f), Some(g)]
}

/// A section of the page of benchmarks; says that it was skipped where the articles are not there.
pub fn section(shared: &Path) -> Result<String> {
    let mut page = String::from("\n## How right\n\n");
    let Some(report) = accuracy::scored(shared, 300)? else {
        page.push_str("Skipped: the annotated articles are not there.\n");
        return Ok(page);
    };
    let _ = write!(
        page,
        "F1 against people's annotations. Ours is of {} development articles of PolNeAR, on which its\n\
         thresholds were chosen; the others are as published or measured before, by the same scorer, on\n\
         the test articles. So the rows are near each other in kind and not of the same texts.\n\n\
         | | token | source | cue | content | exact | whole, strict | sentence |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n| Ascribe",
        report["articles"]
    );
    for column in COLUMNS {
        let metric = &report["metrics"][column];
        let f1 = metric["f1"].as_f64();
        let f1 = f1.with_context(|| format!("the scorer gave no {column}"))?;
        let of = |end: usize| metric["f1_ci95"][end].as_f64().unwrap_or(f1);
        let _ = write!(page, " | {f1:.3} ({:.3}–{:.3})", of(0), of(1));
    }
    page.push_str(" |\n");
    for Peer { name, f1 } in PEERS {
        let _ = write!(page, "| {name}");
        for f1 in f1 {
            let _ = match f1 {
                Some(f1) => write!(page, " | {f1:.3}"),
                None => write!(page, " | –"),
            };
        }
        page.push_str(" |\n");
    }
    page.push_str("\nIn brackets: 95 % intervals, 300 resamples of the articles.\n");
    Ok(page)
}
