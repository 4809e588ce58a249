//! `ascribe eval`: what it prints of annotated articles, and what it does not take.

use std::fs;

use serde_json::Value;

use super::{ARTICLES, ascribe, file, text};

#[test]
fn eval_scores_what_it_finds() {
    let path = file("eval", "gold.jsonl");
    fs::write(&path, ARTICLES).expect("written");
    let out = ascribe(&["eval", "--json", path.to_str().expect("a name")], "");
    let report: Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
    assert_eq!(report["articles"], 2);
    let strict = &report["measures"]["strict"];
    assert_eq!(
        (&strict["right"], &strict["found"], &strict["gold"]),
        (&1.into(), &3.into(), &1.into())
    );
}

#[test]
fn eval_leaves_out_a_rule_by_its_name_alone() {
    let path = file("without", "gold.jsonl");
    // What is signed has its signature for a source.
    let article = r#"{"id":"a","text":"The bridge opens on Monday.\n\n“Nobody asked us about it.” — Tove Lund","attributions":[{"source":[[59,68]],"cue":[],"content":[[29,56]]}]}"#;
    fs::write(&path, article).expect("written");
    let path = path.to_str().expect("a name");
    let listed = ascribe(&["eval", "--without", "?", path], "");
    let names: Vec<&str> = text(&listed.stdout).lines().collect();
    assert!(names.contains(&"signed quotations") && names.contains(&"negated"), "{names:?}");
    let right = |more: &[&str]| {
        let out = ascribe(&[&["eval", "--json"], more, &[path]].concat(), "");
        let report: Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
        report["measures"]["strict"]["right"].clone()
    };
    assert_eq!(right(&[]), 1);
    assert_eq!(right(&["--without", "signed quotations"]), 0);
    let unknown = ascribe(&["eval", "--without", "signed", path], "");
    assert!(!unknown.status.success());
    assert!(text(&unknown.stderr).contains("no rule is called \"signed\""));
}

/// An article with kinds, and the same as another reader has it, who takes the denial for a statement.
const JUDGED: &str = r#"{"id":"a","text":"Tove Lund said the bridge was safe.\n\nMoscow has denied any collaboration.","attributions":[{"source":[[0,9]],"cue":[[10,14]],"content":[[15,34]],"kind":"statement","actor":"Tove Lund"},{"source":[[37,43]],"cue":[[44,54]],"content":[[55,72]],"kind":"denial","actor":"Russia"}]}"#;

fn second() -> String {
    JUDGED.replace("denial", "statement")
}

fn report(arguments: &[&str]) -> Value {
    let out = ascribe(&[&["eval", "--json"], arguments].concat(), "");
    assert!(out.status.success(), "{}", text(&out.stderr));
    serde_json::from_str(text(&out.stdout)).expect("JSON")
}

#[test]
fn eval_scores_kinds_and_actors_beside_two_readers() {
    let [gold, other] = ["gold.jsonl", "other.jsonl"].map(|name| file("judged", name));
    fs::write(&gold, JUDGED).expect("written");
    fs::write(&other, second()).expect("written");
    let [gold, other] = [&gold, &other].map(|path| path.to_str().expect("a name"));
    for flags in [&[][..], &["--given-spans"]] {
        let alone = report(&[flags, &[gold]].concat());
        let judged = &alone["judged"];
        assert_eq!(judged["system"]["attributions matched"], 2.0, "{alone}");
        for name in ["kind", "denial P", "denial R", "actor right", "speakers F1"] {
            assert_eq!(judged["system"][name], 1.0, "{name}");
        }
        assert_eq!(judged["system"]["target right"], Value::Null);
        assert_eq!(judged["a second reader"], Value::Null);
        assert_eq!(judged["low"], Value::Null);

        let both = report(&[flags, &["--second", other, "--bootstrap", "9", gold]].concat());
        let judged = &both["judged"];
        assert_eq!(judged["system"]["kind"], 0.75);
        assert_eq!(judged["a second reader"]["kind"], 0.5);
        assert_eq!(judged["a second reader"]["actor right"], 1.0);
        // One article is all that can be drawn.
        assert_eq!([&judged["low"]["kind"], &judged["high"]["kind"]], [0.75; 2]);
        assert_eq!(both["measures"], {
            let once = report(&[flags, &["--bootstrap", "9", gold]].concat());
            once["measures"].clone()
        });
    }
    let table = ascribe(&["eval", "--second", other, gold], "");
    let lines: Vec<Vec<&str>> =
        text(&table.stdout).lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(lines.contains(&vec!["kind", "0.750", "0.500"]), "{lines:?}");
    assert!(lines.contains(&vec!["gold", "2", "2"]), "{lines:?}");
    assert!(lines.contains(&vec!["target", "right", "–", "–"]), "{lines:?}");
}

#[test]
fn eval_without_kinds_prints_spans_alone() {
    let path = file("spans", "gold.jsonl");
    fs::write(&path, ARTICLES).expect("written");
    let path = path.to_str().expect("a name");
    assert_eq!(report(&[path])["judged"], serde_json::json!({}));
    let table = ascribe(&["eval", path], "");
    assert!(!text(&table.stdout).contains("kind"));
}

#[test]
fn eval_takes_no_second_reader_of_other_articles() {
    let b = second().replace(r#""a""#, r#""b""#);
    let cases = [
        (second().replace("safe", "shut"), "the second reader has another text"),
        (b.clone(), "the second reader lacks this article"),
        (format!("{}\n{b}", second()), "b is annotated by the second reader alone"),
        (format!("{0}\n{0}", second()), "other.jsonl:2: its id occurs twice"),
        (second().replace("statement", "rumour"), "other.jsonl:1: not a gold article"),
    ];
    for (other, says) in cases {
        let [gold, path] = ["gold.jsonl", "other.jsonl"].map(|name| file("other", name));
        fs::write(&gold, JUDGED).expect("written");
        fs::write(&path, other).expect("written");
        let [gold, path] = [&gold, &path].map(|path| path.to_str().expect("a name"));
        let out = ascribe(&["eval", "--second", path, gold], "");
        let errors = text(&out.stderr);
        assert!(errors.contains(says), "{says}: {errors}");
        assert_eq!(out.status.code(), Some(1), "{errors}");
    }
}
