//! The learned numbers of replies.
//!
//! Leaves out what the features say; see `pair`.

use std::sync::LazyLock;

use crate::model::Choice;

/// Features of a pair.
pub const FEATURES: usize = 41;

/// Features of answering nothing that stands in the article, as a denial of what others have printed does.
pub const NOTHING: usize = 8;

/// Those of this build, read at the first use; `build.rs` has checked them.
pub(super) static NETWORK: LazyLock<Option<Choice<FEATURES, NOTHING>>> =
    LazyLock::new(|| Choice::read(include_bytes!("../../models/replies.bin")));
