//! `wirelint init`: a commented configuration to start from.

use super::args::InitArgs;
use super::{CLEAN, Context, FAILED, Verbosity, summary};
use crate::config::{FILE_NAME, STARTER};
use crate::files::{self, Target};
use crate::report::escape::show_path;

pub(super) fn run(args: &InitArgs, context: &mut Context) -> u8 {
    let path = if args.path.is_dir() { args.path.join(FILE_NAME) } else { args.path.clone() };
    let path = path.strip_prefix(".").unwrap_or(&path);
    let target = Target::new(path.to_string_lossy().into_owned(), path.to_owned());
    match files::create(context.disk, &target, STARTER) {
        Ok(()) => {
            if context.verbosity > Verbosity::Quiet {
                let shown = show_path(&target.shown);
                context.err.print(&format!("{shown}: written; every key in it is explained there\n"));
            }
            CLEAN
        }
        Err(problem) => {
            summary::problem(&problem, context);
            FAILED
        }
    }
}
