//! What does not add up in the data is told, not hidden.

use super::claim::{Cite, Claim};
use super::contracts::contracts;
use super::facts::{Facts, cite};
use super::tender::{AWARD, BASE};
use super::wording::day;
use super::{funds, money, phases, state, targets, twin, updates, when};
use crate::lang::{Lang, Word, card, w};
use crate::model::{
    AmountKind, Cents, Cup, Disagreement, DisagreementKind, Fund, LabelKind, ProjectDateKind, ProjectId,
    SourceId, Stated, Submeasure, Table, Tender,
};
use crate::text::number::{self, euro, integer};
use jiff::civil::Date;

/// Disagreements told in sentences.
const MOST_DISAGREEMENTS: usize = 3;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    out.extend(cup(f));
    out.extend(siblings(f));
    out.extend(overpaid(f));
    out.extend(award_above_base(f));
    out.extend(contracts_above_cost(f));
    out.extend(order_of_dates(f));
    out.extend(start_to_come(f));
    out.extend(end_to_come(f));
    out.extend(phase_to_come(f));
    out.extend(under_way_and_ended(f));
    out.extend(under_way_and_reached(f));
    out.extend(paid_out_and_not_yet(f));
    out.extend(old_comune(f));
    out.extend(shares(f));
    out.extend(unlisted(f));
    out.extend(super::unread::claims(f));
    out.extend(disagreements(f));
    out
}

/// Where the list of applications says that it is checked and paid, and the table of indicators that it
/// is not yet done.
fn paid_out_and_not_yet(f: &Facts<'_>) -> Option<Claim> {
    let (yet, at, cell) = targets::yet(f).filter(|_| state::is_paid_out(f))?;
    Some(f.observed(w::SAY_ODD_NOT_YET, &[("at", &at), ("yet", yet)], vec![cell]))
}

fn cup(f: &Facts<'_>) -> Option<Claim> {
    let cites = || twin::cites(f);
    if f.project.cup.is_empty() {
        return Some(f.observed(w::SAY_ODD_NO_CUP, &[], cites()));
    }
    match Cup::parse(&f.project.cup) {
        Err(error) if error.position > 0 => {
            let position = error.position.to_string();
            Some(f.derived(w::SAY_ODD_CUP, &[("position", &position)], cites()))
        }
        Ok(found) if found.unusual.is_none() => None,
        _ => Some(f.derived(w::SAY_ODD_CUP_UNUSUAL, &[], cites())),
    }
}

/// Other projects under the same CUP, of other measures or of the same.
fn siblings(f: &Facts<'_>) -> Vec<Claim> {
    let (same, other): (Vec<_>, Vec<_>) = f
        .project
        .siblings
        .iter()
        .partition(|(_, measure)| *measure == f.project.submeasure);
    let doubles = &f.project.doubles;
    let moved = moved(f);
    let is_told = |id| doubles.contains(id) || moved.as_ref().is_some_and(|(other, _)| other == id);
    let same: Vec<_> = same.into_iter().filter(|(id, _)| !is_told(id)).collect();
    let mut measures: Vec<_> = other.iter().map(|(_, m)| m).collect();
    measures.sort_unstable();
    measures.dedup();
    let cites = twin::cites(f);
    // "How much" has told it where nothing else is known.
    let of = worth(f, &same).filter(|_| money::whole(f).is_some());
    let of = of.unwrap_or_default();
    let mut out = Vec::new();
    let mut tell = |n: usize, one: Word, many: Word, of: &str| {
        let count = integer(n as i64, f.lang);
        let values = [("count", count.as_str()), ("cup", &f.project.cup), ("of", of)];
        match n {
            0 => {}
            1 => out.push(f.linked(one, &values, cites.clone())),
            _ => out.push(f.linked(many, &values, cites.clone())),
        }
    };
    tell(doubles.len(), w::SAY_ODD_DOUBLE, w::SAY_ODD_DOUBLES, "");
    if let Some((_, claim)) = moved {
        out.push(claim);
        return out;
    }
    // "Sta anche in un'altra scheda: «Aule e laboratori digitali»."
    if let [measure] = measures.as_slice()
        && let Some(card) = card(measure.card_code())
    {
        let values = [
            ("cup", f.project.cup.as_str()),
            ("title", card.text(f.lang).title),
        ];
        let claim = f.linked(w::SAY_ODD_OTHER_SHEET, &values, cites.clone());
        tell(same.len(), w::SAY_ODD_SAME_CUP, w::SAY_ODD_MANY_SAME_CUP, &of);
        out.insert(0, claim);
        return out;
    }
    tell(
        measures.len(),
        w::SAY_ODD_OTHER_MEASURE,
        w::SAY_ODD_OTHER_MEASURES,
        "",
    );
    tell(same.len(), w::SAY_ODD_SAME_CUP, w::SAY_ODD_MANY_SAME_CUP, &of);
    out
}

/// The same application under another body, in an older list or in a newer one.
fn moved(f: &Facts<'_>) -> Option<(ProjectId, Claim)> {
    let (id, is_newer) = f.project.moved?;
    let body = f.catalogue.body_of(f.catalogue.brief(id)?)?;
    let word = match is_newer {
        true => w::SAY_ODD_MOVED_TO,
        false => w::SAY_ODD_MOVED_FROM,
    };
    let claim = f.linked(word, &[("body", &f.the(&body.name))], twin::cites(f));
    Some((id, claim))
}

/// ", da 131.250 euro,": the money of the only other project.
fn worth(f: &Facts<'_>, others: &[&(ProjectId, Submeasure)]) -> Option<String> {
    let [(id, _)] = others else {
        return None;
    };
    let total = f.catalogue.brief(*id)?.total?;
    let amount = euro(total.0, f.lang);
    Some(f.lang.fill(w::SAY_ODD_SAME_CUP_WORTH, &[("amount", &amount)]))
}

fn overpaid(f: &Facts<'_>) -> Option<Claim> {
    [Fund::Total, Fund::Pnrr].into_iter().find_map(|fund| {
        let funding = f.project.amount(AmountKind::Funding, fund)?;
        let paid = f.project.amount(AmountKind::Payment, fund)?;
        // A cent more is rounding; a funding of an earlier day may have grown since.
        if funding.value.0 <= 0
            || paid.value.0 <= funding.value.0 + 100
            || f.is_older(funding.source, paid.source)
        {
            return None;
        }
        let over = euro(paid.value.0 - funding.value.0, f.lang);
        let cites = vec![
            cite(paid.source, funds::column(AmountKind::Payment, fund)),
            cite(funding.source, fund.column()),
        ];
        Some(f.derived(w::SAY_ODD_OVERPAID, &[("amount", &over)], cites))
    })
}

/// What may be put on top of a base price: the pensions of those who plan, taxes, or both.
const ON_TOP: [i64; 4] = [10_400, 11_000, 12_200, 12_688];

/// Whether a price is another with what is put on top of it.
fn is_on_top(award: Cents, base: Cents) -> bool {
    ON_TOP
        .iter()
        .any(|share| (base.0 * share - award.0 * 10_000).abs() <= award.0 * 10)
}

/// The first tender that was won above its base, for another reason than taxes.
pub(super) fn tender_above_base<'a>(f: &Facts<'a>) -> Option<&'a Tender> {
    let above = |base: Option<Cents>, award: Option<Cents>| matches!((base, award), (Some(b), Some(a)) if b.0 > 0 && a.0 > b.0 + 100 && !is_on_top(a, b));
    f.project.tenders.iter().find(|t| above(t.base, t.award))
}

fn award_above_base(f: &Facts<'_>) -> Option<Claim> {
    let odd = tender_above_base(f)?;
    let source = odd.source?;
    let cites = vec![cite(source, AWARD), cite(source, BASE)];
    let said = |amount: Option<Cents>| euro(amount.map_or(0, |a| a.0), f.lang);
    let (award, base) = (said(odd.award), said(odd.base));
    Some(f.derived(w::SAY_ODD_AWARD, &[("award", &award), ("base", &base)], cites))
}

/// The price of a contract, the table that has it, and its CIG.
pub(super) type Price<'a> = (Cents, SourceId, &'a str);

/// The prices of the contracts that are together more than the whole cost, and its cell: prices without
/// taxes, of this project alone.
pub(super) fn prices_above_cost<'a>(f: &Facts<'a>) -> Option<(Vec<Price<'a>>, Cents, Cite)> {
    let (fund, cost, source, column) = money::whole(f)?;
    let contracts = contracts(f);
    let priced = contracts.iter().filter_map(|contract| {
        let (price, source) = contract.price()?;
        let cig = contract
            .rows
            .iter()
            .map(|t| t.cig.as_str())
            .find(|cig| !cig.is_empty());
        Some((price, source, cig.unwrap_or_default()))
    });
    let prices: Vec<Price<'_>> = priced.collect();
    let sum = sum_of(&prices);
    // What one code gives to several projects is not this one's.
    let is_alone = f.project.siblings.is_empty() && fund == Fund::Total;
    // A price above a base that is the cost is told already.
    let is_told = tender_above_base(f).is_some_and(|t| t.award == Some(sum) && t.base == Some(cost));
    let is_above = is_alone && !is_told && sum.0 * 100 > cost.0 * 101 && !is_on_top(sum, cost);
    is_above.then_some((prices, cost, cite(source, column)))
}

fn sum_of(prices: &[Price<'_>]) -> Cents {
    prices.iter().map(|(price, ..)| *price).sum()
}

fn contracts_above_cost(f: &Facts<'_>) -> Option<Claim> {
    let (prices, cost, whole) = prices_above_cost(f)?;
    let word = match prices.len() {
        1 => w::SAY_ODD_CONTRACT_ABOVE,
        _ => w::SAY_ODD_CONTRACTS_ABOVE,
    };
    let mut cites: Vec<Cite> = prices.iter().map(|(_, source, _)| cite(*source, AWARD)).collect();
    cites.push(whole);
    let (sum, cost) = (euro(sum_of(&prices).0, f.lang), euro(cost.0, f.lang));
    Some(f.derived(word, &[("sum", &sum), ("cost", &cost)], cites))
}

/// An end before its start.
fn order_of_dates(f: &Facts<'_>) -> Vec<Claim> {
    use ProjectDateKind::{EndActual, EndPlanned, StartActual, StartPlanned};
    [
        (StartPlanned, EndPlanned, w::SAY_ODD_PLANNED_DATES),
        (StartActual, EndActual, w::SAY_ODD_ACTUAL_DATES),
    ]
    .into_iter()
    .filter_map(|(start, end, word)| {
        let (start, end) = (f.project.date(start)?, f.project.date(end)?);
        (end.value < start.value).then(|| {
            let values = [
                ("start", day(start.value, f.lang).of()),
                ("end", day(end.value, f.lang).of()),
            ];
            let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
            let cites = vec![
                cite(start.source, start.kind.column()),
                cite(end.source, end.kind.column()),
            ];
            f.derived(word, &values, cites)
        })
    })
    .collect()
}

/// An actual start that lies after the day of the table.
fn start_to_come(f: &Facts<'_>) -> Option<Claim> {
    let start = f.project.date(ProjectDateKind::StartActual)?;
    let seen = f.date_of(start.source)?;
    (start.value > seen).then(|| {
        let (of, at) = (day(start.value, f.lang).of(), f.at(Some(seen)));
        f.derived(
            w::SAY_ODD_START_TO_COME,
            &[("day", &of), ("at", &at)],
            vec![cite(start.source, start.kind.column())],
        )
    })
}

/// A phase whose actual day lies after the day of the table.
fn phase_to_come(f: &Facts<'_>) -> Option<Claim> {
    let phase = phases::to_come(f)?;
    let name = phases::phrase(f, phase.name.as_deref().unwrap_or(&phase.code));
    let at = f.at_source(phase.source);
    let cites = vec![
        cite(phase.source, "Data Inizio Effettiva"),
        cite(phase.source, "Data Fine Effettiva"),
    ];
    Some(f.derived(w::SAY_ODD_PHASE_TO_COME, &[("phase", &name), ("at", &at)], cites))
}

/// A table says that the project is under way and has the day of its end.
fn under_way_and_ended(f: &Facts<'_>) -> Option<Claim> {
    let end = f.project.date(ProjectDateKind::EndActual)?;
    let label = f.project.label(LabelKind::Progress)?;
    let come = f.date_of(end.source).is_none_or(|seen| end.value <= seen);
    (come && when::said_under_way(f) && !state::is_over(f)).then(|| {
        let on = day(end.value, f.lang).on();
        f.derived(
            w::SAY_ODD_UNDER_WAY,
            &[("on", &on), ("state", &label.value)],
            vec![
                cite(label.source, LabelKind::Progress.column()),
                cite(end.source, end.kind.column()),
            ],
        )
    })
}

/// A table says that the project is under way, and another that it gave all that it had to.
fn under_way_and_reached(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::Progress)?;
    let target = targets::last_of_all(f).filter(|_| Stated::of(&label.value) == Some(Stated::Ongoing))?;
    let cites = vec![
        cite(label.source, LabelKind::Progress.column()),
        cite(target.source, targets::ACHIEVED),
    ];
    Some(f.derived(w::SAY_ODD_REACHED, &[], cites))
}

/// An actual end that lies after the day of the table.
fn end_to_come(f: &Facts<'_>) -> Option<Claim> {
    let end = f.project.date(ProjectDateKind::EndActual)?;
    let seen = f.date_of(end.source)?;
    (end.value > seen).then(|| {
        let (of, at) = (day(end.value, f.lang).of(), f.at(Some(seen)));
        f.derived(
            w::SAY_ODD_END_TO_COME,
            &[("day", &of), ("at", &at)],
            vec![cite(end.source, end.kind.column())],
        )
    })
}

/// A comune that today's list of ISTAT does not have.
fn old_comune(f: &Facts<'_>) -> Option<Claim> {
    let known = |code| f.catalogue.comuni.contains_key(&code);
    let old = f
        .project
        .places
        .iter()
        .find(|p| p.comune.is_some_and(|code| !known(code)))?;
    let cites = vec![cite(old.source, "Descrizione Comune")];
    Some(f.derived(w::SAY_ODD_COMUNE, &[], cites))
}

/// Published shares of places that do not make a hundred.
fn shares(f: &Facts<'_>) -> Option<Claim> {
    let places = &f.project.places;
    let shares: Option<Vec<u32>> = places.iter().map(|p| p.share.filter(|s| *s > 0)).collect();
    let sum: u32 = shares.filter(|s| s.len() > 1)?.iter().sum();
    // Shares are rounded to a hundredth of a per cent each.
    if sum.abs_diff(10_000) <= places.len() as u32 {
        return None;
    }
    let said = number::decimal(f64::from(sum) / 100.0, 2, f.lang);
    let cites = places
        .iter()
        .map(|p| cite(p.source, "Percentuale di Localizzazione"))
        .collect();
    Some(f.derived(w::SAY_ODD_SHARES, &[("sum", &said)], cites))
}

/// A newer release of a list that had this project has it no more.
fn unlisted(f: &Facts<'_>) -> Option<Claim> {
    // A list that has it under another body has it.
    if f.project.moved.is_some_and(|(_, is_newer)| is_newer) {
        return None;
    }
    let label = f.project.label(LabelKind::Unlisted)?;
    let newer = f.catalogue.source(label.source)?;
    let lists: &[Table] = match newer.table {
        Table::Candidatures => &[Table::Candidatures],
        Table::PncProjects | Table::PncPlaces => &[Table::PncProjects, Table::PncPlaces],
        _ => &[Table::Projects, Table::Places],
    };
    let listed = f.seen.iter().filter(|s| lists.contains(&s.table));
    let last = listed
        .filter_map(|s| s.date)
        .filter(|day| Some(*day) < newer.date)
        .max();
    let values = [("newer", f.at(newer.date)), ("last", f.at(last))];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(f.derived(
        w::SAY_ODD_UNLISTED,
        &values,
        vec![cite(newer.id, label.kind.column())],
    ))
}

/// Values of the same day that do not agree, each pair once; one that a later day replaced is no
/// contradiction, and what differs by its rounding differs by nothing.
fn disagreements(f: &Facts<'_>) -> Vec<Claim> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let mut out = Vec::new();
    for d in &f.project.disagreements {
        let pair = (d.kept.as_str(), d.other.as_str());
        let (_, _, shown) = field(&d.field);
        let again = !matches!(shown, Shown::Code) && pairs.contains(&pair);
        if again || !is_told(d) {
            continue;
        }
        pairs.push(pair);
        out.push(disagreement(f, d));
        if out.len() == MOST_DISAGREEMENTS {
            break;
        }
    }
    out
}

/// Whether two values contradict each other.
pub(super) fn is_told(d: &Disagreement) -> bool {
    d.kind != DisagreementKind::Update && !updates::is_rounding(d)
}

/// The column that a field of a disagreement stands in.
pub(super) fn column(of: &str) -> &'static str {
    field(of).0
}

/// A value of a disagreement as its table writes it, but for how we write amounts and days.
pub(super) fn as_published(of: &str, raw: &str, lang: Lang) -> String {
    let (_, word, shown) = field(of);
    match shown {
        Shown::Amount => updates::cents(raw).map_or_else(|| raw.to_owned(), |c| number::amount(c.0, lang)),
        Shown::Date => raw
            .parse()
            .map_or_else(|_| raw.to_owned(), |day: Date| number::date_short(day)),
        // No official text is printed.
        Shown::Code if word == w::SAY_FIELD_TITLE => String::new(),
        Shown::Code => raw.to_owned(),
    }
}

/// That two tables differ, and for figures and days what each of them says.
fn disagreement(f: &Facts<'_>, d: &Disagreement) -> Claim {
    let (kept_at, other_at) = (f.at_source(d.kept_source), f.at_source(d.other_source));
    let (column, what, shown) = field(&d.field);
    let cites = vec![cite(d.kept_source, column), cite(d.other_source, column)];
    let thing = f.lang.say(what);
    let value = |raw: &str| show(raw, shown, f.lang);
    let values = [
        ("thing", thing.to_owned()),
        ("kept", value(&d.kept)),
        ("other", value(&d.other)),
        ("kept_at", kept_at),
        ("other_at", other_at),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    let word = match shown {
        Shown::Code => w::SAY_ODD_DIFFERENT,
        Shown::Amount | Shown::Date => w::SAY_ODD_VALUES,
    };
    f.observed(word, &values, cites)
}

/// How the two values of a disagreement are written; codes are not shown.
#[derive(Clone, Copy)]
enum Shown {
    Amount,
    Date,
    Code,
}

fn show(raw: &str, shown: Shown, lang: Lang) -> String {
    match shown {
        Shown::Amount => updates::cents(raw).map_or_else(|| raw.to_owned(), |c| euro(c.0, lang)),
        Shown::Date => raw
            .parse()
            .map_or_else(|_| raw.to_owned(), |d: Date| number::date(d, lang)),
        Shown::Code => String::new(),
    }
}

/// The column of `funding.total`, `label.cup_status`, `date.end_planned`…, a word for it, and how
/// its values are shown.
fn field(field: &str) -> (&'static str, Word, Shown) {
    let (group, name) = field.split_once('.').unwrap_or((field, ""));
    match group {
        "funding" | "payment" => {
            let kind = AmountKind::from_code(group).unwrap_or(AmountKind::Funding);
            let fund = Fund::from_code(name).unwrap_or(Fund::Total);
            let word = match (kind, fund) {
                (AmountKind::Funding, Fund::Total) => w::SAY_FIELD_FUNDING,
                (AmountKind::Funding, Fund::Pnrr) => w::SAY_FIELD_FUNDING_PNRR,
                (AmountKind::Funding | AmountKind::OfCup, _) => w::SAY_FIELD_FUNDING_OTHER,
                (AmountKind::Payment, _) => w::SAY_FIELD_PAYMENT,
            };
            (funds::column(kind, fund), word, Shown::Amount)
        }
        "date" => {
            let kind = ProjectDateKind::from_code(name);
            let word = match kind {
                Some(ProjectDateKind::StartPlanned) => w::SAY_FIELD_START_PLANNED,
                Some(ProjectDateKind::StartActual) => w::SAY_FIELD_START,
                Some(ProjectDateKind::EndPlanned) => w::SAY_FIELD_END_PLANNED,
                Some(ProjectDateKind::EndActual) => w::SAY_FIELD_END,
                _ => w::SAY_FIELD_DATE,
            };
            (kind.map_or("", |k| k.column()), word, Shown::Date)
        }
        _ => {
            let kind = LabelKind::from_code(name).or_else(|| LabelKind::from_code(group));
            let word = match kind {
                Some(LabelKind::CupStatus) => w::SAY_FIELD_CUP_STATUS,
                Some(LabelKind::Progress) => w::SAY_FIELD_PROGRESS,
                Some(LabelKind::Nature | LabelKind::Type) => w::SAY_FIELD_NATURE,
                Some(LabelKind::Sector | LabelKind::Subsector | LabelKind::Category) => w::SAY_FIELD_CATEGORY,
                Some(_) => w::SAY_FIELD_OTHER,
                None if group.contains("body") || group.contains("implementer") || group.contains("role") => {
                    w::SAY_FIELD_BODY
                }
                None if group.contains("title") => w::SAY_FIELD_TITLE,
                None if group.contains("place") => w::SAY_FIELD_PLACE,
                None => w::SAY_FIELD_OTHER,
            };
            let column = match (kind, word) {
                (Some(kind), _) => kind.column(),
                (None, w::SAY_FIELD_BODY) => "Soggetto Attuatore",
                (None, w::SAY_FIELD_TITLE) => "Titolo Progetto",
                (None, w::SAY_FIELD_PLACE) => "Descrizione Comune",
                (None, _) => "",
            };
            (column, word, Shown::Code)
        }
    }
}
