//! What fuzzing tries, and how it makes its inputs. `cargo test` in the directory above tries the same on stable Rust:
//! its `tests/fuzzing.rs` takes these modules by their path.

pub mod libfuzzer;
pub mod mutation;
pub mod properties;
pub mod seeds;
mod support;
pub mod vocabulary;
