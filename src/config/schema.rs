//! The JSON Schema of `wirelint.toml`.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::file::Document;
use super::selection::Selector;
use crate::diagnostic::Severity;
use crate::rules::ABOUT_ALLOWANCES;

/// The schema of `wirelint.toml`, JSON Schema 2020-12, with the names of the rules there are.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>().to_value()
}

/// Takes away the default that schemars makes of an absent value, which TOML cannot write.
pub(super) fn without_default(schema: &mut Schema) {
    schema.remove("default");
}

/// A list of rules, groups, `all` and `default`.
pub(super) fn selectors(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "string", "enum": Selector::names().collect::<Vec<_>>() },
    })
}

/// A table from rules and groups to severities.
pub(super) fn severities(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": { "enum": Selector::narrow_names().collect::<Vec<_>>() },
        "additionalProperties": { "type": "string", "enum": Severity::ALL.map(Severity::name) },
    })
}

/// One rule or group that can be allowed.
pub(super) fn allowed_selector(_: &mut SchemaGenerator) -> Schema {
    let names = Selector::narrow_names().filter(|name| !ABOUT_ALLOWANCES.contains(name));
    json_schema!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}
