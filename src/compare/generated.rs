//! What is generated from the data types of a comparison: TypeScript and JSON schema.
//!
//! See `analysis::generated`, which does the same for an analysis and has what both need.

use schemars::generate::SchemaSettings;

use super::{
    Account, At, Change, Charge, Choices, Comparison, Likeness, Perhaps, Quotations, Run, Same,
    Side, Voice,
};
use crate::analysis::generated::{check, declaration, schema_text};

#[test]
fn typescript_types_are_current() {
    let types = [
        declaration::<Account>(),
        declaration::<At>(),
        declaration::<Choices>(),
        declaration::<Likeness>(),
        declaration::<Voice>(),
        declaration::<Perhaps>(),
        declaration::<Change>(),
        declaration::<Run>(),
        declaration::<Quotations>(),
        declaration::<Same>(),
        declaration::<Side>(),
        declaration::<Charge>(),
        declaration::<Comparison>(),
    ];
    let head = "// Generated from src/compare/comparison.rs; a test of the engine keeps it so. Do not edit.\n\n\
                import type { Analysis, Block, Counts, Piece, ReplyState, SourceKind } from \"./analysis\";\n\n";
    check("extension/src/comparison.ts", &(head.to_owned() + &types.join("\n")));
}

#[test]
fn json_schema_is_current() {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Comparison>();
    schema.insert("title".into(), "Comparison".into());
    check("schema/comparison.schema.json", &schema_text(schema));
}
