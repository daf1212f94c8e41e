use super::*;

/// A profile with `keys` beside the two that every profile needs.
fn own(keys: &str) -> String {
    let labels = if keys.contains("labels") { "" } else { "labels = { id = \"No\", date = \"On\" }\n" };
    let date = if keys.starts_with("date = ") || keys.contains("\ndate = ") { "" } else { "date = \"%d.%m.%Y\"\n" };
    format!("[profiles.agency]\nzone = \"UTC\"\n{labels}{date}{keys}\n")
}

#[test]
fn words_of_a_profile_that_mean_nothing_are_shown_where_they_stand() {
    assert_errors(&[
        (&own("languages = ['fr', 'xx']"), "'xx'", "`xx` is no language", "It may be `ar`, `az`"),
        (&own("habits = ['page-dat']"), "'page-dat'", "`page-dat` is no habit", "Did you mean `page-date`?"),
        (
            &own("calendar = 'julian'"),
            "'julian'",
            "`julian` is no calendar",
            "It may be `gregorian`, `jalali` or `both`.",
        ),
        (&own("at-end = ['ids']"), "'ids'", "`ids` is no field", "Did you mean `id`?"),
        (&own("order = ['id']"), "['id']", "`order` is not an order of the two fields", "Name both fields once each"),
        (&own("order = ['id', 'id']"), "['id', 'id']", "`order` is not an order of the two fields", "Name both"),
        (&own("updated = ['(']"), "['(']", "`updated` is not two texts", "Write what stands before the date"),
        (&own("joint = ''"), "''", "`` cannot stand there", "Write the marks and words as they are printed"),
        (&own("separator = []"), "[]", "this list is empty", "Write at least one."),
        (&own("date = []"), "[]", "this list is empty", "Write at least one."),
        (&own("separator = [': ', '=']"), "'='", "`=` cannot part a label from its value", "A separator is one colon"),
        (
            &own("labels = { id = ['No', 'Number'], date = ['On', 'NO'] }"),
            "['On', 'NO']",
            "the labels `No` and `NO` cannot be told apart",
            "Letters and digits",
        ),
        (
            &own("date = ['%d.%m.%Y', '%d.%m.%y']"),
            "%y",
            "`%y` is not supported in a date pattern",
            "Use `%Y %m %d %H %I %M %S %p`",
        ),
        (
            &own("calendar = 'jalali'\ndate = '%d %B %Y'"),
            "'%d %B %Y'",
            "the date pattern cannot be used: no language of the profile has names for the months of the jalali calendar",
            "A pattern states",
        ),
        (
            &own("").replace("agency", "auto"),
            "auto",
            "`auto` is no name for a profile",
            "`profile = \"auto\"` asks for",
        ),
        (&own("date = 5"), "5", "a number stands where a text is expected", "Write the value in quotes"),
    ]);
}

#[test]
fn everything_a_profile_says_is_in_force_and_can_be_read_again() {
    let text = "profile = \"agency\"\n\n[profiles.agency]\nlanguages = [\"fa\"]\n\
                labels = { id = [\"کد خبر\", \"شناسه\"], date = [] }\nseparator = [\": \", \" : \"]\njoint = \" | \"\n\
                order = [\"date\", \"id\"]\nat-end = [\"id\"]\noptional = [\"id\"]\nmay-be-empty = []\n\
                date = [\"%-d %B %Y\", \"%Y/%m/%d %H:%M\"]\ncalendar = \"both\"\nupdated = [\" (\", \")\"]\n\
                counters = [\"نفر\"]\nzone = \"Asia/Tehran\"\ncredits = []\nhabits = [\"any-digits\"]\n";
    let config = resolve(text, &Flags::default()).expect("a configuration");
    let profile = &config.settings.profile;
    assert_eq!(profile.date_sources(), ["%-d %B %Y", "%Y/%m/%d %H:%M"]);
    assert_eq!(profile.dates.len(), 4, "each in both calendars");
    assert_eq!(profile.header_place(), "top and end");
    let shown = effective(Some(&parse(text).expect("a file")), &Flags::default()).expect("a configuration");
    for (key, wanted) in [
        ("labels.id", "[\"کد خبر\", \"شناسه\"]"),
        ("labels.date", "[]"),
        ("separator", "[\": \", \" : \"]"),
        ("order", "[\"date\", \"id\"]"),
        ("at-end", "[\"id\"]"),
        ("date", "[\"%-d %B %Y\", \"%Y/%m/%d %H:%M\"]"),
        ("calendar", "\"both\""),
        ("updated", "[\" (\", \")\"]"),
        ("habits", "[\"any-digits\"]"),
    ] {
        let entry = shown.entries.iter().find(|entry| entry.key() == format!("profiles.agency.{key}"));
        let value = entry.and_then(|entry| entry.value.as_ref()).expect(key);
        assert_eq!(value.to_string(), wanted, "{key}");
    }
}

#[test]
fn any_clear_form_of_a_date_can_be_asked_for() {
    let config = resolve(&format!("profile = 'agency'\n{}", own("date = 'any'")), &Flags::default()).expect("good");
    assert_eq!(config.settings.profile.date_sources(), ["any"]);
    let text = "No : 5\nOn : 3 May 2024 - 9:30\nTalks\n\nThey met.\n";
    // An hour of one digit is a spelling; which day is meant is not.
    assert_eq!(lint::check(&Source::new("t", text), &config.settings).diagnostics, []);
    let unclear = text.replace("3 May 2024", "3/5/2024");
    assert_eq!(lint::check(&Source::new("t", &unclear), &config.settings).diagnostics.len(), 1);
}
