//! Pages out of the snapshot: a project, a comune, a measure, the archive itself.

mod data;
mod project;

use crate::lang::{Lang, card, w};
use crate::model::{ComuneCode, SourceId};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::number;
use crate::title;
use crate::tui::backend::{Block, Sheet, Subject};

/// `None` when there is no such thing in the snapshot.
pub fn sheet(
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    subject: &Subject,
    lang: Lang,
) -> Result<Option<Sheet>, OpenError> {
    Ok(match subject {
        Subject::Project(id) => snapshot
            .project(*id)?
            .map(|p| project::sheet(catalogue, &p, lang)),
        Subject::Comune(code) => comune(catalogue, *code, lang),
        Subject::Measure(code) => measure(catalogue, code, lang),
        Subject::Data => Some(data::sheet(snapshot, catalogue, lang)?),
        Subject::Word(_) | Subject::Question(_) => None,
    })
}

fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang) -> Option<Sheet> {
    let comune = catalogue.comuni.get(&code)?;
    let province = catalogue.provinces.get(&comune.province);
    let mut own: Vec<_> = catalogue
        .projects
        .iter()
        .filter(|b| b.places.iter().any(|p| p.comune == Some(code)))
        .collect();
    own.sort_by_key(|b| std::cmp::Reverse(b.total));
    let mut pairs = vec![(
        lang.say(w::SCREEN_COMUNE_PROJECTS).to_owned(),
        count(own.len(), lang),
    )];
    if let Some(people) = comune.population {
        pairs.push((
            lang.say(w::SCREEN_COMUNE_PEOPLE).to_owned(),
            number::integer(i64::from(people), lang),
        ));
    }
    let mut blocks = vec![
        Block::Pairs(pairs),
        Block::Heading(lang.say(w::SCREEN_SEARCH_RESULTS).to_owned()),
    ];
    blocks.extend(own.iter().map(|brief| link(catalogue, brief, lang)));
    Some(Sheet {
        title: comune.name.clone(),
        subtitle: province.map_or(String::new(), |p| {
            lang.fill(w::SCREEN_COMUNE_PROVINCE, &[("name", &p.name)])
        }),
        blocks,
    })
}

fn measure(catalogue: &Catalogue, code: &str, lang: Lang) -> Option<Sheet> {
    let measure = catalogue.measure(code)?;
    let mut blocks = Vec::new();
    let text = card(measure.code.card_code()).map(|c| c.text(lang));
    if let Some(text) = text {
        for (heading, says) in [
            (w::SCREEN_MEASURE_WHAT, text.what),
            (w::SCREEN_MEASURE_WHY, text.why),
            (w::SCREEN_MEASURE_WHO, text.who),
            (w::SCREEN_MEASURE_CHANGE, text.change),
            (w::SCREEN_WORD_EXAMPLE, text.example),
            (w::SCREEN_MEASURE_ASK, text.ask),
        ] {
            blocks.push(Block::Heading(lang.say(heading).to_owned()));
            blocks.push(Block::Paragraph(says.to_owned()));
        }
    }
    let mut own: Vec<_> = catalogue
        .projects
        .iter()
        .filter(|b| catalogue.measure_of(b).is_some_and(|m| m.code == measure.code))
        .collect();
    own.sort_by_key(|b| std::cmp::Reverse(b.total));
    blocks.push(Block::Heading(lang.say(w::SCREEN_SEARCH_RESULTS).to_owned()));
    blocks.extend(own.iter().map(|brief| link(catalogue, brief, lang)));
    Some(Sheet {
        title: text.map_or(measure.name.clone(), |t| t.name.to_owned()),
        subtitle: format!("{} {}", measure.code, measure.name),
        blocks,
    })
}

fn link(catalogue: &Catalogue, brief: &crate::model::Brief, lang: Lang) -> Block {
    let title = title::compose(catalogue, brief, lang);
    Block::Link {
        text: match brief.total {
            Some(total) => format!("{title} ({})", number::euro_words(total.0, lang)),
            None => title,
        },
        to: Subject::Project(brief.id),
    }
}

fn count(n: usize, lang: Lang) -> String {
    number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang)
}

/// "PNRR_Progetti, 31 marzo 2025".
fn source_line(catalogue: &Catalogue, id: SourceId, lang: Lang) -> String {
    let Some(source) = catalogue.source(id) else {
        return String::new();
    };
    match source.date {
        Some(date) => format!("{}, {}", source.name, number::date(date, lang)),
        None => source.name.clone(),
    }
}
