//! The middle and the quartiles of times. Leaves out what was timed.

use anyhow::Result;
use serde_json::Value;

/// Middle and quartiles of some runs, in milliseconds.
#[derive(Clone, Copy)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// As the page shows it.
pub fn shown(s: Spread) -> String {
    let digits = usize::from(s.median < 100.0) + usize::from(s.median < 1.0);
    format!("{:.digits$} ms ({:.digits$}–{:.digits$})", s.median, s.low, s.high)
}

/// Of a list of numbers; fails when there is none.
pub fn spread(times: &Value) -> Result<Spread> {
    let mut times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    anyhow::ensure!(!times.is_empty(), "a benchmark has no times");
    times.sort_by(f64::total_cmp);
    let at = |quarter: usize| times[(times.len() - 1) * quarter / 4];
    Ok(Spread { low: at(1), median: at(2), high: at(3) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn the_middle_and_the_quartiles_are_of_the_sorted_times() {
        let s = super::spread(&json!([5, 1, 4, 2, 3])).expect("a spread");
        assert_eq!((s.low, s.median, s.high), (2.0, 3.0, 4.0));
        assert!(super::spread(&json!([])).is_err());
    }
}
