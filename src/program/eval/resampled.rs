//! How far a figure would move with other articles of the same sort: its interval over resamples.
//!
//! Leaves out the figures.

use std::collections::BTreeMap;

/// The values below which 2.5 % and 97.5 % of the resamples lie.
pub type Bounds = [f64; 2];

/// The bounds of each value that `of` gives for a choice of so many articles (with repeats), by its name;
/// none without resamples or articles.
pub fn bounds<Name: Ord>(
    articles: usize,
    resamples: u32,
    of: impl Fn(&[usize]) -> Vec<(Name, f64)>,
) -> BTreeMap<Name, Bounds> {
    let mut seen: BTreeMap<Name, Vec<f64>> = BTreeMap::new();
    if articles == 0 {
        return BTreeMap::new();
    }
    // A small generator of fixed seed: the same file always gives the same intervals.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % articles as u64).unwrap_or(0)
    };
    for _ in 0..resamples {
        let chosen: Vec<usize> = (0..articles).map(|_| draw()).collect();
        for (name, value) in of(&chosen) {
            seen.entry(name).or_default().push(value);
        }
    }
    let bounds = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        let at =
            |share: f64| values[((share * values.len() as f64) as usize).min(values.len() - 1)];
        [at(0.025), at(0.975)]
    };
    seen.into_iter().map(|(name, values)| (name, bounds(values))).collect()
}
