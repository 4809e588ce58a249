//! Running text apart from what stands between: captions, pull quotes, teasers, promotion, embedded posts.
//!
//! A reader steps over them: who goes on speaking, and whom "he" means, is told by the paragraphs around. So the
//! blocks are read in another order, running text first and each aside by itself behind a border that nothing looks
//! back over; what is found goes back to the blocks that were given. Names are known all over the article.
//! Leaves out which block is which: its role says so.

use crate::{
    analysis::{Analysis, Attribution, Block, Role},
    span::Piece,
};

/// Empty blocks between asides. Rooms look back over at most three paragraphs (`actors`), so that with these
/// nothing is looked for in the stretch before.
const BORDER: usize = 4;

/// Blocks in the order in which they are read.
pub struct Order {
    /// Running text, then the asides with borders before each.
    pub blocks: Vec<Block>,
    /// For each of them the index of the block that was given; of a border none.
    places: Vec<Option<u32>>,
}

impl Role {
    /// Whether it stands beside the running text and is read for itself.
    #[must_use]
    pub const fn is_aside(self) -> bool {
        matches!(
            self,
            Self::Caption | Self::PullQuote | Self::Teaser | Self::Promotion | Self::Embed
        )
    }
}

/// The order in which these blocks are read; none where they are read as they stand.
#[must_use]
pub fn order(blocks: &[Block]) -> Option<Order> {
    let aside: Vec<bool> = (0..blocks.len()).map(|at| is_aside(blocks, at)).collect();
    // Behind the last running block they stand as they would be put, save for the border before them.
    if !aside.contains(&true) {
        return None;
    }
    let mut order = Order {
        blocks: Vec::with_capacity(blocks.len()),
        places: Vec::with_capacity(blocks.len()),
    };
    for at in (0..blocks.len()).filter(|&at| !aside[at]) {
        order.push(blocks, at);
    }
    for at in (0..blocks.len()).filter(|&at| aside[at]) {
        // A pull quote and the name under it, the lines of one post: what stands together is read together.
        let goes_on = at > 0 && aside[at - 1] && blocks[at - 1].role == blocks[at].role;
        if !goes_on {
            order.border();
        }
        order.push(blocks, at);
    }
    Some(order)
}

/// A heading is stepped over where a quotation goes on behind it; elsewhere "she" may be whom it names.
fn is_aside(blocks: &[Block], at: usize) -> bool {
    let Block { role, .. } = blocks[at];
    if role != Role::Heading {
        return role.is_aside();
    }
    let running = |block: &&Block| !block.role.is_aside() && block.role != Role::Heading;
    let before = blocks[..at].iter().rev().find(running);
    let after = blocks[at..].iter().find(running);
    let spoken = |text: &str| text.contains(['"', '“', '”', '‘', '«', '„']);
    before.is_some_and(|block| spoken(&block.text))
        && after.is_some_and(|block| block.text.starts_with(['"', '“', '‘', '«', '„', '\'']))
}

impl Order {
    fn push(&mut self, blocks: &[Block], at: usize) {
        self.blocks.push(blocks[at].clone());
        self.places.push(u32::try_from(at).ok());
    }

    fn border(&mut self) {
        let role = self.blocks.last().map_or(Role::Body, |block| block.role);
        for _ in 0..BORDER {
            let text = String::new();
            self.blocks.push(Block { text, role });
            self.places.push(None);
        }
    }

    /// The analysis of the blocks as they were given: pieces in their places, attributions in reading order; and
    /// which of the former ones each attribution is.
    #[must_use]
    pub fn undo(&self, analysis: &Analysis<Piece>) -> (Analysis<Piece>, Vec<usize>) {
        let mut given = analysis.map_spans(|pieces| {
            let mut back: Vec<Piece> = pieces
                .iter()
                .filter_map(|piece| {
                    let block = self.places.get(piece.block as usize).copied().flatten()?;
                    Some(Piece { block, ..*piece })
                })
                .collect();
            back.sort_by_key(|piece| (piece.block, piece.start));
            back
        });
        let first = |a: &Attribution<Piece>| {
            let pieces = a.source.iter().chain(&a.cue).chain(&a.content);
            pieces.map(|piece| (piece.block, piece.start)).min()
        };
        let mut sorted: Vec<usize> = (0..given.attributions.len()).collect();
        sorted.sort_by_key(|&at| first(&given.attributions[at]));
        let mut now = vec![0_u32; sorted.len()];
        for (new, &old) in (0..).zip(&sorted) {
            now[old] = new;
        }
        given.renumber(|old| now.get(old as usize).copied().unwrap_or(old));
        let mut by_place: Vec<Option<_>> = given.attributions.drain(..).map(Some).collect();
        given.attributions = sorted.iter().filter_map(|&old| by_place[old].take()).collect();
        (given, sorted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    /// A block as `role: text`; body where no role is said.
    fn block(line: &str) -> Block {
        let roles = [
            ("caption: ", Role::Caption),
            ("pull: ", Role::PullQuote),
            ("teaser: ", Role::Teaser),
            ("promotion: ", Role::Promotion),
            ("embed: ", Role::Embed),
            ("heading: ", Role::Heading),
        ];
        let said = roles.iter().find_map(|&(name, role)| Some((line.strip_prefix(name)?, role)));
        let (text, role) = said.unwrap_or((line, Role::Body));
        Block { text: text.into(), role }
    }

    /// Each attribution as `actor: content`, and where its content begins.
    fn told(lines: &[&str]) -> Vec<(String, u32)> {
        let blocks: Vec<Block> = lines.iter().map(|line| block(line)).collect();
        let analysis = analyze(&blocks, &Options::default());
        let words = |piece: &Piece| {
            let units: Vec<u16> = blocks[piece.block as usize].text.encode_utf16().collect();
            String::from_utf16_lossy(&units[piece.start as usize..piece.end as usize])
        };
        let line = |a: &Attribution<Piece>| {
            let actor = a.actor.map_or("nobody", |at| &analysis.actors[at as usize].name);
            let content: Vec<String> = a.content.iter().map(words).collect();
            (format!("{actor}: {}", content.join(" … ")), a.content[0].block)
        };
        analysis.attributions.iter().map(line).collect()
    }

    const STORY: [&str; 5] = [
        "“We checked every bolt of the bridge twice,” said Anna Holm, who built it.",
        "“Nobody was ever at risk, and nobody will be.”",
        "She said the town had been told of the cracks in May.",
        "The mayor, Per Strand, denied that he had been told.",
        "“I read of it in the newspaper,” he said.",
    ];

    const BETWEEN: [&str; 6] = [
        "caption: Harbour master Tove Lund at the bridge on Monday.",
        "pull: “Nobody was ever at risk” — Tove Lund",
        "teaser: Tove Lund accused of hiding a report on the harbour wall",
        "promotion: Tove Lund wants to hear from you: write to our desk.",
        "embed: “It is a sad day for the town.” — Tove Lund (@tovelund) 12 May 2031",
        "heading: ‘Not one call from Tove Lund’",
    ];

    #[test]
    fn what_stands_between_changes_nothing_around_it() {
        let own = told(&STORY);
        assert!(own.len() >= 5, "{own:?}");
        assert!(own[1].0.starts_with("Anna Holm") || own[0].0.contains("…"), "{own:?}");
        for between in BETWEEN {
            // A heading is stepped over where a quotation goes on behind it.
            let ends = if between.starts_with("heading") { 1..=1 } else { 0..=STORY.len() };
            for at in ends {
                let mut lines = STORY.to_vec();
                lines.insert(at, between);
                let shifted: Vec<_> = told(&lines)
                    .into_iter()
                    .filter(|(_, block)| *block as usize != at)
                    .map(|(said, block)| (said, block - u32::from(block as usize > at)))
                    .collect();
                assert_eq!(shifted, own, "{between} before paragraph {at}");
            }
        }
    }

    #[test]
    fn an_aside_is_read_for_itself_and_knows_the_names_of_the_article() {
        let mut lines = STORY.to_vec();
        lines.insert(1, "pull: “We were alone with it,” Holm said.");
        lines.insert(4, "caption: “It was dark,” he said.");
        let told = told(&lines);
        let of = |at: u32| -> Vec<&str> {
            told.iter().filter(|(_, block)| *block == at).map(|(said, _)| &**said).collect()
        };
        assert_eq!(of(1), ["Anna Holm: “We were alone with it,”"]);
        // Nobody is named in the caption, and what stands around it is not where it comes from.
        assert!(of(4)[0].starts_with("nobody"), "{told:?}");
        // In reading order, wherever each was read.
        assert!(told.is_sorted_by_key(|(_, block)| *block), "{told:?}");
    }

    #[test]
    fn a_name_that_only_a_caption_gives_in_full_is_known() {
        let mut lines = STORY.to_vec();
        lines.insert(0, "caption: Marit Foss at the court on Monday.");
        lines.push("Ms Foss told reporters that the case was closed.");
        let told = told(&lines);
        let last = told.last().expect("somebody speaks");
        assert!(last.0.starts_with("Marit Foss: "), "{told:?}");
    }

    #[test]
    fn replies_and_edges_follow_their_attributions() {
        let blocks = [
            "caption: “It was a fraud,” said Tove Lund.",
            "Norway accused Iceland of landing too much herring.",
            "pull: “We are tired of it,” said Tove Lund.",
            "Iceland denied it.",
        ]
        .map(block);
        let analysis = analyze(&blocks, &Options::default());
        let denial = analysis.attributions.iter().rposition(|a| a.replies_to.is_some());
        let denial = denial.expect("Iceland answers");
        let charge = analysis.attributions[denial].replies_to.expect("a charge") as usize;
        assert_eq!(analysis.attributions[charge].content[0].block, 1);
        assert_eq!(analysis.attributions[charge].replies, [u32::try_from(denial).expect("few")]);
        let norway = analysis.actors.iter().find(|a| a.name == "Norway").expect("Norway");
        let edge = &norway.accuses[0];
        assert_eq!(edge.attributions, [u32::try_from(charge).expect("few")]);
    }

    #[test]
    fn an_article_without_asides_is_read_as_it_stands() {
        let blocks = STORY.map(block);
        assert!(order(&blocks).is_none());
        let heading = [block("A story"), block("heading: ‘Not now’"), block("The end.")];
        assert!(order(&heading).is_none());
    }
}
