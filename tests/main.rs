//! All integration tests, in one binary.

mod cases;
mod rules;
mod settling;
mod support;
