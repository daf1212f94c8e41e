//! Lines about rights: what a page says about everything on it, and credits of texts and pictures.

use crate::chars;

/// A line of rights says little else than who holds them.
const MOST_WORDS_OF_RIGHTS: usize = 20;

/// Agencies whose name behind the sign of rights is the credit of a text or a picture, in lower case.
const AGENCIES: [&str; 22] = [
    "afp",
    "ap",
    "associated",
    "reuters",
    "dpa",
    "apa",
    "sda",
    "keystone",
    "epa",
    "efe",
    "ansa",
    "lapresse",
    "belga",
    "anp",
    "ritzau",
    "ntb",
    "tt",
    "pap",
    "čtk",
    "tass",
    "getty",
    "xinhua",
];

/// What the holders of a whole page call themselves, in lower case.
const HOUSES: [&str; 30] = [
    "news",
    "newspaper",
    "newspapers",
    "media",
    "times",
    "daily",
    "herald",
    "gazette",
    "publishing",
    "publishers",
    "publications",
    "network",
    "radio",
    "television",
    "tv",
    "broadcasting",
    "corporation",
    "company",
    "group",
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "gmbh",
    "verlag",
    "zeitung",
    "medien",
    "foundation",
    "website",
];

/// Forms of companies, which no photographer has behind the name.
const COMPANIES: [&str; 8] = ["ltd", "limited", "inc", "llc", "plc", "gmbh", "corporation", "company"];

/// What a line of rights is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rights {
    /// What a page says about everything on it.
    Notice,
    /// Perhaps whose text or picture this is.
    Credit,
}

/// `© 2024 Harbour News. All rights reserved.`: opens with the sign or the word, states a year or rights, and no more.
pub(super) fn rights(line: &str) -> Option<Rights> {
    if !line.starts_with(['©', '(', 'C']) {
        return None;
    }
    let signs = ["©", "(c)", "(C)", "Copyright ©", "Copyright (c)", "© Copyright", "Copyright"];
    let rest = signs.iter().find_map(|sign| line.strip_prefix(sign))?;
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<String> = rest.split(chars::is_blank).map(bare).filter(|word| !word.is_empty()).collect();
    if words.len() > MOST_WORDS_OF_RIGHTS {
        return None;
    }
    let reserves = [
        "ights reserved",
        "echte vorbehalten",
        "roits réservés",
        "erechos reservados",
        "iproduzione riservata",
        "ireitos reservados",
        "рава защищены",
    ];
    let small = rest.to_lowercase();
    if reserves.iter().any(|phrase| small.contains(phrase)) {
        return Some(Rights::Notice);
    }
    // The year of the rights comes first or last; one in between is part of a sentence.
    let opens_with_year = words.first().is_some_and(|word| is_year(word));
    let states_year = opens_with_year || words.last().is_some_and(|word| is_year(word));
    // Without the sign, a year may be the subject of a sentence.
    let is_signed = line.contains(['©', '(']) || (opens_with_year && !chars::is_finished(line));
    let names = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let is_page = words.len() == 1
        || names(&COMPANIES)
        || opens_with_year && (names(&HOUSES) || words.iter().any(|word| word.contains('.')));
    let rights = if is_page && !names(&AGENCIES) { Rights::Notice } else { Rights::Credit };
    (is_signed && states_year).then_some(rights)
}

/// Whether a word is a year, or goes from one to another: `2019–2024`.
fn is_year(word: &str) -> bool {
    word.split(['-', '–']).all(|year| year.len() == 4 && year.starts_with(['1', '2']) && chars::is_plain_number(year))
}
