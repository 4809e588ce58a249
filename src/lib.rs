//! Finds who says what in a news article.
//!
//! The door is [`analyze`]: blocks of text in, an [`Analysis`] out. The library reads no file, clock,
//! environment or page and cannot fail: any text gives an analysis, perhaps an empty one.
//!
//! ```
//! use ascribe::{Block, Options, analysis::Kind, analyze};
//!
//! let blocks = [Block {
//!     text: "Norway accused Iceland of landing too much herring. Iceland denied it.".into(),
//!     ..Block::default()
//! }];
//! let analysis = analyze(&blocks, &Options::default());
//! let [accusation, denial] = &analysis.attributions[..] else {
//!     panic!("two statements are attributed here");
//! };
//! assert_eq!(accusation.kind, Kind::Accusation);
//! assert_eq!(denial.kind, Kind::Denial);
//! assert_eq!(denial.replies_to, Some(0));
//!
//! // Spans count UTF-16 code units within their block, as a page's strings do.
//! let cue = denial.cue[0];
//! let units: Vec<u16> = blocks[0].text.encode_utf16().collect();
//! let words = &units[cue.start as usize..cue.end as usize];
//! assert_eq!(String::from_utf16_lossy(words), "denied");
//! ```
//!
//! `cargo run --example speakers` lists who says what in an article from standard input. Without
//! default features the program's dependencies are left out; then `bitflags`, `serde`, `regex` with its parser and
//! `similar` are the only ones. [`mod@compare`] lays the analyses of several articles on one event
//! beside each other.
//!
//! What else there is lies behind the feature `internals`, for the program and the project's own tests: it is no part of
//! what a version promises.

pub mod analysis;
mod asides;
pub mod categories;
pub mod compare;
mod door;
mod patterns;
pub mod span;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod watch;

pub use analysis::{Analysis, Block};
pub use compare::compare;
pub use door::{Decided, MOST_BYTES, Options, analyze, explained, watched};
pub use watch::{Stage, Watch};

/// The rooms in between: what `internals` opens, and nobody else sees.
#[cfg_attr(
    not(feature = "internals"),
    expect(dead_code, unused_imports, reason = "the program and tests ask for it")
)]
#[path = ""]
mod rooms {
    pub mod actors;
    pub mod attributions;
    pub mod kinds;
    pub mod language;
    pub mod lexicon;
    pub mod model;
    pub mod replies;
    pub mod rules;
    pub mod summary;
    pub mod text;
    pub mod words;
}

#[cfg(not(feature = "internals"))]
use rooms::*;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub use {
    door::{judge, to_pieces, within},
    rooms::*,
};
