//! The results of a search as numbered choices; where nothing is found, the ways out.

use super::command::Command;
use super::list::{Item, List, Target};
use super::place::What;
use super::state::State;
use crate::app::{Answer, Archive, Ask, Kind, Leads, Meant, Row, part_of};
use crate::lang::{Lang, w};
use crate::sheet::heard::speech::{self, full_stop};
use crate::sheet::{PartId, Subject, in_words};
use crate::text::number::{count, euro_words};

/// Results said at a time: what one keeps in mind.
const CHUNK: usize = 5;
/// Rows that are asked for at least: also of those that nearly match.
const ROWS: usize = 20;

/// `wanted`: how many results must be there.
pub fn build(archive: &Archive, ask: &Ask, state: &State, wanted: usize) -> List {
    let lang = state.lang;
    let answer = state.find(archive, ask, wanted.max(ROWS));
    let (sure, unsure): (Vec<&Meant>, Vec<&Meant>) = answer.meant.iter().partition(|meant| meant.sure);
    let (mut head, mut tail) = head(&answer, ask, !sure.is_empty(), lang);
    if !unsure.is_empty() {
        let lines: Vec<String> = unsure.iter().map(|meant| meant.line(lang)).collect();
        let line = lang.fill(w::BOX_BESIDE, &[("what", &lines.join("; "))]);
        match answer.total {
            0 => head.push(line),
            _ => tail.insert(0, line),
        }
    }
    let above = sure.iter().map(|meant| above(meant, ask, lang));
    let opens =
        answer.asks && (!sure.is_empty() || answer.lines == 1 && answer.total > 0 && answer.near == 0);
    let part = answer.question.map(part_of);
    let found = answer.rows.len() - answer.near;
    let rows = answer.rows.iter().enumerate().map(|(at, row)| {
        let part = part.filter(|_| answer.total > 0 && at < found);
        let same = |other: &&Row| other.title == row.title && other.facts == row.facts;
        let apart = answer.rows.iter().filter(same).count() > 1;
        item(archive, row, apart, part, ask, lang)
    });
    let mut items: Vec<Item> = above.chain(rows).collect();
    if answer.total == 0 {
        let ways = answer.hints.iter();
        items.extend(ways.filter_map(|way| Some(Item::open(&way.text, to(way.to.as_ref()?, ask)))));
    }
    let total = match answer.total {
        0 => items.len(),
        _ => (answer.lines + sure.len()).max(items.len()),
    };
    let nothing = items.is_empty().then(|| lang.say(w::LINEAR_RESULTS_NOTHING_TRY));
    tail.extend(nothing.map(str::to_owned));
    // What the data do not tell is said, and no list but the page of whom to ask.
    let cannot = sure.iter().filter(|meant| meant.kind == Kind::Cannot && opens);
    let cannot = cannot.map(|meant| meant.line(lang));
    let corrected = answer.query.as_ref();
    let corrected = corrected.map(|query| lang.fill(w::LINEAR_RESULTS_CORRECTED, &[("query", query)]));
    List {
        mends: answer
            .mended
            .iter()
            .cloned()
            .chain(corrected)
            .chain(cannot)
            .collect(),
        head,
        tail,
        items,
        total,
        chunk: CHUNK,
        opens,
    }
}

/// How many were found and how much they have, and what is said of the query: behind the results
/// where there are such, before what only comes near.
fn head(answer: &Answer, ask: &Ask, sure: bool, lang: Lang) -> (Vec<String>, Vec<String>) {
    let said = answer.hints.iter().filter(|way| way.to.is_none());
    let said = said.map(|way| way.text.clone()).collect();
    let (mut head, behind) = match answer.near == 0 && answer.total > 0 {
        true => (Vec::new(), said),
        false => (said, Vec::new()),
    };
    let amount = euro_words(answer.funded.0, lang);
    head.extend(match answer.total - answer.national {
        // What is near has its own sentence.
        0 if answer.near > 0 || sure || answer.absent || answer.national > 0 => None,
        0 => Some(lang.fill(w::LINEAR_RESULTS_NOTHING, &[("query", &ask.text)])),
        1 => Some(lang.say(w::LINEAR_RESULTS_ONE).to_owned()),
        n if answer.funded.is_zero() => {
            Some(lang.fill(w::LINEAR_RESULTS_MANY, &[("count", &count(n, lang))]))
        }
        n => Some(lang.fill(
            w::LINEAR_RESULTS_FUNDED,
            &[("count", &count(n, lang)), ("amount", &amount)],
        )),
    });
    (head, behind)
}

/// "4,5 milioni di euro, in corso: Casa della Comunità a Montemurlo"; of what is near, also the
/// words that are missing.
fn item(archive: &Archive, row: &Row, apart: bool, part: Option<PartId>, ask: &Ask, lang: Lang) -> Item {
    let one = archive
        .catalogue()
        .brief(row.id)
        .filter(|_| !matches!(row.to, Subject::Search(_)));
    let facts = one
        .map_or_else(|| row.facts.clone(), |brief| in_words(brief, lang))
        .join(", ");
    let mut label = lang.fill(
        w::LINEAR_RESULTS_ITEM,
        &[("title", row.title.as_str()), ("facts", &facts)],
    );
    for more in row
        .apart
        .iter()
        .filter(|_| apart && one.is_some())
        .chain(&row.missing)
    {
        label.push_str(&format!("; {more}"));
    }
    let to = match (part, one) {
        (Some(part), Some(_)) => Target::At(row.to.clone(), part),
        _ => Target::Open(to(&row.to, ask)),
    };
    Item {
        name: Some(row.title.clone()),
        ..Item::new(label, to)
    }
}

/// What a search may mean beside projects, and was not sure enough to stand above them.
pub fn beside(archive: &Archive, ask: &Ask, state: &State) -> Vec<Item> {
    let answer = state.find(archive, ask, 0);
    let unsure = answer.meant.iter().filter(|meant| !meant.sure);
    unsure.map(|meant| above(meant, ask, state.lang)).collect()
}

/// What is meant beside projects, as a choice.
fn above(meant: &Meant, ask: &Ask, lang: Lang) -> Item {
    let line = meant.line(lang);
    let note = meant
        .note
        .as_deref()
        .map_or_else(String::new, |note| speech::spoken(note, lang));
    let label = format!("{} {note}", full_stop(&line));
    let to = match &meant.to {
        Some(Leads::Page(page, Some(part))) => Target::At(page.clone(), *part),
        Some(Leads::Page(page, None)) => Target::Open(to(page, ask)),
        Some(Leads::Do(id)) => Target::Do(Command::of_action(id).unwrap_or(Command::Help)),
        None => Target::Do(Command::Help),
    };
    Item {
        name: Some(line),
        ..Item::new(label.trim_end(), to)
    }
}

/// Where a way leads: a search keeps its order.
fn to(subject: &Subject, ask: &Ask) -> What {
    match subject {
        Subject::Search(text) => What::Results(Ask {
            text: text.clone(),
            ..ask.clone()
        }),
        page => What::Page(page.clone()),
    }
}
