//! What a word says about the one whom it names, as bits.
//!
//! Leaves out which word says what; see `people` and `given`.

use super::sets::set;

set! {
    /// What a word says about the one whom it names.
    Traits: u16 {
        /// Stands before a name and is no part of it: Mr., Sen., Professor.
        TITLE = 0;
        /// A noun for one human being: lawyer, senator, mother.
        PERSON = 1;
        /// Female.
        FEMALE = 2;
        /// Male.
        MALE = 3;
        /// A given name.
        GIVEN = 4;
        /// A noun for a body: company, ministry, court; also part of the names of bodies.
        BODY = 5;
        /// A noun for several people: officials, voters, police.
        GROUP = 6;
        /// Something written or shown: report, poll, lawsuit, video.
        DOCUMENT = 7;
        /// A newspaper, an agency, a channel, or part of the names of such.
        MEDIA = 8;
        /// Speaks for someone: spokesman.
        SPEAKS = 9;
        /// One whom an article does not name: official, source, insider.
        NAMELESS = 10;
        /// No name although it may begin a sentence with a capital.
        FUNCTION = 11;
        /// Kin: mother, brother; someone else unless the article names them.
        KIN = 12;
        /// Ends the name of a company although it is no noun for one: Foods, Ferries.
        COMPANY = 14;
        /// Belongs to a party: before a name it is no part of it.
        PARTY = 15;
    }
}
