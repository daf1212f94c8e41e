//! No repair takes a joiner out of a word, whatever is wrong around it: tried on words that are well-formed by how they
//! are made, in the scripts that need joiners.

use wirelint::fix::Safety;
use wirelint::keys;
use wirelint::lint::{self, Settings};
use wirelint::rules::RULES;
use wirelint::source::Source;

/// Joiners to try; `WIRELINT_SAMPLES` asks for more of them.
const SAMPLES: usize = 100_000;
const WORDS_OF_A_LINE: usize = 12;
const LINES_OF_A_TEXT: usize = 40;
const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nHarbour reopens after storm\n";

const ZWNJ: char = '\u{200c}';
const ZWJ: char = '\u{200d}';

/// Numbers that look random and are the same in every run (xorshift, by Marsaglia).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("below end")
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn letters(&mut self, letters: &str, least: usize, most: usize) -> String {
        let letters: Vec<char> = letters.chars().collect();
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| letters[self.below(letters.len())]).collect()
    }
}

type Words = fn(&mut Numbers) -> String;

/// A word of each script with at least one joiner in it.
const SCRIPTS: [Words; 8] = [
    |n| {
        let stem = n.letters("بپتجچحخسشعغفقکگلمنهیابدر", 1, 6);
        let ending = n.of(&["ها", "های", "تر", "ترین", "اش", "ام", "ای", "اند", "شود", "کنند", "خواهد", "گذار"]);
        let prefix = n.of(&["", "", "می\u{200c}", "نمی\u{200c}", "بی\u{200c}"]);
        format!("{prefix}{stem}{ZWNJ}{ending}")
    },
    // Marks stand between the letters and the joiner; letters that do not join stand before it.
    |n| {
        let (stem, last) = (n.letters("بتسشنمی", 1, 4), n.letters("ادذرزژونک", 1, 1));
        let (mark, more) = (n.of(&["", "ِ", "ّ", "َّ"]), n.of(&["", "ِ"]));
        format!("{stem}{last}{mark}{ZWNJ}{}{more}{}", n.letters("هتمشی", 1, 1), n.letters("ایم", 0, 3))
    },
    |n| format!("{}ه{ZWJ}", n.of(&["۱۴۴۵", "۱۳۹۹", ""])),
    |n| {
        let consonants = "കഗചജടഡതദനപബമയരലവശസഹളഴറണ";
        let (stem, chillu) = (n.letters(consonants, 1, 4), n.letters("നരലളണ", 1, 1));
        let more = if n.below(2) == 0 {
            String::new()
        } else {
            format!("{}്{ZWNJ}{}", n.letters(consonants, 1, 1), n.letters(consonants, 1, 3))
        };
        format!("{stem}{chillu}്{ZWJ}{more}")
    },
    |n| {
        let consonants = "कखगघचजटडतदनपबमयरलवशसह";
        let joiner = if n.below(2) == 0 { ZWNJ } else { ZWJ };
        format!("{}्{joiner}{}{}", n.letters(consonants, 1, 3), n.letters(consonants, 1, 3), n.of(&["", "ा", "ी", "े"]))
    },
    |n| {
        let consonants = "කගචජටඩතදනපබමයරලවශසහ";
        let joined = n.letters("රයක", 1, 1);
        format!("{}්{ZWJ}{joined}{}{}", n.letters(consonants, 1, 3), n.of(&["", "ා", "ී"]), n.letters(consonants, 0, 3))
    },
    |n| {
        let consonants = "কখগচজটডতদনপবমযরলশসহ";
        let start = n.of(&["র\u{200d}্য", "ক্\u{200d}", "ত্\u{200c}", "দ্\u{200c}"]);
        format!("{}{start}{}", n.letters(consonants, 0, 3), n.letters(consonants, 1, 3))
    },
    |n| {
        let tone = n.of(&["", "🏻", "🏼", "🏽", "🏾", "🏿"]);
        match n.below(4) {
            0 => format!(
                "{}{tone}{ZWJ}{}",
                n.of(&["👨", "👩", "🧑"]),
                n.of(&["🚀", "🌾", "🍳", "⚕\u{fe0f}", "✈\u{fe0f}", "⚖\u{fe0f}"])
            ),
            1 => format!("👨{ZWJ}👩{ZWJ}{}{ZWJ}{}", n.of(&["👧", "👦"]), n.of(&["👧", "👦"])),
            2 => format!("{}{tone}{ZWJ}{}", n.of(&["🏃", "🤷", "🙋", "🏊"]), n.of(&["♀\u{fe0f}", "♂\u{fe0f}"])),
            _ => n
                .of(&[
                    "🏳\u{fe0f}\u{200d}🌈",
                    "❤\u{fe0f}\u{200d}🔥",
                    "👩\u{200d}❤\u{fe0f}\u{200d}👨",
                    "🐻\u{200d}❄\u{fe0f}",
                    "🏴\u{200d}☠\u{fe0f}",
                ])
                .to_owned(),
        }
    },
];

/// What is wrong between words, and has nothing to do with the joiners in them.
const FAULTS: [&str; 10] =
    ["  ", "\u{a0}", " \u{200c}", "\u{2003}", "\t", " \u{200b}", " \u{202e}", " علي ", " كتاب ", " ۱2 "];

/// A text of one script, and how many joiners in it are to stay.
fn text(numbers: &mut Numbers) -> (String, usize) {
    let word = SCRIPTS[numbers.below(SCRIPTS.len())];
    let (mut text, mut joiners) = (TOP.to_owned(), 0);
    for _ in 0..LINES_OF_A_TEXT {
        text.push('\n');
        for place in 0..WORDS_OF_A_LINE {
            if place > 0 {
                text.push_str(if numbers.below(6) == 0 { numbers.of(&FAULTS) } else { " " });
            }
            let word = word(numbers);
            joiners += word.matches([ZWNJ, ZWJ]).count();
            text.push_str(&word);
        }
        text.push_str(numbers.of(&["\n", ".\n", "!\n", " \n", "\u{a0}\n", "\u{200c}\u{200c}\n"]));
    }
    (text, joiners)
}

/// The joiners inside words in order, each with what it stands between; letters of either keyboard alike.
fn joiners(text: &str) -> Vec<(Option<char>, char, Option<char>)> {
    let folded =
        |c: Option<char>| c.filter(|c| !c.is_whitespace() && !matches!(c, '.' | '!')).and_then(keys::fold_typed);
    let context = |(at, joiner): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + joiner.len()..]);
        (folded(before.chars().next_back()), joiner.chars().next().expect("a joiner"), folded(after.chars().next()))
    };
    // What the faults bring stands behind a blank, or at the end of a line; which blank it is may change.
    let is_edge = |side: Option<char>| side.is_none_or(|c| c == ZWNJ);
    let is_of_word = |(before, joiner, after): &(_, _, _)| !(is_edge(*before) || (is_edge(*after) && *joiner == ZWNJ));
    text.match_indices([ZWNJ, ZWJ]).map(context).filter(is_of_word).collect()
}

#[test]
fn every_joiner_of_a_word_survives_every_repair() {
    let samples = std::env::var("WIRELINT_SAMPLES").ok().and_then(|given| given.parse().ok()).unwrap_or(SAMPLES);
    // Everything on, so that no rule may take one.
    let levels = RULES.iter().map(|rule| Some(rule.severity)).collect();
    let settings = Settings { levels, ..Settings::default() };
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut seen = 0;
    while seen < samples {
        let (text, expected) = text(&mut numbers);
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&Source::new("t", &text), &settings, safety).expect("the repairs settle");
            let of_words = joiners(&text);
            assert_eq!(of_words.len(), expected, "{text:?}");
            assert_eq!(joiners(&fixed.text), of_words, "{text:?}");
        }
        seen += expected;
    }
}
