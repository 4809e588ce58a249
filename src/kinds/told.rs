//! What is done by plainly saying something: where the cue is "said", what is said decides.
//!
//! The gravest reading that the words plainly bear comes first. Leaves out cues that say more; see
//! the room's door.

use super::{
    Judged, charge,
    content::Content,
    cue::Cue,
    kind,
    vocabulary::{BAD, CLAIM, GOOD, NOUN},
    words::Words,
};
use crate::analysis::Kind;

/// "said", or no cue that we know: the content decides.
pub(super) fn by_content(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> Judged {
    let told = cue
        .head
        .is_some_and(|at| matches!(words.lower(at), "told" | "tell" | "tells" | "telling"));
    if content.asks() {
        return kind(Kind::Question);
    }
    if cue.class == 0 && cue.words > 0 {
        // A cue that no list knows ("pooh-poohed"): what it does with the content cannot be told.
        return kind(match cue.all {
            all if all & BAD != 0 => Kind::Criticism,
            all if all & GOOD != 0 => Kind::Praise,
            _ => Kind::Statement,
        });
    }
    if told && content.infinitive_first() {
        return kind(Kind::Demand);
    }
    if content.denies() {
        return kind(Kind::Denial);
    }
    // "According to a clerk, Orr told the board | that …": what is left of it is not the clerk's.
    let left = cue.head.is_some_and(|at| words.lower(at) == "according")
        && content.lower(content.first()) == "that";
    if content.is_verdict() || left {
        return kind(Kind::Statement);
    }
    if charge(words, cue, content).is_some()
        || cue.class == CLAIM && cue.all & NOUN != 0 && content.names_wrong()
    {
        return kind(Kind::Accusation);
    }
    if cue.class == CLAIM {
        return kind(if content.compels() {
            Kind::Demand
        } else {
            Kind::Statement
        });
    }
    if told && content.infinitive() || content.demands() {
        return kind(Kind::Demand);
    }
    if content.warns() {
        return kind(Kind::Warning);
    }
    if content.promises() {
        return kind(Kind::Promise);
    }
    if content.confesses() {
        return kind(Kind::Admission);
    }
    if content.opines() {
        return kind(Kind::Opinion);
    }
    if content.refuses() {
        // "I will not leave" binds; "he would not say" only turns something down.
        return Judged {
            refusal: true,
            ..kind(if content.direct {
                Kind::Promise
            } else {
                Kind::Statement
            })
        };
    }
    kind(match content.evaluation() {
        (bad, good) if bad > good => Kind::Criticism,
        (bad, good) if good > bad => Kind::Praise,
        _ => Kind::Statement,
    })
}
