//! PA digitale 2026: the candidatures that were funded, and the calls. A candidature says itself
//! where its body is; it joins a known project by its CUP, or stands alone.

pub(crate) mod calls;

use super::bodies::Who;
use super::columns::{Layout, columns};
use super::draft::Draft;
use super::gather::{Gather, check_cup};
use super::italia_domani::places::is_region;
use super::person::Doubt;
use super::read::Row;
use super::report::{LeftOut, Problem};
use super::short_id;
use crate::model::{
    AmountKind, Call, Candidature, ComuneCode, Fund, LabelKind, Measure, Place, ProvinceCode, RegionCode,
    Role, SourceId, Submeasure, Table,
};

columns! {
    Ipa = "codice_ipa", Needed;
    Body = "ente", Needed;
    BodyKind = "tipologia_ente";
    Comune = "cod_comune", Needed;
    Province = "cod_provincia";
    Region = "cod_regione", Needed;
    RegionName = "regione";
    Amount = "importo_finanziamento", Needed, Number;
    Call = "avviso", Needed;
    Sent = "data_invio_candidatura";
    Funded = "data_finanziamento";
    Cup = "codice_cup", Needed;
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
    let ipa = row.word(Col::Ipa).unwrap_or_default();
    let call_id = short_id(&call);
    let key = (measure.clone(), cup, format!("{ipa} {call_id}"));
    if gather.candidatures.contains_key(&key) {
        gather.duplicates += 1;
        row.problem(Col::Cup, Problem::DuplicateRow);
        return Err(LeftOut::Duplicate);
    }
    gather.keep(row);
    check_cup(row, Col::Cup.into());
    name_measure(row, gather, &measure, source);
    let mut said = Draft::default();
    said.spell(source, &key.2);
    let amount = row.amount(Col::Amount);
    said.amount(AmountKind::Funding, Fund::Pnrr, amount, source);
    said.label(LabelKind::Call, Some(call_id.clone()), source);
    said.places.push(place(row, gather, source));
    if let Who::Body(id) = applicant(row, gather, source) {
        said.bodies.push((Role::Applicant, id, source));
    }
    let call = Call {
        id: call_id,
        measure: Some(measure),
        kind: None,
        code: None,
        title: Some(call),
        issuer: None,
        audience: None,
        opened: None,
        closed: None,
        status: None,
        amount: None,
        source,
    };
    if !gather.calls.contains_key(&call.id) {
        gather.calls.insert(call.id.clone(), call.clone());
    }
    said.candidatures.push(Candidature {
        ipa,
        call: Some(call),
        window: None,
        amount,
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
    });
    gather.candidatures.insert(key, said);
    Ok(())
}

/// The body has no tax code here, and stands in the index of public administrations.
fn applicant(row: &mut Row, gather: &mut Gather, source: SourceId) -> Who {
    let name = row.word(Col::Body).unwrap_or_default();
    let who = gather
        .bodies
        .read(&gather.sources, ("", &name, ""), Doubt::None, source);
    if who == Who::Person {
        gather.natural_persons += 1;
        row.problem(Col::Body, Problem::NaturalPerson);
    }
    who
}

/// `1.4.3` of `1.4.3 Adozione PagoPA e AppIO`.
pub(crate) fn number(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?.trim_end_matches('.');
    let plain = first.contains('.') && first.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.then(|| first.to_owned())
}

fn name_measure(row: &Row, gather: &mut Gather, measure: &Submeasure, source: SourceId) {
    if gather.measures.knows(&gather.sources, measure, source, false) {
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
