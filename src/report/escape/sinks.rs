//! What each kind of document cannot hold, and what stands for it there.

use serde::Serialize;

use super::{Commands, Shown, join, show};
use crate::chars;

/// `value` as JSON that is inert in a log and in a page: characters that do not print, commands of build servers and
/// `<` become `\u` escapes, so the value stays the same. Such characters only occur inside strings.
pub fn json(value: &impl Serialize) -> Shown {
    // Structs of strings and numbers always serialise.
    let mut plain = Vec::with_capacity(USUAL_JSON);
    match serde_json::to_writer(&mut plain, value) {
        Ok(()) => inert_json(&String::from_utf8(plain).unwrap_or_default()),
        Err(_) => Shown::default(),
    }
}

/// Most values take no more bytes.
const USUAL_JSON: usize = 1 << 10;

/// The same on lines that people can read, with LF between them.
pub fn json_on_lines(value: &impl Serialize) -> Shown {
    inert_json(&serde_json::to_string_pretty(value).unwrap_or_default())
}

fn inert_json(plain: &str) -> Shown {
    let mut inert = String::with_capacity(plain.len());
    let mut commands = Commands::default();
    let mut rest = plain;
    loop {
        let (harmless, other) = rest.split_at(commands.harmless(rest));
        inert.push_str(harmless);
        let Some(c) = other.chars().next() else { break };
        rest = &other[c.len_utf8()..];
        if commands.meet(c).is_some() || c == '<' || (chars::is_unprintable(c) && c != '\n') {
            inert.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            inert.push(c);
        }
    }
    Shown(inert)
}

/// A value as TOML writes it. Strings with characters that do not print, or with commands of build servers, are written
/// with escapes for them, so the value stays the same.
pub fn toml(value: &toml::Value) -> Shown {
    let list = |open, items: Vec<Shown>, close| {
        let mut inner = Vec::new();
        for item in items {
            inner.extend([join(&[&if inner.is_empty() { "" } else { ", " }]), item]);
        }
        join(&[&open, &inner.into_iter().collect::<Shown>(), &close])
    };
    match value {
        toml::Value::String(text) => toml_string(text),
        toml::Value::Array(values) => list("[", values.iter().map(toml).collect(), "]"),
        toml::Value::Table(table) => {
            let pair = |(key, value): (&String, _)| join(&[&toml_key(key), &" = ", &toml(value)]);
            list("{ ", table.iter().map(pair).collect(), " }")
        }
        // Numbers, truth values and dates.
        other => show(&other.to_string()),
    }
}

/// A key as TOML writes it.
pub fn toml_key(key: &str) -> Shown {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !key.is_empty() && key.chars().all(is_bare) { Shown(key.to_owned()) } else { toml_string(key) }
}

fn toml_string(text: &str) -> Shown {
    let mut commands = Commands::default();
    if !text.chars().any(|c| commands.meet(c).is_some() || chars::is_unprintable(c)) {
        return Shown(toml::Value::from(text).to_string());
    }
    let mut commands = Commands::default();
    let mut escaped = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            _ if commands.meet(c).is_some() || chars::is_unprintable(c) => {
                escaped.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            _ => escaped.push(c),
        }
    }
    Shown(escaped + "\"")
}

/// Text or the value of an attribute in XML 1.0, which has no way to write most control characters: they become
/// `\u{1b}`. Others that do not print, and commands of build servers, become references, so the value stays the same.
pub fn xml(text: &str) -> Shown {
    let mut escaped = String::with_capacity(text.len());
    let mut commands = Commands::default();
    for c in text.chars() {
        let opens_command = commands.meet(c).is_some();
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if !is_xml(c) => escaped.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            _ if opens_command || chars::is_unprintable(c) => escaped.push_str(&format!("&#x{:X};", u32::from(c))),
            _ => escaped.push(c),
        }
    }
    Shown(escaped)
}

/// The production `Char` of XML 1.0, fifth edition, section 2.2.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The message of a workflow command of GitHub, as its toolkit escapes it. Line ends become pictures before.
pub fn github_data(text: &str) -> Shown {
    replace(&show(text), &[('%', "%25")])
}

/// A property of a workflow command of GitHub, as its toolkit escapes it. Line ends become pictures before.
pub fn github_property(text: &str) -> Shown {
    replace(&show(text), &[('%', "%25"), (':', "%3A"), (',', "%2C")])
}

/// A property or the message of a logging command of Azure Pipelines. Line ends become pictures before.
pub fn azure(text: &str) -> Shown {
    replace(&show(text), &[('%', "%AZP25"), (';', "%3B"), (']', "%5D")])
}

fn replace(text: &Shown, pairs: &[(char, &'static str)]) -> Shown {
    let mut replaced = String::with_capacity(text.0.len());
    for c in text.0.chars() {
        match pairs.iter().find(|(found, _)| *found == c) {
            Some((_, instead)) => replaced.push_str(instead),
            None => replaced.push(c),
        }
    }
    Shown(replaced)
}

/// A path of a report as a URI reference (RFC 3986): relative if it is, every byte percent-encoded that is not plain.
/// The bytes that the path shows as `\xFF` are encoded as the bytes they are.
pub fn uri(path: &str) -> Shown {
    let mut uri = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(c) = rest.chars().next() {
        if let Some(byte) = rest.strip_prefix("\\x").and_then(|hex| hex.get(..2)).filter(|hex| is_hexadecimal(hex)) {
            uri.extend(["%", byte]);
            rest = rest.get(4..).unwrap_or_default();
            continue;
        }
        // A colon in the first part of a relative reference would end the name of a scheme.
        if c.is_ascii_alphanumeric() || "-._~/!$()*+,=@".contains(c) {
            uri.push(c);
        } else {
            uri.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    // An absolute path of two slashes would name a host.
    Shown(if uri.starts_with("//") { format!("/.{uri}") } else { uri })
}

fn is_hexadecimal(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_the_same_value() {
        let value = "##[x] ::y <z> \u{7f}\u{9b}\u{2028}\u{202e}\u{e0041} é";
        let json = json(&value);
        assert_eq!(json.as_str(), r###""##\u005bx] :\u003ay \u003cz> \u007f\u009b\u2028\u202e\udb40\udc41 é""###);
        assert_eq!(serde_json::from_str::<String>(json.as_str()).unwrap(), value);
    }

    #[test]
    fn toml_is_the_same_value() {
        for text in ["plain", "a\"b\\c", "\"\\\u{1b}", "##[x] ::y \u{1b}\u{9b}\n\r\u{202e}\u{e0041} é", ""] {
            let table: toml::Table = [(text.to_owned(), toml::Value::from(text))].into_iter().collect();
            let value = toml::Value::Array(vec![text.into(), table.into(), 7.into()]);
            let shown = toml(&value);
            let key = toml_key(text);
            let document = format!("a = {shown}\n{key} = 1\n", shown = shown.as_str(), key = key.as_str());
            let read: toml::Table = document.parse().unwrap_or_else(|error| panic!("{error}: {document}"));
            assert_eq!((&read["a"], read.contains_key(text)), (&value, true), "{document}");
            assert!(!document.contains("##[") && !document.contains("::"), "{document}");
            assert!(!document.contains(|c: char| chars::is_unprintable(c) && c != '\n'), "{document}");
        }
        assert_eq!(toml(&"a::b".into()).as_str(), "\"a:\\U0000003Ab\"");
        assert_eq!(toml(&"\"\\\u{1b}".into()).as_str(), r#""\"\\\U0000001B""#);
    }

    #[test]
    fn keys_are_quoted_only_if_they_have_to_be() {
        assert_eq!(toml_key("bidi-control_1").as_str(), "bidi-control_1");
        for (key, quoted) in [("", "\"\""), ("a b", "\"a b\""), ("a.b", "\"a.b\""), ("é", "\"é\"")] {
            assert_eq!(toml_key(key).as_str(), quoted);
        }
    }

    #[test]
    fn json_on_lines_is_the_same_value() {
        let value = serde_json::json!({ "a": ["##[x]\n", "\u{202e}"], "b": {} });
        let shown = json_on_lines(&value);
        assert_eq!(shown.as_str().lines().count(), 7);
        assert!(!shown.as_str().contains("##[") && !shown.as_str().contains('\u{202e}'));
        assert_eq!(serde_json::from_str::<serde_json::Value>(shown.as_str()).unwrap(), value);
    }

    #[test]
    fn xml_holds_what_xml_can_hold() {
        assert_eq!(xml("<a b='c' d=\"e\">&").as_str(), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
        assert_eq!(xml("\u{1b}[\0\u{fffe}\u{ffff}").as_str(), "\\u{1b}[\\u{0}\\u{fffe}\\u{ffff}");
        assert_eq!(xml("\t\n\r\u{7f}\u{85}\u{202e}").as_str(), "&#x9;&#xA;&#xD;&#x7F;&#x85;&#x202E;");
        assert_eq!(xml("##[error]x ::x").as_str(), "##&#x5B;error]x :&#x3A;x");
    }

    #[test]
    fn commands_keep_their_values_apart() {
        assert_eq!(github_data("50%,\r\n::x: y").as_str(), "50%25,␍␊:\\:x: y");
        assert_eq!(github_property("a%b:c,d").as_str(), "a%25b%3Ac%2Cd");
        assert_eq!(azure("a;b]c%d\n##vso[x]").as_str(), "a%3Bb%5Dc%AZP25d␊##vso\\[x%5D");
    }

    #[test]
    fn uris_are_plain_and_relative() {
        assert_eq!(uri("news/a b.txt").as_str(), "news/a%20b.txt");
        assert_eq!(uri("c:x/é#?%[1].txt").as_str(), "c%3Ax/%C3%A9%23%3F%25%5B1%5D.txt");
        assert_eq!(uri("a\\xFFb\\x5CxFF\\xzz\\x").as_str(), "a%FFb%5CxFF%5Cxzz%5Cx");
        assert_eq!(uri("<stdin>").as_str(), "%3Cstdin%3E");
        assert_eq!(uri("//a").as_str(), "/.//a");
        assert_eq!(uri("../a\n").as_str(), "../a%0A");
    }
}
