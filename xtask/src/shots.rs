//! `shots`, `first-use` and `soak`: to be looked at and to be left running; none is part of the tests.

use anyhow::Result;

use crate::{build, harness, root::run as run_command, serve, start::Which};

/// Arguments of `shots`.
#[derive(clap::Args)]
pub struct ShotsArgs {
    /// Which browser; both when left out.
    #[arg(long, value_enum)]
    browser: Option<Which>,
    /// Only pictures whose name contains this.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

/// Writes a picture of every surface, light and dark, to `target/shots/`.
pub fn shots(args: &ShotsArgs) -> Result<()> {
    build::extension(&build::Args { release: true })?;
    serve::build()?;
    for which in chosen(args.browser) {
        let mut command = harness::program("shots", &[which.browser()])?;
        command.args(["--browser", which.name()]);
        if let Some(only) = &args.only {
            command.args(["--only", only]);
        }
        run_command(&mut command)?;
    }
    Ok(())
}

/// Arguments of `first-use`.
#[derive(clap::Args)]
pub struct FirstUseArgs {
    /// Which browser; both when left out.
    #[arg(long, value_enum)]
    browser: Option<Which>,
}

/// Walks through a new reader's first minutes; prints times and clicks, and leaves pictures.
pub fn first_use(args: &FirstUseArgs) -> Result<()> {
    build::extension(&build::Args { release: true })?;
    for which in chosen(args.browser) {
        let mut command = harness::program("first-use", &[which.browser()])?;
        run_command(command.args(["--browser", which.name()]))?;
    }
    Ok(())
}

/// Arguments of `soak`.
#[derive(clap::Args)]
pub struct SoakArgs {
    /// Which browser; both when left out.
    #[arg(long, value_enum)]
    browser: Option<Which>,
    /// How long the page that draws itself anew each second is watched.
    #[arg(long, value_name = "N", default_value_t = 5)]
    minutes: u32,
}

/// Leaves the extension on a restless page, opens many articles, and measures what stays behind.
pub fn soak(args: &SoakArgs) -> Result<()> {
    build::extension(&build::Args { release: true })?;
    for which in chosen(args.browser) {
        let mut command = harness::program("soak", &[which.browser()])?;
        command.args(["--browser", which.name(), "--minutes", &args.minutes.to_string()]);
        run_command(&mut command)?;
    }
    Ok(())
}

fn chosen(browser: Option<Which>) -> Vec<Which> {
    browser.map_or_else(|| vec![Which::Chromium, Which::Firefox], |one| vec![one])
}
