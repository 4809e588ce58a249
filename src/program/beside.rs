//! A comparison drawn for a terminal: voices, accusations with their answers, the same statements.
//!
//! Articles go by their number. Nothing is weighed: what was not found in an article may still be
//! there, and the last lines say so.

use std::fmt::Write as _;

use ascribe::{
    analysis::{Attribution, Counts, ReplyState},
    compare::{Account, At, Change, Charge, Comparison, Likeness, Quotations, Side, Voice},
    span::Piece,
};

use super::render::{NOTE, clean, name, shortened};

/// Said of every comparison.
const REMINDER: &str = "What was not found in a text may still be there.";

/// The drawn comparison of the articles of these names.
pub fn draw(names: &[String], accounts: &[Account], comparison: &Comparison) -> String {
    let page = Page {
        accounts,
        comparison,
        texts: accounts
            .iter()
            .map(|a| a.blocks.iter().map(|b| b.text.encode_utf16().collect()).collect())
            .collect(),
    };
    let mut out = String::new();
    for (number, name) in (1..).zip(names) {
        let _ = writeln!(out, "{number:>3}  {}", clean(name));
    }
    page.voices(&mut out);
    page.charges(&mut out);
    page.same(&mut out);
    let _ = writeln!(out, "\n{REMINDER}\n{NOTE}");
    out
}

struct Page<'a> {
    accounts: &'a [Account],
    comparison: &'a Comparison,
    /// The blocks of every account in UTF-16.
    texts: Vec<Vec<Vec<u16>>>,
}

impl Page<'_> {
    fn voices(&self, out: &mut String) {
        let _ = write!(out, "\n{:40}", "Who");
        for number in 1..=self.accounts.len() {
            let _ = write!(out, "{number:>5}");
        }
        out.push('\n');
        for voice in self.comparison.voices.iter().filter(|v| takes_part(v)) {
            let _ = write!(out, "{:40}", shortened(&clean(&voice.name), 39));
            for counts in &voice.counts {
                match all(counts) {
                    0 => out.push_str("    –"),
                    count => {
                        let _ = write!(out, "{count:>5}");
                    }
                }
            }
            if let [only] = self.present(voice)[..] {
                let _ = write!(out, "  found in {} only", only + 1);
            }
            out.push('\n');
        }
        for perhaps in &self.comparison.perhaps {
            let [a, b] = perhaps.voices.map(|at| &self.comparison.voices[at as usize]);
            if takes_part(a) && takes_part(b) {
                let why = why(perhaps.how);
                let _ = writeln!(
                    out,
                    "  perhaps the same: {}, {} ({why})",
                    clean(&a.name),
                    clean(&b.name)
                );
            }
        }
    }

    /// The accounts in which a voice has words.
    fn present(&self, voice: &Voice) -> Vec<usize> {
        let counts = voice.counts.iter().enumerate();
        counts.filter(|(_, c)| all(c) > 0).map(|(at, _)| at).collect()
    }

    fn charges(&self, out: &mut String) {
        if self.comparison.charges.is_empty() {
            return;
        }
        out.push_str("\nAccusations and their answers\n");
        for charge in &self.comparison.charges {
            self.charge(out, charge);
        }
    }

    fn charge(&self, out: &mut String, charge: &Charge) {
        let voice = |at: Option<u32>, otherwise: &str| {
            at.map_or_else(
                || otherwise.to_owned(),
                |at| clean(&self.comparison.voices[at as usize].name),
            )
        };
        let accuser = voice(charge.accuser, "Accuser not named or not clear");
        let accused = voice(charge.accused, "not named or not clear");
        let _ = writeln!(out, "{accuser} → {accused}");
        for side in &charge.sides {
            for &index in side.accusations.iter().chain(&side.denials).chain(&side.replies) {
                self.line(out, At { account: side.account, index });
            }
            if side.state == Some(ReplyState::NoneFound) {
                let _ = writeln!(out, "{:>3}  no reply was found in this text", side.account + 1);
            }
        }
        for &account in &charge.answered_only_in {
            let others: Vec<String> = charge
                .sides
                .iter()
                .filter(|s: &&Side| s.state == Some(ReplyState::NoneFound))
                .map(|s| (s.account + 1).to_string())
                .collect();
            let _ = writeln!(
                out,
                "     an answer was found in {}, none in {}",
                account + 1,
                others.join(", ")
            );
        }
    }

    fn same(&self, out: &mut String) {
        if self.comparison.same.is_empty() {
            return;
        }
        out.push_str("\nWhat seems to be the same statement\n");
        for same in &self.comparison.same {
            let voice = same.voice.map_or_else(
                || "Not the same speaker everywhere".to_owned(),
                |at| clean(&self.comparison.voices[at as usize].name),
            );
            let _ = writeln!(out, "{voice}");
            for &at in &same.statements {
                self.line(out, at);
            }
            for quotations in &same.quotations {
                self.quotations(out, quotations);
            }
        }
    }

    /// `  2  admission · Ada Brook · “admitted” · the bridge was closed`
    fn line(&self, out: &mut String, at: At) {
        let Some(a) = self.attribution(at) else {
            return;
        };
        let analysis = &self.accounts[at.account as usize].analysis;
        let _ = write!(out, "{:>3}  {}", at.account + 1, name(a.kind));
        let speaker = a.actor.and_then(|i| analysis.actors.get(i as usize));
        let speaker = speaker.map_or_else(|| self.words(at.account, &a.source), |s| clean(&s.name));
        if !speaker.is_empty() {
            let _ = write!(out, " · {speaker}");
        }
        if !a.cue.is_empty() {
            let _ = write!(out, " · “{}”", self.words(at.account, &a.cue));
        }
        let _ = writeln!(out, " · {}", self.words(at.account, &a.content));
    }

    /// `     quoted: We looked at [1: every bolt] [2: all of it], twice`
    fn quotations(&self, out: &mut String, quotations: &Quotations) {
        let [left, right] = [quotations.left.account, quotations.right.account];
        if quotations.runs.iter().all(|run| run.change == Change::Same) {
            let _ = writeln!(out, "     {} and {} quote the same words", left + 1, right + 1);
            return;
        }
        let _ = write!(out, "     quoted:");
        for run in &quotations.runs {
            match run.change {
                Change::Same => {
                    let _ = write!(out, " {}", self.words(left, &run.left));
                }
                _ => {
                    for (account, pieces) in [(left, &run.left), (right, &run.right)] {
                        if !pieces.is_empty() {
                            let _ =
                                write!(out, " [{}: {}]", account + 1, self.words(account, pieces));
                        }
                    }
                }
            }
        }
        out.push('\n');
    }

    fn attribution(&self, at: At) -> Option<&Attribution<Piece>> {
        let analysis = &self.accounts[at.account as usize].analysis;
        analysis.attributions.get(at.index as usize)
    }

    fn words(&self, account: u32, pieces: &[Piece]) -> String {
        let texts = &self.texts[account as usize];
        let words: Vec<String> = pieces
            .iter()
            .map(|p| {
                String::from_utf16_lossy(&texts[p.block as usize][p.start as usize..p.end as usize])
            })
            .map(|text| clean(&text))
            .collect();
        words.join(" … ")
    }
}

/// True for one who has words, or is accused, somewhere.
fn takes_part(voice: &Voice) -> bool {
    voice.counts.iter().any(|c| all(c) > 0)
}

const fn all(counts: &Counts) -> u32 {
    counts.accusations + counts.denials + counts.demands + counts.views + counts.statements
}

const fn why(how: Likeness) -> &'static str {
    match how {
        Likeness::Chosen => "chosen",
        Likeness::Name => "the same description",
        Likeness::State => "the same state",
        Likeness::Acronym => "its letters",
        Likeness::PartOfName => "part of the name",
        Likeness::Role => "the same role",
        Likeness::Words => "the same words",
    }
}
