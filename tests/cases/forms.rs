//! Cases of forms that no sentence announces: search boxes, logins, and fields that nobody has named before.

use super::Case;
use super::Outcome::{Keep, Mend};
use wirelint::fix::Safety::{Safe, Unsafe};

pub(super) const CASES: &[Case] = &[
    // A field and its button.
    ("form-stub", "§¶\n\nPassword\nLogin\n\nThey left.\n", Mend(Unsafe, "§¶\n\nThey left.\n")),
    ("form-stub", "§¶\n\nSuche …\nSuche\n\nThey left.\n", Mend(Unsafe, "§¶\n\nThey left.\n")),
    ("form-stub", "§They pressed:\n\nPassword\nLogin\n\nThey left.\n", Keep),
    ("form-stub", "§¶\n\nPassword\nUsername\n\nThey left.\n", Keep),
    ("form-stub", "§¶\n\nSearch\n\nThey left.\n", Keep),
    // A search box says what it looks through.
    ("form-stub", "§¶\n\nSearch for:\nSearch the Harbour Post\nGo\n\nThey left.\n", Mend(Unsafe, "§¶\n\nThey left.\n")),
    ("form-stub", "§¶\n\nSearch the Harbour Post\n\nThey left.\n", Keep),
    // A label marked as a field beside others, known or not.
    (
        "form-stub",
        "§¶\n\nLeave a Reply\nHome port *\nEmail *\nPost Comment\n\nThey left.\n",
        Mend(Unsafe, "§¶\n\nThey left.\n"),
    ),
    ("form-stub", "§¶\n\nHome port *\n\nThey left.\n", Keep),
    // A button in the menu of a whole page; without the rest of the page, it is a word in a list.
    (
        "form-stub",
        "§Home\nSport\nWeather\nLogin\nVideo\nCulture\n\n¶\n\nLeave a Reply\nPost Comment\n\nThey left.\n",
        Mend(Unsafe, "§Home\nSport\nWeather\nVideo\nCulture\n\n¶\n\nThey left.\n"),
    ),
    ("form-stub", "§Home\nSport\nWeather\nLogin\nVideo\nCulture\n\n¶\n", Keep),
    // Stars to click are no part of the words.
    ("form-stub", "§¶\n\nRate this recipe ★☆ ★☆ ★☆\n\nThey left.\n", Mend(Unsafe, "§¶\n\nThey left.\n")),
    ("form-stub", "§The chef was rated ★★★\n\nThey left.\n", Keep),
    // Tags that a form allows.
    (
        "form-stub",
        "§¶\n\n<a href=\"\" title=\"\"> <abbr title=\"\"> <b> <cite>\n\nThey left.\n",
        Mend(Unsafe, "§¶\n\nThey left.\n"),
    ),
    // Were the last line gone, the word would count as one of the story.
    (
        "form-stub",
        "§¶\n\nSubmit\n\nThe end of a long day\n\nYour email address will not be published.\n",
        Mend(Unsafe, "§¶\n\nThe end of a long day\n"),
    ),
    // The headline below it stays, set off as it was.
    (
        "form-stub",
        "It is done\nTalks will resume\n\nThey met in the morning.\n\nPost Comment\nIt is done\n",
        Mend(Safe, "It is done\nTalks will resume\n\nThey met in the morning.\n\nIt is done\n"),
    ),
];
