//! Other ways to find a project among as many, given the same folded texts.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Matcher, Utf32String};
use rusqlite::Connection;
use sportello::lang::Lang;
use sportello::snapshot::Catalogue;
use sportello::text::fold::{fold, words};
use sportello::title;
use std::cell::RefCell;
use std::hint::black_box;

type Error = Box<dyn std::error::Error>;

/// What one project says: its titles, places, body, measure, category.
pub fn texts(catalogue: &Catalogue) -> Vec<String> {
    let text = |brief: &_| {
        let mut out = Vec::from(Lang::ALL.map(|lang| title::compose(catalogue, brief, lang)));
        let brief: &sportello::model::Brief = brief;
        out.extend(brief.official_title.as_deref().map(str::to_owned));
        let comuni = brief
            .places
            .iter()
            .filter_map(|p| catalogue.comune_name(p.comune?));
        out.extend(comuni.map(str::to_owned));
        out.extend(catalogue.body_of(brief).map(|b| b.name.clone()));
        out.extend(catalogue.measure_of(brief).map(|m| m.name.clone()));
        out.extend(catalogue.class(brief.category).map(|c| c.name.clone()));
        out.push(brief.cup.to_string());
        fold(&out.join(" "))
    };
    catalogue.projects.iter().map(text).collect()
}

pub trait Peer {
    fn name(&self) -> &'static str;
    fn search(&self, typed: &str, limit: usize);
}

type Make = fn(&[String]) -> Result<Box<dyn Peer>, Error>;

pub const ALL: &[Make] = &[Tantivy::make, Fts5::make, Nucleo::make, Skim::make];

/// SQLite's full-text search: all words, the last by its beginning.
struct Fts5(Connection);

impl Fts5 {
    fn make(texts: &[String]) -> Result<Box<dyn Peer>, Error> {
        let db = Connection::open_in_memory()?;
        db.execute_batch("CREATE VIRTUAL TABLE t USING fts5(text, content=''); BEGIN")?;
        {
            let mut insert = db.prepare("INSERT INTO t (rowid, text) VALUES (?1, ?2)")?;
            for (text, row) in texts.iter().zip(1i64..) {
                insert.execute((row, text))?;
            }
        }
        db.execute_batch("COMMIT; INSERT INTO t (t) VALUES ('optimize')")?;
        Ok(Box::new(Fts5(db)))
    }

    fn run(&self, typed: &str, limit: usize) -> rusqlite::Result<()> {
        let folded = fold(typed);
        let quoted: Vec<String> = words(&folded).map(|w| format!("\"{w}\"")).collect();
        if quoted.is_empty() {
            return Ok(());
        }
        let query = format!("{}*", quoted.join(" "));
        let sql = "SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY bm25(t) LIMIT ?2";
        let mut best = self.0.prepare_cached(sql)?;
        let rows = best.query_map((&query, limit as i64), |row| row.get::<_, i64>(0))?;
        rows.for_each(|row| {
            black_box(row.unwrap_or_default());
        });
        let mut count = self.0.prepare_cached("SELECT count(*) FROM t WHERE t MATCH ?1")?;
        black_box(count.query_row([&query], |row| row.get::<_, i64>(0))?);
        Ok(())
    }
}

impl Peer for Fts5 {
    fn name(&self) -> &'static str {
        "SQLite FTS5: bm25, count, no corrections"
    }

    fn search(&self, typed: &str, limit: usize) {
        black_box(self.run(typed, limit).is_ok());
    }
}

/// The matcher of the helix editor: subsequences, no corrections.
struct Nucleo {
    texts: Vec<Utf32String>,
    matcher: RefCell<Matcher>,
}

impl Nucleo {
    fn make(texts: &[String]) -> Result<Box<dyn Peer>, Error> {
        Ok(Box::new(Nucleo {
            texts: texts.iter().map(|t| Utf32String::from(t.as_str())).collect(),
            matcher: RefCell::default(),
        }))
    }
}

impl Peer for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo-matcher: subsequences"
    }

    fn search(&self, typed: &str, limit: usize) {
        let pattern = Pattern::parse(&fold(typed), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = self.matcher.borrow_mut();
        let score =
            |(text, row): (&Utf32String, u32)| Some((pattern.score(text.slice(..), &mut matcher)?, row));
        let found: Vec<(u32, u32)> = self.texts.iter().zip(0..).filter_map(score).collect();
        best(found, limit);
    }
}

/// fuzzy-matcher's SkimMatcherV2: subsequences, no corrections.
struct Skim {
    texts: Vec<String>,
    matcher: SkimMatcherV2,
}

impl Skim {
    fn make(texts: &[String]) -> Result<Box<dyn Peer>, Error> {
        Ok(Box::new(Skim {
            texts: texts.to_vec(),
            matcher: SkimMatcherV2::default(),
        }))
    }
}

impl Peer for Skim {
    fn name(&self) -> &'static str {
        "fuzzy-matcher, SkimMatcherV2: subsequences"
    }

    fn search(&self, typed: &str, limit: usize) {
        let folded = fold(typed);
        let score =
            |(text, row): (&String, u32)| Some((self.matcher.fuzzy_match(text, &folded)? as u32, row));
        let found: Vec<(u32, u32)> = self.texts.iter().zip(0..).filter_map(score).collect();
        best(found, limit);
    }
}

fn best(mut found: Vec<(u32, u32)>, limit: usize) {
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.truncate(limit);
    black_box(found);
}

/// tantivy with fuzzy terms of one error, the last word by its beginning.
struct Tantivy {
    searcher: tantivy::Searcher,
    field: tantivy::schema::Field,
}

impl Tantivy {
    fn make(texts: &[String]) -> Result<Box<dyn Peer>, Error> {
        use tantivy::schema::{Schema, TEXT};
        let mut schema = Schema::builder();
        let field = schema.add_text_field("text", TEXT);
        let index = tantivy::Index::create_in_ram(schema.build());
        let mut writer: tantivy::IndexWriter = index.writer_with_num_threads(1, 50_000_000)?;
        for text in texts {
            let mut document = tantivy::TantivyDocument::default();
            document.add_text(field, text);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let searcher = index.reader()?.searcher();
        Ok(Box::new(Tantivy { searcher, field }))
    }
}

impl Peer for Tantivy {
    fn name(&self) -> &'static str {
        "tantivy: one error, count, no facets"
    }

    fn search(&self, typed: &str, limit: usize) {
        use tantivy::collector::{Count, TopDocs};
        use tantivy::query::{BooleanQuery, FuzzyTermQuery, Query};
        let folded = fold(typed);
        let all: Vec<&str> = words(&folded).collect();
        let fuzzy = |(word, number): (&&str, usize)| -> Box<dyn Query> {
            let term = tantivy::Term::from_field_text(self.field, word);
            let errors = u8::from(word.len() > 3);
            match number == all.len() {
                true => Box::new(FuzzyTermQuery::new_prefix(term, errors, true)),
                false => Box::new(FuzzyTermQuery::new(term, errors, true)),
            }
        };
        let query = BooleanQuery::intersection(all.iter().zip(1..).map(fuzzy).collect());
        let best = TopDocs::with_limit(limit).order_by_score();
        black_box(self.searcher.search(&query, &(best, Count)).is_ok());
    }
}
