//! Writes the first inputs of a kind (`articles`, `configurations`, `reports`) into a directory.

use std::path::Path;
use std::{env, fs};

use wirelint_fuzz::seeds;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [kind, into] = arguments.as_slice() else { panic!("usage: seed KIND DIRECTORY") };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let inputs = match kind.as_str() {
        "articles" => seeds::articles(&root),
        "configurations" => seeds::configurations(&root),
        "reports" => seeds::reports(&root),
        other => panic!("{other} is no kind of input"),
    };
    fs::create_dir_all(into)?;
    for (number, input) in inputs.iter().enumerate() {
        fs::write(Path::new(into).join(format!("seed-{number:04}")), input)?;
    }
    Ok(())
}
