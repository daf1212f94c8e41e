//! What goes wrong with the characters of an article on its way through pages, editors and encodings.

use super::encodings;
use super::tally::Damaged;

/// One way in which characters go wrong.
pub(crate) struct Defect {
    /// What it is, for the report.
    pub(crate) name: &'static str,
    /// The languages in which it happens; all if empty.
    pub(crate) languages: &'static [&'static str],
    /// Puts it into a clean article, if there is a place for it.
    pub(crate) put: fn(&str) -> Option<Damaged>,
}

/// Lines above this one are the header, the headline and the standfirst.
const FIRST_PARAGRAPH: usize = 6;

/// Changes the first paragraph that `change` has a use for.
fn in_a_paragraph(text: &str, change: impl Fn(&str) -> Option<String>) -> Option<Damaged> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (at, line) = lines.iter().enumerate().skip(FIRST_PARAGRAPH).find_map(|(at, line)| {
        let changed = change(line).filter(|changed| changed != line)?;
        Some((at, changed))
    })?;
    let count = line.split('\n').count();
    lines[at] = line;
    Some(Damaged { text: lines.join("\n") + "\n", lines: at..at + count, is_leftover: false })
}

/// The byte in the middle of a line at which `fits` holds for the characters on both sides.
fn middle(line: &str, fits: impl Fn(char, char) -> bool) -> Option<usize> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let found = |pair: &&[(usize, char)]| fits(pair[0].1, pair[1].1);
    chars.windows(2).skip(chars.len() / 3).find(found).map(|pair| pair[1].0)
}

/// Puts `what` between two letters.
fn inside_word(text: &str, what: &str) -> Option<Damaged> {
    in_a_paragraph(text, |line| {
        let at = middle(line, |a, b| a.is_lowercase() && b.is_lowercase())?;
        Some(format!("{}{what}{}", &line[..at], &line[at..]))
    })
}

/// Puts `what` in place of a space between two longer words.
fn for_a_space(text: &str, what: &str) -> Option<Damaged> {
    in_a_paragraph(text, |line| {
        let is_word = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
        let words: Vec<&str> = line.split(' ').collect();
        let at = (0..words.len().saturating_sub(1)).find(|at| is_word(words[*at]) && is_word(words[at + 1]))?;
        Some(format!("{}{what}{}", words[..=at].join(" "), words[at + 1..].join(" ")))
    })
}

fn at_the_end(text: &str, what: &str) -> Option<Damaged> {
    in_a_paragraph(text, |line| (!line.is_empty()).then(|| format!("{line}{what}")))
}

fn at_the_start(text: &str, what: &str) -> Option<Damaged> {
    in_a_paragraph(text, |line| {
        let is_indented = line.starts_with(wirelint::chars::is_blank);
        (!line.is_empty() && !is_indented).then(|| format!("{what}{line}"))
    })
}

fn replaced(text: &str, from: &str, to: &str) -> Option<Damaged> {
    in_a_paragraph(text, |line| line.contains(from).then(|| line.replacen(from, to, 1)))
}

/// The whole file.
fn whole(text: String) -> Damaged {
    let lines = 0..text.lines().count();
    Damaged { text, lines, is_leftover: false }
}

fn garbled(text: &str, read: fn(&str) -> String) -> Option<Damaged> {
    in_a_paragraph(text, |line| (line.len() > 80 && !line.is_ascii()).then(|| read(line)))
}

const fn any(name: &'static str, put: fn(&str) -> Option<Damaged>) -> Defect {
    Defect { name, languages: &[], put }
}

/// All of them.
pub(crate) const DEFECTS: &[Defect] = &[
    any("no-break space between two words", |text| for_a_space(text, "\u{a0}")),
    any("no-break space at the end of a line", |text| at_the_end(text, "\u{a0}")),
    any("no-break space and a space between two words", |text| for_a_space(text, "\u{a0} ")),
    any("thin space between two words", |text| for_a_space(text, "\u{2009}")),
    any("em space between two words", |text| for_a_space(text, "\u{2003}")),
    any("two spaces between two words", |text| for_a_space(text, "  ")),
    any("tab between two words", |text| for_a_space(text, "\t")),
    any("space at the end of a line", |text| at_the_end(text, " ")),
    any("spaces at the start of a line", |text| at_the_start(text, "   ")),
    any("tab at the start of a line", |text| at_the_start(text, "\t")),
    any("two more blank lines", |text| {
        let text = text.replacen("\n\n", "\n\n\n\n", 2);
        Some(whole(text))
    }),
    any("no line end at the end", |text| Some(whole(text.trim_end().to_owned()))),
    any("CR LF line ends", |text| Some(whole(text.replace('\n', "\r\n")))),
    any("byte order mark at the start", |text| Some(whole(format!("\u{feff}{text}")))),
    any("byte order mark inside a word", |text| inside_word(text, "\u{feff}")),
    any("zero-width space inside a word", |text| inside_word(text, "\u{200b}")),
    any("soft hyphen inside a word", |text| inside_word(text, "\u{ad}")),
    any("word joiner inside a word", |text| inside_word(text, "\u{2060}")),
    any("null character inside a word", |text| inside_word(text, "\0")),
    any("bell character inside a word", |text| inside_word(text, "\u{7}")),
    any("C1 control inside a word", |text| inside_word(text, "\u{93}")),
    any("line separator between two words", |text| for_a_space(text, "\u{2028}")),
    any("replacement character inside a word", |text| inside_word(text, "\u{fffd}")),
    any("right-to-left override around a word", |text| {
        in_a_paragraph(text, |line| {
            let (first, rest) = line.split_once(' ')?;
            Some(format!("\u{202e}{first}\u{202c} {rest}"))
        })
    }),
    Defect {
        name: "left-to-right mark in a line from left to right",
        languages: &["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "tr", "id", "vi", "sv", "el"],
        put: |text| for_a_space(text, " \u{200e}"),
    },
    any("UTF-8 read as windows-1252, a paragraph", |text| garbled(text, encodings::read_as_1252)),
    any("UTF-8 read as ISO 8859-1, a paragraph", |text| garbled(text, encodings::read_as_latin_1)),
    any("UTF-8 read as windows-1251, a paragraph", |text| garbled(text, encodings::read_as_1251)),
    any("UTF-8 read as windows-1252, quotes and dashes only", |text| {
        in_a_paragraph(text, |line| {
            let is_mark = |c: char| "’‘“”„–—…«»".contains(c);
            line.contains(is_mark).then(|| {
                let pieces =
                    line.chars().map(|c| if is_mark(c) { encodings::read_as_1252(&c.to_string()) } else { c.into() });
                pieces.collect()
            })
        })
    }),
    any("`&nbsp;` between two words", |text| for_a_space(text, "&nbsp;")),
    any("`&amp;` between two words", |text| for_a_space(text, " &amp; ")),
    any("`&quot;` for quotation marks", |text| {
        in_a_paragraph(text, |line| line.contains('“').then(|| line.replace(['“', '”', '„'], "&quot;")))
    }),
    any("`<p>` around a paragraph", |text| {
        in_a_paragraph(text, |line| (line.len() > 80).then(|| format!("<p>{line}</p>")))
    }),
    any("`<br />` at the end of a line", |text| at_the_end(text, "<br />")),
    any("`<strong>` around a word", |text| {
        in_a_paragraph(text, |line| {
            let (first, rest) = line.split_once(' ').filter(|_| line.len() > 80)?;
            Some(format!("<strong>{first}</strong> {rest}"))
        })
    }),
    Defect {
        name: "kashida inside a word",
        languages: &["ar", "fa", "ur"],
        put: |text| {
            in_a_paragraph(text, |line| {
                let at = middle(line, |a, b| "بتنمهس".contains(a) && "بتنمرا".contains(b))?;
                Some(format!("{}ـــ{}", &line[..at], &line[at..]))
            })
        },
    },
    Defect {
        name: "Arabic yeh and kaf in Persian",
        languages: &["fa"],
        put: |text| {
            in_a_paragraph(text, |line| line.contains(['ی', 'ک']).then(|| line.replace('ی', "ي").replace('ک', "ك")))
        },
    },
    Defect { name: "a joiner twice", languages: &["fa"], put: |text| replaced(text, "\u{200c}", "\u{200c}\u{200c}") },
    Defect { name: "a joiner beside a space", languages: &["fa"], put: |text| replaced(text, " ", "\u{200c} ") },
    Defect {
        name: "Persian and Latin digits in one number",
        languages: &["fa"],
        put: |text| {
            in_a_paragraph(text, |line| {
                let is_digit = |c: char| ('۰'..='۹').contains(&c);
                let at = middle(line, |a, b| is_digit(a) && is_digit(b))?;
                let digit = line[at..].chars().next()?;
                let latin = char::from_digit(u32::from(digit) - u32::from('۰'), 10)?;
                Some(format!("{}{latin}{}", &line[..at], &line[at + digit.len_utf8()..]))
            })
        },
    },
    any("the headline once more", |text| {
        let headline = text.lines().nth(2)?;
        let text = text.replacen("\n\n", &format!("\n\n{headline}\n\n"), 1);
        Some(Damaged { text, lines: 3..6, is_leftover: false })
    }),
    any("a paragraph twice", |text| {
        in_a_paragraph(text, |line| (line.chars().count() > 80).then(|| format!("{line}\n\n{line}")))
    }),
    any("space before a full stop", |text| {
        in_a_paragraph(text, |line| line.strip_suffix('.').map(|rest| format!("{rest} .")))
    }),
    any("two commas", |text| replaced(text, ", ", ",, ")),
];
