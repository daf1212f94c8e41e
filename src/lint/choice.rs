//! Which repairs are made in one pass, and which wait for what it makes of the text.

use super::{Checked, Recognition, Settings, legible};
use crate::diagnostic::Diagnostic;
use crate::fix::{Effect, Fix, Safety, select};
use crate::rules::{self, Group};
use crate::source::Source;

/// The findings of `source` whose repairs are made together, each with its repair: at least as safe as `safety`, not
/// spared, and none that meets another one. The settings are those the text was checked with.
pub fn choose<'c>(
    source: &Source,
    checked: &'c Checked,
    settings: &Settings,
    safety: Safety,
    is_spared: impl Fn(&Diagnostic) -> bool,
) -> Vec<(&'c Diagnostic, &'c Fix)> {
    let repairable: Vec<(&Diagnostic, &Fix)> = checked
        .diagnostics
        .iter()
        .filter_map(|finding| finding.fix.as_ref().map(|fix| (finding, fix)))
        .filter(|(finding, fix)| fix.safety >= safety && !is_spared(finding))
        .collect();
    let fixes: Vec<&Fix> = repairable.iter().map(|(_, fix)| *fix).collect();
    let mut chosen: Vec<_> = select(&fixes).into_iter().map(|index| repairable[index]).collect();
    let is_to_be_recognised = matches!(settings.recognition, Recognition::AnyOf(_));
    if is_to_be_recognised && chosen.iter().any(|(finding, _)| is_of_characters(finding)) {
        // Once they are legible, the header may turn out to be another wire's.
        chosen.retain(|(finding, _)| is_of_characters(finding));
    }
    let writes = chosen.iter().any(|(_, fix)| legible::writes_characters(fix.effect));
    let has_to_wait = |(_, fix): &(&Diagnostic, &Fix)| goes_by_role(fix.effect);
    if writes && chosen.iter().any(has_to_wait) && legible::hides_roles(source, &checked.article, settings, safety) {
        // Below a headline that turns out to be none, every line has another role.
        chosen.retain(|one| !has_to_wait(one));
    }
    chosen
}

/// Whether a repair only puts characters right.
pub(super) fn is_of_characters(finding: &Diagnostic) -> bool {
    rules::find(finding.rule).is_some_and(|rule| rule.group == Group::Characters)
}

/// Whether a repair depends on what its line is for.
fn goes_by_role(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::RespellsHeader
            | Effect::CutsLeftovers
            | Effect::RemovesRepeat
            | Effect::RemovesLeftovers
            | Effect::RemovesLines
    )
}
