#![allow(dead_code)]
#[path = "labelled/marked.rs"]
mod marked;
use ascribe::judge;
use std::fs;
#[test]
fn dbg() {
    let Ok(want) = std::env::var("DBG") else { return };
    let text = fs::read_to_string(format!("tests/fixtures/labelled/{want}.txt")).unwrap();
    let article = marked::read(&want, &text).unwrap();
        let analysis = judge(&article.document, &article.found);
        for a in &analysis.actors { println!("{a:?}"); }
        for a in &analysis.attributions {
            println!("{:?} {:?} actor={:?} target={:?} to={:?} by={:?}", a.kind, a.verb, a.actor, a.target.as_ref().map(|t| (t.actor, t.span[0].of(article.document.text()))), a.replies_to, a.replies);
        }
}
