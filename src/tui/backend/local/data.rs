//! The archive itself: how much there is, from which tables, of which dates, what was wrong.

use crate::lang::{Lang, w};
use crate::sheet::source;
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::number;
use crate::tui::backend::{Block, Sheet, Subject};

fn count(n: usize, lang: Lang) -> String {
    number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang)
}

pub fn sheet(snapshot: &Snapshot, catalogue: &Catalogue, lang: Lang) -> Result<Sheet, OpenError> {
    let totals = catalogue.totals();
    let say = |word| lang.say(word).to_owned();
    let mut blocks = vec![
        Block::Heading(say(w::SCREEN_DATA_HOLDS)),
        Block::Pairs(vec![
            (say(w::DATA_PROJECTS), count(totals.projects, lang)),
            (say(w::DATA_CUPS), count(totals.cups, lang)),
            (say(w::DATA_TOTAL), number::euro(totals.total.0, lang)),
            (say(w::DATA_PNRR), number::euro(totals.pnrr.0, lang)),
            (say(w::DATA_PAID), number::euro(totals.paid.0, lang)),
            (say(w::DATA_WITHOUT), count(totals.without_amount, lang)),
            (say(w::DATA_SHARED), count(totals.shared, lang)),
            (say(w::DATA_COMUNI), count(totals.comuni, lang)),
            (say(w::DATA_MEASURES), count(totals.measures, lang)),
        ]),
        Block::Heading(say(w::SCREEN_DATA_SOURCES)),
    ];
    let links = source::tables(catalogue).into_iter().filter_map(|table| {
        Some(Block::Link {
            text: table.say(lang),
            to: Subject::Source(table.newest()?.id),
        })
    });
    blocks.extend(links);
    let quality = snapshot.quality()?;
    if !quality.is_empty() {
        blocks.push(Block::Heading(say(w::SCREEN_DATA_QUALITY)));
        let line = |(id, problem, n): &(_, String, u64)| {
            let name = catalogue.source(*id).map_or("", |s| s.name.as_str());
            (
                format!("{name}: {problem}"),
                number::integer(i64::try_from(*n).unwrap_or(i64::MAX), lang),
            )
        };
        blocks.push(Block::Pairs(quality.iter().map(line).collect()));
    }
    let (oldest, newest) = catalogue.dates();
    let dates = oldest.zip(newest).map(|(oldest, newest)| {
        let (oldest, newest) = (number::date(oldest, lang), number::date(newest, lang));
        lang.fill(w::SCREEN_START_DATES, &[("oldest", &oldest), ("newest", &newest)])
    });
    Ok(Sheet {
        title: catalogue.region_name.clone(),
        subtitle: dates.unwrap_or_default(),
        blocks,
    })
}
