//! The configuration as it is in force: every key with its value and where that comes from.

use serde_json::{Map, Value as Json};
use toml::Value;

use super::allow::{AllowList, Allowed};
use super::error::{Advice, ConfigError};
use super::file::{ConfigFile, Override};
use super::origin::{Origin, Setting};
use super::selection::{Choice, Words};
use super::selector::Selector;
use super::wire;
use super::{BASELINE_NAME, Config, FailOn, Files, Flags, suggest};
use crate::lexicon::{OwnPhrase, StubKind};
use crate::lint::LineEnding;
use crate::profile::{FieldForm, FieldKind, Place, Profile};
use crate::ruleset::Ruleset;

/// Tables whose keys the user makes up; they exist while they are empty.
const TABLES: [&str; 2] = ["severity", "profiles"];
/// The lists of tables; they exist while they are empty, too.
pub const LISTS: [&str; 2] = [ALLOW, OVERRIDES];
const ALLOW: &str = "allow";
const OVERRIDES: &str = "overrides";

/// A key, its value, and where the value comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key with those of its tables: `files`, `include`. Tables of a list are numbered from 0.
    pub path: Vec<String>,
    /// Its value; `None` if it is not set and has no default.
    pub value: Option<Value>,
    /// Where the value comes from; several places if they add up.
    pub origins: Vec<Origin>,
}

impl Entry {
    /// The key as it is asked for: `files.include`.
    pub fn key(&self) -> String {
        self.path.join(".")
    }
}

/// Every key, in the order of the documentation.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The keys; those of lists of tables last.
    pub entries: Vec<Entry>,
}

/// What `file` and `flags` make together.
///
/// # Errors
/// The same as those of [`Config::resolve`].
pub fn effective(file: Option<&ConfigFile>, flags: &Flags) -> Result<Effective, ConfigError> {
    Config::resolve(file, flags)?;
    let defaults = ConfigFile::default();
    let file = file.unwrap_or(&defaults);
    let mut list = List(Vec::new());
    list.text(&["required-version"], file.required_version.as_ref(), String::as_str, None);
    list.text(&["extend"], file.extend.as_ref(), String::as_str, None);
    list.text(&["ruleset"], file.ruleset.as_ref(), |ruleset| ruleset.name(), Some(Ruleset::NEWEST.name()));
    let typed = flags.choice()?;
    list.choice(&file.choice, &typed);
    let by_flag = |flag| move |value| Setting { value, origin: Origin::Flag(flag) };
    let fail_on = flags.fail_on.map(by_flag("--fail-on")).or_else(|| file.fail_on.clone());
    list.text(&["fail-on"], fail_on.as_ref(), |level| level.name(), Some(FailOn::default().name()));
    let line_ending = file.line_ending.as_ref();
    list.text(&["line-ending"], line_ending, |ending| ending.name(), Some(LineEnding::default().name()));
    let named = flags.profile.clone().map(|value| Setting { value, origin: Origin::Flag("--profile") });
    let profile = named.or_else(|| file.profile.clone());
    list.text(&["profile"], profile.as_ref(), String::as_str, Some(Profile::DEFAULT));
    list.text(&["baseline"], file.baseline.as_ref(), String::as_str, Some(BASELINE_NAME));
    list.texts(&["files", "include"], file.include.as_ref(), &Files::DEFAULT_INCLUDE);
    list.texts(&["files", "exclude"], file.exclude.as_ref(), &[]);
    list.own_phrases(file.furniture.extend.as_ref());
    list.texts(&["furniture", "allow"], file.furniture.allow.as_ref(), &[]);
    for (name, profile) in &file.profiles {
        list.profile(name, profile);
    }
    let allowed = file.allow.iter().flat_map(|from| from.entries.iter().map(move |entry| (from, entry)));
    for (number, (from, entry)) in allowed.enumerate() {
        list.allowed(&number.to_string(), from, entry);
    }
    for (number, table) in file.overrides.iter().flat_map(|tables| &tables.value).enumerate() {
        list.over(&number.to_string(), table);
    }
    Ok(Effective { entries: list.0 })
}

impl Effective {
    /// The value of `key` as JSON, and where it comes from. A table has the value of all its keys.
    ///
    /// # Errors
    /// If there is no such key; with a guess at what was meant.
    pub fn get(&self, key: &str) -> Result<(Json, Vec<Origin>), Advice> {
        if let Some(entry) = self.entries.iter().find(|entry| entry.key() == key) {
            return Ok((entry.value.as_ref().map_or(Json::Null, json), entry.origins.clone()));
        }
        let below = format!("{key}.");
        let depth = key.split('.').count();
        let (mut tree, mut origins) = (Json::Object(Map::new()), Vec::<Origin>::new());
        for entry in self.entries.iter().filter(|entry| entry.key().starts_with(&below)) {
            put(&mut tree, entry.path.get(depth..).unwrap_or_default(), entry.value.as_ref().map_or(Json::Null, json));
            for origin in &entry.origins {
                if !origins.contains(origin) {
                    origins.push(origin.clone());
                }
            }
        }
        if origins.is_empty() {
            origins.push(Origin::Default);
            let is_severity = key.strip_prefix("severity.").is_some_and(|name| Selector::parse_narrow(name).is_ok());
            return match key {
                _ if LISTS.contains(&key) => Ok((Json::Array(Vec::new()), origins)),
                _ if TABLES.contains(&key) => Ok((tree, origins)),
                _ if is_severity => Ok((Json::Null, origins)),
                _ => Err(self.unknown(key)),
            };
        }
        match tree {
            Json::Object(tables) if LISTS.contains(&key) => {
                let mut tables: Vec<(String, Json)> = tables.into_iter().collect();
                tables.sort_by_key(|(number, _)| number.parse::<usize>().unwrap_or_default());
                Ok((tables.into_iter().map(|(_, table)| table).collect(), origins))
            }
            tree => Ok((tree, origins)),
        }
    }

    fn unknown(&self, key: &str) -> Advice {
        let keys: Vec<String> = self.entries.iter().map(Entry::key).collect();
        let known = keys.iter().map(String::as_str).chain(TABLES).chain(LISTS).chain(["files", "furniture"]);
        let guess = suggest::did_you_mean(key, known);
        Advice::new(format!("there is no key called `{key}`"), format!("{guess}`wirelint config show` lists all keys."))
    }
}

fn json(value: &Value) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// Puts `value` where `path` leads, through tables that are made on the way.
fn put(tree: &mut Json, path: &[String], value: Json) {
    match (tree, path) {
        (Json::Object(table), [key]) => {
            table.insert(key.clone(), value);
        }
        (Json::Object(table), [key, rest @ ..]) => {
            put(table.entry(key.clone()).or_insert_with(|| Json::Object(Map::new())), rest, value);
        }
        _ => {}
    }
}

/// Entries in the making.
struct List(Vec<Entry>);

impl List {
    fn push(&mut self, path: &[&str], value: Option<Value>, origins: Vec<Origin>) {
        self.0.push(Entry { path: path.iter().map(|&part| part.to_owned()).collect(), value, origins });
    }

    fn text<'s, T>(
        &mut self,
        path: &[&str],
        set: Option<&'s Setting<T>>,
        name: impl Fn(&'s T) -> &'s str,
        default: Option<&'s str>,
    ) {
        let value = set.map(|set| name(&set.value)).or(default).map(Value::from);
        self.push(path, value, vec![set.map_or(Origin::Default, |set| set.origin.clone())]);
    }

    fn texts(&mut self, path: &[&str], set: Option<&Setting<Vec<String>>>, default: &[&str]) {
        let values = set.map_or_else(|| default.to_vec(), |set| set.value.iter().map(String::as_str).collect());
        self.push(path, Some(Value::from(values)), vec![set.map_or(Origin::Default, |set| set.origin.clone())]);
    }

    /// Phrases as the file has them: texts where the kind goes without saying, tables otherwise.
    fn own_phrases(&mut self, set: Option<&Setting<Vec<OwnPhrase>>>) {
        let value = |own: &OwnPhrase| match own.kind {
            StubKind::FormPrompt => Value::from(own.phrase.as_str()),
            kind => {
                let keys = [("phrase", own.phrase.as_str()), ("kind", kind.name())];
                Value::Table(keys.map(|(key, value)| (key.to_owned(), value.into())).into_iter().collect())
            }
        };
        let values: Vec<Value> = set.iter().flat_map(|set| &set.value).map(value).collect();
        let origin = set.map_or(Origin::Default, |set| set.origin.clone());
        self.push(&["furniture", "extend"], Some(values.into()), vec![origin]);
    }

    /// Selectors of one or two places that add up.
    fn words(&mut self, path: &[&str], places: &[&Words], default: &[&str]) {
        let places: Vec<_> = places.iter().copied().flatten().collect();
        if places.is_empty() {
            return self.push(path, Some(Value::from(default.to_vec())), vec![Origin::Default]);
        }
        let mut names: Vec<&str> = Vec::new();
        for selector in places.iter().flat_map(|place| &place.value) {
            if !names.contains(&selector.name()) {
                names.push(selector.name());
            }
        }
        self.push(path, Some(Value::from(names)), places.iter().map(|place| place.origin.clone()).collect());
    }

    fn choice(&mut self, file: &Choice, flags: &Choice) {
        let none = None;
        let top = |flags| if matches!(flags, &None) { None } else { Some(flags) };
        self.words(&["select"], &[top(&flags.select).unwrap_or(&file.select)], &["default"]);
        let added = if flags.select.is_some() { &none } else { &file.extend_select };
        self.words(&["extend-select"], &[added, &flags.extend_select], &[]);
        self.words(&["ignore"], &[&file.ignore, &flags.ignore], &[]);
        self.words(&["fixable"], &[top(&flags.fixable).unwrap_or(&file.fixable)], &["all"]);
        self.words(&["unfixable"], &[&file.unfixable, &flags.unfixable], &[]);
        self.words(&["safe-fixes"], &[&file.safe_fixes], &[]);
        self.words(&["unsafe-fixes"], &[&file.unsafe_fixes], &[]);
        for (selector, level) in flags.clone().or(file.clone()).severity {
            self.push(&["severity", selector.name()], Some(level.value.name().into()), vec![level.origin]);
        }
    }

    fn profile(&mut self, name: &str, Setting { value: profile, origin }: &Setting<Profile>) {
        let labels = |kind| words(profile.form(kind).map_or(&[][..], |form| &form.labels));
        let fields = |is_one: &dyn Fn(&FieldForm) -> bool| -> Value {
            let named = profile.fields.iter().filter(|form| is_one(form)).map(|form| wire::field_word(form.kind));
            named.collect::<Vec<_>>().into()
        };
        let list = |names: Vec<&'static str>| Value::from(names);
        let updated = profile.updated.clone().map(|(open, close)| Value::from(vec![open, close]));
        let keys: [(&[&str], Option<Value>); 17] = [
            (&["source"], Some(profile.source.as_str().into())),
            (&["languages"], Some(list(profile.languages.iter().map(|language| language.code()).collect()))),
            (&["labels", "id"], Some(labels(FieldKind::NewsId))),
            (&["labels", "date"], Some(labels(FieldKind::PublishDate))),
            (&["separator"], Some(words(&profile.separators))),
            (&["joint"], profile.joint.as_deref().map(Value::from)),
            (&["order"], Some(order(profile))),
            (&["at-end"], Some(fields(&|form| form.place == Place::End))),
            (&["optional"], Some(fields(&|form| form.is_optional))),
            (&["may-be-empty"], Some(fields(&|form| form.may_be_empty))),
            (&["date"], Some(words(&profile.date_sources()))),
            (&["calendar"], Some(profile.calendars().name().into())),
            (&["updated"], updated),
            (&["counters"], Some(profile.counters.clone().into())),
            (&["zone"], Some(profile.zone.name().into())),
            (&["credits"], Some(profile.credits.clone().into())),
            (&["habits"], Some(list(profile.habits.iter().map(|habit| habit.name()).collect()))),
        ];
        for (path, value) in keys.into_iter().filter(|(_, value)| value.is_some()) {
            self.push(&[&["profiles", name], path].concat(), value, vec![origin.clone()]);
        }
    }

    fn allowed(&mut self, number: &str, list: &AllowList, entry: &Allowed) {
        let keys = [
            ("rule", Some(Value::from(entry.selector.as_str()))),
            ("files", Some(entry.files.clone().into())),
            ("text", entry.text.as_deref().map(Value::from)),
            ("reason", Some(entry.reason.as_str().into())),
            ("expires", entry.expires.map(|day| day.to_string().into())),
        ];
        for (key, value) in keys.into_iter().filter(|(_, value)| value.is_some()) {
            self.push(&[ALLOW, number, key], value, vec![list.origin(entry, key)]);
        }
    }

    fn over(&mut self, number: &str, table: &Override) {
        let at = |key| [OVERRIDES, number, key];
        self.texts(&at("files"), Some(&table.files), &[]);
        let choice = &table.choice;
        let lists = [
            ("select", &choice.select),
            ("extend-select", &choice.extend_select),
            ("ignore", &choice.ignore),
            ("fixable", &choice.fixable),
            ("unfixable", &choice.unfixable),
            ("safe-fixes", &choice.safe_fixes),
            ("unsafe-fixes", &choice.unsafe_fixes),
        ];
        for (key, words) in lists.into_iter().filter(|(_, words)| words.is_some()) {
            self.words(&at(key), &[words], &[]);
        }
        for (selector, level) in &choice.severity {
            let path = [OVERRIDES, number, "severity", selector.name()];
            self.push(&path, Some(level.value.name().into()), vec![level.origin.clone()]);
        }
        if let Some(ending) = &table.line_ending {
            self.text(&at("line-ending"), Some(ending), |ending| ending.name(), None);
        }
        if let Some(profile) = &table.profile {
            self.text(&at("profile"), Some(profile), String::as_str, None);
        }
    }
}

/// A text, or a list if there are several or none.
fn words(texts: &[String]) -> Value {
    match texts {
        [only] => only.as_str().into(),
        several => several.to_vec().into(),
    }
}

/// Both fields in their order, the one that the wire does not have last.
fn order(profile: &Profile) -> Value {
    let mut kinds: Vec<FieldKind> = profile.fields.iter().map(|form| form.kind).collect();
    let missing = [FieldKind::NewsId, FieldKind::PublishDate].into_iter().filter(|kind| profile.form(*kind).is_none());
    kinds.extend(missing);
    kinds.into_iter().map(wire::field_word).collect::<Vec<_>>().into()
}
