//! `wirelint init`: a commented configuration to start from.

use std::io;

use super::args::InitArgs;
use super::{CLEAN, Context, FAILED, Verbosity};
use crate::config::{FILE_NAME, STARTER};
use crate::files;
use crate::report::escape::show_path;

pub(super) fn run(args: &InitArgs, context: &mut Context) -> u8 {
    let path = if args.path.is_dir() { args.path.join(FILE_NAME) } else { args.path.clone() };
    let path = path.strip_prefix(".").unwrap_or(&path);
    let shown = path.to_string_lossy();
    let shown = show_path(&shown);
    match files::create(path, STARTER) {
        Ok(()) => {
            if context.verbosity > Verbosity::Quiet {
                context.err.print(&format!("{shown}: written; every key in it is explained there\n"));
            }
            CLEAN
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let what = "there is one already, and it is left as it is; remove it first to start anew";
            context.err.print(&format!("error: {shown}: {what}\n"));
            FAILED
        }
        Err(error) => {
            context.err.print(&format!("error: {shown}: it can't be written: {error}\n"));
            FAILED
        }
    }
}
