//! wirelint reads news articles in a plain-text wire format strictly, says exactly what is wrong and where, repairs
//! what can be repaired without touching a word of the story, and turns clean articles into typed records.

pub mod allowance;
pub mod article;
pub mod baseline;
pub mod batch;
pub mod blanks;
pub mod calendar;
pub mod chars;
pub mod cli;
pub mod config;
pub mod dateline;
pub mod datetime;
pub mod diagnostic;
pub mod diff;
pub mod facts;
pub mod files;
pub mod fingerprint;
pub mod fix;
pub mod grammar;
pub mod joiners;
pub mod keys;
pub mod language;
pub mod lexicon;
pub mod lint;
pub mod profile;
pub mod record;
pub mod removal;
pub mod report;
pub mod rules;
pub mod ruleset;
pub mod source;
pub mod suppress;
pub mod typography;
