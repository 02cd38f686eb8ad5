//! OpenData_PNC_Gare: tenders by CUP and CIG, and who ran them.

use crate::import::bodies::Who;
use crate::import::columns::{Layout, columns};
use crate::import::draft::{Draft, TenderRow};
use crate::import::facts::task;
use crate::import::gather::{Gather, at, cig};
use crate::import::person::{Doubt, holds_code};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Role, Table, Tender};

columns! {
    Sub = "Codice Intervento", Needed;
    Cup = "CUP", Needed;
    Cig = "CIG", Needed;
    AuthorityCode = "Codice Fiscale Stazione Appaltante", Needed;
    Authority = "Stazione Appaltante";
    Mode = "Modalità di Realizzazione";
    AwardCode = "Codice Aggiudicazione";
    ObjectKind = "Descrizione Oggetto Contratto";
    Object = "Descrizione Oggetto Gara";
    Published = "Data Pubblicazione CIG";
    Procedure = "Tipo Scelta Contraente";
    Awarded = "Data Aggiudicazione Definitiva";
    Base = "Importo Base d'Asta CIG" | "Importo Base Dasta Cig", Number;
    Award = "Importo Aggiudicazione", Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::PncTenders,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    let mut said = Draft::default();
    said.seen.push(source);
    let subject = (Col::AuthorityCode.into(), Col::Authority.into(), None);
    if let Who::Body(id) = gather.who(row, subject, Doubt::Implementer, source) {
        said.bodies.push((Role::ContractingAuthority, id, source));
    }
    said.tenders.push(TenderRow {
        procedure_code: String::new(),
        source,
        tender: Tender {
            cig: cig(row, Col::Cig.into()),
            object_kind: gather.phrase_of(row, Col::ObjectKind),
            object: row.word(Col::Object).filter(|o| !holds_code(o)),
            tasks: task::of(&row.text(Col::Object), &row.text(Col::ObjectKind)),
            mode: gather.phrase_of(row, Col::Mode),
            procedure: gather.phrase_of(row, Col::Procedure),
            published: row.date(Col::Published),
            base: row.amount(Col::Base),
            award: row.amount(Col::Award),
            awarded: row.date(Col::Awarded),
            source: Some(source),
            ..Tender::default()
        },
    });
    said.unread.extend(row.unread_of(
        source,
        "tender",
        &[
            (Col::Base.into(), "base"),
            (Col::Award.into(), "award"),
            (Col::Published.into(), "published"),
            (Col::Awarded.into(), "awarded"),
        ],
    ));
    at(&mut gather.drafts, pair)?.loose().absorb(said);
    Ok(())
}
