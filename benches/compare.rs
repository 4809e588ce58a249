//! The cost of comparing three articles of 1,000 words, beyond their analyses; and of more statements.
//!
//! `cargo bench --bench compare`. The articles tell one event in their own words, varied by their number
//! and by that of the paragraph, so that some statements are the same and most are not.

use ascribe::{
    Block, Options,
    analysis::Role,
    analyze,
    compare::{Account, Choices, compare},
};
use divan::Bencher;

/// Paragraphs of about forty words; `#` becomes their number.
const PARAGRAPHS: &[&str] = &[
    "The city council of Stone said on Tuesday that the old bridge was safe, and accused the builder \
     Harrow & Sons of hiding # reports about cracks in its piers, according to minutes seen by the \
     Evening Post.",
    "“We looked at every bolt, twice,” Ada Brook, the mayor, told reporters after the meeting. “Nobody \
     in this town will drive over a bridge that I would not drive over myself # times a day.”",
    "Mr. Harrow has denied the claim. He said he would sue, adding that the firm had warned the council \
     # years ago about salt in the water, and that nobody had answered his letters since the spring.",
    "Republicans on the council want the bridge closed until an inspection by the U.S. Army; they assert \
     that any repair plan must include # weeks of tests, while Democrats believe that this is theatre.",
    "Traffic was slow on the river road in the morning, when some # lorries waited for the ferry under \
     a grey sky, and Hana Weiss, who drives one, said the shops along the quay had opened late.",
];

fn accounts(count: usize, words: usize) -> Vec<Account> {
    (0..count)
        .map(|account| {
            let mut have = 0;
            let mut blocks = Vec::new();
            for (number, text) in PARAGRAPHS.iter().cycle().skip(account).enumerate() {
                if have >= words {
                    break;
                }
                have += text.split_whitespace().count();
                blocks.push(Block {
                    text: text.replace('#', &(number * (account + 1)).to_string()),
                    role: Role::Body,
                });
            }
            let analysis = analyze(&blocks, &Options::default());
            Account { blocks, analysis }
        })
        .collect()
}

#[divan::bench(args = [1_000, 4_000, 16_000])]
fn three(bencher: Bencher, words: usize) {
    let accounts = accounts(3, words);
    bencher.bench(|| compare(&accounts, &Choices::default()));
}

fn main() {
    divan::main();
}
