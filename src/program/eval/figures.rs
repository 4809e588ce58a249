//! The figures that are made of what was counted, by the names and in the order in which they are shown.
//!
//! Leaves out counting, see `judged`, and their intervals, see `resampled`.

use super::{
    measures::Count,
    tally::{Judged, Names},
};

/// Each figure by its name; nothing where there was nothing to divide by.
pub type Figures = Vec<(&'static str, Option<f64>)>;

/// The figures that are numbers of attributions; all others are shares of one.
pub const NUMBERS: [&str; 3] = ["attributions matched", "gold", "pred"];

/// All figures of these counts.
pub fn figures(c: &Judged) -> Figures {
    let matched = c.rows.right;
    let mut out: Figures = NUMBERS
        .into_iter()
        .zip([matched, c.rows.gold, c.rows.predicted].map(|n| Some(n as f64)))
        .collect();
    out.extend([
        ("kind", share(c.kind, matched)),
        ("kind lenient", share(c.lenient, matched)),
        ("group", share(c.group, matched)),
        ("kind macro-F1", macro_f1(c)),
    ]);
    out.extend(scored(["denial P", "denial R", "denial F1"], c.denial));
    let names = ["accusation P", "accusation R", "accusation F1"];
    out.extend(scored(names, c.accusation));
    out.extend(named(["actor right", "actor wrong", "actor open"], c.actor));
    let names = ["speakers P", "speakers R", "speakers F1"];
    out.extend(scored(names, c.speakers));
    out.extend(scored(["shown P", "shown R", "shown F1"], c.shown));
    let names = ["target right", "target wrong", "target open"];
    out.extend(named(names, c.target));
    out.extend(scored(["reply P", "reply R", "reply F1"], c.replies));
    out
}

/// Each figure's mean over several, which all have the same ones; nothing where one of them has nothing.
pub fn mean(all: &[Figures]) -> Figures {
    let names = all.first().into_iter().flatten().map(|&(name, _)| name);
    names
        .enumerate()
        .map(|(at, name)| {
            let sum: Option<f64> = all.iter().map(|figures| figures[at].1).sum();
            (name, sum.map(|sum| sum / all.len() as f64))
        })
        .collect()
}

fn share(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

/// The unweighted mean of F1 over the kinds that the gold has.
fn macro_f1(c: &Judged) -> Option<f64> {
    let f1: Vec<f64> = c
        .kinds
        .values()
        .filter(|kind| kind.gold > 0)
        .map(|kind| 2.0 * kind.right as f64 / (kind.gold + kind.predicted) as f64)
        .collect();
    (!f1.is_empty()).then(|| f1.iter().sum::<f64>() / f1.len() as f64)
}

/// Precision, recall, and F1, which is 0 where one of both is not there or 0.
fn scored(names: [&'static str; 3], c: Count) -> [(&'static str, Option<f64>); 3] {
    let (p, r) = (share(c.right, c.predicted), share(c.recalled, c.gold));
    let f1 = match p.zip(r) {
        Some((p, r)) if p > 0.0 && r > 0.0 => Some(2.0 * p * r / (p + r)),
        _ => (p.is_some() || r.is_some()).then_some(0.0),
    };
    [(names[0], p), (names[1], r), (names[2], f1)]
}

fn named(names: [&'static str; 3], c: Names) -> [(&'static str, Option<f64>); 3] {
    let all = c.right + c.wrong + c.open;
    let of = |part| share(part, all);
    [(names[0], of(c.right)), (names[1], of(c.wrong)), (names[2], of(c.open))]
}
