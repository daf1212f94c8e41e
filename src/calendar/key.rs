//! The form in which names of months and weekdays are compared.
//!
//! `build.rs` compiles this file too, so that the tables hold the very keys that words are looked up by.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::chars;
use crate::keys::fold_letter;

/// Whether a character parts the words of a name.
pub(crate) fn parts_words(c: char) -> bool {
    chars::is_blank(c) || matches!(c, '-' | '/' | '\'' | '’' | 'ʼ')
}

/// The form in which names are compared: letters only, in lower case, without accents, the keyboards of Arabic script
/// alike, one space between words.
pub(crate) fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)).filter_map(fold_letter).flat_map(char::to_lowercase) {
        match c {
            'ı' => key.push('i'),
            c if c.is_alphabetic() && c != 'ʼ' => key.push(c),
            c if parts_words(c) && !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            c if parts_words(c) || c == '.' => {}
            // What is no part of any name, so that the key is no name's either.
            c => key.push(c),
        }
    }
    key.truncate(key.trim_end().len());
    key
}
