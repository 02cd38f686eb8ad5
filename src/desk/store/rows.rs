//! What is written and read, row by row.

use super::ask::{Ask, Contents, Done};
use super::tally::{self, all};
use crate::desk::item::{Item, Kind};
use crate::desk::note;
use crate::desk::tally::{Tally, Theme};
use crate::text::clean;
use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

pub fn apply(db: &Connection, ask: &Ask, today: Date) -> rusqlite::Result<Done> {
    let day = today.to_string();
    Ok(match ask {
        Ask::Read => Done::Read,
        Ask::Favourite(item) => {
            let gone = "DELETE FROM favourite WHERE kind = ?1 AND key = ?2";
            if db.execute(gone, params![item.kind.id(), item.key])? > 0 {
                return Ok(Done::Dropped);
            }
            let new = "INSERT INTO favourite (kind, key, cup, submeasure, name, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            db.execute(
                new,
                params![
                    item.kind.id(),
                    item.key,
                    item.cup,
                    item.submeasure,
                    item.name,
                    day
                ],
            )?;
            Done::Kept
        }
        Ask::Note(item, text) => {
            let gone = "DELETE FROM note WHERE kind = ?1 AND key = ?2";
            db.execute(gone, params![item.kind.id(), item.key])?;
            if text.is_empty() {
                return Ok(Done::Erased);
            }
            let new = "INSERT INTO note (kind, key, cup, submeasure, name, day, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let text: String = text.chars().take(note::MAX).collect();
            db.execute(
                new,
                params![
                    item.kind.id(),
                    item.key,
                    item.cup,
                    item.submeasure,
                    item.name,
                    day,
                    text
                ],
            )?;
            Done::Noted
        }
        Ask::List(name, items) => {
            let gone = db.execute("DELETE FROM list WHERE list = ?1", [name])?;
            let new = "INSERT INTO list (list, at, kind, key, cup, submeasure, name, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            for (at, item) in items.iter().enumerate() {
                let own = params![
                    name,
                    at,
                    item.kind.id(),
                    item.key,
                    item.cup,
                    item.submeasure,
                    item.name,
                    day
                ];
                db.execute(new, own)?;
            }
            match items.is_empty() && gone > 0 {
                true => Done::ListDropped,
                false => Done::ListKept,
            }
        }
        Ask::Count(visit) => {
            tally::count(db, visit, &day)?;
            Done::Counted
        }
        Ask::Amend(number, amend) => {
            tally::amend(db, *number, amend)?;
            Done::Amended
        }
        Ask::Unanswered(words) => {
            let new = "INSERT INTO unanswered (day, words) VALUES (?1, ?2)";
            db.execute(new, params![day, words])?;
            Done::Asked
        }
        Ask::DropUnanswered(words) => {
            let gone = "DELETE FROM unanswered WHERE ?1 IS NULL OR words = ?1";
            db.execute(gone, [words])?;
            Done::Forgotten
        }
        Ask::Uncount => match tally::uncount(db, &day)? {
            false => Done::NoneCounted,
            true => Done::Uncounted,
        },
    })
}

pub fn contents(db: &Connection) -> rusqlite::Result<Contents> {
    let read = "SELECT kind, key, cup, submeasure, name FROM favourite ORDER BY rowid";
    let favourites = all(db, read, item)?;
    let read = "SELECT kind, key, cup, submeasure, name, text FROM note ORDER BY rowid";
    let notes = all(db, read, |row| {
        let text: String = row.get(5)?;
        Ok(item(row)?.map(|item| (item, clean::clean(&text).into_owned())))
    })?;
    let read = "SELECT kind, key, cup, submeasure, name, list FROM list ORDER BY list, at";
    let mut lists: Vec<(String, Vec<Item>)> = Vec::new();
    for (item, list) in all(db, read, |row| {
        let list: String = row.get(5)?;
        Ok(item(row)?.map(|item| (item, clean::clean(&list).into_owned())))
    })? {
        match lists.last_mut() {
            Some((last, items)) if *last == list => items.push(item),
            _ => lists.push((list, vec![item])),
        }
    }
    let read = "SELECT day, theme, mission, count(*) FROM tally GROUP BY day, theme, mission ORDER BY day, theme, mission";
    let tally = all(db, read, |row| {
        let (day, theme): (String, String) = (row.get(0)?, row.get(1)?);
        let (mission, people) = (row.get::<_, String>(2)?, row.get(3)?);
        Ok(day.parse().ok().map(|day| Tally {
            day,
            theme: Theme::from_id(&theme).unwrap_or(Theme::Other),
            mission: clean::clean(&mission).into_owned(),
            people,
        }))
    })?;
    Ok(Contents {
        favourites,
        notes,
        lists,
        tally,
        desk: tally::desk(db)?,
        entries: tally::entries(db)?,
        uncounted: tally::uncounted(db)?,
        unanswered: tally::unanswered(db)?,
    })
}

fn item(row: &Row) -> rusqlite::Result<Option<Item>> {
    let text = |i| {
        row.get::<_, String>(i)
            .map(|text| clean::clean(&text).into_owned())
    };
    let kind = Kind::from_id(&text(0)?);
    let (key, cup, submeasure, name) = (text(1)?, text(2)?, text(3)?, text(4)?);
    Ok(kind.map(|kind| Item {
        kind,
        key,
        cup,
        submeasure,
        name,
    }))
}
