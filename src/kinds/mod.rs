//! What is done by saying it: the kind of an attribution, the stance of its verb, its target.
//!
//! The cue is read first; where it says no more than "said", or gives something a name, the content
//! decides. Rules over word classes, because 327 labelled examples are too few to learn them from
//! and every decision can then be named. Leaves out who speaks and who is meant; see `actors`.

mod charge;
mod content;
mod cue;
mod deed;
mod denial;
mod disowned;
mod doer;
mod phrases;
mod subject;
mod tables;
mod target;
mod told;
mod turned;
mod unmade;
pub mod vocabulary;
mod words;

pub use unmade::forget_own_deeds;
pub use words::Words;

use crate::{
    analysis::{Form, Kind, Verb},
    attributions::Found,
    lexicon,
    span::Span,
};
use content::Content;
use cue::Cue;
use vocabulary::{
    ACCUSE, ADMIT, ASK, CLAIM, CRITICISE, DEMAND, DENY, DUTY, MAYBE, NAME, OPINE, PRAISE, PRESS,
    PROMISE, REFUSE, RELEASE, WARN, WILL,
};

/// The judgement on one attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// What is done.
    pub kind: Kind,
    /// The stance of the cue.
    pub verb: Verb,
    /// The words that name whom it is aimed at (bytes); none when that is not plain.
    pub target: Option<Span>,
    /// Turns something down that is no claim: an offer, a request, an office.
    pub refusal: bool,
    /// Takes an accusation back or ends it: withdrawn, acquitted, dropped.
    pub release: bool,
}

/// Judges one attribution. Any spans will do; without a cue the content alone decides.
#[must_use]
pub fn judge(words: &Words<'_>, found: &Found) -> Judged {
    let cue_tokens = words.tokens(&found.cue);
    let content_tokens = words.tokens(&found.content);
    let mut cue = cue::read(words, &cue_tokens, &content_tokens);
    cue.negated |= unmade::unmade(words, found, cue, &content_tokens);
    let content = Content {
        words,
        tokens: &content_tokens,
        direct: found.form == Form::Direct,
    };
    let mut judged = by_cue(words, cue, &content);
    // Where the kind does not settle it, the verb alone tells how the words are reported.
    if judged.verb == Verb::Neutral {
        judged.verb = stance(cue);
    }
    if matches!(
        judged.kind,
        Kind::Accusation | Kind::Criticism | Kind::Demand
    ) {
        judged.target = target::aim(words, found, cue, &content, judged.kind);
    }
    judged
}

/// Judges all attributions of a document. Where one reports another that makes a charge ("according
/// to a transcript, … Orr said"), the charge is the inner one's alone.
#[must_use]
pub fn judge_all(words: &Words<'_>, found: &[Found]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = found.iter().map(|f| judge(words, f)).collect();
    for (inner, f) in found.iter().enumerate() {
        if let Some(outer) = f.parent
            && judged[inner].kind == Kind::Accusation
            && judged[outer].kind == Kind::Accusation
            && words
                .tokens(&found[outer].cue)
                .iter()
                .all(|&at| !words.is(at, ACCUSE))
        {
            judged[outer] = Judged {
                verb: judged[outer].verb,
                ..Judged::default()
            };
        }
    }
    judged
}

/// The stance of the reporting verb, whatever the kind.
fn stance(cue: Cue) -> Verb {
    if cue.all & ADMIT != 0 && cue.class & (ADMIT | vocabulary::SAY) != 0 {
        Verb::Conceding
    } else if cue.class == PRESS {
        Verb::Pressing
    } else if cue.class == CLAIM || cue.class == ACCUSE && cue.all & CLAIM != 0 {
        Verb::Distancing
    } else {
        Verb::Neutral
    }
}

fn kind(kind: Kind) -> Judged {
    Judged {
        kind,
        ..Judged::default()
    }
}

/// Something is refused, withheld or opposed, and nothing is said not to be so.
fn turned_down() -> Judged {
    Judged {
        refusal: true,
        ..kind(Kind::Statement)
    }
}

/// Judges by the cue, and asks the content where the cue leaves it open.
fn by_cue(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> Judged {
    if cue.silent {
        return kind(Kind::NoComment);
    }
    if cue.examines {
        return kind(Kind::Statement);
    }
    if cue.negated {
        return negated(cue, content);
    }
    if cue.contests {
        return turned_down();
    }
    match cue.class {
        // "would be accused of", "will accuse": of what may come, nobody has been accused.
        ACCUSE if cue.all & WILL != 0 || cue.all & MAYBE != 0 && cue.supposes(words) => {
            kind(Kind::Statement)
        }
        ACCUSE if cue.sues(words) && !content.tells_the_wrong() => kind(Kind::Statement),
        // "charged that the union had no future": a claim, of no deed of anybody's.
        ACCUSE
            if cue
                .head
                .is_some_and(|at| words.lower(at).starts_with("charg"))
                && content.lower(content.first()) == "that"
                && charge(words, cue, content).is_none() =>
        {
            Judged {
                verb: Verb::Distancing,
                ..kind(Kind::Statement)
            }
        }
        // "blamed herself for the delay"
        ACCUSE if content.first_is_oneself() => kind(Kind::Admission),
        ACCUSE => kind(Kind::Accusation),
        DENY if denies_no_claim(words, cue, content) => turned_down(),
        // "must rebut the claims", "may deny them": nobody has.
        DENY if cue.all & DUTY != 0 || cue.is_open(words) => kind(Kind::Statement),
        DENY => kind(Kind::Denial),
        REFUSE => refusal(words, cue, content),
        ADMIT => kind(Kind::Admission),
        RELEASE => release(cue, content),
        DEMAND if content.asks() && content.direct => kind(Kind::Question),
        DEMAND => kind(Kind::Demand),
        WARN => kind(Kind::Warning),
        PROMISE => kind(Kind::Promise),
        CRITICISE => kind(Kind::Criticism),
        PRAISE => kind(Kind::Praise),
        OPINE => kind(Kind::Opinion),
        ASK if cue
            .head
            .is_some_and(|at| words.lower(at).starts_with("ask"))
            && content.infinitive()
            && !content.begins_with_question_word() =>
        {
            kind(Kind::Demand)
        }
        ASK => kind(Kind::Question),
        NAME => named(content),
        _ => told::by_content(words, cue, content),
    }
}

/// A verb of denying, of which what follows is no claim.
fn denies_no_claim(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> bool {
    let head = cue.head.map_or("", |at| words.lower(at));
    // "rebutted the mayor's proposals": opposed, for a plan is neither so nor not so.
    let opposes = cue.head.is_some_and(|at| words.is(at, DENY)) && !head.starts_with("den");
    // "were denied overtime", "disavowed his endorsement", "can deny their service".
    let withholds = cue.passive || disowns(head) || cue.all & MAYBE != 0;
    // "denied mining permits"
    content.of_grant()
        || opposes && content.of_plan()
        || withholds && !content.of_claim() && !content.clause()
}

/// What is done with persons and their favours as well as with claims.
fn disowns(verb: &str) -> bool {
    ["disavow", "repudiat", "disclaim"]
        .iter()
        .any(|stem| verb.starts_with(stem))
}

/// "did not deny", "has not endorsed", "never said".
fn negated(cue: Cue, content: &Content<'_>) -> Judged {
    match cue.class {
        PRAISE | DEMAND | PROMISE => Judged {
            refusal: cue.class == PRAISE,
            ..kind(Kind::Statement)
        },
        OPINE => kind(Kind::Opinion),
        _ if content.asks() => kind(Kind::Question),
        _ => kind(Kind::Statement),
    }
}

/// A claim turned down is denied; anything else is merely turned down.
fn refusal(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> Judged {
    let claim = match cue.head {
        Some(at) if !cue.phrase => {
            let lower = words.lower(at);
            let begins = |stems: &[&str]| stems.iter().any(|stem| lower.starts_with(stem));
            begins(&["reject", "dismiss", "rebuff"]) && content.of_claim()
                || lexicon::overturns(lower) && content.of_ruling() && by_court(words, at)
        }
        // "pushed back against", "brushed off"
        _ => content.of_charge(),
    };
    // "rejected and denied"; whoever "refuses to deny" does not.
    if claim || cue.all & DENY != 0 && !cue.to {
        return kind(Kind::Denial);
    }
    turned_down()
}

/// A court or a judge stands in the clause of the verb at token `at`, before it or behind "by".
fn by_court(words: &Words<'_>, at: usize) -> bool {
    const COURTS: &[&str] = &[
        "court", "courts", "judge", "judges", "justices", "tribunal", "jury",
    ];
    let sentence = words.document.sentence_of(at);
    let court =
        |&i: &usize| COURTS.contains(&words.lower(i)) && words.document.sentence_of(i) == sentence;
    let by = (at..at + 3).find(|&i| words.lower(i) == "by");
    (at.saturating_sub(5)..at).any(|i| court(&i))
        || by.is_some_and(|by| (by..by + 6).any(|i| court(&i)))
}

/// "withdrew the allegation", "acquitted her of fraud", "dropped the charges".
fn release(cue: Cue, content: &Content<'_>) -> Judged {
    Judged {
        release: content.of_claim() || cue.all & RELEASE != 0,
        ..kind(Kind::Statement)
    }
}

/// "called X a …": what the name says.
fn named(content: &Content<'_>) -> Judged {
    if content.denies() || content.calls_false() {
        return kind(Kind::Denial);
    }
    kind(match content.evaluation() {
        (bad, good) if bad > good => Kind::Criticism,
        (bad, good) if good > bad => Kind::Praise,
        _ => Kind::Statement,
    })
}

/// A wrongful act laid at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Charge {
    /// The words that name the doer; none when they do not.
    doer: Option<Span>,
}

/// The wrongful act that the content lays at a door; the cue may say that it is a charge.
fn charge(words: &Words<'_>, cue: Cue, content: &Content<'_>) -> Option<Charge> {
    let head = cue.head.map_or("", |at| words.lower(at));
    let verb = if head.starts_with("alleg") {
        content.wrongful(true)
    } else {
        content.wrongful(false).or_else(|| {
            // "claims that Russia is using …": an act that may be harmless, but of somebody named.
            let verb = content
                .wrongful(true)
                .filter(|_| head.starts_with("claim"))?;
            let who = subject::subject(content, verb)?;
            words
                .capital(words.document.tokens_in(who).start)
                .then_some(verb)
        })
    };
    let subject = verb.and_then(|verb| subject::subject(content, verb));
    if subject.is_some_and(|who| subject::beyond_blame(words, who)) {
        return None;
    }
    // Only a party has a door to lay it at; whom "they" are, said of others, can seldom be told.
    let doer = subject
        .filter(|&who| {
            subject::party(words, who)
                && !who.of(words.document.text()).eq_ignore_ascii_case("they")
        })
        .or_else(|| content.deed())
        .filter(|_| verb.is_some() || !(0..content::EARLY).any(|i| content.quotes_another(i)));
    (verb.is_some() || doer.is_some()).then_some(Charge { doer })
}
