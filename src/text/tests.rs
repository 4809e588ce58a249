//! Marked sentences: `/` between sentences, `⟨…⟩` around quotations, `¶` between blocks.

use super::{Document, Utf16};
use crate::{
    analysis::{Block, Role},
    span::Span,
};

fn document(text: &str) -> Document {
    let blocks: Vec<Block> =
        text.split('¶').map(|t| Block { text: t.into(), role: Role::Body }).collect();
    Document::new(&blocks)
}

/// `expected` has a space between any two tokens.
#[track_caller]
fn check_tokens(text: &str, expected: &str) {
    let d = document(text);
    let words: Vec<&str> = (0..d.tokens().len()).map(|t| d.word(t)).collect();
    assert_eq!(words.join(" "), expected);
}

#[track_caller]
fn check_sentences(marked: &str) {
    let d = document(&marked.replace(" / ", " "));
    let got: Vec<&str> =
        d.sentences().iter().map(|s| d.span(s.tokens.clone()).of(d.text())).collect();
    assert_eq!(got.join(" / "), marked);
}

#[track_caller]
fn check_quotations(marked: &str) {
    let d = document(&marked.replace(['⟨', '⟩', '+'], ""));
    let mut marks: Vec<(usize, u8, &str)> = Vec::new();
    for q in d.quotations() {
        let span = d.span(q.tokens.clone());
        marks.push((span.start, 1, if q.continues.is_some() { "+⟨" } else { "⟨" }));
        marks.push((span.end, 0, "⟩"));
    }
    marks.sort_by(|a, b| b.cmp(a));
    let mut text = d.text().to_owned();
    for (at, _, mark) in marks {
        text.insert_str(at, mark);
    }
    assert_eq!(text.replace("\n\n", "¶"), marked);
}

#[test]
fn clitics_stand_apart() {
    check_tokens("Strand's aides don’t say it'll end.", "Strand 's aides do n’t say it 'll end .");
    check_tokens("O'Brien can't go", "O'Brien ca n't go");
    check_tokens("the workers' rights in the '90s", "the workers ' rights in the '90s");
}

#[test]
fn abbreviations_and_initials_are_whole() {
    check_tokens("Mr. Smith of the U.S. met J.K. Rowe.", "Mr. Smith of the U.S. met J.K. Rowe .");
    check_tokens("At 6 a.m. John F. Doe, Jr., left.", "At 6 a.m. John F. Doe , Jr. , left .");
    check_tokens("Plan No. 3 has no.", "Plan No. 3 has no .");
    check_tokens(
        "Rep. Doe (D-N.Y.) and Sen. Roe (R-Tenn.)",
        "Rep. Doe ( D-N.Y. ) and Sen. Roe ( R-Tenn. )",
    );
    check_tokens("So do I. Fine.", "So do I . Fine .");
}

#[test]
fn numbers_are_whole() {
    check_tokens("$1,000.5, 5.3% at 10:30, 9/11", "$ 1,000.5 , 5.3 % at 10:30 , 9/11");
    check_tokens("a 27-year-old, 2010–12.", "a 27-year-old , 2010–12 .");
}

#[test]
fn marks_are_single_tokens() {
    check_tokens("“Yes,” he said—twice...", "“ Yes , ” he said — twice ...");
    check_tokens("he [sic] -- well… (no)?!", "he [ sic ] -- well … ( no ) ?!");
    check_tokens("``Yes,'' she said", "`` Yes , '' she said");
    check_tokens("said.Then visit news.example", "said . Then visit news.example");
    check_tokens("AT&T, Q&A and US–Mexico", "AT&T , Q&A and US – Mexico");
}

#[test]
fn odd_characters_do_no_harm() {
    check_tokens("\u{feff}a\u{200b} \u{ad}", "a");
    check_tokens("🙂 e\u{301}t\u{e9}", "🙂 e\u{301}t\u{e9}");
}

#[test]
fn sentences_end_where_they_should() {
    check_sentences("Mr. Smith left the U.S. Senate. / He was 5.3 ft tall.");
    check_sentences("He lives in the U.S. / The town is small.");
    check_sentences("“We won!” he said. / “We did.” / Then he left.");
    check_sentences("It ended at 5 p.m. / She slept.");
    check_sentences("“Is it over?” she asked.");
    check_sentences("Who knows... perhaps him. / Nobody.");
    check_sentences("They chose Plan B. / The boxer J. Doe won.");
}

#[test]
fn quotations_are_paired() {
    check_quotations("He said ⟨“yes”⟩ and ⟨\"no\"⟩.");
    check_quotations("⟨\"We go,\"⟩ she said. ⟨\"Now.\"⟩");
    check_quotations("⟨“He told me ⟨‘never’⟩ twice,”⟩ she said.");
    check_quotations("Kasich: ⟨‘We are the workers’ party’⟩");
    check_quotations("The workers’ rights, the ’90s and Smith's car");
    check_quotations("⟨'It's over,'⟩ he said of the players' strike.");
    check_quotations(
        "⟨\"It is,”⟩ he wrote, ⟨\"an 'honour'\"⟩.".replace("'honour'", "⟨'honour'⟩").as_str(),
    );
}

#[test]
fn quotations_run_over_paragraphs() {
    check_quotations("⟨“We go.⟩¶+⟨“We stay.”⟩¶⟨“Who?”⟩");
    check_quotations("⟨“We go and nobody closes.⟩¶He left. ⟨“Yes.”⟩");
}

/// The span from `[` to `]` as pieces: block, start and end in UTF-16 units.
#[track_caller]
fn check_pieces(marked: &str, expected: &[(u32, u32, u32)]) {
    let d = document(&marked.replace(['[', ']'], ""));
    let at = |mark: char| {
        let (block, offset) = marked
            .split('¶')
            .enumerate()
            .find_map(|(block, text)| Some((block, text.find(mark)?)))
            .expect("a mark");
        // The bracket that opens in the same block stands before the one that closes.
        let same = marked.split('¶').nth(block).is_some_and(|t| t.contains('['));
        let before = usize::from(mark == ']' && same);
        d.paragraphs()[block].span.start + offset - before
    };
    let mut pieces = Vec::new();
    d.pieces(Span::new(at('['), at(']')), &Utf16::new(d.text()), &mut pieces);
    let got: Vec<_> = pieces.iter().map(|p| (p.block, p.start, p.end)).collect();
    assert_eq!(got, expected, "{marked}");
}

#[test]
fn pieces_count_utf16_units_within_their_block() {
    check_pieces("[She] said so.", &[(0, 0, 3)]);
    check_pieces("A first block.¶Zoë 🙂 [said] so.", &[(1, 7, 11)]);
    check_pieces("“[She 🙂 said] so.”", &[(0, 1, 12)]);
}

#[test]
fn a_span_over_blocks_has_a_piece_in_each_without_the_spaces_between() {
    check_pieces("She [said¶it¶was] so.", &[(0, 4, 8), (1, 0, 2), (2, 0, 3)]);
    check_pieces("She [said ¶  ¶ it] was.", &[(0, 4, 8), (2, 1, 3)]);
    check_pieces("[She said so.]¶He did not.", &[(0, 0, 12)]);
    check_pieces("She said so.¶[He did] not.", &[(1, 0, 6)]);
}

#[test]
fn a_span_of_space_has_no_piece() {
    check_pieces("She[ ]said so.", &[]);
    check_pieces("She said.[ ¶ ]He said.", &[]);
}
