//! What one list of voices has beside another: two and more articles on one event, compared.
//!
//! The door is [`compare`]. Speakers are matched by what they are called (`names`, `alike`, `joins`),
//! statements by their words (`words`, `statements`), quotations aligned word by word (`quotations`),
//! accusations laid beside each other with their answers (`charges`). Nothing is weighed: what is not
//! found in an account may still be there.

mod alike;
mod charges;
mod comparison;
mod firsts;
mod fold;
#[cfg(test)]
mod generated;
mod joins;
mod names;
mod quotations;
mod statements;
mod stop;
mod voices;
mod words;

pub use comparison::{
    Account, At, Change, Charge, Choices, Comparison, Likeness, Perhaps, Quotations, Run, Same,
    Side, Voice,
};

use std::collections::HashSet;

use joins::Joins;
use statements::{Pair, Said};
use voices::Voices;
use words::Spoken;

/// Compares accounts of one event.
///
/// Any accounts give a comparison; one alone gives its own voices and charges and nothing that is the
/// same. `choices` are the reader's corrections to who is whom. Deterministic; costs a reading of the
/// texts, and is linear in the number of statements times those that share a word with each. Pieces and
/// indices that lie outside their account are passed over.
#[must_use]
pub fn compare(accounts: &[Account], choices: &Choices) -> Comparison {
    let mut joins = Joins::new(accounts, choices);
    alike::join(&mut joins);
    let spoken = words::read(accounts);
    let pairs = statements::pairs(&spoken);
    join_by_words(accounts, &spoken, &pairs, &mut joins);
    let voices = Voices::new(accounts, &joins);
    let said = said(accounts, &spoken, &voices);
    let same: Vec<Same> = statements::groups(&spoken, &said, &pairs)
        .iter()
        .map(|group| same(&spoken, &said, group))
        .collect();
    Comparison {
        charges: charges::charges(accounts, &spoken, &voices, &same),
        perhaps: voices.perhaps(&joins),
        same,
        voices: voices.list,
    }
}

/// Those who may be one by what they are called are one when they say the same: many words quoted alike,
/// or a statement that is like enough. The most alike come first.
fn join_by_words(accounts: &[Account], spoken: &[Spoken], pairs: &[Pair], joins: &mut Joins) {
    let speaker = |index: usize| {
        let At { account, index } = spoken[index].at;
        let analysis = &accounts.get(account as usize)?.analysis;
        let actor = analysis.attributions.get(index as usize)?.actor?;
        Some(At { account, index: actor })
    };
    let open: HashSet<(usize, usize)> = joins.open().map(|(a, b, _)| (a, b)).collect();
    let mut same: Vec<(&Pair, usize, usize)> = pairs
        .iter()
        .filter(|pair| statements::tell_speakers(pair))
        .filter_map(|pair| {
            let (a, b) = (joins.place(speaker(pair.a)?)?, joins.place(speaker(pair.b)?)?);
            open.contains(&(a.min(b), a.max(b))).then_some((pair, a, b))
        })
        .collect();
    same.sort_by(|(x, ..), (y, ..)| {
        let quoted = y.quoted.cmp(&x.quoted);
        quoted.then(y.alike.total_cmp(&x.alike))
    });
    for (_, a, b) in same {
        joins.join(a, b, Likeness::Words);
    }
}

fn said(accounts: &[Account], spoken: &[Spoken], voices: &Voices) -> Vec<Said> {
    spoken
        .iter()
        .map(|s| {
            let analysis = &accounts[s.at.account as usize].analysis;
            let attribution = &analysis.attributions[s.at.index as usize];
            Said { voice: voices.speaker(s.at.account, attribution), kind: attribution.kind }
        })
        .collect()
}

fn same(spoken: &[Spoken], said: &[Said], group: &[usize]) -> Same {
    let voice = said[group[0]].voice;
    let of = |account: u32| {
        let own = group.iter().map(|&i| &spoken[i]);
        quotations::most_quoted(own.filter(move |s| s.at.account == account))
    };
    let mut accounts: Vec<u32> = group.iter().map(|&i| spoken[i].at.account).collect();
    accounts.dedup();
    let quotations = accounts
        .iter()
        .enumerate()
        .flat_map(|(i, &left)| accounts[i + 1..].iter().map(move |&right| (left, right)))
        .filter_map(|(left, right)| quotations::align(of(left)?, of(right)?))
        .collect();
    Same {
        voice: voice.filter(|_| group.iter().all(|&i| said[i].voice == voice)),
        statements: statements::places(spoken, group),
        quotations,
    }
}
