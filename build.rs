//! Builds the embedded snapshot from the register, and static tables from the texts in
//! `assets`. Of `src` it takes the description of the tables and nothing else.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

#[path = "build/actions.rs"]
mod actions;
#[path = "build/cards.rs"]
mod cards;
#[path = "build/lessons.rs"]
mod lessons;
#[path = "build/register.rs"]
mod register;
#[path = "src/snapshot/schema.rs"]
#[allow(dead_code)] // The program uses the rest.
mod schema;
#[path = "build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        "assets",
        "data",
        "src/snapshot/schema.rs",
        "src/snapshot/schema",
        "build.rs",
        "build",
    ] {
        println!("cargo:rerun-if-changed={path}");
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("snapshot.sqlite"), register::build(Path::new("data"))?)?;
    fs::write(
        out.join("actions.rs"),
        actions::build(Path::new("assets/keys.toml"))?,
    )?;
    fs::write(out.join("cards.rs"), cards::build(Path::new("assets"))?)?;
    fs::write(
        out.join("lessons.rs"),
        lessons::build(Path::new("assets/lessons"))?,
    )?;
    fs::write(out.join("words.rs"), words::build(Path::new("assets/lang"))?)?;
    Ok(())
}
