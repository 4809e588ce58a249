//! `bench`: the engine by stage, beside its peers in both browsers, and marks beside elements;
//! written to `docs/BENCHMARKS.md` with what it was measured on. Leaves out being right: `eval`.

mod accuracy;
mod charts;
mod find;
mod latency;
mod native;
mod saved;
mod spread;

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use charts::{Bar, bars};
use serde_json::Value;
use spread::{Spread, shown, spread};

use crate::{
    bundle,
    engine::{self, Build},
    harness,
    manifest::Browser,
    root::{command, output, root},
};

/// Arguments of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// Only print how soon an article is marked, how long its page is held up for that, and how soon
    /// the panel is open.
    #[arg(long)]
    latency: bool,
    /// Only print what `ascribe find` takes on many articles.
    #[arg(long, conflicts_with = "latency")]
    find: bool,
    /// Only print what it takes to lay three articles beside each other, natively and in both browsers.
    #[arg(long, conflicts_with_all = ["latency", "find"])]
    comparing: bool,
    /// Folder with eval/ (the annotated articles) and pages/ (the saved ones).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
}

/// Measures everything and writes the page and its pictures.
pub fn run(args: &Args) -> Result<()> {
    if args.latency {
        println!("{}", latency::section()?);
        return Ok(());
    }
    if args.find {
        println!("{}", find::section(&args.shared)?);
        return Ok(());
    }
    engine::build(Build::Relaxed)?;
    if args.comparing {
        println!("{}", comparing(&native::comparing()?, &in_browsers(&["--comparing"])?)?);
        return Ok(());
    }
    let stages = native::stages()?;
    let comparison = native::comparing()?;
    let measured = in_browsers(&[])?;
    let folder = root().join("docs/benchmarks");
    fs::create_dir_all(&folder)?;
    let mut page = heading(&measured)?;
    natively(&mut page, &stages);
    page.push_str(&comparing(&comparison, &measured)?);
    page.push_str(&find::section(&args.shared)?);
    beside_peers(&mut page, &measured, &folder)?;
    marks(&mut page, &measured, &folder)?;
    page.push_str(&latency::section()?);
    page.push_str(&saved::section(&args.shared)?);
    page.push_str(&accuracy::section(&args.shared)?);
    fs::write(root().join("docs/BENCHMARKS.md"), page)?;
    println!("docs/BENCHMARKS.md written");
    Ok(())
}

fn in_browsers(options: &[&str]) -> Result<Value> {
    let tests = root().join("target/tests");
    bundle::for_page(&tests.join("page"), &[root().join("tests/bench/page.ts")])?;
    bundle::for_node(&tests.join("node"), &[root().join("tests/bench/run.ts")])?;
    let json =
        output(harness::node(&Browser::ALL)?.arg(tests.join("node/bench/run.js")).args(options))?;
    serde_json::from_str(&json).context("the browsers' half of the benchmark gave no JSON")
}

fn heading(measured: &Value) -> Result<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unnamed processor", |(_, name)| name);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("?");
    let cores = std::thread::available_parallelism()?;
    let rust = output(command("rustc").arg("--version"))?;
    Ok(format!(
        "# Benchmarks\n\n\
         Written by `cargo xtask bench`; run it for the figures of your machine. These are of {cores} cores of\n\
         {cpu} under {} ({}), load {load} at the end (other work ran beside it where that is above {cores}),\n\
         {}, {}, {}, compromise {}, harper.js {}.\n\
         Times are medians, with the quartiles in brackets.\n",
        std::env::consts::OS,
        std::env::consts::ARCH,
        rust.split_whitespace().take(2).collect::<Vec<_>>().join(" "),
        measured["browsers"]["chromium"]["version"].as_str().unwrap_or("?"),
        measured["browsers"]["firefox"]["version"].as_str().unwrap_or("?"),
        measured["versions"]["compromise"].as_str().unwrap_or("?"),
        measured["versions"]["harper.js"].as_str().unwrap_or("?"),
    ))
}

fn natively(page: &mut String, stages: &[native::Row]) {
    page.push_str("\n## The engine by stage, natively, on one core\n\n");
    page.push_str(
        "| stage | 1,000 words | 10,000 words | 100,000 words |\n| --- | --- | --- | --- |\n",
    );
    for row in stages {
        let _ = writeln!(page, "| {} | {} |", row.stage, row.medians.join(" | "));
    }
    page.push_str("\nA cost that is linear is ten times as much at each step to the right.\n");
}

/// What it costs to lay three articles beside each other, natively and in the browsers; a section of the page.
fn comparing(natively: &str, measured: &Value) -> Result<String> {
    let cell = |kind: &str| spread(&measured["browsers"][kind]["report"]["comparing"]).map(shown);
    let (chromium, firefox) = (cell("chromium")?, cell("firefox")?);
    Ok(format!(
        "\n## Comparing\n\n\
         Three articles of 1,000 words beside each other, beyond their analyses, on one core.\n\n\
         | natively | Chromium | Firefox |\n| --- | --- | --- |\n\
         | {natively} | {chromium} | {firefox} |\n"
    ))
}

const PEERS: [(&str, &str); 3] = [
    ("Ascribe", "who says what, actors, replies"),
    ("compromise", "`.quotations()`, `.people()`, `.places()`"),
    ("Harper", "`lint` of the same text"),
];

fn beside_peers(page: &mut String, measured: &Value, folder: &Path) -> Result<()> {
    page.push_str(
        "\n## In the browser, beside others\n\n\
         With the engine as the extension has it, in one page, in rounds that run each once, on the same texts, another text each\n\
         round. They do\n\
         not do the same work: compromise finds quotations and names but not who says what, Harper looks\n\
         for faults of grammar. They are what a page can otherwise run on text of this size.\n",
    );
    for (kind, name) in [("chromium", "Chromium"), ("firefox", "Firefox")] {
        let report = &measured["browsers"][kind]["report"];
        let _ = write!(
            page,
            "\n### {name}\n\n| | 1,000 words | × Ascribe | 10,000 words | × Ascribe | to the first answer |\n| --- | --- | --- | --- | --- | --- |\n"
        );
        let mut chart = Vec::new();
        for (peer, what) in PEERS {
            let at = |words: &str, of: &str| spread(&report["engines"][words][of]);
            let (small, large) = (at("1000", peer)?, at("10000", peer)?);
            let ratio = |ours: Spread, theirs: Spread| theirs.median / ours.median;
            let _ = writeln!(
                page,
                "| {peer}: {what} | {} | {:.1} | {} | {:.1} | {:.0} ms |",
                shown(small),
                ratio(at("1000", "Ascribe")?, small),
                shown(large),
                ratio(at("10000", "Ascribe")?, large),
                report["starts"][peer].as_f64().unwrap_or_default(),
            );
            chart.push(Bar { name: peer.to_owned(), spread: large });
        }
        let title = format!("{name}: 10,000 words, milliseconds");
        fs::write(folder.join(format!("peers-{kind}.svg")), bars(&title, &chart))?;
        let _ = write!(page, "\n![{title}](benchmarks/peers-{kind}.svg)\n");
    }
    page.push_str("\n## Size\n\n| | download, compressed |\n| --- | --- |\n");
    for (peer, _) in PEERS {
        let kilobytes = measured["sizes"][peer].as_f64().unwrap_or_default() / 1000.0;
        let _ = writeln!(page, "| {peer} | {kilobytes:.0} kB |");
    }
    let megabytes =
        measured["browsers"]["chromium"]["report"]["memory"].as_f64().unwrap_or_default() / 1e6;
    let _ =
        write!(page, "\nAfter all of these runs the engine holds {megabytes:.1} MB of memory.\n");
    Ok(())
}

fn marks(page: &mut String, measured: &Value, folder: &Path) -> Result<()> {
    let ranges = measured["browsers"]["chromium"]["report"]["ranges"].as_u64().unwrap_or_default();
    let _ = write!(
        page,
        "\n## Marks\n\nDrawing {ranges} ranges as custom highlights, as we do, and as `<mark>` elements around the\n\
         same words; style and layout included.\n\n| | custom highlights | `<mark>` elements | × |\n| --- | --- | --- | --- |\n"
    );
    for (kind, name) in [("chromium", "Chromium"), ("firefox", "Firefox")] {
        let report = &measured["browsers"][kind]["report"]["marks"];
        let (ours, theirs) =
            (spread(&report["custom highlights"])?, spread(&report["mark elements"])?);
        let ratio = theirs.median / ours.median;
        let _ = writeln!(page, "| {name} | {} | {} | {ratio:.0} |", shown(ours), shown(theirs));
        let title = format!("{name}: {ranges} marks, milliseconds");
        let chart = [("custom highlights", ours), ("<mark> elements", theirs)]
            .map(|(name, spread)| Bar { name: name.to_owned(), spread });
        fs::write(folder.join(format!("marks-{kind}.svg")), bars(&title, &chart))?;
    }
    for kind in ["chromium", "firefox"] {
        let _ = write!(page, "\n![{kind}: marks](benchmarks/marks-{kind}.svg)\n");
    }
    Ok(())
}
