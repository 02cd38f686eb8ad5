//! Tables that we know and draw nothing from: recognising them tells them from foreign files.

use crate::import::columns::Layout;
use crate::model::Table;

pub(crate) mod recommendations {
    use crate::import::columns::columns;
    columns! {
        Sub = "Codice Univoco Submisura", Needed;
        SubName = "Descrizione Submisura";
        Recommendation = "CSR", Needed;
    }
}

pub(crate) mod tags {
    use crate::import::columns::columns;
    columns! {
        Sub = "Codice Univoco Submisura", Needed;
        Climate = "Campo d'intervento Clima", Needed;
        Digital = "Campo d'intervento Digitale", Needed;
        ClimateTag = "Coefficiente Tag Clima";
        DigitalTag = "Coefficiente Tag Digitale";
        ClimateAmount = "Importo Contribuzione al Clima";
        DigitalAmount = "Importo Contribuzione al Digitale";
    }
}

pub(crate) mod milestone_map {
    use crate::import::columns::columns;
    columns! {
        Sub = "Codice Univoco Submisura", Needed;
        Milestone = "Numero Sequenziale Milestone Target", Needed;
        Goal = "Obiettivo";
        Year = "Anno Obiettivo";
        Indicator = "Codice Indicatore", Needed;
    }
}

pub(crate) const RECOMMENDATIONS: Layout = Layout {
    table: Table::Recommendations,
    columns: recommendations::COLUMNS,
};
pub(crate) const TAGS: Layout = Layout {
    table: Table::Tags,
    columns: tags::COLUMNS,
};
pub(crate) const MILESTONE_MAP: Layout = Layout {
    table: Table::MilestoneMap,
    columns: milestone_map::COLUMNS,
};
