//! A stream that is written to until its reader goes away, and that remembers when something else went wrong.

use std::io::{self, Write};

/// Where a command prints.
pub(super) struct Output<'a> {
    stream: &'a mut dyn Write,
    state: State,
}

enum State {
    Open,
    /// The reader went away. That is its right; what is not read is not missed.
    Closed,
    Failed(io::ErrorKind),
}

impl<'a> Output<'a> {
    pub(super) fn new(stream: &'a mut dyn Write) -> Self {
        Self { stream, state: State::Open }
    }

    /// Prints `text`, as long as anybody reads.
    pub(super) fn print(&mut self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// Prints `bytes`, as long as anybody reads.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Open) {
            let result = self.stream.write_all(bytes);
            self.remember(result);
        }
    }

    /// Sends what is still buffered on its way. Returns what went wrong, a reader that went away aside.
    pub(super) fn finish(&mut self) -> Option<io::ErrorKind> {
        if matches!(self.state, State::Open) {
            let result = self.stream.flush();
            self.remember(result);
        }
        match self.state {
            State::Failed(kind) => Some(kind),
            _ => None,
        }
    }

    fn remember(&mut self, result: io::Result<()>) {
        self.state = match result {
            Ok(()) => return,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => State::Closed,
            Err(error) => State::Failed(error.kind()),
        };
    }
}
