//! PNRR_Progetti: what a project is, who answers for it, its funding by source, its dates.

use crate::import::bodies::Who;
use crate::import::columns::{Layout, columns};
use crate::import::draft::{Draft, put};
use crate::import::gather::{Gather, at, check_cup};
use crate::import::measures::{administration, name};
use crate::import::person::{Doubt, without_codes};
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{
    AmountKind, Call, Fund, LabelKind, Measure, Observed, ProjectDateKind, Role, SourceId, Submeasure, Table,
};

columns! {
    Mission = "Missione";
    MissionName = "Descrizione Missione";
    ComponentName = "Descrizione Componente";
    MeasureCode = "Codice Univoco Misura";
    MeasureName = "Descrizione Misura";
    Sub = "Codice Univoco Submisura", Needed;
    SubName = "Descrizione Submisura";
    Administration = "Amministrazione Titolare";
    CallCode = "Codice Identificativo Procedura di Attivazione";
    CallTitle = "Titolo Procedura";
    CallKind = "Tipologia Procedura di Attivazione";
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    CupStatus = "Stato CUP";
    Progress = "Stato Avanzamento Progetto";
    Nature = "CUP Codice Natura" | "CUP_COD_NATURA";
    NatureName = "CUP Descrizione Natura" | "CUP_DESCR_NATURA";
    Type = "CUP Codice Tipologia";
    TypeName = "CUP Descrizione Tipologia";
    Sector = "CUP Codice Settore";
    SectorName = "CUP Descrizione Settore";
    Subsector = "CUP Codice Sottosettore";
    SubsectorName = "CUP Descrizione Sottosettore";
    Category = "CUP Codice Categoria";
    CategoryName = "CUP Descrizione Categoria";
    Title = "Titolo Progetto", Needed;
    Summary = "Sintesi Progetto";
    Aid = "Descrizione Tipo Aiuto";
    State = "Finanziamento - Stato", Number;
    StateBudget = "Finanziamento Stato - Bilancio", Number;
    StateFoi = "Finanziamento Stato - FOI", Number;
    Fpop = "Finanziamento Prosecuzione Opere Pubbliche - FPOP", Number;
    OtherEu = "Finanziamento UE (Diverso da PNRR)" | "FINANZIAMENTO _UE", Number;
    Region = "Finanziamento Regione", Number;
    Province = "Finanziamento Provincia", Number;
    Comune = "Finanziamento Comune", Number;
    OtherPublic = "Finanziamento Altro Pubblico", Number;
    Private = "Finanziamento Privato", Number;
    ToFind = "Finanziamento da Reperire" | "FINANZ_DA_REPERIRE", Number;
    Pnrr = "Finanziamento PNRR", Needed, Number;
    Pnc = "Finanziamento PNC", Number;
    Other = "Altri Fondi", Number;
    Total = "Finanziamento Totale" | "FINANZ_TOTALE", Number;
    TotalPublic = "Finanziamento Totale Pubblico", Number;
    TotalPublicNet = "Finanziamento Totale Pubblico Netto", Number;
    Implementer = "Soggetto Attuatore";
    ImplementerCode = "Codice Fiscale Soggetto Attuatore";
    Existing = "Flag Progetti in Essere";
    StartPlanned = "Data Inizio Progetto Prevista";
    StartActual = "Data Inizio Progetto Effettiva";
    EndPlanned = "Data Fine Progetto Prevista";
    EndActual = "Data Fine Progetto Effettiva";
    LastValidation = "Data Ultima Validazione";
    Validation = "Esito Ultima Validazione";
    Phase = "Descrizione Fase Iter di Progetto";
    PhaseStatus = "Stato Fase Iter di Progetto";
    Date = "Data di Estrazione" | "Data di aggiornamento" | "Data aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Projects,
    columns: COLUMNS,
};

const FUNDS: &[(Col, Fund)] = &[
    (Col::Total, Fund::Total),
    (Col::TotalPublic, Fund::TotalPublic),
    (Col::TotalPublicNet, Fund::TotalPublicNet),
    (Col::Pnrr, Fund::Pnrr),
    (Col::Pnc, Fund::Pnc),
    (Col::State, Fund::State),
    (Col::StateBudget, Fund::StateBudget),
    (Col::StateFoi, Fund::StateFoi),
    (Col::Fpop, Fund::Fpop),
    (Col::OtherEu, Fund::OtherEu),
    (Col::Region, Fund::Region),
    (Col::Province, Fund::Province),
    (Col::Comune, Fund::Comune),
    (Col::OtherPublic, Fund::OtherPublic),
    (Col::Private, Fund::Private),
    (Col::ToFind, Fund::ToFind),
    (Col::Other, Fund::Other),
];

const DATES: &[(Col, ProjectDateKind)] = &[
    (Col::StartPlanned, ProjectDateKind::StartPlanned),
    (Col::StartActual, ProjectDateKind::StartActual),
    (Col::EndPlanned, ProjectDateKind::EndPlanned),
    (Col::EndActual, ProjectDateKind::EndActual),
    (Col::LastValidation, ProjectDateKind::LastValidation),
];

/// Words that are kept as the table has them, in ordinary case.
const WORDS: &[(Col, LabelKind)] = &[
    (Col::Aid, LabelKind::Aid),
    (Col::Progress, LabelKind::Progress),
    (Col::Phase, LabelKind::Phase),
    (Col::PhaseStatus, LabelKind::PhaseStatus),
    (Col::Validation, LabelKind::Validation),
    (Col::CallKind, LabelKind::CallKind),
];

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = row.source(&mut gather.sources);
    let local = row.word(Col::Local).unwrap_or_default();
    let draft = at(&mut gather.drafts, pair)?.local(&local, source);
    if !put(&mut draft.listed, source) {
        // What tells two rows of one key apart is a disagreement.
        if draft.differs(figures(row, source)) {
            return Ok(());
        }
        gather.duplicates += 1;
        row.problem(Col::Local, Problem::DuplicateRow);
        return Err(LeftOut::Duplicate);
    }
    gather.keep(row);
    check_cup(row, Col::Cup.into());
    let code = at(&mut gather.drafts, pair)?.submeasure.clone();
    measure(row, gather, &code, source);
    let mut said = figures(row, source);
    for (col, kind) in WORDS {
        let phrase = gather.phrase_of(row, *col);
        said.label(&mut gather.labels, *kind, phrase, source);
    }
    let cup_status = row.word(Col::CupStatus).map(|s| cup_status(&s));
    said.label(&mut gather.labels, LabelKind::CupStatus, cup_status, source);
    let existing = row.word(Col::Existing).map(|s| yes_or_no(&s));
    said.label(&mut gather.labels, LabelKind::Existing, existing, source);
    let call = call(row, gather, &code, source);
    said.label(&mut gather.labels, LabelKind::Call, call, source);
    classification(row, gather, &mut said, source);
    let subject = (Col::ImplementerCode.into(), Col::Implementer.into(), None);
    if let Who::Body(id) = gather.who(row, subject, Doubt::Implementer, source) {
        if is_call_for_schools(&local) {
            gather.bodies.is_school(&id);
        }
        said.bodies.push((Role::Implementer, id, source));
    }
    let text = |text: Option<String>| text.map(without_codes).map(|value| Observed { value, source });
    said.titles.extend(text(row.long_text(Col::Title)));
    said.summaries.extend(text(row.long_text(Col::Summary)));
    at(&mut gather.drafts, pair)?.local(&local, source).absorb(said);
    Ok(())
}

/// The amounts and dates of a row.
fn figures(row: &mut Row, source: SourceId) -> Draft {
    let mut said = Draft::default();
    for (col, fund) in FUNDS {
        said.amount(AmountKind::Funding, *fund, row.amount(*col), source);
    }
    for (col, kind) in DATES {
        said.date(*kind, row.date(*col), source);
    }
    said.unread.extend(row.unread(source, |col| {
        let fund = FUNDS.iter().find(|(c, _)| usize::from(*c) == col);
        let date = DATES.iter().find(|(c, _)| usize::from(*c) == col);
        let funding = fund.map(|(_, fund)| format!("funding.{}", fund.code()));
        funding.or_else(|| date.map(|(_, kind)| format!("date.{}", kind.code())))
    }));
    said
}

/// The local codes of the calls on digital services name whom a call is for: `PRJ_141SCU0422X`
/// is for schools, `COM` for comuni.
fn is_call_for_schools(local: &str) -> bool {
    let call = local.strip_prefix("PRJ_").unwrap_or_default();
    call.trim_start_matches(|c: char| c.is_ascii_digit())
        .starts_with("SCU")
}

/// `active`, `closed`, `revoked`, or as published.
pub(crate) fn cup_status(raw: &str) -> String {
    match raw.to_lowercase().as_str() {
        "attivo" => "active".into(),
        "chiuso" => "closed".into(),
        "revocato" => "revoked".into(),
        "cancellato" => "cancelled".into(),
        _ => raw.to_lowercase(),
    }
}

fn yes_or_no(raw: &str) -> String {
    let yes = matches!(
        crate::text::fold::fold(raw).as_str(),
        "si" | "s" | "yes" | "1" | "true"
    );
    if yes { "yes" } else { "no" }.into()
}

/// The call that chose the project, by its official code.
fn call(row: &Row, gather: &mut Gather, measure: &Submeasure, source: SourceId) -> Option<String> {
    let code = row.word(Col::CallCode)?;
    let same = gather
        .calls
        .get(&code)
        .is_some_and(|c| c.source == source && c.measure.as_ref() == Some(measure));
    if !same {
        let kind = gather.phrase_of(row, Col::CallKind).map(|kind| kind.to_string());
        gather.call(Call {
            id: code.clone(),
            measure: Some(measure.clone()),
            kind,
            code: Some(code.clone()),
            title: row.word(Col::CallTitle),
            issuer: row.word(Col::Administration).map(|a| administration(&a)),
            audience: None,
            opened: None,
            closed: None,
            status: None,
            amount: None,
            source,
        });
    }
    Some(code)
}

fn measure(row: &Row, gather: &mut Gather, code: &Submeasure, source: SourceId) {
    if gather.measures.knows(code, source, true) {
        return;
    }
    let Some(sub_name) = row.word(Col::SubName) else {
        return;
    };
    gather.measures.tell(Measure {
        code: code.clone(),
        name: name(sub_name),
        measure: row.word(Col::MeasureCode),
        measure_name: row.word(Col::MeasureName).map(name),
        mission_name: row.word(Col::MissionName).map(name),
        component_name: row.word(Col::ComponentName).map(name),
        loan_or_grant: None,
        administration: row.word(Col::Administration).map(|a| administration(&a)),
        total: None,
        source,
        spending: None,
        programme: None,
    });
}

/// The codes of the CUP's classification, each below the one above it, with their names.
fn classification(row: &Row, gather: &mut Gather, said: &mut Draft, source: SourceId) {
    let nature = part(row, Col::Nature, 2);
    let sector = part(row, Col::Sector, 2);
    let join =
        |above: &Option<String>, below: Option<String>| Some(format!("{}.{}", above.as_ref()?, below?));
    let kind = join(&nature, part(row, Col::Type, 2));
    let subsector = join(&sector, part(row, Col::Subsector, 2));
    let category = join(&subsector, part(row, Col::Category, 3));
    for (label, code, col) in [
        (LabelKind::Nature, nature, Col::NatureName),
        (LabelKind::Type, kind, Col::TypeName),
        (LabelKind::Sector, sector, Col::SectorName),
        (LabelKind::Subsector, subsector, Col::SubsectorName),
        (LabelKind::Category, category, Col::CategoryName),
    ] {
        let Some(value) = code else { continue };
        gather.class(label.code(), &value, row, col, source);
        said.label(&mut gather.labels, label, Some(value), source);
    }
}

/// A code with the zeros that it should have in front.
fn part(row: &Row, col: Col, width: usize) -> Option<String> {
    row.word(col)
        .map(|code| format!("{:0>width$}", code.trim_start_matches('0')))
}
