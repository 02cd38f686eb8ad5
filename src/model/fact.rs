//! What the official texts say of a project, as facts: the thing that is built or bought, its
//! name, its street, what is done, how much of it, for whom. The texts themselves stay behind;
//! each fact names the table and the column that it was read in.

use super::source::SourceId;
use std::fmt;

codes! {
    /// What kind of fact it is. The value of a [`Fact`] is a code of a vocabulary for `Thing`,
    /// `Made`, `Beside`, `Within`, `Spread`, `Work`, `Service`, `Study`, `Aim` and `Quantity` (its unit), an ISTAT code for `OtherComune`, and a name
    /// as people write it for the others.
    FactKind {
        /// Kind of the thing: a nursery, a bridge, a scanner.
        Thing => "thing",
        /// Kind of a thing that is made anew.
        Made => "made",
        /// Kind of a thing that the works are for as well as for the first one.
        Beside => "beside",
        /// Kind of the house that the thing is put into.
        Within => "within",
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
        /// Whose comuni the works are in, where no place row has one: "della provincia di Pisa".
        Area => "area",
        /// A comune that the text names and that no place row of the project has.
        OtherComune => "other_comune",
        /// That the one comune of the place rows is not all of it.
        Spread => "spread",
        /// What is done: a new building, a roof, windows.
        Work => "work",
        /// How much of it, with its unit.
        Quantity => "quantity",
        /// Which part of a larger work: "lotto 2 B", "stralcio 3".
        Lot => "lot",
        /// A digital service: pagoPA, app IO, SPID.
        Service => "service",
        /// What a project of research is about: chemistry, law.
        Study => "study",
        /// Company or public body that the money is for, where it is not the one in charge.
        Beneficiary => "beneficiary",
        /// Name of a research project, a course, a department.
        Programme => "programme",
        /// Street of the body that gets a digital service.
        Seat => "seat",
        /// Name of one of several houses and squares of the project, none of which is its name.
        Part => "part",
        /// Public health body whose building or hospital it is: "Azienda USL Toscana Centro".
        Owner => "owner",
        /// Body with which young people do civilian service.
        Host => "host",
        /// What the service is for: libraries, old people, the environment.
        Aim => "aim",
    }
}

codes! {
    /// How far a project reaches, where its place rows have one comune.
    Spread {
        /// Several streets of the comune.
        Streets => "streets",
        /// Several spots of the comune.
        Spots => "spots",
        /// Several comuni.
        Wider => "wider",
        /// The comune of the row is where the office sits that serves many.
        Seat => "seat",
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
        /// The name of the submeasure, which every row of a project has.
        Measure => "measure",
        /// The name of the programme, which every row of the complementary plan has instead.
        Programme => "programme",
        Address => "address",
        Indicator => "indicator",
        /// The type of the CUP.
        Type => "type",
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
            TextColumn::Measure => "Descrizione Submisura",
            TextColumn::Programme => "Programma",
            TextColumn::Address => "Indirizzo",
            TextColumn::Indicator => "Descrizione Indicatore",
            TextColumn::Type => "CUP Descrizione Tipologia",
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

/// The facts of a project as lists and the search need them: one piece of memory for all, because
/// an archive of the nation holds millions.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct BriefFacts(Box<str>);

/// One of [`BriefFacts`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BriefFact<'a> {
    pub kind: FactKind,
    pub value: &'a str,
    /// Of a quantity.
    pub number: Option<f64>,
}

/// Ends a fact, and parts its number from its value: signs that no clean text holds.
const END: char = '\u{1e}';
const NUMBER: char = '\u{1f}';

impl BriefFacts {
    /// What [`BriefFact::write`] put into a buffer.
    pub(crate) fn written(buffer: &str) -> BriefFacts {
        BriefFacts(buffer.into())
    }

    /// As [`BriefFacts::written`] takes them.
    pub(crate) fn as_written(&self) -> &str {
        &self.0
    }

    /// All facts, those of one kind together.
    pub fn iter(&self) -> impl Iterator<Item = BriefFact<'_>> {
        self.0.split_terminator(END).filter_map(|fact| {
            let mut signs = fact.chars();
            let kind = *FactKind::ALL.get((signs.next()? as usize).checked_sub('a' as usize)?)?;
            let (value, number) = match signs.as_str().split_once(NUMBER) {
                Some((value, number)) => (value, number.parse().ok()),
                None => (signs.as_str(), None),
            };
            Some(BriefFact { kind, value, number })
        })
    }

    /// The values of a kind, the surest first.
    pub fn of(&self, kind: FactKind) -> impl Iterator<Item = &str> {
        self.iter().filter(move |f| f.kind == kind).map(|f| f.value)
    }

    /// The first value of a kind.
    pub fn first(&self, kind: FactKind) -> Option<&str> {
        self.of(kind).next()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<BriefFact<'a>> for BriefFacts {
    fn from_iter<I: IntoIterator<Item = BriefFact<'a>>>(facts: I) -> BriefFacts {
        let mut out = String::new();
        facts.into_iter().for_each(|fact| fact.write(&mut out));
        BriefFacts::written(&out)
    }
}

impl BriefFact<'_> {
    /// Puts the fact behind those that a buffer holds.
    pub(crate) fn write(&self, out: &mut String) {
        out.push((b'a' + self.kind as u8) as char);
        out.extend(self.value.chars().filter(|c| !matches!(*c, END | NUMBER)));
        if let Some(number) = self.number {
            out.push(NUMBER);
            out.push_str(&number.to_string());
        }
        out.push(END);
    }
}

impl fmt::Debug for BriefFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brief_facts_are_read_as_they_were_put() {
        let fact = |kind, value, number| BriefFact { kind, value, number };
        let all = [
            fact(FactKind::Thing, "nursery", None),
            fact(FactKind::Name, "Asilo «Il Sole»", None),
            fact(FactKind::Quantity, "km", Some(20.9)),
            fact(FactKind::Programme, "", None),
        ];
        let facts: BriefFacts = all.into_iter().collect();
        assert_eq!(facts.iter().collect::<Vec<_>>(), all);
        assert_eq!(facts.first(FactKind::Name), Some("Asilo «Il Sole»"));
        assert_eq!(facts.first(FactKind::Street), None);
        assert!(BriefFacts::default().is_empty() && BriefFacts::default().iter().next().is_none());
    }
}
