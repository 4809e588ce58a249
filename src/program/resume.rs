//! Taking up a run that was cut off: passes over the articles whose predictions are written already.
//!
//! Predictions come in the order of their articles, so input and output are walked side by side and
//! neither is held in memory. Every line is checked to be one of ours before anything is changed.
//! Leaves out annotating.

use std::{
    fs::File,
    io::{self, BufReader, Seek as _},
    path::Path,
};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, de::IgnoredAny};

use super::lines::{Line, Lines};

/// More than a prediction needs; a line beyond is not ours.
const MOST: u64 = 1 << 28;

/// What an article has of a prediction.
#[derive(Deserialize)]
struct Named {
    id: String,
}

/// A line that we wrote has this and no more.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    #[serde(rename = "attributions")]
    _attributions: Vec<IgnoredAny>,
    #[serde(rename = "declined")]
    _declined: Option<IgnoredAny>,
}

/// Takes from `lines` all that the file `out` answers; what is left is still to do. Gives the bytes of
/// `out` that are to be kept: all but a last line that was cut off. `unanswered` is given each line on
/// the way that has no prediction, and tells whether there is one to be made.
///
/// # Errors
/// When `out` was not written by a run over these lines: to go on would lose articles or repeat them.
pub fn pass_over(
    lines: &mut impl Iterator<Item = io::Result<Line>>,
    out: &Path,
    mut unanswered: impl FnMut(&Line) -> bool,
) -> Result<u64> {
    let shown = out.display();
    let cannot = || format!("cannot read {shown}");
    let mut file = File::open(out).with_context(cannot)?;
    let mut torn = 0;
    for written in Lines::new(BufReader::new(&file), MOST) {
        let written = written.with_context(cannot)?;
        let at = written.number;
        if !written.ended {
            if !may_be_torn(written.bytes()) {
                bail!("{shown}:{at}: no prediction that was cut off; nothing was changed");
            }
            torn = written.taken;
            break;
        }
        let Written { id, .. } =
            written.value().with_context(|| format!("{shown}:{at}: not a prediction"))?;
        loop {
            let Some(line) = lines.next().transpose()? else {
                bail!("{shown}:{at}: the input has no article {id} here");
            };
            if line.value::<Named>().is_ok_and(|article| article.id == id) {
                break;
            }
            if unanswered(&line) {
                bail!(
                    "{shown}:{at}: {id} does not follow the input, whose line {} comes first; \
                     without --resume all is done anew",
                    line.number
                );
            }
        }
    }
    let length = file.seek(io::SeekFrom::End(0)).with_context(cannot)?;
    Ok(length - torn)
}

/// Whether these bytes can be how a prediction begins.
fn may_be_torn(bytes: &[u8]) -> bool {
    fn either_begins(a: &[u8], b: &[u8]) -> bool {
        a.starts_with(b) || b.starts_with(a)
    }
    const BEFORE: &[u8] = b"{\"id\":";
    let Some(rest) = bytes.strip_prefix(BEFORE) else {
        return BEFORE.starts_with(bytes);
    };
    let mut ids = serde_json::Deserializer::from_slice(rest).into_iter::<String>();
    match ids.next() {
        Some(Ok(_)) => either_begins(&rest[ids.byte_offset()..], b",\"attributions\":["),
        Some(Err(error)) => error.is_eof(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_torn;

    #[test]
    fn only_the_beginning_of_a_prediction_may_be_cut() {
        let whole = r#"{"id":"a \" b","attributions":[{"source":[]"#;
        for end in 1..=whole.len() {
            assert!(may_be_torn(&whole.as_bytes()[..end]), "{}", &whole[..end]);
        }
        for other in
            ["x", "[1]", r#"{"id":"a","text":"#, r#"{"text":"a"#, r#"{"id":3"#, r#"{"id":"a"}"#]
        {
            assert!(!may_be_torn(other.as_bytes()), "{other}");
        }
    }
}
