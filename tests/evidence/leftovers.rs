//! Phrases of the lexicon in the forms in which pages print them, and the places where they stand.

use super::corpus::{Article, Row, hosts};
use super::tally::Damaged;

/// How often pages carry each kind: whole elements with a phrase of that kind on 922 pages of news, mostly German,
/// English, Spanish, French and Polish.
pub(super) const WEIGHTS: [(&str, usize); 11] = [
    ("share", 5267),
    ("form-button", 1875),
    ("related", 1854),
    ("form-field", 1559),
    ("newsletter", 1499),
    ("cookie", 932),
    ("form-prompt", 493),
    ("tag", 262),
    ("captcha", 36),
    ("copyright", 8),
    ("end-mark", 1),
];

/// Where leftovers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Alone after a finished paragraph, with so many blank lines above.
    AfterStory(usize),
    /// Alone after a last line that does not read finished, such as a byline, with so many blank lines above.
    AfterByline(usize),
    /// A whole comment form, with or without blank lines between its lines.
    Form,
    /// Lines of a page thrown together after the story.
    Block,
    /// Alone between two paragraphs.
    BetweenParagraphs,
    /// Behind the last sentence, on its line.
    Glued,
    /// Quoted inside a sentence: prose.
    Quoted,
}

impl Place {
    pub(super) fn in_words(self) -> String {
        match self {
            Self::AfterStory(gap) => format!("alone after a finished paragraph, {}", blank_lines(gap)),
            Self::AfterByline(gap) => format!("alone after a line that does not read finished, {}", blank_lines(gap)),
            Self::Form => "a whole comment form after the story".to_owned(),
            Self::Block => "2 to 10 phrases thrown together after the story".to_owned(),
            Self::BetweenParagraphs => "alone between two paragraphs".to_owned(),
            Self::Glued => "behind the last sentence, on its line".to_owned(),
            Self::Quoted => "quoted inside a sentence of the story (nothing to find)".to_owned(),
        }
    }
}

fn blank_lines(count: usize) -> String {
    match count {
        0 => "no blank line above".to_owned(),
        1 => "1 blank line above".to_owned(),
        count => format!("{count} blank lines above"),
    }
}

/// How many forms a phrase may take, and the last of them: as it is.
const FORMS: usize = 8;
const PLAIN: usize = FORMS - 1;

/// The line as a page prints it; `turn` chooses among the forms that suit the kind. Of a longer sentence the lexicon
/// knows the opening only, so that it is printed cut short.
pub(super) fn printed(row: &Row, turn: usize, host: &Article) -> String {
    let headline = host.text.lines().nth(2).unwrap_or_default();
    let name = headline.split(' ').next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let line = row.phrase.replace("%s", name);
    if row.is_opening() || row.kind == "end-mark" {
        return line;
    }
    match (turn % FORMS, row.kind) {
        (0, _) => in_capitals(&line, row.language),
        (1, "form-field" | "form-prompt") => format!("{line} *"),
        (2, "form-field" | "tag" | "related" | "share") => format!("{line}:"),
        (3, _) => line.replace(' ', "\u{a0}"),
        (4, "form-field") => format!("{line} (required)"),
        (5, "related" | "form-button") => format!("{line} »"),
        (6, _) => format!("• {line}"),
        _ => line,
    }
}

/// In capitals as the language has them.
fn in_capitals(line: &str, language: &str) -> String {
    match language {
        "tr" | "az" => line.replace('i', "İ").to_uppercase(),
        // Georgian pages have none.
        "ka" => line.to_owned(),
        _ => line.to_uppercase(),
    }
}

/// The phrase in an article of its language. `turn` chooses the article and the form of the phrase.
pub(super) fn put(row: &Row, turn: usize, place: Place, articles: &[Article]) -> Option<(String, Damaged)> {
    let mut hosts = hosts(articles, row.language);
    let must_be_finished = !matches!(place, Place::AfterByline(_));
    hosts.retain(|host| host.ends_finished() == must_be_finished);
    let host = *hosts.get(turn % hosts.len().max(1))?;
    // Blanks and bullets that a page adds have no place in a sentence.
    let line = printed(row, if place == Place::Quoted { PLAIN } else { turn }, host);
    let count = host.text.lines().count();
    let clean = host.text.clone();
    Some(match place {
        Place::AfterStory(gap) | Place::AfterByline(gap) => (clean, after(host, gap, &[line])),
        Place::BetweenParagraphs => {
            let at = 8;
            let lines: Vec<&str> = host.text.lines().collect();
            let (above, below) = lines.split_at(at);
            let text = [above, &[line.as_str(), ""], below].concat().join("\n") + "\n";
            (clean, Damaged { text, lines: at - 1..at + 2, is_leftover: true })
        }
        Place::Glued => {
            let text = format!("{} {line}\n", host.text.trim_end());
            (clean, Damaged { text, lines: count - 1..count, is_leftover: true })
        }
        // Some pages write Persian with Arabic letters: a fault of its own in a sentence.
        Place::Quoted if host.language == "fa" && line.contains(['ي', 'ى', 'ك']) => return None,
        Place::Quoted => {
            let text = format!("{}\n“{line}” was what the sign said, in letters a foot high.\n", host.text);
            (text.clone(), Damaged { text, lines: 0..0, is_leftover: true })
        }
        Place::Form | Place::Block => return None,
    })
}

/// Lines below an article, after so many blank lines.
fn after(host: &Article, gap: usize, lines: &[String]) -> Damaged {
    let count = host.text.lines().count();
    let text = host.text.clone() + &"\n".repeat(gap) + &lines.join("\n") + "\n";
    Damaged { lines: count..text.lines().count(), text, is_leftover: true }
}

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

/// What a page of `language` prints below a story: the comment form in its usual order, and of the rest as much as
/// pages carry, 2 to 10 lines.
pub(super) fn block(
    rows: &[Row],
    language: &str,
    numbers: &mut Numbers,
    articles: &[Article],
) -> Option<(String, Damaged)> {
    let own: Vec<&Row> = rows.iter().filter(|row| row.language == language).collect();
    let hosts: Vec<&Article> = hosts(articles, language).into_iter().filter(|host| host.ends_finished()).collect();
    let host = *hosts.get(numbers.below(hosts.len()))?;
    let mut of = |wanted: &[&str], tiers: &[&str]| -> Option<String> {
        let fit: Vec<&&Row> =
            own.iter().filter(|row| wanted.contains(&row.kind) && tiers.contains(&row.tier)).collect();
        let row = fit.get(numbers.below(fit.len()))?;
        Some(printed(row, numbers.below(FORMS), host))
    };
    let all = ["T1", "T2", "T3"];
    let mut lines: Vec<Option<String>> = vec![of(&["form-prompt"], &["T2", "T3"]), of(&["form-prompt"], &["T1", "T2"])];
    for _ in 0..3 {
        lines.push(of(&["form-field"], &all));
    }
    lines.push(of(&["form-button"], &all));
    let others = numbers.below(5);
    for _ in 0..others {
        let mut pick = numbers.below(WEIGHTS.iter().map(|(_, weight)| weight).sum());
        let kind = WEIGHTS.iter().find(|(_, weight)| {
            let is_here = pick < *weight;
            pick = pick.saturating_sub(*weight);
            is_here
        });
        let kind = kind.map_or("share", |(kind, _)| *kind);
        let fit: Vec<&&Row> = own.iter().filter(|row| row.kind == kind && row.kind != "end-mark").collect();
        if let Some(row) = fit.get(numbers.below(fit.len())) {
            lines.push(Some(printed(row, numbers.below(FORMS), host)));
        }
    }
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    // A block without a telling phrase is a list of words, which a story may end in.
    let is_telling = own.iter().any(|row| row.tier != "T3" && row.kind == "form-prompt");
    (lines.len() > 1 && is_telling).then(|| (host.text.clone(), after(host, 1 + numbers.below(2), &lines)))
}

/// Whole comment forms: language and lines, as the themes of the commonest CMS print them.
pub(crate) fn forms() -> impl Iterator<Item = (&'static str, Vec<String>)> {
    include_str!("forms.txt").split("\n\n").filter_map(|block| {
        let mut lines = block.lines();
        Some((lines.next()?, lines.map(str::to_owned).collect()))
    })
}

/// A form below an article: after 1 or 2 blank lines, close together or not.
pub(super) fn put_form(host: &Article, lines: &[String], turn: usize) -> Damaged {
    let lines = if turn.is_multiple_of(2) { lines.to_vec() } else { vec![lines.join("\n\n")] };
    after(host, 1 + turn / 2 % 2, &lines)
}

/// An article of the length that news has: the stories of several, one below the other, the last one finished.
pub(super) fn long_host(hosts: &[&Article], turn: usize) -> Option<Article> {
    let (finished, others): (Vec<&Article>, Vec<&Article>) = hosts.iter().partition(|host| host.ends_finished());
    let last = *finished.get(turn % finished.len().max(1))?;
    let first = *finished.get((turn + 1) % finished.len())?;
    let between = others.first().filter(|_| first.name == last.name);
    let story = |article: &Article| article.text.splitn(4, '\n').nth(3).unwrap_or_default().to_owned();
    let mut text = first.text.clone();
    if first.name != last.name {
        text += &story(last);
    } else if let Some(other) = between {
        text = other.text.clone() + &story(last);
    }
    Some(Article { text, ..first.clone() })
}
