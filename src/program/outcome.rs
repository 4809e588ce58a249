//! How a command ended. Leaves out which exit code that is; see `main`.

/// How a command ended that could go on to its end.
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Some inputs failed and were reported; the others were done.
    SomeFailed,
    /// All was searched and nothing was found.
    NothingFound,
    /// A search failed, in whole or in part, and that was reported.
    Fault,
}
