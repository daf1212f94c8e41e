//! Whether a text speaks about what pages are made of: such a text quotes it, and a quotation is no leftover.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

/// What code of pages is written in, in small letters.
const LANGUAGES_OF_PAGES: &[&str] =
    &["html", "html5", "css", "xml", "javascript", "php", "markdown", "wordpress", "typescript"];

/// Words for a tag of HTML, in small letters; parts of words where several languages share them.
const TAGS: &[&str] = &[
    " tag",
    "tag ",
    "tags",
    "markup",
    "balise",
    "etiqueta",
    "marcador",
    "element",
    "attribut",
    "znacznik",
    "značk",
    "тег",
    "ετικέτα",
    "etiketi",
    "برچسب",
    "تگ",
    "وسم",
    "タグ",
    "标签",
    "標籤",
    "태그",
];

/// Words for what pages ask and offer their readers, in small letters.
const NOTICES: &[&str] = &[
    "cookie",
    "куки",
    "کوکی",
    "کوکی‌",
    "ملفات تعريف",
    "クッキー",
    "쿠키",
    "captcha",
    "капч",
    "کپچا",
    "newsletter",
    "nyhetsbrev",
    "nyhedsbrev",
    "nieuwsbrief",
    "boletín",
    "рассылк",
    "خبرنامه",
    "メルマガ",
];

/// Words of articles about sums, in small letters.
const SUMS: &[&str] = &[
    "math",
    "arithm",
    "algebra",
    "sum ",
    "sums",
    "addition",
    "rechn",
    "rechen",
    "calcul",
    "suma",
    "somme",
    "rekenen",
    "obliczen",
    "počet",
    "počít",
    "матем",
    "арифм",
    "пример",
    "приклад",
    "μαθημ",
    "matem",
    "ریاضی",
    "حساب",
    "رياضيات",
    "数学",
    "數學",
    "算",
    "수학",
    "= ",
];

/// Words of articles about programs, in small letters. Parts of words where several languages share them.
const CODE: &[&str] = &[
    "script",
    "skript",
    "скрипт",
    "program",
    "программ",
    "програм",
    "coding",
    "coder",
    "code",
    "código",
    "codice",
    "kódu",
    "kódot",
    "kode",
    "koodi",
    "kodu",
    "koden",
    "koda ",
    "код",
    "κώδικ",
    "developer",
    "entwickler",
    "développ",
    "desarroll",
    "sviluppat",
    "разработ",
    "software",
    "syntax",
    "compiler",
    "variable",
    "برنامه‌نویس",
    "کدنویس",
    "برمج",
    "代码",
    "代碼",
    "プログラ",
    "コード",
    "코드",
];

/// Names of languages and tools of programmers, in small letters; not those that are words or places: Python, Java, Rust.
const PROGRAMMING: &[&str] = &[
    "node.js",
    "npm",
    "github",
    "gitlab",
    "webassembly",
    "wasm",
    "sql",
    "mysql",
    "postgresql",
    "mongodb",
    "json",
    "jquery",
    "golang",
    "c++",
    "c#",
    "python3",
    "django",
    "regex",
    "stdout",
    "stdin",
    "api",
    "mercurial",
    "dtrace",
    "perl",
    "cobol",
    "fortran",
    "haskell",
    "xhtml",
    "xslt",
    "cgi",
];

/// What is said of programs only, in small letters.
const OF_PROGRAMMING: &[&str] = &[
    "source code",
    "line of code",
    "lines of code",
    "code snippet",
    "command line",
    "quellcode",
    "quelltext",
    "zeile code",
    "code source",
    "ligne de code",
    "lignes de code",
    "código fuente",
    "línea de código",
    "líneas de código",
    "linha de código",
    "codice sorgente",
    "riga di codice",
    "righe di codice",
    "исходный код",
    "строк кода",
    "строку кода",
    "строка кода",
    "源代码",
    "代码如下",
    "原始碼",
    "程式碼",
    "ソースコード",
    "소스 코드",
];

/// Words of articles about characters and how they are written down for machines, in small letters.
const CHARACTERS: &[&str] = &[
    "unicode",
    "юникод",
    "یونیکد",
    "يونيكود",
    "ascii",
    "utf-8",
    "utf8",
    "latin-1",
    "iso 8859",
    "iso-8859",
    "windows-125",
    "mojibake",
    "krzaczk",
    "кракозябр",
    "крякозябр",
    "文字化け",
    "乱码",
    "亂碼",
    "encod",
    "kodier",
    "zeichensatz",
    "zeichensät",
    "codage",
    "codificación",
    "codificação",
    "codifica dei",
    "кодиров",
    "кодуван",
    "kodowani",
    "kódován",
    "kódolás",
    "kodning",
    "merkistö",
    "κωδικοποίησ",
    "編碼",
    "编码",
    "文字コード",
    "인코딩",
    "ترميز",
    "ترمیز",
    "کدگذاری",
    "charset",
    "character set",
    "code page",
    "codepage",
    "ampersand",
    "амперсанд",
    "esperluet",
    "et-zeichen",
    "und-zeichen",
    "e commerciale",
    "et commercial",
];

/// Words that are looked for all at once.
struct Words {
    /// In small letters.
    words: &'static [&'static str],
    search: OnceLock<Option<AhoCorasick>>,
}

static LANGUAGES_OF_PAGES_ANYWHERE: Words = Words::new(LANGUAGES_OF_PAGES);
static NAMES_ANYWHERE: Words = Words::new(PROGRAMMING);
static ABOUT_TAGS: Words = Words::new(TAGS);
static ABOUT_NOTICES: Words = Words::new(NOTICES);
static ABOUT_SUMS: Words = Words::new(SUMS);
static ABOUT_CODE: Words = Words::new(CODE);
static ABOUT_PROGRAMMING: Words = Words::new(OF_PROGRAMMING);
static ABOUT_CHARACTERS: Words = Words::new(CHARACTERS);

impl Words {
    const fn new(words: &'static [&'static str]) -> Self {
        Self { words, search: OnceLock::new() }
    }

    /// Whether one of them is a part of `text`, in capitals or not.
    fn are_in(&self, text: &str) -> bool {
        self.are_in_small_letters(&text.to_lowercase())
    }

    /// The same, for words of ASCII.
    fn of_ascii_are_in(&self, text: &str) -> bool {
        self.are_in_small_letters(&text.to_ascii_lowercase())
    }

    fn are_in_small_letters(&self, text: &str) -> bool {
        // The kind of match makes no difference to whether there is one, but lets the search look at many bytes at once.
        let build = || {
            let mut builder = AhoCorasickBuilder::new();
            builder.kind(Some(AhoCorasickKind::ContiguousNFA)).match_kind(MatchKind::LeftmostFirst);
            // A list of words is never too long for it; were it, nothing would be said to be a subject.
            builder.build(self.words).ok()
        };
        self.search.get_or_init(build).as_ref().is_some_and(|search| search.is_match(text))
    }
}

/// Whether `text` speaks about what pages are written in, the name of a file in an address aside.
pub fn is_pages(text: &str) -> bool {
    let is_language = |part: &str| {
        let part = part.trim_matches('.');
        LANGUAGES_OF_PAGES.iter().any(|language| part.eq_ignore_ascii_case(language))
    };
    LANGUAGES_OF_PAGES_ANYWHERE.of_ascii_are_in(text)
        && text
            .split(char::is_whitespace)
            .filter(|word| !word.contains('/'))
            .flat_map(|word| word.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')))
            .any(is_language)
}

/// Whether `text` speaks about cookies, tests for robots or newsletters, so that it may end in what they say.
pub fn is_notices(text: &str) -> bool {
    ABOUT_NOTICES.are_in(text)
}

/// Whether `text` speaks about sums, so that it may end in one.
pub fn is_sums(text: &str) -> bool {
    ABOUT_SUMS.are_in(text)
}

/// Whether `text` speaks about tags.
pub fn is_tags(text: &str) -> bool {
    ABOUT_TAGS.are_in(text)
}

/// Whether `text` speaks about programs or pages.
pub fn is_code(text: &str) -> bool {
    is_pages(text) || ABOUT_CODE.are_in(text)
}

/// Whether `text` speaks about writing programs, by names that mean nothing else or in so many words.
pub fn is_programming(text: &str) -> bool {
    let names = |word: &str| {
        let word = word.trim_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '+' || c == '#'));
        PROGRAMMING.iter().any(|name| word.eq_ignore_ascii_case(name))
    };
    let words = || text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | ',' | '-' | '’' | '\''));
    is_pages(text) || NAMES_ANYWHERE.of_ascii_are_in(text) && words().any(names) || ABOUT_PROGRAMMING.are_in(text)
}

/// Whether `text` speaks about characters.
pub fn is_characters(text: &str) -> bool {
    is_pages(text) || ABOUT_CHARACTERS.are_in(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_about_pages_code_and_characters_are_known() {
        for text in ["He wrote HTML.", "Eine HTML-Seite", "彼はHTMLを書いた", "CSS, JavaScript"] {
            assert!(is_pages(text), "{text}");
        }
        for text in
            ["Her first line of code", "Sein erstes Programm", "Он пишет код", "أول سطر برمجة", "他的第一行代码"]
        {
            assert!(is_code(text), "{text}");
        }
        for text in ["It was not UTF-8", "Die Kodierung ist falsch", "Проблема в кодировке", "文字化けの例"]
        {
            assert!(is_characters(text), "{text}");
        }
        for text in ["The harbour reopened on Friday", "https://example.org/a.html", "index.html", "بندر باز شد", ""]
        {
            assert!(!is_code(text) && !is_characters(text), "{text}");
        }
    }
}
