//! Which findings are let pass, because an entry allows them or because they were there before, and which entries that
//! has taken.

use std::collections::{BTreeMap, BTreeSet};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::diagnostic::{Diagnostic, MOST_LISTED};
use crate::fingerprint::{Fingerprints, fingerprints, offending_text};
use crate::source::Source;

/// An entry that allows findings of some rules in some files.
#[derive(Clone, Debug)]
pub struct Permit {
    rules: Vec<&'static str>,
    files: Gitignore,
    text: Option<String>,
    is_valid: bool,
}

impl Permit {
    /// Allows findings of `rules` in files that one of `globs` matches (syntax of `.gitignore`), if the text they are
    /// about holds `text`. One that is not valid, because it has expired, knows its files but allows nothing.
    ///
    /// # Errors
    /// If a glob is malformed.
    pub fn new(
        rules: Vec<&'static str>,
        globs: &[String],
        text: Option<String>,
        is_valid: bool,
    ) -> Result<Self, ignore::Error> {
        let mut builder = GitignoreBuilder::new("");
        for glob in globs {
            builder.add_line(None, glob)?;
        }
        Ok(Self { rules, files: builder.build()?, text, is_valid })
    }

    /// Whether `path`, relative to where the globs begin and with `/`, is one of its files.
    pub fn covers(&self, path: &str) -> bool {
        // What lies above or elsewhere is below no glob.
        let is_below = !path.starts_with('/') && path != ".." && !path.starts_with("../");
        is_below && self.files.matched_path_or_any_parents(path, false).is_ignore()
    }

    fn allows(&self, source: &Source, finding: &Diagnostic) -> bool {
        let holds = |text: &String| offending_text(source, finding).contains(text.as_str());
        self.is_valid && self.rules.contains(&finding.rule) && self.text.as_ref().is_none_or(holds)
    }
}

/// A finding that is known and not reported any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// Path of the file, in the form that the fingerprint was made with.
    pub path: &'a str,
    /// Name of the rule.
    pub rule: &'a str,
    /// Fingerprint of the finding.
    pub fingerprint: &'a str,
}

/// Everything a run lets pass. Entries are spoken of by their place in what this was made of.
#[derive(Clone, Debug, Default)]
pub struct Suppressions {
    permits: Vec<Permit>,
    known: BTreeMap<String, BTreeMap<(String, String), usize>>,
}

/// The findings of one file, parted.
#[derive(Clone, Debug, Default)]
pub struct Parted {
    /// What is reported.
    pub kept: Vec<Diagnostic>,
    /// The fingerprint of each that is listed, counted among all findings of the file.
    pub fingerprints: Vec<String>,
    /// The path, if the file is one of a permit's.
    path: Option<String>,
    /// The permits that were used, once for each finding.
    permitted: Vec<usize>,
    /// The known findings of the file.
    known: Vec<usize>,
    /// Those among them that were met.
    met: Vec<usize>,
}

impl Parted {
    /// Findings of the file at `path`, none of which is let pass.
    pub fn nothing_let_pass(path: &str, source: &Source, findings: Vec<Diagnostic>) -> Self {
        let listed = findings.get(..MOST_LISTED).unwrap_or(&findings);
        Self { fingerprints: fingerprints(path, source, listed), kept: findings, ..Self::default() }
    }
}

impl Suppressions {
    /// What `permits` and `known` let pass together. Of two equal known findings the first counts.
    pub fn new<'k>(permits: Vec<Permit>, known: impl IntoIterator<Item = Known<'k>>) -> Self {
        let mut by_path: BTreeMap<String, BTreeMap<(String, String), usize>> = BTreeMap::new();
        for (index, known) in known.into_iter().enumerate() {
            let key = (known.rule.to_owned(), known.fingerprint.to_owned());
            by_path.entry(known.path.to_owned()).or_default().entry(key).or_insert(index);
        }
        Self { permits, known: by_path }
    }

    /// The permits, in their order.
    pub fn permits(&self) -> &[Permit] {
        &self.permits
    }

    /// Whether nothing is ever let pass.
    pub fn is_empty(&self) -> bool {
        self.permits.is_empty() && self.known.is_empty()
    }

    /// Whether a permit allows `finding` in the file at `path`.
    pub fn permits_finding(&self, path: &str, source: &Source, finding: &Diagnostic) -> bool {
        self.permits.iter().any(|permit| permit.allows(source, finding) && permit.covers(path))
    }

    /// Parts the findings of the file at `path` (all of them, for fingerprints count equal ones). What both a permit
    /// and the known findings cover takes the first permit alone.
    pub fn part(&self, path: &str, source: &Source, findings: Vec<Diagnostic>) -> Parted {
        let permits: Vec<(usize, &Permit)> =
            self.permits.iter().enumerate().filter(|(_, permit)| permit.covers(path)).collect();
        let known = self.known.get(path);
        let listed = known.into_iter().flat_map(BTreeMap::values).copied().collect();
        let covered = (!permits.is_empty()).then(|| path.to_owned());
        let mut parted = Parted { path: covered, known: listed, ..Parted::default() };
        let mut fingerprints = Fingerprints::new(path, source);
        for finding in findings {
            if known.is_none() && parted.fingerprints.len() >= MOST_LISTED {
                // Nobody asks for more of them.
                match permits.iter().find(|(_, permit)| permit.allows(source, &finding)) {
                    Some((index, _)) => parted.permitted.push(*index),
                    None => parted.kept.push(finding),
                }
                continue;
            }
            let fingerprint = fingerprints.next(&finding);
            let permit = permits.iter().find(|(_, permit)| permit.allows(source, &finding));
            let met = known.and_then(|known| known.get(&(finding.rule.to_owned(), fingerprint.clone())));
            if let Some((index, _)) = permit {
                parted.permitted.push(*index);
            } else if let Some(index) = met {
                parted.met.push(*index);
            } else {
                parted.kept.push(finding);
                parted.fingerprints.push(fingerprint);
            }
        }
        parted
    }
}

/// What a run has let pass so far, and on what grounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    covered: BTreeSet<String>,
    permitted: BTreeMap<usize, usize>,
    known: BTreeSet<usize>,
    met: BTreeSet<usize>,
    has_compared: bool,
}

impl Uses {
    /// Notes that the articles were compared with each other, so that what rules about many articles find is known.
    pub fn note_comparison(&mut self) {
        self.has_compared = true;
    }

    /// Whether the articles were compared with each other.
    pub fn has_compared(&self) -> bool {
        self.has_compared
    }

    /// Adds what the findings of one more file have taken. The order of the files does not matter.
    pub fn add(&mut self, parted: &Parted) {
        self.covered.extend(parted.path.clone());
        for permit in &parted.permitted {
            *self.permitted.entry(*permit).or_default() += 1;
        }
        self.known.extend(&parted.known);
        self.met.extend(&parted.met);
    }

    /// How many findings a permit has allowed.
    pub fn of_permit(&self, index: usize) -> usize {
        self.permitted.get(&index).copied().unwrap_or_default()
    }

    /// The files that some permit covers, by path.
    pub fn covered(&self) -> &BTreeSet<String> {
        &self.covered
    }

    /// Whether the file of a known finding was one of the files.
    pub fn has_seen_file_of_known(&self, index: usize) -> bool {
        self.known.contains(&index)
    }

    /// Whether a known finding was met again.
    pub fn has_met(&self, index: usize) -> bool {
        self.met.contains(&index)
    }

    /// How many findings were let pass because they are known.
    pub fn known(&self) -> usize {
        self.met.len()
    }

    /// How many findings were let pass because a permit allows them.
    pub fn permitted(&self) -> usize {
        self.permitted.values().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::source::Span;

    const TEXT: &str = "one two\nthree\nthree\n";

    fn finding(rule: &'static str, start: usize, end: usize) -> Diagnostic {
        Diagnostic {
            rule,
            severity: Severity::Error,
            span: Span::new(start, end),
            message: String::new(),
            help: String::new(),
            labels: Vec::new(),
            fix: None,
        }
    }

    fn permit(rule: &'static str, glob: &str, text: Option<&str>) -> Permit {
        Permit::new(vec![rule], &[glob.to_owned()], text.map(str::to_owned), true).expect("a glob")
    }

    fn part(suppressions: &Suppressions, path: &str, findings: &[Diagnostic]) -> (Vec<Diagnostic>, Uses) {
        let parted = suppressions.part(path, &Source::new(path, TEXT), findings.to_vec());
        let mut uses = Uses::default();
        uses.add(&parted);
        (parted.kept, uses)
    }

    #[test]
    fn globs_are_read_as_in_gitignore_and_end_at_the_directory() {
        let covers = |glob, path| permit("r", glob, None).covers(path);
        assert!(covers("*.txt", "a.txt") && covers("*.txt", "sub/a.txt"));
        assert!(covers("poems/", "poems/a.txt") && covers("/a.txt", "a.txt") && covers("a/**/b.txt", "a/x/b.txt"));
        assert!(!covers("/a.txt", "sub/a.txt") && !covers("poems/", "poems.txt"));
        assert!(!covers("*.txt", "../a.txt") && !covers("*.txt", "/a.txt"));
    }

    #[test]
    fn a_permit_needs_rule_file_and_text() {
        let findings = [finding("r", 0, 7), finding("q", 0, 7), finding("r", 8, 13)];
        let kept = |permit| part(&Suppressions::new(vec![permit], []), "a.txt", &findings).0.len();
        assert_eq!(kept(permit("r", "a.txt", None)), 1);
        assert_eq!(kept(permit("r", "a.txt", Some("one t"))), 2);
        assert_eq!(kept(permit("r", "a.txt", Some("four"))), 3);
        assert_eq!(kept(permit("r", "b.txt", None)), 3);
        let expired = Permit::new(vec!["r"], &["a.txt".to_owned()], None, false).expect("a glob");
        assert_eq!(kept(expired), 3);
    }

    #[test]
    fn equal_known_findings_are_let_pass_as_often_as_they_were_there() {
        let twice = [finding("r", 8, 13), finding("r", 14, 19)];
        let prints = fingerprints("a.txt", &Source::new("a.txt", TEXT), &twice);
        let known = Known { path: "a.txt", rule: "r", fingerprint: &prints[0] };
        let suppressions = Suppressions::new(Vec::new(), [known]);
        let (kept, uses) = part(&suppressions, "a.txt", &twice);
        assert_eq!((kept.as_slice(), uses.known(), uses.has_met(0)), (&twice[1..], 1, true));
        let parted = suppressions.part("a.txt", &Source::new("a.txt", TEXT), twice.to_vec());
        assert_eq!(parted.fingerprints, prints[1..], "as if nothing were let pass");
        let (kept, uses) = part(&suppressions, "b.txt", &twice);
        assert_eq!((kept.len(), uses.known(), uses.has_met(0)), (2, 0, false));
    }

    #[test]
    fn what_is_allowed_twice_takes_the_first_permit_alone() {
        let findings = [finding("r", 0, 7)];
        let prints = fingerprints("a.txt", &Source::new("a.txt", TEXT), &findings);
        let known = Known { path: "a.txt", rule: "r", fingerprint: &prints[0] };
        let permits = vec![permit("r", "b.txt", None), permit("r", "*.txt", None), permit("r", "a.txt", None)];
        let (kept, uses) = part(&Suppressions::new(permits, [known]), "a.txt", &findings);
        assert!(kept.is_empty());
        assert_eq!([0, 1, 2].map(|index| uses.of_permit(index)), [0, 1, 0]);
        assert_eq!(uses.covered().iter().collect::<Vec<_>>(), ["a.txt"]);
        assert_eq!((uses.permitted(), uses.known(), uses.has_met(0)), (1, 0, false));
    }
}
