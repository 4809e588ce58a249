//! Refuses to build with a model that is none: `include_bytes!` would take any bytes.

#[path = "src/model/layout.rs"]
#[allow(dead_code)]
mod layout;

fn main() {
    let path = "models/tagger.bin";
    println!("cargo::rerun-if-changed={path}");
    println!("cargo::rerun-if-changed=src/model/layout.rs");
    match std::fs::read(path) {
        Ok(bytes) => {
            if let Err(error) = layout::entries(&bytes) {
                println!("cargo::error={path}: {error}");
            }
        }
        Err(error) => println!("cargo::error={path}: {error}"),
    }
}
