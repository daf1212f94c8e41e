//! All integration tests, in one binary.

mod allowances;
mod architecture;
mod batches;
mod cases;
mod cli;
mod commands;
mod configuration;
mod consumers;
mod diff;
mod docs;
mod fixtures;
mod hostile;
mod leftovers;
mod outputs;
mod profiles;
mod properties;
mod rules;
mod schemas;
mod seed;
mod selection;
mod settling;
mod shells;
mod support;
mod writing;
