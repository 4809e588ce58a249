//! `serve`: the demo page of `www/`, built into `dist/www` and served on this machine.
//!
//! The folder stands alone: any web server can serve it. Leaves out the packages of the extension.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{
    bundle,
    engine::{self, Build},
    harness, manifest,
    root::root,
    root::run as run_command,
};

/// Arguments of `serve`.
#[derive(clap::Args)]
pub struct Args {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8000)]
    port: u16,
    /// Only build dist/www.
    #[arg(long)]
    build_only: bool,
}

/// Builds the demo, and serves it until it is stopped.
pub fn run(args: &Args) -> Result<()> {
    let out = build()?;
    println!("the demo is in {}", out.strip_prefix(root()).unwrap_or(&out).display());
    if args.build_only {
        return Ok(());
    }
    run_command(harness::program("serve", &[])?.args(["--port", &args.port.to_string()]))
}

/// Writes the demo with its engine, and returns its folder.
pub fn build() -> Result<PathBuf> {
    engine::build(Build::Anywhere)?;
    let out = root().join("dist/www");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let source = root().join("www");
    let entry = |name: &str, file: &str| format!("{name}={}", source.join(file).display());
    bundle::modules(
        &out,
        &[entry("main", "main.tsx"), entry("worker", "worker.ts"), entry("main", "main.css")],
    )?;
    let page = fs::read_to_string(source.join("index.html"))?;
    let version = format!("data-version=\"{}\"", manifest::version()?);
    fs::write(out.join("index.html"), page.replace("data-version=\"0.0.0\"", &version))?;
    fs::copy(root().join("extension/icons/32.png"), out.join("icon.png"))?;
    let engine = "ascribe_bg.wasm";
    fs::copy(Build::Anywhere.folder().join(engine), out.join(engine))?;
    Ok(out)
}
