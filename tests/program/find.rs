//! `ascribe find`: what is found where, in which order, with which exit code.

use std::fs;

use serde_json::Value;

use super::{ascribe, file, text};

const STORY: &str = "Bridge closed\n\nMayor John Kirby accused Lund Water of hiding the cracks. He said that \
    the bridge would be repaired.\n\nLund Water denied the charge. Officials said that the café was safe.\n";

/// A folder with a text, a page, lines of articles, and what is no text.
fn folder(test: &str) -> String {
    let place = file(test, "in/a.txt");
    let folder = place.parent().expect("a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(&place, STORY).expect("written");
    let paragraphs: String =
        STORY.split("\n\n").skip(1).map(|p| format!("<p>{p} {p}</p>")).collect();
    let page =
        format!("<!doctype html><title>Bridge closed</title><article>{paragraphs}</article>");
    fs::write(folder.join("b.html"), page).expect("written");
    let line = serde_json::json!({"id": "one", "text": STORY});
    fs::write(folder.join("c.jsonl"), format!("{line}\n")).expect("written");
    fs::write(folder.join("picture.png"), [0xff, 0xfe]).expect("written");
    folder.to_str().expect("a name").to_owned()
}

/// What is found, as the name of the file, who says so, and what.
fn found(arguments: &[&str]) -> Vec<(String, String, String)> {
    let out = ascribe(&[&["find", "--json"], arguments].concat(), "");
    let hits = text(&out.stdout).lines().map(|line| {
        let hit: Value = serde_json::from_str(line).expect("JSON");
        let path = hit["path"].as_str().expect("a path");
        let words = |of: &Value| of.as_str().unwrap_or_default().to_owned();
        assert!(hit["attribution"]["content"].is_array());
        let name = path.rsplit(['/', '\\']).next().expect("a name");
        (name.to_owned(), words(&hit["actor"]["name"]), words(&hit["content"]))
    });
    let hits: Vec<_> = hits.collect();
    let code = if hits.is_empty() { 1 } else { 0 };
    assert_eq!(out.status.code(), Some(code), "{}", text(&out.stderr));
    hits
}

fn contents(arguments: &[&str]) -> Vec<String> {
    found(arguments).into_iter().map(|hit| hit.2).collect()
}

#[test]
fn a_name_finds_what_he_said() {
    let story = folder("find-by") + "/a.txt";
    let said = contents(&["--by", "Kirby", &story]);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[1].contains("would be repaired"));
    assert_eq!(contents(&["--by", "kirby", "--about", "repair(ed|s)", &story]), said[1..]);
    assert_eq!(contents(&["--to", "lund water", &story]), said[..1]);
    assert!(contents(&["--by", "Kir", &story]).is_empty());
}

#[test]
fn kinds_sources_and_patterns_narrow_the_search() {
    let story = folder("find-kind") + "/a.txt";
    let kinds = contents(&["--kind", "accusation,denial", &story]);
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert!(kinds[1].contains("the charge"));
    // Accents make no difference.
    assert_eq!(contents(&["--source-kind", "unnamed", "--about", "CAFE", &story]).len(), 1);
    assert!(contents(&["--about", "moon", &story]).is_empty());
}

#[test]
fn folders_are_walked_in_order_and_every_kind_of_text_is_read() {
    let folder = folder("find-folder");
    let hits = found(&["--kind", "denial", &folder]);
    let mut files: Vec<&str> = hits.iter().map(|hit| hit.0.as_str()).collect();
    files.dedup();
    assert_eq!(files, ["a.txt", "b.html", "c.jsonl"]);
}

#[test]
fn a_hit_is_a_paragraph_with_file_speaker_and_words() {
    let folder = folder("find-drawn");
    let story = folder + "/a.txt";
    let out = ascribe(&["find", "--kind", "denial", "--context", "1", &story], "");
    let drawn = text(&out.stdout);
    assert!(drawn.contains("a.txt:3 Lund Water · denial\n"), "{drawn}");
    assert!(drawn.contains("  Lund Water denied [the charge]."), "{drawn}");
    assert!(drawn.contains("  Mayor John Kirby accused") && !drawn.contains("Bridge closed"));
    assert!(!drawn.contains('\u{1b}'));
    let piped = ascribe(&["find", "--kind", "denial", "-"], STORY);
    assert!(text(&piped.stdout).starts_with("-:3 Lund Water"));
}

#[test]
fn what_fails_is_told_as_grep_does() {
    let story = folder("find-fails") + "/a.txt";
    let code = |arguments: &[&str]| {
        let out = ascribe(&[&["find"], arguments].concat(), "");
        (out.status.code(), text(&out.stderr).to_owned())
    };
    assert_eq!(code(&["--about", "moon", &story]), (Some(1), String::new()));
    let (missing, why) = code(&["--kind", "denial", "no-such-file", &story]);
    assert_eq!(missing, Some(2));
    assert!(why.contains("no-such-file"), "{why}");
    let (wrong, why) = code(&["--about", "(a", &story]);
    assert_eq!(wrong, Some(2));
    assert!(why.contains("unclosed group"), "{why}");
    let (unknown, why) = code(&["--kind", "denail", &story]);
    assert_eq!(unknown, Some(2));
    assert!(why.contains("denail"), "{why}");
    assert_eq!(code(&[]).0, Some(2));
}
