//! Finds who says what in a news article.
//!
//! The door is [`analyze`]: blocks of text in, an [`Analysis`] out. The library reads no file, clock,
//! environment or page and cannot fail: any text gives an analysis, perhaps an empty one.

pub mod actors;
pub mod analysis;
pub mod attributions;
mod door;
pub mod kinds;
pub mod language;
pub mod lexicon;
pub mod model;
pub mod replies;
pub mod span;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::{Analysis, Block};
pub use door::{MOST_BYTES, Options, Stage, analyze, in_stages, judge, to_pieces, within};
