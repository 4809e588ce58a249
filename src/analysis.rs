//! What an analysis holds: plain data, the same natively, in the browser and in the exports.
//!
//! Generic over the unit of its spans: [`Span`](crate::span::Span) inside Rust,
//! [`Piece`](crate::span::Piece) beyond the border. Leaves out how any of it is found.

use serde::{Deserialize, Serialize};

#[cfg(test)]
pub(crate) mod generated;
mod units;

/// One block of the article as the reader sees it: a paragraph, a headline, a caption.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The text as read, white space already collapsed.
    pub text: String,
    /// What the block is on the page; running text where it is not said.
    #[serde(default)]
    pub role: Role,
}

/// What a block is on the page. Captions, pull quotes, teasers, promotion and embedded posts are read for themselves,
/// as if the running text around them were not interrupted.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The headline.
    Headline,
    /// The line under it.
    Standfirst,
    /// An entry of a bullet summary.
    Summary,
    /// A paragraph of the body, and whatever is nothing else.
    #[default]
    Body,
    /// A heading inside the body.
    Heading,
    /// A block quotation.
    Quote,
    /// An item of a list in the body.
    Item,
    /// The words under a picture.
    Caption,
    /// An entry of a live blog.
    Live,
    /// A passage shown large beside the text, often one that stands in the text too, often with its speaker's name.
    PullQuote,
    /// What another story or film is called.
    Teaser,
    /// What a site asks of its readers: to subscribe, to follow, to write.
    Promotion,
    /// A post of a social network, shown in the article.
    Embed,
}

/// What is done by saying it.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Says something is so, and whatever is nothing else.
    #[default]
    Statement,
    /// Lays a wrongful act at someone's door.
    Accusation,
    /// Says that something said or alleged is not so.
    Denial,
    /// Concedes something against one's interest.
    Admission,
    /// Declines to speak.
    NoComment,
    /// Wants someone to do something.
    Demand,
    /// Says that something bad may come.
    Warning,
    /// Says what one will do.
    Promise,
    /// Holds a bad view of something.
    Criticism,
    /// Holds a good view of something.
    Praise,
    /// Holds a view.
    Opinion,
    /// Asks.
    Question,
}

/// The five groups that a reader toggles.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Accusations.
    Accusations,
    /// Denials.
    Denials,
    /// Demands, warnings, promises.
    Demands,
    /// Criticism, praise, opinions, questions.
    Views,
    /// Statements, admissions, declined comments.
    Statements,
}

impl Kind {
    /// The group that a reader toggles it with.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Accusation => Group::Accusations,
            Self::Denial => Group::Denials,
            Self::Demand | Self::Warning | Self::Promise => Group::Demands,
            Self::Criticism | Self::Praise | Self::Opinion | Self::Question => Group::Views,
            Self::Statement | Self::Admission | Self::NoComment => Group::Statements,
        }
    }
}

/// How much of the content stands in quotation marks.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    #[default]
    Indirect,
}

/// What kind of source stands behind it.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A person speaking for himself or herself.
    Person,
    /// Someone who speaks for a named body.
    Spokesperson,
    /// States, governments, companies, parties, courts.
    Organization,
    /// Voters, Republicans, experts.
    Group,
    /// A poll, a study, a court filing.
    Document,
    /// A newspaper, an agency.
    Media,
    /// Someone whom the article does not name.
    Unnamed,
    /// We could not tell.
    #[default]
    Unresolved,
}

/// The stance of the verb that reports.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// said, told, according to
    #[default]
    Neutral,
    /// claimed, alleged
    Distancing,
    /// admitted, acknowledged
    Conceding,
    /// insisted, maintained
    Pressing,
}

/// How the actor of an attribution was worked out.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// Named in the sentence.
    Stated,
    /// Worked out from nearby text.
    Inferred,
    /// Could not be told.
    #[default]
    Unclear,
}

/// What the article has in answer to an accusation.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyState {
    /// Someone accused denies it.
    Denied,
    /// Someone accused speaks to it without denying.
    Answered,
    /// The article says that they declined or could not be reached.
    Declined,
    /// No reply was found in this text.
    NoneFound,
}

/// The one whom an accusation, criticism or demand is aimed at.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target<S> {
    /// Index into [`Analysis::actors`], where the target is known as an actor.
    pub actor: Option<u32>,
    /// The words that name it; empty where the attribution does not and it was worked out.
    pub span: Vec<S>,
}

/// One attributed statement: who says what, by which words.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution<S> {
    /// What is done.
    pub kind: Kind,
    /// How likely it is that this is the kind, 0 to 1, calibrated.
    pub kind_confidence: f32,
    /// How much is quoted.
    pub form: Form,
    /// Who says so, as words; empty when nobody is named (an implicit speaker).
    pub source: Vec<S>,
    /// By which words; empty when there are none.
    pub cue: Vec<S>,
    /// What is said; in reading order, one entry a fragment.
    pub content: Vec<S>,
    /// The stance of the cue.
    pub verb: Verb,
    /// What kind of source it is.
    pub source_kind: SourceKind,
    /// 0 to 1, calibrated.
    pub confidence: f32,
    /// Index of the attribution in whose content this one stands.
    pub parent: Option<u32>,
    /// Index into [`Analysis::actors`].
    pub actor: Option<u32>,
    /// How the actor was worked out.
    pub resolution: Resolution,
    /// The words that justify an inferred actor; empty when stated or unclear.
    pub because: Vec<S>,
    /// The spokesperson through whom a body speaks; index into [`Analysis::actors`].
    pub through: Option<u32>,
    /// Whom it is aimed at; none when that cannot be told.
    pub target: Option<Target<S>>,
    /// For a denial: index of the accusation or claim that it answers.
    pub replies_to: Option<u32>,
    /// For an accusation: indices of what answers it.
    pub replies: Vec<u32>,
    /// For an accusation: the state of the reply.
    pub reply_state: Option<ReplyState>,
    /// Which of the reader's own categories it fits: indices into [`Options::categories`](crate::Options).
    pub categories: Vec<u32>,
}

/// Why a name was taken for this actor.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Merge {
    /// The canonical name itself, or the same words.
    Same,
    /// Last or first name, title and name.
    PartOfName,
    /// An acronym that the article introduces.
    Acronym,
    /// A role that the article gives to the name.
    Role,
    /// A demonym, adjective or other name of a state.
    StateName,
    /// A capital or seat of government that stands for the state.
    Seat,
    /// A pronoun.
    Pronoun,
    /// The article equates them.
    Equated,
}

/// A name that the article uses for an actor.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The words.
    pub text: String,
    /// Why they are this actor's.
    pub how: Merge,
    /// How often they were met.
    pub count: u32,
}

/// How many attributions an actor has in each group.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Counts {
    pub accusations: u32,
    pub denials: u32,
    pub demands: u32,
    pub views: u32,
    pub statements: u32,
}

/// An edge of the map: what one actor does to another.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Index of the other actor.
    pub actor: u32,
    /// The attributions behind it.
    pub attributions: Vec<u32>,
}

/// Someone who speaks, or is spoken against, in the article.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The canonical name, for display.
    pub name: String,
    /// False when the article gives no name ("a spokesperson for …", "officials").
    pub named: bool,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Every name seen, the most frequent first.
    pub names: Vec<Name>,
    /// Index of the body that this actor speaks for.
    pub speaks_for: Option<u32>,
    /// Indices of those through whom it speaks.
    pub through: Vec<u32>,
    /// Indices of those who it is, where several speak or are spoken of at once ("Germany and
    /// France"): each of them has the edges too, the counts stay here. Empty for everyone else.
    pub members: Vec<u32>,
    /// Counts by group.
    pub counts: Counts,
    /// Whom it accuses.
    pub accuses: Vec<Edge>,
    /// By whom it is accused.
    pub accused_by: Vec<Edge>,
    /// Whom it demands something of.
    pub demands_of: Vec<Edge>,
    /// Whom it criticises.
    pub criticises: Vec<Edge>,
    /// The attributions by which it denies.
    pub denies: Vec<u32>,
    /// Accused, and certainly without words of its own in this text.
    pub no_own_words: bool,
}

/// Why a text was not analysed.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Declined {
    /// The words are not of a language that the engine knows.
    Language,
}

/// Everything found in one article. Empty lists when nothing was found.
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis<S> {
    /// In reading order of their first word.
    pub attributions: Vec<Attribution<S>>,
    /// By weight in the article.
    pub actors: Vec<Actor>,
    /// The text was longer than the engine reads; the rest is not analysed.
    pub truncated: bool,
    /// Set when the text was not analysed at all.
    pub declined: Option<Declined>,
}

impl<S> Default for Analysis<S> {
    fn default() -> Self {
        Self { attributions: Vec::new(), actors: Vec::new(), truncated: false, declined: None }
    }
}
