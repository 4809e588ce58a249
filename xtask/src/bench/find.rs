//! `ascribe find` on many articles: its rate and memory, and what a pattern costs that is found nowhere, beside
//! `annotate`, which looks for none. Leaves out whether what is found is right: the tests of the program.

use std::{
    fmt::Write as _,
    fs,
    io::Read as _,
    path::Path,
    process::{Child, Stdio},
    time::Duration,
};

use anyhow::{Context as _, Result, ensure};

use crate::{
    many,
    root::{cargo, command, run as run_command, target},
};

/// Articles of the run that is timed, and of each of the runs that are compared.
const MANY: usize = 10_000;
const FEW: usize = 1_000;

/// Runs of each, one after the other: other work on the machine then falls on both.
const ROUNDS: usize = 5;

/// Words that stand in no article.
const NOWHERE: &str = "quorvex(ed|ing)?|zyll[aeiou]+t";

/// What a run of a program took.
struct Cost {
    /// Of the processor, in user mode, all cores together.
    user: Duration,
    /// Bytes of memory at most; 0 of one that printed nothing.
    memory: u64,
}

/// A section of the page of benchmarks; says that it was skipped where the articles are not there, or the system
/// does not tell what a program took.
pub fn section(shared: &Path) -> Result<String> {
    let mut page = format!(
        "\n## Finding statements\n\n`ascribe find` on {MANY} articles as `cargo xtask many` makes them.\n\n"
    );
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    let (many, few) = (folder.join("many.jsonl"), folder.join("few.jsonl"));
    let there = many::write(shared, MANY, usize::MAX, &many)?
        && many::write(shared, FEW, usize::MAX, &few)?
        && Path::new("/proc/self/stat").exists();
    if !there {
        page.push_str(
            "Skipped: the annotated articles are not there, or the system is not Linux.\n",
        );
        return Ok(page);
    }
    run_command(cargo().args(["build", "--quiet", "--release", "--bin", "ascribe"]))?;
    let whole = cost(&["find", "--kind", "denial"], &many)?;
    let words: usize = fs::read_to_string(&many)?.split_whitespace().count();
    let user = whole.user.as_secs_f64();
    let _ = write!(
        page,
        "| | of the processor, an article | articles a second of one core | words a second of one core | memory at most |\n\
         | --- | --- | --- | --- | --- |\n\
         | `find --kind denial` | {:.2} ms | {:.0} | {:.0} | {:.0} MB |\n\n",
        user * 1e3 / MANY as f64,
        MANY as f64 / user,
        words as f64 / user,
        whole.memory as f64 / 1e6,
    );
    let mut shares = Vec::new();
    let (mut looked, mut read) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let find = cost(&["find", "--about", NOWHERE], &few)?.user.as_secs_f64();
        let annotate = cost(&["annotate", "--nested"], &few)?.user.as_secs_f64();
        shares.push(find / annotate);
        looked.push(find);
        read.push(annotate);
    }
    let middle = |all: &mut Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (low, high) = (
        shares.iter().copied().fold(f64::MAX, f64::min),
        shares.iter().copied().fold(0.0, f64::max),
    );
    let _ = write!(
        page,
        "A pattern that is found nowhere, on {FEW} of them, {ROUNDS} runs of each in turn; of the processor, in user mode.\n\n\
         | `annotate --nested` | `find --about` | × |\n| --- | --- | --- |\n\
         | {:.2} s | {:.2} s | {:.3} ({low:.3}–{high:.3}) |\n",
        middle(&mut read),
        middle(&mut looked),
        middle(&mut shares),
    );
    Ok(page)
}

/// Runs the program with these words on that file, and tells what it took. It may find nothing.
fn cost(words: &[&str], file: &Path) -> Result<Cost> {
    let before = user_of_children()?;
    let mut child = command(target().join("release/ascribe"))
        .args(words)
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("could not start the program")?;
    let memory = most_memory(&mut child)?;
    let status = child.wait()?;
    ensure!(
        matches!(status.code(), Some(0 | 1)),
        "`ascribe {}` ended with {status}",
        words.join(" ")
    );
    Ok(Cost { user: user_of_children()? - before, memory })
}

/// The most that it holds until it ends, in bytes. The system counts it and is asked at each piece of what the program
/// prints, so that only what is taken behind the last one can be missed; none where it prints nothing.
fn most_memory(child: &mut Child) -> Result<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut out = child.stdout.take().context("its output is not read")?;
    let (mut most, mut piece) = (0, [0; 1 << 16]);
    while out.read(&mut piece)? > 0 {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok());
        most = most.max(kilobytes.unwrap_or(0) * 1024);
    }
    Ok(most)
}

/// What all programs that we have run and waited for took in user mode. Linux counts in hundredths of a second.
fn user_of_children() -> Result<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field is a name in brackets and may hold spaces; ours is the 16th of all.
    let behind = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = behind.split_whitespace().nth(13).context("no times of children")?.parse()?;
    Ok(Duration::from_millis(ticks * 10))
}
