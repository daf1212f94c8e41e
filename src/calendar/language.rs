//! The languages that names of months and weekdays are known in.

/// A language, or a way to write one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Arabic: the names of Egypt, the Levant, Iraq and the Maghreb, and two of them side by side.
    Arabic,
    /// Azerbaijani.
    Azerbaijani,
    /// Sorani Kurdish, in Arabic script.
    Sorani,
    /// German.
    German,
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// Persian, in Arabic script: Jalali months and the Gregorian ones.
    Persian,
    /// Persian in Latin letters: Jalali months.
    LatinPersian,
    /// French.
    French,
    /// Italian.
    Italian,
    /// Kurmanji Kurdish.
    Kurmanji,
    /// Dutch.
    Dutch,
    /// Polish.
    Polish,
    /// Portuguese.
    Portuguese,
    /// Russian.
    Russian,
    /// Albanian.
    Albanian,
    /// Turkish.
    Turkish,
    /// Ukrainian.
    Ukrainian,
    /// Urdu.
    Urdu,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Each language with its code in BCP 47.
    const CODES: [(Self, &'static str); 20] = [
        (Self::Arabic, "ar"),
        (Self::Azerbaijani, "az"),
        (Self::Sorani, "ckb"),
        (Self::German, "de"),
        (Self::English, "en"),
        (Self::Spanish, "es"),
        (Self::Persian, "fa"),
        (Self::LatinPersian, "fa-Latn"),
        (Self::French, "fr"),
        (Self::Italian, "it"),
        (Self::Kurmanji, "ku"),
        (Self::Dutch, "nl"),
        (Self::Polish, "pl"),
        (Self::Portuguese, "pt"),
        (Self::Russian, "ru"),
        (Self::Albanian, "sq"),
        (Self::Turkish, "tr"),
        (Self::Ukrainian, "uk"),
        (Self::Urdu, "ur"),
        (Self::Chinese, "zh"),
    ];

    /// The codes of all languages, in order.
    pub fn codes() -> [&'static str; 20] {
        Self::CODES.map(|(_, code)| code)
    }

    /// The code in BCP 47: `fa`, `fa-Latn`.
    pub fn code(self) -> &'static str {
        Self::CODES.iter().find(|(language, _)| *language == self).map_or("", |(_, code)| code)
    }

    /// The language of that code, if it is known.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|(_, known)| *known == code).map(|(language, _)| *language)
    }
}
