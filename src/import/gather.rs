//! What is collected while the files are read, and the few ways in which every table's reader
//! puts something into it.

use super::bodies::{Bodies, Who, partners};
use super::draft::{Copied, Draft, Drafts, LabelWords, NoPair, Pair};
use super::facts::{ComuneNames, words::Persons};
use super::measures::Measures;
use super::person::Doubt;
use super::places::{Gazetteer, Known};
use super::read::Row;
use super::report::{LeftOut, Problem};
use super::sources::Sources;
use crate::model::{
    Call, Cig, ComuneCode, Cup, Milestone, Place, ProvinceCode, RegionCode, SourceId, Submeasure, Word,
};
use crate::text::repair;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Tables repeat few words: a column of many is not of that kind.
const MOST_PHRASES: usize = 100_000;

pub(crate) struct Gather {
    /// `None`: the whole nation.
    pub region: Option<RegionCode>,
    pub places: Gazetteer,
    pub sources: Sources,
    pub drafts: Drafts,
    pub bodies: Bodies,
    pub measures: Measures,
    /// Rows of tables that have no sub-measure: by CUP and local code.
    pub by_cup: BTreeMap<(String, String), Draft>,
    /// PA digitale: its key is CUP + body + call.
    pub candidatures: BTreeMap<(Submeasure, String, String), Draft>,
    /// CUP of the region's pairs that a candidature of another region has.
    pub candidatures_elsewhere: HashSet<String>,
    /// The unofficial copy of Open PNRR Toscana, by CUP.
    pub copied: BTreeMap<String, Vec<Copied>>,
    /// By id, from the newest source that describes it.
    pub calls: BTreeMap<String, Call>,
    pub classes: BTreeMap<&'static str, BTreeMap<String, (SourceId, String)>>,
    pub milestones: Vec<(Submeasure, Milestone)>,
    /// Codes of tenders that stand under several CUP; known once the drafts are projects.
    pub shared_cigs: HashSet<String>,
    pub natural_persons: u64,
    /// Their names, so that no set of words holds one.
    pub persons: Persons,
    /// All comuni by name, for the texts that name one.
    pub comune_names: ComuneNames,
    pub duplicates: u64,
    phrases: HashMap<String, Word>,
    pub labels: LabelWords,
}

impl Gather {
    pub fn new(places: Gazetteer, region: Option<RegionCode>) -> Gather {
        let comune_names = ComuneNames::new(places.comuni.iter().map(|c| (c.name.as_str(), c.code)));
        Gather {
            region,
            places,
            sources: Sources::default(),
            drafts: Drafts::new(region.is_none()),
            bodies: Bodies::default(),
            measures: Measures::default(),
            by_cup: BTreeMap::new(),
            candidatures: BTreeMap::new(),
            candidatures_elsewhere: HashSet::new(),
            copied: BTreeMap::new(),
            calls: BTreeMap::new(),
            classes: BTreeMap::new(),
            milestones: Vec::new(),
            shared_cigs: HashSet::new(),
            natural_persons: 0,
            persons: Persons::default(),
            comune_names,
            duplicates: 0,
            phrases: HashMap::new(),
            labels: LabelWords::default(),
        }
    }

    /// The pair of a row, if it is the region's.
    pub fn pair(
        drafts: &mut Drafts,
        row: &mut Row,
        submeasure: impl Into<usize>,
        cup: impl Into<usize>,
    ) -> Result<usize, LeftOut> {
        let (submeasure, cup) = (submeasure.into(), cup.into());
        match drafts.find(row.raw(submeasure), row.raw(cup)) {
            Ok(pair) => Ok(pair),
            Err(NoPair::Elsewhere) => Err(LeftOut::OtherRegion),
            Err(NoPair::BadSubmeasure) => {
                row.problem(submeasure, Problem::BadSubmeasure);
                Err(LeftOut::BadKey)
            }
            Err(NoPair::EmptyCup) => {
                row.problem(cup, Problem::EmptyCup);
                Err(LeftOut::BadKey)
            }
        }
    }

    /// The row speaks of the projects at hand: counts it under its source.
    pub fn keep(&mut self, row: &mut Row) -> SourceId {
        let source = row.source(&mut self.sources);
        self.sources.count(source);
        source
    }

    /// A subject of a row, by its code, name and legal form; persons are counted.
    pub fn who(
        &mut self,
        row: &mut Row,
        subject: (usize, usize, Option<usize>),
        doubt: Doubt,
        source: SourceId,
    ) -> Who {
        let (code, name, form) = subject;
        let form_text = form.map(|f| row.word(f).unwrap_or_default()).unwrap_or_default();
        let code_text = row.word(code).unwrap_or_default();
        let name_text = row.word(name).unwrap_or_default();
        let who = self
            .bodies
            .read((&code_text, &name_text, &form_text), doubt, source);
        if who == Who::Person {
            self.natural_persons += 1;
            self.persons.add(&name_text);
            row.problem(name, Problem::NaturalPerson);
        } else if doubt == Doubt::Recipient {
            // The firm is named, its partners are not.
            for partner in partners(&name_text, &form_text) {
                self.persons.add(partner);
            }
        }
        who
    }

    /// Official words in capitals → a sentence.
    fn phrase(&mut self, text: String) -> Word {
        if let Some(known) = self.phrases.get(&text) {
            return known.clone();
        }
        let mut sentence = repair::sentence(&text);
        // Forty letters are a cut title elsewhere; the words of a classification are whole.
        if sentence.ends_with('…') && !text.ends_with('…') {
            sentence.pop();
        }
        let sentence = Word::from(sentence);
        if self.phrases.len() < MOST_PHRASES {
            self.phrases.insert(text, sentence.clone());
        }
        sentence
    }

    pub fn phrase_of(&mut self, row: &Row, col: impl Into<usize>) -> Option<Word> {
        row.word(col).map(|text| self.phrase(text))
    }

    /// The official name of a code, from the newest source that gives it.
    pub fn class(
        &mut self,
        kind: &'static str,
        code: &str,
        row: &Row,
        name: impl Into<usize>,
        source: SourceId,
    ) {
        let known = self.classes.get(kind).and_then(|codes| codes.get(code));
        let is_newer = |old: SourceId| old < source;
        if known.is_some_and(|(old, _)| *old == source || !is_newer(*old)) {
            return;
        }
        if let Some(name) = self.phrase_of(row, name) {
            let codes = self.classes.entry(kind).or_default();
            codes.insert(code.to_owned(), (source, name.to_string()));
        }
    }

    /// A call, from the newest source that describes it; what that one lacks an older one gives.
    pub fn call(&mut self, call: Call) {
        let Some(known) = self.calls.get_mut(&call.id) else {
            self.calls.insert(call.id.clone(), call);
            return;
        };
        let newer = call.source > known.source;
        let (mut new, old) = if newer {
            (call, known.clone())
        } else {
            (known.clone(), call)
        };
        if new.measure != old.measure {
            new.measure = None;
        }
        new.kind = new.kind.or(old.kind);
        new.title = new.title.or(old.title);
        new.issuer = new.issuer.or(old.issuer);
        new.audience = new.audience.or(old.audience);
        new.opened = new.opened.or(old.opened);
        new.closed = new.closed.or(old.closed);
        new.status = new.status.or(old.status);
        new.amount = new.amount.or(old.amount);
        *known = new;
    }

    /// The place that the codes of a row name; zeros and words stand for the whole.
    pub fn place(
        &self,
        row: &mut Row,
        (region, province, comune): (usize, usize, usize),
        source: SourceId,
    ) -> Place {
        let code = |at: usize| String::from_utf8_lossy(row.raw(at)).into_owned();
        let region_code = RegionCode::parse(&short(&code(region)));
        let province_code = ProvinceCode::parse(&code(province));
        let comune_code = province_code.and_then(|p| ComuneCode::join(p, &code(comune)));
        let mut place = Place {
            region: region_code,
            province: province_code.filter(|p| self.places.province(*p).is_some()),
            ..Place::nation(source)
        };
        match comune_code {
            Some(code) => self.settle(row, comune, &mut place, code),
            None => {
                if let Some(p) = place.province.and_then(|p| self.places.province(p)) {
                    place.region = Some(p.region);
                } else if let Some(code) = province_code {
                    row.problem(province, Problem::UnknownIstatCode);
                    let name = row.name_in(&["Descrizione Provincia", "Provincia"]);
                    place.named = Some(name.map_or_else(|| code.to_string(), |name| repair::name(&name)));
                }
            }
        }
        place
    }

    /// Puts a comune into a place, under today's code.
    pub fn settle(&self, row: &mut Row, column: usize, place: &mut Place, code: ComuneCode) {
        let code = match self.places.known(code) {
            Known::Today(code) => code,
            Known::Merged(code) => {
                row.problem(column, Problem::OldIstatCode);
                code
            }
            Known::Unknown => {
                row.problem(column, Problem::UnknownIstatCode);
                let name = row.name_in(&["Descrizione Comune", "Comune", "comune"]);
                place.named = Some(name.map_or_else(|| code.to_string(), |name| repair::name(&name)));
                return;
            }
        };
        place.comune = Some(code);
        if let Some(comune) = self.places.comune(code) {
            place.province = Some(comune.province);
            place.region = self.places.province(comune.province).map(|p| p.region);
        }
    }

    /// Whether a place lies in the region that is imported.
    pub fn is_inside(&self, place: &Place) -> bool {
        self.region.is_none() || place.region == self.region
    }
}

/// Counts a CUP that breaks its rules or stretches them.
pub(crate) fn check_cup(row: &mut Row, column: usize) {
    if is_usual_cup(row.raw(column)) {
        return;
    }
    match Cup::parse(&String::from_utf8_lossy(row.raw(column))) {
        Ok(checked) if checked.unusual.is_none() => {}
        Ok(_) => row.problem(column, Problem::UnusualCup),
        Err(_) => row.problem(column, Problem::InvalidCup),
    }
}

/// As nearly all are, told at a glance: four letters and digits, a year, and `000` near the end.
fn is_usual_cup(raw: &[u8]) -> bool {
    let fits = |(i, b): (usize, &u8)| match i {
        0 => (b'B'..=b'J').contains(b),
        1 => (b'1'..=b'9').contains(b),
        3 => (b'A'..=b'J').contains(b),
        4 => matches!(b, b'0'..=b'2'),
        11..=13 => *b == b'0',
        _ => b.is_ascii_digit(),
    };
    raw.len() == Cup::LEN && raw.iter().enumerate().all(fits)
}

/// The CIG of a row in capitals; what breaks the rules is counted and kept as published.
pub(crate) fn cig(row: &mut Row, column: usize) -> String {
    let Some(text) = row.word(column).map(|t| t.to_uppercase()) else {
        return String::new();
    };
    if text.bytes().all(|b| b == b'0') {
        return String::new();
    }
    if Cig::parse(&text).is_err() {
        row.problem(column, Problem::InvalidCig);
    }
    text
}

/// `009` and `9` are `09`; `000` stays nothing.
fn short(region: &str) -> String {
    region.trim_start_matches('0').to_owned()
}

/// The pair at a number that [`Gather::pair`] gave.
pub(crate) fn at(drafts: &mut Drafts, pair: usize) -> Result<&mut Pair, LeftOut> {
    drafts.pairs.get_mut(pair).ok_or(LeftOut::OtherRegion)
}
