//! A text again and again, with other names each time: four times as much takes about four times as
//! long, whatever it says.
//!
//! Leaves out what comes of it; see `engine`.

#![no_main]

#[expect(dead_code, reason = "only a part is called here")]
#[path = "../../tests/processor/mod.rs"]
mod processor;

use std::time::Duration;

use ascribe::{Block, Options, analyze};
use libfuzzer_sys::fuzz_target;

/// Bytes of the shorter text.
const SHORT: usize = 12_000;

/// How many times longer the other one is, and what it may cost as many times over.
const LONGER: usize = 4;
const DEARER: u32 = 9;

/// Below this little is told: some systems count in ticks.
const TELLING: Duration = Duration::from_millis(400);

/// Where a name goes that is another one each time.
const NAME: char = '#';

fuzz_target!(|bytes: &[u8]| {
    let unit = String::from_utf8_lossy(bytes);
    if unit.trim().is_empty() {
        return;
    }
    // What both cost where the longer one is dearer than it is longer.
    let dearer = || {
        let [short, long] = [SHORT, SHORT * LONGER].map(|bytes| cost(&repeated(&unit, bytes)));
        // Where the system does not tell, only the bound of all targets is left.
        short
            .zip(long)
            .filter(|&(short, long)| long > TELLING && long > short * DEARER)
    };
    // Once may be the machine's doing.
    if let Some(costs) = dearer().and_then(|_| dearer()).and_then(|_| dearer()) {
        panic!("dearer than it is longer: {costs:?}");
    }
});

/// What the processor gave to the analysis of a text.
fn cost(text: &str) -> Option<Duration> {
    let blocks: Vec<Block> = text
        .split("\n\n")
        .map(|text| Block {
            text: text.into(),
            ..Block::default()
        })
        .collect();
    let options = Options {
        most_bytes: usize::MAX,
        ..Options::default()
    };
    processor::cost(|| analyze(&blocks, &options))
}

/// The unit until there are so many bytes, with a name of its own each time.
fn repeated(unit: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + unit.len());
    let mut count = 0_usize;
    while text.len() < bytes {
        text.push_str(&unit.replace(NAME, &name(count)));
        text.push(' ');
        count += 1;
    }
    text
}

/// A name of capital and small letters that is no other number's.
fn name(mut number: usize) -> String {
    let mut name = String::from("K");
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name + "ov";
        }
    }
}
