//! The form in which a line and a phrase are compared: what varies from page to page is folded or left out.

use unicode_normalization::UnicodeNormalization;

use crate::chars;
use crate::keys::fold_letter;

/// The key of a phrase or line: compatibility forms, case and keyboard variants folded, joiners and vowel marks left
/// out, blanks single; then a counter, a `(required)` and the marks at the end are taken off.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.nfkc().filter_map(fold_letter).flat_map(char::to_lowercase).filter_map(fold_letter) {
        if chars::is_blank(c) || c.is_control() {
            if !key.is_empty() && !key.ends_with(' ') {
                key.push(' ');
            }
        } else {
            key.push(match c {
                '’' | '‘' => '\'',
                other => other,
            });
        }
    }
    strip_around(&key).to_owned()
}

/// Marks that pages print before a label or phrase.
pub(super) const ORNAMENTS: [char; 7] = ['•', '*', '-', '–', '·', '»', '►'];

/// Takes off what pages add around a label: `12 Comments`, `Comments (3)`, `Name *`, `Email (required):`.
fn strip_around(key: &str) -> &str {
    let mut key = key.trim_start_matches(|c| c == ' ' || ORNAMENTS.contains(&c));
    loop {
        let before = key.len();
        key = key.trim_end_matches([' ', '*', ':', '…', '.', '!', '→', '»', '•']);
        for mark in ["(required)", "(mandatory)", "(will not be published)", "(الزامی)", "[required]"] {
            key = key.strip_suffix(mark).unwrap_or(key);
        }
        key = strip_counter(key);
        if key.len() == before {
            return key;
        }
    }
}

fn strip_counter(key: &str) -> &str {
    if let Some(open) = key.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
        let inside = key.get(open + 1..key.len() - 1).unwrap_or_default();
        if !inside.is_empty() && inside.chars().all(char::is_numeric) {
            return key.get(..open).unwrap_or_default();
        }
    }
    if let Some((rest, count)) = key.rsplit_once(' ')
        && count.chars().all(char::is_numeric)
        && rest.ends_with(|c: char| c.is_alphabetic() || c == ':')
    {
        return rest;
    }
    match key.split_once(' ') {
        Some((count, rest)) if count.chars().all(char::is_numeric) && rest.starts_with(char::is_alphabetic) => rest,
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn what_pages_add_around_a_label_does_not_count() {
        for line in ["Name", "NAME *", "name:", "• Name (required)", "Name\u{a0}* :", "name (3)", "Ｎａｍｅ"] {
            assert_eq!(key(line), "name", "{line:?}");
        }
        assert_eq!(key("12 Comments"), "comments");
        assert_eq!(key("Leave\u{a0} a  reply…"), "leave a reply");
    }

    #[test]
    fn persian_keyboards_and_joiners_do_not_count() {
        assert_eq!(key("دیدگاه‌ها"), key("ديدگاهها"));
    }
}
