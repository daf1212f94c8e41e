//! What the tests of wirelint have, under the names it has there.

#[path = "../../tests/support/hostile.rs"]
pub(crate) mod hostile;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/support/pages.rs"]
pub(crate) mod pages;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/support/runner.rs"]
pub(crate) mod runner;
