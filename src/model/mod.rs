//! The trained tagger: reads a document and tells who says what, as runs of tokens.
//!
//! A recurrent network scores seven tags for each token (`encoder`), a chain finds the best path
//! (`chain`), and small networks link contents to cues and cues to sources (`linker`). Trained by
//! `training/`; the numbers are in `models/`. Beside it stand the judges of kinds (`judge`), who fits (`fitting`)
//! and a choice among few (`choice`). Leaves out headlines, captions and nesting, which
//! `attributions` adds.

mod activation;
mod chain;
mod choice;
mod confidence;
mod encoder;
pub mod features;
mod fitting;
mod judge;
mod judge_weights;
mod kernel;
pub(crate) mod layout;
mod linker;
mod numbers;
mod parts;
mod reader;
mod recurrent;
mod shape;
mod weights;

#[cfg(test)]
mod small;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use encoder::Encoded;
use judge_weights::Judge;
use linker::{Run, Scene};

pub use activation::ln;
pub use choice::Choice;
pub use fitting::Fitting;
pub use judge::{Judgement, softmax};
pub use layout::LayoutError;
pub use numbers::Numbers;
pub use shape::KINDS;
pub use weights::Weights;

use crate::text::Document;

/// One attribution as runs of tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Who; none when nobody was linked.
    pub source: Option<Run>,
    /// By which words; none for content that no cue claims.
    pub cue: Option<Run>,
    /// What; at least one run, in reading order.
    pub content: Vec<Run>,
    /// 0 to 1, calibrated on articles that the training did not see.
    pub confidence: f32,
    /// What the confidence was computed from.
    pub evidence: [f32; shape::INPUTS],
    /// Where it is said.
    pub layer: Layer,
}

impl Mark {
    /// Whether it is worth showing.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        shipped().is_some_and(|w| self.confidence >= w.layers[self.layer as usize].threshold)
    }
}

/// Where something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// In the article itself.
    Said,
    /// Within another's words.
    Within,
}

/// The attributions of a document in order of their first content; runs of one role and layer never overlap.
/// Empty for an empty document. `told` hears the share of the tokens that is read, 0 to 1, as it grows.
#[must_use]
pub fn read(document: &Document, told: &mut dyn FnMut(f32)) -> Vec<Mark> {
    shipped().map_or_else(Vec::new, |weights| read_with(weights, document, told))
}

/// The weights of this build; read at the first call.
///
/// `build.rs` has checked the very bytes, so that none is a bug that no text can cause; it is
/// answered with `None`, and nothing is marked.
fn shipped() -> Option<&'static Weights<'static>> {
    static BYTES: &[u8] = include_bytes!("../../models/tagger.bin");
    static WEIGHTS: OnceLock<Option<Weights<'static>>> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::read(BYTES).ok()).as_ref()
}

/// What is done and at whom, learned, for each attribution: its source, cue and content as token indices.
/// `told` hears the share of them that is judged.
#[must_use]
pub fn judge(
    document: &Document,
    spans: &[[Vec<usize>; 3]],
    told: &mut dyn FnMut(f32),
) -> Vec<Judgement> {
    let (Some(weights), Some(judges)) = (shipped(), shipped_judges()) else {
        return spans.iter().map(|_| Judgement::default()).collect();
    };
    let features = features::extract(document);
    spans
        .iter()
        .enumerate()
        .map(|(at, [source, cue, content])| {
            let roles = judge::roles(document, source, cue, content);
            let judgement = judge::judge(judges, weights, &features, &roles);
            told((at + 1) as f32 / spans.len() as f32);
            judgement
        })
        .collect()
}

/// The least probability of an accusation and of a denial that is worth showing.
#[must_use]
pub fn least() -> [f32; 2] {
    shipped_judges().map_or([1.0; 2], |[judge, _]| judge.least)
}

/// The judges of this build, likewise: two that were taught in different ways know more together.
fn shipped_judges() -> Option<&'static [Judge<'static>; 2]> {
    static BYTES: [&[u8]; 2] =
        [include_bytes!("../../models/judge.bin"), include_bytes!("../../models/judge-2.bin")];
    static JUDGES: OnceLock<Option<[Judge<'static>; 2]>> = OnceLock::new();
    JUDGES
        .get_or_init(|| {
            let weights = shipped()?;
            let [one, other] = BYTES.map(|bytes| Judge::read(bytes, weights).ok());
            Some([one?, other?])
        })
        .as_ref()
}

/// The same as [`read`] with other weights.
#[must_use]
pub fn read_with(weights: &Weights, document: &Document, told: &mut dyn FnMut(f32)) -> Vec<Mark> {
    let features = features::extract(document);
    let encoded = encoder::encode(weights, &features, told);
    let mut marks: Vec<Mark> = [Layer::Said, Layer::Within]
        .into_iter()
        .flat_map(|layer| of_layer(weights, document, &encoded, layer))
        .collect();
    marks.sort_by_key(|mark| mark.content[0].start);
    marks
}

/// The marks of one layer of tags that are worth showing or not.
fn of_layer(weights: &Weights, document: &Document, encoded: &Encoded, layer: Layer) -> Vec<Mark> {
    let (tags, scores) = (&weights.layers[layer as usize], &encoded.scores[layer as usize]);
    let mut eager = scores.clone();
    for row in &mut eager {
        for begin in [1, 3, 5] {
            row[begin] += weights.eagerness[layer as usize];
        }
    }
    let best = chain::best(tags, &eager);
    let [sources, cues, contents] = [0, 1, 2].map(|role| runs(&best, role));
    let scene = Scene::new(document, encoded, &cues, &contents);
    let probabilities = chain::probabilities(tags, scores);
    // Contents of each cue, then of no cue one by one, each with its weakest link.
    let mut groups: Vec<(Option<usize>, Vec<Run>, f32)> =
        (0..cues.len()).map(|cue| (Some(cue), Vec::new(), 1.0)).collect();
    for content in &contents {
        let (cue, sure) = scene.partner(&weights.content, content, &cues);
        match cue {
            Some(cue) => {
                groups[cue].1.push(content.clone());
                groups[cue].2 = groups[cue].2.min(sure);
            }
            None => groups.push((None, vec![content.clone()], sure)),
        }
    }
    groups
        .into_iter()
        .filter(|(_, content, _)| !content.is_empty())
        .map(|(cue, content, content_link)| {
            let cue = cue.map(|at| &cues[at]);
            let (source, source_link) =
                cue.map_or((None, 1.0), |cue| scene.partner(&weights.source, cue, &sources));
            let source = source.map(|at| &sources[at]);
            let evidence = confidence::Evidence {
                probabilities: &probabilities,
                source,
                cue,
                content: &content,
                content_link,
                source_link,
            }
            .inputs();
            Mark {
                source: source.cloned(),
                cue: cue.cloned(),
                confidence: confidence::confidence(&weights.calibration, &evidence),
                content,
                evidence,
                layer,
            }
        })
        .collect()
}

/// The runs of one role: each begins at its beginning tag and takes the insides that follow.
fn runs(tags: &[u8], role: u8) -> Vec<Run> {
    let (begin, inside) = (2 * role + 1, 2 * role + 2);
    let mut out: Vec<Run> = Vec::new();
    for (at, &tag) in tags.iter().enumerate() {
        if tag == begin {
            out.push(at..at + 1);
        } else if tag == inside
            && let Some(last) = out.last_mut()
        {
            last.end = at + 1;
        }
    }
    out
}
