//! The file that a newsroom starts from.

/// A `wirelint.toml` that says nothing but what holds anyway, with every key and what it is for. Lines that begin with
/// `#` and a letter or bracket right behind it are keys to turn on; the others with `#` are prose.
pub const STARTER: &str = include_str!("starter.toml");
