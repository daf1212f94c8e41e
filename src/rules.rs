//! The rules: each is one constant and one function; this module holds their table.

pub use crate::rule::{Checker, Fixable, Group, Rule};

mod ad_label;
mod ambiguous_time;
mod arabic_letter_in_persian;
mod bidi_control;
mod byline_stub;
mod byte_order_mark;
mod captcha;
mod carriage_return;
mod control_character;
mod cookie_notice;
mod copyright_line;
mod date_order_conflict;
mod dateline_conflict;
mod double_space;
mod duplicate_field;
mod duplicate_headline;
mod duplicate_paragraph;
mod duplicate_standfirst;
mod end_mark;
mod expired_allowance;
mod extra_blank_line;
mod form_stub;
mod future_date;
mod html_entity;
mod id_date_conflict;
mod impossible_date;
mod invalid_news_id;
mod invisible_character;
mod kashida;
mod leading_whitespace;
mod leftover_markup;
mod malformed_date;
mod malformed_field;
mod metadata_in_body;
mod misplaced_field;
mod missing_blank_line;
mod missing_body;
mod missing_field;
mod missing_final_newline;
mod missing_headline;
mod missing_space_after_stop;
mod mixed_digits;
mod mixed_quotes;
mod mojibake;
mod near_duplicate_headline;
mod newsletter_prompt;
mod no_break_space;
mod not_nfc;
mod print_header;
mod read_more;
mod related_links;
mod repeated_word;
mod replacement_character;
mod share_bar;
mod space_before_punctuation;
mod system_text;
mod tab;
mod tag_line;
mod trailing_whitespace;
mod truncated_text;
mod unbalanced_quote;
mod unknown_profile;
mod unused_allowance;
mod unusual_space;
mod view_counter;
mod zero_width_misuse;

/// Every rule, in the order in which they run and are documented. Names are permanent.
pub const RULES: &[Rule] = &[
    missing_field::RULE,
    duplicate_field::RULE,
    misplaced_field::RULE,
    missing_headline::RULE,
    missing_body::RULE,
    duplicate_standfirst::RULE,
    duplicate_paragraph::RULE,
    unknown_profile::RULE,
    truncated_text::RULE,
    malformed_field::RULE,
    invalid_news_id::RULE,
    malformed_date::RULE,
    impossible_date::RULE,
    future_date::RULE,
    ambiguous_time::RULE,
    dateline_conflict::RULE,
    duplicate_headline::RULE,
    near_duplicate_headline::RULE,
    form_stub::RULE,
    captcha::RULE,
    share_bar::RULE,
    newsletter_prompt::RULE,
    cookie_notice::RULE,
    related_links::RULE,
    tag_line::RULE,
    copyright_line::RULE,
    end_mark::RULE,
    view_counter::RULE,
    ad_label::RULE,
    read_more::RULE,
    system_text::RULE,
    print_header::RULE,
    metadata_in_body::RULE,
    byline_stub::RULE,
    byte_order_mark::RULE,
    no_break_space::RULE,
    unusual_space::RULE,
    control_character::RULE,
    invisible_character::RULE,
    zero_width_misuse::RULE,
    bidi_control::RULE,
    replacement_character::RULE,
    mojibake::RULE,
    html_entity::RULE,
    leftover_markup::RULE,
    not_nfc::RULE,
    arabic_letter_in_persian::RULE,
    kashida::RULE,
    mixed_digits::RULE,
    mixed_quotes::RULE,
    unbalanced_quote::RULE,
    space_before_punctuation::RULE,
    missing_space_after_stop::RULE,
    repeated_word::RULE,
    leading_whitespace::RULE,
    trailing_whitespace::RULE,
    double_space::RULE,
    tab::RULE,
    extra_blank_line::RULE,
    missing_blank_line::RULE,
    missing_final_newline::RULE,
    carriage_return::RULE,
    date_order_conflict::RULE,
    id_date_conflict::RULE,
    unused_allowance::RULE,
    expired_allowance::RULE,
];

/// The rules that are about entries allowing findings, not about articles: they look at [`Checker::allowances`], once
/// all articles of a run are checked.
pub const ABOUT_ALLOWANCES: [&str; 2] = [unused_allowance::RULE.name, expired_allowance::RULE.name];

/// The rules that are about what many articles prove together: they look at [`Checker::conflict`], once all articles of
/// a run are checked.
pub const ABOUT_BATCHES: [&str; 2] = [date_order_conflict::RULE.name, id_date_conflict::RULE.name];
/// The rule that says that no profile was recognised.
pub const UNKNOWN_PROFILE: &str = unknown_profile::RULE.name;

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
