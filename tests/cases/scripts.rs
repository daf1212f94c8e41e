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
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nعلي گفت.\n",
        Mend(Unsafe, "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nعلی گفت.\n"),
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nموسى و يك كتاب.\n",
        Mend(
            Unsafe,
            "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nموسی و یک کتاب.\n",
        ),
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، كشتي\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\n",
        Mend(Unsafe, "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\n"),
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nاو گفت «يا علي» و به راه افتاد.\n",
        Mend(
            Unsafe,
            "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nاو گفت «یا علی» و به راه افتاد.\n",
        ),
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nاو گفت «إن مع العسر يسرا في كل حال».\n",
        Keep,
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nآیه «وَلا تَحسَبَنَّ الَّذينَ قُتِلوا» را خواند.\n",
        Keep,
    ),
    (
        "arabic-letter-in-persian",
        "§به گزارش خبرنگار ما از بندر، کشتی\u{200c}ها پس از توفان در حال پهلو گرفتن هستند.\nروزنامه الكتاب و المهدي.\n",
        Keep,
    ),
    (
        "arabic-letter-in-persian",
        "§أعلنت هيئة الميناء يوم الجمعة أن حركة السفن عادت إلى طبيعتها في كل المرافئ.\n",
        Keep,
    ),
    (
        "arabic-letter-in-persian",
        "§بندرگاہ کے حکام نے بتایا ہے کہ طوفان كے بعد جہازوں کی آمد و رفت دوبارہ شروع ہو گئی ہے۔\n",
        Keep,
    ),
    (
        "arabic-letter-in-persian",
        "§بەرپرسانی بەندەرەکە ڕایانگەیاند كە دوای زریانەکە هاتوچۆی کەشتییەکان دەستی پێ کردەوە.\n",
        Keep,
    ),
    ("arabic-letter-in-persian", "§علي گفت.\n", Keep),
    ("kashida", "§بنـــدر باز شد.\n", Mend(Unsafe, "§بندر باز شد.\n")),
    ("kashida", "§محـمد و سلـامي بنـدر\n", Mend(Unsafe, "§محمد و سلامي بندر\n")),
    ("kashida", "§قال مـحمد.\n", Mend(Unsafe, "§قال محمد.\n")),
    ("kashida", "§سنة 1445 هـ، وهـ.\n", Keep),
    ("kashida", "§بيان لـ«الهيئة» والـ12 شركة وبـجدة ولـمحمد\n", Keep),
    ("kashida", "§ـ الأول\nـ الثاني\n1ـ2\n", Keep),
    ("kashida", "§هـٰذا مسـٔول\n", Keep),
    ("mixed-digits", "§در سال ۱۴۰2 بود.\n", Mend(Unsafe, "§در سال ۱۴۰۲ بود.\n")),
    ("mixed-digits", "§در سال ۱۴٠٢ و ۱۴۰۳ بود.\n", Mend(Unsafe, "§در سال ۱۴۰۲ و ۱۴۰۳ بود.\n")),
    ("mixed-digits", "§قيمة 1٢٫٥ مليون.\n", Mend(Unsafe, "§قيمة ١٢٫٥ مليون.\n")),
    ("mixed-digits", "§مبلغ ۱۰,000,000 ریال\n", Mend(Unsafe, "§مبلغ 10,000,000 ریال\n")),
    ("mixed-digits", "§۱۴۰۲/7/5 و ۱۴۰۲/2023 و 021-۸۸۱۲ و 2:۱\n", Keep),
    ("mixed-digits", "§port.ir/۱2 و ۱2G و user_۱2 و #۱2\n", Keep),
    ("mixed-digits", "§۱۲ و 12 و ١٢، 5. ۶\n", Keep),
];
