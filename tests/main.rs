//! All integration tests, in one binary.

mod architecture;
mod cli;
mod commands;
mod diff;
mod fixtures;
mod properties;
mod rules;
mod schemas;
mod seed;
mod support;
mod writing;
