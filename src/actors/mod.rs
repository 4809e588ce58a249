//! Who stands behind each attribution, and whom it is aimed at.
//!
//! Names are read and merged over the whole article (`names`, `merging`), descriptions join them where
//! they stand beside a name (`descriptions`). Then one learned judge (`pair`) tells for each
//! source who is meant: one of those, whoever the source describes, several, or nobody who can be
//! told. Leaves out which statement answers which; see `replies`.

mod after;
mod aim;
mod beside;
mod candidates;
mod cast;
mod certain;
mod descriptions;
mod entity;
mod governing;
mod joined;
mod look;
mod mentions;
mod merging;
mod names;
mod nouns;
mod pair;
mod resolved;
mod scene;
mod short;
mod source;
mod speakers;
mod spelling;
mod written;

pub use aim::trace as trace_aims;
pub use pair::FEATURES;
pub use resolved::{Actors, Resolved};
pub use speakers::{Choose, Seen, trace};

use after::{beside_denial, own_powers, through};

use crate::{attributions::Found, kinds::Judged, words::Words};

/// Resolves the source and the target of every attribution. `judged` is in the order of `found`.
///
/// Targets come behind all the sources, which tell most of them; what is looked at over the whole cast comes last, as
/// settling a source may still add to it.
#[must_use]
pub fn resolve(words: &Words<'_>, found: &[Found], judged: &[Judged]) -> Actors {
    let mut speakers = speakers::Speakers::new(words, found);
    let mut of = speakers.all();
    aim::settle(&mut speakers, judged, &mut of);
    let mut cast = speakers.into_cast();
    governing::read(words, &mut cast);
    own_powers(words, found, &mut cast, &mut of);
    through(words, found, &cast, &mut of);
    let (beside_denial, denied) = beside_denial(words, &cast);
    Actors { beside_denial, denied, cast, of }
}
