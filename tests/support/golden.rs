//! Files that hold, byte for byte, what is expected; `UPDATE=1 cargo test` writes them anew.

use std::path::{Path, PathBuf};
use std::{env, fs};

use similar::TextDiff;

/// The directory of the crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Comparisons with goldens, and what differed so far.
#[derive(Default)]
pub(crate) struct Goldens {
    differences: Vec<String>,
}

impl Goldens {
    /// Whether goldens are written instead of compared.
    pub(crate) fn are_updated() -> bool {
        env::var_os("UPDATE").is_some_and(|value| value == "1")
    }

    /// Compares what came out with the file at `path`; `None` if there should be no such file.
    pub(crate) fn compare(&mut self, path: &Path, actual: Option<&[u8]>) {
        let expected = fs::read(path).ok();
        if expected.as_deref() == actual {
            return;
        }
        if Self::are_updated() {
            match actual {
                Some(bytes) => fs::write(path, bytes).expect("a golden can be written"),
                None => fs::remove_file(path).expect("a golden can be removed"),
            }
            return;
        }
        let name: PathBuf = path.strip_prefix(root()).unwrap_or(path).to_owned();
        let (old, new) = (expected.as_deref().unwrap_or_default(), actual.unwrap_or_default());
        let note = match (&expected, actual) {
            (None, _) => " (there is no such file)",
            (_, None) => " (there should be no such file)",
            _ => "",
        };
        self.differences.push(format!("{}{note}\n{}", name.display(), difference(old, new)));
    }

    /// Fails if anything differed.
    #[track_caller]
    pub(crate) fn finish(self) {
        let count = self.differences.len();
        let all = self.differences.join("\n");
        assert!(count == 0, "{count} goldens differ; if that is right, run UPDATE=1 cargo test\n\n{all}");
    }
}

/// The difference of two contents, with everything invisible written out.
fn difference(old: &[u8], new: &[u8]) -> String {
    let lines = |bytes: &[u8]| -> Vec<String> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.split_inclusive('\n').map(|line| format!("{}\n", line.escape_debug())).collect()
    };
    let (old, new) = (lines(old).concat(), lines(new).concat());
    TextDiff::from_lines(&old, &new).unified_diff().context_radius(2).header("expected", "actual").to_string()
}

/// `actual` is what the golden at `path` (relative to the crate) holds.
#[track_caller]
pub(crate) fn assert_golden(path: &str, actual: &str) {
    let mut goldens = Goldens::default();
    goldens.compare(&root().join(path), Some(actual.as_bytes()));
    goldens.finish();
}
