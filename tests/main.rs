//! All integration tests, in one binary.

mod architecture;
mod cases;
mod cli;
mod commands;
mod consumers;
mod diff;
mod docs;
mod fixtures;
mod hostile;
mod outputs;
mod properties;
mod rules;
mod schemas;
mod seed;
mod settling;
mod support;
mod writing;
