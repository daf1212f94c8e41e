//! The typed tree of an article: every node knows its line and its bytes and borrows the text.

use crate::datetime::{DateFault, Timestamp};
use crate::lexicon::{StubKind, Tier};
use crate::profile::FieldKind;
use crate::source::Span;

/// What a line is for. Every line has exactly one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A label with its value.
    HeaderField,
    /// The headline: the first line of prose.
    Headline,
    /// The headline once more, word for word or nearly.
    RepeatedHeadline,
    /// A word that labels the story, directly below its headline: `Exclusive`.
    Kicker,
    /// The summary between the headline and the story.
    Standfirst,
    /// A paragraph of the story.
    Paragraph,
    /// Nothing, or nothing but blanks.
    Blank,
    /// What the page around the article left behind.
    Furniture,
}

impl Role {
    /// The word used in reports and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::HeaderField => "header-field",
            Self::Headline => "headline",
            Self::RepeatedHeadline => "repeated-headline",
            Self::Kicker => "kicker",
            Self::Standfirst => "standfirst",
            Self::Paragraph => "paragraph",
            Self::Blank => "blank",
            Self::Furniture => "furniture",
        }
    }

    /// Whether lines of this role are the body: standfirst and story.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Standfirst | Self::Paragraph)
    }
}

/// A line of text, without the blanks at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'t> {
    /// Index of the line in [`crate::source::Source::lines`].
    pub line: usize,
    /// The bytes.
    pub span: Span,
    /// The text of those bytes.
    pub text: &'t str,
}

/// A header field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// Which one.
    pub kind: FieldKind,
    /// Index of its line.
    pub line: usize,
    /// The label as written; empty where the value stands alone.
    pub label: Span,
    /// Which of the wire's labels it is, by its place among them.
    pub form: usize,
    /// From the end of the field before it on the same line to the label, as written.
    pub joint: Option<Span>,
    /// From the end of the label to the start of the value: blanks and colon as written.
    pub separator: Span,
    /// The value, without blanks at its edges.
    pub value: Block<'t>,
    /// Whether it stands in the header: above the headline, or below the story if the wire's header does.
    pub in_header: bool,
    /// Whether it stands below the headline.
    pub is_below: bool,
}

impl Field<'_> {
    /// The whole field, from label to value.
    pub fn span(&self) -> Span {
        Span::new(self.label.start, self.value.span.end)
    }
}

/// How a line repeats the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Word for word; blanks that are mended anyway do not count.
    Exact,
    /// The same letters in the same order: case, punctuation, quotes or white space differ.
    SameLetters,
    /// The beginning of it, cut short with an ellipsis.
    CutShort,
    /// The beginning of it, up to an apostrophe at which a program has cut it.
    CutAtApostrophe,
    /// The headline, then a separator and the name of the site: the title of the page.
    WithSite,
    /// The headline where the first line has the name of the site behind it.
    WithoutSite,
    /// The headline twice on one line.
    Doubled,
    /// The headline with a leftover of the page glued to it, as in `Talks resumePost Comment`.
    WithLeftover,
    /// The headline inside the remains of a picture's markup: `alt="…" />`.
    InMarkup,
}

impl Likeness {
    /// Whether the line is the headline and nothing else, as a refrain would be.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Exact | Self::SameLetters)
    }
}

/// A line that repeats the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat<'t> {
    /// The line.
    pub block: Block<'t>,
    /// How it repeats the headline.
    pub likeness: Likeness,
    /// Whether nothing but blank lines, other exact repeats and the kicker stands between it and the headline.
    pub directly_below: bool,
}

/// Where a leftover stands: what decides whether it may go unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Alone, or with others like it, after the end of the body.
    AfterBody,
    /// After the end of the body too, but with so much more, or below so little of a story, that someone should look.
    LongTail,
    /// After the end of the body, but it may say something that readers should know: whose report or picture it is.
    Credit,
    /// After the end of the body too, but a line in the body is known as a leftover only by this company.
    Evidence,
    /// In the body, or with words beside it that are no phrase of a page.
    InBody,
}

/// A line that the page around the article left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture<'t> {
    /// The line.
    pub block: Block<'t>,
    /// What part of the page it comes from.
    pub kind: StubKind,
    /// How telling the phrase is.
    pub tier: Tier,
    /// Where it stands.
    pub standing: Standing,
    /// Whether it belongs to the heading of links above it.
    pub is_link: bool,
}

/// A leftover glued to the end of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glued {
    /// The leftover without the paragraph.
    pub span: Span,
    /// What part of the page it comes from.
    pub kind: StubKind,
}

/// An article as the grammar sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article<'t> {
    /// One role for each line of the source.
    pub roles: Vec<Role>,
    /// Header fields in the order of the text, wherever they stand and however often.
    pub fields: Vec<Field<'t>>,
    /// What the first publish date says; `None` if there is no such field.
    pub published: Option<Result<Timestamp, DateFault>>,
    /// The headline.
    pub headline: Option<Block<'t>>,
    /// Lines that repeat the headline.
    pub repeats: Vec<Repeat<'t>>,
    /// Repeats of the headline, or of its first half, on a line that goes on with other words: what goes for one of the
    /// two to be left.
    pub fused: Vec<Span>,
    /// The word that labels the story, directly below the headline.
    pub kicker: Option<Block<'t>>,
    /// The day that the page was printed or viewed on, alone on a line above the header; all of them if it stands there
    /// several times.
    pub page_dates: Vec<Block<'t>>,
    /// The standfirst.
    pub standfirst: Option<Block<'t>>,
    /// The paragraphs of the story.
    pub paragraphs: Vec<Block<'t>>,
    /// What the page left behind.
    pub furniture: Vec<Furniture<'t>>,
    /// What the page left behind without a blank after a paragraph, in the order of the text.
    pub glued: Vec<Glued>,
}

impl<'t> Article<'t> {
    /// The first field of a kind: the one that counts.
    pub fn field(&self, kind: FieldKind) -> Option<&Field<'t>> {
        self.fields.iter().find(|field| field.kind == kind)
    }

    /// Standfirst and paragraphs, in the order of the text.
    pub fn body(&self) -> impl Iterator<Item = &Block<'t>> {
        self.standfirst.iter().chain(&self.paragraphs)
    }

    /// Headline, standfirst and paragraphs, in the order of the text.
    pub fn prose(&self) -> impl Iterator<Item = &Block<'t>> {
        self.headline.iter().chain(self.body())
    }

    /// The role of the line at `index`; the place after the last line counts as blank.
    pub fn role(&self, index: usize) -> Role {
        self.roles.get(index).copied().unwrap_or(Role::Blank)
    }
}
