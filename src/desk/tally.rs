//! How many people were served, and on what: a day, a theme, a mission, and nothing about the
//! person.

use crate::lang::{Lang, Word, w};
use jiff::civil::Date;

/// What a citizen came for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    Project,
    Comune,
    Measure,
    Word,
    Question,
    Other,
}

impl Theme {
    pub const ALL: &[Theme] = &[
        Theme::Project,
        Theme::Comune,
        Theme::Measure,
        Theme::Word,
        Theme::Question,
        Theme::Other,
    ];

    /// Its word in the file, in CSV and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Project => "progetto",
            Theme::Comune => "comune",
            Theme::Measure => "misura",
            Theme::Word => "parola",
            Theme::Question => "domanda",
            Theme::Other => OTHER,
        }
    }

    pub fn from_id(id: &str) -> Option<Theme> {
        Theme::ALL.iter().copied().find(|theme| theme.id() == id)
    }

    /// Its English word, for the command line.
    pub fn english(self) -> &'static str {
        match self {
            Theme::Project => "project",
            Theme::Comune => "comune",
            Theme::Measure => "measure",
            Theme::Word => "word",
            Theme::Question => "question",
            Theme::Other => "other",
        }
    }

    pub fn say(self, lang: Lang) -> &'static str {
        let word: Word = match self {
            Theme::Project => w::DESK_THEME_PROJECT,
            Theme::Comune => w::DESK_THEME_COMUNE,
            Theme::Measure => w::DESK_THEME_MEASURE,
            Theme::Word => w::DESK_THEME_WORD,
            Theme::Question => w::DESK_THEME_QUESTION,
            Theme::Other => w::DESK_THEME_OTHER,
        };
        lang.say(word)
    }
}

/// A theme or a mission that is none of those named.
pub const OTHER: &str = "altro";

/// The people of one day, one theme and one mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub day: Date,
    pub theme: Theme,
    /// `M4`, a letter of the PNC, or [`OTHER`].
    pub mission: String,
    pub people: u64,
}

/// People of a day and of its month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub day: u64,
    pub month: u64,
}

/// All of them, and each theme that has any, in the order of [`Theme::ALL`].
pub fn sums(tally: &[Tally], today: Date) -> (Sums, Vec<(Theme, Sums)>) {
    let of = |theme: Option<Theme>| {
        let mut sums = Sums::default();
        for row in tally.iter().filter(|row| theme.is_none_or(|t| t == row.theme)) {
            if row.day == today {
                sums.day += row.people;
            }
            if row.day.first_of_month() == today.first_of_month() {
                sums.month += row.people;
            }
        }
        sums
    };
    let themes = Theme::ALL.iter().map(|theme| (*theme, of(Some(*theme))));
    (of(None), themes.filter(|(_, sums)| sums.month > 0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_is_part_of_its_month() {
        let row = |day, theme, people| Tally {
            day,
            theme,
            mission: OTHER.into(),
            people,
        };
        let tally = [
            row(date(2025, 10, 31), Theme::Word, 9),
            row(date(2025, 11, 3), Theme::Project, 2),
            row(date(2025, 11, 3), Theme::Project, 1),
            row(date(2025, 11, 4), Theme::Comune, 4),
        ];
        let (all, themes) = sums(&tally, date(2025, 11, 4));
        assert_eq!(all, Sums { day: 4, month: 7 });
        assert_eq!(
            themes,
            [
                (Theme::Project, Sums { day: 0, month: 3 }),
                (Theme::Comune, Sums { day: 4, month: 4 })
            ]
        );
    }

    #[test]
    fn every_theme_is_known_by_its_word() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_id(theme.id()), Some(*theme));
        }
    }
}
