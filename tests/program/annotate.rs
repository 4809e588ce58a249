//! `ascribe annotate`: a line for a line, whatever a line is.

use serde_json::{Value, json};

use super::{ARTICLES, ascribe, file, text};

/// Runs `annotate` over standard input and reads what comes out.
fn annotated(flags: &[&str], input: impl AsRef<[u8]>) -> Vec<Value> {
    let out = ascribe(&[&["annotate", "-"], flags].concat(), input);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    lines(&out.stdout)
}

fn lines(out: &[u8]) -> Vec<Value> {
    let lines = text(out).lines();
    lines.map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn annotate_gives_code_points() {
    let lines = annotated(&[], ARTICLES);
    assert_eq!(lines.len(), 2);
    let first = &lines[0]["attributions"];
    assert_eq!(first[0]["source"], json!([[2, 11]]));
    assert_eq!(first[0]["content"], json!([[17, 36]]));
    assert_eq!(first[1]["content"], json!([[39, 47]]));
    assert_eq!(lines[1]["attributions"][0]["category"], "denial");
}

/// A charge, what answers it, and words inside another's.
const CHARGE: &str = "Ada Brook accused Lund Water of poisoning the river. Mayor Noor Weiss told the \
    council that Lund Water had denied any wrongdoing. Lund Water denied poisoning the river.";

#[test]
fn what_is_done_by_whom_at_whom_and_in_answer_to_what_is_told() {
    let input = json!({"id": "a", "text": CHARGE}).to_string();
    let nested = &annotated(&["--nested"], &input)[0]["attributions"];
    let kinds: Vec<&Value> =
        nested.as_array().expect("a list").iter().map(|a| &a["kind"]).collect();
    assert_eq!(kinds.len(), 4, "{nested}");
    assert_eq!([kinds[0], kinds[2], kinds[3]], ["accusation", "denial", "denial"], "{nested}");
    let charge = &nested[0];
    assert_eq!(
        (&charge["actor"], &charge["target"], &charge["source_kind"]),
        (&json!("Ada Brook"), &json!("Lund Water"), &json!("person")),
    );
    assert!(charge.get("replies_to").is_none() && charge.get("nested_in").is_none());
    assert_eq!(nested[1]["actor"], "Noor Weiss");
    assert_eq!((&nested[2]["nested_in"], &nested[2]["replies_to"]), (&json!(1), &json!(0)));
    assert_eq!(nested[3]["replies_to"], 0);
}

#[test]
fn indices_are_into_the_list_that_is_printed() {
    // The nested one comes before what answers the charge, and is not printed here.
    let text = CHARGE.replacen(
        "Ada",
        "Noor Weiss said Lund Water had denied the claim that it was late. Ada",
        1,
    );
    let input = json!({"id": "a", "text": text}).to_string();
    let all = &annotated(&["--nested"], &input)[0]["attributions"];
    let kept = &annotated(&[], &input)[0]["attributions"];
    let charge = |list: &Value| {
        let list = list.as_array().expect("a list");
        list.iter().position(|a| a["kind"] == "accusation").expect("a charge")
    };
    assert_eq!((charge(all), charge(kept)), (2, 1), "{all}");
    let last = |list: &Value| list.as_array().and_then(|l| l.last()).expect("one").clone();
    assert_eq!(last(all)["replies_to"], 2);
    assert_eq!(last(kept)["replies_to"], 1);
}

#[test]
fn given_spans_come_back_as_they_came() {
    let first = &annotated(&["--given-spans"], ARTICLES)[0]["attributions"];
    assert_eq!(first.as_array().map(Vec::len), Some(1));
    assert_eq!(first[0]["content"], json!([[17, 36]]));
    assert_eq!(first[0]["kind"], "statement");
}

#[test]
fn given_spans_are_kept_all_and_in_their_order() {
    let text = "Ada Brook accused Lund Water of poisoning the river. Mayor Noor Weiss said that Lund Water \
        denied it.";
    // The second stands inside the first, the third comes before both.
    let given = json!([
        {"source": [[53, 69]], "cue": [[70, 74]], "content": [[75, 100]], "note": 1},
        {"source": [[80, 90]], "cue": [[91, 97]], "content": [[98, 100]]},
        {"source": [[0, 9]], "cue": [[10, 17]], "content": [[18, 51]]},
    ]);
    let input = json!({"id": "a", "text": text, "attributions": given}).to_string();
    let judged = &annotated(&["--given-spans"], &input)[0]["attributions"];
    for at in 0..3 {
        for role in ["source", "cue", "content"] {
            assert_eq!(judged[at][role], given[at][role], "{at} {role}");
        }
    }
    assert_eq!(judged.as_array().map(Vec::len), Some(3));
    assert_eq!((&judged[1]["nested_in"], &judged[1]["replies_to"]), (&json!(0), &json!(2)));
}

#[test]
fn spans_where_there_are_no_words_are_no_fault() {
    for text in [" \n \n ", "\u{a0}", "…\n\n…", "a\n\n \n\nb"] {
        let end = text.chars().count();
        let spans = json!([[0, end], [end - 1, end], [0, 1]]);
        let given = json!([{"source": spans, "cue": spans, "content": spans}]);
        let input = json!({"id": "a", "text": text, "attributions": given}).to_string();
        let judged = annotated(&["--given-spans"], format!("{input}\n{ARTICLES}"));
        assert_eq!(judged.len(), 3, "{text:?}");
        assert_eq!(judged[0]["attributions"][0]["content"], spans);
    }
}

#[test]
fn a_bad_line_is_reported_and_the_rest_done() {
    let input = format!("{{\"id\":\"x\"}}\n{ARTICLES}not json\n");
    let out = ascribe(&["annotate", "-"], input);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(lines(&out.stdout).len(), 2);
    let errors = text(&out.stderr);
    assert!(errors.contains("-:1: ") && errors.contains("-:4: "), "{errors}");
}

#[test]
fn a_line_that_is_no_text_costs_itself_alone() {
    let mut input = ARTICLES.as_bytes().to_vec();
    let second = input.iter().position(|&b| b == b'\n').expect("a line end") + 1;
    input.splice(second..second, b"{\"id\":\"\xff\"}\n".iter().copied());
    let out = ascribe(&["annotate", "-"], &input);
    assert_eq!(out.status.code(), Some(1));
    let ids: Vec<Value> = lines(&out.stdout).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["a", "b"], "no empty place is invented");
    assert!(text(&out.stderr).contains("-:2: "), "{}", text(&out.stderr));
    // A run that is taken up meets it again, and goes on all the same.
    let path = file("bad-line", "out.jsonl");
    let name = path.to_str().expect("a name");
    std::fs::write(&path, "{\"id\":\"a\",\"attributions\":[]}\n").expect("written");
    let out = ascribe(&["annotate", "-", "--out", name, "--resume"], &input);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(lines(&std::fs::read(&path).expect("read")).len(), 2);
}

#[test]
fn a_line_beyond_the_bound_is_reported() {
    let long = json!({"id": "long", "text": "so ".repeat(400_000)});
    let input = format!("{long}\n{ARTICLES}");
    let out = ascribe(&["annotate", "-", "--max-line", "1"], input);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(lines(&out.stdout).len(), 2);
    assert!(text(&out.stderr).contains("-:1: ") && text(&out.stderr).contains("too long"));
}

#[test]
fn another_language_is_declined_and_said_so() {
    let german = json!({
        "id": "de",
        "text": "Der Bürgermeister sagte, die Brücke sei sicher, und bestritt alle Vorwürfe.",
        "attributions": [{"content": [[4, 17]]}],
    });
    let input = format!("{german}\n{ARTICLES}");
    let out = ascribe(&["annotate", "-"], &input);
    assert_eq!(out.status.code(), Some(0));
    let read = lines(&out.stdout);
    assert_eq!((&read[0]["declined"], &read[0]["attributions"]), (&json!("language"), &json!([])));
    assert!(read[1].get("declined").is_none());
    assert!(text(&out.stderr).contains("1 of 3"), "{}", text(&out.stderr));
    for flag in ["--any-language", "--given-spans"] {
        assert!(annotated(&[flag], &input)[0].get("declined").is_none());
    }
}
