//! Misread text in many languages: clean sentences have no finding, misread ones have one, and come back as they were.

use wirelint::fix::Safety;
use wirelint::lint::{self, Settings};
use wirelint::mojibake::{self, Encoding};
use wirelint::rules::RULES;
use wirelint::source::Source;

use crate::support::languages::SENTENCES;

/// What must be found and put back: as it looks, as it was.
const WILD: &[(&str, &str)] = &[
    ("Iranâ€™s envoy", "Iran’s envoy"),
    ("â€œYes,â€\u{9d} she said", "“Yes,” she said"),
    ("2019â€“2021", "2019–2021"),
    ("the port â€” closed", "the port — closed"),
    ("and thenâ€¦", "and then…"),
    ("â€˜open\u{e2}\u{20ac}\u{2122}", "‘open’"),
    ("â€¢ first point", "• first point"),
    ("5Â\u{a0}km away", "5\u{a0}km away"),
    ("wordÂ\u{a0}word", "word\u{a0}word"),
    ("25Â°C at noon", "25°C at noon"),
    ("Â£5 a head", "£5 a head"),
    ("Â© The port", "© The port"),
    ("â‚¬5 a head", "€5 a head"),
    ("Portâ„¢", "Port™"),
    ("cafÃ©", "café"),
    ("voilÃ\u{a0} tout", "voilà tout"),
    ("le pÃ¨re NoÃ«l", "le père Noël"),
    ("Ãˆ giÃ\u{a0} lunedÃ¬", "È già lunedì"),
    ("FranÃ§ais et crÃªpes", "Français et crêpes"),
    ("Ã‰cole", "École"),
    ("cÅ“ur", "cœur"),
    ("Ã…land", "Åland"),
    ("Ã–sterreich", "Österreich"),
    ("Ã¼ber KÃ¶ln", "über Köln"),
    ("GrÃ¶ÃŸe", "Größe"),
    ("MÃœNCHEN", "MÜNCHEN"),
    ("KÃ–LN LÃ„SST GRÃœSSEN", "KÖLN LÄSST GRÜSSEN"),
    ("seÃ±or", "señor"),
    ("ESPAÃ‘A", "ESPAÑA"),
    ("PaÃ\u{ad}s y paÃ\u{ad}ses", "País y países"),
    ("Â¿QuiÃ©n? Â¡TÃº!", "¿Quién? ¡Tú!"),
    ("previsÃ£o de aÃ§Ã£o", "previsão de ação"),
    ("NÃƒO Ã‰", "NÃO É"),
    ("smÃ¸rrebrÃ¸d pÃ¥ Ã¸en", "smørrebrød på øen"),
    ("Ã\u{9e}Ã³rÃ°ur", "Þórður"),
    ("siÄ™ dzieje", "się dzieje"),
    ("ÅšwiÄ™to", "Święto"),
    ("pÅ™Ã\u{ad}Å¡tÃ\u{ad}", "příští"),
    ("baÅŸladÄ± dÃ¼n", "başladı dün"),
    ("Ä°stanbul", "İstanbul"),
    ("Äžlan ÅŸehri", "Ğlan şehri"),
    ("Ĺ‚Ăłdka juĹĽ", "łódka już"),
    ("pĹ™Ă\u{ad}ĹˇtĂ\u{ad}", "příští"),
    ("gÉ™lÉ™cÉ™k", "gələcək"),
    ("boÊ»lmadi", "boʻlmadi"),
    ("ngÆ°á»\u{9d}i dÃ¢n", "người dân"),
    ("Ø³Ù„Ø§Ù…", "سلام"),
    ("Ø§Ù„Ù…ÙŠÙ†Ø§Ø¡", "الميناء"),
    ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
    ("РџСЂРёРІРµС‚", "Привет"),
    ("РЎРµРІРµСЂ вЂ” Р®Рі", "Север — Юг"),
    ("Ð¢Ð¾Ñ‡ÐºÐ°", "Точка"),
    ("Î•Î»Î»Î¬Î´Î±", "Ελλάδα"),
    ("Ξ›ΞΉΞΌΞ¬Ξ½ΞΉ", "Λιμάνι"),
    ("×©×œ×•×\u{9d}", "שלום"),
    ("à¤¨à¤®à¤¸à¥\u{8d}à¤¤à¥‡", "नमस्ते"),
    ("à¹€à¸£à¸·à¸\u{ad}", "เรือ"),
    ("æ—¥æœ¬èªž", "日本語"),
    ("ì„œìš¸", "서울"),
    ("ðŸ˜€ ferry", "😀 ferry"),
    ("itâ\u{80}\u{99}s", "it’s"),
    ("cafÃƒÂ©", "café"),
    ("itÃ¢â‚¬â„¢s", "it’s"),
    ("caf√© and it‚Äôs", "café and it’s"),
    ("caf├⌐ and itΓÇÖs", "café and it’s"),
    ("cafГ© and itвЂ™s", "café and it’s"),
    ("itâ€™s a cafÃ© in KÃ¶ln", "it’s a café in Köln"),
    ("voilÃ ", "voilà "),
    ("No doubt.â€\u{fffd}", "No doubt.”"),
    ("ï»¿The port", "\u{feff}The port"),
];

/// What somebody has written so.
const CLEAN: &[&str] = &[
    "MAÇÃ",
    "NÃO “É”",
    "SÃO “",
    "“FALA, IRMÃ”",
    "«MAÇû",
    "AMANHÖSÁBADO",
    "IRMÃ…",
    "A LETRA à E O Õ",
    "“CÂNCER”",
    "GÂNDURI",
    "CÂŞTIG",
    "ÎNCĂ",
    "RĂŞINOASE",
    "Ăştia îşi",
    "Îşi",
    "ÂU CƠ",
    "BELÂ”",
    "Âşık",
    "25 °C",
    "« À »",
    "À…",
    "déjà\u{a0}»",
    "été\u{a0}»…",
    "café”…",
    "l’été’",
    "Québécois…",
    "« Â\u{a0}»",
    "É–È",
    "CAFÉ™",
    "LÄ®",
    "Łódź…",
    "Łź",
    "Źródło",
    "PÍŠE",
    "VÝŠKA",
    "TÉŽ",
    "STRÁŽ",
    "PÄŤ",
    "ŠKODA™",
    "Ľľ",
    "„Ä“ und „Ö“",
    "‚Ärger‘",
    "‚Ä‘",
    "Ångström",
    "„på Å“",
    "Å\u{a0}i Lofoten",
    "A–Å–Ø",
    "Æ–Ø–Å",
    "Ø30 mm",
    "ÅÄÖ",
    "”Å”",
    "DÜŠŠ",
    "TUŠŠ",
    "Ðað”",
    "Þór™",
    "ð…",
    "Россия",
    "РС",
    "«АвтоР»",
    "США и С…",
    "РІЧ",
    "СІРІ",
    "СІРІЄ",
    "ГіБ",
    "ГіБіт",
    "«витамин В»",
    "В\u{a0}Праге",
    "Съёмка",
    "СЁРЁ",
    "ЊЕЉА",
    "Ђорђе",
    "ΞΈΝΟΣ",
    "«Ξ»",
    "«Ο»",
    "Ο…",
    "µm",
    "2 √é",
    "├── é",
    "│ é",
    "—à la",
    "«état»",
    "… état",
    "O‘zbekiston",
    "Oʻzbekiston",
    "hÉireann",
    "tÚdarás",
    "McÉ",
    "naïve™",
    "José†",
    "año²",
    "R$ 5·É",
    "ÖåóôéâÜë ×ïñùäéþí",
    "ÇáÓáÇã",
    "Ïðèâåò",
    "Mio€ – 5€",
    "ÿ",
    "×2",
    "5×3×2",
    "ß…",
];

fn settings() -> Settings {
    let levels = RULES.iter().map(|rule| (rule.name == "mojibake").then_some(rule.severity)).collect();
    Settings { levels, ..Settings::default() }
}

/// Whether the line has a finding, and what repairs of that safety make of it.
fn mended(line: &str, safety: Safety) -> (bool, String) {
    let source = Source::new("t", line);
    let fixed = lint::fix(&source, &settings(), safety).expect("the repairs settle");
    (!lint::check(&source, &settings()).diagnostics.is_empty(), fixed.text)
}

#[test]
fn what_is_met_in_the_wild_is_put_back() {
    let mut wrong = Vec::new();
    for (garbled, meant) in WILD {
        let (is_found, text) = mended(garbled, Safety::Unsafe);
        if !is_found || text != *meant {
            wrong.push(format!("{garbled:?} gives {text:?}, not {meant:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_somebody_has_written_is_left_alone() {
    let mut wrong = Vec::new();
    for clean in CLEAN {
        for line in [(*clean).to_owned(), format!("Ida {clean} Brandt"), format!("«{clean}», sa: {clean}.")] {
            let found = mojibake::find(&line);
            if !found.is_empty() {
                wrong.push(format!("{line:?}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clean_sentences_have_no_finding_in_small_letters_and_in_capitals() {
    for (language, sentences) in SENTENCES {
        for sentence in sentences.iter().flat_map(|text| [(*text).to_owned(), text.to_uppercase(), format!("“{text}”")])
        {
            assert_eq!(mojibake::find(&sentence), [], "{language}: {sentence}");
        }
    }
}

#[test]
#[allow(clippy::print_stderr, reason = "shown if the test fails: what was not put back")]
fn misread_sentences_are_found_and_come_back_as_they_were() {
    // What is missing are scripts that nobody reads in that encoding, and single Latin letters that it makes Cyrillic:
    // `Зі` in an otherwise Ukrainian line is what somebody wrote.
    for (name, wanted) in [
        ("Windows-1252", 100),
        ("ISO-8859-1", 100),
        ("Windows-1251", 89),
        ("Windows-1250", 97),
        ("Windows-1254", 96),
        ("Windows-1257", 91),
        ("Windows-1253", 88),
        ("ISO-8859-2", 80),
    ] {
        let encoding = Encoding::all().find(|encoding| encoding.name() == name).expect("known");
        let (mut all, mut back, mut safe) = (0, 0, 0);
        for sentence in SENTENCES.iter().flat_map(|(_, sentences)| sentences).filter(|text| !text.is_ascii()) {
            let garbled = encoding.misread(sentence);
            let (is_found, text) = mended(&garbled, Safety::Unsafe);
            let is_back = is_found && text == *sentence;
            if !is_back {
                eprintln!("{name}: {sentence}\n    {garbled}\n    {text}");
            }
            let kept = mended(&garbled, Safety::Safe).1;
            assert!(kept == *sentence || kept == garbled, "{name}: a safe repair gives {kept:?}, not {sentence:?}");
            (all, back, safe) = (all + 1, back + usize::from(is_back), safe + usize::from(kept == *sentence));
        }
        eprintln!("{name}: {back} of {all} put back, {safe} of them safely");
        assert!(back * 100 >= all * wanted, "{name}: {back} of {all}");
    }
}

/// Blanks and invisible characters inside misread text are parts of letters.
#[test]
fn no_other_safe_repair_destroys_half_a_letter() {
    for garbled in ["voilÃ\u{a0}tout", "PaÃ\u{ad}s", "Ã\u{85}land i haÃ\u{85}", "dÃ©jÃ\u{a0}", "itâ\u{80}\u{99}s"]
    {
        let settings = Settings {
            levels: Settings::default()
                .levels
                .into_iter()
                .zip(RULES)
                .map(|(level, rule)| level.filter(|_| rule.name != "mojibake"))
                .collect(),
            ..Settings::default()
        };
        let text = format!("News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n\n{garbled}\n");
        let fixed = lint::fix(&Source::new("t", &text), &settings, Safety::Safe).expect("the repairs settle");
        assert_eq!(fixed.text, text);
    }
}

/// Where every byte is a letter, nobody can tell which one the lost character was.
#[test]
fn a_lost_character_is_told_only_where_one_byte_can_have_been_lost() {
    for (line, meant) in [("FerвЂ\u{fffd}il at noon", None), ("No doubt.â€\u{fffd}", Some("”"))] {
        let found = mojibake::find(line);
        let told: Vec<Option<&str>> = found.iter().map(|garble| garble.meant.as_deref()).collect();
        assert_eq!(told, [meant], "{line}");
    }
}
