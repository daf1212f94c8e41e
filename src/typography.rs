//! Which words typographers keep together with a blank that does not break, in the languages that news is written in.

use crate::chars;

/// Whether typographers keep the words on both sides of a blank together: `before` is the line up to the blank, `after`
/// the line from there on.
///
/// That is so beside a number and a numeral, before the marks that French sets apart and inside its quotation marks,
/// beside a dash or a sign, between two quotation marks, after an initial, a title and other abbreviations, after the
/// short words that Slavic languages do not leave at the end of a line, before the number of a note, after a word of one letter other than the
/// English `a` and `I`, and in scripts that have no blanks between words.
///
/// Source: the typographic rules of the Imprimerie nationale, Duden, ČSN 01 6910, PWN, Milchin's Spravochnik, and the
/// Chicago Manual of Style.
pub fn is_kept_together(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let is_boundary = |c: char| chars::is_blank(c) || matches!(c, '(' | '[' | '«' | '“' | '„' | '"' | '‘' | '/' | '-');
    let word = before.rsplit(is_boundary).next().unwrap_or_default();
    let next_word = after.split(chars::is_blank).next().unwrap_or_default();
    last.is_numeric()
        || begins_with_number(word)
        || next.is_numeric()
        || is_numeral(word)
        || is_numeral(next_word)
        || is_mark_set_apart(last, next)
        || is_note(next_word)
        || is_abbreviation(word, next)
        || is_short_word(word, next_word, before, after)
        || has_no_blanks_between_words(last)
        || has_no_blanks_between_words(next)
}

/// A number with an ending, or with the full stop that makes it an ordinal in German, Czech and others; behind more than
/// two digits, a full stop ends a sentence.
fn begins_with_number(word: &str) -> bool {
    word.starts_with(char::is_numeric) && (!word.ends_with('.') || word.chars().count() <= 3)
}

/// The number of a note: `[2]`.
fn is_note(word: &str) -> bool {
    word.strip_prefix('[').is_some_and(|rest| rest.starts_with(char::is_numeric))
}

/// Marks that have a blank beside them which must not break.
fn is_mark_set_apart(last: char, next: char) -> bool {
    let is_quote = |c| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›');
    let is_sign = |c| {
        matches!(
            c,
            '%' | '‰'
                | '°'
                | '§'
                | '№'
                | '&'
                | '='
                | '+'
                | '±'
                | '×'
                | '÷'
                | '<'
                | '>'
                | '≈'
                | '/'
                | '|'
                | '•'
                | '·'
                | '*'
                | '†'
                | '©'
        ) || is_currency(c)
    };
    matches!(last, '«' | '‹')
        || matches!(next, ':' | ';' | '!' | '?' | '»' | '›' | '…' | '؛' | '؟')
        || (last == '.' && next == '.')
        || (is_quote(last) && is_quote(next))
        || [last, next].into_iter().any(|c| is_dash(c) || is_sign(c))
}

/// A dash or hyphen of any length.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}' | '\u{fdfc}')
}

/// A number in Roman letters, as of kings and centuries; French and others add an ending. One letter counts if it is
/// `V` or `X`, which are no words.
fn is_numeral(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')']);
    let digits = word.trim_end_matches(['e', 'r', 'è', 'm', 'ᵉ', 'º', 'ª']);
    let is_roman = |c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M');
    digits.chars().all(is_roman) && (digits.len() > 1 || matches!(digits, "V" | "X"))
}

/// Abbreviations that belong to the word behind them even if it has a capital: titles, offices, streets, saints, births,
/// large numbers before a currency. They are in small letters and without their last full stop, by the languages that
/// have them; most are of several. Words that end sentences in another language are not among them.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    // English
    "capt", "cf", "cmdr", "col", "e.g", "fig", "gen", "gov", "hon", "i.e", "jr", "lt", "maj", "mr", "mrs", "ms", "mt", "pp", "prof",
    "rep", "rev", "sen", "sgt", "sr", "st", "vol", "vs",
    // German
    "abb", "abs", "anm", "art", "bd", "bgm", "bl", "bzw", "ca", "dipl", "dr", "einschl", "ev", "evtl", "geb", "gegr", "gest", "gez",
    "ggf", "hl", "hr", "hrsg", "ing", "inkl", "insg", "kap", "kath", "kgl", "mag", "mio", "mrd", "nr", "phil", "rd", "sog", "str",
    "stv", "tab", "tel", "tsd", "verh", "verw", "vgl", "zzgl",
    // French
    "bld", "chap", "env", "mgr", "mlle", "mm", "mme", "op", "p.ex", "éd",
    // Spanish, Portuguese
    "av", "avda", "ctra", "cía", "dpto", "dra", "dña", "excma", "excmo", "exma", "exmo", "fdo", "gral", "lic", "mons", "nro", "núm",
    "pbro", "pdte", "profa", "pág", "rdo", "rvdo", "sra", "sres", "srta", "sta", "sto", "tte", "ud", "uds", "vda",
    // Italian
    "arch", "avv", "cav", "dott", "dott.ssa", "geom", "prof.ssa", "rag", "sig", "sig.na", "sig.ra", "sigg", "ste",
    // Dutch
    "bijv", "blz", "dhr", "drs", "ds", "gebr", "incl", "ir", "jhr", "mej", "mevr", "mld", "mln", "mw", "resp", "zgn",
    // Swedish, Danish, Norwegian, Finnish
    "esim", "f.eks", "fhv", "jf", "jfr", "ks", "mia", "milj", "mill", "t.ex", "vrt",
    // Polish
    "abp", "adm", "al", "bp", "dyr", "hab", "im", "inż", "kard", "kpt", "m.in", "mec", "min", "mjr", "np", "os", "por", "ppor",
    "ppłk", "przew", "płk", "rys", "sierż", "tys", "tzn", "tzw", "ul", "ur", "woj", "wyd", "zob", "śp", "św",
    // Czech, Slovak
    "akad", "bc", "cca", "csc", "cz", "doc", "hod", "judr", "mudr", "mvdr", "napr", "např", "npor", "nprap", "nábř", "nám", "obr",
    "okr", "paeddr", "phdr", "plk", "pozn", "pplk", "rndr", "sv", "thdr", "tis", "tj", "tp", "tzv", "vyd", "zvl", "čl",
    // Hungarian, Romanian
    "acad", "dl", "dna", "ifj", "jud", "pl", "sf", "univ", "vö", "özv", "ún", "șos",
    // Croatian, Serbian, Slovene
    "gdin", "gđa", "mlrd", "npr", "odn", "prim",
    // Turkish
    "alb", "bkz", "cad", "doç", "hz", "mah", "müh", "yrd", "çev", "örn",
    // Russian, Ukrainian: those of more than three letters
    "акад", "бульв", "корп", "лейт", "млрд", "напр", "полк", "прим", "просп", "проф", "табл", "трлн", "урожд",
    // Greek
    "άρθ", "αγ", "αρ", "βλ", "δηλ", "δισ", "δρ", "εκ", "εκατ", "κα", "κας", "κκ", "λεωφ", "πλ", "πρβλ", "σελ", "στρ", "τηλ", "τρισ",
    "χιλ", "χλμ",
];

/// A word before a full stop and a small letter is an abbreviation up to so many characters.
const LONGEST_ABBREVIATION: usize = 6;

/// Large numbers that belong to the word behind them and have no full stop in some languages, in small letters.
const NUMBERS: [&str; 9] = ["mio", "mld", "mln", "mlrd", "mrd", "млн", "млрд", "трлн", "тыс"];

/// Titles that some languages write without a full stop.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "St", "Mme", "Mmes", "Mlle", "MM", "Me", "Pr", "Pre", "Dre", "Mgr", "Sir", "Ing", "Mag", "Prof",
    "dr", "mgr", "prof", "Sr", "Sra", "Hr", "Fru", "Frau", "Herr", "Herrn", "Sig", "Dott", "Gen", "Col", "Capt", "Lt", "Sgt",
];

/// Whether a word is an initial or one of [`ABBREVIATIONS`] (`next` begins the word behind it). A capital and a small
/// letter are an initial as well: Yu., Дж., Th.
fn is_abbreviation(word: &str, next: char) -> bool {
    let Some(stem) = word.strip_suffix('.') else {
        // Titles are written without a full stop in Britain, France and the north.
        let is_title = TITLES.contains(&word) && next.is_uppercase();
        return is_title || NUMBERS.contains(&word.to_lowercase().as_str());
    };
    // The article of Italian and French: l’avv. Rossi.
    let stem = stem.rsplit(['’', '\'']).next().filter(|stem| stem.len() > 1).unwrap_or(stem);
    // Behind the end of a sentence comes a capital.
    if next.is_lowercase() && (1..=LONGEST_ABBREVIATION).contains(&stem.chars().count()) {
        return true;
    }
    let initial = stem.rsplit('.').next().unwrap_or_default();
    let mut letters = initial.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    let is_initial = match (first, second, third) {
        (Some(only), None, _) => only.is_alphabetic(),
        // Cyrillic has ул., им., см.; the scripts of India end a sentence with another mark.
        (Some(first), Some(_), _) if is_cyrillic(first) => initial.chars().count() <= 3,
        (Some('\u{900}'..='\u{dff}'), Some(_), _) => initial.chars().count() <= 4,
        // Doubled letters are a plural: EE. UU., SS. MM., AA. VV.
        (Some(first), Some(second), None) if first == second => first.is_uppercase(),
        (Some(first), Some(second), None) => first.is_uppercase() && second.is_lowercase() && next.is_uppercase(),
        _ => false,
    };
    is_initial || ABBREVIATIONS.contains(&stem.to_lowercase().as_str())
}

/// Words that are not left at the end of a line: of one letter in many languages, of up to three in Cyrillic, of two in
/// Czech, Slovak and Polish; and the particles that Cyrillic does not leave at the start of one.
fn is_short_word(word: &str, next_word: &str, before: &str, after: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next().filter(|_| word.chars().all(char::is_alphabetic)) else {
        return is_particle(next_word);
    };
    match 1 + letters.count() {
        1 if matches!(first, 'a' | 'A' | 'I') => !is_english(chars::surroundings(before, after)),
        1 => true,
        2 if first < '\u{180}' => chars::surroundings(before, after).into_iter().any(is_slavic),
        2 | 3 if is_cyrillic(first) => true,
        _ => is_particle(next_word),
    }
}

fn is_particle(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', '?', '!', ':', ';', '»', '”', '“', ')', '…']);
    matches!(word, "бы" | "б" | "же" | "ж" | "ли" | "ль" | "би" | "чи")
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Whether text is Czech, Slovak, Polish or a neighbour of theirs: it has a letter that Western languages do not have
/// (Latin Extended-A), or a preposition of one consonant.
fn is_slavic(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{100}'..='\u{17f}'))
        || text
            .split(chars::is_blank)
            .any(|word| matches!(word, "k" | "s" | "v" | "w" | "z" | "K" | "S" | "V" | "W" | "Z"))
}

/// Whether text is English: it has one of the commonest words, and no letter that English does not have.
fn is_english(text: [&str; 2]) -> bool {
    let mut words = text.into_iter().flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    words.any(|word| ENGLISH.contains(&word))
        && !text.iter().any(|part| part.contains(|c: char| c.is_alphabetic() && !c.is_ascii()))
}

const ENGLISH: [&str; 20] = [
    "The", "the", "and", "of", "was", "were", "with", "that", "this", "for", "from", "has", "have", "had", "is", "are",
    "he", "He", "she", "said",
];

/// Thai, Lao, Tibetan, Burmese, Khmer and their neighbours: a blank there is a mark between phrases.
fn has_no_blanks_between_words(c: char) -> bool {
    chars::breaks_lines_without_spaces(c) && !chars::is_wide_script(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographers_keep_numbers_initials_and_marks_together() {
        let kept = [
            ("mot", "!"),
            ("«", "On"),
            ("fin", "»"),
            ("‹", "On"),
            ("fin", "›"),
            ("1", "000"),
            ("۱", "۰"),
            ("5", "%"),
            ("5", "kg"),
            ("$", "5"),
            ("June", "22"),
            ("str.", "12"),
            ("22.", "června"),
            ("№", "5"),
            ("Marks", "& Spencer"),
            ("Louis", "XIV,"),
            ("XXᵉ", "siècle"),
            ("XIXe", "siècle"),
            ("А.", "Пушкин"),
            ("(М.", "Иванов"),
            ("J. R.", "Tolkien"),
            ("J.-P.", "Sartre"),
            ("Дж.", "Байден"),
            ("z.", "B."),
            ("и т.", "д."),
            ("Mr.", "Smith"),
            ("Mr", "Smith"),
            ("Prof.", "Novák"),
            ("Mme", "Dupont"),
            ("5 Mio.", "Euro"),
            ("2,5 Mrd.", "Dollar"),
            ("Anna Berg, geb.", "Müller"),
            ("12 tys.", "Polaków"),
            ("12 tys.", "osób"),
            ("5 mln", "zł"),
            ("3 mld", "kr"),
            ("20 tis.", "korun"),
            ("los EE.", "UU."),
            ("las FF.", "AA."),
            ("kościół św.", "Anny"),
            ("bisk.", "pomocniczy"),
            ("αγ.", "Γεώργιος"),
            ("5 εκατ.", "ευρώ"),
            ("5 млрд", "рублей"),
            ("f.eks.", "Oslo"),
            ("özv.", "Nagy"),
            ("Москва", "— город"),
            ("—", "город"),
            ("в", "Праге"),
            ("Он не", "пришёл"),
            ("пришёл", "бы, если"),
            ("i v", "Praze"),
            ("Vlak i", "autobus a"),
            ("Vlak a", "autobus"),
            ("Zůstal ve", "městě"),
            ("Wstał i", "poszedł"),
            ("ไทย", "ไทย"),
            ("བོད་།", "ཡིག"),
            ("He waited .", ". ."),
            ("des revues", "[2]. Puis"),
            ("“He said ‘no’", "”"),
        ];
        for (before, after) in kept {
            assert!(is_kept_together(before, after), "{before} {after}");
        }
    }

    #[test]
    fn words_that_nothing_binds_are_not_kept_together() {
        for (before, after) in [
            ("they", "called"),
            ("new stage.", "“As"),
            ("to finalize", "a comprehensive"),
            ("the man was a", "hero"),
            ("and I", "said"),
            ("He is in", "town"),
            ("USA.", "He"),
            ("he said no.", "The"),
            ("on the wall is red.", "The"),
            ("cinco mil.", "El"),
            ("the harbour.", "it"),
            ("a town called Aa", "Berg"),
            ("in 2024.", "He"),
            ("with us.", "He"),
            ("they", "[the crew] left"),
            ("Sie kommt", "morgen"),
            ("Il est", "parti"),
            ("Город", "большой"),
            ("بندر", "باز"),
            ("東京", "大阪"),
        ] {
            assert!(!is_kept_together(before, after), "{before} {after}");
        }
    }
}
