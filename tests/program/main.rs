//! The program as its user meets it: what goes in, what comes out, which exit code.

mod annotate;
mod eval;
mod files;
mod find;
mod why;

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

fn ascribe(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ascribe"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A program that stops at its arguments reads nothing: a closed pipe is no failure here.
    let _ = stdin.write_all(input.as_ref());
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// A file of this name in a folder of this test's own.
fn file(test: &str, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

const ARTICLES: &str = concat!(
    r#"{"id":"a","text":"🙂 Zoë Brook said the bridge was safe.\n\n“It is,” she said.","attributions":[{"source":[[2,11]],"cue":[[12,16]],"content":[[17,36]]}]}"#,
    "\n",
    r#"{"id":"b","text":"Moscow has denied any collaboration.","attributions":[]}"#,
    "\n",
);

#[test]
fn analyze_gives_utf16_pieces_as_json() {
    let out = ascribe(&["analyze", "--json", "-"], "🙂 Brook said the bridge was safe.");
    let report: serde_json::Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
    let piece = &report["attributions"][0]["content"][0];
    assert_eq!(*piece, serde_json::json!({"block": 0, "start": 14, "end": 33}));
    assert_eq!(report["blocks"][0]["text"], "🙂 Brook said the bridge was safe.");
}

#[test]
fn analyze_draws_without_colour_into_a_pipe() {
    let out = ascribe(&["analyze", "-"], "Moscow has denied any collaboration.");
    let drawn = text(&out.stdout);
    assert!(drawn.contains("Moscow has denied [1: any collaboration]."), "{drawn}");
    assert!(!drawn.contains('\u{1b}'));
}

#[test]
fn analyze_declines_another_language_with_the_same_code_as_text_and_as_json() {
    let german = "Der Bürgermeister sagte, die Brücke sei sicher, und bestritt alle Vorwürfe.";
    for flags in [&["analyze", "-"][..], &["analyze", "--json", "-"]] {
        let out = ascribe(flags, german);
        assert_eq!(out.status.code(), Some(1), "{flags:?}");
        assert!(text(&out.stderr).contains("not in English"), "{flags:?}");
        if flags.contains(&"--json") {
            let report: serde_json::Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
            assert_eq!(report["declined"], "language");
            assert_eq!(report["attributions"], serde_json::json!([]));
        } else {
            assert_eq!(text(&out.stdout), "");
        }
    }
    let english = ascribe(&["analyze", "--json", "-"], "The mayor said it was late.");
    assert_eq!(english.status.code(), Some(0));
}

#[test]
fn wrong_usage_and_missing_files_have_their_codes() {
    assert_eq!(ascribe(&["annotate"], "").status.code(), Some(2));
    let out = ascribe(&["analyze", "no-such-file"], "");
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("no-such-file"));
}

const TWO: [(&str, &str); 2] = [
    (
        "a.txt",
        "Norway accused Iceland of landing too much herring.\n\nIceland denied it.\n\n\
         “We counted every barrel,” said Katrin Olsdottir, the fisheries minister.",
    ),
    (
        "b.txt",
        "Oslo accused Iceland of landing too much herring on Monday.\n\n\
         “We counted every barrel and will show the books,” Katrin Olsdottir said.",
    ),
];

fn two(test: &str) -> [String; 2] {
    TWO.map(|(name, article)| {
        let path = file(test, name);
        fs::write(&path, article).expect("written");
        path.to_str().expect("a name").to_owned()
    })
}

#[test]
fn compare_lays_articles_beside_each_other() {
    let [a, b] = two("compare");
    let out = ascribe(&["compare", &a, &b], "");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let drawn = text(&out.stdout);
    assert!(drawn.contains("Norway → Iceland"), "{drawn}");
    assert!(drawn.contains("an answer was found in 1, none in 2"), "{drawn}");
    assert!(
        drawn.contains("quoted: We counted every barrel [2: and will show the books]"),
        "{drawn}"
    );
    assert!(drawn.contains("What was not found in a text may still be there."));
}

#[test]
fn compare_gives_the_same_as_json() {
    let [a, b] = two("compare-json");
    let out = ascribe(&["compare", "--json", &a, &b], "");
    let report: serde_json::Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
    assert_eq!(report["articles"][1]["file"], b.as_str());
    let comparison = &report["comparison"];
    assert_eq!(comparison["charges"][0]["answered_only_in"], serde_json::json!([0]));
    let run = &comparison["same"]
        .as_array()
        .expect("a list")
        .iter()
        .find_map(|same| same["quotations"].get(0))
        .expect("quotations")["runs"][0];
    assert_eq!(run["change"], "same");
    let piece = &run["left"][0];
    assert_eq!(report["articles"][0]["blocks"][piece["block"].as_u64().expect("a number") as usize]["text"]
        .as_str()
        .and_then(|text| text.get(3..26)), Some("We counted every barrel"), "{piece}");
}

#[test]
fn compare_wants_two_articles() {
    assert_eq!(ascribe(&["compare", "a.txt"], "").status.code(), Some(2));
}
