//! PNRR_Aggiudicatari_Gare and PNRR_Subappaltatori_Gare: who won a tender, and who works under
//! it. They join to tenders by CUP, CIG, inner code and procedure.

use crate::import::bodies::{Who, company, unnamed};
use crate::import::columns::{Layout, columns};
use crate::import::draft::{Draft, Winner, WinnerRow};
use crate::import::gather::{Gather, at, cig};
use crate::import::person::{self, Doubt};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{SourceId, Table, Trade, Unnamed, Word};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    Cig = "CIG", Needed;
    Pda = "Codice Interno PDA", Needed;
    Code = "Codice Fiscale/P.IVA" | "Codice Fiscalepiva Aggiudicatario", Needed;
    Name = "Denominazione Aggiudicatario", Needed;
    RoleCode = "Ruolo Soggetto";
    Role = "Descrizione Ruolo Soggetto";
    FormCode = "Forma Giuridica Aggiudicatario";
    Form = "Descrizione Forma Giuridica Aggiudicatario";
    Ateco = "Codice ATECO Aggiudicatario";
    ProcedureCode = "Codice Procedura Utente";
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Winners,
    columns: COLUMNS,
};

pub(crate) mod subcontractors {
    //! The same row, of those who work under a winner.

    use super::{Layout, Table, columns};

    columns! {
        Sub = "Codice Univoco Submisura", Needed;
        Cup = "CUP", Needed;
        Local = "Codice Locale Progetto", Needed;
        Cig = "CIG", Needed;
        Pda = "Codice Interno PDA", Needed;
        Code = "Codice Fiscale/P.IVA Subappaltatore" | "Codice Fiscalepiva Subappaltatore" | "Codice Fiscale/P.IVA", Needed;
        Name = "Denominazione Subappaltatore", Needed;
        RoleCode = "Ruolo Soggetto Correlato" | "Ruolo Soggetto";
        Role = "Descrizione Ruolo Soggetto Correlato" | "Descrizione Ruolo Soggetto";
        FormCode = "Forma Giuridica Subappaltatore";
        Form = "Descrizione Forma Giuridica Subappaltatore";
        Ateco = "Codice ATECO Subappaltatore";
        ProcedureCode = "Codice Procedura Utente";
        Date = "Data di Estrazione" | "Data di aggiornamento";
    }

    pub(crate) const LAYOUT: Layout = Layout {
        table: Table::Subcontractors,
        columns: COLUMNS,
    };
}

/// A row of winners or of subcontractors: the columns of both stand in the same order.
pub(crate) fn read(row: &mut Row, gather: &mut Gather, subcontractor: bool) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    let codes = (
        cig(row, Col::Cig.into()),
        row.word(Col::Pda).unwrap_or_default(),
        row.word(Col::ProcedureCode).unwrap_or_default(),
    );
    let role = gather
        .phrase_of(row, Col::Role)
        .filter(|r| &**r != "Non classificato");
    let subject = (Col::Code.into(), Col::Name.into(), Some(Col::Form.into()));
    let mut said = Draft::default();
    said.seen.push(source);
    let subject = (subject, Col::Ateco.into());
    let mut winner = winner(row, gather, subject, codes, role, source);
    if let Some(winner) = &mut winner.winner {
        winner.subcontractor = subcontractor;
    }
    let is_told = !(winner.cig.is_empty() && winner.pda.is_empty());
    if winner.winner.is_some() || is_told && !subcontractor {
        said.winners.push(winner);
    }
    let local = row.word(Col::Local).unwrap_or_default();
    at(&mut gather.drafts, pair)?.local(&local, source).absorb(said);
    Ok(())
}

/// The winner of a row, with what it does; a natural person has won, but is not named.
pub(crate) fn winner(
    row: &mut Row,
    gather: &mut Gather,
    (subject, trade): ((usize, usize, Option<usize>), usize),
    (cig, pda, procedure_code): (String, String, String),
    role: Option<Word>,
    source: SourceId,
) -> WinnerRow {
    let (code, name, form) = subject;
    let who = gather.who(row, subject, Doubt::Recipient, source);
    let word = |column: usize| row.word(column).unwrap_or_default();
    let (code, name, trade) = (word(code), word(name), word(trade));
    let form = form.map(word).unwrap_or_default();
    let unnamed = unnamed(&code, &name, &form);
    let body = match who {
        Who::Nobody if unnamed == Unnamed::Untold => Some(None),
        Who::Nobody => None,
        // Another row may give the code of a company the name of one.
        Who::Person => Some(company(&code, &name, &form)),
        Who::Body(id) => {
            gather.bodies.trade(&id, &trade, source);
            Some(Some(id))
        }
    };
    // Of a person it is kept only that somebody builds: the division, and no more of the code.
    let builds = |trade: &Trade| ["41", "42", "43"].iter().any(|of| trade.code.starts_with(of));
    let trade = match unnamed {
        Unnamed::Person => Trade::read(&trade, source).filter(builds).map(|trade| Trade {
            code: trade.code.chars().take(2).collect(),
            source,
        }),
        _ => Trade::read(&trade, source),
    };
    WinnerRow {
        cig,
        pda,
        procedure_code,
        person: person::key(&name),
        winner: body.map(|body| Winner {
            body,
            unnamed,
            trade,
            subcontractor: false,
            role,
        }),
        source,
    }
}
