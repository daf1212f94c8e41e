//! The JSON Schema of `wirelint.toml`.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::document::Document;
use super::selector::Selector;
use super::wire::FIELDS;
use crate::calendar::Language;
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;
use crate::profile::Habit;
use crate::rules::ABOUT_ALLOWANCES;

/// The schema of `wirelint.toml`, with the names of the rules there are. It is JSON Schema draft-07, the newest that
/// editors understand and the public catalogue of schemas takes.
pub fn schema() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<Document>().to_value()
}

/// Takes away the default that schemars makes of an absent value, which TOML cannot write.
pub(super) fn without_default(schema: &mut Schema) {
    schema.remove("default");
}

/// A word for rules, as the schema describes it.
pub(super) struct SelectorName;

impl JsonSchema for SelectorName {
    fn schema_name() -> Cow<'static, str> {
        "Selector".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A rule or a group by its name, `all`, or `default` for those that are on by default.",
            "type": "string",
            "enum": Selector::names().collect::<Vec<_>>(),
        })
    }
}

/// A table from rules and groups to severities.
pub(super) fn severities(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": { "type": "string", "enum": Selector::narrow_names().collect::<Vec<_>>() },
        "additionalProperties": { "type": "string", "enum": Severity::ALL.map(Severity::name) },
    })
}

/// Languages by their codes.
pub(super) fn languages(_: &mut SchemaGenerator) -> Schema {
    list_of(&Language::codes())
}

/// Fields of the header.
pub(super) fn fields(_: &mut SchemaGenerator) -> Schema {
    list_of(&FIELDS)
}

/// Habits of a wire.
pub(super) fn habits(_: &mut SchemaGenerator) -> Schema {
    list_of(&Habit::WORDS)
}

fn list_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "enum": words } })
}

/// Phrases, each as a text or as a table with its kind.
pub(super) fn own_phrases(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": {
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "phrase": { "description": "The line as the page prints it.", "type": "string" },
                        "kind": {
                            "description": "What part of the page it comes from.",
                            "type": "string",
                            "enum": StubKind::names(),
                            "default": StubKind::FormPrompt.name(),
                        },
                    },
                    "required": ["phrase"],
                    "additionalProperties": false,
                },
            ],
        },
    })
}

/// One rule or group that can be allowed.
pub(super) fn allowed_selector(_: &mut SchemaGenerator) -> Schema {
    let names = Selector::narrow_names().filter(|name| !ABOUT_ALLOWANCES.contains(name));
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}
