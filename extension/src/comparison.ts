// Generated from src/compare/comparison.rs; a test of the engine keeps it so. Do not edit.

import type { Analysis, Block, Counts, Piece, ReplyState, SourceKind } from "./analysis";

/**
 * One article as it is compared: what was found in it, and the text that its pieces point into.
 */
export type Account = {
/**
 * The blocks that were analysed. Words outside the pieces of the analysis are not read: they
 * may have been left out, as long as the pieces are moved with what is left.
 */
blocks: Array<Block>,
/**
 * What was found in them.
 */
analysis: Analysis, };

/**
 * An actor or an attribution of one of the accounts.
 */
export type At = {
/**
 * Index of the account.
 */
account: number,
/**
 * Index into its actors or its attributions.
 */
index: number, };

/**
 * What the reader knows better: actors that are one voice, and such that are not.
 */
export type Choices = {
/**
 * Pairs of actors that are the same.
 */
joined: Array<[At, At]>,
/**
 * Pairs of actors that are not; stronger than `joined`.
 */
parted: Array<[At, At]>, };

/**
 * Why two actors of different accounts are, or may be, the same.
 */
export type Likeness = "chosen" | "name" | "state" | "acronym" | "part_of_name" | "role" | "words";

/**
 * One who speaks, or is spoken against, in at least one of the accounts.
 */
export type Voice = {
/**
 * The fullest of its names.
 */
name: string,
/**
 * False when no account gives a name.
 */
named: boolean,
/**
 * What kind of source it is.
 */
kind: SourceKind,
/**
 * The actors that it is, by account; at most one of each account, unless the reader joined more.
 */
actors: Array<At>,
/**
 * The weakest reason by which they were joined; none when there is only one.
 */
how: Likeness | null,
/**
 * Counts by group, one entry for each account; zeros where it has no words.
 */
counts: Array<Counts>, };

/**
 * Two voices that may be one: for the reader to join.
 */
export type Perhaps = {
/**
 * Indices into [`Comparison::voices`], the lower first.
 */
voices: [number, number],
/**
 * Why they may be.
 */
how: Likeness, };

/**
 * What became of a run of words of a quotation.
 */
export type Change = "same" | "only_left" | "only_right" | "other";

/**
 * A run of words of two quotations laid beside each other.
 */
export type Run = {
/**
 * What became of it.
 */
change: Change,
/**
 * Its words in the left account; empty when it has none there.
 */
left: Array<Piece>,
/**
 * Its words in the right account; empty when it has none there.
 */
right: Array<Piece>, };

/**
 * The quoted words of two statements, aligned word by word.
 */
export type Quotations = {
/**
 * An attribution.
 */
left: At,
/**
 * One of another account.
 */
right: At,
/**
 * In reading order of the left one; neighbours differ in what became of them.
 */
runs: Array<Run>, };

/**
 * Statements of at least two accounts that seem to be the same.
 */
export type Same = {
/**
 * Whose: index into [`Comparison::voices`]; none where the accounts give the same quoted words to
 * different voices, or one of them to nobody.
 */
voice: number | null,
/**
 * Attributions, by account and then in reading order.
 */
statements: Array<At>,
/**
 * For each two accounts that quote the same words: the longest quotations laid beside each other.
 */
quotations: Array<Quotations>, };

/**
 * What one account has of an accusation.
 */
export type Side = {
/**
 * Index of the account.
 */
account: number,
/**
 * The attributions that accuse; empty when the account has only an answer.
 */
accusations: Array<number>,
/**
 * The attributions that answer them.
 */
replies: Array<number>,
/**
 * Denials of the one accused that this account ties to no accusation; only where another account
 * has the accusation and this one does not.
 */
denials: Array<number>,
/**
 * The most that was found in answer; none without an accusation.
 */
state: ReplyState | null, };

/**
 * One accusation, and what each account has of it.
 */
export type Charge = {
/**
 * Who accuses: index into [`Comparison::voices`].
 */
accuser: number | null,
/**
 * Who is accused: index into [`Comparison::voices`].
 */
accused: number | null,
/**
 * By account; only those that have something of it.
 */
sides: Array<Side>,
/**
 * The accounts in which an answer was found, where another has the accusation and none; else empty.
 */
answered_only_in: Array<number>, };

/**
 * What one list of voices has beside another. Empty lists when nothing was found.
 */
export type Comparison = {
/**
 * Everyone, the most present first.
 */
voices: Array<Voice>,
/**
 * Which of them may be one.
 */
perhaps: Array<Perhaps>,
/**
 * Statements that seem the same, in reading order of the first account that has them.
 */
same: Array<Same>,
/**
 * Accusations with their answers, in the same order.
 */
charges: Array<Charge>, };
