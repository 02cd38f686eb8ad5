//! PNRR_MeT_OAprogrammazione: milestones and targets of the measures. Codes, kinds, terms and
//! goals are kept; their official texts are not.

use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{Milestone, Submeasure, Table};
use crate::text::fold::fold;

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Code = "Nr Seq Mt" | "Codice univoco Milestone-Target", Needed;
    Kind = "Milestone Target", Needed;
    European = "Ita Ue";
    Unit = "Unità di Misura Target" | "Unità di misura Target (riclassificata)";
    Start = "Riferimento di Partenza Target", Number;
    Goal = "Valore Obiettivo Target", Needed, Number;
    Quarter = "Trimestre di Conseguimento", Needed;
    Year = "Anno di Conseguimento", Needed;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Milestones,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let source = row.source(&mut gather.sources);
    let code = row.word(Col::Code).ok_or(LeftOut::Empty)?;
    let Ok(measure) = Submeasure::parse(&row.text(Col::Sub)) else {
        row.problem(Col::Sub, Problem::BadSubmeasure);
        return Err(LeftOut::BadKey);
    };
    gather.keep(row);
    let is_target = fold(&row.text(Col::Kind)).starts_with("target");
    let milestone = Milestone {
        code,
        is_target,
        european: row.raw(Col::European).eq_ignore_ascii_case(b"UE"),
        year: row.year(Col::Year),
        quarter: row.quarter(Col::Quarter),
        goal: row.quantity(Col::Goal).filter(|_| is_target),
        unit: row.word(Col::Unit).filter(|_| is_target),
        source,
    };
    gather.milestones.push((measure, milestone));
    Ok(())
}
