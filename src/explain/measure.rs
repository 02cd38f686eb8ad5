//! The same engine on a measure: what it is for, how much there is in Italy and in the region,
//! who runs it, its milestones.

use super::claim::{Cite, Claim};
use super::facts::{cite, the};
use super::share::Share;
use super::when::term;
use super::wording::{amount, at, finish, the_percent};
use crate::lang::{CardText, Lang, Word, card, w};
use crate::model::{Cents, Evidence, Measure, Milestone, SourceId, Status, Submeasure, Table};
use crate::snapshot::Catalogue;
use crate::text::number::{decimal, integer};
use crate::text::readability;

/// The figures behind the sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureFigures {
    /// National allocation.
    pub total: Option<Cents>,
    /// National spending, as declared.
    pub spent: Option<Cents>,
    /// Projects of the snapshot.
    pub region: Share,
    pub finished: usize,
}

/// A measure, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureAccount {
    pub code: Submeasure,
    /// Our short name, else the official one.
    pub name: String,
    pub official_name: String,
    pub lang: Lang,
    pub figures: MeasureFigures,
    pub milestones: Vec<Milestone>,
    /// Headings and their sentences, in order.
    pub parts: Vec<(Word, Vec<Claim>)>,
}

/// Milestones told in sentences.
const MOST_MILESTONES: usize = 4;

pub fn measure(catalogue: &Catalogue, code: &Submeasure, lang: Lang) -> Option<MeasureAccount> {
    let measure = catalogue.measure(code.as_str())?;
    let text = card(code.card_code()).map(|c| c.text(lang));
    let milestones = catalogue.milestones.get(code).cloned().unwrap_or_default();
    let figures = figures(catalogue, measure);
    let telling = Telling {
        catalogue,
        measure,
        text,
        figures: &figures,
        milestones: &milestones,
        lang,
    };
    let parts = telling.parts();
    let name = text.map_or(measure.name.as_str(), |t| t.name);
    Some(MeasureAccount {
        code: code.clone(),
        name: name.to_owned(),
        official_name: measure.name.clone(),
        lang,
        parts,
        milestones,
        figures,
    })
}

fn figures(catalogue: &Catalogue, measure: &Measure) -> MeasureFigures {
    let mut out = MeasureFigures {
        total: measure.total,
        spent: measure.spending.as_ref().map(|s| s.spent),
        ..MeasureFigures::default()
    };
    let of = |b: &&crate::model::Brief| catalogue.measure_of(b).is_some_and(|m| m.code == measure.code);
    for brief in catalogue.projects.iter().filter(of) {
        out.region.add_brief(brief);
        out.finished += usize::from(brief.status == Status::Completed);
    }
    out
}

struct Telling<'a> {
    catalogue: &'a Catalogue,
    measure: &'a Measure,
    text: Option<&'static CardText>,
    figures: &'a MeasureFigures,
    milestones: &'a [Milestone],
    lang: Lang,
}

impl Telling<'_> {
    fn parts(&self) -> Vec<(Word, Vec<Claim>)> {
        let parts = [
            (w::SAY_MEASURE_PURPOSE, self.purpose()),
            (w::SAY_MEASURE_MONEY, self.money()),
            (w::SAY_MEASURE_HERE, self.here()),
            (w::SAY_MEASURE_TERMS, self.terms()),
            (w::SAY_MEASURE_ASK, self.ask()),
        ];
        parts
            .into_iter()
            .filter(|(_, claims)| !claims.is_empty())
            .collect()
    }

    fn say(&self, evidence: Evidence, word: Word, values: &[(&str, &str)], cites: Vec<Cite>) -> Claim {
        Claim {
            text: finish(self.lang.fill(word, values)),
            evidence,
            cites,
            missing: None,
        }
    }

    fn own(&self, column: &'static str) -> Vec<Cite> {
        vec![cite(self.measure.source, column)]
    }

    fn prose(&self, text: &'static str) -> Vec<Claim> {
        readability::sentences(text)
            .into_iter()
            .map(|sentence| Claim {
                text: finish(sentence.to_owned()),
                evidence: Evidence::Linked,
                cites: self.own("Codice Univoco Submisura"),
                missing: None,
            })
            .collect()
    }

    fn purpose(&self) -> Vec<Claim> {
        let Some(text) = self.text else {
            let name = self.measure.name.as_str();
            let cites = self.own("Descrizione Submisura");
            return vec![self.say(
                Evidence::Observed,
                w::SAY_WHAT_OFFICIAL_MEASURE,
                &[("name", name)],
                cites,
            )];
        };
        let texts = [
            text.does,
            text.what,
            text.why,
            text.who,
            text.change,
            text.example,
        ];
        texts.into_iter().flat_map(|t| self.prose(t)).collect()
    }

    fn money(&self) -> Vec<Claim> {
        let mut out = Vec::new();
        if let Some(total) = self.measure.total.filter(|t| t.0 > 0) {
            let said = amount(total, self.lang);
            out.push(self.say(
                Evidence::Observed,
                w::SAY_MEASURE_TOTAL,
                &[("amount", &said)],
                self.own("Importo Totale"),
            ));
        }
        if let Some(spending) = &self.measure.spending {
            let said = amount(spending.spent, self.lang);
            let at = self.at(spending.source);
            let cites = vec![cite(spending.source, "Spesa Dichiarata PNRR")];
            out.push(self.say(
                Evidence::Linked,
                w::SAY_MEASURE_SPENT,
                &[("amount", &said), ("at", &at)],
                cites,
            ));
            let share = self
                .measure
                .total
                .and_then(|total| the_percent(spending.spent, total, self.lang));
            if let Some(share) = share {
                let mut cites = self.own("Importo Totale");
                cites.push(cite(spending.source, "Spesa Dichiarata PNRR"));
                out.push(self.say(
                    Evidence::Derived,
                    w::SAY_MEASURE_SPENT_SHARE,
                    &[("share", &share)],
                    cites,
                ));
            }
        }
        let word = match self
            .measure
            .loan_or_grant
            .as_deref()
            .map(str::to_lowercase)
            .as_deref()
        {
            Some("prestito") => Some(w::SAY_WHO_LOAN),
            Some("sovvenzione") => Some(w::SAY_WHO_GRANT),
            _ => None,
        };
        out.extend(
            word.map(|word| self.say(Evidence::Observed, word, &[], self.own("Prestito o Sovvenzione"))),
        );
        if let Some(name) = self.measure.administration.as_deref() {
            let the = the(name, self.lang);
            out.push(self.say(
                Evidence::Observed,
                w::SAY_WHO_ADMINISTRATION,
                &[("body", &the)],
                self.own("Amministrazione Titolare"),
            ));
        }
        out
    }

    fn at(&self, source: SourceId) -> String {
        at(self.catalogue.source(source).and_then(|s| s.date), self.lang)
    }

    /// What the snapshot holds of it.
    fn here(&self) -> Vec<Claim> {
        let region = &self.figures.region;
        let cites = || -> Vec<Cite> {
            let lists = [
                Table::Projects,
                Table::Places,
                Table::Payments,
                Table::Candidatures,
                Table::PncProjects,
            ];
            lists
                .iter()
                .filter_map(|table| {
                    let of = self
                        .catalogue
                        .sources
                        .iter()
                        .filter(|s| s.table == *table && s.rows > 0);
                    Some(cite(of.max_by_key(|s| (s.date, s.id))?.id, "CUP"))
                })
                .collect()
        };
        let count = integer(region.projects as i64, self.lang);
        let within = self.within();
        let word = match region.projects {
            0 => w::SAY_MEASURE_NONE_HERE,
            1 => w::SAY_MEASURE_ONE_HERE,
            _ => w::SAY_MEASURE_MANY_HERE,
        };
        let say = |word, values: &[(&str, &str)]| self.say(Evidence::Derived, word, values, cites());
        let mut out = vec![say(word, &[("count", &count), ("within", &within)])];
        if region.total.0 > 0 {
            let said = amount(region.total, self.lang);
            out.push(say(w::SAY_MEASURE_TOTAL_HERE, &[("amount", &said)]));
        }
        if region.without_amount > 0 {
            let count = integer(region.without_amount as i64, self.lang);
            let word = if region.without_amount == 1 {
                w::SAY_COMUNE_ONE_WITHOUT_AMOUNT
            } else {
                w::SAY_COMUNE_WITHOUT_AMOUNT
            };
            out.push(say(word, &[("count", &count)]));
        }
        let finished = integer(self.figures.finished as i64, self.lang);
        match self.figures.finished {
            0 => {}
            1 => out.push(say(w::SAY_MEASURE_ONE_FINISHED, &[])),
            _ => out.push(say(w::SAY_MEASURE_FINISHED, &[("count", &finished)])),
        }
        out
    }

    fn within(&self) -> String {
        let region = self.catalogue.region.and_then(|r| self.catalogue.regions.get(&r));
        match (region, self.lang) {
            (Some(region), Lang::It) => region.in_it.clone(),
            (Some(region), Lang::En) => format!("in {}", region.name),
            (None, _) => self.lang.say(w::SAY_IN_ITALY).to_owned(),
        }
    }

    /// The last European terms, the nearest to the plan's end being what people ask about.
    fn terms(&self) -> Vec<Claim> {
        let dated: Vec<&Milestone> = self
            .milestones
            .iter()
            .filter(|m| m.european && m.year.is_some() && m.quarter.is_some())
            .collect();
        let skip = dated.len().saturating_sub(MOST_MILESTONES);
        dated
            .into_iter()
            .skip(skip)
            .filter_map(|m| {
                let term = term(m, self.lang)?;
                let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
                let mut cites = vec![
                    cite(m.source, "Anno di Conseguimento"),
                    cite(m.source, "Trimestre di Conseguimento"),
                ];
                Some(match goal {
                    Some(goal) => {
                        cites.push(cite(m.source, "Valore Obiettivo Target"));
                        let figure = decimal(goal, 2, self.lang);
                        let word = match m.unit.as_deref() {
                            Some("Percentuale") => w::SAY_MEASURE_TARGET_PERCENT,
                            _ => w::SAY_MEASURE_TARGET,
                        };
                        self.say(
                            Evidence::Linked,
                            word,
                            &[("term", &term), ("goal", &figure)],
                            cites,
                        )
                    }
                    None => self.say(
                        Evidence::Linked,
                        w::SAY_MEASURE_MILESTONE,
                        &[("term", &term)],
                        cites,
                    ),
                })
            })
            .collect()
    }

    fn ask(&self) -> Vec<Claim> {
        self.text.map(|t| self.prose(t.ask)).unwrap_or_default()
    }
}
