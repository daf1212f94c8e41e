//! The form in which a line and a phrase are compared: what varies from page to page is folded or left out.
//!
//! `build.rs` compiles this file too, so that the tables hold the very keys that lines are looked up by.

use unicode_normalization::UnicodeNormalization;

use crate::chars;
use crate::keys::fold_letter;

/// What stands in a folded text for a gap that a reader sees as one: a tab, or two blanks and more.
pub(crate) const GAP: char = '\t';
/// Marks that pages print before or after a label or phrase.
const ORNAMENTS: [char; 19] =
    [' ', GAP, '•', '*', '-', '·', '»', '«', '►', '▶', '▸', '■', '▪', '›', '→', '←', '↓', '|', '✓'];
/// Of these, the ones that are quotation marks, too.
const GUILLEMETS: [char; 3] = ['»', '«', '›'];
/// Marks that end a label or phrase.
const ENDS: [char; 9] = [':', '…', '.', '!', '>', '।', '۔', '。', '、'];
/// The words in brackets by which forms say that a field has to be filled in, by key.
#[rustfmt::skip]
const REQUIRED: [&str; 62] = [
    "required", "required field", "mandatory", "will not be published", "will not be shown", "required, but never shown",
    "requis", "requise", "obligatoire", "champ obligatoire", "erforderlich", "benötigt", "pflichtfeld", "pflichtangabe",
    "obligatorio", "obligatoria", "campo obligatorio", "requerido", "requerida", "necesario", "obrigatório",
    "obrigatória", "campo obrigatório", "obbligatorio", "obbligatoria", "campo obbligatorio", "richiesto", "verplicht",
    "vereist", "wymagane", "pole wymagane", "povinné", "povinný", "vyžadováno", "vyžadované", "обязательно",
    "обязательное поле", "обязательное", "необходимо", "обов'язково", "обов'язкове", "задължително", "обавезно",
    "obavezno", "obvezno", "obligatoriu", "zorunlu", "gerekli", "kötelező", "pakollinen", "obligatorisk", "krævet",
    "påkrevd", "krävs", "υποχρεωτικό", "απαιτείται", "必須", "必填", "필수", "الزامی", "مطلوب", "חובה",
];

/// The words in brackets by which share buttons say what a click does, by key.
#[rustfmt::skip]
const NEW_WINDOW: [&str; 12] = [
    "opens in new window", "opens in a new window", "opens in new tab", "wird in neuem fenster geöffnet",
    "ouvre dans une nouvelle fenêtre", "se abre en una ventana nueva", "si apre in una nuova finestra",
    "abre em nova janela", "wordt in een nieuw venster geopend", "otwiera się w nowym oknie",
    "открывается в новом окне", "yeni pencerede açılır",
];

/// The key of a phrase or line: its folded text without what pages add around it.
pub(crate) fn key(text: &str) -> String {
    single_blanks(strip(&fold(text))).into_owned()
}

/// A stripped text with every gap as one blank.
pub(crate) fn single_blanks(stripped: &str) -> std::borrow::Cow<'_, str> {
    if stripped.contains(GAP) { stripped.replace(GAP, " ").into() } else { stripped.into() }
}

/// Characters of `text` with compatibility forms, case and keyboard variants folded; joiners, vowel marks and all
/// that is invisible are left out. Blanks are as they were.
///
/// Source: NFKC and case folding as in Unicode UAX #15 and #44; letters of keyboards as in [`fold_letter`].
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).nfkc().filter_map(fold_letter).flat_map(|c| {
        let (first, second) = match c {
            // What is left of a dotted capital I, which Turkish pages print.
            '\u{307}' => (None, None),
            'ß' => (Some('s'), Some('s')),
            'ς' => (Some('σ'), None),
            'ı' => (Some('i'), None),
            'ё' => (Some('е'), None),
            '’' | '‘' | 'ʼ' | '´' | '`' => (Some('\''), None),
            '“' | '”' | '„' | '‟' => (Some('"'), None),
            '‐' | '‑' | '‒' | '–' | '—' | '―' => (Some('-'), None),
            other => (Some(other), None),
        };
        first.into_iter().chain(second)
    })
}

/// The folded text of a line: every blank is one space, every wider one a [`GAP`].
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in folded_blanks(text) {
        match (c, out.chars().next_back()) {
            (' ', Some(' ')) => {
                out.pop();
                out.push(GAP);
            }
            (' ' | GAP, Some(GAP)) => {}
            (GAP, Some(' ')) => {
                out.pop();
                out.push(GAP);
            }
            (c, _) => out.push(c),
        }
    }
    out
}

/// [`folded`] characters, blanks told apart from tabs only. Compatibility folding would make a space of a no-break
/// space and leave nothing to tell.
fn folded_blanks(text: &str) -> impl Iterator<Item = char> {
    folded(text).map(|c| match c {
        '\t' | '\u{b}' | '\u{c}' => GAP,
        c if chars::is_blank(c) || c.is_control() => ' ',
        c => c,
    })
}

/// Letters of the folded text, without digits, marks and blanks: what a quick look at the beginning compares.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    folded(text).filter(|c| c.is_alphabetic())
}

/// The [`hash`] of no letters.
pub(crate) const NO_LETTERS: u32 = 0x811c_9dc5;

/// A number that is the same for the same letters in the same order (FNV-1a over characters).
pub(crate) fn hash(hash: u32, letter: char) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// Takes off what pages add around a label: `12 Comments`, `Comments (3)`, `* Name *`, `Email (required):`.
pub(crate) fn strip(whole: &str) -> &str {
    let whole = whole.trim_matches([' ', GAP]);
    let unmarked = whole.trim_start_matches(|c| ORNAMENTS.contains(&c) && !GUILLEMETS.contains(&c));
    if unmarked.starts_with(GUILLEMETS) && unmarked.chars().skip(1).any(|c| GUILLEMETS.contains(&c)) {
        // Somebody says it.
        return whole;
    }
    let mut key = whole.trim_start_matches(ORNAMENTS);
    loop {
        let before = key.len();
        key = key.trim_end_matches(|c| ORNAMENTS.contains(&c) || ENDS.contains(&c));
        key = strip_counter(strip_brackets(key));
        if key.len() == before {
            break;
        }
    }
    // Where no letter is left, the marks are the phrase: `-30-` is an end mark, and `30` is a number.
    if key.contains(char::is_alphabetic) { key } else { whole }
}

/// Takes off brackets at the end that say that a field is required, or how many there are.
fn strip_brackets(key: &str) -> &str {
    let open = match key.chars().next_back() {
        Some(')') => key.rfind('('),
        Some(']') => key.rfind('['),
        _ => None,
    };
    let Some((before, inside)) = open.and_then(|open| key.split_at_checked(open)) else { return key };
    let inside = inside.get(1..inside.len() - 1).unwrap_or_default().trim_matches([' ', '*', '.']);
    let is_count = inside.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '٬' | ' '));
    if !before.is_empty() && (is_count || REQUIRED.contains(&inside) || NEW_WINDOW.contains(&inside)) {
        before
    } else {
        key
    }
}

/// Takes off a number in front or behind, in the digits of any script.
fn strip_counter(key: &str) -> &str {
    let is_count = |word: &str| {
        word.starts_with(char::is_numeric) && word.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '٬' | '+'))
    };
    if let Some((rest, count)) = key.rsplit_once([' ', GAP])
        && is_count(count)
        && rest.ends_with(|c: char| c.is_alphabetic() || c == ':')
    {
        return rest;
    }
    match key.split_once([' ', GAP]) {
        Some((count, rest)) if is_count(count) && rest.starts_with(char::is_alphabetic) => rest,
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn what_pages_add_around_a_label_does_not_count() {
        let lines = [
            "Name",
            "NAME *",
            "name:",
            "• Name (required)",
            "Name\u{a0}* :",
            "name (3)",
            "Ｎａｍｅ",
            "Name （必須）：",
            "Name (Обязательно)*",
            "name (requis)",
            "Name [required]",
            "→ Name",
            "12\u{a0}Name",
            "۱۲ Name",
            "Name (۳)",
            "Na\u{ad}me",
            "Name (1,203)",
            "Name  *  ",
        ];
        for line in lines {
            assert_eq!(key(line), "name", "{line:?}");
        }
        assert_eq!(key("12 Comments"), "comments");
        assert_eq!(key("Leave\u{a0} a  reply…"), "leave a reply");
        assert_eq!(key("###"), "###");
        assert_eq!(key("(3)"), "(3)");
        assert_eq!(key("» Name"), "name");
        assert_eq!(key("« Name »"), "« name »");
    }

    #[test]
    fn capitals_are_no_other_word() {
        for phrase in ["İnternet sitesi (zorunlu değil)", "Größe", "Όνομα", "სახელი", "Σχόλιο σας", "ışık", "ещё"]
        {
            assert_eq!(key(&phrase.to_uppercase()), key(phrase), "{phrase}");
        }
    }

    #[test]
    fn persian_keyboards_and_joiners_do_not_count() {
        assert_eq!(key("دیدگاه‌ها"), key("ديدگاهها"));
        assert_eq!(key("نظـــر"), key("نظر"));
        assert_eq!(key("ឆ្លើយ\u{200b}តប"), key("ឆ្លើយតប"));
    }
}
