//! Guesses which of a few known words a mistyped word was meant to be.

/// The candidate that `word` was most likely meant to be; `None` if none is near.
///
/// Case and `_` for `-` do not count. A word that is a part of exactly one candidate means that one.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let fold = |text: &str| text.trim().to_lowercase().replace(['_', ' '], "-");
    let word = fold(word);
    let len = word.chars().count();
    // One slip in three letters is still the same word; beyond that the guess would be noise.
    let most = len.div_ceil(3).min(4);
    let mut best: Option<(usize, &str)> = None;
    let mut parts = Vec::new();
    for candidate in candidates {
        let folded = fold(candidate);
        let distance = strsim::osa_distance(&word, &folded);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
        if len >= 4 && folded.contains(&word) {
            parts.push(candidate);
        }
    }
    let only_part = || if let [candidate] = parts.as_slice() { Some(*candidate) } else { None };
    best.map(|(_, candidate)| candidate).or_else(only_part)
}

/// Words as a sentence lists them: `` `a`, `b` or `c` ``.
pub(super) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// ``Did you mean `x`? `` for a mistyped word, with the blank that parts it from the next sentence; empty if no
/// candidate is near.
pub(super) fn did_you_mean<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> String {
    nearest(word, candidates).map(|candidate| format!("Did you mean `{candidate}`? ")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_case_and_parts_are_understood() {
        let words = ["extra-blank-line", "duplicate-headline", "form-stub"];
        for (typed, meant) in [
            ("extra-blnak-line", Some("extra-blank-line")),
            ("Extra_Blank_Line", Some("extra-blank-line")),
            ("stub", Some("form-stub")),
            ("headline", Some("duplicate-headline")),
            ("line", None),
            ("spelling", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
    }

    #[test]
    fn lists_read_like_a_sentence() {
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
