//! Bodies by their tax code, under one name each: the one that most rows give it.

mod choice;
mod form;
mod group;
mod own;
mod school;
mod spelling;
mod whole;

use super::person::{Doubt, PARTNERSHIPS, Subject, holds_code, is_left_out, judge};
use crate::model::{Body, BodyId, SourceId, Trade, Unnamed};
use crate::text::grammar::is_firm;
use crate::text::{fold::fold, repair};
use choice::Spellings;
pub(crate) use school::as_they_apply;
use std::collections::{HashMap, HashSet};
use whole::Names;

/// A subject of a row: who it is, or that it is nobody or a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    Nobody,
    Person,
    Body(BodyId),
}

/// A body, the newest source that names it, and all its names.
struct Named {
    source: SourceId,
    body: Body,
    names: Spellings,
    /// No row writes its name without its partners.
    is_cut: bool,
}

#[derive(Default)]
pub(crate) struct Bodies {
    /// By raw code, name and form: the tables repeat them by the thousand.
    known: HashMap<String, Who>,
    /// Reused to look them up.
    key: String,
    /// [`Bodies::finish`] gives them their names.
    named: HashMap<BodyId, Named>,
    /// Names of firms that some table writes in small and capital letters, folded: as the firm does.
    mixed: HashMap<String, String>,
    /// Bodies that a call for schools tells to be one.
    schools: HashSet<BodyId>,
}

impl Bodies {
    /// Reads the columns of a subject.
    pub fn read(&mut self, (code, name, form): (&str, &str, &str), doubt: Doubt, source: SourceId) -> Who {
        self.key.clear();
        for part in [code, "\0", name, "\0", form, doubt.mark()] {
            self.key.push_str(part);
        }
        if let Some(who) = self.known.get(&self.key) {
            let who = who.clone();
            if let Who::Body(id) = &who
                && let Some(known) = self.named.get_mut(id)
                && known.names.again(name, source)
                && source > known.source
            {
                known.source = source;
                known.body.form = stated(form).or_else(|| known.body.form.take());
            }
            return who;
        }
        let tax_code = tax_code(code);
        // Who stands in brackets behind a firm is not the firm.
        let judged = match name.contains('(') {
            true => spelling::without_persons(name),
            false => name.to_owned(),
        };
        // "TRA:" begins a list that another column holds.
        let is_no_name = ["tra", "rti", "rtp", "ati"].contains(&fold(name).as_str());
        let who = match judge(tax_code.as_deref().unwrap_or(code), &judged, form, doubt) {
            _ if is_no_name => Who::Nobody,
            // Another row may give the code of a company its name.
            Subject::Nobody => tax_code
                .filter(|_| is_company(form))
                .map_or(Who::Nobody, |code| Who::Body(BodyId(code.into()))),
            // "Alfa S.n.c. di Beta e Gamma" is Alfa S.n.c.
            Subject::Person => match own_name(tax_code.as_deref(), &judged, form, doubt) {
                Some(own) => Who::Body(self.add(tax_code, &own, form, source, true)),
                None => Who::Person,
            },
            Subject::Body => Who::Body(self.add(tax_code, name, form, source, false)),
        };
        self.known.insert(self.key.clone(), who.clone());
        who
    }

    /// The bodies that some table names.
    pub fn ids(&self) -> HashSet<BodyId> {
        self.named.keys().cloned().collect()
    }

    pub fn is_school(&mut self, id: &BodyId) {
        self.schools.insert(id.clone());
    }

    /// What a body does, as the newest table that says it does.
    pub fn trade(&mut self, id: &BodyId, raw: &str, source: SourceId) {
        let Some(Named { body, .. }) = self.named.get_mut(id) else {
            return;
        };
        let is_newer = body.trade.as_ref().is_none_or(|known| known.source < source);
        if let Some(trade) = Trade::read(raw, source).filter(|_| is_newer) {
            body.trade = Some(trade);
        }
    }

    fn add(
        &mut self,
        tax_code: Option<String>,
        name: &str,
        form: &str,
        source: SourceId,
        is_cut: bool,
    ) -> BodyId {
        let has = |test: fn(char) -> bool| name.chars().any(test);
        if has(char::is_lowercase) && has(char::is_uppercase) && is_firm(name) {
            let mixed = self.mixed.entry(fold(name)).or_insert_with(|| name.to_owned());
            // The order of the files does not matter.
            if name < mixed.as_str() {
                name.clone_into(mixed);
            }
        }
        let id = BodyId(
            tax_code
                .clone()
                .unwrap_or_else(|| format!("n:{}", fold(name)))
                .into(),
        );
        let new = || Named {
            source,
            body: Body {
                id: id.clone(),
                name: name.to_owned(),
                tax_code,
                form: None,
                trade: None,
            },
            names: Spellings::default(),
            is_cut,
        };
        let known = self.named.entry(id.clone()).or_insert_with(new);
        // A name that stands whole in a row is better than what we left of another.
        if known.is_cut && !is_cut {
            known.names = Spellings::default();
            known.is_cut = false;
        }
        if known.is_cut == is_cut {
            known.names.add(name, source);
        }
        if source > known.source || known.body.form.is_none() {
            known.body.form = stated(form).or_else(|| known.body.form.take());
        }
        known.source = known.source.max(source);
        id
    }

    /// The bodies under their final keys: a body without a tax code is the one that has a code
    /// and its name, where there is only one.
    pub fn finish(mut self) -> HashMap<BodyId, Body> {
        let names = Names::new(self.named.values().flat_map(|known| known.names.raw()));
        for (id, known) in &mut self.named {
            let body = &mut known.body;
            let form = body.form.as_deref().map(form::described);
            body.name = known.names.best(form.as_deref().unwrap_or_default(), |raw| {
                let is_shouted = !raw.chars().any(char::is_lowercase);
                let mixed = self.mixed.get(&fold(raw)).filter(|_| is_shouted);
                let own = group::alone(mixed.map_or(raw, String::as_str), form.as_deref());
                // "Beta's": the one letter behind an apostrophe that is small.
                names.whole(&own, body.form.as_deref()).replace("'S ", "'s ")
            });
            if self.schools.contains(id) || repair::is_listed_by_kind(&body.name) {
                body.name = repair::school(&body.name);
            }
            body.form = form;
        }
        let mut coded: HashMap<String, Option<BodyId>> = HashMap::new();
        for (id, Named { body, .. }) in &self.named {
            if body.tax_code.is_some() {
                let same = coded.entry(fold(&body.name)).or_insert_with(|| Some(id.clone()));
                if same.as_ref() != Some(id) {
                    *same = None;
                }
            }
        }
        let body_of = |id: &BodyId| self.named.get(id).map(|known| known.body.clone());
        let target = |body: &Body| match body.tax_code {
            Some(_) => None,
            None => coded.get(&fold(&body.name)).cloned().flatten(),
        };
        let named = self.named.iter();
        named
            .map(|(id, Named { body, .. })| {
                let same = target(body).and_then(|same| body_of(&same));
                (id.clone(), same.unwrap_or_else(|| body.clone()))
            })
            .collect()
    }
}

/// Eleven digits, with the leading zeros that tables lose; other codes (foreign ones) as they
/// are when they are short and plain.
fn tax_code(raw: &str) -> Option<String> {
    let code: String = raw.chars().filter(char::is_ascii_alphanumeric).collect();
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    let zeros = code.bytes().all(|b| b == b'0');
    match code.len() {
        _ if raw.contains('*') || zeros => None,
        8..=11 if digits => Some(format!("{code:0>11}")),
        8..=14 if !digits => Some(code.to_ascii_uppercase()),
        _ => None,
    }
}

/// What a company under the code of one is called without its partners.
fn own_name(code: Option<&str>, name: &str, form: &str, doubt: Doubt) -> Option<String> {
    let is_company = code.is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()));
    (is_company && doubt == Doubt::Recipient && !holds_code(name))
        .then(|| own::name(name, form))
        .flatten()
}

/// The partners behind the name of a firm that has one of its own.
pub(crate) fn partners<'a>(name: &'a str, form: &str) -> Vec<&'a str> {
    match own::name(name, form) {
        Some(_) => own::partners(own::parts(name).1),
        None => Vec::new(),
    }
}

/// The company under whose code a winner stands that has a name elsewhere.
pub(crate) fn company(code: &str, name: &str, form: &str) -> Option<BodyId> {
    let is_its = unnamed(code, name, form) == Unnamed::Company && !own::is_person(name);
    tax_code(code).filter(|_| is_its).map(|code| BodyId(code.into()))
}

/// Why a winner has no name here, by what its row says of it.
pub(crate) fn unnamed(code: &str, name: &str, form: &str) -> Unnamed {
    let has_code = tax_code(code).is_some();
    let form = fold(form);
    let partnership = PARTNERSHIPS.iter().any(|kind| form.contains(kind));
    match () {
        // The publisher hides the name of a person.
        () if name.is_empty() || name.contains('*') => Unnamed::Person,
        () if is_left_out(name) && (has_code || code.contains('*')) => Unnamed::Untold,
        () if has_code && (partnership || is_company(&form)) => Unnamed::Company,
        () => Unnamed::Person,
    }
}

/// What a table says of the form is that of a company, never of a person.
fn is_company(form: &str) -> bool {
    let form = fold(form);
    ["responsabilit", "per azioni", "cooperativa"]
        .iter()
        .any(|kind| form.contains(kind))
}

fn stated(form: &str) -> Option<String> {
    (!form.is_empty()).then(|| form.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sources::{Origin, Release};
    use crate::model::Table;
    use jiff::civil::date;

    #[test]
    fn zeros_come_back_and_the_newest_name_wins() {
        let mut bodies = Bodies::default();
        let source = |year| {
            let origin = Origin {
                date: Some(date(year, 1, 1)),
                release: Release::Current,
                table: Table::Projects,
            };
            origin.id()
        };
        let (old, new) = (source(2023), source(2025));
        let mut read = |code, name, source| bodies.read((code, name, ""), Doubt::Implementer, source);
        let id = BodyId("00139430714".into());
        assert_eq!(read("139430714", "COMUNE DI BOVINO", new), Who::Body(id.clone()));
        assert_eq!(read("00139430714", "COMUNE BOVINO", old), Who::Body(id.clone()));
        let Who::Body(plain) = read("", "Comune di Bovino", old) else {
            panic!("a body");
        };
        assert!(plain.0.starts_with("n:"));
        let named = bodies.finish();
        assert_eq!(named[&id].name, "Comune di Bovino");
        assert_eq!(named[&plain].id, id);
    }

    #[test]
    fn a_company_whose_name_one_row_leaves_out_has_that_of_another() {
        let mut bodies = Bodies::default();
        let source = SourceId(1);
        let mut read = |code, name, form| bodies.read((code, name, form), Doubt::Recipient, source);
        let id = BodyId("01234567890".into());
        let limited = "Società a responsabilità limitata";
        let left_out = "DENOMINAZIONE DEL SOGGETTO NON PRESENTE";
        for _ in 0..3 {
            assert_eq!(read(&id.0, left_out, limited), Who::Body(id.clone()));
        }
        assert_eq!(read(&id.0, "ALFA S.R.L.", limited), Who::Body(id.clone()));
        assert_eq!(read(&id.0, left_out, limited), Who::Body(id.clone()));
        assert_eq!(read("01234567891", left_out, ""), Who::Nobody);
        let named = bodies.finish();
        assert_eq!(named[&id].name, "Alfa S.r.l.");
        assert_eq!(named.len(), 1);
    }

    #[test]
    fn a_partnership_is_a_company_and_a_hidden_name_a_person() {
        let partners = "Società in nome collettivo";
        let left_out = "DENOMINAZIONE DEL SOGGETTO NON PRESENTE";
        let of = |code, name, form| unnamed(code, name, form);
        assert_eq!(of("01234567890", "ALFA SNC DI BETA", partners), Unnamed::Company);
        assert_eq!(
            of("01234567890", "BETA GAMMA", "Non Disponibile"),
            Unnamed::Person
        );
        assert_eq!(of("****************", "BETA GAMMA", partners), Unnamed::Person);
        assert_eq!(of("****************", left_out, ""), Unnamed::Untold);
        assert_eq!(of("01234567890", left_out, partners), Unnamed::Untold);
        assert_eq!(of("****************", "****************", ""), Unnamed::Person);
    }

    #[test]
    fn foreign_codes_stay_and_zeros_are_none() {
        assert_eq!(tax_code("IE6388047V"), Some("IE6388047V".into()));
        assert_eq!(tax_code("00000000000"), None);
        assert_eq!(tax_code("****************"), None);
    }
}
