//! The article as whoever resolves it sees it: mentions in order and by entity, words by entity, who has spoken so far.
//!
//! Grows as speakers are settled. Leaves out what is looked at for one pair; see `pair`.

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use super::{
    cast::Cast,
    entity::Mention,
    mentions::{Stand, stand},
    source::{self, Phrase},
    spelling::key,
};
use crate::{attributions::Found, lexicon::naming::JOINING, words::Words};

/// Entities that one word leads to; more are left out, so that no word costs more than this.
const MOST: usize = 8;
/// Words that are remembered of one entity, and words of a source that are looked up: no name is longer.
const WORDS: usize = 24;
const LOOKED_UP: usize = 12;
/// So many count as those whom the article is about.
const SALIENT: usize = 6;

/// One attribution whose speaker is settled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    pub entity: usize,
    /// The token where its source, its cue or its content begins.
    pub at: usize,
    pub attribution: usize,
}

/// What is known of one attribution before its speaker is.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub phrase: Phrase,
    /// The token where the source or, without one, cue or content begins.
    pub at: usize,
    /// The tokens of the content, first to last.
    pub content: Range<usize>,
    /// The one in whose content this one stands.
    pub parent: Option<usize>,
    /// Whom the source's own words name.
    pub named: Option<usize>,
}

pub(super) struct Scene<'w, 'd> {
    pub words: &'w Words<'d>,
    pub cast: Cast,
    pub lines: Vec<Line>,
    /// How each mention stands, and whether it is (part of) a source.
    pub stands: Vec<(Stand, bool)>,
    /// The mentions of each entity, in order.
    pub of: Vec<Vec<u32>>,
    /// The words by which each entity goes, as hashes: its names, its roles.
    pub known: Vec<Vec<u32>>,
    /// Its names and its roles as they are compared, as hashes.
    pub keys: Vec<(Vec<u32>, Vec<u32>)>,
    by_word: HashMap<u32, Vec<u32>>,
    /// In the order of the text.
    pub spoken: Vec<Spoken>,
    /// Who speaks in each attribution.
    speakers: Vec<Option<usize>>,
    /// How often each has spoken, and the last time as an index of `spoken`.
    pub times: HashMap<usize, (u32, usize)>,
    /// Whom the same words meant before.
    pub meant: HashMap<String, usize>,
    /// Those most spoken of.
    pub salient: Vec<usize>,
}

impl<'w, 'd> Scene<'w, 'd> {
    pub fn new(words: &'w Words<'d>, cast: Cast, found: &[Found]) -> Self {
        let mut of = vec![Vec::new(); cast.entities.len()];
        for (m, mention) in cast.mentions.iter().enumerate() {
            of[mention.entity].push(narrow(m));
        }
        let lines: Vec<Line> = found.iter().map(|f| line(words, &cast, f)).collect();
        let mut sources = vec![false; words.document.tokens().len()];
        for line in &lines {
            sources[line.phrase.tokens.clone()].fill(true);
        }
        let stand = |m: &Mention| (stand(words, &m.tokens), sources[m.tokens.start]);
        let mut salient: Vec<usize> = (0..of.len()).filter(|&e| cast.entities[e].named).collect();
        salient.sort_by_key(|&e| (Reverse(of[e].len()), e));
        salient.truncate(SALIENT);
        let mut scene = Self {
            words,
            stands: cast.mentions.iter().map(stand).collect(),
            cast,
            lines,
            of,
            known: Vec::new(),
            keys: Vec::new(),
            by_word: HashMap::new(),
            spoken: Vec::new(),
            speakers: vec![None; found.len()],
            times: HashMap::new(),
            meant: HashMap::new(),
            salient,
        };
        for entity in 0..scene.cast.entities.len() {
            scene.learn(entity);
        }
        scene
    }

    /// Makes a new entity findable by its words: *the ferry company* by "ferry" and by "company".
    pub fn learn(&mut self, entity: usize) {
        self.of.resize(self.of.len().max(entity + 1), Vec::new());
        let e = &self.cast.entities[entity];
        let names = || e.names.iter().map(|(name, _, _)| name);
        let mut known: Vec<u32> = Vec::new();
        for word in names().chain(&e.roles).flat_map(|name| content_words(name)) {
            if known.len() < WORDS && !known.contains(&word) {
                known.push(word);
            }
        }
        for &word in &known {
            let entities = self.by_word.entry(word).or_default();
            if entities.len() < MOST {
                entities.push(narrow(entity));
            }
        }
        known.sort_unstable();
        self.known.push(known);
        let keyed = |name: &String| hash(&key(name));
        self.keys.push((names().map(keyed).collect(), e.roles.iter().map(keyed).collect()));
    }

    /// Some of those who go by a word of `tokens`.
    pub fn with_words(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let of = |at: usize| self.by_word.get(&hash(self.words.lower(at)));
        tokens.take(LOOKED_UP).filter_map(of).flatten().map(|&e| e as usize)
    }

    /// The sentence of token `at`, or the last one behind the text.
    pub fn sentence(&self, at: usize) -> usize {
        self.words.document.sentence_of(self.within(at))
    }

    /// The paragraph of token `at`, likewise.
    pub fn paragraph(&self, at: usize) -> usize {
        self.words.document.paragraph_of(self.within(at))
    }

    /// The token itself, or the last one where it lies behind the text.
    fn within(&self, at: usize) -> usize {
        at.min(self.words.document.tokens().len().saturating_sub(1))
    }

    /// True for a paragraph that is no part of the running text: a caption, a pull quote.
    pub fn is_aside(&self, paragraph: usize) -> bool {
        self.words.document.paragraphs()[paragraph].role.is_aside()
    }

    /// The last mention of `entity` that ends before token `at`; none where it is first spoken of there.
    pub fn before(&self, entity: usize, at: usize) -> Option<usize> {
        let of = &self.of[entity];
        let until = of.partition_point(|&m| self.cast.mentions[m as usize].tokens.end <= at);
        until.checked_sub(1).map(|i| of[i] as usize)
    }

    /// The first mention of `entity` that begins at or behind token `at`.
    pub fn after(&self, entity: usize, at: usize) -> Option<usize> {
        let of = &self.of[entity];
        let from = of.partition_point(|&m| self.cast.mentions[m as usize].tokens.start < at);
        of.get(from).map(|&m| m as usize)
    }

    /// True when `entity` is mentioned inside `tokens`.
    pub fn inside(&self, entity: usize, tokens: &Range<usize>) -> bool {
        let first = self.after(entity, tokens.start);
        first.is_some_and(|m| self.cast.mentions[m].tokens.end <= tokens.end)
    }

    /// Who speaks in attribution `index`, once it is settled.
    pub fn spoken_by(&self, index: usize) -> Option<usize> {
        self.speakers[index]
    }

    /// Notes who speaks in attribution `index`. Only who speaks in the article itself has spoken: of *Brook said the mayor
    /// had denied it* the next quotation may be Brook's and is not the mayor's.
    pub fn settled(&mut self, index: usize, entity: usize) {
        self.speakers[index] = Some(entity);
        let line = &self.lines[index];
        if line.parent.is_none() {
            let times = self.times.entry(entity).or_default();
            *times = (times.0 + 1, self.spoken.len());
            self.spoken.push(Spoken { entity, at: line.at, attribution: index });
        }
    }
}

/// The lower-case words of a name that tell something.
fn content_words(name: &str) -> impl Iterator<Item = u32> {
    name.split([' ', '’', '\'', '-'])
        .filter(|w| w.len() > 1 && !JOINING.has(w) && *w != "s")
        .map(|w| hash(&w.to_lowercase()))
}

/// FNV-1a: the same in every build, as some hashes are features; two words of one hash are taken for one.
pub(super) fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Indices fit: a text has fewer than 2^32 tokens.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// What is known of `f` before anyone is settled. Spans may be anybody's: without any it stands at the first token.
fn line(words: &Words<'_>, cast: &Cast, f: &Found) -> Line {
    let tokens = |span| words.document.tokens_in(span);
    let content = match (f.content.first(), f.content.last()) {
        (Some(&first), Some(&last)) => tokens(first).start..tokens(last).end,
        _ => 0..0,
    };
    let mut parts = [&f.source, &f.cue, &f.content].into_iter();
    let at = parts.find_map(|spans| words.place(spans)).unwrap_or(0);
    let run = source::run(words, &f.source);
    let phrase = run.map_or_else(|| Phrase::empty(at), |run| source::read(words, cast, run));
    let at = if phrase.tokens.is_empty() { at } else { phrase.tokens.start };
    let named = cast.mentioned_in(phrase.tokens.clone()).find(|m| m.name).map(|m| m.entity);
    Line { phrase, at, content, parent: f.parent, named }
}
