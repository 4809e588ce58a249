//! The way in: from blocks to an analysis, and from byte spans to what a page can find again.
//!
//! Puts the rooms in their order and decides nothing itself.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    actors,
    analysis::{Analysis, Attribution, Block, Declined, Target},
    asides,
    attributions::{self, Found},
    categories::{self, Category},
    kinds, language, replies,
    span::{Piece, Span},
    summary,
    text::{Document, Utf16},
    watch::{Stage, Telling, Watch},
    words::Words,
};

/// The most bytes of an article that the extension reads, by [`Options::default`].
pub const MOST_BYTES: usize = 200_000;

/// What a caller may ask for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Bytes of text after which the rest is left unread; [`MOST_BYTES`] by default.
    pub most_bytes: usize,
    /// What the reader looks for; [`Attribution::categories`] tells what fits. One that could not be
    /// made ready is none, so that the others keep their places.
    pub categories: Vec<Option<Category>>,
}

impl Default for Options {
    fn default() -> Self {
        Self { most_bytes: MOST_BYTES, categories: Vec::new() }
    }
}

/// What an attribution rests on, by the names of rules and heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// What found it: the tagger, or the pass of rules that put it in or last changed it.
    pub found_by: &'static str,
    /// What decided its kind: the judge, or the guard that overruled it.
    pub kind_by: &'static str,
}

/// How much of all work is done with the text, when all is found, and when it is judged: of news-dev, finding takes .41
/// (`ascribe annotate` beside `annotate --given-spans`); of a text full of statements less (`cargo bench --bench stages`).
const SHARES: [f32; 3] = [0.01, 0.4, 0.98];

/// Finds who says what in the blocks of one article.
///
/// Spans are UTF-16 code units within each block's own text, end-exclusive. Any text gives an
/// analysis; one without attributed statements gives empty lists. Text beyond
/// [`Options::most_bytes`] is left unread and [`Analysis::truncated`] set. Text that is not English
/// is not analysed and [`Analysis::declined`] says so.
#[must_use]
pub fn analyze(blocks: &[Block], options: &Options) -> Analysis<Piece> {
    watched(blocks, options, &mut ())
}

/// The same, telling meanwhile how far it is.
#[must_use]
pub fn watched(blocks: &[Block], options: &Options, watch: &mut impl Watch) -> Analysis<Piece> {
    let mut telling = Telling::to(watch);
    let given = read(blocks, options, &mut telling, None);
    telling.end();
    given
}

/// The same with what each attribution rests on, in their order.
#[must_use]
pub fn explained(blocks: &[Block], options: &Options) -> (Analysis<Piece>, Vec<Decided>) {
    let mut why = Vec::new();
    let given = read(blocks, options, &mut Telling::to(&mut ()), Some(&mut why));
    (given, why)
}

fn read(
    blocks: &[Block],
    options: &Options,
    telling: &mut Telling<'_, impl Watch>,
    mut why: Option<&mut Vec<Decided>>,
) -> Analysis<Piece> {
    let [after_text, after_finding, after_judging] = SHARES;
    let read = within(blocks, options.most_bytes);
    let truncated = matches!(read, Cow::Owned(_));
    let order = asides::order(&read);
    let document = Document::new(order.as_ref().map_or(&read, |order| &order.blocks));
    telling.stage(Stage::Text, after_text);
    if !language::is_english(&document) {
        return Analysis { truncated, declined: Some(Declined::Language), ..Analysis::default() };
    }
    let mut found_by = Vec::new();
    let words = Words::new(&document);
    let found = attributions::find_telling(
        &words,
        &mut telling.until(after_finding),
        why.is_some().then_some(&mut found_by),
    );
    telling.stage(Stage::Attributions, after_finding);
    let (mut analysis, kind_by) = judge_telling(&words, &found, &mut telling.until(after_judging));
    if let Some(why) = &mut why {
        let decided = found_by.into_iter().zip(kind_by);
        why.extend(decided.map(|(found_by, kind_by)| Decided { found_by, kind_by }));
    }
    analysis.truncated = truncated;
    categories::mark(&document, &mut analysis, &options.categories);
    telling.stage(Stage::Judgement, after_judging);
    let pieces = to_pieces(&document, &analysis);
    let given = match order {
        Some(order) => {
            let (given, formerly) = order.undo(&pieces);
            if let Some(why) = why {
                *why = formerly.iter().map(|&at| why[at]).collect();
            }
            given
        }
        None => pieces,
    };
    telling.stage(Stage::Border, 1.0);
    given
}

/// The analysis of what was found (or given): kinds, actors, replies. Spans are bytes of the
/// document's text.
#[cfg(feature = "internals")]
#[must_use]
pub fn judge(document: &Document, found: &[Found]) -> Analysis<Span> {
    judge_telling(&Words::new(document), found, &mut |_| ()).0
}

/// The same, and the name of what decided each kind.
fn judge_telling(
    words: &Words<'_>,
    found: &[Found],
    told: &mut dyn FnMut(f32),
) -> (Analysis<Span>, Vec<&'static str>) {
    let mut judged = kinds::judge_all(words, found, told);
    let actors = actors::resolve(words, found, &judged);
    let own = |index, token| actors.may_be_speaker(words, index, token);
    kinds::forget_own_deeds(words, found, &mut judged, own);
    let replies = replies::link(words, found, &judged, &actors);
    let places = summary::places(&actors);
    let kind_by = judged.iter().map(|j| j.by).collect();
    let narrow = |at: usize| u32::try_from(at).ok();
    let attributions: Vec<Attribution<Span>> = found
        .iter()
        .zip(judged)
        .zip(actors.of.iter().zip(replies))
        .map(|((found, judged), (resolved, reply))| Attribution {
            kind: judged.kind,
            kind_confidence: judged.confidence,
            form: found.form,
            source: found.source.clone(),
            cue: found.cue.clone(),
            content: found.content.clone(),
            verb: judged.verb,
            source_kind: resolved.source_kind,
            confidence: found.confidence,
            parent: found.parent.and_then(narrow),
            actor: places.of(resolved.actor),
            resolution: resolved.resolution,
            because: resolved.because.clone(),
            through: places.of(resolved.through),
            target: (resolved.target.is_some() || resolved.at.is_some()).then(|| Target {
                actor: places.of(resolved.target),
                span: resolved.at.into_iter().collect(),
            }),
            replies_to: reply.to.and_then(narrow),
            replies: reply.by.into_iter().filter_map(narrow).collect(),
            reply_state: reply.state,
            categories: Vec::new(),
        })
        .collect();
    let analysis = Analysis {
        actors: summary::summary(&actors, &places, &attributions),
        attributions,
        ..Analysis::default()
    };
    (analysis, kind_by)
}

/// The blocks cut to `most_bytes` of text: borrowed when all of them fit. The cut falls between
/// two words where there is one, else on a character border.
#[must_use]
pub fn within(blocks: &[Block], most_bytes: usize) -> Cow<'_, [Block]> {
    let mut left = most_bytes;
    for (index, block) in blocks.iter().enumerate() {
        if block.text.len() > left {
            let mut cut = blocks[..=index].to_vec();
            let end = block.text.floor_char_boundary(left);
            let end = block.text[..end].rfind(char::is_whitespace).unwrap_or(end);
            cut[index].text.truncate(end);
            return Cow::Owned(cut);
        }
        left -= block.text.len();
    }
    Cow::Borrowed(blocks)
}

/// The same analysis with every span as pieces of the blocks that `document` was made of.
#[must_use]
pub fn to_pieces(document: &Document, analysis: &Analysis<Span>) -> Analysis<Piece> {
    let units = Utf16::new(document.text());
    analysis.map_spans(|spans| {
        let mut pieces = Vec::with_capacity(spans.len());
        for &span in spans {
            document.pieces(span, &units, &mut pieces);
        }
        pieces
    })
}

#[cfg(test)]
mod tests {
    use super::{Options, analyze, explained};
    use crate::analysis::{Block, Declined, Role};

    #[test]
    fn what_decided_stands_beside_its_attribution_where_a_caption_was_read_elsewhere() {
        let block = |role, text: &str| Block { text: text.into(), role };
        let blocks = [
            block(Role::Body, "The bridge was safe, Mayor Tove Lund said on Tuesday."),
            block(Role::Caption, "No one accused the mayor of hiding the cracks."),
            block(
                Role::Body,
                "It has been shut since Monday, and nobody crosses it on foot or by car.",
            ),
            block(Role::Body, "“We were never told about the bridge.” — Per Strand"),
        ];
        let (analysis, why) = explained(&blocks, &Options::default());
        let told = analysis.attributions.iter().zip(&why);
        let told = told.map(|(a, why)| (a.content[0].block, why.found_by, why.kind_by));
        let told: Vec<_> = told.collect();
        assert_eq!(analysis, analyze(&blocks, &Options::default()));
        assert_eq!(why.len(), 3);
        let [tagger, signed] = ["tagger", "signed quotations"];
        let right = [(0, tagger, "judge"), (1, tagger, "by nobody"), (3, signed, "judge")];
        assert_eq!(told, right);
    }

    #[test]
    fn another_language_is_declined_and_what_is_unread_told() {
        let text = "Es ist nicht wahr, sagte der Bürgermeister, und nannte die Brücke sicher.";
        let blocks = [Block { text: text.into(), ..Block::default() }];
        for (most_bytes, truncated) in [(usize::MAX, false), (text.len(), false), (40, true)] {
            let options = Options { most_bytes, ..Options::default() };
            let analysis = analyze(&blocks, &options);
            assert_eq!(analysis.declined, Some(Declined::Language));
            assert_eq!(analysis.truncated, truncated, "{most_bytes} bytes");
        }
    }
}
