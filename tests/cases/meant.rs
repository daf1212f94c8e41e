//! Cases of stories that speak about, quote or end in what is a leftover elsewhere.

use super::Case;
use super::Outcome::{Keep, Mend};
use wirelint::fix::Safety::{Safe, Unsafe};

pub(super) const CASES: &[Case] = &[
    // Code that the story is about.
    ("system-text", "§It began with one line.\n\nlet x = 5;\n", Mend(Unsafe, "§It began with one line.\n")),
    ("system-text", "§Er löschte sie.\n\nvar hafen = 1;\n", Mend(Unsafe, "§Er löschte sie.\n")),
    (
        "system-text",
        "§Her first code is in a museum.\n\ndocument.write(\"Hello\");\n",
        Mend(Unsafe, "§Her first code is in a museum.\n"),
    ),
    ("system-text", "§They met.\n\ndocument.write(\"Hello\");\n", Mend(Safe, "§They met.\n")),
    // Code that a story about programs shows.
    (
        "html-entity",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\n<b>Sea &lt;i&gt;</b>\n",
        Keep,
    ),
    (
        "html-entity",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\nSmith &amp; Sons\n",
        Mend(
            Unsafe,
            "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\nSmith & Sons\n",
        ),
    ),
    (
        "system-text",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\nvar ship = harbour.open();\n\nIt sails.\n",
        Keep,
    ),
    (
        "system-text",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\ndocument.write(\"Hello\");\n\n/* Draw the sea */\n",
        Keep,
    ),
    (
        "system-text",
        "§The site is made with JavaScript.\n\nIt sails.\n\nvar ship = harbour.open();\n\nIt sails.\n",
        Mend(Unsafe, "§The site is made with JavaScript.\n\nIt sails.\n\nIt sails.\n"),
    ),
    (
        "system-text",
        "§#include <sea.h>\n\ntypedef struct { int x; } Ship;\n\n/* The ship */\n\nvoid sail() { printf(\"x\"); }\n\nIt sails.\n",
        Keep,
    ),
    // Poems named by their first line.
    (
        "duplicate-headline",
        "News ID : 4\nOh my river\n\nOh my river\n\nruns to the sea\n\nand brings\n\nnothing back to me.\n",
        Mend(Unsafe, "News ID : 4\nOh my river\n\nruns to the sea\n\nand brings\n\nnothing back to me.\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nای رود من\n\nای رود من\nبه دریا می‌رسد\n",
        Mend(Unsafe, "News ID : 4\nای رود من\n\nبه دریا می‌رسد\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nOh my river\n\nOh my river\n\nBy Lena Ortiz\n\n¶\n",
        Mend(Safe, "News ID : 4\nOh my river\n\nBy Lena Ortiz\n\n¶\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nResults\n\nResults\n\nBrenn 3, Orm 1\n\nSalme 0, Brenn 0\n",
        Mend(Safe, "News ID : 4\nResults\n\nBrenn 3, Orm 1\n\nSalme 0, Brenn 0\n"),
    ),
    (
        "duplicate-headline",
        "News ID : 4\nOh my river\n\nSent in by a reader in the north.\n\nAll day it runs\n\nOh my river\n\nruns to the sea\n\nand does not wait\n",
        Keep,
    ),
    (
        "near-duplicate-headline",
        "News ID : 4\nOh my river\n\nAll day\n\nit runs\n\nOh, my river!\n\nto the sea\n",
        Keep,
    ),
    (
        "duplicate-headline",
        "News ID : 4\nOh my river\n\nThey met.\n\nOh my river\n\nThey left.\n",
        Mend(Unsafe, "News ID : 4\nOh my river\n\nThey met.\n\nThey left.\n"),
    ),
    // Notices at the end of a story about them.
    (
        "cookie-notice",
        "§Cookies need a yes, the court said.\n\nDeny all cookies\n",
        Mend(Unsafe, "§Cookies need a yes, the court said.\n"),
    ),
    ("cookie-notice", "§They met.\n\nDeny all cookies\n", Mend(Safe, "§They met.\n")),
    ("captcha", "§The last of the sums was easy.\n\n8 + 6 =\n", Mend(Unsafe, "§The last of the sums was easy.\n")),
    ("form-stub", "§The word that opened it all was short.\n\nPassword: 123456\n", Keep),
    ("form-stub", "§They met.\n\nPassword:\n", Mend(Safe, "§They met.\n")),
    ("end-mark", "§The band played until dawn.\n\nAC/DC\n", Keep),
    // Credits and sign-offs.
    ("end-mark", "§They met.\n\nAFP/DPA\n", Mend(Unsafe, "§They met.\n")),
    ("end-mark", "§They met.\n\nMH/PA\n", Mend(Unsafe, "§They met.\n")),
    ("end-mark", "§¶\n\nAFP/DPA\n\nLeave a Reply\n", Mend(Unsafe, "§¶\n\nLeave a Reply\n")),
    ("copyright-line", "§They met.\n\n© John Smith 2024\n", Mend(Unsafe, "§They met.\n")),
    ("copyright-line", "§They met.\n\n© 2024 AFP\n", Mend(Unsafe, "§They met.\n")),
    ("copyright-line", "§They met.\n\n(c) Lena Ortiz 2024\n", Mend(Unsafe, "§They met.\n")),
    ("copyright-line", "§They met.\n\n© 2024 AFP. All rights reserved.\n", Mend(Safe, "§They met.\n")),
    // The last verse of a poem.
    ("end-mark", "§What begins\n\nand goes on\n\nwithout us.\n\nEnds\n", Keep),
    ("form-stub", "§What begins\n\nand goes on\n\nwithout us.\n\nReply\n", Keep),
    ("end-mark", "§¶\n\nEnds\n", Mend(Safe, "§¶\n")),
    // Characters that the line, or the story, is about.
    ("mojibake", "§Ã© stands for é on such pages.\n", Mend(Unsafe, "§é stands for é on such pages.\n")),
    ("mojibake", "§The sign read “Ã©” for a week.\n", Mend(Unsafe, "§The sign read “é” for a week.\n")),
    (
        "mojibake",
        "§It was not UTF-8.\n\nThe sign read cafÃ©.\n",
        Mend(Unsafe, "§It was not UTF-8.\n\nThe sign read café.\n"),
    ),
    ("html-entity", "§&amp; stands for an ampersand.\n", Mend(Unsafe, "§& stands for an ampersand.\n")),
    ("html-entity", "§They wrote &amp; or & at will.\n", Mend(Unsafe, "§They wrote & or & at will.\n")),
    ("html-entity", "§The page ended in &amp;\n", Mend(Unsafe, "§The page ended in &\n")),
    (
        "html-entity",
        "§He learnt HTML.\n\nThen came &eacute; and more.\n",
        Mend(Unsafe, "§He learnt HTML.\n\nThen came é and more.\n"),
    ),
    // Abbreviations before a no-break space.
    (
        "no-break-space",
        "§Das kostet 5\u{a0}Mio.\u{a0}Euro oder 2\u{a0}Mrd.\u{a0}Dollar, sagt Anna Berg, geb.\u{a0}Müller.\n",
        Keep,
    ),
    (
        "no-break-space",
        "§Zginęło 12\u{a0}tys.\u{a0}osób, koszt 5\u{a0}mln\u{a0}zł, kościół św.\u{a0}Anny, ks.\u{a0}Nowak\n",
        Keep,
    ),
    ("no-break-space", "§Stálo to 20\u{a0}tis.\u{a0}korun a\u{a0}5\u{a0}mil.\u{a0}eur na nám.\u{a0}Míru.\n", Keep),
    ("no-break-space", "§Los EE.\u{a0}UU. y las FF.\u{a0}AA. con Dña.\u{a0}Ana y Uds.\u{a0}también.\n", Keep),
    ("no-break-space", "§Il sig.\u{a0}Rossi e l’avv.\u{a0}Bianchi, circa 3\u{a0}mln\u{a0}di euro.\n", Keep),
    ("no-break-space", "§A Sra.\u{a0}Silva e o Exmo.\u{a0}Senhor na Av.\u{a0}Central.\n", Keep),
    (
        "no-break-space",
        "§Mevr.\u{a0}Jansen en dhr.\u{a0}De\u{a0}Vries, bijv.\u{a0}Utrecht\n",
        Mend(Safe, "§Mevr.\u{a0}Jansen en dhr.\u{a0}De Vries, bijv.\u{a0}Utrecht\n"),
    ),
    (
        "no-break-space",
        "§Det kostar 5\u{a0}mkr, t.ex.\u{a0}Malmö, og 5\u{a0}mio.\u{a0}kroner, f.eks.\u{a0}Oslo.\n",
        Keep,
    ),
    ("no-break-space", "§Özv.\u{a0}Nagy Béla, ifj.\u{a0}Kiss Éva és dr.\u{a0}Tóth.\n", Keep),
    ("no-break-space", "§Dl.\u{a0}Popescu, str.\u{a0}Lungă, mun.\u{a0}și jud.\u{a0}Cluj\n", Keep),
    ("no-break-space", "§Ukupno 5\u{a0}mlrd.\u{a0}kuna, ul.\u{a0}Kralja, sv.\u{a0}Ana\n", Keep),
    ("no-break-space", "§Это 5\u{a0}млрд\u{a0}рублей, просп.\u{a0}Мира, акад.\u{a0}Павлов, тыс.\u{a0}человек\n", Keep),
    ("no-break-space", "§Περίπου 5\u{a0}εκατ.\u{a0}ευρώ, αγ.\u{a0}Γεώργιος, λεωφ.\u{a0}Αθηνών\n", Keep),
    (
        "no-break-space",
        "§He said no.\u{a0}The wall was red.\u{a0}They left.\n",
        Mend(Safe, "§He said no. The wall was red. They left.\n"),
    ),
    // Words that are right twice.
    ("repeated-word", "§این کشور پس از از سرگیری گفت‌وگوها در وین که از آن خبر داد.\n", Keep),
    ("repeated-word", "§It was a kind of of course that he and the crew said with a nod.\n", Keep),
    ("repeated-word", "§That is what the crew had dreamt of of late, he said, and the rest is history.\n", Keep),
    ("repeated-word", "§El partido acabó en empate a dos dos goles para los que lo vieron de cerca.\n", Keep),
    ("repeated-word", "§Una storia del re dei dei che il popolo di una volta amava con fervore.\n", Keep),
    ("repeated-word", "§Un gouvernement de de facto dans les îles que la loi et le roi ignorent.\n", Keep),
    ("repeated-word", "§Un poema de de la Vega que los niños leen con gusto para una fiesta.\n", Keep),
    // Facts about a book, a film or a meeting.
    ("metadata-in-body", "§Title: Harbour Nights\n\nAuthor: Lena Ortiz\n\nPublished: 5 May 2024\n\nPages: 212\n", Keep),
    ("metadata-in-body", "§They met.\n\nTitel: Nächte\n\nVerlag: Brenn\n\nVeröffentlicht: 5. Mai 2024\n", Keep),
    (
        "metadata-in-body",
        "§They met.\n\nSource: Brenn News\n\nUpdated: 5 May 2024\n",
        Mend(Unsafe, "§They met.\n\nSource: Brenn News\n"),
    ),
    ("byline-stub", "§They read.\n\nTitle:\n\nHarbour Nights\n\nAuthor:\n\nLena Ortiz\n\nPages:\n\n212\n", Keep),
    ("tag-line", "§The council meets on Monday.\n\nTopics: budget, harbour, school\n\nAll are welcome.\n", Keep),
    ("tag-line", "§The council meets on Monday.\n\nTopics: budget, harbour, school\n", Keep),
    ("tag-line", "§¶\n\nShare this article\n\nTopics: harbour\n", Mend(Unsafe, "§¶\n\nShare this article\n")),
    ("read-more", "§They met.\n\nSee also: Page 12\n", Keep),
    ("read-more", "§Sie kamen.\n\nSiehe auch: Seite 4\n\nLesen Sie auch: S. 5\n", Keep),
    // Tags that the story is about.
    ("leftover-markup", "§The <b> tag makes a word bold, and <br> ends a line.\n", Keep),
    ("leftover-markup", "§He wrote HTML.\n\n<p>Hello</p>\n", Keep),
    ("leftover-markup", "§La balise <b> met en gras.\n", Keep),
    ("leftover-markup", "§He wrote <b>HTML</b> <a href=\"x\">here</a>.\n", Mend(Unsafe, "§He wrote HTML here.\n")),
    ("leftover-markup", "§Templates of WordPress.\n\n[gallery ids=\"1\"] or {{ name }}\n", Keep),
    (
        "leftover-markup",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\n<script src=\"harbour.js\"></script>\n\nhtml.parse('<div class=\"sea\">')\n",
        Keep,
    ),
    (
        "leftover-markup",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\nThey <a href=\"x\">met</a>.\n",
        Mend(
            Unsafe,
            "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\nThey met.\n",
        ),
    ),
    (
        "leftover-markup",
        "§The site is made with JavaScript.\n\nThe source code is short.\n\nIt runs on Node.js too.\n\n44 <table cellpadding=1><tr>\n\n45 <font size=\"1\">$ship{name}</font>\n",
        Keep,
    ),
    ("leftover-markup", "§Single <img> and <ul>\n", Keep),
    ("leftover-markup", "§They met.\n\n<img>\n", Mend(Unsafe, "§They met.\n\n\n")),
];
