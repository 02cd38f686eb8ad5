//! Lists of names that typing narrows: comuni, measures, words of the glossary.

use crate::app::ranking::{self, Figure};
use crate::app::{Archive, ComuneItem, names};
use crate::explain;
use crate::lang::{GLOSSARY, Lang, Word, w};
use crate::model::ComuneCode;
use crate::search::{How, Name};
use crate::sheet::Subject;
use crate::text::fold::fold;
use crate::text::number::count;
use crate::voice::list::{Item, List, Target};
use crate::voice::page;
use crate::voice::place::{Names, What};

/// The names that a text fits; all of them where there is none.
pub fn narrowed(archive: &Archive, of: Names, narrow: &str, lang: Lang) -> List {
    match of {
        Names::Comuni => comuni(archive, narrow, false, lang),
        Names::Home => comuni(archive, narrow, true, lang),
        Names::Measures => measures(archive, narrow, lang),
        Names::Glossary => glossary(narrow, lang),
    }
}

/// The comuni that a text names; all of the region where there is none.
fn comuni(archive: &Archive, narrow: &str, home: bool, lang: Lang) -> List {
    let lists = &archive.lists;
    let label = |name: &str, projects: usize| {
        let values = [("name", name), ("count", &*count(projects, lang))];
        lang.fill(w::LINEAR_PAGE_WHICH_COMUNE, &values)
    };
    let target = |code| match home {
        true => Target::Home(Some(code)),
        false => Target::Open(What::Page(Subject::Comune(code))),
    };
    let found = lists.comuni_named(narrow);
    let items: Vec<Item> = if narrow.is_empty() {
        let mut all: Vec<&ComuneItem> = lists.comuni.iter().collect();
        all.sort_by_key(|comune| (fold(&comune.name), comune.code));
        let item = |c: &&ComuneItem| Item::new(label(&c.name, c.projects), target(c.code));
        all.iter().map(item).collect()
    } else {
        let item = |name: &&Name<ComuneCode>| {
            let own = lists.comuni.iter().find(|c| c.code == name.code);
            let says = match own.filter(|_| name.former.is_none()) {
                Some(own) => label(&own.name, own.projects),
                None => lists.said(name, lang),
            };
            Item::new(says, target(name.code))
        };
        found.names.iter().map(item).collect()
    };
    let head = match home {
        true => w::LINEAR_MENU_HOME,
        false => w::LINEAR_MENU_COMUNI,
    };
    let near = !found.names.is_empty() && found.how == How::Near;
    list(head, narrow, near, items, lang)
}

/// The comuni by a figure, the highest first, as the map of the full screen has them.
pub fn map(archive: &Archive, figure: Figure, lang: Lang) -> List {
    let rows = ranking::rows(&archive.lists.comuni, figure);
    let item = |row: ranking::Row| {
        let value = figure.exact(row.value, lang);
        let values = [("name", row.name.as_str()), ("value", &value)];
        let what = What::Page(Subject::Comune(row.code));
        Item::open(lang.fill(w::LINEAR_MENU_MAP_ROW, &values), what)
    };
    let head = lang.fill(w::LINEAR_MENU_MAP, &[("figure", lang.say(figure.word()))]);
    let mut list = List::of(&head, rows.into_iter().map(item).collect());
    let counts = match figure {
        Figure::Projects => w::LINEAR_MENU_MAP_ALL,
        Figure::Euro | Figure::PerHead => w::LINEAR_MENU_MAP_OWN,
    };
    list.head.push(lang.say(counts).to_owned());
    list.tail.push(lang.say(w::LINEAR_MENU_MAP_OTHER).to_owned());
    list
}

/// The measures that a text names; all that have projects where there is none.
fn measures(archive: &Archive, narrow: &str, lang: Lang) -> List {
    let all = &archive.lists.measures;
    let (kept, near) = names::narrowed(all, narrow, |measure| measure.keys(lang));
    let items = kept.into_iter().map(|measure| {
        let values = [
            ("name", measure.name(lang)),
            ("code", &measure.code),
            ("count", &*count(measure.projects, lang)),
        ];
        let what = What::Page(Subject::Measure(measure.code.clone()));
        Item::open(lang.fill(w::LINEAR_MENU_MEASURE, &values), what)
    });
    list(w::LINEAR_MENU_MEASURES, narrow, near, items.collect(), lang)
}

/// The words that a text names; all of the glossary where there is none.
fn glossary(narrow: &str, lang: Lang) -> List {
    let ids: Vec<&'static str> = if narrow.is_empty() {
        GLOSSARY.iter().map(|e| e.id).collect()
    } else {
        explain::entry(narrow, lang).into_iter().map(|e| e.id).collect()
    };
    let words = page::words(&ids, lang);
    list(w::LINEAR_MENU_GLOSSARY, narrow, false, words, lang)
}

fn list(head: Word, narrow: &str, near: bool, items: Vec<Item>, lang: Lang) -> List {
    let mut list = List::of(lang.say(head), items);
    if !narrow.is_empty() && (near || list.items.is_empty()) {
        let word = if near {
            w::LINEAR_LIST_NEAR
        } else {
            w::LINEAR_LIST_EMPTY
        };
        list.head = vec![lang.fill(word, &[("typed", narrow)])];
    } else if list.total > list.chunk {
        list.tail.push(lang.say(w::LINEAR_LIST_NARROW).to_owned());
    }
    list
}
