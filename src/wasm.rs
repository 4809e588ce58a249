//! The border to JavaScript: plain data in, plain data out. The only file that knows JavaScript.
//!
//! Leaves out all work on text. Spans cross as UTF-16 pieces, see [`Piece`](crate::span::Piece).

use std::{cell::RefCell, panic, sync::Once};

use js_sys::{Error, Function, Reflect, global};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{Performance, console};

use crate::{
    analysis::{Analysis, Block},
    categories::{self, Category, CategorySpec, WrongPattern},
    compare::{self, Account, Choices},
    door::{self, Options},
    span::Piece,
    text::Utf16,
    watch::{Stage, Watch},
};

/// What a caller may ask for, all of it optional.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Asked {
    /// Bytes of text after which the rest is left unread.
    most_bytes: Option<usize>,
    categories: Vec<CategorySpec>,
}

/// Finds who says what: `analyze(blocks: Block[], options?, progress?): Analysis`, the types of
/// `analysis.ts`.
///
/// Any text gives an analysis, and a category that is none fits nothing. What is not an array of blocks
/// throws an error that says so. `progress` is told which share is done, 0 to 1, see [`Watch::share`]; what
/// it throws is ignored. Each stage is a measure named `ascribe: …`, to be read in the
/// browser's performance tools.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(
    blocks: JsValue,
    options: JsValue,
    progress: Option<Function>,
) -> Result<JsValue, Error> {
    report_panics();
    let mut stages = Stages::begin();
    let blocks: Vec<Block> = taken(blocks, "analyze wants an array of blocks")?;
    let asked: Option<Asked> = taken(options, "analyze wants options or nothing")?;
    let asked = asked.unwrap_or_default();
    let options = Options {
        most_bytes: asked.most_bytes.unwrap_or(door::MOST_BYTES),
        categories: all_ready(&asked.categories),
    };
    stages.done("ascribe: in");
    let mut heard = Heard { stages, progress };
    let analysis = door::watched(&blocks, &options, &mut heard);
    let out = given(&analysis);
    heard.stages.done("ascribe: out");
    out
}

/// What the engine tells on its way, to those who want it.
struct Heard {
    stages: Stages,
    progress: Option<Function>,
}

impl Watch for Heard {
    fn stage(&mut self, stage: Stage) {
        self.stages.done(match stage {
            Stage::Text => "ascribe: text",
            Stage::Attributions => "ascribe: attributions",
            Stage::Judgement => "ascribe: judgement",
            Stage::Border => "ascribe: border",
        });
    }

    fn share(&mut self, share: f32) {
        if let Some(progress) = &self.progress {
            let _ = progress.call1(&JsValue::UNDEFINED, &JsValue::from_f64(share.into()));
        }
    }
}

/// Compares accounts of one event: `compare(accounts: Account[], choices?: Choices): Comparison`, the
/// types of `comparison.ts`.
///
/// Any accounts give a comparison. What is not an array of accounts, or no choices, throws an error that
/// says so.
#[wasm_bindgen(skip_typescript)]
pub fn compare(accounts: JsValue, choices: JsValue) -> Result<JsValue, Error> {
    report_panics();
    let accounts: Vec<Account> = taken(accounts, "compare wants an array of accounts")?;
    let choices: Option<Choices> = taken(choices, "compare wants choices or nothing")?;
    given(&compare::compare(&accounts, &choices.unwrap_or_default()))
}

/// Which categories fit each attribution of an analysis that there is already, by their indices:
/// `categorize(blocks: Block[], analysis: Analysis, categories: CategorySpec[]): number[][]`.
///
/// A category that is none fits nothing. What is none of these throws an error that says so.
#[wasm_bindgen(skip_typescript)]
pub fn categorize(
    blocks: JsValue,
    analysis: JsValue,
    categories: JsValue,
) -> Result<JsValue, Error> {
    report_panics();
    let blocks: Vec<Block> = taken(blocks, "categorize wants an array of blocks")?;
    let analysis: Analysis<Piece> = taken(analysis, "categorize wants an analysis")?;
    let specs: Vec<CategorySpec> = taken(categories, "categorize wants an array of categories")?;
    given(&categories::fitting(&blocks, &analysis, &all_ready(&specs)))
}

/// Where a category is found in each of these texts, in UTF-16 units, end-exclusive, in order:
/// `find(texts: string[], category: CategorySpec): [number, number][][]`.
///
/// One that is none is found nowhere. What is none of these throws an error that says so.
#[wasm_bindgen(skip_typescript)]
pub fn find(texts: JsValue, category: JsValue) -> Result<JsValue, Error> {
    report_panics();
    let texts: Vec<String> = taken(texts, "find wants an array of texts")?;
    let spec: CategorySpec = taken(category, "find wants a category")?;
    let category = ready(&spec).ok();
    let found: Vec<Vec<(u32, u32)>> = texts
        .iter()
        .map(|text| {
            let units = Utf16::new(text);
            let found = category.iter().flat_map(|c| c.found(text, MOST_FOUND));
            found.map(|at| (units.offset(at.start), units.offset(at.end))).collect()
        })
        .collect();
    given(&found)
}

/// Places of one text that are told at most.
const MOST_FOUND: usize = 1000;

/// Why there is no such category; nothing where there is one:
/// `whyNoCategory(category: CategorySpec): WrongPattern | undefined`.
#[wasm_bindgen(js_name = whyNoCategory, skip_typescript)]
pub fn why_no_category(category: JsValue) -> Result<JsValue, Error> {
    report_panics();
    let spec: CategorySpec = taken(category, "whyNoCategory wants a category")?;
    match ready(&spec) {
        Ok(_) => Ok(JsValue::UNDEFINED),
        Err(wrong) => given(&wrong),
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "/** Takes `Block[]` and gives an `Analysis`, see extension/src/analysis.ts. */
export function analyze(blocks: unknown, options?: unknown, progress?: (share: number) => void): unknown;
/** Takes `Account[]` and perhaps `Choices` and gives a `Comparison`, see extension/src/comparison.ts. */
export function compare(accounts: unknown, choices?: unknown): unknown;
/** Takes `Block[]`, an `Analysis` and `CategorySpec[]` and gives the indices of those that fit each attribution. */
export function categorize(blocks: unknown, analysis: unknown, categories: unknown): number[][];
/** Takes texts and a `CategorySpec` and gives where it is found in each. */
export function find(texts: unknown, category: unknown): [number, number][][];
/** Takes a `CategorySpec` and says what is wrong with it, as a `WrongPattern`. */
export function whyNoCategory(category: unknown): unknown;";

/// What was asked for with each of these, and what became of it: a pattern takes milliseconds to be
/// made ready, and the same are asked for again and again. The one last asked for is the last.
type Known = Vec<(CategorySpec, Result<Category, WrongPattern>)>;

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new(Vec::new()) };
}

fn ready(spec: &CategorySpec) -> Result<Category, WrongPattern> {
    KNOWN.with_borrow_mut(|known| {
        let at = known.iter().position(|(other, _)| other == spec);
        let one = match at {
            Some(at) => known.remove(at),
            None => (spec.clone(), Category::new(spec)),
        };
        known.push(one.clone());
        if known.len() > 2 * categories::MOST {
            drop(known.remove(0));
        }
        one.1
    })
}

/// What is wrong with one is said where it is typed, see `whyNoCategory`.
fn all_ready(specs: &[CategorySpec]) -> Vec<Option<Category>> {
    let specs = specs.iter().take(categories::MOST);
    specs.map(|spec| ready(spec).ok()).collect()
}

/// A value of JavaScript as one of ours, or an error that says what was wanted. Blocks read field by field by `Reflect`
/// were no faster that could be told.
fn taken<T: DeserializeOwned>(value: JsValue, wanted: &str) -> Result<T, Error> {
    serde_wasm_bindgen::from_value(value).map_err(|error| Error::new(&format!("{wanted}: {error}")))
}

/// A value of ours as one of JavaScript.
fn given(value: &impl Serialize) -> Result<JsValue, Error> {
    let value = value.serialize(&plain());
    value.map_err(|error| Error::new(&error.to_string()))
}

/// Objects, not maps, and `null`, not `undefined`: the rest does not survive a message.
const fn plain() -> Serializer {
    Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true)
}

/// The name of the moment at which a stage begins.
const BEGUN: &str = "ascribe";

/// Measures of the stages in the browser's own tools; none where there are no such tools.
struct Stages(Option<Performance>);

impl Stages {
    fn begin() -> Self {
        // A page, a worker and Node have it, each in its own global object.
        let tools = Reflect::get(&global(), &JsValue::from_str("performance"));
        let tools = tools.ok().filter(JsValue::is_object);
        let stages = Self(tools.map(JsCast::unchecked_into));
        stages.mark();
        stages
    }

    fn mark(&self) {
        if let Some(tools) = &self.0 {
            tools.clear_marks_with_mark_name(BEGUN);
            let _ = tools.mark(BEGUN);
        }
    }

    /// A stage ends here, and the next begins.
    fn done(&mut self, name: &str) {
        if let Some(tools) = &self.0 {
            // One measure a name: an engine that lives long must not hoard them.
            tools.clear_measures_with_measure_name(name);
            // What fails here loses the timing and nothing else.
            let _ = tools.measure_with_start_mark(name, BEGUN);
        }
        self.mark();
    }
}

/// Without this a panic reads "unreachable executed" and nothing else.
fn report_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|info| {
            console::error_1(&JsValue::from_str(&format!("ascribe: {info}")));
        }));
    });
}
