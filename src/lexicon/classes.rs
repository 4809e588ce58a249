//! Classes of words that tell what is done by saying something, as bits.
//!
//! Leaves out which word is of which; see `acts` and `vocabulary`.

use super::sets::set;

set! {
    /// Classes of a word; a word may be of several.
    Bits: u32 {
        /// Lays a wrongful act at a door: accuse, allege, blame.
        ACCUSE = 0;
        /// Says that something is not so: deny, refute.
        DENY = 1;
        /// Turns something down or undoes it: refuse, reject, veto.
        REFUSE = 2;
        /// Concedes: admit, confess.
        ADMIT = 3;
        /// Wants something done: demand, urge.
        DEMAND = 4;
        /// Speaks of coming harm: warn, threaten.
        WARN = 5;
        /// Binds oneself: promise, vow.
        PROMISE = 6;
        /// Speaks ill: criticise, slam.
        CRITICISE = 7;
        /// Speaks well, or stands behind: praise, endorse.
        PRAISE = 8;
        /// Holds a view: believe, expect.
        OPINE = 9;
        /// Asks: ask, wonder.
        ASK = 10;
        /// Keeps a distance: claim, argue.
        CLAIM = 11;
        /// Presses: insist, maintain.
        PRESS = 12;
        /// Gives a name to something: call, describe.
        NAME = 13;
        /// Says, without more.
        SAY = 14;
        /// Takes back an accusation or ends a case: withdraw, retract, acquit.
        RELEASE = 15;
        /// Says that a claim is not so: false, baseless.
        FALSEHOOD = 16;
        /// What a denial may answer: claim, allegation, report.
        CLAIM_NOUN = 17;
        /// not, n't, never, no.
        NEGATION = 18;
        /// Where a clause may begin: that, because, who.
        CLAUSE = 19;
        /// Auxiliaries: has, been, did.
        AUXILIARY = 20;
        /// Past participle or past form of a verb in the table.
        PAST = 21;
        /// who, what, why, whether.
        QUESTION_WORD = 22;
        /// Opens a noun phrase: the, a, his.
        DETERMINER = 23;
        /// Prepositions.
        PREPOSITION = 24;
        /// I, we, my, our.
        FIRST_PERSON = 25;
        /// A verb rather than a noun, as far as its form tells.
        VERB = 26;
        /// A noun made of a reporting verb: accusation, criticism, demand.
        NOUN = 27;
        /// Adverbs that may stand between a subject and its verb.
        ADVERB = 28;
    }
}
