//! Texts that cost a careless program the square of their length.

/// Above the body of every trap but those that are about the header.
const HEAD: &str =
    "News ID : 170204\nPublish Date : 4/9/2024 8:05:30 AM\nHarbour ferries return to winter timetable\n\n";

/// A family of texts, one for each length.
pub(crate) struct Trap {
    pub(crate) name: &'static str,
    /// What the text begins with.
    head: &'static str,
    /// What follows once.
    opening: &'static str,
    /// What follows again and again.
    piece: &'static str,
    /// What the text ends with.
    end: &'static str,
}

impl Trap {
    const fn body(name: &'static str, piece: &'static str) -> Self {
        Self { name, head: HEAD, opening: "", piece, end: "\n" }
    }

    const fn header(name: &'static str, piece: &'static str) -> Self {
        Self { name, head: "", opening: "", piece, end: "\n" }
    }

    const fn enclosed(name: &'static str, opening: &'static str, piece: &'static str, end: &'static str) -> Self {
        Self { name, head: HEAD, opening, piece, end }
    }

    /// The text of at least so many bytes.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let body = self.piece.repeat(bytes.div_ceil(self.piece.len()));
        [self.head, self.opening, &body, self.end].concat()
    }
}

/// The families; the first nine are those that any reader of text has to stand.
pub(crate) const TRAPS: &[Trap] = &[
    Trap::body("straight quotes", "\""),
    Trap::body("line ends", "\n"),
    Trap::body("no-break spaces", "\u{a0}"),
    Trap::body("stub lines", "first name & last name\n"),
    Trap::body("combining marks on one base", "\u{301}"),
    Trap::body("parentheses", "("),
    Trap::body("one line of words", "word "),
    Trap::body("blank lines with blanks", " \n"),
    Trap::header("headers", "News ID : 1\n"),
    // Characters.
    Trap::body("every other character a no-break space", "a\u{a0}"),
    Trap::body("words kept apart by no-break spaces", "word\u{a0}"),
    Trap::body("single letters and no-break spaces", "a\u{a0}b c "),
    Trap::body("overrides", "\u{202e}"),
    Trap::body("overrides on lines", "\u{202e}\n"),
    Trap::body("nested isolates", "\u{2067}"),
    Trap::body("pairs of isolates", "\u{2067}a\u{2069}"),
    Trap::body("joiners", "\u{200d}"),
    Trap::body("idle joiners", "a\u{200d}"),
    Trap::body("zero-width spaces", "a\u{200b}"),
    Trap::body("soft hyphens", "a\u{ad}"),
    Trap::body("control characters", "a\u{1}"),
    Trap::body("C1 controls", "\u{93}a"),
    Trap::body("carriage returns", "\r"),
    Trap::body("line ends of three kinds", "a\r\nb\rc\n"),
    Trap::body("line separators", "a\u{2028}"),
    Trap::body("replacement characters", "\u{fffd}"),
    Trap::body("misread letters", "Ã©"),
    Trap::body("misread quotes", "Ã¢â‚¬â„¢ "),
    Trap::body("marks to compose", "e\u{301}"),
    Trap::body("marks in disorder", "a\u{301}\u{323}"),
    Trap::body("kashidas", "ـ"),
    Trap::body("letters of two keyboards", "علي كتاب است ۱2 "),
    Trap::body("digits of two kinds", "۱2 "),
    Trap::body("tags of a flag", "\u{e0041}"),
    // Markup.
    Trap::body("references", "&nbsp;"),
    Trap::body("references of references", "&amp;amp;"),
    Trap::body("ampersands", "&"),
    Trap::body("tags", "<b>"),
    Trap::body("opened tags", "<"),
    Trap::body("tags never closed", "<a href="),
    Trap::body("comments never closed", "<!--"),
    Trap::body("sections never closed", "<![CDATA["),
    Trap::body("codes never closed", "[caption "),
    Trap::body("templates never closed", "{{ {% "),
    Trap::body("calls never closed", "function("),
    Trap::body("queries never closed", "@media "),
    Trap::body("attributes never closed", " alt=\""),
    Trap::enclosed("quoted tags", "“", "<b>", "”\n"),
    Trap::enclosed("quoted comments", "“", "<!--", "-->”\n"),
    Trap::enclosed("quoted scripts", "“", "javascript:a", "”\n"),
    Trap::enclosed("tags behind blanks", "          ", "  <br>", "\n"),
    // Words and marks.
    Trap::body("quotations without end", "“a "),
    Trap::body("quotations of two kinds", "\"a\" “b” "),
    Trap::enclosed("straight marks in a quotation", "“", "a\"b", "”\n"),
    Trap::body("calls of functions", "f("),
    Trap::body("columns", "a  b   c\n"),
    Trap::body("items of a list", "- the same ferry sails again to the outer islands\n\n"),
    Trap::body("apostrophes of two kinds", "don't don’t\u{a0}"),
    Trap::body("one word", "a"),
    Trap::body("one number", "7"),
    Trap::body("numbers", "1 "),
    Trap::body("marks set apart", "a , "),
    Trap::body("sentences run together", "abcd.Efgh"),
    Trap::body("words twice", "the the word "),
    Trap::body("doubled spaces", "a  b "),
    Trap::body("tabs", "a\tb "),
    Trap::body("findings of many rules in one line", "word\u{a0}a  b\u{200b}c , d\u{ad} "),
    Trap::body("dots", "... "),
    Trap::body("addresses", "a@b.c http://d "),
    // Lines and paragraphs.
    Trap::body("short paragraphs", "Ok.\n\n"),
    Trap::body("short lines", "x\n"),
    Trap::body("lines with blanks at the edges", " x \n"),
    Trap::body("equal paragraphs", "The port authority met in the morning and found the channel clear.\n\n"),
    Trap::body("three blank lines between paragraphs", "x\n\n\n\n"),
    Trap::body("headlines again", "Harbour ferries return to winter timetable\n\n"),
    Trap::body("headlines glued to sentences", "Harbour ferries return to winter timetableThe boats go.\n\n"),
    Trap::body("headings", "Related stories\n\n"),
    Trap::body("leftovers of many kinds", "Leave a Reply\n\nAccept cookies\n\nRead more: x\n\n123 views\n\n"),
    Trap::body("leftovers in one line", "first name & last name "),
    Trap::body("labels with colons", "Note: x\n"),
    Trap::body("lines of names", "By Ida Brandt\n"),
    Trap::header("bad headers", "News ID: x\n"),
    Trap::header("dates", "Publish Date : 13/13/2024\n"),
    Trap::header("print headers", "6/22/2024 5:01 PM\n"),
    Trap { name: "a long id", head: "News ID : ", opening: "", piece: "1", end: "\n" },
    Trap { name: "a long date", head: "Publish Date : ", opening: "", piece: "1/", end: "\n" },
    Trap { name: "a long label", head: "", opening: "", piece: "Nx", end: " : 1\n" },
    Trap { name: "a long headline", head: "News ID : 1\n", opening: "", piece: "word ", end: "x\n\nThey met.\n" },
];

/// A headline that is half of the text, above paragraphs that are the other half.
pub(crate) fn long_headline(bytes: usize) -> String {
    let (headline, body) = ("word ".repeat(bytes / 10), "They met here.\n\n".repeat(bytes / 32));
    format!("News ID : 1\nPublish Date : 4/9/2024 8:05:30 AM\n{headline}x\n\n{body}")
}

/// Every trap by its name, with what makes its text.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Box<dyn Fn(usize) -> String>)> {
    let families =
        TRAPS.iter().map(|trap| (trap.name, Box::new(|bytes| trap.text(bytes)) as Box<dyn Fn(usize) -> String>));
    families.chain([("a headline as long as the story", Box::new(long_headline) as Box<dyn Fn(usize) -> String>)])
}
