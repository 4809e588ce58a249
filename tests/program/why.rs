//! `ascribe analyze --why`: the names of what found each statement and of what decided its kind.

use serde_json::{Value, json};

use super::{ascribe, text};

/// What stands under each statement of the article, one line each.
fn told(article: &str) -> Vec<String> {
    let out = ascribe(&["analyze", "--why", "-"], article);
    assert!(out.status.success());
    let lines = text(&out.stdout).lines();
    let told = lines.filter(|line| line.trim_start().starts_with("found by: "));
    told.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_model_is_named_where_no_rule_did_more() {
    assert_eq!(
        told("Mayor Tove Lund said on Tuesday that the bridge was safe."),
        ["found by: tagger · kind by: judge"]
    );
}

#[test]
fn a_pass_and_a_guard_are_named() {
    assert_eq!(
        told("The bridge opens on Monday.\n\n“Nobody asked us about it.” — Tove Lund"),
        ["found by: signed quotations · kind by: judge"]
    );
    assert_eq!(
        told("No one accused the mayor of hiding the cracks."),
        ["found by: tagger · kind by: by nobody"]
    );
}

#[test]
fn nothing_is_told_unasked() {
    let article = "No one accused the mayor of hiding the cracks.";
    let plain = ascribe(&["analyze", "-"], article);
    assert!(!text(&plain.stdout).contains("found by"));
    let plain = ascribe(&["analyze", "--json", "-"], article);
    let plain: Value = serde_json::from_str(text(&plain.stdout)).expect("JSON");
    assert_eq!(plain.get("why"), None);
}

#[test]
fn as_json_there_is_one_for_each_attribution() {
    let article = "No one accused the mayor of hiding the cracks.";
    let out = ascribe(&["analyze", "--why", "--json", "-"], article);
    let report: Value = serde_json::from_str(text(&out.stdout)).expect("JSON");
    assert_eq!(report["why"], json!([{"found_by": "tagger", "kind_by": "by nobody"}]));
}
