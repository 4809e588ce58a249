// Generated from src/analysis.rs; a test keeps it so.

export type Role =
  | "headline"
  | "standfirst"
  | "summary"
  | "body"
  | "heading"
  | "quote"
  | "item"
  | "caption"
  | "live";
export interface Block {
  text: string;
  role: Role;
}
export interface Piece {
  block: number;
  start: number;
  end: number;
}
export type Kind =
  | "statement"
  | "accusation"
  | "denial"
  | "admission"
  | "no_comment"
  | "demand"
  | "warning"
  | "promise"
  | "criticism"
  | "praise"
  | "opinion"
  | "question";
export type Group = "accusations" | "denials" | "demands" | "views" | "statements";
export type Form = "direct" | "mixed" | "indirect";
export type SourceKind =
  | "person"
  | "spokesperson"
  | "organization"
  | "group"
  | "document"
  | "media"
  | "unnamed"
  | "unresolved";
export type Verb = "neutral" | "distancing" | "conceding" | "pressing";
export type Resolution = "stated" | "inferred" | "unclear";
export type ReplyState = "denied" | "answered" | "declined" | "none_found";
export interface Target {
  actor: number | null;
  span: Piece[];
}
export interface Attribution {
  kind: Kind;
  form: Form;
  source: Piece[];
  cue: Piece[];
  content: Piece[];
  verb: Verb;
  source_kind: SourceKind;
  confidence: number;
  parent: number | null;
  actor: number | null;
  resolution: Resolution;
  because: Piece[];
  through: number | null;
  target: Target | null;
  replies_to: number | null;
  replies: number[];
  reply_state: ReplyState | null;
}
export type Merge =
  | "same"
  | "part_of_name"
  | "acronym"
  | "role"
  | "state_name"
  | "seat"
  | "pronoun"
  | "equated";
export interface Name {
  text: string;
  how: Merge;
  count: number;
}
export interface Counts {
  accusations: number;
  denials: number;
  demands: number;
  views: number;
  statements: number;
}
export interface Edge {
  actor: number;
  attributions: number[];
}
export interface Actor {
  name: string;
  named: boolean;
  kind: SourceKind;
  names: Name[];
  speaks_for: number | null;
  through: number[];
  counts: Counts;
  accuses: Edge[];
  accused_by: Edge[];
  demands_of: Edge[];
  criticises: Edge[];
  denies: number[];
  no_own_words: boolean;
}
export type Declined = "language";
export interface Analysis {
  attributions: Attribution[];
  actors: Actor[];
  truncated: boolean;
  declined: Declined | null;
}
