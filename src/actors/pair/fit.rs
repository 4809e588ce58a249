//! Whether gender, number and nature speak against it.

use super::super::{
    entity::Being,
    scene::Scene,
    source::{Class, Phrase},
};
use crate::lexicon::traits::{FEMALE, MALE};

/// 0: cannot be; 1: hardly; 2: nothing against it; 3: agrees; 4: nobody to ask about. *She* cannot be the council, and
/// hardly *they* one person; a feature and no ban, for what somebody is was only read off words.
pub(super) fn fit(scene: &Scene<'_, '_>, phrase: &Phrase, entity: usize) -> usize {
    let e = &scene.cast.entities[entity];
    let many = e.plural || e.being == Being::Group;
    let human = e.may_be_person();
    let one = human && !many;
    let gendered = |agrees: i32| match agrees {
        ..0 => 0,
        _ if !one => 0,
        0 => 2,
        _ => 3,
    };
    match phrase.class {
        Class::He => gendered(e.gender),
        Class::She => gendered(-e.gender),
        Class::They | Class::Amount => match e.being {
            _ if many => 3,
            Being::Person => 1,
            _ => 2,
        },
        Class::It => match e.being {
            Being::Person => 0,
            _ if many => 0,
            Being::Unknown => 2,
            _ => 3,
        },
        Class::First | Class::Other | Class::Empty => 2 + usize::from(one),
        Class::Who => 1 + usize::from(human || many) * 2,
        Class::Which => 3 * usize::from(e.being != Being::Person),
        // "The actress", "the chairman"; most nouns tell nothing; of one for both nobody of known gender is meant.
        Class::Person => match [MALE, FEMALE].map(|of| scene.words.is(phrase.head, of)) {
            [true, false] => gendered(e.gender),
            [false, true] => gendered(-e.gender),
            [false, false] => gendered(0),
            [true, true] => gendered(-e.gender.abs()),
        },
        Class::Group => match e.being {
            _ if many => 3,
            Being::Person => 0,
            _ => 1,
        },
        Class::Body => match e.being {
            Being::Person | Being::Group => 0,
            Being::Body | Being::State => 3,
            _ => 2,
        },
        Class::Media => match e.being {
            Being::Media => 3,
            Being::Body | Being::Unknown => 2,
            _ => 0,
        },
        Class::Document => 2 + usize::from(e.being == Being::Document),
        Class::Name | Class::Noun => 2,
    }
}
