//! Bars with intervals as SVG, readable on light and dark ground. Leaves out what is measured.

use std::fmt::Write as _;

use super::spread::Spread;

/// One bar: its length is the median, the line across its end reaches from quartile to quartile.
pub struct Bar {
    pub name: String,
    pub spread: Spread,
}

const LEFT: f64 = 150.0;
const LENGTH: f64 = 380.0;
const STEP: f64 = 34.0;

/// A picture of horizontal bars from zero, the first one ours.
pub fn bars(title: &str, bars: &[Bar]) -> String {
    let height = 44.0 + STEP * bars.len() as f64;
    let longest = bars.iter().map(|bar| bar.spread.high).fold(f64::MIN_POSITIVE, f64::max);
    let x = |value: f64| LEFT + LENGTH * value / longest;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 {height}\" role=\"img\" aria-label=\"{}\">\n\
         <style>\n  text {{ font: 14px system-ui, sans-serif; fill: #24292f; }}\n  .ours {{ fill: #0794b5; }}\n  \
         .theirs {{ fill: #8a8a8b; }}\n  path {{ stroke: #24292f; stroke-width: 2; fill: none; }}\n  \
         @media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3; }} path {{ stroke: #e6edf3; }} }}\n</style>\n\
         <text x=\"0\" y=\"18\" font-weight=\"600\">{}</text>\n",
        escaped(title),
        escaped(title)
    );
    for (index, Bar { name, spread }) in bars.iter().enumerate() {
        let top = 36.0 + STEP * index as f64;
        let middle = top + 11.0;
        let class = if index == 0 { "ours" } else { "theirs" };
        let (low, median, high) = (x(spread.low), x(spread.median), x(spread.high));
        let _ = write!(
            svg,
            "<text x=\"0\" y=\"{:.0}\">{}</text>\n\
             <rect class=\"{class}\" x=\"{LEFT}\" y=\"{top:.0}\" width=\"{:.1}\" height=\"22\"/>\n\
             <path d=\"M{low:.1} {middle:.0}H{high:.1}M{low:.1} {:.0}v8M{high:.1} {:.0}v8\"/>\n\
             <text x=\"{:.1}\" y=\"{:.0}\">{}</text>\n",
            middle + 5.0,
            escaped(name),
            (median - LEFT).max(1.0),
            middle - 4.0,
            middle - 4.0,
            high + 8.0,
            middle + 5.0,
            number(spread.median)
        );
    }
    svg + "</svg>\n"
}

fn number(value: f64) -> String {
    let digits = usize::from(value < 100.0) + usize::from(value < 1.0);
    format!("{value:.digits$}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{Bar, bars};
    use crate::bench::spread::Spread;

    #[test]
    fn the_longest_bar_ends_within_the_picture_and_names_are_escaped() {
        let bar = |name: &str, median: f64| Bar {
            name: name.to_owned(),
            spread: Spread { low: median, median, high: median },
        };
        let svg = bars("a & b", &[bar("ours", 1.0), bar("<mark>", 10.0)]);
        assert!(svg.contains("width=\"380.0\"") && svg.contains("width=\"38.0\""));
        assert!(svg.contains("a &amp; b") && svg.contains("&lt;mark>"));
    }
}
