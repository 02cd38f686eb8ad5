//! What holds of the pages of comuni and measures: their sums are those of an own walk over the
//! projects, nothing unknown is a zero, no code is said raw, and each reads like a sheet.

use jiff::civil::Date;
use sportello::explain::{self, Claim, Share};
use sportello::lang::Lang;
use sportello::model::{Brief, ComuneCode, Status};
use sportello::sheet::{self, Block, Page, PartId};
use sportello::snapshot::Catalogue;
use sportello::text::readability;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of fault with how many pages have them, and the first.
#[derive(Default)]
pub struct Faults {
    pub comuni: usize,
    pub measures: usize,
    /// Gulpease in Italian, Flesch in English.
    pub indexes: Vec<f64>,
    pub kinds: BTreeMap<&'static str, (usize, String)>,
}

impl Faults {
    fn check(&mut self, kind: &'static str, page: &str, fault: bool) {
        let entry = self.kinds.entry(kind).or_default();
        if fault {
            entry.0 += 1;
            if entry.0 == 1 {
                entry.1 = page.to_owned();
            }
        }
    }

    pub fn mean(&self) -> f64 {
        self.indexes.iter().sum::<f64>() / self.indexes.len().max(1) as f64
    }
}

/// Walks all pages of an archive in a language.
pub fn walk(catalogue: &Catalogue, lang: Lang, today: Date) -> Faults {
    let mut out = Faults::default();
    let places = catalogue.projects.iter().flat_map(|b| &b.places);
    let inside = |code: &ComuneCode| {
        let province = catalogue.comuni.get(code).map(|c| c.province);
        let region = province
            .and_then(|p| catalogue.provinces.get(&p))
            .map(|p| p.region);
        catalogue.region.is_none() || region == catalogue.region
    };
    let codes: BTreeSet<ComuneCode> = places.filter_map(|p| p.comune).filter(inside).collect();
    for code in codes {
        comune(catalogue, code, lang, today, &mut out);
    }
    let measures: BTreeSet<usize> = catalogue
        .projects
        .iter()
        .map(|b| usize::from(b.measure))
        .collect();
    for at in measures {
        measure(catalogue, at, lang, today, &mut out);
    }
    out
}

/// Number, funding and payments, and those without an amount.
fn sums<'a>(briefs: impl Iterator<Item = &'a Brief>) -> (usize, i64, i64, usize) {
    briefs.fold((0, 0, 0, 0), |(n, total, paid, without), b| {
        (
            n + 1,
            total + b.total.map_or(0, |c| c.0),
            paid + b.paid.map_or(0, |c| c.0),
            without + usize::from(b.total.is_none()),
        )
    })
}

fn of_share(share: &Share) -> (usize, i64, i64, usize) {
    (share.projects, share.total.0, share.paid.0, share.without_amount)
}

fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang, today: Date, out: &mut Faults) {
    let Some(account) = explain::comune(catalogue, code, lang, today) else {
        return;
    };
    out.comuni += 1;
    let figures = &account.figures;
    let here: Vec<&Brief> = regional(catalogue)
        .filter(|b| b.places.iter().any(|p| p.comune == Some(code)))
        .collect();
    let is_own = |b: &&&Brief| b.places.iter().all(|p| p.comune == Some(code));
    let own = || here.iter().filter(is_own).copied();
    let name = format!("{code} {}", account.name);
    let page = sheet::comune(catalogue, &account);
    let mut check = |kind, fault| out.check(kind, &name, fault);
    check(
        "13 own projects are not those counted apart",
        of_share(&figures.own) != sums(own()),
    );
    let shared = sums(here.iter().filter(|b| !is_own(b)).copied());
    check(
        "13 shared projects are not those counted apart",
        of_share(&figures.shared) != shared,
    );
    let themes = figures.themes.iter();
    let of_themes = themes.fold((0, 0), |(n, sum), t| (n + t.own.projects, sum + t.own.total.0));
    check(
        "13 themes do not add up to the whole",
        of_themes != (figures.own.projects, figures.own.total.0),
    );
    let listed: BTreeSet<_> = figures.all.iter().copied().collect();
    let wanted: BTreeSet<_> = here.iter().map(|b| b.id).collect();
    check(
        "the list lacks a project",
        listed != wanted || links(&page, PartId::All).len() != wanted.len(),
    );
    check(
        "1 states do not add up to the whole",
        figures.state.all() != figures.own.projects,
    );
    let finished = own().filter(|b| b.status == Status::Completed).count();
    check("1 finished ones miscounted", figures.state.finished() != finished);
    let biggest = links(&page, PartId::Biggest);
    let distinct: BTreeSet<&String> = biggest.iter().collect();
    check("twins among the largest", distinct.len() != biggest.len());
    let claims: Vec<&Claim> = account.parts.iter().flat_map(|(_, claims)| claims).collect();
    both(&page, &claims, &[&account.name], lang, &name, out);
}

fn measure(catalogue: &Catalogue, at: usize, lang: Lang, today: Date, out: &mut Faults) {
    let Some(of) = catalogue.measures.get(at) else {
        return;
    };
    let Some(account) = explain::measure(catalogue, &of.code, lang, today) else {
        return;
    };
    out.measures += 1;
    let figures = &account.figures;
    let own = || regional(catalogue).filter(|b| usize::from(b.measure) == at);
    let name = format!("{} {}", account.code, account.name);
    let page = sheet::measure(catalogue, &account);
    let mut check = |kind, fault| out.check(kind, &name, fault);
    check(
        "13 projects of a measure are not those counted apart",
        of_share(&figures.region) != sums(own()),
    );
    check(
        "the list of a measure lacks a project",
        links(&page, PartId::All).len() != own().count(),
    );
    check(
        "1 states of a measure do not add up",
        figures.state.all() != own().count(),
    );
    let gone = of.programme.as_ref().is_some_and(|p| p.left.is_some());
    let claims: Vec<&Claim> = account.parts.iter().flat_map(|(_, claims)| claims).collect();
    let words = match lang {
        Lang::It => ["ha promesso", "Per tutta Italia la misura", "guida la misura"],
        Lang::En => ["promised Europe", "For all of Italy", "in charge of the measure"],
    };
    let speaks = claims
        .iter()
        .any(|c| words.iter().any(|word| c.text.contains(word)));
    check("2 a measure that left speaks as if it had not", gone && speaks);
    let european = account.milestones.iter().filter(|m| m.european && m.is_target);
    let mut european = european.filter(|m| m.goal.is_some_and(|g| g > 0.0));
    check(
        "a promise without its object",
        !gone && european.any(|m| explain::promise(m, lang).is_none()),
    );
    let one = match lang {
        Lang::It => "Il progetto ",
        Lang::En => "The project ",
    };
    check(
        "a measure speaks as one project",
        claims.iter().any(|c| c.text.starts_with(one)),
    );
    let texts: BTreeSet<&str> = claims.iter().map(|c| c.text.as_str()).collect();
    check("a sentence said twice", texts.len() != claims.len());
    both(&page, &claims, &[&account.name], lang, &name, out);
}

/// What holds of both kinds of page.
fn both(page: &Page, claims: &[&Claim], names: &[&str], lang: Lang, name: &str, out: &mut Faults) {
    let nobody = [
        "Nessun progetto risulta finito",
        "No project is shown as finished",
    ];
    let texts = || claims.iter().map(|c| c.text.as_str());
    out.check(
        "9 nobody finished, of what is not known",
        name,
        texts().any(|t| nobody.iter().any(|n| t.contains(n))),
    );
    let zero = |cell: &String| ["0", "0,00", "0.00", "0 euro", "€0"].contains(&cell.as_str());
    let cells = page.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.iter().flatten()),
        _ => None,
    });
    let said = texts().any(|t| t.contains(" 0 euro") || t.contains("€0 ") || t.contains("sono 0."));
    out.check(
        "9 a zero for what is not known",
        name,
        said || cells.flatten().any(zero),
    );
    let links = page.parts.iter().filter(|p| p.id != PartId::Milestones);
    let links = links
        .flat_map(|p| p.blocks.iter())
        .filter_map(|block| match block {
            Block::Link(link) => Some(link.text.as_str()),
            _ => None,
        });
    out.check(
        "9 a raw code",
        name,
        texts().chain(links).any(|t| raw_code(t, names)),
    );
    let long = |t: &str| {
        let masked = names.iter().fold(t.to_owned(), |t, n| t.replace(n, "Nome"));
        masked.split_whitespace().count() > 25
    };
    out.check("a sentence of more than 25 words", name, texts().any(long));
    let prose: Vec<&str> = texts().collect();
    let measured = readability::measure(&prose.join(" "), names);
    let (index, least) = match lang {
        Lang::It => (measured.gulpease, 60.0),
        Lang::En => (measured.flesch, 40.0),
    };
    out.indexes.push(index);
    out.check("hard to read", name, index < least);
}

fn links(page: &Page, id: PartId) -> Vec<String> {
    let part = page.parts.iter().find(|p| p.id == id);
    let blocks = part.into_iter().flat_map(|p| &p.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Link(link) => Some(link.text.clone()),
            _ => None,
        })
        .collect()
}

/// `M2C3`, `M4`, `C.1.0.0`: what a table calls a measure or a mission.
fn raw_code(text: &str, names: &[&str]) -> bool {
    let text = names.iter().fold(text.to_owned(), |t, n| t.replace(n, ""));
    text.split(|c: char| !c.is_alphanumeric() && c != '.')
        .any(|word| {
            let mut chars = word.chars();
            matches!(
                (chars.next(), chars.next(), chars.next()),
                (Some('M'), Some('1'..='7'), None | Some('C'))
                    | (Some('A'..='M'), Some('.'), Some('0'..='9'))
            )
        })
}

/// All projects but those of the whole nation.
fn regional(catalogue: &Catalogue) -> impl Iterator<Item = &Brief> {
    catalogue.projects.iter().filter(|b| !b.is_national())
}

#[test]
fn a_raw_code_is_seen() {
    for text in ["M2 3 0", "la misura M4C1I1.01", "il PNC C.1.0.0", "M4: la scuola"] {
        assert!(raw_code(text, &[]), "{text}");
    }
    assert!(!raw_code("A. Manzoni a Massa M.ma, via M. Polo 3", &[]));
}
