//! Where somebody stands to the source: spoken of before and behind it, speaking before and next.

use super::{
    super::{
        mentions::{STANDS, Stand},
        scene::Scene,
    },
    asked::Asked,
    features::{Of, Out, bucket, step},
};

/// Settled speakers that are looked at before a source; farther back none is still in a reader's mind.
const SPOKEN: usize = 12;

/// Where the candidate was last spoken of before the source, and where next. *She* is mostly whoever opened the sentence
/// before: "Ada Brook left early. She said …".
pub(super) fn place(
    scene: &Scene<'_, '_>,
    asked: &Asked<'_>,
    entity: usize,
    nearest: Option<usize>,
    out: &mut Out,
) {
    let document = scene.words.document;
    let mentioned = |m: usize| &scene.cast.mentions[m].tokens;
    let at = asked.phrase.tokens.start;
    let (sentence, paragraph) = (scene.sentence(at), scene.paragraph(at));
    if let Some(m) = nearest {
        let start = mentioned(m).start;
        let back = sentence - document.sentence_of(start);
        out.put(Of::Sentences, step(back, &[1, 2, 3, 4, 5, 6, 11]));
        out.put(Of::Paragraphs, bucket(paragraph - document.paragraph_of(start)));
        let (stands, source) = scene.stands[m];
        out.put(Of::Stands, stands as usize);
        out.put(Of::NearSource, usize::from(source));
        let near = match document.quotation_of(start) {
            None => 0,
            quoted if quoted == scene.words.quotation(at) => 1,
            _ => 2,
        };
        out.put(Of::NearQuoted, near);
        // Does it open the sentence before, or this one?
        let opens = |s: usize| {
            let range = &document.sentences()[s].tokens;
            scene.after(entity, range.start).is_some_and(|m| {
                let t = mentioned(m);
                let subject =
                    matches!(scene.stands[m].0, Stand::Subject | Stand::First | Stand::Acts);
                subject && t.end <= at && t.start < range.end
            })
        };
        let before = sentence > 0 && opens(sentence - 1);
        out.put(Of::Before, usize::from(opens(sentence)) * 2 + usize::from(before));
    } else {
        // Not spoken of before: of each group the last value.
        out.put(Of::Sentences, 8);
        out.put(Of::Paragraphs, 6);
        out.put(Of::Stands, STANDS);
        out.put(Of::NearSource, 2);
        out.put(Of::NearQuoted, 3);
        out.put(Of::Before, 4);
    }
    let next = scene.after(entity, asked.phrase.tokens.end).map(|m| {
        let (start, source) = (mentioned(m).start, scene.stands[m].1);
        match (document.sentence_of(start) - sentence, document.paragraph_of(start) - paragraph) {
            (0, _) => usize::from(source),
            (1, 0) => 2,
            (_, 0) => 3,
            _ => 4,
        }
    });
    out.put(Of::After, next.unwrap_or(5));
}

/// Who has spoken, who speaks next, whose words these stand in. An article stays with its speakers: behind *“…,” said
/// Brook* the next quotation without a name is hers.
pub(super) fn history(scene: &Scene<'_, '_>, asked: &Asked<'_>, entity: usize, out: &mut Out) {
    let document = scene.words.document;
    let line = &scene.lines[asked.index];
    let paragraph = scene.paragraph(line.at);
    // How many others have spoken since.
    let mut seen: Vec<usize> = Vec::new();
    let rank = scene.spoken.iter().rev().take(SPOKEN).find_map(|s| {
        if s.entity != entity && !seen.contains(&s.entity) {
            seen.push(s.entity);
        }
        (s.entity == entity).then_some(seen.len())
    });
    out.put(Of::Spoke, rank.map_or(5, |r| r.min(4)));
    let times = scene.times.get(&entity);
    let far = times.map(|&(_, at)| {
        let last = &scene.lines[scene.spoken[at].attribution];
        let over = paragraph.saturating_sub(document.paragraph_of(last.at));
        // Nothing between: the words go straight on.
        let on = (last.content.end..=last.content.end + 1).contains(&line.content.start);
        if over == 0 && on { 0 } else { 1 + step(over, &[1, 2, 3, 6]) }
    });
    out.put(Of::SpokeFar, far.unwrap_or(6));
    out.put(Of::Spoken, times.map_or(0, |&(n, _)| step(n as usize, &[1, 2, 3, 6])));
    let named = |index: Option<usize>| {
        let line = scene.lines.get(index?).filter(|line| line.named == Some(entity))?;
        Some(document.paragraph_of(line.at))
    };
    let (next, previous) = (named(Some(asked.index + 1)), named(asked.index.checked_sub(1)));
    let near = match (next, previous) {
        (Some(p), _) if p == paragraph => 1,
        (_, Some(p)) if p == paragraph => 2,
        (Some(p), _) if p == paragraph + 1 => 3,
        (_, Some(p)) if p + 1 == paragraph => 4,
        (None, None) => 0,
        _ => 5,
    };
    out.put(Of::Named, near);
    let parent = line.parent.map(|p| {
        let said = scene.spoken_by(p) == Some(entity);
        let inside = scene.inside(entity, &scene.lines[p].content);
        usize::from(said) * 2 + usize::from(inside)
    });
    out.put(Of::Parent, parent.unwrap_or(4));
    // Who is spoken of in the words is seldom who says them: "Brook had lied, the mayor said".
    let content = &line.content;
    let inside = scene.after(entity, content.start).map(|m| &scene.cast.mentions[m].tokens);
    let inside = inside.filter(|t| t.end <= content.end);
    out.put(Of::Content, inside.map_or(0, |t| 1 + usize::from(t.start <= content.start + 3)));
}
