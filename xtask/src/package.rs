//! `package`: what is released, the same bytes from the same sources wherever it is built.
//!
//! Leaves signing to the stores. Archives have fixed times and sorted names, so that nothing but the
//! contents decides their bytes.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    build,
    files::files,
    manifest::{Browser, version},
    npm,
    root::{command, output, root, run as run_command},
    supply,
};

/// Arguments of `package`.
#[derive(clap::Args)]
pub struct Args {
    /// Then build twice more from the source archive alone, in two other folders, and compare.
    #[arg(long)]
    pub verify: bool,
}

/// Builds and writes everything to `dist/release/`.
pub fn run(args: &Args) -> Result<()> {
    build::run(&build::Args { release: true })?;
    let out = root().join("dist/release");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let version = version()?;
    let name = |what: &str| out.join(format!("ascribe-{version}-{what}"));
    for (browser, what) in [(Browser::Chrome, "chrome.zip"), (Browser::Firefox, "firefox.xpi")] {
        let folder = build::folder(browser);
        archive(&name(what), &folder, files(&folder)?)?;
    }
    archive(&name("source.zip"), &root(), sources()?)?;
    npm::pack(&out)?;
    supply::write(&out)?;
    let sums = checksums(&out)?;
    let list = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect::<String>();
    fs::write(out.join("SHA256SUMS"), &list)?;
    print!("{list}");
    if args.verify { verify(&name("source.zip"), &sums) } else { Ok(()) }
}

/// The files that make the project: those that git tracks, or in an unpacked source archive, all
/// that are not built.
fn sources() -> Result<Vec<PathBuf>> {
    let root = root();
    if root.join(".git").exists() {
        let list = output(command("git").args(["ls-files", "-z"]))?;
        let mut found = list
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(|name| root.join(name))
            .collect::<Vec<_>>();
        found.retain(|path| path.exists());
        found.sort();
        return Ok(found);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(&root)? {
        let path = entry?.path();
        let built = ["target", "dist", "node_modules"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !built {
            found.extend(files(&path)?);
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn archive(to: &Path, base: &Path, paths: Vec<PathBuf>) -> Result<()> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for path in paths {
        let below = path.strip_prefix(base)?;
        let name = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        // Scripts keep their run bit; nothing else of the machine gets in.
        let mode = if name.ends_with("/run") { 0o755 } else { 0o644 };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(mode);
        zip.start_file(name, options)?;
        zip.write_all(
            &fs::read(&path).with_context(|| format!("could not read {}", path.display()))?,
        )?;
    }
    fs::write(to, zip.finish()?.into_inner())
        .with_context(|| format!("could not write {}", to.display()))
}

/// SHA-256 of every archive in the folder, by name.
fn checksums(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut sums = BTreeMap::new();
    for path in files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "SHA256SUMS" {
            let sum = Sha256::digest(fs::read(&path)?);
            sums.insert(name, sum.iter().map(|byte| format!("{byte:02x}")).collect());
        }
    }
    Ok(sums)
}

/// Unpacks the sources in two other folders, packages there, and compares every checksum.
fn verify(source: &Path, expected: &BTreeMap<String, String>) -> Result<()> {
    let base = env::temp_dir().join(format!("ascribe-{}", std::process::id()));
    fs::create_dir_all(&base)?;
    // A copy, since another build may put a later one in our place while this goes on.
    let ourselves = base.join(format!("xtask{}", env::consts::EXE_SUFFIX));
    fs::copy(env::current_exe().context("could not tell which program this is")?, &ourselves)?;
    for name in ["verify-a", "verify-b/deeper"] {
        let folder = base.join(name);
        println!("\nBuilding again from the source archive in {}", folder.display());
        ZipArchive::new(fs::File::open(source)?)?.extract(&folder)?;
        // The same program builds there: it takes its root, and with it every path, from this variable.
        run_command(
            command(&ourselves)
                .arg("package")
                .current_dir(&folder)
                .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
                .env_remove("CARGO_TARGET_DIR"),
        )?;
        let found = checksums(&folder.join("dist/release"))?;
        for (name, sum) in expected {
            match found.get(name) {
                Some(other) if other == sum => {}
                Some(other) => bail!("{name} built in {} is {other}, not {sum}", folder.display()),
                None => bail!("{name} was not built in {}", folder.display()),
            }
        }
        fs::remove_dir_all(&folder)?;
    }
    fs::remove_dir_all(&base)?;
    println!("\nAll {} archives are the same bytes from three folders.", expected.len());
    Ok(())
}
