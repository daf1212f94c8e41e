//! Double quotation marks: which of them open, which close, and which pairs a text uses.

use crate::chars;

/// Which side of a quotation a mark stands on, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A gap before it and none behind it.
    Opens,
    /// None before it and a gap or a mark of the sentence behind it.
    Closes,
    /// Neither, or both.
    Unclear,
}

/// A double quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its first byte in the text.
    pub at: usize,
    /// The mark.
    pub c: char,
    /// Where its neighbours say it stands.
    pub side: Side,
    /// Whether it may stand for inches or seconds: it closes behind a digit what its text did not open.
    pub is_measure: bool,
}

/// A double quotation mark of any convention.
pub fn is_mark(c: char) -> bool {
    c == '"' || chars::is_curly_quote(c) || matches!(c, '«' | '»')
}

/// The double quotation marks of `text`, in order, but for those inside a Hebrew word, which make abbreviations, and
/// those that stand for a ditto: between two blanks while no quotation is open.
pub fn marks(text: &str) -> impl Iterator<Item = Mark> {
    let mut open = None;
    text.char_indices().filter(|(_, c)| is_mark(*c)).filter_map(move |(at, c)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
        let is_hebrew = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{5d0}'..='\u{5ea}'));
        let is_between_blanks = before.is_some_and(chars::is_blank) && after.is_some_and(chars::is_blank);
        let is_ditto = open.is_none() && is_between_blanks && matches!(c, '"' | '”');
        if is_ditto || (is_hebrew(before) && is_hebrew(after)) {
            return None;
        }
        let side = side(before, after);
        let is_behind_digit = open.is_none() && before.is_some_and(char::is_numeric);
        let is_measure = is_behind_digit && (matches!(c, '"' | '”') || (c == '“' && side == Side::Closes));
        if is_measure {
            return Some(Mark { at, c, side, is_measure });
        }
        let opens = match c {
            '„' | '«' => true,
            '“' => open != Some('„'),
            '"' => side == Side::Opens,
            _ => false,
        };
        open = opens.then_some(c);
        Some(Mark { at, c, side, is_measure: false })
    })
}

fn side(before: Option<char>, after: Option<char>) -> Side {
    let is_gap = |c: Option<char>| c.is_none_or(chars::is_blank);
    let opens_before = |c: char| matches!(c, '(' | '[' | '{' | '‘' | '“' | '„' | '«' | '‹' | '¿' | '¡' | '/' | '=');
    let closes_after = |c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '’' | '”' | '»' | '›' | '،' | '؛' | '؟')
    };
    let is_dash = |c: char| matches!(c, '-' | '–' | '—');
    let may_open = (is_gap(before) || before.is_some_and(|c| opens_before(c) || is_dash(c))) && !is_gap(after);
    let may_close = !is_gap(before) && (is_gap(after) || after.is_some_and(|c| closes_after(c) || is_dash(c)));
    match (may_open, may_close) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> Vec<Side> {
        marks(text).filter(|mark| !mark.is_measure).map(|mark| mark.side).collect()
    }

    #[test]
    fn neighbours_tell_the_side() {
        use Side::{Closes, Opens};
        for text in ["\"Yes,\" she said", "He said \"no\".", "(\"maybe\")", "“Yes”", "„Ja“, sagte sie", "«بله»"]
        {
            assert_eq!(sides(text), [Opens, Closes], "{text}");
        }
    }

    #[test]
    fn inches_gershayim_and_dittos_are_none() {
        for text in ["5'10\" tall", "a 12” pipe", "ein 29“ Rad", "צה\"ל", "Monday \" rain"] {
            assert_eq!(sides(text), [], "{text}");
        }
    }
}
