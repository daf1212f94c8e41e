//! `wirelint man`: the manual pages, made from the same definitions as `--help`.

use std::io;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::{Args, EXIT_CODES, ManArgs};
use super::summary::count;
use super::{CLEAN, Context, FAILED, Verbosity};
use crate::files;
use crate::report::escape::{show, show_path};

/// A manual page.
struct Page {
    /// Its name as a file: `wirelint-check.1`.
    file_name: String,
    /// In the language of man, roff.
    text: Vec<u8>,
}

pub(super) fn run(args: &ManArgs, context: &mut Context) -> u8 {
    match print(args, context) {
        Ok(()) => CLEAN,
        Err(message) => {
            context.err.print(&format!("error: {message}\n"));
            FAILED
        }
    }
}

fn print(args: &ManArgs, context: &mut Context) -> Result<(), String> {
    // Without `help`, whose pages would be copies.
    let mut root = Args::command().disable_help_subcommand(true);
    root.build();
    let made = |error: io::Error| format!("the manual page could not be made: {error}");
    let Some(dir) = &args.out_dir else {
        context.out.print_bytes(&page(&root).map_err(made)?.text);
        return Ok(());
    };
    let mut pages = Vec::new();
    collect(&root, &mut pages).map_err(made)?;
    for page in &pages {
        files::overwrite(context.disk, &dir.join(&page.file_name), &page.text).map_err(|problem| {
            let path = problem.path.unwrap_or_default();
            format!("{}: {}", show_path(&path), show(&problem.message))
        })?;
    }
    if context.verbosity >= Verbosity::Normal {
        let dir = dir.to_string_lossy();
        context.err.print(&format!("{} written to {}\n", count(pages.len(), "page"), show_path(&dir)));
    }
    Ok(())
}

/// The pages of `command` and of everything below it.
fn collect(command: &Command, pages: &mut Vec<Page>) -> io::Result<()> {
    pages.push(page(command)?);
    command.get_subcommands().try_for_each(|below| collect(below, pages))
}

fn page(command: &Command) -> io::Result<Page> {
    let man = Man::new(command.clone());
    let name = command.get_display_name().unwrap_or_else(|| command.get_name());
    // Not by `render_title`, which drops the empty date and so takes the version for it.
    let title = format!(".TH \"{name}\" 1 \"\" \"wirelint {}\" \"wirelint manual\"\n", env!("CARGO_PKG_VERSION"));
    let mut text = title.into_bytes();
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }
    if command.get_after_help().is_some() {
        exit_status().to_writer(&mut text)?;
    }
    see_also(command).to_writer(&mut text)?;
    Ok(Page { file_name: man.get_filename(), text })
}

/// The table of exit codes as `--help` has it, in the section where man has it.
fn exit_status() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["EXIT STATUS"]);
    for (code, meaning) in EXIT_CODES.lines().filter_map(|line| line.trim_start().split_once("  ")) {
        section.control("TP", []).text([bold(code)]).text([roman(meaning)]);
    }
    section
}

fn see_also(command: &Command) -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["SEE ALSO"]);
    let page = |name: &str| [bold(name), roman("(1)")];
    if command.has_subcommands() {
        for below in command.get_subcommands() {
            section.text(page(below.get_display_name().unwrap_or_default()));
        }
    } else {
        section.text(page("wirelint"));
    }
    section
}
