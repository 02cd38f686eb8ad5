//! The tables that the facts come from: each once, with its oldest and newest date, and a page
//! that says what it tells.

use super::Note;
use super::page::{Block, Page, Part, PartId, Table};
use crate::lang::{Lang, Word, w};
use crate::model::{LICENCE_UNDECLARED, Source, SourceId};
use crate::snapshot::Catalogue;
use crate::text::number::{self, integer};
use crate::title;

/// The releases of one table, the newest first.
pub struct Releases<'a>(Vec<&'a Source>);

/// Every table of a snapshot that speaks of its projects.
pub fn tables(catalogue: &Catalogue) -> Vec<Releases<'_>> {
    let mut out: Vec<Releases<'_>> = Vec::new();
    for source in catalogue.sources.iter().filter(|s| s.rows > 0) {
        match out
            .iter_mut()
            .find(|r| r.0.first().is_some_and(|s| same(s, source)))
        {
            Some(releases) => releases.0.push(source),
            None => out.push(Releases(vec![source])),
        }
    }
    for releases in &mut out {
        releases.0.sort_by_key(|s| std::cmp::Reverse((s.date, s.id)));
    }
    out
}

fn same(a: &Source, b: &Source) -> bool {
    (a.table, &a.publisher, &a.licence) == (b.table, &b.publisher, &b.licence)
}

impl<'a> Releases<'a> {
    /// The newest release.
    pub fn newest(&self) -> Option<&'a Source> {
        self.0.first().copied()
    }

    /// Whether a release is one of them.
    pub fn has(&self, id: SourceId) -> bool {
        self.0.iter().any(|source| source.id == id)
    }

    /// Rows of all of them.
    pub fn rows(&self) -> u64 {
        self.0.iter().map(|source| source.rows).sum()
    }

    /// "PNRR_Gare, di Italia Domani, dal 20 gennaio 2023 al 1º marzo 2023, righe 4.399 …"
    pub fn say(&self, lang: Lang) -> String {
        let Some(first) = self.newest() else {
            return String::new();
        };
        let dates = || self.0.iter().filter_map(|s| s.date);
        let when = match (dates().min(), dates().max()) {
            (Some(oldest), Some(newest)) if oldest != newest => lang.fill(
                w::SOURCE_BETWEEN,
                &[
                    ("oldest", &number::date(oldest, lang)),
                    ("newest", &number::date(newest, lang)),
                ],
            ),
            (Some(day), _) => lang.fill(w::SOURCE_ON, &[("date", &number::date(day, lang))]),
            _ => lang.say(w::SOURCE_UNDATED).to_owned(),
        };
        let values = [
            ("table", first.table.official_name()),
            ("publisher", &title::publisher(&first.publisher, lang)),
            ("when", &when),
            ("rows", &rows(self.0.iter().map(|s| s.rows).sum(), lang)),
            ("licence", title::licence(&first.licence, lang)),
        ];
        lang.fill(w::SOURCE_TABLE, &values)
    }
}

fn rows(count: u64, lang: Lang) -> String {
    integer(i64::try_from(count).unwrap_or(i64::MAX), lang)
}

/// The day of a release; one that declares none goes by its name.
fn day(source: &Source, lang: Lang) -> String {
    source
        .date
        .map_or_else(|| source.name.clone(), |d| number::date(d, lang))
}

/// What a table tells, who publishes it, and its releases at hand.
pub fn source(catalogue: &Catalogue, id: SourceId, lang: Lang) -> Option<Page> {
    let source = catalogue.source(id)?;
    let mut page = Page::new(&source.name, lang);
    page.under
        .push(Note::Publisher(title::publisher(&source.publisher, lang)));
    let mut part = |id, heading, blocks| {
        page.parts.push(Part::new(id, lang.say(heading)).with(blocks));
    };
    if let Some(about) = Word::from_key(&format!("source.about.{}", source.table.code())) {
        let tells = vec![Block::Paragraph(lang.say(about).to_owned())];
        part(PartId::Tells, w::SOURCE_TELLS, tells);
    }
    let all = tables(catalogue);
    let own = all.iter().find(|r| r.has(id));
    let lines = own.map_or(vec![source], |r| r.0.clone());
    let row = |s: &&Source| vec![day(s, lang), rows(s.rows, lang)];
    let releases = Table {
        head: [w::SOURCE_DAY, w::SOURCE_ROWS]
            .map(|word| lang.say(word).to_owned())
            .to_vec(),
        rows: lines.iter().map(row).collect(),
        right: vec![false, true],
    };
    part(PartId::Releases, w::SOURCE_RELEASES, vec![Block::Table(releases)]);
    let licence = match source.licence == LICENCE_UNDECLARED {
        true => lang.say(w::SOURCE_NO_LICENCE).to_owned(),
        false => lang.fill(w::SOURCE_LICENCE, &[("licence", &source.licence)]),
    };
    let mut check = vec![Block::Paragraph(licence)];
    if !source.url.is_empty() {
        check.push(Block::Paragraph(
            lang.fill(w::SOURCE_WHERE, &[("url", &source.url)]),
        ));
    }
    part(PartId::Check, w::SOURCE_CHECK, check);
    Some(page)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Table;
    use crate::snapshot::Snapshot;

    #[test]
    fn each_table_stands_once_and_its_sheet_says_what_it_tells() {
        let catalogue = Snapshot::embedded().unwrap().catalogue().unwrap();
        let tables = tables(&catalogue);
        let releases: usize = tables.iter().map(|t| t.0.len()).sum();
        assert_eq!(releases, catalogue.sources.iter().filter(|s| s.rows > 0).count());
        assert!(tables.len() < 30, "{}", tables.len());
        for lang in Lang::ALL {
            for table in &tables {
                let newest = table.newest().unwrap();
                assert!(table.say(lang).starts_with(newest.table.official_name()));
                let page = source(&catalogue, newest.id, lang).unwrap();
                let tells = |b: &Block| matches!(b, Block::Paragraph(text) if text.len() > 40);
                assert!(page.blocks().any(tells), "{}", newest.name);
            }
        }
    }

    #[test]
    fn every_table_that_is_read_is_described() {
        for table in Table::ALL {
            let unused = [Table::Recommendations, Table::Tags, Table::MilestoneMap].contains(table);
            let described = Word::from_key(&format!("source.about.{}", table.code())).is_some();
            assert_eq!(described, !unused, "{table:?}");
        }
    }
}
