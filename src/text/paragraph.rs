//! One block in the joined text. Leaves out what is found in it.

use std::ops::Range;

use crate::{analysis::Role, span::Span};

/// What stands between two blocks in the joined text; no token and no span of a block touches it.
pub const SEPARATOR: &str = "\n\n";

/// One block in the joined text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes in the joined text.
    pub span: Span,
    /// Its tokens, end-exclusive; empty for a block without words.
    pub tokens: Range<usize>,
    /// What it is on the page.
    pub role: Role,
}
