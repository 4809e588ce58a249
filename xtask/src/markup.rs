//! Takes out of the bundles the one way by which text could become markup.
//!
//! Preact can set `innerHTML` for a property that none of our components has. Without that
//! assignment nothing in the package can, which readers and the stores' linters can then see.

use std::{fs, path::Path};

use anyhow::{Result, bail};

use crate::files::files;

/// Rewrites every script under the folder; fails where an assignment is left that is not Preact's.
pub fn forbid(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        if path.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let harmless = without(&text);
        if harmless.contains(".innerHTML=") {
            bail!("{} assigns innerHTML", path.display());
        }
        if harmless != text {
            fs::write(&path, harmless)?;
        }
    }
    Ok(())
}

/// The text with each `A.innerHTML=B.__html` replaced by `B.__html`, which sets nothing.
fn without(text: &str) -> String {
    const SET: &str = ".innerHTML=";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SET) {
        let (before, after) = (&rest[..at], &rest[at + SET.len()..]);
        let target = before.len() - before.trim_end_matches(is_name).len();
        let value = after.len() - after.trim_start_matches(is_name).len();
        if target > 0 && value > 0 && after[value..].starts_with(".__html") {
            out.push_str(&before[..at - target]);
            // As long as before, so that source maps still hold.
            out.push_str(&" ".repeat(target + SET.len()));
        } else {
            out.push_str(&rest[..at + SET.len()]);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::without;

    fn check(before: &str, after: &str) {
        assert_eq!(without(before), after);
    }

    #[test]
    fn the_assignment_of_the_library_is_taken_out() {
        check("a||(t.innerHTML=g.__html),e.k=[]", "a||(            g.__html),e.k=[]");
    }

    #[test]
    fn reading_is_left() {
        check("g.__html==t.innerHTML||x", "g.__html==t.innerHTML||x");
    }

    #[test]
    fn any_other_assignment_is_left_to_be_refused() {
        check("t.innerHTML=name", "t.innerHTML=name");
    }
}
