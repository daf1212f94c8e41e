//! Lines of several phrases: `Name * Email * Website`, `Share | Tweet | Email`.

use super::key::ends_like_a_sentence;
use super::{Found, Hit, Lexicon, StubKind, Tier, key, table};

/// The fewest different words of buttons in a row, with nothing but blanks between, that are a bar of them.
const FEWEST_BUTTONS: usize = 3;
/// The most of them.
const MOST_BUTTONS: usize = 12;
/// The fewest labels and buttons in a row, with nothing but blanks between, that are a form.
const FEWEST_FIELDS: usize = 2;
/// The most words of such a row.
const MOST_WORDS_OF_FIELDS: usize = 14;
/// The most words of one of them.
const LONGEST_FIELD: usize = 5;
/// The most pieces that a line of phrases has.
const MOST_PIECES: usize = 24;

/// How two pieces of a line are parted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parting {
    /// By a mark that prose has as well: a full stop, a colon, a dash, a slash.
    AsInProse,
    /// By a mark that lists of buttons and fields have: an asterisk, a bar, a bullet, a gap.
    AsInForms,
}

impl Lexicon {
    /// What a folded line is if all its pieces are phrases.
    pub(super) fn composition(&self, folded: &str) -> Option<Hit> {
        let mut all: Option<Hit> = None;
        let (mut count, mut words, mut is_form_like, mut is_related) = (0, 0, false, true);
        let mut rest = folded;
        while !rest.is_empty() {
            let (piece, after, parting) = next_piece(rest);
            rest = after;
            if key::strip(piece).is_empty() {
                continue;
            }
            count += 1;
            if count > MOST_PIECES || (count == 1 && rest.is_empty()) {
                return None;
            }
            let Found { hit, .. } = self.piece(piece)?;
            is_form_like |= parting == Some(Parting::AsInForms);
            words += usize::from(hit.tier == Tier::Word && !hit.is_brand);
            is_related &= hit.kind.is_list();
            all = Some(match all {
                Some(all) => Hit {
                    kind: if hit.tier > all.tier { hit.kind } else { all.kind },
                    tier: all.tier.max(hit.tier),
                    is_exact: all.is_exact && hit.is_exact,
                    is_brand: all.is_brand && hit.is_brand,
                },
                None => hit,
            });
        }
        let mut all = all.filter(|_| count > 1)?;
        // Two words with a dash between are a headline like any other.
        let tells = is_form_like || count > 2;
        if all.tier == Tier::Word && words > 0 && !is_related && tells {
            all.tier = Tier::Phrase;
        }
        Some(all)
    }

    /// What one piece is: a phrase as it stands, or a sentence that opens like one.
    pub(super) fn piece(&self, piece: &str) -> Option<Found> {
        let key = key::strip(piece);
        if self.is_prose(key) {
            return None;
        }
        if let Some(found) = self.whole(key) {
            let has_own_end = found.is_sentence || found.hit.tier > Tier::Word || !ends_like_a_sentence(piece.trim());
            return has_own_end.then_some(found);
        }
        let hit = super::sum(key).or_else(|| self.opening(key).filter(|hit| hit.is_exact))?;
        Some(Found { hit, is_sentence: true, is_said: false })
    }

    /// A bar of buttons with nothing but blanks between: names of brands, or at least three other words of controls, each
    /// of which may have a counter (`Reply Like 12 Report`).
    pub(super) fn buttons(&self, key: &str) -> Option<Hit> {
        let words =
            || key.split(' ').map(|word| word.trim_end_matches(char::is_numeric)).filter(|word| !word.is_empty());
        let mut all: Option<Hit> = None;
        let mut seen = [""; MOST_BUTTONS];
        let mut count = 0;
        for word in words() {
            let hit = self.whole(word).filter(|_| !self.is_prose(word))?.hit;
            let is_button = hit.is_brand || matches!(hit.kind, StubKind::FormButton | StubKind::Share);
            if !is_button || count == MOST_BUTTONS {
                return None;
            }
            if !seen.contains(&word) {
                seen[count] = word;
                count += 1;
            }
            all = Some(Hit { is_brand: hit.is_brand && all.is_none_or(|all| all.is_brand), ..hit });
        }
        let all = all.filter(|_| count >= FEWEST_BUTTONS)?;
        Some(Hit { tier: if all.is_brand { all.tier } else { Tier::Phrase }, ..all })
    }

    /// A form in one line with nothing but blanks or colons between: `Email Password Forgot password? Remember me`. One
    /// of its phrases is telling, or has a colon behind: a story may list words.
    pub(super) fn fields(&self, key: &str) -> Option<Hit> {
        let words: Vec<&str> = key.split([' ', key::GAP]).filter(|word| !word.is_empty()).collect();
        if !(2..=MOST_WORDS_OF_FIELDS).contains(&words.len()) {
            return None;
        }
        let (mut at, mut count, mut tells) = (0, 0, false);
        while at < words.len() {
            if !self.may_begin_with(words[at]) {
                return None;
            }
            let mut longest = (at + 1..=words.len().min(at + LONGEST_FIELD)).rev();
            let (end, hit) = longest.find_map(|end| Some((end, self.field(&words[at..end].join(" "))?)))?;
            tells |= hit.tier > Tier::Word || words[end - 1].ends_with(':');
            (at, count) = (end, count + 1);
        }
        let is_form = tells && count >= FEWEST_FIELDS;
        is_form.then_some(Hit { kind: StubKind::FormField, tier: Tier::Phrase, is_exact: true, is_brand: false })
    }

    /// Whether a phrase may begin with a word, as far as its letters tell; marks and numbers may not count.
    fn may_begin_with(&self, word: &str) -> bool {
        !self.own.is_empty() || !word.chars().all(char::is_alphabetic) || table::begins_with(word)
    }

    /// A part of a form that is a phrase as it stands.
    fn field(&self, words: &str) -> Option<Hit> {
        let key = key::strip(words);
        self.whole(key).map(|found| found.hit).filter(|hit| hit.kind.is_form() && !self.is_prose(key))
    }
}

/// The text up to the next mark between pieces, what follows that mark, and what kind of mark it is.
fn next_piece(text: &str) -> (&str, &str, Option<Parting>) {
    // Most of a text is letters, digits and spaces of ASCII.
    let is_other = |byte: u8| !(byte.is_ascii_alphanumeric() || byte == b' ');
    let Some(first) = text.bytes().position(is_other) else { return (text, "", None) };
    let mut chars = text[first..].char_indices().map(|(at, c)| (first + at, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_before_blank = next.is_none_or(|next| next == ' ' || next == key::GAP);
        let is_after_blank = text[..at].ends_with([' ', key::GAP]);
        let parting = match c {
            key::GAP | '*' | '|' | '•' | '·' | '→' | '►' | '▶' | '▸' | '■' | '▪' => Parting::AsInForms,
            '/' | '»' | '›' | '。' | '۔' | '।' => Parting::AsInProse,
            '-' if is_before_blank && is_after_blank => Parting::AsInProse,
            '.' | '!' | '?' | ':' | '؟' if is_before_blank => Parting::AsInProse,
            // Labels of a form whose fields are gone: `Name:Email:`.
            ':' if next.is_some_and(char::is_alphabetic) => Parting::AsInProse,
            _ => continue,
        };
        // A full stop is a part of the piece: whether a phrase ends in one may decide.
        let end = if parting == Parting::AsInProse && !matches!(c, '/' | '-' | ':' | '»' | '›') {
            at + c.len_utf8()
        } else {
            at
        };
        return (&text[..end], &text[at + c.len_utf8()..], Some(parting));
    }
    (text, "", None)
}
