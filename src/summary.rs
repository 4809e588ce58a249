//! The list of actors as the panel shows it: names, counts, who accuses whom.
//!
//! Only those who speak, are aimed at, or speak for such a one are in it, by weight in the article. Leaves out who
//! anybody is and what answers what; see `actors` and `replies`.

use std::collections::{HashMap, HashSet};

use crate::{
    actors::Actors,
    analysis::{Actor, Attribution, Counts, Edge, Form, Group, Kind, ReplyState, Resolution},
};

/// Indices of the cast as indices of the summary.
#[derive(Debug, Default)]
pub struct Places(HashMap<usize, u32>);

impl Places {
    /// The place in the summary of one of the cast.
    #[must_use]
    pub fn of(&self, actor: Option<usize>) -> Option<u32> {
        self.0.get(&actor?).copied()
    }
}

/// Orders those of the cast who matter and gives them their places, the most present first.
#[must_use]
pub fn places(actors: &Actors) -> Places {
    let mut weight: HashMap<usize, (u32, usize)> = HashMap::new();
    for (at, r) in actors.of.iter().enumerate() {
        let mut add = |actor: usize, by: u32| {
            let seen = weight.entry(actor).or_insert((0, at));
            seen.0 += by;
        };
        if let Some(actor) = r.actor {
            add(actor, 4);
            for &member in actors.members(actor) {
                add(member, 0);
            }
            if let Some(body) = actors.speaks_for(actor) {
                add(body, 0);
            }
        }
        if let Some(through) = r.through {
            add(through, 1);
        }
        if let Some(target) = r.target {
            add(target, 2);
            for &member in actors.members(target) {
                add(member, 0);
            }
        }
    }
    let mut order: Vec<(usize, (u32, usize))> = weight.into_iter().collect();
    // Ties in the order in which they come up.
    order.sort_by_key(|&(actor, (weight, first))| (std::cmp::Reverse(weight), first, actor));
    Places(
        order
            .into_iter()
            .enumerate()
            .filter_map(|(place, (actor, _))| Some((actor, u32::try_from(place).ok()?)))
            .collect(),
    )
}

/// The actors in the order of `places`, from finished attributions.
#[must_use]
pub fn summary<S>(actors: &Actors, places: &Places, attributions: &[Attribution<S>]) -> Vec<Actor> {
    let mut out: Vec<(u32, Actor)> = places
        .0
        .iter()
        .map(|(&one, &place)| (place, actors.told(one, &|of| places.of(of))))
        .collect();
    out.sort_by_key(|&(place, _)| place);
    let mut out: Vec<Actor> = out.into_iter().map(|(_, actor)| actor).collect();
    let mut edges = Edges::default();
    let mut seen: HashSet<(Option<u32>, u32)> = HashSet::new();
    // An actor is silent only if no one's words in this text could be his or hers.
    let certain = attributions.iter().all(|a| {
        a.resolution != Resolution::Unclear || a.source.is_empty() && a.form != Form::Direct
    });
    for (index, a) in attributions.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else {
            break;
        };
        let speaker = a.actor.map(|at| at as usize);
        if let Some(speaker) = speaker {
            count(&mut out[speaker].counts, a.kind.group());
            if a.kind == Kind::Denial {
                out[speaker].denies.push(index);
            }
            if let Some(through) = a.through {
                let list = &mut out[speaker].through;
                if seen.insert((a.actor, through)) {
                    list.push(through);
                }
            }
            if let Some(body) = out[speaker].speaks_for {
                let speaker = a.actor.unwrap_or_default();
                let list = &mut out[body as usize].through;
                if seen.insert((Some(body), speaker)) {
                    list.push(speaker);
                }
            }
        }
        let Some(target) = a.target.as_ref().and_then(|t| t.actor) else {
            continue;
        };
        let targets = each(&out, target);
        // Several at once keep what they do together; done to somebody it is by each of them.
        let together = a.actor.filter(|&by| !out[by as usize].members.is_empty());
        let apart = a.actor.map(|by| each(&out, by)).unwrap_or_default();
        for by in together.into_iter().chain(apart) {
            for &target in targets.iter().filter(|&&target| target != by) {
                let list = match a.kind {
                    Kind::Accusation => &mut out[by as usize].accuses,
                    Kind::Demand => &mut out[by as usize].demands_of,
                    Kind::Criticism => &mut out[by as usize].criticises,
                    _ => continue,
                };
                edges.add(list, (a.kind, false, by, target), index);
                if a.kind == Kind::Accusation && Some(by) != together {
                    let list = &mut out[target as usize].accused_by;
                    edges.add(list, (a.kind, true, target, by), index);
                }
            }
        }
        if a.kind == Kind::Accusation && certain && a.reply_state == Some(ReplyState::NoneFound) {
            for &target in &targets {
                out[target as usize].no_own_words = true;
            }
        }
    }
    for (&entity, &place) in &places.0 {
        let actor = &mut out[place as usize];
        let c = actor.counts;
        let own = c.accusations + c.denials + c.demands + c.views + c.statements;
        let silent = own == 0 && actor.through.is_empty() && !actors.is_beside_denial(entity);
        actor.no_own_words &= silent;
    }
    out
}

/// The members of several at once; the one itself of anyone else.
fn each(actors: &[Actor], one: u32) -> Vec<u32> {
    match actors[one as usize].members.as_slice() {
        [] => vec![one],
        members => members.to_vec(),
    }
}

fn count(counts: &mut Counts, group: Group) {
    let field = match group {
        Group::Accusations => &mut counts.accusations,
        Group::Denials => &mut counts.denials,
        Group::Demands => &mut counts.demands,
        Group::Views => &mut counts.views,
        Group::Statements => &mut counts.statements,
    };
    *field += 1;
}

/// Where the edge from one actor to another stands in its list, so that a list of any length costs the same.
#[derive(Default)]
struct Edges(HashMap<(Kind, bool, u32, u32), usize>);

impl Edges {
    /// Adds `attribution` to the edge to the last actor of `key` in its `list`.
    fn add(&mut self, list: &mut Vec<Edge>, key: (Kind, bool, u32, u32), attribution: u32) {
        let at = *self.0.entry(key).or_insert_with(|| {
            list.push(Edge { actor: key.3, attributions: Vec::new() });
            list.len() - 1
        });
        list[at].attributions.push(attribution);
    }
}
