//! Which denial, admission or silence answers which accusation or claim, and what the article has in
//! reply to each accusation.
//!
//! What answers what is learned (`pair`); a link is made only where it is likely enough. Beside it an accusation is
//! answered where the accused speaks close behind it, and ended by a withdrawal. Leaves out who is who; see `actors`.

mod pair;
mod plain;

use std::collections::HashSet;

use crate::{
    actors::Actors,
    analysis::{Kind, ReplyState},
    attributions::Found,
    kinds::Judged,
    lexicon::telling::ANSWERING,
    words::Words,
};

pub use pair::{FEATURES, NOTHING, Scene, answers};

/// What answers what, for one attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// For a denial, an admission or a silence: the accusation or claim that it answers.
    pub to: Option<usize>,
    /// For an accusation: what answers it, in reading order.
    pub by: Vec<usize>,
    /// For an accusation: what the article has in reply.
    pub state: Option<ReplyState>,
}

impl Reply {
    /// More that answers it; what is known already, as a denial that is linked and close, is not told twice.
    fn also(&mut self, by: impl IntoIterator<Item = usize>) {
        self.by.extend(by);
        self.by.sort_unstable();
        self.by.dedup();
    }
}

/// The least probability of a link; chosen on the development articles, whatever the probability that nothing is answered.
/// Held out, as many are right in all from .1 to .25 (F1 .36); see `training/replies.py`.
const LEAST: f32 = 0.16;
/// Paragraphs within which words of the accused are taken to speak to the charge; farther on a story has turned to others.
const NEAR: usize = 6;
/// Paragraphs within which they need no word of it: "Holt said she had been at home" right behind the charge.
const CLOSE: usize = 2;
/// How many of a sort are looked at on either side, so that the cost stays linear: more charges than
/// this between a release and the one that it ends are not seen in an article.
const REACH: usize = 40;

/// Links answers to what they answer. All slices are in the order of `found`.
#[must_use]
pub fn link(words: &Words<'_>, found: &[Found], judged: &[Judged], actors: &Actors) -> Vec<Reply> {
    let all = Linker::new(words, found, judged, actors);
    let mut replies = vec![Reply::default(); found.len()];
    for answer in (0..found.len()).filter(|&at| answers(judged[at].kind)) {
        if let Some((to, sure)) = all.scene.best(answer)
            && sure >= LEAST
            && all.is_answer(answer, to)
        {
            replies[answer].to = Some(to);
            replies[to].by.push(answer);
        }
    }
    for &charge in &all.accusations {
        let ends = around(&all.releases, charge).iter().filter(|&&by| all.ends(by, charge));
        replies[charge].by.extend(ends);
    }
    // Only when all links are there: who denies something else is told by what was left without one.
    let denying = all.denying(&replies);
    for &charge in &all.accusations {
        let (state, also) = all.state(charge, &replies, &denying);
        replies[charge].also(also);
        replies[charge].state = state;
    }
    all.share_retold(&mut replies);
    replies
}

/// What is looked at to link answers: the pairs, and where charges and their ends stand.
struct Linker<'a> {
    scene: Scene<'a>,
    accusations: Vec<usize>,
    /// Withdrawals, acquittals and the like.
    releases: Vec<usize>,
}

impl<'a> Linker<'a> {
    fn new(
        words: &'a Words<'a>,
        found: &'a [Found],
        judged: &'a [Judged],
        actors: &'a Actors,
    ) -> Self {
        let which = |test: &dyn Fn(&Judged) -> bool| {
            (0..found.len()).filter(|&i| test(&judged[i])).collect()
        };
        Self {
            scene: Scene::new(words, found, judged, actors),
            accusations: which(&|j| j.kind == Kind::Accusation),
            releases: which(&|j| j.release),
        }
    }

    /// Whether `answer` may be told as an answer to `to`: what denies something of its own, with no word of the
    /// charge, is of another affair. "Holt denied that she would resign" does not answer a charge of theft.
    fn is_answer(&self, answer: usize, to: usize) -> bool {
        self.scene.shared(answer, to) > 0 || self.scene.general(answer)
    }

    /// Whether words of the accused speak to the charge: they follow it closely, share a word with it, their verb
    /// answers, or they decline to. A denial that was linked to nothing is of another affair.
    fn speaks_to(&self, at: usize, charge: usize) -> bool {
        let scene = &self.scene;
        let cue = scene.words.tokens(&scene.found[at].cue);
        let answering = cue.iter().any(|&token| ANSWERING.has(scene.words.lower(token)));
        let close = scene.paragraph(at) <= scene.paragraph(charge) + CLOSE;
        let kind = scene.judged[at].kind;
        kind == Kind::NoComment
            || answering
            || scene.shared(at, charge) > 0
            || kind != Kind::Denial && (close || scene.general(at))
    }

    /// A withdrawal or an acquittal ends this charge: by who made it, of whom it is aimed at, or of the only one there is.
    /// "The court acquitted Holt" ends what Holt was charged with before, and nothing that is charged behind it.
    fn ends(&self, release: usize, charge: usize) -> bool {
        let Scene { words, found, actors, .. } = &self.scene;
        let (by, of) = (&actors.of[release], &actors.of[charge]);
        let accuser = by.actor.is_some() && by.actor == of.actor;
        let names = of.target.is_some_and(|t| actors.named_in(words, t, &found[release].content));
        release >= charge && (accuser || names || self.accusations.len() == 1)
    }

    /// Who denies something that is no charge as far as is known; a charge may have been missed.
    fn denying(&self, replies: &[Reply]) -> HashSet<usize> {
        let Scene { judged, actors, .. } = &self.scene;
        let is = |at: usize, kind: Kind| judged[at].kind == kind;
        let charge = |at: usize| replies[at].to.is_some_and(|to| is(to, Kind::Accusation));
        let denials = (0..judged.len()).filter(|&at| is(at, Kind::Denial) && !charge(at));
        denials.filter_map(|at| actors.of[at].actor).collect()
    }

    /// The state of a charge, and what answers it beyond what is linked already. None where nothing was
    /// linked and yet the accused denies something, or is named beside a denial: that there is no reply may
    /// not be said then. To say of somebody that they keep silent is a charge of its own.
    fn state(
        &self,
        charge: usize,
        replies: &[Reply],
        denying: &HashSet<usize>,
    ) -> (Option<ReplyState>, Vec<usize>) {
        let Scene { found, judged, actors, .. } = &self.scene;
        let by = &replies[charge].by;
        if !by.is_empty() {
            let linked = |kind: Kind| by.iter().any(|&by| judged[by].kind == kind);
            let state = match (linked(Kind::Denial), linked(Kind::NoComment)) {
                (true, _) => ReplyState::Denied,
                (false, true) => ReplyState::Declined,
                (false, false) => ReplyState::Answered,
            };
            return (Some(state), Vec::new());
        }
        let none = |denied: bool| (!denied).then_some(ReplyState::NoneFound);
        let Some(target) = actors.of[charge].target else {
            return (none(actors.is_anything_denied()), Vec::new());
        };
        let accuser = actors.of[charge].actor;
        let paragraph = |at: usize| self.scene.paragraph(at);
        let (spoken, declined): (Vec<usize>, Vec<usize>) = (charge + 1..found.len())
            .take(REACH)
            .take_while(|&i| paragraph(i) <= paragraph(charge) + NEAR)
            // Who praises answers nothing, however near to the accused.
            .filter(|&i| found[i].parent.is_none() && judged[i].kind != Kind::Praise)
            .filter(|&i| {
                let by = actors.of[i].actor;
                // An accuser who says more does not answer itself, whatever office it holds.
                by != accuser && by.is_some_and(|a| actors.answers_for(a, target, accuser))
            })
            .filter(|&i| self.speaks_to(i, charge))
            .partition(|&i| judged[i].kind != Kind::NoComment);
        match (spoken.is_empty(), declined.is_empty()) {
            (_, false) => (Some(ReplyState::Declined), declined),
            (false, true) => (Some(ReplyState::Answered), spoken),
            (true, true) => {
                let denies = denying.contains(&target) || actors.is_beside_denial(target);
                (none(denies), Vec::new())
            }
        }
    }
}

/// One charge told twice, and answered once: a headline's has the reply that its text has.
impl Linker<'_> {
    /// Gives every charge the replies of another telling of it that has better ones. All twins are found first, so that
    /// no reply goes on from one telling to the next.
    fn share_retold(&self, replies: &mut [Reply]) {
        let twin = |&charge: &usize| Some((charge, self.twin(charge, replies)?));
        let retold: Vec<(usize, usize)> = self.accusations.iter().filter_map(twin).collect();
        for (charge, twin) in retold {
            let Reply { by, state, .. } = replies[twin].clone();
            replies[charge].also(by);
            replies[charge].state = state;
        }
    }

    /// The same charge told elsewhere, with a reply that this one lacks: a denial before any other.
    fn twin(&self, charge: usize, replies: &[Reply]) -> Option<usize> {
        let rank = |i: usize| match replies[i].state {
            None | Some(ReplyState::NoneFound) => 0,
            Some(ReplyState::Answered | ReplyState::Declined) => 1,
            Some(ReplyState::Denied) => 2,
        };
        around(&self.accusations, charge)
            .iter()
            .copied()
            .filter(|&other| rank(other) > rank(charge) && self.is_retold(charge, other))
            // The first of equals, as for the replies themselves.
            .rev()
            .max_by_key(|&other| rank(other))
    }

    /// Two tellings of one charge: by the same, against the same, in like words. Where one of them leaves out who
    /// makes it or at whom it is aimed, as headlines do, most of its words must come back in the other: "Holt is accused
    /// of theft from the harbour" is "Orr accused Holt of theft from the harbour".
    fn is_retold(&self, one: usize, other: usize) -> bool {
        let (a, b) = (&self.scene.actors.of[one], &self.scene.actors.of[other]);
        let alike = |a: usize, b: usize| a == b || self.is_named_in(a, b) || self.is_named_in(b, a);
        // None where one of the two tellings leaves it out.
        let accuser = a.actor.zip(b.actor).map(|(a, b)| alike(a, b));
        let target = a.target.zip(b.target).map(|(a, b)| a == b);
        let shared = self.scene.shared(one, other);
        match (accuser, target) {
            (Some(true), Some(true)) => shared > 0,
            (Some(true), None) | (None, Some(true)) => {
                shared >= 2 && shared * 2 > self.scene.fewer(one, other)
            }
            _ => false,
        }
    }

    /// The whole name of one within another's: a headline's "Tolvik" is "the harbour council of Tolvik".
    fn is_named_in(&self, one: usize, other: usize) -> bool {
        let name = self.scene.actors.name(one);
        let proper = name.starts_with(char::is_uppercase);
        let mut words = self.scene.actors.name(other).split_whitespace();
        proper && words.any(|word| word == name)
    }
}

/// Those of a sorted list that are nearest to `at`: at most [`REACH`] on either side.
fn around(sorted: &[usize], at: usize) -> &[usize] {
    let here = sorted.partition_point(|&i| i < at);
    &sorted[here.saturating_sub(REACH)..sorted.len().min(here + REACH)]
}
