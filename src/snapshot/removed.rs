//! Names that are taken out of an archive because somebody asked: the row that names them, and what
//! else of the project's texts would still tell who it was. What stays is the place of the row.

use super::table::removed;
use crate::model::Removal;
use crate::text::fold::fold;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Every row that names a body in a project of a CUP, in an order that depends on nothing but the
/// tables. A winner who has no name has a place too.
const NAMED: &str = r#"
SELECT s."table", r.role, r.project, 0, 0, b.name, r.body, 'role'
  FROM project p JOIN role r ON r.project = p.id JOIN body b ON b.id = r.body
  JOIN source s ON s.id = r.source WHERE p.cup = ?1
UNION ALL
SELECT s."table", iif(w.subcontractor, 'subcontractor', 'winner'), w.project, w.tender, w.seq, b.name,
       w.body, 'winner'
  FROM project p JOIN winner w ON w.project = p.id LEFT JOIN body b ON b.id = w.body
  JOIN source s ON s.id = w.source WHERE p.cup = ?1
UNION ALL
SELECT s."table", f.kind, f.project, f.seq, 0, f.value, NULL, 'fact'
  FROM project p JOIN fact f ON f.project = p.id JOIN source s ON s.id = f.source
  WHERE p.cup = ?1 AND f.kind = 'beneficiary'
ORDER BY 1, 2, 3, 4, 5, 7"#;

/// A word of a name so short tells nobody.
const SHORTEST: usize = 3;

/// Words that stand in the names of very many.
const FORMS: &[&str] = &[
    "srl",
    "srls",
    "spa",
    "scarl",
    "snc",
    "sas",
    "coop",
    "cooperativa",
    "societa",
    "consorzio",
    "impresa",
    "ditta",
    "studio",
    "della",
    "delle",
    "degli",
    "dei",
    "del",
];

/// Texts in which a name may stand: what of a row is emptied, or the row that goes.
const TEXTS: &[(&str, &str, Whole)] = &[
    ("fact", "value", Whole::Row),
    ("label", "value", Whole::Row),
    ("unread", "value", Whole::Row),
    ("disagreement", "kept", Whole::Row),
    ("disagreement", "other", Whole::Row),
    ("official_text", "value", Whole::Row),
    ("place", "address", Whole::Cell),
    ("tender", "object", Whole::Cell),
    ("winner", "role", Whole::Cell),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    Row,
    Cell,
}

/// A row that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub removal: Removal,
    pub name: String,
    row: Row,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    table: String,
    project: String,
    at: (i64, i64),
    body: Option<String>,
}

/// Takes names out of a database that is being made, and keeps which: how many rows.
pub(super) fn apply(db: &Connection, removals: &[Removal]) -> rusqlite::Result<usize> {
    let before = removed::written(db)?;
    let mut rows = Vec::new();
    let mut by_cup: BTreeMap<&str, BTreeSet<&Removal>> = BTreeMap::new();
    for removal in removals.iter().filter(|r| !before.contains(r)) {
        by_cup.entry(&removal.cup).or_default().insert(removal);
    }
    // All are found before one is taken away: places are those of the whole table.
    for (cup, removals) in by_cup {
        let named = named(db, cup, &before)?;
        rows.extend(named.into_iter().filter(|row| {
            let asked = removals.iter().filter(|r| r.is_like(&row.removal));
            let (mut asked, own) = (asked.peekable(), &row.removal);
            asked.peek().is_some() && asked.any(|r| r.of != own.of || r.position == own.position)
        }));
    }
    db.pragma_update(None, "secure_delete", "ON")?;
    for named in &rows {
        take(db, named)?;
    }
    for named in &rows {
        without_its_words(db, named)?;
    }
    for body in rows.iter().filter_map(|named| named.row.body.as_ref()) {
        db.execute(
            "DELETE FROM body WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM role WHERE body = ?1) \
             AND NOT EXISTS (SELECT 1 FROM winner WHERE body = ?1)",
            [body],
        )?;
    }
    removed::insert(db, removals)?;
    Ok(rows.len())
}

/// Who is named, where `removals` are out already and leave their places free.
pub(super) fn named(db: &Connection, cup: &str, removals: &[Removal]) -> rusqlite::Result<Vec<Named>> {
    if cup.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = db.prepare(NAMED)?;
    let rows = statement.query_map([cup], |row| {
        let removal = Removal {
            table: row.get(0)?,
            cup: cup.to_owned(),
            role: row.get(1)?,
            position: 0,
            of: 0,
        };
        let found = Row {
            project: row.get(2)?,
            at: (row.get(3)?, row.get(4)?),
            body: row.get(6)?,
            table: row.get(7)?,
        };
        Ok((removal, row.get::<_, Option<String>>(5)?, found))
    })?;
    let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
    let mut out = Vec::new();
    for group in rows.chunk_by(|(one, ..), (other, ..)| one.is_like(other)) {
        let Some((first, ..)) = group.first() else {
            continue;
        };
        let out_already: BTreeSet<u32> = removals
            .iter()
            .filter(|r| r.is_like(first))
            .map(|r| r.position)
            .collect();
        let of = u32::try_from(group.len() + out_already.len()).unwrap_or(u32::MAX);
        let places = (1..).filter(|place| !out_already.contains(place));
        for ((removal, name, row), position) in group.iter().zip(places) {
            let Some(name) = name else { continue };
            out.push(Named {
                removal: Removal {
                    position,
                    of,
                    ..removal.clone()
                },
                name: name.clone(),
                row: row.clone(),
            });
        }
    }
    Ok(out)
}

/// Takes away the row that names somebody.
fn take(db: &Connection, named: &Named) -> rusqlite::Result<()> {
    let Row {
        table,
        project,
        at,
        body,
    } = &named.row;
    match table.as_str() {
        "role" => db.execute(
            "DELETE FROM role WHERE project = ?1 AND role = ?2 AND body = ?3",
            params![project, named.removal.role, body],
        )?,
        "winner" => db.execute(
            "DELETE FROM winner WHERE project = ?1 AND tender = ?2 AND seq = ?3",
            params![project, at.0, at.1],
        )?,
        _ => db.execute(
            "DELETE FROM fact WHERE project = ?1 AND kind = ?2 AND seq = ?3",
            params![project, named.removal.role, at.0],
        )?,
    };
    Ok(())
}

/// Takes the name out of the words and texts of its project, but for words that what is left there
/// has as well.
fn without_its_words(db: &Connection, named: &Named) -> rusqlite::Result<()> {
    let (project, name) = (&named.row.project, fold(&named.name));
    let is_telling = |word: &&str| word.chars().count() >= SHORTEST && !FORMS.contains(word);
    let telling: BTreeSet<&str> = name.split(' ').filter(is_telling).collect();
    let tells = |text: &str| {
        let folded = fold(text);
        let words: BTreeSet<&str> = folded.split(' ').collect();
        !telling.is_empty() && telling.is_subset(&words)
    };
    for (table, column, whole) in TEXTS {
        let sql = format!(
            "SELECT DISTINCT \"{column}\" FROM \"{table}\" WHERE project = ?1 AND \"{column}\" IS NOT NULL"
        );
        let mut statement = db.prepare(&sql)?;
        let texts = statement.query_map([project], |row| row.get::<_, String>(0))?;
        let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
        for text in texts.iter().filter(|text| tells(text)) {
            let what = match whole {
                Whole::Row => format!("DELETE FROM \"{table}\""),
                Whole::Cell => format!("UPDATE \"{table}\" SET \"{column}\" = NULL"),
            };
            db.execute(
                &format!("{what} WHERE project = ?1 AND \"{column}\" = ?2"),
                params![project, text],
            )?;
        }
    }
    let left = names_left(db, project)?;
    let left: BTreeSet<&str> = left.iter().flat_map(|name| name.split(' ')).collect();
    let mut statement = db.prepare("SELECT words FROM words WHERE project = ?1")?;
    let words = statement.query_map([project], |row| row.get::<_, String>(0))?;
    for words in words.collect::<Result<Vec<_>, _>>()? {
        let goes = |word: &&str| name.split(' ').any(|own| own == *word) && !left.contains(word);
        let kept: Vec<&str> = words.split(' ').filter(|word| !goes(word)).collect();
        db.execute(
            "UPDATE words SET words = ?2 WHERE project = ?1",
            params![project, kept.join(" ")],
        )?;
    }
    Ok(())
}

/// Names that a project still has: bodies, comuni, what its texts say.
const LEFT: &str = "
SELECT b.name FROM role r JOIN body b ON b.id = r.body WHERE r.project = ?1
UNION SELECT b.name FROM winner w JOIN body b ON b.id = w.body WHERE w.project = ?1
UNION SELECT c.name FROM place p JOIN comune c ON c.code = p.comune WHERE p.project = ?1
UNION SELECT f.value FROM fact f WHERE f.project = ?1";

fn names_left(db: &Connection, project: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = db.prepare(LEFT)?;
    let names = statement.query_map([project], |row| row.get::<_, String>(0))?;
    names.map(|name| Ok(fold(&name?))).collect()
}
