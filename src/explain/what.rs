//! What is it: what the project does, which building it is about, the kind of work, the measure.

use super::Evidence;
use super::claim::{Cite, Claim, Missing};
use super::facts::{Facts, cite, small};
use super::{called, targets, told, twin, whereabouts};
use crate::lang::{Lang, Word, w};
use crate::model::{Fact, FactKind, LabelKind, Work};
use crate::title::{compose, lot as lot_in_words, lot_of_code, say};

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let kind = kind(f);
    let mut out = match (told::first(f), kind) {
        (Some(first), Some(kind)) => with_goal(f, told::with_quantities(f, kind.behind(f, first))),
        (Some(first), None) => with_goal(f, told::with_quantities(f, first)),
        (None, Some(kind)) => told::with_quantities(f, kind.alone(f)),
        (None, None) => Vec::new(),
    };
    let whole = match out.is_empty() {
        true => whole(f),
        false => None,
    };
    if let Some(whole) = whole {
        out.push(whole);
        out.extend(goal(f));
    } else if told::first(f).is_none() {
        let does = targets::does(f).or_else(|| Some(f.card_text()?.does));
        let goal = goal(f);
        let guessed = goal.is_none() && is_of_card_alone(f);
        let of_measure = guessed || goal.is_none() && f.is_of_measure(OF_ALL_KINDS);
        let mut told = does.into_iter().flat_map(|does| called::of_card(f, does));
        out.extend(told.next().map(|first| match of_measure {
            true => by_measure(f, first),
            false => first,
        }));
        out.extend(goal);
        out.extend(told);
        let unknown = which(f).or_else(|| guessed.then(|| missing(f, w::SAY_WHAT_EXACTLY)));
        out.extend(unknown.filter(|_| !out.is_empty() && f.project.fact(FactKind::Work).is_none()));
    }
    out.extend(told::parts(f));
    out.extend(told::becomes(f));
    out.extend(told::owner(f));
    out.extend(told::programme(f));
    if out.is_empty() {
        out.extend(measure(f));
    }
    if out.is_empty() {
        out.push(plan(f));
    }
    out
}

/// "Ha come obiettivo 766 metri quadrati di lavori", behind what the measure does.
fn goal(f: &Facts<'_>) -> Option<Claim> {
    let (goal, cites) = targets::goal(f)?;
    Some(goal_alone(f, &goal, &cites))
}

/// Of a project in several regions as the whole's, which "where" says too.
fn goal_alone(f: &Facts<'_>, goal: &str, cites: &[Cite]) -> Claim {
    let tell = |goal: &str| f.observed(w::SAY_WHAT_GOAL_ALONE, &[("goal", goal)], cites.to_vec());
    let whole = tell(&of_the_whole(f, goal.to_owned()));
    if f.fits(&whole.text) { whole } else { tell(goal) }
}

/// The same behind what the texts say, where they give no quantity and there is room.
fn with_goal(f: &Facts<'_>, told: Vec<Claim>) -> Vec<Claim> {
    let quantity = f.project.fact(FactKind::Quantity).is_some();
    let Some((goal, cites)) = targets::goal(f).filter(|_| !quantity) else {
        return told;
    };
    // "Si pagano 4 borse di dottorato" says it.
    if told.first().is_some_and(|first| first.text.contains(&goal)) {
        return told;
    }
    // "Si rinnova uno spazio pubblico, con l'obiettivo di 845 metri quadrati".
    let goal = told
        .first()
        .map_or(goal.clone(), |first| without_noun(&goal, &first.text, f.lang));
    let alone = goal_alone(f, &goal, &cites);
    let goal = of_the_whole(f, goal);
    let mut told = told.into_iter();
    let values = [("goal", goal.as_str())];
    let first = told.next();
    let joined = first.map(|first| f.join(first, w::SAY_WHAT_GOAL_BEHIND, &values, alone));
    joined.into_iter().flatten().chain(told).collect()
}

/// "326 giovani in tutto, anche in altre regioni": the goal is not of the places here alone.
fn of_the_whole(f: &Facts<'_>, goal: String) -> String {
    match whereabouts::is_elsewhere(f) {
        true => f.lang.fill(w::SAY_WHAT_GOAL_WHOLE, &[("goal", &goal)]),
        false => goal,
    }
}

/// The goal without the thing that is measured, where the sentence before has just named it.
fn without_noun(goal: &str, said: &str, lang: Lang) -> String {
    let (measure, and) = match lang {
        Lang::It => ("metri quadrati di ", " e "),
        Lang::En => ("square metres of ", " and "),
    };
    let Some(at) = goal.find(measure) else {
        return goal.to_owned();
    };
    let (before, noun) = goal.split_at(at + measure.len());
    let (noun, rest) = match noun.find(and) {
        Some(end) => noun.split_at(end),
        None => (noun, ""),
    };
    // "di", "of".
    let unit = before
        .trim_end()
        .rsplit_once(' ')
        .map_or(before, |(unit, _)| unit);
    match said.contains(noun) {
        true => format!("{unit}{rest}"),
        false => goal.to_owned(),
    }
}

/// Measures of works of all kinds: what their cards say is one of several things.
const OF_ALL_KINDS: &[&str] = &["M2C4I2", "M5C2I2"];

/// "Quale lavoro sia, i dati non lo dicono."
fn which(f: &Facts<'_>) -> Option<Claim> {
    f.is_of_measure(OF_ALL_KINDS)
        .then(|| missing(f, w::SAY_WHAT_WHICH))
}

/// "È il lotto 1 di un progetto più grande, che qui si chiama «Acquedotto a Prato: tubature nuove»": of
/// a project without texts, where one of the same measure and CUP has some.
fn whole(f: &Facts<'_>) -> Option<Claim> {
    if f.project.label(LabelKind::Nature).is_some() || !f.project.facts.is_empty() {
        return None;
    }
    let mut told = twin::twins(f).filter(|brief| brief.facts.first(FactKind::Thing).is_some());
    let brief = told.next().filter(|_| told.next().is_none())?;
    let title = compose(f.catalogue, brief, f.lang);
    let mut cites = twin::cites(f);
    let lot = lot_of_code(&f.project.local_code);
    let word = match &lot {
        Some(_) => w::SAY_WHAT_LOT_OF,
        None => w::SAY_WHAT_SAME_CUP,
    };
    if lot.is_some() {
        cites.extend(f.seen.first().map(|s| cite(s.id, "Codice Locale Progetto")));
    }
    let lot = lot.map(|value| lot_in_words(&value, f.lang)).unwrap_or_default();
    Some(f.linked(word, &[("lot", &lot), ("title", &title)], cites))
}

fn missing(f: &Facts<'_>, word: Word) -> Claim {
    Claim {
        missing: Some(Missing::NotInArchive),
        ..f.claim(Evidence::Missing, word, &[], Vec::new())
    }
}

/// Measures that pay for one thing: what their cards say is what each project does.
const OF_ONE_THING: &[&str] = &[
    "M1C2I3.01",
    "M2C1I2.02",
    "M2C3I1.01",
    "M3C1I1.04",
    "M4C1I4.01",
    "M4C2I1.02",
    "M4C2I3.03",
    "M6C2I2.02",
];

/// Whether no table has a text of the project: those that do have the codes of its CUP, too.
fn is_of_card_alone(f: &Facts<'_>) -> bool {
    let has_texts = f.project.label(LabelKind::Nature).is_some();
    !has_texts
        && targets::does(f).is_none()
        && !f.is_of_measure(OF_ALL_KINDS)
        && !f.is_of_measure(OF_ONE_THING)
}

/// "Secondo la misura, il progetto a Prato porta in una scuola computer nuovi."
fn by_measure(f: &Facts<'_>, claim: Claim) -> Claim {
    let said = small(&claim.text);
    let text = f.lang.fill(w::SAY_WHAT_BY_MEASURE, &[("said", &said)]);
    match f.fits(&text) {
        true => Claim { text, ..claim },
        false => claim,
    }
}

/// The kind of work, from the CUP's type or, when that has no words of ours, its nature; and the
/// kind of thing.
struct Kind {
    does: Word,
    cites: Vec<Cite>,
    /// " (asili nido)".
    category: String,
    /// It says in what house a thing is made.
    is_reuse: bool,
}

/// Where the texts say thing and works they say it better; of goods, services and grants the card
/// says more.
fn kind(f: &Facts<'_>) -> Option<Kind> {
    let nature = f.project.label(LabelKind::Nature)?;
    if f.card.is_some() && nature.value != "03" {
        return None;
    }
    let has = |kind| f.project.fact(kind).is_some();
    // That a thing is made says what kind of works they are.
    let is_made = has(FactKind::Made) || told::is_new(f);
    // What was done to the house of a thing that is there already is over.
    let reuse = reuse(f).filter(|_| is_made && told::reached(f).is_none());
    if is_made && reuse.is_none() {
        return None;
    }
    let named = has(FactKind::Thing) || has(FactKind::Name) || has(FactKind::Road);
    let category = category(f).filter(|_| !named);
    let (does, own, kind) = [LabelKind::Type, LabelKind::Nature]
        .into_iter()
        .find_map(|kind| {
            let label = f.project.label(kind)?;
            let key = format!("say.kind.k{}", label.value.replace('.', "_"));
            let word = reuse.or_else(|| Word::from_key(&key))?;
            Some((word, cite(label.source, kind.column()), kind))
        })?;
    // "Fa dei lavori pubblici" alone tells nothing.
    let plain = has(FactKind::Work) && reuse.is_none() || kind == LabelKind::Nature;
    if f.card.is_some() && category.is_none() && plain {
        return None;
    }
    let mut cites = vec![own];
    let category = category.map_or_else(String::new, |(word, cite)| {
        cites.push(cite);
        format!(" ({})", f.lang.say(word))
    });
    Some(Kind {
        does,
        cites,
        category,
        is_reuse: reuse.is_some(),
    })
}

/// What is made in a house that was there: that is worth telling where the texts say no more of the
/// works than that it is made or mended.
fn reuse(f: &Facts<'_>) -> Option<Word> {
    let label = f.project.label(LabelKind::Type)?;
    let word = Word::from_key(&format!("say.reuse.k{}", label.value.replace('.', "_")))?;
    let says_more = |fact: &Fact| {
        let work = Work::from_code(&fact.value);
        work.is_some_and(|w| !w.is_vague() || w.is_beside()) && say("does", &fact.value, f.lang).is_some()
    };
    let said = f.project.facts_of(FactKind::Work).any(says_more);
    (!said && told::is_house(f)).then_some(word)
}

impl Kind {
    /// "A Pistoia si costruisce un'opera nuova (asili nido)."
    fn alone(&self, f: &Facts<'_>) -> Claim {
        let (place, mut cites) = told::at_the_start(f);
        cites.extend(self.cites.clone());
        let values = [
            ("place", place.as_str()),
            ("does", f.lang.say(self.does)),
            ("category", &self.category),
        ];
        let word = match place.is_empty() {
            true => w::SAY_WHAT_KIND,
            false => w::SAY_WHAT_KIND_AT,
        };
        f.observed(word, &values, cites)
    }

    /// Behind what the texts say, where there is room: the kind of thing, and what is done where
    /// they do not say it.
    fn behind(&self, f: &Facts<'_>, first: Claim) -> Claim {
        // "Si realizza un centro in un edificio pubblico: si rinnova l'edificio" says it.
        if self.is_reuse && first.text.contains(": ") {
            return first;
        }
        let works = !self.is_reuse && f.project.fact(FactKind::Work).is_some();
        let values = [
            ("does", f.lang.say(self.does)),
            ("category", self.category.as_str()),
        ];
        let word = match works {
            true => w::SAY_WHAT_CATEGORY_BEHIND,
            false => w::SAY_WHAT_KIND_BEHIND,
        };
        let alone = self.alone(f);
        f.join(first, word, &values, alone).swap_remove(0)
    }
}

/// The category in our words.
fn category(f: &Facts<'_>) -> Option<(Word, Cite)> {
    let label = f.project.label(LabelKind::Category)?;
    let word = Word::from_key(&format!("say.category.c{}", label.value.replace('.', "_")))?;
    Some((word, cite(label.source, LabelKind::Category.column())))
}

/// A project of which nothing else is known is one of its measure.
fn measure(f: &Facts<'_>) -> Option<Claim> {
    let name = &f.measure?.name;
    let cites = f.cite_measure("Descrizione Submisura");
    (!name.is_empty()).then(|| f.linked(w::SAY_WHAT_OFFICIAL_MEASURE, &[("name", name)], cites))
}

fn plan(f: &Facts<'_>) -> Claim {
    let word = if f.has_left().is_some() {
        w::SAY_WHAT_PLAN_THEN
    } else if f.project.submeasure.is_pnc() {
        w::SAY_WHAT_PLAN_PNC
    } else {
        w::SAY_WHAT_PLAN_PNRR
    };
    match f.cite_code() {
        cites if cites.is_empty() => f.own_words(word, &[]),
        cites => f.linked(word, &[], cites),
    }
}
