//! The patch of a repair, applied line by line, is the repair.

use wirelint::diff;
use wirelint::fix::Safety;
use wirelint::lint;
use wirelint::source::Source;

use super::inputs::Input;

/// The patch from the text to what `fix` makes of it applies; so does the one from its first half to the second, which
/// have little in common.
pub fn hold(bytes: &[u8]) {
    let Input { settings, text } = Input::of(bytes);
    if let Ok(fixed) = lint::fix(&Source::new("input", &text), settings, Safety::Unsafe) {
        assert_applies(&text, &fixed.text);
    }
    let middle = text.len() / 2;
    let middle = (middle..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let (old, new) = text.split_at(middle);
    assert_applies(old, new);
}

fn assert_applies(old: &str, new: &str) {
    let patch = diff::unified("a.txt", old, new);
    assert_eq!(patch.is_empty(), old == new, "{patch:?}");
    assert_eq!(applied(old, &patch), new, "{old:?}\n{patch}");
}

/// What a patch makes of `old`, with no fuzz and no offset: every line it keeps or takes out stands where it says.
fn applied(old: &str, patch: &str) -> String {
    let mut old_lines = old.split_inclusive('\n').enumerate();
    let mut new = String::new();
    let mut new_lines = 0;
    let mut hunks = patch.split_inclusive('\n').peekable();
    if !patch.is_empty() {
        assert_eq!([hunks.next(), hunks.next()], [Some("--- a/a.txt\n"), Some("+++ b/a.txt\n")]);
    }
    while let Some(header) = hunks.next() {
        let [(old_start, mut old_count), (new_start, mut new_count)] = ranges(header);
        while old_lines.clone().next().is_some_and(|(index, _)| index < old_start) {
            let (_, line) = old_lines.next().expect("asked above");
            new.push_str(line);
            new_lines += 1;
        }
        assert_eq!(new_start, new_lines, "{header}");
        while old_count + new_count > 0 {
            let line = hunks.next().expect("the hunk is as long as its header says");
            let (sign, mut line) = line.split_at(1);
            if hunks.peek() == Some(&"\\ No newline at end of file\n") {
                hunks.next();
                line = line.strip_suffix('\n').expect("a line of the patch is ended");
            }
            if sign != "+" {
                let (index, there) = old_lines.next().expect("there is such a line");
                assert_eq!((index >= old_start, there), (true, line), "{header}");
                old_count -= 1;
            }
            if sign != "-" {
                new.push_str(line);
                new_lines += 1;
                new_count -= 1;
            }
            assert!([" ", "+", "-"].contains(&sign), "{sign:?}");
        }
    }
    new.extend(old_lines.map(|(_, line)| line));
    new
}

/// Where a hunk begins, from 0, and how many lines it has, before and after.
fn ranges(header: &str) -> [(usize, usize); 2] {
    let inner = header.strip_prefix("@@ -").and_then(|rest| rest.strip_suffix(" @@\n")).expect("the header of a hunk");
    let (old, new) = inner.split_once(" +").expect("two ranges");
    [old, new].map(|range| {
        let (start, count) = range.split_once(',').unwrap_or((range, "1"));
        let [start, count]: [usize; 2] = [start, count].map(|number| number.parse().expect("a number"));
        // An empty range names the line before it.
        (if count == 0 { start } else { start - 1 }, count)
    })
}
