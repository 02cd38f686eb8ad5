//! The contracts of a project. Rows of one tender code are one contract, and so are rows that
//! repeat one award; it is told once, with all who won it. Persons are counted, never named.

use super::facts::Facts;
use super::tender::{self, Object};
use super::trade;
use crate::lang::{Word, w};
use crate::model::{Award, Body, Cents, SourceId, Task, Tender, Unnamed};
use crate::text::fold::fold;
use crate::text::grammar::list;
use jiff::civil::Date;

/// Tasks of one contract that are told.
pub(super) const MOST_TASKS: usize = 3;

pub(super) struct Contract<'a> {
    pub rows: Vec<&'a Tender>,
    /// The leader of a group of firms stands first.
    pub firms: Vec<&'a Body>,
    /// Those who have no name here.
    pub unnamed: Vec<&'a Award>,
    /// The first firm leads a group.
    pub is_led: bool,
    /// How many groups have it, by those who lead them.
    pub groups: usize,
}

/// What a row says of its contract, and the row's table.
pub(super) type Told<T> = Option<(T, SourceId)>;

impl<'a> Contract<'a> {
    fn of(tender: &'a Tender) -> Contract<'a> {
        let mut out = Contract {
            rows: vec![tender],
            firms: Vec::new(),
            unnamed: Vec::new(),
            is_led: false,
            groups: 0,
        };
        // The bodies that insure workers stand among the winners by mistake.
        let is_office = |a: &&Award| a.body.as_ref().is_some_and(|body| is_insurer(&body.name));
        let won = || {
            let awards = tender.winners.iter().filter(|a| !a.subcontractor);
            awards.filter(move |a| !is_office(a))
        };
        let (leaders, mut others): (Vec<&Award>, Vec<&Award>) = won().partition(|a| is_leader(a));
        // Of two leaders nobody says which one leads the others.
        out.groups = leaders.len();
        out.is_led = leaders.len() == 1 && leaders.iter().any(|a| a.body.is_some());
        others.sort_by_key(|a| a.body.as_ref().map_or(u8::MAX, trade::rank));
        for award in leaders.into_iter().chain(others) {
            match &award.body {
                Some(body) if out.firms.iter().all(|known| known.id != body.id) => out.firms.push(body),
                Some(_) => {}
                None => out.unnamed.push(award),
            }
        }
        out
    }

    /// All that won are members of a group, and no row says who leads it.
    pub fn is_of_members(&self) -> bool {
        let awards = self.rows.iter().flat_map(|t| &t.winners);
        let mut roles = awards.filter(|a| !a.subcontractor).map(|a| a.role.as_deref());
        !self.firms.is_empty() && roles.all(|role| role == Some("Mandante"))
    }

    /// Who leads the group, where that has no name here and others of the group have one.
    pub fn unnamed_leader(&self) -> Option<&'a Award> {
        let first = self.unnamed.first().filter(|a| is_leader(a))?;
        let is_group = self.groups == 1 && !self.is_led && !self.apart().1.is_empty();
        is_group.then_some(*first)
    }

    /// The firms that stand alone beside a group that has the contract too, and the others.
    pub fn apart(&self) -> (Vec<&'a Body>, Vec<&'a Body>) {
        let awards = || self.rows.iter().flat_map(|t| &t.winners);
        let is_alone = |firm: &&Body| {
            let own = |a: &&Award| a.body.as_ref().is_some_and(|body| body.id == firm.id);
            self.groups == 1
                && awards()
                    .filter(own)
                    .all(|a| a.role.as_deref() == Some("Impresa singola"))
        };
        self.firms.iter().partition(|firm| is_alone(firm))
    }

    /// The firm has it, alone or with others.
    pub fn has(&self, firm: &Body) -> bool {
        self.firms.iter().any(|own| own.id == firm.id)
    }

    /// Others work under it.
    pub fn has_subcontractors(&self) -> bool {
        let mut awards = self.rows.iter().flat_map(|t| &t.winners);
        awards.any(|award| award.subcontractor)
    }

    /// Those who build have it.
    pub fn is_of_builders(&self) -> bool {
        let leads = |leader: &Award| leader.trade.as_ref().is_some_and(trade::is_of_building);
        self.object() == Object::Works
            || self.firms.iter().any(|body| trade::builds(body))
            || self.unnamed_leader().is_some_and(leads)
    }

    /// Some of those who have no name may be persons.
    pub fn has_persons(&self) -> bool {
        self.unnamed.iter().any(|a| a.unnamed != Unnamed::Company)
    }

    /// A course or advice that others buy with it, too: it is not this project's own.
    pub fn is_advice_for_many(&self) -> bool {
        let advises = |body: &&Body| trade::is_of_advice(body.trade.as_ref());
        self.is_framework()
            && self.unnamed.is_empty()
            && !self.firms.is_empty()
            && self.firms.iter().all(advises)
    }

    /// Whether the works may be what it is for: a row says so, or nobody says what it is for and
    /// one who builds has it.
    pub fn may_be_the_works(&self) -> bool {
        if self.is_for_something() && self.object() != Object::Goods {
            let tasks = self.rows.iter().flat_map(|t| &t.tasks);
            return self.object() == Object::Works || tasks.into_iter().any(|task| *task == Task::Works);
        }
        let may = |award: &&Award| match award.unnamed {
            Unnamed::Person => award.trade.as_ref().is_some_and(trade::is_of_building),
            _ => !trade::is_of_the_desk(award.trade.as_ref()),
        };
        let firms = || self.firms.iter().filter(|_| !self.is_advice_for_many());
        firms().any(|body| !trade::is_of_the_desk(body.trade.as_ref())) || self.unnamed.iter().any(may)
    }

    fn find<T>(&self, of: impl Fn(&Tender) -> Option<T>) -> Told<T> {
        self.rows.iter().find_map(|t| Some((of(t)?, t.source?)))
    }

    pub fn object(&self) -> Object {
        let mut known = self.rows.iter().map(|t| Object::of(t));
        let object = known.find(|o| *o != Object::Unknown).unwrap_or(Object::Unknown);
        // The text of a tender says better than its kind that nothing is built.
        let tasks: Vec<Task> = self.rows.iter().flat_map(|t| t.tasks.iter().copied()).collect();
        let tasks: Vec<Task> = tasks.into_iter().filter(|task| *task != Task::Change).collect();
        match object == Object::Works && !tasks.is_empty() && !tasks.contains(&Task::Works) {
            true => Object::Services,
            false => object,
        }
    }

    pub fn is_for_something(&self) -> bool {
        self.object() != Object::Unknown || self.rows.iter().any(|t| !t.tasks.is_empty())
    }

    /// What the contract is for, as the end of a sentence: " per i lavori", " per il progetto e il
    /// collaudo"; nothing where no table says it.
    pub fn for_what(&self, f: &Facts<'_>, most: usize) -> String {
        if most == 0 {
            return String::new();
        }
        let mut tasks: Vec<Task> = self.rows.iter().flat_map(|t| t.tasks.iter().copied()).collect();
        tasks.sort();
        tasks.dedup();
        let more = tasks.len() > most;
        // Where one is told, the works are.
        if more && most == 1 && tasks.contains(&Task::Works) {
            return format!(" {}", f.lang.say(w::SAY_OBJECT_WORKS_AND_MORE));
        }
        tasks.truncate(most);
        let mut words: Vec<&str> = tasks
            .iter()
            .map(|task| f.lang.say(tender::task_word(*task)))
            .collect();
        words.extend(more.then(|| f.lang.say(w::SAY_TASK_MORE)));
        let object = self.object();
        match (words.is_empty(), object) {
            (false, _) => {
                let tasks = list(&words, f.lang);
                format!(" {}", f.lang.fill(w::SAY_OBJECT_TASKS, &[("tasks", &tasks)]))
            }
            (true, Object::Unknown) => String::new(),
            (true, object) => format!(" {}", f.lang.say(object.word())),
        }
    }

    pub fn way(&self) -> Told<Word> {
        self.find(tender::way_of)
    }

    pub fn awarded(&self) -> Told<Date> {
        self.find(|t| t.awarded)
    }

    pub fn published(&self) -> Told<Date> {
        self.find(|t| t.published)
    }

    pub fn award(&self) -> Told<Cents> {
        self.find(|t| tender::price(t.award))
    }

    pub fn base(&self) -> Told<Cents> {
        self.find(|t| tender::price(t.base))
    }

    /// The price that it starts from, told with who won it: of the only contract (`lone`) where nobody
    /// is known to have.
    pub fn start(&self, lone: bool) -> Told<Cents> {
        self.base()
            .filter(|_| (!lone || !self.has_winner()) && self.award().is_none() && !self.is_framework())
    }

    /// What the project pays: the price of a framework is not its own.
    pub fn price(&self) -> Told<Cents> {
        self.award().filter(|_| !self.is_framework())
    }

    pub fn is_framework(&self) -> bool {
        self.rows.iter().any(|t| tender::is_framework(t))
    }

    fn is_change(&self) -> bool {
        self.rows.iter().any(|t| tender::is_change(t))
    }

    /// It serves many works and has gone to nobody yet.
    pub fn is_shared(&self) -> bool {
        self.is_framework() && !self.has_winner()
    }

    pub fn has_winner(&self) -> bool {
        !self.firms.is_empty() || !self.unnamed.is_empty()
    }

    /// The table whose row has its day or its price.
    pub fn given(&self) -> Option<SourceId> {
        let day = self.awarded().map(|(_, source)| source);
        day.or(self.award().map(|(_, source)| source))
    }

    /// Somebody got it, as far as a table says.
    pub fn is_given(&self) -> bool {
        self.given().is_some() || self.has_winner()
    }

    fn is_same(&self, other: &Contract<'_>) -> bool {
        let mut pairs = self
            .rows
            .iter()
            .flat_map(|a| other.rows.iter().map(move |b| (a, b)));
        let same_firms = !self.firms.is_empty() && self.firms == other.firms;
        let may_be_of_one = same_firms || self.firms.is_empty() || other.firms.is_empty();
        pairs.any(|(a, b)| {
            let dated = a.awarded.is_some() && tender::price(a.award).is_some();
            let same_award = dated && (a.award, a.awarded) == (b.award, b.awarded);
            // Lots of one round sum have a code each; a sum to the cent is one award of two codes.
            let is_round = a.award.is_some_and(|award| award.0 % ROUND == 0);
            let is_another = is_round && !a.cig.is_empty() && !b.cig.is_empty() && a.cig != b.cig;
            // The same day and starting price, and one row lacks the code.
            let lacks_code = a.cig.is_empty() != b.cig.is_empty();
            let same_start =
                a.awarded.is_some() && a.base.is_some() && (a.awarded, a.base) == (b.awarded, b.base);
            let own = !tender::is_framework(a) && !tender::is_framework(b);
            // What a tender chose is given once more, at its price, under an agreement.
            let is_given_again = |t: &Tender| {
                t.base == t.award && tender::way_of(t).is_some_and(|way| way == w::SAY_WAY_FRAMEWORK)
            };
            !a.cig.is_empty() && a.cig == b.cig
                || same_award && own && may_be_of_one && (is_given_again(a) || is_given_again(b))
                || lacks_code && same_start
                || may_be_of_one && is_coded_again(a, b)
                || !is_another && same_award && (same_firms || a.base == b.base)
        })
    }

    fn take_in(&mut self, mut other: Contract<'a>) {
        // One list names the firm that another leaves out.
        if self
            .rows
            .iter()
            .any(|a| other.rows.iter().any(|b| is_coded_again(a, b)))
        {
            match self.firms.is_empty() {
                true if !other.firms.is_empty() => self.unnamed.clear(),
                true => {}
                false => other.unnamed.clear(),
            }
        }
        self.rows.extend(other.rows);
        self.groups = self.groups.max(other.groups);
        // Of two leaders nobody says which one leads.
        self.is_led = self.is_led && !other.is_led || self.firms.is_empty() && other.is_led;
        for firm in other.firms {
            if self.firms.iter().all(|known| known.id != firm.id) {
                self.firms.push(firm);
            }
        }
        // The rows of a contract are of the same persons.
        if self.unnamed.len() < other.unnamed.len() {
            self.unnamed = other.unnamed;
        }
    }
}

/// Whether it leads a group.
fn is_leader(award: &Award) -> bool {
    matches!(award.role.as_deref(), Some("Mandataria" | "Capogruppo"))
}

/// A sum of whole thousands, in cents.
const ROUND: i64 = 100_000;

/// A part of a price and what is put on top of it: nothing, taxes of 10 or 22 per cent, the 4 per
/// cent of the pensions of those who plan.
const TAXES: [i64; 4] = [100, 110, 122, 104];

/// Whether one price is the other, or the other with what is put on top of it.
fn is_one_price(a: Cents, b: Cents, taxes: &[i64]) -> bool {
    let on_top =
        |net: Cents, gross: Cents| taxes.iter().any(|tax| (net.0 * tax - gross.0 * 100).abs() <= 100);
    on_top(a, b) || on_top(b, a)
}

/// Whether a small purchase under a code of its own kind (a "smart CIG") is listed once more under an
/// ordinary code, as it must be for the plan.
fn is_coded_again(a: &Tender, b: &Tender) -> bool {
    let is_smart = |t: &Tender| t.cig.starts_with(['X', 'Y', 'Z']);
    let both = !a.cig.is_empty() && !b.cig.is_empty();
    let prices = tender::price(a.base).zip(tender::price(b.base));
    both && is_smart(a) != is_smart(b) && prices.is_some_and(|(a, b)| is_one_price(a, b, &TAXES))
}

/// Whether nobody got it, and another that somebody got starts from the same price: a tender that
/// was held again, or one purchase that is listed twice.
fn is_repeated(of: &Contract<'_>, by: &Contract<'_>) -> bool {
    let Some(((of_base, _), (by_base, _))) = of.base().zip(by.base()) else {
        return false;
    };
    !of.is_given()
        && by.is_given()
        && (of.way().map(|(way, _)| way) == by.way().map(|(way, _)| way)
            && is_one_price(of_base, by_base, &TAXES[..3])
            // To others and in another way, for the same works.
            || of_base == by_base && of.object() == Object::Works && by.object() == Object::Works)
}

/// The bodies that insure workers stand among the firms by mistake.
pub(super) fn is_insurer(name: &str) -> bool {
    let name = fold(name);
    name.ends_with(" inps") || name.ends_with(" inail")
}

/// The contracts, in the order of their first rows.
pub(super) fn contracts<'a>(f: &Facts<'a>) -> Vec<Contract<'a>> {
    parted(f).0
}

/// The changes of contracts that were under way: they are no contracts of their own.
pub(super) fn changes<'a>(f: &Facts<'a>) -> Vec<Contract<'a>> {
    parted(f).1
}

/// The contracts, and the changes of them. What changes a contract that no row has, or names a firm
/// that has no other, stands for the contract.
fn parted<'a>(f: &Facts<'a>) -> (Vec<Contract<'a>>, Vec<Contract<'a>>) {
    let (changes, mut own): (Vec<_>, Vec<_>) = all(f).into_iter().partition(Contract::is_change);
    let has = |own: &[Contract<'_>], firm: &Body| own.iter().any(|c| c.has(firm));
    let (changes, alone): (Vec<_>, Vec<_>) = changes
        .into_iter()
        .partition(|c| !own.is_empty() && c.firms.iter().all(|firm| has(&own, firm)));
    own.extend(alone);
    (own, changes)
}

fn all<'a>(f: &Facts<'a>) -> Vec<Contract<'a>> {
    let mut out: Vec<Contract<'a>> = Vec::new();
    for contract in f.project.tenders.iter().map(Contract::of) {
        match out.iter_mut().find(|known| known.is_same(&contract)) {
            Some(known) => known.take_in(contract),
            None => out.push(contract),
        }
    }
    let held_again: Vec<bool> = out
        .iter()
        .map(|of| out.iter().any(|by| is_repeated(of, by)))
        .collect();
    let mut held_again = held_again.into_iter();
    out.retain(|_| !held_again.next().unwrap_or(false));
    out
}
