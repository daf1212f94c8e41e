//! Pairs of characters such as text in UTF-8 turns into when it is read in another encoding, as bytes tell them.

use memchr::{memchr2_iter, memchr3_iter, memmem};

use crate::scan;

/// Whether a line may have been read in another encoding, as far as pairs tell: most lines of a text that has such a line
/// have no such pair.
pub(crate) fn may_be_garbled(line: &str) -> bool {
    let bytes = line.as_bytes();
    is_latin(bytes) || is_greek(bytes) || is_cyrillic(bytes) || is_of_signs(line)
}

/// Whether a sign stands for the first byte of a sequence, as in the encoding of the Macintosh and in code page 437.
fn is_of_signs(line: &str) -> bool {
    let begins =
        |at: usize| line.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|c| begins_garbled(line, at, c));
    memchr2_iter(0xc2, 0xe2, line.as_bytes()).any(begins)
}

/// Whether `c`, which stands at byte `at` of `text`, is such a sign.
pub(super) fn begins_garbled(text: &str, at: usize, c: char) -> bool {
    matches!(c, '√' | '¬' | '‚' | '–' | '—' | '├' | '┬' | '╨' | '╤' | '╪' | '┘')
        && text.as_bytes().get(at + c.len_utf8()).is_some_and(|next| *next >= 0x80)
}

/// Whether the byte begins one of the signs that stand where a sequence of UTF-8 goes on: C1 controls, the signs of
/// Latin-1, and typographic marks.
fn begins_sign(byte: Option<&u8>) -> bool {
    matches!(byte, Some(0xc2 | 0xe2))
}

/// Whether a Latin letter that stands where a sequence of UTF-8 begins has something behind it that such a sequence
/// may go on with.
pub(super) fn is_latin(bytes: &[u8]) -> bool {
    let goes_on = |at: usize| begins_sign(bytes.get(at)) || matches!(bytes.get(at), Some(0xc4..=0xc6 | 0xcb));
    let is_pair = |at: usize| match (bytes[at], bytes.get(at + 1)) {
        (0xc3, Some(0x83)) if matches!(bytes.get(at + 2), None | Some(b' ' | b'\n' | b'\r')) => {
            at > 0 && bytes[at - 1].is_ascii_lowercase()
        }
        // Â to ß, ÿ; and the same of Windows-1250 and 1257: Ā ā Ă Ć Đ Ğ İ Ĺ Ń Ř Š Ş Ů Ų Ÿ
        (0xc3, Some(0x82..=0x9f | 0xbf))
        | (0xc4, Some(0x80..=0x82 | 0x86 | 0x90 | 0x9e | 0xb0 | 0xb9))
        | (0xc5, Some(0x83 | 0x98 | 0x9e | 0xa0 | 0xae | 0xb2 | 0xb8)) => goes_on(at + 2),
        // Sequences that begin in a small letter are of three bytes, those in ð of four.
        (0xc3, Some(0xa0..=0xb0)) => goes_on(at + 2) && bytes.get(at + 4).is_some_and(|byte| *byte >= 0x80),
        _ => false,
    };
    may_be_latin(bytes) && memchr3_iter(0xc3, 0xc4, 0xc5, bytes).any(is_pair)
}

/// Whether [`is_latin`] may hold. Without a branch, so that many bytes are looked at in one step: few words have two
/// letters side by side that are not of ASCII.
fn may_be_latin(bytes: &[u8]) -> bool {
    let is_one = |first: u8, second: u8, third: u8| {
        let goes_on = (third == 0xc2) | (third == 0xe2) | (third.wrapping_sub(0xc4) <= 2) | (third == 0xcb);
        (first.wrapping_sub(0xc3) <= 2) & (goes_on | (second == 0x83))
    };
    scan::has_triple(bytes, is_one) || bytes.ends_with(&[0xc3, 0x83])
}

pub(super) fn is_greek(bytes: &[u8]) -> bool {
    // Γ Δ Ε; Ξ Ο; β. The first also in code page 437.
    let after = |at: usize| at > 0 && bytes[at - 1] == 0xce;
    memchr3_iter(0x93, 0x94, 0x95, bytes)
        .any(|at| after(at) && matches!(bytes.get(at + 1), Some(0xc2 | 0xc3 | 0xc6 | 0xe2)))
        || memchr3_iter(0x9e, 0x9f, 0xb2, bytes).any(|at| after(at) && begins_sign(bytes.get(at + 1)))
}

pub(super) fn is_cyrillic(bytes: &[u8]) -> bool {
    // Г Д Е; Р С; О П; Ш Щ: a sequence goes on with a sign, or with a letter that Russian does not have.
    let after = |at: usize| at > 0 && bytes[at - 1] == 0xd0;
    let goes_on = |at: usize| {
        begins_sign(bytes.get(at))
            || matches!(bytes.get(at..at + 2), Some([0xd0, 0x80..=0x8f] | [0xd1, 0x90..=0x9f] | [0xd2, _]))
    };
    memchr3_iter(0x93, 0x94, 0x95, bytes).any(|at| after(at) && goes_on(at + 1))
        || memchr2_iter(0xa0, 0xa1, bytes).any(|at| after(at) && goes_on(at + 1))
        || memchr2_iter(0x9e, 0x9f, bytes).any(|at| after(at) && goes_on(at + 1))
        || memchr2_iter(0xa8, 0xa9, bytes).any(|at| after(at) && goes_on(at + 1))
        || memmem::find(bytes, "вЂ".as_bytes()).is_some()
}
