//! What the first sentence is about: the thing or its name, whether it is made, bought or worked
//! on, and the same as the place of the works.

use super::super::claim::Claim;
use super::super::facts::Facts;
use super::super::{state, targets};
use super::about::{
    LINES, is_bought, is_new, is_of_streets, made, made_beside_another, made_inside, own_thing, thing,
    things_beside,
};
use super::place::{place, the_road, the_roads};
use super::said::{MOST, told};
use crate::lang::{Lang, Word, w};
use crate::model::{Fact, FactKind, LabelKind, Status, Thing, Work};
use crate::text::grammar;
use crate::text::grammar::Article;
use crate::title::{bare, part, say, the_thing};

/// What is done to the subject of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    About,
    Made,
    Bought,
}

/// What a sentence is about, and whether its verb stands in the plural.
pub struct Subject {
    pub text: String,
    /// The same as the place of the works: "in una palestra, a Firenze", "sul Ponte Alfa".
    pub inside: String,
    pub is_many: bool,
    pub deed: Deed,
}

impl Subject {
    pub fn alone(&self, f: &Facts<'_>) -> Word {
        let nature = f.project.label(LabelKind::Nature);
        let of_works = nature.is_some_and(|nature| nature.value == "03");
        let is_there = self.deed != Deed::About && reached(f).is_some();
        match (self.deed, self.is_many) {
            (_, false) if is_there => w::SAY_WHAT_THERE,
            (_, true) if is_there => w::SAY_WHAT_THERE_MANY,
            (Deed::About, _) if of_works => w::SAY_WHAT_SUBJECT_WORKS,
            (Deed::About, _) => w::SAY_WHAT_SUBJECT,
            (Deed::Made, false) => w::SAY_WHAT_MADE,
            (Deed::Made, true) => w::SAY_WHAT_MADE_MANY,
            (Deed::Bought, false) => w::SAY_WHAT_BOUGHT,
            (Deed::Bought, true) => w::SAY_WHAT_BOUGHT_MANY,
        }
    }

    pub fn with_works(&self) -> Word {
        match (self.deed, self.is_many) {
            (Deed::About, _) => w::SAY_WHAT_SUBJECT_DOES,
            (Deed::Made, false) => w::SAY_WHAT_MADE_DOES,
            (Deed::Made, true) => w::SAY_WHAT_MADE_MANY_DOES,
            (Deed::Bought, false) => w::SAY_WHAT_BOUGHT_DOES,
            (Deed::Bought, true) => w::SAY_WHAT_BOUGHT_MANY_DOES,
        }
    }
}

/// What a table reports as done is there.
pub fn reached(f: &Facts<'_>) -> Option<Claim> {
    targets::reached(f).filter(|_| state::status(f) != Status::Withdrawn)
}

/// "la Scuola Mattei, a Prato, in via Adige", "una scuola primaria a Prato".
pub fn subject<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<Subject> {
    let (subject, is_many, made) = match f.project.fact(FactKind::Name) {
        Some(name) => named(f, name, used),
        None => for_what(f, unnamed(f, used)?, used),
    };
    let deed = match made.is_empty() && !is_new(f) {
        true if is_bought(f) => Deed::Bought,
        true => Deed::About,
        false => Deed::Made,
    };
    used.extend(&made);
    let inside = inside(f, &subject);
    let place = place(f, &subject, used);
    // "In una palestra a Firenze, in via Adige 12, si riducono…".
    let heads: &[&str] = match f.lang {
        Lang::It => &["a ", "ad "],
        Lang::En => &["in "],
    };
    let is_at = |place: &str| heads.iter().any(|head| place.starts_with(head));
    let inside = match &place {
        Some(place) if !is_at(place) => format!("{inside}, {place},"),
        // "Sulla strada provinciale SP 12, km 3, a Prato, si rifà…".
        Some(place) if inside.contains(", ") => format!("{inside}, {place},"),
        Some(place) if place.contains(", ") => format!("{inside} {place},"),
        Some(place) => format!("{inside} {place}"),
        None => inside,
    };
    let text = match place {
        // "Lo Stadio del nuoto a Iolo, a Prato".
        Some(place) if is_at(&place) && !subject.contains(" a ") && !subject.contains(", ") => {
            format!("{subject} {place}")
        }
        Some(place) => format!("{subject}, {place}"),
        None => subject,
    };
    Some(Subject {
        text,
        inside,
        is_many,
        deed,
    })
}

/// "uno spazio pubblico per lo sport e per la salute".
fn for_what<'a>(
    f: &Facts<'a>,
    (subject, is_many, made): (String, bool, Vec<&'a Fact>),
    used: &mut Vec<&'a Fact>,
) -> (String, bool, Vec<&'a Fact>) {
    let aims = told(f, FactKind::Aim, "aim");
    if aims.is_empty() {
        return (subject, is_many, made);
    }
    let words: Vec<&str> = aims.iter().map(|(_, word)| *word).collect();
    used.extend(aims.iter().map(|(fact, _)| *fact));
    let subject = format!("{subject} {}", grammar::list(&words, f.lang));
    (subject, is_many, made)
}

/// "in una palestra", "su una strada", "nel Liceo Alfa", "per l'illuminazione delle strade".
fn inside(f: &Facts<'_>, subject: &str) -> String {
    let kind = thing(f).and_then(|thing| Thing::from_code(&thing.value));
    let is_line = kind.is_some_and(|thing| LINES.contains(&thing));
    let name = f.project.fact(FactKind::Name).map(|name| name.value.as_str());
    let is_name = |name: &&str| f.the(name) == subject;
    if f.lang == Lang::En {
        let indefinite = ["a ", "an "].iter().any(|article| subject.starts_with(article));
        let many = !indefinite && !subject.starts_with("the ");
        return match (is_line, indefinite || many && name.is_none()) {
            (true, _) => format!("on {subject}"),
            (false, true) => format!("in {subject}"),
            (false, false) => format!("at {subject}"),
        };
    }
    match (name.filter(is_name), is_line) {
        (Some(name), true) => grammar::on(name),
        (Some(name), false) => grammar::in_(name),
        // "Nel municipio e in una palestra".
        (None, _) if subject.starts_with("il municipio") || subject.starts_with("il porto") => subject
            .replacen("il ", "nel ", 1)
            .replacen(" e un", " e in un", 1),
        (None, true) => among(subject, ("su", "sui", "sugli", "sulle", "sulla")),
        (None, false)
            if ["l'", "la ", "il ", "lo ", "i ", "gli ", "le "]
                .iter()
                .any(|a| subject.starts_with(a)) =>
        {
            format!("per {subject}")
        }
        (None, false) => among(subject, ("in", "nei", "negli", "nelle", "nella")),
    }
}

/// "Nelle case popolari", "sulle strade", "sulla strada provinciale": of what has no name.
fn among(subject: &str, (bare, i, gli, le, la): (&str, &str, &str, &str, &str)) -> String {
    let of = [
        ("dei ", i),
        ("degli ", gli),
        ("delle ", le),
        ("le ", le),
        ("la ", la),
    ];
    let found = of
        .iter()
        .find_map(|(article, word)| Some(format!("{word} {}", subject.strip_prefix(article)?)));
    found.unwrap_or_else(|| format!("{bare} {subject}"))
}

/// Words of a subject, whether they are a plural, and the facts that say that it is made anew.
type Words<'a> = (String, bool, Vec<&'a Fact>);

/// What the name stands for, or a part of it that the texts speak of.
fn named<'a>(f: &Facts<'a>, name: &'a Fact, used: &mut Vec<&'a Fact>) -> Words<'a> {
    used.push(name);
    let things = || f.project.facts_of(FactKind::Thing);
    let codes = things().map(|t| t.value.as_str());
    let part = part(codes, &name.value, Lang::It);
    if let Some((code, word)) = part.and_then(|code| Some((code, say("thing", code, f.lang)?))) {
        used.extend(things().filter(|t| say("thing", &t.value, f.lang) == Some(word)));
        let within = match f.lang {
            _ if is_bought(f) => f.lang.fill(w::SAY_WHAT_FOR, &[("name", &f.the(&name.value))]),
            Lang::It => grammar::in_(&name.value),
            Lang::En => format!("in {}", f.the(&name.value)),
        };
        return (
            format!("{word} {within}"),
            false,
            made(f, code).into_iter().collect(),
        );
    }
    let many = [Article::I, Article::Gli, Article::Le];
    let is_many = Article::of(&name.value).is_some_and(|a| many.contains(&a));
    let of_it = own_thing(f, name).and_then(|thing| made(f, &thing.value));
    let inside = made_inside(f, name).and_then(|made| Some((made, say("thing", &made.value, f.lang)?)));
    if let Some((made, word)) = inside {
        let within = match f.lang {
            Lang::It => grammar::in_(&name.value),
            Lang::En => format!("in {}", f.the(&name.value)),
        };
        return (format!("{word} {within}"), is_plural(word, f.lang), vec![made]);
    }
    let stretch = own_thing(f, name).is_some_and(|thing| {
        [Thing::CyclePath, Thing::FootCyclePath]
            .map(Thing::code)
            .contains(&thing.value.as_str())
    });
    if stretch && name.value.starts_with("Ciclovia ") {
        let of = f.of(&name.value);
        let text = f.lang.fill(w::SAY_WHAT_STRETCH, &[("of", &of)]);
        return (text, false, of_it.into_iter().collect());
    }
    (f.the(&name.value), is_many, of_it.into_iter().collect())
}

/// The thing that is made, with what is made beside it, or that the works are for.
fn unnamed<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<Words<'a>> {
    if is_of_streets(f) {
        return None;
    }
    let thing = thing(f)?;
    // A comune has one.
    let word = match Thing::from_code(&thing.value).filter(|_| f.only_comune().is_some()) {
        Some(Thing::TownHall) => f.lang.say(w::SAY_WHAT_TOWN_HALL),
        Some(Thing::Port) => f.lang.say(w::SAY_WHAT_PORT),
        _ => say("thing", &thing.value, f.lang)?,
    };
    // "A Massa si rifà il fondo della strada" names the thing with the work.
    let noun = bare(word);
    let works = told(f, FactKind::Work, "does");
    if f.lang == Lang::It && works.iter().any(|(_, does)| does.split(' ').any(|w| w == noun)) {
        return None;
    }
    // "Si aumenta la capacità dei serbatoi" names it, too.
    let holds_more = |fact: &Fact| fact.value == Work::MoreStorage.code();
    if thing.value == Thing::Reservoir.code() && f.project.facts_of(FactKind::Work).any(holds_more) {
        return None;
    }
    // "Si rifanno i marciapiedi" of a street: the path is no other thing.
    let walks = [Work::NewSidewalks, Work::SidewalksRedone, Work::Sidewalks].map(Work::code);
    let walks = |fact: &Fact| walks.contains(&fact.value.as_str());
    let is_path = thing.value == Thing::Path.code() && made(f, &thing.value).is_none();
    if is_path && f.project.facts_of(FactKind::Work).any(walks) {
        return None;
    }
    used.push(thing);
    let roads: Vec<&Fact> = f.project.facts_of(FactKind::Road).collect();
    let is_road = [Thing::Road.code(), Thing::Roads.code()].contains(&thing.value.as_str());
    if is_road && !roads.is_empty() && made(f, &thing.value).is_none() {
        used.extend(&roads);
        let names: Vec<&str> = roads.iter().map(|road| road.value.as_str()).collect();
        return Some(match names.as_slice() {
            [road] => (the_road(road, f.lang), false, Vec::new()),
            _ => (the_roads(&names, f.lang), true, Vec::new()),
        });
    }
    let kind = Thing::from_code(&thing.value);
    if let Some((word, water)) = kind.and_then(|kind| at_water(f, kind, word)) {
        used.push(water);
        let is_many = kind == Some(Thing::RiverBank) && is_lake(&water.value);
        return Some((word, is_many, made(f, &thing.value).into_iter().collect()));
    }
    if let Some(house) = f
        .project
        .fact(FactKind::Within)
        .filter(|_| made(f, &thing.value).is_some())
        && let Some(within) = say("thing", &house.value, f.lang)
    {
        used.push(house);
        let all: Vec<&str> = told(f, FactKind::Made, "thing")
            .iter()
            .map(|(_, word)| *word)
            .collect();
        let word = grammar::list(all.get(..MOST.min(all.len())).unwrap_or_default(), f.lang);
        let text = match house.value == Thing::PublicBuildings.code() {
            true => f.lang.fill(w::SAY_WHAT_ON_PUBLIC, &[("thing", &word)]),
            false => format!("{word} in {within}"),
        };
        let many = all.len() > 1 || is_plural(&word, f.lang);
        return Some((text, many, f.project.facts_of(FactKind::Made).collect()));
    }
    // "Una cucina per un asilo nido", "un centro per la comunità in una scuola".
    if let Some(made) = made_beside_another(f)
        && let Some(other) = the_thing(
            f.card,
            f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str()),
        )
        && let Some(other) = say("thing", other, f.lang).filter(|other| !is_plural(other, f.lang))
    {
        let beside = told(f, FactKind::Beside, "thing");
        let beside = beside.first().filter(|(fact, _)| fact.value != made.value);
        let other = match beside {
            Some((fact, beside)) => {
                used.push(fact);
                grammar::list(&[other, *beside], f.lang)
            }
            None => other.to_owned(),
        };
        let within = match (made.value == Thing::Kitchen.code(), f.lang) {
            (true, Lang::It) => "per",
            (true, Lang::En) => "for",
            (false, _) => "in",
        };
        return Some((
            format!("{word} {within} {other}"),
            is_plural(word, f.lang),
            vec![made],
        ));
    }
    // "Una mensa in una scuola primaria".
    let schools = [
        Thing::PrimarySchool,
        Thing::LowerSecondarySchool,
        Thing::UpperSecondarySchool,
    ];
    let of_school = things_beside(f, &schools)
        .filter(|_| thing.value == Thing::Canteen.code() && f.project.facts_of(FactKind::Made).count() == 1);
    if let (Some(school), Some(made)) = (of_school, made(f, &thing.value))
        && let Some(school) = say("thing", &school.value, f.lang)
    {
        return Some((format!("{word} in {school}"), false, vec![made]));
    }
    // "Un mammografo per un ambulatorio".
    let houses = [
        Thing::Clinic,
        Thing::HealthDistrict,
        Thing::HealthHouse,
        Thing::Hospital,
    ];
    let is_machine = kind.is_some_and(|kind| Thing::MACHINES.contains(&kind));
    if let Some(house) = things_beside(f, &houses).filter(|_| is_machine && is_bought(f))
        && let Some(house_word) = say("thing", &house.value, f.lang)
    {
        used.push(house);
        let within = f.lang.fill(w::SAY_WHAT_FOR, &[("name", house_word)]);
        return Some((format!("{word} {within}"), is_plural(word, f.lang), Vec::new()));
    }
    if made(f, &thing.value).is_some() {
        let all = told(f, FactKind::Made, "thing");
        // What is born of a nursery that grows has a sentence of its own.
        let is_part = matches!(kind, Some(Thing::Nursery | Thing::InfantSchool));
        let all = all
            .into_iter()
            .filter(|(fact, _)| !(is_part && fact.value == Thing::ChildhoodCentre.code()));
        let all: Vec<(&Fact, &str)> = all.take(MOST).collect();
        let words: Vec<&str> = all.iter().map(|(_, word)| *word).collect();
        let facts = all.iter().map(|(fact, _)| *fact).collect();
        return Some((
            grammar::list(&words, f.lang),
            all.len() > 1 || is_plural(word, f.lang),
            facts,
        ));
    }
    let beside = told(f, FactKind::Beside, "thing");
    if let Some((fact, other)) = beside.first() {
        used.push(fact);
        return Some((grammar::list(&[word, *other], f.lang), true, Vec::new()));
    }
    Some((word.to_owned(), is_plural(word, f.lang), Vec::new()))
}

/// "un ponte sul Fosso Alfa", "un tratto del Torrente Beta": where there is one water.
fn at_water<'a>(f: &Facts<'a>, thing: Thing, word: &str) -> Option<(String, &'a Fact)> {
    let mut waters = f.project.facts_of(FactKind::Water);
    let water = waters.next().filter(|_| waters.next().is_none())?;
    let text = match (thing, f.lang) {
        (Thing::Bridge, Lang::It) => format!("{word} {}", grammar::on(&water.value)),
        (Thing::Bridge, Lang::En) => format!("{word} over the {}", water.value),
        (Thing::RiverBank, lang) if is_lake(&water.value) => {
            lang.fill(w::SAY_WHAT_SHORES, &[("of", &f.of(&water.value))])
        }
        (Thing::RiverBank, lang) => lang.fill(w::SAY_WHAT_STRETCH, &[("of", &f.of(&water.value))]),
        _ => return None,
    };
    Some((text, water))
}

/// A lake has banks, and no stretches.
fn is_lake(water: &str) -> bool {
    water.starts_with("Lago ") || water.starts_with("Laghetto ")
}

/// "Delle strade"; "roads", "homes for old people": English puts no article before several.
fn is_plural(word: &str, lang: Lang) -> bool {
    let begins = |articles: &[&str]| articles.iter().any(|article| word.starts_with(article));
    match lang {
        Lang::It => begins(&["dei ", "degli ", "delle ", "i ", "gli ", "le "]),
        Lang::En => {
            let head = word.split(" for ").next().unwrap_or(word);
            head.ends_with('s') && !begins(&["a ", "an ", "the "])
        }
    }
}
