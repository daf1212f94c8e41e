//! What build servers take out of a log: the two parsers of GitHub's runner, at their most eager.

/// A command found in a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) properties: Vec<(String, String)>,
    pub(crate) data: String,
}

impl Command {
    /// The value of a property.
    pub(crate) fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Every command in a log, whatever its name: a new version of the runner may know it. `::` commands are looked for
/// first, as the runner does it.
pub(crate) fn commands(log: &str) -> Vec<Command> {
    let lines = log.split(['\n', '\r']);
    // A search by the rules of a language skips joiners and the like.
    let is_skipped = |c: char| matches!(c, '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}');
    let bare = |line: &str| line.chars().filter(|c| !is_skipped(*c)).collect::<String>();
    lines
        .filter_map(|line| {
            second(line).or_else(|| first(line)).or_else(|| second(&bare(line)).or_else(|| first(&bare(line))))
        })
        .collect()
}

/// `::name key=value,key=value::data`, behind white space of any kind.
fn second(line: &str) -> Option<Command> {
    let (info, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let data = unescape(data, &[("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]);
    Some(command(info, ',', &data, |value| {
        unescape(value, &[("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    }))
}

/// `##[name key=value;key=value]data`, anywhere in the line; `##vso[…]` of Azure's agent alike, but for the per cent sign.
fn first(line: &str) -> Option<Command> {
    let find = |(open, percent): (&str, &'static str)| Some((line.find(open)? + open.len(), percent));
    let (start, percent) = [("##[", "%25"), ("##vso[", "%AZP25")].into_iter().filter_map(find).min()?;
    let (info, data) = line.get(start..)?.split_once(']')?;
    let plain =
        |text: &str| unescape(text, &[("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), (percent, "%")]);
    Some(command(info, ';', &plain(data), plain))
}

fn command(info: &str, separator: char, data: &str, unescape: impl Fn(&str) -> String) -> Command {
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let pairs = properties.trim().split(separator).filter_map(|pair| pair.split_once('='));
    Command {
        name: name.to_owned(),
        properties: pairs.map(|(key, value)| (key.to_owned(), unescape(value))).collect(),
        data: data.to_owned(),
    }
}

fn unescape(text: &str, pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

#[test]
fn commands_are_found_as_the_runner_finds_them() {
    let names = |log: &str| commands(log).into_iter().map(|command| command.name).collect::<Vec<_>>();
    assert_eq!(names("\u{a0}\u{3000}::add-mask::x\n::stop-commands::y"), ["add-mask", "stop-commands"]);
    assert_eq!(names("12 | ##[group]x\r::error::y"), ["group", "error"]);
    assert_eq!(names("#\u{200d}#[group]x :\u{200c}:error::"), ["group"]);
    assert_eq!(names("a ::error::x #[y] ## [z]"), [""; 0]);
    let command = &commands("::error file=a%2Cb%3A,line=1::50%25%0Ax")[0];
    assert_eq!((command.property("file"), command.property("line")), (Some("a,b:"), Some("1")));
    assert_eq!(command.data, "50%\nx");
}
