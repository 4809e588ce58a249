//! Where a command's lines go, so that no run destroys what it did not write.
//!
//! A new run writes into a file beside the one that is asked for, NAME.part, and renames it at its
//! end. A run that is taken up goes on with that file, or with NAME itself where a run has ended.
//! Leaves out whether what a file holds is ours; see `resume`.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use same_file::Handle;

use super::lines::Writer;

/// A place for lines, and how they get there.
pub enum Place {
    /// Standard output.
    Stdout,
    /// A pipe or device, which is neither replaced nor taken up.
    Device(PathBuf),
    /// A file of ours, new or begun, that is renamed at the end where it has another name.
    File { path: PathBuf, begun: bool, rename_to: Option<PathBuf> },
}

impl Place {
    /// Chooses the place for `out`, or standard output. Nothing is opened for writing here.
    ///
    /// # Errors
    /// When it is the input itself, under whatever name, or a run is left there that is not taken up.
    pub fn choose(input: &Path, out: Option<&Path>, resume: bool) -> Result<Self> {
        let input = regular(input)?;
        let Some(out) = out else {
            if input.is_some() && input == of(Handle::stdout())? {
                bail!("the articles would be read from the file that they are written to");
            }
            return Ok(Self::Stdout);
        };
        // A link stays one: what it leads to is replaced.
        let out = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
        let mut part = out.clone().into_os_string();
        part.push(".part");
        let part = PathBuf::from(part);
        for path in [&out, &part] {
            if input.is_some() && input == regular(path)? {
                bail!("{} holds the articles themselves", path.display());
            }
        }
        let there = out.exists();
        if there && !out.is_file() {
            if resume {
                bail!("{} is no file that can be taken up", out.display());
            }
            return Ok(Self::Device(out));
        }
        let parted = part.exists();
        if parted && !resume {
            bail!(
                "{} is left of a run that was cut off: --resume goes on with it, or remove it",
                part.display()
            );
        }
        Ok(if resume && there && !parted {
            Self::File { path: out, begun: true, rename_to: None }
        } else {
            Self::File { path: part, begun: parted, rename_to: Some(out) }
        })
    }

    /// The file that a run has begun, to be taken up.
    pub fn begun(&self) -> Option<&Path> {
        match self {
            Self::File { path, begun, .. } => begun.then_some(path),
            _ => None,
        }
    }

    /// Opens the place; of a file that is taken up the first `keep` bytes stay.
    ///
    /// # Errors
    /// When it cannot be written, or another run writes there.
    pub fn open(self, keep: u64) -> Result<Output> {
        let (path, begun, rename_to) = match self {
            Self::Stdout => {
                let writer = Writer::new(io::stdout().lock());
                return Ok(Output { writer, rename: None });
            }
            Self::Device(path) => {
                let file = OpenOptions::new().write(true).open(&path);
                let file = file.with_context(|| format!("cannot write {}", path.display()))?;
                return Ok(Output { writer: Writer::new(file), rename: None });
            }
            Self::File { path, begun, rename_to } => (path, begun, rename_to),
        };
        let context = || format!("cannot write {}", path.display());
        let mut options = OpenOptions::new();
        let file = if begun {
            options.append(true).open(&path)
        } else {
            options.write(true).create_new(true).open(&path)
        }
        .with_context(context)?;
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            bail!("another run is writing {}", path.display());
        }
        if begun {
            file.set_len(keep).with_context(context)?;
        }
        Ok(Output { writer: Writer::new(file), rename: rename_to.map(|to| (path, to)) })
    }
}

/// An open place.
pub struct Output {
    pub writer: Writer,
    rename: Option<(PathBuf, PathBuf)>,
}

impl Output {
    /// Writes what is still held, and gives the file its name.
    ///
    /// # Errors
    /// When either fails; what is written stays where it is.
    pub fn finish(mut self) -> Result<()> {
        self.writer.flush()?;
        drop(self.writer);
        let Some((part, to)) = self.rename else {
            return Ok(());
        };
        // The rights of the file that is replaced; of none where it is new.
        if let Ok(before) = fs::metadata(&to) {
            let _ = fs::set_permissions(&part, before.permissions());
        }
        fs::rename(&part, &to)
            .with_context(|| format!("cannot rename {} to {}", part.display(), to.display()))
    }
}

/// The regular file under a name, or standard input under "-"; none where there is nothing or
/// something else, which opening might disturb.
fn regular(path: &Path) -> Result<Option<Handle>> {
    if path == Path::new("-") {
        return of(Handle::stdin());
    }
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => of(Handle::from_path(path)),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn of(handle: io::Result<Handle>) -> Result<Option<Handle>> {
    // One that is closed is nobody's file.
    let Ok(handle) = handle else { return Ok(None) };
    let is_file = |file: &File| file.metadata().is_ok_and(|m| m.is_file());
    Ok(is_file(handle.as_file()).then_some(handle))
}
