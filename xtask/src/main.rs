//! The commands of the project; each later file is one of them.

fn main() {
    println!("commands: see CONTRIBUTING.md");
}
