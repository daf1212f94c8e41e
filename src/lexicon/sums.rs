//! Sums that forms ask robots to solve.

use super::{Hit, StubKind, Tier};

/// The sum a form asks robots to solve: `1 + 6 =`.
pub(super) fn sum(key: &str) -> Option<Hit> {
    (key.contains('=') && is_sum(key)).then_some(Hit {
        kind: StubKind::Captcha,
        tier: Tier::Word,
        is_exact: true,
        is_brand: false,
    })
}

/// Whether a key is the sum a form asks robots to solve: `1 + 6 =`, or one with a gap to fill in: `+ 6 = seven`.
fn is_sum(key: &str) -> bool {
    let words: Vec<&str> = key.trim_end_matches(['?', ' ']).split(' ').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 6 && word.chars().all(char::is_numeric);
    // Numbers are spelled out to make it harder for robots, but then one number is missing.
    let is_spelled = |word: &&str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let is_operator = |word: &&str| matches!(*word, "+" | "-" | "−" | "×" | "x" | "*");
    let is_shown = |word: &&str| is_number(word) || is_spelled(word);
    match words.as_slice() {
        [a, operator, b, "="] => is_number(a) && is_operator(operator) && is_number(b),
        ["+" | "−" | "×", a, "=", b] | [a, "+" | "-" | "−" | "×", "=", b] => is_shown(a) && is_shown(b),
        ["+" | "−" | "×", "=", a] => is_shown(a),
        _ => false,
    }
}
