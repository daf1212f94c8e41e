//! The form in which a line and a phrase are compared: what varies from page to page is folded or left out.
//!
//! `build.rs` compiles this file too, so that the tables hold the very keys that lines are looked up by.

use unicode_normalization::UnicodeNormalization;

use crate::chars;
use crate::keys::fold_letter;

/// What stands in a folded text for a gap that a reader sees as one: a tab, or two blanks and more.
pub(crate) const GAP: char = '\t';
/// Marks that pages print before or after a label or phrase.
const ORNAMENTS: [char; 22] =
    [' ', GAP, '•', '*', '-', '·', '»', '«', '►', '▶', '▸', '■', '▪', '›', '→', '←', '↓', '|', '✓', '★', '☆', '♥'];
/// Of these, the ones that are quotation marks, too.
const GUILLEMETS: [char; 3] = ['»', '«', '›'];
/// Marks that end a label or phrase.
const ENDS: [char; 9] = [':', '…', '.', '!', '>', '।', '۔', '。', '、'];
/// What forms say of a field in brackets: whether it has to be filled in, and who will see it. By key.
#[rustfmt::skip]
const REQUIRED: &[&str] = &[
    "required", "required field", "mandatory", "will not be published", "will not be shown", "required, but never shown",
    "required but never displayed", "required, will not be published", "required but not published", "not published",
    "never displayed", "never published", "kept private", "private", "hidden", "optional", "not required",
    "requis", "requise", "obligatoire", "champ obligatoire", "facultatif", "optionnel", "non publié", "non publiée",
    "ne sera pas publié", "ne sera pas publiée", "ne sera pas visible",
    "erforderlich", "benötigt", "pflichtfeld", "pflichtangabe", "pflicht", "notwendig", "nötig", "freiwillig",
    "öffentlich", "nicht öffentlich", "wird nicht veröffentlicht", "wird nicht angezeigt", "nicht sichtbar",
    "adresse wird niemals veröffentlicht",
    "obligatorio", "obligatoria", "campo obligatorio", "requerido", "requerida", "necesario", "opcional",
    "no será publicado", "no será publicada", "no se publicará", "no se mostrará",
    "obrigatório", "obrigatória", "campo obrigatório", "não será publicado", "não será divulgado",
    "obbligatorio", "obbligatoria", "campo obbligatorio", "richiesto", "facoltativo", "opzionale", "non pubblicato",
    "non sarà pubblicata", "non verrà pubblicata", "non visibile",
    "verplicht", "vereist", "optioneel", "niet verplicht", "wordt niet gepubliceerd", "wordt niet getoond",
    "wymagane", "wymagany", "pole wymagane", "opcjonalnie", "opcjonalne", "nieobowiązkowe", "nie będzie publikowany",
    "povinné", "povinný", "vyžadováno", "vyžadované", "nepovinné", "nepovinný", "volitelné", "nebude zveřejněn",
    "voliteľné", "nebude zverejnený",
    "обязательно", "обязательное поле", "обязательное", "необходимо", "необязательно", "не обязательно",
    "не публикуется", "не будет опубликован", "не отображается",
    "обов'язково", "обов'язкове", "необов'язково", "не публікується", "не буде опубліковано",
    "задължително", "незадължително", "обавезно", "необавезно", "obavezno", "obvezno", "neobavezno", "neobvezno",
    "obligatoriu", "opțional", "nu va fi publicat", "nu va fi publicată",
    "zorunlu", "gerekli", "isteğe bağlı", "opsiyonel", "yayınlanmayacak", "yayınlanmaz", "gizli",
    "kötelező", "nem kötelező", "opcionális", "nem jelenik meg", "pakollinen", "valinnainen", "ei julkaista",
    "obligatorisk", "krævet", "påkrevd", "krävs", "valgfri", "valgfritt", "frivillig", "frivilligt", "publiceras ej",
    "publiceras inte", "vises ikke", "offentliggøres ikke",
    "υποχρεωτικό", "απαιτείται", "προαιρετικό", "δεν δημοσιεύεται",
    "必須", "必填", "選填", "选填", "可选", "任意", "非公開", "公開されません", "不会公开", "不會公開", "不公开", "필수", "선택", "비공개",
    "الزامی", "اجباری", "اختیاری", "منتشر نمی شود", "منتشر نخواهد شد", "مطلوب", "اختیاری", "لن یتم نشره", "لا ینشر",
    "חובה", "לא חובה", "לא יפורסם", "wajib", "wajib diisi", "opsional", "tidak dipublikasikan", "bắt buộc", "tùy chọn",
    "không bắt buộc",
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
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    fold_variants(text.chars().flat_map(char::to_lowercase).nfkc())
}

/// One character for those that pages and keyboards print for each other.
fn fold_variants(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.filter_map(fold_letter).flat_map(|c| {
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

/// The folded text of a line: every blank is one space, every wider one a [`GAP`]. Compatibility folding makes a space of
/// a no-break space.
pub(crate) fn fold(text: &str) -> String {
    with_gaps(text.len(), folded(text))
}

/// The text of folded characters of at most `length` bytes together, with every blank told as [`fold`] does.
pub(crate) fn with_gaps(length: usize, folded: impl Iterator<Item = char>) -> String {
    let folded = folded.map(|c| match c {
        '\t' | '\u{b}' | '\u{c}' => GAP,
        c if chars::is_blank(c) || c.is_control() => ' ',
        c => c,
    });
    let mut out = String::with_capacity(length);
    for c in folded {
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

/// Whether a text ends in a mark that ends sentences.
pub(crate) fn ends_like_a_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…', '؟', '۔', '।', '。', '！', '？'])
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
    if !before.is_empty() && (is_count || is_said_of_a_field(inside) || NEW_WINDOW.contains(&inside)) {
        before
    } else {
        key
    }
}

/// Whether forms say what is in brackets of a field: all of it or each of its parts, `(required, not published)`.
fn is_said_of_a_field(inside: &str) -> bool {
    REQUIRED.contains(&inside) || inside.contains(", ") && inside.split(", ").all(|part| REQUIRED.contains(&part))
}

/// Whether a line is marked as forms mark their fields: with an asterisk at either end, or by words in brackets that
/// say that it has to be filled in or who will see it. Prose marks footnotes, but has no such label before the mark.
#[allow(dead_code, reason = "lines are looked at when the program runs")]
pub(crate) fn is_marked_field(line: &str) -> bool {
    let line = line.trim_matches([' ', ':', '\u{a0}']);
    let bracket = || if line.ends_with([')', ']', '）']) { fold(line) } else { String::new() };
    let has_words = |folded: &str| {
        let open = folded.rfind(['(', '[']).unwrap_or(folded.len());
        let inside = folded.get(open + 1..folded.len().saturating_sub(1)).unwrap_or_default();
        is_said_of_a_field(inside.trim_matches([' ', '*', '.']))
    };
    line.starts_with('*') || line.ends_with('*') || line.ends_with("(*)") || has_words(&bracket())
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
    use super::*;

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
