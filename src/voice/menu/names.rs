//! Lists of names that typing narrows: comuni, measures, words of the glossary.

use crate::app::Archive;
use crate::app::choices::{self, Choice, ToComune};
use crate::app::ranking::{self, Figure};
use crate::explain;
use crate::lang::{GLOSSARY, Lang, Word, w};
use crate::sheet::Subject;
use crate::sheet::heard::speech;
use crate::text::fold::fold;
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
    let label = |choice: &Choice<Subject>| {
        let own = lists
            .comuni
            .iter()
            .find(|own| choice.to.comune() == Some(own.code));
        match own.filter(|_| !choice.note.is_empty()) {
            Some(own) => {
                let count = choice.says.first().unwrap_or(&choice.note);
                let values = [("name", own.name.as_str()), ("count", count)];
                lang.fill(w::LINEAR_PAGE_WHICH_COMUNE, &values)
            }
            // By a name of before, or in another region.
            None => choice.name.clone(),
        }
    };
    let target = |to: &Subject| match home {
        true => Target::Home(to.comune()),
        false => Target::Open(What::Page(to.clone())),
    };
    let head = match home {
        true => w::LINEAR_MENU_HOME,
        false => w::LINEAR_MENU_COMUNI,
    };
    let mut all = choices::comuni(lists, lang);
    if narrow.is_empty() {
        all.sort_by_key(|choice| fold(&choice.name));
    }
    of(
        head,
        narrow,
        all,
        |choice| Item::new(label(choice), target(&choice.to)),
        archive,
        lang,
    )
}

/// The comuni by a figure, the highest first, as the map of the full screen has them.
pub fn map(archive: &Archive, figure: Figure, lang: Lang) -> List {
    let rows = ranking::rows(&archive.lists.comuni, figure);
    let item = |row: ranking::Row| {
        let value = speech::spoken(&figure.exact(row.value, lang), lang);
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
    // Names and figures are long to hear.
    list.chunk = 4;
    list.tail.push(lang.say(w::LINEAR_MENU_MAP_OTHER).to_owned());
    list
}

/// The measures that a text names; all that have projects where there is none.
fn measures(archive: &Archive, narrow: &str, lang: Lang) -> List {
    let all = choices::measures(&archive.lists.measures, lang);
    let item = |choice: &Choice<Subject>| {
        let Subject::Measure(code) = &choice.to else {
            return Item::open(&choice.name, What::Page(choice.to.clone()));
        };
        let says = choice
            .says
            .first()
            .map_or("", |says| says.trim_start_matches(code.as_str()));
        // The code tells apart what has one name.
        let alike = all.iter().filter(|other| other.name == choice.name).count() > 1;
        let word = if alike {
            w::LINEAR_MENU_MEASURE
        } else {
            w::LINEAR_PAGE_WHICH_COMUNE
        };
        let values = [
            ("name", choice.name.as_str()),
            ("code", code),
            ("count", says.trim_start()),
        ];
        Item::open(lang.fill(word, &values), What::Page(choice.to.clone()))
    };
    of(w::LINEAR_MENU_MEASURES, narrow, all.clone(), item, archive, lang)
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

/// Those of a list that go by the text; where none does, those that speak of it.
fn of(
    head: Word,
    narrow: &str,
    mut all: Vec<Choice<Subject>>,
    item: impl Fn(&Choice<Subject>) -> Item,
    archive: &Archive,
    lang: Lang,
) -> List {
    let kept = choices::narrowed(&mut all, narrow, &archive.lists, lang);
    let found = kept.named_or_all().iter().filter_map(|at| all.get(*at));
    list(head, narrow, kept.near, found.map(item).collect(), lang)
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
