//! Counts what is right, and lists what is not.

use std::collections::BTreeMap;

use ascribe::{
    analysis::{Analysis, Attribution},
    span::Span,
};
use serde::Serialize;

use crate::marked::{Article, Label};

/// Right, predicted, wanted.
#[derive(Clone, Copy, Default)]
struct Tally(u32, u32, u32);

impl Tally {
    fn precision(self) -> f64 {
        if self.1 == 0 { 1.0 } else { f64::from(self.0) / f64::from(self.1) }
    }
    fn recall(self) -> f64 {
        if self.2 == 0 { 1.0 } else { f64::from(self.0) / f64::from(self.2) }
    }
}

#[derive(Default)]
pub struct Scores {
    tallies: BTreeMap<&'static str, Tally>,
    wrong: Vec<String>,
}

/// The serialised name of a plain enum: "no_comment".
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Scores {
    /// Counts one article.
    pub fn add(&mut self, article: &Article, analysis: &Analysis<Span>) {
        for (at, (label, a)) in article.labels.iter().zip(&analysis.attributions).enumerate() {
            let place = format!("{} {}", article.name, at + 1);
            self.kind(label, a, &place);
            self.actor(label, a, analysis, &place);
            self.target(label, a, article, analysis, &place);
            self.reply(label, a, &place);
        }
    }

    fn count(&mut self, measure: &'static str, right: bool, predicted: bool, wanted: bool) {
        let tally = self.tallies.entry(measure).or_default();
        tally.0 += u32::from(right);
        tally.1 += u32::from(predicted);
        tally.2 += u32::from(wanted);
    }

    fn miss(&mut self, place: &str, what: &str, wanted: &str, got: &str) {
        self.wrong.push(format!("{place}: {what} {wanted:?}, got {got:?}"));
    }

    fn kind(&mut self, label: &Label, a: &Attribution<Span>, place: &str) {
        let got = name(a.kind);
        let right = label.kinds.contains(&got);
        self.count("kind", right, true, true);
        if !right {
            self.miss(place, "kind", &label.kinds.join(","), &got);
        }
        for (measure, kind) in [("denial", "denial"), ("accusation", "accusation")] {
            let wanted = label.kinds[0] == kind || right && got == kind;
            self.count(measure, got == kind && right, got == kind, wanted);
        }
        if let Some(verb) = &label.verb {
            self.count("verb", *verb == name(a.verb), true, true);
        }
    }

    fn actor(
        &mut self,
        label: &Label,
        a: &Attribution<Span>,
        analysis: &Analysis<Span>,
        place: &str,
    ) {
        let actor = a.actor.map(|at| &analysis.actors[at as usize]);
        let got = actor.map_or("-", |actor| actor.name.as_str());
        let right = match &label.actors[..] {
            [] => actor.is_none(),
            several if actor.is_none() => several.iter().any(|n| n == "?"),
            several => several.iter().any(|n| plain(n) == plain(got)),
        };
        self.count("actor", right, true, true);
        if !right {
            self.miss(place, "actor", &label.actors.join(","), got);
        }
        if right && label.unnamed {
            let told = actor.is_some_and(|a| !a.named);
            self.count("unnamed", told, true, true);
        }
        if let Some(via) = &label.via {
            let right = *via == name(a.source_kind);
            self.count("source_kind", right, true, true);
            if !right {
                self.miss(place, "source kind", via, &name(a.source_kind));
            }
        }
    }

    fn target(
        &mut self,
        label: &Label,
        a: &Attribution<Span>,
        article: &Article,
        analysis: &Analysis<Span>,
        place: &str,
    ) {
        let Some(wanted) = &label.target else { return };
        let got = a.target.as_ref().map(|t| match t.actor {
            Some(at) => analysis.actors[at as usize].name.clone(),
            None => t.span.iter().map(|s| s.of(article.document.text())).collect(),
        });
        let right = got.as_ref().is_some_and(|got| plain(got) == plain(wanted));
        self.count("target", right, got.is_some(), wanted != "-");
        if right != (wanted != "-") || got.is_some() && !right {
            self.miss(place, "target", wanted, got.as_deref().unwrap_or("-"));
        }
    }

    fn reply(&mut self, label: &Label, a: &Attribution<Span>, place: &str) {
        let got = a.replies_to.map(|at| at as usize + 1);
        self.count(
            "reply",
            got.is_some() && got == label.replies,
            got.is_some(),
            label.replies.is_some(),
        );
        if got != label.replies {
            self.miss(place, "replies to", &format!("{:?}", label.replies), &format!("{got:?}"));
        }
        if let Some(state) = &label.state {
            let got = a.reply_state.map_or_else(|| "-".to_owned(), name);
            self.count("state", *state == got, true, true);
            if *state != got {
                self.miss(place, "state", state, &got);
            }
        }
    }

    /// Every measure by name: precision and recall where something may be left blank.
    pub fn table(&self) -> BTreeMap<String, f64> {
        let mut out = BTreeMap::new();
        for (&measure, &tally) in &self.tallies {
            if matches!(measure, "denial" | "accusation" | "target" | "reply") {
                out.insert(format!("{measure} precision"), tally.precision());
                out.insert(format!("{measure} recall"), tally.recall());
            } else {
                out.insert(format!("{measure} accuracy"), tally.precision());
            }
        }
        out
    }

    /// The table for a reader, and everything that is not right.
    pub fn report(&self) -> String {
        let mut lines: Vec<String> = self
            .tallies
            .iter()
            .map(|(measure, t)| {
                format!(
                    "{measure:12} precision {:.3} recall {:.3}  ({} right, {} predicted, {} wanted)",
                    t.precision(), t.recall(), t.0, t.1, t.2
                )
            })
            .collect();
        lines.extend(self.wrong.iter().cloned());
        lines.join("\n")
    }
}

/// Names compare without case, article, and the shape of apostrophes.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'");
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| lower.strip_prefix(article))
        .unwrap_or(&lower)
        .to_owned()
}
