//! Where the web has the page of a subject: in the site that the region makes of the same pages,
//! where the desk knows one, else with whoever says the official word on it.

use super::Subject;
use super::source::{Releases, tables};
use crate::lang::Lang;
use crate::model::{ComuneCode, Cup, SourceId};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

/// The page of the web on a subject: in the site of the region where one is known and has it; else of a
/// project OpenCUP's, of a comune that of openpnrr.it.
pub fn address(catalogue: &Catalogue, subject: &Subject, site: Option<&str>, lang: Lang) -> Option<String> {
    if let Some((site, path)) = site.zip(of_a_page(catalogue, subject)) {
        return Some(format!("{site}/{}{path}", root(lang)));
    }
    match subject {
        Subject::Project(id) => {
            let cup = Cup::parse(&catalogue.brief(*id)?.cup).ok()?.code;
            Some(format!("https://opencup.gov.it/portale/progetto/-/cup/{cup}"))
        }
        Subject::Comune(code) => Some(format!("https://openpnrr.it/territorio/{code}")),
        _ => None,
    }
}

/// What stands before the path of a page in a language.
pub fn root(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "",
        Lang::En => "en/",
    }
}

/// Where in a site the page of a subject stands, below the root of its language: "p/0a1b2c3d". It is
/// the same in both languages and from one release of the data to the next. `None` for what the
/// archive does not have, and for what is the desk's own.
pub fn path(catalogue: &Catalogue, subject: &Subject) -> Option<String> {
    match subject {
        Subject::Data => Some("dati".to_owned()),
        Subject::Quality => Some("qualita".to_owned()),
        Subject::Map(_) => Some("mappa".to_owned()),
        Subject::Source(id) => of_table(catalogue, *id),
        Subject::Search(text) => Some(format!("l/{}", slug(text))),
        _ => of_a_page(catalogue, subject),
    }
}

/// The same of what a citizen takes home. Of other regions, and of projects of the whole nation, the
/// archive has only a part: they have no page.
fn of_a_page(catalogue: &Catalogue, subject: &Subject) -> Option<String> {
    match subject {
        Subject::Project(id) => {
            let brief = catalogue.brief(*id).filter(|brief| !brief.is_national())?;
            Some(format!("p/{}", brief.id))
        }
        Subject::Comune(code) => is_here(catalogue, *code).then(|| format!("c/{code}")),
        Subject::Measure(code) => Some(format!("m/{}", catalogue.measure(code)?.code)),
        Subject::Word(id) => Some(format!("w/{id}")),
        Subject::Question(id) => Some(format!("domande/{id}")),
        _ => None,
    }
}

/// Whether a comune lies in the region of the archive.
fn is_here(catalogue: &Catalogue, code: ComuneCode) -> bool {
    let Some(comune) = catalogue.comuni.get(&code) else {
        return false;
    };
    let province = catalogue.provinces.get(&comune.province);
    catalogue.region.is_none() || province.map(|it| it.region) == catalogue.region
}

/// All releases of a table have one page; ids of releases are not the same in the next archive.
fn of_table(catalogue: &Catalogue, id: SourceId) -> Option<String> {
    let tables = tables(catalogue);
    let table = tables.iter().find(|table| table.has(id))?.newest()?;
    let alike = tables.iter().filter_map(Releases::newest);
    let code = table.table.code();
    Some(match alike.filter(|other| other.table == table.table).count() {
        1 => format!("t/{}", slug(code)),
        // Of several publishers, or under several licences.
        _ => format!(
            "t/{}",
            slug(&format!("{code} {} {}", table.publisher, table.licence))
        ),
    })
}

/// "comune:\"Castelfranco di Sotto\" missione:M4" → "comune-castelfranco-di-sotto-missione-m4".
fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}
