//! The words of every statement of every account: which they are, where they stand, which are quoted.
//!
//! Leaves out what is alike; see `statements`.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use super::{
    comparison::{Account, At},
    fold::{fold, stem},
    stop::is_stop,
};
use crate::{
    span::Piece,
    text::{Document, TokenKind, Utf16},
};

/// The most words of one statement that are read: what nobody says in one breath.
const MOST: usize = 1_000;

/// One word of a statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The word itself, folded.
    pub word: u32,
    /// Its stem; none for a word that tells nothing.
    pub term: Option<u32>,
    /// It begins with a capital.
    pub capital: bool,
    /// It stands in quotation marks.
    pub quoted: bool,
    /// Its place among the words of its statement, and the fragment that it is of.
    pub place: (usize, usize),
    /// Where it stands.
    pub piece: Piece,
}

impl Word {
    /// True when it stands right behind `other`, in the same fragment.
    pub fn follows(&self, other: &Self) -> bool {
        self.place == (other.place.0 + 1, other.place.1) && self.piece.block == other.piece.block
    }
}

/// What one attribution says.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub at: At,
    /// In reading order; empty for one without content.
    pub words: Vec<Word>,
    /// It says no more than "it", "the allegation", "any wrongdoing".
    pub bare: bool,
}

impl Spoken {
    /// The stems of its words of meaning.
    pub fn terms(&self) -> BTreeSet<u32> {
        self.words.iter().filter_map(|w| w.term).collect()
    }
}

/// Stems by which a denial means a charge without repeating it.
const CHARGE: &[&str] = &[
    "accus",
    "accusation",
    "alleg",
    "allegation",
    "assertion",
    "charg",
    "claim",
    "collaboration",
    "complicity",
    "guilt",
    "guilty",
    "innocent",
    "involv",
    "involvement",
    "knowledg",
    "liability",
    "part",
    "responsibility",
    "rol",
    "suggestion",
    "tru",
    "wrong",
    "wrongdo",
    "wrongdoing",
];

/// Numbers for words, the same for all accounts of a comparison.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.0.get(word) {
            return number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.to_owned(), number);
        number
    }
}

/// What is said in all accounts, account by account in the order of their attributions.
pub(super) fn read(accounts: &[Account]) -> Vec<Spoken> {
    let (mut words, mut terms) = (Numbers::default(), Numbers::default());
    let mut out = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        let page = Page::new(account);
        for (index, attribution) in account.analysis.attributions.iter().enumerate() {
            let mut bare = true;
            let fragments = attribution.content.iter().enumerate();
            let words = fragments
                .flat_map(|(fragment, &piece)| page.tokens(piece).map(move |at| (fragment, at)))
                .filter(|&(_, at)| page.document.tokens()[at].is_word())
                .take(MOST)
                .enumerate()
                .map(|(place, (fragment, at))| {
                    let mut folded = fold(page.document.word(at));
                    // "F.B.I." and "FBI".
                    if page.document.tokens()[at].kind == TokenKind::Word {
                        folded.retain(|c| c != '.');
                    }
                    let meant = (!is_stop(&folded)).then(|| stem(&folded));
                    bare &= meant.is_none_or(|stem| CHARGE.contains(&stem));
                    Word {
                        word: words.of(&folded),
                        term: meant.map(|stem| terms.of(stem)),
                        capital: page.document.word(at).starts_with(char::is_uppercase),
                        quoted: page.document.quotation_of(at).is_some(),
                        place: (place, fragment),
                        piece: page.piece(at),
                    }
                })
                .collect();
            out.push(Spoken { at: at(number, index), words, bare });
        }
    }
    out
}

/// An attribution or an actor of an account. There are never 2³² of them.
pub(super) fn at(account: usize, index: usize) -> At {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    At { account: narrow(account), index: narrow(index) }
}

/// The text of an account, with the offsets that its pieces count in.
struct Page {
    document: Document,
    /// Start and end of every token in UTF-16 units of its block.
    units: Vec<(u32, u32)>,
}

impl Page {
    fn new(account: &Account) -> Self {
        let document = Document::new(&account.blocks);
        let table = Utf16::new(document.text());
        let mut units = Vec::with_capacity(document.tokens().len());
        for paragraph in document.paragraphs() {
            let zero = table.offset(paragraph.span.start);
            units.extend(
                document.tokens()[paragraph.tokens.clone()]
                    .iter()
                    .map(|t| (table.offset(t.span.start) - zero, table.offset(t.span.end) - zero)),
            );
        }
        Self { document, units }
    }

    /// The tokens that share a unit with the piece; none for a piece that is of no block.
    fn tokens(&self, piece: Piece) -> Range<usize> {
        let Some(paragraph) = self.document.paragraphs().get(piece.block as usize) else {
            return 0..0;
        };
        let (first, units) = (paragraph.tokens.start, &self.units[paragraph.tokens.clone()]);
        let start = units.partition_point(|u| u.1 <= piece.start);
        let end = units.partition_point(|u| u.0 < piece.end);
        first + start..first + end.max(start)
    }

    fn piece(&self, token: usize) -> Piece {
        let block = self.document.paragraph_of(token);
        Piece {
            block: u32::try_from(block).unwrap_or(u32::MAX),
            start: self.units[token].0,
            end: self.units[token].1,
        }
    }
}
