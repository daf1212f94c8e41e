//! Which lines of two texts are the same: found in a time that grows as the texts do.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many lines of either text are compared at a time. The search for the smallest difference takes more than twice as
/// long for twice the lines, and no article has so many.
const WINDOW: usize = 2048;
/// How far into a window what was found is kept: near its end the texts may only seem to differ.
const KEPT: usize = WINDOW / 4 * 3;

/// Lines of the old text that are lines of the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Equal {
    old: usize,
    new: usize,
    len: usize,
}

/// What leads from the old lines to the new ones, in order and without gaps. Of short texts it is the least; of others it
/// is right, and the least as far as a few thousand lines tell.
pub(super) fn operations(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut operations = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    let end = Equal { old: old.len(), new: new.len(), len: 0 };
    for equal in equal_lines(old, new).into_iter().chain([end]) {
        let (old_index, new_index) = (at_old, at_new);
        let (old_len, new_len) = (equal.old - at_old, equal.new - at_new);
        match (old_len, new_len) {
            (0, 0) => {}
            (_, 0) => operations.push(DiffOp::Delete { old_index, old_len, new_index }),
            (0, _) => operations.push(DiffOp::Insert { old_index, new_index, new_len }),
            _ => operations.push(DiffOp::Replace { old_index, old_len, new_index, new_len }),
        }
        if equal.len > 0 {
            operations.push(DiffOp::Equal { old_index: equal.old, new_index: equal.new, len: equal.len });
        }
        (at_old, at_new) = (equal.old + equal.len, equal.new + equal.len);
    }
    operations
}

/// The lines that stay, in order; no two of them meet.
fn equal_lines(old: &[&str], new: &[&str]) -> Vec<Equal> {
    let mut found: Vec<Equal> = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    // As long as both have lines left.
    while let (Some(old_rest @ [_, ..]), Some(new_rest @ [_, ..])) = (old.get(at_old..), new.get(at_new..)) {
        let [old_window, new_window] = [old_rest, new_rest].map(|rest| rest.get(..WINDOW).unwrap_or(rest));
        let is_last = old_rest.len() <= WINDOW && new_rest.len() <= WINDOW;
        let kept = if is_last { usize::MAX } else { KEPT };
        let mut next = None;
        for operation in capture_diff_slices(Algorithm::Myers, old_window, new_window) {
            let DiffOp::Equal { old_index, new_index, len } = operation else { continue };
            let len = len.min(kept.saturating_sub(old_index)).min(kept.saturating_sub(new_index));
            if len == 0 {
                continue;
            }
            let equal = Equal { old: at_old + old_index, new: at_new + new_index, len };
            next = Some((equal.old + len, equal.new + len));
            match found.last_mut() {
                Some(last) if last.old + last.len == equal.old && last.new + last.len == equal.new => last.len += len,
                _ => found.push(equal),
            }
        }
        if is_last {
            break;
        }
        (at_old, at_new) = next.unwrap_or((at_old + KEPT, at_new + KEPT));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What `operations` make of `old`.
    fn carried_out<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<&'t str> {
        let mut made = Vec::new();
        let (mut at_old, mut at_new) = (0, 0);
        for operation in operations(old, new) {
            assert_eq!((operation.old_range().start, operation.new_range().start), (at_old, at_new), "no gap");
            (at_old, at_new) = (operation.old_range().end, operation.new_range().end);
            match operation {
                DiffOp::Equal { .. } => made.extend(&old[operation.old_range()]),
                _ => made.extend(&new[operation.new_range()]),
            }
        }
        assert_eq!((at_old, at_new), (old.len(), new.len()));
        let are_equal: Vec<bool> =
            operations(old, new).iter().map(|operation| matches!(operation, DiffOp::Equal { .. })).collect();
        assert!(are_equal.windows(2).all(|pair| pair[0] != pair[1]), "what changes, and what stays, is told at once");
        made
    }

    fn lines(from: usize, number: usize) -> Vec<String> {
        (from..from + number).map(|number| number.to_string()).collect()
    }

    fn as_lines(lines: &[String]) -> Vec<&str> {
        lines.iter().map(String::as_str).collect()
    }

    #[test]
    fn what_comes_and_what_goes_is_told_as_such() {
        let equal = DiffOp::Equal { old_index: 1, new_index: 0, len: 2 };
        assert_eq!(
            operations(&["a", "b", "c"], &["b", "c", "d"]),
            [
                DiffOp::Delete { old_index: 0, old_len: 1, new_index: 0 },
                equal,
                DiffOp::Insert { old_index: 3, new_index: 2, new_len: 1 },
            ]
        );
        assert_eq!(
            operations(&["a", "b", "c"], &["d", "e", "b", "c"]),
            [
                DiffOp::Replace { old_index: 0, old_len: 1, new_index: 0, new_len: 2 },
                DiffOp::Equal { old_index: 1, new_index: 2, len: 2 },
            ]
        );
    }

    #[test]
    fn a_long_piece_that_comes_or_goes_costs_no_line_around_it() {
        let (piece, text) = (lines(0, WINDOW / 2), lines(WINDOW, WINDOW - 2));
        let (before, after) = text.split_at(WINDOW / 2);
        let with_piece = [before, &piece, after].concat();
        let (short, long) = (as_lines(&text), as_lines(&with_piece));
        let (at, len) = (before.len(), piece.len());
        let first = DiffOp::Equal { old_index: 0, new_index: 0, len: at };
        assert_eq!(
            operations(&short, &long),
            [
                first,
                DiffOp::Insert { old_index: at, new_index: at, new_len: len },
                DiffOp::Equal { old_index: at, new_index: at + len, len: after.len() },
            ]
        );
        assert_eq!(
            operations(&long, &short),
            [
                first,
                DiffOp::Delete { old_index: at, old_len: len, new_index: at },
                DiffOp::Equal { old_index: at + len, new_index: at, len: after.len() },
            ]
        );
    }

    #[test]
    fn what_is_the_same_is_found_behind_a_long_piece_that_is_not() {
        let (old, new, end) = (lines(0, 2 * WINDOW), lines(2 * WINDOW, 2 * WINDOW), lines(4 * WINDOW, WINDOW));
        let [old, new] = [old, new].map(|piece| [piece, end.clone()].concat());
        let (replaced, same) = (2 * WINDOW, WINDOW);
        assert_eq!(
            operations(&as_lines(&old), &as_lines(&new)),
            [
                DiffOp::Replace { old_index: 0, old_len: replaced, new_index: 0, new_len: replaced },
                DiffOp::Equal { old_index: replaced, new_index: replaced, len: same },
            ]
        );
    }

    #[test]
    fn long_texts_are_compared_as_short_ones_are() {
        let numbers = lines(0, 4 * WINDOW);
        let old = as_lines(&numbers);
        let mut new = old.clone();
        for at in (0..old.len()).step_by(701).rev() {
            new.insert(at, "new");
        }
        new.remove(WINDOW);
        new[3 * WINDOW] = "other";
        assert_eq!(carried_out(&old, &new), new);
        let changed =
            operations(&old, &new).iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. })).count();
        assert_eq!(changed, old.len().div_ceil(701) + 2);
    }

    #[test]
    fn nothing_in_common_is_found_out() {
        let (old, new) = (vec!["a"; 3 * WINDOW], vec!["b"; 5 * WINDOW]);
        assert_eq!(operations(&old, &new).len(), 1);
        assert_eq!(carried_out(&old, &new), new);
        assert_eq!(operations(&[], &[]), []);
        assert_eq!(carried_out(&old, &[]), Vec::<&str>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn operations_lead_from_one_text_to_the_other(
            old in prop::collection::vec(prop::sample::select(vec!["a", "b", "c"]), 0..3 * WINDOW),
            changes in prop::collection::vec((0..3 * WINDOW, prop::sample::select(vec!["a", "b", "c", "d"])), 0..200),
        ) {
            let mut new = old.clone();
            for (place, line) in changes {
                if place < new.len() && line != "d" {
                    new.remove(place);
                } else {
                    new.insert(place.min(new.len()), line);
                }
            }
            prop_assert_eq!(carried_out(&old, &new), new);
        }
    }
}
