//! Which denial answers which accusation, and what the article has in reply to each.
//!
//! A link needs a reason in the text: the one who denies is the one accused (or speaks for it, or is
//! named in the charge), and the words fit: shared words, or "the claim", "any involvement", "that".
//! Leaves out who is who; see `actors`.

mod retold;

use crate::{
    actors::Actors,
    analysis::{Kind, ReplyState, Role, Verb},
    attributions::Found,
    kinds::{
        Judged, Words,
        vocabulary::{
            AUXILIARY, CLAIM_NOUN, CLAUSE, DETERMINER, FALSEHOOD, FIRST_PERSON, NEGATION,
            PREPOSITION,
        },
    },
};

/// What answers what, for one attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// For a denial: the accusation or claim that it answers.
    pub to: Option<usize>,
    /// For an accusation: what answers it, in reading order.
    pub by: Vec<usize>,
    /// For an accusation: what the article has in reply.
    pub state: Option<ReplyState>,
}

impl Reply {
    /// More that answers it; what is known already is not told twice.
    fn also(&mut self, by: impl IntoIterator<Item = usize>) {
        self.by.extend(by);
        self.by.sort_unstable();
        self.by.dedup();
    }
}

/// The least score of a link; below it two parties merely disagree.
const LEAST: f32 = 3.0;
/// Paragraphs within which words of the accused are taken to speak to the charge.
const NEAR: usize = 6;
/// How many of a sort are looked at on either side, so that the cost stays linear: more charges than
/// this between a denial and the one that it answers are not seen in an article.
const REACH: usize = 40;

/// Words that deny a charge without repeating it.
const WHOLE: &[&str] = &[
    "wrongdoing",
    "involvement",
    "collaboration",
    "responsibility",
    "role",
    "guilty",
    "innocent",
    "wrong",
    "true",
    "breach",
    "any",
    "anything",
];

/// Links denials to accusations. All slices are in the order of `found`.
#[must_use]
pub fn link(words: &Words<'_>, found: &[Found], judged: &[Judged], actors: &Actors) -> Vec<Reply> {
    let all = Linker::new(words, found, judged, actors);
    let mut replies = vec![Reply::default(); found.len()];
    for &denial in &all.denials {
        let best = around(&all.charges, denial)
            .iter()
            .filter(|&&charge| charge != denial)
            .map(|&charge| (charge, all.score(denial, charge)))
            .filter(|&(_, score)| score >= LEAST)
            // The first of equals: an article names the charge before it repeats it.
            .reduce(|best, next| if best.1 >= next.1 { best } else { next });
        if let Some((charge, _)) = best {
            replies[denial].to = Some(charge);
            replies[charge].by.push(denial);
        }
    }
    for &charge in &all.accusations {
        let ends = around(&all.releases, charge).iter().copied();
        let ends = ends.filter(|&release| all.ends(release, charge));
        replies[charge].by.extend(ends);
    }
    for &charge in &all.accusations {
        let (state, also) = all.state(charge, &replies);
        replies[charge].also(also);
        replies[charge].state = state;
    }
    all.share_retold(&mut replies);
    replies
}

struct Linker<'a> {
    words: &'a Words<'a>,
    found: &'a [Found],
    judged: &'a [Judged],
    actors: &'a Actors,
    /// Beginnings of the content words of each attribution, sorted.
    stems: Vec<Vec<&'a str>>,
    paragraphs: Vec<usize>,
    accusations: Vec<usize>,
    denials: Vec<usize>,
    /// Withdrawals, acquittals and the like.
    releases: Vec<usize>,
    /// For each attribution whether it says no more than "that" or "it".
    bare: Vec<bool>,
    /// What a denial may answer: accusations, and claims that are told with distance.
    charges: Vec<usize>,
}

impl<'a> Linker<'a> {
    fn new(
        words: &'a Words<'a>,
        found: &'a [Found],
        judged: &'a [Judged],
        actors: &'a Actors,
    ) -> Self {
        let paragraph = |f: &Found| {
            words
                .place(&f.content)
                .or_else(|| words.place(&f.cue))
                .map_or(0, |at| words.document.paragraph_of(at))
        };
        let which = |test: &dyn Fn(&Judged) -> bool| {
            (0..found.len()).filter(|&i| test(&judged[i])).collect()
        };
        Self {
            words,
            found,
            judged,
            actors,
            stems: found.iter().map(|f| stems(words, f)).collect(),
            paragraphs: found.iter().map(paragraph).collect(),
            accusations: which(&|j| j.kind == Kind::Accusation),
            denials: which(&|j| j.kind == Kind::Denial),
            releases: which(&|j| j.release),
            bare: found.iter().map(|f| is_bare(words, f)).collect(),
            charges: which(&|j| {
                j.kind == Kind::Accusation
                    || j.kind == Kind::Statement && j.verb == Verb::Distancing
            }),
        }
    }

    /// "denied that": a bare pronoun means the last charge before it and no other.
    fn may_mean(&self, denial: usize, charge: usize) -> bool {
        let before = self.charges.partition_point(|&c| c < denial);
        !self.bare[denial] || before > 0 && self.charges[before - 1] == charge
    }

    /// How well `denial` answers `charge`; 0 when the parties or the words do not fit.
    fn score(&self, denial: usize, charge: usize) -> f32 {
        let (by, of) = (&self.actors.of[denial], &self.actors.of[charge]);
        let Some(denier) = by.actor else { return 0.0 };
        if of.actor == Some(denier) || !self.may_mean(denial, charge) {
            return 0.0;
        }
        let party = match of.target {
            Some(target) if target == denier => 2.4,
            Some(target) if self.actors.answers_for(denier, target, of.actor) => 2.2,
            _ if self
                .actors
                .named_in(self.words, denier, &self.found[charge].content) =>
            {
                2.3
            }
            // Somebody else is accused, by name: it is not this one's to deny.
            Some(_) => return 0.0,
            None => 0.6,
        };
        let shared = common(&self.stems[denial], &self.stems[charge]);
        // "the claim that the bridge was unsafe" is that one, and no other.
        let general = self.general(denial) && !(shared == 0 && self.tells_which(denial));
        let fit = match (shared, general) {
            (0, false) => 0.0,
            (0, true) => 0.8,
            (n, general) => 0.5 + 0.45 * n.min(4) as f32 + if general { 0.3 } else { 0.0 },
        };
        let (here, there) = (self.paragraphs[denial], self.paragraphs[charge]);
        let away = here.abs_diff(there).min(20) as f32;
        // Without a word in common, only one that comes close behind it can be meant for it.
        if fit == 0.0 && !(party >= 2.2 && away <= 2.0 && there <= here) {
            return 0.0;
        }
        let order = if there <= here { 0.3 } else { 0.0 };
        // The body tells a charge in full; headlines and summaries only announce it.
        let place = match self.words.document.paragraphs().get(there).map(|p| p.role) {
            Some(Role::Headline | Role::Standfirst | Role::Summary) => 0.0,
            _ => 0.4,
        };
        let kind = if self.judged[charge].kind == Kind::Accusation {
            0.3
        } else {
            -0.3
        };
        let earlier = self
            .words
            .tokens(&self.found[charge].cue)
            .iter()
            .any(|&at| {
                matches!(
                    self.words.lower(at),
                    "previously" | "earlier" | "once" | "had"
                )
            });
        party + fit + order + place + kind - 0.06 * away - if earlier { 0.5 } else { 0.0 }
    }

    /// The denial speaks of the charge without repeating it: "the allegation", "any role", "it".
    fn general(&self, denial: usize) -> bool {
        let content = self.words.tokens(&self.found[denial].content);
        content.len() <= 3
            || content.iter().take(14).any(|&at| {
                self.words.is(at, CLAIM_NOUN | FALSEHOOD) || WHOLE.contains(&self.words.lower(at))
            })
    }

    /// What is denied is a claim that is told: "the claim that the bridge was unsafe".
    fn tells_which(&self, denial: usize) -> bool {
        let content = self.words.tokens(&self.found[denial].content);
        self.stems[denial].len() >= 2
            && content.windows(2).take(14).any(|pair| {
                self.words.is(pair[0], CLAIM_NOUN) && self.words.lower(pair[1]) == "that"
            })
    }

    /// A withdrawal or an acquittal ends this charge: by who made it, of whom it is aimed at.
    fn ends(&self, release: usize, charge: usize) -> bool {
        if release < charge {
            return false;
        }
        let (by, of) = (&self.actors.of[release], &self.actors.of[charge]);
        let accuser = by.actor.is_some() && by.actor == of.actor;
        let names = of.target.is_some_and(|t| {
            self.actors
                .named_in(self.words, t, &self.found[release].content)
        });
        accuser || names || self.accusations.len() == 1
    }

    /// The state of a charge, and what answers it beyond what is linked already. None where nothing was
    /// linked and yet the accused is named beside a denial: that there is no reply may not be said then.
    fn state(&self, charge: usize, replies: &[Reply]) -> (Option<ReplyState>, Vec<usize>) {
        // A denial may fit this charge although it fits another better.
        let denials: Vec<usize> = around(&self.denials, charge)
            .iter()
            .copied()
            .filter(|&d| replies[d].to == Some(charge) || self.score(d, charge) >= LEAST)
            .collect();
        if !denials.is_empty() {
            return (Some(ReplyState::Denied), denials);
        }
        if !replies[charge].by.is_empty() {
            return (Some(ReplyState::Answered), Vec::new());
        }
        let Some(target) = self.actors.of[charge].target else {
            return (Some(ReplyState::NoneFound), Vec::new());
        };
        let accuser = self.actors.of[charge].actor;
        let (spoken, declined): (Vec<usize>, Vec<usize>) = (charge + 1..self.found.len())
            .take(REACH)
            .take_while(|&i| self.paragraphs[i] <= self.paragraphs[charge] + NEAR)
            // Who praises answers nothing, however near to the accused.
            .filter(|&i| self.found[i].parent.is_none() && self.judged[i].kind != Kind::Praise)
            .filter(|&i| {
                let by = self.actors.of[i].actor;
                // An accuser who says more does not answer itself, whatever office it holds.
                by != accuser && by.is_some_and(|a| self.actors.answers_for(a, target, accuser))
            })
            .partition(|&i| self.judged[i].kind != Kind::NoComment);
        match (spoken.is_empty(), declined.is_empty()) {
            (_, false) => (Some(ReplyState::Declined), declined),
            (false, true) => (Some(ReplyState::Answered), spoken),
            (true, true) if self.actors.is_beside_denial(target) => (None, Vec::new()),
            (true, true) => (Some(ReplyState::NoneFound), Vec::new()),
        }
    }
}

/// Those of a sorted list that are nearest to `at`: at most [`REACH`] on either side.
fn around(sorted: &[usize], at: usize) -> &[usize] {
    let here = sorted.partition_point(|&i| i < at);
    &sorted[here.saturating_sub(REACH)..sorted.len().min(here + REACH)]
}

/// The content is a pronoun and nothing else: "denied that".
fn is_bare(words: &Words<'_>, found: &Found) -> bool {
    let content = words.tokens(&found.content);
    let pronoun = |&at: &usize| {
        !words.is_word(at)
            || matches!(
                words.lower(at),
                "that" | "it" | "this" | "them" | "all" | "of"
            )
    };
    !content.is_empty() && content.iter().all(pronoun)
}

/// Beginnings of the words that carry meaning: five letters tell *collaborate* and *collaboration*
/// alike.
fn stems<'a>(words: &'a Words<'a>, found: &Found) -> Vec<&'a str> {
    const FUNCTION: u64 =
        AUXILIARY | CLAUSE | DETERMINER | PREPOSITION | NEGATION | FIRST_PERSON | CLAIM_NOUN;
    let mut out: Vec<&str> = words
        .tokens(&found.content)
        .into_iter()
        .filter(|&at| words.is_word(at) && !words.is(at, FUNCTION) && words.lower(at).len() > 3)
        .map(|at| {
            let word = words.lower(at);
            let end = word.char_indices().nth(5).map_or(word.len(), |(i, _)| i);
            &word[..end]
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// How many of two sorted lists are in both.
fn common(a: &[&str], b: &[&str]) -> usize {
    a.iter().filter(|w| b.binary_search(w).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use crate::{
        Block, Options,
        analysis::{Kind, ReplyState},
        analyze,
    };

    #[test]
    fn a_bare_that_answers_the_last_charge_alone() {
        let text = "Orr accused the mayor of fraud in the spring. Vale accused the mayor of theft \
                    in the summer. The mayor denied that.";
        let block = Block {
            text: text.to_owned(),
            ..Block::default()
        };
        let analysis = analyze(&[block], &Options::default());
        let charges = analysis.attributions.iter();
        let denied: Vec<bool> = charges
            .filter(|a| a.kind == Kind::Accusation)
            .map(|a| a.reply_state == Some(ReplyState::Denied))
            .collect();
        assert_eq!(denied, [false, true]);
    }
    /// The state of the first charge in that text.
    fn first_state(text: &str) -> Option<ReplyState> {
        let block = Block {
            text: text.to_owned(),
            ..Block::default()
        };
        let analysis = analyze(&[block], &Options::default());
        let charge = analysis
            .attributions
            .iter()
            .find(|a| a.kind == Kind::Accusation);
        charge.expect("a charge").reply_state
    }

    #[test]
    fn no_reply_is_not_said_of_one_who_is_named_beside_a_denial() {
        let charge = "Prosecutors accused Harlan Voss of hiding the money.";
        assert_eq!(
            first_state(&format!("{charge} The trial begins in May.")),
            Some(ReplyState::NoneFound)
        );
        for elsewhere in [
            "Voss and two others are denying everything.",
            "In March Voss entered a plea of not guilty.",
            "Friends of Voss point to the denial of last year.",
        ] {
            let text = format!("{charge} The trial begins in May. {elsewhere}");
            assert_ne!(
                first_state(&text),
                Some(ReplyState::NoneFound),
                "{elsewhere}"
            );
        }
    }
}
