//! Work whose panic is a problem that is reported like any other, so that one article never ends a run.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::report::{Problem, ProblemKind};

thread_local! {
    /// Whether a panic of this thread is caught and put into words by this module.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` on the file that reports call `shown`; `None` if it is about the run. A panic in it is a problem of that
/// file alone.
pub(super) fn guarded<T>(shown: Option<&str>, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    silence();
    let was_caught = IS_CAUGHT.replace(true);
    // What the work had in hand is dropped with it: nobody else sees anything half done.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(was_caught);
    done.unwrap_or_else(|payload| {
        let what = if shown.is_some() { "gave up on this file, which is left as it was" } else { "gave up" };
        let message = format!(
            "wirelint has a fault and {what}: {}; please report it, with the file if you may share it",
            reason(payload.as_ref())
        );
        Err(Problem { path: shown.map(str::to_owned), kind: ProblemKind::Internal, message })
    })
}

/// Keeps the standard library from printing panics that are caught here; others are printed as ever.
fn silence() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_CAUGHT.get() {
                print(panic);
            }
        }));
    });
}

fn reason(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason is known")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_problem_of_its_file() {
        let problem = guarded::<()>(Some("a.txt"), || panic!("byte {}", 7)).expect_err("a problem");
        assert_eq!((problem.path.as_deref(), problem.kind), (Some("a.txt"), ProblemKind::Internal));
        assert!(problem.message.contains("byte 7; please report it"), "{}", problem.message);
        assert!(problem.message.contains("left as it was"), "{}", problem.message);
        let problem = guarded::<()>(None, || panic::panic_any(7)).expect_err("a problem");
        assert_eq!(problem.path, None);
        assert!(problem.message.contains("no reason is known"), "{}", problem.message);
    }

    #[test]
    fn work_without_a_panic_is_not_touched() {
        assert_eq!(guarded(Some("a.txt"), || Ok(7)), Ok(7));
        let nested = guarded(None, || {
            let inner = guarded::<()>(Some("a.txt"), || panic!("inner"));
            Ok(inner.is_err() && IS_CAUGHT.get())
        });
        assert_eq!((nested, IS_CAUGHT.get()), (Ok(true), false));
    }
}
