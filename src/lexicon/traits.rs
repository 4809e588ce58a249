//! What a word says about the one whom it names, as bits.
//!
//! Leaves out which word says what; see `people` and `given`.

/// What a word says about the one whom it names, as a set of bits.
pub type Traits = u16;

/// Stands before a name and is no part of it: Mr., Sen., Professor.
pub const TITLE: Traits = 1;
/// A noun for one human being: lawyer, senator, mother.
pub const PERSON: Traits = 1 << 1;
/// Female.
pub const FEMALE: Traits = 1 << 2;
/// Male.
pub const MALE: Traits = 1 << 3;
/// A given name.
pub const GIVEN: Traits = 1 << 4;
/// A noun for a body: company, ministry, court; also part of the names of bodies.
pub const BODY: Traits = 1 << 5;
/// A noun for several people: officials, voters, police.
pub const GROUP: Traits = 1 << 6;
/// Something written or shown: report, poll, lawsuit, video.
pub const DOCUMENT: Traits = 1 << 7;
/// A newspaper, an agency, a channel, or part of the names of such.
pub const MEDIA: Traits = 1 << 8;
/// Speaks for someone: spokesman.
pub const SPEAKS: Traits = 1 << 9;
/// One whom an article does not name: official, source, insider.
pub const NAMELESS: Traits = 1 << 10;
/// No name although it may begin a sentence with a capital.
pub const FUNCTION: Traits = 1 << 11;
/// Kin: mother, brother; someone else unless the article names them.
pub const KIN: Traits = 1 << 12;
/// Ends the name of a company although it is no noun for one: Foods, Ferries.
pub const COMPANY: Traits = 1 << 14;
/// Belongs to a party: before a name it is no part of it.
pub const PARTY: Traits = 1 << 15;
