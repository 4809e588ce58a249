//! Who speaks in an article, and what each of them is said to have said.
//!
//!     cargo run --example speakers < article.txt
//!
//! Reads paragraphs from standard input. Shows how spans become words again: they count UTF-16
//! code units, as a page's strings do, so the block's text is taken as such.

use std::io;

use ascribe::{Block, Options, analyze, span::Piece};

fn main() -> anyhow::Result<()> {
    let blocks: Vec<Block> = io::read_to_string(io::stdin().lock())?
        .split("\n\n")
        .map(|text| Block { text: text.trim().to_owned(), ..Block::default() })
        .collect();
    let analysis = analyze(&blocks, &Options::default());
    for (index, actor) in analysis.actors.iter().enumerate() {
        println!("{}", actor.name);
        let index = u32::try_from(index)?;
        for said in analysis.attributions.iter().filter(|a| a.actor == Some(index)) {
            println!("  {:?}: {}", said.kind, words(&blocks, &said.content));
        }
    }
    Ok(())
}

fn words(blocks: &[Block], pieces: &[Piece]) -> String {
    let fragments: Vec<String> = pieces
        .iter()
        .map(|piece| {
            let units: Vec<u16> = blocks[piece.block as usize].text.encode_utf16().collect();
            String::from_utf16_lossy(&units[piece.start as usize..piece.end as usize])
        })
        .collect();
    fragments.join(" … ")
}
