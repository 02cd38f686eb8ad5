//! The pages that are the site's own: where to begin, lists of names, how the pages are made, what the
//! law asks for.

use super::frame::{Crumb, Sheet};
use super::index::search_box;
use super::lists::{NAMES, pages};
use super::way::way;
use crate::app::Archive;
use crate::explain::theme_name;
use crate::lang::{GLOSSARY, Lang, QUESTIONS, Word, w};
use crate::model::ComuneCode;
use crate::sheet::html::escaped;
use crate::sheet::{Block, Link, Note, Page, Part, PartId, Subject, figures};
use crate::text::number::count;

/// Where to begin, in the words of the first page.
const WAYS: &[(&str, Word)] = &[
    ("comuni", w::SITE_START_COMUNI),
    ("misure", w::SITE_START_MEASURES),
    ("mappa", w::SITE_START_MAP),
    ("parole", w::SITE_START_WORDS),
    ("domande", w::SITE_START_QUESTIONS),
    ("dati", w::SITE_START_DATA),
    ("qualita", w::SITE_START_QUALITY),
    ("metodo", w::SITE_START_METHOD),
];

/// The first page.
pub(super) fn start(archive: &Archive, lang: Lang) -> Sheet {
    let catalogue = archive.catalogue();
    let title = match (catalogue.region, catalogue.region_name.as_str()) {
        (Some(_), region) => lang.fill(w::SITE_NAME, &[("region", region)]),
        (None, _) => lang.say(w::SITE_NAME_NATION).to_owned(),
    };
    let mut page = Page::new(&title, lang);
    let projects = count(catalogue.totals().projects, lang);
    let under = lang.fill(w::SITE_START_UNDER, &[("count", &projects)]);
    page.under.push(Note::Line(under));
    let pairs = vec![Block::Pairs(figures(catalogue, lang))];
    page.parts
        .push(Part::new(PartId::Holds, lang.say(w::SITE_START_FIGURES)).with(pairs));
    Sheet {
        page,
        before: search_box("", lang) + &ways(WAYS, w::SITE_START_WAYS, "", lang),
        ..Sheet::new(String::new())
    }
}

/// The page of the search, with the lists for those who have no script.
fn search(lang: Lang) -> Sheet {
    let page = Page::new(lang.say(w::SITE_SEARCH), lang);
    let path = "cerca";
    let lists = ways(&WAYS[..3], w::SITE_SEARCH_SCRIPT, path, lang);
    Sheet {
        before: search_box(path, lang) + &lists,
        ..sheet(path, page, lang)
    }
}

/// Ways to own pages, below some words.
fn ways(ways: &[(&str, Word)], heading: Word, from: &str, lang: Lang) -> String {
    let item = |(path, word): &(&str, Word)| {
        let text = escaped(lang.say(*word));
        format!("<li><a href=\"{}\">{text}</a></li>\n", way(from, path))
    };
    let items: String = ways.iter().map(item).collect();
    let text = escaped(lang.say(heading));
    let heading = match heading {
        w::SITE_START_WAYS => format!("<h2>{text}</h2>"),
        _ => format!("<p>{text}</p>"),
    };
    format!("{heading}\n<ul>\n{items}</ul>\n")
}

/// The others.
pub(super) fn all(archive: &Archive, lang: Lang) -> Vec<Sheet> {
    let mut out = vec![search(lang)];
    for page in [comuni(archive, lang), measures(archive, lang)] {
        out.extend(pages(page, NAMES));
    }
    let words = GLOSSARY
        .iter()
        .map(|entry| (entry.text(lang).term, Subject::Word(entry.id)));
    let of = [w::SITE_WORDS, w::SITE_WORDS_UNDER];
    let words = in_columns(list("parole", of, words.collect(), lang));
    out.extend(pages(words, NAMES));
    let questions = QUESTIONS
        .iter()
        .map(|it| (it.text(lang).question, Subject::Question(it.id)));
    let of = [w::SITE_QUESTIONS, w::SITE_QUESTIONS_UNDER];
    out.extend(pages(list("domande", of, questions.collect(), lang), NAMES));
    out.extend(
        [
            (
                "metodo",
                [w::SITE_METHOD_TITLE, w::SITE_METHOD_UNDER, w::SITE_METHOD],
            ),
            (
                "accessibilita",
                [w::SITE_ACCESS_TITLE, w::SITE_ACCESS_UNDER, w::SITE_ACCESS],
            ),
            (
                "privacy",
                [w::SITE_PRIVACY_TITLE, w::SITE_PRIVACY_UNDER, w::SITE_PRIVACY],
            ),
        ]
        .map(|(path, words)| written(path, words, lang)),
    );
    out
}

fn sheet(path: &str, page: Page, lang: Lang) -> Sheet {
    Sheet {
        page,
        crumbs: vec![Crumb::start(lang)],
        ..Sheet::new(path.to_owned())
    }
}

/// The same where the names of its lists stand side by side.
fn in_columns(sheet: Sheet) -> Sheet {
    Sheet {
        before: "<div class=\"columns\">\n".to_owned(),
        after: "</div>\n".to_owned(),
        ..sheet
    }
}

fn page([title, under]: [Word; 2], lang: Lang) -> Page {
    let mut page = Page::new(lang.say(title), lang);
    page.under.push(Note::Line(lang.say(under).to_owned()));
    page
}

/// Names in the order of their letters.
fn list(path: &str, of: [Word; 2], mut names: Vec<(&str, Subject)>, lang: Lang) -> Sheet {
    let mut page = page(of, lang);
    names.sort_by_key(|(name, _)| crate::text::fold::fold(name));
    let links = names
        .into_iter()
        .map(|(name, to)| Block::Link(Link::new(name, to)));
    page.parts.push(Part::new(PartId::All, "").with(links.collect()));
    sheet(path, page, lang)
}

/// A text of ours: a line that begins with "# " is the heading of a part.
fn written(path: &str, [title, under, text]: [Word; 3], lang: Lang) -> Sheet {
    let mut page = page([title, under], lang);
    for line in lang.say(text).lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("# "), page.parts.last_mut()) {
            (Some(heading), _) => page.parts.push(Part::new(PartId::Answer, heading)),
            (None, Some(part)) => part.blocks.push(Block::Paragraph(line.to_owned())),
            (None, None) => {}
        }
    }
    sheet(path, page, lang)
}

fn counted(name: &str, n: usize, to: Subject, lang: Lang) -> Block {
    let values = [("name", name), ("count", &*count(n, lang))];
    Block::Link(Link::new(&lang.fill(w::SITE_COUNTED, &values), to))
}

/// Puts a block into the part with this heading, the last one where it is new.
fn under(parts: &mut Vec<Part>, heading: String, block: Block) {
    match parts.iter_mut().find(|part| part.heading == heading) {
        Some(part) => part.blocks.push(block),
        None => parts.push(Part::new(PartId::All, heading).with(vec![block])),
    }
}

/// The comuni, province by province.
fn comuni(archive: &Archive, lang: Lang) -> Sheet {
    let (catalogue, comuni) = (archive.catalogue(), &archive.lists.comuni);
    let mut page = Page::new(lang.say(w::SITE_COMUNI), lang);
    let all = count(comuni.len(), lang);
    page.under
        .push(Note::Line(lang.fill(w::SITE_COMUNI_UNDER, &[("count", &all)])));
    for comune in comuni {
        let province = catalogue.comuni.get(&comune.code);
        let province = province.and_then(|it| catalogue.provinces.get(&it.province));
        let heading = province.map_or(lang.say(w::SITE_ELSEWHERE), |province| &province.name);
        let link = counted(&comune.name, comune.projects, Subject::Comune(comune.code), lang);
        under(&mut page.parts, heading.to_owned(), link);
    }
    page.parts.sort_by(|a, b| a.heading.cmp(&b.heading));
    in_columns(sheet("comuni", page, lang))
}

/// The measures, mission by mission.
fn measures(archive: &Archive, lang: Lang) -> Sheet {
    let (catalogue, measures) = (archive.catalogue(), &archive.lists.measures);
    let mut page = Page::new(lang.say(w::SITE_MEASURES), lang);
    let all = count(measures.len(), lang);
    page.under
        .push(Note::Line(lang.fill(w::SITE_MEASURES_UNDER, &[("count", &all)])));
    for measure in measures {
        let mission = catalogue.measure(&measure.code).map(|it| it.code.mission());
        let heading = match mission {
            Some(mission) => theme_name(mission, lang),
            None => lang.say(w::SITE_NO_MISSION).to_owned(),
        };
        let to = Subject::Measure(measure.code.clone());
        under(
            &mut page.parts,
            heading,
            counted(measure.name(lang), measure.projects, to, lang),
        );
    }
    sheet("misure", page, lang)
}

/// The way to the page of a subject.
pub(super) fn crumbs(archive: &Archive, subject: &Subject, page: &Page, lang: Lang) -> Vec<Crumb> {
    let say = |word: Word, path: &str| Crumb::new(lang.say(word), path);
    let mut out = vec![Crumb::start(lang)];
    match subject {
        Subject::Project(_) => {
            let is_here = |code: &ComuneCode| archive.lists.comuni.iter().any(|it| it.code == *code);
            let code = page.comune().filter(is_here);
            let name = code.and_then(|code| archive.catalogue().comune_name(code));
            out.push(match code.zip(name) {
                Some((code, name)) => Crumb::new(name, &format!("c/{code}")),
                None => Crumb::comuni(lang),
            });
        }
        Subject::Comune(_) => out.push(Crumb::comuni(lang)),
        Subject::Measure(_) => out.push(say(w::SITE_MEASURES, "misure")),
        Subject::Word(_) => out.push(say(w::SITE_WORDS, "parole")),
        Subject::Question(_) => out.push(say(w::SITE_QUESTIONS, "domande")),
        Subject::Source(_) | Subject::Quality => out.push(say(w::SCREEN_DATA_TITLE, "dati")),
        _ => {}
    }
    out
}
