//! Where somebody stands to the source: spoken of before and behind it, speaking before and next.

use super::{
    super::{
        mentions::{STANDS, Stand},
        scene::Scene,
    },
    asked::Asked,
    features::{Of, Out, bucket},
};

/// Where the candidate was last spoken of before the source, and where next.
pub(super) fn place(
    scene: &Scene<'_, '_>,
    asked: &Asked<'_>,
    entity: usize,
    nearest: Option<usize>,
    out: &mut Out,
) {
    let document = scene.words.document;
    let at = asked.phrase.tokens.start;
    let last = document.tokens().len().saturating_sub(1);
    let (sentence, paragraph) =
        (document.sentence_of(at.min(last)), document.paragraph_of(at.min(last)));
    if let Some(m) = nearest {
        let tokens = &scene.cast.mentions[m].tokens;
        let back = sentence - document.sentence_of(tokens.start);
        out.put(
            Of::Sentences,
            match back {
                0..=5 => back,
                6..=10 => 6,
                _ => 7,
            },
        );
        let over = paragraph - document.paragraph_of(tokens.start);
        out.put(Of::Paragraphs, bucket(over));
        let (stands, source) = scene.stands[m];
        out.put(Of::Stands, stands as usize);
        out.put(Of::NearSource, usize::from(source));
        let quoted = document.quotation_of(tokens.start);
        out.put(
            Of::NearQuoted,
            match quoted {
                None => 0,
                Some(_) if quoted == document.quotation_of(at.min(last)) => 1,
                Some(_) => 2,
            },
        );
        // Does it open the sentence before, or this one?
        let subject = |s: usize| {
            let range = &document.sentences()[s].tokens;
            scene
                .after(entity, range.start)
                .map(|m| (m, &scene.cast.mentions[m].tokens))
                .is_some_and(|(m, t)| {
                    t.end <= at
                        && t.start < range.end
                        && matches!(scene.stands[m].0, Stand::Subject | Stand::First | Stand::Acts)
                })
        };
        out.put(
            Of::Before,
            match (subject(sentence), sentence > 0 && subject(sentence - 1)) {
                (true, true) => 3,
                (true, false) => 2,
                (false, true) => 1,
                _ => 0,
            },
        );
    } else {
        out.put(Of::Sentences, 8);
        out.put(Of::Paragraphs, 6);
        out.put(Of::Stands, STANDS);
        out.put(Of::NearSource, 2);
        out.put(Of::NearQuoted, 3);
        out.put(Of::Before, 4);
    }
    let next = scene.after(entity, asked.phrase.tokens.end).map(|m| {
        let start = scene.cast.mentions[m].tokens.start;
        let source = scene.stands[m].1;
        match (document.sentence_of(start) - sentence, document.paragraph_of(start) - paragraph) {
            (0, _) => usize::from(source),
            (1, 0) => 2,
            (_, 0) => 3,
            _ => 4,
        }
    });
    out.put(Of::After, next.unwrap_or(5));
}

/// Who has spoken, who speaks next, whose words these stand in.
pub(super) fn history(scene: &Scene<'_, '_>, asked: &Asked<'_>, entity: usize, out: &mut Out) {
    let document = scene.words.document;
    let line = &scene.lines[asked.index];
    let last = document.tokens().len().saturating_sub(1);
    let paragraph = document.paragraph_of(line.at.min(last));
    let mut seen: Vec<usize> = Vec::new();
    let rank = scene.spoken.iter().rev().take(12).find_map(|s| {
        if s.entity == entity {
            return Some(seen.len());
        }
        if !seen.contains(&s.entity) {
            seen.push(s.entity);
        }
        None
    });
    out.put(Of::Spoke, rank.map_or(5, |r| r.min(4)));
    let times = scene.times.get(&entity);
    let far = times.map(|&(_, at)| {
        let spoken = &scene.spoken[at];
        let there = document.paragraph_of(scene.lines[spoken.attribution].at);
        let content = scene.lines[spoken.attribution].content.end;
        match paragraph.saturating_sub(there) {
            // Nothing between: the words go straight on.
            0 if content + 1 >= line.content.start && content <= line.content.start => 0,
            0 => 1,
            1 => 2,
            2 => 3,
            3..=5 => 4,
            _ => 5,
        }
    });
    out.put(Of::SpokeFar, far.unwrap_or(6));
    out.put(
        Of::Spoken,
        times.map_or(0, |&(n, _)| match n {
            1 => 1,
            2 => 2,
            3..=5 => 3,
            _ => 4,
        }),
    );
    let near = |i: Option<usize>| {
        i.and_then(|i| scene.lines.get(i))
            .filter(|l| l.named == Some(entity))
            .map(|l| document.paragraph_of(l.at))
    };
    let next = near(Some(asked.index + 1));
    let previous = near(asked.index.checked_sub(1));
    out.put(
        Of::Named,
        match (next, previous) {
            (Some(p), _) if p == paragraph => 1,
            (_, Some(p)) if p == paragraph => 2,
            (Some(p), _) if p == paragraph + 1 => 3,
            (_, Some(p)) if p + 1 == paragraph => 4,
            (None, None) => 0,
            _ => 5,
        },
    );
    let parent = line.parent.map(|p| {
        let said = scene.spoken_by(p) == Some(entity);
        let inside = scene.inside(entity, &scene.lines[p].content);
        usize::from(said) * 2 + usize::from(inside)
    });
    out.put(Of::Parent, parent.unwrap_or(4));
    let content = &line.content;
    let inside = scene.after(entity, content.start).filter(|&m| {
        let t = &scene.cast.mentions[m].tokens;
        t.end <= content.end
    });
    out.put(
        Of::Content,
        inside.map_or(0, |m| {
            if scene.cast.mentions[m].tokens.start <= content.start + 3 { 2 } else { 1 }
        }),
    );
}
