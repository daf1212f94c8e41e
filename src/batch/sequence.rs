//! The longest sequence of ids whose dates never go back, and how far other articles are from it.

use chrono::NaiveDate;

use super::{Between, LEAST};

/// So many articles must belong to every longest sequence, so that together they fix it.
const LEAST_AGREED: usize = 5;
/// The most days that nine articles in ten may be apart from the sequence, for articles come out some time after they
/// are filed. Beyond that, ids do not rise with dates on this wire.
const MOST_TOLERANCE: i64 = 7;
/// Days beyond that tolerance from which on a date is out of step. Day and month swapped lead 27 days away at least.
const CLEAR: i64 = 14;
/// Days beyond that tolerance up to which a date still is in step.
const NEAR: i64 = 3;
/// An article is out of step only if so many others would have to be if it were not.
const LEAST_WITNESSES: usize = 3;

/// An article as id and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) id: u64,
    pub(super) day: NaiveDate,
}

/// A batch in which ids rise with dates, as far as nine articles in ten say.
#[derive(Debug)]
pub(super) struct Sequence {
    points: Vec<Point>,
    /// For each point, how many others would be out of step if it were not.
    witnesses: Vec<usize>,
    /// The steps of the longest sequences, in order.
    steps: Vec<Step>,
    /// Days that nine in ten are at most apart from what the steps allow.
    tolerance: i64,
}

/// What stands at one place of the longest sequences: one article, or several of which any may stand there. Of such
/// rivals a higher id has an earlier day, or else both would be in the sequence.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The one with the lowest id and the latest day.
    first: Point,
    /// The one with the highest id and the earliest day.
    last: Point,
}

impl Sequence {
    /// What `points`, sorted and with each id once, prove; `None` if that is nothing.
    pub(super) fn prove(points: Vec<Point>) -> Option<Self> {
        if points.len() < LEAST {
            return None;
        }
        let up = longest_ends(points.iter().map(|point| point.day.to_epoch_days()));
        // From the other end and with the signs turned, what never goes back never goes back again.
        let mut down = longest_ends(points.iter().rev().map(|point| -point.day.to_epoch_days()));
        down.reverse();
        let longest = *up.iter().max()?;
        let mut witnesses = Vec::with_capacity(points.len());
        let mut steps: Vec<Step> = Vec::new();
        for ((point, up), down) in points.iter().zip(up).zip(down) {
            let lost = longest - (up + down - 1);
            witnesses.push(if lost == 0 { 0 } else { lost + 1 });
            match steps.get_mut(up - 1) {
                _ if lost > 0 => {}
                Some(step) => step.last = *point,
                // Whatever stands at a place has one before it at the place before, so they come in their order.
                None => steps.push(Step { first: *point, last: *point }),
            }
        }
        if steps.iter().filter(|step| step.first == step.last).count() < LEAST_AGREED {
            return None;
        }
        let mut sequence = Self { points, witnesses, steps, tolerance: 0 };
        let mut distances = sequence.distances();
        distances.sort_unstable();
        sequence.tolerance = *distances.get((distances.len() * 9).div_ceil(10) - 1)?;
        (sequence.tolerance <= MOST_TOLERANCE).then_some(sequence)
    }

    /// How many articles it was made of.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// The nearest articles of the sequence around an id; `None` if there are none on one side.
    pub(super) fn between(&self, id: u64) -> Option<Between> {
        let (before, after) = self.around(id);
        let plain = |point: Point| (point.id, point.day);
        Some(Between { before: before.map(plain)?, after: after.map(plain)? })
    }

    /// Whether an article of that id can have been dated that day.
    pub(super) fn is_in_step(&self, id: u64, day: NaiveDate) -> bool {
        self.distance(id, day) <= self.tolerance + NEAR
    }

    /// Whether an article of that id, which lies between others, clearly can't have been dated that day.
    pub(super) fn is_out_of_step(&self, id: u64, day: NaiveDate) -> bool {
        let own = self.points.binary_search(&Point { id, day }).ok();
        own.is_none_or(|index| self.witnesses[index] >= LEAST_WITNESSES) && self.is_far(id, day)
    }

    /// Those of the articles it was made of that are [out of step](Self::is_out_of_step), by id.
    pub(super) fn out_of_step(&self) -> impl Iterator<Item = Point> {
        let witnessed = self.points.iter().zip(&self.witnesses).filter(|(_, count)| **count >= LEAST_WITNESSES);
        witnessed.map(|(point, _)| *point).filter(|point| self.is_far(point.id, point.day))
    }

    fn is_far(&self, id: u64, day: NaiveDate) -> bool {
        self.between(id).is_some() && self.distance(id, day) > self.tolerance + CLEAR
    }

    /// The articles before and after an id that allow most.
    fn around(&self, id: u64) -> (Option<Point>, Option<Point>) {
        let start = self.steps.partition_point(|step| step.last.id < id);
        let end = self.steps.partition_point(|step| step.first.id <= id);
        let before = start.checked_sub(1).and_then(|last| self.steps.get(last)).map(|step| step.last);
        (before, self.steps.get(end).map(|step| step.first))
    }

    /// Days from the span between the articles around an id to `day`; 0 within it.
    fn distance(&self, id: u64, day: NaiveDate) -> i64 {
        days_from(day, self.around(id))
    }

    /// The [`distance`](Self::distance) of each of the articles it was made of. They and the steps are in order, so that
    /// none is searched for.
    fn distances(&self) -> Vec<i64> {
        let (mut start, mut end) = (0, 0);
        let distance = |point: &Point| {
            while self.steps.get(start).is_some_and(|step| step.last.id < point.id) {
                start += 1;
            }
            while self.steps.get(end).is_some_and(|step| step.first.id <= point.id) {
                end += 1;
            }
            let before = start.checked_sub(1).map(|before| self.steps[before].last);
            days_from(point.day, (before, self.steps.get(end).map(|step| step.first)))
        };
        self.points.iter().map(distance).collect()
    }
}

/// Days from the span between two articles to `day`; 0 within it.
fn days_from(day: NaiveDate, (before, after): (Option<Point>, Option<Point>)) -> i64 {
    let early = before.map_or(0, |before| (before.day - day).num_days());
    let late = after.map_or(0, |after| (day - after.day).num_days());
    early.max(late).max(0)
}

/// For each of `days`, the length of the longest sequence that ends there and never goes back. By patience sorting, in
/// n log n steps.
fn longest_ends(days: impl Iterator<Item = i32>) -> Vec<usize> {
    let mut last_of_length: Vec<i32> = Vec::new();
    days.map(|day| {
        // Most days go on from the last.
        let goes_on = last_of_length.last().is_none_or(|last| *last <= day);
        let shorter = if goes_on { last_of_length.len() } else { last_of_length.partition_point(|last| *last <= day) };
        match last_of_length.get_mut(shorter) {
            Some(last) => *last = day,
            None => last_of_length.push(day),
        }
        shorter + 1
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_of_all_articles_is_told_of_each() {
        let mut state = 7_u64;
        for round in 1..60 {
            let mut next = |most: u64| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) % most
            };
            let first = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
            let point = |id: u64| {
                let stray = if next(9) == 0 { next(round) } else { 0 };
                Point { id: id * 2, day: first + chrono::Days::new(id / 3 + stray) }
            };
            let points: Vec<Point> = (0..200).map(point).collect();
            let Some(sequence) = Sequence::prove(points.clone()) else { continue };
            let distances: Vec<i64> = points.iter().map(|point| sequence.distance(point.id, point.day)).collect();
            assert_eq!(sequence.distances(), distances);
            let outside = points.iter().copied().filter(|point| sequence.is_out_of_step(point.id, point.day));
            assert!(sequence.out_of_step().eq(outside), "{round}");
        }
        assert!(longest_ends([1, 2, 2, 0, 3, 1].into_iter()) == [1, 2, 3, 1, 4, 2]);
    }
}
