//! Headers of known wires, and of none.

use super::Case;
use super::Outcome::{Keep, Report};

pub(super) const CASES: &[Case] = &[
    ("unknown-profile", "§They met.\n", Keep),
    ("unknown-profile", "News ID : 4\nTalks\n\nThey met.\n", Keep),
    ("unknown-profile", "News ID :4\nPublish date : 5/3/24\nTalks\n\nThey met.\n", Keep),
    ("unknown-profile", "کد خبر: ۲۳۶۳۳۴   تاریخ انتشار : ۱۴۰۳/۲/۱۴\nگفت‌وگوها\n\nآنان دیدار کردند.\n", Keep),
    ("unknown-profile", "Talks\n\nThey met.\n", Report),
    ("unknown-profile", "", Report),
    // What looks like a field and is not known says that the wire is another one.
    ("unknown-profile", "News ID: 4\nDate: 2024-05-03\nTalks\n\nThey met.\n", Report),
    ("unknown-profile", "Story Code : 4\n3 May 2024\nTalks\n\nThey met.\n", Report),
    // Two wires put a date like this above the headline; nothing says which one it is.
    ("unknown-profile", "Nov 4, 2021, 9:59 PM\nTalks\n\nThey met.\n", Report),
];
