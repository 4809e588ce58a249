//! Refuses to build with a model that is none, or that has other entries or shapes than the engine
//! reads: `include_bytes!` would take any bytes, and nothing would be marked.
//!
//! Reads it with the engine's own reader, so that the two cannot differ.

/// The part of the engine that reads a model.
#[path = "src/model"]
#[expect(dead_code, reason = "what computes with a model is not called here")]
mod model {
    pub mod judge_weights;
    pub mod kernel;
    pub mod layout;
    pub mod parts;
    pub mod reader;
    pub mod shape;
    pub mod weights;
}

use model::{judge_weights::Judge, layout::LayoutError, weights::Weights};

fn main() {
    println!("cargo::rerun-if-changed=src/model");
    let read = |path: &str| {
        println!("cargo::rerun-if-changed={path}");
        std::fs::read(path).unwrap_or_else(|error| {
            println!("cargo::error={path}: {error}");
            Vec::new()
        })
    };
    let refuse = |path: &str, error: LayoutError| println!("cargo::error={path}: {error}");
    match Weights::read(&read("models/tagger.bin")) {
        Ok(weights) => {
            for path in ["models/judge.bin", "models/judge-2.bin"] {
                if let Err(error) = Judge::read(&read(path), &weights) {
                    refuse(path, error);
                }
            }
        }
        Err(error) => refuse("models/tagger.bin", error),
    }
    // The shape of these is the features', which a test compares.
    for path in ["models/actors.bin", "models/aims.bin", "models/replies.bin"] {
        if let Err(error) = model::layout::entries(&read(path)) {
            refuse(path, error);
        }
    }
}
