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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::lint::check;
    use crate::profile::Profile;

    /// The rules whose repairs of an article with these lines are made together.
    fn chosen(lines: &[&str], settings: &Settings, safety: Safety) -> Vec<&'static str> {
        chosen_sparing("tab", lines, settings, safety)
    }

    fn chosen_sparing(rule: &str, lines: &[&str], settings: &Settings, safety: Safety) -> Vec<&'static str> {
        let header = ["News ID : 401", "Publish Date : 5/3/2024 9:30:00 AM"];
        let text: String = header.iter().chain(lines).flat_map(|line| [*line, "\n"]).collect();
        let source = Source::new("t", &text);
        let checked = check(&source, settings);
        let chosen = choose(&source, &checked, settings, safety, |finding| finding.rule == rule);
        chosen.iter().map(|(finding, _)| finding.rule).collect()
    }

    const HEADLINE: &str = "Harbour reopens after storm";

    #[test]
    fn repairs_that_do_not_meet_are_made_together_but_for_spared_and_unsafe_ones() {
        let lines = [HEADLINE, "", "The  harbour reopened\u{200b} on\tFriday ,", "", "as caf&eacute;s did."];
        let settings = Settings::default();
        let safe = ["double-space", "invisible-character", "html-entity"];
        assert_eq!(chosen(&lines, &settings, Safety::Safe), safe);
        let all = ["double-space", "invisible-character", "space-before-punctuation", "html-entity"];
        assert_eq!(chosen(&lines, &settings, Safety::Unsafe), all);
    }

    #[test]
    fn a_wire_that_is_to_be_recognised_is_made_legible_first() {
        let own = Arc::new(Profile::default());
        let to_be_recognised =
            Settings { recognition: Recognition::AnyOf([own].into_iter().collect()), ..Settings::default() };
        let lines = [HEADLINE, "", "The  harbour reopened\u{200b} on Friday."];
        assert_eq!(chosen(&lines, &to_be_recognised, Safety::Safe), ["invisible-character"]);
        let legible = [HEADLINE, "", "The  harbour reopened on Friday. "];
        assert_eq!(chosen(&legible, &to_be_recognised, Safety::Safe), ["double-space", "trailing-whitespace"]);
    }

    #[test]
    fn lines_go_only_once_characters_that_decide_what_they_are_have_been_written() {
        let story = ["The harbour reopened on Friday.", "", "Ferries sail again."];
        let article = |first: &[&'static str], last: &str| {
            let lines = [first, &story[..], &["", "", last]].concat();
            chosen(&lines, &Settings::default(), Safety::Unsafe)
        };
        let stub = "first name & last name";
        assert!(article(&[HEADLINE, ""], stub).contains(&"form-stub"));
        // Once it is written, the character is none that makes a headline.
        let hidden = article(&["&shy;", "", HEADLINE, ""], stub);
        assert!(hidden.contains(&"html-entity") && !hidden.contains(&"form-stub"), "{hidden:?}");
        let lines = [&["&shy;", "", HEADLINE, ""], &story[..], &["", "", stub]].concat();
        let sparing = chosen_sparing("html-entity", &lines, &Settings::default(), Safety::Unsafe);
        assert!(sparing.contains(&"form-stub"), "what stays as it is keeps nothing waiting: {sparing:?}");
        let open = article(&["Caf&eacute;s reopen", ""], stub);
        assert!(open.contains(&"html-entity") && open.contains(&"form-stub"), "{open:?}");
    }
}
