//! What is generated from the data types: the TypeScript of the extension and the JSON schema.
//!
//! The tests fail when a committed file is stale and say how to renew it. Compiled for tests alone,
//! so that nothing of it reaches the browser.

use std::{env, fs, path::Path};

use schemars::generate::SchemaSettings;
use ts_rs::{Config, TS};

use super::{
    Actor, Analysis, Attribution, Block, Counts, Declined, Edge, Form, Group, Kind, Merge, Name,
    ReplyState, Resolution, Role, SourceKind, Target, Verb,
};
use crate::{
    categories::{CategorySpec, Place, Why, WrongPattern},
    span::Piece,
};

/// Set to anything, the tests write the files instead of comparing them.
const RENEW: &str = "ASCRIBE_RENEW";

#[track_caller]
pub(crate) fn check(path: &str, generated: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os(RENEW).is_some() {
        fs::write(&file, generated).expect("the file can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == generated,
        "{path} is stale: run `{RENEW}=1 cargo test --lib generated` and commit it"
    );
}

pub(crate) fn declaration<T: TS>() -> String {
    // Beyond the border there is one unit only: no type is generic there.
    let declared = ["Target", "Attribution", "Analysis"]
        .iter()
        .fold(T::decl_concrete(&Config::default()), |text, name| {
            text.replace(&format!("{name}<Piece>"), name)
        });
    let docs = T::docs().unwrap_or_default();
    let lines = declared.lines().map(|line| line.trim_end().to_owned() + "\n");
    format!("{docs}export {}", lines.collect::<String>())
}

#[test]
fn typescript_types_are_current() {
    let types = [
        declaration::<Role>(),
        declaration::<Block>(),
        declaration::<Piece>(),
        declaration::<Kind>(),
        declaration::<Group>(),
        declaration::<Form>(),
        declaration::<SourceKind>(),
        declaration::<Verb>(),
        declaration::<Resolution>(),
        declaration::<ReplyState>(),
        declaration::<Target<Piece>>(),
        declaration::<Attribution<Piece>>(),
        declaration::<Merge>(),
        declaration::<Name>(),
        declaration::<Counts>(),
        declaration::<Edge>(),
        declaration::<Actor>(),
        declaration::<Declined>(),
        declaration::<Analysis<Piece>>(),
        declaration::<Place>(),
        declaration::<CategorySpec>(),
        declaration::<Why>(),
        declaration::<WrongPattern>(),
    ];
    let head =
        "// Generated from src/analysis.rs; a test of the engine keeps it so. Do not edit.\n\n";
    check("extension/src/analysis.ts", &(head.to_owned() + &types.join("\n")));
}

/// The same with its keys in order: whether a map keeps the order of insertion is decided by the
/// features of whatever else is built beside us.
fn sorted(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.into_iter().collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().map(|(k, v)| (k, sorted(v))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[test]
fn json_schema_is_current() {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Analysis<Piece>>();
    schema.insert("title".into(), "Analysis".into());
    check("schema/analysis.schema.json", &schema_text(schema));
}

/// A schema as it is committed.
pub(crate) fn schema_text(schema: schemars::Schema) -> String {
    serde_json::to_string_pretty(&sorted(schema.into())).expect("a schema is JSON") + "\n"
}

#[test]
fn the_schema_has_what_an_analysis_has() {
    let block = Block { text: "“It is safe,” said Ada Brook.".into(), role: Role::Body };
    let analysis = crate::analyze(&[block], &crate::Options::default());
    let value = serde_json::to_value(&analysis).expect("an analysis is JSON");
    let attribution = &value["attributions"][0];
    assert_eq!(attribution["form"], "direct");
    let schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Analysis<Piece>>();
    let declared = |of: &serde_json::Value| -> Vec<String> {
        of["properties"].as_object().expect("properties").keys().cloned().collect()
    };
    let present = |of: &serde_json::Value| -> Vec<String> {
        of.as_object().expect("an object").keys().cloned().collect()
    };
    assert_eq!(present(&value), declared(schema.as_value()));
    assert_eq!(present(attribution), declared(&schema.as_value()["$defs"]["Attribution"]));
}
