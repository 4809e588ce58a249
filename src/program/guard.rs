//! A fault of ours costs the article at which it happens, and nothing else.
//!
//! No text should bring one about; where one does, the reader is told which article it was and where
//! in the program it went wrong. Leaves out a stack or a memory that ends, which nothing survives.

use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

use anyhow::{Result, anyhow};

thread_local! {
    /// What went wrong last on this thread, while it is guarded.
    static FAULT: RefCell<Option<String>> = const { RefCell::new(None) };
    static GUARDED: RefCell<bool> = const { RefCell::new(false) };
}

/// The work's own result, or an error in place of a panic, which then is not printed.
///
/// # Errors
/// Those of the work, and its panic.
pub fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if GUARDED.with_borrow(|guarded| *guarded) {
                FAULT.set(Some(info.to_string()));
            } else {
                usual(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    // What the work had in hand is let go with it: nothing half done is seen again.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.unwrap_or_else(|_| {
        let fault = FAULT.take().unwrap_or_default();
        Err(anyhow!(
            "a fault of ascribe; nothing is said of this article ({})",
            fault.replace('\n', " ")
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_an_error_that_says_where() {
        let nothing: [u8; 0] = [];
        let error = guarded(|| Ok(nothing[std::hint::black_box(3)])).expect_err("a fault");
        let told = error.to_string();
        assert!(told.contains("guard.rs") && told.contains("index"), "{told}");
        assert_eq!(guarded(|| Ok(1)).expect("the next goes well"), 1);
    }
}
