//! Speakers matched, statements aligned and answers told apart, on events of our own writing.
//!
//! The events are in `tests/fixtures/compare`, given their spans, so that only the comparison (and who is
//! who within one account) is measured. `cargo test --test compare -- --nocapture` prints the measures.

mod labelled;
mod laws;
#[path = "../marks/mod.rs"]
mod marks;

use std::{collections::BTreeSet, fs, path::PathBuf};

use ascribe::{
    Options, analyze,
    compare::{Account, At, Choices, Comparison, compare},
    span::Piece,
};
use labelled::Event;

fn events() -> Vec<Event> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/compare");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of events")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).expect("an event");
            let name = path.file_stem().expect("a name").to_string_lossy();
            labelled::read(&name, &text).unwrap_or_else(|error| panic!("{name}: {error}"))
        })
        .collect()
}

/// Two of different accounts.
type Pairs = BTreeSet<(At, At)>;

fn pairs(groups: impl IntoIterator<Item = Vec<At>>) -> Pairs {
    let mut out = Pairs::new();
    for group in groups {
        for &a in &group {
            let later = group.iter().filter(|b| b.account > a.account);
            out.extend(later.map(|&b| (a, b)));
        }
    }
    out
}

#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    gold: usize,
}

impl Score {
    /// Adds what was found of one event, and says what was wrong with it.
    fn add(&mut self, event: &str, what: &str, found: &Pairs, gold: &Pairs) {
        for (a, b) in found.difference(gold) {
            println!("{event}: {what} joined wrongly: {} {}", shown(*a), shown(*b));
        }
        for (a, b) in gold.difference(found) {
            println!("{event}: {what} not joined: {} {}", shown(*a), shown(*b));
        }
        self.right += found.intersection(gold).count();
        self.found += found.len();
        self.gold += gold.len();
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.gold as f64
    }
}

fn shown(at: At) -> String {
    format!("{}.{}", at.account + 1, at.index + 1)
}

/// Which labelled voices are one by the comparison: pairs of account and number of the label.
fn joined(event: &Event, comparison: &Comparison) -> Pairs {
    let row = |at: At| {
        let analysis = &event.accounts[at.account as usize].analysis;
        let index = analysis.attributions[at.index as usize].actor?;
        let actor = At { account: at.account, index };
        comparison.voices.iter().position(|v| v.actors.contains(&actor))
    };
    let mut labelled: BTreeSet<(usize, At)> = BTreeSet::new();
    for (label, list) in event.voices.iter().enumerate() {
        for &at in list {
            match row(at) {
                Some(row) => {
                    let index = u32::try_from(label).expect("few labels");
                    labelled.insert((row, At { account: at.account, index }));
                }
                None => println!("{}: nobody says {}.{}", event.name, at.account + 1, at.index + 1),
            }
        }
    }
    let rows: BTreeSet<usize> = labelled.iter().map(|(row, _)| *row).collect();
    pairs(rows.into_iter().map(|row| {
        let own = labelled.iter().filter(|(r, _)| *r == row);
        own.map(|(_, at)| *at).collect()
    }))
}

fn labels(event: &Event) -> Pairs {
    pairs((0u32..).zip(&event.voices).map(|(index, list)| {
        let accounts: BTreeSet<u32> = list.iter().map(|at| at.account).collect();
        accounts.into_iter().map(|account| At { account, index }).collect()
    }))
}

#[test]
fn speakers_are_matched_and_statements_aligned() {
    let events = events();
    assert!(events.len() >= 12, "twelve events");
    let (mut voices, mut statements) = (Score::default(), Score::default());
    for event in &events {
        let comparison = compare(&event.accounts, &Choices::default());
        voices.add(&event.name, "voices", &joined(event, &comparison), &labels(event));
        let found = pairs(comparison.same.iter().map(|s| s.statements.clone()));
        statements.add(&event.name, "statements", &found, &pairs(event.same.clone()));
    }
    for (what, score) in [("voices", &voices), ("statements", &statements)] {
        println!(
            "{what}: {} right of {} found and {} labelled, precision {:.3}, recall {:.3}",
            score.right,
            score.found,
            score.gold,
            score.precision(),
            score.recall()
        );
    }
    assert!(voices.precision() >= 0.98 && voices.recall() >= 0.90);
    assert!(statements.precision() >= 0.90 && statements.recall() >= 0.75);
}

#[test]
fn what_is_answered_in_one_alone_is_told() {
    for event in events() {
        let comparison = compare(&event.accounts, &Choices::default());
        let found: BTreeSet<(At, Vec<u32>)> = comparison
            .charges
            .iter()
            .filter(|charge| !charge.answered_only_in.is_empty())
            .flat_map(|charge| {
                let open = charge.sides.iter().filter(|side| {
                    !side.accusations.is_empty() && !charge.answered_only_in.contains(&side.account)
                });
                let at = |side: &ascribe::compare::Side| At {
                    account: side.account,
                    index: side.accusations[0],
                };
                open.map(at).map(|at| (at, charge.answered_only_in.clone())).collect::<Vec<_>>()
            })
            .collect();
        let gold: BTreeSet<(At, Vec<u32>)> = event.answered_only.iter().cloned().collect();
        assert_eq!(found, gold, "{}", event.name);
    }
}

/// Words of an accusation, and the accounts that alone have an answer to it.
type Told = (Vec<Piece>, u32, Vec<u32>);

fn touch(a: &Piece, b: &Piece) -> bool {
    a.block == b.block && a.start < b.end && b.start < a.end
}

#[test]
fn what_is_answered_in_one_alone_is_told_of_the_texts_alone_too() {
    let content = |accounts: &[Account], at: At| -> Vec<Piece> {
        let analysis = &accounts[at.account as usize].analysis;
        analysis.attributions[at.index as usize].content.clone()
    };
    for event in events() {
        let read = |account: &Account| Account {
            blocks: account.blocks.clone(),
            analysis: analyze(&account.blocks, &Options::default()),
        };
        let accounts: Vec<Account> = event.accounts.iter().map(read).collect();
        let found: Vec<Told> = compare(&accounts, &Choices::default())
            .charges
            .iter()
            .filter(|charge| !charge.answered_only_in.is_empty())
            .flat_map(|charge| {
                let open = charge.sides.iter().filter(|side| {
                    !side.accusations.is_empty() && !charge.answered_only_in.contains(&side.account)
                });
                open.map(|side| {
                    let words = side.accusations.iter().flat_map(|&index| {
                        let account = side.account;
                        content(&accounts, At { account, index })
                    });
                    (words.collect(), side.account, charge.answered_only_in.clone())
                })
                .collect::<Vec<Told>>()
            })
            .collect();
        assert_eq!(found.len(), event.answered_only.len(), "{}", event.name);
        for (at, answered) in &event.answered_only {
            let gold = content(&event.accounts, *at);
            let told = found.iter().any(|(words, account, alone)| {
                let touching = words.iter().any(|a| gold.iter().any(|b| touch(a, b)));
                *account == at.account && touching && alone == answered
            });
            assert!(told, "{}: {}", event.name, shown(*at));
        }
    }
}
