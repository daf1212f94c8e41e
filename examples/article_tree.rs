//! Writes a tree of articles for measuring: `cargo run --release --example article_tree -- DIRECTORY COUNT [clean]`.
//! Three in ten have faults, unless they are to be clean; `DIRECTORY.truth.tsv` says which.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

#[path = "../benches/articles/mod.rs"]
mod articles;

/// Articles in a directory.
const IN_A_DIRECTORY: usize = 100;

fn main() -> io::Result<()> {
    let usage = || io::Error::new(io::ErrorKind::InvalidInput, "usage: article_tree DIRECTORY COUNT [clean]");
    let mut args = env::args().skip(1);
    let root = PathBuf::from(args.next().ok_or_else(usage)?);
    let count: usize = args.next().and_then(|count| count.parse().ok()).ok_or_else(usage)?;
    let is_clean = match args.next().as_deref() {
        None => false,
        Some("clean") => true,
        Some(_) => return Err(usage()),
    };
    let maker = articles::Maker::new();
    let mut truth = String::from("file\tlanguage\tdefects\n");
    for number in 0..count {
        let made = if is_clean { maker.clean(number) } else { maker.mixed(number) };
        let name = format!("{:04}/{number:06}.txt", number / IN_A_DIRECTORY);
        let path = root.join(&name);
        if number % IN_A_DIRECTORY == 0 {
            fs::create_dir_all(path.parent().unwrap_or(&root))?;
        }
        fs::write(path, made.text)?;
        let _ = writeln!(truth, "{name}\t{}\t{}", made.language, made.defects.join("; "));
    }
    fs::write(root.with_extension("truth.tsv"), truth)
}
