//! What the official texts say of a project, as facts: the thing that is built or bought, its
//! name, its street, what is done, how much of it, for whom. The texts themselves stay behind;
//! each fact names the table and the column that it was read in.

use super::source::SourceId;

codes! {
    /// What kind of fact it is. The value of a [`Fact`] is a code of a vocabulary for `Thing`,
    /// `Work`, `Service` and `Quantity` (its unit), an ISTAT code for `OtherComune`, and a name
    /// as people write it for the others.
    FactKind {
        /// Kind of the thing: a nursery, a bridge, a scanner.
        Thing => "thing",
        /// Proper name of the building, site, line or plant: "Teatro dei Rinnovati".
        Name => "name",
        /// Street or square, with its number: "Via Adige 12".
        Street => "street",
        /// Hamlet, locality or quarter.
        Locality => "locality",
        /// Number of a road and kilometre: "SP 12, km 3,4".
        Road => "road",
        /// River, stream or lake.
        Water => "water",
        /// A comune that the text names and that no place row of the project has.
        OtherComune => "other_comune",
        /// What is done: a new building, a roof, windows.
        Work => "work",
        /// How much of it, with its unit.
        Quantity => "quantity",
        /// A digital service: pagoPA, app IO, SPID.
        Service => "service",
        /// Company or public body that the money is for, where it is not the one in charge.
        Beneficiary => "beneficiary",
        /// Name of a research project, a course, a department.
        Programme => "programme",
    }
}

codes! {
    /// The official column that a fact was read in.
    TextColumn {
        Title => "title",
        Summary => "summary",
        TenderObject => "tender_object",
        CallTitle => "call_title",
        CallCode => "call_code",
        LocalCode => "local_code",
        Address => "address",
        Indicator => "indicator",
    }
}

impl TextColumn {
    /// Its official name.
    pub fn column(self) -> &'static str {
        match self {
            TextColumn::Title => "Titolo Progetto",
            TextColumn::Summary => "Sintesi Progetto",
            TextColumn::TenderObject => "Oggetto Gara",
            TextColumn::CallTitle => "Titolo Procedura",
            TextColumn::CallCode => "Codice Identificativo Procedura di Attivazione",
            TextColumn::LocalCode => "Codice Locale Progetto",
            TextColumn::Address => "Indirizzo",
            TextColumn::Indicator => "Descrizione Indicatore",
        }
    }
}

/// One fact out of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub kind: FactKind,
    pub value: String,
    /// Of a quantity.
    pub number: Option<f64>,
    pub source: SourceId,
    pub column: TextColumn,
}
