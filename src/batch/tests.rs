use chrono::{Datelike, Days};
use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// An article of a month/day wire.
fn dated(place: usize, id: u64, day: NaiveDate) -> Dated {
    let swapped = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month());
    Dated { place, id: Some(id), day: Some(day), is_open: true, swapped }
}

/// The same article with day and month swapped, as far as that gives a date.
fn swap(article: &mut Dated) {
    std::mem::swap(&mut article.day, &mut article.swapped);
}

/// Articles whose ids rise by `gaps`, filed at `pace` ids a day and issued so many days later.
fn in_order(first: NaiveDate, pace: u64, gaps: &[(u64, u64)]) -> Vec<Dated> {
    let mut id = 150_000;
    let article = |(place, (gap, delay)): (usize, &(u64, u64))| {
        id += gap;
        dated(place, id, first + Days::new((id - 150_000) / pace + delay))
    };
    gaps.iter().enumerate().map(article).collect()
}

fn places(batch: &[Dated]) -> Vec<usize> {
    conflicts(batch).into_keys().collect()
}

#[test]
fn articles_of_one_day_are_in_step() {
    let batch: Vec<Dated> = (0..20).map(|place| dated(place, 7 + place as u64, day(2024, 5, 3))).collect();
    assert_eq!(conflicts(&batch), BTreeMap::new());
}

#[test]
fn two_that_contradict_each_other_are_both_let_be() {
    let days = [1, 2, 3, 40, 5, 41, 42, 43, 44, 45, 46, 47];
    let batch: Vec<Dated> = days
        .iter()
        .enumerate()
        .map(|(place, after)| dated(place, place as u64, day(2024, 1, 12) + Days::new(*after)))
        .collect();
    assert_eq!(places(&batch), [0; 0]);
}

#[test]
fn one_does_not_blame_its_neighbours() {
    let mut batch = in_order(day(2024, 3, 14), 10, &[(5, 0); 24]);
    batch[11].day = Some(day(2025, 3, 14));
    assert_eq!(places(&batch), [11]);
    batch[11].day = Some(day(2023, 3, 14));
    assert_eq!(places(&batch), [11]);
}

#[test]
fn ids_without_order_prove_nothing() {
    let batch: Vec<Dated> = (0..200)
        .map(|place| dated(place, (place as u64 * 7919) % 211, day(2024, 1, 13) + Days::new(place as u64)))
        .collect();
    assert_eq!(places(&batch), [0; 0]);
}

#[test]
fn every_date_that_can_be_swapped_may_be() {
    let mut batch = in_order(day(2024, 1, 20), 3, &[(1, 0); 480]);
    let ambiguous: Vec<usize> =
        batch.iter().filter(|article| article.is_ambiguous()).map(|article| article.place).collect();
    batch.iter_mut().filter(|article| article.is_ambiguous()).for_each(swap);
    assert!(ambiguous.len() > 100);
    assert_eq!(places(&batch), ambiguous);
}

#[test]
fn a_date_with_the_name_of_its_month_proves_no_order() {
    let named = |place| Dated { is_open: false, swapped: None, ..dated(place, 7 + place as u64, day(2024, 5, 20)) };
    let other = Dated { place: 20, id: None, day: None, is_open: true, swapped: Some(day(2024, 6, 22)) };
    let mut batch: Vec<Dated> = (0..20).map(named).collect();
    batch.push(other);
    assert_eq!(conflicts(&batch), BTreeMap::new());
}

#[test]
fn a_batch_costs_little_memory() {
    assert!(size_of::<Dated>() <= 64);
}

/// Articles that come out up to three days after they were filed, most of them at once.
fn gaps() -> impl Strategy<Value = Vec<(u64, u64)>> {
    let delay = prop_oneof![8 => Just(0_u64), 3 => Just(1), 1 => Just(2), 1 => Just(3)];
    proptest::collection::vec((1_u64..60, delay), 20..300)
}

fn cases(cases: u32) -> ProptestConfig {
    let rng_seed = proptest::test_runner::RngSeed::Fixed(1);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_batch_in_order_has_no_conflict(gaps in gaps(), start in 0_u64..800, pace in 5_u64..110) {
        let batch = in_order(day(2022, 1, 1) + Days::new(start), pace, &gaps);
        prop_assert_eq!(conflicts(&batch), BTreeMap::new());
    }

    #[test]
    fn one_swapped_article_is_the_one_that_is_named(
        gaps in gaps(), start in 0_u64..800, pace in 40_u64..110, pick in any::<prop::sample::Index>(),
    ) {
        let mut batch = in_order(day(2022, 1, 1) + Days::new(start), pace, &gaps);
        // Towards either end too few say when an article of that id came out.
        let inner = 8..batch.len() - 8;
        let ambiguous: Vec<usize> = inner.filter(|place| batch[*place].is_ambiguous()).collect();
        prop_assume!(!ambiguous.is_empty());
        let place = ambiguous[pick.index(ambiguous.len())];
        let meant = batch[place].day;
        swap(&mut batch[place]);
        let found = conflicts(&batch);
        prop_assert_eq!(found.keys().copied().collect::<Vec<_>>(), [place]);
        let says = match found.get(&place) {
            Some(Conflict::Swapped { meant, .. }) => Some(*meant),
            _ => None,
        };
        prop_assert_eq!(says, meant);
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter(gaps in gaps(), by in 1_usize..9) {
        let mut batch = in_order(day(2022, 9, 1), 50, &gaps);
        let place = batch.len() / 2;
        swap(&mut batch[place]);
        batch.retain(|article| article.reading().is_some());
        let found = conflicts(&batch);
        let middle = by % batch.len();
        batch.rotate_left(middle);
        prop_assert_eq!(conflicts(&batch), found);
    }
}
