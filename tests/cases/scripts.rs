//! Cases of the rules about scripts whose letters join.

use super::Case;
use super::Outcome::{Keep, Mend};
use wirelint::fix::Safety::{Safe, Unsafe};

pub(super) const CASES: &[Case] = &[
    ("zero-width-misuse", "§خانه\u{200c} ما\n", Mend(Safe, "§خانه ما\n")),
    ("zero-width-misuse", "§خانه \u{200c}ما\n", Mend(Safe, "§خانه ما\n")),
    ("zero-width-misuse", "§خانه\u{200c}\u{a0}ما\n", Mend(Safe, "§خانه\u{a0}ما\n")),
    ("zero-width-misuse", "§\u{200c}خانه\u{200c}\r\n", Mend(Safe, "§خانه\r\n")),
    ("zero-width-misuse", "§\u{200c}\n\nخانه\n", Mend(Safe, "§\n\nخانه\n")),
    ("zero-width-misuse", "§خانه\u{200c}، (\u{200c}باغ\u{200c})\n", Mend(Safe, "§خانه، (باغ)\n")),
    ("zero-width-misuse", "§می\u{200c}\u{200c}خواهم\n", Mend(Safe, "§می\u{200c}خواهم\n")),
    ("zero-width-misuse", "§می\u{200c}\u{200c}\u{200c} خواهم\n", Mend(Safe, "§می خواهم\n")),
    ("zero-width-misuse", "§Auf\u{200d}\u{200c}\u{200d}lage\n", Keep),
    ("zero-width-misuse", "§re\u{200c}open гав\u{200c}ань 東\u{200c}京\n", Mend(Safe, "§reopen гавань 東京\n")),
    ("zero-width-misuse", "§re\u{200d}open\n", Mend(Unsafe, "§reopen\n")),
    ("zero-width-misuse", "§They met.\u{200d}\n", Mend(Safe, "§They met.\n")),
    ("zero-width-misuse", "§بندر\u{200d} باز\n", Mend(Safe, "§بندر باز\n")),
    ("zero-width-misuse", "§می\u{200c}خواهم خانه\u{200c}اش ر\u{200c}ها ه\u{200c}ای\n", Keep),
    ("zero-width-misuse", "§دهه\u{200c}ی ۲۰\u{200c}ها، CD\u{200c}ها، «سی\u{200c}ان\u{200c}ان»\u{200c}ها\n", Keep),
    ("zero-width-misuse", "§سال ۱۴۴۵ ه\u{200d}.ق. و ۱۴۴۵ ه\u{200d}\n", Keep),
    ("zero-width-misuse", "§অর\u{200d}্থ র\u{200d}্য ক্\u{200c}ষ\n", Keep),
    ("zero-width-misuse", "§അവന\u{d4d}\u{200d} ക\u{d4d}\u{200c} ശ\u{dcd}\u{200d}ර\n", Keep),
    ("zero-width-misuse", "§👨\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 ❤\u{fe0f}\u{200d}🔥 🧑🏽\u{200d}🚀\n", Keep),
    ("zero-width-misuse", "§Auf\u{200c}lage, Schiff\u{200c}fahrt, Wacht\u{200c}turm\n", Keep),
    ("zero-width-misuse", "§\u{67e}\u{64e}\u{200c}\u{64e}ر\n", Keep),
];
