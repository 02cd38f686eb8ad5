//! The rows of those who were served, and of what found nothing.

use crate::desk::item::Kind;
use crate::desk::served::{Amend, Entry, Visit};
use crate::desk::tally::Theme;
use crate::lang::Lang;
use crate::text::clean;
use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

/// The rows that this program understands.
pub(super) fn all<T>(
    db: &Connection,
    read: &str,
    row: impl Fn(&Row) -> rusqlite::Result<Option<T>>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = db.prepare_cached(read)?;
    let rows = statement.query_map([], |r| row(r))?;
    rows.filter_map(Result::transpose).collect()
}

/// Numbers a change of the desk.
fn next_change(db: &Connection) -> rusqlite::Result<i64> {
    let next = "UPDATE desk SET change = change + 1 RETURNING change";
    db.query_row(next, [], |row| row.get(0))
}

pub fn count(db: &Connection, visit: &Visit, day: &str) -> rusqlite::Result<()> {
    // A number is never given twice: exports are put together by it.
    let next = "UPDATE desk SET next = next + 1 RETURNING next - 1";
    let number: i64 = db.query_row(next, [], |row| row.get(0))?;
    let new = "INSERT INTO tally (id, day, theme, mission, request, kind, key, sheets, minutes, lang, answered, change) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let (kind, key) = match &visit.opened {
        Some((kind, key)) => (kind.id(), key.as_str()),
        None => ("", ""),
    };
    let lang = visit.lang.map_or_else(String::new, |lang| lang.to_string());
    let own = params![
        number,
        day,
        visit.theme.id(),
        visit.mission,
        visit.request,
        kind,
        key,
        visit.sheets,
        visit.minutes,
        lang,
        visit.answered,
        next_change(db)?
    ];
    db.execute(new, own).map(|_| ())
}

pub fn amend(db: &Connection, number: u64, amend: &Amend) -> rusqlite::Result<()> {
    let change = next_change(db)?;
    let set = |what: &str, value: &dyn rusqlite::ToSql| {
        db.execute(
            &format!("UPDATE tally SET {what}, change = ?3 WHERE id = ?1"),
            params![number, value, change],
        )
    };
    match amend {
        Amend::Request(request) => set("request = ?2", request),
        Amend::Answered(answered) => set("answered = ?2", answered),
        Amend::Sheets(more) => set("sheets = sheets + ?2", more),
        Amend::Minutes(minutes) => set("minutes = ?2", minutes),
    }
    .map(|_| ())
}

/// Takes the last person of a day away; their number stays known, so that no export counts them again.
pub fn uncount(db: &Connection, day: &str) -> rusqlite::Result<bool> {
    let last = "INSERT INTO uncounted SELECT max(id) FROM tally WHERE day = ?1 HAVING max(id) NOT NULL";
    let found = db.execute(last, [day])? > 0;
    db.execute("DELETE FROM tally WHERE id IN (SELECT id FROM uncounted)", [])?;
    Ok(found)
}

/// The numbers of those who were taken away.
pub fn uncounted(db: &Connection) -> rusqlite::Result<Vec<u64>> {
    all(db, "SELECT id FROM uncounted ORDER BY id", |row| {
        row.get(0).map(Some)
    })
}

pub fn desk(db: &Connection) -> rusqlite::Result<String> {
    db.query_row("SELECT id FROM desk", [], |row| row.get(0))
}

pub fn entries(db: &Connection) -> rusqlite::Result<Vec<Entry>> {
    let read = "SELECT id, day, theme, mission, request, kind, key, sheets, minutes, lang, answered, change \
                FROM tally ORDER BY id";
    all(db, read, |row| {
        let text = |at: usize| {
            let text = row.get::<_, String>(at);
            text.map(|text| clean::clean(&text).into_owned())
        };
        let day: Option<Date> = text(1)?.parse().ok();
        let visit = Visit {
            theme: Theme::from_id(&text(2)?).unwrap_or(Theme::Other),
            mission: text(3)?,
            request: text(4)?,
            opened: Kind::from_id(&text(5)?).zip(Some(text(6)?)),
            sheets: row.get(7)?,
            minutes: row.get(8)?,
            lang: text(9)?.parse::<Lang>().ok(),
            answered: row.get(10)?,
        };
        let (number, change) = (row.get(0)?, row.get(11)?);
        let entry = |day| Entry {
            number,
            change,
            day,
            visit,
        };
        Ok(day.map(entry))
    })
}

pub fn unanswered(db: &Connection) -> rusqlite::Result<Vec<(String, u64, Date)>> {
    let read = "SELECT words, count(*), max(day) FROM unanswered GROUP BY words ORDER BY 2 DESC, 3 DESC, 1";
    all(db, read, |row| {
        let (words, day): (String, String) = (row.get(0)?, row.get(2)?);
        let count = row.get(1)?;
        Ok(day
            .parse()
            .ok()
            .map(|day| (clean::clean(&words).into_owned(), count, day)))
    })
}
