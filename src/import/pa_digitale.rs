//! PA digitale 2026: the candidatures that were funded, and the calls. A candidature says itself
//! where its body is; it joins a known project by its CUP, or stands alone. The same key (CUP,
//! body and call) returns in later releases, and in later windows of its call: one story, which
//! [`super::settle::story`] puts in order.

pub(crate) mod calls;

use super::bodies::Who;
use super::columns::{Layout, columns};
use super::draft::Draft;
use super::gather::{Gather, check_cup};
use super::key::{is_region, short_id};
use super::person::Doubt;
use super::read::Row;
use super::report::{LeftOut, Problem};
use crate::model::{
    Call, Candidature, ComuneCode, LabelKind, Measure, Place, ProvinceCode, RegionCode, Role, SourceId,
    Submeasure, Table,
};

columns! {
    Ipa = "codice_ipa", Needed;
    Body = "ente";
    BodyKind = "tipologia_ente";
    ComuneName = "comune";
    Comune = "cod_comune", Needed;
    Province = "cod_provincia";
    Region = "cod_regione", Needed;
    RegionName = "regione";
    Amount = "importo_finanziamento", Needed, Number;
    Call = "avviso", Needed;
    Sent = "data_invio_candidatura";
    Funded = "data_finanziamento";
    Cup = "codice_cup", Needed;
    Window = "numero_finestra_temporale", Number;
    Status = "stato_candidatura";
    StatusDate = "data_stato_candidatura";
    Measure = "misura";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Candidatures,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    if !is_region(row.raw(Col::Region), gather.region) {
        if gather.drafts.has_cup(row.raw(Col::Cup)) {
            let cup = row.text(Col::Cup).to_uppercase();
            gather.candidatures_elsewhere.insert(cup.trim().to_owned());
        }
        return Err(LeftOut::OtherRegion);
    }
    let source = row.source(&mut gather.sources);
    let cup = row
        .word(Col::Cup)
        .map(|c| c.to_uppercase())
        .ok_or(LeftOut::BadKey)?;
    let call = row.word(Col::Call).unwrap_or_default();
    let named = number(&row.text(Col::Measure)).or_else(|| number(&call));
    let Some(measure) = named.and_then(|n| gather.measures.of_number(&n)) else {
        row.problem(Col::Call, Problem::BadSubmeasure);
        return Err(LeftOut::BadKey);
    };
    let ipa = row.word(Col::Ipa).unwrap_or_default().to_lowercase();
    let call_id = short_id(&call);
    let key = (measure.clone(), cup, format!("{ipa} {call_id}"));
    let candidature = candidature(row, ipa, call_of(&call_id, &measure, call, source), source);
    let known = gather.candidatures.get(&key);
    if known.is_some_and(|said| said.candidatures.contains(&candidature)) {
        gather.duplicates += 1;
        row.problem(Col::Cup, Problem::DuplicateRow);
        return Err(LeftOut::Duplicate);
    }
    gather.keep(row);
    check_cup(row, Col::Cup.into());
    name_measure(row, gather, &measure, source);
    let mut said = Draft::default();
    said.spell(source, &key.2);
    said.label(&mut gather.labels, LabelKind::Call, Some(call_id), source);
    said.places.push(place(row, gather, source));
    if let Who::Body(id) = applicant(row, gather, source) {
        said.bodies.push((Role::Applicant, id, source));
    }
    if let Some(call) = &candidature.call
        && !gather.calls.contains_key(&call.id)
    {
        gather.calls.insert(call.id.clone(), call.clone());
    }
    said.unread.extend(row.unread_of(
        source,
        "candidature",
        &[
            (Col::Amount.into(), "amount"),
            (Col::Sent.into(), "sent"),
            (Col::Funded.into(), "funded"),
            (Col::StatusDate.into(), "status_date"),
        ],
    ));
    said.candidatures.push(candidature);
    gather.candidatures.entry(key).or_default().absorb(said);
    Ok(())
}

fn candidature(row: &mut Row, ipa: String, call: Call, source: SourceId) -> Candidature {
    Candidature {
        ipa,
        call: Some(call),
        window: window(row),
        amount: row.amount(Col::Amount),
        sent: row.date(Col::Sent),
        funded: row.date(Col::Funded),
        status: row
            .text(Col::Status)
            .trim()
            .chars()
            .next()
            .map(|c| c.to_ascii_uppercase()),
        status_date: row.date(Col::StatusDate),
        source,
    }
}

/// `1.0` in the first releases, `1` in later ones.
fn window(row: &mut Row) -> Option<u32> {
    let number = row.quantity(Col::Window)?;
    (number.fract() == 0.0 && (1.0..1000.0).contains(&number)).then_some(number as u32)
}

fn call_of(id: &str, measure: &Submeasure, title: String, source: SourceId) -> Call {
    Call {
        id: id.to_owned(),
        measure: Some(measure.clone()),
        kind: None,
        code: None,
        title: Some(title),
        issuer: None,
        audience: None,
        opened: None,
        closed: None,
        status: None,
        amount: None,
        source,
    }
}

/// The body has no tax code here, and stands in the index of public administrations.
fn applicant(row: &mut Row, gather: &mut Gather, source: SourceId) -> Who {
    let name = row.word(Col::Body).or_else(|| comune(row)).unwrap_or_default();
    let who = gather.bodies.read(("", &name, ""), Doubt::None, source);
    if who == Who::Person {
        gather.natural_persons += 1;
        row.problem(Col::Body, Problem::NaturalPerson);
    }
    who
}

/// The first releases on comuni have no column for the body, whose code begins with `c_`.
fn comune(row: &Row) -> Option<String> {
    let is_comune = !row.has(Col::Body) && row.raw(Col::Ipa).to_ascii_lowercase().starts_with(b"c_");
    is_comune
        .then(|| row.word(Col::ComuneName))
        .flatten()
        .map(|name| format!("Comune di {name}"))
}

/// `1.4.3` of `1.4.3 Adozione PagoPA e AppIO`.
pub(crate) fn number(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?.trim_end_matches('.');
    let plain = first.contains('.') && first.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.then(|| first.to_owned())
}

fn name_measure(row: &Row, gather: &mut Gather, measure: &Submeasure, source: SourceId) {
    if gather.measures.knows(measure, source, false) {
        return;
    }
    let Some(text) = row.word(Col::Measure) else {
        return;
    };
    let name = text
        .split_once(' ')
        .map_or(text.as_str(), |(_, name)| name)
        .to_owned();
    gather
        .measures
        .tell(Measure::named(measure.clone(), name, source));
}

fn place(row: &mut Row, gather: &Gather, source: SourceId) -> Place {
    let text = |row: &Row, col: Col| String::from_utf8_lossy(row.raw(col)).into_owned();
    let province = ProvinceCode::parse(&text(row, Col::Province));
    let mut place = Place {
        region: RegionCode::parse(&text(row, Col::Region)),
        province: province.filter(|p| gather.places.province(*p).is_some()),
        ..Place::nation(source)
    };
    if let Some(code) = ComuneCode::parse(&text(row, Col::Comune)) {
        gather.settle(row, Col::Comune.into(), &mut place, code);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn measures_are_known_by_their_number() {
        assert_eq!(number("1.4.3 Adozione PagoPA e AppIO").as_deref(), Some("1.4.3"));
        assert_eq!(number("1.1 e 1.2 'Infrastrutture'").as_deref(), Some("1.1"));
        assert_eq!(number("Infrastrutture 1.1"), None);
        assert_eq!(number(""), None);
    }
}
