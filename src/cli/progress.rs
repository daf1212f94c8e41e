//! A bar on a terminal's stderr for runs that take longer than a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs shorter than this need no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a run has come.
pub(super) struct Progress {
    /// When it began; `None` if nobody looks at stderr.
    began: Option<Instant>,
    total: u64,
    done: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// `is_watched`: whether a person reads stderr as it comes, and wants more than silence.
    pub(super) fn new(total: usize, is_watched: bool) -> Self {
        Self { began: is_watched.then(Instant::now), total: total as u64, done: 0, bar: None }
    }

    /// Counts files that are done.
    pub(super) fn advance(&mut self, files: usize) {
        self.done += files as u64;
        if self.bar.is_none() && self.began.is_some_and(|began| began.elapsed() > PATIENCE) && self.done < self.total {
            let style = ProgressStyle::with_template("{wide_bar} {pos} of {len} files");
            let bar = ProgressBar::with_draw_target(Some(self.total), ProgressDrawTarget::stderr());
            self.bar = Some(match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            });
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Does something that prints, with the bar out of the way.
    pub(super) fn without_bar(&self, prints: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(prints),
            None => prints(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
