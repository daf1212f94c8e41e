//! Reads the executed examples out of a rule's documentation page.

use wirelint::chars;

/// One fenced block: ```` ```wire bad ````, ```` ```wire good ````, or the same of another language.
pub(crate) struct Example {
    pub(crate) is_good: bool,
    /// `key=value` words after `bad` or `good`.
    pub(crate) options: Vec<(String, String)>,
    pub(crate) text: String,
}

/// All examples of a page that are articles, in order.
pub(crate) fn examples(page: &str) -> Vec<Example> {
    examples_in("wire", page)
}

/// All examples of a page in that language, in order.
pub(crate) fn examples_in(language: &str, page: &str) -> Vec<Example> {
    let fence = format!("```{language} ");
    let mut examples = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix(&fence) else { continue };
        let mut words = info.split_whitespace();
        let is_good = match words.next() {
            Some("good") => true,
            Some("bad") => false,
            other => panic!("an example is `bad` or `good`, not {other:?}"),
        };
        let options =
            words.map(|word| word.split_once('=').expect("option is key=value")).map(|(k, v)| (k.into(), v.into()));
        let options = options.collect();
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let text = body.join("\n") + "\n";
        examples.push(Example { is_good, options, text: unescape(&text) });
    }
    examples
}

/// Pages write characters that nobody can see as `‹U+00A0›`, and the end of a file without a line end as `‹end›`.
pub(crate) fn unescape(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text.strip_suffix("‹end›\n").unwrap_or(text);
    while let Some(start) = rest.find("‹U+") {
        let (before, after) = rest.split_at(start);
        let (code, next) = after["‹U+".len()..].split_once('›').expect("‹U+…› is closed");
        result.push_str(before);
        result.push(char::from_u32(u32::from_str_radix(code, 16).expect("hexadecimal")).expect("a character"));
        rest = next;
    }
    let invisible = text.chars().find(|c| *c != '\n' && (chars::is_unprintable(*c) || chars::is_odd_space(*c)));
    assert_eq!(invisible, None, "write it as ‹U+…› so that readers of the page see it");
    result + rest
}
