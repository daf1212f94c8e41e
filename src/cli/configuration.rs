//! Where the configuration of a command comes from: the nearest file, or the one that is named, and the options.

use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Utc};

use super::Context;
use super::args::ConfigArgs;
use crate::config::{self, ConfigError, ConfigFile, Flags};
use crate::report::escape::{join, show};
use crate::report::{self, Problem, ProblemKind};
use crate::source::Source;

/// The configuration file of a command in this directory, if there is one, and what its options say. Of `untrusted`
/// files only a configuration that is named counts.
///
/// # Errors
/// If the file cannot be read or makes no sense.
pub(super) fn read(
    args: &ConfigArgs,
    untrusted: bool,
    working_dir: &Path,
) -> Result<(Option<ConfigFile>, Flags), ConfigError> {
    let path = match &args.config {
        _ if args.isolated => None,
        None if untrusted => None,
        Some(path) => Some(path.clone()),
        // Named as people would name it, for messages that point into it.
        None => config::find(working_dir).map(|path| match path.strip_prefix(working_dir) {
            Ok(below) => below.to_owned(),
            Err(_) => path,
        }),
    };
    let file = path.as_deref().map(ConfigFile::read).transpose()?;
    let flags = Flags {
        select: args.select.clone(),
        extend_select: args.extend_select.clone(),
        ignore: args.ignore.clone(),
        fixable: args.fixable.clone(),
        unfixable: args.unfixable.clone(),
        severity: args.severity.clone(),
        fail_on: args.fail_on,
        profile: args.profile.clone(),
        now: Some(args.now.unwrap_or_else(|| DateTime::<Utc>::from(SystemTime::now()))),
        working_dir: working_dir.to_owned(),
    };
    Ok((file, flags))
}

/// Says what is wrong with the configuration, and returns it for the report.
pub(super) fn refuse(error: &ConfigError, context: &mut Context) -> Problem {
    let text = match error.as_diagnostic() {
        Some((name, source, diagnostic)) => {
            report::render_in_text(name, &Source::new(name, source), diagnostic, context.err_style)
        }
        None => join(&[&"error: ", &show(&error.to_string()), &"\n"]),
    };
    context.err.print(text.as_str());
    Problem { path: None, kind: ProblemKind::Configuration, message: error.to_string() }
}
