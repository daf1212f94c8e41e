use super::*;

fn wire(name: &str) -> Arc<Profile> {
    Arc::new(Profile::built_in(name).expect("a built-in wire"))
}

/// How well a wire fits a text: values, fields, exact spellings, and what is missing.
fn fit_of(text: &str, profile: &Profile) -> Option<(usize, usize, usize, usize)> {
    let source = Source::new("t", text);
    let blocks: Vec<Block> =
        source.lines().iter().enumerate().map(|(index, line)| document::block(&source, index, *line)).collect();
    let mut article = Article { roles: vec![Role::Blank; blocks.len()], ..Article::default() };
    let below = document::header(&mut article, &blocks, profile);
    document::end_header(&mut article, below, profile);
    let fit = fit(&source, &article, profile)?;
    Some((fit.values, fit.fields, fit.exact, usize::MAX - fit.complete))
}

/// The name of the wire that a text follows, or what was said instead.
fn recognised(text: &str, names: &[&str]) -> Result<String, Unrecognised> {
    let candidates: Vec<_> = names.iter().map(|name| wire(name)).collect();
    recognise(&Source::new("t", text), &candidates).map(|found| found.profile.name.clone())
}

#[test]
fn values_fields_spellings_and_what_is_missing_are_counted() {
    let nour = wire("nournews");
    assert_eq!(fit_of("News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n", &nour), Some((2, 2, 4, 0)));
    assert_eq!(fit_of("News ID : 4\nPublish Date : tomorrow\nTalks\n", &nour), Some((1, 2, 4, 0)));
    assert_eq!(fit_of("News ID : 4\nPublish Date : 15/3/2024\nTalks\n", &nour), Some((1, 2, 4, 0)));
    assert_eq!(fit_of("News ID : 4\nPublish Date :\nTalks\n", &nour), Some((1, 2, 4, 0)));
    assert_eq!(fit_of("news id : 4\nTalks\n", &nour), Some((1, 1, 1, 1)));
    assert_eq!(fit_of("News ID: 4\nTalks\n", &nour), Some((1, 1, 1, 1)));
    assert_eq!(fit_of("News ID :4\nTalks\n", &nour), Some((1, 1, 1, 1)));
    assert_eq!(fit_of("news id: 4\nTalks\n", &nour), Some((1, 1, 0, 1)));
    // Without a value that fits, nothing is known of the wire.
    assert_eq!(fit_of("News ID : x\nTalks\n", &nour), None);
    assert_eq!(fit_of("Talks\n\nThey met.\n", &nour), None);
    let optional = |form: &crate::profile::FieldForm| crate::profile::FieldForm { is_optional: true, ..form.clone() };
    let lax = Profile { fields: nour.fields.iter().map(optional).collect(), ..(*nour).clone() };
    assert_eq!(fit_of("News ID : 4\nTalks\n", &lax), Some((1, 1, 2, 0)));
}

#[test]
fn a_date_may_have_no_value_or_no_label() {
    assert_eq!(fit_of("شناسه خبر : ۵\nتاریخ انتشار :\nخبر\n", &wire("nournews-fa")), Some((2, 2, 4, 0)));
    assert_eq!(fit_of("Jun 22, 2024, 5:01 PM\nNews ID: 4\nTalks\n", &wire("irna")), Some((2, 2, 4, 0)));
    assert_eq!(fit_of("Jun 22, 2024, 5:01 PM\nTalks\n", &wire("irna")), Some((1, 1, 2, 1)));
}

#[test]
fn a_field_counts_in_its_place() {
    let mehr = wire("mehrnews");
    let date = "Jun 22, 2024, 5:01 PM";
    assert_eq!(fit_of(&format!("{date}\nTalks\n\nThey met.\n\nNews ID 4\n"), &mehr), Some((2, 2, 4, 0)));
    assert_eq!(fit_of(&format!("{date}\nNews ID 4\nTalks\n\nThey met.\n"), &mehr), Some((1, 1, 2, 1)));
}

#[test]
fn the_day_of_the_page_counts_where_the_wire_has_it() {
    let kayhan = wire("kayhan");
    let header = "News ID: 5\nPublish Date: 28 October 2020 - 21:27\nTalks\n";
    assert_eq!(fit_of(&format!("Saturday 28 November 2020\n{header}"), &kayhan), Some((3, 2, 4, 0)));
    assert_eq!(fit_of(header, &kayhan), Some((2, 2, 4, 1)));
    // By itself it is of any wire.
    assert_eq!(fit_of("Saturday 28 November 2020\nTalks\n", &kayhan), None);
}

#[test]
fn the_best_fit_wins_whatever_stands_first() {
    let header = "News ID: 5\nPublish Date: 28 October 2020 - 21:27\nTalks\n";
    for names in [["kayhan", "ikna"], ["ikna", "kayhan"]] {
        assert_eq!(recognised(&format!("Saturday 28 November 2020\n{header}"), &names), Ok("kayhan".to_owned()));
    }
    for names in [["yjc", "ikna"], ["ikna", "yjc"]] {
        assert_eq!(recognised("News ID: 5\nTalks\n", &names), Ok("ikna".to_owned()));
    }
    let several = |text: &str, names: &[&str]| match recognised(text, names) {
        Err(Unrecognised::Several(names, _)) => names,
        other => panic!("{other:?}"),
    };
    let twins = ["ikna", "khabaronline", "ikna"];
    assert_eq!(several("News ID: 5\nTalks\n", &twins), ["ikna", "ikna"]);
    assert_eq!(recognised("Talks\n\nThey met.\n", &twins), Err(Unrecognised::None));
    assert_eq!(recognised("News ID: 5\nTalks\n", &[]), Err(Unrecognised::None));
}

#[test]
fn headers_stand_near_the_ends_of_a_file() {
    let top = |blanks: usize| format!("{}News ID: 5\nTalks\n{}", "\n".repeat(blanks), "They met.\n".repeat(40));
    assert_eq!(recognised(&top(15), &["ikna"]), Ok("ikna".to_owned()));
    assert_eq!(recognised(&top(16), &["ikna"]), Err(Unrecognised::None));
    let end = |below: usize| format!("Talks\n{}News ID 5{}", "They met.\n".repeat(40), "\n".repeat(below) + "End");
    assert_eq!(recognised(&end(23), &["khabaronline"]), Ok("khabaronline".to_owned()));
    assert_eq!(recognised(&end(24), &["khabaronline"]), Err(Unrecognised::None));
}

#[test]
fn a_headline_that_looks_like_a_field_is_one_of_another_wire() {
    let is_foreign = |headline: &str| is_foreign_field(headline, &wire("ikna"));
    for headline in ["175", "Ref: 175", "Ref： ۱۷۵", "28 October 2020", "Date: 28 October 2020", "1\u{200b}75"] {
        assert!(is_foreign(headline), "{headline}");
    }
    for headline in ["17", "Ref: 17", "Ref: 175 boats", "Harbour reopens", "1984: a novel"] {
        assert!(!is_foreign(headline), "{headline}");
    }
    let labelled = |bytes: usize| is_foreign(&format!("{}: 175", "n".repeat(bytes)));
    assert!(labelled(40) && !labelled(41));
    assert_eq!(recognised("News ID: 5\nRef: 175\n\nThey met.\n", &["ikna"]), Err(Unrecognised::None));
}

#[test]
fn what_a_wire_was_recognised_by_is_told_line_by_line() {
    let by = |text: &str, name: &str| recognise(&Source::new("t", text), &[wire(name)]).expect(name).by;
    let header = "Saturday 28 November 2020\n\nNews ID: 5\nPublish Date: 28 October 2020 - 21:27\nTalks\n";
    let shape = wire("kayhan").dates[0].source().to_owned();
    assert_eq!(
        by(header, "kayhan"),
        format!("the day of the page on line 1; `News ID` on line 3; `Publish Date` on line 4, written `{shape}`")
    );
    assert_eq!(by("News ID: 5\nPublish Date: soon\n\nTalks\n", "yjc"), "`News ID` on line 1; `Publish Date` on line 2");
    let dated = by("News ID: 28 October 2020\nPublish Date: 28 October 2020\n\nTalks\n", "yjc");
    assert!(dated.starts_with("`News ID` on line 1; `Publish Date` on line 2, written `"), "{dated}");
    let date = by("Jun 22, 2024, 5:01 PM\nTalks\n", "irna");
    assert!(date.starts_with("the publish date on line 1, written `"), "{date}");
}
