//! Refuses to build with a model that is none, or that has other entries or shapes than the engine
//! reads: `include_bytes!` would take any bytes, and nothing would be marked.
//!
//! Reads it with the engine's own reader, so that the two cannot differ.

/// The part of the engine that reads a model.
#[path = "src/model"]
#[expect(dead_code, reason = "what computes with a model is not called here")]
mod model {
    pub mod kernel;
    pub mod layout;
    pub mod shape;
    pub mod weights;
}

fn main() {
    let path = "models/tagger.bin";
    println!("cargo::rerun-if-changed={path}");
    println!("cargo::rerun-if-changed=src/model");
    match std::fs::read(path) {
        Ok(bytes) => {
            if let Err(error) = model::weights::Weights::read(&bytes) {
                println!("cargo::error={path}: {error}");
            }
        }
        Err(error) => println!("cargo::error={path}: {error}"),
    }
}
