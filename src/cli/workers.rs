//! Articles are read and worked on here, several at a time, while what came out of those before is taken in.

use std::path::Path;
use std::sync::{Arc, mpsc};

use rayon::prelude::*;

use super::guarded::guarded;
use crate::config::Config;
use crate::files::{self, Disk, Original, Reader, Target};
use crate::report::Problem;

/// How many files are worked on before what came out of them is taken in.
const BATCH: usize = 512;

/// An article as it was read.
pub(super) struct Article<'r> {
    /// How it is called in reports.
    pub(super) shown: &'r str,
    /// Its text.
    pub(super) text: &'r str,
    /// Where it lies, as an absolute path; `None` for standard input unless it is given a name.
    pub(super) path: Option<&'r Path>,
    /// Where it is written back to; `None` for standard input.
    pub(super) target: Option<&'r Target>,
    /// The file as it was read; `None` for standard input.
    pub(super) original: Option<&'r Original>,
    /// Its place among the articles of the run, which are sorted by path.
    pub(super) place: usize,
}

/// What is needed to work on articles.
pub(super) struct Workers<'d> {
    pub(super) config: Arc<Config>,
    pub(super) disk: &'d dyn Disk,
    /// Larger files, in bytes, are not read.
    pub(super) max_bytes: u64,
}

impl<'d> Workers<'d> {
    /// Works on the file that is at `place` among the articles of the run.
    pub(super) fn one<T>(
        &self,
        target: &Target,
        place: usize,
        work: impl FnOnce(&Config, &Article) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.with(&mut self.reader(), target, place, work)
    }

    /// Works on files, a batch at a time. `take` gets what came out of each batch, in the order of the files, while the
    /// next one is worked on.
    pub(super) fn each_batch<T: Send>(
        &self,
        targets: &[Target],
        work: &(impl Fn(&Config, &Article) -> Result<T, Problem> + Sync),
        mut take: impl FnMut(Vec<Result<T, Problem>>),
    ) {
        // Starting threads costs more than one article.
        if let [only] = targets {
            return take(vec![self.one(only, 0, work)]);
        }
        rayon::in_place_scope(|scope| {
            let mut batches = targets.chunks(BATCH).enumerate();
            let mut begin = || {
                let (number, batch) = batches.next()?;
                let (done, receiver) = mpsc::channel();
                // Nobody waits for it any more only if taking in what came before has panicked.
                scope.spawn(move |_| _ = done.send(self.batch(batch, number * BATCH, work)));
                Some(receiver)
            };
            let mut ahead = begin();
            while let Some(done) = ahead.and_then(|receiver| receiver.recv().ok()) {
                ahead = begin();
                take(done);
            }
        });
    }

    /// Works on a few files at once; `first` is the place of the first.
    fn batch<T: Send>(
        &self,
        batch: &[Target],
        first: usize,
        work: &(impl Fn(&Config, &Article) -> Result<T, Problem> + Sync),
    ) -> Vec<Result<T, Problem>> {
        let one = |reader: &mut Reader, (index, target)| self.with(reader, target, first + index, work);
        batch.par_iter().enumerate().map_init(|| self.reader(), one).collect()
    }

    fn with<T>(
        &self,
        reader: &mut Reader,
        target: &Target,
        place: usize,
        work: impl FnOnce(&Config, &Article) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        guarded(Some(&target.shown), || {
            let original = reader.read(target)?;
            let text = files::decode(&target.shown, &original.bytes, self.max_bytes)?;
            let (shown, path) = (&target.shown, Some(target.path.as_path()));
            let article = Article { shown, text, path, target: Some(target), original: Some(&original), place };
            work(&self.config, &article)
        })
    }

    fn reader(&self) -> Reader<'d> {
        Reader::new(self.disk, self.max_bytes)
    }
}
