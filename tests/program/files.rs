//! What the program leaves of files that are there: no run destroys what it did not write.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{ARTICLES, ascribe, file, text};

#[test]
fn a_run_that_was_cut_off_is_taken_up() {
    let path = file("resume", "out.jsonl");
    fs::write(&path, "{\"id\":\"a\",\"attributions\":[]}\n{\"id\":\"b\",\"attri").expect("written");
    let name = path.to_str().expect("a name");
    let out = ascribe(&["annotate", "-", "--out", name, "--resume"], ARTICLES);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let written = fs::read_to_string(&path).expect("read");
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0], "{\"id\":\"a\",\"attributions\":[]}");
    assert!(lines[1].starts_with("{\"id\":\"b\"") && lines[1].contains("denial"));
}

/// Runs `annotate` from one file to another, which must refuse and change neither.
#[track_caller]
fn refused(from: &Path, to: &Path, flags: &[&str]) {
    let before = (fs::read(from).expect("read"), fs::read(to).ok());
    let names = [from, to].map(|path| path.to_str().expect("a name"));
    let out = ascribe(&[&["annotate", names[0], "--out", names[1]], flags].concat(), "");
    assert_eq!(out.status.code(), Some(1), "{to:?} {flags:?}");
    assert!(text(&out.stderr).starts_with("ascribe: "), "{}", text(&out.stderr));
    assert_eq!(before, (fs::read(from).expect("read"), fs::read(to).ok()), "{to:?} {flags:?}");
}

#[test]
fn the_articles_themselves_are_never_written_over() {
    let articles = file("same", "articles.jsonl");
    fs::write(&articles, ARTICLES).expect("written");
    let linked = file("same", "linked.jsonl");
    let _ = fs::remove_file(&linked);
    fs::hard_link(&articles, &linked).expect("a link");
    for flags in [&[][..], &["--resume"]] {
        refused(&articles, &articles, flags);
        refused(&articles, &linked, flags);
        refused(&articles, &file("same", "../same/articles.jsonl"), flags);
    }
    // Also where what would be written first is the input.
    let part = file("same", "other.jsonl.part");
    fs::write(&part, ARTICLES).expect("written");
    refused(&part, &file("same", "other.jsonl"), &["--resume"]);
    // And where the shell opens the files.
    let append = fs::OpenOptions::new().append(true).open(&articles).expect("opened");
    let run = Command::new(env!("CARGO_BIN_EXE_ascribe"))
        .args(["annotate", "-"])
        .stdin(fs::File::open(&articles).expect("opened"))
        .stdout(append)
        .stderr(Stdio::null())
        .status();
    assert_eq!(run.expect("it runs").code(), Some(1));
    assert_eq!(fs::read_to_string(&articles).expect("read"), ARTICLES);
}

#[test]
fn only_what_is_ours_is_gone_on_with() {
    let articles = file("foreign", "articles.jsonl");
    fs::write(&articles, ARTICLES).expect("written");
    let other = file("foreign", "other.jsonl");
    let ours = "{\"id\":\"a\",\"attributions\":[]}\n";
    for held in [
        "a letter to keep\n".to_owned(),
        "a letter without an end".to_owned(),
        ARTICLES.to_owned(),
        ARTICLES.trim_end().to_owned(),
        format!("{ours}{{\"id\":\"b\",\"text\":\"mine\"}}"),
        format!("{ours}{ours}"),
        format!("{ours}\u{fffd}"),
    ] {
        fs::write(&other, &held).expect("written");
        refused(&articles, &other, &["--resume"]);
    }
}

#[test]
fn a_file_is_replaced_only_by_a_whole_one() {
    let (articles, out) = (file("whole", "articles.jsonl"), file("whole", "out.jsonl"));
    let part = file("whole", "out.jsonl.part");
    fs::write(&articles, ARTICLES).expect("written");
    fs::write(&out, "an older run\n").expect("written");
    fs::write(&part, "{\"id\":\"a\",\"attributions\":[]}\n").expect("written");
    // What a run left that was cut off is kept until somebody says what is to become of it.
    refused(&articles, &out, &[]);
    let names = [&articles, &out].map(|path| path.to_str().expect("a name"));
    let run = ascribe(&["annotate", names[0], "--out", names[1], "--resume"], "");
    assert_eq!(run.status.code(), Some(0), "{}", text(&run.stderr));
    let written = fs::read_to_string(&out).expect("read");
    assert_eq!(written.lines().count(), 2);
    assert!(written.starts_with("{\"id\":\"a\",\"attributions\":[]}\n"));
    assert!(!part.exists());
    let again = ascribe(&["annotate", names[0], "--out", names[1]], "");
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    assert!(fs::read_to_string(&out).expect("read").contains("\"source\""));
}

#[cfg(unix)]
#[test]
fn a_device_is_written_and_stays_one() {
    let out = ascribe(&["annotate", "-", "--out", "/dev/null"], ARTICLES);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(!fs::metadata("/dev/null").expect("it is there").is_file());
    assert!(!Path::new("/dev/null.part").exists());
}

/// `ascribe … | head`: nothing is said, and nothing failed.
#[cfg(unix)]
#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let many = file("pipe", "many.jsonl");
    let line = ARTICLES.lines().next().expect("a line");
    fs::write(&many, format!("{line}\n").repeat(2_000)).expect("written");
    let long = file("pipe", "long.txt");
    fs::write(&long, "Ada Brook said that the bridge was safe.\n\n".repeat(2_000))
        .expect("written");
    let names = [&many, &long].map(|path| path.to_str().expect("a name"));
    for arguments in [
        &["annotate", names[0]][..],
        &["features", names[0]],
        &["analyze", names[1]],
        &["analyze", "--json", names[1]],
        &["find", names[1]],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ascribe"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let out = child.wait_with_output().expect("it ends");
        assert_eq!(text(&out.stderr), "", "{arguments:?}");
        assert_eq!(out.status.code(), Some(0), "{arguments:?}");
    }
}
