//! Whether gender, number and nature speak against it.

use super::super::{
    entity::Being,
    scene::Scene,
    source::{Class, Phrase},
};
use crate::lexicon::traits::{FEMALE, MALE};

/// 0: cannot be; 1: hardly; 2: nothing against it; 3: agrees; 4: nobody to ask about.
pub(super) fn fit(scene: &Scene<'_, '_>, phrase: &Phrase, entity: usize) -> usize {
    let e = &scene.cast.entities[entity];
    let many = e.plural || e.being == Being::Group;
    let human = matches!(e.being, Being::Person | Being::Unknown);
    let gendered = |agrees: i32| match (human && !many, agrees) {
        (false, _) => 0,
        (true, ..0) => 0,
        (true, 0) => 2,
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
            _ if many => 0,
            Being::Person => 0,
            Being::Unknown => 2,
            _ => 3,
        },
        Class::First | Class::Other | Class::Empty => 2 + usize::from(human && !many),
        Class::Who => 1 + usize::from(human || many) * 2,
        Class::Which => 3 * usize::from(e.being != Being::Person),
        Class::Person => {
            let g = scene.words.traits(phrase.head);
            let (male, female) = (g.intersects(MALE), g.intersects(FEMALE));
            if !human || many || male && e.gender < 0 || female && e.gender > 0 {
                0
            } else {
                2 + usize::from(male && e.gender > 0 || female && e.gender < 0)
            }
        }
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
