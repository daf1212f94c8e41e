//! One character of UTF-8 as it looks in another encoding: what it was, and whether it can be what somebody wrote.

use super::encodings::Encoding;
use crate::chars;

/// What kind of character a sequence was, by how much of it must be seen before it is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters with accents, typographic marks, emoji: one is enough.
    Common,
    /// Letters that few languages have: one more must be in the line.
    Rare,
    /// Letters of another script, which never come alone: two must stand side by side.
    Script,
}

/// Some characters of a line that stand for one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sequence {
    /// How many characters of the line.
    pub(super) len: usize,
    /// What they stand for; `None` if a part of it is lost for good.
    pub(super) meant: Option<char>,
    pub(super) kind: Kind,
    /// Whether the character at its end is not the one it was, but what it was can be told.
    pub(super) is_damaged: bool,
}

/// The sequence of `encoding` that `text` begins with.
pub(super) fn read(encoding: Encoding, text: &[char]) -> Option<Sequence> {
    let lead = encoding.byte(*text.first()?)?;
    let is_sign = !encoding.leads_are_letters();
    let len = match lead {
        // Other signs stand before letters in any text: « and … and the no-break space.
        _ if is_sign && !matches!(lead, 0xc2..=0xc5 | 0xce..=0xd1 | 0xd8 | 0xd9 | 0xe2 | 0xef) => return None,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for place in 1..len {
        let byte = text.get(place).and_then(|c| encoding.byte(*c)).filter(|byte| matches!(byte, 0x80..=0xbf));
        let is_cut = bytes[..place] == [0xe2, 0x80] && !is_sign;
        let is_blank = bytes[..place] == [0xc3] && !is_sign && matches!(text.get(place), None | Some(' '));
        bytes[place] = match byte {
            Some(byte) => byte,
            // Of the bytes that are not assigned, only 0x9D is the end of a mark that articles have; where it is assigned,
            // nobody can tell.
            None if is_cut && text.get(place) == Some(&'\u{fffd}') => {
                let is_unassigned = chars::is_c1_control(encoding.character(0x9d));
                return Some(Sequence::cut(len, Some('”').filter(|_| is_unassigned)));
            }
            None if is_cut => return Some(Sequence::cut(place, None)),
            // The no-break space of `à` has become an ordinary one, or is gone.
            None if is_blank => return Some(Sequence::cut(place, Some('à'))),
            None => return None,
        };
    }
    let meant = std::str::from_utf8(&bytes[..len]).ok()?.chars().next()?;
    let kind = kind(meant)?;
    Some(Sequence { len, meant: Some(meant).filter(|c| *c != '\u{fffd}'), kind, is_damaged: false })
}

impl Sequence {
    /// Whether the sequence, which stands for `text`, would put a capital into a word in small letters, though it is a
    /// small letter in ISO 8859-15: `ÃŒ` is `Ì` in Windows-1252 and `ü` there.
    pub(super) fn is_doubtful(&self, before: Option<char>, text: &[char]) -> bool {
        let is_of_both = |c: &char| matches!(c, '€' | 'Š' | 'š' | 'Ž' | 'ž' | 'Œ' | 'œ' | 'Ÿ');
        text.first() == Some(&'Ã')
            && text.get(1).is_some_and(is_of_both)
            && self.meant.is_some_and(char::is_uppercase)
            && before.is_some_and(|c| c.is_ascii_lowercase())
    }

    /// A sequence whose last byte is gone.
    fn cut(len: usize, meant: Option<char>) -> Self {
        Self { len, meant, kind: Kind::Common, is_damaged: true }
    }
}

/// How much a character of the real text is to be believed; `None` for one that no article has.
fn kind(c: char) -> Option<Kind> {
    match c {
        '\u{a0}'..='\u{17f}'
        | 'ơ'
        | 'Ơ'
        | 'ư'
        | 'Ư'
        | 'Ș'..='ț'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{2002}'..='\u{206f}'
        | '\u{20a0}'..='\u{20bf}'
        | '\u{2100}'..='\u{214f}'
        | '\u{2190}'..='\u{22ff}'
        | '\u{2460}'..='\u{27bf}'
        | '\u{fb01}'
        | '\u{fb02}'
        | '\u{fe0f}'
        | '\u{feff}'
        | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}' => Some(Kind::Common),
        '\u{180}'..='\u{233}'
        | '\u{250}'..='\u{2af}'
        | '\u{2bb}'..='\u{2bd}'
        | '\u{2c6}'..='\u{2dd}'
        | '\u{300}'..='\u{331}' => Some(Kind::Rare),
        '\u{384}'..='\u{3ce}'
        | '\u{400}'..='\u{4ff}'
        | '\u{531}'..='\u{58a}'
        | '\u{5b0}'..='\u{5f4}'
        | '\u{60c}'..='\u{6f9}'
        | '\u{900}'..='\u{10ff}'
        | '\u{1200}'..='\u{137f}'
        | '\u{1780}'..='\u{17e9}'
        | '\u{1f00}'..='\u{1fff}'
        | '\u{3000}'..='\u{30ff}'
        | '\u{3130}'..='\u{318f}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff00}'..='\u{ffef}' => Some(Kind::Script),
        _ => None,
    }
}

/// Whether somebody may have written the sequence `text` in that place: what stands in it is what stands beside each
/// other in words and at their ends.
///
/// Text that was misread has signs directly behind a capital letter, capitals inside words in small letters, and letters
/// of two scripts in one word. Source of the idea: the heuristic of ftfy ("fixes text for you").
pub(super) fn is_natural(encoding: Encoding, before: Option<char>, text: &[char], after: Option<char>) -> bool {
    let [lead, tail @ ..] = text else { return true };
    if tail.is_empty() {
        return !(*lead == 'Ã' && is_small(before));
    }
    if !encoding.leads_are_letters() {
        return is_natural_behind_sign(before, *lead, tail, after);
    }
    let last = tail.last().copied();
    !(tail.iter().any(|c| is_odd(*c))
        || tail.iter().any(|c| matches!(c, 'Ÿ' | 'Œ' | 'œ' | 'ƒ'))
        || (matches!(lead, 'Ã' | 'Â') && tail.iter().any(|c| matches!(c, 'Š' | 'š' | 'Ž' | 'ž')))
        || (is_small(before) && lead.is_uppercase() && !mixes_scripts(before, Some(*lead)))
        || (lead.is_lowercase() && tail[0].is_uppercase())
        || (matches!(lead, 'Ã'..='Å') && is_small(last) && after.is_some_and(char::is_uppercase))
        || mixes_scripts(Some(*lead), tail.first().copied())
        || (mixes_scripts(before, Some(*lead)) && !is_of_script(after, *lead))
        || (mixes_scripts(last, after) && !is_of_script(before, *lead))
        || (last.is_some_and(is_glue) && after.is_some_and(char::is_alphabetic) && lead.is_uppercase())
        || (last == Some('‘') && *lead == 'Ã' && after.is_some_and(char::is_alphabetic))
        || is_lone(before, *lead, last, after))
}

/// A letter that is no word of its own, with a mark behind it.
fn is_lone(before: Option<char>, lead: char, last: Option<char>, after: Option<char>) -> bool {
    let stands_alone = before.is_none_or(|c| !c.is_alphanumeric() && !is_quote(c) && c != '\u{a0}');
    let goes_on = after.is_some_and(char::is_alphabetic);
    if last.is_some_and(|c| c.is_alphabetic() && !is_glue(c)) {
        return false;
    }
    match (lead, last) {
        ('Ã', Some('\u{a0}')) => stands_alone && after.is_some_and(|c| c == ' ' || c.is_alphabetic()),
        ('Ã', _) => stands_alone && goes_on,
        ('Â', Some('\u{a0}')) => {
            before.is_none_or(|c| !c.is_uppercase() && !is_quote(c) && c != '\u{a0}')
                && after.is_none_or(|c| c == ' ' || c.is_alphanumeric())
        }
        ('Â', _) => (stands_alone && goes_on) || before.is_some_and(char::is_numeric),
        _ => false,
    }
}

/// The same for encodings in which signs stand for the first bytes: mathematical ones, dashes, and parts of boxes.
fn is_natural_behind_sign(before: Option<char>, lead: char, tail: &[char], after: Option<char>) -> bool {
    let is_box = |c: &char| matches!(c, '\u{2500}'..='\u{259f}');
    match lead {
        '√' | '¬' if tail[0].is_alphabetic() => !before.is_some_and(char::is_alphabetic),
        '√' | '¬' => !tail.iter().all(|c| !c.is_ascii() && !is_box(c)),
        '‚' => tail[0] != 'Ä',
        'Γ' => tail[0] != 'Ç',
        '–' | '—' | '«' | '»' => !(tail.iter().any(|c| is_odd(*c)) || matches!(after, Some('–' | '—'))),
        _ => tail.iter().any(is_box),
    }
}

/// A sign that never stands directly behind a letter with an accent.
fn is_odd(c: char) -> bool {
    let is_mark = matches!(
        c,
        '‘' | '’'
            | '“'
            | '”'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '…'
            | '–'
            | '—'
            | '•'
            | '\u{a0}'
            | '\u{ad}'
            | '·'
            | '°'
            | 'º'
            | 'ª'
            | '¹'
            | '²'
            | '³'
            | '™'
            | '®'
            | '´'
            | '№'
            | 'ƒ'
    );
    let is_letter = c.is_alphabetic() && !matches!(c, 'µ' | 'ˆ' | 'ˇ');
    !is_mark && !is_letter && !c.is_ascii()
}

/// A sign after which no word goes on.
fn is_glue(c: char) -> bool {
    matches!(c, '“' | '”' | '«' | '»' | '‹' | '›' | '•' | '™' | '®' | 'º' | 'ª' | '°' | '¹' | '²' | '³')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '(')
}

fn is_small(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_lowercase() && !matches!(c, 'ª' | 'º'))
}

/// Whether two letters side by side are of different scripts.
fn mixes_scripts(a: Option<char>, b: Option<char>) -> bool {
    matches!((a.and_then(script), b.and_then(script)), (Some(a), Some(b)) if a != b)
}

fn is_of_script(c: Option<char>, of: char) -> bool {
    c.and_then(script).is_some_and(|c| script(of) == Some(c))
}

/// A number for each of the scripts that have capitals and may be met in one of the encodings.
fn script(c: char) -> Option<u8> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' if c.is_alphabetic() => Some(0),
        '\u{370}'..='\u{3ff}' if c.is_alphabetic() => Some(1),
        '\u{400}'..='\u{52f}' if c.is_alphabetic() => Some(2),
        _ => None,
    }
}
