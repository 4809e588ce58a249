//! Which cue a content belongs to, and which source a cue has: a small network scores each pair of
//! spans, and "nothing" competes with all of them.
//!
//! Candidates are the nearest spans of the same paragraph and its neighbours. Leaves out how spans
//! are found.

use std::ops::Range;

use super::{
    activation::{exp, rectified},
    encoder::Encoded,
    parts::Linker,
};
use crate::text::Document;

/// At most this many candidates compete.
const CANDIDATES: usize = 8;

/// Token indices, end-exclusive, never empty.
pub type Run = Range<usize>;

/// What a linker must know of a document beside the states.
pub struct Scene<'a> {
    document: &'a Document,
    encoded: &'a Encoded,
    cues: &'a [Run],
    contents: &'a [Run],
}

impl<'a> Scene<'a> {
    /// All spans in order of their first token.
    #[must_use]
    pub const fn new(
        document: &'a Document,
        encoded: &'a Encoded,
        cues: &'a [Run],
        contents: &'a [Run],
    ) -> Self {
        Self { document, encoded, cues, contents }
    }

    /// Index into `candidates` of the best partner of `span` and its probability; no index when
    /// nothing is likelier than all, or there is no candidate.
    #[must_use]
    pub fn partner(&self, linker: &Linker, span: &Run, candidates: &[Run]) -> (Option<usize>, f32) {
        let near = self.nearest(span, candidates);
        if near.is_empty() {
            return (None, 1.0);
        }
        let hidden = linker.score.len();
        let (width, outputs) = (linker.span.width(), linker.span.outputs());
        let mut ends = Vec::with_capacity(near.len() * width);
        self.ends(span, &mut ends);
        let mut own = vec![0.0; outputs];
        linker.span.apply(&ends, width, 1, &mut own);
        ends.clear();
        for &candidate in &near {
            self.ends(&candidates[candidate], &mut ends);
        }
        let mut others = vec![0.0; near.len() * outputs];
        linker.other.apply(&ends, width, near.len(), &mut others);
        let score = |other: &dyn Fn(usize) -> f32| {
            (0..hidden).fold(0.0, |sum, j| sum + linker.score[j] * rectified(own[j] + other(j)))
        };
        let mut scores = [0.0; CANDIDATES + 1];
        for (slot, &candidate) in near.iter().enumerate() {
            let other = &others[slot * outputs..][..outputs];
            let [a, b, c] = self.pair(span, &candidates[candidate]);
            let rows = [&linker.pair[0][a], &linker.pair[1][b], &linker.pair[2][c]];
            scores[slot] = score(&|j| other[j] + rows[0][j] + rows[1][j] + rows[2][j]);
        }
        let count = near.len() + 1;
        scores[count - 1] = score(&|j| linker.nothing[j]);
        let scores = &scores[..count];
        let top = (1..count).fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
        let sum: f32 = scores.iter().map(|s| exp(s - scores[top])).sum();
        (near.get(top).copied(), 1.0 / sum)
    }

    /// Indices of the nearest candidates, the nearest first.
    fn nearest(&self, span: &Run, candidates: &[Run]) -> Vec<usize> {
        let paragraph = |c: &Run| self.document.paragraph_of(c.start);
        let home = self.document.paragraph_of(span.start);
        // Candidates do not overlap, so the nearest are the last few before it and the first few behind.
        let here = candidates.partition_point(|c| c.start < span.start);
        let window = here.saturating_sub(CANDIDATES)..candidates.len().min(here + CANDIDATES);
        let mut near: Vec<(usize, usize)> = window
            .filter(|&at| paragraph(&candidates[at]).abs_diff(home) <= 1)
            .map(|at| (gap(span, &candidates[at]), at))
            .collect();
        near.sort_unstable();
        near.truncate(CANDIDATES);
        near.into_iter().map(|(_, at)| at).collect()
    }

    /// Puts the states of the first and the last token behind `out`.
    fn ends(&self, run: &Run, out: &mut Vec<u8>) {
        out.extend_from_slice(self.encoded.state(run.start));
        out.extend_from_slice(self.encoded.state(run.end - 1));
    }

    fn pair(&self, span: &Run, other: &Run) -> [usize; 3] {
        let after = usize::from(span.start >= other.start);
        let (low, high) =
            if after == 1 { (other.end, span.start) } else { (span.end, other.start) };
        let between = |runs: &[Run]| {
            let before = |at: usize| runs.partition_point(|r| r.start < at);
            before(high).saturating_sub(before(low)).min(2)
        };
        let document = self.document;
        let apart = if document.sentence_of(span.start) == document.sentence_of(other.start) {
            0
        } else if document.paragraph_of(span.start) == document.paragraph_of(other.start) {
            1
        } else {
            2
        };
        [
            after * 8 + bucket(high.saturating_sub(low)),
            between(self.cues) * 3 + between(self.contents),
            apart * 2 + after,
        ]
    }
}

/// Tokens between two spans; 0 when they touch.
fn gap(a: &Run, b: &Run) -> usize {
    a.start.max(b.start).saturating_sub(a.end.min(b.end))
}

/// 0, 1, 2, 3–4, 5–8, 9–16, 17–32, more.
const fn bucket(gap: usize) -> usize {
    match gap {
        0..=2 => gap,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        17..=32 => 6,
        _ => 7,
    }
}
