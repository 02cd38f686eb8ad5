//! Figures on a comune → sentences with their tables.

use super::super::Missing;
use super::super::claim::{Cite, Claim};
use super::super::counts::{releases, unknown_amounts, withdrawn_part};
use super::super::facts::cite;
use super::super::how_much::head_size;
use super::super::wording::{amount, at, at_aged, by, finish, the_percent};
use super::figures::{BANDS, ComuneFigures, band, dated_projects};
use super::mission::mission_word;
use crate::lang::{Lang, Word, w};
use crate::model::{Comune, Evidence, ProjectDateKind, Table};
use crate::snapshot::Catalogue;
use crate::text::number::integer;
use crate::title::{at_comune, compose};
use jiff::civil::Date;

/// Turns figures into sentences.
pub(super) struct Telling<'a> {
    pub catalogue: &'a Catalogue,
    pub place: &'a Comune,
    pub figures: &'a ComuneFigures,
    pub lang: Lang,
    /// The day on which it is told.
    pub today: Date,
}

impl Telling<'_> {
    pub fn parts(&self) -> Vec<(Word, Vec<Claim>)> {
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

    fn tables(&self, tables: &[(Table, &'static str)]) -> Vec<Cite> {
        releases(self.catalogue, tables)
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

    /// The region of the archive, where the comune lies in another one.
    fn beyond(&self) -> Option<&str> {
        let own = self.catalogue.provinces.get(&self.place.province)?.region;
        let elsewhere = self.catalogue.region.is_some_and(|region| region != own);
        elsewhere.then_some(self.catalogue.region_name.as_str())
    }

    fn own(&self) -> Vec<Claim> {
        let own = &self.figures.own;
        let count = integer(own.projects as i64, self.lang);
        let head = match own.projects {
            0 => w::SAY_COMUNE_NO_PROJECTS,
            1 => w::SAY_COMUNE_ONE_PROJECT,
            _ => w::SAY_COMUNE_PROJECTS,
        };
        let beyond = self.beyond();
        let beyond =
            beyond.map(|region| self.say(w::SAY_COMUNE_BEYOND, &[("region", region)], self.places()));
        let mut out: Vec<Claim> = beyond.into_iter().collect();
        out.push(self.say(head, &[("count", &count)], self.places()));
        if own.total.0 > 0 {
            let said = amount(own.total, self.lang);
            out.push(self.say(w::SAY_COMUNE_TOTAL, &[("amount", &said)], self.money()));
        }
        out.extend(withdrawn_part(own, self.money(), self.lang));
        if let Some(each) = self.figures.per_head.filter(|c| c.0 > 0) {
            let said = head_size(each, self.lang);
            let mut cites = self.money();
            cites.push(cite(self.place.source, "Popolazione"));
            out.push(self.say(w::SAY_COMUNE_PER_HEAD, &[("amount", &said)], cites));
        }
        if own.pnrr.0 > 0 {
            let said = amount(own.pnrr, self.lang);
            out.push(self.say(w::SAY_COMUNE_PNRR, &[("amount", &said)], self.money()));
        }
        if own.paid.0 > 0 {
            let said = amount(own.paid, self.lang);
            let cites = self.tables(&[(Table::Payments, "Pagamento Totale")]);
            let source = cites.first().and_then(|c| self.catalogue.source(c.source));
            let at = at_aged(source.and_then(|s| s.date), self.today, self.lang);
            let at = by(&at, self.lang);
            out.push(self.say(w::SAY_COMUNE_PAID, &[("amount", &said), ("at", &at)], cites));
        }
        out.extend(unknown_amounts(self.catalogue, own, self.places(), self.lang));
        if let Some(first) = self
            .figures
            .biggest
            .first()
            .and_then(|id| self.catalogue.brief(*id))
        {
            let title = compose(self.catalogue, first, self.lang);
            // Where amounts are unknown nobody can say which project is the largest.
            let word = match own.without_amount {
                0 => w::SAY_COMUNE_BIGGEST,
                _ => w::SAY_COMUNE_BIGGEST_KNOWN,
            };
            out.push(self.say(word, &[("title", &title)], self.money()));
        }
        if let Some(theme) = self.figures.themes.first()
            && let Some(word) = mission_word(&theme.mission)
            && let Some(share) = the_percent(theme.own.total, own.total, self.lang)
        {
            let topic = self.lang.say(word);
            let word = match theme.own.total == own.total {
                true => w::SAY_COMUNE_ONE_MISSION,
                false => w::SAY_COMUNE_MISSION,
            };
            out.push(self.say(word, &[("topic", topic), ("share", &share)], self.money()));
        }
        out
    }

    /// Projects that are not the comune's own; their money is not counted as its own.
    fn wider(&self) -> Vec<Claim> {
        let figures = self.figures;
        let mut out: Vec<Claim> = Vec::new();
        let tell = |n: usize, one: Word, many: Word| {
            let count = integer(n as i64, self.lang);
            match n {
                0 => None,
                1 => Some(self.say(one, &[], self.places())),
                _ => Some(self.say(many, &[("count", &count)], self.places())),
            }
        };
        out.extend(tell(
            figures.shared.projects,
            w::SAY_COMUNE_ONE_SHARED,
            w::SAY_COMUNE_SHARED,
        ));
        if figures.shared.total.0 > 0 {
            let said = amount(figures.shared.total, self.lang);
            out.push(self.say(w::SAY_MANY_SHARED_TOTAL, &[("amount", &said)], self.money()));
        }
        out.extend(tell(
            figures.wide.projects,
            w::SAY_COMUNE_ONE_WIDE,
            w::SAY_COMUNE_WIDE,
        ));
        if !out.is_empty() {
            out.push(self.say(w::SAY_COMUNE_NOT_COUNTED, &[], self.places()));
        }
        out
    }

    fn beside(&self) -> Vec<Claim> {
        let figures = self.figures;
        let (Some(own), Some(median), Some(people), None) = (
            figures.per_head,
            figures.median_per_head,
            figures.population,
            self.beyond(),
        ) else {
            return Vec::new();
        };
        let residents = || vec![cite(self.place.source, "Popolazione")];
        let at = at(
            self.catalogue.source(self.place.source).and_then(|s| s.date),
            self.lang,
        );
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
        out.extend(figures.state.claims(self.catalogue, self.lang));
        let ends = dated_projects(self.catalogue);
        if let Some(source) = ends.filter(|_| figures.late > 0) {
            let count = integer(figures.late as i64, self.lang);
            let word = match figures.late {
                1 => w::SAY_COMUNE_ONE_LATE,
                _ => w::SAY_COMUNE_LATE,
            };
            let at = at_aged(source.date, self.today, self.lang);
            let cites = vec![cite(source.id, ProjectDateKind::EndPlanned.column())];
            out.push(self.say(word, &[("count", &count), ("at", &at)], cites));
        }
        if ends.is_none() {
            let at = at(self.catalogue.dates().1, self.lang);
            out.push(Claim {
                evidence: Evidence::Missing,
                missing: Some(Missing::NotInArchive),
                ..self.say(w::SAY_COMUNE_LATE_UNKNOWN, &[("at", &at)], Vec::new())
            });
        }
        out
    }
}
