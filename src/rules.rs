//! Rules by name: how one of them is left out, to measure what it is worth.
//!
//! Leaves out what they do: passes over what was found are in `attributions/merge.rs`, guards against charges and
//! denials that nobody made in `kinds/unmade.rs`.

use std::sync::OnceLock;

static WITHOUT: OnceLock<String> = OnceLock::new();

/// Leaves the rule of this name out until the process ends; the first call counts. Only the program does so.
pub fn leave_out(name: &str) {
    let _ = WITHOUT.set(name.to_owned());
}

/// Whether the rule is to be applied: always, but in the program.
pub(crate) fn applies(name: &str) -> bool {
    cfg!(not(feature = "native")) || WITHOUT.get().is_none_or(|without| without != name)
}
