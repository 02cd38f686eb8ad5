//! The same engine on a comune: its own projects, the shared and the wider ones kept apart, and
//! how it stands beside comuni of its size.

use super::claim::{Cite, Claim};
use super::facts::cite;
use super::how_much::head_size;
use super::wording::{amount, day, finish, the_percent};
use crate::lang::{Lang, Word, w};
use crate::model::{Brief, Cents, Comune, ComuneCode, Evidence, ProjectId, Source, Status, Table};
use crate::snapshot::Catalogue;
use crate::text::number::integer;
use crate::title::{at_comune, compose};
use jiff::civil::Date;
use std::collections::HashMap;

/// How a project belongs to a comune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All of it lies in the comune.
    Own,
    /// It lies in other comuni too.
    Shared,
    /// It covers a whole province or region that holds the comune.
    Wide,
    /// It covers the whole nation.
    National,
}

/// Count and sums of some projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub projects: usize,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Projects without any published funding.
    pub without_amount: usize,
}

impl Share {
    pub(super) fn add_brief(&mut self, brief: &Brief) {
        self.projects += 1;
        self.total += brief.total.unwrap_or_default();
        self.pnrr += brief.pnrr.unwrap_or_default();
        self.paid += brief.paid.unwrap_or_default();
        self.without_amount += usize::from(brief.total.is_none() && brief.pnrr.is_none());
    }
}

/// The figures behind the sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComuneFigures {
    pub own: Share,
    pub shared: Share,
    pub wide: Share,
    pub national: Share,
    pub population: Option<u32>,
    /// Funding of its own projects for every inhabitant.
    pub per_head: Option<Cents>,
    /// The median of the same figure over the region's comuni of the same band of population.
    pub median_per_head: Option<Cents>,
    /// Comuni in that band, itself included.
    pub band_comuni: usize,
    /// Its own projects, the largest first.
    pub biggest: Vec<ProjectId>,
    pub finished: usize,
    /// The planned end lies before the day of the table, and no end is stated.
    pub late: usize,
    /// Own projects and their funding by mission (`M4`; `C` for the PNC), the largest first.
    pub missions: Vec<(String, usize, Cents)>,
}

/// A comune, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComuneAccount {
    pub code: ComuneCode,
    pub name: String,
    pub lang: Lang,
    pub figures: ComuneFigures,
    /// Headings and their sentences, in order.
    pub parts: Vec<(Word, Vec<Claim>)>,
}

/// Upper ends of the bands of population; above the last there is one more.
const BANDS: [u32; 5] = [2_000, 5_000, 10_000, 20_000, 50_000];
/// Projects listed as the biggest.
const BIGGEST: usize = 5;

pub fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang) -> Option<ComuneAccount> {
    let place = catalogue.comuni.get(&code)?;
    let figures = figures(catalogue, place);
    let parts = Telling {
        catalogue,
        place,
        figures: &figures,
        lang,
    }
    .parts();
    Some(ComuneAccount {
        code,
        name: place.name.clone(),
        lang,
        figures,
        parts,
    })
}

/// How a project belongs to a comune, if it does.
fn scope(brief: &Brief, comune: &Comune, region: Option<crate::model::RegionCode>) -> Option<Scope> {
    let here = |p: &crate::model::BriefPlace| p.comune == Some(comune.code);
    if brief.places.iter().any(here) {
        let own = brief.places.iter().all(here);
        return Some(if own { Scope::Own } else { Scope::Shared });
    }
    let wide = |p: &crate::model::BriefPlace| {
        p.comune.is_none()
            && (p.province == Some(comune.province)
                || p.province.is_none() && p.region.is_some() && p.region == region)
    };
    if brief.places.iter().any(wide) {
        return Some(Scope::Wide);
    }
    let national =
        |p: &crate::model::BriefPlace| p.comune.is_none() && p.province.is_none() && p.region.is_none();
    brief.places.iter().any(national).then_some(Scope::National)
}

fn figures(catalogue: &Catalogue, comune: &Comune) -> ComuneFigures {
    let region = catalogue.provinces.get(&comune.province).map(|p| p.region);
    let mut out = ComuneFigures {
        population: comune.population,
        ..ComuneFigures::default()
    };
    let mut own: Vec<&Brief> = Vec::new();
    for brief in &catalogue.projects {
        match scope(brief, comune, region) {
            Some(Scope::Own) => {
                out.own.add_brief(brief);
                own.push(brief);
            }
            Some(Scope::Shared) => out.shared.add_brief(brief),
            Some(Scope::Wide) => out.wide.add_brief(brief),
            Some(Scope::National) => out.national.add_brief(brief),
            None => {}
        }
    }
    out.finished = own.iter().filter(|b| b.status == Status::Completed).count();
    let seen = dated_projects(catalogue).and_then(|s| s.date);
    out.late = own
        .iter()
        .filter(|b| matches!(b.status, Status::Ongoing | Status::Funded | Status::Unknown))
        .filter(|b| matches!((b.end, seen), (Some(end), Some(seen)) if end < seen))
        .count();
    out.missions = missions(catalogue, &own);
    own.retain(|b| b.total.is_some_and(|t| t.0 > 0));
    own.sort_by_key(|b| (std::cmp::Reverse(b.total), b.id));
    out.biggest = own.iter().take(BIGGEST).map(|b| b.id).collect();
    let heads = per_head(catalogue, region);
    out.per_head = heads.get(&comune.code).copied();
    if let Some(band) = comune.population.map(band) {
        let of_band = |code: &ComuneCode| {
            let people = catalogue.comuni.get(code).and_then(|c| c.population);
            people.map(self::band) == Some(band)
        };
        let mut values: Vec<Cents> = heads
            .iter()
            .filter(|(c, _)| of_band(c))
            .map(|(_, v)| *v)
            .collect();
        values.sort_unstable();
        out.band_comuni = values.len();
        out.median_per_head = median(&values);
    }
    out
}

/// The newest table of projects that has planned ends at all.
fn dated_projects(catalogue: &Catalogue) -> Option<&Source> {
    let column = crate::model::ProjectDateKind::EndPlanned.column();
    let dated = catalogue.sources.iter().filter(|s| s.has_column(column));
    dated.max_by_key(|s| s.date)
}

fn missions(catalogue: &Catalogue, own: &[&Brief]) -> Vec<(String, usize, Cents)> {
    let mut by: HashMap<&str, (usize, Cents)> = HashMap::new();
    for brief in own {
        if let Some(measure) = catalogue.measure_of(brief) {
            let entry = by.entry(measure.code.mission()).or_default();
            entry.0 += 1;
            entry.1 += brief.total.unwrap_or_default();
        }
    }
    let mut out: Vec<(String, usize, Cents)> = by
        .into_iter()
        .map(|(mission, (n, sum))| (mission.to_owned(), n, sum))
        .collect();
    out.sort_by(|a, b| (b.2, b.1, &a.0).cmp(&(a.2, a.1, &b.0)));
    out
}

/// Funding of its own projects for every inhabitant, of each comune of a region; zero where there
/// is none.
fn per_head(catalogue: &Catalogue, region: Option<crate::model::RegionCode>) -> HashMap<ComuneCode, Cents> {
    let mut sums: HashMap<ComuneCode, Cents> = HashMap::new();
    for brief in &catalogue.projects {
        if let Some(code) = brief.places.first().and_then(|p| p.comune)
            && brief.places.iter().all(|p| p.comune == Some(code))
        {
            *sums.entry(code).or_default() += brief.total.unwrap_or_default();
        }
    }
    let inside = |c: &&Comune| catalogue.provinces.get(&c.province).map(|p| p.region) == region;
    catalogue
        .comuni
        .values()
        .filter(inside)
        .filter_map(|c| {
            let people = c.population.filter(|n| *n > 0)?;
            let sum = sums.get(&c.code).copied().unwrap_or_default();
            Some((c.code, Cents(sum.0 / i64::from(people))))
        })
        .collect()
}

fn band(people: u32) -> usize {
    BANDS.iter().position(|end| people < *end).unwrap_or(BANDS.len())
}

/// The middle value; of two middle ones, their mean.
fn median(sorted: &[Cents]) -> Option<Cents> {
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => sorted.get(half).copied(),
        _ => Some(Cents((sorted.get(half - 1)?.0 + sorted.get(half)?.0) / 2)),
    }
}

/// Turns figures into sentences.
struct Telling<'a> {
    catalogue: &'a Catalogue,
    place: &'a Comune,
    figures: &'a ComuneFigures,
    lang: Lang,
}

impl Telling<'_> {
    fn parts(&self) -> Vec<(Word, Vec<Claim>)> {
        let parts = [
            (w::SAY_COMUNE_OWN, self.own()),
            (w::SAY_COMUNE_WIDER, self.wider()),
            (w::SAY_COMUNE_BESIDE, self.beside()),
            (w::SAY_COMUNE_STATE, self.state()),
        ];
        parts
            .into_iter()
            .filter(|(_, claims)| !claims.is_empty())
            .collect()
    }

    fn say(&self, word: Word, values: &[(&str, &str)], cites: Vec<Cite>) -> Claim {
        let at_comune = at_comune(&self.place.name, self.lang);
        let mut all = vec![("comune", self.place.name.as_str()), ("at_comune", &at_comune)];
        all.extend_from_slice(values);
        Claim {
            text: finish(self.lang.fill(word, &all)),
            evidence: Evidence::Derived,
            cites,
            missing: None,
        }
    }

    /// "al 31 marzo 2025", or that the table has no date.
    fn at(&self, date: Option<Date>) -> String {
        match date {
            Some(date) => day(date, self.lang).at(),
            None => self.lang.say(w::SAY_UNDATED).to_owned(),
        }
    }

    /// The newest releases that speak of projects, one of each of the given tables.
    fn tables(&self, tables: &[(Table, &'static str)]) -> Vec<Cite> {
        tables
            .iter()
            .filter_map(|(table, column)| {
                let of = self
                    .catalogue
                    .sources
                    .iter()
                    .filter(|s| s.table == *table && s.rows > 0);
                Some(cite(of.max_by_key(|s| (s.date, s.id))?.id, column))
            })
            .collect()
    }

    fn places(&self) -> Vec<Cite> {
        self.tables(&[
            (Table::Places, "Descrizione Comune"),
            (Table::Candidatures, "comune"),
            (Table::PncPlaces, "Comune"),
        ])
    }

    fn money(&self) -> Vec<Cite> {
        self.tables(&[
            (Table::Projects, "Finanziamento Totale"),
            (Table::Payments, "Finanziamento Totale"),
            (Table::Candidatures, "importo_finanziamento"),
            (Table::PncProjects, "Finanziamento PNC"),
        ])
    }

    fn own(&self) -> Vec<Claim> {
        let own = &self.figures.own;
        let count = integer(own.projects as i64, self.lang);
        let head = match own.projects {
            0 => w::SAY_COMUNE_NO_PROJECTS,
            1 => w::SAY_COMUNE_ONE_PROJECT,
            _ => w::SAY_COMUNE_PROJECTS,
        };
        let mut out = vec![self.say(head, &[("count", &count)], self.places())];
        if own.total.0 > 0 {
            let said = amount(own.total, self.lang);
            out.push(self.say(w::SAY_COMUNE_TOTAL, &[("amount", &said)], self.money()));
        }
        if own.pnrr.0 > 0 {
            let said = amount(own.pnrr, self.lang);
            out.push(self.say(w::SAY_COMUNE_PNRR, &[("amount", &said)], self.money()));
        }
        if let Some(each) = self.figures.per_head.filter(|c| c.0 > 0) {
            let said = head_size(each, self.lang);
            let mut cites = self.money();
            cites.push(cite(self.place.source, "Popolazione"));
            out.push(self.say(w::SAY_COMUNE_PER_HEAD, &[("amount", &said)], cites));
        }
        if own.paid.0 > 0 {
            let said = amount(own.paid, self.lang);
            let cites = self.tables(&[(Table::Payments, "Pagamento Totale")]);
            let source = cites.first().and_then(|c| self.catalogue.source(c.source));
            let at = self.at(source.and_then(|s| s.date));
            out.push(self.say(w::SAY_MUCH_PAID, &[("amount", &said), ("at", &at)], cites));
        }
        if own.without_amount > 0 && own.without_amount < own.projects {
            let count = integer(own.without_amount as i64, self.lang);
            let word = if own.without_amount == 1 {
                w::SAY_COMUNE_ONE_WITHOUT_AMOUNT
            } else {
                w::SAY_COMUNE_WITHOUT_AMOUNT
            };
            out.push(self.say(word, &[("count", &count)], self.places()));
        } else if own.projects > 0 && own.without_amount == own.projects {
            out.push(self.say(w::SAY_COMUNE_NO_AMOUNTS, &[], self.places()));
        }
        if let Some(first) = self
            .figures
            .biggest
            .first()
            .and_then(|id| self.catalogue.brief(*id))
        {
            let title = compose(self.catalogue, first, self.lang);
            out.push(self.say(w::SAY_COMUNE_BIGGEST, &[("title", &title)], self.money()));
        }
        out
    }

    /// Projects that are not the comune's own; their money is not counted as its own.
    fn wider(&self) -> Vec<Claim> {
        let figures = self.figures;
        let mut out = Vec::new();
        let mut tell = |n: usize, one: Word, many: Word| {
            let count = integer(n as i64, self.lang);
            match n {
                0 => {}
                1 => out.push(self.say(one, &[], self.places())),
                _ => out.push(self.say(many, &[("count", &count)], self.places())),
            }
        };
        tell(
            figures.shared.projects,
            w::SAY_COMUNE_ONE_SHARED,
            w::SAY_COMUNE_SHARED,
        );
        tell(figures.wide.projects, w::SAY_COMUNE_ONE_WIDE, w::SAY_COMUNE_WIDE);
        tell(
            figures.national.projects,
            w::SAY_COMUNE_ONE_NATIONAL,
            w::SAY_COMUNE_NATIONAL,
        );
        if !out.is_empty() {
            out.push(self.say(w::SAY_COMUNE_NOT_COUNTED, &[], self.places()));
        }
        out
    }

    fn beside(&self) -> Vec<Claim> {
        let figures = self.figures;
        let (Some(own), Some(median), Some(people)) =
            (figures.per_head, figures.median_per_head, figures.population)
        else {
            return Vec::new();
        };
        let residents = || vec![cite(self.place.source, "Popolazione")];
        let at = self.at(self.catalogue.source(self.place.source).and_then(|s| s.date));
        let people_said = integer(i64::from(people), self.lang);
        let mut out = vec![self.say(
            w::SAY_MUCH_PEOPLE,
            &[("people", &people_said), ("at", &at)],
            residents(),
        )];
        if figures.band_comuni < 3 {
            return out;
        }
        let (count, said) = (
            integer(figures.band_comuni as i64, self.lang),
            head_size(median, self.lang),
        );
        let mut cites = self.money();
        cites.extend(residents());
        let band = self.band_phrase(band(people));
        out.push(self.say(
            w::SAY_COMUNE_MEDIAN,
            &[("count", &count), ("band", &band), ("amount", &said)],
            cites.clone(),
        ));
        let word = match own.cmp(&median) {
            std::cmp::Ordering::Less => w::SAY_COMUNE_BELOW,
            std::cmp::Ordering::Equal => w::SAY_COMUNE_EQUAL,
            std::cmp::Ordering::Greater => w::SAY_COMUNE_ABOVE,
        };
        out.push(self.say(word, &[], cites));
        out
    }

    fn band_phrase(&self, band: usize) -> String {
        let figure = |n: u32| integer(i64::from(n), self.lang);
        match (band.checked_sub(1).and_then(|i| BANDS.get(i)), BANDS.get(band)) {
            (None, Some(end)) => self.lang.fill(w::SAY_COMUNE_BAND_UNDER, &[("to", &figure(*end))]),
            (Some(start), Some(end)) => self.lang.fill(
                w::SAY_COMUNE_BAND,
                &[("from", &figure(*start)), ("to", &figure(*end))],
            ),
            (Some(start), None) => self
                .lang
                .fill(w::SAY_COMUNE_BAND_ABOVE, &[("from", &figure(*start))]),
            (None, None) => String::new(),
        }
    }

    fn state(&self) -> Vec<Claim> {
        let figures = self.figures;
        let mut out = Vec::new();
        if figures.own.projects == 0 {
            return out;
        }
        let cites = self.tables(&[
            (Table::Projects, "Stato Avanzamento Progetto"),
            (Table::Candidatures, "stato_candidatura"),
        ]);
        let mut tell = |n: usize, none: Option<Word>, one: Word, many: Word| {
            let count = integer(n as i64, self.lang);
            match (n, none) {
                (0, None) => {}
                (0, Some(word)) => out.push(self.say(word, &[], cites.clone())),
                (1, _) => out.push(self.say(one, &[], cites.clone())),
                _ => out.push(self.say(many, &[("count", &count)], cites.clone())),
            }
        };
        tell(
            figures.finished,
            Some(w::SAY_COMUNE_NONE_FINISHED),
            w::SAY_COMUNE_ONE_FINISHED,
            w::SAY_COMUNE_FINISHED,
        );
        tell(figures.late, None, w::SAY_COMUNE_ONE_LATE, w::SAY_COMUNE_LATE);
        if let Some((mission, _, sum)) = figures.missions.first()
            && let Some(word) = mission_word(mission)
            && let Some(share) = the_percent(*sum, figures.own.total, self.lang)
        {
            let topic = self.lang.say(word);
            out.push(self.say(
                w::SAY_COMUNE_MISSION,
                &[("topic", topic), ("share", &share)],
                self.money(),
            ));
        }
        if dated_projects(self.catalogue).is_none() {
            let at = self.at(self.catalogue.dates().1);
            out.push(Claim {
                evidence: Evidence::Missing,
                missing: Some(super::Missing::NotInArchive),
                ..self.say(w::SAY_COMUNE_LATE_UNKNOWN, &[("at", &at)], Vec::new())
            });
        }
        out
    }
}

/// "la scuola e la ricerca": what a mission is about, in our words.
pub(super) fn mission_word(mission: &str) -> Option<Word> {
    Word::from_key(&format!("say.mission.{}", mission.to_lowercase()))
}

/// "M4: la scuola e la ricerca", "PNC D: la cultura".
pub fn mission_name(mission: &str, lang: Lang) -> String {
    let code = match mission.len() {
        1 => format!("PNC {mission}"),
        _ => mission.to_owned(),
    };
    match mission_word(mission) {
        Some(word) => format!("{code}: {}", lang.say(word)),
        None => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missions_and_parts_of_the_complementary_plan_have_names() {
        assert_eq!(mission_name("M6", Lang::It), "M6: la salute");
        assert_eq!(mission_name("D", Lang::En), "PNC D: culture");
    }

    #[test]
    fn bands_and_medians() {
        assert_eq!((band(1_999), band(2_000), band(60_000)), (0, 1, 5));
        assert_eq!(median(&[Cents(1), Cents(3)]), Some(Cents(2)));
        assert_eq!(median(&[Cents(1), Cents(3), Cents(9)]), Some(Cents(3)));
        assert_eq!(median(&[]), None);
    }
}
