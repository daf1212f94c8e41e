//! What holds for every input, one property a file. Each is a function over bytes that panics if it does not hold.

pub mod canonical;
pub mod config_any;
pub mod diff_apply;
pub mod fix_clears;
pub mod fix_idempotent;
pub mod fix_spans;
pub mod inputs;
pub mod lint_any;
pub mod passes;
pub mod render_any;
pub mod roundtrip;
