//! Catalogue → index.

use super::barred;
use super::columns::{self, Columns, Flags, Local};
use super::entity::{Collector, Numbers};
use super::{Bases, Index, PlaceSet, Posting};
use crate::lang::{Card, Lang, card};
use crate::model::{Brief, BriefPlace, ComuneCode, FactKind, Measure, ProjectId, ProvinceCode, RegionCode};
use crate::search::areas::areas;
use crate::search::codes::{CodeKind, Codes, submeasure, tidy};
use crate::search::field::Field;
use crate::search::kind::BodyKind;
use crate::search::synonyms::Synonyms;
use crate::search::vocabulary::Vocabulary;
use crate::snapshot::{Catalogue, Class};
use crate::title;
use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

impl Index {
    /// Builds the index of a catalogue; `cigs` are the tenders' codes with their projects, `sets`
    /// the words of the projects' texts by id, as a [`crate::snapshot::Snapshot`] gives them.
    pub fn build(
        catalogue: Arc<Catalogue>,
        cigs: &[(String, ProjectId)],
        sets: &[(ProjectId, Box<str>)],
    ) -> Index {
        let synonyms = Synonyms::load();
        let cat = &*catalogue;
        let mut order: Vec<u32> = (0..cat.projects.len() as u32).collect();
        let brief = |project: &u32| &cat.projects[*project as usize];
        order.sort_by_cached_key(|p| (columns::amount(brief(p)).map(|c| c.0), Reverse(*p)));
        let (mut places, place_of) = place_sets(cat, &order);
        let (comuni, provinces) = number(&mut places);
        let bases = bases(cat, places.len());
        let (vocabulary, starts, postings) = words(cat, &synonyms, &places, &order, sets);
        let (columns, codes) = columns_and_codes(cat, cigs, bases, &places, &place_of, &order);
        let (rows, row_starts) = rows_of(&columns, bases.own);
        let mut index = Index {
            rows,
            row_starts,
            phrases: synonyms.phrases.iter().map(|_| OnceLock::new()).collect(),
            vocabulary,
            starts,
            postings,
            projects_of: Vec::new(),
            bases,
            places,
            columns,
            codes,
            synonyms,
            names: [OnceLock::new(), OnceLock::new()],
            groups: OnceLock::new(),
            texts: OnceLock::new(),
            comune_names: OnceLock::new(),
            beyond_names: OnceLock::new(),
            comuni,
            provinces,
            english: Vec::new(),
            beyond: Vec::new(),
            catalogue,
        };
        index.projects_of = count_projects(&index);
        index.english = barred::english(&index);
        index.beyond = barred::beyond(&index);
        index
    }
}

/// Where each kind of entity begins. Entity 0 has no words.
pub(super) fn bases(catalogue: &Catalogue, places: usize) -> Bases {
    let measure = 1;
    let place = measure + catalogue.measures.len() as u32;
    let body = place + places as u32;
    let category = body + catalogue.bodies.len() as u32;
    let own = category + catalogue.classes.len() as u32;
    let end = own + catalogue.projects.len() as u32;
    Bases {
        measure,
        place,
        body,
        category,
        own,
        end,
    }
}

/// The words of all entities, in order of [`bases`].
fn words(
    catalogue: &Catalogue,
    synonyms: &Synonyms,
    places: &[PlaceSet],
    order: &[u32],
    sets: &[(ProjectId, Box<str>)],
) -> (Vocabulary, Vec<u32>, Vec<Posting>) {
    let mut words = Collector::default();
    words.close();
    for word in synonyms.words() {
        words.word(word);
    }
    for m in &catalogue.measures {
        measure(&mut words, m, card(m.code.card_code()));
        words.close();
    }
    for set in places {
        place(&mut words, catalogue, set);
        words.close();
    }
    for body in &catalogue.bodies {
        words.text(Field::Body, &body.name);
        words.close();
    }
    for class in &catalogue.classes {
        if class.kind == "category" {
            words.text(Field::Category, &class.name);
        }
        words.close();
    }
    for project in order {
        let brief = &catalogue.projects[*project as usize];
        own(&mut words, brief);
        if let Ok(at) = sets.binary_search_by_key(&brief.id, |(id, _)| *id) {
            words.set(Field::Word, &sets[at].1);
        }
        words.close();
    }
    words.finish()
}

/// The nature of a CUP that means works.
const WORKS: &str = "03";

/// What stands in a row for every project, and the codes of all entities.
fn columns_and_codes(
    catalogue: &Catalogue,
    cigs: &[(String, ProjectId)],
    bases: Bases,
    places: &[PlaceSet],
    place_of: &[u32],
    order: &[u32],
) -> (Columns, Codes) {
    let mut codes = Codes::default();
    for (m, entity) in catalogue.measures.iter().zip(bases.measure..) {
        codes.push(&submeasure(m.code.as_str()), CodeKind::Submeasure, entity);
    }
    for (set, entity) in places.iter().zip(bases.place..) {
        for comune in &set.comuni {
            codes.push(comune.as_str(), CodeKind::Istat, entity);
        }
    }
    let named = |m: &Measure| card(m.code.card_code()).is_some_and(title::names_body);
    let is_works = |c: &Class| c.kind == "nature" && c.code == WORKS;
    let works = catalogue.classes.iter().zip(0..).find(|(c, _)| is_works(c));
    let works = works.map(|(_, number)| number).or(Some(u32::MAX));
    let of_bodies: Vec<bool> = catalogue.measures.iter().map(named).collect();
    let kinds: Vec<BodyKind> = catalogue.bodies.iter().map(|b| BodyKind::of(&b.name)).collect();
    let mut columns = Columns::default();
    let mut rows = vec![0u32; order.len()];
    for ((row, project), place) in (0u32..).zip(order).zip(place_of) {
        let brief = &catalogue.projects[*project as usize];
        rows[*project as usize] = row;
        let entity = bases.own + row;
        if !brief.cup.is_empty() {
            codes.push(&tidy(&brief.cup), CodeKind::Cup, entity);
        }
        codes.push(&tidy(brief.id.as_str()), CodeKind::Project, entity);
        let known = usize::from(brief.measure) < catalogue.measures.len();
        let entities = [
            if known {
                bases.measure + u32::from(brief.measure)
            } else {
                0
            },
            bases.place + place,
            brief.body.map_or(0, |b| bases.body + b),
            brief.category.map_or(0, |c| bases.category + c),
        ];
        let kind = brief.body.and_then(|b| kinds.get(b as usize).copied());
        let titled = of_bodies.get(usize::from(brief.measure)).is_some_and(|t| *t);
        let local = local(&places[*place as usize], brief);
        let flags = Flags {
            local,
            titled,
            works: brief.nature == works && brief.facts.first(FactKind::Beneficiary).is_none(),
            own_title: brief.facts.first(FactKind::Thing).is_some(),
        };
        columns.push(*project, brief, entities, kind.unwrap_or_default(), flags);
    }
    for (cig, id) in cigs {
        if let Some(project) = catalogue.position(*id) {
            codes.push(&tidy(cig), CodeKind::Cig, bases.own + rows[project]);
        }
    }
    codes.sort();
    (columns, codes)
}

fn measure(words: &mut Collector, measure: &Measure, card: Option<&Card>) {
    match card {
        Some(card) => {
            for lang in Lang::ALL {
                words.text(Field::Title, card.text(lang).title);
                words.text(Field::MeasureName, card.text(lang).name);
            }
            for topic in card.topics {
                words.text(Field::Topic, topic);
            }
        }
        None => words.text(Field::Title, &measure.name),
    }
    words.text(Field::OfficialMeasure, &measure.name);
    words.text(
        Field::OfficialMeasure,
        measure.measure_name.as_deref().unwrap_or_default(),
    );
}

fn place(words: &mut Collector, catalogue: &Catalogue, set: &PlaceSet) {
    let field = match set.comuni.len() {
        0 | 1 => Field::Comune,
        2..=10 => Field::ComuneOfSome,
        _ => Field::ComuneOfMany,
    };
    for comune in &set.comuni {
        let name = catalogue.comune_name(*comune).unwrap_or_default();
        let lone = !name.contains(|c: char| !c.is_alphanumeric());
        let part = field == Field::Comune && !lone;
        words.text(if part { Field::ComunePart } else { field }, name);
    }
    let own = |code: &ComuneCode| set.comuni.binary_search(code).is_ok();
    for area in areas().iter().filter(|area| area.comuni.iter().any(own)) {
        words.text(Field::Area, area.name);
    }
    for province in set.provinces.iter().filter_map(|p| catalogue.provinces.get(p)) {
        words.text(Field::Province, &province.name);
        words.text(Field::Province, &province.sigla);
    }
    for region in set.regions.iter().filter_map(|r| catalogue.regions.get(r)) {
        words.text(Field::Region, &region.name);
    }
    if set.regions.is_empty() {
        words.text(Field::Region, "Italia nazionale");
    }
}

/// The words of the project alone.
fn own(words: &mut Collector, brief: &Brief) {
    words.text(
        Field::OfficialTitle,
        brief.official_title.as_deref().unwrap_or_default(),
    );
    for address in brief.places.iter().filter_map(|p| p.address.as_deref()) {
        words.text(Field::Address, address);
    }
    let mut thing = Field::Thing;
    for fact in brief.facts.iter() {
        match fact.kind {
            FactKind::Name | FactKind::Part | FactKind::Beneficiary => words.text(Field::Site, fact.value),
            FactKind::Locality | FactKind::Road | FactKind::Water => words.text(Field::Locality, fact.value),
            FactKind::Street | FactKind::Seat => words.text(Field::Address, fact.value),
            FactKind::Programme | FactKind::Owner | FactKind::Host => {
                words.text(Field::OfficialTitle, fact.value)
            }
            FactKind::Thing => {
                said(words, thing, "thing", fact.value);
                thing = Field::Beside;
            }
            FactKind::Work => said(words, Field::Topic, "work", fact.value),
            FactKind::Service => said(words, Field::Topic, "service", fact.value),
            FactKind::Study => said(words, Field::Topic, "study", fact.value),
            FactKind::Aim => said(words, Field::Topic, "aim", fact.value),
            _ => {}
        }
    }
}

/// What a code of a fact is called, without an article.
fn said(words: &mut Collector, field: Field, group: &str, code: &str) {
    for lang in Lang::ALL {
        words.text(field, title::say(group, code, lang).map_or("", title::bare));
    }
}

fn local(set: &PlaceSet, brief: &Brief) -> Local {
    match (set.comuni.len(), brief.is_shared()) {
        (0, _) => Local::Wide,
        (1, false) => Local::Own,
        _ => Local::Shared,
    }
}

type PlaceKey = (Option<RegionCode>, Option<ProvinceCode>, Option<ComuneCode>);

/// The different sets of places, and which of them each row has.
fn place_sets(catalogue: &Catalogue, order: &[u32]) -> (Vec<PlaceSet>, Vec<u32>) {
    let key = |p: &BriefPlace| -> PlaceKey { (p.region, p.province, p.comune) };
    let mut numbers: Numbers<Vec<PlaceKey>> = Numbers::default();
    let (mut sets, mut of_row) = (Vec::new(), Vec::with_capacity(order.len()));
    let mut keys: Vec<PlaceKey> = Vec::new();
    for project in order {
        let places = &catalogue.projects[*project as usize].places;
        keys.clear();
        keys.extend(places.iter().map(key));
        keys.sort_unstable();
        keys.dedup();
        if let Some(number) = numbers.get(&keys) {
            of_row.push(*number);
            continue;
        }
        let number = sets.len() as u32;
        sets.push(place_set(catalogue, &keys));
        numbers.insert(keys.clone(), number);
        of_row.push(number);
    }
    (sets, of_row)
}

fn place_set(catalogue: &Catalogue, keys: &[PlaceKey]) -> PlaceSet {
    let mut set = PlaceSet {
        several: keys.len() > 1,
        ..PlaceSet::default()
    };
    for (region, province, comune) in keys {
        match (comune, province) {
            (Some(_), _) => {}
            (None, Some(province)) => set.whole_provinces.push(*province),
            (None, None) => set.whole_regions.extend(region),
        }
        let province = province.or(comune.and_then(ComuneCode::province));
        let region = region.or_else(|| Some(catalogue.provinces.get(&province?)?.region));
        set.comuni.extend(comune);
        set.provinces.extend(province);
        set.regions.extend(region);
    }
    set.comuni.sort_unstable();
    set.comuni.dedup();
    set.alone = set.comuni.len() == 1 && keys.iter().all(|(.., comune)| comune.is_some());
    set.provinces.sort_unstable();
    set.provinces.dedup();
    set.regions.sort_unstable();
    set.regions.dedup();
    set
}

/// All comuni and provinces, sorted; each set gets their numbers.
pub(super) fn number(places: &mut [PlaceSet]) -> (Vec<ComuneCode>, Vec<ProvinceCode>) {
    let comuni = sorted(places.iter().flat_map(|set| &set.comuni));
    let provinces = sorted(places.iter().flat_map(|set| &set.provinces));
    for set in places {
        set.comuni_at = at(&comuni, &set.comuni);
        set.provinces_at = at(&provinces, &set.provinces);
    }
    (comuni, provinces)
}

/// All of them once.
fn sorted<'a, C: Copy + Ord + 'a>(codes: impl Iterator<Item = &'a C>) -> Vec<C> {
    let mut all: Vec<C> = codes.copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Where codes stand among all.
fn at<C: Ord>(all: &[C], codes: &[C]) -> Vec<u32> {
    let numbers = codes.iter().filter_map(|code| all.binary_search(code).ok());
    numbers.map(|number| number as u32).collect()
}

/// The rows of every entity below `own`, in order, and where those of each begin. Entity 0 has
/// no words, so nobody asks for its rows.
fn rows_of(columns: &Columns, own: u32) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; own as usize + 1];
    for entity in columns.entities.iter().flatten().filter(|e| **e > 0) {
        starts[*entity as usize + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut rows = vec![0; starts.last().map_or(0, |end| *end as usize)];
    for (row, entities) in (0..).zip(&columns.entities) {
        for entity in entities.iter().filter(|e| **e > 0) {
            let at = &mut next[*entity as usize];
            rows[*at as usize] = row;
            *at += 1;
        }
    }
    (rows, starts)
}

/// For each word the largest number of projects that have it in entities of one kind: each
/// project has one entity of a kind, so none is counted twice.
fn count_projects(index: &Index) -> Vec<u32> {
    let bases = &index.bases;
    let projects: Vec<u32> = index.row_starts.windows(2).map(|w| w[1] - w[0]).collect();
    let kinds = [bases.place, bases.body, bases.category, bases.own, bases.end];
    let mut out = Vec::with_capacity(index.vocabulary.len());
    for term in 0..index.vocabulary.len() as u32 {
        let mut sums = [0u32; 5];
        for posting in index.postings(term) {
            let entity = posting.entity();
            let kind = kinds.iter().take_while(|end| entity >= **end).count();
            sums[kind.min(4)] += projects.get(entity as usize).copied().unwrap_or(1);
        }
        out.push(sums.into_iter().max().unwrap_or_default());
    }
    out
}
