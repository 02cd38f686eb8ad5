//! The same engine on a measure: what it is for, how much there is in Italy and in the region,
//! who runs it, its milestones.

use super::claim::{Cite, Claim};
use super::counts::{Counts, releases, unknown_amounts, withdrawn_part};
use super::facts::{cite, the, written};
use super::promise;
use super::share::{Share, largest_first};
use super::wording::{amount, at_aged, finish, the_percent};
use crate::lang::{CardText, Lang, Word, card, w};
use crate::model::{Cents, Evidence, Measure, Milestone, ProjectId, SourceId, Submeasure, Table};
use crate::snapshot::Catalogue;
use crate::text::number::integer;
use jiff::civil::Date;

/// The figures behind the sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureFigures {
    /// National allocation.
    pub total: Option<Cents>,
    /// National spending, as declared.
    pub spent: Option<Cents>,
    /// Projects of the snapshot.
    pub region: Share,
    /// They by how far they are.
    pub state: Counts,
    /// All of them, the largest first.
    pub all: Vec<ProjectId>,
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

/// Explains a measure, as it is explained today.
pub fn measure(catalogue: &Catalogue, code: &Submeasure, lang: Lang, today: Date) -> Option<MeasureAccount> {
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
        today,
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
    let mut all = Vec::new();
    let of = |b: &&crate::model::Brief| catalogue.measure_of(b).is_some_and(|m| m.code == measure.code);
    for brief in catalogue.regional().filter(of) {
        out.region.add_brief(brief);
        out.state.add(brief);
        all.push(brief);
    }
    all.sort_by_key(|b| largest_first(b));
    out.all = all.into_iter().map(|b| b.id).collect();
    out
}

struct Telling<'a> {
    catalogue: &'a Catalogue,
    measure: &'a Measure,
    text: Option<&'static CardText>,
    figures: &'a MeasureFigures,
    milestones: &'a [Milestone],
    lang: Lang,
    today: Date,
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

    /// Set when the measure is in the newest table of the programme no more.
    fn left(&self) -> Option<Claim> {
        let programme = self.measure.programme.as_ref()?;
        let name = self.text.map_or(self.measure.name.as_str(), |t| t.name);
        let at = at_aged(Some(programme.left?), self.today, self.lang);
        let cites = vec![cite(programme.source, "Codice Univoco Submisura")];
        Some(self.say(
            Evidence::Derived,
            w::SAY_WHAT_LEFT,
            &[("name", name), ("at", &at)],
            cites,
        ))
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
        let mut out: Vec<Claim> = self.left().into_iter().collect();
        let does = written(text.does);
        match out.is_empty() {
            true => out.extend(each_project(does, self.lang)),
            // What has left the plan pays for nothing any more.
            false => out.extend(does.into_iter().map(|claim| of_each(claim, self.lang))),
        }
        let texts = [text.what, text.why, text.who, text.change];
        let rest: Vec<Claim> = texts.into_iter().flat_map(written).collect();
        out.extend(rest.into_iter().map(|claim| of_each(claim, self.lang)));
        out.extend(self.example(text.example));
        out
    }

    /// A made-up case, which says that it is one.
    fn example(&self, text: &'static str) -> Vec<Claim> {
        let mut claims = written(text);
        if let Some(first) = claims.first_mut() {
            let mut chars = first.text.chars();
            let small: String = chars
                .next()
                .map(|c| c.to_lowercase().chain(chars).collect())
                .unwrap_or_default();
            first.text = finish(self.lang.fill(w::SAY_MEASURE_EXAMPLE, &[("example", &small)]));
        }
        claims
    }

    /// Nothing of a measure that left the plan: what an old table gave it is no more its own.
    fn money(&self) -> Vec<Claim> {
        let mut out = Vec::new();
        if self.left().is_some() {
            return out;
        }
        if let Some(total) = self.measure.total.filter(|t| t.0 > 0) {
            let (said, at) = (amount(total, self.lang), self.at(self.measure.source));
            out.push(self.say(
                Evidence::Observed,
                w::SAY_MEASURE_TOTAL,
                &[("amount", &said), ("at", &at)],
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
        let date = self.catalogue.source(source).and_then(|s| s.date);
        at_aged(date, self.today, self.lang)
    }

    /// What the snapshot holds of it.
    fn here(&self) -> Vec<Claim> {
        let region = &self.figures.region;
        let cites = || {
            let lists = [
                Table::Projects,
                Table::Places,
                Table::Payments,
                Table::Candidatures,
                Table::PncProjects,
            ];
            releases(self.catalogue, &lists.map(|table| (table, "CUP")))
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
        out.extend(withdrawn_part(region, cites(), self.lang));
        out.extend(unknown_amounts(self.catalogue, region, cites(), self.lang));
        out.extend(self.figures.state.claims(self.catalogue, self.lang));
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

    /// The last numbers promised to Europe, each with what it is a number of; a term that has gone
    /// by says so. Steps, and numbers of which we have no words, stand in the table alone.
    fn terms(&self) -> Vec<Claim> {
        if self.left().is_some() {
            return Vec::new();
        }
        let european = self.milestones.iter().filter(|m| m.european);
        let told: Vec<Claim> = european
            .filter_map(|m| promise::claim(m, self.lang, self.today))
            .collect();
        let skip = told.len().saturating_sub(MOST_MILESTONES);
        let mut out: Vec<Claim> = told.into_iter().skip(skip).collect();
        if !out.is_empty() {
            out.extend(own_words(w::SAY_MEASURE_NATIONWIDE, self.lang));
        }
        out
    }

    fn ask(&self) -> Vec<Claim> {
        self.text.map(|t| written(t.ask)).unwrap_or_default()
    }
}

/// A sentence of ours.
fn own_words(word: Word, lang: Lang) -> Vec<Claim> {
    written(lang.say(word))
}

/// Words of a sentence that a person still follows.
const MOST_WORDS: usize = 24;

/// What the card says of one project, said by the measure of each of its projects.
fn each_project(claims: Vec<Claim>, lang: Lang) -> Vec<Claim> {
    let mut claims = claims.into_iter();
    let first = claims.next().map(|first| {
        let does = first.text.strip_prefix(lang.say(w::SAY_MEASURE_ONE));
        let paid = does.map(|does| lang.fill(w::SAY_MEASURE_PAYS, &[("does", does)]));
        match paid.filter(|paid| paid.split_whitespace().count() <= MOST_WORDS) {
            Some(text) => Claim { text, ..first },
            None => of_each(first, lang),
        }
    });
    let rest = claims.map(|claim| of_each(claim, lang));
    first.into_iter().chain(rest).collect()
}

/// "Il progetto apre…" → "Ogni progetto apre…".
fn of_each(claim: Claim, lang: Lang) -> Claim {
    match claim.text.strip_prefix(lang.say(w::SAY_MEASURE_ONE)) {
        Some(does) => Claim {
            text: lang.fill(w::SAY_MEASURE_EACH, &[("does", does)]),
            ..claim
        },
        None => claim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::fixture::{self, TODAY};
    use crate::model::{Brief, Status};

    #[test]
    fn the_sum_says_what_of_it_was_for_withdrawn_projects() {
        let mut catalogue = fixture::catalogue();
        let brief = |cup: &str, status: Status| Brief {
            total: Some(Cents(1_000_000)),
            status,
            ..Brief::new(ProjectId::of("M1C1I1.04.03", cup, "", 0), 1)
        };
        catalogue.projects = vec![
            brief("one", Status::Funded),
            brief("two", Status::Withdrawn),
            brief("three", Status::Withdrawn),
        ]
        .into();
        let code = Submeasure::parse("M1C1I1.04.03");
        let account = code
            .ok()
            .and_then(|code| measure(&catalogue, &code, Lang::It, TODAY));
        let parts = account.map(|a| a.parts).unwrap_or_default();
        let claims = parts.into_iter().flat_map(|(_, claims)| claims);
        let told: Vec<String> = claims.map(|c| c.text).collect();
        let at = |text: &str| told.iter().position(|t| t == text);
        let sum = at("In tutto il loro finanziamento è di 30.000 euro.");
        let part = at("Nella somma ci sono anche 2 progetti ritirati, per 20.000 euro.");
        assert!(sum.is_some() && part == sum.map(|i| i + 1), "{told:?}");
    }
}
