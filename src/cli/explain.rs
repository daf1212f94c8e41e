//! `wirelint explain`: the documentation page of a rule.

use super::args::ExplainArgs;
use super::{CLEAN, Context, FAILED};
use crate::config::suggest;
use crate::report::escape::show;
use crate::rules::{self, RULES};

pub(super) fn run(args: &ExplainArgs, context: &mut Context) -> u8 {
    if let Some(rule) = rules::find(&args.rule) {
        context.out.print(rule.docs);
        return CLEAN;
    }
    let hint = match suggest::nearest(&args.rule, RULES.iter().map(|rule| rule.name)) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "`wirelint rules` lists them all".to_owned(),
    };
    context.err.print(&format!("error: there is no rule `{}`; {hint}\n", show(&args.rule)));
    FAILED
}
