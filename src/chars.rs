//! What single characters are, for everything that has to tell a blank from a letter: one table, no opinions.

/// A blank the wire does not allow: any horizontal space but U+0020 and the tab, by Unicode category Zs.
pub fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Anything that a reader sees as a gap inside a line: space, tab and the odd spaces.
pub fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t' || is_odd_space(c)
}

/// A C0 control other than tab and the line ends, or DEL.
pub fn is_control(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{7f}'
}

/// A C1 control (U+0080 to U+009F) other than NEL, which [`is_line_separator`] covers.
pub fn is_c1_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}') && c != '\u{85}'
}

/// A Unicode line separator that the wire does not use as one: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
pub fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// One of the nine explicit bidirectional controls that can make text read differently from what it says.
///
/// Source: "Trojan Source" (CVE-2021-42574), the set that rustc denies.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A directional mark (LRM, RLM, ALM): it carries meaning around numbers in right-to-left text.
pub fn is_directional_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// A character that shows nothing and joins nothing: zero-width space, soft hyphen, word joiner, stray BOM, tags …
///
/// ZWNJ and ZWJ are not among them: they have work to do in Persian, Indic scripts and emoji.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{180e}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A character that should never be shown raw: it can move the cursor, hide text or reorder a line.
pub fn is_unprintable(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || is_directional_mark(c) || is_invisible(c) || is_line_separator(c)
}

/// A letter of a script written from right to left (Hebrew, Arabic and their presentation forms and neighbours).
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}

/// A letter of a script that may break lines at a zero-width space: Thai, Lao, Myanmar, Khmer, Tibetan, Kana and Han.
pub fn breaks_lines_without_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aaf}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}')
        || is_wide_script(c)
}

/// Han, Kana, Hangul and full-width forms: scripts in which U+3000 is the ordinary space.
pub fn is_wide_script(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fff}' | '\u{3001}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// A mark that ends a sentence, in the scripts the wire meets.
fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' | '।' | '։' | '።')
}

/// A mark that may stand between the end of a sentence and the end of a paragraph: closing quotes and brackets.
fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | ')' | ']' | '」' | '』' | '）')
}

/// Whether a text reads as finished: it ends in a sentence mark, closing quotes and brackets aside.
pub fn is_finished(text: &str) -> bool {
    text.trim_end_matches(|c: char| closes(c) || is_blank(c)).ends_with(ends_sentence)
}
