//! `ascribe annotate` killed in the midst of its work and taken up again: no article is lost, none
//! comes twice, the order is kept.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Cores that the program may use, so that a batch has the same size on every machine.
const CORES: usize = 2;

/// Articles in a batch of that many cores.
const BATCH: usize = 64 * CORES;

/// Lines of a kilobyte, each of its own; most of it is a note that the program does not read.
fn articles(count: usize) -> Vec<String> {
    let note = "-".repeat(1_000);
    (0..count)
        .map(|n| {
            format!(
                r#"{{"id":"article-{n}","text":"Ada Brook said that bridge {n} was safe.","note":"{note}"}}"#
            ) + "\n"
        })
        .collect()
}

fn program(out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascribe"));
    command
        .env("RAYON_NUM_THREADS", CORES.to_string())
        .args(["annotate", "-", "--resume", "--out"])
        .arg(out)
        .stdin(Stdio::piped());
    command
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("killed");
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Gives the program these lines and lets it end.
fn finish(out: &Path, lines: &[String]) -> bool {
    let mut child = program(out).stderr(Stdio::null()).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // One that stops at once reads nothing: a closed pipe is no failure here.
    let _ = stdin.write_all(lines.concat().as_bytes());
    drop(stdin);
    child.wait().expect("it ends").success()
}

/// Gives the program these lines and kills it while it wants more.
fn kill(out: &Path, lines: &[String]) {
    let mut child = program(out).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A pipe holds 64 kB and what reads from it a little more: once all is written, the program has
    // taken all but the last hundred lines, and so has written the batches before the one it is at.
    stdin.write_all(lines.concat().as_bytes()).expect("it reads");
    child.kill().expect("killed");
    assert!(!child.wait().expect("it ended").success());
}

#[test]
fn a_run_killed_twice_gives_what_one_run_gives() {
    let lines = articles(5 * BATCH);
    let (whole, killed) = (folder().join("whole.jsonl"), folder().join("killed.jsonl"));
    for path in [&whole, &killed] {
        let _ = fs::remove_file(path);
    }
    // A new run writes beside its file until it is whole.
    let part = folder().join("killed.jsonl.part");
    let _ = fs::remove_file(&part);
    let mut before = 0;
    for fed in [2 * BATCH + 100, 4 * BATCH + 100] {
        kill(&killed, &lines[..fed]);
        // Where the kill came in the midst of a line, this is nothing new; else it is a torn line.
        let mut written = fs::read_to_string(&part).expect("read");
        let count = written.lines().count();
        assert!(before < count && count < lines.len(), "{count} of {}", lines.len());
        before = count;
        let _ = write!(written, "{{\"id\":\"art");
        fs::write(&part, written).expect("written");
    }
    assert!(finish(&killed, &lines) && finish(&whole, &lines));
    let (whole, killed) = (fs::read(whole).expect("read"), fs::read(killed).expect("read"));
    assert_eq!(whole.iter().filter(|&&b| b == b'\n').count(), lines.len());
    assert!(whole == killed, "the same bytes");
}

#[test]
fn what_another_run_wrote_is_not_gone_on_with() {
    let lines = articles(4);
    let out = folder().join("other.jsonl");
    let later = r#"{"id":"article-2","attributions":[]}"#;
    let foreign = r#"{"id":"elsewhere","attributions":[]}"#;
    for written in [format!("{later}\n"), format!("{foreign}\n"), "no JSON\n".into()] {
        fs::write(&out, &written).expect("written");
        assert!(!finish(&out, &lines), "{written}");
        assert_eq!(fs::read_to_string(&out).expect("read"), written, "left as it was");
    }
}

#[test]
fn lines_that_failed_before_fail_again_and_cost_nothing_else() {
    let mut lines = articles(4);
    lines[1] = "not json\n".into();
    let out = folder().join("failed.jsonl");
    let _ = fs::remove_file(&out);
    assert!(!finish(&out, &lines), "the bad line is told by the exit code");
    let once = fs::read_to_string(&out).expect("read");
    assert_eq!(once.lines().count(), 3);
    assert!(!finish(&out, &lines), "and told again");
    assert_eq!(fs::read_to_string(&out).expect("read"), once);
}
