//! What the ids and dates of many articles of one wire prove together, and which articles contradict it.
//!
//! Ids rise with dates: an id is given when an article is filed, and the article comes out soon after. So a batch of
//! articles shows which of two readings of `7/10/2023` is meant, and which date can't be right. Only what many articles
//! say and few contradict counts as proven; where it is not, nothing is concluded.

use std::collections::BTreeMap;

use chrono::NaiveDate;

mod sequence;

use sequence::{Point, Sequence};

/// Fewer articles prove nothing, neither an order of day and month nor a sequence of dates.
pub const LEAST: usize = 10;
/// And by so many times as many as contradict it.
const MAJORITY: usize = 9;
/// Articles with dates later than their ids are mistakes only as long as no more than one in so many is; more often it
/// is a habit of the wire to hold articles back or to date them anew. One in a batch is always rare enough.
const LATE_ONE_IN: usize = 50;
/// Between two articles so many days apart nearly any date fits, and that a swapped one does says nothing.
const WIDEST: i64 = 31;

/// What one article contributes: what its header says, in the order of the profile and in the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Which article of the run it is.
    pub place: usize,
    /// Its id, if that is a number.
    pub id: Option<u64>,
    /// The day its date names as the profile writes dates, if it names one.
    pub day: Option<NaiveDate>,
    /// Whether in its form nothing but the order tells day and month apart.
    pub is_open: bool,
    /// The day it then names if they are taken for each other, if that is one.
    pub swapped: Option<NaiveDate>,
}

/// How an article contradicts what its batch proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Its day and month can only stand in one order, and the others have them in the other one.
    Order {
        /// How many articles have the other order.
        others: usize,
        /// The day that is meant.
        meant: NaiveDate,
    },
    /// Its date does not fit between those of the ids around its own; with day and month swapped it does.
    Swapped {
        /// The day that its date names.
        day: NaiveDate,
        /// The day that is meant.
        meant: NaiveDate,
        /// The articles around it.
        between: Between,
    },
    /// Its date does not fit between those of the ids around its own.
    OutOfStep {
        /// The day that its date names.
        day: NaiveDate,
        /// The articles around it.
        between: Between,
    },
}

/// The nearest articles by id that are in step with the others, as id and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// The one with the lower id.
    pub before: (u64, NaiveDate),
    /// The one with the higher id.
    pub after: (u64, NaiveDate),
}

impl Dated {
    /// The day its date names in the order of the profile, or else in the one order in which it names any.
    fn reading(&self) -> Option<NaiveDate> {
        self.day.or(self.swapped)
    }

    /// Whether its date names another day when day and month are swapped.
    fn is_ambiguous(&self) -> bool {
        matches!((self.day, self.swapped), (Some(day), Some(swapped)) if day != swapped)
    }
}

/// The conflicts in a batch of articles of one wire, by place. An article has one at most.
pub fn conflicts(batch: &[Dated]) -> BTreeMap<usize, Conflict> {
    let open = || batch.iter().filter(|article| article.is_open);
    let of_profile = open().filter(|article| article.swapped.is_none()).count();
    let of_other = open().filter(|article| article.day.is_none()).count();
    let mut found = BTreeMap::new();
    for article in open() {
        let conflict = match (article.day, article.swapped) {
            (Some(meant), None) if is_proven(of_other, of_profile) => Conflict::Order { others: of_other, meant },
            (None, Some(meant)) if is_proven(of_profile, of_other) => Conflict::Order { others: of_profile, meant },
            _ => continue,
        };
        found.insert(article.place, conflict);
    }
    // Where the profile does not describe the dates, what they name as it reads them proves nothing.
    if of_other * MAJORITY > of_profile && of_other > 0 {
        return found;
    }
    let swapped = swapped(batch);
    let out_of_step = out_of_step(batch, &swapped);
    found.extend(swapped);
    found.extend(out_of_step);
    found
}

fn is_proven(articles: usize, against: usize) -> bool {
    articles >= LEAST && articles >= MAJORITY * against
}

/// The articles that are in step only with day and month swapped.
fn swapped(batch: &[Dated]) -> BTreeMap<usize, Conflict> {
    let clear = batch.iter().filter(|article| !article.is_ambiguous());
    let sequences = [
        // Also right if every date that can be swapped is, as a spreadsheet of another country leaves them.
        Sequence::prove(points(clear, Dated::reading)),
        Sequence::prove(points(batch, Dated::reading)),
    ];
    let find = |article: &Dated| {
        let (id, day, meant) = (article.id?, article.day?, article.swapped?);
        let sequence = sequences.iter().flatten().find(|sequence| {
            let is_narrow = |between: Between| (between.after.1 - between.before.1).num_days() <= WIDEST;
            sequence.is_out_of_step(id, day)
                && sequence.between(id).is_some_and(is_narrow)
                && sequence.is_in_step(id, meant)
        })?;
        Some((article.place, Conflict::Swapped { day, meant, between: sequence.between(id)? }))
    };
    batch.iter().filter(|article| article.is_ambiguous()).filter_map(find).collect()
}

/// The articles that are out of step, with those that are `swapped` taken as they are meant.
fn out_of_step(batch: &[Dated], swapped: &BTreeMap<usize, Conflict>) -> BTreeMap<usize, Conflict> {
    let meant = |article: &Dated| match swapped.get(&article.place) {
        Some(Conflict::Swapped { meant, .. }) => Some(*meant),
        _ => article.reading(),
    };
    let Some(sequence) = Sequence::prove(points(batch, meant)) else { return BTreeMap::new() };
    let outside: Vec<Point> = sequence.out_of_step().collect();
    let is_late = |point: &Point| sequence.between(point.id).is_some_and(|between| point.day > between.after.1);
    let late = outside.iter().filter(|point| is_late(point)).count();
    let is_habit = late > 1 && late * LATE_ONE_IN > sequence.len();
    let outside: BTreeMap<u64, NaiveDate> =
        outside.iter().filter(|point| !(is_habit && is_late(point))).map(|point| (point.id, point.day)).collect();
    if outside.is_empty() {
        return BTreeMap::new();
    }
    let find = |article: &Dated| {
        let id = article.id?;
        let day = *outside.get(&id)?;
        Some((article.place, Conflict::OutOfStep { day, between: sequence.between(id)? }))
    };
    batch.iter().filter_map(find).collect()
}

/// Id and day of each id, by id. An article that was issued again keeps its id; if it then has another date, nothing
/// can be told from it.
fn points<'b>(articles: impl IntoIterator<Item = &'b Dated>, day: impl Fn(&Dated) -> Option<NaiveDate>) -> Vec<Point> {
    let point = |article: &Dated| Some(Point { id: article.id?, day: day(article)? });
    let mut points: Vec<Point> = articles.into_iter().filter_map(point).collect();
    points.sort_unstable();
    points.dedup();
    points.chunk_by(|one, other| one.id == other.id).filter(|same| same.len() == 1).flatten().copied().collect()
}

#[cfg(test)]
mod tests;
