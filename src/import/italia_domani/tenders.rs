//! PNRR_Gare: tenders and purchases. The releases of 2022 and 2023 carry the winner in the same
//! row; that of 2022 has no local code.

use super::winners;
use crate::import::columns::{Layout, columns};
use crate::import::draft::{Draft, TenderRow};
use crate::import::facts::task;
use crate::import::gather::{Gather, at, check_cup, cig};
use crate::import::person::holds_code;
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Table, Tender};
use crate::text::fold::fold;

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto";
    Cig = "CIG", Needed;
    Framework = "CIG Accordo Quadro";
    ProcedureCode = "Codice Procedura Utente";
    Mode = "Modalità di Realizzazione";
    Pda = "Codice Interno PDA";
    ObjectKind = "Oggetto Principale del Contratto";
    Object = "Oggetto Gara";
    Published = "Data Pubblicazione del CIG";
    AbsenceCode = "Codice Motivo Assenza CIG";
    Absence = "Descrizione Motivo Assenza CIG";
    Procedure = "Descrizione Procedura di Aggiudicazione";
    Base = "Importo Complessivo Gara", Number;
    Award = "Importo Aggiudicazione" | "Importo aggiudicato", Needed, Number;
    Awarded = "Data Aggiudicazione Definitiva";
    WinnerCode = "Codice Fiscale - P IVA Aggiudicatario" | "codice fiscale _REALIZZATORE (O AGGIUDICATARIO)";
    Winner = "Denominazione Aggiudicatario" | "Denominazione_REALIZZATORE (O AGGIUDICATARIO)";
    WinnerFormCode = "Forma Giuridica Aggiudicatario" | "forma giuridica_REALIZZATORE (O AGGIUDICATARIO)";
    WinnerForm = "Descrizione Forma Giuridica Aggiudicatario" | "descrizione forma giuritica_REALIZZATORE (O AGGIUDICATARIO)";
    Ateco = "Codice ATECO Aggiudicatario" | "Codice ATECO REALIZZATORE (O AGGIUDICATARIO)";
    Date = "Data di Estrazione" | "Data di aggiornamento" | "Data aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Tenders,
    columns: COLUMNS,
};

/// The object says that there was no competition, and the procedure that there was: neither is told.
fn is_denied(procedure: &str, object: &str) -> bool {
    let competes = ["ristretta", "aperta", "negoziat"];
    let procedure = fold(procedure);
    fold(object).starts_with("affidamento diretto") && competes.iter().any(|kind| procedure.contains(kind))
}

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    check_cup(row, Col::Cup.into());
    let cig = cig(row, Col::Cig.into());
    let pda = row.word(Col::Pda).unwrap_or_default();
    let procedure_code = row.word(Col::ProcedureCode).unwrap_or_default();
    let absence_code = row
        .word(Col::AbsenceCode)
        .filter(|c| c.bytes().any(|b| b != b'0'));
    let awarded = row.date(Col::Awarded);
    let mut said = Draft::default();
    said.seen.push(source);
    said.tenders.push(TenderRow {
        procedure_code: procedure_code.clone(),
        source,
        tender: Tender {
            cig: cig.clone(),
            pda: pda.clone(),
            framework_cig: row
                .word(Col::Framework)
                .map(|c| c.to_uppercase())
                .filter(|c| c.bytes().any(|b| b != b'0')),
            object_kind: gather.phrase_of(row, Col::ObjectKind),
            object: row.word(Col::Object).filter(|o| !holds_code(o)),
            tasks: task::of(&row.text(Col::Object), &row.text(Col::ObjectKind)),
            mode: gather.phrase_of(row, Col::Mode),
            procedure: gather
                .phrase_of(row, Col::Procedure)
                .filter(|p| !is_denied(p, &row.text(Col::Object))),
            published: row.date(Col::Published),
            absence_code,
            absence: gather.phrase_of(row, Col::Absence),
            base: row.amount(Col::Base),
            framework: false,
            award: row.amount_on(Col::Award, awarded),
            awarded,
            source: Some(source),
            winners: Vec::new(),
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
    if row.has(Col::Winner) {
        let subject = (
            Col::WinnerCode.into(),
            Col::Winner.into(),
            Some(Col::WinnerForm.into()),
        );
        said.winners.push(winners::winner(
            row,
            gather,
            (subject, Col::Ateco.into()),
            (cig, pda, procedure_code),
            None,
            source,
        ));
    }
    let local = row.word(Col::Local);
    let pair = at(&mut gather.drafts, pair)?;
    match local {
        Some(local) => pair.local(&local, source).absorb(said),
        None => pair.loose().absorb(said),
    }
    Ok(())
}
