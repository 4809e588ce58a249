//! `start`: a browser with the extension installed, open on an article.

use std::env;

use anyhow::Result;

use crate::{build, harness, manifest::Browser, root::run as run_command};

/// Arguments of `start`.
#[derive(clap::Args)]
pub struct Args {
    /// Which browser.
    #[arg(long, value_enum, default_value_t = Which::Chromium)]
    browser: Which,
    /// Without a window: print what the panel says and leave a screenshot under target/start.
    #[arg(long)]
    headless: bool,
    /// A saved page, a text file or an address; our own sample article when left out.
    #[arg(value_name = "PATH|URL")]
    target: Option<String>,
}

/// A browser as one names it on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Which {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Which {
    /// The browser that we build for.
    pub const fn browser(self) -> Browser {
        match self {
            Self::Chromium => Browser::Chrome,
            Self::Firefox => Browser::Firefox,
        }
    }

    /// The name that the harness knows it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// Builds, and runs until the browser is closed; headless until the article is marked.
pub fn run(args: &Args) -> Result<()> {
    build::extension(&build::Args { release: false })?;
    let headless = args.headless || !has_display();
    if headless && !args.headless {
        println!("No display here: running without a window.");
    }
    let mut command = harness::program("start", &[args.browser.browser()])?;
    command.args(["--browser", args.browser.name()]);
    if headless {
        command.arg("--headless");
    }
    run_command(command.args(&args.target))
}

/// Whether a window can be shown. Only Linux and its kin can be without.
fn has_display() -> bool {
    let named = |variable| env::var_os(variable).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
