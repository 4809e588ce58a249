//! Our kinds in the terms of the annotated corpus that we are measured with.
//!
//! Only the `annotate` command and the evaluation speak these terms; readers see our own kinds.

use super::Judged;
use crate::analysis::{Kind, SourceKind, Verb};

/// The corpus's name for what `judged` does, said by a source of kind `source`.
///
/// Two borders run differently there: a refusal or a rejection of anything is a `denial` (we keep
/// that word for claims and acts, so a declined offer is a statement of ours), and a statement is a
/// `report` when a document or a newspaper makes it, a `claim` when its verb keeps a distance.
#[must_use]
pub fn category(judged: &Judged, source: SourceKind) -> &'static str {
    match judged.kind {
        _ if judged.refusal => "denial",
        Kind::Statement if matches!(source, SourceKind::Document | SourceKind::Media) => "report",
        Kind::Statement if judged.verb == Verb::Distancing => "claim",
        Kind::Statement | Kind::Admission | Kind::NoComment => "statement",
        Kind::Accusation => "accusation",
        Kind::Denial => "denial",
        Kind::Demand => "demand",
        Kind::Warning => "warning",
        Kind::Promise => "promise",
        Kind::Criticism => "criticism",
        Kind::Praise => "praise",
        Kind::Opinion => "opinion",
        Kind::Question => "question",
    }
}
