//! An analysis in another unit: byte spans to pieces, or whatever a caller needs.
//!
//! Leaves out how one unit becomes the other; see `door`.

use super::{Analysis, Attribution, Target};

impl<S> Analysis<S> {
    /// The same analysis in another unit: `map` turns the fragments of one role into the new unit.
    #[must_use]
    pub fn map_spans<T>(&self, map: impl Fn(&[S]) -> Vec<T>) -> Analysis<T> {
        let attributions = self.attributions.iter().map(|a| a.map_spans(&map)).collect();
        Analysis {
            attributions,
            actors: self.actors.clone(),
            truncated: self.truncated,
            declined: self.declined,
        }
    }
}

impl<S> Analysis<S> {
    /// Puts another number in the place of every index of an attribution; leaves the list as it is.
    pub(crate) fn renumber(&mut self, number: impl Fn(u32) -> u32) {
        for a in &mut self.attributions {
            a.parent = a.parent.map(&number);
            a.replies_to = a.replies_to.map(&number);
            for reply in &mut a.replies {
                *reply = number(*reply);
            }
            a.replies.sort_unstable();
        }
        for actor in &mut self.actors {
            for at in &mut actor.denies {
                *at = number(*at);
            }
            actor.denies.sort_unstable();
            for edge in [
                &mut actor.accuses,
                &mut actor.accused_by,
                &mut actor.demands_of,
                &mut actor.criticises,
            ]
            .into_iter()
            .flatten()
            {
                for at in &mut edge.attributions {
                    *at = number(*at);
                }
                edge.attributions.sort_unstable();
            }
        }
    }
}

impl<S> Attribution<S> {
    fn map_spans<T>(&self, map: impl Fn(&[S]) -> Vec<T>) -> Attribution<T> {
        Attribution {
            kind: self.kind,
            kind_confidence: self.kind_confidence,
            form: self.form,
            source: map(&self.source),
            cue: map(&self.cue),
            content: map(&self.content),
            verb: self.verb,
            source_kind: self.source_kind,
            confidence: self.confidence,
            parent: self.parent,
            actor: self.actor,
            resolution: self.resolution,
            because: map(&self.because),
            through: self.through,
            target: self.target.as_ref().map(|t| Target { actor: t.actor, span: map(&t.span) }),
            replies_to: self.replies_to,
            replies: self.replies.clone(),
            reply_state: self.reply_state,
            categories: self.categories.clone(),
        }
    }
}
