//! Taking up a run that was cut off: passes over the articles whose predictions are written already.
//!
//! Predictions come in the order of their articles, so input and output are walked side by side and
//! neither is held in memory. Leaves out annotating.

use std::{
    fs::{File, OpenOptions},
    io::{BufRead, BufReader, Read as _, Seek as _, SeekFrom},
    path::Path,
};

use anyhow::{Context, Result, bail};

/// What articles and predictions have in common.
#[derive(serde::Deserialize)]
struct Named {
    id: String,
}

/// A line of the input with its number, from 1.
pub type Numbered = (usize, String);

/// Takes from `lines` all that `out` answers; what is left is still to do. A last line of `out` that
/// was cut off is removed first. `unanswered` is given each line on the way that has no prediction,
/// and tells whether there is one to be made.
///
/// # Errors
/// When `out` was not written by a run over these lines: to go on would lose articles or repeat them.
pub fn pass_over(
    lines: &mut impl Iterator<Item = Result<Numbered>>,
    out: &Path,
    mut unanswered: impl FnMut(&Numbered) -> bool,
) -> Result<()> {
    let shown = out.display();
    let file = cut_torn_line(out).with_context(|| format!("cannot take up {shown}"))?;
    for (at, written) in BufReader::new(file).lines().enumerate() {
        let written = written.with_context(|| format!("cannot read {shown}"))?;
        let Named { id } = serde_json::from_str(&written)
            .with_context(|| format!("{shown}:{}: not a prediction", at + 1))?;
        loop {
            let Some(line) = lines.next().transpose()? else {
                bail!("{shown}:{}: the input has no article {id} here", at + 1);
            };
            if serde_json::from_str::<Named>(&line.1).is_ok_and(|article| article.id == id) {
                break;
            }
            if unanswered(&line) {
                bail!(
                    "{shown}:{}: {id} does not follow the input, whose line {} comes first; \
                     without --resume all is done anew",
                    at + 1,
                    line.0
                );
            }
        }
    }
    Ok(())
}

/// The file from its start, without what follows its last line end.
fn cut_torn_line(path: &Path) -> std::io::Result<File> {
    const STEP: u64 = 1 << 16;
    let mut file = OpenOptions::new().read(true).write(true).open(path)?;
    let mut end = file.metadata()?.len();
    let mut whole = 0;
    // Backwards, since only the end can be torn.
    while end > 0 {
        let start = end.saturating_sub(STEP);
        file.seek(SeekFrom::Start(start))?;
        let mut block = Vec::new();
        file.by_ref().take(end - start).read_to_end(&mut block)?;
        if let Some(at) = block.iter().rposition(|&b| b == b'\n') {
            whole = start + at as u64 + 1;
            break;
        }
        end = start;
    }
    file.set_len(whole)?;
    file.rewind()?;
    Ok(file)
}
