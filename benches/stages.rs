//! The cost of each stage on one core, at 1,000, 10,000 and 100,000 words: it has to be linear.
//!
//! `cargo bench --bench stages`. The text is of our own writing, varied by its number so that no
//! cache of the text flatters it. Leaves out the browser, which has a benchmark of its own.

use ascribe::{Block, analysis::Role, attributions, judge, text::Document, to_pieces};
use divan::{Bencher, counter::BytesCount};

const WORDS: &[usize] = &[1_000, 10_000, 100_000];

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
     a grey sky, and the shops along the quay opened late because their bread had not come.",
];

fn blocks(words: usize) -> Vec<Block> {
    let mut have = 0;
    let mut out = Vec::new();
    for (number, text) in PARAGRAPHS.iter().cycle().enumerate() {
        if have >= words {
            break;
        }
        have += text.split_whitespace().count();
        out.push(Block { text: text.replace('#', &number.to_string()), role: Role::Body });
    }
    out
}

fn counted(blocks: &[Block]) -> BytesCount {
    BytesCount::new(blocks.iter().map(|b| b.text.len()).sum::<usize>())
}

#[divan::bench(args = WORDS)]
fn text(bencher: Bencher, words: usize) {
    let blocks = blocks(words);
    bencher.counter(counted(&blocks)).bench(|| Document::new(&blocks));
}

#[divan::bench(args = WORDS)]
fn find(bencher: Bencher, words: usize) {
    let blocks = blocks(words);
    let document = Document::new(&blocks);
    bencher.counter(counted(&blocks)).bench(|| attributions::find(&document));
}

#[divan::bench(args = WORDS)]
fn judgement(bencher: Bencher, words: usize) {
    let blocks = blocks(words);
    let document = Document::new(&blocks);
    let found = attributions::find(&document);
    bencher.counter(counted(&blocks)).bench(|| judge(&document, &found));
}

#[divan::bench(args = WORDS)]
fn border(bencher: Bencher, words: usize) {
    let blocks = blocks(words);
    let document = Document::new(&blocks);
    let analysis = judge(&document, &attributions::find(&document));
    bencher.counter(counted(&blocks)).bench(|| to_pieces(&document, &analysis));
}

#[divan::bench(args = WORDS)]
fn whole(bencher: Bencher, words: usize) {
    let blocks = blocks(words);
    let options = ascribe::Options { most_bytes: usize::MAX, ..ascribe::Options::default() };
    bencher.counter(counted(&blocks)).bench(|| ascribe::analyze(&blocks, &options));
}

fn main() {
    divan::main();
}
