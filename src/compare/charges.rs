//! Accusations of all accounts, each with what every account has in answer to it.
//!
//! What one says against another is one row in all accounts; where one of the two is not known, only
//! statements that seem the same are. Which denial answers which accusation within an account the
//! analysis says; where an account has the denial alone, its words must be of the charge.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    comparison::{Account, At, Charge, Same, Side},
    voices::Voices,
    words::Spoken,
};
use crate::{
    analysis::{Attribution, Kind, ReplyState},
    span::Piece,
};

/// Words of meaning that a denial must share with a charge, unless it has no more.
const SHARED: usize = 2;

/// What an accusation is filed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Accuser and accused.
    Both(u32, u32),
    /// The set of like statements that it is of.
    Alike(usize),
    /// It stands alone.
    Own(At),
}

/// The rows, in reading order of the first account that has them.
pub(super) fn charges(
    accounts: &[Account],
    spoken: &[Spoken],
    voices: &Voices,
    same: &[Same],
) -> Vec<Charge> {
    let all = Charges {
        accounts,
        spoken: spoken.iter().map(|s| (s.at, s)).collect(),
        voices,
        alike: same
            .iter()
            .enumerate()
            .flat_map(|(group, s)| s.statements.iter().map(move |&at| (at, group)))
            .collect(),
        untied: HashMap::new(),
    };
    let all = Charges { untied: all.untied(), ..all };
    let rows = all.rows();
    rows.iter().map(|row| all.charge(row)).collect()
}

struct Charges<'a> {
    accounts: &'a [Account],
    spoken: HashMap<At, &'a Spoken>,
    voices: &'a Voices,
    /// The set of like statements that an attribution is of.
    alike: HashMap<At, usize>,
    /// Denials that their account ties to nothing, by the account and who denies, in reading order.
    untied: HashMap<(u32, u32), Vec<At>>,
}

impl Charges<'_> {
    fn attribution(&self, at: At) -> &Attribution<Piece> {
        &self.accounts[at.account as usize].analysis.attributions[at.index as usize]
    }

    fn accuser(&self, at: At) -> Option<u32> {
        self.voices.speaker(at.account, self.attribution(at))
    }

    fn accused(&self, at: At) -> Option<u32> {
        self.voices.target(at.account, self.attribution(at))
    }

    /// All accusations, each with those that are filed under the same key.
    fn rows(&self) -> Vec<Vec<At>> {
        let mut rows: BTreeMap<Key, Vec<At>> = BTreeMap::new();
        for at in self.spoken_in_order().filter(|&at| self.attribution(at).kind == Kind::Accusation)
        {
            let key = match (self.accuser(at), self.accused(at), self.alike.get(&at)) {
                (Some(by), Some(whom), _) => Key::Both(by, whom),
                (_, _, Some(&group)) => Key::Alike(group),
                _ => Key::Own(at),
            };
            rows.entry(key).or_default().push(at);
        }
        // One whose accuser or accused is not known belongs to those that it seems the same as.
        let homes: BTreeMap<usize, Key> = rows
            .iter()
            .filter(|(key, _)| matches!(key, Key::Both(..)))
            .flat_map(|(key, list)| list.iter().filter_map(|at| Some((*self.alike.get(at)?, *key))))
            .collect();
        for (group, home) in homes {
            if let Some(list) = rows.remove(&Key::Alike(group)) {
                rows.entry(home).or_default().extend(list);
            }
        }
        let mut rows: Vec<Vec<At>> = rows.into_values().collect();
        for row in &mut rows {
            row.sort_unstable();
        }
        rows.sort_unstable();
        rows
    }

    fn spoken_in_order(&self) -> impl Iterator<Item = At> + '_ {
        (0u32..).zip(self.accounts).flat_map(|(account, a)| {
            let all = (0u32..).zip(&a.analysis.attributions);
            all.map(move |(index, _)| At { account, index })
        })
    }

    fn untied(&self) -> HashMap<(u32, u32), Vec<At>> {
        let mut out: HashMap<(u32, u32), Vec<At>> = HashMap::new();
        for at in self.spoken_in_order() {
            let a = self.attribution(at);
            if a.kind == Kind::Denial
                && a.replies_to.is_none()
                && let Some(who) = self.accuser(at)
            {
                out.entry((at.account, who)).or_default().push(at);
            }
        }
        out
    }

    fn charge(&self, row: &[At]) -> Charge {
        let sides: Vec<Side> = (0u32..)
            .zip(self.accounts)
            .filter_map(|(account, _)| self.side(account, row))
            .collect();
        Charge {
            accuser: row.iter().find_map(|&at| self.accuser(at)),
            accused: row.iter().find_map(|&at| self.accused(at)),
            answered_only_in: answered_only_in(&sides),
            sides,
        }
    }

    /// What one account has of a row; none when it has nothing.
    fn side(&self, account: u32, row: &[At]) -> Option<Side> {
        let own: Vec<At> = row.iter().copied().filter(|at| at.account == account).collect();
        let denials = if own.is_empty() { self.denials(account, row) } else { Vec::new() };
        let mut replies: Vec<u32> = own.iter().flat_map(|&at| self.replies(at)).collect();
        replies.sort_unstable();
        replies.dedup();
        let states = own.iter().filter_map(|&at| self.attribution(at).reply_state);
        (!own.is_empty() || !denials.is_empty()).then(|| Side {
            account,
            accusations: own.iter().map(|at| at.index).collect(),
            replies,
            denials,
            state: states.min_by_key(|&state| rank(state)),
        })
    }

    fn replies(&self, at: At) -> Vec<u32> {
        let count = self.accounts[at.account as usize].analysis.attributions.len();
        let replies = self.attribution(at).replies.iter().copied();
        replies.filter(|&i| (i as usize) < count).collect()
    }

    /// Denials of the one accused that `account` ties to nothing, of the words of the charge or of what
    /// answers it elsewhere.
    fn denials(&self, account: u32, row: &[At]) -> Vec<u32> {
        let Some(accused) = row.iter().find_map(|&at| self.accused(at)) else {
            return Vec::new();
        };
        let mut charge: BTreeSet<u32> = BTreeSet::new();
        for &at in row {
            let replies = self.replies(at).into_iter().map(|index| At { index, ..at });
            for part in replies.chain([at]) {
                charge.extend(self.spoken.get(&part).map(|s| s.terms()).unwrap_or_default());
            }
        }
        let fits = |spoken: &Spoken| {
            let terms = spoken.terms();
            let shared = terms.intersection(&charge).count();
            spoken.bare || shared >= SHARED.min(terms.len())
        };
        let untied = self.untied.get(&(account, accused));
        untied
            .into_iter()
            .flatten()
            .filter(|at| self.spoken.get(at).is_some_and(|spoken| fits(spoken)))
            .map(|at| at.index)
            .collect()
    }
}

const fn rank(state: ReplyState) -> u8 {
    match state {
        ReplyState::Denied => 0,
        ReplyState::Answered => 1,
        ReplyState::Declined => 2,
        ReplyState::NoneFound => 3,
    }
}

/// The accounts with an answer (that someone declined to give one is none), where another has the accusation and none.
fn answered_only_in(sides: &[Side]) -> Vec<u32> {
    let open = |s: &Side| s.state == Some(ReplyState::NoneFound);
    if !sides.iter().any(open) {
        return Vec::new();
    }
    let answered = |s: &&Side| {
        !s.denials.is_empty() || matches!(s.state, Some(ReplyState::Denied | ReplyState::Answered))
    };
    sides.iter().filter(answered).map(|s| s.account).collect()
}
