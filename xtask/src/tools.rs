//! What the commands need on the machine, installed on first use with a line that says so.
//!
//! Leaves out what cannot be installed quietly: there the error names the platform's own command.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};

use crate::{
    manifest::Browser,
    root::{command, output, root, run},
};

/// The Rust target of the engine in the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the wasm target is there.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET);
    if library.exists() {
        return Ok(());
    }
    println!(
        "Installing the Rust target {WASM_TARGET} (rustup target add): the engine in the browser needs it."
    );
    run(command("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!("the Rust target {WASM_TARGET} is missing; add it with your Rust distribution")
    })
}

/// Makes sure that Node is there and new enough, and that the npm packages of the lock file are installed.
pub fn node_packages() -> Result<()> {
    let version = output(command("node").arg("--version")).context(
        "Node 20 or later is missing: `apt-get install nodejs npm` (Debian, Ubuntu), \
         `brew install node` (macOS), `winget install OpenJS.NodeJS` (Windows)",
    )?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    let major = major.and_then(|word| word.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!(
            "Node 20 or later is needed, this is {}: https://nodejs.org says how to get it",
            version.trim()
        );
    }
    // A copy of the lock file, left by the last install, tells whether it still holds.
    let lock =
        fs::read(root().join("package-lock.json")).context("package-lock.json is missing")?;
    let stamp = root().join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!(
        "Installing the npm packages of package-lock.json (npm ci): bundler, checkers and test driver."
    );
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(command(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(stamp, lock).context("could not note which packages are installed")
}

/// A program of an installed npm package.
pub fn node_program(name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    command(root().join("node_modules/.bin").join(file))
}

/// The browser's program: the one that its variable names, or where systems put it; installed by apt
/// where that can be done without asking.
pub fn browser(browser: Browser) -> Result<PathBuf> {
    let (variable, package, elsewhere) = match browser {
        Browser::Chrome => ("CHROMIUM", "chromium", "Chromium or Chrome 140 or later"),
        Browser::Firefox => ("FIREFOX", "firefox-esr", "Firefox 150 or later"),
    };
    if let Some(named) = env::var_os(variable).map(PathBuf::from) {
        if named.exists() {
            return Ok(named);
        }
        bail!("{variable} names {}, which is not there", named.display());
    }
    if let Some(found) = look_for(browser) {
        return Ok(found);
    }
    if can_apt() {
        println!(
            "Installing {package} (apt-get install): the commands that open a browser need it."
        );
        // The lists of a fresh container are empty, so the update must come first; an interrupted
        // install of the other browser must not stop this one.
        run(command("apt-get").arg("update").arg("-qq"))?;
        let install = || {
            run(command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                package,
            ]))
        };
        install().or_else(|_| {
            run(command("apt-get").args(["install", "-f", "-y", "-qq"])).and_then(|()| install())
        })?;
        if let Some(found) = look_for(browser) {
            return Ok(found);
        }
    }
    bail!(
        "{elsewhere} was not found: install it (`apt-get install {package}` on Debian as root, \
         `brew install --cask {}` on macOS, or from its maker) or set {variable} to its program",
        if browser == Browser::Chrome { "chromium" } else { "firefox" }
    )
}

fn look_for(browser: Browser) -> Option<PathBuf> {
    let (names, fixed): (&[&str], &[&str]) = match browser {
        Browser::Chrome => (
            &["chromium", "chromium-browser", "google-chrome"],
            &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            ],
        ),
        Browser::Firefox => (
            &["firefox-esr", "firefox"],
            &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
            ],
        ),
    };
    let path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .chain(fixed.iter().map(PathBuf::from))
        .find(|program| program.is_file())
}

/// Whether packages can be installed without asking anyone: Debian's tool is there and we are root.
fn can_apt() -> bool {
    Path::new("/usr/bin/apt-get").exists()
        && output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
