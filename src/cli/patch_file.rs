//! The file that `--patch` names: the exact patch of a run, written as a whole at its end.

use std::path::{Path, PathBuf};

use super::allowances::Allowances;
use super::documents::{self, Documents};
use super::run::Run;
use crate::files::{self, Disk};
use crate::report::{Problem, ProblemKind};

/// A patch that goes to a file.
pub(super) struct PatchFile {
    /// The file, as it was named.
    name: String,
    /// The file, without links.
    path: PathBuf,
    text: String,
}

impl PatchFile {
    /// Begins the patch for the file at `named`.
    ///
    /// # Errors
    /// If nothing can be written there, if a report is, or if it is a file that the run reads.
    pub(super) fn begin(
        named: &Path,
        run: &Run,
        allowances: &Allowances,
        documents: &Documents,
    ) -> Result<Self, Problem> {
        let name = named.to_string_lossy().into_owned();
        let refuse = |why: &str| Problem {
            path: None,
            kind: ProblemKind::Usage,
            message: format!("the patch can't be written to `{name}`: {why}"),
        };
        if name == "-" {
            return Err(refuse("that is stdout, for which --diff is"));
        }
        let path = files::destination(named).map_err(|reason| refuse(&reason))?;
        if documents.files.iter().any(|document| document.path == path) {
            return Err(refuse("a report is written there"));
        }
        if documents::is_read(&path, run, allowances) {
            return Err(refuse("this run reads it; choose a file that is not checked"));
        }
        Ok(Self { name, path, text: String::new() })
    }

    /// Adds the patch of one more file.
    pub(super) fn add(&mut self, patch: &str) {
        self.text.push_str(patch);
    }

    /// Writes the patch, an empty one too, so that no older one is taken for it. Returns what went wrong.
    pub(super) fn end(self, disk: &dyn Disk) -> Option<Problem> {
        let problem = files::write(disk, &self.path, &self.name, &self.text).err()?;
        let reason = problem.message.strip_prefix("the report ").unwrap_or(&problem.message);
        Some(Problem { message: format!("the patch {reason}"), ..problem })
    }
}
