//! PNRR_Soggetti: who has a part in a project. The release of 2023 has no sub-measure: its rows
//! join by CUP and local code.

use crate::import::bodies::Who;
use crate::import::columns::{Layout, columns};
use crate::import::draft::Draft;
use crate::import::gather::{Gather, at};
use crate::import::person::Doubt;
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Role, Table};
use crate::text::fold::{fold, key};

columns! {
    Sub = "Codice Univoco Submisura";
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    RoleCode = "Ruolo Soggetto" | "Codice Ruolo Soggetto", Needed;
    RoleName = "Descrizione Ruolo Soggetto" | "Descrizione del ruolo del soggetto";
    Code = "Codice Fiscale Soggetto" | "Codice Fiscale" | "Codice Fiscale/P.IVA" | "Codice Fiscale - P IVA Soggetto";
    Name = "Denominazione" | "Denominazione Soggetto", Needed;
    FormCode = "Forma Giuridica" | "Forma Giuridica Soggetto";
    Form = "Descrizione Forma Giuridica" | "Descrizione Forma Giuridica Soggetto";
    Ateco = "Codice ATECO" | "Codice ATECO Soggetto";
    Date = "Data di Estrazione" | "Data di aggiornamento" | "Data aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Subjects,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let has_sub = row.has(Col::Sub);
    let pair = match has_sub {
        true => Some(Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?),
        false if gather.drafts.has_cup(row.raw(Col::Cup)) => None,
        false => return Err(LeftOut::OtherRegion),
    };
    let source = gather.keep(row);
    let local = row.word(Col::Local).unwrap_or_default();
    let mut said = Draft::default();
    said.seen.push(source);
    let role = role(row);
    let doubt = match role {
        Role::Implementer | Role::Programmer => Doubt::Implementer,
        _ => Doubt::Recipient,
    };
    let subject = (Col::Code.into(), Col::Name.into(), Some(Col::Form.into()));
    if let Who::Body(id) = gather.who(row, subject, doubt, source) {
        let trade = row.word(Col::Ateco).unwrap_or_default();
        gather.bodies.trade(&id, &trade, source);
        said.bodies.push((role, id, source));
    }
    match pair {
        Some(pair) => at(&mut gather.drafts, pair)?.local(&local, source).absorb(said),
        None => {
            let cup = row.word(Col::Cup).unwrap_or_default().to_uppercase();
            gather.by_cup.entry((cup, key(&local))).or_default().absorb(said);
        }
    }
    Ok(())
}

/// By its description; the codes 01 to 04 where there is none.
fn role(row: &Row) -> Role {
    let words = fold(&row.text(Col::RoleName));
    let code = String::from_utf8_lossy(row.raw(Col::RoleCode))
        .trim_start_matches('0')
        .to_owned();
    match (words.as_str(), code.as_str()) {
        (w, _) if w.contains("attuat") => Role::Implementer,
        (w, _) if w.contains("programma") => Role::Programmer,
        (w, _) if w.contains("destinatari") || w.contains("beneficiari") => Role::Recipient,
        (w, _) if w.contains("realizzat") => Role::Contractor,
        ("", "1") => Role::Programmer,
        ("", "2") => Role::Recipient,
        ("", "3") => Role::Implementer,
        ("", "4") => Role::Contractor,
        _ => Role::Other,
    }
}
