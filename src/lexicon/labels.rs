//! Labels with something of the page behind them: `Read more: Ferries return`, `Tags: harbour, storm`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Hit, StubKind, Tier, key};
use crate::chars::{self, COLONS};
use crate::scan;

/// A label ends within so many bytes.
const LONGEST_LABEL: usize = 64;

/// Labels by what they lead to, as pages of many languages print them before a colon or a bar.
const LABELS: &[(StubKind, &[&str])] = &[
    (
        StubKind::ReadMore,
        &[
            "Read more",
            "Read also",
            "Also read",
            "Read next",
            "Go deeper",
            "More on this",
            "More on this story",
            "See also",
            "Related story",
            "Related",
            "Lesen Sie auch",
            "Lesen Sie mehr",
            "Mehr zum Thema",
            "Lire aussi",
            "À lire aussi",
            "A lire aussi",
            "À lire",
            "Lea también",
            "Lee también",
            "Le puede interesar",
            "Te puede interesar",
            "Leggi anche",
            "Leia também",
            "Leia mais",
            "Veja também",
            "Lees ook",
            "Lees meer",
            "Czytaj także",
            "Czytaj też",
            "Zobacz też",
            "Čtěte také",
            "Přečtěte si také",
            "Läs också",
            "Läs mer",
            "Læs også",
            "Les også",
            "Lue myös",
            "Citește și",
            "Olvasta már",
            "Διαβάστε επίσης",
            "Читайте также",
            "Читайте також",
            "Смотрите также",
            "Ayrıca okuyun",
            "İlgili haber",
            "Baca juga",
            "Xem thêm",
            "اقرأ أيضا",
            "إقرأ أيضا",
            "اقرأ المزيد",
            "بیشتر بخوانید",
            "بخوانید",
            "همچنین بخوانید",
            "مزید پڑھیں",
            "קראו גם",
            "यह भी पढ़ें",
            "延伸阅读",
            "延伸閱讀",
            "相关阅读",
            "相關新聞",
            "あわせて読みたい",
            "関連記事",
            "관련기사",
        ],
    ),
    (
        StubKind::Tag,
        &[
            "Tags",
            "Tagged",
            "Keywords",
            "Topics",
            "Filed under",
            "Schlagworte",
            "Schlagwörter",
            "Stichworte",
            "Mots-clés",
            "Mots clés",
            "Étiquettes",
            "Etiquetas",
            "Palabras clave",
            "Parole chiave",
            "Etichette",
            "Palavras-chave",
            "Trefwoorden",
            "Tagi",
            "Słowa kluczowe",
            "Štítky",
            "Klíčová slova",
            "Теги",
            "Метки",
            "Ключевые слова",
            "Ключові слова",
            "Etiketler",
            "Anahtar kelimeler",
            "كلمات مفتاحية",
            "الكلمات المفتاحية",
            "وسوم",
            "الوسوم",
            "برچسب ها",
            "برچسب‌ها",
            "کلیدواژه‌ها",
            "کلمات کلیدی",
            "کلید واژه ها",
            "תגיות",
            "标签",
            "關鍵字",
            "关键词",
            "タグ",
            "태그",
        ],
    ),
    (
        StubKind::Share,
        &[
            "Share it",
            "Share this",
            "Short URL",
            "Short link",
            "Kurzlink",
            "لینک کوتاه",
            "کد خبر برای اشتراک",
            "الرابط المختصر",
            "مشاركة",
        ],
    ),
];

static KEYS: LazyLock<HashMap<String, StubKind>> = LazyLock::new(|| {
    LABELS.iter().flat_map(|(kind, labels)| labels.iter().map(|label| (key::key(label), *kind))).collect()
});

/// Labels of topics that an agenda has as well, as keys.
const OF_MEETINGS: [&str; 1] = ["topics"];

/// Words for a place in print, in small letters.
const PLACES: &[&str] = &[
    "page",
    "pages",
    "p",
    "pp",
    "chapter",
    "section",
    "column",
    "annex",
    "figure",
    "table",
    "paragraph",
    "article",
    "seite",
    "seiten",
    "s",
    "kapitel",
    "abschnitt",
    "abb",
    "página",
    "pág",
    "páginas",
    "capítulo",
    "artículo",
    "pagina",
    "pag",
    "pagine",
    "capitolo",
    "chapitre",
    "blz",
    "hoofdstuk",
    "strona",
    "str",
    "rozdział",
    "strana",
    "kapitola",
    "sida",
    "sidan",
    "side",
    "sivu",
    "oldal",
    "pagini",
    "sayfa",
    "стр",
    "страница",
    "страницы",
    "с",
    "сторінка",
    "стор",
    "σελ",
    "σελίδα",
    "صفحه",
    "ص",
    "صفحة",
    "فصل",
];

/// Whether what stands behind a label is a place in print: `Page 12`, `S. 4`, `12. oldal`.
fn is_place_in_print(value: &str) -> bool {
    let words = value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.contains(char::is_numeric);
    let has_place = words.clone().any(|word| PLACES.contains(&word.to_lowercase().as_str()));
    let is_short = words.clone().filter(|word| !is_number(word)).count() <= 2;
    has_place && is_short && words.clone().any(is_number)
}

/// What leads to what in `line`, if it is such a label with something behind it.
pub fn labelled(line: &str) -> Option<Hit> {
    // As far as two bytes tell the marks from letters.
    let is_mark = |first: u8, second: u8| {
        (first == b':')
            | (first == b'|')
            | (first == 0xef) & ((second == 0xbc) | (second == 0xb9))
            | (first == 0xe2) & (second == 0x88)
    };
    if !scan::has_pair(line.as_bytes().get(..LONGEST_LABEL + 3).unwrap_or(line.as_bytes()), is_mark) {
        return None;
    }
    let at = line
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_LABEL)
        .find(|(_, c)| COLONS.contains(c) || *c == '|')?
        .0;
    let (label, rest) = line.split_at_checked(at)?;
    let has_value = rest.chars().skip(1).any(char::is_alphanumeric);
    if !has_value || label.is_empty() || label.split(chars::is_blank).count() > 5 {
        return None;
    }
    let kind = *KEYS.get(&key::key(label))?;
    // `See also: The contract runs to 212 pages.` is a sentence of the story; headlines and topics have no full stop.
    if chars::is_finished(rest) {
        return None;
    }
    // A reference to another page of the same paper is no link.
    if kind == StubKind::ReadMore && is_place_in_print(rest) {
        return None;
    }
    // Meetings have topics, too.
    if OF_MEETINGS.contains(&key::key(label).as_str()) {
        return Some(Hit { kind, tier: Tier::Word, is_exact: false, is_brand: false });
    }
    Some(Hit { kind, tier: Tier::Phrase, is_exact: true, is_brand: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_leads_to_something() {
        let kind = |line| labelled(line).map(|hit| hit.kind);
        for line in [
            "Read More: Ferries return",
            "ALSO READ | Ferries return",
            "Lire aussi : le port rouvre",
            "延伸阅读：港口重开",
        ] {
            assert_eq!(kind(line), Some(StubKind::ReadMore), "{line}");
        }
        for line in ["Tags: harbour, storm", "برچسب ها: بندر، توفان", "Теги: порт"] {
            assert_eq!(kind(line), Some(StubKind::Tag), "{line}");
        }
    }

    #[test]
    fn a_label_alone_another_label_and_a_sentence_lead_nowhere() {
        for line in [
            "Read more:",
            "See also: the contract has 212 pages.",
            "Minister: read more books",
            "Why it matters: it counts",
            "He said: read more",
            "Tags: the police found nine on the wall of the school.",
            "Share this: if every reader gave a pound, the roof would be paid for.",
            "Tags",
            "See also: Page 12",
            "Siehe auch: S. 4",
            "Lire aussi : page 3",
            "Читайте также: стр. 5",
            "همچنین بخوانید: صفحه ۵",
            "",
        ] {
            assert_eq!(labelled(line), None, "{line}");
        }
    }
}
