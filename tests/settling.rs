//! Repairs settle, whatever mixture of faults a text has.

use proptest::prelude::*;
use wirelint::fix::Safety;
use wirelint::lint::{self, LineEnding, Settings};
use wirelint::source::Source;

use crate::properties::cases;

/// What texts are put together from: words, marks, and everything that a rule about blanks and characters looks at.
const PIECES: &[&str] = &[
    "They",
    "met",
    "café",
    "12",
    "گفت\u{200c}وگو",
    "ไทย",
    "港",
    "חיפה",
    "🏴\u{e0067}\u{e007f}",
    "Post Comment",
    "News ID : 4",
    "Publish Date : 5/3/2024 9:30:00 AM",
    "Talks resume",
    "Talks will resume",
    " the the ",
    "Exclusive",
    "28 November 2020",
    "Source:",
    "کد خبر: 236334",
    "don't",
    "don’t",
    "\"",
    "“",
    ",",
    ".",
    "”",
    "«",
    "!",
    "—",
    " ",
    " ",
    "\t",
    "\u{a0}",
    "\u{2009}",
    "\u{202f}",
    "\u{3000}",
    "\n",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{feff}",
    "\u{200b}",
    "\u{ad}",
    "\u{200e}",
    "\u{e0041}",
    "\0",
    "\u{b}",
    "\u{c}",
    "\u{7f}",
    "\u{93}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{2069}",
    "\u{fffd}",
];

const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\n";

/// Texts of such pieces, with or without a header and a headline.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    (any::<bool>(), pieces).prop_map(|(has_top, rest)| if has_top { format!("{TOP}{rest}") } else { rest })
}

fn line_endings() -> impl Strategy<Value = LineEnding> {
    prop::sample::select(&[LineEnding::Lf, LineEnding::CrLf, LineEnding::Auto][..])
}

/// Mixtures that did not settle once.
const ONCE_UNSETTLED: &[&str] = &[
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks will resumeNews ID : 4",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks will resumeTalks will resume\"",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nPost Comment\u{2028}\u{b}Post Comment",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks will resumePost Comment",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nWhy talk at all?\n\nWhy talk at all?Leave a Reply\n",
    "News ID :\u{fffd} 4Publish Date : x\nNews ID : 4Publish Date : x\nThey met in the\n\nThey met in the \n",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nName\nName | Brenn Daily\nName | Brenn Daily\n",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nName\nنام و نام خانوادگی\nName | Brenn Daily\n",
    "They\nNews ID : 4\u{200e}\nSource:",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks will resume the the  Talks will resume the the ",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks will resume  Talks will resume ",
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\nTalks  will resume Talks will resume",
];

#[test]
fn what_did_not_settle_once_settles() {
    for text in ONCE_UNSETTLED {
        for line_ending in [LineEnding::Lf, LineEnding::CrLf, LineEnding::Auto] {
            settles(text, line_ending).unwrap_or_else(|wrong| panic!("{text:?}: {wrong}"));
        }
    }
}

/// Whether the repairs of `text` settle, and leave nothing that they could have mended.
fn settles(text: &str, line_ending: LineEnding) -> Result<(), TestCaseError> {
    let settings = Settings { line_ending, ..Settings::default() };
    for safety in [Safety::Safe, Safety::Unsafe] {
        let once = lint::fix(&Source::new("mixture", text), &settings, safety);
        let once = once.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        let twice = lint::fix(&Source::new("mixture", &once.text), &settings, safety);
        let twice = twice.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert_eq!(twice.applied, []);
        prop_assert!(once.left.iter().all(|left| left.fix.as_ref().is_none_or(|fix| fix.safety < safety)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn repairs_of_a_mixture_settle(text in texts(), line_ending in line_endings()) {
        settles(&text, line_ending)?;
    }

    #[test]
    fn safe_repairs_keep_every_visible_character(text in texts()) {
        // A label may lose the marks around it, such as the bullet of `• News ID`; nothing else loses any.
        let visible = |text: &str| -> String {
            let is_kept = |c: &char| !(c.is_whitespace() || wirelint::chars::is_unprintable(*c));
            let is_mark = |c: &char| "_-–—.·•*|#>►".contains(*c);
            text.chars().filter(|c| is_kept(c) && !is_mark(c)).collect()
        };
        let fixed = lint::fix(&Source::new("mixture", &text), &Settings::default(), Safety::Safe);
        let fixed = fixed.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        if fixed.removed.is_empty() {
            prop_assert_eq!(visible(&fixed.text), visible(&text));
        }
    }
}
