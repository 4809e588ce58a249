//! What a caller may be told while an article is read: the stage that is done, and the share of all work.
//!
//! Nothing that is told changes what comes out. Leaves out clocks and whom it is shown to.

/// A part of the work that has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Tokens, sentences, quotations.
    Text,
    /// Sources, cues and contents.
    Attributions,
    /// Kinds, actors and replies.
    Judgement,
    /// Byte spans to pieces.
    Border,
}

/// Is told how far the work is; `()` hears nothing.
pub trait Watch {
    /// This stage has just been done, so that a caller with a clock can time it.
    fn stage(&mut self, _: Stage) {}

    /// The share of the work that is done: at most some twenty times an article, each time at least a twentieth
    /// more than before, and 1 once, as the last of all.
    fn share(&mut self, _: f32) {}
}

impl Watch for () {}

/// The least that is told.
const STEP: f32 = 0.05;

/// Where the share stands that is told, and what was told of it.
pub(crate) struct Telling<'a, W> {
    watch: &'a mut W,
    done: f32,
    told: f32,
}

impl<'a, W: Watch> Telling<'a, W> {
    pub fn to(watch: &'a mut W) -> Self {
        let (done, told) = (0.0, 0.0);
        Self { watch, done, told }
    }

    /// Takes shares of the part of the work that begins here and ends with `end` of all.
    pub fn until(&mut self, end: f32) -> impl FnMut(f32) {
        let begin = self.done;
        move |share| self.at(begin + share * (end - begin))
    }

    /// This stage is done, and with it `share` of all.
    pub fn stage(&mut self, stage: Stage, share: f32) {
        self.watch.stage(stage);
        self.at(share);
    }

    /// All is done.
    pub fn end(self) {
        self.watch.share(1.0);
    }

    fn at(&mut self, share: f32) {
        self.done = self.done.max(share);
        // The last is told at the end alone.
        if self.done >= self.told + STEP && self.done + STEP <= 1.0 {
            self.told = self.done;
            self.watch.share(self.told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stage, Telling, Watch};

    #[derive(Default)]
    struct Heard(Vec<f32>, Vec<Stage>);

    impl Watch for Heard {
        fn stage(&mut self, stage: Stage) {
            self.1.push(stage);
        }

        fn share(&mut self, share: f32) {
            self.0.push(share);
        }
    }

    #[test]
    fn a_share_is_told_when_it_has_grown_and_one_at_the_end() {
        let mut heard = Heard::default();
        let mut telling = Telling::to(&mut heard);
        telling.stage(Stage::Text, 0.02);
        let mut find = telling.until(0.5);
        for step in 1..=1000_u16 {
            find(f32::from(step) / 1000.0);
        }
        // Nobody goes back.
        find(0.1);
        drop(find);
        telling.stage(Stage::Attributions, 0.9);
        telling.until(1.0)(1.0);
        telling.end();
        let Heard(shares, stages) = heard;
        assert_eq!(stages, [Stage::Text, Stage::Attributions]);
        assert!(shares.is_sorted_by(|a, b| a < b), "{shares:?}");
        assert_eq!((shares.len(), shares.last()), (11, Some(&1.0)), "{shares:?}");
    }
}
