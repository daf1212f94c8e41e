//! Cases of the rules about repeats of the headline, lines of the page's header, and punctuation.

use super::Case;
use super::Outcome::{Keep, Mend, Report};
use wirelint::fix::Safety::{Safe, Unsafe};

pub(super) const CASES: &[Case] = &[
    // Two headlines on a line, and a headline fused with the lede.
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopensHarbour reopens\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens Harbour reopens\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nHarbour reopensFerries sail again from noon.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nFerries sail again from noon.\n"),
    ),
    ("duplicate-headline", "News ID : 4\nDuran Duran\n\nHarbour reopens\n", Keep),
    ("duplicate-headline", "News ID : 4\nBoutros Boutros\n\nThey met.\n", Keep),
    ("duplicate-headline", "News ID : 4\nHarbour reopens\n\nHarbour reopens: Ferries sail again.\n", Keep),
    ("duplicate-headline", "News ID : 4\nHarbour reopens\n\nHarbour reopens after two days of high seas.\n", Keep),
    ("duplicate-headline", "News ID : 4\nHarbour mac\n\nHarbour macAllister met the crew.\n", Keep),
    // After the standfirst, after the body, after each section, two blank lines above, and with a kicker between.
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nThey met.\n\nHarbour reopens\n\nThey left.\n\nHarbour reopens\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n\nThey left.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nExclusive\n\nHarbour reopens\n\nThey met.\n",
        Mend(Safe, "News ID : 4\nHarbour reopens\n\nExclusive\n\nThey met.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nHarbour reopens\n\nEXCLUSIVE:\n\nHarbour reopens\n\nThey met.\n",
        Mend(Safe, "News ID : 4\nHarbour reopens\n\nEXCLUSIVE:\n\nThey met.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nBrenn\n\nHarbour reopens\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nBrenn\n\nThey met.\n"),
    ),
    // Beside the name of the site, cut off, doubled, in markup.
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nHarbour reopens | Nournews\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nHarbour reopens - Brenn Daily News\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens | Nournews\n\nHarbour reopens\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\n\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nCouncil backs Brenn’s harbour plan\n\nCouncil backs Brenn\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nCouncil backs Brenn’s harbour plan\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nHarbour reopensHarbour reopens\n\nThey met.\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nThey met.\n\nalt=” Harbour reopens ” />\n",
        Mend(Unsafe, "News ID : 4\nHarbour reopens\n\nThey met.\n"),
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nالميناء يعيد فتح أبوابه\n\nالمينــاء يعيد فتح أبوابــه\n\nالتقوا.\n",
        Mend(Unsafe, "News ID : 4\nالميناء يعيد فتح أبوابه\n\nالتقوا.\n"),
    ),
    ("near-duplicate-headline", "News ID : 4\nProtests on November 18\n\nProtests on November 17\n\nThey met.\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nHarbour cup results\n\nHarbour cup results – Day 2\n\nThey met.\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nHarbour reopens\n\nHarbour reopens – after a storm\n\nThey met.\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nCup | Results\n\nCup\n\nThey met.\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nCup\n\nThey met.\n\nCup | 3 | 4\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nHarbour reopens after storm\n\nHarbour reopens\n\nThey met.\n", Keep),
    ("near-duplicate-headline", "News ID : 4\nIran’s port\n\nIran\n\nThey met.\n", Keep),
    (
        "near-duplicate-headline",
        "News ID : 4\nCouncil backs Brenn’s plan\n\nThey met.\n\nCouncil backs Brenn\n\nThey left.\n",
        Keep,
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nHarbour reopens\n\nThey met.\n\nHarbour reopens - Brenn Daily\n\nThey left.\n",
        Keep,
    ),
    ("print-header", "Saturday 28 November 2020\n§They met.\n", Mend(Unsafe, "§They met.\n")),
    ("print-header", "شنبه ۸ آذر ۱۳۹۹\n§They met.\n", Mend(Unsafe, "§They met.\n")),
    ("print-header", "суббота, 28 ноября 2020 г.\n\n§They met.\n", Mend(Unsafe, "\n§They met.\n")),
    ("print-header", "Nov 25, 2023, 8:39 AM\nNews ID : 4\nTalks\n\nThey met.\n", Report),
    ("print-header", "Saturday 28 November 2020\n\nThey met on the quay.\n", Keep),
    ("print-header", "Talks\nNews ID : 4\n\nThey met.\n", Keep),
    ("print-header", "The 28 November 2020 talks\n§They met.\n", Keep),
    ("print-header", "§28 November 2020\n\nThey met.\n", Keep),
    ("metadata-in-body", "§They met.\n\nکد خبر: 236334\n\nThey left.\n", Mend(Unsafe, "§They met.\n\nThey left.\n")),
    ("metadata-in-body", "§They met.\n\nStory Code : 1320134\n", Mend(Unsafe, "§They met.\n")),
    (
        "metadata-in-body",
        "§Son Güncelleme : 28 Kasım 2020 14:20\n\nThey met.\n\nThey left.\n",
        Mend(Unsafe, "§They met.\n\nThey left.\n"),
    ),
    ("metadata-in-body", "§They met.\n\nتاریخ انتشار :\n", Mend(Unsafe, "§They met.\n")),
    ("metadata-in-body", "§They filed it under News ID: 84289070 in May.\n", Keep),
    ("metadata-in-body", "§BRENN DAILY:\n\n-- Quay to close\n\nThe end.\n", Keep),
    ("metadata-in-body", "§When to go.\n\nDate: 5 May 2024\n\nTime: 19:30\n\nTickets: 12 euros.\n", Keep),
    ("metadata-in-body", "§Name: Lena Ortiz\n\nAge: 44\n\nWritten by: herself.\n", Keep),
    ("metadata-in-body", "کد خبر: 236334\n\nتاریخ انتشار: ۱۴ مه ۲۰۲۴\n\nThey met.\n", Keep),
    ("byline-stub", "§They met.\n\nAuthor:\n", Mend(Unsafe, "§They met.\n")),
    ("byline-stub", "§They met.\n\nمنبع:\n", Mend(Unsafe, "§They met.\n")),
    ("byline-stub", "§作者:\n\nThey met.\n\nThey left.\n", Mend(Unsafe, "§They met.\n\nThey left.\n")),
    ("byline-stub", "§They met.\n\nPublished\n\non\n\nThey left.\n", Mend(Unsafe, "§They met.\n\nThey left.\n")),
    ("byline-stub", "§They met.\n\nBy:\nLena Ortiz\n", Report),
    ("byline-stub", "§They met.\n\nAuthor: Lena Ortiz\n", Keep),
    ("byline-stub", "§They met.\n\nSource:\n\nThe ministry’s report of 2019, page 4.\n", Keep),
    ("byline-stub", "§They met.\n\nAuthor:\n\nI had no plan when I began the book.\n", Keep),
    ("byline-stub", "§They met.\n\nLena Ortiz\n", Keep),
    ("byline-stub", "§They met.\n\nPublished\n\nThey left.\n", Keep),
];
