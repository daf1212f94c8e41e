//! Datelines that contradict the header, and dates of stories that do not.

use super::Case;
use super::Outcome::{Keep, Report};

const RULE: &str = "dateline-conflict";

/// The header says 3 May 2024, a Friday.
pub(super) const CASES: &[Case] = &[
    (RULE, "§TEHRAN, Sep. 21 (HNA) – The harbour reopened.\n", Report),
    (RULE, "§MOSCOW, January 16. /HNA/. The harbour reopened.\n", Report),
    (RULE, "§The harbour reopened.\n\nOslo, May 7, HNA -- The harbour reopened.\n", Report),
    (RULE, "§NOURNEWS- PORTO, April 24 — The harbour reopened.\n", Report),
    (RULE, "§PORTO, May 3, 2023 — The harbour reopened.\n", Report),
    (RULE, "§PORTO, Monday, May 3 — The harbour reopened.\n", Report),
    // Near enough: a night edition, a weekly.
    (RULE, "§TEHRAN, May 3 (HNA) – The harbour reopened.\n", Keep),
    (RULE, "§TEHRAN, May 6 (HNA) – The harbour reopened.\n", Keep),
    (RULE, "§TEHRAN, Apr. 26 (HNA) – The harbour reopened.\n", Keep),
    (RULE, "§PORTO, Friday, May 3, 2024 — The harbour reopened.\n", Keep),
    // Dates that stories tell of.
    (RULE, "§On Sept. 11 – twenty years later – the harbour remembers.\n", Keep),
    (RULE, "§The fair in PORTO, Sept. 21 – Sept. 24, sold out.\n", Keep),
    (RULE, "§PORTO, Sept. 21-24 – The fair sold out.\n", Keep),
    (RULE, "§Porto, Sept. 21 – Band on the quay.\n", Keep),
    (RULE, "§Monday, October 23 – Pilots meet.\n", Keep),
    (RULE, "§Monday, December 28, 1400\n\nThe harbour reopened.\n", Keep),
    (RULE, "§PORTO, Monday, December 28, 1400 — The harbour reopened.\n", Keep),
    // An old report, printed again.
    (RULE, "§CHERBOURG, June 6, 1944 — The landing began at dawn.\n", Keep),
    // Further down somebody else's report may be quoted.
    (RULE, "§The harbour reopened.\n\nPilots met.\n\nOSLO, Jan. 2 (HNA) – The harbour closed.\n", Keep),
    // A day that no year has.
    (RULE, "§OSLO, Feb. 30 (HNA) – The harbour closed.\n", Keep),
    // Without a date of its own the header contradicts nothing.
    (RULE, "News ID : 4\nPublish Date :\nTalks\n\nTEHRAN, Sep. 21 (HNA) – The harbour reopened.\n", Keep),
];
