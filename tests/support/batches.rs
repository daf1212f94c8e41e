//! Batches of articles: many files of one wire that differ in little but id and date.

use super::wirelint::Tree;

/// An article with that id and date, and nothing wrong with it alone but perhaps the date.
pub(crate) fn article(id: &str, date: &str) -> String {
    format!(
        "News ID : {id}\nPublish Date : {date}\nHarbour pilots file report {id}\n\nThe channel was found clear on \
         patrol {id}.\n"
    )
}

/// A tree with a file for each id and date, named `a00.txt` and on in that order.
pub(crate) fn tree(articles: &[(&str, &str)]) -> Tree {
    articles
        .iter()
        .enumerate()
        .fold(Tree::new(), |tree, (index, (id, date))| tree.file(&format!("a{index:02}.txt"), article(id, date)))
}
