//! How a command ended, and whether that is anybody's fault. Leaves out which exit code that is; see `main`.

use std::io;

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

/// True where whoever reads has read enough: `ascribe … | head`.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        // An error of serde_json hides the one of the pipe from the chain.
        let kind = cause
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| cause.downcast_ref::<serde_json::Error>()?.io_error_kind());
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}
