//! `spark`: tests the example with Apache Spark in local mode, and measures it on one and two cores.
//!
//! Needs Java and Python; PySpark is installed into `target/spark`. Where one of them cannot be had,
//! one line says so. The figures go to `docs/SPARK.md`. Leaves out the example itself: `examples/spark`.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::{
    ascribe, many,
    root::{command, output, root, run as run_command},
};

/// Arguments of `spark`.
#[derive(clap::Args)]
pub struct Args {
    /// Articles to measure with.
    #[arg(long, default_value_t = 2_000)]
    articles: usize,
    /// Folder with eval/ (the annotated articles).
    #[arg(long, value_name = "DIR", default_value = "../shared")]
    shared: PathBuf,
}

/// Runs the test, then the measurement.
pub fn run(args: &Args) -> Result<()> {
    if output(command("java").arg("-version")).is_err() {
        println!(
            "skipped: Spark, Java is missing (Debian, Ubuntu: apt-get install default-jre-headless)"
        );
        return Ok(());
    }
    let Some(python) = python_with_spark() else {
        println!("skipped: Spark, PySpark could not be installed");
        return Ok(());
    };
    let ascribe = ascribe::built_program()?;
    let example = root().join("examples/spark");
    let script = |name: &str| {
        let mut command = command(&python);
        command.arg(example.join(name)).env("ASCRIBE", &ascribe);
        // The test leaves nothing beside the example.
        command.env("PYTHONDONTWRITEBYTECODE", "1");
        command
    };
    run_command(&mut script("test_annotate.py"))?;
    let articles = root().join("target/spark-articles.jsonl");
    if !many::write(&args.shared, args.articles, usize::MAX, &articles)? {
        return Ok(());
    }
    let mut page = heading(&python)?;
    for master in ["local[1]", "local[2]"] {
        let out = root().join("target/spark-out");
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        let said = output(
            script("annotate.py")
                .args([&articles, &out])
                .args(["--master", master, "--partitions", "8", "--ascribe"])
                .arg(&ascribe),
        )?;
        let last = said.lines().last().unwrap_or_default();
        println!("{last}");
        // "500 articles in 9.1 s on local[1]: 55 a second"
        let (took, rate) = last
            .split_once(" in ")
            .and_then(|(_, rest)| rest.split_once(&format!(" on {master}: ")))
            .with_context(|| format!("annotate.py said {last:?}"))?;
        let rate = rate.trim_end_matches(" a second");
        let _ = writeln!(page, "| `{master}` | {took} | {rate} |");
    }
    let to = root().join("docs/SPARK.md");
    fs::write(&to, page)?;
    println!("{} written", to.display());
    Ok(())
}

/// What was measured, where, and by which versions.
fn heading(python: &Path) -> Result<String> {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    Ok(format!(
        "# Archives in Apache Spark\n\n\
         Written by `cargo xtask spark`: the example of `examples/spark` in local mode, eight partitions, on\n\
         articles repeated from annotated ones. {} cores, load {} before the first run, PySpark {}.\n\n\
         | master | time | articles a second |\n| --- | --- | --- |\n",
        std::thread::available_parallelism()?,
        load.split(' ').next().unwrap_or("?"),
        output(command(python).args(["-c", "import pyspark; print(pyspark.__version__)"]))?.trim(),
    ))
}

/// Python of an environment that has PySpark, made at the first call; none where that fails.
fn python_with_spark() -> Option<PathBuf> {
    let folder = root().join("target/spark");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let has_spark = |python: &Path| output(command(python).args(["-c", "import pyspark"])).is_ok();
    if !has_spark(&python) {
        println!("Installing PySpark into target/spark (pip install): the example is run with it.");
        run_command(command("python3").args(["-m", "venv"]).arg(&folder)).ok()?;
        run_command(command(&python).args(["-m", "pip", "install", "--quiet", "pyspark"])).ok()?;
    }
    has_spark(&python).then_some(python)
}
