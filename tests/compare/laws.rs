//! What holds of any accounts whatever: nothing panics, every index leads somewhere, the same accounts give
//! the same, and what the reader says of who is whom is done.

use ascribe::{
    Block, Options, analyze,
    compare::{Account, At, Choices, Comparison, compare},
};
use proptest::prelude::*;

/// Scraps that make up accounts of one event.
const SCRAPS: &[&str] = &[
    "said",
    "denied",
    "accused",
    "of",
    "that",
    "“",
    "”",
    ",",
    ".",
    "Norway",
    "Oslo",
    "Iceland",
    "Ada Brook",
    "Brook",
    "Ida Brook",
    "Mr. Brook",
    "the mayor",
    "NCN",
    "the National Council of Nurses",
    "organisers",
    "he",
    "she",
    "the bridge was safe",
    "hiding readings",
    "it",
    "any wrongdoing",
    "told reporters",
    "🙂",
    "is",
    "not",
];

fn account() -> impl Strategy<Value = Account> {
    let block = prop::collection::vec(prop::sample::select(SCRAPS), 0..60);
    prop::collection::vec(block, 0..6).prop_map(|blocks| {
        let blocks: Vec<Block> = blocks
            .into_iter()
            .map(|words| Block { text: words.join(" "), ..Block::default() })
            .collect();
        let analysis = analyze(&blocks, &Options::default());
        Account { blocks, analysis }
    })
}

fn at() -> impl Strategy<Value = At> {
    (0u32..4, 0u32..6).prop_map(|(account, index)| At { account, index })
}

fn choices() -> impl Strategy<Value = Choices> {
    let pairs = || prop::collection::vec([at(), at()], 0..4);
    (pairs(), pairs()).prop_map(|(joined, parted)| Choices { joined, parted })
}

fn lawful(accounts: &[Account], comparison: &Comparison) {
    let actors =
        |at: &At| (at.index as usize) < accounts[at.account as usize].analysis.actors.len();
    let said =
        |at: &At| (at.index as usize) < accounts[at.account as usize].analysis.attributions.len();
    let voice = |row: u32| (row as usize) < comparison.voices.len();
    let mut seen: Vec<At> = Vec::new();
    for row in &comparison.voices {
        assert_eq!(row.counts.len(), accounts.len());
        assert!(!row.actors.is_empty() && row.actors.iter().all(actors));
        assert!(row.actors.is_sorted() && (row.how.is_some() == (row.actors.len() > 1)));
        seen.extend(&row.actors);
    }
    let all: usize = accounts.iter().map(|a| a.analysis.actors.len()).sum();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all, "every actor is in one row");
    for perhaps in &comparison.perhaps {
        assert!(perhaps.voices[0] < perhaps.voices[1] && perhaps.voices.iter().all(|&v| voice(v)));
    }
    for same in &comparison.same {
        assert!(same.statements.is_sorted() && same.statements.iter().all(said));
        assert!(same.voice.is_none_or(voice));
        let first = same.statements[0].account;
        assert!(same.statements.iter().any(|at| at.account != first));
        for quotations in &same.quotations {
            assert!(quotations.left.account < quotations.right.account);
            for run in &quotations.runs {
                for (at, pieces) in [(quotations.left, &run.left), (quotations.right, &run.right)] {
                    let blocks = &accounts[at.account as usize].blocks;
                    for piece in pieces {
                        let units = blocks[piece.block as usize].text.encode_utf16().count();
                        assert!(piece.start < piece.end && piece.end as usize <= units);
                    }
                }
            }
        }
    }
    for charge in &comparison.charges {
        assert!(charge.accuser.into_iter().chain(charge.accused).all(voice));
        assert!(charge.sides.is_sorted_by_key(|side| side.account));
        for side in &charge.sides {
            let account = side.account;
            let mut indices = side.accusations.iter().chain(&side.replies).chain(&side.denials);
            assert!(indices.all(|&index| said(&At { account, index })));
            assert!(!side.accusations.is_empty() || !side.denials.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_accounts_are_compared_lawfully(
        accounts in prop::collection::vec(account(), 0..4),
        choices in choices(),
    ) {
        let comparison = compare(&accounts, &choices);
        lawful(&accounts, &comparison);
        prop_assert_eq!(&comparison, &compare(&accounts, &choices));
        for [a, b] in &choices.parted {
            let apart = a == b || !comparison.voices.iter().any(|v| v.actors.contains(a) && v.actors.contains(b));
            prop_assert!(apart, "{:?} and {:?} are one", a, b);
        }
    }

    #[test]
    fn pieces_that_lie_nowhere_are_passed_over(mut accounts in prop::collection::vec(account(), 1..4)) {
        for account in &mut accounts {
            account.blocks.pop();
            for block in &mut account.blocks {
                block.text.clear();
            }
        }
        let comparison = compare(&accounts, &Choices::default());
        prop_assert!(comparison.same.is_empty());
    }
}
