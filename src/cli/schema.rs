//! `wirelint schema`: the JSON Schemas of what wirelint reads and writes.

use super::args::{SchemaArgs, SchemaName};
use super::{CLEAN, Context};
use crate::{baseline, config, record, report};

pub(super) fn run(args: &SchemaArgs, context: &mut Context) -> u8 {
    let schema = match args.name {
        SchemaName::Report => report::schema(),
        SchemaName::Article => record::article::schema(),
        SchemaName::Config => config::schema(),
        SchemaName::Baseline => baseline::schema(),
    };
    context.out.print(&(serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"));
    CLEAN
}
