//! `wirelint config`: the configuration in force, and where each value comes from.

use std::env;

use serde_json::json;

use super::args::{ConfigArgs, ConfigCommand, GetArgs, SchemaArgs, SchemaName, ShowArgs};
use super::{CLEAN, Context, FAILED, configuration, schema};
use crate::config::{self, Effective, Entry, Origin};
use crate::report::escape::{join, json_on_lines, show, show_path, toml, toml_key};

pub(super) fn run(command: &ConfigCommand, context: &mut Context) -> u8 {
    match command {
        ConfigCommand::Show(args) => show_all(args, context),
        ConfigCommand::Get(args) => get(args, context),
        ConfigCommand::Schema => schema::run(&SchemaArgs { name: SchemaName::Config }, context),
    }
}

fn show_all(args: &ShowArgs, context: &mut Context) -> u8 {
    let Some(effective) = effective(&args.config, context) else { return FAILED };
    context.out.print(&document(&effective, args.origin));
    CLEAN
}

fn get(args: &GetArgs, context: &mut Context) -> u8 {
    let Some(effective) = effective(&args.config, context) else { return FAILED };
    match effective.get(&args.key) {
        Ok((value, origins)) => {
            let value = if args.origin { json!({ "value": value, "origin": places(&origins) }) } else { value };
            context.out.print(join(&[&json_on_lines(&value), &"\n"]).as_str());
            CLEAN
        }
        Err(advice) => {
            context.err.print(&format!("error: {}. {}\n", show(&advice.message), show(&advice.help)));
            FAILED
        }
    }
}

/// What is in force. What is wrong with it is already printed.
fn effective(args: &ConfigArgs, context: &mut Context) -> Option<Effective> {
    let working_dir = match env::current_dir() {
        Ok(working_dir) => working_dir,
        Err(error) => {
            context.err.print(&format!("error: the working directory can't be used: {error}\n"));
            return None;
        }
    };
    let read = configuration::read(args, false, &working_dir);
    let effective = read.and_then(|(file, flags)| config::effective(file.as_ref(), &flags));
    effective.map_err(|error| configuration::refuse(&error, context)).ok()
}

/// Where a value comes from, as one text.
fn places(origins: &[Origin]) -> String {
    origins.iter().map(|origin| show_path(&origin.to_string()).to_string()).collect::<Vec<_>>().join(", ")
}

/// All keys as a TOML document, with where they come from as comments.
fn document(effective: &Effective, with_origin: bool) -> String {
    let lines: Vec<(String, &Entry)> = effective.entries.iter().map(|entry| (line(entry), entry)).collect();
    let width = lines.iter().map(|(line, _)| line.chars().count()).filter(|width| *width <= 60).max().unwrap_or(0);
    let mut text = String::new();
    let mut table = None;
    for (line, entry) in lines {
        if let Some(other) = table_of(entry).filter(|other| Some(*other) != table) {
            table = Some(other);
            text += &format!("\n[[{}]]\n", other.0);
        }
        text += &match &entry.value {
            Some(_) if with_origin => format!("{line:width$}  # {}\n", places(&entry.origins)),
            _ => format!("{line}\n"),
        };
    }
    text
}

/// The table of a list that a key is part of: the name of the list, and the number in it.
fn table_of(entry: &Entry) -> Option<(&str, &str)> {
    match entry.path.as_slice() {
        [list, number, _, ..] if config::LISTS.contains(&list.as_str()) => Some((list, number)),
        _ => None,
    }
}

fn line(entry: &Entry) -> String {
    let path = if table_of(entry).is_some() { entry.path.get(2..) } else { entry.path.get(..) };
    let key: Vec<String> = path.unwrap_or_default().iter().map(|part| toml_key(part).to_string()).collect();
    let key = key.join(".");
    match &entry.value {
        None => format!("# {key} is not set"),
        // As a comment, because the keys of that file are already here.
        Some(value) if key == "extend" => format!("# {key} = {}", toml(value)),
        Some(value) => format!("{key} = {}", toml(value)),
    }
}
