//! What can be chosen by its name: comuni, measures, words, questions, lessons; and the one way in
//! which a typed text narrows such a list, on the screen, in the simple mode and in the commands.

use super::{Lists, MeasureItem};
use crate::lang::{GLOSSARY, LESSONS, Lang, Lesson, QUESTIONS, Word, card, w};
use crate::model::{Cents, ComuneCode};
use crate::search::How;
use crate::search::listed::{self, ALSO, SAID};
use crate::sheet::{Subject, projects_said};
use crate::text::fold::fold;
use crate::text::number::{count, euro_words};

/// Something to choose, and what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    pub name: String,
    /// At the end of the line: a key, a count, a value.
    pub note: String,
    /// What is said of it beside the list.
    pub says: Vec<String>,
    /// Other words under which it is found.
    pub also: String,
    pub to: T,
}

/// What can lead to a comune.
pub trait ToComune: Sized {
    /// The comune that it leads to.
    fn comune(&self) -> Option<ComuneCode>;
    /// The same for another comune.
    fn with(&self, code: ComuneCode) -> Self;
}

impl ToComune for Subject {
    fn comune(&self) -> Option<ComuneCode> {
        match self {
            Subject::Comune(code) => Some(*code),
            _ => None,
        }
    }

    fn with(&self, code: ComuneCode) -> Subject {
        Subject::Comune(code)
    }
}

impl<T> Choice<T> {
    /// A name and no more.
    pub fn plain(name: impl Into<String>, to: T) -> Choice<T> {
        Choice {
            name: name.into(),
            note: String::new(),
            says: Vec::new(),
            also: String::new(),
            to,
        }
    }

    /// The same, leading to something of another kind.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Choice<U> {
        Choice {
            name: self.name,
            note: self.note,
            says: self.says,
            also: self.also,
            to: to(self.to),
        }
    }
}

/// The comuni of the region.
pub fn comuni(lists: &Lists, lang: Lang) -> Vec<Choice<Subject>> {
    let one = |c: &super::ComuneItem| Choice {
        note: count(c.projects, lang),
        says: said(c, lang),
        also: c.code.to_string(),
        ..Choice::plain(format!("{} ({})", c.name, c.province), Subject::Comune(c.code))
    };
    lists.comuni.iter().map(one).collect()
}

/// How many projects a comune has, with others and for itself, and their money.
fn said(of: &super::ComuneItem, lang: Lang) -> Vec<String> {
    let (own, shared) = (count(of.projects - of.shared, lang), count(of.shared, lang));
    let counts = lang.fill(w::SCREEN_MAP_COUNTS_ALL, &[("own", &own), ("shared", &shared)]);
    let money = |word: Word, amount: Cents| lang.fill(word, &[("amount", &euro_words(amount.0, lang))]);
    let own = of.euro.map(|euro| money(w::BOX_OWN_MONEY, euro));
    let whole = |Cents(cents): Cents| Cents((cents + 50) / 100 * 100);
    let per_head = of.per_head.map(|euro| money(w::SAY_COMUNE_PER_HEAD, whole(euro)));
    let said = [
        Some(projects_said(of.projects, lang)),
        Some(counts),
        own,
        per_head,
    ];
    said.into_iter().flatten().collect()
}

/// The measures with projects.
pub fn measures(all: &[MeasureItem], lang: Lang) -> Vec<Choice<Subject>> {
    let one = |m: &MeasureItem| {
        let card = card(&m.card);
        let text = card.map(|card| card.text(lang));
        let title = text.map_or("", |text| text.title);
        // Two that share a card are told apart by what the plan calls them.
        let twins = all
            .iter()
            .filter(|other| other.name(lang) == m.name(lang))
            .count()
            > 1;
        let name = match twins {
            true => format!("{} ({})", m.name(lang), m.official),
            false => m.name(lang).to_owned(),
        };
        let topics = card.map_or(String::new(), |card| card.topics.join(" "));
        let mut says = vec![format!("{} {}", m.code, projects_said(m.projects, lang))];
        let told = text.map(|text| [text.what, text.who, text.change]);
        says.extend(told.into_iter().flatten().map(str::to_owned));
        Choice {
            note: count(m.projects, lang),
            says,
            also: format!("{} {} {title} {topics}", m.code, m.official),
            ..Choice::plain(name, Subject::Measure(m.code.clone()))
        }
    };
    all.iter().map(one).collect()
}

/// The words of the glossary, in order.
pub fn glossary(lang: Lang) -> Vec<Choice<Subject>> {
    let mut out: Vec<Choice<Subject>> = GLOSSARY
        .iter()
        .map(|entry| {
            let text = entry.text(lang);
            Choice {
                says: vec![text.says.to_owned(), text.example.to_owned()],
                also: text.forms.join(" "),
                ..Choice::plain(text.term, Subject::Word(entry.id))
            }
        })
        .collect();
    out.sort_by_key(|choice| fold(&choice.name));
    out
}

/// The questions on the plan.
pub fn questions(lang: Lang) -> impl Iterator<Item = Choice<Subject>> {
    QUESTIONS.iter().map(move |question| {
        let text = question.text(lang);
        Choice {
            says: text.answer.iter().map(|says| (*says).to_owned()).collect(),
            ..Choice::plain(text.question, Subject::Question(question.id))
        }
    })
}

/// The lessons, each with its minutes.
pub fn lessons(lang: Lang) -> impl Iterator<Item = Choice<&'static Lesson>> {
    LESSONS.iter().map(move |lesson| {
        let text = lesson.text(lang);
        let minutes = lesson.minutes.to_string();
        Choice {
            note: lang.fill(w::SCREEN_LEARN_MINUTES, &[("minutes", &minutes)]),
            says: vec![text.goal.to_owned()],
            ..Choice::plain(text.title, lesson)
        }
    })
}

/// What of a list fits a text, the best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Narrowed {
    /// Places in the list.
    pub found: Vec<usize>,
    /// How many of them fit by a name or another word that they go by; the rest by what is said of
    /// them.
    pub named: usize,
    /// They only nearly fit.
    pub near: bool,
}

impl Narrowed {
    /// Those that go by the text; where none does, those that speak of it.
    pub fn named_or_all(&self) -> &[usize] {
        match self.named {
            0 => &self.found,
            named => &self.found[..named],
        }
    }
}

/// What fits: the name begins with the text, a word of the name does, the name holds it, other
/// words do, what is said does; then what is but a slip away, and last the letters in their order.
/// Comuni fit as they do everywhere else; those that the list does not have, by a name of before or
/// in another region, are put at its end.
pub fn narrowed<T: ToComune>(
    choices: &mut Vec<Choice<T>>,
    typed: &str,
    lists: &Lists,
    lang: Lang,
) -> Narrowed {
    let wanted = fold(typed);
    let wanted = wanted.trim();
    if wanted.is_empty() {
        let found: Vec<usize> = (0..choices.len()).collect();
        let (named, near) = (found.len(), false);
        return Narrowed { found, named, near };
    }
    let mut found: Vec<(u8, i64, usize)> = Vec::new();
    for (at, choice) in choices
        .iter()
        .enumerate()
        .filter(|(_, c)| c.to.comune().is_none())
    {
        let rank = listed::rank(&choice.name, &choice.also, &choice.says, wanted);
        found.extend(rank.map(|rank| (rank, 0, at)));
    }
    let mut near = comuni_named(choices, typed, lists, lang, &mut found);
    if found.is_empty() {
        found = listed::nearly(choices.iter().map(|choice| &*choice.name), wanted);
        near = !found.is_empty();
    }
    found.sort_unstable();
    Narrowed {
        named: found.iter().filter(|(rank, ..)| *rank < SAID).count(),
        found: found.into_iter().map(|(.., at)| at).collect(),
        near,
    }
}

/// The comuni of the list that fit, if it has any; whether they only nearly do.
fn comuni_named<T: ToComune>(
    choices: &mut Vec<Choice<T>>,
    typed: &str,
    lists: &Lists,
    lang: Lang,
    found: &mut Vec<(u8, i64, usize)>,
) -> bool {
    let Some(kind) = choices.iter().position(|choice| choice.to.comune().is_some()) else {
        return false;
    };
    let fits = lists.comuni_named(typed);
    let near = fits.how == How::Near;
    let rank = if near { ALSO } else { 1 };
    for name in &fits.names {
        let own = |choice: &Choice<T>| choice.to.comune() == Some(name.code);
        let at = choices.iter().position(own).filter(|_| name.former.is_none());
        let at = at.unwrap_or_else(|| {
            let to = choices[kind].to.with(name.code);
            choices.push(Choice::plain(lists.said(name, lang), to));
            choices.len() - 1
        });
        found.push((rank, 0, at));
    }
    near && !fits.names.is_empty() && found.len() == fits.names.len()
}
