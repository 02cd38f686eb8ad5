//! The fields of a project that a word can be found in, and what each is worth.

/// Where a word was found. The order is that of worth, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// What its texts say that is made: "ponte", "palestra".
    Thing,
    /// The composed title: what the project is.
    Title,
    /// The building or site that the title names.
    Site,
    /// The whole name of a comune, of a project that lies in one.
    Comune,
    /// A CUP, a CIG, a sub-measure, an ISTAT code, a project's id.
    Code,
    /// A word of a longer name, of a project that lies in one comune: "Siena" of Torrita di Siena.
    ComunePart,
    /// A hamlet, a locality, a road or a river that its texts name.
    Locality,
    /// A comune, of a project that lies in two to ten.
    ComuneOfSome,
    /// The title as the table has it, in files that carry it.
    OfficialTitle,
    /// A comune, of a project that lies in more than ten.
    ComuneOfMany,
    /// An area that people name: Mugello.
    Area,
    Province,
    Body,
    /// Popular name of the measure.
    MeasureName,
    /// What the measure is about: "scuola", "treni".
    Topic,
    OfficialMeasure,
    Address,
    /// Another thing that its texts name: the school beside the garden.
    Beside,
    /// A word of its texts, of which we hold the set alone.
    Word,
    /// CUP category.
    Category,
    Region,
}

impl Field {
    pub const ALL: [Field; 21] = [
        Field::Thing,
        Field::Title,
        Field::Site,
        Field::Comune,
        Field::Code,
        Field::ComunePart,
        Field::Locality,
        Field::ComuneOfSome,
        Field::OfficialTitle,
        Field::ComuneOfMany,
        Field::Area,
        Field::Province,
        Field::Body,
        Field::MeasureName,
        Field::Topic,
        Field::OfficialMeasure,
        Field::Address,
        Field::Beside,
        Field::Word,
        Field::Category,
        Field::Region,
    ];

    /// Whether only the texts of a project say it, not what it is called.
    pub(super) fn is_said(self) -> bool {
        matches!(self, Field::Address | Field::Beside | Field::Word)
    }

    /// Whether it is the name of a comune, or a part of it.
    pub(super) fn is_comune(self) -> bool {
        matches!(
            self,
            Field::Comune | Field::ComunePart | Field::ComuneOfSome | Field::ComuneOfMany
        )
    }

    /// Worth of a whole word found here, 0 to 81.
    pub(super) fn weight(self) -> u16 {
        match self {
            Field::Thing => 81,
            Field::Title | Field::Site | Field::Comune | Field::Code => 80,
            Field::ComunePart => 71,
            Field::Locality => 70,
            Field::ComuneOfSome => 68,
            Field::OfficialTitle => 60,
            Field::ComuneOfMany => 54,
            Field::Area => 53,
            Field::Province => 52,
            Field::Body => 50,
            Field::MeasureName => 46,
            Field::Topic => 40,
            Field::OfficialMeasure => 35,
            Field::Address => 30,
            Field::Beside => 29,
            Field::Word => 28,
            Field::Category => 25,
            Field::Region => 20,
        }
    }
}

/// A set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields(u32);

impl Fields {
    pub fn insert(&mut self, field: Field) {
        self.0 |= 1 << field as u8;
    }

    pub fn contains(self, field: Field) -> bool {
        self.0 & 1 << field as u8 != 0
    }

    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |f| self.contains(*f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_worth() {
        assert!(Field::ALL.is_sorted_by(|a, b| a < b && a.weight() >= b.weight()));
    }

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let mut set = Fields::default();
        set.insert(Field::Body);
        set.insert(Field::Title);
        assert_eq!(set.iter().collect::<Vec<_>>(), [Field::Title, Field::Body]);
        assert!(!set.contains(Field::Address));
    }
}
