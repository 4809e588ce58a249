//! How sure the tagger is of an attribution: its own probabilities, weighed by a logistic regression
//! that was fitted so that of the marks with confidence .8, four in five are right.
//!
//! Leaves out where the probabilities come from.

use super::{
    activation::{exp, ln},
    linker::Run,
    shape::{INPUTS, TAGS},
};

/// What is known of one attribution.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// One row a token of the document.
    pub probabilities: &'a [[f32; TAGS]],
    /// Who.
    pub source: Option<&'a Run>,
    /// By which words.
    pub cue: Option<&'a Run>,
    /// What.
    pub content: &'a [Run],
    /// Probability of the weakest link between content and cue.
    pub content_link: f32,
    /// Probability of the link between cue and source, or that there is none.
    pub source_link: f32,
}

impl Evidence<'_> {
    /// The numbers that the regression weighs.
    #[must_use]
    pub fn inputs(&self) -> [f32; INPUTS] {
        let p = self.probabilities;
        let role = |run: &Run, role: usize| {
            let sum: f32 =
                p[run.clone()].iter().map(|row| row[2 * role + 1] + row[2 * role + 2]).sum();
            sum / run.len() as f32
        };
        let least = |values: &mut dyn Iterator<Item = f32>| values.fold(1.0, f32::min);
        // The first token begins the content; the next one behind it does not go on with it.
        let begins = least(&mut self.content.iter().map(|c| p[c.start][5]));
        let ends =
            least(&mut self.content.iter().map(|c| 1.0 - p.get(c.end).map_or(0.0, |row| row[6])));
        [
            self.cue.map_or(0.0, |cue| odds(role(cue, 1))),
            odds(least(&mut self.content.iter().map(|c| role(c, 2)))),
            odds(begins),
            odds(ends),
            odds(self.content_link),
            odds(self.source_link),
            self.source.map_or(0.0, |source| odds(role(source, 0))),
            f32::from(u8::from(self.source.is_some())),
        ]
    }
}

/// The confidence, 0 to 1. `weights` has one entry for each input and the intercept.
#[must_use]
pub fn confidence(weights: &[f32], inputs: &[f32; INPUTS]) -> f32 {
    let intercept = weights.get(INPUTS).copied().unwrap_or(0.0);
    let sum = inputs.iter().zip(weights).fold(intercept, |sum, (x, w)| sum + x * w);
    if sum < 0.0 {
        let e = exp(sum);
        e / (1.0 + e)
    } else {
        1.0 / (1.0 + exp(-sum))
    }
}

/// Logarithm of the odds, within ±7.
fn odds(p: f32) -> f32 {
    let p = p.clamp(0.001, 0.999);
    ln(p) - ln(1.0 - p)
}
