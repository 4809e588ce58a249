//! The border to JavaScript: plain data in, plain data out. The only file that knows JavaScript.
//!
//! Leaves out all work on text. Spans cross as UTF-16 pieces, see [`Piece`](crate::span::Piece).

use std::{panic, sync::Once};

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    analysis::Block,
    compare::{self, Account, Choices},
    door::{self, Options, Stage},
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(message: &str);

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn now() -> f64;

    #[wasm_bindgen(js_namespace = performance, js_name = measure, catch)]
    fn measure(name: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = performance, js_name = clearMeasures)]
    fn clear_measures(name: &str);
}

#[derive(Serialize)]
struct Stretch {
    start: f64,
    end: f64,
}

/// Finds who says what: `analyze(blocks: Block[]): Analysis`, the types of `analysis.ts`.
///
/// Any text gives an analysis. What is not an array of blocks throws an error that says so. Each
/// stage is a measure named `ascribe: …`, to be read in the browser's performance tools.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(blocks: JsValue) -> Result<JsValue, JsError> {
    report_panics();
    let mut since = now();
    let mut stage_done = |name: &str| {
        let end = now();
        let stretch = Stretch { start: since, end }.serialize(&plain());
        // One measure a name: an engine that lives long must not hoard them.
        clear_measures(name);
        if let Ok(stretch) = stretch {
            // A page without a performance timeline loses the timing and nothing else.
            let _ = measure(name, &stretch);
        }
        since = end;
    };
    let blocks: Vec<Block> = serde_wasm_bindgen::from_value(blocks)
        .map_err(|error| JsError::new(&format!("analyze wants an array of blocks: {error}")))?;
    stage_done("ascribe: in");
    let analysis = door::in_stages(&blocks, &Options::default(), |stage| {
        stage_done(match stage {
            Stage::Text => "ascribe: text",
            Stage::Attributions => "ascribe: attributions",
            Stage::Judgement => "ascribe: judgement",
            Stage::Border => "ascribe: border",
        });
    });
    let out = analysis.serialize(&plain())?;
    stage_done("ascribe: out");
    Ok(out)
}

/// Compares accounts of one event: `compare(accounts: Account[], choices?: Choices): Comparison`, the
/// types of `comparison.ts`.
///
/// Any accounts give a comparison. What is not an array of accounts, or no choices, throws an error that
/// says so.
#[wasm_bindgen(skip_typescript)]
pub fn compare(accounts: JsValue, choices: JsValue) -> Result<JsValue, JsError> {
    report_panics();
    let accounts: Vec<Account> = serde_wasm_bindgen::from_value(accounts)
        .map_err(|error| JsError::new(&format!("compare wants an array of accounts: {error}")))?;
    let choices: Option<Choices> = serde_wasm_bindgen::from_value(choices)
        .map_err(|error| JsError::new(&format!("compare wants choices or nothing: {error}")))?;
    let comparison = compare::compare(&accounts, &choices.unwrap_or_default());
    Ok(comparison.serialize(&plain())?)
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "/** Takes `Block[]` and gives an `Analysis`, see extension/src/analysis.ts. */
export function analyze(blocks: unknown): unknown;
/** Takes `Account[]` and perhaps `Choices` and gives a `Comparison`, see extension/src/comparison.ts. */
export function compare(accounts: unknown, choices?: unknown): unknown;";

/// Objects, not maps, and `null`, not `undefined`: the rest does not survive a message.
const fn plain() -> Serializer {
    Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true)
}

/// Without this a panic reads "unreachable executed" and nothing else.
fn report_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| panic::set_hook(Box::new(|info| console_error(&format!("ascribe: {info}")))));
}
