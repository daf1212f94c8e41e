//! Repairs settle, and a second time changes nothing.

use wirelint::fix::Safety;
use wirelint::lint;
use wirelint::source::Source;

use super::inputs::Input;
use super::passes::passes;

/// `fix(fix(x)) = fix(x)`, without a refusal.
pub fn hold(bytes: &[u8]) {
    let Input { settings, text } = Input::of(bytes);
    for safety in [Safety::Safe, Safety::Unsafe] {
        let once = lint::fix(&Source::new("input", &text), settings, safety);
        let once = once.unwrap_or_else(|refused| panic!("{refused}: {text:?}"));
        assert_eq!(once.applied.is_empty(), once.text == text, "{text:?}");
        let twice = lint::fix(&Source::new("input", &once.text), settings, safety);
        let twice = twice.unwrap_or_else(|refused| panic!("a second time, {refused}: {text:?}"));
        assert_eq!(twice.text, once.text, "{text:?}");
        assert_eq!(twice.applied, [], "{text:?}");
        assert_eq!(twice.left, once.left, "{text:?}");
    }
}

/// How many passes the repairs of an input take.
pub fn rounds(bytes: &[u8]) -> usize {
    let Input { settings, text } = Input::of(bytes);
    [Safety::Safe, Safety::Unsafe]
        .map(|safety| passes(&text, settings, safety).len())
        .into_iter()
        .max()
        .unwrap_or_default()
}
