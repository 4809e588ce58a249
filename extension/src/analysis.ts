// Generated from src/analysis.rs; a test of the engine keeps it so. Do not edit.

/**
 * What a block is on the page. Captions, pull quotes, teasers, promotion and embedded posts are read for themselves,
 * as if the running text around them were not interrupted.
 */
export type Role = "headline" | "standfirst" | "summary" | "body" | "heading" | "quote" | "item" | "caption" | "live" | "pull_quote" | "teaser" | "promotion" | "embed";

/**
 * One block of the article as the reader sees it: a paragraph, a headline, a caption.
 */
export type Block = {
/**
 * The text as read, white space already collapsed.
 */
text: string,
/**
 * What the block is on the page; running text where it is not said.
 */
role: Role, };

/**
 * A run of UTF-16 code units inside one block's text, end-exclusive: what a page can find again.
 */
export type Piece = {
/**
 * Index of the block in the input of [`analyze`](crate::analyze).
 */
block: number,
/**
 * First UTF-16 code unit within the block's text.
 */
start: number,
/**
 * One past the last.
 */
end: number, };

/**
 * What is done by saying it.
 */
export type Kind = "statement" | "accusation" | "denial" | "admission" | "no_comment" | "demand" | "warning" | "promise" | "criticism" | "praise" | "opinion" | "question";

/**
 * The five groups that a reader toggles.
 */
export type Group = "accusations" | "denials" | "demands" | "views" | "statements";

/**
 * How much of the content stands in quotation marks.
 */
export type Form = "direct" | "mixed" | "indirect";

/**
 * What kind of source stands behind it.
 */
export type SourceKind = "person" | "spokesperson" | "organization" | "group" | "document" | "media" | "unnamed" | "unresolved";

/**
 * The stance of the verb that reports.
 */
export type Verb = "neutral" | "distancing" | "conceding" | "pressing";

/**
 * How the actor of an attribution was worked out.
 */
export type Resolution = "stated" | "inferred" | "unclear";

/**
 * What the article has in answer to an accusation.
 */
export type ReplyState = "denied" | "answered" | "declined" | "none_found";

/**
 * The one whom an accusation, criticism or demand is aimed at.
 */
export type Target = {
/**
 * Index into [`Analysis::actors`], where the target is known as an actor.
 */
actor: number | null,
/**
 * The words that name it; empty where the attribution does not and it was worked out.
 */
span: Array<Piece>, };

/**
 * One attributed statement: who says what, by which words.
 */
export type Attribution = {
/**
 * What is done.
 */
kind: Kind,
/**
 * How likely it is that this is the kind, 0 to 1, calibrated.
 */
kind_confidence: number,
/**
 * How much is quoted.
 */
form: Form,
/**
 * Who says so, as words; empty when nobody is named (an implicit speaker).
 */
source: Array<Piece>,
/**
 * By which words; empty when there are none.
 */
cue: Array<Piece>,
/**
 * What is said; in reading order, one entry a fragment.
 */
content: Array<Piece>,
/**
 * The stance of the cue.
 */
verb: Verb,
/**
 * What kind of source it is.
 */
source_kind: SourceKind,
/**
 * 0 to 1, calibrated.
 */
confidence: number,
/**
 * Index of the attribution in whose content this one stands.
 */
parent: number | null,
/**
 * Index into [`Analysis::actors`].
 */
actor: number | null,
/**
 * How the actor was worked out.
 */
resolution: Resolution,
/**
 * The words that justify an inferred actor; empty when stated or unclear.
 */
because: Array<Piece>,
/**
 * The spokesperson through whom a body speaks; index into [`Analysis::actors`].
 */
through: number | null,
/**
 * Whom it is aimed at; none when that cannot be told.
 */
target: Target | null,
/**
 * For a denial: index of the accusation or claim that it answers.
 */
replies_to: number | null,
/**
 * For an accusation: indices of what answers it.
 */
replies: Array<number>,
/**
 * For an accusation: the state of the reply.
 */
reply_state: ReplyState | null,
/**
 * Which of the reader's own categories it fits: indices into [`Options::categories`](crate::Options).
 */
categories: Array<number>, };

/**
 * Why a name was taken for this actor.
 */
export type Merge = "same" | "part_of_name" | "acronym" | "role" | "state_name" | "seat" | "pronoun" | "equated";

/**
 * A name that the article uses for an actor.
 */
export type Name = {
/**
 * The words.
 */
text: string,
/**
 * Why they are this actor's.
 */
how: Merge,
/**
 * How often they were met.
 */
count: number, };

/**
 * How many attributions an actor has in each group.
 */
export type Counts = { accusations: number, denials: number, demands: number, views: number, statements: number, };

/**
 * An edge of the map: what one actor does to another.
 */
export type Edge = {
/**
 * Index of the other actor.
 */
actor: number,
/**
 * The attributions behind it.
 */
attributions: Array<number>, };

/**
 * Someone who speaks, or is spoken against, in the article.
 */
export type Actor = {
/**
 * The canonical name, for display.
 */
name: string,
/**
 * False when the article gives no name ("a spokesperson for …", "officials").
 */
named: boolean,
/**
 * What kind of source it is.
 */
kind: SourceKind,
/**
 * Every name seen, the most frequent first.
 */
names: Array<Name>,
/**
 * Index of the body that this actor speaks for.
 */
speaks_for: number | null,
/**
 * Indices of those through whom it speaks.
 */
through: Array<number>,
/**
 * Indices of those who it is, where several speak or are spoken of at once ("Germany and
 * France"): each of them has the edges too, the counts stay here. Empty for everyone else.
 */
members: Array<number>,
/**
 * Counts by group.
 */
counts: Counts,
/**
 * Whom it accuses.
 */
accuses: Array<Edge>,
/**
 * By whom it is accused.
 */
accused_by: Array<Edge>,
/**
 * Whom it demands something of.
 */
demands_of: Array<Edge>,
/**
 * Whom it criticises.
 */
criticises: Array<Edge>,
/**
 * The attributions by which it denies.
 */
denies: Array<number>,
/**
 * Accused, and certainly without words of its own in this text.
 */
no_own_words: boolean, };

/**
 * Why a text was not analysed.
 */
export type Declined = "language";

/**
 * Everything found in one article. Empty lists when nothing was found.
 */
export type Analysis = {
/**
 * In reading order of their first word.
 */
attributions: Array<Attribution>,
/**
 * By weight in the article.
 */
actors: Array<Actor>,
/**
 * The text was longer than the engine reads; the rest is not analysed.
 */
truncated: boolean,
/**
 * Set when the text was not analysed at all.
 */
declined: Declined | null, };

/**
 * Where a category is looked for.
 */
export type Place = "said" | "speaker" | "target" | "anywhere";

/**
 * What a reader asks for.
 */
export type CategorySpec = {
/**
 * Words parted by commas or line ends, or a pattern.
 */
looks_for: string,
/**
 * Whether that is a pattern of the `regex` crate.
 */
pattern: boolean,
/**
 * Where it is looked for.
 */
place: Place,
/**
 * Whether an accent makes another letter.
 */
accents: boolean, };

/**
 * The cases that a reader can mend, each in its own way.
 */
export type Why = "nothing" | "everywhere" | "too_long" | "too_large" | "group_unclosed" | "group_unopened" | "group" | "class_unclosed" | "class_range" | "escape" | "repetition" | "count" | "back_reference" | "look_around" | "property" | "other";

/**
 * What is wrong with what a reader looks for.
 */
export type WrongPattern = {
/**
 * What it is.
 */
why: Why,
/**
 * The place in what was typed, in UTF-16 units; null where it has none.
 */
at: number | null,
/**
 * The same in English, in `regex`'s own words where they are its.
 */
message: string, };
