//! `build`: both packages under `dist/`, and the sizes that they are held to.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use flate2::{Compression, write::DeflateEncoder};

use crate::{
    bundle,
    engine::{self, Build},
    figures,
    files::files,
    manifest::{self, Browser},
    npm,
    root::root,
    supply,
};

/// Arguments of `build`.
#[derive(clap::Args)]
pub struct Args {
    /// Without source maps, as it is packed and shipped.
    #[arg(long)]
    pub release: bool,
}

/// Most bytes that a package may have, compressed.
const PACKAGE_BUDGET: usize = 2_800_000;
/// Most bytes of the engine, compressed.
const ENGINE_BUDGET: usize = 2_500_000;
/// Most bytes of gate and content script together, compressed.
const CONTENT_BUDGET: usize = 44_000;
/// Most bytes that the panel reads before its first view, compressed.
const PANEL_BUDGET: usize = 60_000;
/// Most bytes that the map adds when it is opened, compressed.
const MAP_BUDGET: usize = 40_000;

/// Builds both and the npm package, prints the sizes and fails where one is over its budget.
pub fn run(args: &Args) -> Result<()> {
    engine::build(Build::Anywhere)?;
    npm::build()?;
    extension(args)
}

/// The same of the extension alone.
pub fn extension(args: &Args) -> Result<()> {
    engine::build(Build::Relaxed)?;
    for browser in Browser::ALL {
        let out = folder(browser);
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        fs::create_dir_all(&out)?;
        bundle::extension(&out, !args.release)?;
        figures::write(&out)?;
        fs::write(out.join("manifest.json"), manifest::derive(browser)?)?;
        supply::notices::write(&out)?;
    }
    for browser in Browser::ALL {
        sizes(&folder(browser))?;
    }
    Ok(())
}

/// Where the package for that browser lies, unpacked.
pub fn folder(browser: Browser) -> PathBuf {
    root().join("dist").join(browser.folder())
}

/// Prints what the package weighs, and fails, naming it, where something is over its budget.
fn sizes(out: &Path) -> Result<()> {
    let mut total = 0;
    for file in files(out)? {
        if file.extension().is_none_or(|extension| extension != "map") {
            total += deflated(&file)?;
        }
    }
    let content = ["content-judge.js", "content.js", "content-main.js"]
        .iter()
        .map(|name| deflated(&out.join(name)))
        .sum::<Result<usize>>()?;
    let first_view = [
        vec![out.join("panel.html"), out.join("panel.css")],
        bundle::imported(out, out.join("panel.js"))?,
    ]
    .concat();
    let mut map = bundle::imported(out, map_chunk(out)?)?;
    map.retain(|file| !first_view.contains(file));
    let sum = |files: &[PathBuf]| files.iter().map(|file| deflated(file)).sum::<Result<usize>>();
    let rows = [
        ("package", total, PACKAGE_BUDGET),
        ("engine", deflated(&out.join("ascribe_bg.wasm"))?, ENGINE_BUDGET),
        ("content script", content, CONTENT_BUDGET),
        ("panel, first view", sum(&first_view)?, PANEL_BUDGET),
        ("map, when opened", sum(&map)?, MAP_BUDGET),
    ];
    println!(
        "{} (bytes compressed, of what is allowed)",
        out.strip_prefix(root()).unwrap_or(out).display()
    );
    for (name, size, budget) in rows {
        println!("  {name:<18}{size:>10} of {budget:>9}");
    }
    for (name, size, budget) in rows {
        if size > budget {
            bail!(
                "{name} of {} is {size} bytes compressed, more than the {budget} allowed",
                out.display()
            );
        }
    }
    Ok(())
}

/// The chunk that the panel loads when its map is first opened.
fn map_chunk(out: &Path) -> Result<PathBuf> {
    files(&out.join("chunks"))?
        .into_iter()
        .find(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("map-") && name.ends_with(".js")
        })
        .context("the map is no chunk of its own")
}

/// The size of a file as a zip holds it; 0 where it is absent.
fn deflated(path: &Path) -> Result<usize> {
    if !path.exists() {
        return Ok(0);
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}
